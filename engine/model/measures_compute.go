package model

const (
	levelised       = " Costs are what sites pay to run and to buy in the scenario; what was spent before is not in it, nor what is left at the end. Both are discounted at the discount rate."
	levelisedSource = "NREL/TP-462-5173"
)

// What computing costs, whoever uses it.
var computeMeasures = []Measure{
	{Name: "compute.cost_per_gpu_hour", Scope: "operator", Title: "Levelised cost per GPU-hour", Unit: "USD/GPU/h", Source: levelisedSource,
		Formula: "levelised(sum(site.cash_costs) + sum(site.purchases), sum(site.gpus_usable) * hours, opening(yearly_discount_rate))",
		Note:    "Costs of the sites over the hours of their usable GPUs, used or not." + levelised},
	{Name: "compute.cost_per_pflops_day", Scope: "operator", Title: "Levelised cost per effective PFLOPS-day", Unit: "USD/PFLOPS/day", Source: levelisedSource,
		Formula: "levelised(sum(site.cash_costs) + sum(site.purchases), sum(site.effective_compute_leased) + sum(site.effective_compute_kept), opening(yearly_discount_rate))",
		Note:    "The same costs over the useful arithmetic of tenants and operator, after idle GPUs, interruptions and the share of peak that programs reach." + levelised},
	{Name: "compute.megawatts_kept", Scope: "operator", Title: "Power of the operator's own use", Unit: "MW",
		Formula: "peak(sum(site.power_kept))",
		Note:    "Of the facility's draw, the most in any month."},
	{Name: "compute.megawatts_idle", Scope: "operator", Title: "Power of idle GPUs", Unit: "MW",
		Formula: "peak(sum(site.power_idle))",
		Note:    "Of the facility's draw, the most in any month: GPUs that no tenant has and the operator does not use."},
}
