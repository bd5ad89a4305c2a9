package model

import (
	"fmt"
	"strings"
)

// ifCounted is a value to the end of a lease, absent where that comes after the
// last month that can be computed: later asks it of %v.
func ifCounted(later, value string) string {
	last := fmt.Sprintf("month(%d)", LongestReach)
	return fmt.Sprintf("when("+later+", absent, %s)", last, value)
}

var notCounted = fmt.Sprintf("None where a lease lasts more than %d years.", LongestReach/12)

// What the leases are worth to the landlord and what they would have to bring.
var leaseMeasures = []Measure{
	{Name: "lease.fee_needed_for_operating_break_even", Scope: "operator", Title: "Lease revenue needed for operating break-even, mean of 12 months", Unit: "USD/month",
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
		Formula: "total(sum(lease.billed_for_gpus)) / total(sum(lease.gpu_hours))",
		Note:    "All fees billed, and rents after re-letting, over all GPU-hours delivered; without powered shells, whose GPUs are the tenants'."},
	{Name: "lease.residual_claims", Scope: "operator", Title: "From guarantees of the residual value", Unit: "USD", When: "total(sum(lease.residual_claim)) != 0",
		Formula: "total(sum(lease.residual_claim))",
		Note:    "Within the scenario."},
	{Name: "lease.circular_share", Scope: "operator", Title: "Circular share of the leases' revenue", Unit: "1", Percent: true, When: "total(sum(lease.circular_revenue)) != 0",
		Formula: "total(sum(lease.circular_revenue)) / total(lease_revenue)",
		Note:    "From tenants that hold or fund the operator's equity by their contract, or are related parties. Over the scenario."},
	{Name: "lease.guaranteed_value", Scope: "operator", Whole: true, Title: "Fees that guarantors back", Unit: "USD",
		Formula: "peak(sum(lease.fee_guaranteed))", When: "peak(sum(lease.fee_guaranteed)) > 0",
		Note: "The most that they would owe at any time if their tenants defaulted then, at that month's fees, and nobody else took the GPUs."},
}

// What the parts of each contract of several leases bring together.
var contractMeasures = func() []Measure {
	var list []Measure
	for i, name := range contracts {
		title := ", contract " + strings.ToUpper(name)
		part := fmt.Sprintf("sum(when(lease.contract_number == %d, ", i+1) + "%s, 0))"
		add := func(field, heading, unit, formula, row, note string) {
			list = append(list, Measure{Name: "contract_" + name + "." + field, Scope: "operator", Title: heading + title, Unit: unit,
				When: "peak(leases_of_contract_" + name + ") > 0", Formula: fmt.Sprintf(formula, fmt.Sprintf(part, row)), Note: note})
		}
		add("headline_value", "Headline value", "USD", "opening(%s)", "lease.headline_value", "Contracted fees of its parts from the first month of the scenario to their ends.")
		add("enforceable_value", "Enforceable value", "USD", "opening(%s)", "lease.fee_enforceable", "What is owed if notice is given for all parts in the first month.")
		add("gpus", "GPUs", "GPU", "peak(%s)", "lease.gpus_delivered", "The most in any month, at all its sites.")
		add("revenue", "Revenue", "USD", "total(%s)", "lease.revenue", "Recognised within the scenario.")
		add("cash", "Cash received", "USD", "total(%s)", "lease.cash_received", "Within the scenario.")
	}
	return list
}()
