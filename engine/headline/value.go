package headline

var valueRows = []string{
	"operator.enterprise_value", "operator.equity_value", "operator.value_by_revenue", "operator.value_by_ebitda", "operator.value_by_cash_flow",
	"operator.dollar_a_month_by_revenue", "operator.dollar_a_month_by_ebitda", "operator.dollar_a_month_by_cash_flow",
}

// values tells what the operator is worth at the end of the first year.
func (r *reader) values() []Measure {
	month := r.firstYear() - 1
	at := func(name, row, title, note string) Measure {
		return Measure{name, title, "USD", note + " At the end of " + r.date(month) + ".", r.total("operator." + row)[month]}
	}
	return []Measure{
		at("value.enterprise", "enterprise_value", "Enterprise value", "By the method chosen."),
		at("value.equity", "equity_value", "Equity value", "Enterprise value by the method chosen, less debt, plus cash."),
		at("value.by_revenue", "value_by_revenue", "Value by multiple of revenue", "Revenue of a year, by run-rate or of the last 12 months, times the multiple."),
		at("value.by_ebitda", "value_by_ebitda", "Value by multiple of EBITDA", "Adjusted EBITDA of a year times the multiple; none if that is a loss."),
		at("value.by_cash_flow", "value_by_cash_flow", "Value by discounted cash flow", "Later free cash flow before interest, and a terminal value after the scenario; none if that is not defined."),
		at("value.of_a_dollar.by_revenue", "dollar_a_month_by_revenue", "A dollar of lost loss, by multiple of revenue", "What one dollar more of lease revenue in every month adds to the value."),
		at("value.of_a_dollar.by_ebitda", "dollar_a_month_by_ebitda", "A dollar of lost loss, by multiple of EBITDA", "What one dollar less of loss in every month adds to the value; none while EBITDA is a loss."),
		at("value.of_a_dollar.by_cash_flow", "dollar_a_month_by_cash_flow", "A dollar of lost loss, by discounted cash flow", "What one dollar less of loss in every later month adds to the value, before tax."),
	}
}
