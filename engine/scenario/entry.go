package scenario

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An entry is a number, month, day, switch or option as a person types it. Page and command line
// read it by one rule, which testdata/entries.json shows case by case: comma,
// point, suffix and unit are read where they can be read in one way only. Documents
// are JSON and nothing else.

// longestEntry bounds what is read as an entry, in bytes.
const longestEntry = 100

// Scales are the suffixes of numbers, as powers of ten.
var Scales = map[string]int{
	"k": 3, "thousand": 3, "m": 6, "mm": 6, "mn": 6, "mln": 6, "mio": 6, "million": 6, "b": 9, "bn": 9, "mrd": 9, "billion": 9, "t": 12, "tn": 12, "trillion": 12,
}

// UnitWords are other ways to write the parts of units, in small letters.
var UnitWords = map[string]string{
	"$": "usd", "us$": "usd", "dollar": "usd", "dollars": "usd",
	"gpus": "gpu", "racks": "rack", "satellites": "satellite", "launches": "launch", "shares": "share", "tokens": "token",
	"hour": "h", "hours": "h", "hr": "h", "hrs": "h", "d": "day", "days": "day", "mo": "month", "months": "month",
	"annum": "year", "yr": "year", "yrs": "year", "years": "year",
	"m2": "m^2", "m²": "m^2", "m³": "m3", "m^3": "m3", "tonne": "t", "tonnes": "t", "litre": "l", "litres": "l", "kelvin": "k",
}

// RatioUnits are what may stand behind plain ratios, as powers of ten. That of times
// is for multiples only: where per cent are shown, 2x may also mean 100 % more.
var RatioUnits = map[string]int{
	"%": -2, "percent": -2, "per cent": -2, "pct": -2, "x": 0, "×": 0, "bp": -4, "bps": -4, "basis point": -4, "basis points": -4,
}

// UnitSteps are units of which each is a thousand of the one before: an entry may
// be in any of them, and large amounts are written in the larger ones.
var UnitSteps = [][]string{{"W", "kW", "MW", "GW"}, {"TFLOPS", "PFLOPS", "EFLOPS"}}

// EntryError says why an entry does not count.
type EntryError struct {
	Reason   EntryReason
	Kind     Kind // of what was to be read, where it is a number
	Text     string
	Allowed  string
	Readings []string // of an ambiguous entry, each written so that it has one reading
}

// EntryReason is a kind of mistake in an entry.
type EntryReason string

// Why an entry may not count.
const (
	NotRead     EntryReason = "number" // nothing of its kind at all
	OtherUnit   EntryReason = "unit"
	NotWhole    EntryReason = "whole" // a part of what is counted
	OutOfBounds EntryReason = "range"
	Ambiguous   EntryReason = "ambiguous"
)

func (e *EntryError) Error() string {
	text := strconv.Quote(shorten(e.Text))
	switch e.Reason {
	case OtherUnit:
		return fmt.Sprintf("%s is in another unit; %s", text, e.Allowed)
	case NotWhole:
		return fmt.Sprintf("%s is not a whole number; %s", text, e.Allowed)
	case OutOfBounds:
		return fmt.Sprintf("%s is out of bounds; %s", text, e.Allowed)
	case Ambiguous:
		return fmt.Sprintf("%s can be read in two ways; write %s", text, strings.Join(e.Readings, " or "))
	}
	if e.Kind == Number {
		return fmt.Sprintf("%s is not a number; %s", text, e.Allowed)
	}
	return fmt.Sprintf("%s cannot be read; %s", text, e.Allowed)
}

// Counted reports whether an input counts things that have no parts, such as months.
func (in *Input) Counted() bool {
	whole := []string{"1", "GPU", "GPU/rack", "rack", "satellite", "month", "day"}
	return in.Kind == Number && slices.Contains(whole, in.Unit) && !in.Percent && in.Step > 0 && in.Step == math.Trunc(in.Step)
}

// ReadEntry reads what was typed for the input, and gives it as JSON. A number
// without a unit is in the unit of documents, so 0.45 is 45 per cent. The error is
// an [EntryError].
func (in *Input) ReadEntry(text string) ([]byte, error) {
	switch in.Kind {
	case Month:
		m, err := ReadMonth(text)
		return quoted(m.String()), err
	case Day:
		day, err := readDay(text)
		return quoted(day), err
	case Number:
		number, err := in.readNumber(text)
		return []byte(formatNumber(number)), err
	case Switch:
		isOn, err := in.readSwitch(text)
		return strconv.AppendBool(nil, isOn), err
	}
	name, err := in.readOption(text)
	return quoted(name), err
}

// ReadValue reads what was typed for the input, by the rules of [Input.ReadEntry].
func (in *Input) ReadValue(text string) (Value, error) {
	entry, err := in.ReadEntry(text)
	if err != nil {
		return Value{}, err
	}
	return in.Parse(strings.Trim(string(entry), `"`))
}

// SwitchWords are what a person writes for true and false, in small letters.
var SwitchWords = map[string]bool{"true": true, "yes": true, "on": true, "1": true, "false": false, "no": false, "off": false, "0": false}

func (in *Input) readSwitch(text string) (bool, error) {
	isOn, known := SwitchWords[strings.ToLower(plainEntry(text))]
	if !known {
		return false, &EntryError{Reason: NotRead, Text: text, Allowed: "allowed is true or false, yes or no, on or off"}
	}
	return isOn, nil
}

