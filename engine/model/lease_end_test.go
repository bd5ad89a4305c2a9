package model_test

import (
	"math"
	"testing"

	"rackonomics/engine/scenario"
)

// The filed terms: 90 days' notice after 3 months, a reduced fee in the first two.
func TestNoticeBoundsWhatIsEnforceable(t *testing.T) {
	filed := map[string]any{"last_month": "2028-12", "cancellable": true, "notice": 90, "minimum_term": 3, "reduced_months": 2, "reduced_fee": 0.5}
	o := run(t, siteOf200MW(t, 40, terms(filed)))
	o.leaseKeepsItsBooks("tenant")
	o.near("the headline", o.tenant("headline_value")[0], 35*100e6)
	o.near("enforceable in a year", o.tenant("fee_enforceable")[12], 300e6)
	o.near("enforceable in the last month", o.tenant("fee_enforceable")[35], 100e6)
	o.same("a fee reduced for the ramp is earned as billed", o.tenant("revenue"), o.tenant("fee_billed"))

	filed["reduced_fee_is_discount"] = true
	o = run(t, siteOf200MW(t, 40, terms(filed)))
	o.leaseKeepsItsBooks("tenant")
	for month, want := range []float64{200e6 / 3, 200e6 / 3, 200e6 / 3, 100e6, 100e6} { // not over 36 months
		o.near("revenue with a discount", o.tenant("revenue")[month], want)
	}

	filed["notice_within_minimum"] = false
	o = run(t, siteOf200MW(t, 40, terms(filed)))
	o.leaseKeepsItsBooks("tenant")
	o.near("bound for six months, revenue", o.tenant("revenue")[0], 500e6/6)
	filed["notice_given"] = "2026-02"
	o = run(t, siteOf200MW(t, 40, terms(filed)))
	o.leaseKeepsItsBooks("tenant")
	o.near("notice counts after the minimum term: bills", total(o.tenant("fee_billed")), 500e6)
	filed["notice_within_minimum"] = true
	o = run(t, siteOf200MW(t, 40, terms(filed)))
	o.near("notice counts at once: bills", total(o.tenant("fee_billed")), 300e6) // February to April
	o.near("the headline before notice is that of the contract", o.tenant("headline_value")[1], 34*100e6+50e6)
	o.near("and nothing after the end", o.tenant("headline_value")[4], 0)
}

// Google may leave or take a cut if its GPUs are not there by 30 September 2026,
// with a month of grace; the lease starts in October.
func TestDeliveryTest(t *testing.T) {
	google := func(goLive, remedy string, changes map[string]any) outcome {
		lease := terms(map[string]any{"start": "2026-10", "last_month": "2029-06", "fee": 920e6, "cancellable": true, "prorated": false, "delivery_remedy": remedy, "delivery_test_day": "2026-09-30", "delivery_grace": 31})
		for field, value := range changes {
			lease[field] = value
		}
		document, err := siteOf200MW(t, 24, lease).Apply([]scenario.Change{
			set("fleet.gpus.gpus", map[string]any{"steps": []any{map[string]any{"from": "2026-01", "value": 60e3}, map[string]any{"from": goLive, "value": 100e3}}}),
			set("lease.tenant.basis", "gpus"), set("lease.tenant.gpus", 100e3),
		})
		if err != nil {
			t.Fatal(err)
		}
		o := run(t, document)
		o.leaseKeepsItsBooks("tenant")
		return o
	}
	const october, november, january = 9, 10, 12
	for name, test := range map[string]struct {
		goLive, remedy             string
		changes                    map[string]any
		inOctober, inNovember, new float64 // bills, the last in January 2027
	}{
		"in time":                   {"2026-09", "exit", nil, 920e6, 920e6, 920e6},
		"within the grace":          {"2026-10", "exit", nil, 920e6, 920e6, 920e6},
		"late":                      {"2026-11", "exit", nil, 920e6, 0, 0},
		"late, with a cut":          {"2026-12", "cut", nil, 920e6, 0.6 * 920e6, 920e6},
		"late, without a test":      {"2026-12", "none", nil, 920e6, 920e6, 920e6},
		"without grace":             {"2026-10", "exit", map[string]any{"delivery_grace": 0}, 0, 0, 0},
		"late, but enough is there": {"2026-12", "exit", map[string]any{"delivery_test_share": 0.6}, 920e6, 920e6, 920e6},
	} {
		t.Run(name, func(t *testing.T) {
			o := google(test.goLive, test.remedy, test.changes)
			billed := o.tenant("fee_billed")
			if math.Abs(billed[october]-test.inOctober)+math.Abs(billed[november]-test.inNovember)+math.Abs(billed[january]-test.new) > 1 {
				t.Errorf("billed are %v in October, %v in November, %v in January", billed[october], billed[november], billed[january])
			}
		})
	}
}

