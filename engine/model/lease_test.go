package model_test

import (
	"encoding/json"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/calendar"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
)

// A site of 200 MW of critical IT power, 100,000 GPUs of 2 kW, with power and
// cooling to spare; the leases are the test's.
func siteOf200MW(t tester, months int, leases ...map[string]any) *scenario.Document {
	t.Helper()
	for _, lease := range leases {
		lease["site"] = "childress"
		if lease["name"] == nil {
			lease["name"] = "tenant"
		}
	}
	text, err := json.Marshal(map[string]any{
		"version": 1, "name": "lease", "title": "A lease", "about": "", "as_of": "2026-07", "start": "2026-01", "months": months,
		"operator": map[string]any{},
		"site":     []any{map[string]any{"name": "childress", "cooling_capacity": 1000}},
		"fleet":    []any{map[string]any{"name": "gpus", "site": "childress", "gpus": 100_000, "go_live": "2025-01", "power_per_gpu": 2}},
		"source":   []any{map[string]any{"name": "grid", "site": "childress", "capacity": 1000, "price": 50, "go_live": "2025-01"}},
		"lease":    leases,
	})
	if err != nil {
		t.Fatalf("%v", err)
	}
	document, err := scenario.Decode(text)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return document
}

// terms are a lease of the whole site for a flat fee of 100 from January 2026 on,
// paid at once, that nobody can cancel, changed as the test says.
func terms(changes map[string]any) map[string]any {
	lease := map[string]any{"basis": "megawatts", "megawatts": 200, "start": "2026-01", "last_month": "2026-12", "cancellable": false, "price_basis": "fee", "fee": 100e6, "payment_delay": 0}
	for field, value := range changes {
		lease[field] = value
	}
	return lease
}

func (o outcome) near(what string, got, want float64) {
	o.Helper()
	if !(math.Abs(got-want) <= 1e-9*math.Max(1, math.Abs(want))) {
		o.Errorf("%s is %v, want %v", what, got, want)
	}
}

func (o outcome) tenant(row string) []float64 { o.Helper(); return o.of("lease."+row, "tenant") }

func total(series []float64) (sum float64) {
	for _, value := range series {
		sum += value
	}
	return sum
}

// leaseKeepsItsBooks checks what holds for every lease in every month: the
// change of its balances is revenue less expenses less cash, no balance that is
// one-sided turns over, and all cash is accounted for.
func (o outcome) leaseKeepsItsBooks(lease string) {
	o.Helper()
	of := func(row string) []float64 { o.Helper(); return o.of("lease."+row, lease) }
	balance := less(less(less(plus(of("receivable"), of("straight_line_asset")), of("deferred_revenue")), of("refund_liability")), of("deposit_liability"))
	earned := less(less(less(of("revenue"), of("bad_debt")), of("financing_interest")), of("cash_received"))
	flows := [][]float64{cumulated(of("revenue")), cumulated(of("cash_received")), of("deposit_liability"), of("deferred_revenue"), of("refund_liability")}
	o.same("balances are revenue less bad debt, interest and cash", balance, cumulated(earned), flows...)
	zero := make([]float64, o.Table.Months)
	for _, row := range []string{"receivable", "deferred_revenue", "refund_liability", "deposit_liability", "fee_billed", "power_recovered", "relet_revenue", "written_off", "bad_debt", "financing_interest", "shortfall_credit", "headline_value", "fee_enforceable", "prepayment_unused", "security_forfeited", "backstop_billed", "guarantor_cash_paid", "fee_guaranteed", "renewal_value"} {
		o.atMost(row+" is not negative", zero, of(row), flows...)
	}
	o.atMost("no more is billed than contracted", of("fee_billed"), of("fee_contracted"))
	o.atMost("no more is enforceable than contracted", of("fee_enforceable"), of("headline_value"))
	o.atMost("no more is delivered than contracted", of("gpus_delivered"), of("gpus_contracted"))
	o.same("what the landlord receives the tenant and the guarantor pay", of("cash_received"), plus(of("tenant_cash_paid"), of("guarantor_cash_paid")))
	o.atMost("the guarantor pays what it is billed", cumulated(of("guarantor_cash_paid")), cumulated(of("backstop_billed")), flows...)
	o.atMost("the guarantor owes no more than the fee", of("backstop_billed"), of("fee_fixed"), of("index"), flows[0])
	// Cash: what is billed, less what is still owed or never paid, with what the
	// landlord holds or has kept of deposit and prepayment.
	billed := plus(plus(plus(of("fee_billed"), of("power_recovered")), of("relet_revenue")), of("backstop_billed"))
	kept := plus(plus(of("deposit_liability"), of("prepayment_unused")), cumulated(of("security_forfeited")))
	o.same("cash is bills less losses, and security", cumulated(of("cash_received")), plus(less(less(cumulated(billed), of("receivable")), cumulated(of("written_off"))), kept), flows...)
}

