package model

// What is borrowed, and whether cash flow carries it.
var debtViews = []View{
	{Name: "debt", Title: "Debt", Words: "loans borrowing", Needs: []string{"tranche"}, Note: "Of each loan or bond what is drawn, repaid and owed, its service, and how far cash flow covers it.",
		Shows: Statement{
			{Each: "tranche", Role: Debt, Of: []Line{
				{Row: "tranche.owed"},
				{Row: "tranche.balance", Role: Debt, Carry: true, Of: []Line{
					{Row: "tranche.draw"}, {Row: "tranche.interest_added"}, {Row: "tranche.repaid", Less: true}, {Row: "tranche.prepaid", Less: true},
				}},
				{Row: "tranche.debt_service", Of: []Line{{Row: "tranche.interest_paid"}, {Row: "tranche.commitment_fee"}, {Row: "tranche.repaid"}, {Row: "tranche.refinanced", Less: true}}},
				{Row: "tranche.cfads_under_debt"},
				{Row: "tranche.dscr"}, {Row: "tranche.dscr_12_months"}, {Row: "tranche.llcr"}, {Row: "tranche.plcr"}, {Row: "tranche.loan_to_value"},
				{Row: "tranche.coverage_headroom"}, {Row: "tranche.room_to_borrow"}, {Row: "tranche.covenant_breached"}, {Row: "tranche.accelerated"},
			}},
			{Row: "operator.total_debt", Role: Debt, Title: "Debt of the operator"},
			{Row: "operator.debt_service", Title: "Debt service of the operator"},
			{Row: "operator.cfads_under_debt", Role: Cash},
			{Row: "operator.dscr", Role: Result},
		}},
	{Name: "debt-cover", Title: "Cover of debt service", Needs: []string{"tranche"}, Note: "Cash flow over debt service of the last 12 months, against the covenant, with the month of the first breach.",
		Shows: Chart{
			Lines:  []Line{{Row: "tranche.dscr_12_months", Each: "tranche", Role: Debt}},
			Limits: []Line{{Input: "tranche.coverage_covenant", Title: "Covenant", Each: "tranche", Role: Limit}},
			Marks:  []Mark{{Title: "breach of a covenant", Measure: "debt.covenant_breached", Each: "tranche"}},
		}},
	{Name: "loan-to-value", Title: "Loan to value", Needs: []string{"tranche"}, Note: "Each debt and the debt before it on the same collateral, over its depreciated cost, against the covenant.",
		Shows: Chart{
			Lines:  []Line{{Row: "tranche.loan_to_value", Each: "tranche", Role: Debt}},
			Limits: []Line{{Input: "tranche.loan_to_value_covenant", Title: "Covenant", Each: "tranche", Role: Limit}},
		}},
	{Name: "owed", Title: "Debt owed", Needs: []string{"tranche"}, Note: "The balances of all debt at the end of each month, stacked.",
		Shows: Chart{Stack: []Line{{Row: "tranche.balance", Each: "tranche", Role: Debt}}, Total: "operator.total_debt", Lines: []Line{{Row: "operator.cash", Role: Cash}}}},
	{Name: "covenants", Title: "Cover and covenants", Needs: []string{"tranche"}, Note: "How cash flow covers each debt to its maturity, after the scenario too where it goes on: at worst over 12 months, or as many as there are, and on average; and when a covenant is first broken.",
		Shows: Table{
			Columns: []string{"Lowest DSCR, 12 months", "To", "Average DSCR", "Covenant", "LLCR", "PLCR", "First breach"},
			Rows: []TableRow{{Each: "tranche", Role: Debt, Cells: []Figure{
				{Measure: "debt.dscr_12_months.minimum"}, {Measure: "debt.dscr_12_months.minimum_month"}, {Measure: "debt.dscr.average"}, {Input: "tranche.coverage_covenant", Absent: "none"},
				{Measure: "debt.llcr"}, {Measure: "debt.plcr"}, {Measure: "debt.covenant_breached"},
			}}},
		}},
}
