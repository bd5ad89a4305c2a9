package model

// What is drawn, owed and paid.
//
// Flows are at month ends: interest is on the balance at the start of the month,
// what is drawn bears interest from the month after.
var debtBalanceRows = []Row{
	{Name: "tranche.draw_by_plan", Unit: "USD", Kind: Flow, Formula: "when(amount_basis == amount_basis.commitment && drawing == drawing.as_needed, 0, planned_draw)",
		Note: "Drawn at the end of the month, as agreed."},
	{Name: "tranche.cash_still_needed", Unit: "USD", Kind: Balance,
		Formula: `when(amount_basis == amount_basis.commitment && drawing == drawing.as_needed,
    max(0, operator.cash_needed - before(draw_as_needed * (1 - issue_discount))), 0)`,
		Note: "What the operator lacks after the tranches listed earlier."},
	{Name: "tranche.draw_as_needed", Unit: "USD", Kind: Flow, Formula: `when(amount_basis == amount_basis.commitment && drawing == drawing.as_needed && drawable,
    min(commitment - prev(drawn), cash_still_needed / (1 - issue_discount)), 0)`,
		Note: "Drawn at the end of the month so that cash, after fees, reaches its minimum; debt listed earlier is drawn first."},
	{Name: "tranche.draw", Unit: "USD", Kind: Flow, Formula: "draw_by_plan + draw_as_needed",
		Note: "Drawn at the end of the month."},
	{Name: "tranche.drawn", Unit: "USD", Kind: Balance, Formula: "cum(draw)",
		Note: "Drawn since the start of the scenario."},
	{Name: "tranche.issue_cost", Unit: "USD", Kind: Flow, Formula: "draw * issue_discount",
		Note: "Fees and discount, kept back from what is drawn."},
	{Name: "tranche.interest", Unit: "USD", Kind: Flow, Formula: "prev(balance, opening_balance) * month_rate",
		Note: "Interest of the month, on the balance at its start."},
	{Name: "tranche.commitment_fee", Unit: "USD", Kind: Flow, Formula: "when(bears_commitment_fee, max(0, commitment - prev(drawn)), 0) * commitment_rate * year_fraction",
		Note: "On what is not drawn at the start of the month, paid in the month. It pays for the month's availability, so it is an expense at once, as ASC 835-30-S45-1 spreads a facility's cost over its term, drawn or not; no obligation bears it, so it is not capitalised (ASC 835-20-20)."},
	{Name: "tranche.interest_added", title: "Interest added to the balance", Unit: "USD", Kind: Flow, Formula: "prev(balance, opening_balance) * max(0, -repayment_share)",
		Note: "Interest added to the balance (payment in kind)."},
	{Name: "tranche.repaid", Unit: "USD", Kind: Flow, Formula: "prev(balance, opening_balance) * max(0, repayment_share)",
		Note: "Scheduled repayment."},
	{Name: "tranche.prepaid", Unit: "USD", Kind: Flow, Formula: `clamp(cash_sweep *
    (max(0, prev(operator.cash, operator.opening_cash) - operator.minimum_cash) - before(prepaid)),
    0, prev(balance, opening_balance) + interest_added - repaid)`,
		Note: "Cash sweep: prepayment out of the cash above its minimum at the end of the month before."},
	{Name: "tranche.balance", Unit: "USD", Kind: Balance, Formula: "prev(balance, opening_balance) + draw + interest_added - repaid - prepaid",
		Note: "Owed at the end of the month."},
	{Name: "tranche.interest_due", Unit: "bool", Kind: Flag, Formula: `repayment != repayment.bullet || month >= maturity ||
    floor((month - start) / interest_interval) * interest_interval == month - start`,
		Note: "Interest is paid this month."},
	{Name: "tranche.interest_paid", Unit: "USD", Kind: Flow, Formula: "when(interest_due, prev(interest_payable) + interest - interest_added, 0)",
		Note: "Interest in cash."},
	{Name: "tranche.interest_payable", Unit: "USD", Kind: Balance, Formula: "prev(interest_payable) + interest - interest_added - interest_paid",
		Note: "Interest accrued and not yet paid."},
	{Name: "tranche.issue_cost_amortised", Unit: "USD", Kind: Flow, Formula: `prev(issue_cost_left) * when(month >= maturity, 1, 1 - (1 - 1 / payments_left) * (1 -
    when(prepaid > 0, prepaid / (prev(balance, opening_balance) + interest_added - repaid), 0)))`,
		Note: "Issue costs become interest expense in equal parts to maturity; those of prepaid debt at once (ASC 470-50-40)."},
	{Name: "tranche.issue_cost_left", Unit: "USD", Kind: Balance, Formula: "prev(issue_cost_left) + issue_cost - issue_cost_amortised",
		Note: "Issue costs not yet amortised: a deduction from the debt (ASC 835-30-45)."},
	{Name: "tranche.debt_service", Unit: "USD", Kind: Flow, Formula: "interest_paid + commitment_fee + repaid",
		Note: "Scheduled debt service in cash: financing costs and principal, as lenders define it; a cash sweep is not part of it."},
}
