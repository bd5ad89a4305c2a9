package model

import "rackonomics/engine/scenario"

// The operator's own business, its investment and its financing.
var operatorInputs = []scenario.Input{
	{
		Name: "operator.reported_revenue", Title: "Own revenue", Whose: scenario.World, Unit: "USD/month", Kind: scenario.Number, MayVary: true, Group: "Own business",
		Default: "272_666_667", Min: 0, Max: 100e9, Step: 1e6,
		Note: "Revenue of the operator's own AI business before any lease: 818 million USD in the first quarter of 2026, a third of it each month.",
		Sources: []scenario.Source{
			sourceKalinga.As("818 million USD in Q1 2026, a month's share; via Kalinga", scenario.Derived).With(272_666_667),
			sourceQuarter.As("Q2 2026 at the first quarter's infrastructure revenue: 842 million USD, a month's share; 10-Q", scenario.Derived).With(280_666_667),
			sourceKalinga.As("3.2 billion USD in 2025, a month's share; via Kalinga", scenario.Derived).With(266_666_667),
		},
	},
	{
		Name: "operator.reported_operating_loss", Title: "Operating loss before the lease", Whose: scenario.World, Unit: "USD/month", Kind: scenario.Number, MayVary: true, Group: "Own business",
		Default: "823_333_333", Min: -100e9, Max: 100e9, Step: 1e6,
		Note: "Operating loss of the own AI business: 2.47 billion USD in the first quarter of 2026, a third of it each month. A negative loss is a profit.",
		Sources: []scenario.Source{
			sourceStreetBrief.As("2.47 billion USD in Q1 2026, a month's share; via StreetBrief", scenario.Derived).With(823_333_333),
			sourceQuarter.As("Q2 2026 without 1,719 more infrastructure revenue and 650 more cost of revenue: 2,326 million USD, a month's share; 10-Q", scenario.Derived).With(775_333_333),
			sourceStreetBrief.As("6.355 billion USD in 2025, a month's share; via StreetBrief", scenario.Derived).With(529_583_333),
		},
	},
	{
		Name: "operator.reported_non_cash_costs", Title: "Depreciation and stock compensation in the loss", Whose: scenario.World, Unit: "USD/month", Kind: scenario.Number, MayVary: true, Group: "Own business",
		Default: "620e6", Formerly: []scenario.Former{{Through: 1, Default: "500e6"}}, Min: 0, Max: 100e9, Step: 1e6,
		Note: "Depreciation, amortisation, stock compensation and restructuring inside the reported loss: operating loss of the quarter plus adjusted EBITDA, a third of it each month.",
		Sources: []scenario.Source{
			sourceQuarter.As("Q1 2026: 2,469 less 609 million USD, a month's share; 10-Q", scenario.Derived).With(620e6),
			sourceQuarter.As("Q2 2026: 1,257 plus 1,146 million USD, a month's share; 10-Q", scenario.Derived).With(801e6),
			sourceStreetBrief.As("2025: operating loss less adjusted-EBITDA loss, a month's share; via StreetBrief", scenario.Derived).With(430e6),
		},
	},
	{
		Name: "operator.site_costs_in_reported", Title: "Site costs already in the loss", Whose: scenario.World, Unit: "USD/month", Kind: scenario.Number, MayVary: true, Group: "Own business", Assumption: true,
		Default: "0", Min: 0, Max: 10e9, Step: 1e5,
		Note: "Power and operation of this scenario's sites that the reported loss already contains. The model computes these costs itself and takes this amount out of the reported ones, so that they are not counted twice.",
	},
	{
		Name: "operator.lease_cost_share", Title: "Cost of the leases' revenue", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, MayVary: true, Group: "Own business", Assumption: true,
		Default: "0", Min: 0, Max: 0.95, Step: 0.01,
		Note: "Share of the leases' revenue that it costs beside the sites: network, support and depreciation of what serves it. That it moves with revenue is a convention; capacity that stands may cost the same without a tenant.",
		Sources: []scenario.Source{
			sourceQuarter.As("Q2 on Q1 2026: 650 more cost of revenue on 1,719 million USD more infrastructure revenue; 10-Q", scenario.Derived).With(0.378),
			sourceQuarter.As("The same net of 201 less research, which may be moved costs; 10-Q", scenario.Derived).With(0.261),
		},
	},
	{
		Name: "operator.revenue_growth", Title: "Growth of own revenue", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Own business", Assumption: true,
		Default: "0", Min: -0.9, Max: 5, Step: 0.01,
		Note: "A year, compounded month by month from the start. Zero keeps the run-rate of the first quarter of 2026.",
	},
	{
		Name: "operator.cost_growth", Title: "Growth of own cash costs", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Own business", Assumption: true,
		Default: "0", Min: -0.9, Max: 5, Step: 0.01,
		Note: "A year, compounded month by month from the start, of the costs that are not the sites'.",
	},
	{
		Name: "operator.working_capital", Title: "Own business pays and is paid later", Whose: scenario.World, Kind: scenario.Switch, Group: "Own business", Assumption: true, Default: "false",
		Note: "Off: in the month. On: receivables and payables of the own business stand in the balance sheet, from the start as if it had run so before. Those of the leases are theirs.",
	},
	{
		Name: "operator.days_sales_outstanding", Title: "Days sales outstanding", Whose: scenario.World, Unit: "day", Kind: scenario.Number, Group: "Own business", OnlyWith: "working_capital=true", Assumption: true,
		Default: "45", Min: 0, Max: 365, Step: 1,
		Note: "From own revenue to its payment.",
	},
	{
		Name: "operator.days_payable_outstanding", Title: "Days payable outstanding", Whose: scenario.Decision, Unit: "day", Kind: scenario.Number, Group: "Own business", OnlyWith: "working_capital=true", Assumption: true,
		Default: "45", Min: 0, Max: 365, Step: 1,
		Note: "From own cash costs, staff included, to their payment.",
	},
	{
		Name: "operator.capital_spending", Title: "Capital expenditure", Whose: scenario.Decision, Unit: "USD/month", Kind: scenario.Number, MayVary: true, Group: "Investment",
		Default: "5_276_000_000", Formerly: []scenario.Former{{Through: 1, Default: "2_566_666_667"}}, Min: 0, Max: 100e9, Step: 1e7,
		Note: "Spending on data centres and GPUs: 15.8 billion USD in the second quarter of 2026, a third of it each month; about the same was announced for the next two quarters.",
		Sources: []scenario.Source{
			sourceQuarter.As("15,828 million USD in Q2 2026, a month's share; 10-Q", scenario.Derived).With(5_276_000_000),
			sourceKalinga.As("7.7 billion USD in Q1 2026, a month's share; via Kalinga", scenario.Derived).With(2_566_666_667),
			sourceKalinga.As("12.7 billion USD in 2025, a month's share; via Kalinga", scenario.Derived).With(1_058_333_333),
		},
	},
	{
		Name: "operator.stock_compensation_share", Title: "Stock compensation in the non-cash costs", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Own business", Assumption: true,
		Default: "0.2", Min: 0, Max: 1, Step: 0.01,
		Note: "Share of the depreciation and stock compensation in the loss that is stock compensation; the rest depreciates the opening fixed assets. Not disclosed. It moves equity and assets, not cash or operating income.",
	},
	{
		Name: "operator.depreciate_new_capital", Title: "Depreciate the new investment", Whose: scenario.Decision, Kind: scenario.Switch, Group: "Investment", Assumption: true, Default: "true", Formerly: []scenario.Former{{Through: 1, Default: "false"}},
		Note: "On: what is spent from the start on is depreciated once it is in service (ASC 360). Off: operating income on the run-rate of the first quarter of 2026, with the depreciation of that quarter only; what is spent stays in the balance sheet undepreciated, for tax too.",
	},
	{
		Name: "operator.capital_life", Title: "Life of the new investment", Whose: scenario.Decision, Unit: "year", Kind: scenario.Number, Group: "Investment", OnlyWith: "depreciate_new_capital=true",
		Default: "5", Min: 1, Max: 30, Step: 0.5,
		Note:    "Straight-line life. Servers: Amazon 5 years, Meta 5.5, CoreWeave, Google and Microsoft 6, Nebius 5 from 2026 and 4 before; critics argue 3.",
		Sources: []scenario.Source{sourceBookLives},
	},
	{
		Name: "operator.capital_go_live_delay", Title: "From spending to go-live", Whose: scenario.World, Unit: "month", Kind: scenario.Number, Group: "Investment", Assumption: true,
		Default: "4", Min: 0, Max: 60, Step: 1,
		Note:    "Depreciation begins when an asset is placed in service. Assumed from the 122 days in which the first site was built.",
		Sources: []scenario.Source{sourceAgenticDaily},
	},
	{
		Name: "operator.server_life", Title: "Life of servers bought for the sites", Whose: scenario.Decision, Unit: "year", Kind: scenario.Number, Group: "Investment",
		Default: "5", Min: 1, Max: 30, Step: 0.5,
		Note:    "Straight-line book life of fleets that the sites buy, and of satellites. Amazon 5 years, Meta 5.5, CoreWeave, Google and Microsoft 6, Nebius 5 from 2026 and 4 before; critics argue 3.",
		Sources: []scenario.Source{sourceBookLives.With(5), sourceBookLives.As("CoreWeave, Google and Microsoft: 6 years", scenario.High).With(6), sourceBookLives.As("Nebius before 2026: 4 years", scenario.High).With(4)},
	},
	{
		Name: "operator.plant_life", Title: "Life of power plant bought for the sites", Whose: scenario.Decision, Unit: "year", Kind: scenario.Number, Group: "Investment",
		Default: "14", Min: 1, Max: 60, Step: 1,
		Note:    "Straight-line book life of sources of power.",
		Sources: []scenario.Source{sourceEpoch.As("Epoch AI (CC BY): facility life 14 years", scenario.High).With(14)},
	},
	{
		Name: "operator.building_life", Title: "Life of buildings bought for the sites", Whose: scenario.Decision, Unit: "year", Kind: scenario.Number, Group: "Investment",
		Default: "14", Min: 1, Max: 60, Step: 1,
		Note:    "Straight-line book life of shell, cooling and electrical equipment.",
		Sources: []scenario.Source{sourceEpoch.As("Epoch AI (CC BY): facility life 14 years", scenario.High).With(14)},
	},
	{
		Name: "operator.maintenance_share", Title: "Maintenance in the capital expenditure", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, MayVary: true, Group: "Investment", Assumption: true,
		Default: "0", Min: 0, Max: 1, Step: 0.01,
		Note: "Share of the capital expenditure that only keeps up what there is. It comes before debt service in CFADS; the rest is growth, which lenders expect to be financed.",
	},
	{
		Name: "operator.capitalise_interest", Title: "Capitalise interest during construction", Whose: scenario.Decision, Kind: scenario.Switch, Group: "Investment", Default: "true",
		Note: "Interest on what is spent and not yet live is part of the asset's cost (ASC 835-20, IAS 23). It needs debt and a time from spending to go-live.",
		Sources: []scenario.Source{
			{Label: "PwC PPE 1.3, capitalised interest", URL: "https://viewpoint.pwc.com/dt/us/en/pwc/accounting_guides/property_plant_equip/property_plant_equip_US/chapter_1_capitaliza_US/13_capitalized_inter_US.html", Confidence: scenario.High},
		},
	},
	{
		Name: "operator.capitalised_interest_on", Title: "Interest that is capitalised", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Investment", OnlyWith: "capitalise_interest=true", Assumption: true, Default: "spent",
		Options: []scenario.Option{{Name: "spent", Title: "On what has been spent"}, {Name: "debt", Title: "All while something is built"}},
		Note:    "ASC 835-20 capitalises a rate on what has been spent so far; IAS 23 all interest on debt that was raised for the asset, drawn ahead of spending too.",
	},
	{
		Name: "operator.opening_cash", Title: "Cash at the start", Whose: scenario.World, Unit: "USD", Kind: scenario.Number, Group: "Financing", Assumption: true,
		Default: "0", Min: 0, Max: 1e12, Step: 1e8,
		Note: "Cash on the day the scenario begins. Not disclosed for the AI segment; the whole group had 15.9 billion USD at the end of March 2026.",
		Sources: []scenario.Source{
			scenario.Source{Label: "Whole group, Q1 2026; S-1 via SuperAda", URL: "https://www.superada.ai/blog/2026-05-21-spacex-s1-decoded/", Date: "2026-05-21", Confidence: scenario.High}.With(15.9e9),
		},
	},
	{
		Name: "operator.opening_fixed_assets", Title: "Fixed assets at the start", Whose: scenario.World, Unit: "USD", Kind: scenario.Number, Group: "Financing",
		Default: "40e9", Min: 0, Max: 1e12, Step: 1e9,
		Note: "Book value of data centres and servers when the scenario begins. The depreciation in the reported loss is taken from it and ends when nothing is left to depreciate.",
		Sources: []scenario.Source{
			sourceAxBrief.As("AxBrief: about 40 billion USD spent on data centres", scenario.Low).With(40e9),
			scenario.Source{Label: "Total assets of the whole group, Q1 2026; S-1 via SuperAda", URL: "https://www.superada.ai/blog/2026-05-21-spacex-s1-decoded/", Date: "2026-05-21", Confidence: scenario.High}.With(102e9),
		},
	},
	{
		Name: "operator.equity_raised", Title: "Equity raised", Whose: scenario.Decision, Unit: "USD/month", Kind: scenario.Number, MayVary: true, Group: "Financing", Assumption: true,
		Default: "0", Min: -100e9, Max: 100e9, Step: 1e8,
		Note: "Cash from owners; negative is paid out to them.",
	},
	{
		Name: "operator.minimum_cash", Title: "Minimum cash", Whose: scenario.Decision, Unit: "USD", Kind: scenario.Number, Group: "Financing", Assumption: true,
		Default: "0", Min: 0, Max: 1e12, Step: 1e8,
		Note: "Debt that is drawn as needed keeps cash at this level; a cash sweep takes only what is above it.",
	},
	{
		Name: "operator.cash_yield", Title: "Interest on cash", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, MayVary: true, Group: "Financing", Assumption: true,
		Default: "0", Min: 0, Max: 0.25, Step: 0.001,
		Note: "A year, on the cash of the month before, in twelfths.",
	},
	{
		Name: "operator.sofr", Title: "SOFR", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, MayVary: true, Group: "Financing", Assumption: true,
		Default: "0.036", Min: 0, Max: 0.25, Step: 0.001,
		Note: "Secured overnight financing rate, on which loans with a margin are priced. Estimated from the Federal Reserve's rate of about 3.63 % in June 2026; it has risen since, the ten-year Treasury from 4.51 to about 5.0 % by 18 September.",
		Sources: []scenario.Source{
			scenario.Source{Label: "Federal funds rate, 22 June 2026", URL: "https://www.celinehuang.com/en/market-news/20260622-premarket", Date: "2026-06-22", Confidence: scenario.Medium}.With(0.0363),
		},
	},
	{
		Name: "operator.presentation", Title: "Cash flow statement", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Financing", Default: "us_gaap",
		Options: []scenario.Option{{Name: "us_gaap", Title: "US GAAP (ASC 230)"}, {Name: "ifrs18", Title: "IFRS 18 (from 2027)"}},
		Note:    "US GAAP: interest paid and received is operating, capitalised interest investing. IFRS 18: interest paid is financing, capitalised or not, interest received investing, and the indirect method starts at operating profit. Cash is the same.",
		Sources: []scenario.Source{
			{Label: "Deloitte, statement of cash flows under US GAAP and IFRS", URL: "https://dart.deloitte.com/USDART/home/publications/deloitte/additional-deloitte-guidance/roadmap-ifrs-us-gaap-comparison/chapter-4-presentation/4-3-statement-cash-flows", Confidence: scenario.High},
		},
	},
}

var sourceBookLives = scenario.Source{Label: "Book lives of servers by company", URL: "https://www.realclear.ai/blog/the-three-year-clock-inside-the-thirty-year-building", Date: "2026", Confidence: scenario.High}
