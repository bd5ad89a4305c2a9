package model_test

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// firm is an operator without sites: it takes in 100 and spends 60 million USD
// a month, and invests nothing, so 40 are left.
func firm(t tester, months string) *scenario.Document {
	t.Helper()
	document, err := model.Scenario.Decode([]byte(`{"version": 1, "name": "firm", "start": "2026-01", "months": ` + months + `, "operator": {
		"reported_revenue": 100e6, "reported_operating_loss": -40e6, "reported_non_cash_costs": 0, "capital_spending": 0,
		"opening_fixed_assets": 0, "valuation_method": "cash_flow"}}`))
	if err != nil {
		t.Fatalf("%v", err)
	}
	return document
}

func closeTo(t tester, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance*math.Max(math.Abs(want), 1e-300)) {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

var monthly = math.Pow(1.1, 1.0/12) - 1 // the default discount rate of 10 %

func TestGordonGrowth(t *testing.T) {
	o := run(t, firm(t, "30"), set("operator.terminal_growth", 0.04))
	g := math.Pow(1.04, 1.0/12) - 1
	atEnd := 40e6 * (1 + g) / (monthly - g)
	closeTo(t, "the value at the end", o.of("operator.value_by_cash_flow", "operator")[29], atEnd, 1e-12)
	annuity := 40e6 * (1 - math.Pow(1+monthly, -29)) / monthly
	closeTo(t, "the value after the first month", o.of("operator.value_by_cash_flow", "operator")[0], annuity+atEnd*math.Pow(1+monthly, -29), 1e-12)
	for _, growth := range []float64{0.1, 0.15} {
		o = run(t, firm(t, "30"), set("operator.terminal_growth", growth))
		if value := o.of("operator.value_by_cash_flow", "operator")[3]; !machine.IsAbsent(value) {
			t.Errorf("growth of %v at a discount rate of 0.1 for ever is worth %v", growth, value)
		}
	}
}

// A sale is paid for at the end, whenever in the month the flows fall: N, not N − ½.
func TestExitMultipleIsPaidAtTheEnd(t *testing.T) {
	annuity, sale := 40e6*(1-math.Pow(1.1, -1))/monthly, 11*480e6/1.1
	o := run(t, firm(t, "13"), set("operator.terminal_value_method", "exit_multiple"))
	closeTo(t, "the value", o.of("operator.value_by_cash_flow", "operator")[0], annuity+sale, 1e-12)
	o = run(t, firm(t, "13"), set("operator.terminal_value_method", "exit_multiple"), set("operator.discounting", "mid_month"))
	closeTo(t, "the value mid-month", o.of("operator.value_by_cash_flow", "operator")[0], annuity*math.Pow(1.1, 1.0/24)+sale, 1e-12)
	o = run(t, firm(t, "13"), set("operator.terminal_value_method", "none"))
	closeTo(t, "the value without an end", o.of("operator.value_by_cash_flow", "operator")[0], annuity, 1e-12)
	o = run(t, firm(t, "13"), set("operator.terminal_value_method", "exit_multiple"), set("operator.reported_operating_loss", 5e6))
	if value := o.of("operator.value_by_cash_flow", "operator")[0]; !machine.IsAbsent(value) {
		t.Errorf("a company that loses money is sold at a multiple of its loss, %v", value)
	}
}

// A growing company is worth less by the last 12 months than by its run-rate,
// and by those it is worth nothing known before 12 have passed.
func TestBasisOfTheMultiple(t *testing.T) {
	growing := set("operator.revenue_growth", 1)
	rate := run(t, firm(t, "24"), growing).of("operator.value_by_revenue", "operator")
	o := run(t, firm(t, "24"), growing, set("operator.multiple_basis", "last_twelve_months"))
	last := o.of("operator.value_by_revenue", "operator")
	for month := range 11 {
		if !machine.IsAbsent(last[month]) || machine.IsAbsent(rate[month]) {
			t.Errorf("in month %d: %v by the last 12 months, %v by run-rate", month, last[month], rate[month])
		}
	}
	q := math.Pow(2, 1.0/12) // 100 million, growing so each month
	closeTo(t, "the last 12 months in month 23", last[23], 6.8*100e6*math.Pow(q, 12)*(math.Pow(q, 12)-1)/(q-1), 1e-12)
	closeTo(t, "the run-rate in month 23", rate[23], 6.8*1200e6*math.Pow(q, 23), 1e-12)
	o = run(t, firm(t, "24"), set("operator.reported_operating_loss", 1e6))
	if value := o.of("operator.value_by_ebitda", "operator")[12]; !machine.IsAbsent(value) {
		t.Errorf("a multiple is paid on a loss: %v", value)
	}
}

func TestValueIsLinearInItsMultiple(t *testing.T) {
	document := load(t, "filed-deal")
	rapid.Check(t, func(t *rapid.T) {
		multiple, factor := rapid.Float64Range(0.1, 40).Draw(t, "multiple"), rapid.Float64Range(0.001, 2.5).Draw(t, "factor")
		basis := set("operator.multiple_basis", rapid.SampledFrom([]string{"run_rate", "last_twelve_months"}).Draw(t, "basis"))
		for row, input := range map[string]string{"operator.value_by_revenue": "operator.revenue_multiple", "operator.value_by_ebitda": "operator.ebitda_multiple"} {
			once := run(t, document, basis, set(input, multiple)).of(row, "operator")[14]
			closeTo(t, row, run(t, document, basis, set(input, multiple*factor)).of(row, "operator")[14], once*factor, 1e-12)
		}
	})
}

// What the rows say a dollar of lost loss is worth is what a run with a smaller
// loss shows.
func TestADollarOfLostLossIsWorthWhatARunShows(t *testing.T) {
	document := load(t, "filed-deal")
	for _, terminal := range []string{"growth", "exit_multiple", "none"} {
		for _, discounting := range []string{"end_of_month", "mid_month"} {
			changes := []scenario.Change{set("operator.terminal_value_method", terminal), set("operator.discounting", discounting), set("scenario.months", 30)}
			before, after := run(t, document, changes...), run(t, document, append(changes, set("operator.reported_operating_loss", 823_333_333-1e6))...)
			for _, month := range []int{0, 17, 28} {
				gain := func(row string) float64 { return after.of(row, "operator")[month] - before.of(row, "operator")[month] }
				closeTo(t, terminal+": a dollar by cash flow", 1e6*before.of("operator.dollar_a_month_by_cash_flow", "operator")[month], gain("operator.value_by_cash_flow"), 1e-6)
				closeTo(t, "a dollar by EBITDA", 1e6*before.of("operator.dollar_a_month_by_ebitda", "operator")[month], gain("operator.value_by_ebitda"), 1e-6)
			}
		}
	}
	before, after := run(t, document), run(t, document, set("lease.anthropic.fee", 1.25e9+1e6))
	closeTo(t, "a dollar by revenue", 1e6*before.of("operator.dollar_a_month_by_revenue", "operator")[14],
		after.of("operator.value_by_revenue", "operator")[14]-before.of("operator.value_by_revenue", "operator")[14], 1e-6)
}

// Whoever finances the operator, the business brings and is worth the same.
func TestFinancingDoesNotChangeTheEnterprise(t *testing.T) {
	document := load(t, "filed-deal")
	debt := set("tranche.notes", map[string]any{"commitment": 20e9, "start": "2026-07", "maturity": "2030-07", "rate": 0.125, "issue_discount": 0.04})
	method := set("operator.valuation_method", "cash_flow")
	for _, taxes := range []bool{false, true} {
		without, with := run(t, document, method, set("operator.taxes", taxes)), run(t, document, method, set("operator.taxes", taxes), debt)
		for _, row := range []string{"operator.unlevered_free_cash_flow", "operator.enterprise_value"} {
			with.same(row+" does not know the debt", with.of(row, "operator"), without.of(row, "operator"))
		}
		if !taxes {
			without.same("without debt and tax, free cash flow is before interest", without.of("operator.unlevered_free_cash_flow", "operator"), without.of("operator.free_cash_flow", "operator"))
		}
		// Drawn in July at 96: owners lose the fees of 4 % and nothing else yet.
		loss := without.of("operator.equity_value", "operator")[2] - with.of("operator.equity_value", "operator")[2]
		closeTo(t, "what the drawing costs the owners", loss, 0.04*20e9, 1e-6)
	}
}

func TestTheMethodChosenCounts(t *testing.T) {
	for method, row := range map[string]string{"revenue": "value_by_revenue", "ebitda": "value_by_ebitda", "cash_flow": "value_by_cash_flow"} {
		o := run(t, firm(t, "24"), set("operator.valuation_method", method))
		o.same(method, o.of("operator.enterprise_value", "operator"), o.of("operator."+row, "operator"))
	}
	// The valuation changes nothing that it is made of.
	base := run(t, load(t, "filed-deal"))
	other := run(t, load(t, "filed-deal"), set("operator.discount_rate", 0.2), set("operator.revenue_multiple", 95), set("operator.terminal_growth", -0.1))
	for i, column := range base.Table.Program.Columns {
		name := column.Row
		if containsAny(name, "value", "terminal", "dollar_a_month", "discount_rate", "mid_month", "comparison", "charge", "orbit_cost", "ground_cost", "parity") {
			continue
		}
		other.same(name, other.Table.Series(i), base.Table.Series(i))
	}
}

func containsAny(name string, parts ...string) bool {
	for _, part := range parts {
		if strings.Contains(name, part) {
			return true
		}
	}
	return false
}
