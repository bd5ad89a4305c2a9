package scenario

import (
	"fmt"
	"slices"
	"strconv"
)

// leversMember names the inputs that matter in documents.
const leversMember = "levers"

// Bounds of how many inputs a scenario names as those that matter.
const (
	FewestLevers = 4
	MostLevers   = 8
)

// levers reads the paths of the inputs that matter, each of which must be there and
// have an effect.
func (d *decoder) levers(t *tree) {
	if t == nil || !d.expect(leversMember, t, listTree) {
		return
	}
	if len(t.items) < FewestLevers || len(t.items) > MostLevers {
		d.fail(leversMember, "%d inputs are named; allowed are %d to %d", len(t.items), FewestLevers, MostLevers)
		return
	}
	for i, item := range t.items {
		at := join(leversMember, strconv.Itoa(i))
		if !d.expect(at, item, textTree) {
			continue
		}
		if wrong := d.document.notLever(item.text); wrong != "" {
			d.fail(at, "%q: %s", shorten(item.text), wrong)
			continue
		}
		if slices.Contains(d.document.Levers, item.text) {
			d.fail(at, "%q is named twice", item.text)
		}
		d.document.Levers = append(d.document.Levers, item.text)
	}
}

// notLever says why a path is not that of an input that can matter; empty where it is.
func (d *Document) notLever(path string) string {
	instance, in, wrong := d.locate(path)
	switch {
	case wrong != "":
		return wrong
	case in.IsPresence():
		return "this is a thing as a whole; allowed is the path of an input"
	}
	if idle := d.Idle(instance, in); idle != nil {
		return idle.SaysIdle()
	}
	return ""
}

// HasEffect reports whether the sibling that an input depends on is as it needs
// it, and that one's.
func (d *Document) HasEffect(instance int, in *Input) bool { return d.Idle(instance, in) == nil }

// Idle gives the input whose condition is not met where an input has no effect: itself,
// or a sibling that it depends on. It is nil where the input has one.
func (d *Document) Idle(instance int, in *Input) *Input {
	for in.OnlyWith != "" {
		field, options := in.Condition()
		sibling := d.schema.FindInput(in.Scope() + "." + field)
		value := d.Value(instance, sibling)
		if options == nil && !value.isOverNothing() || options != nil && !slices.Contains(options, fmt.Sprint(sibling.Plain(value))) {
			return in
		}
		in = sibling
	}
	return nil
}

// SaysIdle says of an input that has no effect what it takes.
func (in *Input) SaysIdle() string { return "it has no effect here, only with " + in.OnlyWith }

// isOverNothing reports whether a number is more than zero, or is at some time.
func (v Value) isOverNothing() bool {
	if v.Profile == nil {
		return v.Number > 0
	}
	return slices.ContainsFunc(v.Profile.Steps, func(step Step) bool { return step.Value > 0 })
}

// leversLeft are those that still are once things and options have changed; none
// where too few are, so that what is usual stands in their place.
func (d *Document) leversLeft() []string {
	left := slices.DeleteFunc(slices.Clone(d.Levers), func(path string) bool { return d.notLever(path) != "" })
	if len(left) < FewestLevers {
		return nil
	}
	return left
}

// leversTree is nil where the document names none.
func (d *Document) leversTree() *tree {
	if len(d.Levers) == 0 {
		return nil
	}
	named := list()
	for _, path := range d.Levers {
		named.items = append(named.items, text(path))
	}
	return named
}

// leversSchema is what a JSON Schema says of them.
func leversSchema() *tree {
	return object(member{"type", text("array")}, member{"minItems", number(FewestLevers)}, member{"maxItems", number(MostLevers)},
		member{"uniqueItems", &tree{kind: boolTree, number: 1}},
		member{"items", object(member{"$ref", text("#/$defs/text")}, describe("The path of an input that has an effect, as scope.name.input; of what there is one of, as scope.input."))},
		describe("The inputs that matter in this scenario, the most important first. They change no figure."))
}
