package scenario

import (
	"cmp"
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Counted reports whether an input counts things that have no parts, such as months.
func (in *Input) Counted() bool {
	whole := []string{"1", "GPU", "GPU/rack", "rack", "satellite", "month", "day"}
	return in.Kind == Number && slices.Contains(whole, in.Unit) && !in.Percent && in.Step > 0 && in.Step == math.Trunc(in.Step)
}

// ReadAmount reads a number in a unit as an entry, where nothing else bounds it, as
// what a figure is to come to. The error is an [EntryError].
func ReadAmount(text, unit string, percent bool) (float64, error) {
	in := Input{Kind: Number, Unit: unit, Percent: percent, Min: -math.MaxFloat64, Max: math.MaxFloat64}
	number, err := in.readNumber(text)
	var mistake *EntryError
	if errors.As(err, &mistake) {
		mistake.Allowed = "allowed is a number such as 0 or 1.5bn " + unit
		if unit == "1" {
			mistake.Allowed = "allowed is a number such as 0.25 or 25 %"
		}
	}
	return number, err
}

func (in *Input) readNumber(text string) (float64, error) {
	fail := func(reason EntryReason) error {
		allowed := "allowed is " + in.bounds()
		if in.Counted() {
			allowed = "allowed is whole numbers from " + in.bounds()
		}
		return &EntryError{Reason: reason, Kind: Number, Text: text, Allowed: allowed}
	}
	entry, ok := scanNumber(text)
	if !ok {
		if isOtherMoney(text) {
			return 0, fail(OtherUnit)
		}
		return 0, fail(NotRead)
	}
	shifts := in.shifts(entry)
	switch {
	case shifts == nil && (entry.unit == "" || looksLikeUnit(entry.unit)):
		return 0, fail(OtherUnit)
	case shifts == nil:
		return 0, fail(NotRead)
	}
	var good []float64
	var first EntryReason // what is wrong with the page's own reading
	for i, digits := range entry.readings {
		for _, shift := range shifts {
			// Beyond all numbers it is infinite, and out of bounds.
			number, _ := strconv.ParseFloat(entry.sign+digits+"e"+strconv.Itoa(entry.exponent+shift), 64)
			reason := in.judge(number)
			if reason == "" && !slices.Contains(good, number) {
				good = append(good, number+0) // -0 becomes 0
			}
			if i == entry.own && shift == shifts[0] {
				first = reason
			}
		}
	}
	switch {
	case len(good) == 0:
		return 0, fail(first)
	case len(good) == 1 && first == "":
		return good[0], nil
	}
	ambiguous := &EntryError{Reason: Ambiguous, Text: text}
	for _, number := range good {
		ambiguous.Readings = append(ambiguous.Readings, Unmistakable(number))
	}
	return 0, ambiguous
}

func (in *Input) judge(number float64) EntryReason {
	switch {
	case in.Counted() && number != math.Trunc(number):
		return NotWhole
	case in.checkNumber(number) != nil:
		return OutOfBounds
	}
	return ""
}

// Unmistakable writes a number so that it can be read in one way only: 1.250 could be 1250.
func Unmistakable(number float64) string {
	return oneReading(formatNumber(number))
}

func oneReading(digits string) string {
	if entry, ok := scanNumber(digits); ok && len(entry.readings) > 1 {
		return digits + "0"
	}
	return digits
}

// typedNumber is an entry taken apart.
type typedNumber struct {
	sign     string
	currency bool     // a dollar sign before the digits
	readings []string // of the digits, at most two, the decimal one first
	own      int      // the reading that is the page's way of writing
	exponent int
	unit     string // what follows the digits
}

func scanNumber(text string) (typedNumber, bool) {
	var entry typedNumber
	if len(text) > longestEntry {
		return entry, false
	}
	rest := entry.takeSign(bracketed(plainEntry(text)))
	sign, rest := cutDollar(rest)
	entry.currency = sign != ""
	rest = entry.takeSign(rest)
	end := 0
	for end < len(rest) && (isDigit(rest[end]) || strings.IndexByte(".,'_", rest[end]) >= 0 || rest[end] == ' ' && end+1 < len(rest) && isDigit(rest[end+1])) {
		end++
	}
	exponent, after := cutExponent(rest[end:])
	entry.readings, entry.own = readDigits(rest[:end], exponent != "")
	if entry.currency && len(entry.readings) > 1 {
		// Who writes the sign before the number writes 1,250 for 1250; elsewhere it stands behind.
		entry.readings, entry.own = entry.readings[entry.own:][:1], 0
	}
	entry.exponent, _ = strconv.Atoi(exponent)
	entry.unit = strings.ToLower(strings.TrimSpace(after))
	return entry, len(entry.readings) > 0 && len(exponent) <= len("-999")
}

// dollarSigns are what may stand before an amount, the longest first.
var dollarSigns = []string{"us$", "usd", "$"}

// bracketed writes a number between brackets, as accounts have what is below zero, with a minus sign.
func bracketed(text string) string {
	sign, rest := cutDollar(text)
	inner, after, closed := strings.Cut(strings.TrimPrefix(rest, "("), ")")
	if !closed || !strings.HasPrefix(rest, "(") || strings.ContainsAny(inner+after, "()") {
		return text
	}
	return "-" + sign + inner + after
}

// cutDollar takes a dollar sign and what blanks follow it from before a text.
func cutDollar(text string) (sign, rest string) {
	for _, sign := range dollarSigns {
		if len(text) >= len(sign) && strings.EqualFold(text[:len(sign)], sign) {
			return text[:len(sign)], strings.TrimLeft(text[len(sign):], " ")
		}
	}
	return "", text
}

// isOtherMoney reports whether a text begins with a number after the sign or the
// three letters of another currency.
func isOtherMoney(text string) bool {
	text = strings.TrimLeft(plainEntry(text), "+-( ")
	sign, size := utf8.DecodeRuneInString(text)
	switch {
	case unicode.Is(unicode.Sc, sign) && sign != '$':
		text = text[size:]
	case len(text) > 3 && strings.IndexFunc(text[:3], func(r rune) bool { return r < 'A' || r > 'Z' }) < 0 && text[:3] != "USD":
		text = text[3:]
	default:
		return false
	}
	text = strings.TrimLeft(text, " ")
	if text != "" && (text[0] == '.' || text[0] == ',') {
		text = text[1:]
	}
	return text != "" && isDigit(text[0])
}

// cutExponent takes e6, e+6 or E-6 from before what follows.
func cutExponent(text string) (exponent, after string) {
	end := 1
	if len(text) > 1 && (text[1] == '-' || text[1] == '+') {
		end++
	}
	digits := end
	for end < len(text) && isDigit(text[end]) {
		end++
	}
	if text == "" || text[0] != 'e' && text[0] != 'E' || end == digits {
		return "", text
	}
	return text[1:end], text[end:]
}

// takeSign takes a sign that an entry begins with, once. A dash there is a minus: no range begins with it.
func (n *typedNumber) takeSign(text string) string {
	if after, isDash := strings.CutPrefix(text, "–"); isDash {
		text = "-" + after
	}
	if n.sign == "" && text != "" && (text[0] == '-' || text[0] == '+') {
		n.sign, text = text[:1], strings.TrimLeft(text[1:], " ")
	}
	return text
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isDigits(text string) bool {
	return text != "" && strings.IndexFunc(text, func(r rune) bool { return r < '0' || r > '9' }) < 0
}

// readDigits gives what digits with commas, points, blanks and apostrophes can mean,
// the decimal reading first, and which of the readings is the page's own way of writing.
func readDigits(body string, hasExponent bool) (readings []string, own int) {
	comma, point := strings.LastIndexByte(body, ','), strings.LastIndexByte(body, '.')
	commas, points := strings.Count(body, ","), strings.Count(body, ".")
	var decimal, grouping string
	switch {
	case commas > 0 && points > 0 && comma > point:
		decimal, grouping = ",", "."
	case commas > 0 && points > 0:
		decimal, grouping = ".", ","
	case commas > 1:
		grouping = ","
	case points > 1:
		grouping = "."
	default:
		decimal = map[bool]string{true: ",", false: "."}[commas > 0]
	}
	for _, other := range []string{" ", "'", "_"} {
		if strings.Contains(body, other) {
			if grouping != "" {
				return nil, 0
			}
			grouping = other
		}
	}
	if grouping == "" && commas+points == 1 && !hasExponent {
		if whole, ok := ungrouped(body, decimal); ok {
			before, after, _ := strings.Cut(body, decimal)
			return []string{before + "." + after, whole}, commas // a comma groups, a point is decimal
		}
	}
	whole, fraction, hasFraction := body, "", false
	if decimal != "" {
		whole, fraction, hasFraction = strings.Cut(body, decimal)
	}
	if hasFraction && !isDigits(fraction) {
		return nil, 0
	}
	if grouping != "" {
		var ok bool
		if whole, ok = ungrouped(whole, grouping); !ok {
			return nil, 0
		}
	}
	if !isDigits(whole) && !(whole == "" && hasFraction) {
		return nil, 0
	}
	return []string{cmp.Or(whole, "0") + "." + cmp.Or(fraction, "0")}, 0
}

// ungrouped takes the separators out of digits in groups of three, the first of
// which does not begin with a zero.
func ungrouped(text, separator string) (string, bool) {
	groups := strings.Split(text, separator)
	for i, group := range groups {
		if !isDigits(group) || i == 0 && (len(group) > 3 || group[0] == '0') || i > 0 && len(group) != 3 {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}
