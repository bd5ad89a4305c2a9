package study

import (
	"slices"
	"testing"

	"rackonomics/engine/scenario"
	"rackonomics/scenarios"
)

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
		{"operator.reported_operating_loss", nil, 0, 4.5e6},
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

// A surface that went from document to document has the points of one that is made for
// the last; where it cannot go, it says so.
func TestSurfacesMove(t *testing.T) {
	t.Parallel()
	document, err := scenarios.Load("half-the-data-center")
	if err != nil {
		t.Fatal(err)
	}
	const goal = "break_even.operating_income.first <= 2030-12"
	paths := [2]string{"operator.reported_revenue", "lease.anthropic.price"}
	made := func(document *scenario.Document) (Goal, [2]Variable) {
		parsed, err := ParseGoal(document, goal)
		if err != nil {
			t.Fatal(err)
		}
		var variables [2]Variable
		for i, path := range paths {
			if variables[i], err = FindEither(document, path); err != nil {
				t.Fatal(err)
			}
		}
		return parsed, variables
	}
	points := func(s *Surface) []Point {
		list, err := s.Points(s.X.Spaced(1e6, 9e8, 7), s.Y.Spaced(0, 4, 5))
		if err != nil {
			t.Fatal(err)
		}
		return list
	}
	parsed, variables := made(document)
	moving, err := NewSurface(document, parsed, variables)
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		path, json string
		moves      bool
	}{
		{"lease.anthropic.price", "0", true},
		{"operator.reported_revenue", "1e8", true},
		{"lease.anthropic.share", "0.21", true},
		{"lease.anthropic.start", `"2027-02"`, true},
		{"lease.anthropic.last_month", `"2040-02"`, true}, // beyond the scenario
		{"lease.anthropic.price", "2.5", true},
		{"operator.taxes", "true", false},
		{"lease.anthropic.last_month", `"2030-02"`, true},
		{"scenario.months", "70", false},
		{"operator.reported_revenue", `{"steps": [{"from": "2026-05", "value": 1e8}, {"from": "2028-01", "value": 3e8}]}`, false},
	} {
		if document, err = document.Apply([]scenario.Change{{Path: step.path, JSON: []byte(step.json)}}); err != nil {
			t.Fatal(err)
		}
		parsed, variables := made(document)
		moved, err := moving.Move(document, parsed, variables)
		if err != nil || moved != step.moves {
			t.Fatalf("%s to %s: it moves %v, %v", step.path, step.json, moved, err)
		}
		fresh, err := NewSurface(document, parsed, variables)
		if err != nil {
			t.Fatal(err)
		}
		if !moved {
			moving = fresh
			continue
		}
		if want, got := points(fresh), points(moving); !slices.EqualFunc(want, got, samePoint) {
			t.Errorf("%s to %s: %v, and of a new surface %v", step.path, step.json, got[:3], want[:3])
		}
	}
}

func samePoint(a, b Point) bool {
	return a.Met == b.Met && sameNumber(a.Value, b.Value) && sameNumber(a.Figure, b.Figure) && sameNumber(a.Gap, b.Gap)
}

func sameNumber(a, b float64) bool { return a == b || a != a && b != b }
