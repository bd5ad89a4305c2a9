package model

import (
	"slices"
	"strings"
)

// windows are the months over which a result is judged besides each alone: months
// are of different lengths, and prices by the hour follow them.
var windows = []struct{ field, months, before, words string }{
	{"_of_3_months", "3", "2", "the last 3 months"}, {"_of_12_months", "12", "11", "the last 12 months"},
}

// windowRows are the results over each window.
var windowRows = func() (rows []Row) {
	for _, line := range resultLines {
		_, row, _ := strings.Cut(line.Row, ".")
		for _, window := range windows {
			rows = append(rows, Row{Name: line.Row + window.field, Unit: "USD", Kind: Balance,
				Formula: "when(month >= month(" + window.before + "), vintage(" + row + ", month(" + window.months + ")), absent)",
				Note:    "Over " + window.words + "; absent before so many have passed."})
		}
	}
	return rows
}()

// breakEvenMeasures are the break-even of each result, by the month and over each
// window.
var breakEvenMeasures = func() (list []Measure) {
	for _, line := range resultLines {
		_, row, _ := strings.Cut(line.Row, ".")
		title := Title(line.Row)
		lower := strings.ToLower(title[:1]) + title[1:]
		byMonth := breaksEven(row, title, lower, row == "operating_income")
		list = append(list, slices.Insert(byMonth, 1, Measure{Name: "break_even." + row + ".until", Scope: "operator", Title: title + ": at or above zero until", Kind: KindMonth,
			Formula: "until(" + row + " >= 0)", Note: "The month before " + lower + " first falls below zero again; absent where that does not happen."})...)
		for _, window := range windows {
			list = append(list, breaksEven(row+window.field, title+" of "+window.words, lower+" of "+window.words, false)...)
		}
	}
	return list
}()

// breaksEven are the first month of a result at or above zero, and that from which
// it stays there.
func breaksEven(row, title, lower string, inLink bool) []Measure {
	return []Measure{
		{Name: "break_even." + row + ".first", Scope: "operator", Title: title + ": first month at or above zero", Kind: KindMonth, InLink: inLink,
			Formula: "first(" + row + " >= 0)", Note: "The first month in which " + lower + " is not negative."},
		{Name: "break_even." + row + ".lasting", Scope: "operator", Title: title + ": at or above zero from", Kind: KindMonth,
			Formula: "lasting(" + row + " >= 0)", Note: "The first month from which " + lower + " stays at or above zero to the end of the scenario."},
	}
}
