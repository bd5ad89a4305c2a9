package model

import "strings"

// breakEvenSentences say when operating income reaches zero and whether it stays there,
// by the month and over 12 months, which differ.
var breakEvenSentences = []Sentence{
	{Phrase: Phrase{"Operating income of a month reaches zero in %s, is below it again in %s after %s, and stays at or above it from %s; over 12 months it does from %s.",
		[]Figure{{Measure: "break_even.operating_income.first"}, {Measure: "break_even.operating_income.months_below"}, {Measure: "break_even.operating_income.until"},
			{Measure: "break_even.operating_income.lasting"}, {Measure: "break_even.operating_income_of_12_months.lasting"}}}},
	{Phrase: Phrase{"Operating income of a month reaches zero in %s and falls below it again after %s; over 12 months it stays at or above it from %s.",
		[]Figure{{Measure: "break_even.operating_income.first"}, {Measure: "break_even.operating_income.until"}, {Measure: "break_even.operating_income_of_12_months.lasting"}}}},
	{Phrase: Phrase{"Operating income of a month reaches zero in %s, is below it again in %s after %s, and stays at or above it from %s.",
		[]Figure{{Measure: "break_even.operating_income.first"}, {Measure: "break_even.operating_income.months_below"}, {Measure: "break_even.operating_income.until"},
			{Measure: "break_even.operating_income.lasting"}}}},
	{Phrase: Phrase{"Operating income reaches zero in %s and holds it for %s, until a lease ends with %s.",
		[]Figure{{Measure: "break_even.operating_income.first"}, {Measure: "break_even.operating_income.months"}, {Measure: "break_even.operating_income.until"}}},
		Where: []Figure{{Measure: "break_even.operating_income.ends_with_lease"}}},
	{Phrase: Phrase{"Operating income of a month reaches zero in %s and holds it for %s, to %s; over 12 months it reaches zero in %s and does not stay there.",
		[]Figure{{Measure: "break_even.operating_income.first"}, {Measure: "break_even.operating_income.months"}, {Measure: "break_even.operating_income.until"}, {Measure: "break_even.operating_income_of_12_months.first"}}}},
	{Phrase: Phrase{"Operating income of a month reaches zero in %s and holds it for %s, to %s.",
		[]Figure{{Measure: "break_even.operating_income.first"}, {Measure: "break_even.operating_income.months"}, {Measure: "break_even.operating_income.until"}}}},
	{Phrase: Phrase{"Operating income is at or above zero from %s on; over 12 months it is from %s on.",
		[]Figure{{Measure: "break_even.operating_income.lasting"}, {Measure: "break_even.operating_income_of_12_months.lasting"}}}},
	{Phrase: Phrase{"Operating income is at or above zero from %s on.", []Figure{{Measure: "break_even.operating_income.lasting"}}}},
	{Phrase: Phrase{"Operating income does not reach zero within the scenario; in the best 12 months, to %s, the leases bring it %s of the way there.",
		[]Figure{{Measure: "break_even.operating_income_of_12_months.way_month"}, {Measure: "break_even.operating_income_of_12_months.way"}}},
		Where: []Figure{{Measure: "break_even.operating_income_of_12_months.way"}}},
	{Phrase: Phrase{"Operating income does not reach zero within the scenario; in the best month, %s, the leases bring it %s of the way there.",
		[]Figure{{Measure: "break_even.operating_income.way_month"}, {Measure: "break_even.operating_income.way"}}},
		Where: []Figure{{Measure: "break_even.operating_income.way"}}},
	{Phrase: Phrase{"Operating income does not reach zero within the scenario, to %s.", []Figure{{Month: LastMonth}}}},
}

