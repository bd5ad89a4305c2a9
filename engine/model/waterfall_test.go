package model_test

import (
	"fmt"
	"math"
	"testing"

	"rackonomics/engine/machine"
	"rackonomics/engine/model"
)

var accounts = []string{"debt_service_reserve", "liquidity_reserve", "power_reserve"}

// paysOut checks that the waterfall pays out what came in, in its order, and that
// owners get nothing before their turn.
func (o outcome) paysOut() {
	o.Helper()
	zero := make([]float64, o.Table.Months)
	restricted, collected := o.operator("restricted_cash"), o.operator("waterfall_collections")
	in := plus(plus(collected, before(restricted, 0)), o.operator("waterfall_shortfall"))
	out := plus(plus(o.operator("waterfall_costs"), o.operator("waterfall_service")), plus(restricted, o.operator("waterfall_residual")))
	size := [][]float64{collected, restricted, o.operator("waterfall_costs"), o.operator("waterfall_service"), o.operator("cash"), o.operator("total_debt")}
	o.same("the waterfall pays out what came in", in, out, size...)
	full := make([]bool, o.Table.Months)
	for i := range full {
		full[i] = true
	}
	held := zero
	for _, account := range accounts {
		balance, required := o.operator(account), o.operator(account+"_required")
		o.atMost(account+" is not negative", zero, balance)
		o.atMost(account+" holds no more than is required", balance, required)
		for month, ok := range full {
			if !ok && balance[month] != 0 {
				o.Errorf("%s holds %v in month %d, before its turn", account, balance[month], month)
			}
			full[month] = ok && balance[month] >= required[month]
		}
		held = plus(held, balance)
	}
	held = plus(held, o.operator("trapped_cash"))
	o.same("reserves and trap are the restricted cash", held, restricted)
	o.same("free and restricted cash are cash", plus(o.operator("free_cash"), restricted), o.operator("cash"), size...)
	o.paysOwnersLast(full, size)
}

func (o outcome) paysOwnersLast(full []bool, size [][]float64) {
	o.Helper()
	zero := make([]float64, o.Table.Months)
	distributed, trapped, blocked := o.operator("distributions"), o.operator("trapped_cash"), o.operator("distributions_blocked")
	swept := o.total("tranche.swept_for_breach", "")
	free, residual, minimum := o.operator("free_cash"), o.operator("waterfall_residual"), o.given("minimum_cash")
	o.atMost("no distribution is negative", zero, distributed)
	o.atMost("nothing is trapped below zero", zero, trapped)
	for month := range distributed {
		if (trapped[month] > 0 || blocked[month] != 0) && distributed[month] != 0 {
			o.Errorf("%v is distributed in month %d, in which cash is trapped", distributed[month], month)
		}
		if blocked[month] != 0 && residual[month] > 0 && swept[month] == 0 || residual[month] > 0 && !full[month] {
			o.Errorf("the waterfall leaves %v in month %d, before its time", residual[month], month)
		}
		if distributed[month] > 0 && free[month] < minimum-rounding*scale(size...) {
			o.Errorf("%v is distributed in month %d, and %v of the minimum of %v is left", distributed[month], month, free[month], minimum)
		}
	}
	change := less(o.operator("cash"), before(o.operator("cash"), o.given("opening_cash")))
	size = append(size, o.operator("own_revenue"), o.operator("non_cash_costs")) // own costs are a difference of these
	o.same("sources are uses", o.operator("sources"), o.operator("uses"), append(size, o.operator("capital_expenditure"))...)
	o.same("uses end with the change of cash", plus(less(o.operator("sources"), o.operator("uses")), o.operator("change_in_cash")), change, size...)
}

// keepsToItsTerms checks a revolver, a refinancing and a called loan.
func (o outcome) keepsToItsTerms(name string) {
	o.Helper()
	tranche := func(row string) []float64 { return o.of("tranche."+row, name) }
	balance, opening := tranche("balance"), o.value("tranche", name, "opening_balance")[0]
	limit := max(o.value("tranche", name, "commitment")[0], opening)
	o.atMost("no more is drawn than is left of the commitment", tranche("draw_as_needed"), tranche("undrawn"))
	o.atMost("no more is refinanced than is due", tranche("refinanced"), tranche("repaid"))
	revolver := model.Scenario.FindInput("tranche.drawing").Plain(o.Document.Value(o.Document.Find("tranche", name), model.Scenario.FindInput("tranche.drawing"))) == "revolving"
	if revolver && tranche("draws_as_needed")[0] != 0 && scale(tranche("interest_added")) < 1e-6 {
		for month, owed := range balance {
			if owed > limit*(1+rounding)+rounding {
				o.Errorf("the revolver %s owes %v of %v in month %d", name, owed, limit, month)
			}
		}
	}
	for month, called := range tranche("accelerated") {
		if called != 0 && balance[month] != 0 {
			o.Errorf("%s was called and %v is owed in month %d", name, balance[month], month)
		}
	}
}

