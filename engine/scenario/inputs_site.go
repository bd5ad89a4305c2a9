package scenario

// Sources of the inputs of sites, fleets and power.
var (
	sourceLlama       = Source{Label: "Meta: Llama 3 on 16,384 H100, 466 interruptions in 54 days; via DCD", URL: "https://direct.datacenterdynamics.com/en/news/meta-report-details-hundreds-of-gpu-and-hbm3-related-interruptions-to-llama-3-training-run", Date: "2024", Confidence: High}
	sourceUtilisation = Source{Label: "xAI: 11 %, reported by The Information; via sotwe", URL: "https://www.sotwe.com/pdeva", Date: "2026", Confidence: Medium}
	sourceWater       = Source{Label: "Water at Colossus; The Cooling Report", URL: "https://thecoolingreport.com/intel/xai-memphis-water-812000-gallons-daily-aquifer", Date: "2026", Confidence: Low}
	sourceGB200Price  = Source{Label: "GB200: 9.08 USD an hour for two GPUs; Spheron", URL: "https://www.spheron.network/blog/nvidia-h200-vs-b200-vs-gb200", Date: "2026", Confidence: Medium}
	sourceSteo        = Source{Label: "EIA outlook of March 2026; via OilMarketCap", URL: "https://oilmarketcap.com/?p=47631", Date: "2026-03-10", Confidence: High}
	sourceResidual    = Source{Label: "H100: 65, 45, 30, 18 and 12 % of cost after one to five years", URL: "https://v2-pseo-ai.pages.dev/residual/h100-depreciation-calculator", Date: "2026", Confidence: Low}
	sourceMegapack    = Source{Label: "Megapack 3: 91 % round trip", URL: "https://tek54.com/hardware/tesla-natpower-megapack-europe-grid-storage", Date: "2026", Confidence: Medium}
)

