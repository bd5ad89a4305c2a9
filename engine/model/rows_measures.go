package model

// Rows that measures are made of.
var measureRows = []Row{
	{Name: "operator.yearly_discount_rate", Unit: "1", Kind: Monthly, Percent: true, Formula: "pow(1 + monthly_discount_rate, 12) - 1",
		Note: "Effective rate a year of the rate a month: the discount rate, as money is discounted."},
	{Name: "operator.residual_sale", title: "Sale of the GPUs at the end", Unit: "USD", Kind: Flow, Formula: "next(0, residual_value)",
		Note: "What the GPUs bring if they are sold at the end of the last month; nothing before. No part of the cash flow."},
	{Name: "operator.tax_owed_at_end", Unit: "USD", Kind: Flow, Formula: "next(0, when(month_of_year == 12, 0, unlevered_tax_of_year - unlevered_paid_of_year))",
		Note: "Tax without debt on the part of a year in which the scenario ends, due for its income and paid after it: in the last month, nothing before."},
	{Name: "operator.return_flow", title: "Flow that returns are of", Unit: "USD", Kind: Flow, Formula: "unlevered_free_cash_flow - tax_owed_at_end",
		Note: "Free cash flow before interest, less in the last month the tax that is then owed."},
	{Name: "operator.debt_owed", title: "Debt at the start", Unit: "USD", Kind: Opening, Formula: "prev(total_debt, opening_debt)",
		Note: "Owed at the start of the month."},
	{Name: "operator.debt_rate", title: "Average rate of debt", Unit: "1", Kind: Monthly, Percent: true, Formula: "when(debt_owed > 0, sum(tranche.interest) / debt_owed, prev(debt_rate))",
		Note: "Average interest rate of the month on all debt; without debt, that of the month before."},
	{Name: "tranche.owed", title: "Balance at the start", Unit: "USD", Kind: Opening, Formula: "prev(balance, balance - draw - interest_added + repaid + prepaid)",
		Note: "Owed at the start of the month."},
	{Name: "operator.gpus_let", title: "GPUs let", Unit: "GPU", Kind: Rate, Formula: "sum(lease.gpus_delivered)",
		Note: "Delivered to all tenants."},
	{Name: "lease.tenant_gpu_hours", title: "GPU-hours that the tenant pays for", Unit: "GPU*h", Kind: Flow, Formula: "when(active, gpu_hours, 0)",
		Note: "GPU-hours that the tenant itself pays for."},
}
