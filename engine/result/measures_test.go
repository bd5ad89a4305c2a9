package result_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/scenarios"
)

func load(t testing.TB, name string) *scenario.Document {
	t.Helper()
	document, err := scenarios.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	return document
}

// firm is an operator without sites whose free cash flow is the one given, in
// million USD a month.
func firm(t testing.TB, flows ...float64) *scenario.Document {
	t.Helper()
	var steps []string
	year, month := 2026, 1
	for _, flow := range flows {
		steps = append(steps, fmt.Sprintf(`{"from": "%d-%02d", "value": %g}`, year, month, -flow*1e6))
		if month++; month > 12 {
			year, month = year+1, 1
		}
	}
	document, err := model.Scenario.Decode([]byte(fmt.Sprintf(`{"version": 1, "name": "firm", "start": "2026-01", "months": %d, "operator": {
		"reported_revenue": 0, "reported_operating_loss": {"steps": [%s]}, "reported_non_cash_costs": 0, "capital_spending": 0, "opening_fixed_assets": 0}}`,
		len(flows), strings.Join(steps, ","))))
	if err != nil {
		t.Fatal(err)
	}
	return document
}

func table(t testing.TB, document *scenario.Document, settings ...string) *machine.Table {
	t.Helper()
	return tableOf(t, document, result.Rows(), settings)
}

// wholeTable has the rows too that no measure reads.
func wholeTable(t testing.TB, document *scenario.Document, settings ...string) *machine.Table {
	t.Helper()
	return tableOf(t, document, []string{session.AllRows}, settings)
}

func tableOf(t testing.TB, document *scenario.Document, rows, settings []string) *machine.Table {
	t.Helper()
	var changes []scenario.Change
	for _, setting := range settings {
		change, err := model.Scenario.ParseSetting(setting)
		if err != nil {
			t.Fatal(err)
		}
		changes = append(changes, change)
	}
	computed, err := session.New(document, rows...).Run(changes)
	if err != nil {
		t.Fatal(err)
	}
	return computed.Table
}

// told is a measure with its value as people see it.
type told struct {
	result.Head
	Value any
}

// measuresOf lists the measures of a table that are there.
func measuresOf(t testing.TB, computed *machine.Table) (list []told) {
	t.Helper()
	plan, err := result.NewPlan(computed)
	if err != nil {
		t.Fatal(err)
	}
	for i, value := range plan.Compute(computed) {
		if head := plan.Heads[i]; plan.There(i, 0) {
			list = append(list, told{head, plan.Value(&head, value)})
		}
	}
	return list
}

// measures are the values by name.
type measures map[string]told

func measured(t testing.TB, document *scenario.Document, settings ...string) measures {
	t.Helper()
	found := measures{}
	for _, m := range measuresOf(t, table(t, document, settings...)) {
		found[m.Name] = m
	}
	return found
}

func (m measures) number(t testing.TB, name string) float64 {
	t.Helper()
	value, ok := m[name].Value.(float64)
	if !ok {
		t.Errorf("%s is %v, not a number", name, m[name].Value)
		return math.NaN()
	}
	return value
}

func (m measures) near(t testing.TB, name string, want, tolerance float64) {
	t.Helper()
	if got := m.number(t, name); !(math.Abs(got-want) <= tolerance*math.Abs(want)) {
		t.Errorf("%s is %v, want %v", name, got, want)
	}
}

func (m measures) is(t testing.TB, name string, want any) {
	t.Helper()
	if got, ok := m[name]; !ok || got.Value != want {
		t.Errorf("%s is %v (there: %v), want %v", name, got.Value, ok, want)
	}
}

const everything = `lease.anthropic.start=2026-05;tranche.notes={"commitment": 7e9, "start": "2026-06"};company.spacex={};company.anthropic={};` +
	`site.orbit={"kind": "orbital"};fleet.up={"site": "orbit", "gpus": 1000, "go_live": "2027-01"}`

// The measures of a table with every row are those of one with their own rows
// only: none reads what Rows does not name.
func TestRowsAreEnough(t *testing.T) {
	for _, name := range scenarios.Names {
		document := load(t, name)
		var changes []scenario.Change
		if name == "filed-deal" {
			for _, setting := range strings.Split(everything, ";") {
				change, err := model.Scenario.ParseSetting(setting)
				if err != nil {
					t.Fatal(err)
				}
				changes = append(changes, change)
			}
		}
		whole, err := session.New(document, "*").Run(changes)
		if err != nil {
			t.Fatal(err)
		}
		part, err := session.New(document, result.Rows()...).Run(changes)
		if err != nil {
			t.Fatal(err)
		}
		a, b := measuresOf(t, whole.Table), measuresOf(t, part.Table)
		for i := range a {
			if len(a) != len(b) || a[i] != b[i] {
				t.Fatalf("%s: %+v of the whole table, %+v of the part", name, a[i], b[i])
			}
		}
	}
}

