package scenario

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
)

// DifferenceKind says what differs between two documents.
type DifferenceKind string

// The kinds of differences.
const (
	InputDiffers  DifferenceKind = "input"  // of a thing that both have, or the start or length of the scenario
	ThingAdded    DifferenceKind = "added"  // a thing that only the second has, as a whole
	ThingRemoved  DifferenceKind = "gone"   // a thing that only the first has, as a whole
	TitleDiffers  DifferenceKind = "title"  // what a thing is called, which changes no figure
	ParentDiffers DifferenceKind = "parent" // what a thing belongs to
	OrderDiffers  DifferenceKind = "order"  // in which order the things of a scope stand that both have
	RowsDiffer    DifferenceKind = "rows"   // the rows that the documents add to the model
)

// Difference is one thing that differs between a first and a second document.
type Difference struct {
	Kind     DifferenceKind
	Path     string // of an input, a title or a thing; of an order the scope
	Scope    string
	Name     string // of the thing
	Input    *Input // of an input
	From, To Value  // of an input
	// FromText and ToText are titles, or the names of what the thing belongs to.
	FromText, ToText string
}

// Differences lists what differs from this document to another of its schema: the
// horizon, then things as the documents have them, each with its inputs in the order
// of their declaration. Where both have no such thing as an input, since neither has
// the thing, there is nothing to tell; what one alone has is one difference as a
// whole. Notes, sources, reported figures, studies and what says how a scenario is
// shown change no figure and are left out.
func (d *Document) Differences(to *Document) (list []Difference) {
	for _, in := range d.schema.Horizon() {
		if from, value := d.horizon(in), to.horizon(in); !from.Equal(value) {
			list = append(list, Difference{Kind: InputDiffers, Path: in.Name, Scope: frame, Input: in, From: from, To: value})
		}
	}
	for _, scope := range d.schema.scopes {
		list = append(list, d.differencesIn(scope, to)...)
	}
	if !slices.Equal(d.Rows, to.Rows) {
		list = append(list, Difference{Kind: RowsDiffer, Path: "rows"})
	}
	return list
}

// ValueAt is the value that a document has of the input that differs, if it has it.
func (d *Document) ValueAt(by *Difference) (value Value, there bool) {
	if by.Scope == frame {
		return d.horizon(by.Input), true
	}
	at := d.Find(by.Scope, by.Name)
	if at < 0 {
		return Value{}, false
	}
	return d.Value(at, by.Input), true
}

// horizon is the value of one of the document's own inputs.
func (d *Document) horizon(in *Input) Value {
	if in.Name == startPath {
		return MonthValue(d.Start)
	}
	return NumberValue(float64(d.Months))
}

func (d *Document) differencesIn(scope *Scope, to *Document) (list []Difference) {
	for i := range d.Instances {
		one := &d.Instances[i]
		if one.Scope != scope.Name {
			continue
		}
		at := to.Find(one.Scope, one.Name)
		if at < 0 {
			list = append(list, Difference{Kind: ThingRemoved, Path: thingPath(one), Scope: one.Scope, Name: one.Name, FromText: one.Title})
			continue
		}
		list = append(list, d.differencesOf(scope, i, to, at)...)
	}
	for i := range to.Instances {
		other := &to.Instances[i]
		if other.Scope == scope.Name && d.Find(other.Scope, other.Name) < 0 {
			list = append(list, Difference{Kind: ThingAdded, Path: thingPath(other), Scope: other.Scope, Name: other.Name, ToText: other.Title})
		}
	}
	if !slices.Equal(d.namesAlso(scope, to), to.namesAlso(scope, d)) {
		list = append(list, Difference{Kind: OrderDiffers, Path: scope.Name, Scope: scope.Name})
	}
	return list
}

// differencesOf lists what differs of a thing that both have.
func (d *Document) differencesOf(scope *Scope, index int, to *Document, at int) (list []Difference) {
	one, other := &d.Instances[index], &to.Instances[at]
	if one.Title != other.Title {
		list = append(list, Difference{Kind: TitleDiffers, Path: one.Path(titleField), Scope: one.Scope, Name: one.Name, FromText: one.Title, ToText: other.Title})
	}
	if parent := d.schema.NamedParent(scope); parent != nil {
		if from, now := d.Instances[one.Parent].Name, to.Instances[other.Parent].Name; from != now {
			list = append(list, Difference{Kind: ParentDiffers, Path: one.Path(parent.Name), Scope: one.Scope, Name: one.Name, FromText: from, ToText: now})
		}
	}
	for _, in := range d.schema.InputsOf(one.Scope) {
		if from, value := d.Value(index, in), to.Value(at, in); !from.Equal(value) {
			list = append(list, Difference{Kind: InputDiffers, Path: one.Path(in.Field()), Scope: one.Scope, Name: one.Name, Input: in, From: from, To: value})
		}
	}
	return list
}

// thingPath is the path of a thing as a whole.
func thingPath(i *Instance) string { return i.Scope + "." + i.Name }

