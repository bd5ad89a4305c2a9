package study

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/scenarios"
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
	solved, err := Solve(document, parsed, found(t, document, path), low, high, nil)
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

func TestTyped(t *testing.T) {
	for _, test := range []struct {
		number          float64
		digits, least   int
		above           bool
		rounded, beside float64
	}{
		{2.7513, 3, -9, true, 2.76, 2.75}, {2.7513, 3, -9, false, 2.75, 2.76}, {2.75, 3, -9, true, 2.75, 2.74},
		{999.4, 3, -9, true, 1000, 999}, {-0.012345, 3, -9, true, -0.0123, -0.0124}, {-0.012345, 3, -9, false, -0.0124, -0.0123},
		{1.1532e9, 3, 3, true, 1.16e9, 1.15e9}, {5.9e-8, 3, 3, false, 0, 1000}, {5.9e-8, 3, 3, true, 1000, 0}, {0, 3, 0, true, 0, -1},
		{4321, 3, 3, true, 5000, 4000},
	} {
		rounded, beside := typed(test.number, test.digits, test.least, test.above)
		if rounded != test.rounded || beside != test.beside {
			t.Errorf("%v in %d digits, above %v: %v and beside %v; want %v and %v", test.number, test.digits, test.above, rounded, beside, test.rounded, test.beside)
		}
	}
}

// Whole values: 1,000 h g USD of g GPUs at 1 USD in a month of h hours meet a loss of
// 0.5 million from g = 500000/h on; a lease that begins in a month pays from it on.
func TestWholeValues(t *testing.T) {
	t.Parallel()
	document, err := tiny(t).Apply([]scenario.Change{{Path: "operator.reported_operating_loss", JSON: []byte("5e5")}})
	if err != nil {
		t.Fatal(err)
	}
	gpus := solve(t, document, "operator.operating_income in 2027-02 >= 0", "lease.tenant.gpus", 1, 1000).Solutions
	if len(gpus) != 1 || gpus[0].At.Value != math.Ceil(500000.0/672) || gpus[0].Beyond.Value != gpus[0].At.Value-1 || gpus[0].How != Jumps {
		t.Errorf("GPUs: %+v", gpus)
	}
	first := found(t, document, "lease.tenant.start")
	low, high := first.Range(document)
	start := solve(t, document, "break_even.operating_income.first <= 2027-06", "lease.tenant.start", low, high).Solutions
	if len(start) != 1 || start[0].Above || scenario.NumberValue(start[0].At.Value).Month().String() != "2027-06" || scenario.NumberValue(start[0].Beyond.Value).Month().String() != "2027-07" {
		t.Errorf("start: %+v", start)
	}
	day := solve(t, document, "break_even.operating_income.first <= 2027-01", "lease.tenant.start_day", 1, 31).Solutions
	want := math.Floor(32 - 500000.0/24000) // the days from it on pay 24,000 USD each
	if len(day) != 1 || day[0].Above || day[0].At.Value != want {
		t.Errorf("first day: %+v, want %v", day, want)
	}
}

func TestAbsentEverywhereAndNearest(t *testing.T) {
	t.Parallel()
	document := tiny(t)
	free := solve(t, document, "break_even.operating_income.first <= 2027-12", "lease.tenant.price", 0, 1)
	if len(free.Solutions) != 0 || free.Everywhere || free.Nearest == nil || free.Nearest.Value != 1 || math.Abs(free.Nearest.Gap-(744e3-1.5e6)) > 1e-6 {
		t.Errorf("%s", free.Sentence())
	}
	always := solve(t, document, "break_even.operating_income.first <= 2027-12", "lease.tenant.price", 3, 10)
	if len(always.Solutions) != 0 || !always.Everywhere || always.Nearest != nil {
		t.Errorf("%s", always.Sentence())
	}
	never := solve(t, document, "break_even.operating_income.until <= 2027-05", "lease.tenant.price", 3, 4)
	if len(never.Solutions) != 0 || never.Nearest != nil || !strings.Contains(never.Sentence(), "absent") {
		t.Errorf("%s", never.Sentence())
	}
}

