package model

// Compute: what tenants get, what is left, and how much of it is useful.
var computeRows = []Row{
	{Name: "site.compute_per_gpu", Unit: "TFLOPS/GPU", Kind: Balance, Formula: "when(gpus_working > 0, sum(fleet.gpus_working * fleet.peak_compute) / gpus_working, 0)",
		Note: "Peak compute of the average GPU, as every generation is leased in proportion; dense FP16."},
	{Name: "site.compute_kept", Unit: "PFLOPS", Kind: Rate, Formula: "gpus_kept * compute_per_gpu * PFLOPS(1) / TFLOPS(1000)",
		Note: "Peak compute left to the operator: what it gives up by renting is the rest."},
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
