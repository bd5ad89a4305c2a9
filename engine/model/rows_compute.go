package model

// What capital costs a month, whether it was paid before the scenario or in it.
var capitalChargeRows = []Row{
	{Name: "operator.server_charge", Unit: "1", Kind: Monthly, Percent: true, Formula: "capital_recovery(server_life)",
		Note: "Share of the price of servers that each month of their life has to bring, so that it is earned back with the discount rate (annuity, at the end of each month)."},
	{Name: "operator.plant_charge", Unit: "1", Kind: Monthly, Percent: true, Formula: "capital_recovery(plant_life)",
		Note: "The same share of power plant."},
	{Name: "operator.building_charge", Unit: "1", Kind: Monthly, Percent: true, Formula: "capital_recovery(building_life)",
		Note: "The same share of buildings."},
	{Name: "fleet.capital_charge", Unit: "USD", Kind: Flow, Formula: "max(gpus_bought, gpus_installed) * unit_cost * operator.server_charge * months / month(1)",
		Note: "Annuity of the GPUs, in service or not yet, at their cost of the month."},
	{Name: "source.capital_charge", Unit: "USD", Kind: Flow, Formula: "vintage(purchases, whole_months(operator.plant_life)) * operator.plant_charge",
		Note: "Annuity of the power plant bought in the scenario, within its life."},
	{Name: "site.capital_charge", Unit: "USD", Kind: Flow, Formula: `when(kind == kind.orbital, orbit_cost - orbital_operating_cost, sum(fleet.capital_charge) +
    sum(source.capital_charge) +
    operator.building_charge * vintage(building_purchases, whole_months(operator.building_life)))`,
		Note: "Annuity of GPUs, buildings and power plant within their lives; of a site in orbit that of satellites, launches and GPUs. Buildings and plant from before the scenario are not in it."},
}

// Compute: what tenants get, what is left, and how much of it is useful.
var computeRows = []Row{
	{Name: "site.compute_per_gpu", Unit: "TFLOPS/GPU", Kind: Balance, Formula: "when(gpus_working > 0, sum(fleet.gpus_working * fleet.peak_compute) / gpus_working, 0)",
		Note: "Peak compute of the average GPU, as every generation is leased in proportion; dense FP16."},
	{Name: "site.utilisation", Unit: "1", Kind: Rate, By: "site.gpus_installed", Percent: true, Formula: "gpus_at_work / gpus_installed",
		Note: "GPUs that compute, of all that are installed; absent without any."},
	{Name: "site.interruption_loss", Unit: "1", Kind: Rate, Percent: true, Formula: `(checkpoint_interval / 2 + restart_time) * interruption_rate * min(job_size, gpus_usable) *
    year(1) / h(8760)`,
		Note: "Time lost to stops: half the time between checkpoints and the restart, over the time between the stops of a job on so many GPUs (Young and Daly's first-order model)."},
	{Name: "site.time_lost_in_call", Unit: "h", Kind: Rate,
		Formula: "restart_time + when(curtailment_notice >= checkpoint_interval, 0, checkpoint_interval / 2)",
		Note:    "Computing lost by each call on the GPUs that are cut: the restart, and work since the last checkpoint if the notice is too short to make one."},
	{Name: "site.curtailment_loss", Unit: "1", Kind: Rate, Percent: true, Formula: `when(usable_share > 0, time_lost_in_call * curtailment * years / curtailment_call / hours *
    (1 - usable_share_in_call / usable_share_outside_calls), 0)`,
		Note: "Time lost to the restart after each call, and to work since the last checkpoint if the notice is too short, on the GPUs that are cut. That they stand dark meanwhile is counted in the usable GPUs."},
	{Name: "site.goodput", Unit: "1", Kind: Rate, Percent: true, Formula: "max(0, 1 - interruption_loss - curtailment_loss)",
		Note: "Share of the time in use that brings a job forward."},
	{Name: "site.effective_compute_leased", Unit: "PFLOPS*day", Kind: Flow, Formula: `sum(lease.gpus_at_work) * compute_per_gpu * tenant_flops_utilisation * goodput * days * PFLOPS(1) /
    TFLOPS(1000)`,
		Note: "Useful arithmetic that the tenants get in the month."},
	{Name: "site.effective_compute_kept", Unit: "PFLOPS*day", Kind: Flow, Formula: "gpus_kept * compute_per_gpu * own_flops_utilisation * goodput * days * PFLOPS(1) / TFLOPS(1000)",
		Note: "Useful arithmetic that the operator gets in the month."},
	{Name: "site.effective_compute_given_up", Unit: "PFLOPS*day", Kind: Flow, Formula: `gpus_leased * own_use * compute_per_gpu * own_flops_utilisation * goodput * days * PFLOPS(1) /
    TFLOPS(1000)`,
		Note: "Useful arithmetic that the operator would get from the leased GPUs, used as it uses its others."},
}