func TestSentences(t *testing.T) {
	t.Parallel()
	document := tiny(t, ownRow("(reported_operating_loss * month(1) / USD(1) - 3) * (reported_operating_loss * month(1) / USD(1) - 5) * USD(1)"))
	for _, test := range []struct{ goal, path, want string }{
		{"break_even.operating_income.first<=2027-12", "lease.tenant.price", "Operating income breaks even by 2027-12 at $2.02/GPU-hour and above (lease.tenant.price, now $1/GPU-hour): at $2.01/GPU-hour it is −$4.56k in 2027-01 at best."},
		{"operator.curve in 2027-03 <= 0", "operator.reported_operating_loss", "Curve, operator, in 2027-03 is at most $0 from $3/month to $5/month (operator.reported_operating_loss, now $1.5M/month): at $2/month it is $3."},
	} {
		high := 10.0
		if got := solve(t, document, test.goal, test.path, 0, high).Sentence(); got != test.want {
			t.Errorf("%s\nwant\n%s", got, test.want)
		}
	}
}

// A goal is typed as values are after --set.
func TestGoalsAreReadAsTheyAreTyped(t *testing.T) {
	t.Parallel()
	document := tiny(t)
	for text, want := range map[string]string{
		"operator.revenue in Feb 2027 >= 1.5bn":          "operator.revenue@operator in 2027-02 >= 1500000000",
		"operator.revenue in 2027/02 <= $1,250":          "operator.revenue@operator in 2027-02 <= 1250",
		"operator.revenue in Feb-27 = -3M USD":           "operator.revenue@operator in 2027-02 = -3000000",
		"operator.revenue in 02/2027 >= 1.1250":          "operator.revenue@operator in 2027-02 >= 1.1250",
		"break_even.operating_income.first <= June 2027": "break_even.operating_income.first <= 2027-06",
		"break_even.operating_income.first<=2027-06":     "break_even.operating_income.first <= 2027-06",
		"lease.circular_share >= 120 %":                  "lease.circular_share >= 1.2",
	} {
		goal, err := ParseGoal(document, text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if asked, err := newAim(document, goal); err != nil || asked.String() != want {
			t.Errorf("%s is %s, %v; want %s", text, asked, err, want)
		}
	}
}

// A goal that a figure passes through is met where the figure is the target, not on
// the side from which it comes.
func TestMeets(t *testing.T) {
	for _, test := range []struct {
		sense  Sense
		figure float64
		isMet  bool // as the search has it
		want   bool
	}{
		{AtLeast, 5, true, true}, {AtMost, 5, false, false}, {At, 5, true, false}, {At, 4, true, true}, {At, 4 * (1 + 1e-12), false, true}, {At, math.NaN(), false, false},
	} {
		goal := Goal{Target: 4, Sense: test.sense}
		if got := goal.Meets(Point{Figure: test.figure, Met: test.isMet}); got != test.want {
			t.Errorf("%v of 4 by %g is %t, want %t", test.sense, test.figure, got, test.want)
		}
	}
}

func TestGoalsThatAreNone(t *testing.T) {
	t.Parallel()
	document := tiny(t)
	for text, want := range map[string]string{
		"break_even.operating_income.first":      "has no target",
		"nothing<=3":                             "there is no measure",
		"operator.nothing in 2027-02>=3":         "there is no row",
		"operator.revenue in 2029-02>=3":         "is not a month of this scenario",
		"operator.revenue in May>=3":             "goal:",
		"operator.revenue in 2027-02>=x":         `"x" is not a number; allowed is a number such as 0 or 1.5bn USD`,
		"operator.revenue in 2027-02>=1,250":     "write 1.25 or 1250",
		"operator.revenue in 2027-02>=5 MW":      "is in another unit",
		"operator.revenue in Q3 2027>=3":         "allowed is a month such as",
		"operator.revenue in 2027-02>3":          "is no sense",
		"break_even.operating_income.first<=may": "goal:",
	} {
		if _, err := ParseGoal(document, text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", text, err, want)
		}
	}
	price := found(t, document, "lease.tenant.price")
	goal, _ := ParseGoal(document, "operator.revenue in 2027-02>=3")
	for _, between := range [][2]float64{{1, 1}, {-1, 3}, {1, 1e9}} {
		if _, err := Solve(document, goal, price, between[0], between[1], nil); err == nil {
			t.Errorf("the range %v is accepted", between)
		}
	}
	for _, path := range []string{"lease.tenant.price_basis", "lease.tenant.fee"} {
		if _, err := Solve(document, goal, found(t, document, path), 0, 1, nil); err == nil {
			t.Errorf("%s is accepted", path)
		}
	}
}

// Wherever the full model is run, a goal is met just where the solutions say so.
func TestSolutionsPartTheRange(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		document, err := scenarios.Load(rapid.SampledFrom(scenarios.Names).Draw(t, "scenario"))
		if err != nil {
			t.Fatal(err)
		}
		variables, _ := LeverVariables(document)
		v := rapid.SampledFrom(variables).Draw(t, "input")
		low, high := v.Range(document)
		even := rapid.SampledFrom(model.BreakEvens).Draw(t, "result")
		goal := Goal{Measure: even.First, Sense: AtMost, Target: float64(rapid.IntRange(0, document.Months-1).Draw(t, "month"))}
		if rapid.Bool().Draw(t, "row") {
			goal = Goal{Row: Row{even.Row, "operator"}, Month: int(goal.Target), Sense: AtLeast, Target: rapid.Float64Range(-1e10, 1e10).Draw(t, "target")}
		}
		solved, err := Solve(document, goal, v, low, high, nil)
		if err != nil {
			t.Fatal(err)
		}
		value := rapid.Float64Range(low, high).Draw(t, "value")
		if v.isWhole() {
			value = math.Round(value)
		}
		s, err := newSeeker(document, []Variable{v}, []Goal{goal})
		if err != nil {
			t.Fatal(err)
		}
		point, err := s.plain(&line{at: place{[]float64{value}, 0}}, value)
		if err != nil {
			t.Fatal(err)
		}
		want := solved.Everywhere
		for i, one := range solved.Solutions {
			if i == 0 {
				want = !one.Above
			}
			if one.How != Touches && (one.Above && value >= one.At.Value || !one.Above && value > one.At.Value) {
				want = one.Above
			}
		}
		if point.Met != want {
			t.Fatalf("at %v it is met: %v; %s", value, point.Met, solved.Sentence())
		}
	})
}

