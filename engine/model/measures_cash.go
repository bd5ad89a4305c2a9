package model

// How much cash there is at the worst.
var cashMeasures = []Measure{
	{Name: "cash.minimum", Scope: "operator", Title: "Lowest cash", Unit: "USD",
		Formula: "lowest(free_cash)",
		Note:    "Without reserves and trap, at the end of a month; below zero it is what has yet to be funded."},
	{Name: "cash.minimum_month", Scope: "operator", Title: "Month of the lowest cash", Kind: KindMonth,
		Formula: "lowest_month(free_cash)",
		Note:    "The first, if there are several."},
	{Name: "cash.runs_out", Scope: "operator", Title: "Cash runs out", Kind: KindMonth,
		Formula: "first(free_cash < 0)",
		Note:    "The first month at whose end free cash is below zero; none if it always lasts."},
}
