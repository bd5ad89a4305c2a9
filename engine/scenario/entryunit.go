package scenario

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

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
