package model

import "rackonomics/engine/scenario"

// What the operator is worth.
var valueInputs = []scenario.Input{
	{
		Name: "operator.discount_rate", Title: "Discount rate", Words: "wacc cost of capital", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Value", Assumption: true,
		Default: "0.1", Min: 0, Max: 1, Step: 0.005,
		Note: "A year, effective: a month's rate is its twelfth root. Used for present values, levelised costs, the discounted cash flow, and orbit against ground.",
	},
	{
		Name: "operator.discounting", Title: "Flows fall", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Value", Default: "end_of_month",
		Options: []scenario.Option{{Name: "end_of_month", Title: "At the end of the month"}, {Name: "mid_month", Title: "In the middle of the month"}},
		Note:    "Mid-period discounting counts each flow half a month earlier. A terminal value from a growth formula then stands at N − ½, one from an exit multiple is a price paid at N.",
		Sources: []scenario.Source{
			{Label: "Mid-year convention", URL: "https://ctacquisitions.com/mid-year-convention/", Confidence: scenario.High},
			{Label: "Discounting mechanics and the mid-year convention", URL: "https://ibinterviewquestions.com/guides/valuation-investment-banking/discounting-mechanics-present-value-mid-year-convention", Confidence: scenario.High},
		},
	},
	{
		Name: "operator.valuation_method", Title: "Valued by", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Value", Assumption: true, Default: "revenue",
		Options: []scenario.Option{{Name: "revenue", Title: "Multiple of revenue"}, {Name: "ebitda", Title: "Multiple of EBITDA"}, {Name: "cash_flow", Title: "Discounted cash flow"}},
		Note:    "Which of the three values counts as the enterprise value, from which the net debt is taken. All three are shown.",
	},
	{
		Name: "operator.multiple_basis", Title: "Multiple of", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Value", Assumption: true, Default: "run_rate",
		Options: []scenario.Option{{Name: "run_rate", Title: "Run-rate: a mean month times 12"}, {Name: "last_twelve_months", Title: "The last 12 months"}},
		Note:    "Multiples of AI companies are quoted on the run-rate, those of listed ones on the last 12 months; the same multiple on the other basis means another value while revenue grows. The last 12 months need 12 months of the scenario.",
	},
	{
		Name: "operator.revenue_multiple", Title: "Enterprise value over revenue", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Group: "Value",
		Default: "6.8", Min: 0, Max: 200, Step: 0.1,
		Note: "A company that rents out compute, CoreWeave, is the default. Companies that sell models are valued at many times that; vendors' figures for the renters disagree too.",
		Sources: []scenario.Source{
			sourceRenters.With(6.8),
			scenario.Source{Label: "IREN: enterprise value over sales 5.4, 2026-05-10", URL: "https://toptierstrategy.com/blog/iren-vs-nebius-valuation-2026", Date: "2026-05-10", Confidence: scenario.Medium}.With(5.4),
			sourceRenters.As("CoreWeave: price over sales 9.7 (not enterprise value)", scenario.Medium).With(9.7),
			sourceAnthropicValue.As("Anthropic: 965 over a run-rate of 47 billion USD", scenario.Derived).With(20.5),
			sourceAnthropicValue.As("Anthropic at 1,200 billion USD, over a run-rate of 47", scenario.Derived).With(25.5),
			sourceOpenAIValue.As("OpenAI: 852 over a run-rate of 25 billion USD", scenario.Derived).With(34),
			sourceMerger.As("xAI in the merger: 250 over 3.2 billion USD of 2025", scenario.Derived).With(78),
			sourceOffering.As("SpaceX at its offering: 1,770 over 18.67 billion USD of 2025", scenario.Derived).With(95),
		},
	},
	{
		Name: "operator.ebitda_multiple", Title: "Enterprise value over EBITDA", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Group: "Value",
		Default: "11", Min: 0, Max: 400, Step: 0.5,
		Note: "On adjusted EBITDA; also the exit multiple of a discounted cash flow. CoreWeave's 6.8 times revenue at its EBITDA margin of 62 % is 11; SpaceX, valued on its growth, was offered at 269 times.",
		Sources: []scenario.Source{
			sourceRenters.As("CoreWeave: 6.8 times sales over an adjusted EBITDA margin of 62 % (Q1 2025)", scenario.Derived).With(11),
			sourceOffering.As("SpaceX at its offering: 1,770 over 6.58 billion USD of 2025", scenario.Derived).With(269),
		},
	},
	{
		Name: "operator.terminal_value_method", Title: "Value after the scenario", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Value", Assumption: true, Default: "growth",
		Options: []scenario.Option{{Name: "growth", Title: "Growth for ever (Gordon)"}, {Name: "exit_multiple", Title: "Sale at the multiple of EBITDA"}, {Name: "none", Title: "None"}},
		Note:    "What a discounted cash flow adds for the time after the last month. Growth takes the last year without growth of its capacity: EBITDA less as much capital spending as wears out, and nothing where that is a loss.",
	},
	{
		Name: "operator.terminal_growth", Title: "Growth after the scenario", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Value", OnlyWith: "terminal_value_method=growth", Assumption: true,
		Default: "0.02", Min: -0.5, Max: 0.2, Step: 0.005,
		Note: "A year, of the mean normalised cash flow of the last 12 months: of prices, since capacity is only kept. At or above the discount rate there is no value.",
	},
}

var (
	sourceRenters        = scenario.Source{Label: "CoreWeave: enterprise value over sales 6.8, 2026-05-10", URL: "https://toptierstrategy.com/blog/nebius-vs-coreweave-valuation-2026", Date: "2026-05-10", Confidence: scenario.Medium}
	sourceAnthropicValue = scenario.Source{Label: "Anthropic: 965 billion USD after its Series H, run-rate 47 billion", URL: "https://thorstenmeyerai.com/?p=8062", Date: "2026-05-28", Confidence: scenario.High}
	sourceOpenAIValue    = scenario.Source{Label: "OpenAI: 852 billion USD, run-rate about 25 billion", URL: "https://vortx.ch/?p=648", Date: "2026-03", Confidence: scenario.Medium}
	sourceMerger         = scenario.Source{Label: "SpaceX and xAI merge: 1 trillion and 250 billion USD", URL: "https://longbridge.com/topics/42313269", Date: "2026-02-02", Confidence: scenario.High}
	sourceOffering       = scenario.Source{Label: "SpaceX offering: 555.6 million shares at 135 USD, 1.77 trillion USD", URL: "https://quantabundancia.com/articles/spacex-ipo-spcx-explained", Date: "2026-06", Confidence: scenario.High}
)
