package model_test

import (
	"testing"
)

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
