package model_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// builder is the situation of the examples.
func builder(t tester) *scenario.Document {
	t.Helper()
	for _, situation := range model.Situations {
		if situation.Name == "builder" {
			document, err := model.Scenario.Decode([]byte(situation.Document))
			if err != nil {
				t.Fatalf("%v", err)
			}
			return document
		}
	}
	t.Fatalf("there is no builder")
	return nil
}

// Whatever is bought, retired in part, wholly or again, on the ground or lost in
// orbit, sold or not: its cost is accounted for, in the books and for tax.
func TestWhatIsRetiredLeavesTheBooks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		steps := []string{`{"from": "2026-01", "value": 10000}`}
		for month := 3; month < 70; month += rapid.IntRange(1, 30).Draw(t, "pause") {
			gpus := rapid.SampledFrom([]int{0, 1, 700, 10000, 60000}).Draw(t, "gpus")
			steps = append(steps, fmt.Sprintf(`{"from": "%d-%02d", "value": %d}`, 2026+month/12, month%12+1, gpus))
		}
		gpus := fmt.Sprintf(`{"steps": [%s]}`, strings.Join(steps, ", "))
		plant := strings.ReplaceAll(gpus, "0000}", "0}") // at most 6,000 MW
		changes := []scenario.Change{
			set("scenario.months", 100), {Path: "fleet.gpus.gpus", JSON: []byte(gpus)}, {Path: "source.grid.capacity", JSON: []byte(plant)},
			set("fleet.gpus.last_month", rapid.SampledFrom([]string{"2029-06", "2150-12"}).Draw(t, "last month")),
			set("fleet.gpus.go_live", rapid.SampledFrom([]string{"2025-06", "2026-01", "2026-09"}).Draw(t, "go-live")),
			set("fleet.gpus.residual_basis", rapid.SampledFrom([]string{"none", "price"}).Draw(t, "residual")),
			set("source.grid.capital_cost", 1000), set("operator.taxes", true), set("operator.opening_fixed_assets", 1e8),
			set("operator.bonus_depreciation", rapid.Bool().Draw(t, "bonus")), set("operator.server_life", rapid.IntRange(1, 6).Draw(t, "life")),
		}
		if rapid.Bool().Draw(t, "replaced") {
			changes = append(changes, set("fleet.gpus.replaced", true), set("fleet.gpus.service_life", rapid.IntRange(1, 7).Draw(t, "life in service")),
				set("fleet.gpus.replacement_price_trend", rapid.Float64Range(-0.3, 0.3).Draw(t, "trend")))
		}
		if rapid.Bool().Draw(t, "late") {
			changes = append(changes, set("fleet.gpus.service_delay", rapid.IntRange(0, 12).Draw(t, "service delay")), set("site.hall.energisation_delay", rapid.IntRange(0, 30).Draw(t, "power late")))
		}
		if rapid.Bool().Draw(t, "in orbit") {
			changes = append(changes, set("site.hall.kind", "orbital"), set("site.hall.satellite_loss", 0.05), set("site.hall.satellite_life", rapid.IntRange(1, 7).Draw(t, "satellite's life")))
		}
		o := run(t, builder(t), changes...)
		o.obeysTheLaws()
		o.paysItsTax()
		for _, pool := range []struct{ basis, standing string }{{"fleet.tax_basis", "fleet.gpus_installed"}, {"source.tax_basis", "source.installed"}} {
			for _, name := range o.instances(strings.Split(pool.basis, ".")[0], "") {
				basis, size := o.of(pool.basis, name), cumulated(o.operator("asset_purchases"))
				o.atMost(pool.basis+" is not negative", make([]float64, len(basis)), basis, size)
				for month, standing := range o.of(pool.standing, name) {
					if standing == 0 && math.Abs(basis[month]) > rounding*scale(size) {
						o.Fatalf("%s is %v of nothing in month %d", pool.basis, basis[month], month)
					}
				}
			}
		}
	})
}
