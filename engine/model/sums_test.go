package model_test

import (
	"math"
	"testing"

	"rackonomics/scenarios"
)

// sum is a row that others add up to in every month, each over all of its
// instances; those of minus are taken off.
type sum struct {
	total       string
	plus, minus []string
}

// stacks are what charts lay on each other under the line of the total.
var stacks = []sum{
	{"operator.revenue", []string{"operator.own_revenue", "lease.revenue"}, nil},
	{"site.power_demand", []string{"lease.power_demand", "site.power_kept", "site.power_idle"}, nil},
	{"site.gpus_usable", []string{"lease.gpus_delivered", "site.gpus_kept", "site.gpus_idle"}, nil},
}

// statements are the lines of statements with what stands above them.
var statements = []sum{
	{"operator.revenue", []string{"operator.own_revenue", "operator.lease_revenue"}, nil},
	{"operator.adjusted_ebitda", []string{"operator.revenue"}, []string{"operator.own_costs", "operator.site_costs", "operator.lease_costs", "operator.bad_debt"}},
	{"operator.site_costs", []string{"site.power_cost", "site.operations_cost", "site.water_cost", "site.carbon_cost", "site.repair_cost", "site.orbital_operating_cost",
		"site.staff_cost", "site.insurance_cost", "site.property_tax"}, nil},
	{"site.cash_costs", []string{"site.power_cost", "site.operations_cost", "site.water_cost", "site.carbon_cost", "site.repair_cost", "site.orbital_operating_cost",
		"site.staff_cost", "site.insurance_cost", "site.property_tax"}, nil},
	{"operator.group_equity_value", []string{"operator.equity_value", "operator.other_equity_value"}, nil},
	{"operator.value_per_share", []string{"operator.own_value_per_share", "operator.other_value_per_share"}, nil},
	{"site.power_cost", []string{"source.energy_cost", "source.demand_cost", "source.rental_cost"}, nil},
	{"operator.non_cash_costs", []string{"operator.stock_compensation", "operator.depreciation"}, nil},
	{"operator.depreciation", []string{"operator.reported_depreciation", "operator.new_depreciation", "operator.interest_depreciation",
		"operator.server_depreciation", "operator.plant_depreciation", "operator.building_depreciation"}, nil},
	{"operator.operating_income", []string{"operator.adjusted_ebitda"}, []string{"operator.non_cash_costs", "operator.disposal_loss"}},
	{"operator.pre_tax_income", []string{"operator.operating_income", "operator.interest_income"}, []string{"operator.interest_expense"}},
	{"operator.tax_expense", []string{"operator.current_tax", "operator.deferred_tax"}, nil},
	{"operator.net_income", []string{"operator.pre_tax_income"}, []string{"operator.tax_expense"}},
	{"operator.asset_purchases", []string{"operator.own_capital_expenditure", "operator.server_purchases", "operator.plant_purchases", "operator.building_purchases"}, nil},
	{"operator.asset_purchases", []string{"operator.own_capital_expenditure", "site.purchases"}, nil},
	{"operator.free_cash_flow", []string{"operator.operating_cash_flow", "operator.disposal_proceeds"}, []string{"operator.capital_expenditure"}},
	{"operator.lease_cash_received", []string{"lease.bills_paid", "lease.prepayment_received", "lease.deposit_received", "lease.residual_claim"}, []string{"lease.prepayment_refunded", "lease.deposit_returned"}},
	{"operator.lease_cash_received", []string{"lease.tenant_cash_paid", "lease.guarantor_cash_paid"}, nil},
	{"lease.invoiced", []string{"lease.fee_billed", "lease.power_recovered", "lease.relet_revenue", "lease.backstop_billed"}, []string{"lease.prepayment_credit"}},
	{"operator.equity_value", []string{"operator.enterprise_value"}, []string{"operator.net_debt", "operator.other_claims"}},
}

// stacksUp checks every stack and statement.
func (o outcome) stacksUp() {
	o.Helper()
	for _, list := range [][]sum{stacks, statements} {
		for _, s := range list {
			added, sizes := make([]float64, o.Table.Months), [][]float64(nil)
			for _, row := range s.plus {
				part := o.total(row, "")
				added, sizes = plus(added, part), append(sizes, part)
			}
			for _, row := range s.minus {
				part := o.total(row, "")
				added, sizes = less(added, part), append(sizes, part)
			}
			o.same(s.total+" is the sum of its parts", o.total(s.total, ""), added, sizes...)
		}
	}
}

// Billed is not recognised: a stack of the one under the total of the other is
// what the sums must refuse.
func TestAStackOfOtherRowsIsFound(t *testing.T) {
	var found recorder
	o := outcome{&found, run(t, load(t, "lease-180-days")).Result}
	billed := plus(o.total("operator.own_revenue", ""), o.total("lease.fee_billed", ""))
	o.same("billed is recognised", o.total("operator.revenue", ""), billed)
	if found == 0 {
		t.Error("fees billed pass for the revenue recognised")
	}
}

// recorder counts failures.
type recorder int

func (r *recorder) Helper()               {}
func (r *recorder) Errorf(string, ...any) { *r++ }
func (r *recorder) Fatalf(string, ...any) { *r++ }

// A year is the sum of its months, in the rows that look a year back.
func TestAYearIsItsMonths(t *testing.T) {
	for _, name := range scenarios.Names {
		o := run(t, load(t, name), set("operator.multiple_basis", "last_twelve_months"))
		for year, month := range map[string]string{"operator.valued_revenue": "operator.revenue", "operator.valued_ebitda": "operator.adjusted_ebitda"} {
			months, years := o.total(month, ""), make([]float64, o.Table.Months)
			for i := range years {
				years[i] = math.NaN()
				if i >= 11 {
					years[i] = 0
					for _, value := range months[i-11 : i+1] {
						years[i] += value
					}
				}
			}
			o.same(name+": "+year, o.total(year, ""), years, cumulated(months))
		}
	}
}
