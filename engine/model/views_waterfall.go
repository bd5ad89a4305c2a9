package model

// Where cash goes, and what hangs on whom.
var waterfallViews = []View{
	{Name: "waterfall", Title: "Cash waterfall", Needs: []string{"operator.waterfall_collections"}, Note: "What comes in and in which order it is used: costs, fees, interest, principal, reserves, trap. The residual is the operator's free cash.",
		Shows: Statement{
			{Row: "operator.after_debt_service", Of: []Line{
				{Row: "operator.waterfall_collections"}, {Row: "operator.waterfall_costs", Less: true}, {Row: "operator.waterfall_fees", Less: true},
				{Row: "operator.waterfall_interest", Less: true}, {Row: "operator.waterfall_principal", Less: true},
			}},
			{Row: "operator.waterfall_residual", Role: FreeCash, Carry: true, Of: []Line{
				{Row: "operator.restricted_cash_at_start"},
				{Row: "operator.waterfall_shortfall"},
				{Row: "operator.restricted_cash", Title: "Reserves and trap at the end", Less: true, Of: reserveLines},
			}},
			{Row: "operator.lock_up_dscr", Role: Result},
			{Row: "operator.distributions_blocked"},
		}},
	{Name: "reserves", Title: "Reserves and trap", Needs: []string{"operator.restricted_cash"}, Note: "Cash that is not free, by account, at the end of each month.",
		Shows: Chart{Stack: reserveLines, Total: "operator.restricted_cash", Lines: []Line{{Row: "operator.free_cash", Role: FreeCash}}}},
	{Name: "equity-return", Title: "Distributions and equity return", Needs: []string{"operator.equity_flow"}, Note: "What owners put in and get out within the scenario.",
		Shows: Statement{
			{Row: "operator.equity_flow", Role: Equity, Of: []Line{{Row: "operator.distributions"}, {Row: "operator.equity_paid_in", Less: true}}},
			{Row: "operator.distributable_cash", Role: FreeCash}, {Row: "operator.distributions_blocked"},
			{Row: "operator.equity_multiple"}, {Row: "operator.distribution_yield"},
		}},
	{Name: "sources-and-uses", Title: "Sources and uses of cash", Note: "Where cash comes from and where it goes. Both are equal.",
		Ties: [][2]string{{"operator.sources", "operator.uses"}},
		Shows: Statement{
			{Row: "operator.sources", Of: []Line{
				{Row: "operator.operating_cash_flow"}, {Row: "operator.operating_interest_paid"}, {Row: "operator.investing_interest_received"},
				{Row: "operator.debt_issued"}, {Row: "operator.equity_paid_in"}, {Row: "operator.disposal_proceeds"},
			}},
			{Row: "operator.uses", Of: []Line{
				{Row: "operator.capital_expenditure"}, {Row: "operator.operating_interest_paid"}, {Row: "operator.financing_interest_paid"},
				{Row: "operator.debt_repaid"}, {Row: "operator.distributions"}, {Row: "operator.change_in_cash"},
			}},
			{Row: "operator.free_cash", Role: FreeCash}, {Row: "operator.months_of_cash"},
		}},
	{Name: "concentration", Title: "What hangs on each tenant", Needs: []string{"lease"}, Note: "Each tenant's part of what comes in, how often its cash pays all debt service, and what its default would cost in the month that is looked at.",
		Shows: Table{
			Columns: []string{"Of revenue", "Of the leases' EBITDA", "Pays debt service", "Exposure", "Expected loss"},
			Rows: []TableRow{{Each: "lease", Role: Tenant, Cells: []Figure{
				{Measure: "concentration.revenue"}, {Measure: "concentration.ebitda"}, {Measure: "concentration.debt_service"}, {Row: "lease.exposure"}, {Measure: "credit.expected_loss"},
			}}},
		}},
}

var reserveLines = []Line{
	{Row: "operator.debt_service_reserve", Role: Debt}, {Row: "operator.liquidity_reserve", Role: Cash}, {Row: "operator.power_reserve", Role: Supply}, {Row: "operator.trapped_cash", Role: Limit},
}