// A company without costs that earns 100 a month and owes 600, repaid in twelve
// parts without interest: of the 50 that are left a reserve of 2 months takes 50
// and then 50, liquidity 30, power nothing as there is none.
const reserving = `{"version":1,"name":"reserving","start":"2027-01","months":16,
	"operator":{"reported_revenue":100,"reported_operating_loss":-100,"reported_non_cash_costs":0,"capital_spending":0,"opening_fixed_assets":0,
		"waterfall":"company","debt_service_reserve_months":2,"liquidity_requirement":30,"distribution_share":1},
	"tranche":[{"name":"loan","opening_balance":600,"rate":0,"repayment":"amortising","maturity":"2027-12","secured_on":"company"}]}`

func company(t tester, text string) outcome {
	t.Helper()
	document, err := model.Scenario.Decode([]byte(text))
	if err != nil {
		t.Fatalf("%v", err)
	}
	o := run(t, document)
	o.closesItsBooks()
	return o
}

func TestReservesAreFilledInOrder(t *testing.T) {
	o := company(t, reserving)
	o.same("debt service reserve", o.operator("debt_service_reserve")[:12], []float64{50, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 0})
	o.same("liquidity reserve", o.operator("liquidity_reserve")[:12], []float64{0, 0, 30, 30, 30, 30, 30, 30, 30, 30, 30, 0})
	o.same("residual", o.operator("waterfall_residual")[:12], []float64{0, 0, 20, 50, 50, 50, 50, 50, 50, 50, 50, 180})
	o.same("distributions", o.operator("distributions")[:13], []float64{0, 0, 0, 20, 50, 50, 50, 50, 50, 50, 50, 50, 180})
	o.same("cash", o.operator("cash")[:4], []float64{50, 100, 150, 180})
	o.same("cash held", o.operator("cash_held")[:4], []float64{0, 0, 20, 50})
}

// A month without revenue is paid out of the accounts, the last in order first.
func TestReservesPayAShortfall(t *testing.T) {
	o := company(t, reserving)
	revenue := map[string]any{"steps": []any{map[string]any{"from": "2027-01", "value": 100}, map[string]any{"from": "2027-05", "value": 0}, map[string]any{"from": "2027-09", "value": 100}}}
	o = run(t, o.Document, set("operator.reported_revenue", revenue), set("operator.reported_operating_loss", map[string]any{"steps": []any{
		map[string]any{"from": "2027-01", "value": -100}, map[string]any{"from": "2027-05", "value": 0}, map[string]any{"from": "2027-09", "value": -100}}}))
	o.closesItsBooks()
	// 130 in reserve at the end of April; from May on 50 a month are due.
	o.same("liquidity reserve", o.operator("liquidity_reserve")[3:9], []float64{30, 0, 0, 0, 0, 0})
	o.same("debt service reserve", o.operator("debt_service_reserve")[3:9], []float64{100, 80, 30, 0, 0, 50})
	o.same("shortfall", o.operator("waterfall_shortfall")[3:9], []float64{0, 0, 0, 20, 50, 0})
	o.same("distributions", o.operator("distributions")[3:9], []float64{20, 0, 0, 0, 0, 0})
}

