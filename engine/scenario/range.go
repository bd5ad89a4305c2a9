package scenario

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"rackonomics/engine/distribution"
)

// A range is a distribution as a person types it: a low and a high end, each an
// entry by the rules of [Input.ReadEntry], or a form by its name and parts.

// ReadRange reads "25 to 35 %", "1.0 to 1.5 B$", "Jul 2026 to Jan 2027", "2.6 or
// 3.5 at 2", "pert 2, 2.5, 4" or "±10 %", which is a factor on what the scenario
// says, as is what follows the word times. The unit of the last part holds for
// those that have none. What low and high of numbers mean without a form is
// [distribution.FromRange]'s to say; of months and days each is alike. The error
// says which part does not count, or what is allowed.
func (in *Input) ReadRange(text string) (spread distribution.Distribution, times bool, err error) {
	if len(text) > longestText {
		return spread, false, in.noRange(text)
	}
	written := plainEntry(text)
	of := in
	if rest, ok := cutWord(written, timesWord); ok && in.Kind == Number {
		of, times, written = in.factor(), true, rest
	}
	switch around, isAround := cutAround(written); {
	case isAround && in.Kind == Number:
		times = true
		spread, err = in.factor().readAround(around)
	default:
		spread, err = of.readForm(written)
	}
	if err == nil {
		_, err = (&Uncertain{Input: in, Times: times, Distribution: spread}).Bounded()
	}
	if err != nil {
		return distribution.Distribution{}, false, err
	}
	return spread, times, nil
}

// InPercent is the input as it is read in a field that shows per cent: numbers alone
// are in per cent, where those of the input are.
func (in *Input) InPercent() *Input {
	field := *in
	if in.Percent && in.Unit == "1" {
		field.bareUnit = "%"
	}
	return &field
}

// ReadUncertain reads what was typed as how likely each value of the input is, and
// gives it as the JSON of a change of study.<path>: a range, or the word sources.
func (in *Input) ReadUncertain(text string) ([]byte, error) {
	if strings.EqualFold(plainEntry(text), sourcesWord) {
		return quoted(sourcesWord), nil
	}
	spread, times, err := in.ReadRange(text)
	if err != nil {
		return nil, err
	}
	return (&Uncertain{Input: in, Times: times, Distribution: spread}).tree().json(), nil
}

// timesWord before a range makes it one of a factor.
const timesWord = "times"

// factor declares what a factor on the input may be.
func (in *Input) factor() *Input {
	return &Input{Name: in.Name, Kind: Number, Unit: "1", Max: largestFactor}
}

// The other numbers of a range.
var (
	shareOfRange  = &Input{Name: "share", Kind: Number, Unit: "1", Max: 1}
	weightOfRange = &Input{Name: "weight", Kind: Number, Unit: "1", Max: math.MaxFloat64}
)

func (in *Input) noRange(text string) error {
	return &EntryError{Reason: NotRead, Text: text, Allowed: in.allowedRanges()}
}

// allowedRanges says what may be typed, from the table of forms.
func (in *Input) allowedRanges() string {
	var ways []string
	if slices.Contains(findForm(distribution.Uniform).kinds, in.Kind) {
		ways = append(ways, string(asRange))
	}
	if in.Kind == Number {
		ways = append(ways, "±10 %", timesWord+" "+string(asRange))
	}
	ways = append(ways, sourcesWord)
	for _, f := range forms {
		if slices.Contains(f.kinds, in.Kind) {
			ways = append(ways, string(f.name)+" "+string(f.parts))
		}
	}
	return "allowed is " + strings.Join(ways, "; ")
}

// cutWord takes a word that a text begins with, in either case.
func cutWord(text, word string) (rest string, ok bool) {
	first, rest, _ := strings.Cut(text, " ")
	return strings.TrimSpace(rest), strings.EqualFold(first, word)
}

func cutAround(text string) (rest string, ok bool) {
	for _, sign := range []string{"±", "+-", "+/-"} {
		if rest, ok := strings.CutPrefix(text, sign); ok {
			return strings.TrimSpace(rest), true
		}
	}
	return "", false
}

// readAround reads the 10 % of ±10 %. Without the sign it could be an amount.
func (in *Input) readAround(text string) (distribution.Distribution, error) {
	share, err := shareOfRange.readNumber(text)
	if entry, ok := scanNumber(text); err == nil && ok && entry.unit == "" {
		err = in.noRange(text)
	}
	if err != nil {
		return distribution.Distribution{}, err
	}
	return in.plainRange(asTyped(1-share), asTyped(1+share)), nil
}

// asTyped is the number of fifteen digits, as which one would have typed it, next to
// what arithmetic on such numbers left: 0.93 for 1 - 0.07.
func asTyped(number float64) float64 {
	typed, _ := strconv.ParseFloat(strconv.FormatFloat(number, 'g', 15, 64), 64)
	return typed
}

// readForm reads a range without or with the name of a form before it.
func (in *Input) readForm(text string) (distribution.Distribution, error) {
	for _, f := range forms {
		for _, word := range []string{string(f.name), strings.ReplaceAll(string(f.name), "-", "")} {
			if rest, ok := cutWord(text, word); ok && slices.Contains(f.kinds, in.Kind) {
				return in.readParts(&f, rest)
			}
		}
	}
	if strings.Contains(text, orWord) {
		return in.readParts(findForm(distribution.Discrete), text)
	}
	if !slices.Contains(findForm(distribution.Uniform).kinds, in.Kind) {
		return distribution.Distribution{}, in.noRange(text)
	}
	low, high, err := in.readEnds(text)
	if err != nil {
		return distribution.Distribution{}, err
	}
	return in.plainRange(low, high), nil
}

