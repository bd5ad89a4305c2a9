package model

// The cash waterfall: what comes in pays operating costs, fees, interest and
// principal, then fills the reserves, and what is left is trapped or goes on to
// the operator. Every account is settled anew each month out of what all of them
// held and what the month left, in the order of the waterfall: closed algebra,
// since nothing before the residual depends on what is done with it.
var waterfallRows = []Row{
	{Name: "tranche.in_waterfall", Unit: "bool", Kind: Flag, Formula: `operator.waterfall == operator.waterfall.company ||
    operator.waterfall == operator.waterfall.leases && secured_on == secured_on.leases`,
		Note: "The waterfall serves this debt."},
	{Name: "tranche.needs_reserves", Unit: "bool", Kind: Flag, Formula: "in_waterfall && prev(balance, opening_balance) > 0 && month < last_due && !accelerated",
		Note: "Reserves are held for it: until its last month, in which they help to repay it."},
	{Name: "tranche.service_of_month", title: "Debt service of a month", Unit: "USD", Kind: Monthly, Formula: `when(needs_reserves && interest_added == 0,
    prev(balance, opening_balance) * month_rate / year_fraction / 12 +
    when(month == due, 0, repaid), 0)`,
		Note: "What the debt service reserve counts by: a twelfth of a year's interest and the month's scheduled repayment, without what is due at the end of a term."},
	{Name: "operator.waterfall_collections", title: "Collected", Unit: "USD", Kind: Flow, Formula: "pick(waterfall, none: 0, leases: lease_cash_kept, company: lease_cash_kept + own_collected)",
		Note: "Cash that enters the waterfall."},
	{Name: "operator.waterfall_costs", title: "Operating costs", Unit: "USD", Kind: Flow, Formula: `pick(waterfall, none: 0, leases: running_costs,
    company: own_paid + running_costs + own_capital_expenditure * maintenance_share + tax_paid)`,
		Note: "Costs of the sites; in the whole company's also its other costs, maintenance and tax."},
	{Name: "operator.waterfall_fees", title: "Fees of debt", Unit: "USD", Kind: Flow, Formula: "sum(when(tranche.in_waterfall, tranche.commitment_fee, 0))",
		Note: "Commitment fees."},
	{Name: "operator.waterfall_interest", title: "Interest", Unit: "USD", Kind: Flow, Formula: "sum(when(tranche.in_waterfall, tranche.interest_paid, 0))",
		Note: "Interest in cash."},
	{Name: "operator.waterfall_principal", title: "Principal", Unit: "USD", Kind: Flow, Formula: `sum(when(tranche.in_waterfall,
    tranche.repaid - tranche.refinanced + when(tranche.accelerated, tranche.prepaid, 0), 0))`,
		Note: "Scheduled repayment that is not refinanced, and what lenders have called."},
	{Name: "operator.after_debt_service", title: "Left after debt service", Unit: "USD", Kind: Flow, Formula: "waterfall_collections - waterfall_costs - waterfall_fees - waterfall_interest - waterfall_principal",
		Note: "Negative where the month's cash does not cover it."},
	{Name: "operator.reserves_required", title: "Reserves are required", Unit: "bool", Kind: Flag, Formula: "sum(when(tranche.needs_reserves, 1, 0)) > 0",
		Note: "Debt that the waterfall serves is owed."},
	{Name: "operator.debt_service_reserve_required", title: "Debt service reserve, required", Unit: "USD", Kind: Balance, Formula: `debt_service_reserve_months / month(1) * sum(tranche.service_of_month) +
    sum(when(tranche.needs_reserves, tranche.interest_payable, 0))`,
		Note: "Months of debt service at this month's balance and rates, looking no further ahead, and interest that has accrued and is not yet due."},
	{Name: "operator.liquidity_reserve_required", title: "Liquidity reserve, required", Unit: "USD", Kind: Balance, Formula: "when(reserves_required, liquidity_requirement, 0)",
		Note: "As agreed, while debt is owed."},
	{Name: "operator.power_reserve_required", title: "Power reserve, required", Unit: "USD", Kind: Balance, Formula: "when(reserves_required, power_reserve_months / months * sum(site.power_cost), 0)",
		Note: "Months of the sites' power at this month's cost, while debt is owed."},
	{Name: "operator.available_for_reserves", Unit: "USD", Kind: Balance, Formula: "max(0, prev(restricted_cash) + after_debt_service)",
		Note: "What the accounts held and what the month leaves. A shortfall empties the last in order first: the trap, power, liquidity, debt service."},
	{Name: "operator.debt_service_reserve", Unit: "USD", Kind: Balance, Formula: "min(available_for_reserves, debt_service_reserve_required)",
		Note: "Filled first, and drawn last."},
	{Name: "operator.after_debt_service_reserve", Unit: "USD", Kind: Balance, Formula: "available_for_reserves - debt_service_reserve",
		Note: "Left for the reserves that follow."},
	{Name: "operator.liquidity_reserve", Unit: "USD", Kind: Balance, Formula: "min(after_debt_service_reserve, liquidity_reserve_required)",
		Note: "Filled next."},
	{Name: "operator.power_reserve", Unit: "USD", Kind: Balance, Formula: "min(after_debt_service_reserve - liquidity_reserve, power_reserve_required)",
		Note: "Filled last of the reserves."},
	{Name: "operator.after_reserves", title: "Left after the reserves", Unit: "USD", Kind: Balance, Formula: "after_debt_service_reserve - liquidity_reserve - power_reserve",
		Note: "What was trapped before and what is new."},
	{Name: "operator.trapped_cash", Unit: "USD", Kind: Balance, Formula: `when(waterfall != waterfall.none && distributions_blocked &&
    sum(when(tranche.swept_for_breach, 1, 0)) == 0, after_reserves, 0)`,
		Note: "Held back while distributions are blocked, and released when they no longer are, or to the sweep of a debt in breach."},
	{Name: "operator.restricted_cash", Unit: "USD", Kind: Balance, Formula: "debt_service_reserve + liquidity_reserve + power_reserve + trapped_cash",
		Note: "In the reserves and the trap: cash, but not free (ASC 230-10-50-7)."},
	{Name: "operator.restricted_cash_at_start", title: "Reserves and trap at the start", Unit: "USD", Kind: Opening, Formula: "prev(restricted_cash)",
		Note: "At the end of the month before."},
	{Name: "operator.waterfall_shortfall", title: "Shortfall of the waterfall", Unit: "USD", Kind: Flow, Formula: "max(0, -(prev(restricted_cash) + after_debt_service))",
		Note: "What costs and debt service take beyond collections, reserves and trap: the operator's free cash or its lenders pay it."},
	{Name: "operator.waterfall_residual", title: "Residual", Unit: "USD", Kind: Flow, Formula: "after_reserves - trapped_cash",
		Note: "What the waterfall leaves to the operator: free cash."},
	{Name: "operator.free_cash", Unit: "USD", Kind: Balance, Formula: "cash - restricted_cash",
		Note: "Cash without reserves and trap; negative is a shortfall that nobody has funded yet."},
}