var siteInputs = []Input{
	{
		Name: "site.power_usage_effectiveness", Title: "Power usage effectiveness (PUE)", Unit: "1", Kind: Number, Group: "Power and cooling", Assumption: true,
		Default: "1.2", Min: 1, Max: 3, Step: 0.01,
		Note:    "Power of the whole facility for each unit of power of the computers.",
		Sources: []Source{sourceAppliedPUE.with(1.18)},
	},
	{
		Name: "site.load", Title: "Load of GPUs in use", Unit: "1", Kind: Number, Percent: true, Group: "Power and cooling", Assumption: true,
		Default: "0.85", Min: 0.05, Max: 1, Step: 0.01,
		Note: "Power that a working server draws, as a share of its maximum. The same for tenants and the operator, so that a lease of GPUs that worked before adds no power cost.",
	},
	{
		Name: "site.idle_load", Title: "Load of idle GPUs", Unit: "1", Kind: Number, Percent: true, Group: "Power and cooling", Assumption: true,
		Default: "0.25", Min: 0, Max: 1, Step: 0.01,
		Note: "Power that an idle server draws, as a share of its maximum; never more than that of a working one.",
	},
	{
		Name: "site.cooling_capacity", Title: "Cooling capacity", Unit: "MW", Kind: Number, MayVary: true, Group: "Power and cooling", OnlyWith: "kind=terrestrial",
		Default: "1000", Min: 0, Max: 20000, Step: 10,
		Note: "Heat of computers that the site can remove. GPUs beyond it stay dark.",
		Sources: []Source{
			sourceAgenticDaily.with(1000),
			{Label: "Colossus 2 alone: cooling for 350 MW seen by Epoch AI; via Tom's Hardware", URL: "https://www.tomshardware.com/tech-industry/artificial-intelligence/elon-musks-xai-colossus-2-is-nowhere-near-1-gigawatt-capacity-satellite-imagery-suggests-despite-claims-site-only-has-350-megawatts-of-cooling-capacity", Date: "2026-01", Confidence: High},
		},
	},
	{
		Name: "site.operations_rate", Title: "Operation without power", Unit: "USD/MW/year", Kind: Number, Group: "Costs",
		Default: "300e3", Min: 0, Max: 10e6, Step: 1e4,
		Note:    "Staff, maintenance and other running costs for each MW of the computers' maximum power.",
		Sources: []Source{sourceEpoch.as("Epoch AI (CC BY): 0.9 less 0.6 billion USD of energy, for 1 GW a year", Derived).with(300e3)},
	},
	{
		Name: "site.own_use", Title: "Own use of GPUs that are not leased", Unit: "1", Kind: Number, Percent: true, MayVary: true, Group: "Use", Assumption: true,
		Default: "1", Min: 0, Max: 1, Step: 0.01,
		Note: "Share of the GPUs left after the leases that the operator uses itself; the others are idle.",
	},
	{
		Name: "site.floor_area", Title: "Floor area", Unit: "m^2", Kind: Number, MayVary: true, Group: "Power and cooling",
		Default: "165_800", Min: 0, Max: 20e6, Step: 1000,
		Note: "Area of the buildings. GPUs in racks that do not fit stay dark.",
		Sources: []Source{
			Source{Label: "Colossus 1: 785,000 square feet, and the warehouse of Colossus 2: 1 million", URL: "https://frankk.site/en/blog/musk-colossus-datacenter/", Date: "2026", Confidence: Derived}.with(165_800),
			Source{Label: "Colossus 1 alone: 785,000 square feet", URL: "https://frankk.site/en/blog/musk-colossus-datacenter/", Date: "2026", Confidence: Medium}.with(72_900),
		},
	},
	{
		Name: "site.curtailment", Title: "Curtailment", Unit: "h/year", Kind: Number, MayVary: true, Group: "Curtailment", Assumption: true,
		Default: "0", Min: 0, Max: 4000, Step: 5,
		Note: "Hours a year in which the grid operator calls for the curtailable share of the sources, spread evenly over the months. TVA may call Colossus 1; how often is not known.",
		Sources: []Source{
			Source{Label: "Assumed for the power-capped scenario", Confidence: Estimate}.with(60),
		},
	},
	{
		Name: "site.curtailment_call", Title: "Length of a call", Unit: "h", Kind: Number, Group: "Curtailment", Assumption: true,
		Default: "4", Min: 0.25, Max: 168, Step: 0.25,
		Note: "A battery must carry its power through the whole call.",
	},
	{
		Name: "site.curtailment_notice", Title: "Notice of a call", Unit: "h", Kind: Number, Group: "Curtailment",
		Default: "0.5", Min: 0, Max: 168, Step: 0.25,
		Note: "Time from the call to the cut. If it is as long as the time between checkpoints, no work is lost but the restart.",
		Sources: []Source{
			Source{Label: "TVA: curtailed on a request of 30 minutes", URL: "https://lpm.org/news/2024-11-10/at-board-meeting-in-murray-tva-approves-power-agreement-for-elon-musks-supercomputer", Date: "2024-11-07", Confidence: High}.with(0.5),
		},
	},
	{
		Name: "site.cut_first", Title: "Cut first in a shortage", Kind: Choice, Group: "Curtailment", Default: "own_use", Assumption: true,
		Options: []Option{{"own_use", "Own use, then the last lease"}, {"leases", "The last lease; own use at the end"}},
		Note:    "Who loses GPUs when power, cooling or floor do not suffice. The filing lets SpaceX take capacity back for itself if needed.",
	},
	{
		Name: "site.job_size", Title: "GPUs in one job", Unit: "GPU", Kind: Number, Group: "Compute",
		Default: "16384", Min: 1, Max: 10e6, Step: 1024,
		Note:    "GPUs that compute in step: one failure stops them all.",
		Sources: []Source{sourceLlama.with(16384)},
	},
	{
		Name: "site.interruption_rate", Title: "Interruptions", Unit: "1/GPU/year", Kind: Number, Group: "Compute",
		Default: "0.173", Min: 0, Max: 10, Step: 0.001,
		Note: "Stops of a job a year for each of its GPUs, whatever the cause.",
		Sources: []Source{
			sourceLlama.as("Llama 3: 419 unexpected stops of 16,384 H100 in 54 days", Derived).with(0.173),
			sourceLlama.as("Llama 3: those of GPUs and their memory only", Derived).with(0.091),
		},
	},
	{
		Name: "site.checkpoint_interval", Title: "Time between checkpoints", Unit: "h", Kind: Number, Group: "Compute", Assumption: true,
		Default: "0.25", Min: 0.01, Max: 24, Step: 0.01,
		Note: "A stop loses half of it on average. With the time to restart it gives Llama 3 the reported effective time of more than 90 per cent.",
	},
	{
		Name: "site.restart_time", Title: "Time to restart", Unit: "h", Kind: Number, Group: "Compute", Assumption: true,
		Default: "0.15", Min: 0, Max: 24, Step: 0.01,
		Note: "From a stop until the job computes again.",
	},
	{
		Name: "site.tenant_flops_utilisation", Title: "Tenants' model FLOPS utilisation (MFU)", Unit: "1", Kind: Number, Percent: true, Group: "Compute", Assumption: true,
		Default: "0.4", Min: 0.01, Max: 1, Step: 0.01,
		Note:    "Useful arithmetic as a share of the GPUs' peak while a job runs.",
		Sources: []Source{sourceUtilisation.as("Peers of xAI: 40 % and more", Medium).with(0.4)},
	},
	{
		Name: "site.own_flops_utilisation", Title: "Operator's model FLOPS utilisation (MFU)", Unit: "1", Kind: Number, Percent: true, Group: "Compute",
		Default: "0.11", Min: 0.01, Max: 1, Step: 0.01,
		Note:    "Useful arithmetic as a share of the GPUs' peak while a job runs.",
		Sources: []Source{sourceUtilisation.with(0.11), sourceUtilisation.as("Peers of xAI: 40 % and more", Medium).with(0.4)},
	},
	{
		Name: "site.water_use", Title: "Water use (WUE)", Unit: "L/kWh", Kind: Number, Group: "Water and carbon",
		Default: "0.42", Min: 0, Max: 10, Step: 0.01,
		Note: "Water for each kWh of the computers. Fleets of data centres are estimated at 0.2 to 1.8.",
		Sources: []Source{
			sourceWater.as("812,502 gallons on the peak day, over 300 MW for 24 hours", Derived).with(0.42),
		},
	},
	{
		Name: "site.water_price", Title: "Price of water", Unit: "USD/m3", Kind: Number, MayVary: true, Group: "Water and carbon", Assumption: true,
		Default: "0", Min: 0, Max: 100, Step: 0.05,
		Note: "Zero where the running costs of the site contain it.",
		Sources: []Source{
			sourceWater.as("19 cents for 100 gallons, recycled", Low).with(0.5),
			sourceWater.as("32 cents for 100 gallons, from the aquifer", Low).with(0.85),
		},
	},
	{
		Name: "site.carbon_price", Title: "Price of carbon dioxide", Unit: "USD/t", Kind: Number, MayVary: true, Group: "Water and carbon", Assumption: true,
		Default: "0", Min: 0, Max: 2000, Step: 5,
		Note: "Paid for each tonne that the power sources emit. There is none in Memphis.",
	},
	{
		Name: "site.construction", Title: "Spending on buildings", Unit: "USD/month", Kind: Number, MayVary: true, Group: "Investment", Assumption: true,
		Default: "0", Min: 0, Max: 50e9, Step: 1e6,
		Note: "Shell, power distribution and cooling that are built from the start of the scenario on. About 11 million USD for each MW, 8 to 13.3 by source; 2.7 was claimed for Colossus 2. Zero where the operator's capital expenditure contains it.",
	},
}

