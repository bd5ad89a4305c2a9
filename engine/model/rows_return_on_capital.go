package model

// usefulLives are the lives that depreciation is told by side by side.
var usefulLives = []struct{ years, months, words string }{
	{"3", "36", "three_years"}, {"4", "48", "four_years"}, {"5", "60", "five_years"}, {"6", "72", "six_years"},
}

// usefulLifeRows are operating income if what the scenario buys lasted as long as
// others say (facts of CoreWeave, Meta, Amazon and critics: the input's sources).
var usefulLifeRows = func() []Row {
	rows := []Row{
		{Name: "operator.depreciable", title: "Servers and new investment placed in service", Unit: "USD", Kind: Flow, Formula: "when(depreciate_new_capital, capital_gone_live, 0) + servers_gone_live",
			Note: "What the life of servers decides, without capitalised interest."},
		{Name: "operator.income_before_them", title: "Operating income before their depreciation", Unit: "USD", Kind: Flow, Formula: "operating_income + new_depreciation + server_depreciation",
			Note: "As if they were not depreciated."},
	}
	for _, life := range usefulLives {
		rows = append(rows, Row{Name: "operator.operating_income_over_" + life.words, title: "Operating income over " + life.years + " years", Unit: "USD", Kind: Flow,
			Formula: "income_before_them - straight_line(depreciable, month(" + life.months + "))",
			Note:    "If servers and new investment were depreciated over " + life.years + " years, none retired before. Assets at the start keep their depreciation."})
	}
	return rows
}()

// What capital brings beside what it costs.
var capitalReturnRows = []Row{
	{Name: "operator.income_of_a_year_after_tax", title: "Operating income of 12 months after tax", Unit: "USD", Kind: Balance, Formula: "operating_income_of_12_months - tax_rate * max(0, operating_income_of_12_months)",
		Note: "Of the last 12 months, less tax at the rate; absent before so many have passed."},
	{Name: "operator.return_on_invested_capital", title: "Return on invested capital (ROIC)", Unit: "1", Kind: Balance, Percent: true, Formula: "income_of_a_year_after_tax / vintage(fixed_assets, month(12)) * 12",
		Note: "Operating income of the last 12 months after tax over the mean book value of the fixed assets; absent before 12 months have passed, and without assets."},
	{Name: "operator.cost_of_debt", Unit: "1", Kind: Balance, Percent: true, Formula: "when(debt_owed > 0, pow(1 + debt_rate, 12) - 1, absent)",
		Note: "Average interest rate of all debt as an effective rate a year; absent without debt."},
	{Name: "site.price_obtained", title: "Price that tenants pay", Unit: "USD/GPU/h", Kind: Monthly, Formula: "sum(lease.billed_for_gpus) / sum(lease.gpu_hours)",
		Note: "Of all tenants of the site; absent while nothing is let."},
	{Name: "site.running_cost_of_a_year", title: "Running cost of a GPU", Unit: "USD/GPU/year", Kind: Monthly, Formula: "cash_costs / gpus_usable / months * month(12) / year(1)",
		Note: "The site's costs of the month for each usable GPU, for twelve months; absent without GPUs."},
	{Name: "fleet.payback", title: "Payback at the tenants' price", Unit: "year", Kind: Monthly, Formula: "years_to_earn(site.price_obtained)",
		Note: "Cost of a GPU with its infrastructure over what it brings a year, let all the time at what the site's tenants pay, less the running cost of a mean GPU. Absent where it brings nothing."},
	{Name: "fleet.payback_at_market", title: "Payback at the market price", Unit: "year", Kind: Monthly, Formula: "years_to_earn(market_price)",
		Note: "The same at the market price of its generation. Absent where it brings nothing."},
}
