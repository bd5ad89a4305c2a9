package model

var listingExamples = []Example{
	{Name: "spacex-lists", Of: "issuer", About: "SpaceX filed in public on 20 May 2026, went on its roadshow on the first day that the law allows, and traded on 12 June.",
		Given: []string{"company.issuer.confidential_filing=2026-04-01", "company.issuer.public_filing_basis=given", "company.issuer.given_public_filing=2026-05-20", "company.issuer.days_to_roadshow=15", "company.issuer.roadshow=7"},
		Then: []Outcome{{Row: "company.public_filing_day@issuer", In: "2025-01", Date: "2026-05-20"}, {Row: "company.roadshow_day@issuer", In: "2025-01", Date: "2026-06-04"}, {Row: "company.pricing_day@issuer", In: "2025-01", Date: "2026-06-11"},
			{Row: "company.listing_day@issuer", In: "2025-01", Date: "2026-06-12"}, {Row: "company.statutory_wait_binds@issuer", In: "2025-01", Is: 1}}},
	{Name: "coreweave-lists", Of: "issuer", About: "CoreWeave was priced 24 days after its public filing of 3 March 2025 and traded on the 28th.",
		Given: []string{"company.issuer.confidential_filing=2025-01-02", "company.issuer.public_filing_basis=given", "company.issuer.given_public_filing=2025-03-03", "company.issuer.days_to_roadshow=17", "company.issuer.roadshow=7"},
		Then: []Outcome{{Row: "company.roadshow_day@issuer", In: "2025-01", Date: "2025-03-20"}, {Row: "company.pricing_day@issuer", In: "2025-01", Date: "2025-03-27"}, {Row: "company.listing_day@issuer", In: "2025-01", Date: "2025-03-28"},
			{Row: "company.statutory_wait_binds@issuer", In: "2025-01", Is: 0}}},
	{Name: "anthropic-lists", Of: "issuer", About: "Anthropic filed on 1 June 2026; if the review takes 90 days it trades on 22 September, whenever the scenario starts.",
		Given: []string{"scenario.start=2027-02", "company.issuer.confidential_filing=2026-06-01"},
		Then:  []Outcome{{Row: "company.public_filing_day@issuer", In: "2027-02", Date: "2026-08-30"}, {Row: "company.roadshow_day@issuer", In: "2027-02", Date: "2026-09-14"}, {Row: "company.listing_day@issuer", In: "2027-02", Date: "2026-09-22"}}},
	{Name: "openai-lists", Of: "issuer", About: "OpenAI filed on 22 May 2026; with first comments after 25 days and two more rounds of ten it trades on 29 July.",
		Given: []string{"scenario.start=2026-05", "company.issuer.confidential_filing=2026-05-22", "company.issuer.review_basis=rounds", "company.issuer.first_comments=25", "company.issuer.further_rounds=2", "company.issuer.days_per_round=10"},
		Then:  []Outcome{{Row: "company.public_filing_day@issuer", In: "2026-05", Date: "2026-07-06"}, {Row: "company.listing_day@issuer", In: "2026-05", Date: "2026-07-29"}}},
	{Name: "bridge-to-the-listing", Of: "issuer", About: "Planned for 30 June and 40 days late, 36 billion USD are bridged at 10 % by days of 360: 10 million a day, one day in June, 31 in July, 8 in August.",
		Given: []string{"scenario.start=2026-05", "company.issuer.confidential_filing=2026-06-01", "company.issuer.public_filing_basis=given", "company.issuer.given_public_filing=2026-06-07", "company.issuer.shutdown=40", "company.issuer.underwriting_spread=0", "company.issuer.bridge_rate=0.1", "company.issuer.proceeds=36e9"},
		Then: []Outcome{{Row: "company.bridge_interest@issuer", In: "2026-05", Is: 0}, {Row: "company.bridge_interest@issuer", In: "2026-06", Is: 10e6}, {Row: "company.bridge_interest@issuer", In: "2026-07", Is: 310e6}, {Row: "company.bridge_interest@issuer", In: "2026-08", Is: 80e6},
			{Row: "company.listed@issuer", In: "2026-07", Is: 0}, {Row: "company.listed@issuer", In: "2026-08", Is: 1}, {Row: "company.bridge_interest@issuer", Is: 400e6}, {Row: "company.cost_of_delay@issuer", In: "2026-05", Is: 400e6}}},
}
