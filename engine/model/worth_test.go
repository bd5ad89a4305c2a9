package model_test

import (
	"math"
	"testing"

	"rackonomics/engine/machine"
	"rackonomics/engine/result"
)

// What tenants are bound to, what they may cancel and the rest are the value; the
// first is the margin of three months, as a notice takes 90 days, the first two that
// of all months to the end of the lease.
func TestValueIsPartedByWhatTenantsAreBoundTo(t *testing.T) {
	o := run(t, load(t, "filed-deal"), set("scenario.months", 24))
	margin, bound, may, rest := o.of("lease.margin", "anthropic"), o.operator("value_enforceable"), o.operator("value_cancellable"), o.operator("value_beyond_contracts")
	const at = 7
	three := 0.0
	for month := 1; month <= 3; month++ {
		three += margin[at+1] / math.Pow(1+monthly, float64(month))
	}
	closeTo(t, "what the tenant is bound to", bound[at], three, 1e-9)
	whole := run(t, load(t, "filed-deal")).of("lease.margin", "anthropic")
	contracted := 0.0
	for month := at + 1; month < len(whole); month++ {
		contracted += whole[month] / math.Pow(1+monthly, float64(month-at))
	}
	closeTo(t, "the contract", bound[at]+may[at], contracted, 1e-9)
	o.same("the parts", plus(plus(bound, may), rest), o.operator("value_by_cash_flow"))
	fixed := run(t, load(t, "filed-deal"), set("lease.anthropic.cancellable", false))
	if left := fixed.operator("value_cancellable")[at]; left != 0 {
		t.Errorf("of a lease that nobody can leave %v can be cancelled", left)
	}
}

// What tenants have prepaid is owed to them before the owners get anything.
func TestPrepaymentsAreNoEquity(t *testing.T) {
	o := run(t, load(t, "take-or-pay"))
	for _, month := range []int{0, 11, 47} {
		prepaid := o.of("lease.prepayment_unused", "microsoft")[month]
		if prepaid <= 0 {
			t.Fatalf("nothing is prepaid in month %d", month)
		}
		if left := o.operator("enterprise_value")[month] - o.operator("net_debt")[month] - o.operator("equity_value")[month]; left < 0.99*prepaid {
			t.Errorf("in month %d equity is %v below the enterprise without debt, and %v is prepaid", month, left, prepaid)
		}
	}
}

// The leases of the filed deal earn on assets of 40 billion USD, of which they use
// 95.6 %, what makes the present value zero; a year is not enough for any return.
func TestTheDealEarnsOnTheAssetsThatItUses(t *testing.T) {
	o := run(t, load(t, "filed-deal"))
	outlay := o.operator("assets_put_to_leases")
	closeTo(t, "the assets", outlay[0], 40e9*o.operator("share_let_so_far")[0], 1e-12)
	flow := less(o.of("lease.net_cash", "anthropic"), outlay)
	rate, value := measured(t, o, "deal.internal_rate_of_return"), 0.0
	for month, x := range flow {
		value += x / math.Pow(1+rate, float64(month)/12)
	}
	if math.Abs(value) > 1 {
		t.Errorf("at the rate of %v the present value is %v", rate, value)
	}
	for name, document := range map[string]string{"a year of rent": "as-reported-q2", "half of it": "half-the-data-center"} {
		o := run(t, load(t, document))
		if rate := measured(t, o, "deal.internal_rate_of_return"); !machine.IsAbsent(rate) {
			t.Errorf("%s returns %v", name, rate)
		}
		if share := measured(t, o, "deal.multiple"); !(share > 0 && share < 1) {
			t.Errorf("%s earns back %v", name, share)
		}
	}
}

// Where a default leaves almost nothing there is no rate of return of −100 %.
func TestNothingThatComesBackIsNoReturn(t *testing.T) {
	lost := []string{"lease.fluidstack", "lease.fluidstack-2"}
	o := run(t, load(t, "backstopped-shell"), set(lost[0]+".default_month", "2026-12"), set(lost[1]+".default_month", "2026-12"), set(lost[0]+".backstop", false), set(lost[1]+".backstop", false))
	if rate := measured(t, o, "internal_rate_of_return"); !machine.IsAbsent(rate) {
		t.Errorf("the return is %v", rate)
	}
}

// Operating income over a life is what a run with that life shows.
func TestUsefulLivesSideBySide(t *testing.T) {
	base := run(t, load(t, "useful-life"))
	for life, row := range map[int]string{3: "three", 4: "four", 5: "five", 6: "six"} {
		o := run(t, load(t, "useful-life"), set("operator.capital_life", life))
		o.same(row+" years", base.operator("operating_income_over_"+row+"_years"), o.operator("operating_income"), o.operator("revenue"))
	}
	bought := load(t, "nscale-anthropic")
	o := run(t, bought, set("operator.server_life", 4))
	o.same("servers over four years", run(t, bought).operator("operating_income_over_four_years"), o.operator("operating_income"), o.operator("revenue"))
	// Servers that wait are depreciated from their service, not from their purchase.
	o = run(t, bought, set("operator.server_life", 4), set("fleet.gpus.service_delay", 12))
	o.same("servers that wait", o.operator("operating_income_over_four_years"), o.operator("operating_income"), o.operator("revenue"))
}

// measured is a measure of the operator that is a number.
func measured(t tester, o outcome, name string) float64 {
	t.Helper()
	plan, err := result.NewPlan(o.Table)
	if err != nil {
		t.Fatalf("%v", err)
	}
	for _, figure := range plan.Figures(o.Table) {
		if figure.Name != name {
			continue
		}
		if number, ok := figure.Value.(float64); ok {
			return number
		}
		return machine.Absent
	}
	t.Fatalf("there is no measure %s", name)
	return machine.Absent
}