// namesAlso lists the things of a scope that another document has too, in their order.
func (d *Document) namesAlso(scope *Scope, other *Document) []string {
	return slices.DeleteFunc(d.namesOf(scope), func(name string) bool { return other.Find(scope.Name, name) < 0 })
}

// Exchange returns the document with some of its [Document.Differences] as the
// second document has them. With all of them it comes to the same as the second. The
// error says what cannot be exchanged without others: a lease of a site that is not
// there.
func (d *Document) Exchange(to *Document, differences []Difference) (*Document, error) {
	changed := d.Clone()
	changed.Study = Study{} // of inputs that may be gone; it changes no figure
	for _, by := range inTurn(to, differences) {
		if err := changed.exchange(to, &by); err != nil {
			return nil, err
		}
	}
	if problem := changed.checkEnd(frame); problem != nil {
		return nil, problem
	}
	return changed, nil
}

// inTurn puts differences in an order in which they can be made: a thing comes after
// what it belongs to, and leaves what goes before that goes.
func inTurn(to *Document, differences []Difference) []Difference {
	kinds := []DifferenceKind{RowsDiffer, ThingAdded, ParentDiffers, ThingRemoved, InputDiffers, TitleDiffers, OrderDiffers}
	turn := func(d Difference) int {
		return slices.Index(kinds, d.Kind)*(len(to.Instances)+1) + 1 + to.Find(d.Scope, d.Name)
	}
	sorted := slices.Clone(differences)
	slices.SortStableFunc(sorted, func(a, b Difference) int { return cmp.Compare(turn(a), turn(b)) })
	return sorted
}

func (d *Document) exchange(to *Document, by *Difference) error {
	switch by.Kind {
	case RowsDiffer:
		d.Rows = to.Rows
		return nil
	case OrderDiffers:
		d.orderAs(by.Scope, to)
		return nil
	case ThingAdded:
		return d.add(to, by)
	}
	if by.Scope == frame {
		d.exchangeHorizon(to, by.Input)
		return nil
	}
	at := d.Find(by.Scope, by.Name)
	switch {
	case at < 0 && by.Kind == ThingRemoved: // gone with what it belonged to
	case at < 0:
		return &Problem{by.Path, fmt.Sprintf("there is no %s named %q", by.Scope, by.Name)}
	case by.Kind == ThingRemoved:
		d.remove(at)
	case by.Kind == TitleDiffers:
		d.Instances[at].Title = by.ToText
	case by.Kind == ParentDiffers:
		return d.moveTo(at, by.ToText, by.Path)
	default:
		d.Instances[at].Given[by.Input.Field()] = Given{Value: by.To}
	}
	return nil
}

func (d *Document) exchangeHorizon(to *Document, in *Input) {
	if in.Name == startPath {
		d.Start = to.Start
	} else {
		d.Months = to.Months
	}
}

func (d *Document) moveTo(at int, name, path string) error {
	scope := d.schema.FindScope(d.Instances[at].Scope)
	parent := d.Find(scope.Parent, name)
	if parent < 0 {
		return &Problem{path, fmt.Sprintf("there is no %s named %q", scope.Parent, name)}
	}
	d.Instances[at].Parent = parent
	return nil
}

// add takes a thing of another document, which may be of a version with other
// defaults, and puts it behind the one that it follows there.
func (d *Document) add(to *Document, by *Difference) error {
	from := to.Find(by.Scope, by.Name)
	added := to.Instances[from]
	added.Given = maps.Clone(added.Given)
	for _, in := range d.schema.InputsOf(by.Scope) {
		if _, given := added.Given[in.Field()]; !given && !in.DefaultIn(d.Version).Equal(in.DefaultIn(to.Version)) {
			added.Given[in.Field()] = Given{Value: in.DefaultIn(to.Version)}
		}
	}
	if added.Parent >= 0 {
		parent := &to.Instances[added.Parent]
		if added.Parent = d.Find(parent.Scope, parent.Name); added.Parent < 0 {
			return &Problem{by.Path, fmt.Sprintf("there is no %s named %q", parent.Scope, parent.Name)}
		}
	}
	before := -1
	for i := from - 1; i >= 0 && to.Instances[i].Scope == by.Scope && before < 0; i-- {
		before = d.Find(by.Scope, to.Instances[i].Name)
	}
	first := slices.IndexFunc(d.Instances, func(i Instance) bool { return i.Scope == by.Scope })
	switch {
	case before >= 0:
		d.insertAt(before+1, added)
	case first >= 0:
		d.insertAt(first, added)
	default:
		d.insert(added)
	}
	return nil
}

// orderAs puts the things of a scope that another document has too in its order; the
// others keep their places.
func (d *Document) orderAs(scope string, to *Document) {
	var places, order []int
	for i := range d.Instances {
		if d.Instances[i].Scope == scope && to.Find(scope, d.Instances[i].Name) >= 0 {
			places = append(places, i)
		}
	}
	for _, name := range to.namesAlso(d.schema.FindScope(scope), d) {
		order = append(order, d.Find(scope, name))
	}
	d.permute(places, order)
}
