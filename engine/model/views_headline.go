package model

import "strings"

// The results whose break-even is told; they are never mixed.
var resultLines = []Line{
	{Row: "operator.adjusted_ebitda", Role: Earnings},
	{Row: "operator.operating_income", Role: Result},
	{Row: "operator.net_income", Role: Profit},
	{Row: "operator.operating_cash_flow", Role: Cash},
	{Row: "operator.free_cash_flow", Role: FreeCash},
}

// breakEvenSentences say when operating income reaches zero and whether it stays there,
// by the month and over 12 months, which differ.
var breakEvenSentences = []Sentence{
	{Phrase: Phrase{"Operating income of a month reaches zero in %s, falls below it again after %s and stays at or above it from %s; over 12 months it does from %s.",
		[]Figure{{Measure: "break_even.operating_income.first"}, {Measure: "break_even.operating_income.until"}, {Measure: "break_even.operating_income.lasting"}, {Measure: "break_even.operating_income_of_12_months.lasting"}}}},
	{Phrase: Phrase{"Operating income of a month reaches zero in %s and falls below it again after %s; over 12 months it stays at or above it from %s.",
		[]Figure{{Measure: "break_even.operating_income.first"}, {Measure: "break_even.operating_income.until"}, {Measure: "break_even.operating_income_of_12_months.lasting"}}}},
	{Phrase: Phrase{"Operating income of a month reaches zero in %s, falls below it again after %s and stays at or above it from %s.",
		[]Figure{{Measure: "break_even.operating_income.first"}, {Measure: "break_even.operating_income.until"}, {Measure: "break_even.operating_income.lasting"}}}},
	{Phrase: Phrase{"Operating income of a month reaches zero in %s and falls below it again after %s; over 12 months it reaches zero in %s and does not stay there.",
		[]Figure{{Measure: "break_even.operating_income.first"}, {Measure: "break_even.operating_income.until"}, {Measure: "break_even.operating_income_of_12_months.first"}}}},
	{Phrase: Phrase{"Operating income of a month reaches zero in %s and falls below it again after %s.",
		[]Figure{{Measure: "break_even.operating_income.first"}, {Measure: "break_even.operating_income.until"}}}},
	{Phrase: Phrase{"Operating income is at or above zero from %s on; over 12 months it is from %s on.",
		[]Figure{{Measure: "break_even.operating_income.lasting"}, {Measure: "break_even.operating_income_of_12_months.lasting"}}}},
	{Phrase: Phrase{"Operating income is at or above zero from %s on.", []Figure{{Measure: "break_even.operating_income.lasting"}}}},
	{Phrase: Phrase{"Operating income does not reach zero within the scenario, to %s.", []Figure{{Month: LastMonth}}}},
}

