package model

// How much cash there is at the worst.
var cashMeasures = []Measure{
	{Name: "cash.minimum", Scope: "operator", Title: "Lowest cash", Unit: "USD",
		Formula: "lowest(cash)",
		Note:    "At the end of a month; below zero it is what has yet to be funded."},
	{Name: "cash.minimum_month", Scope: "operator", Title: "Month of the lowest cash", Kind: KindMonth,
		Formula: "lowest_month(cash)",
		Note:    "The first, if there are several."},
}
