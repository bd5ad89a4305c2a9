package main

import (
	"cmp"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
)

// The report is read beside the page, so that it writes figures as the page does
// (web/src/format.ts); engine/scenario/testdata/figures.json holds both to the same.

var pageWriting = gridWriting{pageText, pageAmount, pageUnit}

// pageUnit is said once for a row; per cent stand beside each number.
func pageUnit(row result.GridRow) string {
	if row.Percent {
		return ""
	}
	return unitText(row)
}

// pageText writes a value with its unit.
func pageText(value result.Value) string {
	if value.Text != "" {
		return pageDate(value.Text)
	}
	if value.Absent() || value.Exact {
		return pageWords(figureText(value))
	}
	return pageQuantity(value.Number, value.Unit, value.Percent)
}

// pageAmount writes a value without its unit, for where that is said beside.
func pageAmount(value result.Value) string {
	if value.Text != "" || value.Absent() || value.Unit != "USD" && !strings.HasPrefix(value.Unit, "USD/") {
		return strings.TrimSuffix(pageText(value), " "+scenario.UnitText(value.Unit, false))
	}
	if text := signedAs(value.Number, pageMoney(math.Abs(value.Number), value.Unit)); strings.ContainsAny(text, "123456789") {
		return text
	}
	return "0"
}

var (
	engineMonth   = regexp.MustCompile(`\b\d{4}-(0[1-9]|1[0-2])(-\d{2})?\b`)
	enginePercent = regexp.MustCompile(`(\d) %`)
)

// pageWords has months and per cent within words as the page writes them.
func pageWords(text string) string {
	return enginePercent.ReplaceAllString(engineMonth.ReplaceAllStringFunc(text, pageDate), "$1%")
}

// pageDate writes 2026-05 as May 2026 and 2026-05-20 as 20 May 2026; anything else as it is.
func pageDate(text string) string {
	if month, err := time.Parse("2006-01", text); err == nil {
		return month.Format("Jan 2006")
	}
	if day, err := time.Parse("2006-01-02", text); err == nil {
		return day.Format("2 Jan 2006")
	}
	return text
}

func pageQuantity(number float64, unit string, percent bool) string {
	switch {
	case percent:
		return signedAs(number, pageDecimals(math.Abs(number*100), 0, 1)+"%")
	case unit == "bool":
		return map[bool]string{true: "yes", false: "no"}[number != 0]
	case unit == "USD" || strings.HasPrefix(unit, "USD/"):
		return signedAs(number, "$"+pageMoney(math.Abs(number), unit)) + scenario.UnitText(unit, false)[1:]
	}
	number, unit = scenario.InLargerUnit(number, unit)
	text := signedAs(number, pageNumber(math.Abs(number)))
	if unit == "GPU" || unit == "rack" {
		text = signedAs(number, pageCount(math.Abs(number)))
	}
	if words := scenario.UnitText(unit, text == "1" || text == "−1"); words != "" {
		return text + " " + words
	}
	return text
}

func pageMoney(magnitude float64, unit string) string {
	switch {
	case scenario.IsPrice(unit) && magnitude >= 999.5 && magnitude < scenario.PriceLetters:
		return pageDecimals(math.Floor(magnitude+0.5), 0, 0)
	case magnitude >= 999.5:
		return pageScaled(magnitude, 1e3)
	case magnitude >= 99.95:
		return rounded(exactly(magnitude), 0)
	}
	return rounded(exactly(magnitude), 2)
}

func pageCount(magnitude float64) string {
	if magnitude >= countLetters {
		return pageScaled(magnitude, 1e3)
	}
	return pageDecimals(math.Floor(magnitude+0.5), 0, 0)
}

func pageNumber(magnitude float64) string {
	switch {
	case magnitude >= 1e6:
		return pageScaled(magnitude, 1e6)
	case magnitude >= 1000:
		return pageDecimals(math.Floor(magnitude+0.5), 0, 0)
	}
	return threeDigits(magnitude, false)
}

// pageScales are the letters for thousands.
var pageScales = []struct {
	size   float64
	letter string
}{{1e12, "T"}, {1e9, "B"}, {1e6, "M"}, {1e3, "k"}}

// countLetters is from how much on what is counted has a letter.
const countLetters = 9999.5

// pageScaled writes a magnitude with the letter of its thousands, at least those.
func pageScaled(magnitude, least float64) string {
	for _, scale := range pageScales {
		if toThree(magnitude) >= scale.size && scale.size >= least {
			return threeDigits(magnitude/scale.size, true) + scale.letter
		}
	}
	return threeDigits(magnitude, false)
}

// threeDigits writes three significant digits, thousands grouped.
func threeDigits(magnitude float64, keepZeros bool) string {
	if magnitude == 0 {
		return "0"
	}
	near := toThree(magnitude)
	digits := max(0, 2-int(math.Floor(math.Log10(near))))
	least := 0
	if keepZeros {
		least = min(digits, 2)
	}
	return pageDecimals(near, least, min(digits, 6))
}

// toThree is the number of three significant digits that is nearest, the larger of two.
func toThree(magnitude float64) float64 {
	if magnitude == 0 {
		return 0
	}
	near, _ := strconv.ParseFloat(rounded(exactly(magnitude), 2-int(math.Floor(math.Log10(magnitude)))), 64)
	return near
}

// pageDecimals writes a number with so many decimals at least and at most, thousands grouped.
func pageDecimals(number float64, least, most int) string {
	whole, fraction, _ := strings.Cut(rounded(strconv.FormatFloat(number, 'f', -1, 64), most), ".")
	for len(fraction) > least && strings.HasSuffix(fraction, "0") {
		fraction = fraction[:len(fraction)-1]
	}
	for at := len(whole) - 3; at > 0; at -= 3 {
		whole = whole[:at] + "," + whole[at:]
	}
	return strings.TrimSuffix(whole+"."+fraction, ".")
}

// exactly has all digits of a number that decide how it is rounded.
func exactly(number float64) string { return strconv.FormatFloat(number, 'f', 60, 64) }

// rounded cuts a decimal number to so many decimals, of which there may be fewer than
// none, the larger of two that are as near. Browsers do, and strconv takes the even one.
func rounded(text string, decimals int) string {
	whole, fraction, _ := strings.Cut(text, ".")
	digits, point := []byte("0"+whole+fraction), 1+len(whole)
	keep := max(point+decimals, 1)
	for len(digits) <= keep {
		digits = append(digits, '0')
	}
	up := digits[keep] >= '5'
	for i := range digits[keep:] {
		digits[keep+i] = '0'
	}
	for i := keep - 1; up && i >= 0; i-- {
		if up = digits[i] == '9'; up {
			digits[i] = '0'
		} else {
			digits[i]++
		}
	}
	text = cmp.Or(strings.TrimLeft(string(digits[:point]), "0"), "0")
	if decimals > 0 {
		text += "." + string(digits[point:point+decimals])
	}
	return text
}

// signedAs puts a minus before what is not written as zero.
func signedAs(number float64, text string) string {
	if number < 0 && strings.ContainsAny(text, "123456789") {
		return "−" + text
	}
	return text
}