// The tenant stops paying in its twelfth month; bills of the months before are lost.
func TestTenantDefaults(t *testing.T) {
	broken := map[string]any{"last_month": "2028-12", "default_month": "2026-12", "payment_delay": 2, "free_months": 2, "relet": true, "relet_downtime": 6, "relet_discount": 0.1}
	service := run(t, siteOf200MW(t, 36, terms(broken)))
	broken["accounting"] = "asc842"
	lease := run(t, siteOf200MW(t, 36, terms(broken)))
	average := 3400e6 / 36
	asset := 11*average - 900e6
	for _, o := range []outcome{service, lease} {
		o.leaseKeepsItsBooks("tenant")
		o.near("outstanding before", o.tenant("receivable")[10], 200e6)
		o.near("outstanding after", o.tenant("receivable")[11], 0)
		o.near("lost", total(o.tenant("written_off")), 200e6)
		o.near("the bill of the twelfth month", o.tenant("fee_billed")[11], 0)
		o.near("cash of the tenant", total(o.tenant("cash_received")[:17]), 700e6)
		o.near("nothing is left to be earned", o.tenant("straight_line_asset")[11], 0)
		market := o.of("site.market_price", "childress")[17]
		o.near("after the downtime, at the market", o.tenant("relet_revenue")[17], 100e3*30*24*market*0.9) // June 2027
		o.near("not before", o.tenant("relet_revenue")[16], 0)
		o.near("paid as late as others", o.tenant("cash_received")[19], o.tenant("relet_revenue")[17])
	}
	service.near("a service: credit losses", service.tenant("bad_debt")[11], 200e6+asset)
	service.near("a service: revenue", service.tenant("revenue")[11], 0)
	lease.near("a lease: no credit losses", total(lease.tenant("bad_debt")), 0)
	lease.near("a lease: income is taken back", lease.tenant("revenue")[11], -200e6-asset)
	lease.same("the accounting choice moves no cash", lease.tenant("cash_received"), service.tenant("cash_received"))
}

// Deposit and prepayment cover unpaid bills first; the rest is damages.
func TestSecurityInDefault(t *testing.T) {
	for name, test := range map[string]struct{ deposit, lost, forfeited float64 }{
		"too little": {50e6, 50e6, 0},
		"too much":   {250e6, 0, 150e6},
	} {
		t.Run(name, func(t *testing.T) {
			o := run(t, siteOf200MW(t, 12, terms(map[string]any{"default_month": "2026-06", "payment_delay": 1, "deposit": test.deposit})))
			o.leaseKeepsItsBooks("tenant")
			o.near("lost", total(o.tenant("written_off")), test.lost)
			o.near("kept as damages", o.tenant("revenue")[5], test.forfeited)
			o.near("cash", total(o.tenant("cash_received")), 400e6+test.deposit)
			o.near("the deposit still held", o.tenant("deposit_liability")[5], 0)
		})
	}
}

// Only what is due however little is used can be enforced: ASC 606 leaves
// payments by usage out as variable (606-10-32-5), and so do lease payments.
func TestTakeOrPayBoundsWhatIsEnforceable(t *testing.T) {
	for name, test := range map[string]struct {
		changes                map[string]any
		enforceable, guarantee float64 // million USD, in January
	}{
		"all is due":             {nil, 1200, 600},
		"three fifths are":       {map[string]any{"take_or_pay": 0.6}, 720, 360},
		"nothing is":             {map[string]any{"take_or_pay": 0, "usage": 0.5}, 0, 0},
		"a notice of 73 days":    {map[string]any{"take_or_pay": 0.5, "cancellable": true, "notice": 73, "minimum_term": 0}, 0.5 * 200, 0.5 * 100}, // two months
		"backed for four months": {map[string]any{"take_or_pay": 0.5, "backstop_months": 4}, 600, 0.5 * 0.5 * 400},
	} {
		t.Run(name, func(t *testing.T) {
			lease := terms(map[string]any{"backstop": true, "backstop_share": 0.5})
			for field, value := range test.changes {
				lease[field] = value
			}
			o := run(t, siteOf200MW(t, 12, lease))
			o.leaseKeepsItsBooks("tenant")
			o.near("the headline", o.tenant("headline_value")[0], 1200e6)
			o.near("what is enforceable", o.tenant("fee_enforceable")[0], test.enforceable*1e6)
			o.near("what is guaranteed", o.tenant("fee_guaranteed")[0], test.guarantee*1e6)
		})
	}
}

func TestRenewal(t *testing.T) {
	o := run(t, siteOf200MW(t, 30, terms(map[string]any{"renewal_months": 12, "renewal_price": 0.8, "escalator": 0.1})))
	o.leaseKeepsItsBooks("tenant")
	o.near("the headline leaves the renewal out", o.tenant("headline_value")[0], 1200e6)
	o.near("the renewal's own headline", o.tenant("headline_value")[12], 12*88e6)
	o.near("a bill of the renewal", o.tenant("fee_billed")[12], 88e6)
	o.near("the first bill after it", o.tenant("fee_billed")[24], 0)
	o.near("revenue before the renewal", o.tenant("revenue")[0], 100e6)
	o.near("revenue in it", o.tenant("revenue")[12], 88e6)
}

