package scenario

import (
	"fmt"
	"slices"
	"strings"
)

// orderPrefix is what the paths of changes to the order of things begin with:
// scenario.order.lease. What stands earlier is served first where a model says so.
const orderPrefix = frame + ".order."

// setOrder puts things of a scope in the order in which they are named. Those that
// are not named follow, as they stood; null leaves all as they stand.
func (d *Document) setOrder(path string, value *tree) Problems {
	scope := d.schema.FindScope(strings.TrimPrefix(path, orderPrefix))
	if scope == nil || scope.Single {
		return Problems{{path, "there is no such order; allowed is " + orderPrefix + " and one of " + d.schema.severalList()}}
	}
	if value.kind == nullTree {
		return nil
	}
	names, problems := d.readOrder(scope, path, value)
	if problems != nil {
		return problems
	}
	place := func(i int) int {
		if at := slices.Index(names, d.Instances[i].Name); at >= 0 {
			return at
		}
		return len(names)
	}
	var of []int
	for i := range d.Instances {
		if d.Instances[i].Scope == scope.Name {
			of = append(of, i)
		}
	}
	ordered := slices.Clone(of)
	slices.SortStableFunc(ordered, func(a, b int) int { return place(a) - place(b) })
	d.permute(of, ordered)
	return nil
}

// severalList names the scopes of which there may be several things.
func (s *Schema) severalList() string {
	var names []string
	for _, scope := range s.scopes {
		if !scope.Single {
			names = append(names, scope.Name)
		}
	}
	return strings.Join(names, ", ")
}

func (d *Document) readOrder(scope *Scope, path string, value *tree) (names []string, problems Problems) {
	r := decoder{document: d}
	if !r.expect(path, value, listTree) {
		return nil, r.problems
	}
	for _, item := range value.items {
		switch {
		case !r.expect(path, item, textTree):
		case d.Find(scope.Name, item.text) < 0:
			r.fail(path, "there is no %s named %q; allowed is each of %s once", scope.Name, shorten(item.text), strings.Join(d.namesOf(scope), ", "))
		case slices.Contains(names, item.text):
			r.fail(path, "%q is named twice", item.text)
		default:
			names = append(names, item.text)
		}
		if len(r.problems) > 0 {
			return nil, r.problems
		}
	}
	return names, nil
}

func (d *Document) namesOf(scope *Scope) (names []string) {
	for i := range d.Instances {
		if d.Instances[i].Scope == scope.Name {
			names = append(names, d.Instances[i].Name)
		}
	}
	return names
}

// permute has the things at some places stand in another order there, and what
// belongs to them still belong to them.
func (d *Document) permute(places, order []int) {
	before := slices.Clone(d.Instances)
	moved := make([]int, len(before))
	for i := range moved {
		moved[i] = i
	}
	for at, from := range order {
		d.Instances[places[at]] = before[from]
		moved[from] = places[at]
	}
	for i := range d.Instances {
		if parent := d.Instances[i].Parent; parent >= 0 {
			d.Instances[i].Parent = moved[parent]
		}
	}
	d.relocate()
}

// ChangesWithout gives the changes of a list but for one, and but for those that cannot
// be made without it, such as to what it adds. It is an error to ask for one that
// there is not.
func (d *Document) ChangesWithout(changes []Change, path string) ([]Change, error) {
	at := slices.IndexFunc(changes, func(c Change) bool { return c.Path == path })
	if at < 0 {
		return nil, Problems{{path, fmt.Sprintf("this is not changed; there are %d changes", len(changes))}}
	}
	document := d.Clone()
	var left []Change
	for i, change := range changes {
		if i != at && document.apply(change) == nil {
			left = append(left, change)
		}
	}
	return left, nil
}
