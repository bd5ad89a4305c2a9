package model_test

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/model"
)

// The columns for 5- and 15-year property of IRS Publication 946, Appendix A,
// Tables A-1 (half-year) and A-2 to A-5 (mid-quarter, first to fourth quarter).
var publication946 = map[int][5][]float64{
	5: {
		{20, 32, 19.2, 11.52, 11.52, 5.76},
		{35, 26, 15.6, 11.01, 11.01, 1.38},
		{25, 30, 18, 11.37, 11.37, 4.26},
		{15, 34, 20.4, 12.24, 11.3, 7.06},
		{5, 38, 22.8, 13.68, 10.94, 9.58},
	},
	15: {
		{5, 9.5, 8.55, 7.7, 6.93, 6.23, 5.9, 5.9, 5.91, 5.9, 5.91, 5.9, 5.91, 5.9, 5.91, 2.95},
		{8.75, 9.13, 8.21, 7.39, 6.65, 5.99, 5.9, 5.91, 5.9, 5.91, 5.9, 5.91, 5.9, 5.91, 5.9, 0.74},
		{6.25, 9.38, 8.44, 7.59, 6.83, 6.15, 5.91, 5.9, 5.91, 5.9, 5.91, 5.9, 5.91, 5.9, 5.91, 2.21},
		{3.75, 9.63, 8.66, 7.8, 7.02, 6.31, 5.9, 5.9, 5.91, 5.9, 5.91, 5.9, 5.91, 5.9, 5.91, 3.69},
		{1.25, 9.88, 8.89, 8, 7.2, 6.48, 5.9, 5.9, 5.9, 5.91, 5.9, 5.91, 5.9, 5.91, 5.9, 5.17},
	},
}

// taxpayer is a company that earns 100 a month and buys, in months counted from
// January 2026, assets of 1,000.
func taxpayer(t tester, months int, purchases map[int]float64, terms string) outcome {
	t.Helper()
	steps := `{"from":"2025-12","value":0}`
	for month := range months {
		steps += fmt.Sprintf(`,{"from":"%d-%02d","value":%g}`, 2026+month/12, month%12+1, purchases[month])
		if month > 110 {
			break // a profile has at most 120 steps
		}
	}
	document, err := model.Scenario.Decode([]byte(fmt.Sprintf(`{"version":1,"name":"taxpayer","start":"2026-01","months":%d,
		"operator":{"taxes":true,"reported_revenue":100,"reported_operating_loss":-100,"reported_non_cash_costs":0,"opening_fixed_assets":0,
			"depreciate_new_capital":true,"capital_go_live_delay":0,"capital_spending":{"steps":[%s]}%s}}`, months, steps, terms)))
	if err != nil {
		t.Fatalf("%v", err)
	}
	o := run(t, document)
	o.closesItsBooks()
	return o
}

func yearly(series []float64) (sums []float64) {
	for month, value := range series {
		if month%12 == 0 {
			sums = append(sums, 0)
		}
		sums[month/12] += value
	}
	return sums
}

// One purchase in each quarter alone; for the first three quarters a second one
// in November makes the mid-quarter convention mandatory.
func TestRecoveryIsThatOfPublication946(t *testing.T) {
	for life, tables := range publication946 {
		share := map[int]string{5: "1", 15: "0"}[life]
		terms := `,"bonus_depreciation":false,"short_lived_share":` + share
		for quarter := range 4 {
			alone, both := tables[0], tables[quarter+1]
			if quarter == 3 {
				alone = tables[4]
			}
			month := 3*quarter + quarter%3
			compare := func(what string, purchases map[int]float64, want func(year int) float64) {
				o := taxpayer(t, 12*(life+1), purchases, terms)
				for year, recovered := range yearly(o.operator("tax_depreciation")) {
					if math.Abs(recovered-want(year)) > 1e-9 {
						t.Errorf("%d-year property, %s in quarter %d: year %d recovers %v, want %v", life, what, quarter+1, year+1, recovered, want(year))
					}
				}
				total := 0.0
				for _, cost := range purchases {
					total += cost
				}
				near(t, "all that is recovered", cumulated(o.operator("tax_depreciation"))[o.Table.Months-1], total, 1e-12)
			}
			compare("alone", map[int]float64{month: 1000}, func(year int) float64 { return 10 * alone[year] })
			compare("with as much in November", map[int]float64{month: 1000, 10: 1000 + 0}, func(year int) float64 {
				if month == 10 {
					return 10 * both[year]
				}
				return 10*both[year] + 10*tables[4][year]
			})
		}
	}
}

