package workbook

import (
	"slices"
	"strings"
)

// Formats of numbers.
const (
	monthFormat   = `mmm\ yyyy`
	dayFormat     = `d\ mmm\ yyyy`
	percentFormat = `0.0##%`
	wholeFormat   = `#,##0;-#,##0;0`
	priceFormat   = `#,##0.00##`
	plainFormat   = `#,##0.###`
	truthFormat   = `"TRUE";"TRUE";"FALSE"` // for programs that take truths as numbers
)

// formatOf is the format of a unit: whole dollars, prices with cents, shares in
// per cent where people read them so.
func formatOf(unit string, percent bool) string {
	switch {
	case percent:
		return percentFormat
	case unit == "bool":
		return truthFormat
	case unit == "USD", slices.Contains([]string{"GPU", "rack", "GPU*h"}, unit):
		return wholeFormat
	case strings.Contains(unit, "USD"):
		return priceFormat
	}
	return plainFormat
}

// shownUnit is a unit as people read it.
func shownUnit(unit string) string {
	switch unit {
	case "1":
		return ""
	case "bool":
		return "true or false"
	}
	return unit
}
