package model

import "rackonomics/engine/scenario"

// Where the operator's cash goes after its costs.
var waterfallInputs = []scenario.Input{
	{
		Name: "operator.waterfall", Title: "Cash waterfall", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Waterfall", Assumption: true, Default: "none",
		Options: []scenario.Option{{Name: "none", Title: "None"}, {Name: "leases", Title: "Of the leases"}, {Name: "company", Title: "Of the whole company"}},
		Note:    "Collections pay costs, fees, interest and principal, then fill the debt service, liquidity and power reserves; the rest is trapped or free. Of the leases: for debt served from the leases alone.",
		Sources: []scenario.Source{sourceDelayedDraw.As("CoreWeave DDTL 4.0: order of payments", scenario.Medium)},
	},
	{
		Name: "operator.debt_service_reserve_months", Title: "Debt service reserve", Whose: scenario.Decision, Unit: "month", Kind: scenario.Number, Group: "Waterfall", OnlyWith: "waterfall=leases|company", Assumption: true,
		Default: "0", Min: 0, Max: 24, Step: 1,
		Note: "Months of debt service that are kept in reserve.",
	},
	{
		Name: "operator.liquidity_requirement", Title: "Liquidity reserve", Whose: scenario.Decision, Unit: "USD", Kind: scenario.Number, MayVary: true, Group: "Waterfall", OnlyWith: "waterfall=leases|company", Assumption: true,
		Default: "0", Min: 0, Max: 1e11, Step: 1e7,
		Note: "Kept in reserve while debt is owed.",
	},
	{
		Name: "operator.power_reserve_months", Title: "Power reserve", Whose: scenario.Decision, Unit: "month", Kind: scenario.Number, Group: "Waterfall", OnlyWith: "waterfall=leases|company", Assumption: true,
		Default: "0", Min: 0, Max: 24, Step: 1,
		Note: "Months of the sites' power cost that are kept in reserve while debt is owed.",
	},
	{
		Name: "operator.lock_up_coverage", Title: "DSCR for distributions", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Group: "Waterfall", OnlyWith: "waterfall=leases|company",
		Default: "1.15", Min: 0, Max: 5, Step: 0.05,
		Note:    "Where the last 12 months' DSCR is lower, cash is trapped and nothing is distributed.",
		Sources: []scenario.Source{sourceDelayedDraw.As("CoreWeave DDTL 4.0: DSCR of at least 1.15", scenario.Medium).With(1.15)},
	},
	{
		Name: "operator.distribution_share", Title: "Distributed", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Waterfall", Assumption: true,
		Default: "0", Min: 0, Max: 1, Step: 0.05,
		Note: "Share of the free cash above its minimum, at the end of the month before and after sweeps, that is paid to the owners.",
	},
}
