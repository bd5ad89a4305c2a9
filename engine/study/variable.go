package study

import (
	"rackonomics/engine/calendar"
	"rackonomics/engine/distribution"
	"rackonomics/engine/scenario"
)

// largestFactor bounds what an input is multiplied by; the input's own bounds hold
// what comes of it.
const largestFactor = 1000

// Variable is an input of a thing that differs by lane.
type Variable struct {
	Path  string
	Thing int // index of the instance
	Input *scenario.Input
	Times bool // the lanes' numbers are factors of what the scenario says
}

// Find makes a variable of a path. An input that changes over time can only be
// multiplied. The error is a [scenario.Problem].
func Find(document *scenario.Document, path string, times bool) (Variable, error) {
	thing, in, err := document.Locate(path)
	if err != nil {
		return Variable{}, err
	}
	if document.Value(thing, in).Profile != nil && !times {
		return Variable{}, &scenario.Problem{Path: path, Message: "it changes over time, so that it can be varied by a factor only"}
	}
	if times && in.Kind != scenario.Number {
		return Variable{}, &scenario.Problem{Path: path, Message: "only a number can be varied by a factor"}
	}
	return Variable{path, thing, in, times}, nil
}

// Value gives the input's value where the variable has a number: what documents
// and changes say of it.
func (v *Variable) Value(document *scenario.Document, number float64) scenario.Value {
	if v.Times {
		return v.Input.Times(document.Value(v.Thing, v.Input), number)
	}
	return scenario.NumberValue(number)
}

// Bounds are the least and the greatest number that the variable may have.
func (v *Variable) Bounds() (least, most float64) {
	switch {
	case v.Times:
		return 0, largestFactor
	case v.Input.Kind == scenario.Month:
		return 0, float64(calendar.Last.Since(calendar.First))
	case v.Input.Kind == scenario.Day:
		return 0, float64(calendar.Last.Add(1).FirstDay() - 1)
	case v.Input.Kind == scenario.Switch:
		return 0, 1
	case v.Input.Kind == scenario.Choice:
		return 0, float64(len(v.Input.Options) - 1)
	}
	return v.Input.Min, v.Input.Max
}

// Whole reports whether it has whole numbers only.
func (v *Variable) Whole() bool {
	return v.Input.Kind != scenario.Number || v.Input.Counted() && !v.Times
}

// within cuts a distribution to what the variable may be.
func (v *Variable) within(d *distribution.Distribution) (distribution.Bounded, error) {
	least, most := v.Bounds()
	return d.Within(least, most, v.Whole())
}

// Today is the variable's number as the scenario stands.
func (v *Variable) Today(document *scenario.Document) float64 {
	if v.Times {
		return 1
	}
	return document.Value(v.Thing, v.Input).Number
}