// The published tables are declining balance with a switch to straight line,
// rounded: computed here by the method itself.
func TestTablesFollowTheMethod(t *testing.T) {
	for life, tables := range publication946 {
		factor := map[int]float64{5: 2, 15: 1.5}[life]
		for i, table := range tables {
			served := []float64{0.5, 0.875, 0.625, 0.375, 0.125}[i] // of the first year
			left, age, sum := 100.0, 0.0, 0.0
			for year, percentage := range table {
				part := min(1, float64(life)-age)
				if year == 0 {
					part = served
				}
				want := left * max(factor/float64(life), 1/(float64(life)-age)) * part
				if year == len(table)-1 {
					want = left
				}
				if math.Abs(percentage-want) > 0.0151 {
					t.Errorf("%d-year property, table A-%d, year %d: %v, by the method %v", life, i+1, year+1, percentage, want)
				}
				left, age, sum = left-want, age+part, sum+percentage
			}
			if math.Abs(sum-100) > 1e-9 {
				t.Errorf("%d-year property, table A-%d adds up to %v", life, i+1, sum)
			}
		}
	}
}

// 40 % in the last quarter is not more than 40 %.
func TestMidQuarterIsForMoreThanFortyPerCent(t *testing.T) {
	for last, want := range map[float64]float64{400: 0, 401: 1} {
		o := taxpayer(t, 24, map[int]float64{2: 1000 - last, 9: last}, "")
		for month, mid := range o.operator("mid_quarter")[:12] {
			if mid != want {
				t.Errorf("with %v of 1000 in October, month %d says %v", last, month, mid)
			}
		}
	}
}

// 60 % in 2024 and 40 % in 2025 for what was ordered before 20 January 2025, all
// for what was ordered after.
func TestBonusByDateOfOrder(t *testing.T) {
	document, err := model.Scenario.Decode([]byte(`{"version":1,"name":"bonus","start":"2023-01","months":72,
		"operator":{"taxes":true,"order_lead":180,"capital_spending":1,"depreciate_new_capital":true,"capital_go_live_delay":0}}`))
	if err != nil {
		t.Fatal(err)
	}
	month := func(year, month int) int { return (year-2023)*12 + month - 1 }
	short := run(t, document).operator("bonus_rate")
	long := run(t, document, set("operator.order_lead", 1200)).operator("bonus_rate")
	none := run(t, document, set("operator.bonus_depreciation", false)).operator("bonus_rate")
	for what, test := range map[string]struct{ got, want float64 }{
		"2023":                             {short[month(2023, 5)], 0.8},
		"2024":                             {short[month(2024, 12)], 0.6},
		"2025, ordered in 2024":            {short[month(2025, 6)], 0.4},
		"July 2025, ordered on 1 February": {short[month(2025, 7)], 1},
		"2026, ordered in 2022":            {long[month(2026, 1)], 0.2},
		"2027, ordered in 2023":            {long[month(2027, 1)], 0},
		"2028, ordered on 19 January 2025": {run(t, document, set("operator.order_lead", 1107)).operator("bonus_rate")[month(2028, 1)], 0},
		"2028, ordered on 20 January 2025": {run(t, document, set("operator.order_lead", 1106)).operator("bonus_rate")[month(2028, 1)], 1},
		"elected out":                      {none[month(2026, 6)], 0},
	} {
		near(t, what, test.got+1, test.want+1, 1e-12)
	}
}

