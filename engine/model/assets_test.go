package model_test

import (
	"fmt"
	"testing"
)

// used is a thousand GPUs of 40,000 USD that went live a year before the scenario.
func used(t *testing.T, site, fleet string) outcome {
	return run(t, hall(t, 90, site, `,"fleet":[{"name":"h100","site":"hall","gpus":1000,"go_live":"2025-01","residual_basis":"given","cost_when_new":40000`+fleet+`}]`))
}

// 65, 45, 30, 18 and 12 % of the cost after one to five years (the H100 depreciation
// calculator of v2-pseo-ai.pages.dev), straight between them, and on along the last line.
func TestResidualValue(t *testing.T) {
	o := used(t, "", "")
	o.obeysTheLaws()
	for month, want := range map[int]float64{0: 0.65, 6: 0.55, 12: 0.45, 15: 0.4125, 24: 0.30, 36: 0.18, 42: 0.15, 48: 0.12, 60: 0.06, 72: 0, 89: 0} {
		what := fmt.Sprintf("in month %d ", month)
		near(t, what+"the age", o.of("fleet.age", "h100")[month], float64(12+month), 1e-12)
		if got := o.of("fleet.residual_share", "h100")[month]; got < want-1e-12 || got > want+1e-12 {
			t.Errorf("%sthe share is %v, want %v", what, got, want)
		}
	}
	near(t, "the fleet's value", o.of("fleet.residual_value", "h100")[12], 18e6, 1e-12)
	near(t, "the operator's", o.operator("residual_value")[12], 18e6, 1e-12)

	other := used(t, "", `,"residual_after_24_months":0.75,"residual_after_12_months":0.85`)
	near(t, "by the other source, at 18 months", other.of("fleet.residual_share", "h100")[6], 0.8, 1e-12)
	bought := run(t, o.Document, set("fleet.h100.residual_basis", "price"), set("fleet.h100.gpu_price", 30000))
	near(t, "of the price", bought.operator("residual_value")[12], 0.45*30e6, 1e-12)
	for name, none := range map[string]outcome{
		"in orbit":    used(t, `,"kind":"orbital"`, ""),
		"not counted": run(t, o.Document, set("fleet.h100.residual_basis", "none")),
		"retired":     run(t, o.Document, set("fleet.h100.last_month", "2026-06")),
	} {
		if value := none.operator("residual_value")[12]; value != 0 {
			t.Errorf("GPUs %s are worth %v", name, value)
		}
	}
}

// 1,000 GPUs of January and 2,000 of July: in July they are two months old on
// average, a third of them six.
func TestAgeOfDeliveriesInParts(t *testing.T) {
	o := run(t, hall(t, 12, "", `,"fleet":[{"name":"h100","site":"hall","go_live":"2026-01","residual_basis":"price",
		"gpus":{"steps":[{"from":"2026-01","value":1000},{"from":"2026-07","value":3000},{"from":"2026-10","value":1500}]}}]`))
	age := o.of("fleet.age", "h100")
	for month, want := range map[int]float64{0: 0, 5: 5, 6: 2, 8: 4, 9: 5, 11: 7} { // who is retired is as old as the others
		o.near("the age", age[month], want)
	}
	late := run(t, o.Document, set("fleet.h100.go_live", "2026-03"))
	o.near("before the delivery", late.of("fleet.age", "h100")[1], 0)
	o.near("at the delivery", late.of("fleet.age", "h100")[2], 0)
	o.near("a month after", late.of("fleet.age", "h100")[3], 1)
}

// Assets of 40 million against a rent of 1 million a month for 72 months: after
// the 33rd month, 2029-09, only 39 are to come. GPUs that bring 5 million at the
// end put it off by five months.
func TestImpairmentIsIndicated(t *testing.T) {
	o := run(t, rented(t, "1e6", "").Document, set("operator.opening_fixed_assets", 40e6))
	near(t, "to come after the first month", o.operator("recoverable_cash_flow")[0], 71e6, 1e-12)
	sold := run(t, o.Document, set("site.hall.operations_rate", 0), set("fleet.gpus", map[string]any{"site": "hall", "gpus": 100, "go_live": "2027-01",
		"residual_basis": "given", "cost_when_new": 1e5, "residual_after_12_months": 0.5, "residual_after_24_months": 0.5, "residual_after_36_months": 0.5,
		"residual_after_48_months": 0.5, "residual_after_60_months": 0.5}))
	for month := range 72 {
		for _, test := range []struct {
			outcome
			from int
		}{{o, 32}, {sold, 37}} {
			if got := test.operator("impairment_indicated")[month]; (got == 1) != (month >= test.from) {
				t.Errorf("month %d: indicated %v, %v to come", month, got, test.operator("recoverable_cash_flow")[month])
			}
		}
	}
	o.same("it changes nothing", sold.operator("fixed_assets"), o.operator("fixed_assets"))
	bare := run(t, o.Document, set("operator.opening_fixed_assets", 0))
	if total(bare.operator("impairment_indicated")) != 0 {
		t.Error("without assets an impairment is indicated")
	}
}
