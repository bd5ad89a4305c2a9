package scenario

import (
	"math"
	"slices"
	"strings"

	"rackonomics/engine/digits"
)

// unitNames are what parts of units are called, of one and of several, where
// that is not the part itself.
var unitNames = map[string][2]string{
	"USD": {"$", "$"}, "GPU": {"GPU", "GPUs"}, "rack": {"rack", "racks"}, "satellite": {"satellite", "satellites"}, "launch": {"launch", "launches"},
	"share": {"share", "shares"}, "token": {"token", "tokens"}, "Mtoken": {"million tokens", "million tokens"},
	"month": {"month", "months"}, "day": {"day", "days"}, "year": {"year", "years"}, "h": {"hour", "hours"}, "m3": {"m³", "m³"},
}

// Quantity writes an amount as people read it, with three digits and its unit:
// $1.25B, $2.42/GPU-hour, 1.4 GW, 45 %. The page writes units by the same rule,
// which testdata/units.json shows case by case.
func Quantity(amount float64, unit string, percent bool) string {
	return quantity(amount, unit, percent, usualDigits)
}

// Exactly writes an amount as [Quantity] does, in all digits that an entry may have.
func Exactly(amount float64, unit string, percent bool) string {
	return quantity(amount, unit, percent, entryDigits)
}

const (
	usualDigits = 3
	entryDigits = 12
	mostDigits  = 15 // of a binary fraction
)

// Apart writes amounts as [Quantity] does, in as many digits as tell different ones apart.
func Apart(amounts []float64, unit string, percent bool) []string {
	for digits := usualDigits; ; digits++ {
		texts := make([]string, len(amounts))
		amountOf, apart := map[string]float64{}, true
		for i, amount := range amounts {
			texts[i] = quantity(amount, unit, percent, digits)
			if other, known := amountOf[texts[i]]; known && other != amount {
				apart = false
			}
			amountOf[texts[i]] = amount
		}
		if apart || digits == mostDigits {
			return texts
		}
	}
}

func quantity(amount float64, unit string, percent bool, count int) string {
	if percent {
		return withSign(amount, digits.Plain(math.Abs(amount*100), count)) + " %"
	}
	if rest, isMoney := strings.CutPrefix(unit, "USD"); isMoney && (rest == "" || rest[0] == '/') {
		text := signedText(amount, count)
		if IsPrice(unit) && math.Abs(amount) >= 999.5 && math.Abs(amount) < PriceLetters {
			text = withSign(amount, digits.Plain(math.Abs(amount), max(count, 4)))
		}
		if after, negative := strings.CutPrefix(text, "−"); negative {
			return "−$" + after + UnitText(unit, false)[1:]
		}
		return "$" + text + UnitText(unit, false)[1:]
	}
	amount, unit = InLargerUnit(amount, unit)
	text := signedText(amount, count)
	if words := UnitText(unit, text == "1" || text == "−1"); words != "" {
		return text + " " + words
	}
	return text
}

// PriceLetters is from how much on a price has a letter for its thousands, in its
// unit: below it is written out, as $1,347/kW-month is.
const PriceLetters = 9999.5

// IsPrice tells whether a unit is of money for a thing, as USD/kW/month is and
// USD/month is not.
func IsPrice(unit string) bool {
	of, isRate := strings.CutPrefix(unit, "USD/")
	of, _, _ = strings.Cut(of, "/")
	return isRate && !slices.Contains([]string{"h", "day", "month", "year"}, of)
}

// Grouped writes a whole number with commas between its thousands.
func Grouped(number float64) string {
	return withSign(number, digits.Plain(math.RoundToEven(math.Abs(number)), mostDigits))
}

// UnitText writes a unit: USD/GPU/h as $/GPU-hour, of one month "month" and not
// "months". A plain ratio has none.
func UnitText(unit string, one bool) string {
	over, under, divided := strings.Cut(unit, "/")
	head := ""
	if over != "1" && over != "bool" {
		head = unitProduct(over, !one)
	}
	switch per := unitProduct(strings.ReplaceAll(under, "/", "*"), false); {
	case !divided:
		return head
	case head == "":
		return "per " + per
	default:
		return head + "/" + per
	}
}

func unitProduct(product string, several bool) string {
	parts := strings.Split(product, "*")
	for i, part := range parts {
		name, power, _ := strings.Cut(part, "^")
		text := name
		if names, ok := unitNames[name]; ok {
			text = names[0]
			if several && i == len(parts)-1 {
				text = names[1]
			}
		}
		parts[i] = text + map[string]string{"2": "²", "3": "³"}[power]
	}
	return strings.Join(parts, "-")
}

// InLargerUnit takes the next larger unit for a thousand of one and more.
func InLargerUnit(amount float64, unit string) (float64, string) {
	first, rest, _ := strings.Cut(unit, "*")
	for _, steps := range UnitSteps {
		at := slices.Index(steps, first)
		if at >= 0 && at < len(steps)-1 && math.Abs(amount) >= 999.5 {
			return InLargerUnit(amount/1000, strings.TrimSuffix(steps[at+1]+"*"+rest, "*"))
		}
	}
	return amount, unit
}

func signedText(number float64, count int) string {
	return withSign(number, digits.Of(math.Abs(number), count))
}

// withSign is the text of a number's magnitude with its sign; of a zero none.
func withSign(number float64, text string) string {
	if number < 0 && text != "0" {
		return "−" + text
	}
	return text
}
