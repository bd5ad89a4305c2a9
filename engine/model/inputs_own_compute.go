package model

import "rackonomics/engine/scenario"

// How own revenue hangs on own compute.
var ownComputeInputs = []scenario.Input{
	{
		Name: "operator.own_revenue_per_gpu_hour", Title: "Own revenue per GPU-hour", Whose: scenario.World, Unit: "USD/GPU/h", Kind: scenario.Number, MayVary: true, Group: "Own business", Assumption: true,
		Default: "0", Min: 0, Max: 1000, Step: 0.1,
		Note: "What each GPU-hour in own use brings, on top of the reported revenue: what is let costs it. The default is none.",
	},
	{
		Name: "operator.compute_bound_share", Title: "Own revenue that needs own GPUs", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Own business", Assumption: true,
		Default: "0", Min: 0, Max: 1, Step: 0.05,
		Note: "Share of the reported revenue that falls in proportion as GPUs in own use are let.",
	},
}
