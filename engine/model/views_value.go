package model

// What the operator is worth, and who lists when.
var valueViews = []View{
	{Name: "value", Title: "Value", Note: "What the operator is worth at the end of each month by the method chosen, and what is left for its owners after debt.",
		Shows: Chart{
			Lines: []Line{{Row: "operator.enterprise_value", Role: Worth}, {Row: "operator.equity_value", Role: Equity}, {Row: "operator.net_debt", Role: Debt}},
		}},
	{Name: "valuation", Title: "Value by method", Note: "What the operator is worth after the first year by each method, and what a dollar less of loss a month adds to it.",
		Shows: Table{
			Columns: []string{"Value", "A dollar a month adds"},
			Rows: []TableRow{
				{Row: "operator.value_by_revenue", Role: Worth, Cells: []Figure{{Measure: "value.by_revenue"}, {Measure: "value.of_a_dollar.by_revenue"}}},
				{Row: "operator.value_by_ebitda", Role: Worth, Cells: []Figure{{Measure: "value.by_ebitda"}, {Measure: "value.of_a_dollar.by_ebitda"}}},
				{Row: "operator.value_by_cash_flow", Role: Worth, Cells: []Figure{{Measure: "value.by_cash_flow"}, {Measure: "value.of_a_dollar.by_cash_flow"}}},
			},
		}},
	{Name: "value-contracted", Title: "What of the value is contracted", Needs: []string{"lease"}, Note: "The value after the first year by discounted cash flow, in three parts: what tenants are bound to, what they have signed and may cancel by notice, and the rest. And what a multiple of revenue puts on fees of a year that tenants may cancel, or that end before.",
		Shows: Table{
			Columns: []string{"Value"},
			Rows: []TableRow{
				{Row: "operator.value_enforceable", Role: Worth, Cells: []Figure{{Measure: "value.enforceable"}}},
				{Row: "operator.value_cancellable", Role: Worth, Cells: []Figure{{Measure: "value.cancellable"}}},
				{Row: "operator.value_beyond_contracts", Role: Worth, Cells: []Figure{{Measure: "value.beyond_contracts", Absent: "not defined"}}},
				{Row: "operator.value_by_cash_flow", Role: Worth, Cells: []Figure{{Measure: "value.by_cash_flow", Absent: "not defined"}}},
				{Row: "operator.value_at_will", Role: Worth, Cells: []Figure{{Measure: "value.at_will"}}},
				{Row: "operator.value_by_revenue", Role: Worth, Cells: []Figure{{Measure: "value.by_revenue", Absent: "not defined"}}},
			},
		}},
	{Name: "returns", Title: "Return", Words: "irr npv", Note: "What comes back of the assets at the start, at book value, and of what the operator spends. Of free cash flow before interest, within the scenario.",
		Shows: Cells{
			{Title: "Net present value", Figure: Figure{Measure: "net_present_value"}, Judged: true},
			{Title: "Internal rate of return", Figure: Figure{Measure: "internal_rate_of_return", Absent: "Not earned within the scenario"}, Judged: true,
				Note: []Sentence{{Phrase: Phrase{"modified %s", []Figure{{Measure: "modified_rate_of_return"}}}}}},
			{Title: "Payback", Figure: Figure{Measure: "payback", Absent: "Not within the scenario"}, Judged: true,
				Note: []Sentence{{Phrase: Phrase{"discounted %s", []Figure{{Measure: "discounted_payback"}}}}}},
		}},
	{Name: "return-on-capital", Title: "Return on capital", Note: "Operating income of the last 12 months, after tax, over the mean of the fixed assets, beside what debt costs.",
		Shows: Chart{Lines: []Line{{Row: "operator.return_on_invested_capital", Role: Result}, {Row: "operator.cost_of_debt", Role: Debt}}}},
	{Name: "fleet-payback", Title: "Payback of a GPU", Needs: []string{"fleet"}, Note: "In the month looked at: what a GPU with its infrastructure costs, and how long it takes to earn that, let all the time.",
		Shows: Table{Columns: []string{"Cost", "At the tenants' price", "At the market price"},
			Rows: []TableRow{{Each: "fleet", Cells: []Figure{{Row: "fleet.unit_cost"}, {Row: "fleet.payback", Absent: "nothing let, or no margin"}, {Row: "fleet.payback_at_market", Absent: "no margin"}}}}}},
	{Name: "useful-life", Title: "Operating income by useful life", Needs: []string{"operator.depreciable"}, Note: "Operating income if what is bought in the scenario were depreciated over 3, 4, 5 or 6 years, everything else as it is.",
		Shows: Statement(usefulLifeLines())},
	{Name: "listings", Title: "Way to the listing", Needs: []string{"company"}, Note: "Of each company the days of its filings, its roadshow and its first day of trading.",
		Shows: Events{
			{Title: "Confidential filing", Figure: Figure{Input: "company.confidential_filing"}, Each: "company", Role: Filing},
			{Title: "Public filing", Figure: Figure{Row: "company.public_filing_day"}, Each: "company", Role: Filing},
			{Title: "Earliest roadshow by law", Figure: Figure{Row: "company.earliest_roadshow_day"}, Each: "company", Role: Limit},
			{Title: "Roadshow", Figure: Figure{Row: "company.roadshow_day"}, Each: "company", Role: Filing},
			{Title: "Pricing", Figure: Figure{Row: "company.pricing_day"}, Each: "company", Role: Filing},
			{Title: "Listing", Figure: Figure{Row: "company.listing_day"}, Each: "company", Role: Result},
		}},
	{Name: "cost-of-delay", Title: "Listing and its delay", Needs: []string{"company"}, Note: "In which order the companies list, what they get, and what waiting costs them.",
		Shows: Table{
			Columns: []string{"Place", "Listing", "Delay", "Valuation", "Proceeds", "Proceeds lost", "Cost of the delay"},
			Rows: []TableRow{{Each: "company", Cells: []Figure{
				{Measure: "listing.rank"}, {Measure: "listing.day"}, {Row: "company.delay_days"}, {Row: "company.valuation_at_listing"}, {Row: "company.net_proceeds"},
				{Measure: "listing.proceeds_lost"}, {Measure: "listing.cost_of_delay"},
			}}},
		}},
	{Name: "bridge", Title: "Interest of the bridge", Needs: []string{"company.bridge_interest"}, Note: "What the companies pay each month while they wait for their listing.",
		Shows: Statement{{Each: "company", Of: []Line{{Row: "company.bridge_interest"}, {Row: "company.proceeds_received"}}}}},
}

// usefulLifeLines are operating income by life, each made of what it was and the
// depreciation that is exchanged.
func usefulLifeLines() []Line {
	lines := []Line{{Row: "operator.operating_income", Role: Result}}
	for _, life := range usefulLives {
		lines = append(lines, Line{Row: "operator.operating_income_over_" + life.words, Role: Profit})
	}
	return lines
}
