package scenario

import (
	"fmt"
	"slices"
	"strings"

	"rackonomics/engine/near"
)

// Change sets one thing of a document. Path is an input (lease.anthropic.share),
// a title (lease.anthropic.title), a thing as a whole (lease.anthropic), how
// likely each value of an input is (study.lease.anthropic.share), or one of
// scenario.start, scenario.months, scenario.seed, the order of the things of a kind
// (scenario.order.lease, a list of names), study.correlations, study.measure and
// study.paths. JSON is the value as a document has it;
// null takes an input back to its default, takes a title or a part of the study
// away and removes a thing.
type Change struct {
	Path string
	JSON []byte
}

// Apply returns a copy of the document with the changes made, in their order.
// The error is a [Problems]; a change that cannot be made names its path.
func (d *Document) Apply(changes []Change) (*Document, error) {
	changed := d.shared()
	var problems Problems
	frame := "" // what set start or length last
	for _, change := range changes {
		problems = append(problems, changed.apply(change)...)
		if change.Path == startPath || change.Path == monthsPath {
			frame = change.Path
		}
	}
	if problem := changed.checkEnd(frame); problem != nil && frame != "" {
		problems = append(problems, problem)
	}
	if problems == nil {
		problems = changed.checkStudy()
	}
	if problems != nil {
		return nil, problems
	}
	changed.Levers = changed.leversLeft()
	return changed, nil
}

func (d *Document) apply(change Change) Problems {
	value, problem := parseTree(change.JSON)
	if problem != nil {
		problem.Path = change.Path
		return Problems{problem}
	}
	head, rest, _ := strings.Cut(change.Path, ".")
	scope := d.schema.FindScope(head)
	switch {
	case head == frame:
		return d.setFrame(change.Path, value)
	case head == studyMember:
		return d.setStudy(change.Path, rest, value)
	case scope == nil:
		return Problems{{change.Path, "there is no such path; it begins with " + frame + ", " + studyMember + ", " + d.schema.scopeList()}}
	case scope.Single:
		return d.setInput(scope, scope.Name, rest, change.Path, value)
	}
	name, field, whole := strings.Cut(rest, ".")
	if !whole {
		return d.setInstance(scope, name, value)
	}
	return d.setInput(scope, name, field, change.Path, value)
}

func (s *Schema) scopeList() string {
	var names []string
	for _, scope := range s.scopes {
		names = append(names, scope.Name)
	}
	return strings.Join(names, ", ")
}

// The paths of the document's own members that changes set.
const (
	startPath  = frame + ".start"
	monthsPath = frame + ".months"
	seedPath   = frame + ".seed"
)

func (d *Document) setFrame(path string, value *tree) Problems {
	if strings.HasPrefix(path, orderPrefix) {
		return d.setOrder(path, value)
	}
	r := decoder{document: d}
	switch path {
	case startPath:
		if m := r.month(path, value); r.problems == nil {
			d.Start = m
		}
	case monthsPath:
		if n := r.length(path, value); r.problems == nil {
			d.Months = n
		}
	case seedPath:
		if seed := r.seedOrNone(path, value); r.problems == nil {
			d.Seed = seed
		}
	default:
		r.fail(path, "there is no such path; allowed is %s, %s, %s, or %s and a kind of thing", startPath, monthsPath, seedPath, orderPrefix)
	}
	return r.problems
}

// seedOrNone reads a seed; null is none.
func (d *decoder) seedOrNone(path string, t *tree) uint64 {
	if t.kind == nullTree {
		return 0
	}
	return d.seed(path, t)
}

func (d *Document) setInput(scope *Scope, name, field, path string, value *tree) Problems {
	instance := d.Find(scope.Name, name)
	if instance < 0 {
		return Problems{{path, d.lacks(scope, name)}}
	}
	if field == titleField {
		return d.setTitle(instance, path, value)
	}
	in := d.schema.FindInput(scope.Name + "." + field)
	if in == nil {
		return Problems{{path, d.schema.lacks(scope, field, titleField)}}
	}
	d.part(instance)
	if value.kind == nullTree {
		delete(d.Instances[instance].Given, field)
		return nil
	}
	r := decoder{document: d}
	given := r.given(in, path, value)
	if r.problems != nil {
		return r.problems
	}
	if before := d.Instances[instance].Given[field]; given.Sources == nil && given.Note == "" {
		given.Note, given.Sources = before.Note, before.Sources
	}
	d.Instances[instance].Given[field] = given
	return nil
}

// lacks says that there is no thing of a name, and which there are. An input in the
// place of the name, as in lease.fee, is one of which it is not said whose.
func (d *Document) lacks(scope *Scope, name string) string {
	names := d.namesOf(scope)
	if len(names) == 0 {
		return fmt.Sprintf("there is no %s named %q, nor any other", scope.Name, shorten(name))
	}
	if d.schema.FindInput(scope.Name+"."+name) != nil || name == titleField {
		return fmt.Sprintf("say of which %s, as %s.%s.%s; there are %s", scope.Name, scope.Name, names[0], name, strings.Join(names, ", "))
	}
	return fmt.Sprintf("there is no %s named %q; there are %s", scope.Name, shorten(name), strings.Join(names, ", "))
}

