package headline

import "rackonomics/engine/measure"

var computeRows = []string{
	"site.cash_costs", "site.purchases", "site.gpus_usable", "site.power_kept", "site.power_idle", "site.effective_compute_leased", "site.effective_compute_kept", "operator.monthly_discount_rate",
}

const levelised = " Costs are what sites pay to run and to buy in the scenario; what was spent before is not in it, nor what is left at the end. Both are discounted at the discount rate (NREL/TP-462-5173)."

// computing tells what computing costs, whoever uses it.
func (r *reader) computing() []Measure {
	rate, _ := r.discountRate()
	costs := r.total("site.cash_costs")
	for month, purchases := range r.total("site.purchases") {
		costs[month] += purchases
	}
	hours := r.total("site.gpus_usable")
	for month := range hours {
		hours[month] *= float64(r.table.Start.Add(month).Days() * 24)
	}
	work := r.total("site.effective_compute_leased")
	for month, kept := range r.total("site.effective_compute_kept") {
		work[month] += kept
	}
	return []Measure{
		{"compute.cost_per_gpu_hour", "Levelised cost per GPU-hour", "USD/GPU/h",
			"Costs of the sites over the hours of their usable GPUs, used or not." + levelised, defined(measure.LevelisedCost(rate, costs, hours))},
		{"compute.cost_per_pflops_day", "Levelised cost per effective PFLOPS-day", "USD/PFLOPS/day",
			"The same costs over the useful arithmetic of tenants and operator, after idle GPUs, interruptions and the share of peak that programs reach." + levelised,
			defined(measure.LevelisedCost(rate, costs, work))},
		{"compute.megawatts_kept", "Power of the operator's own use", "MW", "Of the facility's draw, the most in any month.", largest(r.total("site.power_kept"))},
		{"compute.megawatts_idle", "Power of idle GPUs", "MW", "Of the facility's draw, the most in any month: GPUs that no tenant has and the operator does not use.", largest(r.total("site.power_idle"))},
	}
}
