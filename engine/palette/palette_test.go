package palette

import (
	"strings"
	"testing"

	"rackonomics/engine/campus"
	"rackonomics/engine/floor"
	"rackonomics/engine/model"
)

// Uses that stand side by side have colours of their own, as a drawing reads them.
func TestUsesAreToldApart(t *testing.T) {
	var uses []floor.Use
	for place := range tenants {
		uses = append(uses, floor.Use{Role: string(model.Tenant), Place: place})
	}
	uses = append(uses, floor.Use{Role: string(model.OwnUse)}, floor.Use{Role: string(model.Idle)})
	colours := OfUses(uses)
	plan, err := campus.Coloured(&floor.Plan{Uses: uses}, colours)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[campus.Colour]bool{}
	for _, colour := range plan.Colours {
		seen[colour] = true
	}
	if len(seen) != len(uses) {
		t.Errorf("%d uses have %d colours: %s", len(uses), len(seen), colours)
	}
	if first, again := strings.Fields(colours)[0], "#"+Of(model.Tenant, len(tenants)); first != again {
		t.Errorf("beyond the last comes %s, and not %s", again, first)
	}
}
