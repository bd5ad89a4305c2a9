package model

const owners = " Of what owners pay in and get within the scenario; what they hold at its start is sunk."

// What the owners get, when they get nothing, and what hangs on each tenant.
var equityMeasures = []Measure{
	{Name: "distributions.total", Scope: "operator", Title: "Distributions", Unit: "USD", When: "total(distributions) != 0",
		Formula: "total(distributions)",
		Note:    "To the end of the scenario."},
	{Name: "distributions.blocked", Scope: "operator", Title: "Distributions are first blocked", Kind: KindMonth, When: "total(when(distributions_blocked, 1, 0)) != 0",
		Formula: "first(distributions_blocked)",
		Note:    "By the coverage test, a short reserve or a breach."},
	{Name: "equity.irr", Scope: "operator", Title: "Equity IRR, cash alone", Unit: "1", Percent: true, When: "peak(equity_invested) != 0",
		Formula: told("irr(equity_flow)"),
		Note:    "A year, as the internal rate of return." + owners},
	{Name: "equity.irr.with_value", Scope: "operator", Title: "Equity IRR, with the equity's value at the end", Unit: "1", Percent: true, When: "peak(equity_invested) != 0",
		Formula: told("irr(equity_flow + equity_value_at_end)"),
		Note:    "The equity is sold at its value at the end of the last month." + owners},
	{Name: "equity.multiple", Scope: "operator", Title: "Equity multiple", Unit: "1", When: "peak(equity_invested) != 0",
		Formula: "last(equity_multiple)",
		Note:    "Paid to owners over what they paid in." + owners},
	{Name: "equity.cash_yield", Scope: "operator", Title: "Cash yield of equity", Unit: "1", Percent: true, When: "peak(equity_invested) != 0",
		Formula: "last(distribution_yield)",
		Note:    "Paid to owners in the last 12 months over what they paid in."},
	{Name: "credit.expected_loss", Scope: "operator", Whole: true, Title: "Expected loss, all tenants", Unit: "USD", When: "total(sum(lease.expected_loss)) != 0",
		Formula: "total(sum(lease.expected_loss))",
		Note:    "To the end of the leases, not discounted; in no cash flow."},

	{Name: "concentration.revenue", Scope: "lease", Title: "Share of all revenue", Unit: "1", Percent: true,
		Formula: "total(revenue) / total(operator.revenue)",
		Note:    "Over the scenario."},
	{Name: "concentration.ebitda", Scope: "lease", Title: "Share of the leases' EBITDA", Unit: "1", Percent: true,
		Formula: "when(total(operator.leases_ebitda) > 0, total(ebitda) / total(operator.leases_ebitda), absent)",
		Note:    "After the site's costs, in proportion to the GPUs. Over the scenario; absent where all leases together lose, as a part of a loss is no share of what is earned."},
	{Name: "concentration.debt_service", Scope: "lease", Title: "Times that the tenant's cash pays debt service", Unit: "1", Needs: "tranche",
		Formula: "total(cash_for_debt) / total(operator.debt_service)",
		Note:    "How many times its cash after the site's costs pays all debt service, while there is debt."},
	{Name: "credit.expected_loss", Scope: "lease", Whole: true, Title: "Expected loss", Unit: "USD", When: "total(expected_loss) != 0",
		Formula: "total(expected_loss)",
		Note:    "To the end of the leases, not discounted; in no cash flow."},
}
