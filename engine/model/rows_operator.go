package model

import "rackonomics/engine/formula"

// The operator's income statement.
var operatorRows = []formula.Row{
	{Name: "operator.own_revenue", Unit: "USD", Formula: "reported_revenue * months * pow(1 + revenue_growth, month / month(12))",
		Note: "Revenue of the operator's own business."},
	{Name: "operator.lease_revenue", Unit: "USD", Formula: "sum(lease.revenue)",
		Note: "Revenue of all leases as recognised, which may be another month than billed or paid."},
	{Name: "operator.revenue", Unit: "USD", Formula: "own_revenue + lease_revenue",
		Note: "Own business and leases."},
	{Name: "operator.own_costs", Unit: "USD", Formula: "(reported_revenue + reported_operating_loss - reported_non_cash_costs - site_costs_in_reported) * months * pow(1 + cost_growth, month / month(12))",
		Note: "Cash costs of the own business: what the reported loss implies, without the costs of the sites that the model computes itself."},
	{Name: "operator.site_costs", Unit: "USD", Formula: "sum(site.cash_costs)",
		Note: "Cash costs of running the sites."},
	{Name: "operator.bad_debt", Unit: "USD", Formula: "sum(lease.bad_debt)",
		Note: "Receivables of tenants that are written off."},
	{Name: "operator.adjusted_ebitda", Unit: "USD", Formula: "revenue - own_costs - site_costs - bad_debt",
		Note: "Earnings before interest, tax, depreciation, amortisation and stock compensation."},
	{Name: "operator.stock_compensation", Unit: "USD", Formula: "reported_non_cash_costs * months * stock_compensation_share",
		Note: "Cost of shares given to staff: no cash, but equity (ASC 718)."},
	{Name: "operator.non_cash_costs", Unit: "USD", Formula: "stock_compensation + depreciation",
		Note: "Depreciation, amortisation and stock compensation."},
	{Name: "operator.operating_income", Unit: "USD", Formula: "adjusted_ebitda - non_cash_costs",
		Note: "Revenue less all operating costs; a loss is negative."},
	{Name: "operator.lease_revenue_needed", Unit: "USD", Formula: "max(0, lease_revenue - operating_income)",
		Note: "Lease revenue at which operating income would be zero in this month, everything else unchanged."},
	{Name: "operator.interest_income", Unit: "USD", Formula: "max(0, prev(cash, opening_cash)) * cash_yield * years / year(1)",
		Note: "Interest on the cash of the month before, so that no month needs its own result."},
	{Name: "operator.interest_expense", Unit: "USD", Formula: "debt_interest + lease_financing_interest - capitalised_interest",
		Note: "Interest and amortised issue costs of all debt and interest on customers' prepayments, less what is capitalised."},
	{Name: "operator.pre_tax_income", Unit: "USD", Formula: "operating_income + interest_income - interest_expense",
		Note: "Income before tax."},
	{Name: "operator.tax_expense", Unit: "USD", Formula: "current_tax + deferred_tax",
		Note: "Current and deferred income tax (ASC 740)."},
	{Name: "operator.net_income", Unit: "USD", Formula: "pre_tax_income - tax_expense",
		Note: "What is left for the owners."},
}
