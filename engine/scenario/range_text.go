package scenario

import (
	"cmp"
	"fmt"
	"math"
	"strconv"
	"strings"

	"rackonomics/engine/distribution"
)

// RangeText writes a distribution so that [Input.ReadRange] reads it as just that,
// where its values are within the input's bounds: 25 to 35 %, uniform 1 to 1.5 B,
// times 0.9 to 1.1.
func (in *Input) RangeText(spread distribution.Distribution, times bool) string {
	if times {
		return timesWord + " " + in.factor().RangeText(spread, false)
	}
	f := findForm(spread.Form)
	plain := false
	switch f.parts {
	case asRange:
		plain = in.plainRange(spread.Low, spread.High).Form == f.name
	case asPoints:
		plain = len(spread.Points) > 1
	}
	if plain {
		return in.partsText(f, &spread)
	}
	return string(f.name) + " " + in.partsText(f, &spread)
}

// partsText writes what follows the name of a form.
func (in *Input) partsText(f *form, spread *distribution.Distribution) string {
	switch f.parts {
	case asRange:
		return strings.Join(in.amountTexts(spread.Low, spread.High), " to ")
	case asThree:
		return strings.Join(in.amountTexts(spread.Low, spread.Mode, spread.High), ", ")
	case asHazard:
		return strings.Join(in.amountTexts(spread.Low), "") + ", " + rateText(spread.Rate)
	}
	var values []float64
	weighed := false
	for _, point := range spread.Points {
		values = append(values, point.Value)
		weighed = weighed || point.Weight != 1
	}
	texts := in.amountTexts(values...)
	for i, point := range spread.Points {
		if weighed {
			texts[i] += atWord + Unmistakable(point.Weight)
		}
	}
	return strings.Join(texts, orWord)
}

// rateText writes a chance in per cent where that reads as the same number, since
// not every number has its hundredth.
func rateText(rate float64) string {
	text := oneReading(strconv.FormatFloat(100*rate, 'f', -1, 64)) + " %"
	if read, err := shareOfRange.readNumber(text); err == nil && read == rate && len(text) <= 8 {
		return text
	}
	return Unmistakable(rate)
}

// amountTexts writes values one after the other, of which the last has the sign
// that all are to be read by.
func (in *Input) amountTexts(values ...float64) []string {
	texts := make([]string, len(values))
	if in.Kind != Number {
		for i, value := range values {
			texts[i] = in.plainText(value)
		}
		return texts
	}
	power, sign := in.scaleOf(values)
	for i, value := range values {
		texts[i] = shifted(value, power)
	}
	texts[len(texts)-1] += sign
	return texts
}

// plainText writes a value that is no number.
func (in *Input) plainText(value float64) string {
	switch {
	case in.Kind == Switch:
		return strconv.FormatBool(value != 0)
	case in.Kind == Month && value == in.most():
		return neverWord
	}
	return in.valueTree(NumberValue(value)).text
}

// scaleOf is the power of ten that values are written in, and the sign of it.
func (in *Input) scaleOf(values []float64) (power int, sign string) {
	if in.Percent && in.Unit == "1" {
		return -2, " %"
	}
	largest := 0.0
	for _, value := range values {
		largest = max(largest, math.Abs(value))
	}
	switch {
	case in.Unit == "1" || largest < 1e6:
		return 0, ""
	case largest < 1e9:
		return Scales["m"], " M"
	}
	return Scales["b"], " B"
}

// shifted writes a number in a power of ten, digit by digit, so that it is read as
// the same number, and in one way only.
func shifted(number float64, power int) string {
	digits, exponent, _ := strings.Cut(strconv.FormatFloat(math.Abs(number), 'e', -1, 64), "e")
	digits = strings.Replace(digits, ".", "", 1)
	at, _ := strconv.Atoi(exponent)
	at += 1 - power // how many digits stand before the point
	sign := ""
	if number < 0 {
		sign = "-"
	}
	switch {
	case number == 0:
		return "0"
	case at < -5 || at > 21:
		return sign + strings.TrimSuffix(digits[:1]+"."+digits[1:], ".") + "e" + strconv.Itoa(at-1)
	case at <= 0:
		digits = "0." + strings.Repeat("0", -at) + digits
	case at >= len(digits):
		digits += strings.Repeat("0", at-len(digits))
	default:
		digits = digits[:at] + "." + digits[at:]
	}
	return sign + oneReading(digits)
}

// Told writes the range as people read it, in a few digits: 25 % to 35 %, or
// $267M (33 %), $273M (33 %) or $281M (33 %). Its form is told apart ([Uncertain.Words]).
func (u *Uncertain) Told() string {
	texts := []string{}
	for _, name := range findForm(u.Form).members {
		if value := end(&u.Distribution, name); value != nil {
			texts = append(texts, u.toldValue(*value))
		}
	}
	switch {
	case u.Form == distribution.Discrete:
		return u.toldPoints()
	case u.Form == distribution.Hazard:
		return "from " + texts[0] + " on, " + Quantity(u.Rate, "1", true) + " a year"
	case len(texts) == 3:
		return texts[0] + " to " + texts[2] + ", most likely " + texts[1]
	}
	return strings.Join(texts, " to ")
}

func (u *Uncertain) toldPoints() string {
	total := 0.0
	for _, point := range u.Points {
		total += point.Weight
	}
	var texts []string
	for _, point := range u.Points {
		texts = append(texts, u.toldValue(point.Value)+" ("+Quantity(math.Round(100*point.Weight/total)/100, "1", true)+")")
	}
	last := len(texts) - 1
	if last == 0 {
		return texts[0]
	}
	return strings.Join(texts[:last], ", ") + " or " + texts[last]
}

// toldValue writes a value of the input in a few digits.
func (u *Uncertain) toldValue(value float64) string {
	switch {
	case u.Times:
		return Quantity(value, "1", false) + " ×"
	case u.Input.IsPresence() && value != 0:
		return "there"
	case u.Input.IsPresence():
		return "not there"
	case u.Input.Kind == Number:
		return Quantity(value, u.Input.Unit, u.Input.Percent)
	case u.Input.Kind == Choice:
		return u.Input.Options[int(value)].Title
	case u.Input.Kind == Switch && value != 0:
		return "yes"
	case u.Input.Kind == Switch:
		return "no"
	case u.Input.Kind == Month && value == u.Input.most():
		return cmp.Or(u.Input.Endless, neverWord)
	}
	return fmt.Sprint(u.Input.Plain(NumberValue(value)))
}
