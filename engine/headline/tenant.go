package headline

var tenantRows = []string{
	"lease.gpus_delivered", "lease.power_demand", "lease.compute", "lease.gpu_hours", "site.gpus_usable",
	"lease.tenant_cost_per_gpu_hour", "lease.tenant_revenue_per_gpu_hour", "lease.build_cost_per_gpu_hour",
}

// tenants tells what the tenants gain and what it costs them.
func (r *reader) tenants() []Measure {
	delivered := r.total("lease.gpus_delivered")
	return []Measure{
		{"tenant.gpus", "GPUs of the tenants", "GPU", "The most in any month.", largest(delivered)},
		{"tenant.share", "Tenants' share of the GPUs", "1", "Of the usable GPUs, the most in any month.", largest(quotients(delivered, r.total("site.gpus_usable")))},
		{"tenant.megawatts", "Power of the tenants", "MW", "Of the facility's draw, the most in any month.", largest(r.total("lease.power_demand"))},
		{"tenant.compute", "Peak compute of the tenants", "PFLOPS", "Dense FP16, the most in any month.", largest(r.total("lease.compute"))},
		{"tenant.cost_per_gpu_hour", "Tenants' cost per GPU-hour", "USD/GPU/h", "Fee and power, for each GPU-hour delivered: the average over the leases, weighted by GPU-hours.",
			r.byGPUHours("lease.tenant_cost_per_gpu_hour")},
		{"tenant.revenue_needed_per_gpu_hour", "Revenue that tenants need per GPU-hour", "USD/GPU/h",
			"What tenants must earn with each GPU-hour that they use, so that their margin is left after the rent; averaged alike.",
			r.byGPUHours("lease.tenant_revenue_per_gpu_hour")},
		{"tenant.build_cost_per_gpu_hour", "Tenants' cost per GPU-hour with GPUs of their own", "USD/GPU/h",
			"The annuity of the investment and the running cost, over the hours used; averaged over the same GPU-hours.",
			r.byGPUHours("lease.build_cost_per_gpu_hour")},
	}
}

// byGPUHours averages a row of the leases over the GPU-hours of the months in
// which the tenant's cost is defined: those in which the tenant itself pays.
func (r *reader) byGPUHours(row string) any {
	values, hours, costs := r.each(row), r.each("lease.gpu_hours"), r.each("lease.tenant_cost_per_gpu_hour")
	weighted, total := 0.0, 0.0
	for lease := range values {
		for month, value := range values[lease] {
			if cost := costs[lease][month]; value == value && cost == cost {
				weighted += float64(value * hours[lease][month])
				total += hours[lease][month]
			}
		}
	}
	return ratio(weighted, total)
}
