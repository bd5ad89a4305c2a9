package study

import "testing"

// A number is mapped to three times its value, and further where a solution lies there;
// a month over the scenario.
func TestMapRanges(t *testing.T) {
	document := tiny(t)
	for _, test := range []struct {
		path      string
		including []float64
		low, high float64
	}{
		{"lease.tenant.price", nil, 0, 3},
		{"lease.tenant.price", []float64{2}, 0, 3},
		{"lease.tenant.price", []float64{4}, 0, 5},
		{"lease.tenant.price", []float64{3.333}, 0, 4.2},
		{"lease.tenant.gpus", nil, 0, 3000},
		{"operator.reported_operating_loss", nil, -4.5e6, 4.5e6},
	} {
		v := found(t, document, test.path)
		if low, high := v.MapRange(document, test.including...); low != test.low || high != test.high {
			t.Errorf("%s with %v is mapped from %v to %v, not from %v to %v", test.path, test.including, low, high, test.low, test.high)
		}
	}
	start := found(t, document, "lease.tenant.start")
	low, high := start.Range(document)
	if from, to := start.MapRange(document); from != low || to != high || to-from != 11 {
		t.Errorf("the start is mapped from %v to %v", from, to)
	}
}

// What people first ask of a figure.
func TestNaturalGoals(t *testing.T) {
	document := tiny(t)
	for figure, want := range map[string]Goal{
		"break_even.operating_income.first":             {Measure: "break_even.operating_income.first", Target: 11, Sense: AtMost},
		"free_cash_flow.cumulative":                     {Measure: "free_cash_flow.cumulative", Sense: AtLeast},
		"price_per_gpu_hour":                            {Measure: "price_per_gpu_hour", Target: 1.1, Sense: AtLeast},
		"operator.operating_income@operator in 2027-03": {Row: Row{"operator.operating_income", "operator"}, Month: 2, Sense: AtLeast},
		"operator.lease_revenue@operator in 2027-01":    {Row: Row{"operator.lease_revenue", "operator"}, Target: 820000, Sense: AtLeast},
		"operator.reported_non_cash_costs_x in 2027-01": {},
	} {
		got, err := NaturalGoal(document, figure)
		if want == (Goal{}) {
			if err == nil {
				t.Errorf("%s has a goal", figure)
			}
			continue
		}
		if err != nil || got != want {
			t.Errorf("of %s people first ask %+v (%v), not %+v", figure, got, err, want)
		}
	}
}
