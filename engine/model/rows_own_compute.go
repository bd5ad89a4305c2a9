package model

// What the operator earns with the GPUs that it keeps.
var ownComputeRows = []Row{
	{Name: "operator.own_gpu_hours", title: "GPU-hours in own use", Unit: "GPU*h", Kind: Flow, Formula: "sum(site.gpus_kept) * hours",
		Note: "Real hours of the month."},
	{Name: "operator.own_compute_share", Unit: "1", Kind: Rate, Percent: true, Formula: `when(sum(site.gpus_usable * site.own_use) > 0,
    min(1, sum(site.gpus_kept) / sum(site.gpus_usable * site.own_use)), 1)`,
		Note: "GPUs in own use, of those that would be if nothing were let."},
	{Name: "operator.reported_revenue_left", Unit: "1", Kind: Monthly, Percent: true, Formula: "1 - compute_bound_share * (1 - own_compute_share)",
		Note: "What is left of the reported revenue when GPUs are let."},
	{Name: "operator.own_compute_revenue", title: "Own revenue by the GPU-hour", Unit: "USD", Kind: Flow, Formula: "own_gpu_hours * own_revenue_per_gpu_hour",
		Note: "On top of the reported revenue."},
}
