package compare

import (
	"testing"

	"rackonomics/engine/model"
	"rackonomics/scenarios"
)

// Any two shipped scenarios compare, things that one alone has included: the parts are
// the whole difference, or it is told where there is none.
func TestShippedScenariosCompare(t *testing.T) {
	names := scenarios.Names
	if testing.Short() {
		names = []string{"half-the-data-center", "filed-deal", "no-deal", "three-tenants"}
	}
	for i, name := range names {
		other := names[(i+1)%len(names)]
		t.Run(name+" and "+other, func(t *testing.T) {
			a := attribute(t, load(t, name), load(t, other), model.AskedFirst)
			if a.Absent > 0 {
				t.Logf("absent in %d of %d", a.Absent, a.Runs)
				return
			}
			checkWhole(t, a)
		})
	}
}
