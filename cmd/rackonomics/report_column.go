package main

import (
	"math"
	"slices"
	"strings"

	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
)

// alignColumns writes again the columns of a table that have amounts of one unit, so
// that they can be held against each other at a glance: 325k GPUs and 18k GPUs,
// 4,660 racks and 11,180 racks.
func alignColumns(rows []result.GridRow, cells [][]string) {
	for column := range len(cells[0]) - 1 {
		var values []result.Value
		for _, row := range rows {
			if row.Unit == "" && column < len(row.Values) {
				values = append(values, row.Values[column])
			}
		}
		isOther := func(value result.Value) bool {
			isMoney := value.Unit == "USD" || strings.HasPrefix(value.Unit, "USD/")
			return value.Text != "" || value.Words != "" || value.Exact || value.Percent || isMoney || value.Unit == "bool" || value.Unit != values[0].Unit
		}
		if len(values) < len(rows) || slices.ContainsFunc(values, isOther) {
			continue
		}
		for i, text := range pageColumn(values) {
			cells[i][column+1] = text
		}
	}
}

// pageColumn writes amounts of one unit that is no money, as formatColumn of the page
// does: with one letter for thousands or none, and with one number of decimals.
func pageColumn(values []result.Value) []string {
	least, most := math.Inf(1), 0.0
	for _, value := range values {
		if size := math.Abs(value.Number); size > 0 { // and so no absent one
			least, most = min(least, size), max(most, size)
		}
	}
	unit := values[0].Unit
	isCounted := unit == "GPU" || unit == "rack"
	scale, letter := columnScale(least, isCounted)
	digits := func(size float64, wanted int) int { return max(0, wanted-1-int(math.Floor(math.Log10(size/scale)))) }
	places := min(2, max(digits(most, 3), digits(least, 2)))
	if scale == 1 && isCounted {
		places = 0
	}
	texts := make([]string, len(values))
	for i, value := range values {
		if value.Absent() || most == 0 || !(most/scale < 1e6) {
			texts[i] = pageText(value)
			continue
		}
		text := "0"
		if digits := pageDecimals(math.Abs(value.Number)/scale, places, places); strings.ContainsAny(digits, "123456789") {
			text = signedAs(value.Number, digits+letter)
		}
		texts[i] = strings.TrimSpace(text + " " + scenario.UnitText(unit, text == "1" || text == "−1"))
	}
	return texts
}

// columnScale is by what the amounts of a column are divided: by as much as suits the
// smallest of them.
func columnScale(least float64, isCounted bool) (scale float64, letter string) {
	from := 1e6 // from how much on an amount has a letter
	if isCounted {
		from = countLetters
	}
	for _, each := range pageScales {
		if least >= max(each.size, from) && !math.IsInf(least, 1) {
			return each.size, each.letter
		}
	}
	return 1, ""
}
