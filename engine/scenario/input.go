package scenario

import "strings"

// Scope is a kind of thing that a scenario has.
type Scope struct {
	Name   string
	Title  string
	Noun   string // what one is called in the middle of a sentence
	Plural string // and several
	Parent string // the scope it belongs to, named by a member of that name
	Single bool   // there is always just one, named as the scope, and written as one object, not a list
	Most   int    // how many are allowed where it is not single
	Note   string
	Begins []Beginning // what a new one is given

	Whose    Whose // whether there is one
	Foremost bool  // what one asks about first, and so is shown first
}

// Beginning is what a new thing is given of an input, so that it has an effect
// at once and shows what one asks about first.
type Beginning struct {
	Input string // its name without the scope
	From  Anchor
	Text  string // what a document says, with [FromText]
	Later int    // months after what From means
}

// Value is what it gives of an input where that does not depend on the scenario.
func (b Beginning) Value(in *Input) (value Value, fixed bool) {
	switch b.From {
	case FromText:
		value, _ = in.Parse(b.Text) // [NewSchema] has read it
		return value, true
	case FromDefault:
		return in.DefaultValue(), true
	}
	return Value{}, false
}

// Anchor says where a new thing's value comes from.
type Anchor string

// The anchors.
const (
	FromText    Anchor = "text"    // what is written
	FromDefault Anchor = "default" // the input's default
	FromStart   Anchor = "start"   // the scenario's first month
	FromEnd     Anchor = "end"     // the scenario's last month
)

// Kind says what values an input takes.
type Kind string

// The kinds of inputs.
const (
	Number Kind = "number"
	Switch Kind = "switch" // true or false
	Choice Kind = "choice" // the name of an option
	Month  Kind = "month"  // written as 2026-05
	Day    Kind = "day"    // written as 2026-05-20
)

// Option is one possibility of a Choice.
type Option struct {
	Name  string `json:"name"`
	Title string `json:"title"`
}

// Former is the default that an input had in documents up to a version.
type Former struct {
	Through int
	Default string
}

// Input declares one input.
type Input struct {
	Name       string // scope.name
	Title      string
	Words      string // other words that people look for it by
	Unit       string // of a Number
	Kind       Kind
	Percent    bool     // a ratio that people read in per cent
	Default    string   // as text; numbers in Go syntax
	Formerly   []Former // its defaults before, the oldest first
	Min, Max   float64
	Step       float64 // of a slider
	Options    []Option
	Endless    string // of a Month: what the last that can be named means here, in words
	MayVary    bool   // may be a profile over time
	Group      string // heading on the page
	OnlyWith   string // "basis=share": has an effect only with this option, or one of these parted by |, of a sibling input; "months>0": of a number, with more than nothing
	Note       string
	Sources    []Source
	Assumption bool // the default is our assumption
	Whose      Whose

	bareUnit string  // of numbers that are typed in its field without one
	standard Value   // Default, as read by [NewSchema]
	former   []Value // of Formerly

	scope, field string // the parts of Name, by [NewSchema], since each run asks for them
}

// Scope returns the scope's name.
func (in *Input) Scope() string {
	if in.scope != "" {
		return in.scope
	}
	scope, _, _ := strings.Cut(in.Name, ".")
	return scope
}

// Field returns the name without its scope, as in documents.
func (in *Input) Field() string {
	if in.field != "" {
		return in.field
	}
	_, field, _ := strings.Cut(in.Name, ".")
	return field
}

// overNothing ends a condition on a number: that it is more than zero, at some time.
const overNothing = ">0"

// Condition takes OnlyWith apart: the field of the sibling, and its options; none
// where the sibling is a number that has to be more than zero.
func (in *Input) Condition() (field string, options []string) {
	if in.OnlyWith == "" {
		return "", nil
	}
	if field, isNumber := strings.CutSuffix(in.OnlyWith, overNothing); isNumber {
		return field, nil
	}
	field, list, _ := strings.Cut(in.OnlyWith, "=")
	return field, strings.Split(list, "|")
}

// sibling is the name of the input that this one depends on.
func (in *Input) sibling() string {
	field, _ := in.Condition()
	return in.Scope() + "." + field
}