// The reserve, month by month in plain arithmetic, whatever comes in.
func TestDebtServiceReserveMonthByMonth(t *testing.T) {
	cash := []float64{80, 10, 200, 0, 30, 300, 0, 0, 0, 400, 20, 20}
	var steps string
	for n, fee := range cash {
		steps += fmt.Sprintf(`,{"from":"2027-%02d","value":%g}`, n+1, fee)
	}
	o := rented(t, `{"steps":[`+steps[1:]+`]}`, `{"name":"loan","opening_balance":600,"rate":0.12,"repayment":"amortising","maturity":"2027-12"}`)
	o = run(t, o.Document, set("operator.waterfall", "leases"), set("operator.debt_service_reserve_months", 3), set("operator.lock_up_coverage", 0))
	o.closesItsBooks()
	owed, reserve := 600.0, 0.0
	for n, in := range cash {
		service := owed*0.01 + 50
		required := 3 * service
		if n == 11 {
			required = 0
		}
		reserve = math.Max(0, math.Min(required, reserve+in-service))
		near(t, fmt.Sprintf("the reserve of month %d", n), o.operator("debt_service_reserve")[n], reserve, 1e-9)
		owed -= 50
	}
}

// Cover of 1.1 over 12 months traps what is left; of 1.3 lets all of it go.
func TestCashIsTrappedAndReleased(t *testing.T) {
	o := rented(t, `{"steps":[{"from":"2027-01","value":55},{"from":"2028-01","value":85}]}`, `{"name":"loan","opening_balance":3600,"rate":0,"repayment":"amortising","maturity":"2032-12"}`)
	o = run(t, o.Document, set("operator.waterfall", "leases"), set("operator.distribution_share", 1))
	o.closesItsBooks()
	// 50 are due; after k months of 85 the cover is (12*55 + 30k)/600: 1.15 at k = 1.
	trapped, distributed := o.operator("trapped_cash"), o.operator("distributions")
	for n := range 12 {
		near(t, "trapped", trapped[n], 5*float64(n+1), 1e-9)
	}
	near(t, "cover in the thirteenth month", o.operator("lock_up_dscr")[12], 1.15, 1e-12)
	near(t, "cover in the fourteenth month", o.operator("lock_up_dscr")[13], 1.2, 1e-12)
	near(t, "trapped in the fourteenth month", trapped[13], 0, 0)
	near(t, "free then", o.operator("waterfall_residual")[13]+o.operator("waterfall_residual")[12], 60+70, 1e-9)
	near(t, "distributed in all", cumulated(distributed)[14], 60+70, 1e-9)
}

// A revolver of 30 with a fee of half a per cent a month pays what is lacking, is
// repaid out of what is spare a month later, and is drawn again.
func TestRevolverIsDrawnAgain(t *testing.T) {
	o := rented(t, "0", `{"name":"revolver","commitment":30,"drawing":"revolving","start":"2027-01","rate":0,"commitment_rate":0.06,"maturity":"2030-01","secured_on":"company"}`)
	// The own business takes 10 a month, earns 20 from April to June, and takes 10 again.
	loss := map[string]any{"steps": []any{map[string]any{"from": "2027-01", "value": 10}, map[string]any{"from": "2027-04", "value": -20}, map[string]any{"from": "2027-07", "value": 10}}}
	o = run(t, o.Document, set("operator.reported_operating_loss", loss))
	o.closesItsBooks()
	cash, owed := 0.0, 0.0
	for n := range 24 {
		fee := 0.005 * (30 - owed)
		if n == 0 {
			fee = 0
		}
		earned := -10.0
		if n >= 3 && n < 6 {
			earned = 20
		}
		prepaid := math.Min(math.Max(cash, 0), owed)
		lacking := math.Max(0, -(cash + earned - fee - prepaid))
		draw := math.Min(lacking, 30-owed)
		cash, owed = cash+earned-fee-prepaid+draw, owed-prepaid+draw
		near(t, fmt.Sprintf("owed in month %d", n), o.of("tranche.balance", "revolver")[n], owed, 1e-9)
		near(t, fmt.Sprintf("cash in month %d", n), o.operator("cash")[n]+100, cash+100, 1e-9)
	}
	if owed := o.of("tranche.balance", "revolver"); owed[2] != 30 || owed[6] != 0 || owed[12] != 30 {
		t.Errorf("it owes %v", owed[:13])
	}
}

// A bond that pays 30 every half year has 5 a month set aside for it, and its
// reserve of two months stays untouched.
func TestAccruedInterestIsSetAside(t *testing.T) {
	o := rented(t, "8", `{"name":"bond","opening_balance":1000,"rate":0.06,"start":"2026-12","maturity":"2030-12"}`)
	o = run(t, o.Document, set("operator.waterfall", "leases"), set("operator.debt_service_reserve_months", 2))
	o.closesItsBooks()
	o.same("set aside and reserved", o.operator("debt_service_reserve")[:14], []float64{8, 16, 24, 30, 35, 10, 15, 20, 25, 30, 35, 10, 15, 20})
	o.same("residual", o.operator("waterfall_residual")[:14], []float64{0, 0, 0, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3})
}