// IREN's sheet for Microsoft: 200 MW at 808 USD/kW-month for 5 years are 9.7
// billion USD, of which 20 % are prepaid.
func TestIRENForMicrosoft(t *testing.T) {
	o := run(t, siteOf200MW(t, 62, terms(map[string]any{"price_basis": "kilowatt_month", "price_per_kilowatt": 808, "last_month": "2030-12", "prepaid_share": 0.2, "payment_delay": 1, "financing_rate": 0.06})))
	o.leaseKeepsItsBooks("tenant")
	const monthly = 200e3 * 808
	headline := o.tenant("headline_value")[0]
	o.near("the contract", headline, 60*monthly)
	if math.Abs(headline-9.7e9) > 0.05e9 {
		t.Errorf("the contract is worth %.3g USD, on record are 9.7 billion", headline)
	}
	o.near("what is enforceable", o.tenant("fee_enforceable")[0], headline)
	cash := o.tenant("cash_received")
	o.near("the prepayment", cash[0], 0.2*headline)
	o.near("a payment", cash[1], 0.8*monthly)
	o.near("the last payment", cash[60], 0.8*monthly)
	o.near("all cash", total(cash), headline)
	// An annuity due: the first credit falls into the month of the payment.
	v := math.Pow(1.06, -1./12)
	level := 0.2 * headline * (1 - v) / (1 - math.Pow(v, 60))
	o.near("revenue", o.tenant("revenue")[30], 0.8*monthly+level)
	o.near("revenue over the term less interest", total(o.tenant("revenue"))-total(o.tenant("financing_interest")), headline)
	deferred := o.tenant("deferred_revenue")
	o.near("deferred revenue in the first month", deferred[0], 0.2*headline-level)
	o.near("interest in the second", o.tenant("financing_interest")[1], deferred[0]*(1/v-1))
	if math.Abs(deferred[59]) > 1e-3 {
		t.Errorf("%v of the prepayment are still deferred at the end", deferred[59])
	}
	lease := run(t, siteOf200MW(t, 62, terms(map[string]any{"price_basis": "kilowatt_month", "price_per_kilowatt": 808, "last_month": "2030-12", "prepaid_share": 0.2, "payment_delay": 1, "accounting": "asc842"})))
	lease.near("an operating lease bears no interest; its revenue", lease.tenant("revenue")[30], monthly)
	lease.near("deferred rent falls evenly", lease.tenant("deferred_revenue")[29], 0.1*headline)
	lease.same("the accounting choice moves no cash", lease.tenant("cash_received"), cash)
}

// TeraWulf's sheet for Fluidstack: 200 MW of powered shell from 154 USD/kW-month
// on, 10 years, 3 % a year. The average of the rent is what is earned each month.
func TestTeraWulfForFluidstack(t *testing.T) {
	sheet := map[string]any{"price_basis": "kilowatt_month", "price_per_kilowatt": 154, "last_month": "2035-12", "escalator": 0.03, "accounting": "asc842"}
	const first = 200e3 * 154
	contract := 12 * first * (math.Pow(1.03, 10) - 1) / 0.03
	for _, months := range []int{120, 60, 7} { // the scenario may end before the lease
		o := run(t, siteOf200MW(t, months, terms(sheet)))
		o.leaseKeepsItsBooks("tenant")
		o.near("the contract", o.tenant("headline_value")[0], contract)
		o.near("the first bill", o.tenant("fee_billed")[0], first)
		for month, revenue := range o.tenant("revenue") {
			o.near("revenue", revenue, contract/120)
			o.near("the bill", o.tenant("fee_billed")[month], first*math.Pow(1.03, float64(month/12)))
		}
		if months == 120 {
			o.near("rent receivable after 5 years", o.tenant("straight_line_asset")[59], 60*contract/120-12*first*(math.Pow(1.03, 5)-1)/0.03)
			if left := o.tenant("straight_line_asset")[119]; math.Abs(left) > 1e-3 {
				t.Errorf("%v are left at the end of the lease", left)
			}
		}
	}
	if average := contract / 120 / 200e3; math.Abs(average-176.54) > 0.01 {
		t.Errorf("the average rent is %.2f USD/kW-month", average)
	}
}

