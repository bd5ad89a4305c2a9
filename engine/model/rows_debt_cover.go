package model

// How far cash flow and collateral cover it, and the covenants.
var debtCoverRows = []Row{
	{Name: "tranche.cfads", title: "Cash flow available for debt service", Unit: "USD", Kind: Flow, Formula: "when(secured_on == secured_on.leases, operator.lease_cfads, operator.cfads) - before(debt_service)",
		Note: "What debt listed earlier leaves of the cash flow that this debt looks to."},
	{Name: "tranche.dscr", title: "Debt service coverage ratio", Unit: "1", Kind: Rate, By: "tranche.debt_service", Formula: "when(debt_service > 0, cfads / debt_service, 0 / debt_service)",
		Note: "Debt service coverage ratio of the month; absent without debt service."},
	{Name: "tranche.outstanding", Unit: "bool", Kind: Flag, Formula: "prev(balance, opening_balance) > 0 || debt_service > 0",
		Note: "The month begins with debt or has debt service."},
	{Name: "tranche.cfads_under_debt", title: "Cash flow available while there is debt", Unit: "USD", Kind: Flow, Formula: "when(outstanding, cfads, 0)",
		Note: "CFADS of the months that begin with debt or have debt service: that from before covers none of it."},
	{Name: "tranche.dscr_12_months", title: "Debt service coverage ratio, 12 months", Unit: "1", Kind: Balance, Formula: `when(outstanding, (cum(cfads_under_debt) - lag(cum(cfads_under_debt), month(12))) /
    (cum(debt_service) - lag(cum(debt_service), month(12))), absent)`,
		Note: "Over the last 12 months, or since the debt began; absent without debt service, and once the debt is repaid."},
	{Name: "tranche.cfads_value_to_maturity", title: "Value of cash flow available for debt service, to maturity", Unit: "USD", Kind: Opening, Formula: "when(month > maturity, 0, (cfads + next(cfads_value_to_maturity)) / (1 + month_rate))",
		Note: "At the start of the month, at the debt's own rates."},
	{Name: "tranche.cfads_value", title: "Value of cash flow available for debt service", Unit: "USD", Kind: Opening, Formula: "(cfads + next(cfads_value)) / (1 + month_rate)",
		Note: "At the start of the month, to the end of the scenario."},
	{Name: "tranche.llcr", title: "Loan life coverage ratio", Unit: "1", Kind: Opening, Formula: "cfads_value_to_maturity / prev(balance, opening_balance)",
		Note: "Loan life coverage ratio at the start of the month: value of CFADS to maturity over the balance; absent without debt."},
	{Name: "tranche.plcr", title: "Project life coverage ratio", Unit: "1", Kind: Opening, Formula: "cfads_value / prev(balance, opening_balance)",
		Note: "Project life coverage ratio: the same to the end of the scenario; absent without debt."},
	{Name: "tranche.loan_to_value", title: "Loan to value", Unit: "1", Kind: Balance, Percent: true, Formula: "(before(balance) + balance) / operator.fixed_assets",
		Note: "This debt and the debt before it, over the book value of fixed assets; absent without assets."},
	{Name: "tranche.room_to_borrow", Unit: "USD", Kind: Balance, Formula: `when(loan_to_value_covenant > 0,
    loan_to_value_covenant * operator.fixed_assets - before(balance) - balance, 0)`,
		Note: "How much more this debt could be within its loan-to-value covenant; negative in breach, zero without one."},
	{Name: "tranche.covenant_breached", Unit: "bool", Kind: Flag, Formula: "coverage_covenant > 0 && dscr_12_months < coverage_covenant || balance > 0 && room_to_borrow < 0",
		Note: "A covenant is broken. It is shown and changes nothing else."},
}
