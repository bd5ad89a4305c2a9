package model

import "rackonomics/engine/scenario"

// Residual value, shares and the contract around a lease.
var leaseEquityInputs = []scenario.Input{
	{
		Name: "lease.residual_guarantor", Title: "Residual value guaranteed by", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Residual value", Assumption: true, Default: "none",
		Options: []scenario.Option{{Name: "none", Title: "Nobody"}, {Name: "tenant", Title: "The tenant"}, {Name: "vendor", Title: "The vendor or another"}},
		Note:    "Who pays what the GPUs are worth less than guaranteed when the lease ends.",
	},
	{
		Name: "lease.residual_basis", Title: "Guaranteed as", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Residual value", OnlyWith: "residual_guarantor=tenant|vendor", Assumption: true, Default: "share",
		Options: []scenario.Option{{Name: "share", Title: "Share of the cost when new"}, {Name: "amount", Title: "Amount"}},
		Note:    "Either may fall with time, by dated steps.",
	},
	{
		Name: "lease.residual_share", Title: "Share that is guaranteed", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, MayVary: true, Group: "Residual value", OnlyWith: "residual_basis=share",
		Default: "0.25", Min: 0, Max: 1, Step: 0.01,
		Note:    "Of the cost when new of the tenant's GPUs: the value that is guaranteed, and the most that is paid. Vendors offer at most about a quarter.",
		Sources: []scenario.Source{scenario.Source{Label: "Residual support of at most 25 %, memoranda for 500 billion USD of financing; NVIDIA", Date: "2026-08-10", Confidence: scenario.Medium}.With(0.25)},
	},
	{
		Name: "lease.residual_amount", Title: "Amount that is guaranteed", Whose: scenario.Decision, Unit: "USD", Kind: scenario.Number, MayVary: true, Group: "Residual value", OnlyWith: "residual_basis=amount", Assumption: true,
		Default: "1e9", Min: 0, Max: 100e9, Step: 10e6,
		Note: "The value that is guaranteed, and the most that is paid. Meta's for Hyperion is about 28 billion USD over 16 years, of a four-year lease.",
	},
	{
		Name: "lease.residual_trigger", Title: "The guarantee is called", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Residual value", OnlyWith: "residual_guarantor=tenant|vendor", Assumption: true, Default: "not_renewed",
		Options: []scenario.Option{{Name: "not_renewed", Title: "If the tenant does not renew"}, {Name: "end", Title: "At the end of the lease"}},
		Note:    "After a renewal has begun the first is void. A tenant in default pays neither; a vendor does.",
	},
	{
		Name: "lease.warrant_terms", Title: "Warrants on the operator's shares", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Shares and related parties", Assumption: true, Default: "none",
		Options: []scenario.Option{{Name: "none", Title: "None"}, {Name: "tenant", Title: "To the tenant, for its rent"}, {Name: "other", Title: "For something else, as to a guarantor"}},
		Note:    "Those for the rent take from revenue as they vest. Those for something else only bring their strike; what they were given for is no cost here.",
	},
	{
		Name: "lease.warrants", Title: "Warrants", Whose: scenario.Decision, Unit: "share", Kind: scenario.Number, Group: "Shares and related parties", OnlyWith: "warrant_terms=tenant|other", Assumption: true,
		Default: "10e6", Min: 0, Max: 10e9, Step: 1e6,
		Note: "Shares that they buy.",
	},
	{
		Name: "lease.warrant_value", Title: "Fair value of a warrant at the grant", Whose: scenario.World, Unit: "USD/share", Kind: scenario.Number, Group: "Shares and related parties", OnlyWith: "warrant_terms=tenant", Assumption: true,
		Default: "10", Min: 0, Max: 10000, Step: 1,
		Note: "Later prices of the share do not change what it takes from revenue.",
	},
	{
		Name: "lease.warrant_strike", Title: "Strike", Whose: scenario.Decision, Unit: "USD/share", Kind: scenario.Number, Group: "Shares and related parties", OnlyWith: "warrant_terms=tenant|other", Assumption: true,
		Default: "0.01", Min: 0, Max: 10000, Step: 1,
		Note: "Paid for each share when the warrants are exercised.",
	},
	{
		Name: "lease.warrant_vesting", Title: "Vesting", Whose: scenario.Decision, Unit: "month", Kind: scenario.Number, Group: "Shares and related parties", OnlyWith: "warrant_terms=tenant|other", Assumption: true,
		Default: "36", Min: 1, Max: 360, Step: 1,
		Note: "Months from the start of the lease over which they vest evenly.",
	},
	{
		Name: "lease.warrant_exercise", Title: "Exercised in", Whose: scenario.Decision, Kind: scenario.Month, Group: "Shares and related parties", OnlyWith: "warrant_terms=tenant|other", Assumption: true, Default: never, Endless: "never",
		Note: "From this month on, as they vest. The default never comes.",
	},
	{
		Name: "lease.tenant_investment", Title: "The tenant invests in the operator", Whose: scenario.Decision, Unit: "USD", Kind: scenario.Number, Group: "Shares and related parties", Assumption: true,
		Default: "0", Min: 0, Max: 100e9, Step: 100e6,
		Note: "Equity from the tenant or its owner: rent is then paid by someone who is paid in shares.",
	},
	{
		Name: "lease.tenant_invests_in", Title: "It invests in", Whose: scenario.Decision, Kind: scenario.Month, Group: "Shares and related parties", Assumption: true, Default: "2026-12",
		Note: "Month of the investment.",
	},
	{
		Name: "lease.related_party", Title: "The tenant is a related party", Whose: scenario.Decision, Kind: scenario.Switch, Group: "Shares and related parties", Assumption: true, Default: "false",
		Note: "Shown with the lease's revenue (ASC 850), and changes no figure.",
	},
	{
		Name: "lease.contract", Title: "Part of a contract", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Term", Assumption: true, Default: "alone",
		Options: []scenario.Option{{Name: "alone", Title: "A contract of its own"}, {Name: "a", Title: "Contract A"}, {Name: "b", Title: "Contract B"}, {Name: "c", Title: "Contract C"}},
		Note:    "A contract for several sites, or for certain fleets that are each a site of their own, is as many leases here; what they bring is told together. Nothing else joins them: a notice, a default or an unused prepayment of one does not touch the others.",
	},
}