// An asset of 1,000 that is written off at once for tax and over 5 years in the
// books: the deferred tax builds up, reverses to nothing, and all tax ever paid
// is the rate on all income.
func TestDeferredTaxReverses(t *testing.T) {
	o := taxpayer(t, 84, map[int]float64{1: 1000}, `,"valuation_allowance":false`)
	rate := 0.21 + 0.065*(1-0.21)
	deferred := o.operator("deferred_tax_net")
	near(t, "the liability after a year", deferred[11], -rate*(1000-11*1000./60), 1e-9)
	near(t, "the deferred tax at the end", 1+deferred[83], 1, 1e-9)
	near(t, "tax of 7 years", cumulated(o.operator("tax_paid"))[83], rate*(84*100-1000), 1e-9)
	near(t, "tax paid in 2026", o.operator("tax_paid")[11], rate*200, 1e-9)
}

// A loss of 1,000 in the first year meets income of 1,200 in the second: 80 % of
// that, 960, can be offset, so 240 are taxed and 40 are left.
func TestLossesOffsetEightyPerCent(t *testing.T) {
	o := taxpayer(t, 36, map[int]float64{0: 2200}, `,"capital_life":30`)
	for row, want := range map[string][3]float64{
		"losses_carried_forward": {1000, 40, 0},
		"losses_used":            {0, 960, 40},
		"tax_of_year":            {0, 0.26135 * 240, 0.26135 * 1160},
	} {
		for year := range 3 {
			near(t, fmt.Sprintf("%s in year %d", row, year+1), 1+o.operator(row)[12*year+11], 1+want[year], 1e-9)
		}
	}
	if liability := o.operator("deferred_tax_gross")[11]; liability >= 0 {
		t.Errorf("the loss of %v outweighs the asset difference", liability)
	}
}

// Without debt and interest the tax that a company would pay without debt is the
// tax it pays: with shares as pay, a loss and its use.
func TestUnleveredTax(t *testing.T) {
	o := taxpayer(t, 48, map[int]float64{0: 1500}, `,"stock_compensation_share":1`)
	o = run(t, o.Document, set("operator.reported_non_cash_costs", 40))
	o.same("tax without debt", o.operator("unlevered_tax_paid"), o.operator("tax_paid"), o.operator("revenue"))
	if paid := yearly(o.operator("tax_paid")); paid[0] != 0 || paid[1] <= 0 {
		t.Errorf("%v is paid, want nothing in the year of the loss and something after", paid)
	}
	indebted := run(t, o.Document, set("tranche.bond", map[string]any{"opening_balance": 1000, "rate": 0.12, "maturity": "2032-01"}))
	indebted.closesItsBooks()
	o.same("with debt it is the same", indebted.operator("unlevered_tax_paid"), o.operator("unlevered_tax_paid"), o.operator("revenue"))
	if indebted.operator("tax_paid")[35] >= o.operator("tax_paid")[35] {
		t.Error("interest lowers no tax")
	}
}

// What the sites buy is written down by what it is; the shell over 39 years for
// tax, half of the first month.
func TestSitePurchases(t *testing.T) {
	document, err := model.Scenario.Decode([]byte(`{"version":1,"name":"buyer","start":"2027-01","months":72,
		"operator":{"taxes":true,"reported_revenue":100,"reported_operating_loss":-100,"reported_non_cash_costs":0,"opening_fixed_assets":0,"capital_spending":0,
			"server_life":5,"plant_life":10,"building_life":20,"accelerated_building_share":0,"bonus_depreciation":false},
		"site":[{"name":"hall","construction":{"steps":[{"from":"2027-01","value":0},{"from":"2027-03","value":4680},{"from":"2027-04","value":0}]}}],
		"fleet":[{"name":"h100","site":"hall","gpus":10,"go_live":"2027-02","gpu_price":60,"infrastructure_price":0}],
		"source":[{"name":"turbine","site":"hall","capacity":1,"go_live":"2027-05","capital_cost":1.2}]}`))
	if err != nil {
		t.Fatal(err)
	}
	o := run(t, document)
	o.closesItsBooks()
	for row, want := range map[string][3]float64{ // in the month of service, the last month, after
		"server_depreciation":   {10, 10, 0},
		"plant_depreciation":    {10, 10, 10},
		"building_depreciation": {19.5, 19.5, 19.5},
	} {
		first := map[string]int{"server_depreciation": 1, "plant_depreciation": 4, "building_depreciation": 2}[row]
		series := o.operator(row)
		near(t, row+" before service", 1+series[first-1], 1, 1e-12)
		near(t, row+" at first", series[first], want[0], 1e-12)
		near(t, row+" at last", series[60], want[1], 1e-12)
		near(t, row+" after 5 years", 1+series[61], 1+want[2], 1e-12)
	}
	near(t, "the shell's first month", o.operator("real_property_recovery")[2], 5, 1e-12)
	near(t, "the shell's second month", o.operator("real_property_recovery")[3], 10, 1e-12)
	near(t, "the servers' first year", o.operator("five_year_first_year")[1], 120, 1e-12)
	near(t, "the turbine's first year", o.operator("fifteen_year_first_year")[4], 60, 1e-12)
	near(t, "all that is bought", cumulated(o.operator("capital_expenditure"))[71], 600+1200+4680, 1e-12)
}

