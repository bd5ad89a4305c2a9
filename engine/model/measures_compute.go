package model

const (
	levelised       = " Discounted at the discount rate."
	levelisedSource = "NREL/TP-462-5173"
	busiest         = " In the month in which the tenants hold the most."
)

// What computing costs, whoever uses it.
var computeMeasures = []Measure{
	{Name: "compute.cost_per_gpu_hour", Scope: "operator", Title: "Levelised cost per GPU-hour", Unit: "USD/GPU/h", Source: levelisedSource,
		Formula: "levelised(sum(site.cash_costs) + sum(site.capital_charge), sum(site.gpus_usable) * hours, opening(yearly_discount_rate))",
		Note:    "Running costs of the sites and the annuity of their capital, GPUs paid before the scenario included, over the hours of usable GPUs, used or not." + levelised},
	{Name: "compute.running_cost_per_gpu_hour", Scope: "operator", Title: "Running cost per GPU-hour, the shut-down price", Unit: "USD/GPU/h", Source: levelisedSource,
		Formula: "levelised(sum(site.cash_costs - site.satellite_development_cost), sum(site.gpus_usable) * hours, opening(yearly_discount_rate))",
		Note:    "The same without capital, and without development of satellites: whoever has paid for GPUs lets them at any price above it." + levelised},
	{Name: "compute.cost_per_pflops_day", Scope: "operator", Title: "Levelised cost per effective PFLOPS-day", Unit: "USD/PFLOPS/day", Source: levelisedSource,
		Formula: "levelised(sum(site.cash_costs) + sum(site.capital_charge), sum(site.effective_compute_leased) + sum(site.effective_compute_kept), opening(yearly_discount_rate))",
		Note:    "Running costs and capital over the useful arithmetic of tenants and operator, after idle GPUs, interruptions and the share of peak that programs reach." + levelised},
	{Name: "compute.megawatts_kept", Scope: "operator", Title: "Power of the operator's own use", Unit: "MW",
		Formula: "at(sum(site.power_kept), peak_month(gpus_let))",
		Note:    "Of the facility's draw." + busiest},
	{Name: "compute.megawatts_idle", Scope: "operator", Title: "Power of idle GPUs", Unit: "MW",
		Formula: "at(sum(site.power_idle), peak_month(gpus_let))",
		Note:    "Of the facility's draw: GPUs that no tenant has and the operator does not use." + busiest},
}