func TestMeasuresAreWellFormed(t *testing.T) {
	for _, settings := range []string{"scenario.months=60", everything, "scenario.months=1", "scenario.months=1;" + everything} {
		seen := map[string]bool{}
		for _, m := range measuresOf(t, table(t, load(t, "filed-deal"), strings.Split(settings, ";")...)) {
			if seen[m.Name] || m.Name == "" || m.Title == "" || !strings.HasSuffix(m.Note, ".") {
				t.Errorf("%+v is named twice or incomplete", m)
			}
			seen[m.Name] = true
			switch value := m.Value.(type) {
			case nil, string:
			case float64:
				if math.IsNaN(value) || math.IsInf(value, 0) {
					t.Errorf("%s is %v", m.Name, value)
				}
			default:
				t.Errorf("%s is a %T", m.Name, value)
			}
		}
		for _, name := range []string{"break_even.operating_income.first", "lease.fee_needed_for_operating_break_even", "lease.headline_value", "lease.enforceable_value",
			"free_cash_flow.cumulative", "tenant.gpus", "tenant.megawatts", "tenant.share", "tenant.compute", "price_per_gpu_hour"} {
			if !seen[name] {
				t.Errorf("links and the page ask for %s", name)
			}
		}
	}
}

// What a scenario has none of is not spoken of.
func TestLeftOut(t *testing.T) {
	for name := range measured(t, load(t, "filed-deal")) {
		if strings.HasPrefix(name, "debt.") || strings.HasPrefix(name, "orbit.") || strings.HasPrefix(name, "listing.") {
			t.Errorf("a scenario without debt, satellites and companies has %s", name)
		}
	}
	m := measured(t, load(t, "filed-deal"), strings.Split(everything, ";")...)
	for _, name := range []string{"debt.llcr", "debt.dscr.minimum@notes", "listing.day@spacex", "orbit.parity_launch_price@orbit"} {
		if _, ok := m[name]; !ok {
			t.Errorf("%s is missing", name)
		}
	}
	if _, ok := m["orbit.parity_launch_price@memphis"]; ok {
		t.Error("a site on the ground is compared with the ground")
	}
}

func BenchmarkMeasures(b *testing.B) {
	// An investment that pays back, so that rates of return are searched for.
	paying := []float64{-1000}
	for len(paying) < 60 {
		paying = append(paying, 30)
	}
	for name, computed := range map[string]*machine.Table{
		"orbital-expansion": table(b, load(b, "orbital-expansion")),
		"everything":        table(b, load(b, "filed-deal"), strings.Split(everything, ";")...),
		"rates of return":   table(b, firm(b, paying...)),
	} {
		plan, err := result.NewPlan(computed)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				plan.Compute(computed)
			}
		})
		b.Run(name+", plan", func(b *testing.B) {
			for b.Loop() {
				if _, err := result.NewPlan(computed); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// A price by the hour follows the length of the months: at 2.75 USD an hour EBITDA
// falls below zero in every February, and no month is the first from which it
// stays; over twelve months it stays from the first year on.
func TestBreakEvenOverSeveralMonths(t *testing.T) {
	computed := table(t, load(t, "half-the-data-center"), "lease.anthropic.price=2.75")
	m := measured(t, load(t, "half-the-data-center"), "lease.anthropic.price=2.75")
	column, _ := computed.Column("operator.adjusted_ebitda", "operator")
	series := computed.Series(column)
	for window, name := range map[int]string{1: "", 3: "_of_3_months", 12: "_of_12_months"} {
		first, lasting := "", ""
		for month := window - 1; month < computed.Months; month++ {
			sum := 0.0
			for _, value := range series[month+1-window : month+1] {
				sum += value
			}
			in := computed.Start.Add(month).String()
			switch {
			case sum < 0:
				lasting = ""
			case lasting == "":
				lasting = in
			}
			if sum >= 0 && first == "" {
				first = in
			}
		}
		for kind, want := range map[string]string{"first": first, "lasting": lasting} {
			if got := m["break_even.adjusted_ebitda"+name+"."+kind].Value; got != want {
				t.Errorf("over %d months the %s is %v, added up by hand %s", window, kind, got, want)
			}
		}
	}
	if got := m["break_even.adjusted_ebitda_of_12_months.lasting"].Value; got != "2027-04" || m["break_even.adjusted_ebitda.lasting"].Value != "2031-03" {
		t.Errorf("by twelve months it lasts from %v, by the month from %v", got, m["break_even.adjusted_ebitda.lasting"].Value)
	}
}
