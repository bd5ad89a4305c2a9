package model

// What the tenants gain and what it costs them.
var tenantMeasures = []Measure{
	{Name: "tenant.gpus", Scope: "operator", Title: "GPUs of the tenants", Unit: "GPU",
		Formula: "peak(sum(lease.gpus_delivered))",
		Note:    "The most in any month."},
	{Name: "tenant.share", Scope: "operator", Title: "Tenants' share of the GPUs", Unit: "1", Percent: true,
		Formula: "peak(when(sum(site.gpus_usable) != 0, sum(lease.gpus_delivered) / sum(site.gpus_usable), 0))",
		Note:    "Of the usable GPUs, the most in any month."},
	{Name: "tenant.megawatts", Scope: "operator", Title: "Power of the tenants", Unit: "MW",
		Formula: "peak(sum(lease.power_demand))",
		Note:    "Of the facility's draw, the most in any month."},
	{Name: "tenant.compute", Scope: "operator", Title: "Peak compute of the tenants", Unit: "PFLOPS",
		Formula: "peak(sum(lease.compute))",
		Note:    "Dense FP16, the most in any month."},
	{Name: "tenant.cost_per_gpu_hour", Scope: "operator", Title: "Tenants' cost per GPU-hour", Unit: "USD/GPU/h",
		Formula: "average(lease.tenant_cost_per_gpu_hour, lease.tenant_gpu_hours)",
		Note:    "Fee and power, for each GPU-hour delivered: the average over the leases, weighted by GPU-hours."},
	{Name: "tenant.revenue_needed_per_gpu_hour", Scope: "operator", Title: "Revenue that tenants need per GPU-hour", Unit: "USD/GPU/h",
		Formula: "average(lease.tenant_revenue_per_gpu_hour, lease.tenant_gpu_hours)",
		Note:    "What tenants must earn with each GPU-hour that they use, so that their margin is left after the rent; averaged alike."},
	{Name: "tenant.build_cost_per_gpu_hour", Scope: "operator", Title: "Tenants' cost per GPU-hour with GPUs of their own", Unit: "USD/GPU/h",
		Formula: "average(lease.build_cost_per_gpu_hour, lease.tenant_gpu_hours)",
		Note:    "The annuity of the investment and the running cost, over the hours used; averaged over the same GPU-hours."},
}
