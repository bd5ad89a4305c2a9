package model

const (
	flows   = " Of free cash flow before interest, within the scenario: the assets at its start are an outlay at their book value, the tax owed at its end counts, and no value after it."
	sold    = " The GPUs are sold for their residual value at the end of the last month, before tax on a gain."
	several = "2 <= size(irr(return_flow))"
)

// told is the rate of return of a flow that is told.
func told(rates string) string { return "rate_of_return(" + rates + ", opening(yearly_discount_rate))" }

// What comes back of what the operator spends.
var returnMeasures = []Measure{
	{Name: "free_cash_flow.cumulative", Scope: "operator", Title: "Cumulative free cash flow", Unit: "USD",
		Formula: "total(free_cash_flow)", InLink: true,
		Note: "To the end of the scenario."},
	{Name: "net_present_value", Scope: "operator", Title: "Net present value", Unit: "USD",
		Formula: "npv(return_flow, opening(yearly_discount_rate), opening(mid_month_factor) != 1)",
		Note:    "At the end of the first month: month m is discounted by (1 + r)^(m/12), half a month less if flows fall mid-month." + flows},
	{Name: "internal_rate_of_return", Scope: "operator", Title: "Internal rate of return", Unit: "1", Percent: true,
		Formula: told("irr(return_flow)"),
		Note:    "A year, (1 + i)^12 − 1 of the monthly rate i. None if no rate makes the present value zero, or one below −99 % or above 10,000 %, as nothing comes back or nothing was spent to speak of; of several, where the flow changes its sign more than once, the nearest to the discount rate." + flows},
	{Name: "internal_rate_of_return.count", Scope: "operator", Title: "Internal rates of return", Unit: "1",
		Formula: "size(irr(return_flow))",
		Note:    "How many rates make the present value zero."},
	{Name: "dated_rate_of_return", Scope: "operator", Title: "Internal rate of return by dates (XIRR)", Unit: "1", Percent: true,
		Formula: told("xirr(return_flow)"),
		Note:    "A year, Actual/365, with flows on the last day of each month; of several the nearest to the discount rate." + flows},
	{Name: "modified_rate_of_return", Scope: "operator", Title: "Modified internal rate of return (MIRR)", Unit: "1", Percent: true,
		Formula: "pow(1 + mirr(return_flow, opening(monthly_discount_rate), opening(monthly_discount_rate)), 12) - 1",
		Note:    "A year. What is spent is financed, and what comes in reinvested, at the discount rate." + flows},
	{Name: "payback", Scope: "operator", Title: "Payback", Kind: KindMonth,
		Formula: "payback(return_flow)",
		Note:    "The first month at whose end what was spent has come back. None if that is not so within the scenario, or nothing was spent." + flows},
	{Name: "discounted_payback", Scope: "operator", Title: "Discounted payback", Kind: KindMonth,
		Formula: "payback(return_flow, opening(yearly_discount_rate))",
		Note:    "The same with every flow discounted, at the end of its month." + flows},
	{Name: "internal_rate_of_return.lowest", Scope: "operator", Title: "Lowest of several internal rates of return", Unit: "1", Percent: true, When: several,
		Formula: "least(irr(return_flow))",
		Note:    "The present value is zero at it too."},
	{Name: "internal_rate_of_return.highest", Scope: "operator", Title: "Highest of several internal rates of return", Unit: "1", Percent: true, When: several,
		Formula: "most(irr(return_flow))",
		Note:    "The present value is zero at it too."},
	{Name: "impairment.first", Scope: "operator", Needs: "site", Title: "Impairment indicated", Kind: KindMonth,
		Formula: "first(impairment_indicated)",
		Note:    "The first month in which the book value of a site exceeds what it is expected to bring (ASC 360-10-35-17)."},
	{Name: "residual_value", Scope: "operator", Title: "Residual value of the GPUs", Unit: "USD", When: "peak(residual_value) != 0",
		Formula: "last(residual_value)",
		Note:    "What they bring if they are sold at the end of the scenario."},
	{Name: "net_present_value.with_sale", Scope: "operator", Title: "Net present value, GPUs sold at the end", Unit: "USD", When: "peak(residual_value) != 0",
		Formula: "npv(return_flow, opening(yearly_discount_rate), opening(mid_month_factor) != 1) + npv(residual_sale, opening(yearly_discount_rate))",
		Note:    "As the net present value." + sold},
	{Name: "internal_rate_of_return.with_sale", Scope: "operator", Title: "Internal rate of return, GPUs sold at the end", Unit: "1", Percent: true, When: "peak(residual_value) != 0",
		Formula: told("irr(return_flow + residual_sale)"),
		Note:    "As the internal rate of return." + sold},
}
