package result_test

import (
	"math"
	"testing"
)

// Owners put in 1,000 and get 24 payments, each a month after it is earned: at 1 %
// a month the one is worth the other. Each tenant's part is of what comes in.
func TestReturnOfTheOwners(t *testing.T) {
	payment := 1000 * 1.01 * 0.01 / (1 - math.Pow(1.01, -24))
	flows := append(level(1000, payment, 24), 0)
	m := measured(t, firm(t, flows...), "operator.distribution_share=1", `operator.equity_raised={"steps":[{"from":"2026-01","value":1e9},{"from":"2026-02","value":0}]}`)
	m.near(t, "equity.irr", math.Pow(1.01, 12)-1, 1e-9)
	m.near(t, "equity.multiple", 24*payment/1000, 1e-9)
	m.near(t, "equity.cash_yield", 12*payment/1000, 1e-9)
	m.near(t, "distributions.total", 24*payment*1e6, 1e-9)
	m.is(t, "cash.runs_out", nil)
	none := measured(t, firm(t, flows...))
	if _, there := none["equity.irr"]; there {
		t.Error("owners who put in nothing have a return")
	}
	none.is(t, "cash.runs_out", "2026-01")
}
