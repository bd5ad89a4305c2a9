package model

// What the owners put in and get out, and how long cash lasts.
var distributionRows = []Row{
	{Name: "operator.distributable_cash", Unit: "USD", Kind: Balance, Formula: "max(0, min(spare_cash - sum(tranche.prepaid), cash_before_drawing - restricted_cash - minimum_cash))",
		Note: "Spare cash of the month before, after sweeps, as far as it is still there: nothing is borrowed as needed to be distributed."},
	{Name: "operator.distributions", Unit: "USD", Kind: Flow, Formula: "when(distributions_blocked, 0, distribution_share * distributable_cash)",
		Note: "Paid to the owners; nothing while distributions are blocked."},
	{Name: "operator.equity_flow", title: "Cash flow of the owners", Unit: "USD", Kind: Flow, Formula: "distributions - equity_paid_in",
		Note: "What owners get less what they put in within the scenario; what they hold at its start is sunk."},
	{Name: "operator.equity_invested", title: "Paid in by the owners", Unit: "USD", Kind: Balance, Formula: "cum(max(0, equity_paid_in))",
		Note: "Since the start of the scenario."},
	{Name: "operator.paid_to_owners", Unit: "USD", Kind: Flow, Formula: "distributions + max(0, -equity_paid_in)",
		Note: "Distributions and equity paid back."},
	{Name: "operator.equity_multiple", Unit: "1", Kind: Balance, Formula: "cum(paid_to_owners) / equity_invested",
		Note: "Paid to owners so far over what they paid in; absent where they paid in nothing."},
	{Name: "operator.distribution_yield", title: "Cash yield of equity", Unit: "1", Kind: Balance, Percent: true, Formula: "vintage(paid_to_owners, month(12)) / equity_invested",
		Note: "Paid to owners in the last 12 months over what they paid in; absent where they paid in nothing."},
	{Name: "operator.equity_value_at_end", title: "Equity at the end", Unit: "USD", Kind: Flow, Formula: "next(0, equity_value)",
		Note: "What the equity is worth at the end of the last month; nothing before. Absent where there is no enterprise value."},
	{Name: "operator.cash_burn", Unit: "USD", Kind: Monthly, Formula: `vintage(debt_repaid + financing_interest_paid - free_cash_flow - sum(tranche.refinanced),
    month(3)) / min(month / month(1) + 1, 3)`,
		Note: "Mean of the last 3 months, or of those so far: what operations, investment and lenders take beyond what comes in, before new money."},
	{Name: "operator.months_of_cash", Unit: "month", Kind: Balance, Formula: "when(cash_burn > 0, max(0, free_cash) / cash_burn * months, absent)",
		Note: "How long free cash lasts at this burn; absent where none is burnt."},
	{Name: "operator.sources", title: "Sources of cash", Unit: "USD", Kind: Flow, Formula: `operating_cash_flow + operating_interest_paid + investing_interest_received + debt_issued +
    equity_paid_in + disposal_proceeds`,
		Note: "Operations before interest paid, interest received, lenders, owners, and what retired assets bring."},
	{Name: "operator.uses", title: "Uses of cash", Unit: "USD", Kind: Flow, Formula: `capital_expenditure + operating_interest_paid + financing_interest_paid + debt_repaid +
    distributions + change_in_cash`,
		Note: "Investment, interest, repayment, owners, and what cash gained. They are equal."},
}
