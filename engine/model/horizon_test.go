package model_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/language"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/scenarios"
)

// rowsOfTheEnd are the rows that look at the end of the scenario by what they
// mean, through next, and all that reads them: they alone may change when a
// scenario is made longer.
var rowsOfTheEnd = func() map[string]bool {
	schema, err := model.Schema(&scenario.Document{})
	if err != nil {
		panic(err)
	}
	reads := map[int][]int{}
	found := map[int]bool{}
	for row := range schema.RowCount() {
		var visit func(n *language.Node)
		visit = func(n *language.Node) {
			if n.Kind == language.Next {
				found[row] = true
			}
			if n.Kind == language.Reference && !n.IsInput {
				reads[row] = append(reads[row], n.Index)
			}
			for _, arg := range n.Args {
				visit(arg)
			}
		}
		visit(schema.Expression(row))
	}
	for grew := true; grew; {
		grew = false
		for row, list := range reads {
			if !found[row] && slices.ContainsFunc(list, func(read int) bool { return found[read] }) {
				found[row], grew = true, true
			}
		}
	}
	names := map[string]bool{}
	for row := range found {
		names[schema.Row(row).Name] = true
	}
	return names
}()

// What a company and its assets are worth at the end of the scenario, and what a
// site in orbit costs over it; no flow, balance or term is among them.
func TestFewRowsLookAtTheEndOfTheScenario(t *testing.T) {
	want := []string{
		"lease.lease_against_orbit",
		"operator.dollar_a_month_by_cash_flow", "operator.enterprise_value", "operator.equity_value", "operator.equity_value_at_end",
		"operator.group_enterprise_value", "operator.group_equity_value",
		"operator.orbit_cost_per_gpu_hour", "operator.own_value_per_share", "operator.residual_sale", "operator.return_flow",
		"operator.tax_owed_at_end", "operator.value_beyond_contracts", "operator.value_by_cash_flow", "operator.value_per_share",
		"site.ground_cost_per_gpu_hour", "site.ground_cost_per_kilowatt_year", "site.orbit_cost_per_gpu_hour", "site.orbit_cost_per_kilowatt_year",
		"site.parity_launch_price",
		"tranche.cfads_value", "tranche.plcr",
	}
	var got []string
	for _, row := range model.Rows {
		if rowsOfTheEnd[row.Name] {
			got = append(got, row.Name)
		}
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("they are\n%q\nwant\n%q", got, want)
	}
}

// horizon is a run of a document over a number of months, with the measures of
// contracts and loans.
type horizon struct {
	outcome
	measures map[string]any
}

// ofContracts reports whether a measure is of contracts or loans to their own end,
// which the scenario's must not change. Cover of a project to the scenario's end is not, nor are parts of a scenario's sums.
func ofContracts(m *model.Measure) bool {
	if m.Name == "debt.plcr" || strings.HasPrefix(m.Name, "concentration.") {
		return false
	}
	return m.Whole || m.Scope == "lease" || m.Scope == "tranche" || m.Name == "lease.headline_value" || m.Name == "lease.expected_value"
}

func atHorizon(t tester, document *scenario.Document, months int) horizon {
	t.Helper()
	o := run(t, document, set("scenario.months", months))
	plan, err := result.NewPlan(o.Table)
	if err != nil {
		t.Fatalf("%v", err)
	}
	h := horizon{o, map[string]any{}}
	for _, figure := range plan.Figures(o.Table) {
		if ofContracts(figure.Measure) {
			h.measures[figure.Name] = figure.Value
		}
	}
	return h
}

// agree compares all rows in the months that both have, bit for bit, and the
// measures of contracts and loans.
func agree(t tester, short, long horizon) {
	t.Helper()
	for i, column := range short.Table.Program.Columns {
		if rowsOfTheEnd[column.Row] {
			continue
		}
		name := short.Document.Instances[column.Instance].Name
		of, ok := long.Table.Column(column.Row, name)
		if !ok {
			continue // a column that only the compiler asked for
		}
		a, b := short.Table.Series(i), long.Table.Series(of)
		for month := range a {
			if math.Float64bits(a[month]) != math.Float64bits(b[month]) {
				t.Errorf("%s@%s in month %d is %v in %d months and %v in %d", column.Row, name, month, a[month], short.Table.Months, b[month], long.Table.Months)
				break
			}
		}
	}
	for name, value := range short.measures {
		if other, ok := long.measures[name]; !ok || value != other {
			t.Errorf("%s is %v in %d months and %v in %d", name, value, short.Table.Months, other, long.Table.Months)
		}
	}
}

func TestALongerScenarioChangesNoEarlierMonth(t *testing.T) {
	for _, name := range scenarios.Names {
		t.Run(name, func(t *testing.T) {
			document := load(t, name)
			long := atHorizon(t, document, 160)
			for _, months := range []int{1, 2, 6, 12, 24, document.Months} {
				agree(t, atHorizon(t, document, months), long)
			}
		})
	}
}

// A renewal of a part of a month is one month more, and here another year too.
func TestARenewalOfAPartOfAMonthIsComputed(t *testing.T) {
	lease := map[string]any{"name": "tenant", "share": 0.5, "start": "2026-05", "last_month": "2027-12", "renewal_months": 0.25}
	document := siteOf200MW(t, 60, lease)
	agree(t, atHorizon(t, document, 12), atHorizon(t, document, 60))
}

func TestALongerScenarioChangesNoEarlierMonthOfAnyLease(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first, second := anyTerms(t, false), anyTerms(t, false)
		first["name"], second["name"] = "tenant", "other"
		document := siteOf200MW(t, 60, first, second)
		short := rapid.SampledFrom([]int{1, 2, 6, 12, 24}).Draw(t, "months")
		agree(t, atHorizon(t, document, short), atHorizon(t, document, rapid.IntRange(short+1, 60).Draw(t, "more months")))
	})
}

func TestALongerScenarioChangesNoEarlierMonthWhateverIsChanged(t *testing.T) {
	twoHorizons := func(t *rapid.T, document *scenario.Document) {
		short := rapid.SampledFrom([]int{1, 2, 6, 12, 24}).Draw(t, "fewer months")
		agree(t, atHorizon(t, document, short), atHorizon(t, document, rapid.IntRange(short+1, 100).Draw(t, "more months")))
	}
	t.Run("a company", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) { twoHorizons(t, someCompany(t).Document) })
	})
	t.Run("anything", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			document, changes := anyScenario(t)
			changed, err := document.Apply(changes)
			if err != nil {
				t.Fatal(err)
			}
			twoHorizons(t, changed)
		})
	})
}