// What a scenario comes to.
var headlineViews = []View{
	{Name: "answer", Title: "Answer", Note: "What the scenario comes to, in words.",
		Shows: Answer{
			{Ways: []Sentence{
				{Phrase: Phrase{"While the leases run, they turn an operating result of %s into %s.", []Figure{{Measure: "deal.operating_income.without"}, {Measure: "deal.operating_income.with"}}},
					Where: []Figure{{Measure: "deal.operating_income.covered"}, {Measure: "deal.operating_income.with"}}},
				{Phrase: Phrase{"While the leases run, they cover %s of the operating loss that there would be without them.", []Figure{{Measure: "deal.operating_income.covered"}}}},
				{Phrase: Phrase{"While the leases run, they add %s to operating income.", []Figure{{Measure: "deal.operating_income.added"}}}},
			}},
			{Ways: []Sentence{
				{Phrase: Phrase{"They turn an operating cash flow of %s into %s.", []Figure{{Measure: "deal.operating_cash_flow.without"}, {Measure: "deal.operating_cash_flow.with"}}},
					Where: []Figure{{Measure: "deal.operating_cash_flow.covered"}, {Measure: "deal.operating_cash_flow.with"}}},
				{Phrase: Phrase{"They cover %s of the cash that operations would lose without them.", []Figure{{Measure: "deal.operating_cash_flow.covered"}}}},
			}},
			{Ways: breakEvenSentences},
			{Ways: []Sentence{
				{Phrase: Phrase{"In %s operating income is %s, at a lease revenue of %s; %s is needed to break even.",
					[]Figure{{Month: LookedAt}, {Row: "operator.operating_income"}, {Row: "operator.lease_revenue"}, {Row: "operator.lease_revenue_needed"}}},
					Where: []Figure{{Row: "operator.lease_revenue"}, {Row: "operator.lease_revenue_needed"}}},
				{Phrase: Phrase{"In %s operating income is %s; a lease revenue of %s is needed to break even.",
					[]Figure{{Month: LookedAt}, {Row: "operator.operating_income"}, {Row: "operator.lease_revenue_needed"}}},
					Where: []Figure{{Row: "operator.lease_revenue_needed"}}},
				{Phrase: Phrase{"In %s operating income is %s.", []Figure{{Month: LookedAt}, {Row: "operator.operating_income"}}}},
			}},
			{Each: "lease", Ways: []Sentence{
				{Phrase: Phrase{"Let again after %s then: %s, for %s, %s.", []Figure{{Thing: "lease"}, {Row: "lease.gpus_delivered"}, {Row: "lease.relet_revenue"}, {Row: "lease.price_per_gpu_hour"}}},
					Where: []Figure{{Row: "lease.relet_revenue"}}},
				{Phrase: Phrase{"Let to %s then: %s, billed %s, %s.", []Figure{{Thing: "lease"}, {Row: "lease.gpus_delivered"}, {Row: "lease.fee_billed"}, {Row: "lease.price_per_gpu_hour"}}},
					Where: []Figure{{Row: "lease.gpus_delivered"}}},
				{Phrase: Phrase{"Let to %s then: %s.", []Figure{{Thing: "lease"}, {Row: "lease.gpus_delivered"}}},
					Where: []Figure{{Row: "lease.gpus_delivered"}}},
				{Phrase: Phrase{"Let to %s then: no GPUs.", []Figure{{Thing: "lease"}}}},
			}},
			{Ways: []Sentence{
				{Phrase: Phrase{"Tenants hold up to %s, %s of what can be used, at %s on average.", []Figure{{Measure: "tenant.gpus"}, {Measure: "tenant.share"}, {Measure: "price_per_gpu_hour"}}},
					Where: []Figure{{Measure: "tenant.gpus"}}},
				{Phrase: Phrase{Text: "Nothing is let."}},
			}},
			{Ways: []Sentence{{Phrase: Phrase{"Free cash flow to %s comes to %s.", []Figure{{Month: LastMonth}, {Measure: "free_cash_flow.cumulative"}}}}}},
			{Ways: []Sentence{{Phrase: Phrase{"The company's cash flow covers the debt service of the scenario's worst year, from %s on, %s times.", []Figure{{Measure: "debt.dscr_within.minimum_month"}, {Measure: "debt.dscr_within.minimum"}}}}}},
			{Each: "tranche", Ways: []Sentence{{Phrase: Phrase{"A covenant of %s is first broken in %s.", []Figure{{Thing: "tranche"}, {Measure: "debt.covenant_breached"}}}}}},
			{Ways: []Sentence{{Phrase: Phrase{"First to list: %s, on %s.", []Figure{{Measure: "listing.first"}, {Measure: "listing.first_day"}}}}}},
			{Ways: []Sentence{{Phrase: Phrase{"Cash is lowest in %s, at %s.", []Figure{{Measure: "cash.minimum_month"}, {Measure: "cash.minimum"}}}}}},
		}},
	{Name: "headline", Title: "Headline figures", Note: "What the scenario comes to, in figures; those of a month are of the month that is looked at.",
		Shows: Cells{
			{Title: "Operating break-even", Figure: Figure{Measure: "break_even.operating_income.first", Absent: "not reached"},
				Judged: true, Lasts: Figure{Measure: "break_even.operating_income.lasting"},
				Note: []Sentence{
					{Phrase: Phrase{"by the month; over 12 months from %s", []Figure{{Measure: "break_even.operating_income_of_12_months.lasting"}}}},
					{Phrase: Phrase{"by the month; holds from %s", []Figure{{Measure: "break_even.operating_income.lasting"}}}},
					{Phrase: Phrase{"by the month; holds to %s", []Figure{{Measure: "break_even.operating_income.until"}}}},
					{Phrase: Phrase{"within the scenario, to %s", []Figure{{Month: LastMonth}}}},
				}},
			{Title: "Operating income", Figure: Figure{Row: "operator.operating_income"}, Judged: true,
				Note: []Sentence{{Phrase: Phrase{"in %s", []Figure{{Month: LookedAt}}}}}},
			{Title: "Lease revenue", Figure: Figure{Row: "operator.lease_revenue"},
				Note: []Sentence{{Phrase: Phrase{"%s needed to break even", []Figure{{Row: "operator.lease_revenue_needed"}}}}}},
			{Title: "Cumulative free cash flow", Figure: Figure{Measure: "free_cash_flow.cumulative"}, Judged: true,
				Note: []Sentence{{Phrase: Phrase{"to %s", []Figure{{Month: LastMonth}}}}}},
			{Title: "Tenants hold", Called: []Sentence{{Phrase: Phrase{"%s holds", []Figure{{Thing: "lease"}}}}}, Figure: Figure{Measure: "tenant.gpus"},
				Note: []Sentence{{Phrase: Phrase{"at most; %s of the usable, %s", []Figure{{Measure: "tenant.share"}, {Measure: "tenant.megawatts"}}}}}},
			{Title: "Price", Figure: Figure{Measure: "price_per_gpu_hour"},
				Note: []Sentence{{Phrase: Phrase{Text: "billed, over GPU-hours delivered"}}}},
		}},
	{Name: "deal", Title: "The deal by itself", Needs: []string{"lease"}, Note: "The scenario less the same without the leases, over the months in which they deliver: what each result would be, what the leases add, and the share of the loss that they cover.",
		Shows: Table{Columns: []string{"Without leases", "They add", "With leases", "They cover"}, Rows: dealRows()}},
	{Name: "deal-worth", Title: "What the leases are worth", Needs: []string{"lease"}, Note: "What the leases add to free cash flow before interest within the scenario. GPUs that are paid count on neither side.",
		Shows: Cells{
			{Title: "Net present value", Figure: Figure{Measure: "deal.net_present_value"}, Judged: true},
			{Title: "Rate of return", Figure: Figure{Measure: "deal.internal_rate_of_return", Absent: "No outlay"}},
			{Title: "Payback", Figure: Figure{Measure: "deal.payback", Absent: "No outlay to pay back"}},
		}},
	{Name: "own-rows", Title: "Rows of this scenario", Note: "The rows that the scenario adds to the model, in the month that is looked at.",
		Shows: Table{Columns: []string{"Value"}, Rows: []TableRow{{Own: true}}}},
	{Name: "break-even", Title: "Break-even by measure", Note: "When each result of a month is first at or above zero, until when it stays there, and from when on to the end of the scenario; and from when on that of the last 3 and 12 months is. The five are never mixed.",
		Shows: Table{Columns: []string{"First month", "Holds until", "Holds from", "3 months from", "12 months from"}, Rows: breakEvenRows()}},
}

// breakEvenRows are a row for each of the results.
func breakEvenRows() []TableRow {
	var rows []TableRow
	for _, line := range resultLines {
		_, result, _ := strings.Cut(line.Row, ".")
		rows = append(rows, TableRow{Role: line.Role, Row: line.Row,
			Cells: []Figure{{Measure: "break_even." + result + ".first", Absent: "not reached"}, {Measure: "break_even." + result + ".until"}, {Measure: "break_even." + result + ".lasting"},
				{Measure: "break_even." + result + "_of_3_months.lasting"}, {Measure: "break_even." + result + "_of_12_months.lasting"}}})
	}
	return rows
}

// dealRows are a row for each of the results.
func dealRows() []TableRow {
	var rows []TableRow
	for _, line := range resultLines {
		_, result, _ := strings.Cut(line.Row, ".")
		rows = append(rows, TableRow{Role: line.Role, Row: line.Row,
			Cells: []Figure{{Measure: "deal." + result + ".without"}, {Measure: "deal." + result + ".added"}, {Measure: "deal." + result + ".with"}, {Measure: "deal." + result + ".covered", Absent: "no loss"}}})
	}
	return rows
}