var fleetInputs = []Input{
	{
		Name: "fleet.gpus", Title: "GPUs installed", Unit: "GPU", Kind: Number, MayVary: true, Group: "GPUs",
		Default: "0", Min: 0, Max: 10e6, Step: 1000,
		Note: "GPUs of this generation from its go-live on; later deliveries as dated steps.",
	},
	{
		Name: "fleet.go_live", Title: "Go-live", Kind: Month, Group: "GPUs",
		Default: "2024-09", Note: "First month in which the fleet runs.",
		Sources: []Source{
			{Label: "First 100,000 H100 online", URL: "https://williamspurlock.com/blog/xai-colossus-supercomputer-launch", Date: "2024-09-02", Confidence: High},
		},
	},
	{
		Name: "fleet.gpus_per_rack", Title: "GPUs in a rack", Unit: "GPU/rack", Kind: Number, Group: "GPUs",
		Default: "64", Min: 1, Max: 576, Step: 1,
		Note:    "64 in the liquid-cooled H100 racks (8 servers of 8), 72 in a GB200 NVL72.",
		Sources: []Source{sourceSupermicro.with(64)},
	},
	{
		Name: "fleet.power_per_gpu", Title: "Maximum power for each GPU", Unit: "kW/GPU", Kind: Number, Group: "GPUs",
		Default: "1.275", Min: 0.05, Max: 20, Step: 0.005,
		Note:    "Of the whole server with processors, memory and network, divided by its GPUs.",
		Sources: []Source{sourceDGX.with(1.275)},
	},
	{
		Name: "fleet.peak_compute", Title: "Peak compute of a GPU", Unit: "TFLOPS/GPU", Kind: Number, Group: "GPUs",
		Default: "989", Min: 1, Max: 1e6, Step: 1,
		Note:    "Dense FP16 arithmetic.",
		Sources: []Source{sourceGraphics.with(989)},
	},
	{
		Name: "fleet.last_month", Title: "Last month", Kind: Month, Group: "GPUs", Default: "2150-12",
		Note: "Last month in which the fleet runs; it is retired then.",
	},
	{
		Name: "fleet.area_per_rack", Title: "Floor area of a rack", Unit: "m^2/rack", Kind: Number, Group: "GPUs", Assumption: true,
		Default: "10", Min: 0.5, Max: 200, Step: 0.5,
		Note: "Of the building, with its share of aisles, cooling and power distribution.",
		Sources: []Source{
			Source{Label: "Colossus 1: 785,000 square feet for about 3,400 racks, an upper bound", URL: "https://frankk.site/en/blog/musk-colossus-datacenter/", Date: "2026", Confidence: Derived}.with(21.4),
		},
	},
	{
		Name: "fleet.failure_rate", Title: "GPUs that fail", Unit: "1/year", Kind: Number, Percent: true, Group: "Failures and repair", Assumption: true,
		Default: "0", Min: 0, Max: 5, Step: 0.01,
		Note: "Share of the GPUs that must be repaired in a year. Zero where the number of GPUs counts those at work only.",
		Sources: []Source{
			sourceLlama.as("Llama 3: GPU and memory failures of 16,384 H100 in 54 days, for a year", Derived).with(0.091),
		},
	},
	{
		Name: "fleet.repair_time", Title: "Time to repair", Unit: "day", Kind: Number, Group: "Failures and repair", Assumption: true,
		Default: "7", Min: 0, Max: 365, Step: 1,
		Note: "From the failure until the GPU works again.",
	},
	{
		Name: "fleet.repair_price", Title: "Cost of a repair", Unit: "USD/GPU", Kind: Number, Group: "Failures and repair", Assumption: true,
		Default: "0", Min: 0, Max: 1e6, Step: 500,
		Note: "Spares and work for each GPU that fails. Zero where the running costs of the site contain it.",
	},
	{
		Name: "fleet.gpu_price", Title: "Price of a GPU", Unit: "USD/GPU", Kind: Number, MayVary: true, Group: "Investment", Assumption: true,
		Default: "0", Min: 0, Max: 1e6, Step: 500,
		Note: "With its share of the rack; paid in the month of delivery. Zero where the operator's capital expenditure contains it. Fleets that run before the start of the scenario are paid for.",
		Sources: []Source{
			sourceBernstein.as("GB200: 3.4 million USD a rack of 72", High).with(47e3),
			Source{Label: "Street prices of mid-2026: H100", URL: "https://www.aiinframap.com/tools/chips/h100-vs-h200-vs-b200-tco", Date: "2026", Confidence: Low}.with(30e3),
		},
	},
	{
		Name: "fleet.infrastructure_price", Title: "Infrastructure for a GPU", Unit: "USD/GPU", Kind: Number, MayVary: true, Group: "Investment", Assumption: true,
		Default: "0", Min: 0, Max: 1e6, Step: 500,
		Note:    "Network, storage, and the power and cooling around the racks, where they are not among the buildings; paid in the month of delivery.",
		Sources: []Source{sourceBernstein.as("GB200: 2.5 million USD a rack of 72, all in", High).with(35e3)},
	},
	{
		Name: "fleet.residual_basis", Title: "Residual value of", Kind: Choice, Group: "Residual value", Default: "none",
		Options: []Option{{"none", "Not counted"}, {"price", "The price of a GPU"}, {"given", "A given cost"}},
		Note:    "What used GPUs bring by their age. It is shown, counts in the test for impairment and in the returns with a sale at the end, and enters no cash flow.",
	},
	{
		Name: "fleet.cost_when_new", Title: "Cost of a GPU when new", Unit: "USD/GPU", Kind: Number, Group: "Residual value", OnlyWith: "residual_basis=given", Assumption: true,
		Default: "45e3", Min: 0, Max: 1e6, Step: 500,
		Note: "For GPUs that were paid before the scenario, or with the operator's capital expenditure. An estimate for Colossus 1: H100 45,000, H200 48,000, GB200 55,000.",
		Sources: []Source{
			sourceBernstein.as("GB200: 3.4 million USD a rack of 72", High).with(47e3),
			Source{Label: "Street prices of mid-2026: H100", URL: "https://www.aiinframap.com/tools/chips/h100-vs-h200-vs-b200-tco", Date: "2026", Confidence: Low}.with(30e3),
		},
	},
	{
		Name: "fleet.residual_after_12_months", Title: "Residual value after a year", Unit: "1", Kind: Number, Percent: true, Group: "Residual value", OnlyWith: "residual_basis=price|given",
		Default: "0.65", Min: 0, Max: 1, Step: 0.01,
		Note:    "Of the cost when new, on the way there and on in straight lines.",
		Sources: []Source{sourceResidual.with(0.65)},
	},
	{
		Name: "fleet.residual_after_24_months", Title: "Residual value after two years", Unit: "1", Kind: Number, Percent: true, Group: "Residual value", OnlyWith: "residual_basis=price|given",
		Default: "0.45", Min: 0, Max: 1, Step: 0.01,
		Note: "Of the cost when new. Sources disagree.",
		Sources: []Source{
			sourceResidual.with(0.45),
			Source{Label: "65 to 75 % by another page, which was not kept: low end", Confidence: Estimate}.with(0.65),
			Source{Label: "65 to 75 % by another page, which was not kept: high end", Confidence: Estimate}.with(0.75),
		},
	},
	{
		Name: "fleet.residual_after_36_months", Title: "Residual value after three years", Unit: "1", Kind: Number, Percent: true, Group: "Residual value", OnlyWith: "residual_basis=price|given",
		Default: "0.3", Min: 0, Max: 1, Step: 0.01,
		Note:    "Of the cost when new.",
		Sources: []Source{sourceResidual.with(0.3)},
	},
	{
		Name: "fleet.residual_after_48_months", Title: "Residual value after four years", Unit: "1", Kind: Number, Percent: true, Group: "Residual value", OnlyWith: "residual_basis=price|given",
		Default: "0.18", Min: 0, Max: 1, Step: 0.01,
		Note:    "Of the cost when new.",
		Sources: []Source{sourceResidual.with(0.18)},
	},
	{
		Name: "fleet.residual_after_60_months", Title: "Residual value after five years", Unit: "1", Kind: Number, Percent: true, Group: "Residual value", OnlyWith: "residual_basis=price|given",
		Default: "0.12", Min: 0, Max: 1, Step: 0.01,
		Note:    "Of the cost when new; beyond, along the last line down to nothing.",
		Sources: []Source{sourceResidual.with(0.12)},
	},
	{
		Name: "fleet.price_path", Title: "Path of the market price", Kind: Choice, Group: "Market", Default: "trend", Assumption: true,
		Options: []Option{{"replay", "As given month by month"}, {"trend", "Steady trend with a floor"}, {"reverting", "Swings about the trend, with drops"}},
		Note:    "How the price of a GPU-hour goes on. The swings and drops are random: the plain run shows the trend.",
	},
	{
		Name: "fleet.spot_price", Title: "Market price of a GPU-hour", Unit: "USD/GPU/h", Kind: Number, MayVary: true, Group: "Market",
		Default: "2.6", Min: 0, Max: 100, Step: 0.05,
		Note: "At the start of the scenario; month by month for a path as given. GB200 and B200: 4.5 to 5.3.",
		Sources: []Source{
			Source{Label: "H100 index SDH100RT, May to June 2026", URL: "https://chris-gpu-rental.pages.dev/", Date: "2026-06", Confidence: High}.with(2.6),
			Source{Label: "H100 on one-year contracts, March 2026", URL: "https://www.techreaderdaily.com/article.html?slug=h100-reserved-capacity-hits-2-35-hour-floor-in-2026", Date: "2026-03", Confidence: High}.with(2.35),
			sourceGB200Price.with(4.54),
			sourceGB200Price.as("B200 index SDB200RT", Medium).with(5.3),
		},
	},
	{
		Name: "fleet.price_trend", Title: "Trend of the market price", Unit: "1", Kind: Number, Percent: true, Group: "Market", Assumption: true,
		Default: "-0.15", Min: -0.9, Max: 1, Step: 0.01,
		Note: "A year, compounded month by month; -40 to +5 per cent are thinkable. From 2023 to October 2025 the H100 lost half each year, then gained 38 per cent in five months.",
		Sources: []Source{
			Source{Label: "H100 from October 2024 to October 2025: 2.99 to 1.70 USD", URL: "https://neighborhoodsf.com/Wikis/Neighborhood+Notes/Published/H100+rental+prices+(%24+per+GPU-hour)", Date: "2026", Confidence: Derived}.with(-0.43),
		},
	},
	{
		Name: "fleet.price_floor", Title: "Floor of the market price", Unit: "USD/GPU/h", Kind: Number, Group: "Market", Assumption: true,
		Default: "0.5", Min: 0, Max: 100, Step: 0.05,
		Note: "Below it, owners rather switch the GPUs off: about power and running costs.",
	},
	{
		Name: "fleet.price_volatility", Title: "Volatility", Unit: "1", Kind: Number, Percent: true, Group: "Market", OnlyWith: "price_path=reverting", Assumption: true,
		Default: "0.3", Min: 0, Max: 3, Step: 0.05,
		Note: "Standard deviation of a year's change of the price, were it not drawn back to the trend.",
	},
	{
		Name: "fleet.price_reversion", Title: "Speed of reversion", Unit: "1/year", Kind: Number, Group: "Market", OnlyWith: "price_path=reverting", Assumption: true,
		Default: "1", Min: 0, Max: 12, Step: 0.1,
		Note: "How fast a swing dies away: 1 leaves 37 per cent of it after a year.",
	},
	{
		Name: "fleet.drop_chance", Title: "Launches of new generations", Unit: "1/year", Kind: Number, Group: "Market", OnlyWith: "price_path=reverting", Assumption: true,
		Default: "0.5", Min: 0, Max: 4, Step: 0.1,
		Note: "How often a year, on average, a launch makes the price drop.",
	},
	{
		Name: "fleet.drop", Title: "Drop at a launch", Unit: "1", Kind: Number, Percent: true, Group: "Market", OnlyWith: "price_path=reverting", Assumption: true,
		Default: "0.15", Min: 0, Max: 0.9, Step: 0.01,
		Note: "Of the price; it dies away as other swings do.",
	},
}

