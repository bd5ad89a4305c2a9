package model

// A company's way to its listing in the US, and what waiting costs. Days count
// from the first day of the scenario, which is 0.
var listingRows = []Row{
	{Name: "company.review_days", title: "Length of the review", Unit: "day", Kind: Balance, Formula: `ceil(when(review_basis == review_basis.total, review,
    first_comments + further_rounds * days_per_round))`,
		Note: "Days from the confidential filing to the end of the SEC's review."},
	{Name: "company.public_filing_day", title: "Public filing", Unit: "day", Kind: Balance, Date: true, Formula: `when(public_filing_basis == public_filing_basis.given,
    max(confidential_filing, given_public_filing), confidential_filing + review_days)`,
		Note: "Day on which the registration statement is public."},
	{Name: "company.earliest_roadshow_day", title: "Earliest roadshow by law", Unit: "day", Kind: Balance, Date: true, Formula: "public_filing_day + day(15)",
		Note: "The registration statement must be public for 15 days before the roadshow (Securities Act section 6(e)(1), 15 U.S.C. 77f(e), as amended in 2015, and the SEC's policy of 2017 for all issuers); 21 days was the rule before."},
	{Name: "company.planned_roadshow_day", title: "Planned roadshow", Unit: "day", Kind: Balance, Date: true, Formula: "max(earliest_roadshow_day, public_filing_day + ceil(days_to_roadshow))",
		Note: "Start of the roadshow if nothing delays it."},
	{Name: "company.roadshow_day", title: "Roadshow", Unit: "day", Kind: Balance, Date: true, Formula: `max(earliest_roadshow_day, public_filing_day + ceil(days_to_roadshow) + ceil(shutdown) +
    floor(slip * day(365) / month(12)))`,
		Note: "Start of the roadshow after a shutdown and slip."},
	{Name: "company.statutory_wait_binds", title: "The wait by law binds", Unit: "bool", Kind: Flag, Formula: "roadshow_day <= earliest_roadshow_day",
		Note: "The roadshow starts on the first day that the law allows."},
	{Name: "company.delay_days", title: "Delay", Unit: "day", Kind: Balance, Formula: "roadshow_day - planned_roadshow_day",
		Note: "Days by which roadshow and listing are late."},
	{Name: "company.pricing_day", title: "Pricing", Unit: "day", Kind: Balance, Date: true, Formula: "roadshow_day + ceil(roadshow)",
		Note: "Day on which the offer is priced, at the end of the roadshow."},
	{Name: "company.listing_day", title: "Listing", Unit: "day", Kind: Balance, Date: true, Formula: "pricing_day + day(1)",
		Note: "First day of trading, the day after the pricing, as at SpaceX (12 June 2026) and CoreWeave (28 March 2025). Weekends are not looked at."},
	{Name: "company.listed", Unit: "bool", Kind: Flag, Formula: "listing_day < cum(days)",
		Note: "The company is listed by the end of the month."},

	{Name: "company.value_kept", Unit: "1", Kind: Balance, Percent: true, Formula: "max(0, 1 - haircut * delay_days / day(365))",
		Note: "Part of the valuation that is left after the delay."},
	{Name: "company.valuation_at_listing", Unit: "USD", Kind: Balance, Formula: "valuation * value_kept",
		Note: "Value of all shares at the offer price."},
	{Name: "company.planned_proceeds", Unit: "USD", Kind: Balance, Formula: "proceeds * (1 - underwriting_spread)",
		Note: "What the company gets without a delay, after the banks."},
	{Name: "company.net_proceeds", Unit: "USD", Kind: Balance, Formula: "planned_proceeds * value_kept",
		Note: "What the company gets: the same shares at the price that is left."},
	{Name: "company.proceeds_received", Unit: "USD", Kind: Flow, Formula: "when(listed && listing_day >= cum(days) - days, net_proceeds, 0)",
		Note: "In the month of the listing."},
	{Name: "company.proceeds_lost", Unit: "USD", Kind: Balance, Formula: "planned_proceeds - net_proceeds",
		Note: "What the lower valuation costs in proceeds."},
	{Name: "company.bridge_interest", Unit: "USD", Kind: Flow, Formula: `planned_proceeds * bridge_rate * (clamp(listing_day, cum(days) - days, cum(days)) -
    clamp(listing_day - delay_days, cum(days) - days, cum(days))) / day(360)`,
		Note: "Simple interest of the month, Actual/360, on the planned proceeds, from the planned to the actual listing."},
	{Name: "company.cost_of_delay", Unit: "USD", Kind: Balance, Formula: "planned_proceeds * bridge_rate * delay_days / day(360)",
		Note: "Interest of the bridge over the whole delay, also beyond the end of the scenario. The proceeds lost come on top."},
}
