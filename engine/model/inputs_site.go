package model

import "rackonomics/engine/scenario"

// A data centre, on the ground or in orbit.
var siteInputs = []scenario.Input{
	{
		Name: "site.power_usage_effectiveness", Title: "Power usage effectiveness (PUE)", Whose: scenario.World, Unit: "1", Kind: scenario.Number, MayVary: true, Group: "Power and cooling", Assumption: true,
		Default: "1.2", Min: 1, Max: 3, Step: 0.01,
		Note:    "Power of the whole facility for each unit of power of the computers.",
		Sources: []scenario.Source{sourceAppliedPUE.With(1.18)},
	},
	{
		Name: "site.load", Title: "Load of GPUs in use", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Power and cooling", Assumption: true,
		Default: "0.85", Min: 0.05, Max: 1, Step: 0.01,
		Note: "Power that a working server draws, as a share of its maximum. The same for tenants and the operator, so that a lease of GPUs that worked before adds no power cost.",
	},
	{
		Name: "site.idle_load", Title: "Load of idle GPUs", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, MayVary: true, Group: "Power and cooling", Assumption: true,
		Default: "0.25", Min: 0, Max: 1, Step: 0.01,
		Note: "Power that an idle server draws, as a share of its maximum; never more than that of a working one.",
	},
	{
		Name: "site.cooling_capacity", Title: "Cooling capacity", Whose: scenario.Decision, Unit: "MW", Kind: scenario.Number, MayVary: true, Group: "Power and cooling", OnlyWith: "kind=terrestrial",
		Default: "1000", Min: 0, Max: 20000, Step: 10,
		Note: "Heat of computers that the site can remove. GPUs beyond it stay dark.",
		Sources: []scenario.Source{
			sourceAgenticDaily.With(1000),
			{Label: "Colossus 2 alone: cooling for 350 MW seen by Epoch AI; via Tom's Hardware", URL: "https://www.tomshardware.com/tech-industry/artificial-intelligence/elon-musks-xai-colossus-2-is-nowhere-near-1-gigawatt-capacity-satellite-imagery-suggests-despite-claims-site-only-has-350-megawatts-of-cooling-capacity", Date: "2026-01", Confidence: scenario.High},
		},
	},
	{
		Name: "site.operations_rate", Title: "Operation without power", Whose: scenario.World, Unit: "USD/MW/year", Kind: scenario.Number, MayVary: true, Group: "Costs",
		Default: "300e3", Min: 0, Max: 10e6, Step: 1e4,
		Note: "Staff, maintenance and other running costs for each MW of the computers' maximum power; 1,000 USD/MW are 1 USD/kW. Less where salaries, insurance or property tax are counted apart.",
		Sources: []scenario.Source{
			sourceEpoch.As("Epoch AI (CC BY): 0.9 less 0.6 billion USD of energy, for 1 GW a year", scenario.Derived).With(300e3),
			sourceEpoch.As("Maintenance alone: 120 million USD for 1 GW a year; Epoch AI's model", scenario.Medium).With(120e3),
		},
	},
	{
		Name: "site.own_use", Title: "Own use of GPUs that are not leased", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, MayVary: true, Group: "Use", Assumption: true,
		Default: "1", Min: 0, Max: 1, Step: 0.01,
		Note: "Share of the GPUs left after the leases that the operator uses itself; the others are idle.",
	},
	{
		Name: "site.floor_area", Title: "Floor area", Whose: scenario.Decision, Unit: "m^2", Kind: scenario.Number, MayVary: true, Group: "Power and cooling",
		Default: "165_800", Min: 0, Max: 20e6, Step: 1000,
		Note: "Area of the buildings. GPUs in racks that do not fit stay dark.",
		Sources: []scenario.Source{
			scenario.Source{Label: "Colossus 1: 785,000 square feet, and the warehouse of Colossus 2: 1 million", URL: "https://frankk.site/en/blog/musk-colossus-datacenter/", Date: "2026", Confidence: scenario.Derived}.With(165_800),
			scenario.Source{Label: "Colossus 1 alone: 785,000 square feet", URL: "https://frankk.site/en/blog/musk-colossus-datacenter/", Date: "2026", Confidence: scenario.Medium}.With(72_900),
		},
	},
	{
		Name: "site.curtailment", Title: "Curtailment", Whose: scenario.World, Unit: "h/year", Kind: scenario.Number, MayVary: true, Group: "Curtailment", Assumption: true,
		Default: "0", Min: 0, Max: 4000, Step: 5,
		Note: "Hours a year in which the grid operator calls for the curtailable share of the sources, spread evenly over the months. TVA may call Colossus 1; how often is not known.",
		Sources: []scenario.Source{
			scenario.Source{Label: "Assumed for the power-capped scenario", Confidence: scenario.Estimate}.With(60),
		},
	},
	{
		Name: "site.curtailment_call", Title: "Length of a call", Whose: scenario.World, Unit: "h", Kind: scenario.Number, Group: "Curtailment", Assumption: true,
		Default: "4", Min: 0.25, Max: 168, Step: 0.25,
		Note: "A battery must carry its power through the whole call.",
	},
	{
		Name: "site.curtailment_notice", Title: "Notice of a call", Whose: scenario.World, Unit: "h", Kind: scenario.Number, Group: "Curtailment",
		Default: "0.5", Min: 0, Max: 168, Step: 0.25,
		Note: "Time from the call to the cut. If it is as long as the time between checkpoints, no work is lost but the restart.",
		Sources: []scenario.Source{
			scenario.Source{Label: "TVA: curtailed on a request of 30 minutes", URL: "https://lpm.org/news/2024-11-10/at-board-meeting-in-murray-tva-approves-power-agreement-for-elon-musks-supercomputer", Date: "2024-11-07", Confidence: scenario.High}.With(0.5),
		},
	},
	{
		Name: "site.cut_first", Title: "Cut first in a shortage", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Curtailment", Default: "own_use", Assumption: true,
		Options: []scenario.Option{{Name: "own_use", Title: "Own use, then the last lease"}, {Name: "leases", Title: "The last lease; own use at the end"}},
		Note:    "Who loses GPUs when power, cooling or floor do not suffice. The filing lets SpaceX take capacity back for itself if needed.",
	},
	{
		Name: "site.job_size", Title: "GPUs in one job", Whose: scenario.Decision, Unit: "GPU", Kind: scenario.Number, Group: "Compute",
		Default: "16384", Min: 1, Max: 10e6, Step: 1024,
		Note:    "GPUs that compute in step: one failure stops them all.",
		Sources: []scenario.Source{sourceLlama.With(16384)},
	},
	{
		Name: "site.interruption_rate", Title: "Interruptions", Whose: scenario.World, Unit: "1/GPU/year", Kind: scenario.Number, Group: "Compute",
		Default: "0.173", Min: 0, Max: 10, Step: 0.001,
		Note: "Stops of a job a year for each of its GPUs, whatever the cause.",
		Sources: []scenario.Source{
			sourceLlama.As("Llama 3: 419 unexpected stops of 16,384 H100 in 54 days", scenario.Derived).With(0.173),
			sourceLlama.As("Llama 3: those of GPUs and their memory only", scenario.Derived).With(0.091),
		},
	},
	{
		Name: "site.checkpoint_interval", Title: "Time between checkpoints", Whose: scenario.Decision, Unit: "h", Kind: scenario.Number, Group: "Compute", Assumption: true,
		Default: "0.25", Min: 0.01, Max: 24, Step: 0.01,
		Note: "A stop loses half of it on average. With the time to restart it gives Llama 3 the reported effective time of more than 90 per cent.",
	},
	{
		Name: "site.restart_time", Title: "Time to restart", Whose: scenario.World, Unit: "h", Kind: scenario.Number, Group: "Compute", Assumption: true,
		Default: "0.15", Min: 0, Max: 24, Step: 0.01,
		Note: "From a stop until the job computes again.",
	},
	{
		Name: "site.tenant_flops_utilisation", Title: "Tenants' model FLOPS utilisation (MFU)", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, MayVary: true, Group: "Compute", Assumption: true,
		Default: "0.4", Min: 0.01, Max: 1, Step: 0.01,
		Note:    "Useful arithmetic as a share of the GPUs' peak while a job runs.",
		Sources: []scenario.Source{sourceUtilisation.As("Peers of xAI: 40 % and more", scenario.Medium).With(0.4)},
	},
	{
		Name: "site.own_flops_utilisation", Title: "Operator's model FLOPS utilisation (MFU)", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, MayVary: true, Group: "Compute",
		Default: "0.11", Min: 0.01, Max: 1, Step: 0.01,
		Note:    "Useful arithmetic as a share of the GPUs' peak while a job runs.",
		Sources: []scenario.Source{sourceUtilisation.With(0.11), sourceUtilisation.As("Peers of xAI: 40 % and more", scenario.Medium).With(0.4)},
	},
	{
		Name: "site.water_use", Title: "Water use (WUE)", Whose: scenario.World, Unit: "L/kWh", Kind: scenario.Number, MayVary: true, Group: "Water and carbon",
		Default: "0.42", Min: 0, Max: 10, Step: 0.01,
		Note: "Water for each kWh of the computers. Fleets of data centres are estimated at 0.2 to 1.8.",
		Sources: []scenario.Source{
			sourceWater.As("812,502 gallons on the peak day, over 300 MW for 24 hours", scenario.Derived).With(0.42),
		},
	},
	{
		Name: "site.water_price", Title: "Price of water", Whose: scenario.World, Unit: "USD/m3", Kind: scenario.Number, MayVary: true, Group: "Water and carbon", Assumption: true,
		Default: "0", Min: 0, Max: 100, Step: 0.05,
		Note: "Zero where the running costs of the site contain it.",
		Sources: []scenario.Source{
			sourceWater.As("19 cents for 100 gallons, recycled", scenario.Low).With(0.5),
			sourceWater.As("32 cents for 100 gallons, from the aquifer", scenario.Low).With(0.85),
		},
	},
	{
		Name: "site.carbon_price", Title: "Price of carbon dioxide", Whose: scenario.World, Unit: "USD/t", Kind: scenario.Number, MayVary: true, Group: "Water and carbon", Assumption: true,
		Default: "0", Min: 0, Max: 2000, Step: 5,
		Note: "Paid for each tonne that the power sources emit. There is none in Memphis.",
	},
	{
		Name: "site.construction", Title: "Spending on buildings", Whose: scenario.Decision, Unit: "USD/month", Kind: scenario.Number, MayVary: true, Group: "Investment", OnlyWith: "construction_shape=given", Assumption: true,
		Default: "0", Min: 0, Max: 50e9, Step: 1e6,
		Note: "Shell, power distribution and cooling that are built from the start of the scenario on, in service with the first GPUs. About 11 million USD for each MW, 8 to 13.3 by source; 2.7 was claimed for Colossus 2. Zero where the operator's capital expenditure contains it.",
	},
}

var (
	sourceUtilisation = scenario.Source{Label: "xAI: 11 %, reported by The Information; via sotwe", URL: "https://www.sotwe.com/pdeva", Date: "2026", Confidence: scenario.Medium}
	sourceWater       = scenario.Source{Label: "Water at Colossus; The Cooling Report", URL: "https://thecoolingreport.com/intel/xai-memphis-water-812000-gallons-daily-aquifer", Date: "2026", Confidence: scenario.Low}
)