// lacks says that things of a scope have no such input, and what they have beside others.
func (s *Schema) lacks(scope *Scope, field string, others ...string) string {
	for _, in := range s.InputsOf(scope.Name) {
		others = append(others, in.Field())
	}
	const readable = 12
	if len(others) > readable {
		return fmt.Sprintf("%s has no input %q; of its %d near it are %s", scope.Name, shorten(field), len(others), strings.Join(near.Names(field, others), ", "))
	}
	return fmt.Sprintf("%s has no input %q; there are %s", scope.Name, shorten(field), strings.Join(others, ", "))
}

// setTitle gives a thing another title, or none.
func (d *Document) setTitle(instance int, path string, value *tree) Problems {
	r := decoder{document: d}
	if value.kind != nullTree && !r.expect(path, value, textTree) {
		return r.problems
	}
	d.Instances[instance].Title = seen(value.text)
	return nil
}

// seen is a title, of which something can be seen: one of blanks alone is none.
func seen(title string) string {
	if strings.TrimSpace(title) == "" {
		return ""
	}
	return title
}

// setInstance adds, replaces or removes a thing. What belongs to a removed one goes with it.
func (d *Document) setInstance(scope *Scope, name string, value *tree) Problems {
	path := scope.Name + "." + name
	existing := d.Find(scope.Name, name)
	if value.kind == nullTree {
		if existing < 0 {
			return Problems{{path, "there is nothing of this name to remove"}}
		}
		d.remove(existing)
		return nil
	}
	r := decoder{document: d}
	if value.kind != objectTree {
		r.fail(path, "%s", d.noObject(scope, existing, name, value))
		return r.problems
	}
	if !isName(name) {
		r.fail(path, "%q is not a name; a name is up to 40 small letters, digits, - and _, beginning with a letter", shorten(name))
	}
	if r.problems != nil {
		return r.problems
	}
	if named := value.get("name"); named != nil && (named.kind != textTree || named.text != name) {
		r.fail(join(path, "name"), "%s is not the name in the path; leave it out or write %q", named.describe(), name)
	}
	before := slices.Clone(d.Instances)
	r.instance(scope, path, name, value)
	if r.problems != nil {
		d.Instances = before
		return r.problems
	}
	added := d.Instances[len(d.Instances)-1]
	d.Instances = d.Instances[:len(d.Instances)-1]
	if existing >= 0 {
		d.Instances[existing] = added
		return nil
	}
	count := 0
	for _, instance := range d.Instances {
		if instance.Scope == scope.Name {
			count++
		}
	}
	if count >= scope.Most {
		return Problems{{path, fmt.Sprintf("there are %d already; at most %d are allowed", count, scope.Most)}}
	}
	d.insert(added)
	return nil
}

// noObject says of a value in the place of a thing how an input of it is set.
func (d *Document) noObject(scope *Scope, existing int, name string, value *tree) string {
	says := fmt.Sprintf("%s is expected here, not %s; ", objectTree, value.describe())
	if existing < 0 {
		return says + d.lacks(scope, name)
	}
	return fmt.Sprintf("%san input is set by its path, as %s.%s.%s", says, scope.Name, name, d.schema.InputsOf(scope.Name)[0].Field())
}

// insert puts an instance after the last of its scope, as a decoded document has it.
func (d *Document) insert(added Instance) {
	rank := func(scope string) int {
		return slices.IndexFunc(d.schema.scopes, func(s *Scope) bool { return s.Name == scope })
	}
	at := slices.IndexFunc(d.Instances, func(i Instance) bool { return rank(i.Scope) > rank(added.Scope) })
	if at < 0 {
		at = len(d.Instances)
	}
	d.insertAt(at, added)
}

// insertAt puts an instance before another of its scope, or after the last of it.
func (d *Document) insertAt(at int, added Instance) {
	d.Instances = slices.Insert(d.Instances, at, added)
	for i := range d.Instances {
		if parent := d.Instances[i].Parent; parent >= at && i != at {
			d.Instances[i].Parent++
		}
	}
	d.relocate()
}

// actualsWithout are the reported figures without those of a thing.
func (d *Document) actualsWithout(gone *Instance) (left []Actual) {
	for _, a := range d.Actuals {
		if a.Thing != gone.Name || !strings.HasPrefix(a.Row, gone.Scope+".") {
			left = append(left, a)
		}
	}
	return left
}

func (d *Document) remove(index int) {
	for i := len(d.Instances) - 1; i > index; i-- {
		if d.Instances[i].Parent == index {
			d.remove(i)
		}
	}
	gone := &d.Instances[index]
	d.Actuals = d.actualsWithout(gone)
	d.Study.without(func(path string) bool { return strings.HasPrefix(path+".", gone.Path("")) })
	if d.asksOf(gone) {
		d.Study.Measure = ""
	}
	d.Instances = slices.Delete(d.Instances, index, index+1)
	for i := range d.Instances {
		if d.Instances[i].Parent > index {
			d.Instances[i].Parent--
		}
	}
	d.relocate()
}