// readOption finds an option by its name or its title, whose letters may be small or
// large, and whose words may stand apart.
func (in *Input) readOption(text string) (string, error) {
	typed := loosely(text)
	for _, option := range in.Options {
		if typed == loosely(option.Name) || typed == loosely(option.Title) {
			return option.Name, nil
		}
	}
	return "", &EntryError{Reason: NotRead, Text: text, Allowed: in.Allowed()}
}

// loosely is a name in small letters, with one sign for what may part its words.
func loosely(text string) string {
	return strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(plainEntry(text)))
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

func quoted(text string) []byte {
	var out bytes.Buffer
	writeText(&out, text)
	return out.Bytes()
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

// plainEntry drops what cannot be seen, and writes blanks, minus, hyphens, apostrophe
// and the wide signs of East Asian keyboards in one way.
func plainEntry(text string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Cf, r):
			return -1
		case unicode.IsSpace(r):
			return ' '
		case strings.ContainsRune("−‐‑‒﹣", r):
			return '-'
		case r == '’':
			return '\''
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		}
		return r
	}, text))
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

// shifts gives the powers of ten that the unit of an entry can stand for, the
// input's own unit first; nil where it is another unit.
func (in *Input) shifts(entry typedNumber) []int {
	if power, ok := RatioUnits[entry.unit]; ok {
		isTimes := power == 0
		if entry.currency || in.Unit != "1" || in.Counted() || isTimes && in.Percent {
			return nil
		}
		return []int{power}
	}
	var shifts []int
	if in.isOwnUnit(entry.unit, entry.currency) {
		shifts = append(shifts, 0)
	}
	if in.Percent {
		return shifts
	}
	if power, ok := in.multiple(entry); ok {
		shifts = append(shifts, power)
	}
	for scale, power := range Scales {
		unit, ok := strings.CutPrefix(entry.unit, scale)
		first, _ := utf8.DecodeRuneInString(unit)
		isApart := !unicode.IsLetter(first) || splitUnit(unit)[0] == "usd"
		if ok && isApart && in.isOwnUnit(strings.TrimSpace(unit), entry.currency) {
			shifts = append(shifts, power)
		}
	}
	return shifts
}

// multiple gives the power of ten of another unit of the steps that the input's
// own is one of, as of GW where it is in MW.
func (in *Input) multiple(entry typedNumber) (power int, ok bool) {
	for _, steps := range UnitSteps {
		own := slices.Index(steps, in.Unit)
		typed := slices.IndexFunc(steps, func(unit string) bool { return strings.ToLower(unit) == entry.unit })
		if own >= 0 && typed >= 0 && own != typed && !entry.currency {
			return 3 * (typed - own), true
		}
	}
	return 0, false
}

// isOwnUnit reports whether what follows a number is the input's unit, its first
// part, or, of dollars, all but its first part. A number alone is in the input's unit.
func (in *Input) isOwnUnit(text string, currency bool) bool {
	own := splitUnit(strings.ToLower(in.Unit))
	typed := splitUnit(text)
	if text != "" && (len(typed) == 0 || slices.Equal(typed, []string{""})) {
		return false
	}
	if currency {
		if len(typed) > 0 && typed[0] == "" {
			typed = typed[1:]
		}
		if len(typed) == 0 || typed[0] != "usd" {
			typed = append([]string{"usd"}, typed...)
		}
	}
	switch {
	case len(typed) == 0 || slices.Equal(typed, own):
		return true
	case len(typed) == 1:
		return typed[0] == own[0] && own[0] != ""
	}
	return own[0] == "usd" && typed[0] == "" && slices.Equal(typed[1:], own[1:])
}

// splitUnit splits "$ per GPU-hour" into usd, gpu and h. Of what is only "per hour",
// and of 1/hour, the first part is empty.
func splitUnit(text string) (parts []string) {
	for _, word := range strings.Fields(strings.NewReplacer("/", " per ", "-", " ", "·", " ").Replace(text)) {
		isSeparator := slices.Contains([]string{"per", "a", "an"}, word)
		switch {
		case isSeparator && len(parts) > 0:
			continue
		case isSeparator || word == "1":
			word = ""
		}
		parts = append(parts, cmp.Or(UnitWords[word], word))
	}
	return parts
}

// looksLikeUnit reports whether what follows a number is made of words that may be
// units. A letter that is none, as in 5o, and digits, as in 1/2, are slips of the hand.
func looksLikeUnit(text string) bool {
	parts := splitUnit(text)
	isUnit := func(part string) bool {
		letters := 0
		for _, r := range part {
			switch {
			case unicode.IsDigit(r):
				return false
			case unicode.IsLetter(r):
				letters++
			}
		}
		sign, _ := utf8.DecodeRuneInString(part)
		return letters > 1 || unicode.Is(unicode.Sc, sign)
	}
	for i, part := range parts {
		if known := knownUnits[part] || i == 0 && part == "" && len(parts) > 1; !known && !isUnit(part) {
			return false
		}
	}
	return len(parts) > 0
}

// knownUnits are the parts of units that are known by name, and what may stand in
// their place.
var knownUnits = func() map[string]bool {
	known := map[string]bool{}
	for _, word := range UnitWords {
		known[word] = true
	}
	for scale := range Scales {
		known[scale] = true
	}
	for ratio := range RatioUnits {
		known[ratio] = true
	}
	for _, unit := range slices.Concat(UnitSteps...) {
		known[strings.ToLower(unit)] = true
	}
	return known
}()
