package scenario

import (
	"bytes"
	"fmt"
	"iter"
	"math"
	"slices"
	"strconv"
	"strings"

	"rackonomics/engine/calendar"
)

// Decode reads a document. The error is a [Problems]: unknown and repeated
// members, wrong types, values out of bounds and whatever follows the document
// are all mistakes, each with its path, the value and what is allowed.
func (s *Schema) Decode(data []byte) (*Document, error) {
	if len(data) <= LargestDocument && len(bytes.TrimSpace(data)) == 0 {
		return nil, Problems{{"", "the document is empty; a scenario as JSON is expected"}}
	}
	root, problem := parseTree(data)
	if problem != nil {
		return nil, Problems{problem}
	}
	d := decoder{document: &Document{schema: s}}
	d.decode(root)
	if d.problems != nil {
		return nil, d.problems
	}
	return d.document, nil
}

type decoder struct {
	document *Document
	problems Problems
}

func (d *decoder) fail(path, format string, args ...any) {
	const most = 50
	if len(d.problems) < most {
		d.problems = append(d.problems, &Problem{path, fmt.Sprintf(format, args...)})
	}
}

// expect reports whether a value has the wanted kind, and notes it if not.
func (d *decoder) expect(path string, t *tree, kind treeKind) bool {
	if t.kind != kind {
		d.fail(path, "%s is expected here, not %s", kind, t.describe())
		return false
	}
	return true
}

// objects gives each object of a list with its path. Where it is no list, or a longer
// one than is allowed, none is read; what is counted says "rows are added".
func (d *decoder) objects(path string, t *tree, most int, counted string) iter.Seq2[string, *tree] {
	return func(yield func(string, *tree) bool) {
		if !d.expect(path, t, listTree) {
			return
		}
		if len(t.items) > most {
			d.fail(path, "%d %s; at most %d are allowed", len(t.items), counted, most)
			return
		}
		for i, item := range t.items {
			if at := join(path, strconv.Itoa(i)); d.expect(at, item, objectTree) && !yield(at, item) {
				return
			}
		}
	}
}

func (t *tree) describe() string {
	switch t.kind {
	case boolTree:
		return strconv.FormatBool(t.number != 0)
	case numberTree:
		return shorten(t.text)
	case textTree:
		return strconv.Quote(shorten(t.text))
	}
	return t.kind.String()
}

func shorten(text string) string {
	if len(text) > 60 {
		return strings.ToValidUTF8(text[:57], "") + "…"
	}
	return text
}

func (d *decoder) decode(root *tree) {
	if !d.expect("", root, objectTree) {
		return
	}
	doc := d.document
	known := slices.Clone(ownMembers)
	for _, scope := range doc.schema.scopes {
		known = append(known, scope.Name)
	}
	d.refuseOthers("", root, known)
	d.checkVersion(root.get("version"))
	doc.Name = d.name("name", root.get("name"))
	doc.Title = d.text("title", root.get("title"))
	doc.About = d.text("about", root.get("about"))
	doc.AsOf = d.text("as_of", root.get("as_of"))
	doc.Start = d.month("start", root.get("start"))
	doc.Months = d.length("months", root.get("months"))
	if problem := doc.checkEnd("months"); problem != nil {
		d.problems = append(d.problems, problem)
	}
	if seed := root.get("seed"); seed != nil {
		doc.Seed = d.seed("seed", seed)
	}
	for _, scope := range doc.schema.scopes {
		d.scope(scope, root.get(scope.Name))
	}
	d.rows(root.get("rows"))
	d.actuals(root.get("actuals"))
	d.study(root.get(studyMember))
	d.story(root.get(storyMember))
	if d.problems == nil { // of what is wrong nothing can be said
		d.levers(root.get(leversMember))
	}
}

func (d *decoder) refuseOthers(path string, t *tree, known []string) {
	for _, m := range t.members {
		if !slices.Contains(known, m.key) {
			d.fail(join(path, shorten(m.key)), "this is not known here; there are %s", strings.Join(known, ", "))
		}
	}
}

func (d *decoder) checkVersion(t *tree) {
	switch {
	case t == nil:
		d.fail("version", "the version is missing; this program reads 1 to %d", Version)
	case t.kind != numberTree || t.number < 1 || t.number > Version || t.number != math.Trunc(t.number):
		d.fail("version", "%s is not a version that this program reads; it reads 1 to %d", t.describe(), Version)
	default:
		d.document.Version = int(t.number)
	}
}

// isName is written out because package regexp costs engine.wasm 90 KB.
func isName(name string) bool {
	const longest = 40
	for i, r := range name {
		letter := r >= 'a' && r <= 'z'
		if !letter && (i == 0 || (r < '0' || r > '9') && r != '_' && r != '-') {
			return false
		}
	}
	return name != "" && len(name) <= longest
}

