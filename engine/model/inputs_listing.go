package model

import "rackonomics/engine/scenario"

// A company on its way to a listing in the US.
var companyInputs = []scenario.Input{
	{
		Name: "company.confidential_filing", Title: "Confidential filing", Whose: scenario.Decision, Kind: scenario.Day, Group: "Filing", Default: "2026-06-01",
		Note: "Day on which a draft registration statement goes to the SEC for review out of the public eye, open to all issuers since 2017.",
		Sources: []scenario.Source{
			sourceAnthropicDraft.On("2026-06-01"),
			sourceOpenAIDraft.On("2026-05-22"),
			sourceListingRace.On("2026-06-07"),
			sourceListingRace.As("OpenAI: by some 8 June", scenario.Low).On("2026-06-08"),
			sourceOffering.As("SpaceX: about April 2026, the day assumed", scenario.Low).On("2026-04-01"),
			sourceOffering.As("SpaceX: by some in March 2026, the day assumed", scenario.Low).On("2026-03-15"),
		},
	},
	{
		Name: "company.public_filing_basis", Title: "Public filing", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Filing", Assumption: true, Default: "after_review",
		Options: []scenario.Option{{Name: "after_review", Title: "After the review"}, {Name: "given", Title: "On a given day"}},
		Note:    "The registration statement is made public when the review is nearly done, or on the day that is known.",
	},
	{
		Name: "company.given_public_filing", Title: "Day of the public filing", Whose: scenario.Decision, Kind: scenario.Day, Group: "Filing", OnlyWith: "public_filing_basis=given", Default: "2026-05-20",
		Note: "Not before the confidential filing.",
		Sources: []scenario.Source{
			sourceOffering.As("SpaceX: public S-1", scenario.High).On("2026-05-20"),
			sourceCoreWeaveOffering.As("CoreWeave: public S-1 on 3 March 2025", scenario.High).On("2025-03-03"),
		},
	},
	{
		Name: "company.review_basis", Title: "Length of the review", Whose: scenario.World, Kind: scenario.Choice, Group: "Filing", OnlyWith: "public_filing_basis=after_review", Assumption: true, Default: "total",
		Options: []scenario.Option{{Name: "total", Title: "In all"}, {Name: "rounds", Title: "First comments and further rounds"}},
		Note:    "Given as a whole, or as the rounds of comments and answers that it is made of.",
	},
	{
		Name: "company.review", Title: "Review in all", Whose: scenario.World, Unit: "day", Kind: scenario.Number, Group: "Filing", OnlyWith: "review_basis=total", Assumption: true,
		Default: "90", Min: 0, Max: 1000, Step: 1,
		Note: "Days from the confidential to the public filing. As a distribution: triangular from 60 over 90 to 150.",
		Sources: []scenario.Source{
			scenario.Source{Label: "90 to 150 days in all by Orrick, whose page was not kept: low end", Confidence: scenario.Estimate}.With(90),
			scenario.Source{Label: "90 to 150 days in all by Orrick, whose page was not kept: high end", Confidence: scenario.Estimate}.With(150),
			scenario.Source{Label: "Estimated shortest", Confidence: scenario.Estimate}.With(60),
		},
	},
	{
		Name: "company.first_comments", Title: "First comments after", Whose: scenario.World, Unit: "day", Kind: scenario.Number, Group: "Filing", OnlyWith: "review_basis=rounds",
		Default: "27", Min: 1, Max: 365, Step: 1,
		Note: "Days from the confidential filing to the SEC's first comments.",
		Sources: []scenario.Source{
			sourceReview.With(27),
			scenario.Source{Label: "Average of fiscal year 2012 by WilmerHale, whose page was not kept", Confidence: scenario.Estimate}.With(24.9),
			scenario.Source{Label: "The SEC's target by WilmerHale, whose page was not kept", Confidence: scenario.Estimate}.With(30),
		},
	},
	{
		Name: "company.further_rounds", Title: "Further rounds of comments", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Group: "Filing", OnlyWith: "review_basis=rounds", Assumption: true,
		Default: "3", Min: 0, Max: 20, Step: 1,
		Note: "Each is an answer of the company and new comments.",
	},
	{
		Name: "company.days_per_round", Title: "Days a round", Whose: scenario.World, Unit: "day", Kind: scenario.Number, Group: "Filing", OnlyWith: "review_basis=rounds", Assumption: true,
		Default: "14", Min: 1, Max: 90, Step: 1,
		Note: "Estimated at 10 to 14 days.",
	},
	{
		Name: "company.days_to_roadshow", Title: "Public filing to roadshow", Whose: scenario.Decision, Unit: "day", Kind: scenario.Number, Group: "Roadshow",
		Default: "15", Min: 0, Max: 365, Step: 1,
		Note: "Days that the company plans. The law allows no fewer than 15; what is planned shorter waits.",
		Sources: []scenario.Source{
			{Label: "White & Case on the SEC's accommodations: public at least 15 days before the roadshow", URL: "https://whitecase.com/insight-alert/sec-expands-accommodations-issuers-submitting-draft-registration-statements", Date: "2025-03-03", Confidence: scenario.High},
			sourceOffering.As("SpaceX: 20 May to 4 June 2026, exactly 15 days", scenario.High).With(15),
		},
	},
	{
		Name: "company.roadshow", Title: "Roadshow", Whose: scenario.Decision, Unit: "day", Kind: scenario.Number, Group: "Roadshow",
		Default: "7", Min: 1, Max: 90, Step: 1,
		Note: "Days from the start of the roadshow to the pricing. Trading begins on the exchange day after.",
		Sources: []scenario.Source{
			sourceOffering.As("SpaceX: 4 to 11 June 2026", scenario.High).With(7),
			scenario.Source{Label: "Estimated at one to two weeks: high end", Confidence: scenario.Estimate}.With(14),
		},
	},
	{
		Name: "company.shutdown", Title: "Government shutdown", Whose: scenario.World, Unit: "day", Kind: scenario.Number, Group: "Delay",
		Default: "0", Min: 0, Max: 365, Step: 1,
		Note: "Days in which the SEC declares nothing effective, before the roadshow.",
		Sources: []scenario.Source{
			scenario.Source{Label: "Estimated at 30 to 60 days: low end", Confidence: scenario.Estimate}.With(30),
			scenario.Source{Label: "Estimated at 30 to 60 days: high end", Confidence: scenario.Estimate}.With(60),
		},
	},
	{
		Name: "company.slip", Title: "Listing slips by", Whose: scenario.World, Unit: "month", Kind: scenario.Number, Group: "Delay", Assumption: true,
		Default: "0", Min: 0, Max: 60, Step: 1,
		Note: "Months by which the roadshow and the listing are put off; a month counts as a twelfth of 365 days, in whole days.",
	},
	{
		Name: "company.valuation", Title: "Valuation at listing", Whose: scenario.World, Unit: "USD", Kind: scenario.Number, Group: "Proceeds",
		Default: "1.77e12", Min: 0, Max: 1e13, Step: 1e10,
		Note: "Value of all shares at the offer price, without a delay.",
		Sources: []scenario.Source{
			sourceOffering.With(1.77e12),
			sourceAnthropicValue.With(965e9),
			sourceProspectus.As("Anthropic: about 2 trillion USD, up to 100 billion raised", scenario.Medium).With(2e12),
			sourceOpenAIValue.With(852e9),
			sourceMerger.As("SpaceX with xAI at the merger: 1.25 trillion USD", scenario.High).With(1.25e12),
		},
	},
	{
		Name: "company.proceeds", Title: "Proceeds", Whose: scenario.Decision, Unit: "USD", Kind: scenario.Number, Group: "Proceeds",
		Default: "75e9", Min: 0, Max: 1e12, Step: 1e9,
		Note: "What investors pay for the new shares, without a delay.",
		Sources: []scenario.Source{
			sourceOffering.As("SpaceX: 555.6 million shares at 135 USD", scenario.High).With(75e9),
			sourceOffering.As("SpaceX with the over-allotment", scenario.High).With(85.7e9),
		},
	},
	{
		Name: "company.underwriting_spread", Title: "Underwriting spread", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Proceeds", Assumption: true,
		Default: "0.015", Min: 0, Max: 0.15, Step: 0.0025,
		Note: "Share of the proceeds that the banks keep: estimated at 1 to 2.5 % of the largest offerings, 7 % of small ones.",
	},
	{
		Name: "company.proceeds_to_operator", Title: "Proceeds that reach the operator", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Proceeds", Assumption: true,
		Default: "0", Min: 0, Max: 1, Step: 0.01,
		Note: "Share of the net proceeds that the operator gets as equity, as a part of the company that lists; none where the company is a tenant.",
	},
	{
		Name: "company.haircut", Title: "Valuation lost by delay", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Delay", Assumption: true,
		Default: "0.3", Min: 0, Max: 1, Step: 0.01,
		Note: "For each year of delay, of valuation and proceeds, in proportion to the days: 15 % at half a year, 30 % at a year. Without a delay nothing is lost.",
	},
	{
		Name: "company.bridge_rate", Title: "Rate of the bridge", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Delay",
		Default: "0.125", Min: 0, Max: 0.5, Step: 0.0025,
		Note: "A year, Actual/360, on the proceeds while the company waits for them.",
		Sources: []scenario.Source{
			sourceHighYield.With(0.125),
			sourceNotes.As("SpaceX notes of 23 June 2026: 5.350 % due 2031", scenario.High).With(0.0535),
			sourceNotes.As("SpaceX notes of 23 June 2026: 6.650 % due 2056", scenario.High).With(0.0665),
		},
	},
}