// A renewal at 80 % of the fee is thought to come in three cases of five.
func TestExpectedValueOfARenewal(t *testing.T) {
	likely := map[string]any{"renewal_months": 12, "renewal_price": 0.8, "renewal_probability": 0.6}
	o := run(t, siteOf200MW(t, 30, terms(likely)))
	for month, want := range map[int]float64{
		0:  1200e6 + 0.6*12*80e6,
		11: 100e6 + 0.6*12*80e6,
		12: 12 * 80e6, // renewed, and so certain
		24: 0,
	} {
		o.near("the expected value", o.tenant("expected_value")[month], want)
	}
	o.near("the renewal's fees", o.tenant("renewal_value")[0], 960e6)
	certain := run(t, o.Document, set("lease.tenant.renewal_probability", 1))
	certain.near("a certain renewal", certain.tenant("expected_value")[0], 2160e6)
	certain.same("the probability moves no cash", certain.tenant("cash_received"), o.tenant("cash_received"))
	short := run(t, siteOf200MW(t, 18, terms(likely)))
	short.near("beyond the scenario too", short.tenant("expected_value")[0], 1200e6+0.6*12*80e6)
	left := run(t, siteOf200MW(t, 18, terms(map[string]any{"renewal_months": 12, "default_month": "2026-06"})))
	left.near("nothing is expected of a tenant that defaulted", left.tenant("expected_value")[5], 0)
}

// A guarantor backs 49 % of a fee of 100 million; the tenant defaults in May of
// the first of its 12 months, as long as the test says nothing else.
func TestBackstop(t *testing.T) {
	for name, test := range map[string]struct {
		changes map[string]any
		want    float64 // million USD that the guarantor owes in all
	}{
		"to the end of the term":                {nil, 8 * 49},
		"three months at most":                  {map[string]any{"backstop_months": 3}, 3 * 49},
		"until the GPUs are let again":          {map[string]any{"relet": true, "relet_downtime": 2}, 2 * 49},
		"the notice that the tenant could give": {map[string]any{"cancellable": true, "notice": 90, "minimum_term": 3}, 3 * 49},
		"the minimum term":                      {map[string]any{"cancellable": true, "notice": 90, "minimum_term": 10}, 6 * 49},
		"the notice after the minimum term":     {map[string]any{"cancellable": true, "notice": 30, "minimum_term": 6, "notice_within_minimum": false}, 3 * 49},
		"up to a notice that was given":         {map[string]any{"cancellable": true, "notice": 90, "notice_given": "2026-04"}, 2 * 49},
		"not the renewal":                       {map[string]any{"renewal_months": 12}, 8 * 49},
		"not a default in the renewal":          {map[string]any{"renewal_months": 12, "default_month": "2027-03"}, 0},
		"with the index and the escalator":      {map[string]any{"last_month": "2027-02", "index_growth": 0.1, "escalator": 0.2}, 8*49 + 2*49*1.1*1.2},
		"what is due whatever is used":          {map[string]any{"take_or_pay": 0.5}, 8 * 24.5},
		"before the start, from the start":      {map[string]any{"start": "2026-04", "default_month": "2026-02", "backstop_months": 2}, 2 * 49},
		"free months":                           {map[string]any{"free_months": 6}, 6 * 49},
		"a tenant that pays":                    {map[string]any{"default_month": "2150-12"}, 0},
		"no guarantor":                          {map[string]any{"backstop": false}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			lease := terms(map[string]any{"default_month": "2026-05", "payment_delay": 2, "backstop": true, "backstop_share": 0.49})
			for field, value := range test.changes {
				lease[field] = value
			}
			o := run(t, siteOf200MW(t, 30, lease))
			o.obeysTheLaws()
			o.near("what the guarantor owes", total(o.tenant("backstop_billed")), test.want*1e6)
			o.near("what it pays", total(o.tenant("guarantor_cash_paid")), test.want*1e6)
		})
	}
}

// Who pays what in the default: of March and April nothing is paid, the guarantor
// pays its share of May in July, and revenue counts it in May.
func TestBackstopByMonth(t *testing.T) {
	sheet := map[string]any{"default_month": "2026-05", "payment_delay": 2, "backstop": true, "backstop_share": 0.49}
	for _, accounting := range []string{"asc606", "asc842"} {
		sheet["accounting"] = accounting
		o := run(t, siteOf200MW(t, 18, terms(sheet)))
		o.near("the tenant pays January and February", total(o.tenant("tenant_cash_paid")), 200e6)
		o.near("bills that nobody pays", total(o.tenant("written_off")), 200e6)
		o.near("the guarantor in June", o.tenant("guarantor_cash_paid")[5], 0)
		o.near("the guarantor in July", o.tenant("guarantor_cash_paid")[6], 49e6)
		o.near("owed by it in June", o.tenant("receivable")[5], 98e6)
		o.near("revenue in June", o.tenant("revenue")[5], 49e6)
		o.near("what it would owe in April", o.tenant("fee_guaranteed")[3], 0.49*900e6)
	}
}
