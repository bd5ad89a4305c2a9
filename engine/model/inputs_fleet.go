package model

import "rackonomics/engine/scenario"

// GPUs of one generation.
var fleetInputs = []scenario.Input{
	{
		Name: "fleet.gpus", Title: "GPUs installed", Words: "number of accelerators chips", Whose: scenario.Decision, Unit: "GPU", Kind: scenario.Number, MayVary: true, Group: "GPUs", Assumption: true,
		Default: "0", Min: 0, Max: 10e6, Step: 1000,
		Note: "GPUs of this generation from its go-live on; later deliveries as dated steps.",
	},
	{
		Name: "fleet.go_live", Title: "Go-live", Whose: scenario.Decision, Kind: scenario.Month, Group: "GPUs",
		Default: "2024-09", Note: "First month in which the fleet runs.",
		Sources: []scenario.Source{
			{Label: "First 100,000 H100 online", URL: "https://williamspurlock.com/blog/xai-colossus-supercomputer-launch", Date: "2024-09-02", Confidence: scenario.High},
		},
	},
	{
		Name: "fleet.service_delay", Title: "From delivery to service", Whose: scenario.World, Unit: "month", Kind: scenario.Number, Group: "GPUs", Assumption: true,
		Default: "0", Min: 0, Max: 36, Step: 1,
		Note: "Whole months in which GPUs are delivered and paid and do not run yet: go-live and steps are then the deliveries, and what runs follows so much later. Until then they are under construction: not depreciated, and they bear interest.",
	},
	{
		Name: "fleet.gpus_per_rack", Title: "GPUs in a rack", Whose: scenario.World, Unit: "GPU/rack", Kind: scenario.Number, Group: "GPUs",
		Default: "64", Min: 1, Max: 576, Step: 1,
		Note:    "64 in the liquid-cooled H100 racks (8 servers of 8), 72 in a GB200 NVL72.",
		Sources: []scenario.Source{sourceSupermicro.With(64)},
	},
	{
		Name: "fleet.power_per_gpu", Title: "Maximum power for each GPU", Whose: scenario.World, Unit: "kW/GPU", Kind: scenario.Number, Group: "GPUs",
		Default: "1.275", Min: 0.05, Max: 20, Step: 0.005,
		Note:    "Of the whole server with processors, memory and network, divided by its GPUs.",
		Sources: []scenario.Source{sourceDGX.With(1.275)},
	},
	{
		Name: "fleet.peak_compute", Title: "Peak compute of a GPU", Whose: scenario.World, Unit: "TFLOPS/GPU", Kind: scenario.Number, Group: "GPUs",
		Default: "989", Min: 1, Max: 1e6, Step: 1,
		Note:    "Dense FP16 arithmetic.",
		Sources: []scenario.Source{sourceGraphics.With(989)},
	},
	{
		Name: "fleet.last_month", Title: "Last month", Whose: scenario.Decision, Kind: scenario.Month, Group: "GPUs", Assumption: true, Default: never, Endless: "no end",
		Note: "Last month in which the fleet runs; it is retired then.",
	},
	{
		Name: "fleet.area_per_rack", Title: "Floor area of a rack", Whose: scenario.World, Unit: "m^2/rack", Kind: scenario.Number, Group: "GPUs", Assumption: true,
		Default: "10", Min: 0.5, Max: 200, Step: 0.5,
		Note: "Of the building, with its share of aisles, cooling and power distribution.",
		Sources: []scenario.Source{
			scenario.Source{Label: "Colossus 1: 785,000 square feet for about 3,400 racks, an upper bound", URL: "https://frankk.site/en/blog/musk-colossus-datacenter/", Date: "2026", Confidence: scenario.Derived}.With(21.4),
		},
	},
	{
		Name: "fleet.failure_rate", Title: "GPUs that fail", Whose: scenario.World, Unit: "1/year", Kind: scenario.Number, Percent: true, MayVary: true, Group: "Failures and repair", Assumption: true,
		Default: "0", Min: 0, Max: 5, Step: 0.01,
		Note: "Share of the GPUs that must be repaired in a year. Zero where the number of GPUs counts those at work only.",
		Sources: []scenario.Source{
			sourceLlama.As("Llama 3: GPU and memory failures of 16,384 H100 in 54 days, for a year", scenario.Derived).With(0.091),
		},
	},
	{
		Name: "fleet.repair_time", Title: "Time to repair", Whose: scenario.World, Unit: "day", Kind: scenario.Number, MayVary: true, Group: "Failures and repair", Assumption: true,
		Default: "7", Min: 0, Max: 365, Step: 1,
		Note: "From the failure until the GPU works again.",
	},
	{
		Name: "fleet.repair_price", Title: "Cost of a repair", Whose: scenario.World, Unit: "USD/GPU", Kind: scenario.Number, MayVary: true, Group: "Failures and repair", Assumption: true,
		Default: "0", Min: 0, Max: 1e6, Step: 500,
		Note: "Spares and work for each GPU that fails. Zero where the running costs of the site contain it.",
	},
	{
		Name: "fleet.gpu_price", Title: "Price of a GPU", Words: "capex hardware", Whose: scenario.World, Unit: "USD/GPU", Kind: scenario.Number, MayVary: true, Group: "Investment", Assumption: true,
		Default: "0", Min: 0, Max: 1e6, Step: 500,
		Note: "With its share of the rack; paid in the month of delivery. Zero where the operator's capital expenditure contains it. Fleets that run before the start of the scenario are paid for.",
		Sources: []scenario.Source{
			scenario.Source{Label: "Rubin VR200; Goldman Sachs", Date: "2026", Confidence: scenario.Medium}.With(80.5e3),
			sourceBernstein.As("GB200: 3.4 million USD a rack of 72", scenario.High).With(47e3),
			scenario.Source{Label: "Street prices of mid-2026: H100", URL: "https://www.aiinframap.com/tools/chips/h100-vs-h200-vs-b200-tco", Date: "2026", Confidence: scenario.Low}.With(30e3),
		},
	},
	{
		Name: "fleet.infrastructure_price", Title: "Infrastructure for a GPU", Whose: scenario.World, Unit: "USD/GPU", Kind: scenario.Number, MayVary: true, Group: "Investment", Assumption: true,
		Default: "0", Min: 0, Max: 1e6, Step: 500,
		Note:    "Network, storage, and the power and cooling around the racks, where they are not among the buildings; paid in the month of delivery.",
		Sources: []scenario.Source{sourceBernstein.As("GB200: 2.5 million USD a rack of 72, all in", scenario.High).With(35e3)},
	},
	{
		Name: "fleet.replaced", Title: "GPUs are replaced at the end of their life", Whose: scenario.Decision, Kind: scenario.Switch, Group: "Replacement", Assumption: true, Default: "false",
		Note: "Off: they run until the fleet's last month, however old. On: each delivery is bought again, as far as it is still there, and the old ones are sold where a residual value is counted. Not in orbit, where satellites are replaced.",
	},
	{
		Name: "fleet.service_life", Title: "Life until replacement", Whose: scenario.Decision, Unit: "year", Kind: scenario.Number, Group: "Replacement", OnlyWith: "replaced=true",
		Default: "5", Min: 1, Max: 30, Step: 0.5,
		Note:    "From service to replacement; they are depreciated over no more than it.",
		Sources: []scenario.Source{sourceBookLives.With(5)},
	},
	{
		Name: "fleet.replacement_price_trend", Title: "Trend of the price of replacements", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Replacement", OnlyWith: "replaced=true", Assumption: true,
		Default: "0", Min: -0.9, Max: 1, Step: 0.01,
		Note: "A year, compounded month by month from the start of the scenario, on the price of a GPU, or on its cost when new where no price is given.",
	},
	{
		Name: "fleet.residual_basis", Title: "Residual value of", Whose: scenario.World, Kind: scenario.Choice, Group: "Residual value", Assumption: true, Default: "none",
		Options: []scenario.Option{{Name: "none", Title: "Not counted"}, {Name: "price", Title: "The price of a GPU"}, {Name: "given", Title: "A given cost"}},
		Note:    "What used GPUs bring by their age. Retired ones are sold for it, and written off where it is not counted. Of the others it is shown, and counts in the test for impairment and in the returns with a sale at the end.",
	},
	{
		Name: "fleet.cost_when_new", Title: "Cost of a GPU when new", Whose: scenario.World, Unit: "USD/GPU", Kind: scenario.Number, Group: "Investment", Assumption: true,
		Default: "45e3", Min: 0, Max: 1e6, Step: 500,
		Note: "For GPUs that were paid before the scenario, or with the operator's capital expenditure. An estimate for Colossus 1: H100 45,000, H200 48,000, GB200 55,000.",
		Sources: []scenario.Source{
			sourceBernstein.As("GB200: 3.4 million USD a rack of 72", scenario.High).With(47e3),
			scenario.Source{Label: "Street prices of mid-2026: H100", URL: "https://www.aiinframap.com/tools/chips/h100-vs-h200-vs-b200-tco", Date: "2026", Confidence: scenario.Low}.With(30e3),
		},
	},
	{
		Name: "fleet.residual_after_12_months", Title: "Residual value after a year", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Residual value", OnlyWith: "residual_basis=price|given",
		Default: "0.65", Min: 0, Max: 2, Step: 0.01,
		Note:    "Of the cost when new, on the way there and on in straight lines.",
		Sources: []scenario.Source{sourceResidual.With(0.65)},
	},
	{
		Name: "fleet.residual_after_24_months", Title: "Residual value after two years", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Residual value", OnlyWith: "residual_basis=price|given",
		Default: "0.45", Min: 0, Max: 2, Step: 0.01,
		Note: "Of the cost when new; above it where GPUs are scarce. Sources disagree.",
		Sources: []scenario.Source{
			sourceResidual.With(0.45),
			sourceSiliconData.As("Residual that leases of the H100 imply, its age not stated; Silicon Data", scenario.Medium).With(0.58),
			sourceSiliconData.As("Residual that leases of the B200 imply, its age not stated; Silicon Data", scenario.Medium).With(1.58),
			scenario.Source{Label: "65 to 75 % by another page, which was not kept: low end", Confidence: scenario.Estimate}.With(0.65),
			scenario.Source{Label: "65 to 75 % by another page, which was not kept: high end", Confidence: scenario.Estimate}.With(0.75),
		},
	},
	{
		Name: "fleet.residual_after_36_months", Title: "Residual value after three years", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Residual value", OnlyWith: "residual_basis=price|given",
		Default: "0.3", Min: 0, Max: 2, Step: 0.01,
		Note:    "Of the cost when new.",
		Sources: []scenario.Source{sourceResidual.With(0.3)},
	},
	{
		Name: "fleet.residual_after_48_months", Title: "Residual value after four years", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Residual value", OnlyWith: "residual_basis=price|given",
		Default: "0.18", Min: 0, Max: 2, Step: 0.01,
		Note:    "Of the cost when new.",
		Sources: []scenario.Source{sourceResidual.With(0.18)},
	},
	{
		Name: "fleet.residual_after_60_months", Title: "Residual value after five years", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Residual value", OnlyWith: "residual_basis=price|given",
		Default: "0.12", Min: 0, Max: 2, Step: 0.01,
		Note:    "Of the cost when new; beyond, along the last line down to nothing.",
		Sources: []scenario.Source{sourceResidual.With(0.12)},
	},
	{
		Name: "fleet.price_path", Title: "Path of the market price", Whose: scenario.World, Kind: scenario.Choice, Group: "Market", Default: "trend", Assumption: true,
		Options: []scenario.Option{{Name: "replay", Title: "As given month by month"}, {Name: "trend", Title: "Steady trend with a floor"}, {Name: "reverting", Title: "Swings about the trend, with drops and rises"}},
		Note:    "How the price of a GPU-hour goes on. The swings, drops and rises are random and fitted to nothing: the plain run shows the trend.",
	},
	{
		Name: "fleet.spot_price", Title: "Market price of a GPU-hour", Whose: scenario.World, Unit: "USD/GPU/h", Kind: scenario.Number, MayVary: true, Group: "Market",
		Default: "2.81", Formerly: []scenario.Former{{Through: 1, Default: "2.6"}}, Min: 0, Max: 100, Step: 0.05,
		Note: "At the start of the scenario; month by month for a path as given. In October 2026 indices differ by 30 per cent on the H100 and by 57 on the B200, so each names its own.",
		Sources: []scenario.Source{
			sourceSiliconData.With(2.81), sourceOrnn.With(2.85),
			sourceOrnn.As("H200, Ornn", scenario.Medium).With(5.08), sourceOrnn.As("B200, Ornn", scenario.Medium).With(8.04), sourceSiliconData.As("B200, Silicon Data", scenario.Medium).With(5.87),
			scenario.Source{Label: "H100 index SDH100RT, May to June 2026", URL: "https://chris-gpu-rental.pages.dev/", Date: "2026-06", Confidence: scenario.High}.With(2.6),
			scenario.Source{Label: "H100 on one-year contracts, March 2026", URL: "https://www.techreaderdaily.com/article.html?slug=h100-reserved-capacity-hits-2-35-hour-floor-in-2026", Date: "2026-03", Confidence: scenario.High}.With(2.35),
			sourceGB200Price.With(4.54),
			sourceGB200Price.As("B200 index SDB200RT", scenario.Medium).With(5.3),
		},
	},
	{
		Name: "fleet.price_trend", Title: "Trend of the market price", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Market", Assumption: true,
		Default: "0", Formerly: []scenario.Former{{Through: 1, Default: "-0.15"}}, Min: -0.9, Max: 1, Step: 0.01,
		Note: "A year, compounded month by month; -40 to +68 per cent have been seen. From 2023 to October 2025 the H100 lost half each year, then gained 38 per cent in five months and 8 from May to October 2026.",
		Sources: []scenario.Source{
			scenario.Source{Label: "H100 from October 2024 to October 2025: 2.99 to 1.70 USD", URL: "https://neighborhoodsf.com/Wikis/Neighborhood+Notes/Published/H100+rental+prices+(%24+per+GPU-hour)", Date: "2026", Confidence: scenario.Derived}.With(-0.43),
		},
	},
	{
		Name: "fleet.price_floor", Title: "Floor of the market price", Whose: scenario.World, Unit: "USD/GPU/h", Kind: scenario.Number, Group: "Market", Assumption: true,
		Default: "0.5", Min: 0, Max: 100, Step: 0.05,
		Note: "Below it, owners rather switch the GPUs off: about power and running costs.",
	},
	{
		Name: "fleet.price_volatility", Title: "Volatility", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Market", OnlyWith: "price_path=reverting", Assumption: true,
		Default: "0.3", Min: 0, Max: 3, Step: 0.05,
		Note: "Standard deviation of a year's change of the price, were it not drawn back to the trend.",
	},
	{
		Name: "fleet.price_reversion", Title: "Speed of reversion", Whose: scenario.World, Unit: "1/year", Kind: scenario.Number, Group: "Market", OnlyWith: "price_path=reverting", Assumption: true,
		Default: "1", Min: 0, Max: 12, Step: 0.1,
		Note: "How fast a swing dies away: 1 leaves 37 per cent of it after a year.",
	},
	{
		Name: "fleet.drop_chance", Title: "Launches of new generations", Whose: scenario.World, Unit: "1/year", Kind: scenario.Number, Group: "Market", OnlyWith: "price_path=reverting", Assumption: true,
		Default: "0.5", Min: 0, Max: 4, Step: 0.1,
		Note: "How often a year, on average, a launch makes the price drop.",
	},
	{
		Name: "fleet.drop", Title: "Drop at a launch", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Market", OnlyWith: "price_path=reverting", Assumption: true,
		Default: "0.15", Min: 0, Max: 0.9, Step: 0.01,
		Note: "Of the price; it dies away as other swings do.",
	},
	{
		Name: "fleet.rise_chance", Title: "Shortages", Whose: scenario.World, Unit: "1/year", Kind: scenario.Number, Group: "Market", OnlyWith: "price_path=reverting", Assumption: true,
		Default: "0", Min: 0, Max: 4, Step: 0.1,
		Note: "How often a year, on average, a shortage makes the price jump up. None unless stated: like swings and drops it is fitted to nothing.",
	},
	{
		Name: "fleet.rise", Title: "Rise at a shortage", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Market", OnlyWith: "price_path=reverting", Assumption: true,
		Default: "0.3", Min: 0, Max: 5, Step: 0.01,
		Note: "Of the price; it dies away as other swings do.",
		Sources: []scenario.Source{
			scenario.Source{Label: "H100 from October 2025: 38 % in five months", URL: "https://neighborhoodsf.com/Wikis/Neighborhood+Notes/Published/H100+rental+prices+(%24+per+GPU-hour)", Date: "2026", Confidence: scenario.Derived}.With(0.38),
		},
	},
}

var (
	sourceSiliconData = scenario.Source{Label: "H100, Silicon Data", URL: "https://www.silicondata.com/products/silicon-index?gpu=h100", Date: "2026-10-05", Confidence: scenario.Medium}
	sourceOrnn        = scenario.Source{Label: "H100, Ornn", URL: "https://data.ornn.com/preview", Date: "2026-09-25", Confidence: scenario.Medium}
	sourceGB200Price  = scenario.Source{Label: "GB200: 9.08 USD an hour for two GPUs; Spheron", URL: "https://www.spheron.network/blog/nvidia-h200-vs-b200-vs-gb200", Date: "2026", Confidence: scenario.Medium}
	sourceResidual    = scenario.Source{Label: "H100: 65, 45, 30, 18 and 12 % of cost after one to five years", URL: "https://v2-pseo-ai.pages.dev/residual/h100-depreciation-calculator", Date: "2026", Confidence: scenario.Low}
)
