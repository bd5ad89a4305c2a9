package model

// When the companies list, and who is first.
var listingMeasures = []Measure{
	{Name: "listing.first", Scope: "operator", Needs: "company", Title: "Lists first", Kind: KindThings,
		Formula: "earliest(company.listing_day)",
		Note:    "The company that is listed before the others; all of them if they share the day."},
	{Name: "listing.first_day", Scope: "operator", Needs: "company", Title: "First listing", Kind: KindDay,
		Formula: "earliest_of(company.listing_day)",
		Note:    "First day of trading."},
	{Name: "listing.public_filing_day", Scope: "company", Title: "Public filing", Kind: KindDay,
		Formula: "opening(public_filing_day)",
		Note:    "The day on which the registration statement is public."},
	{Name: "listing.day", Scope: "company", Title: "Listing", Kind: KindDay, Source: "Securities Act section 6(e)(1), 15 U.S.C. 77f(e)",
		Formula: "opening(listing_day)",
		Note:    "First day of trading. The roadshow begins 15 days after the public filing at the earliest, as the law demands."},
	{Name: "listing.rank", Scope: "company", Title: "Place in the order of listings", Unit: "1",
		Formula: "place(listing_day)",
		Note:    "1 is first; who shares a day shares the place."},
	{Name: "listing.cost_of_delay", Scope: "company", Title: "Cost of the delay", Unit: "USD",
		Formula: "opening(cost_of_delay)",
		Note:    "Simple interest of a bridge, Actual/360, on the proceeds after the banks' share from the planned to the actual listing."},
	{Name: "listing.proceeds_lost", Scope: "company", Title: "Proceeds lost by the delay", Unit: "USD",
		Formula: "opening(proceeds_lost)",
		Note:    "By the valuation that is lost, after the banks' share."},
}
