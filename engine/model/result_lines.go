package model

// The results that a scenario is about: their break-evens, what a deal adds to each,
// two tables and the lines of the money chart follow from this list. They are never mixed.
var resultLines = []Line{
	{Row: "operator.adjusted_ebitda", Role: Earnings},
	{Row: "operator.operating_income", Role: Result},
	{Row: "operator.net_income", Role: Profit},
	{Row: "operator.operating_cash_flow", Role: Cash},
	{Row: "operator.free_cash_flow", Role: FreeCash},
}
