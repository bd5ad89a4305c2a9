package palette

import (
	"testing"

	"rackonomics/engine/model"
)

// What stands in one chart has colours of its own.
func TestNoTwoShareAColour(t *testing.T) {
	taken := map[string]model.Role{}
	for _, colour := range tenants {
		taken[colour] = model.Tenant
	}
	if len(taken) != len(tenants) {
		t.Error("two tenants have one colour")
	}
	for role, colour := range roles {
		if other, ok := taken[colour]; ok {
			t.Errorf("%s has the colour of %s, %s", role, other, colour)
		}
		taken[colour] = role
	}
}
