package model

// What the GPU fleets are worth to a lender.
var collateralRows = []Row{
	{Name: "fleet.unit_cost", Unit: "USD/GPU", Kind: Monthly, Formula: "when(residual_basis == residual_basis.given, cost_when_new, gpu_price + infrastructure_price)",
		Note: "Cost of a GPU when new: as given for its residual value, else its price with its infrastructure."},
	{Name: "fleet.cost_added", Unit: "USD", Kind: Flow, Formula: "gpus_added * unit_cost",
		Note: "Cost of the month's deliveries, whoever's capital expenditure contains it."},
	{Name: "fleet.opening_cost", Unit: "USD", Kind: Opening, Formula: "prev(opening_cost, when(go_live < 0, gpus_installed * unit_cost, 0))",
		Note: "Cost of the GPUs that ran before the scenario, when new."},
	{Name: "fleet.depreciated_cost", Unit: "USD", Kind: Balance, Formula: `when(gpus_installed > 0, cum(cost_added) -
    cum(straight_line(cost_added, whole_months(operator.server_life))) +
    opening_cost * max(0, 1 - (month - go_live + month(1)) / whole_months(operator.server_life)), 0)`,
		Note: "Cost less straight-line depreciation over the life of servers, from the go-live; nothing once retired."},
	{Name: "operator.equipment_value", title: "GPU fleets at depreciated cost", Unit: "USD", Kind: Balance, Formula: "sum(fleet.depreciated_cost)",
		Note: "What lenders of GPU-backed debt have as collateral."},
}

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
	{Name: "tranche.on_fleets", Unit: "bool", Kind: Flag, Formula: "secured_on == secured_on.leases && collateral == collateral.serviced",
		Note: "The GPU fleets secure it, with all debt that they secure."},
	{Name: "tranche.lent_against", title: "Collateral that can be lent against", Unit: "USD", Kind: Balance, Formula: `when(collateral == collateral.given,
    collateral_value * max(0, 1 - max(0, month - start) / whole_months(collateral_life)),
    operator.equipment_value)`,
		Note: "The given collateral, written down from the first drawing, or the GPU fleets."},
	{Name: "tranche.collateral_worth", title: "Collateral", Unit: "USD", Kind: Balance, Formula: "when(on_fleets || collateral == collateral.given, lent_against, operator.fixed_assets)",
		Note: "What secures it, at depreciated cost."},
	{Name: "tranche.debt_on_collateral", Unit: "USD", Kind: Balance, Formula: `balance + when(on_fleets, before(when(on_fleets, balance, 0)),
    when(collateral == collateral.given, 0, before(balance)))`,
		Note: "This debt and that before it on the same collateral; a given one secures this debt alone."},
	{Name: "tranche.loan_to_value", title: "Loan to value", Unit: "1", Kind: Balance, Percent: true, Formula: "debt_on_collateral / collateral_worth",
		Note: "This debt and the debt before it on the same collateral, over its depreciated cost; absent without collateral."},
	{Name: "tranche.room_to_borrow", Unit: "USD", Kind: Balance, Formula: "when(loan_to_value_covenant > 0, loan_to_value_covenant * collateral_worth - debt_on_collateral, 0)",
		Note: "How much more this debt could be within its loan-to-value covenant; negative in breach, zero without one."},
	{Name: "tranche.covenant_breached", Unit: "bool", Kind: Flag, Formula: "coverage_covenant > 0 && dscr_12_months < coverage_covenant || balance > 0 && room_to_borrow < 0",
		Note: "A covenant is broken. It is shown and changes nothing else."},
}
