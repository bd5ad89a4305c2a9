package model

const yearEnd = " At the end of {month(11)}."

// What the operator is worth at the end of the first year, or of a shorter
// scenario.
var valueMeasures = []Measure{
	{Name: "value.enterprise", Scope: "operator", Title: "Enterprise value", Unit: "USD",
		Formula: "at(enterprise_value, month(11))",
		Note:    "By the method chosen." + yearEnd},
	{Name: "value.equity", Scope: "operator", Title: "Equity value", Unit: "USD",
		Formula: "at(equity_value, month(11))",
		Note:    "Enterprise value by the method chosen, less debt and what is like it, plus cash." + yearEnd},
	{Name: "value.by_revenue", Scope: "operator", Title: "Value by multiple of revenue", Unit: "USD",
		Formula: "at(value_by_revenue, month(11))",
		Note:    "Revenue of a year, by run-rate or of the last 12 months, times the multiple." + yearEnd},
	{Name: "value.by_ebitda", Scope: "operator", Title: "Value by multiple of EBITDA", Unit: "USD",
		Formula: "at(value_by_ebitda, month(11))",
		Note:    "Adjusted EBITDA of a year times the multiple; none if that is a loss." + yearEnd},
	{Name: "value.by_cash_flow", Scope: "operator", Title: "Value by discounted cash flow", Unit: "USD",
		Formula: "at(value_by_cash_flow, month(11))",
		Note:    "Later free cash flow before interest, and a terminal value after the scenario; none if that is not defined." + yearEnd},
	{Name: "value.enforceable", Scope: "operator", Needs: "lease", Title: "Value that tenants are bound to", Unit: "USD",
		Formula: "at(value_enforceable, month(11))",
		Note:    "Discounted margin of the contracts for as long as their tenants are bound." + yearEnd},
	{Name: "value.cancellable", Scope: "operator", Needs: "lease", Title: "Value contracted that can be cancelled", Unit: "USD",
		Formula: "at(value_cancellable, month(11))",
		Note:    "Discounted margin of their later months, which tenants may end by notice." + yearEnd},
	{Name: "value.beyond_contracts", Scope: "operator", Needs: "lease", Title: "Value beyond the contracts", Unit: "USD",
		Formula: "at(value_beyond_contracts, month(11))",
		Note:    "The rest of the value by discounted cash flow; none if that is not defined." + yearEnd},
	{Name: "value.at_will", Scope: "operator", Needs: "lease", Title: "Value by multiple of revenue, of fees that no tenant is bound to", Unit: "USD",
		Formula: "at(value_at_will, month(11))",
		Note:    "The multiple on fees of a year that tenants may cancel, or that end before." + yearEnd},
	{Name: "value.of_a_dollar.by_revenue", Scope: "operator", Title: "A dollar of lost loss, by multiple of revenue", Unit: "USD",
		Formula: "at(dollar_a_month_by_revenue, month(11))",
		Note:    "What one dollar more of lease revenue in every month adds to the value." + yearEnd},
	{Name: "value.of_a_dollar.by_ebitda", Scope: "operator", Title: "A dollar of lost loss, by multiple of EBITDA", Unit: "USD",
		Formula: "at(dollar_a_month_by_ebitda, month(11))",
		Note:    "What one dollar less of loss in every month adds to the value; none while EBITDA is a loss." + yearEnd},
	{Name: "value.of_a_dollar.by_cash_flow", Scope: "operator", Title: "A dollar of lost loss, by discounted cash flow", Unit: "USD",
		Formula: "at(dollar_a_month_by_cash_flow, month(11))",
		Note:    "What one dollar less of loss in every later month adds to the value, before tax." + yearEnd},
}
