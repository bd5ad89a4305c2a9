package model

// The operator's money: a chart and the statements.
var operatorViews = []View{
	{Name: "money", Title: "Money per month", Words: "revenue profit", Note: "Revenue stacked by who pays it, as it is recognised, and the results against zero.",
		Shows: Chart{
			Stack: []Line{{Row: "operator.own_revenue", Role: OwnUse}, {Row: "lease.revenue", Title: "Lease revenue", Each: "lease", Role: Tenant}},
			Total: "operator.revenue",
			Lines: resultLines,
			Marks: []Mark{{Title: "operating break-even", Measure: "break_even.operating_income.first"}},
		}},
	{Name: "income-statement", Title: "Income statement", Words: "profit and loss p&l earnings ebitda", Note: "From revenue to net income. Costs count against the totals.",
		Ties: [][2]string{{"operator.lease_revenue", "lease.revenue"}, {"operator.site_costs", "site.cash_costs"}},
		Shows: Statement{
			{Row: "operator.revenue", Of: []Line{
				{Row: "operator.own_revenue"},
				{Row: "operator.lease_revenue", Of: []Line{{Row: "lease.revenue", Each: "lease", Role: Tenant}}},
			}},
			{Row: "operator.adjusted_ebitda", Role: Earnings, Carry: true, Of: []Line{
				{Row: "operator.own_costs", Less: true},
				{Row: "operator.site_costs", Less: true, Of: siteCosts},
				{Row: "operator.lease_costs", Less: true},
				{Row: "operator.bad_debt", Less: true},
			}},
			{Row: "operator.operating_income", Role: Result, Carry: true, Of: []Line{
				{Row: "operator.stock_compensation", Less: true},
				{Row: "operator.depreciation", Less: true, Of: []Line{
					{Row: "operator.reported_depreciation"}, {Row: "operator.new_depreciation"}, {Row: "operator.interest_depreciation"},
					{Row: "operator.server_depreciation"}, {Row: "operator.plant_depreciation"}, {Row: "operator.building_depreciation"},
				}},
				{Row: "operator.disposal_loss", Less: true},
			}},
			{Row: "operator.pre_tax_income", Carry: true, Of: []Line{
				{Row: "operator.interest_income"},
				{Row: "operator.interest_expense", Less: true, Of: []Line{
					{Row: "operator.debt_interest"}, {Row: "operator.commitment_fees"}, {Row: "operator.lease_financing_interest"},
					{Row: "operator.capitalised_interest", Less: true},
				}},
			}},
			{Row: "operator.net_income", Role: Profit, Carry: true, Of: []Line{
				{Row: "operator.tax_expense", Less: true, Of: []Line{{Row: "operator.current_tax"}, {Row: "operator.deferred_tax"}}},
			}},
		}},
	{Name: "reported", Title: "Reported and computed", Note: "What was reported of quarters or years, what is computed for them, and how they differ. The differences below a total add up to its own.",
		Shows: Reported{
			{Row: "operator.revenue", Of: []Line{
				{Row: "operator.own_revenue"},
				{Row: "operator.lease_revenue", Of: []Line{{Row: "lease.revenue", Each: "lease", Role: Tenant}}},
			}},
			{Row: "operator.adjusted_ebitda", Role: Earnings, Carry: true, Of: []Line{{Row: "operator.cash_costs", Less: true}}},
			{Row: "operator.operating_income", Role: Result, Carry: true, Of: []Line{
				{Row: "operator.non_cash_costs", Less: true, Of: []Line{{Row: "operator.stock_compensation"}, {Row: "operator.depreciation"}}},
				{Row: "operator.disposal_loss", Less: true},
			}},
			{Row: "operator.net_income", Role: Profit},
			{Row: "operator.operating_cash_flow", Role: Cash},
			{Row: "operator.capital_expenditure"},
			{Row: "operator.cash_held"},
			{Row: "operator.total_debt", Role: Debt},
		}},
	{Name: "cash-flow", Title: "Cash flow", Words: "liquidity", Note: "By the direct method: what came in and what was paid. It ends with the cash that the balance sheet has, or, below zero, with its shortfall.",
		Ties: [][2]string{{"operator.operating_cash_flow", "operator.operating_cash_flow_indirect"}},
		Shows: Statement{
			changeOfCash(Line{Row: "operator.operating_cash_flow", Role: Cash, Of: []Line{
				{Row: "operator.own_collected"},
				{Row: "operator.lease_cash_received", Of: []Line{{Row: "lease.cash_received", Each: "lease", Role: Tenant}}},
				{Row: "operator.own_paid", Less: true},
				{Row: "operator.running_costs", Less: true, Of: []Line{{Row: "operator.site_costs"}, {Row: "operator.lease_costs"}}},
				{Row: "operator.operating_interest_paid", Less: true},
				{Row: "operator.operating_interest_received"},
				{Row: "operator.tax_paid", Less: true},
			}}),
			cashAtStart, cashAtEnd, freeCashFlow,
		}},
	{Name: "cash-flow-indirect", Title: "Cash flow, indirect", Note: "By the indirect method: from profit, without what is no cash and without what is not paid yet. It ends with the cash that the balance sheet has, or, below zero, with its shortfall.",
		Ties: [][2]string{{"operator.operating_cash_flow", "operator.operating_cash_flow_indirect"}},
		Shows: Statement{
			changeOfCash(Line{Row: "operator.operating_cash_flow_indirect", Title: "Operating cash flow", Role: Cash, Of: []Line{
				{Row: "operator.reconciled_profit"},
				{Row: "operator.depreciation"},
				{Row: "operator.disposal_loss"},
				{Row: "operator.paid_in_shares"},
				{Row: "operator.interest_reconciled"},
				{Row: "operator.tax_reconciled"},
				{Row: "operator.change_in_receivables", Less: true},
				{Row: "operator.change_in_customer_liabilities"},
				{Row: "operator.change_in_own_receivables", Less: true},
				{Row: "operator.change_in_own_payables"},
			}}),
			cashAtStart, cashAtEnd, freeCashFlow,
		}},
	{Name: "balance-sheet", Title: "Balance sheet", Words: "assets liabilities", Note: "At the end of each period. Its two sides are equal.",
		Ties: [][2]string{{"operator.total_assets", "operator.liabilities_and_equity"}},
		Shows: Statement{
			{Row: "operator.total_assets", Of: []Line{
				{Row: "operator.cash_held", Role: Cash}, {Row: "operator.restricted_cash"}, {Row: "operator.receivables"}, {Row: "operator.accrued_rent"}, {Row: "operator.own_receivables"},
				{Row: "operator.fixed_assets"}, {Row: "operator.deferred_tax_asset"}, {Row: "operator.tax_prepaid"},
			}},
			{Row: "operator.total_liabilities", Of: []Line{
				{Row: "operator.funding_shortfall"}, {Row: "operator.contract_liabilities"}, {Row: "operator.refund_liabilities"}, {Row: "operator.tenant_deposits"},
				{Row: "operator.own_payables"}, {Row: "operator.interest_payable"}, {Row: "operator.tax_payable"},
				{Row: "operator.debt_net", Role: Debt, Of: []Line{{Row: "tranche.balance", Each: "tranche", Role: Debt}, {Row: "operator.issue_costs_left", Less: true}}},
				{Row: "operator.deferred_tax_liability"},
			}},
			{Row: "operator.liabilities_and_equity", Carry: true, Of: []Line{
				{Row: "operator.equity", Role: Equity},
			}},
		}},
	{Name: "equity", Title: "Changes in equity", Note: "How what belongs to the owners comes from that of the period before.",
		Shows: Statement{
			{Row: "operator.equity_at_start"},
			{Row: "operator.equity", Role: Equity, Carry: true, Of: []Line{
				{Row: "operator.net_income"}, {Row: "operator.paid_in_shares"}, {Row: "operator.equity_paid_in"}, {Row: "operator.distributions", Less: true},
			}},
		}},
}