var sourceInputs = []Input{
	{
		Name: "source.kind", Title: "Kind of source", Kind: Choice, Group: "Supply", Default: "grid",
		Options: []Option{{"grid", "Bought power"}, {"turbine", "Gas turbines"}, {"battery", "Battery"}, {"solar", "Solar field"}},
		Note:    "Bought power has a price for each MWh; turbines burn gas and are rented or bought; a battery bridges curtailment; solar power spares other sources' energy but cannot be counted on.",
	},
	{
		Name: "source.capacity", Title: "Capacity", Unit: "MW", Kind: Number, MayVary: true, Group: "Supply",
		Default: "0", Min: 0, Max: 20000, Step: 10,
		Note: "Power that the source can deliver while it is available.",
	},
	{
		Name: "source.availability", Title: "Availability", Unit: "1", Kind: Number, Percent: true, MayVary: true, Group: "Supply", Assumption: true,
		Default: "1", Min: 0, Max: 1, Step: 0.01,
		Note: "Share of the capacity that can be counted on in every hour of the month.",
	},
	{
		Name: "source.price", Title: "Price of energy", Unit: "USD/MWh", Kind: Number, MayVary: true, Group: "Supply",
		Default: "60", Min: 0, Max: 2000, Step: 1,
		Note:    "All-in price for each MWh drawn from a source that is not a turbine.",
		Sources: []Source{sourceAxBrief.with(60)},
	},
	{
		Name: "source.go_live", Title: "Go-live", Kind: Month, Group: "Supply", Default: "2024-09",
		Note: "First month in which the source delivers.",
	},
	{
		Name: "source.last_month", Title: "Last month", Kind: Month, Group: "Supply", Default: "2150-12",
		Note: "Last month in which the source delivers, such as the end of a permit.",
	},
	{
		Name: "source.capacity_factor", Title: "Capacity factor", Unit: "1", Kind: Number, Percent: true, MayVary: true, Group: "Supply", OnlyWith: "kind=solar", Assumption: true,
		Default: "0.25", Min: 0, Max: 1, Step: 0.01,
		Note: "Average output of a solar field as a share of its capacity.",
	},
	{
		Name: "source.storage", Title: "Energy stored", Unit: "MWh", Kind: Number, Group: "Supply", OnlyWith: "kind=battery", Assumption: true,
		Default: "600", Min: 0, Max: 1e6, Step: 10,
		Note: "What a full battery delivers. 600 MWh carry 150 MW through a call of four hours.",
	},
	{
		Name: "source.round_trip_efficiency", Title: "Round-trip efficiency", Unit: "1", Kind: Number, Percent: true, Group: "Supply", OnlyWith: "kind=battery",
		Default: "0.91", Min: 0.3, Max: 1, Step: 0.01,
		Note:    "Energy delivered of the energy charged.",
		Sources: []Source{sourceMegapack.with(0.91)},
	},
	{
		Name: "source.curtailable", Title: "Curtailable share", Unit: "1", Kind: Number, Percent: true, Group: "Supply", Assumption: true,
		Default: "0", Min: 0, Max: 1, Step: 0.05,
		Note: "Share of the source that is given back while the grid operator calls.",
	},
	{
		Name: "source.demand_charge", Title: "Demand charge", Unit: "USD/kW/month", Kind: Number, MayVary: true, Group: "Costs", OnlyWith: "kind=grid", Assumption: true,
		Default: "0", Min: 0, Max: 200, Step: 0.5,
		Note: "For the highest draw of the month. Zero where the price of energy is all-in.",
	},
	{
		Name: "source.heat_rate", Title: "Heat rate", Unit: "MMBtu/MWh", Kind: Number, Group: "Costs", OnlyWith: "kind=turbine", Assumption: true,
		Default: "10", Min: 3.412, Max: 25, Step: 0.1,
		Note: "Fuel for each MWh, on the higher heating value: 9 to 11 in simple cycle, 6.2 to 6.6 combined.",
		Sources: []Source{
			Source{Label: "Combined cycle of 6.37, by which 3.76 USD make 24 USD/MWh; fact sheet", Confidence: Derived}.with(6.37),
		},
	},
	{
		Name: "source.fuel_price", Title: "Price of gas", Unit: "USD/MMBtu", Kind: Number, MayVary: true, Group: "Costs", OnlyWith: "kind=turbine",
		Default: "3.76", Min: 0, Max: 100, Step: 0.05,
		Note: "At the turbine.",
		Sources: []Source{
			sourceSteo.as("Henry Hub in 2026, EIA outlook of March 2026", High).with(3.76),
			sourceSteo.as("Henry Hub in 2027, EIA outlook of March 2026", High).with(3.85),
		},
	},
	{
		Name: "source.rental", Title: "Rental", Unit: "USD/MW/month", Kind: Number, MayVary: true, Group: "Costs", OnlyWith: "kind=turbine", Assumption: true,
		Default: "46e3", Min: 0, Max: 500e3, Step: 1000,
		Note: "For each MW in place, running or not, with maintenance and without fuel: 74 USD/MWh at 85 per cent load; 30,000 to 60,000. Zero for turbines that are bought.",
		Sources: []Source{
			Source{Label: "Solaris, Q3 2025: 104.9 million USD for about 760 MW (the MW are an estimate)", URL: "https://www.sec.gov/Archives/edgar/data/1697500/000169750025000042/R10.htm", Date: "2025", Confidence: Derived}.with(46e3),
		},
	},
	{
		Name: "source.capital_cost", Title: "Purchase", Unit: "USD/kW", Kind: Number, MayVary: true, Group: "Costs", Assumption: true,
		Default: "0", Min: 0, Max: 20e3, Step: 10,
		Note: "For capacity that goes live from the start of the scenario on; paid in that month. Zero for what is rented or bought by the MWh. A combined-cycle plant costs 1,500 to 2,800.",
		Sources: []Source{
			Source{Label: "Combined cycle, BloombergNEF; via Pulse", URL: "https://www.pulse.bot/", Date: "2026-04-27", Confidence: High}.with(2157),
		},
	},
	{
		Name: "source.storage_cost", Title: "Purchase of storage", Unit: "USD/kWh", Kind: Number, Group: "Costs", OnlyWith: "kind=battery", Assumption: true,
		Default: "0", Min: 0, Max: 2000, Step: 5,
		Note:    "Turnkey, 160 to 250; paid when the battery goes live.",
		Sources: []Source{sourceMegapack.as("Megapack 3, turnkey", Medium).with(180)},
	},
	{
		Name: "source.carbon_intensity", Title: "Carbon intensity", Unit: "kg/MWh", Kind: Number, MayVary: true, Group: "Emissions", OnlyWith: "kind=grid",
		Default: "283.5", Min: 0, Max: 2000, Step: 1,
		Note: "Carbon dioxide of bought power. Turbines emit by their fuel.",
		Sources: []Source{
			Source{Label: "TVA, 2023: 624.94 lb/MWh", URL: "https://www.tva.com/environment/environmental-stewardship/air-quality/carbon-dioxide", Date: "2023", Confidence: High}.with(283.5),
		},
	},
	{
		Name: "source.nox_rate", Title: "Nitrogen oxides (NOx)", Unit: "kg/MWh", Kind: Number, Group: "Emissions", OnlyWith: "kind=turbine", Assumption: true,
		Default: "0.15", Min: 0, Max: 10, Step: 0.005,
		Note: "Of the turbines' exhaust. 9 ppm at 15 per cent oxygen and 10 MMBtu/MWh are 0.15 (EPA method 19), 2.5 ppm with catalytic reduction 0.04.",
	},
	{
		Name: "source.nox_capped", Title: "NOx capped by a permit", Kind: Switch, Group: "Emissions", OnlyWith: "kind=turbine", Default: "false",
		Note: "Whether the air permit limits a year's emissions.",
	},
	{
		Name: "source.nox_cap", Title: "NOx permit", Unit: "t/year", Kind: Number, Group: "Emissions", OnlyWith: "nox_capped=true",
		Default: "87", Min: 0, Max: 100e3, Step: 1,
		Note:    "What the permit allows in any twelve months. The turbines run evenly: never above the power at which the cap lasts all year.",
		Sources: []Source{Source{Label: "Shelby County: 15 turbines, 87 t of NOx a year", URL: "https://particle.news/story/xai-secures-air-permit-for-15-gas-turbines-at-memphis-ai-campus", Date: "2025-07-02", Confidence: High}.with(87)},
	},
}
