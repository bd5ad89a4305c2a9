package model

// What the operator is worth at the end of each month, and what a dollar more
// a month adds to it. Values are of the enterprise, so flows are before interest.
var valueRows = []Row{
	{Name: "operator.unlevered_free_cash_flow", Unit: "USD", Kind: Flow, Formula: `own_collected + lease_cash_received - own_paid - running_costs - unlevered_tax_paid -
    asset_purchases + disposal_proceeds`,
		Note: "Free cash flow before interest, expensed or capitalised, with the tax that would be due without debt: what all who finance the operator share. How it is financed does not change it."},
	{Name: "operator.monthly_discount_rate", Unit: "1", Kind: Monthly, Percent: true, Formula: "pow(1 + discount_rate, 1 / 12) - 1",
		Note: "Rate a month whose effective rate a year is the discount rate."},
	{Name: "operator.mid_month_factor", title: "Mid-month factor", Unit: "1", Kind: Monthly, Formula: "when(discounting == discounting.mid_month, pow(1 + discount_rate, 1 / 24), 1)",
		Note: "What a flow gains by counting half a month earlier; 1 where flows fall at the end of the month."},

	{Name: "lease.revenue_by_the_hour", Unit: "USD", Kind: Flow, Formula: "when(price_basis == price_basis.gpu_hour, fee_billed + straight_line_adjustment, 0) + relet_revenue",
		Note: "Revenue that a longer month makes larger."},
	{Name: "operator.costs_by_the_hour", Unit: "USD", Kind: Flow, Formula: "sum(source.energy_cost) + sum(site.water_cost) + sum(site.carbon_cost)",
		Note: "Costs that a longer month makes larger."},
	{Name: "operator.mean_month_revenue", Unit: "USD", Kind: Monthly, Formula: "revenue + sum(lease.revenue_by_the_hour) * (h(730) / hours - 1)",
		Note: "Revenue as if the month had 365/12 days: what is by the hour in proportion, the rest as it is."},
	{Name: "operator.mean_month_ebitda", title: "EBITDA of the mean month", Unit: "USD", Kind: Monthly, Formula: "adjusted_ebitda + (sum(lease.revenue_by_the_hour) - costs_by_the_hour) * (h(730) / hours - 1)",
		Note: "Adjusted EBITDA, counted alike."},
	{Name: "operator.valued_revenue", Unit: "USD", Kind: Balance, Formula: `pick(multiple_basis, run_rate: mean_month_revenue * 12,
    last_twelve_months: when(month >= month(11), vintage(revenue, month(12)), absent))`,
		Note: "Revenue of a year that a multiple is put on: the month times 12, as if it had 365/12 days, or the last 12 months, absent before 12 have passed."},
	{Name: "operator.valued_ebitda", Unit: "USD", Kind: Balance, Formula: `pick(multiple_basis, run_rate: mean_month_ebitda * 12,
    last_twelve_months: when(month >= month(11), vintage(adjusted_ebitda, month(12)), absent))`,
		Note: "Adjusted EBITDA of a year, counted alike; absent before 12 months have passed."},
	{Name: "operator.value_by_revenue", title: "Value by multiple of revenue", Unit: "USD", Kind: Balance, Formula: "valued_revenue * revenue_multiple",
		Note: "Enterprise value by the multiple of revenue; absent where the revenue of a year is not known."},
	{Name: "operator.value_by_ebitda", title: "Value by multiple of EBITDA", Unit: "USD", Kind: Balance, Formula: "when(valued_ebitda > 0, valued_ebitda * ebitda_multiple, absent)",
		Note: "Enterprise value by the multiple of EBITDA; absent while there is a loss, on which no multiple is paid."},

	{Name: "operator.terminal_flow", Unit: "USD", Kind: Monthly, Formula: "vintage(unlevered_free_cash_flow, month(12)) / min(month / month(1) + 1, 12)",
		Note: "Mean free cash flow of the last 12 months, or of the months so far: what is taken to go on after the scenario."},
	{Name: "operator.terminal_growth_factor", Unit: "1", Kind: Monthly, Formula: `when(discount_rate > terminal_growth, pow(1 + terminal_growth, 1 / 12) /
    (1 + monthly_discount_rate - pow(1 + terminal_growth, 1 / 12)) * mid_month_factor, absent)`,
		Note: "Value of a dollar a month for ever from next month on, growing month by month (Gordon and Shapiro, 1956). It has the timing of the flows, so mid-month it stands at N − ½. Absent if growth is not below the discount rate."},
	{Name: "operator.terminal_value", Unit: "USD", Kind: Balance, Formula: `pick(terminal_value_method, growth: terminal_flow * terminal_growth_factor,
    exit_multiple: value_by_ebitda, none: 0)`,
		Note: "What all flows after this month would be worth if the scenario ended now: by growth, or a sale at the multiple of EBITDA, which is a price paid at N. Absent where that is not defined."},
	{Name: "operator.value_by_cash_flow", title: "Value by discounted cash flow", Unit: "USD", Kind: Balance, Formula: `next((unlevered_free_cash_flow * mid_month_factor + value_by_cash_flow) /
    (1 + monthly_discount_rate), terminal_value)`,
		Note: "Enterprise value by discounted cash flow at the end of the month: all later flows and, at the end of the scenario, the terminal value. The month's own flow is in cash by then. Absent where the terminal value is."},

	{Name: "operator.enterprise_value", Unit: "USD", Kind: Balance, Formula: `pick(valuation_method, revenue: value_by_revenue, ebitda: value_by_ebitda,
    cash_flow: value_by_cash_flow)`,
		Note: "Value of the business by the method chosen, whoever finances it. Absent where that method gives none."},
	{Name: "operator.net_debt", Unit: "USD", Kind: Balance, Formula: "total_debt - cash",
		Note: "Debt less cash at the end of the month; cash that is lacking counts as debt."},
	{Name: "operator.equity_value", Unit: "USD", Kind: Balance, Formula: "enterprise_value - net_debt",
		Note: "What is left for the owners. Absent where there is no enterprise value."},

	{Name: "operator.dollar_a_month_by_revenue", title: "A dollar a month, by revenue", Unit: "USD", Kind: Balance, Formula: "USD(12) * revenue_multiple",
		Note: "What one dollar more of lease revenue in every month adds to the value by the multiple of revenue, on the last 12 months once 12 have passed."},
	{Name: "operator.dollar_a_month_by_ebitda", title: "A dollar a month, by EBITDA", Unit: "USD", Kind: Balance, Formula: "when(valued_ebitda > 0, USD(12) * ebitda_multiple, absent)",
		Note: "What a dollar less of loss in every month adds to the value by the multiple of EBITDA; absent while there is a loss."},
	{Name: "operator.dollar_a_month_by_cash_flow", title: "A dollar a month, by cash flow", Unit: "USD", Kind: Balance, Formula: `next((USD(1) * mid_month_factor + dollar_a_month_by_cash_flow) / (1 + monthly_discount_rate),
    pick(terminal_value_method, growth: USD(1) * terminal_growth_factor,
    exit_multiple: dollar_a_month_by_ebitda, none: 0))`,
		Note: "What a dollar less of loss in every later month adds to the discounted cash flow, before tax and received in the month. Absent where the terminal value is."},
}
