package scenario

import (
	"cmp"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"rackonomics/engine/calendar"
)

// Version is the version of new documents and the newest that this package reads.
// A document keeps the one that it was written in, and with it the defaults of
// then: what it leaves out means the same for ever.
const Version = 2

// Bounds of a scenario. A schema may allow fewer months.
const (
	LongestHorizon = 360 // months; see also checkEnd
	mostRows       = 200
	mostActuals    = 400
	mostSteps      = 120
	mostSources    = 20
	largestSeed    = 1<<53 - 1
)

// Document is a scenario.
type Document struct {
	schema    *Schema
	Version   int
	Name      string
	Title     string
	About     string
	AsOf      string // date of the newest figure in it
	Start     calendar.Month
	Months    int
	Seed      uint64
	Instances []Instance // grouped by scope, in the order of the schema
	Rows      []Row
	Actuals   []Actual
	Study     Study
	Levers    []string // paths of the inputs that matter; empty where the document does not say
	Story     Story    // nobody alters it
}

// Instance is one thing of a scenario.
type Instance struct {
	Scope  string
	Name   string
	Title  string
	Note   string
	Parent int              // index in Document.Instances, or -1
	Given  map[string]Given // by field; what is not given has its default
	single bool             // of a single scope
}

// Given is an input's value in a document, with its provenance.
type Given struct {
	Value   Value
	Note    string
	Sources []Source
}

// Row is a row that a scenario adds to the model.
type Row struct {
	Name, Unit, Formula, Note string
}

// Actual is what was reported of a row over some months.
type Actual struct {
	Row     string
	Thing   string // whose row it is; empty where there is one, or of all together
	From    calendar.Month
	To      calendar.Month // the last month
	Value   float64        // in the row's unit: the sum of a flow, the balance at the end
	Note    string
	Sources []Source
}

// Months is how many months it is of.
func (a *Actual) Months() int { return a.To.Since(a.From) + 1 }

// Problem is a mistake in a document, at a path such as lease.anthropic.share.
type Problem struct {
	Path    string `json:"path"`
	Message string `json:"message"`
}

func (p *Problem) Error() string {
	if p.Path == "" {
		return "scenario: " + p.Message
	}
	return p.Path + ": " + p.Message
}

// Problems is a list of mistakes as one error, one a line.
type Problems []*Problem

func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i, problem := range p {
		lines[i] = problem.Error()
	}
	return strings.Join(lines, "\n")
}

// Schema returns what the document was read by.
func (d *Document) Schema() *Schema { return d.schema }

// Find returns the index of an instance by scope and name, or -1.
func (d *Document) Find(scope, name string) int {
	for i, instance := range d.Instances {
		if instance.Scope == scope && instance.Name == name {
			return i
		}
	}
	return -1
}

// Count is how many things of a scope there are.
func (d *Document) Count(scope string) (count int) {
	for i := range d.Instances {
		if d.Instances[i].Scope == scope {
			count++
		}
	}
	return count
}

// Path returns the path of an instance's input; a single scope has no name in it.
func (i *Instance) Path(field string) string {
	if i.single {
		return i.Scope + "." + field
	}
	return i.Scope + "." + i.Name + "." + field
}

// Called is what people call a thing: its title, or its name where it has none. Of
// several of a kind with one title it has the name too, since legends, tables and
// sentences tell things apart by what they are called.
func (d *Document) Called(instance int) string {
	thing := &d.Instances[instance]
	called := thing.titled()
	for i := range d.Instances {
		if other := &d.Instances[i]; i != instance && other.Scope == thing.Scope && other.titled() == called {
			return called + " (" + thing.Name + ")"
		}
	}
	return called
}

func (i *Instance) titled() string { return cmp.Or(i.Title, i.Name) }

// Value returns the value of an input of an instance: what is given, or the default.
func (d *Document) Value(instance int, in *Input) Value {
	if given, ok := d.Instances[instance].Given[in.Field()]; ok {
		return given.Value
	}
	return in.DefaultIn(d.Version)
}

// Resolve gives what formulas read of an input: one value, or one for each of so
// many months from the start, which may be more than the scenario has.
func (d *Document) Resolve(instance int, in *Input, months int) []float64 {
	return in.Resolve(d.Value(instance, in), d.Start, months)
}

// Assumed reports whether no source but an estimate states the value used.
func (d *Document) Assumed(instance int, in *Input) bool {
	value := d.Value(instance, in)
	if d.Instances[instance].Given[in.Field()].Sources == nil && value.Equal(in.DefaultValue()) {
		return in.Assumption
	}
	for _, source := range d.Sources(instance, in) {
		if source.Confidence != Estimate && source.Value != nil && source.Value.Equal(value) {
			return false
		}
	}
	return true
}

// Sources returns the sources of an input: the document's, or the declared ones.
func (d *Document) Sources(instance int, in *Input) []Source {
	if given := d.Instances[instance].Given[in.Field()]; given.Sources != nil {
		return given.Sources
	}
	return in.Sources
}

// Cited are the sources as they stand beside the value that is used. A declared one that
// names no value states the default: beside another value it says which one it is of.
func (d *Document) Cited(instance int, in *Input) []Source {
	sources := d.Sources(instance, in)
	usual := in.DefaultValue()
	if d.Instances[instance].Given[in.Field()].Sources != nil || d.Value(instance, in).Equal(usual) {
		return sources
	}
	cited := slices.Clone(sources)
	for i := range cited {
		if cited[i].Value == nil {
			cited[i].Value = &usual
		}
	}
	return cited
}

// Clone returns a copy that can be changed without changing the original.
func (d *Document) Clone() *Document {
	clone := d.shared()
	for i := range clone.Instances {
		clone.part(i)
	}
	return clone
}

// part gives a thing of a [Document.shared] copy its own map of what is given.
func (d *Document) part(instance int) {
	given := make(map[string]Given, len(d.Instances[instance].Given)+1)
	maps.Copy(given, d.Instances[instance].Given)
	d.Instances[instance].Given = given
}

// SharesGiven reports whether a thing and its like in another document have one map
// of what is given, as in a copy with changes those have that no change is about.
func (i *Instance) SharesGiven(other *Instance) bool {
	return reflect.ValueOf(i.Given).Pointer() == reflect.ValueOf(other.Given).Pointer()
}

// shared is a copy whose things have the original's maps of what is given, which
// [Document.part] copies before they are changed: a tick of a slider changes one.
func (d *Document) shared() *Document {
	clone := *d
	clone.Instances = slices.Clone(d.Instances)
	clone.Study.Uncertain = slices.Clone(d.Study.Uncertain)
	clone.Levers = slices.Clone(d.Levers)
	return &clone
}

// MostMonths is how many months from the start come before the last month of all,
// which as the value of an input means that something never comes, or has no end.
func (d *Document) MostMonths() int { return calendar.Last.Since(d.Start) }

// checkEnd refuses a scenario that reaches the last month of all. The mistake stands
// at a path, whatever makes it.
func (d *Document) checkEnd(path string) *Problem {
	if d.Months <= d.MostMonths() {
		return nil
	}
	last := d.Start.Add(d.Months - 1)
	return &Problem{path, fmt.Sprintf("%d months from %s end with %s; the last month may be %s, as %s stands for never", d.Months, d.Start, last, calendar.Last.Add(-1), calendar.Last)}
}