// Every shipped scenario: each of the results by each of the levers is solved, or it
// is said why not. Each solution proves itself.
func TestBreakEvensOfShippedScenarios(t *testing.T) {
	t.Parallel()
	for _, name := range scenarios.Names {
		if testing.Short() && name != "half-the-data-center" && name != "filed-deal" && name != "as-reported-q2" {
			continue
		}
		document, err := scenarios.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		attempts, err := BreakEvens(document, nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, attempt := range attempts {
			for _, solved := range attempt.Solved {
				if len(solved.Solutions) == 0 && !solved.Everywhere && solved.Nearest == nil && document.Months >= 12 {
					t.Errorf("%s: %s", name, solved.Sentence())
				}
			}
		}
	}
}

// A scenario of a month or two is answered by the levers that can be otherwise in it: its start is none.
func TestBreakEvensOfTheShortestScenarios(t *testing.T) {
	for _, name := range []string{"half-the-data-center", "orbital-expansion", "useful-life"} {
		shipped, err := scenarios.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		for months := 1; months <= 2; months++ {
			document, err := shipped.Apply([]scenario.Change{{Path: "scenario.months", JSON: []byte(strconv.Itoa(months))}})
			if err != nil {
				t.Fatal(err)
			}
			attempts, err := BreakEvens(document, nil)
			if err != nil || len(attempts) == 0 {
				t.Errorf("%s of %d months: %d levers are tried: %v", name, months, len(attempts), err)
			}
			for _, attempt := range attempts {
				if attempt.Variable.Input.Kind == scenario.Month && months == 1 {
					t.Errorf("%s: %s is tried, of which there is no other value", name, attempt.Variable.Path)
				}
			}
		}
	}
}

// Whatever is typed is a goal or is refused; a goal is written so that it reads the same.
func FuzzParseGoal(f *testing.F) {
	for _, text := range []string{"break_even.operating_income.first<=2027-06", "operator.revenue@operator in 2027-02 >= -1.5e9", "lease.headline_value=3", "a<", "=", "<é", "lease.revenue@tenant in 2027-12=0"} {
		f.Add(text)
	}
	document, err := model.Scenario.Decode([]byte(strings.Replace(tinyDocument, "ROWS", "", 1)))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		goal, err := ParseGoal(document, text)
		if err != nil {
			return
		}
		asked, err := newAim(document, goal)
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if again, err := ParseGoal(document, asked.String()); err != nil || again != goal {
			t.Fatalf("%q is %+v, and written %q is %+v (%v)", text, goal, asked, again, err)
		}
	})
}
