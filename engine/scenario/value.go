package scenario

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"rackonomics/engine/calendar"
)

// Value is the value of an input. What Number means depends on the input's
// kind: the number itself, 0 or 1 for a switch, the index of an option, the
// months since [calendar.First], or the days since its first day.
type Value struct {
	Number  float64
	Profile *Profile // instead of Number, of an input that may vary
}

// Profile is a value that changes over time. Before the first step the first
// value holds.
type Profile struct {
	Steps     []Step
	Linear    bool    // straight lines between the steps, not steps
	Escalator float64 // growth a year of each step's value, on its anniversaries
}

// Step is a value from a month on.
type Step struct {
	From  calendar.Month
	Value float64
}

// Equal reports whether two values are the same.
func (v Value) Equal(w Value) bool {
	if v.Profile == nil || w.Profile == nil {
		return v.Profile == w.Profile && v.Number == w.Number
	}
	return v.Profile.Linear == w.Profile.Linear && v.Profile.Escalator == w.Profile.Escalator && slices.Equal(v.Profile.Steps, w.Profile.Steps)
}

// NumberValue is a plain value.
func NumberValue(number float64) Value { return Value{Number: number} }

// MonthValue is the value of a month input.
func MonthValue(m calendar.Month) Value {
	return Value{Number: float64(m.Since(calendar.First))}
}

// Month returns the month that a month input's value means.
func (v Value) Month() calendar.Month { return calendar.First.Add(int(v.Number)) }

// Expand gives the profile's value in each of some months from start.
func (p *Profile) Expand(start calendar.Month, months int) []float64 {
	values := make([]float64, months)
	for i := range values {
		values[i] = p.at(start.Add(i))
	}
	return values
}

func (p *Profile) at(month calendar.Month) float64 {
	last := 0
	for i, step := range p.Steps {
		if month.Since(step.From) >= 0 {
			last = i
		}
	}
	step := p.Steps[last]
	elapsed := month.Since(step.From)
	if elapsed < 0 {
		return step.Value
	}
	if p.Linear && last+1 < len(p.Steps) {
		next := p.Steps[last+1]
		rise := float64(float64(elapsed) * (next.Value - step.Value)) // divided last, so that whole numbers stay whole
		return step.Value + rise/float64(next.From.Since(step.From))
	}
	value := step.Value
	for range elapsed / 12 {
		value *= 1 + p.Escalator
	}
	return value
}

// Resolve gives what formulas read: one value, or one for each month of the
// run. An escalator carries no value beyond the input's bounds, and dust is zero.
// A month input becomes months since the start of the scenario, a day input days
// since its first day.
func (in *Input) Resolve(v Value, start calendar.Month, months int) []float64 {
	if v.Profile != nil {
		values := v.Profile.Expand(start, months)
		for i := range values {
			values[i] = withoutDust(min(max(values[i], in.Min), in.Max))
		}
		return values
	}
	return []float64{in.Number(v.Number, start)}
}

// withoutDust takes what is next to zero as zero: a share of 1e-300, or the 1e-17
// that arithmetic on 0.1 leaves, would make a formula that asks whether it is
// above zero divide by it. No input means anything so small.
func withoutDust(number float64) float64 {
	if math.Abs(number) < 1e-12 {
		return 0
	}
	return number
}

// DefaultValue returns the declared default.
func (in *Input) DefaultValue() Value { return in.standard }

// DefaultIn returns the default that holds in documents of a version.
func (in *Input) DefaultIn(version int) Value {
	for i, former := range in.Formerly {
		if version <= former.Through {
			return in.former[i]
		}
	}
	return in.standard
}

// Parse reads a value as typed: a number, true or false, an option's name or a
// month. The error says what is allowed.
func (in *Input) Parse(text string) (Value, error) {
	text = strings.TrimSpace(text)
	switch in.Kind {
	case Switch:
		return in.parseSwitch(text)
	case Choice:
		return in.parseChoice(text)
	case Month:
		m, err := calendar.Parse(text)
		return MonthValue(m), err
	case Day:
		day, err := calendar.ParseDay(text)
		return NumberValue(float64(day)), err
	}
	number, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsInf(number, 0) || math.IsNaN(number) {
		return Value{}, fmt.Errorf("%q is not a number; %s", text, in.Allowed())
	}
	return NumberValue(number + 0), in.checkNumber(number) // -0 becomes 0
}

func (in *Input) parseSwitch(text string) (Value, error) {
	switch text {
	case "true":
		return Value{Number: 1}, nil
	case "false":
		return Value{}, nil
	}
	return Value{}, fmt.Errorf("%q is neither true nor false", text)
}

func (in *Input) parseChoice(text string) (Value, error) {
	for i, option := range in.Options {
		if option.Name == text {
			return NumberValue(float64(i)), nil
		}
	}
	return Value{}, fmt.Errorf("%q is not an option; %s", text, in.Allowed())
}

// checkNumber refuses what is out of bounds.
func (in *Input) checkNumber(number float64) error {
	if number < in.Min || number > in.Max {
		return fmt.Errorf("%s is out of bounds; %s", formatNumber(number), in.Allowed())
	}
	return nil
}

// Allowed tells which values there may be.
func (in *Input) Allowed() string {
	switch in.Kind {
	case Choice:
		var names []string
		for _, option := range in.Options {
			names = append(names, option.Name)
		}
		return "allowed is one of " + strings.Join(names, ", ")
	case Switch:
		return "allowed is true or false"
	case Month:
		return "allowed is a month such as 2026-05"
	case Day:
		return "allowed is a day such as 2026-05-20"
	}
	return "allowed is " + in.bounds()
}

func (in *Input) bounds() string {
	unit := ""
	if in.Unit != "1" {
		unit = " " + in.Unit
	}
	return fmt.Sprintf("%s to %s%s", formatNumber(in.Min), formatNumber(in.Max), unit)
}

// formatNumber writes a number as JSON would, whole ones without an exponent.
func formatNumber(number float64) string {
	if math.Abs(number) >= 1e21 || number != 0 && math.Abs(number) < 1e-6 {
		return strconv.FormatFloat(number, 'e', -1, 64)
	}
	return strconv.FormatFloat(number, 'f', -1, 64)
}

// Plain gives a value as a document has it, for writing as JSON: a number, true
// or false, an option's name, a month, or a profile.
func (in *Input) Plain(v Value) any {
	switch {
	case v.Profile != nil:
		return v.Profile
	case in.Kind == Switch:
		return v.Number != 0
	case in.Kind == Choice:
		return in.Options[int(v.Number)].Name
	case in.Kind == Month:
		return v.Month().String()
	case in.Kind == Day:
		return calendar.DayText(int(v.Number))
	}
	return v.Number
}

// MarshalJSON writes the profile as in documents.
func (p *Profile) MarshalJSON() ([]byte, error) {
	return p.tree().json(), nil
}