func (d *decoder) name(path string, t *tree) string {
	if t == nil {
		d.fail(path, "a name is missing")
		return ""
	}
	if !d.expect(path, t, textTree) {
		return ""
	}
	if !isName(t.text) {
		d.fail(path, "%s is not a name; a name is up to 40 small letters, digits, - and _, beginning with a letter", t.describe())
	}
	return t.text
}

func (d *decoder) text(path string, t *tree) string {
	if t == nil || !d.expect(path, t, textTree) {
		return ""
	}
	return t.text
}

func (d *decoder) month(path string, t *tree) calendar.Month {
	if t == nil {
		d.fail(path, "a month is missing; write it as 2026-05")
		return calendar.First
	}
	if !d.expect(path, t, textTree) {
		return calendar.First
	}
	m, err := calendar.Parse(t.text)
	if err != nil {
		d.fail(path, "%v", err)
		return calendar.First
	}
	return m
}

// length reads the number of months.
func (d *decoder) length(path string, t *tree) int {
	bounds := d.document.schema.months
	return int(d.whole(path, t, bounds.Min, bounds.Max))
}

// seed reads a whole number that JSON carries exactly.
func (d *decoder) seed(path string, t *tree) uint64 { return uint64(d.whole(path, t, 0, largestSeed)) }

func (d *decoder) whole(path string, t *tree, least, most float64) float64 {
	if t == nil {
		d.fail(path, "a number is missing; allowed is %s to %s", formatNumber(least), formatNumber(most))
		return least
	}
	if !d.expect(path, t, numberTree) {
		return least
	}
	if t.number < least || t.number > most || t.number != math.Trunc(t.number) {
		d.fail(path, "%s is not allowed; allowed is a whole number from %s to %s", t.describe(), formatNumber(least), formatNumber(most))
		return least
	}
	return t.number
}

func (d *decoder) scope(scope *Scope, t *tree) {
	if scope.Single {
		if t == nil {
			t = object()
		}
		if d.expect(scope.Name, t, objectTree) {
			d.instance(scope, scope.Name, scope.Name, t)
		}
		return
	}
	if t == nil {
		return
	}
	for path, item := range d.objects(scope.Name, t, scope.Most, "are listed") {
		name := d.name(join(path, "name"), item.get("name"))
		if isName(name) {
			path = join(scope.Name, name)
		}
		if d.document.Find(scope.Name, name) >= 0 {
			d.fail(path, "this name is given twice among %s", scope.Name)
			continue
		}
		d.instance(scope, path, name, item)
	}
}

func (d *decoder) instance(scope *Scope, path, name string, t *tree) {
	schema := d.document.schema
	instance := Instance{Scope: scope.Name, Name: name, Parent: -1, Given: map[string]Given{}, single: scope.Single}
	instance.Title = seen(d.text(join(path, titleField), t.get(titleField)))
	instance.Note = d.text(join(path, "note"), t.get("note"))
	known := []string{titleField, "note"}
	if !scope.Single {
		known = append(known, "name")
	}
	if parent := schema.NamedParent(scope); parent != nil {
		known = append(known, parent.Name)
	}
	if parent := schema.FindScope(scope.Parent); parent != nil {
		instance.Parent = d.parent(parent, path, t)
	}
	for _, in := range schema.InputsOf(scope.Name) {
		known = append(known, in.Field())
		if value := t.get(in.Field()); value != nil {
			instance.Given[in.Field()] = d.given(in, join(path, in.Field()), value)
		}
	}
	d.refuseOthers(path, t, known)
	d.document.Instances = append(d.document.Instances, instance)
}

func (d *decoder) parent(parent *Scope, path string, t *tree) int {
	if parent.Single {
		return d.document.Find(parent.Name, parent.Name)
	}
	path = join(path, parent.Name)
	named := t.get(parent.Name)
	if named == nil {
		d.fail(path, "the name of its %s is missing", parent.Name)
		return -1
	}
	if !d.expect(path, named, textTree) {
		return -1
	}
	index := d.document.Find(parent.Name, named.text)
	if index < 0 {
		d.fail(path, "there is no %s named %s", parent.Name, named.describe())
	}
	return index
}

func (d *decoder) rows(t *tree) {
	if t == nil {
		return
	}
	for path, item := range d.objects("rows", t, mostRows, "rows are added") {
		d.refuseOthers(path, item, []string{"name", "unit", "formula", "note"})
		row := Row{d.text(path+".name", item.get("name")), d.text(path+".unit", item.get("unit")),
			d.text(path+".formula", item.get("formula")), d.text(path+".note", item.get("note"))}
		for _, field := range []string{"name", "unit", "formula"} {
			if written := item.get(field); written == nil || written.text == "" {
				d.fail(join(path, field), "this is missing")
			}
		}
		d.document.Rows = append(d.document.Rows, row)
	}
}
