package model

import "rackonomics/engine/scenario"

// A source of power.
var sourceInputs = []scenario.Input{
	{
		Name: "source.kind", Title: "Kind of source", Words: "generation electricity", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Supply", Assumption: true, Default: "grid",
		Options: []scenario.Option{{Name: "grid", Title: "Bought power"}, {Name: "turbine", Title: "Gas turbines"}, {Name: "battery", Title: "Battery"}, {Name: "solar", Title: "Solar field"}},
		Note:    "Bought power has a price for each MWh; turbines burn gas and are rented, bought or paid by the MWh; a battery bridges curtailment; solar power spares other sources' energy but cannot be counted on.",
	},
	{
		Name: "source.capacity", Title: "Capacity", Words: "megawatts supply electricity", Whose: scenario.Decision, Unit: "MW", Kind: scenario.Number, MayVary: true, Group: "Supply", Assumption: true,
		Default: "0", Min: 0, Max: 20000, Step: 10,
		Note: "Power that the source can deliver while it is available.",
	},
	{
		Name: "source.availability", Title: "Availability", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, MayVary: true, Group: "Supply", Assumption: true,
		Default: "1", Min: 0, Max: 1, Step: 0.01,
		Note: "Share of the capacity that can be counted on in every hour of the month.",
	},
	{
		Name: "source.price", Title: "Price of energy", Words: "electricity tariff cost of power", Whose: scenario.World, Unit: "USD/MWh", Kind: scenario.Number, MayVary: true, Group: "Supply",
		Default: "60", Min: 0, Max: 2000, Step: 1,
		Note: "All-in price for each MWh drawn: of bought power and solar fields, and of turbines that are paid by the MWh.",
		Sources: []scenario.Source{
			sourceAxBrief.With(60),
			scenario.Source{Label: "Tennessee, industrial, July 2026; EIA", Date: "2026-07", Confidence: scenario.High}.With(71.3),
			scenario.Source{Label: "Texas, industrial, July 2026; EIA", Date: "2026-07", Confidence: scenario.High}.With(70.7),
		},
	},
	{
		Name: "source.go_live", Title: "Go-live", Whose: scenario.Decision, Kind: scenario.Month, Group: "Supply", Assumption: true, Default: "2024-09",
		Note: "First month in which the source delivers.",
	},
	{
		Name: "source.last_month", Title: "Last month", Whose: scenario.Decision, Kind: scenario.Month, Group: "Supply", Assumption: true, Default: never, Endless: "no end",
		Note: "Last month in which the source delivers, such as the end of a permit.",
	},
	{
		Name: "source.capacity_factor", Title: "Capacity factor", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, MayVary: true, Group: "Supply", OnlyWith: "kind=solar", Assumption: true,
		Default: "0.25", Min: 0, Max: 1, Step: 0.01,
		Note: "Average output of a solar field as a share of its capacity.",
	},
	{
		Name: "source.storage", Title: "Energy stored", Whose: scenario.Decision, Unit: "MWh", Kind: scenario.Number, Group: "Supply", OnlyWith: "kind=battery", Assumption: true,
		Default: "600", Min: 0, Max: 1e6, Step: 10,
		Note: "What a full battery delivers. 600 MWh carry 150 MW through a call of four hours.",
	},
	{
		Name: "source.round_trip_efficiency", Title: "Round-trip efficiency", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Supply", OnlyWith: "kind=battery",
		Default: "0.91", Min: 0.3, Max: 1, Step: 0.01,
		Note:    "Energy delivered of the energy charged.",
		Sources: []scenario.Source{sourceMegapack.With(0.91)},
	},
	{
		Name: "source.curtailable", Title: "Curtailable share", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Supply", Assumption: true,
		Default: "0", Min: 0, Max: 1, Step: 0.05,
		Note: "Share of the source that is given back while the grid operator calls.",
	},
	{
		Name: "source.demand_charge", Title: "Demand charge", Words: "tariff electricity", Whose: scenario.World, Unit: "USD/kW/month", Kind: scenario.Number, MayVary: true, Group: "Costs", OnlyWith: "kind=grid", Assumption: true,
		Default: "0", Min: 0, Max: 200, Step: 0.5,
		Note: "For the highest draw of the month. Zero where the price of energy is all-in.",
	},
	{
		Name: "source.all_in", Title: "Paid by the MWh", Words: "gas behind the meter power purchase", Whose: scenario.Decision, Kind: scenario.Switch, Group: "Costs", OnlyWith: "kind=turbine", Assumption: true, Default: "false",
		Note: "Whether the price of energy is all that the turbines cost, in place of rental and fuel, as where another company runs them. They emit by their heat rate all the same.",
	},
	{
		Name: "source.heat_rate", Title: "Heat rate", Whose: scenario.World, Unit: "MMBtu/MWh", Kind: scenario.Number, Group: "Costs", OnlyWith: "kind=turbine", Assumption: true,
		Default: "10", Min: 3.412, Max: 25, Step: 0.1,
		Note: "Fuel for each MWh, on the higher heating value: 9 to 11 in simple cycle, 6.2 to 6.6 combined.",
		Sources: []scenario.Source{
			sourceMcCalip.As("McCalip: combined cycle, by which 3.76 USD make 24 USD/MWh", scenario.Derived).With(6.37),
		},
	},
	{
		Name: "source.fuel_price", Title: "Price of gas", Words: "natural gas", Whose: scenario.World, Unit: "USD/MMBtu", Kind: scenario.Number, MayVary: true, Group: "Costs", OnlyWith: "all_in=false",
		Default: "3.76", Min: 0, Max: 100, Step: 0.05,
		Note: "At the turbine.",
		Sources: []scenario.Source{
			sourceSteo.As("Henry Hub in 2026, EIA outlook of March 2026", scenario.High).With(3.76),
			sourceSteo.As("Henry Hub in 2027, EIA outlook of March 2026", scenario.High).With(3.85),
		},
	},
	{
		Name: "source.rental", Title: "Rental", Whose: scenario.World, Unit: "USD/MW/month", Kind: scenario.Number, MayVary: true, Group: "Costs", OnlyWith: "all_in=false", Assumption: true,
		Default: "46e3", Min: 0, Max: 500e3, Step: 1000,
		Note: "For each MW in place, running or not, with maintenance and without fuel: 74 USD/MWh at 85 per cent load; 30,000 to 60,000. Zero for turbines that are bought.",
		Sources: []scenario.Source{
			scenario.Source{Label: "Solaris, Q3 2025: 104.9 million USD for about 760 MW (the MW are an estimate)", URL: "https://www.sec.gov/Archives/edgar/data/1697500/000169750025000042/R10.htm", Date: "2025", Confidence: scenario.Derived}.With(46e3),
		},
	},
	{
		Name: "source.capital_cost", Title: "Purchase", Whose: scenario.World, Unit: "USD/kW", Kind: scenario.Number, MayVary: true, Group: "Costs", Assumption: true,
		Default: "0", Min: 0, Max: 20e3, Step: 10,
		Note: "For capacity that goes live from the start of the scenario on; paid in that month. Zero for what is rented or bought by the MWh. A combined-cycle plant costs 1,500 to 2,800.",
		Sources: []scenario.Source{
			scenario.Source{Label: "Combined cycle, BloombergNEF; via Pulse", URL: "https://www.pulse.bot/", Date: "2026-04-27", Confidence: scenario.High}.With(2157),
		},
	},
	{
		Name: "source.storage_cost", Title: "Purchase of storage", Whose: scenario.World, Unit: "USD/kWh", Kind: scenario.Number, Group: "Costs", OnlyWith: "kind=battery", Assumption: true,
		Default: "0", Min: 0, Max: 2000, Step: 5,
		Note:    "Turnkey, 160 to 250; paid when the battery goes live.",
		Sources: []scenario.Source{sourceMegapack.As("Megapack 3, turnkey", scenario.Medium).With(180)},
	},
	{
		Name: "source.carbon_intensity", Title: "Carbon intensity", Whose: scenario.World, Unit: "kg/MWh", Kind: scenario.Number, MayVary: true, Group: "Emissions", OnlyWith: "kind=grid",
		Default: "283.5", Min: 0, Max: 2000, Step: 1,
		Note: "Carbon dioxide of bought power. Turbines emit by their fuel.",
		Sources: []scenario.Source{
			scenario.Source{Label: "TVA, 2023: 624.94 lb/MWh", URL: "https://www.tva.com/environment/environmental-stewardship/air-quality/carbon-dioxide", Date: "2023", Confidence: scenario.High}.With(283.5),
		},
	},
	{
		Name: "source.nox_rate", Title: "Nitrogen oxides (NOx)", Whose: scenario.World, Unit: "kg/MWh", Kind: scenario.Number, Group: "Emissions", OnlyWith: "kind=turbine", Assumption: true,
		Default: "0.15", Min: 0, Max: 10, Step: 0.005,
		Note: "Of the turbines' exhaust. 9 ppm at 15 per cent oxygen and 10 MMBtu/MWh are 0.15 (EPA method 19), 2.5 ppm with catalytic reduction 0.04.",
	},
	{
		Name: "source.nox_capped", Title: "NOx capped by a permit", Whose: scenario.World, Kind: scenario.Switch, Group: "Emissions", OnlyWith: "kind=turbine", Assumption: true, Default: "false",
		Note: "Whether the air permit limits a year's emissions.",
	},
	{
		Name: "source.nox_cap", Title: "NOx permit", Whose: scenario.World, Unit: "t/year", Kind: scenario.Number, Group: "Emissions", OnlyWith: "nox_capped=true",
		Default: "87", Min: 0, Max: 100e3, Step: 1,
		Note:    "What the permit allows in any twelve months. The turbines run evenly: never above the power at which the cap lasts all year.",
		Sources: []scenario.Source{scenario.Source{Label: "Shelby County: 15 turbines, 87 t of NOx a year", URL: "https://particle.news/story/xai-secures-air-permit-for-15-gas-turbines-at-memphis-ai-campus", Date: "2025-07-02", Confidence: scenario.High}.With(87)},
	},
}

var (
	sourceSteo     = scenario.Source{Label: "EIA outlook of March 2026; via OilMarketCap", URL: "https://oilmarketcap.com/?p=47631", Date: "2026-03-10", Confidence: scenario.High}
	sourceMegapack = scenario.Source{Label: "Megapack 3: 91 % round trip", URL: "https://tek54.com/hardware/tesla-natpower-megapack-europe-grid-storage", Date: "2026", Confidence: scenario.Medium}
)
