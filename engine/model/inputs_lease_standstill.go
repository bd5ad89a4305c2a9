package model

import "rackonomics/engine/scenario"

// When rent starts, and when it stands still.
var leaseStandstillInputs = []scenario.Input{
	{
		Name: "lease.rent_start", Title: "Rent starts with", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Start of rent and standstill", Assumption: true, Default: "term",
		Options: []scenario.Option{{Name: "term", Title: "The term"}, {Name: "delivery", Title: "The delivery"}},
		Note:    "With the delivery nothing is owed until enough of the agreed capacity is ready for the first time; the last month stays as agreed, and free months count from the start of the term.",
	},
	{
		Name: "lease.rent_delivery_share", Title: "Share that must be ready for it", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Start of rent and standstill", OnlyWith: "rent_start=delivery", Assumption: true,
		Default: "1", Min: 0, Max: 1, Step: 0.01,
		Note: "Of the agreed capacity, with power and cooling.",
	},
	{
		Name: "lease.standstill", Title: "Standstill of the fee", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Start of rent and standstill", Assumption: true, Default: "none",
		Options: []scenario.Option{{Name: "none", Title: "None"}, {Name: "deferred", Title: "The fee is put off and repaid later"}, {Name: "suspended", Title: "Force majeure: it is not owed"}},
		Note:    "A deferral moves cash and no revenue. By force majeure nothing is owed for what stands still, and the GPUs idle; Oracle gave notice of it on 24 September 2026 for a site that is not yet running. Power passed on is paid in both.",
	},
	{
		Name: "lease.standstill_from", Title: "Standstill from", Whose: scenario.Decision, Kind: scenario.Month, Group: "Start of rent and standstill", OnlyWith: "standstill=deferred|suspended", Assumption: true, Default: never, Endless: "never",
		Note: "Its first month. The default never comes.",
	},
	{
		Name: "lease.standstill_months", Title: "Length of the standstill", Whose: scenario.Decision, Unit: "month", Kind: scenario.Number, Group: "Start of rent and standstill", OnlyWith: "standstill=deferred|suspended", Assumption: true,
		Default: "6", Min: 0, Max: 120, Step: 1,
		Note: "Months in which the fee is put off or suspended.",
	},
	{
		Name: "lease.standstill_part", Title: "Part of the fee that stands still", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Start of rent and standstill", OnlyWith: "standstill=deferred|suspended", Assumption: true,
		Default: "1", Min: 0, Max: 1, Step: 0.05,
		Note: "Of what would be owed, after credits for missing capacity.",
	},
	{
		Name: "lease.deferral_wait", Title: "Repaid after", Whose: scenario.Decision, Unit: "month", Kind: scenario.Number, Group: "Start of rent and standstill", OnlyWith: "standstill=deferred", Assumption: true,
		Default: "0", Min: 0, Max: 120, Step: 1,
		Note: "Months between the standstill and the first repayment.",
	},
	{
		Name: "lease.deferral_months", Title: "Repaid over", Whose: scenario.Decision, Unit: "month", Kind: scenario.Number, Group: "Start of rent and standstill", OnlyWith: "standstill=deferred", Assumption: true,
		Default: "12", Min: 1, Max: 120, Step: 1,
		Note: "Months of equal repayments without interest. What is left when the lease ends is due at once; the tenant's default loses it.",
	},
}
