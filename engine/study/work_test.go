package study

import (
	"math"
	"testing"

	"rackonomics/engine/scenario"
	"rackonomics/scenarios"
)

// A work that takes over what another compiled has the bits of one that is made anew.
func TestTheNextWorkHasTheBitsOfANewOne(t *testing.T) {
	t.Parallel()
	document, err := scenarios.Load("half-the-data-center")
	if err != nil {
		t.Fatal(err)
	}
	ask := Ask{Kind: Cases, Measures: []string{"break_even.operating_income.first", "free_cash_flow.cumulative"}, Rows: []Row{{"operator.operating_income", "operator"}}, Draws: Even}
	var work *Work
	for _, step := range []struct{ path, json string }{
		{"study.operator.revenue_growth", `{"form": "uniform", "low": 0, "high": 0.3}`},
		{"study.lease.anthropic.share", `{"form": "uniform", "low": 0.3, "high": 0.7}`},
		{"lease.anthropic.price", "1.5"},
		{"study.lease.anthropic.share", `{"form": "normal", "low": 0.2, "high": 0.3}`},
		{"scenario.seed", "7"},
		{"study.operator.taxes", `{"form": "discrete", "points": [{"value": true, "weight": 1}, {"value": false, "weight": 1}]}`},
		{"lease.anthropic.last_month", `"2040-01"`},
		{"operator.working_capital", "true"},
		{"study.lease.anthropic", `{"form": "discrete", "points": [{"value": true, "weight": 4}, {"value": false, "weight": 1}]}`},
		{"operator.reported_revenue", "3e8"},
		{"scenario.months", "40"},
	} {
		if document, err = document.Apply([]scenario.Change{{Path: step.path, JSON: []byte(step.json)}}); err != nil {
			t.Fatal(err)
		}
		fresh, err := NewWork(document, ask)
		if err == nil && work == nil {
			work, err = NewWork(document, ask)
		} else if err == nil {
			work, err = work.Next(document)
		}
		if err != nil {
			t.Fatalf("%s to %s: %v", step.path, step.json, err)
		}
		want, err := fresh.Compute(3)
		if err != nil {
			t.Fatal(err)
		}
		got, err := work.Compute(3)
		if err != nil || len(got) != len(want) {
			t.Fatalf("%s to %s: %d numbers for %d, %v", step.path, step.json, len(got), len(want), err)
		}
		for i := range want {
			if math.Float64bits(got[i]) != math.Float64bits(want[i]) {
				t.Fatalf("%s to %s: number %d is %v, and of a new work %v", step.path, step.json, i, got[i], want[i])
			}
		}
	}
}
