package model_test

import (
	"math"
	"testing"
)

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