// A rise by an index is not known at the signing: revenue follows the bills.
func TestIndexIsNotStraightLined(t *testing.T) {
	fixed := run(t, siteOf200MW(t, 36, terms(map[string]any{"last_month": "2028-12", "escalator": 0.03})))
	index := run(t, siteOf200MW(t, 36, terms(map[string]any{"last_month": "2028-12", "index_growth": 0.03})))
	both := run(t, siteOf200MW(t, 36, terms(map[string]any{"last_month": "2028-12", "index_growth": 0.03, "escalator": 0.03})))
	index.same("the bills are alike", index.tenant("fee_billed"), fixed.tenant("fee_billed"))
	index.same("revenue follows the index", index.tenant("revenue"), index.tenant("fee_billed"))
	average := 100e6 * (1 + 1.03 + 1.0609) / 3
	fixed.near("revenue with a fixed rise in the first year", fixed.tenant("revenue")[0], average)
	fixed.near("and in the last", fixed.tenant("revenue")[35], average)
	for _, month := range []int{5, 17, 29} { // the average of what is fixed, and the index on top as it comes
		rise := math.Pow(1.03, float64(month/12))
		both.near("revenue with both", both.tenant("revenue")[month], average+100e6*rise*(rise-1))
	}
	for _, o := range []outcome{fixed, index, both} {
		o.leaseKeepsItsBooks("tenant")
	}
}

func TestFreeMonthsAreStraightLined(t *testing.T) {
	o := run(t, siteOf200MW(t, 14, terms(map[string]any{"free_months": 3})))
	o.leaseKeepsItsBooks("tenant")
	o.near("the first bill", o.tenant("fee_billed")[2], 0)
	o.near("revenue in a free month", o.tenant("revenue")[0], 75e6)
	o.near("earned ahead of the bills", o.tenant("straight_line_asset")[2], 225e6)
	o.near("the sum of the bills", total(o.tenant("fee_billed")), 900e6)
	o.near("the sum of revenue", total(o.tenant("revenue")), 900e6)
}

// Fixed steps of a fee are known from the beginning as well.
func TestStepsOfAFeeAreStraightLined(t *testing.T) {
	steps := map[string]any{"steps": []any{map[string]any{"from": "2026-01", "value": 50e6}, map[string]any{"from": "2026-07", "value": 150e6}}}
	o := run(t, siteOf200MW(t, 12, terms(map[string]any{"fee": steps})))
	o.leaseKeepsItsBooks("tenant")
	for _, revenue := range o.tenant("revenue") {
		o.near("revenue", revenue, 100e6)
	}
}