var (
	sourceAnthropicDraft    = scenario.Source{Label: "Anthropic: draft S-1", URL: "https://thorstenmeyerai.com/?p=8062", Date: "2026-06", Confidence: scenario.High}
	sourceOpenAIDraft       = scenario.Source{Label: "OpenAI: draft S-1, by most sources 22 May", URL: "https://theplanettools.ai/blog/openai-confidential-s1-ipo-filing-1-trillion-valuation-may-2026", Date: "2026-05", Confidence: scenario.Medium}
	sourceListingRace       = scenario.Source{Label: "OpenAI: by one source 7 June", URL: "https://www.softwareseni.com/inside-the-ipo-race-between-anthropic-and-openai/", Date: "2026-06", Confidence: scenario.Low}
	sourceReview            = scenario.Source{Label: "Deloitte: first comments within about 27 calendar days", URL: "https://dart.deloitte.com/USDART/home/publications/deloitte/additional-deloitte-guidance/roadmap-initial-public-offerings/chapter-1-introduction-initial-public-offerings/1-4-ipo-registration-statement", Confidence: scenario.High}
	sourceCoreWeaveOffering = scenario.Source{Label: "CoreWeave: public S-1 on 3 March 2025, priced on 27 March, traded on 28 March", URL: "https://www.sec.gov/Archives/edgar/data/1769628/000119312525067651/d899798d424b4.htm", Date: "2025-03-28", Confidence: scenario.High}
	sourceHighYield         = scenario.Source{Label: "xAI: 3 billion USD of notes at 12.5 %, 2025", URL: "https://t.signalplus.com/crypto-news/detail/xai-redeem-3b-high-yield-bonds-early-spacex-ipo", Date: "2025-07", Confidence: scenario.High}
)
