package model

import "strings"

// The break-even of each result.
var breakEvenMeasures = func() (list []Measure) {
	for _, line := range resultLines {
		_, row, _ := strings.Cut(line.Row, ".")
		title := Title(line.Row)
		name, lower := "break_even."+row, strings.ToLower(title[:1])+title[1:]
		list = append(list,
			Measure{Name: name + ".first", Scope: "operator", Title: title + ": first month at or above zero", Kind: KindMonth,
				Formula: "first(" + row + " >= 0)", Note: "The first month in which " + lower + " is not negative.", InLink: row == "operating_income"},
			Measure{Name: name + ".until", Scope: "operator", Title: title + ": at or above zero until", Kind: KindMonth,
				Formula: "until(" + row + " >= 0)", Note: "The month before " + lower + " first falls below zero again; absent where that does not happen."},
			Measure{Name: name + ".lasting", Scope: "operator", Title: title + ": at or above zero from", Kind: KindMonth,
				Formula: "lasting(" + row + " >= 0)", Note: "The first month from which " + lower + " stays at or above zero to the end of the scenario."})
	}
	return list
}()