// The filed terms: 90 days' notice after 3 months, a reduced fee in the first two.
func TestNoticeBoundsWhatIsEnforceable(t *testing.T) {
	filed := map[string]any{"last_month": "2028-12", "cancellable": true, "notice": 90, "minimum_term": 3, "reduced_months": 2, "reduced_fee": 0.5}
	o := run(t, siteOf200MW(t, 40, terms(filed)))
	o.leaseKeepsItsBooks("tenant")
	o.near("the headline", o.tenant("headline_value")[0], 35*100e6)
	o.near("enforceable in a year", o.tenant("fee_enforceable")[12], 100e6*90*12/365)
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

// A prepayment of a contract that can be cancelled is owed back.
func TestCancellablePrepaymentIsARefundLiability(t *testing.T) {
	o := run(t, siteOf200MW(t, 12, terms(map[string]any{"last_month": "2027-12", "cancellable": true, "prepaid_share": 0.25, "notice_given": "2026-04", "deposit": 30e6})))
	o.leaseKeepsItsBooks("tenant")
	o.near("the prepayment and deposit", o.tenant("cash_received")[0], 600e6+30e6+75e6)
	o.near("to be refunded", o.tenant("refund_liability")[0], 575e6)
	o.near("deferred", total(o.tenant("deferred_revenue")), 0)
	o.near("refunded with the deposit in July", o.tenant("cash_received")[6], -(600e6-6*25e6)-30e6)
	o.near("left", o.tenant("refund_liability")[6]+o.tenant("deposit_liability")[6], 0)
	o.near("revenue is what was billed", total(o.tenant("revenue")), 600e6)
	o.near("and so is cash", total(o.tenant("cash_received")), 600e6)
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

func TestPartOfTheFirstMonth(t *testing.T) {
	o := run(t, siteOf200MW(t, 12, terms(map[string]any{"start": "2026-02", "start_day": 15})))
	o.leaseKeepsItsBooks("tenant")
	o.near("14 of 28 days of February", o.tenant("fee_billed")[1], 50e6)
	o.near("revenue of these days", o.tenant("revenue")[1], 50e6)
	o.near("their GPU-hours", o.tenant("gpu_hours")[1], 100e3*14*24)
}

// An hour's price is billed by the real hours of the month.
func TestPricePerGPUHourCountsRealHours(t *testing.T) {
	o := run(t, siteOf200MW(t, 12, terms(map[string]any{"price_basis": "gpu_hour", "price": 2, "free_months": 1})))
	o.leaseKeepsItsBooks("tenant")
	o.near("February", o.tenant("fee_billed")[1], 2*100e3*28*24)
	o.near("March", o.tenant("fee_billed")[2], 2*100e3*31*24)
	average := 2 * 334. / 365 // 31 of 365 days are free
	o.near("revenue in January", o.tenant("revenue")[0], average*100e3*31*24)
	o.near("revenue in February", o.tenant("revenue")[1], average*100e3*28*24)
}

func TestPowerIsPassedOn(t *testing.T) {
	o := run(t, siteOf200MW(t, 12, terms(map[string]any{"basis": "share", "share": 0.25, "power_pass_through": 0.8})))
	o.leaseKeepsItsBooks("tenant")
	// A quarter of the GPUs, as busy as the others, causes a quarter of the power.
	o.near("power of the tenant", o.tenant("power_recovered")[0], 0.8*0.25*o.of("site.power_cost", "childress")[0])
	o.near("revenue with power", o.tenant("revenue")[0], 100e6+o.tenant("power_recovered")[0])
	late := run(t, siteOf200MW(t, 12, terms(map[string]any{"start": "2026-02", "start_day": 15, "power_pass_through": 1})))
	late.leaseKeepsItsBooks("tenant")
	late.near("14 of 28 days of February's power", late.tenant("power_recovered")[1], late.of("site.power_cost", "childress")[1]/2)
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
		"a notice of 73 days":    {map[string]any{"take_or_pay": 0.5, "cancellable": true, "notice": 73, "minimum_term": 0}, 0.5 * 240, 0.5 * 120},
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

// 2 USD an hour for three years are 2 * 26,304 USD a GPU wherever the scenario
// ends, in a long month or a short one, but for the length of mean months.
func TestHoursBeyondTheScenarioAreMeanOnes(t *testing.T) {
	for months := 1; months <= 36; months++ {
		o := runLease(t, siteOf200MW(t, months, terms(map[string]any{"last_month": "2028-12", "price_basis": "gpu_hour", "price": 2, "free_months": 1})))
		near(t, "the contract", o.tenant("headline_value")[0], 2*100e3*(26304-744), 0.0025)
		near(t, "its average", o.tenant("revenue")[0], 2*100e3*744*(26304-744.)/26304, 0.0025)
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
	short.near("as far as the scenario reaches", short.tenant("expected_value")[0], 1200e6+0.6*6*80e6)
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

// Of a site of 100,000 GPUs three tenants were promised 50,000, 40,000 and 30,000.
func TestOversubscribedCapacityIsServedInOrder(t *testing.T) {
	tenant := func(name string, gpus float64, basis string, prorated bool) map[string]any {
		return terms(map[string]any{"name": name, "basis": "gpus", "gpus": gpus, "price_basis": basis, "price": 2, "prorated": prorated})
	}
	o := run(t, siteOf200MW(t, 12, tenant("first", 50e3, "fee", true), tenant("second", 40e3, "gpu_hour", true), tenant("third", 30e3, "fee", true), tenant("fourth", 10e3, "fee", false)))
	for name, want := range map[string]struct{ delivered, credit float64 }{"first": {50e3, 0}, "second": {40e3, 0}, "third": {10e3, 100e6 * 2 / 3}, "fourth": {0, 0}} {
		o.leaseKeepsItsBooks(name)
		o.near("delivered to "+name, o.of("lease.gpus_delivered", name)[0], want.delivered)
		o.near("credit to "+name, o.of("lease.shortfall_credit", name)[0], want.credit)
		o.near("billed to "+name, o.of("lease.fee_billed", name)[0], o.of("lease.fee_contracted", name)[0]-want.credit)
	}
}

func TestSalesTypeTest(t *testing.T) {
	for name, test := range map[string]struct {
		changes map[string]any
		want    float64
	}{
		"short and cheap":                     {map[string]any{"last_month": "2027-12"}, 0},
		"75 % of five years":                  {map[string]any{"last_month": "2029-09"}, 1},
		"a month less":                        {map[string]any{"last_month": "2029-08"}, 0},
		"payments worth the equipment":        {map[string]any{"last_month": "2027-12", "fee": 240e6}, 1},
		"a service is no lease":               {map[string]any{"last_month": "2030-12", "accounting": "asc606"}, 0},
		"a long term that can be broken":      {map[string]any{"last_month": "2030-12", "cancellable": true}, 0},
		"value as of the start, discounted":   {map[string]any{"last_month": "2027-12", "fee": 184e6, "financing_rate": 0.059}, 0}, // 4.42 of 4.32 billion undiscounted
		"the same undiscounted would pass":    {map[string]any{"last_month": "2027-12", "fee": 184e6, "financing_rate": 0}, 1},
		"payments by usage do not count":      {map[string]any{"last_month": "2027-12", "fee": 240e6, "take_or_pay": 0.5}, 0}, // ASC 842-10-30-6
		"beyond the scenario, a term of five": {map[string]any{"last_month": "2032-12"}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			lease := terms(map[string]any{"accounting": "asc842", "asset_fair_value": 48000, "asset_life": 5})
			for field, value := range test.changes {
				lease[field] = value
			}
			o := run(t, siteOf200MW(t, 12, lease))
			if got := o.tenant("sales_type")[5]; got != test.want {
				t.Errorf("%v", got)
			}
		})
	}
}

// anyTerms draws a valid lease.
func anyTerms(t *rapid.T, fixed bool) map[string]any {
	month := func(name string, from, to int) string {
		return siteStart.Add(rapid.IntRange(from, to).Draw(t, name)).String()
	}
	some := func(name string, values ...any) any { return rapid.SampledFrom(values).Draw(t, name) }
	start := rapid.IntRange(-3, 10).Draw(t, "start")
	length := rapid.IntRange(1, 30).Draw(t, "length")
	lease := map[string]any{
		"basis": some("basis", "share", "gpus", "megawatts"), "share": rapid.Float64Range(0, 1).Draw(t, "share"), "gpus": rapid.Float64Range(0, 150e3).Draw(t, "gpus"), "megawatts": rapid.Float64Range(0, 300).Draw(t, "megawatts"),
		"start": siteStart.Add(start).String(), "last_month": siteStart.Add(start + length - 1).String(), "start_day": rapid.IntRange(1, 31).Draw(t, "day"),
		"delivery_ramp": some("ramp", 0, 0, 3, 7), "price_basis": some("price basis", "fee", "gpu_hour", "kilowatt_month"), "fee": 100e6, "price": 2, "price_per_kilowatt": 500,
		"escalator": rapid.Float64Range(-0.2, 0.2).Draw(t, "escalator"), "free_months": some("free", 0, 0, 2, 5), "reduced_months": some("reduced", 0, 0, 3), "reduced_fee": 0.4,
		"reduced_fee_is_discount": rapid.Bool().Draw(t, "discount"), "cancellable": rapid.Bool().Draw(t, "cancellable"), "notice": some("notice", 0, 30, 90, 400), "minimum_term": some("minimum", 0, 3, 12),
		"notice_within_minimum": rapid.Bool().Draw(t, "within"), "accounting": some("accounting", "asc606", "asc842"), "payment_delay": some("delay", 0, 1, 1.5, 4),
	}
	if fixed {
		return lease
	}
	for field, value := range map[string]any{
		"usage": rapid.Float64Range(0, 1).Draw(t, "usage"), "take_or_pay": rapid.Float64Range(0, 1).Draw(t, "take or pay"), "prorated": rapid.Bool().Draw(t, "prorated"),
		"index_growth": rapid.Float64Range(-0.1, 0.1).Draw(t, "index"), "prepaid_share": some("prepaid", 0, 0.2, 1), "prepaid_before": some("before", 0, 2, 20), "deposit": some("deposit", 0, 150e6),
		"power_pass_through": some("power", 0, 1), "financing_rate": some("rate", 0, 0.06, 0.2), "renewal_months": some("renewal", 0, 0, 14), "renewal_price": 0.7,
		"backstop": rapid.Bool().Draw(t, "backstop"), "backstop_share": rapid.Float64Range(0, 1).Draw(t, "backed"), "backstop_months": some("backed months", 0, 4, 360),
		"delivery_remedy": some("remedy", "none", "cut", "exit"), "delivery_test_day": "2026-09-30", "relet": rapid.Bool().Draw(t, "relet"), "relet_downtime": some("downtime", 0, 3),
	} {
		lease[field] = value
	}
	if rapid.Bool().Draw(t, "notice is given") {
		lease["notice_given"] = month("notice given", -3, 40)
	}
	if rapid.Bool().Draw(t, "defaults") {
		lease["default_month"] = month("default", -3, 40)
	}
	return lease
}

var siteStart = calendar.Month{Year: 2026, Month: 1}

// runLease computes the leases' rows only, for the sake of the tests' time.
func runLease(t tester, document *scenario.Document) outcome {
	t.Helper()
	result, err := session.New(document, "lease.*").Run(nil)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return outcome{t, result}
}

func TestAnyLeaseKeepsItsBooks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first, second := anyTerms(t, false), anyTerms(t, false)
		first["name"], second["name"] = "tenant", "other"
		document := siteOf200MW(t, rapid.IntRange(1, 50).Draw(t, "months"), first, second)
		s := session.New(document, "lease.*")
		var cash []float64
		for _, choice := range []string{"asc606", "asc842"} {
			result, err := s.Run([]scenario.Change{set("lease.tenant.accounting", choice)})
			if err != nil {
				t.Fatal(err)
			}
			o := outcome{t, result}
			o.isFinite()
			o.leaseKeepsItsBooks("tenant")
			o.leaseKeepsItsBooks("other")
			if cash != nil {
				o.same("the accounting choice moves no cash", o.tenant("cash_received"), cash)
			}
			cash = slices.Clone(o.tenant("cash_received"))
		}
	})
}

// Over a finished lease with a fixed escalator all that is billed is earned, and
// no balance remains.
func TestAFinishedLeaseEarnsWhatItBills(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := runLease(t, siteOf200MW(t, 48, anyTerms(t, true)))
		o.leaseKeepsItsBooks("tenant")
		billed, revenue := o.tenant("fee_billed"), o.tenant("revenue")
		o.same("revenue and bills of the whole lease", cumulated(revenue)[47:], cumulated(billed)[47:])
		o.same("cash and bills of the whole lease", cumulated(o.tenant("cash_received"))[47:], cumulated(billed)[47:])
		o.same("what is left", o.tenant("straight_line_asset")[47:], []float64{0}, cumulated(billed))
	})
}

// The longer the scenario, the more of a lease is computed month by month and
// the less in closed form; the contract and what is earned stay the same.
func TestTheHorizonDoesNotChangeALease(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lease := terms(map[string]any{"last_month": siteStart.Add(rapid.IntRange(30, 70).Draw(t, "length")).String(), "escalator": rapid.Float64Range(-0.1, 0.1).Draw(t, "escalator"),
			"free_months": rapid.IntRange(0, 8).Draw(t, "free"), "price_basis": rapid.SampledFrom([]string{"fee", "kilowatt_month"}).Draw(t, "basis")})
		long, short := runLease(t, siteOf200MW(t, 72, lease)), runLease(t, siteOf200MW(t, rapid.IntRange(9, 29).Draw(t, "months"), lease))
		for _, row := range []string{"headline_value", "revenue", "straight_line_asset"} {
			short.same(row, short.tenant(row), long.tenant(row)[:short.Table.Months], long.tenant("headline_value"))
		}
	})
}
