package model_test

import (
	"slices"
	"testing"

	"rackonomics/engine/scenario"
)

// Assets of 40 million against a rent of 1 million a month for 72 months: after
// the 33rd month, 2029-09, only 39 are to come. GPUs that bring 5 million at the
// end put it off by five months.
func TestImpairmentIsIndicated(t *testing.T) {
	o := run(t, rented(t, "1e6", "").Document, set("operator.opening_fixed_assets", 40e6))
	near(t, "to come after the 13th month", o.operator("recoverable_cash_flow")[12], 59e6, 1e-12)
	sold := run(t, o.Document, set("site.hall.operations_rate", 0), set("fleet.gpus", map[string]any{"site": "hall", "gpus": 100, "go_live": "2027-01",
		"residual_basis": "given", "cost_when_new": 1e5, "residual_after_12_months": 0.5, "residual_after_24_months": 0.5, "residual_after_36_months": 0.5,
		"residual_after_48_months": 0.5, "residual_after_60_months": 0.5}))
	for month := range 72 {
		for _, test := range []struct {
			outcome
			from int
		}{{o, 32}, {sold, 37}} {
			if got := test.operator("impairment_indicated")[month]; (got == 1) != (month >= test.from) {
				t.Errorf("month %d: indicated %v, %v to come", month, got, test.operator("recoverable_cash_flow")[month])
			}
		}
	}
	o.same("it changes nothing", sold.operator("fixed_assets"), o.operator("fixed_assets"))
	bare := run(t, o.Document, set("operator.opening_fixed_assets", 0))
	if total(bare.operator("impairment_indicated")) != 0 {
		t.Error("without assets an impairment is indicated")
	}
}

// A thousand GPUs of 30,000 USD for five years, half a million a month on the
// books. At the market price alone they are recovered from 500,000 / 730,000 =
// 0.685 USD an hour on, in every month and whatever the horizon. A lease of two
// years at 1 USD with 0.50 to follow: 23 months of 730,000 and 36 of 365,000 exceed
// 29.5 million after the first month, and 21 no more than 28.5 after the third.
func TestImpairmentLooksBeyondLeasesAndHorizon(t *testing.T) {
	hall := decoded(t, `{"version": 1, "name": "hall", "start": "2027-01", "months": 59,
		"operator": {"reported_revenue": 0, "reported_operating_loss": 0, "reported_non_cash_costs": 0, "capital_spending": 0, "opening_fixed_assets": 0, "server_life": 5},
		"site": [{"name": "hall", "operations_rate": 0}],
		"source": [{"name": "grid", "site": "hall", "capacity": 100, "go_live": "2027-01", "price": 0}],
		"fleet": [{"name": "gpus", "site": "hall", "gpus": 1000, "go_live": "2027-01", "gpu_price": 30000, "failure_rate": 0, "price_path": "replay"}]}`)
	lease := set("lease.tenant", map[string]any{"site": "hall", "basis": "gpus", "gpus": 1000, "start": "2027-01", "last_month": "2028-12", "price_basis": "fee", "fee": 730000, "cancellable": false})
	// A hall of 60 million for servers of others: 167 months of 300,000 are 50.1 million.
	shell := []scenario.Change{lease, set("fleet.gpus.gpu_price", 0), set("lease.tenant.last_month", "2031-11"),
		set("site.hall.construction", map[string]any{"steps": []any{map[string]any{"from": "2027-01", "value": 60e6}, map[string]any{"from": "2027-02", "value": 0}}})}
	for name, test := range map[string]struct {
		price   float64
		changes []scenario.Change
		from    int // the first month of the flag, which then stays up
	}{
		"just recovered":        {0.685, nil, 59},
		"just not":              {0.6849, nil, 0},
		"lease":                 {0.5, []scenario.Change{lease}, 2},
		"short horizon":         {0.5, []scenario.Change{lease, set("scenario.months", 3)}, 2},
		"a cheap lease":         {2, []scenario.Change{lease, set("lease.tenant.fee", 10)}, 59},
		"costs":                 {0.69, []scenario.Change{set("site.hall.operations_rate", 1e6)}, 0},
		"empty building":        {0.69, []scenario.Change{set("fleet.gpus.last_month", "2027-06"), set("site.hall.construction", 1)}, 6},
		"others' servers":       {2, append(slices.Clip(shell), set("lease.tenant.fee", 300e3)), 0},
		"others' servers, dear": {2, append(slices.Clip(shell), set("lease.tenant.fee", 400e3)), 59},
	} {
		o := run(t, hall, append([]scenario.Change{set("fleet.gpus.spot_price", test.price)}, test.changes...)...)
		for month, indicated := range o.operator("impairment_indicated") {
			if (indicated == 1) != (month >= test.from) {
				t.Errorf("%s: in month %d indicated is %v, %v on the books and %v to come", name, month, indicated, o.of("site.book_value", "hall")[month], o.operator("recoverable_cash_flow")[month])
			}
		}
	}
}

// Servers that are written down, and those that are not there yet, bring nothing more by the books.
func TestServersWithoutBookLifeBringNothing(t *testing.T) {
	hall := decoded(t, `{"version": 1, "name": "hall", "start": "2027-01", "months": 48,
		"operator": {"reported_revenue": 0, "reported_operating_loss": 0, "reported_non_cash_costs": 0, "capital_spending": 0, "opening_fixed_assets": 0, "server_life": 2},
		"site": [{"name": "hall"}],
		"source": [{"name": "grid", "site": "hall", "capacity": 100, "go_live": "2027-01", "price": 0}],
		"fleet": [{"name": "gpus", "site": "hall", "gpus": 1000, "go_live": "2027-07", "gpu_price": 30000, "failure_rate": 0}]}`)
	o := run(t, hall)
	for month, cash := range o.operator("recoverable_cash_flow") {
		if isAlive := month >= 6 && month < 29; (cash > 1e6) != isAlive || !isAlive && cash < 0 {
			t.Errorf("in month %d %v are to come", month, cash)
		}
	}
}
