package scenario

import "rackonomics/engine/calendar"

// Locate finds the input that a path of the document means, as
// lease.anthropic.share, and whose it is; lease.anthropic is whether there is it at
// all ([Input.IsPresence]). The error is a [Problem] that says what
// there is instead.
func (d *Document) Locate(path string) (instance int, in *Input, err error) {
	instance, in, wrong := d.locate(path)
	if wrong != "" {
		return -1, nil, &Problem{path, wrong}
	}
	return instance, in, nil
}

// With returns the document with another value of an input, which keeps its note
// and sources.
func (d *Document) With(instance int, in *Input, value Value) *Document {
	changed := d.Clone()
	changed.Set(instance, in, value)
	return changed
}

// Set is [Document.With] in place, for a document that nobody else holds.
func (d *Document) Set(instance int, in *Input, value Value) {
	given := d.Instances[instance].Given[in.Field()]
	given.Value = value
	d.Instances[instance].Given[in.Field()] = given
}

// WithoutThing returns the document without a thing, and what belongs to it.
func (d *Document) WithoutThing(instance int) *Document {
	changed := d.Clone()
	changed.remove(instance)
	return changed
}

// presenceField is what the input is called that says whether there is a thing. No
// document gives it: a thing that stands in one is there.
const presenceField = "present"

func presenceOf(scope *Scope) *Input {
	return &Input{Name: scope.Name + "." + presenceField, Title: "There is this " + scope.Noun, Kind: Switch, Default: "true", Whose: scope.Whose, standard: NumberValue(1)}
}

// IsPresence reports whether the input is that of a thing as a whole: whether there
// is one. A study may be uncertain of that; a document that lists the thing is not.
func (in *Input) IsPresence() bool { return in.Field() == presenceField }

// Number gives what formulas read of a plain value, as [Input.Resolve] does: a
// number without dust, of a month and a day how far it is from the start.
func (in *Input) Number(number float64, start calendar.Month) float64 {
	switch in.Kind {
	case Month:
		return number - float64(start.Since(calendar.First))
	case Day:
		return number - float64(start.FirstDay())
	}
	return withoutDust(number)
}

// Times gives a value with each of its numbers multiplied, within the input's bounds.
func (in *Input) Times(v Value, factor float64) Value {
	within := func(number float64) float64 { return min(max(number*factor, in.Min), in.Max) }
	if v.Profile == nil {
		return NumberValue(within(v.Number))
	}
	profile := *v.Profile
	profile.Steps = make([]Step, len(v.Profile.Steps))
	for i, step := range v.Profile.Steps {
		profile.Steps[i] = Step{step.From, within(step.Value)}
	}
	return Value{Profile: &profile}
}
