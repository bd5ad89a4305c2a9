package scenario

var operatorInputs = []Input{
	{
		Name: "operator.reported_revenue", Title: "Own revenue", Unit: "USD/month", Kind: Number, MayVary: true, Group: "Own business",
		Default: "272_666_667", Min: 0, Max: 100e9, Step: 1e6,
		Note: "Revenue of the operator's own AI business before any lease: 818 million USD in the first quarter of 2026, a third of it each month.",
		Sources: []Source{
			sourceKalinga.as("818 million USD in Q1 2026, a month's share; via Kalinga", Derived).with(272_666_667),
			sourceKalinga.as("3.2 billion USD in 2025, a month's share; via Kalinga", Derived).with(266_666_667),
		},
	},
	{
		Name: "operator.reported_operating_loss", Title: "Operating loss before the lease", Unit: "USD/month", Kind: Number, MayVary: true, Group: "Own business",
		Default: "823_333_333", Min: -100e9, Max: 100e9, Step: 1e6,
		Note: "Operating loss of the own AI business: 2.47 billion USD in the first quarter of 2026, a third of it each month. A negative loss is a profit.",
		Sources: []Source{
			sourceStreetBrief.as("2.47 billion USD in Q1 2026, a month's share; via StreetBrief", Derived).with(823_333_333),
			sourceStreetBrief.as("6.355 billion USD in 2025, a month's share; via StreetBrief", Derived).with(529_583_333),
		},
	},
	{
		Name: "operator.reported_non_cash_costs", Title: "Depreciation and stock compensation in the loss", Unit: "USD/month", Kind: Number, MayVary: true, Group: "Own business", Assumption: true,
		Default: "500e6", Min: 0, Max: 100e9, Step: 1e6,
		Note: "Depreciation, amortisation and stock compensation inside the reported loss. Not disclosed for 2026: an assumption, above the 430 million a month that 2025 implies (6.355 less 1.2 billion USD).",
		Sources: []Source{
			sourceStreetBrief.as("Implied by 2025: operating loss less adjusted-EBITDA loss", Derived).with(430e6),
		},
	},
	{
		Name: "operator.site_costs_in_reported", Title: "Site costs already in the loss", Unit: "USD/month", Kind: Number, Group: "Own business", Assumption: true,
		Default: "0", Min: 0, Max: 10e9, Step: 1e5,
		Note: "Power and operation of this scenario's sites that the reported loss already contains. The model computes these costs itself and takes this amount out of the reported ones, so that they are not counted twice.",
	},
	{
		Name: "operator.revenue_growth", Title: "Growth of own revenue", Unit: "1", Kind: Number, Percent: true, Group: "Own business", Assumption: true,
		Default: "0", Min: -0.9, Max: 5, Step: 0.01,
		Note: "A year, compounded month by month from the start. Zero keeps the run-rate of the first quarter of 2026.",
	},
	{
		Name: "operator.cost_growth", Title: "Growth of own cash costs", Unit: "1", Kind: Number, Percent: true, Group: "Own business", Assumption: true,
		Default: "0", Min: -0.9, Max: 5, Step: 0.01,
		Note: "A year, compounded month by month from the start, of the costs that are not the sites'.",
	},
	{
		Name: "operator.capital_spending", Title: "Capital expenditure", Unit: "USD/month", Kind: Number, MayVary: true, Group: "Investment",
		Default: "2_566_666_667", Min: 0, Max: 100e9, Step: 1e7,
		Note: "Spending on data centres and GPUs: 7.7 billion USD in the first quarter of 2026, a third of it each month.",
		Sources: []Source{
			sourceKalinga.as("7.7 billion USD in Q1 2026, a month's share; via Kalinga", Derived).with(2_566_666_667),
			sourceKalinga.as("12.7 billion USD in 2025, a month's share; via Kalinga", Derived).with(1_058_333_333),
		},
	},
	{
		Name: "operator.depreciate_new_capital", Title: "Depreciate the new investment", Kind: Switch, Group: "Investment", Assumption: true, Default: "false",
		Note: "Off: operating income on the run-rate of the first quarter of 2026, with the depreciation of that quarter only. On: what is spent from the start on is depreciated too, which outruns every lease here within two years.",
	},
	{
		Name: "operator.capital_life", Title: "Life of the new investment", Unit: "year", Kind: Number, Group: "Investment", OnlyWith: "depreciate_new_capital=true",
		Default: "5", Min: 1, Max: 30, Step: 0.5,
		Note: "Straight-line life. Servers: Amazon 5 years, Meta 5.5, CoreWeave, Google and Microsoft 6, Nebius 4; critics argue 3.",
		Sources: []Source{
			{Label: "Book lives of servers by company", URL: "https://www.realclear.ai/blog/the-three-year-clock-inside-the-thirty-year-building", Date: "2026", Confidence: High},
		},
	},
	{
		Name: "operator.capital_go_live_delay", Title: "From spending to go-live", Unit: "month", Kind: Number, Group: "Investment", OnlyWith: "depreciate_new_capital=true", Assumption: true,
		Default: "4", Min: 0, Max: 60, Step: 1,
		Note:    "Depreciation begins when an asset is placed in service. Assumed from the 122 days in which the first site was built.",
		Sources: []Source{sourceAgenticDaily},
	},
}
