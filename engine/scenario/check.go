package scenario

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// checker gathers what is wrong with a declaration.
type checker struct {
	schema *Schema
	found  []error
}

func (c *checker) fail(name, format string, args ...any) {
	c.found = append(c.found, fmt.Errorf("%s: %s", name, fmt.Sprintf(format, args...)))
}

var (
	// ownMembers are the members of a document that are no scopes.
	ownMembers = []string{"$schema", "version", "name", "title", "about", "as_of", "start", "months", "seed", "rows", "actuals", studyMember, leversMember, storyMember}
	// notInputs are what a thing has besides its inputs, and the words by which
	// a value with provenance and a profile are told from a thing.
	notInputs = []string{"name", titleField, presenceField, "note", "value", "sources", "steps"}
)

// titleField names a thing's title in documents and in changes.
const titleField = "title"

func (c *checker) addScope(scope *Scope) {
	s := c.schema
	switch {
	case !isWord(scope.Name):
		c.fail("scope", "%q is not a word of small letters, digits and _", scope.Name)
	case slices.Contains(ownMembers, scope.Name) || scope.Name == frame:
		c.fail(scope.Name, "documents use this name for something else")
	case s.scopeIndex[scope.Name] != nil:
		c.fail(scope.Name, "this scope is declared twice")
	}
	if scope.Parent != "" && s.scopeIndex[scope.Parent] == nil {
		c.fail(scope.Name, "its parent %q is not declared before it", scope.Parent)
	}
	if scope.Single != (scope.Most == 0) {
		c.fail(scope.Name, "at most %d are allowed; say how many of a scope that is not single, and of no other", scope.Most)
	}
	s.scopes = append(s.scopes, scope)
	s.scopeIndex[scope.Name] = scope
}

func (c *checker) addInput(in *Input) {
	s := c.schema
	switch {
	case s.scopeIndex[in.Scope()] == nil:
		c.fail(in.Name, "there is no scope %q", in.Scope())
	case !isWord(in.Field()):
		c.fail(in.Name, "%q is not a word of small letters, digits and _", in.Field())
	case slices.Contains(notInputs, in.Field()) || s.scopeIndex[in.Field()] != nil:
		c.fail(in.Name, "documents use the member %q for something else", in.Field())
	case s.inputIndex[in.Name] != nil:
		c.fail(in.Name, "this input is declared twice")
	}
	c.kind(in)
	s.inputs = append(s.inputs, in)
	s.inputIndex[in.Name] = in
	s.inputsOf[in.Scope()] = append(s.inputsOf[in.Scope()], in)
}

// addFrame takes in the two inputs that documents of every model have.
func (c *checker) addFrame() {
	s := c.schema
	for _, own := range []struct {
		in   *Input
		name string
		kind Kind
	}{{s.start, frame + ".start", Month}, {s.months, frame + ".months", Number}} {
		if own.in.Name != own.name || own.in.Kind != own.kind {
			c.fail(own.in.Name, "the document's own input %s is of kind %s", own.name, own.kind)
		}
		c.kind(own.in)
		s.inputIndex[own.in.Name] = own.in
	}
	if s.months.Min < 1 || s.months.Max > LongestHorizon {
		c.fail(s.months.Name, "%v to %v months are beyond what can be computed, 1 to %d", s.months.Min, s.months.Max, LongestHorizon)
	}
}

// kind checks what values an input takes, and reads its default.
func (c *checker) kind(in *Input) {
	if !slices.Contains([]Kind{Number, Switch, Choice, Month, Day}, in.Kind) {
		c.fail(in.Name, "%q is not a kind of input", in.Kind)
		return
	}
	isNumber := in.Kind == Number
	if !isNumber && (in.Unit != "" || in.MayVary || in.Percent || in.Min != 0 || in.Max != 0 || in.Step != 0) {
		c.fail(in.Name, "unit, bounds, step, per cent and change over time belong to numbers")
	}
	if isNumber && (!(in.Min < in.Max) || math.IsInf(in.Min, 0) || math.IsInf(in.Max, 0)) {
		c.fail(in.Name, "from %v to %v there is no number", in.Min, in.Max)
	}
	c.options(in)
	standard, err := in.Parse(in.Default)
	if err != nil {
		c.fail(in.Name, "the default: %v", err)
	}
	in.standard = standard
	in.scope, in.field, _ = strings.Cut(in.Name, ".")
	c.former(in)
}

// former reads the defaults that older documents have.
func (c *checker) former(in *Input) {
	in.former = nil
	last := 0
	for _, former := range in.Formerly {
		value, err := in.Parse(former.Default)
		if err != nil {
			c.fail(in.Name, "the default up to version %d: %v", former.Through, err)
		}
		if former.Through <= last || former.Through >= Version {
			c.fail(in.Name, "a default up to version %d; allowed is %d to %d", former.Through, last+1, Version-1)
		}
		last = former.Through
		in.former = append(in.former, value)
	}
}

func (c *checker) options(in *Input) {
	if (in.Kind == Choice) != (len(in.Options) > 0) {
		c.fail(in.Name, "it has %d options; a choice has some, and nothing else has", len(in.Options))
	}
	for i, option := range in.Options {
		if !isWord(option.Name) {
			c.fail(in.Name, "the option %q is not a word of small letters, digits and _", option.Name)
		}
		if slices.IndexFunc(in.Options, func(other Option) bool { return other.Name == option.Name }) < i {
			c.fail(in.Name, "the option %q is declared twice", option.Name)
		}
	}
}

// condition checks with which options of a sibling an input has an effect, and
// that following the siblings' own conditions comes to an end.
func (c *checker) condition(in *Input) {
	if in.OnlyWith == "" {
		return
	}
	field, options := in.Condition()
	sibling := c.schema.inputIndex[in.Scope()+"."+field]
	if sibling == nil {
		c.fail(in.Name, "only with %q: %s has no input %q", in.OnlyWith, in.Scope(), field)
		return
	}
	if options == nil && sibling.Kind != Number {
		c.fail(in.Name, "only with %q: %s is no number", in.OnlyWith, sibling.Name)
		return
	}
	if options != nil && sibling.Kind != Choice && sibling.Kind != Switch {
		c.fail(in.Name, "only with %q: %s is neither a choice nor a switch", in.OnlyWith, sibling.Name)
		return
	}
	for _, option := range options {
		if _, err := sibling.Parse(option); err != nil {
			c.fail(in.Name, "only with %q: %v", in.OnlyWith, err)
		}
	}
	passed := []*Input{in}
	for next := sibling; next != nil; next = c.schema.inputIndex[next.sibling()] {
		if slices.Contains(passed, next) {
			c.fail(in.Name, "only with %q: the conditions go round in a circle", in.OnlyWith)
			return
		}
		passed = append(passed, next)
	}
}

func (c *checker) beginnings(scope *Scope) {
	for _, given := range scope.Begins {
		in := c.schema.inputIndex[scope.Name+"."+given.Input]
		if in == nil {
			c.fail(scope.Name, "a new one is given %q, which is no input of it", given.Input)
			continue
		}
		switch given.From {
		case FromText:
			if _, err := in.Parse(given.Text); err != nil {
				c.fail(in.Name, "what a new one is given: %v", err)
			}
		case FromDefault:
		case FromStart, FromEnd:
			if in.Kind != Month {
				c.fail(in.Name, "a new one is given a month of the scenario, and this is no month")
			}
		default:
			c.fail(in.Name, "a new one is given what %q means, which is nothing", given.From)
		}
	}
}

// isWord says whether documents, paths and formulas can name something so.
func isWord(name string) bool { return isName(name) && !strings.Contains(name, "-") }
