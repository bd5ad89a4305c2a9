package model

// What the tenants gain and what it costs them.
var tenantMeasures = []Measure{
	{Name: "tenant.month", Scope: "operator", Needs: "lease", Title: "Month in which tenants hold the most", Kind: KindMonth,
		Formula: "peak_month(gpus_let)",
		Note:    "The first, if there are several. What tenants hold is told of this month, so that its parts belong together."},
	{Name: "tenant.gpus", Scope: "operator", Title: "GPUs of the tenants", Unit: "GPU",
		Formula: "peak(gpus_let)",
		Note:    "The most in any month."},
	{Name: "tenant.share", Scope: "operator", Title: "Tenants' share of the GPUs", Unit: "1", Percent: true,
		Formula: "at(when(sum(site.gpus_usable) != 0, gpus_let / sum(site.gpus_usable), 0), peak_month(gpus_let))",
		Note:    "Of the usable GPUs." + busiest},
	{Name: "tenant.megawatts", Scope: "operator", Title: "Power of the tenants", Unit: "MW",
		Formula: "at(sum(lease.power_demand), peak_month(gpus_let))",
		Note:    "Of the facility's draw." + busiest},
	{Name: "tenant.compute", Scope: "operator", Title: "Peak compute of the tenants", Unit: "PFLOPS",
		Formula: "at(sum(lease.compute), peak_month(gpus_let))",
		Note:    "Dense FP16." + busiest},
	{Name: "tenant.cost_per_gpu_hour", Scope: "operator", Title: "Tenants' cost per GPU-hour", Unit: "USD/GPU/h",
		Formula: "average(lease.tenant_cost_per_gpu_hour, lease.tenant_gpu_hours)",
		Note:    "Fee and power, for each GPU-hour delivered: the average over the leases, weighted by GPU-hours."},
	{Name: "tenant.revenue_needed_per_gpu_hour", Scope: "operator", Title: "Revenue that tenants need per GPU-hour", Unit: "USD/GPU/h",
		Formula: "average(lease.tenant_revenue_per_gpu_hour, lease.tenant_gpu_hours)",
		Note:    "What tenants must earn with each GPU-hour that they use, so that their margin is left after the rent; averaged alike."},
	{Name: "tenant.build_cost_per_gpu_hour", Scope: "operator", Title: "Tenants' cost with GPUs of their own, per GPU-hour rented", Unit: "USD/GPU/h",
		Formula: "average(lease.build_cost_of_as_much, lease.tenant_gpu_hours)",
		Note:    "The annuity of the investment and the running cost of as much peak compute as a rented GPU has, over the hours used; averaged over the same GPU-hours."},
}
