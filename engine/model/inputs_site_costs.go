package model

import "rackonomics/engine/scenario"

// What running a site costs beside power, how it is built, and power that is late.
var siteCostInputs = []scenario.Input{
	{
		Name: "site.operations_growth", Title: "Growth of the cost of operation", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Costs", Assumption: true,
		Default: "0", Min: -0.5, Max: 1, Step: 0.005,
		Note: "A year, compounded month by month from the start of the scenario.",
	},
	{
		Name: "site.staff", Title: "Staff", Words: "employees headcount", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, MayVary: true, Group: "Costs", Assumption: true,
		Default: "0", Min: 0, Max: 100e3, Step: 10,
		Note: "Heads that the cost of operation does not contain. Half to one and a half for each MW are usual estimates.",
	},
	{
		Name: "site.salary", Title: "Salary", Words: "wages pay", Whose: scenario.World, Unit: "USD/year", Kind: scenario.Number, MayVary: true, Group: "Costs", Assumption: true,
		Default: "150e3", Min: 0, Max: 10e6, Step: 5000,
		Note: "Of each head a year, with benefits and payroll tax. Epoch AI's model has 40 million USD of labour for 1 GW a year.",
	},
	{
		Name: "site.salary_growth", Title: "Growth of salaries", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Costs", Assumption: true,
		Default: "0", Min: -0.5, Max: 1, Step: 0.005,
		Note: "A year, compounded month by month from the start of the scenario.",
	},
	{
		Name: "site.insured_basis", Title: "Insurance and property tax on", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Costs", Default: "none", OnlyWith: "kind=terrestrial", Assumption: true,
		Options: []scenario.Option{{Name: "none", Title: "Nothing: not counted apart"}, {Name: "cost", Title: "Replacement cost"}, {Name: "book", Title: "Book value"}},
		Note:    "Replacement cost: GPUs at their price or cost when new, buildings and plant as paid in the scenario. Book value: with the site's part of the assets of the start.",
	},
	{
		Name: "site.insurance_rate", Title: "Insurance", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, MayVary: true, Group: "Costs", OnlyWith: "insured_basis=cost|book", Assumption: true,
		Default: "0.003", Min: 0, Max: 0.2, Step: 0.0005,
		Note: "Share of the value a year. Insurance and property tax together are estimated at 0.5 to 1.5 % of the investment a year.",
	},
	{
		Name: "site.property_tax_rate", Title: "Property tax", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, MayVary: true, Group: "Costs", OnlyWith: "insured_basis=cost|book",
		Default: "0.0038", Min: 0, Max: 0.2, Step: 0.0005,
		Note:    "Share of the value a year.",
		Sources: []scenario.Source{sourceEpoch.As("Epoch AI's model: 143 million USD of taxes a year on 37,883 million of investment, for 1 GW", scenario.Derived).With(0.0038)},
	},
	{
		Name: "site.asset_value_growth", Title: "Growth of replacement cost", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Costs", OnlyWith: "insured_basis=cost", Assumption: true,
		Default: "0", Min: -0.5, Max: 1, Step: 0.005,
		Note: "A year, compounded month by month from the start of the scenario; prices of GPUs that are given month by month move by themselves.",
	},
	{
		Name: "site.construction_shape", Title: "Buildings are paid", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Investment", Default: "given", Assumption: true,
		Options: []scenario.Option{{Name: "given", Title: "As given month by month"}, {Name: "even", Title: "Evenly while building"}, {Name: "s_curve", Title: "By an S-curve"}, {Name: "milestones", Title: "By milestones"}},
		Note:    "How the total is spread over the months of building.",
	},
	{
		Name: "site.construction_total", Title: "Cost of the buildings", Whose: scenario.Decision, Unit: "USD", Kind: scenario.Number, Group: "Investment", OnlyWith: "construction_shape=even|s_curve|milestones", Assumption: true,
		Default: "0", Min: 0, Max: 1e12, Step: 1e7,
		Note: "Shell, power distribution and cooling, about 11 million USD for each MW. Spent exactly; what falls before the scenario is paid for.",
		Sources: []scenario.Source{
			sourceEpoch.As("Facility of 1 GW; Epoch AI's model", scenario.Medium).With(11.433e9),
		},
	},
	{
		Name: "site.construction_start", Title: "Building begins", Whose: scenario.Decision, Kind: scenario.Month, Group: "Investment", OnlyWith: "construction_shape=even|s_curve|milestones", Assumption: true,
		Default: "2026-05", Note: "First month in which something is paid.",
	},
	{
		Name: "site.construction_months", Title: "Time of building", Whose: scenario.World, Unit: "month", Kind: scenario.Number, Group: "Investment", OnlyWith: "construction_shape=even|s_curve|milestones", Assumption: true,
		Default: "18", Min: 1, Max: 120, Step: 1,
		Note: "From the first payment to the last; whole months.",
	},
	{
		Name: "site.paid_at_order", Title: "Paid with the order", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Investment", OnlyWith: "construction_shape=milestones", Assumption: true,
		Default: "0.1", Min: 0, Max: 1, Step: 0.05,
		Note: "Share of the total, in the first month.",
	},
	{
		Name: "site.paid_at_quarter", Title: "Paid after a quarter of the time", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Investment", OnlyWith: "construction_shape=milestones", Assumption: true,
		Default: "0.2", Min: 0, Max: 1, Step: 0.05,
		Note: "Share of the total.",
	},
	{
		Name: "site.paid_at_half", Title: "Paid after half the time", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Investment", OnlyWith: "construction_shape=milestones", Assumption: true,
		Default: "0.3", Min: 0, Max: 1, Step: 0.05,
		Note: "Share of the total.",
	},
	{
		Name: "site.paid_at_three_quarters", Title: "Paid after three quarters of the time", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Investment", OnlyWith: "construction_shape=milestones", Assumption: true,
		Default: "0.3", Min: 0, Max: 1, Step: 0.05,
		Note: "Share of the total; the rest is paid at the end, and nothing beyond the total.",
	},
	{
		Name: "site.energisation_delay", Title: "Power comes late by", Whose: scenario.World, Unit: "month", Kind: scenario.Number, Group: "Power and cooling", OnlyWith: "kind=terrestrial", Assumption: true,
		Default: "0", Min: 0, Max: 60, Step: 1,
		Note: "Whole months by which the go-live of power sources and GPUs of this site slips, of those that do not run when the scenario begins, with their later steps; the end of a fleet or source stays. GPUs and buildings are paid as planned, and sources when they go live. Leases are delivered and billed as far as there is capacity, and their term does not get longer. 12 to 24 months are reported.",
	},
}
