package model_test

import (
	"encoding/json"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/calendar"
	"rackonomics/engine/model"
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
	document, err := model.Scenario.Decode(text)
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
	earned := less(less(less(plus(of("revenue"), of("warrant_consideration")), of("bad_debt")), of("financing_interest")), of("cash_received"))
	flows := [][]float64{cumulated(of("revenue")), cumulated(of("cash_received")), of("deposit_liability"), of("deferred_revenue"), of("refund_liability")}
	o.same("balances are revenue without warrants, less bad debt, interest and cash", balance, cumulated(earned), flows...)
	zero := make([]float64, o.Table.Months)
	for _, row := range []string{"receivable", "deferred_revenue", "refund_liability", "deposit_liability", "fee_billed", "power_recovered", "relet_revenue", "written_off", "bad_debt", "financing_interest", "shortfall_credit", "headline_value", "fee_enforceable", "prepayment_unused", "security_forfeited", "backstop_billed", "guarantor_cash_paid", "fee_guaranteed", "renewal_value", "fee_not_due", "fee_deferred", "deferred_fee_due", "fees_deferred", "residual_claim", "residual_guaranteed", "warrants_outstanding", "warrant_consideration"} {
		o.atMost(row+" is not negative", zero, of(row), flows...)
	}
	o.atMost("no more is billed than contracted", of("fee_billed"), of("fee_contracted"))
	o.atMost("no more is enforceable than contracted", of("fee_enforceable"), of("headline_value"))
	o.atMost("no more is delivered than contracted", of("gpus_delivered"), of("gpus_contracted"))
	o.same("what the landlord receives the tenant and the guarantor pay", of("cash_received"), plus(of("tenant_cash_paid"), of("guarantor_cash_paid")))
	o.atMost("the guarantor pays what it is billed", cumulated(of("guarantor_cash_paid")), cumulated(plus(of("backstop_billed"), of("residual_claim_on_vendor"))), flows...)
	o.atMost("the guarantor owes no more than the fee", of("backstop_billed"), of("fee_fixed"), of("index"), flows[0])
	settled := plus(plus(cumulated(of("prepayment_refunded")), cumulated(of("security_applied"))), cumulated(of("security_forfeited")))
	prepaid := plus(cumulated(of("prepayment_received")), cumulated(of("deposit_received")))
	held := plus(of("prepayment_unused"), plus(of("deposit_liability"), cumulated(of("deposit_returned"))))
	o.same("what is prepaid is credited, held, returned or kept", prepaid, plus(plus(cumulated(of("prepayment_credit")), settled), held), flows...)
	o.atMost("no guarantee pays more than is guaranteed", cumulated(of("residual_claim")), cumulated(of("residual_guaranteed")))
	o.same("warrants that vest are exercised or outstanding", cumulated(of("warrants_vested")), plus(cumulated(of("warrants_exercised")), of("warrants_outstanding")))
	lost := make([]float64, o.Table.Months)
	for month, now := range of("defaults_now") {
		if now != 0 && month > 0 {
			lost[month] = of("fees_deferred")[month-1]
		}
	}
	o.same("what is put off is repaid, still owed or lost by default", cumulated(of("fee_deferred")), plus(plus(cumulated(of("deferred_fee_due")), of("fees_deferred")), cumulated(lost)))
	o.atMost("what is put off is a receivable", of("fees_deferred"), of("receivable"), flows...)
	// Cash: what is billed, less what is still owed or never paid, with what the
	// landlord holds or has kept of deposit and prepayment.
	billed := plus(plus(plus(of("fee_billed"), of("power_recovered")), of("relet_revenue")), plus(of("backstop_billed"), of("residual_claim")))
	kept := plus(plus(of("deposit_liability"), of("prepayment_unused")), cumulated(of("security_forfeited")))
	o.same("cash is bills less losses, and security", cumulated(of("cash_received")), plus(less(less(cumulated(billed), of("receivable")), cumulated(of("written_off"))), kept), flows...)
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

// anyTerms draws a valid lease.
func anyTerms(t *rapid.T, fixed bool) map[string]any {
	month := func(name string, from, to int) string {
		return siteStart.Add(rapid.IntRange(from, to).Draw(t, name)).String()
	}
	some := func(name string, values ...any) any { return rapid.SampledFrom(values).Draw(t, name) }
	start := rapid.IntRange(-3, 10).Draw(t, "start")
	length := rapid.IntRange(1, 30).Draw(t, "length")
	lease := map[string]any{ // for some capacity: a flat fee for none is refused
		"basis": some("basis", "share", "gpus", "megawatts"), "share": rapid.Float64Range(0.001, 1).Draw(t, "share"), "gpus": rapid.Float64Range(1, 150e3).Draw(t, "gpus"), "megawatts": rapid.Float64Range(0.1, 300).Draw(t, "megawatts"),
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
		"index_growth": rapid.Float64Range(-0.1, 0.1).Draw(t, "index"), "prepaid_share": some("prepaid", 0, 0.2, 1), "prepaid_before": some("before", 0, 2, 20),
		"prepayment_credited": some("credited", "every_bill", "schedule"), "prepayment_credit_from": some("credited from", 1, 4, 25), "prepayment_credit_months": some("credited over", 1, 6, 36), "deposit": some("deposit", 0, 150e6),
		"power_pass_through": some("power", 0, 1), "financing_rate": some("rate", 0, 0.06, 0.2), "renewal_months": some("renewal", 0, 0, 14), "renewal_price": 0.7,
		"backstop": rapid.Bool().Draw(t, "backstop"), "backstop_share": rapid.Float64Range(0, 1).Draw(t, "backed"), "backstop_months": some("backed months", 0, 4, 360),
		"delivery_remedy": some("remedy", "none", "cut", "exit"), "delivery_test_day": "2026-09-30", "relet": rapid.Bool().Draw(t, "relet"), "relet_downtime": some("downtime", 0, 3),
	} {
		lease[field] = value
	}
	if rapid.Bool().Draw(t, "standstill") {
		lease["standstill"], lease["standstill_from"] = some("kind of standstill", "deferred", "suspended"), month("standstill from", -3, 30)
		lease["standstill_months"], lease["standstill_part"] = some("still for", 1, 3, 12), some("part", 1, 0.4)
		lease["deferral_wait"], lease["deferral_months"] = some("wait", 0, 2), some("repaid over", 1, 5, 24)
	}
	if rapid.Bool().Draw(t, "guarantee") {
		lease["residual_guarantor"], lease["residual_trigger"] = some("guarantor", "tenant", "vendor"), some("trigger", "end", "not_renewed")
		lease["residual_basis"], lease["residual_share"], lease["residual_amount"] = some("guaranteed as", "share", "amount"), 0.3, 500e6
	}
	if rapid.Bool().Draw(t, "warrants") {
		lease["warrant_terms"], lease["warrants"], lease["warrant_value"] = some("warrants for", "tenant", "other"), 10e6, 5
		lease["warrant_vesting"], lease["warrant_exercise"] = some("vesting", 1, 7, 36), month("exercise", -3, 40)
		lease["related_party"], lease["tenant_investment"] = rapid.Bool().Draw(t, "related"), 1e9
	}
	if rapid.Bool().Draw(t, "rent starts with delivery") {
		lease["rent_start"], lease["rent_delivery_share"] = "delivery", some("ready", 0, 0.7, 1)
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
		o.same("revenue and bills of the whole lease", cumulated(revenue)[47:], cumulated(billed)[47:], cumulated(billed))
		o.same("cash and bills of the whole lease", cumulated(o.tenant("cash_received"))[47:], cumulated(billed)[47:], cumulated(billed))
		o.same("what is left", o.tenant("straight_line_asset")[47:], []float64{0}, cumulated(billed))
	})
}
