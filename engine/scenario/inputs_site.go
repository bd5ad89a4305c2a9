package scenario

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
		Name: "site.cooling_capacity", Title: "Cooling capacity", Unit: "MW", Kind: Number, MayVary: true, Group: "Power and cooling",
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
}

var sourceInputs = []Input{
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
		Note:    "All-in price for each MWh drawn from the source.",
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
}
