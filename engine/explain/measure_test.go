package explain

import (
	"math"
	"slices"
	"strings"
	"testing"

	"rackonomics/engine/calendar"
	"rackonomics/engine/result"
	"rackonomics/scenarios"
)

// Every measure of every shipped scenario is explained: with its own value, in
// months of the scenario, by rows that are those of the table.
func TestExplainsEveryMeasure(t *testing.T) {
	for _, name := range scenarios.Names {
		e := explainer(t, name)
		plan, err := result.NewPlan(e.table)
		if err != nil {
			t.Fatal(err)
		}
		for i, value := range plan.Compute(e.table) {
			head := &plan.Heads[i]
			tree, err := e.Measure(head.Name, 2, 400)
			if !plan.There(i, 0) {
				if err == nil {
					t.Errorf("%s: %s is not there, and explained", name, head.Name)
				}
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			if math.Float64bits(tree.Value) != math.Float64bits(value) || tree.Formula != laidOut(head.Measure.Formula) || tree.Text != "" && tree.Text != plan.Text(head, value) {
				t.Errorf("%s: %s is %v, explained as %v", name, head.Name, value, tree.Value)
			}
			expectReasons(t, name, e, tree)
		}
	}
}

// expectReasons looks at what the tree of a measure is made of.
func expectReasons(t *testing.T, scenario string, e *Explainer, tree *Node) {
	all := allMonths(e)
	if isTotal := func(n *Node) bool { return n.Month == all }; len(tree.Decided) == 0 && !slices.ContainsFunc(tree.Children, isTotal) {
		t.Errorf("%s: nothing says which month %s opens in", scenario, tree.Name)
	}
	months := map[string]bool{}
	for _, decision := range tree.Decided {
		months[decision.Month] = true
		if month, err := calendar.Parse(decision.Month); err != nil || month.Since(e.table.Start) < 0 || month.Since(e.table.Start) >= e.table.Computed || decision.After != (month.Since(e.table.Start) >= e.table.Months) || decision.Which == "" {
			t.Errorf("%s: %s was decided in %+v", scenario, tree.Name, decision)
		}
	}
	if len(tree.Children) == 0 && tree.Value == tree.Value && tree.Value != 0 {
		t.Errorf("%s: %s is %v for no reason", scenario, tree.Name, tree.Value)
	}
	for _, child := range tree.Children {
		if child.Month == all {
			sum, scale := sumOf(child.Children), math.Abs(child.Value)
			if child.Formula != "" {
				sum, scale = addedUp(e, child, child.Children)
			}
			if math.Abs(sum-child.Value) > 1e-9*scale {
				t.Errorf("%s: %s opens %s of %v in %v", scenario, tree.Name, child.Name, child.Value, sum)
			}
			continue
		}
		if !months[child.Month] {
			t.Errorf("%s: %s reads %s in %s, which decided nothing", scenario, tree.Name, child.Name, child.Month)
		}
		table := e.table
		if child.Without != "" {
			table = e.table.Without[child.Without]
		}
		column, ok := table.Column(child.Name, child.Instance)
		month, _ := calendar.Parse(child.Month)
		if !ok || math.Float64bits(table.Whole(column)[month.Since(e.table.Start)]) != math.Float64bits(child.Value) {
			t.Errorf("%s: %s is explained by %s of %v, which the table has not", scenario, tree.Name, child.Name, child.Value)
		}
	}
}

// allMonths is how the months of the scenario are called together.
func allMonths(e *Explainer) string {
	if e.table.Months == 1 {
		return e.table.Start.String()
	}
	return e.table.Start.String() + " to " + e.table.Start.Add(e.table.Months-1).String()
}

func sumOf(nodes []*Node) (sum float64) {
	for _, n := range nodes {
		sum += n.Value
	}
	return sum
}

// A total is its row over the whole scenario, by what that adds up, or else by calendar years and
// their months; what is parted by another total is both of them.
func TestATotalOpensOverTheWholeScenario(t *testing.T) {
	for _, test := range []struct {
		scenario, measure string
		rows              []string
	}{
		{"filed-deal", "free_cash_flow.cumulative", []string{"operator.free_cash_flow"}},
		{"three-tenants", "free_cash_flow.cumulative", []string{"operator.free_cash_flow"}},
		{"filed-deal", "price_per_gpu_hour", []string{"lease.billed_for_gpus", "lease.gpu_hours"}},
		{"three-tenants", "price_per_gpu_hour", []string{"lease.billed_for_gpus", "lease.gpu_hours"}},
	} {
		e := explainer(t, test.scenario)
		tree, err := e.Measure(test.measure, 3, 400)
		if err != nil {
			t.Fatal(err)
		}
		var values []float64
		for at, row := range test.rows {
			if at >= len(tree.Children) || tree.Children[at].Name != row || tree.Children[at].Month != allMonths(e) {
				t.Fatalf("%s: %s does not open in %s of %s", test.scenario, test.measure, row, allMonths(e))
			}
			child := tree.Children[at]
			values = append(values, child.Value)
			years := child.Children
			if child.Formula != "" {
				if sum, scale := addedUp(e, child, years); years[0].Month != allMonths(e) || math.Abs(sum-child.Value) > 1e-9*scale {
					t.Errorf("%s: %s opens %s by %+v, which come to %v", test.scenario, test.measure, row, years, sum)
				}
				continue
			}
			if len(years) < 3 || years[0].Month != "2026" || years[0].Children[0].Month != "2026-05" || math.Abs(sumOf(years)/child.Value-1) > 1e-9 || math.Abs(sumOf(years[0].Children)/years[0].Value-1) > 1e-9 {
				t.Errorf("%s: %s opens %s by %+v", test.scenario, test.measure, row, years)
			}
		}
		want := values[0]
		if len(values) > 1 {
			want /= values[1]
		}
		if len(tree.Children) != len(test.rows) || math.Abs(want/tree.Value-1) > 1e-9 {
			t.Errorf("%s: %s is %v, and what it opens in comes to %v", test.scenario, test.measure, tree.Value, want)
		}
	}
}

func TestMeasuresOpenInTheMonthThatDecided(t *testing.T) {
	for _, test := range []struct {
		scenario, measure string
		function, month   string
		child             string
	}{
		{"filed-deal", "break_even.operating_income.first", "first", "2026-07", "operator.operating_income"},
		{"filed-deal", "break_even.operating_income.lasting", "lasting", "2031-04", "operator.operating_income"}, // never: the end says so
		{"filed-deal", "cash.minimum", "lowest", "2031-04", "operator.free_cash"},
		{"filed-deal", "cash.minimum_month", "lowest_month", "2031-04", "operator.free_cash"},
		{"filed-deal", "value.enterprise", "at", "2027-04", "operator.enterprise_value"},
		{"delayed-listing", "listing.first", "earliest", "2026-05", "company.listing_day"},
		{"delayed-listing", "listing.rank@openai", "place", "2026-05", "company.listing_day"},
		{"tenant-default", "debt.llcr", "llcr", "", "operator.debt_owed"},
	} {
		tree, err := explainer(t, test.scenario).Measure(test.measure, 1, 100)
		if err != nil {
			t.Errorf("%s: %v", test.measure, err)
			continue
		}
		decision := tree.Decided[0]
		child := find(tree, test.child)
		if decision.Function != test.function || test.month != "" && decision.Month != test.month || child == nil || child.Month != decision.Month {
			t.Errorf("%s was decided in %+v, by %+v", test.measure, tree.Decided, child)
		}
	}
	tree, _ := explainer(t, "filed-deal").Measure("cash.minimum", 1, 100)
	if child := find(tree, "operator.free_cash"); child == nil || child.Value != tree.Value {
		t.Error("the lowest cash is another in the month that is told")
	}
}

func TestMeasureEndsInCitedInputs(t *testing.T) {
	tree, err := explainer(t, "filed-deal").Measure("break_even.operating_income.first", 20, 1000)
	if err != nil {
		t.Fatal(err)
	}
	fee := find(tree, "lease.fee")
	if fee == nil || fee.Value != 1250e6 || len(fee.Sources) == 0 || !strings.Contains(fee.Sources[0].Label, "S-1") {
		t.Errorf("the fee is not explained by the filing: %+v", fee)
	}
	if value, err := explainer(t, "filed-deal").Measure("lease.enforceable_value", 1, 10); err != nil || !strings.HasSuffix(value.Note, " Source: ASC 606-10-25-3.") {
		t.Errorf("the convention has no source: %+v, %v", value, err)
	}
	if tree.Text != "2026-07" || tree.Title == "" || tree.Note == "" {
		t.Errorf("the root is %+v", tree)
	}
}

func TestMeasureOfAThingIsTitledAsPeopleCallIt(t *testing.T) {
	tree, err := explainer(t, "delayed-listing").Measure("listing.proceeds_lost@openai", 1, 10)
	if err != nil || tree.Title != "Proceeds lost by the delay, OpenAI" {
		t.Errorf("it is titled %q, %v", tree.Title, err)
	}
}

func TestRefusesMeasuresThatAreNotThere(t *testing.T) {
	e := explainer(t, "no-deal")
	for name, want := range map[string]string{"nothing": "no such measure", "debt.llcr": "no such measure", "listing.day@spacex": "no such measure",
		"residual_value": "told only where peak(residual_value) != 0"} {
		if _, err := e.Measure(name, 3, 10); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s gives %v", name, err)
		}
	}
}
