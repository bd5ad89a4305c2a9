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
		list = append(list, slices.Insert(byMonth, 1, Measure{Name: "break_even." + row + ".months", Scope: "operator", Title: title + ": months at or above zero", Unit: "month",
			Formula: "held(" + row + " >= 0)", Note: "From the first month at or above zero until it first falls below again, or the scenario ends; absent where it is never reached."},
			Measure{Name: "break_even." + row + ".ends_with_lease", Scope: "operator", Needs: "lease", Title: title + ": leases that end as it falls below zero", Unit: "1",
				Formula: "at(leases_ending, until(" + row + " >= 0) + month(1))", Note: "Leases whose last month is that until which " + lower + " stays at or above zero."},
			Measure{Name: "break_even." + row + ".until", Scope: "operator", Title: title + ": at or above zero until", Kind: KindMonth,
				Formula: "until(" + row + " >= 0)", Note: "The month before " + lower + " first falls below zero again; absent where that does not happen."},
			Measure{Name: "break_even." + row + ".months_below", Scope: "operator", Title: title + ": months below zero again", Unit: "month",
				Formula: "total(when(" + row + " < 0 && month > first(" + row + " >= 0) && month < lasting(" + row + " >= 0), month(1), month(0)))",
				Note:    "Between the first month at or above zero and that from which it stays there; none where it does not stay."})...)
		list = append(list, atBest(row, title, lower)...)
		list = append(list, wayTo(row, title, lower)...)
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

// atBest are how near to zero a result comes, or how far above it, in a month and in
// twelve: what still moves where the month of break-even does not.
func atBest(row, title, lower string) (list []Measure) {
	for _, over := range []struct{ field, of string }{{"", "a month"}, {"_of_12_months", "12 months"}} {
		list = append(list, Measure{Name: "break_even." + row + over.field + ".best", Scope: "operator", Title: title + " of " + over.of + ": at best", Unit: "USD",
			Formula: "peak(" + row + over.field + ")", Note: "The largest of " + lower + " over " + over.of + " within the scenario; from zero on it breaks even."})
	}
	return list
}

// wayTo are how much of a loss the leases cover at best, in a month and in twelve.
func wayTo(row, title, lower string) (list []Measure) {
	for _, over := range []struct{ field, of string }{{"", "a month"}, {"_of_12_months", "12 months"}} {
		result := row + over.field
		without := "without(lease, " + result + ")"
		share := "when(" + without + " < 0, 1 - " + result + " / " + without + ", absent)"
		list = append(list,
			Measure{Name: "break_even." + result + ".way", Scope: "operator", Title: title + " of " + over.of + ": share of the loss that the leases cover at best", Unit: "1", Percent: true,
				Formula: "peak(" + share + ")", Note: "Of the loss without the leases, the most that they cover; from 100 % on " + lower + " is at zero. Absent where there is no loss without them."},
			Measure{Name: "break_even." + result + ".way_month", Scope: "operator", Title: title + " of " + over.of + ": they cover most of it in", Kind: KindMonth,
				Formula: "peak_month(" + share + ")", Note: "The first month in which, or the last of the 12 in which, that is so."})
	}
	return list
}
