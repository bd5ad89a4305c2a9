package model

// What capacity is agreed, ready and delivered.
var leaseCapacityRows = []Row{
	{Name: "lease.ramp", Unit: "1", Kind: Rate, Percent: true, Formula: "when(delivery_ramp > 0, clamp((month - start + month(1)) / delivery_ramp, 0, 1), 1)",
		Note: "Part of the agreed capacity that is due for delivery."},
	{Name: "lease.gpus_agreed", title: "Agreed GPUs", Unit: "GPU", Kind: Balance, Formula: `pick(basis, share: share * site.gpus_installed, gpus: gpus,
    megawatts: when(site.power_per_gpu > 0, megawatts / site.power_per_gpu, 0))`,
		Note: "GPUs of the contract once its delivery is complete. MW are critical IT power: as many GPUs of the site's mix as it feeds at their maximum."},
	{Name: "lease.gpus_contracted", title: "Contracted GPUs", Unit: "GPU", Kind: Rate, Formula: "when(active, gpus_agreed * ramp, when(relet_active, gpus_agreed, 0))",
		Note: "GPUs due under the contract, or under the one that follows it after re-letting."},
	{Name: "lease.gpus_obtainable_outside_calls", Unit: "GPU", Kind: Rate, Formula: "max(0, site.gpus_offered_outside_calls - before(gpus_contracted))",
		Note: "What the leases listed earlier leave while the grid operator does not call: leases are served in the order of the scenario."},
	{Name: "lease.gpus_obtainable_in_call", Unit: "GPU", Kind: Rate, Formula: "max(0, site.gpus_offered_in_call - before(gpus_contracted))",
		Note: "The same while sources are curtailed."},
	{Name: "lease.gpus_obtainable", Unit: "GPU", Kind: Rate, Formula: `(1 - site.call_share) * min(gpus_agreed, gpus_obtainable_outside_calls) +
    site.call_share * min(gpus_agreed, gpus_obtainable_in_call)`,
		Note: "Of the agreed capacity, what is ready on average over the month, also before the lease starts."},
	{Name: "lease.gpus_delivered", title: "Delivered GPUs", Unit: "GPU", Kind: Rate, Formula: `(1 - site.call_share) * min(gpus_contracted, gpus_obtainable_outside_calls) +
    site.call_share * min(gpus_contracted, gpus_obtainable_in_call)`,
		Note: "Average over the hours of the month. Leases are served in the order of the scenario; a later one gets what is left."},
	{Name: "lease.delivered_share", Unit: "1", Kind: Rate, By: "lease.gpus_contracted", Percent: true, Formula: "when(gpus_contracted > 0, gpus_delivered / gpus_contracted, 0)",
		Note: "Delivered of what is due."},
	{Name: "lease.delivery_tested", Unit: "bool", Kind: Flag,
		Formula: `delivery_remedy != delivery_remedy.none && cum(days) > delivery_test_day + delivery_grace &&
    cum(days) - days <= delivery_test_day + delivery_grace`,
		Note: "The day of the delivery test, with its days of grace, ends in this month."},
	{Name: "lease.delivery_failed", Unit: "bool", Kind: Flag, Formula: `prev(delivery_failed) ||
    delivery_tested && gpus_obtainable < gpus_agreed * (delivery_test_share - 0.000000001)`,
		Note: "In the month of the last day of grace the capacity that is ready, also before the lease starts, falls short of the share that the test demands. A test before the scenario counts as passed."},
	{Name: "lease.share_of_usable", Unit: "1", Kind: Rate, Percent: true, Formula: "when(site.gpus_usable > 0, gpus_delivered / site.gpus_usable, 0)",
		Note: "The tenant's part of the GPUs with power and cooling; the same in every hall."},
	{Name: "lease.racks", Unit: "rack", Kind: Rate, Formula: "share_of_usable * site.racks_usable",
		Note: "The tenant's part of the racks that can be used, in proportion to its GPUs."},
	{Name: "lease.gpus_at_work", Unit: "GPU", Kind: Rate, Formula: "gpus_delivered * when(active, usage * (1 - suspended_share), 1)",
		Note: "GPUs that the tenant uses, none in what force majeure suspends; one at the market price uses all that it pays for."},
	{Name: "lease.power_demand", Unit: "MW", Kind: Rate, Formula: `site.power_per_gpu * site.power_usage_effectiveness *
    (gpus_at_work * site.load + (gpus_delivered - gpus_at_work) * site.idle_power_share)`,
		Note: "The tenant's part of the facility's draw."},
	{Name: "lease.compute", Unit: "PFLOPS", Kind: Rate, Formula: "gpus_delivered * site.compute_per_gpu * PFLOPS(1) / TFLOPS(1000)",
		Note: "Peak compute that the tenant gains, dense FP16."},
	{Name: "site.gpu_prices", Unit: "USD/GPU", Kind: Monthly, Formula: "sum(fleet.gpu_price)",
		Note: "Of all fleets together: nothing where the operator buys no GPUs for the site."},
	{Name: "lease.of_shell", title: "Powered shell", Unit: "bool", Kind: Flag, Formula: "price_basis == price_basis.kilowatt_month && site.gpu_prices == 0",
		Note: "The tenant pays for power and space and brings its GPUs: the lease is by the kW, and the site's GPUs cost nothing."},
	{Name: "lease.gpu_hours", title: "GPU-hours", Unit: "GPU*h", Kind: Flow, Formula: "when(of_shell, 0, gpus_delivered * hours * month_share)",
		Note: "Delivered GPUs for the real hours of the month that the lease runs."},
}
