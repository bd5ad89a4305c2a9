package model_test

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"
)

// CFADS of 60 against 50 a month, in 2028 of 40: the covenant of 1.1 breaks when
// (60 (12-k) + 40 k) / 600 falls below it, in the fourth month, April.
const breaching = `"name":"loan","opening_balance":3600,"rate":0,"repayment":"amortising","maturity":"2032-12","coverage_covenant":1.1`

const fallingFee = `{"steps":[{"from":"2027-01","value":60},{"from":"2028-01","value":40},{"from":"2029-01","value":100}]}`

func TestBreachSweepsFromTheNextMonth(t *testing.T) {
	o := rented(t, fallingFee, `{`+breaching+`,"breach_remedy":"sweep"}`)
	if breached := o.of("tranche.covenant_breached", "loan"); breached[14] != 0 || breached[15] != 1 {
		t.Fatalf("breached: %v", breached[12:20])
	}
	prepaid, cash := o.of("tranche.prepaid", "loan"), o.operator("cash")
	o.same("nothing before the month after", prepaid[:16], make([]float64, 16))
	near(t, "then all spare cash", prepaid[16], cash[15], 1e-12)
	none := rented(t, fallingFee, `{`+breaching+`}`)
	none.same("shown only", none.of("tranche.prepaid", "loan"), make([]float64, 72))
}

func TestBreachIsCuredOrCalled(t *testing.T) {
	called := rented(t, fallingFee, `{`+breaching+`,"breach_remedy":"acceleration","cure_months":2}`)
	balance := called.of("tranche.balance", "loan")
	near(t, "owed when the cure runs out", balance[17], 3600-18*50, 1e-9)
	near(t, "owed when it is called", balance[18], 0, 0)
	near(t, "what cash lacks", called.operator("funding_shortfall")[18], -(12*60 + 7*40 - 3600.0), 1e-9)
	// Fees of 100 from 2029 mend the cover: 11 months of breach, fewer than may be cured.
	cured := rented(t, fallingFee, `{`+breaching+`,"breach_remedy":"acceleration","cure_months":12}`)
	if owed := cured.of("tranche.balance", "loan"); owed[40] == 0 {
		t.Errorf("a breach that was cured in time is called: %v", cured.of("tranche.months_in_breach", "loan")[12:40])
	}
}

func TestBreachBlocksDistributions(t *testing.T) {
	o := rented(t, fallingFee, `{`+breaching+`,"breach_remedy":"trap"}`)
	o = run(t, o.Document, set("operator.distribution_share", 0.05), set("operator.opening_cash", 2000))
	o.closesItsBooks()
	distributed, breached := o.operator("distributions"), o.of("tranche.covenant_breached", "loan")
	for n := 1; n < 60; n++ {
		if blocked := breached[n-1] != 0; blocked == (distributed[n] > 0) {
			t.Errorf("month %d: breached the month before %v, distributed %v", n, blocked, distributed[n])
		}
	}
	free := run(t, o.Document, set("tranche.loan.breach_remedy", "none"))
	if free.operator("distributions")[17] == 0 {
		t.Error("without a remedy nothing is distributed in the breach")
	}
}

// The lesser of contracted cash flow and depreciated cost, in plain arithmetic; a
// default within the scenario changes nothing of what was signed.
func TestDebtSizedByTheLesser(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start, months := rapid.IntRange(0, 12).Draw(t, "start"), rapid.IntRange(6, 50).Draw(t, "months")
		advance, floor := rapid.Float64Range(0.1, 0.8).Draw(t, "advance"), rapid.Float64Range(0.3, 1).Draw(t, "take or pay")
		senior := rapid.Float64Range(0, 20e6).Draw(t, "senior")
		month := func(n int) string { return fmt.Sprintf("%d-%02d", 2027+n/12, n%12+1) }
		o := rented(t, "1e6", fmt.Sprintf(`{"name":"senior","opening_balance":%g,"rate":0,"maturity":"2032-11","interest_interval":1},
			{"name":"loan","amount_basis":"lesser","advance_rate":%g,"start":"%s","maturity":"%s","repayment":"sculpted","target_coverage":1.4,"rate":0.12}`,
			senior, advance, month(start), month(start+months)))
		o = run(t, o.Document, set("site.hall.operations_rate", 0), set("lease.tenant.cancellable", false), set("lease.tenant.take_or_pay", floor), set("lease.tenant.default_month", "2029-06"),
			set("fleet.gpus", map[string]any{"site": "hall", "gpus": 1000, "go_live": "2026-07", "gpu_price": 6e4}))
		o.closesItsBooks()
		carried := 0.0
		for n := 1; n <= months; n++ {
			carried += floor * 1e6 / 1.4 / math.Pow(1.01, float64(n))
		}
		cost := 60e6 * (1 - float64(start+7)/60)
		want := math.Min(carried, math.Max(0, advance*cost-senior))
		if got := o.of("tranche.balance", "loan")[start]; math.Abs(got-want) > 1e-6*60e6 {
			t.Fatalf("%v are lent, want the lesser of %v and %v", got, carried, advance*cost-senior)
		}
	})
}
