package model

// What the whole company earns for its lenders, owes and pays them.
var debtRows = []Row{
	{Name: "operator.opening_debt", title: "Debt at the start", Unit: "USD", Kind: Opening, Formula: "sum(tranche.opening_balance)",
		Note: "Owed when the scenario begins."},
	{Name: "operator.lease_cash_kept", title: "Received from tenants, without deposits", Unit: "USD", Kind: Flow, Formula: "lease_cash_received - tenant_deposits + prev(tenant_deposits)",
		Note: "A deposit is the tenant's and serves no debt; what a default forfeits counts when it does."},
	{Name: "operator.lease_cfads", title: "Cash flow available for debt service, leases only", Unit: "USD", Kind: Flow, Formula: "lease_cash_kept - running_costs",
		Note: "Cash flow available for debt service of debt that looks to the leases only: what tenants pay, without deposits, less what the sites and the leases' revenue cost."},
	{Name: "operator.contracted_cfads", title: "Contracted cash flow available for debt service", Unit: "USD", Kind: Flow, Formula: "sum(lease.committed_cash) - running_costs",
		Note: "What tenants are bound to pay, as signed, less what the sites and the leases' revenue cost."},
	{Name: "operator.sizing_cfads", title: "Cash flow available for debt service, for sizing", Unit: "USD", Kind: Flow, Formula: `own_collected - own_paid + lease_cash_kept - running_costs -
    own_capital_expenditure * maintenance_share - unlevered_tax_paid`,
		Note: "Cash flow available for debt service by which debt of the whole company is sized: operating cash flow before interest, less maintenance and the tax that would be due without debt. Tax after interest would depend on the debt that is to be sized."},
	{Name: "operator.cfads", title: "Cash flow available for debt service", Unit: "USD", Kind: Flow, Formula: `own_collected - own_paid + lease_cash_kept - running_costs -
    own_capital_expenditure * maintenance_share - tax_paid`,
		Note: "Cash flow available for debt service: operating cash flow before interest, less maintenance and tax paid."},
	{Name: "operator.spare_cash", Unit: "USD", Kind: Opening, Formula: "max(0, prev(free_cash, opening_cash) - minimum_cash)",
		Note: "Free cash above its minimum at the end of the month before: what sweeps and distributions take from."},
	{Name: "operator.total_debt", Unit: "USD", Kind: Balance, Formula: "sum(tranche.balance)",
		Note: "Owed at the end of the month, before issue costs."},
	{Name: "operator.debt_issued", Unit: "USD", Kind: Flow, Formula: "sum(tranche.draw - tranche.issue_cost)",
		Note: "Cash from debt, after fees and discount."},
	{Name: "operator.debt_repaid", Unit: "USD", Kind: Flow, Formula: "sum(tranche.repaid + tranche.prepaid)",
		Note: "Scheduled repayments and prepayments."},
	{Name: "operator.debt_interest", title: "Interest and issue costs of debt", Unit: "USD", Kind: Flow, Formula: "sum(tranche.interest + tranche.issue_cost_amortised)",
		Note: "Interest incurred, with amortised issue costs."},
	{Name: "operator.interest_paid", Unit: "USD", Kind: Flow, Formula: "sum(tranche.interest_paid)",
		Note: "Interest in cash, capitalised or not."},
	{Name: "operator.commitment_fees", Unit: "USD", Kind: Flow, Formula: "sum(tranche.commitment_fee)",
		Note: "For debt that is not drawn, in cash."},
	{Name: "operator.debt_service", Unit: "USD", Kind: Flow, Formula: "sum(tranche.debt_service)",
		Note: "Scheduled interest, commitment fees and repayment in cash."},
	{Name: "operator.cfads_under_debt", title: "Cash flow available while there is debt", Unit: "USD", Kind: Flow, Formula: "when(debt_owed > 0 || debt_service > 0, cfads, 0)",
		Note: "CFADS of the months that begin with debt or have debt service."},
	{Name: "operator.dscr_12_months", title: "Debt service coverage ratio, 12 months", Unit: "1", Kind: Balance, Formula: `when(debt_owed > 0 || debt_service > 0, vintage(cfads_under_debt, month(12)) /
    vintage(debt_service, month(12)), absent)`,
		Note: "All debt, over the last 12 months, or since it began; absent without debt service, and once the debt is repaid."},
	{Name: "operator.dscr", title: "Debt service coverage ratio", Unit: "1", Kind: Rate, By: "operator.debt_service", Over: "operator.cfads", Formula: "when(debt_service > 0, cfads / debt_service, 0 / debt_service)",
		Note: "CFADS of the whole company over all debt service; absent without debt service."},
}