// What a tax adviser would compute from the year's figures alone.
func (o outcome) paysItsTax() {
	o.Helper()
	rate := o.operator("tax_rate")[0]
	losses, interest := o.given("opening_tax_losses"), 0.0
	first := o.Table.Start.Month - 1
	for from := 0; from < o.Table.Months; {
		to := min(from+12-(first+from)%12, o.Table.Months)
		year := func(row string) (sum float64) {
			for _, value := range o.operator(row)[from:to] {
				sum += value
			}
			return sum
		}
		ebitda := year("operating_income") + year("depreciation") + year("disposal_loss") - year("tax_disposal_loss") - year("commitment_fees")
		interest += year("interest_expense") - year("commitment_fees")
		deducted := min(interest, year("interest_income")+0.3*max(0, ebitda))
		interest -= deducted
		income := ebitda - year("tax_depreciation") + year("interest_income") - deducted
		used := min(losses, 0.8*max(0, income))
		losses += max(0, -income) - used
		due := rate * (max(0, income) - used)
		tolerance := 1e-9 * (math.Abs(ebitda) + interest + losses + deducted + year("tax_depreciation") + cumulated(o.operator("revenue"))[to-1] + 1)
		for what, pair := range map[string][2]float64{
			"the year's tax":           {o.operator("tax_of_year")[to-1], due},
			"losses carried forward":   {o.operator("losses_carried_forward")[to-1], losses},
			"interest carried forward": {o.operator("interest_carried_forward")[to-1], interest},
		} {
			if !(math.Abs(pair[0]-pair[1]) <= tolerance) {
				o.Errorf("%s in month %d is %v, computed by the year %v", what, to-1, pair[0], pair[1])
			}
		}
		if complete := (first+to)%12 == 0; complete && math.Abs(year("tax_paid")-due) > tolerance {
			o.Errorf("%v is paid in the year to month %d, %v due", year("tax_paid"), to-1, due)
		}
		from = to
	}
}

func TestTaxOfAnyCompany(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := someCompany(t)
		o.paysItsTax()
		rate := o.operator("tax_rate")
		if o.given("valuation_allowance") == 0 {
			want := combine(func(rate, income float64) float64 { return rate * income }, rate, o.operator("pre_tax_income"))
			o.same("tax expense is the rate on income", o.operator("tax_expense"), want, cumulated(o.operator("revenue")), o.operator("tax_depreciation"), o.operator("total_assets"), o.operator("losses_carried_forward"), o.operator("interest_carried_forward"))
		}
		zero := make([]float64, o.Table.Months)
		o.atMost("no more is recovered for tax than was bought", less(cumulated(o.operator("tax_depreciation")), cumulated(o.operator("asset_purchases"))),
			plus(cumulated(o.operator("capitalised_interest")), o.value("operator", "operator", "opening_fixed_assets")), cumulated(o.operator("asset_purchases")))
		o.atMost("no negative tax is owed", zero, o.operator("tax_payable"), cumulated(o.operator("revenue")))
		if rate[0] == 0 {
			o.same("no tax", o.operator("tax_expense"), zero)
		}
	})
}
