package model

import "fmt"

// ifCounted is a value to the end of a lease, absent where that comes after the
// last month that can be computed: later asks it of %v.
func ifCounted(later, value string) string {
	last := fmt.Sprintf("month(%d)", LongestReach)
	return fmt.Sprintf("when("+later+", absent, %s)", last, value)
}

var notCounted = fmt.Sprintf("None where a lease lasts more than %d years.", LongestReach/12)

// What the leases are worth to the landlord and what they would have to bring.
var leaseMeasures = []Measure{
	{Name: "lease.fee_needed_for_operating_break_even", Scope: "operator", Title: "Lease revenue needed for operating break-even", Unit: "USD/month",
		Formula: "mean(lease_revenue_needed / months, month(12))", InLink: true,
		Note: "A month's lease revenue at which operating income is zero, on average over the first 12 months."},
	{Name: "lease.headline_value", Scope: "operator", Title: "Headline value of the leases", Unit: "USD",
		Formula: "opening(" + ifCounted("sum(when(lease.term_end > %v, 1, 0)) > 0", "sum(lease.headline_value)") + ")", InLink: true,
		Note: "All contracted fees from the first month of the scenario to the end of the leases. " + notCounted},
	{Name: "lease.expected_value", Scope: "operator", Title: "Expected value of the leases", Unit: "USD",
		Formula: "opening(" + ifCounted("sum(when(lease.contract_end > %v, 1, 0)) > 0", "sum(lease.expected_value)") + ")",
		Note:    "The headline value and the fees of renewals by the probability of each. " + notCounted},
	{Name: "lease.enforceable_value", Scope: "operator", Whole: true, Title: "Enforceable value of the leases", Unit: "USD",
		Formula: "peak(sum(lease.fee_enforceable))", Source: "ASC 606-10-25-3",
		Note: "The most that is owed at any time, however little is used, if the tenants give notice then. Contract terms count only as far as they are enforceable."},
	{Name: "lease.recognised_value", Scope: "operator", Title: "Revenue recognised from the leases", Unit: "USD",
		Formula: "total(lease_revenue)",
		Note:    "Over the scenario, by the accounting chosen for each lease, with power passed on, re-letting and what guarantors pay."},
	{Name: "price_per_gpu_hour", Scope: "operator", Title: "Price per GPU-hour", Unit: "USD/GPU/h",
		Formula: "(total(sum(lease.fee_billed)) + total(sum(lease.relet_revenue))) / total(sum(lease.gpu_hours))",
		Note:    "All fees billed, and rents after re-letting, over all GPU-hours delivered."},
	{Name: "lease.guaranteed_value", Scope: "operator", Whole: true, Title: "Fees that guarantors back", Unit: "USD",
		Formula: "peak(sum(lease.fee_guaranteed))", When: "peak(sum(lease.fee_guaranteed)) > 0",
		Note: "The most that they would owe at any time if their tenants defaulted then, at that month's fees, and nobody else took the GPUs."},
}
