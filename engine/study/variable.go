package study

import "rackonomics/engine/scenario"

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
	return v.of(document.Value(v.Thing, v.Input), number)
}

// of gives it where the input's value is known as the scenario stands.
func (v *Variable) of(stands scenario.Value, number float64) scenario.Value {
	if v.Times {
		return v.Input.Times(stands, number)
	}
	return scenario.NumberValue(number)
}

// Today is the variable's number as the scenario stands.
func (v *Variable) Today(document *scenario.Document) float64 {
	if v.Times {
		return 1
	}
	return document.Value(v.Thing, v.Input).Number
}