// What a scenario comes to.
var headlineViews = []View{
	{Name: "answer", Title: "Answer", Note: "What the scenario comes to, in words, and what it would take.", Takes: &breakEvenTakes,
		Shows: Answer{
			{Ways: []Sentence{
				{Phrase: Phrase{"While the leases run, they turn an operating result of %s into %s.", []Figure{{Measure: "deal.operating_income.without"}, {Measure: "deal.operating_income.with"}}},
					Where: []Figure{{Measure: "deal.operating_income.covered"}, {Measure: "deal.operating_income.with"}}},
				{Phrase: Phrase{"While the leases run, they cover %s of the operating loss that there would be without them.", []Figure{{Measure: "deal.operating_income.covered"}}},
					Where: []Figure{{Measure: "deal.operating_income.covered"}}},
				{Phrase: Phrase{"While the leases run, they add %s to operating income.", []Figure{{Measure: "deal.operating_income.added"}}},
					Where: []Figure{{Measure: "deal.operating_income.added"}}},
				// What the operator would earn with the GPUs itself may be more than the rent.
				{Phrase: Phrase{"While the leases run, they change operating income by %s.", []Figure{{Measure: "deal.operating_income.added"}}},
					Where: []Figure{{Measure: "tenant.gpus"}}},
			}},
			{Ways: []Sentence{
				{Phrase: Phrase{"The leases turn an operating cash flow of %s into %s.", []Figure{{Measure: "deal.operating_cash_flow.without"}, {Measure: "deal.operating_cash_flow.with"}}},
					Where: []Figure{{Measure: "deal.operating_cash_flow.covered"}, {Measure: "deal.operating_cash_flow.with"}}},
				{Phrase: Phrase{"The leases cover %s of the cash that operations would lose without them.", []Figure{{Measure: "deal.operating_cash_flow.covered"}}},
					Where: []Figure{{Measure: "deal.operating_cash_flow.covered"}}},
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
				{Phrase: Phrase{"Let to %s then: a powered shell for %s, %s of critical IT power, for a fee of %s, %s.",
					[]Figure{{Thing: "lease"}, {Row: "lease.gpus_delivered"}, {Row: "lease.megawatts_agreed"}, {Row: "lease.fee_billed"}, {Row: "lease.rent_per_kilowatt"}}},
					Where: []Figure{{Row: "lease.gpus_delivered"}, {Row: "lease.of_shell"}}},
				{Phrase: Phrase{"Let to %s then: %s, for a fee of %s, %s.", []Figure{{Thing: "lease"}, {Row: "lease.gpus_delivered"}, {Row: "lease.fee_billed"}, {Row: "lease.price_per_gpu_hour"}}},
					Where: []Figure{{Row: "lease.gpus_delivered"}}},
				{Phrase: Phrase{"Let to %s then: %s.", []Figure{{Thing: "lease"}, {Row: "lease.gpus_delivered"}}},
					Where: []Figure{{Row: "lease.gpus_delivered"}}},
				{Phrase: Phrase{"Let to %s then: no GPUs.", []Figure{{Thing: "lease"}}}},
			}},
			{Ways: []Sentence{
				{Phrase: Phrase{"Tenants hold up to %s, %s of what can be used, at %s on average.", []Figure{{Measure: "tenant.gpus"}, {Measure: "tenant.share"}, {Measure: "price_per_gpu_hour"}}},
					Where: []Figure{{Measure: "tenant.gpus"}}},
				{Phrase: Phrase{"Tenants hold up to %s, %s of what can be used.", []Figure{{Measure: "tenant.gpus"}, {Measure: "tenant.share"}}},
					Where: []Figure{{Measure: "tenant.gpus"}}},
				{Phrase: Phrase{Text: "Nothing is let."}},
			}},
			{Ways: []Sentence{{Phrase: Phrase{"Free cash flow to %s comes to %s.", []Figure{{Month: LastMonth}, {Measure: "free_cash_flow.cumulative"}}}}}},
			{Ways: []Sentence{
				{Phrase: Phrase{"In the worst 12 months, to %s, or as many as there are, the company's cash flow covers all debt service %s times.", []Figure{{Measure: "debt.dscr_12_months.minimum_month"}, {Measure: "debt.dscr_12_months.minimum"}}},
					Where: []Figure{{Measure: "debt.dscr_12_months.minimum"}}},
				{Phrase: Phrase{"In the worst 12 months, to %s, or as many as there are, the company has no cash flow to serve its debt.", []Figure{{Measure: "debt.dscr_12_months.minimum_month"}}}},
			}},
			{Each: "tranche", Ways: []Sentence{{Phrase: Phrase{"A covenant of %s is first broken in %s.", []Figure{{Thing: "tranche"}, {Measure: "debt.covenant_breached"}}}}}},
			{Ways: []Sentence{{Phrase: Phrase{"First to list: %s, on %s.", []Figure{{Measure: "listing.first"}, {Measure: "listing.first_day"}}}}}},
			{Each: "company", Ways: []Sentence{{
				Phrase: Phrase{"%s lists %s late, on %s: %s of proceeds are lost, and bridging until then costs %s.",
					[]Figure{{Thing: "company"}, {Row: "company.delay_days"}, {Measure: "listing.day"}, {Measure: "listing.proceeds_lost"}, {Measure: "listing.cost_of_delay"}}},
				Where: []Figure{{Row: "company.delay_days"}, {Measure: "listing.proceeds_lost"}}}}},
			{Ways: []Sentence{{Phrase: Phrase{"Cash is lowest in %s, at %s.", []Figure{{Measure: "cash.minimum_month"}, {Measure: "cash.minimum"}}}}}},
		}},
	{Name: "headline", Title: "Headline figures", Words: "kpi key figures summary", Note: "What the scenario comes to, in figures; those of a month are of the month that is looked at.",
		Shows: Cells{
			{Title: "Operating break-even", Figure: Figure{Measure: "break_even.operating_income.first", Absent: "not reached"},
				Judged: true, Lasts: Figure{Measure: "break_even.operating_income.lasting"},
				Note: []Sentence{
					{Phrase: Phrase{"by the month; over 12 months from %s", []Figure{{Measure: "break_even.operating_income_of_12_months.lasting"}}}},
					{Phrase: Phrase{"by the month; holds from %s", []Figure{{Measure: "break_even.operating_income.lasting"}}}},
					{Phrase: Phrase{"by the month; for %s, until a lease ends with %s", []Figure{{Measure: "break_even.operating_income.months"}, {Measure: "break_even.operating_income.until"}}},
						Where: []Figure{{Measure: "break_even.operating_income.ends_with_lease"}}},
					{Phrase: Phrase{"by the month; for %s, to %s", []Figure{{Measure: "break_even.operating_income.months"}, {Measure: "break_even.operating_income.until"}}}},
					{Phrase: Phrase{"%s of the way in the best 12 months, to %s", []Figure{{Measure: "break_even.operating_income_of_12_months.way"}, {Measure: "break_even.operating_income_of_12_months.way_month"}}},
						Where: []Figure{{Measure: "break_even.operating_income_of_12_months.way"}}},
					{Phrase: Phrase{"%s of the way in the best month, %s", []Figure{{Measure: "break_even.operating_income.way"}, {Measure: "break_even.operating_income.way_month"}}},
						Where: []Figure{{Measure: "break_even.operating_income.way"}}},
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
	{Name: "deal-worth", Title: "What the leases are worth", Needs: []string{"lease"}, Note: "Net present value is of what the leases add to free cash flow before interest, with assets and costs that are there anyway on neither side. Rate, payback and share are of what tenants pay, less its costs, on the assets that they use: those at the start at book value, and what is bought for the sites.",
		Shows: Cells{
			{Title: "Net present value", Figure: Figure{Measure: "deal.net_present_value"}, Judged: true},
			{Title: "Rate of return", Figure: Figure{Measure: "deal.internal_rate_of_return", Absent: "Not earned within the scenario"}},
			{Title: "Payback", Figure: Figure{Measure: "deal.payback", Absent: "Not within the scenario"}},
			{Title: "Earned back", Figure: Figure{Measure: "deal.multiple", Absent: "They use no assets"}, Note: []Sentence{{Phrase: Phrase{"of the assets, to %s", []Figure{{Month: LastMonth}}}}}},
		}},
	{Name: "own-rows", Title: "Rows of this scenario", Note: "The rows that the scenario adds to the model, in the month that is looked at.",
		Shows: Table{Columns: []string{"Value"}, Rows: []TableRow{{Own: true}}}},
	{Name: "break-even", Title: "Break-even by measure", Words: "profitable", Note: "When each result of a month is first at or above zero, until when and for how long it stays there, and from when on the sum of 12 months does to the end. The five are never mixed.",
		Shows: Table{Columns: []string{"First", "Until", "For", "12 months from"}, Rows: resultRows(func(result string) []Figure {
			return []Figure{{Measure: result + ".first", Absent: "not reached"}, {Measure: result + ".until", Absent: "to the end", Beside: result + ".first"}, {Measure: result + ".months"}, {Measure: result + "_of_12_months.lasting"}}
		})}},
	{Name: "break-even-to-the-end", Title: "Break-even that lasts, and how near it comes", Note: "From when on each result stays at or above zero to the end of the scenario, by the month and over the last 3 and 12 months; and of the loss that there would be without the leases, the share that they cover in the best month and 12 months.",
		Shows: Table{Columns: []string{"Month from", "3 months from", "12 months from", "Best month", "Best 12 months"}, Rows: resultRows(func(result string) []Figure {
			return []Figure{{Measure: result + ".lasting", Absent: "not to the end"}, {Measure: result + "_of_3_months.lasting", Absent: "not to the end"}, {Measure: result + "_of_12_months.lasting", Absent: "not to the end"},
				{Measure: result + ".way"}, {Measure: result + "_of_12_months.way"}}
		})}},
}

// resultRows are a row for each of the results, with cells of its break-even.
func resultRows(cells func(result string) []Figure) []TableRow {
	var rows []TableRow
	for _, line := range resultLines {
		_, result, _ := strings.Cut(line.Row, ".")
		rows = append(rows, TableRow{Role: line.Role, Row: line.Row, Cells: cells("break_even." + result)})
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
