package model

import "strings"

// The five results whose break-even is told; they are never mixed.
var breakEvenMeasures = func() (list []Measure) {
	for _, line := range []struct{ row, title string }{
		{"adjusted_ebitda", "Adjusted EBITDA"},
		{"operating_income", "Operating income"},
		{"net_income", "Net income"},
		{"operating_cash_flow", "Operating cash flow"},
		{"free_cash_flow", "Free cash flow"},
	} {
		name, lower := "break_even."+line.row, strings.ToLower(line.title[:1])+line.title[1:]
		list = append(list,
			Measure{Name: name + ".first", Scope: "operator", Title: line.title + ": first month at or above zero", Kind: KindMonth,
				Formula: "first(" + line.row + " >= 0)", Note: "The first month in which " + lower + " is not negative.", InLink: line.row == "operating_income"},
			Measure{Name: name + ".lasting", Scope: "operator", Title: line.title + ": at or above zero from", Kind: KindMonth,
				Formula: "lasting(" + line.row + " >= 0)", Note: "The first month from which " + lower + " stays at or above zero to the end of the scenario."})
	}
	return list
}()