// The test that blocks distributions.
var lockUpRows = []Row{
	{Name: "operator.waterfall_service", title: "Debt service in the waterfall", Unit: "USD", Kind: Flow, Formula: "waterfall_fees + waterfall_interest + waterfall_principal",
		Note: "Fees, interest and principal."},
	{Name: "operator.waterfall_in_debt", title: "The waterfall serves debt", Unit: "bool", Kind: Flag, Formula: "sum(when(tranche.in_waterfall && tranche.outstanding, 1, 0)) > 0",
		Note: "The month begins with debt, or has debt service."},
	{Name: "operator.tested_cfads", title: "Cash flow of the lock-up test", Unit: "USD", Kind: Flow, Formula: "when(waterfall_in_debt, waterfall_collections - waterfall_costs, 0)",
		Note: "What the waterfall has for debt service, in months with debt."},
	{Name: "operator.lock_up_dscr", title: "DSCR of the lock-up test", Unit: "1", Kind: Balance, Formula: `when(waterfall_in_debt, vintage(tested_cfads, month(12)) / vintage(waterfall_service, month(12)),
    absent)`,
		Note: "Over the last 12 months, or since the debt began; absent without debt service, and once the debt is repaid."},
	{Name: "operator.reserves_short", title: "Reserves are short", Unit: "bool", Kind: Flag, Formula: `debt_service_reserve < debt_service_reserve_required ||
    liquidity_reserve < liquidity_reserve_required || power_reserve < power_reserve_required`,
		Note: "A reserve holds less than is required."},
	{Name: "operator.distributions_blocked", title: "Distributions are blocked", Unit: "bool", Kind: Flag, Formula: `reserves_short || waterfall != waterfall.none && lock_up_dscr < lock_up_coverage ||
    sum(when(tranche.in_remedy || tranche.accelerated && tranche.outstanding, 1, 0)) > 0`,
		Note: "The coverage test fails, a reserve is short, or a breach has outlasted its cure. Measured this month, since nothing of the test depends on what is distributed."},
}