// plainRange is what a low and a high end mean where no form is named.
func (in *Input) plainRange(low, high float64) distribution.Distribution {
	if in.Kind == Number {
		return distribution.FromRange(low, high, in.Min, in.Max)
	}
	return distribution.Distribution{Form: distribution.Uniform, Low: low, High: high}
}

// readParts reads what follows the name of a form.
func (in *Input) readParts(f *form, text string) (spread distribution.Distribution, err error) {
	spread.Form = f.name
	switch f.parts {
	case asRange:
		spread.Low, spread.High, err = in.readEnds(text)
	case asThree:
		var amounts []float64
		if amounts, err = in.readList(text, 3); err == nil {
			spread.Low, spread.Mode, spread.High = amounts[0], amounts[1], amounts[2]
		}
	case asPoints:
		spread.Points, err = in.readPoints(text)
	case asHazard:
		if parts := splitList(text); len(parts) != 2 {
			err = in.noRange(text)
		} else if spread.Low, err = in.readAmount(parts[0]); err == nil {
			spread.Rate, err = shareOfRange.readNumber(parts[1])
		}
	}
	return spread, err
}

// splitList splits at semicolons, or else at commas with a blank after them.
func splitList(text string) []string {
	separator := ", "
	if strings.Contains(text, ";") {
		separator = ";"
	}
	return strings.Split(text, separator)
}

func (in *Input) readList(text string, count int) ([]float64, error) {
	parts := splitList(text)
	if len(parts) != count {
		return nil, in.noRange(text)
	}
	return in.readAmounts(parts)
}

// What stands between the values of a discrete distribution, and before a weight.
const (
	orWord = " or "
	atWord = " at "
)

func (in *Input) readPoints(text string) ([]distribution.Point, error) {
	parts := strings.Split(text, orWord)
	if len(parts) > mostPoints {
		return nil, in.noRange(text)
	}
	points := make([]distribution.Point, len(parts))
	for i, part := range parts {
		points[i].Weight = math.NaN() // nobody has said
		value, weight, weighed := strings.Cut(part, atWord)
		if weighed {
			var err error
			if points[i].Weight, err = weightOfRange.readNumber(weight); err != nil {
				return nil, err
			}
		}
		parts[i] = value
	}
	weighRest(points)
	amounts, err := in.readAmounts(parts)
	for i, amount := range amounts {
		points[i].Value = amount
	}
	return points, err
}

// weighRest gives the points whose weight is not said what the others leave of the
// whole, each alike: of "2026-08 at 90 % or 2026-12" the second has 10 %. Where they
// leave nothing, as where nobody says any, it is one each.
func weighRest(points []distribution.Point) {
	rest, unsaid := 1.0, 0
	for _, point := range points {
		if point.Weight == point.Weight {
			rest -= point.Weight
		} else {
			unsaid++
		}
	}
	weight := 1.0
	if unsaid < len(points) && rest > 0 {
		weight = asTyped(rest / float64(unsaid))
	}
	for i := range points {
		if points[i].Weight != points[i].Weight {
			points[i].Weight = weight
		}
	}
}

// readEnds reads the two ends of a range. Of several signs that may stand between
// them, as in -5--3, it is the first that leaves two values.
func (in *Input) readEnds(text string) (low, high float64, err error) {
	err = in.noRange(text)
	for i, ends := range splitRange(text) {
		amounts, wrong := in.readAmounts(ends)
		if wrong == nil {
			return amounts[0], amounts[1], nil
		}
		if i == 0 {
			err = wrong
		}
	}
	return 0, 0, err
}

// splitRange lists the ways to split a text at the sign between two ends.
func splitRange(text string) (ways [][]string) {
	for _, separator := range []string{" to ", "..", "–", "—", " - ", "-"} {
		for at := range text {
			if before, after := text[:at], text[at:]; before != "" && strings.HasPrefix(after, separator) {
				ways = append(ways, []string{strings.TrimSpace(before), strings.TrimSpace(after[len(separator):])})
			}
		}
		if ways != nil {
			return ways
		}
	}
	return nil
}

// readAmounts reads values of which those without a unit have the last one's.
func (in *Input) readAmounts(texts []string) ([]float64, error) {
	unit := in.bareUnit
	if last, ok := scanNumber(texts[len(texts)-1]); ok && in.Kind == Number && last.unit != "" {
		unit = last.unit
	}
	amounts := make([]float64, len(texts))
	for i, text := range texts {
		if entry, ok := scanNumber(text); ok && entry.unit == "" && unit != "" {
			text += " " + unit
		}
		var err error
		if amounts[i], err = in.readAmount(text); err != nil {
			return nil, err
		}
	}
	return amounts, nil
}

// neverWord in a range of months is the last that can be named, to which no scenario
// comes.
const neverWord = "never"

// readAmount reads one value as [Input.ReadEntry] does, and of months never too.
func (in *Input) readAmount(text string) (float64, error) {
	if in.Kind == Month && strings.EqualFold(text, neverWord) {
		return in.most(), nil
	}
	value, err := in.ReadValue(text)
	return value.Number, err
}