var siteCosts = []Line{
	{Row: "site.power_cost"}, {Row: "site.operations_cost"}, {Row: "site.water_cost"}, {Row: "site.carbon_cost"}, {Row: "site.repair_cost"}, {Row: "site.orbital_operating_cost"},
	{Row: "site.staff_cost"}, {Row: "site.insurance_cost"}, {Row: "site.property_tax"},
}

// What both cash flow statements share.
var (
	investing = Line{Row: "operator.investing_cash_flow", Of: []Line{
		{Row: "operator.investing_interest_received"},
		{Row: "operator.capital_expenditure", Less: true, Of: []Line{
			{Row: "operator.own_capital_expenditure"}, {Row: "operator.server_purchases"}, {Row: "operator.plant_purchases"}, {Row: "operator.building_purchases"},
			{Row: "operator.interest_in_capital_expenditure"},
		}},
		{Row: "operator.disposal_proceeds"},
	}}
	financing = Line{Row: "operator.financing_cash_flow", Of: []Line{
		{Row: "operator.equity_paid_in"},
		{Row: "operator.debt_issued", Of: []Line{{Row: "tranche.draw"}, {Row: "tranche.issue_cost", Less: true}}},
		{Row: "operator.debt_repaid", Less: true, Of: []Line{{Row: "tranche.repaid"}, {Row: "tranche.prepaid"}}},
		{Row: "operator.financing_interest_paid", Less: true},
		{Row: "operator.distributions", Less: true},
	}}
	cashAtStart  = Line{Row: "operator.cash_at_start"}
	cashAtEnd    = Line{Row: "operator.cash", Title: "Cash at the end", Carry: true, Of: []Line{{Row: "operator.change_in_cash"}}}
	freeCashFlow = Line{Row: "operator.free_cash_flow", Role: FreeCash}
)

// changeOfCash is the three cash flows, the operating one by either method.
func changeOfCash(operating Line) Line {
	return Line{Row: "operator.change_in_cash", Of: []Line{operating, investing, financing}}
}
