package compare

import (
	"math"
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
			errors := 0.0
			for _, part := range a.Parts {
				errors += part.Error
			}
			t.Logf("%d parts, exact %v, %d runs, from %v to %v, errors in all %v", len(a.Parts), a.Exact, a.Runs, a.From, a.To, errors)
			if off := total(a.Parts) - (a.To - a.From); math.Abs(off) > 1e-9*(math.Abs(a.From)+math.Abs(a.To)) {
				t.Errorf("the parts come to %v, the difference is %v", total(a.Parts), a.To-a.From)
			}
		})
	}
}
