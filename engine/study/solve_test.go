package study

import (
	"math"
	"strings"
	"testing"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// tinyDocument is a site of 1,000 GPUs that cost nothing to run, all let by the hour, and an
// operator that loses 1.5 million USD a month.
const tinyDocument = `{"version": 2, "name": "tiny", "title": "Tiny", "start": "2027-01", "months": 12,
	"operator": {"reported_revenue": 0, "reported_operating_loss": 1.5e6, "reported_non_cash_costs": 0, "capital_spending": 0},
	"site": [{"name": "hall", "operations_rate": 0, "water_price": 0}],
	"fleet": [{"name": "gpus", "site": "hall", "gpus": 1000, "power_per_gpu": 1, "go_live": "2026-01", "gpu_price": 0}],
	"source": [{"name": "grid", "site": "hall", "capacity": 10, "price": 0}],
	"lease": [{"name": "tenant", "site": "hall", "basis": "gpus", "gpus": 1000, "start": "2027-01", "last_month": "2027-12", "price_basis": "gpu_hour", "price": 1}],
	"rows": [ROWS]}`

// tiny is [tinyDocument] with rows of its own.
func tiny(t *testing.T, rows ...string) *scenario.Document {
	t.Helper()
	document, err := model.Scenario.Decode([]byte(strings.Replace(tinyDocument, "ROWS", strings.Join(rows, ", "), 1)))
	if err != nil {
		t.Fatal(err)
	}
	return document
}

func ownRow(formula string) string {
	return `{"name": "operator.curve", "unit": "USD", "formula": "` + formula + `", "note": "A test."}`
}

func found(t *testing.T, document *scenario.Document, path string) Variable {
	t.Helper()
	variable, err := Find(document, path, false)
	if err != nil {
		t.Fatal(err)
	}
	return variable
}

func solve(t *testing.T, document *scenario.Document, goal, path string, low, high float64) *Solved {
	t.Helper()
	parsed, err := ParseGoal(document, goal)
	if err != nil {
		t.Fatal(err)
	}
	solved, err := Solve(document, parsed, found(t, document, path), low, high)
	if err != nil {
		t.Fatal(err)
	}
	return solved
}

// In a month of h hours a price p brings 1,000 h p USD; a loss of 1.5 million is met
// by p = 1500/h, soonest in a month of 31 days.
func TestPriceByHand(t *testing.T) {
	t.Parallel()
	document := tiny(t)
	for goal, hours := range map[string]float64{
		"operator.operating_income@operator in 2027-02 >= 0": 28 * 24,
		"break_even.operating_income.first<=2027-12":         31 * 24,
		"break_even.operating_income.lasting<=2027-02":       28 * 24,
		"operator.operating_income in 2027-04 = 0":           30 * 24,
	} {
		solved := solve(t, document, goal, "lease.tenant.price", 0, 100)
		if len(solved.Solutions) != 1 {
			t.Fatalf("%s: %d solutions", goal, len(solved.Solutions))
		}
		got := solved.Solutions[0]
		want := 1500 / hours
		if math.Abs(got.At.Value-want) > 1e-12*want || !got.Above || math.Nextafter(got.Beyond.Value, 100) != got.At.Value {
			t.Errorf("%s: at %v and not at %v, want %v", goal, got.At.Value, got.Beyond.Value, want)
		}
		if !got.Typed.Met || got.Beside.Met || math.Abs(got.Typed.Value-want) > 0.01 || math.Abs(got.Typed.Value-got.Beside.Value-0.01) > 1e-12 {
			t.Errorf("%s: typed %v, beside %v, want a cent around %v", goal, got.Typed.Value, got.Beside.Value, want)
		}
	}
}

func TestEverySolution(t *testing.T) {
	t.Parallel()
	const path = "operator.reported_operating_loss"
	for name, test := range map[string]struct {
		formula, goal string
		low, high     float64
		want          []float64 // values at which it is met outermost
		how           Crossing
		tolerance     float64 // relative
	}{
		"two roots":      {"(x - 3) * (x - 5) * USD(1)", "<= 0", 0, 100, []float64{3, 5}, Passes, 1e-15},
		"three roots":    {"(x - 2.5) * (x - 40) * (x - 70.25) * USD(1)", "= 0", 0, 100, []float64{2.5, 40, 70.25}, Passes, 1e-14},
		"near roots":     {"(x - 30.001) * (x - 30.002) * USD(1)", "<= 0", 0, 100, []float64{30.001, 30.002}, Passes, 1e-12},
		"double root":    {"(x - 33.3) * (x - 33.3) * USD(1)", "<= 0", 0, 100, []float64{33.3}, Touches, 1e-6},
		"odd double":     {"(x - 200 / 7) * (x - 200 / 7) * USD(1)", "= 0", 0, 100, []float64{200.0 / 7}, Touches, 1e-6},
		"from below":     {"0 - (x - 200 / 7) * (x - 200 / 7) * USD(1)", ">= 0", 0, 100, []float64{200.0 / 7}, Touches, 1e-6},
		"a jump":         {"when(x >= 1234.5, USD(7), USD(-2))", ">= 0", 0, 1e6, []float64{1234.5}, Jumps, 0},
		"comes to be":    {"when(x >= 1234.5, USD(7), absent)", ">= 0", 0, 1e6, []float64{1234.5}, Jumps, 0},
		"small in range": {"x * USD(1) - USD(0.004)", ">= 0", 0, 1e6, []float64{0.004}, Passes, 1e-15},
		"negative":       {"x * USD(1) + USD(123.456)", "<= 0", -1000, 1000, []float64{-123.456}, Passes, 1e-15},
		"at nothing":     {"x * USD(1)", ">= 0", -1000, 1000, []float64{0}, Passes, 0},
	} {
		t.Run(name, func(t *testing.T) {
			document := tiny(t, ownRow(strings.ReplaceAll(test.formula, "x", "(reported_operating_loss * month(1) / USD(1))")))
			solved := solve(t, document, "operator.curve in 2027-03 "+test.goal, path, test.low, test.high)
			if len(solved.Solutions) != len(test.want) {
				t.Fatalf("%d solutions, want %v: %+v", len(solved.Solutions), test.want, solved.Solutions)
			}
			for i, got := range solved.Solutions {
				if math.Abs(got.At.Value-test.want[i]) > test.tolerance*math.Abs(test.want[i])+dust || got.How != test.how {
					t.Errorf("%v, which %s; want %v, which %s", got.At.Value, got.How, test.want[i], test.how)
				}
			}
		})
	}
}
