package headline

var leaseRows = []string{
	"operator.lease_revenue_needed", "lease.headline_value", "lease.expected_value", "lease.fee_enforceable", "lease.fee_guaranteed", "lease.revenue", "lease.fee_billed", "lease.relet_revenue", "lease.gpu_hours",
}

// leases tells what the leases are worth to the landlord and what they would
// have to bring.
func (r *reader) leases() []Measure {
	year := r.firstYear()
	list := []Measure{
		{"lease.fee_needed_for_operating_break_even", "Lease revenue needed for operating break-even", "USD/month",
			"A month's lease revenue at which operating income is zero, on average over the first 12 months.",
			sum(r.total("operator.lease_revenue_needed")[:year]) / float64(year)},
		{"lease.headline_value", "Headline value of the leases", "USD",
			"All contracted fees from the first month of the scenario to the end of the leases.", r.total("lease.headline_value")[0]},
		{"lease.expected_value", "Expected value of the leases", "USD",
			"The headline value and the fees of renewals, as far as the scenario reaches, by the probability of each.", r.total("lease.expected_value")[0]},
		{"lease.enforceable_value", "Enforceable value of the leases", "USD",
			"The most that is owed at any time, however little is used, if the tenants give notice then. Contract terms count only as far as they are enforceable (ASC 606-10-25-3).",
			largest(r.total("lease.fee_enforceable"))},
		{"lease.recognised_value", "Revenue recognised from the leases", "USD",
			"Over the scenario, by the accounting chosen for each lease, with power passed on, re-letting and what guarantors pay.", sum(r.total("lease.revenue"))},
		{"price_per_gpu_hour", "Price per GPU-hour", "USD/GPU/h", "All fees billed, and rents after re-letting, over all GPU-hours delivered.",
			ratio(sum(r.total("lease.fee_billed"))+sum(r.total("lease.relet_revenue")), sum(r.total("lease.gpu_hours")))},
	}
	if guaranteed := largest(r.total("lease.fee_guaranteed")); guaranteed > 0 {
		list = append(list, Measure{"lease.guaranteed_value", "Fees that guarantors back", "USD",
			"The most that they would owe at any time if their tenants defaulted then, at that month's fees, and nobody else took the GPUs.", guaranteed})
	}
	return list
}