// Trapped cash and reserves pay what lenders call.
func TestReservesPayWhatIsCalled(t *testing.T) {
	o := rented(t, fallingFee, `{`+breaching+`,"breach_remedy":"acceleration"}`)
	o = run(t, o.Document, set("operator.waterfall", "leases"), set("operator.debt_service_reserve_months", 1), set("operator.lock_up_coverage", 5))
	o.closesItsBooks()
	near(t, "in reserve and trap", o.operator("restricted_cash")[15], 12*10-4*10, 1e-9)
	near(t, "in reserve and trap once it is called", o.operator("restricted_cash")[16], 0, 0)
	near(t, "shortfall", o.operator("waterfall_shortfall")[16], 3600-16*50-40-80, 1e-9)
}

// A breach that sweeps is paid out of what the waterfall leaves, which is not trapped.
func TestSweepTakesWhatTheWaterfallLeaves(t *testing.T) {
	o := rented(t, `{"steps":[{"from":"2027-01","value":54}]}`, `{`+breaching+`,"breach_remedy":"sweep"}`)
	o = run(t, o.Document, set("operator.waterfall", "leases"), set("operator.lock_up_coverage", 0), set("operator.distribution_share", 1))
	o.closesItsBooks()
	owed, left := 3600.0, 0.0
	for n := range 12 {
		near(t, fmt.Sprintf("prepaid in month %d", n), o.of("tranche.prepaid", "loan")[n], left, 1e-9)
		repaid := owed / float64(72-n)
		owed, left = owed-repaid-left, 54-repaid
	}
	o.same("distributed", o.operator("distributions")[:12], make([]float64, 12))
}

// Of 60 a month 10 are debt service, and 40 are held in reserve: neither the
// owners nor a loss of the own business get them.
const holding = `{"name":"loan","opening_balance":120,"rate":0,"repayment":"amortising","maturity":"2027-12"}`

func TestOwnersGetNoRestrictedCash(t *testing.T) {
	loss := map[string]any{"steps": []any{map[string]any{"from": "2027-01", "value": 0}, map[string]any{"from": "2027-04", "value": 90}, map[string]any{"from": "2027-05", "value": 0}}}
	o := rented(t, "60", holding)
	o = run(t, o.Document, set("operator.opening_cash", 100), set("operator.waterfall", "leases"), set("operator.liquidity_requirement", 40), set("operator.distribution_share", 1),
		set("operator.reported_operating_loss", loss))
	o.closesItsBooks()
	o.same("distributed", o.operator("distributions")[:5], []float64{100, 10, 50, 10, 0})
	o.same("free", o.operator("free_cash")[:5], []float64{10, 50, 50, 0, 50})
}

func TestRevolverPaysWhatIsHeldInReserve(t *testing.T) {
	o := rented(t, "60", holding+`,{"name":"revolver","commitment":100,"drawing":"revolving","start":"2027-01","rate":0,"maturity":"2030-01","secured_on":"company"}`)
	o = run(t, o.Document, set("operator.waterfall", "leases"), set("operator.liquidity_requirement", 40), set("operator.reported_operating_loss", 50))
	o.closesItsBooks()
	o.same("drawn", o.of("tranche.draw", "revolver")[:3], []float64{40, 0, 0})
	o.same("free", o.operator("free_cash")[:3], []float64{0, 0, 0})
}

// Of what all leases lose together nobody has a share: the one that loses the most
// was told to have the largest.
func TestShareOfALossIsAbsent(t *testing.T) {
	o := run(t, load(t, "three-tenants"), set("lease.reflection.fee", 10), set("lease.google.fee", 10))
	if share := measured(t, o, "concentration.ebitda@reflection"); !(share < 0) {
		t.Errorf("of what the leases earn a tenant that pays nothing has %v", share)
	}
	o = run(t, o.Document, set("lease.anthropic.fee", 10))
	for _, lease := range []string{"anthropic", "reflection", "google"} {
		if share := measured(t, o, "concentration.ebitda@"+lease); !machine.IsAbsent(share) {
			t.Errorf("of a loss of all leases %s has %v", lease, share)
		}
	}
}
