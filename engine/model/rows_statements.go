package model

import "rackonomics/engine/language"

// The operator's cash flow statement, direct and indirect, and its balance sheet.
var statementRows = []language.Row{
	{Name: "operator.lease_cash_received", Unit: "USD", Formula: "sum(lease.cash_received)",
		Note: "All cash from tenants and their guarantors."},
	{Name: "operator.lease_financing_interest", Unit: "USD", Formula: "sum(lease.financing_interest)",
		Note: "Interest that customers' prepayments bear (ASC 606-10-32-15)."},
	{Name: "operator.receivables", Unit: "USD", Formula: "sum(lease.receivable)",
		Note: "Bills that tenants have yet to pay."},
	{Name: "operator.accrued_rent", Unit: "USD", Formula: "sum(max(0, lease.straight_line_asset))",
		Note: "Recognised before it is billed: contract assets, shown apart from receivables (ASC 606-10-45-1), and straight-line rent."},
	{Name: "operator.contract_liabilities", Unit: "USD", Formula: "sum(lease.deferred_revenue + max(0, -lease.straight_line_asset))",
		Note: "Received or billed and not yet earned (ASC 606-10-45-2): deferred revenue, and rent billed before it is recognised."},
	{Name: "operator.refund_liabilities", Unit: "USD", Formula: "sum(lease.refund_liability)",
		Note: "Prepayments that tenants could take back: no contract liabilities (ASC 606-10-32-10)."},
	{Name: "operator.tenant_deposits", Unit: "USD", Formula: "sum(lease.deposit_liability)",
		Note: "Held for the tenants."},
	{Name: "operator.capitalised_interest_cash", Unit: "USD", Formula: `when(debt_interest > 0,
    capitalised_interest * sum(tranche.interest - tranche.interest_added) / debt_interest, 0)`,
		Note: "The part of the capitalised interest that is due in cash, not amortised or added to the balance."},
	{Name: "operator.capitalised_interest_paid", Unit: "USD", Formula: "min(interest_paid, prev(capitalised_interest_owed) + capitalised_interest_cash)",
		Note: "Interest paid that belongs to the cost of assets."},
	{Name: "operator.capitalised_interest_owed", Unit: "USD", Formula: "prev(capitalised_interest_owed) + capitalised_interest_cash - capitalised_interest_paid",
		Note: "Capitalised interest that is yet to be paid."},
	{Name: "operator.operating_interest_paid", Unit: "USD", Formula: `when(presentation == presentation.us_gaap,
    interest_paid + commitment_fees - capitalised_interest_paid, 0)`,
		Note: "Interest and commitment fees paid that are an operating cash flow: under US GAAP all but capitalised interest, under IFRS 18 none."},
	{Name: "operator.operating_cash_flow", Unit: "USD", Formula: `own_collected + lease_cash_received - own_paid - site_costs - operating_interest_paid +
    when(presentation == presentation.us_gaap, interest_income, 0) - tax_paid`,
		Note: "Cash from operations by the direct method (ASC 230-10-45-25): received from customers, paid to suppliers and staff, for interest and for tax."},
	{Name: "operator.cash_result", Unit: "USD",
		Formula: `when(presentation == presentation.us_gaap,
    net_income + deferred_tax + tax_payable - prev(tax_payable) + non_cash_interest,
    operating_income - lease_financing_interest - tax_paid) + depreciation + stock_compensation`,
		Note: "Result without what is no cash, before changes of receivables and liabilities."},
	{Name: "operator.cash_result_after_leases", Unit: "USD",
		Formula: `cash_result - (receivables + accrued_rent - prev(receivables + accrued_rent)) +
    contract_liabilities + refund_liabilities + tenant_deposits -
    prev(contract_liabilities + refund_liabilities + tenant_deposits)`,
		Note: "The same after changes of what tenants owe and are owed."},
	{Name: "operator.operating_cash_flow_indirect", Unit: "USD", Formula: `cash_result_after_leases - (own_receivables - prev(own_receivables, own_receivables)) +
    own_payables - prev(own_payables, own_payables)`,
		Note: "The same by the indirect method (ASC 230-10-45-28): net income, or under IFRS 18 operating profit, without what is no cash and without the changes of receivables and liabilities."},
	{Name: "operator.non_cash_interest", Unit: "USD", Formula: `sum(tranche.issue_cost_amortised + tranche.interest_added) + interest_payable -
    prev(interest_payable) - (capitalised_interest - capitalised_interest_paid)`,
		Note: "Interest incurred that was not paid in the month, less the part of it that was capitalised."},
	{Name: "operator.investing_cash_flow", Unit: "USD", Formula: "when(presentation == presentation.us_gaap, 0, interest_income) - capital_expenditure",
		Note: "Capital expenditure; under IFRS 18 also interest received."},
	{Name: "operator.free_cash_flow", Unit: "USD", Formula: "operating_cash_flow - capital_expenditure",
		Note: "Operating cash flow less capital expenditure, before financing."},
	{Name: "operator.cash_before_drawing", Unit: "USD", Formula: `prev(cash, opening_cash) + operating_cash_flow + investing_cash_flow + equity_raised * months -
    debt_repaid - when(presentation == presentation.us_gaap, 0, interest_paid + commitment_fees) +
    sum(tranche.draw_by_plan * (1 - tranche.issue_discount))`,
		Note: "Cash at the end of the month without debt that is drawn as needed."},
	{Name: "operator.cash_needed", Unit: "USD", Formula: "max(0, minimum_cash - cash_before_drawing)",
		Note: "What cash would lack of its minimum."},
	{Name: "operator.financing_cash_flow", Unit: "USD", Formula: `equity_raised * months + debt_issued - debt_repaid -
    when(presentation == presentation.us_gaap, 0, interest_paid + commitment_fees)`,
		Note: "Owners and lenders: equity, debt after fees and discount, repayments; under IFRS 18 also all interest and commitment fees paid."},
	{Name: "operator.cash", Unit: "USD", Formula: "prev(cash, opening_cash) + operating_cash_flow + investing_cash_flow + financing_cash_flow",
		Note: "Cash at the end of the month. Negative cash is a shortfall that nobody has funded yet."},
	{Name: "operator.funding_shortfall", Unit: "USD", Formula: "max(0, -cash)",
		Note: "Negative cash as a liability: what has yet to be funded."},
	{Name: "operator.interest_payable", Unit: "USD", Formula: "sum(tranche.interest_payable)",
		Note: "Accrued and not yet paid."},
	{Name: "operator.debt_net", Unit: "USD", Formula: "total_debt - sum(tranche.issue_cost_left)",
		Note: "Debt in the balance sheet: less the issue costs not yet amortised (ASC 835-30-45-1A)."},
	{Name: "operator.total_assets", Unit: "USD", Formula: `max(0, cash) + receivables + accrued_rent + own_receivables + fixed_assets +
    max(0, deferred_tax_net)`,
		Note: "Cash, receivables, accrued rent, fixed assets and a deferred tax asset."},
	{Name: "operator.total_liabilities", Unit: "USD", Formula: `funding_shortfall + contract_liabilities + refund_liabilities + tenant_deposits + own_payables +
    interest_payable + tax_payable + debt_net + max(0, -deferred_tax_net)`,
		Note: "What is owed to tenants, suppliers, lenders and the tax office, and what has yet to be funded."},
	{Name: "operator.opening_equity", Unit: "USD", Formula: "opening_cash + opening_fixed_assets + opening_working_capital - opening_debt + opening_deferred_tax",
		Note: "Equity when the scenario begins: the one plug, here and nowhere else."},
	{Name: "operator.equity", Unit: "USD", Formula: "prev(equity, opening_equity) + net_income + stock_compensation + equity_raised * months",
		Note: "What belongs to the owners, rolled forward from the start."},
	{Name: "operator.balance_check", Unit: "USD", Formula: "total_assets - total_liabilities - equity",
		Note: "Zero: the balance sheet closes."},
	{Name: "operator.cumulative_operating_cash_flow", Unit: "USD", Formula: "cum(operating_cash_flow)",
		Note: "Since the start of the scenario."},
	{Name: "operator.cumulative_free_cash_flow", Unit: "USD", Formula: "cum(free_cash_flow)",
		Note: "Since the start of the scenario."},
}
