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
    last_twelve_months: adjusted_ebitda_of_12_months)`,
		Note: "Adjusted EBITDA of a year, counted alike; absent before 12 months have passed."},
	{Name: "operator.value_by_revenue", title: "Value by multiple of revenue", Unit: "USD", Kind: Balance, Formula: "valued_revenue * revenue_multiple",
		Note: "Enterprise value by the multiple of revenue; absent where the revenue of a year is not known."},
	{Name: "operator.value_by_ebitda", title: "Value by multiple of EBITDA", Unit: "USD", Kind: Balance, Formula: "when(valued_ebitda > 0, valued_ebitda * ebitda_multiple, absent)",
		Note: "Enterprise value by the multiple of EBITDA; absent while there is a loss, on which no multiple is paid."},

	{Name: "operator.maintenance", title: "Capital spending that keeps capacity", Unit: "USD", Kind: Flow, Formula: "depreciation - interest_depreciation",
		Note: "As much as wears out by the books, without capitalised interest; what is built beyond it is growth."},
	{Name: "operator.normal_flow", title: "Normalised cash flow before tax", Unit: "USD", Kind: Flow, Formula: "adjusted_ebitda - maintenance",
		Note: "Adjusted EBITDA less the capital spending that keeps capacity: no growth, no prepayments, no change of working capital."},
	{Name: "operator.terminal_flow", Unit: "USD", Kind: Monthly, Formula: `max(0, vintage(normal_flow, month(12)) -
    tax_rate * max(0, vintage(normal_flow - stock_compensation, month(12)))) /
    min(month / month(1) + 1, 12)`,
		Note: "Mean normalised cash flow of the last 12 months, or of the months so far, after tax: what is taken to go on after the scenario. Zero where that is a loss, as such a business is closed and not run for ever."},
	{Name: "operator.terminal_growth_factor", Unit: "1", Kind: Monthly, Formula: `when(discount_rate > terminal_growth, pow(1 + terminal_growth, 1 / 12) /
    (1 + monthly_discount_rate - pow(1 + terminal_growth, 1 / 12)) * mid_month_factor, absent)`,
		Note: "Value of a dollar a month for ever from next month on, growing month by month (Gordon and Shapiro, 1956). It has the timing of the flows, so mid-month it stands at N − ½. Absent if growth is not below the discount rate."},
	{Name: "operator.owed_at_end", title: "Owed if the scenario ended now", Unit: "USD", Kind: Balance, Formula: "customer_liabilities + when(month_of_year == 12, 0, unlevered_tax_of_year)",
		Note: "To tenants, and tax without debt on the part of the year so far: what the later flows would have borne."},
	{Name: "operator.terminal_value", Unit: "USD", Kind: Balance, Formula: `pick(terminal_value_method, growth: terminal_flow * terminal_growth_factor,
    exit_multiple: value_by_ebitda, none: 0) - owed_at_end`,
		Note: "What all flows after this month would be worth if the scenario ended now: by growth, or a sale at the multiple of EBITDA, which is a price paid at N; less what is owed then. Absent where that is not defined."},
	{Name: "operator.value_by_cash_flow", title: "Value by discounted cash flow", Unit: "USD", Kind: Balance, Formula: `next((unlevered_free_cash_flow * mid_month_factor + value_by_cash_flow) /
    (1 + monthly_discount_rate), terminal_value)`,
		Note: "Enterprise value by discounted cash flow at the end of the month: all later flows and, at the end of the scenario, the terminal value. The month's own flow is in cash by then. Absent where the terminal value is."},

	{Name: "operator.enterprise_value", Unit: "USD", Kind: Balance, Formula: `pick(valuation_method, revenue: value_by_revenue, ebitda: value_by_ebitda,
    cash_flow: value_by_cash_flow)`,
		Note: "Value of the business by the method chosen, whoever finances it. Absent where that method gives none."},
	{Name: "operator.net_debt", Unit: "USD", Kind: Balance, Formula: "total_debt - cash",
		Note: "Debt less cash at the end of the month; cash that is lacking counts as debt."},
	{Name: "operator.other_claims", title: "Other claims before the owners'", Unit: "USD", Kind: Balance, Formula: `interest_payable +
    when(valuation_method == valuation_method.cash_flow, 0, customer_liabilities + tax_payable)`,
		Note: "Like debt: accrued interest; with a multiple also what tenants have prepaid or deposited and tax that is owed, which a discounted cash flow has in its later flows."},
	{Name: "operator.equity_value", Unit: "USD", Kind: Balance, Formula: "enterprise_value - net_debt - other_claims",
		Note: "What is left for the owners, after debt and what is like it. Absent where there is no enterprise value."},

	{Name: "lease.margin", title: "Margin of the contract", Unit: "USD", Kind: Flow, Formula: `when(active, (fee_billed + power_recovered) * (1 - operator.lease_cost_share) - prepayment_credit -
    share_of_usable * site.cash_costs, 0)`,
		Note: "What is billed under the contract and not prepaid, less what its revenue costs and the site's costs in proportion to the usable GPUs that it has."},
	{Name: "lease.contracted_value", title: "Value of the contract", Unit: "USD", Kind: Balance, Formula: `when(month >= last_month + renewal_months, 0,
    ahead(margin * operator.mid_month_factor + contracted_value) /
    (1 + operator.monthly_discount_rate))`,
		Note: "Discounted margin of all later months of the contract, before tax, as the scenario has them: a notice or default in it ends it."},
	{Name: "lease.months_bound_ahead", title: "Months bound after this one", Unit: "month", Kind: Balance, Formula: "ahead(months_to_exit)",
		Note: "How long the tenant stays bound if it gives notice next month."},
	{Name: "lease.value_of_bound_months", Unit: "1", Kind: Balance, Formula: `operator.mid_month_factor * when(operator.discount_rate > 0.0000001,
    (1 - pow(1 + operator.discount_rate, -(months_bound_ahead / month(12)))) /
    operator.monthly_discount_rate, months_bound_ahead / month(1))`,
		Note: "Present value of a dollar in each of these months."},
	{Name: "lease.enforceable_value", title: "Value that the tenant is bound to", Unit: "USD", Kind: Balance, Formula: `when(!cancellable || contracted_value <= 0, take_or_pay * contracted_value,
    clamp(take_or_pay * ahead(margin) * value_of_bound_months, 0, contracted_value))`,
		Note: "The part of it that stands if the tenant gives notice next month, at that month's margin and its take-or-pay share; all where it cannot leave."},
	{Name: "operator.value_enforceable", title: "Value that tenants are bound to", Unit: "USD", Kind: Balance, Formula: "sum(lease.enforceable_value)",
		Note: "Of all leases, in the value by discounted cash flow."},
	{Name: "operator.value_cancellable", title: "Value contracted that can be cancelled", Unit: "USD", Kind: Balance, Formula: "sum(lease.contracted_value - lease.enforceable_value)",
		Note: "Of all leases, what rests on tenants that may leave."},
	{Name: "operator.value_beyond_contracts", title: "Value beyond the contracts", Unit: "USD", Kind: Balance, Formula: "value_by_cash_flow - value_enforceable - value_cancellable",
		Note: "The rest of the value by discounted cash flow: own business, investment, tax, and what follows the contracts. Where a lease outlasts the scenario, its later months count with the contracts and are taken out of the terminal value here. Absent where the value is."},
	{Name: "operator.fees_at_will", title: "Fees of a year that no tenant is bound to", Unit: "USD", Kind: Monthly, Formula: "sum(max(0, lease.fee_billed * month(12) / months - lease.fee_enforceable))",
		Note: "This month's fees times 12, less what tenants would owe if they gave notice now: what they may cancel, or what ends within the year."},
	{Name: "operator.value_at_will", title: "Value by multiple of revenue, of fees that no tenant is bound to", Unit: "USD", Kind: Balance, Formula: "fees_at_will * revenue_multiple",
		Note: "What the multiple of revenue puts on fees of a year that tenants may cancel, or that end before."},

	{Name: "operator.dollar_a_month_by_revenue", title: "A dollar a month, by revenue", Unit: "USD", Kind: Balance, Formula: "USD(12) * revenue_multiple",
		Note: "What one dollar more of lease revenue in every month adds to the value by the multiple of revenue, on the last 12 months once 12 have passed."},
	{Name: "operator.dollar_a_month_by_ebitda", title: "A dollar a month, by EBITDA", Unit: "USD", Kind: Balance, Formula: "when(valued_ebitda > 0, USD(12) * ebitda_multiple, absent)",
		Note: "What a dollar less of loss in every month adds to the value by the multiple of EBITDA; absent while there is a loss."},
	{Name: "operator.dollar_a_month_by_cash_flow", title: "A dollar a month, by cash flow", Unit: "USD", Kind: Balance, Formula: `next((USD(1) * mid_month_factor + dollar_a_month_by_cash_flow) / (1 + monthly_discount_rate),
    pick(terminal_value_method, growth: when(terminal_flow > 0, USD(1) * terminal_growth_factor, 0),
    exit_multiple: dollar_a_month_by_ebitda, none: 0))`,
		Note: "What a dollar less of loss in every later month adds to the discounted cash flow, before tax and received in the month; after the scenario only where there is a flow that goes on. Absent where the terminal value is."},
}
