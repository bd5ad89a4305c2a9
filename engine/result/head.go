package result

import (
	"fmt"
	"strconv"
	"strings"

	"rackonomics/engine/calendar"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// Head is a measure of an instance: what its value is. It is the same in all
// runs of a form.
type Head struct {
	Name    string // with @instance where a scenario may have several
	Title   string
	Unit    string // of a month and a day their kind; empty of names
	Kind    model.Kind
	Note    string
	Source  string
	Percent bool
	InLink  bool

	Measure  *model.Measure
	Instance int // whose measure it is, in the layout

	scope int // of names: the scope of the instances meant
}

// newHead writes the head of a measure of an instance.
func (p *Plan) newHead(m checked, instance int) Head {
	head := Head{Name: m.Name, Title: m.Title, Unit: UnitOf(m.Measure), Kind: KindOf(m.Measure), Note: p.dated(m.Note), Source: m.Source,
		Percent: m.Percent, InLink: m.InLink, Measure: m.Measure, Instance: instance, scope: -1}
	if head.Kind == model.KindThings {
		head.Unit, head.scope = "", m.formula.Scope
	}
	if owner := p.instances[instance]; !p.single(owner.Scope) {
		head.Name += "@" + owner.Name
		head.Title += ", " + owner.Name
	}
	return head
}

// TitleIn is the title with what a document calls the thing that it is of: runs of
// one form may have other titles, so that the head has its name.
func (h *Head) TitleIn(document *scenario.Document) string {
	_, thing, _ := strings.Cut(h.Name, "@")
	return TitleOf(h.Measure, thing, document)
}

// TitleOf is the title of a measure with what a document calls a thing, where one is
// named.
func TitleOf(measure *model.Measure, thing string, document *scenario.Document) string {
	if thing == "" {
		return measure.Title
	}
	if at := document.Find(measure.Scope, thing); at >= 0 {
		thing = document.Called(at)
	}
	return measure.Title + ", " + thing
}

// NoteAndSource is the note with the source of the convention, for where there
// is one place for both.
func (h *Head) NoteAndSource() string {
	if h.Source == "" {
		return h.Note
	}
	return h.Note + " Source: " + h.Source + "."
}

// dated writes the dates of {month(11)} and the like, at most the last month.
func (p *Plan) dated(note string) string {
	return withMonths(note, func(month int) string { return p.start.Add(min(month, p.months-1)).String() })
}

// Undated writes a note for a scenario of which nothing is known.
func Undated(note string) string {
	return withMonths(note, func(month int) string { return fmt.Sprintf("month %d, or the last", month) })
}

// withMonths puts text in the place of every {month(11)}.
func withMonths(note string, text func(month int) string) string {
	before, rest, found := strings.Cut(note, "{month(")
	if !found {
		return note
	}
	number, after, _ := strings.Cut(rest, ")}")
	month, _ := strconv.Atoi(number)
	return before + text(month) + withMonths(after, text)
}

// Text writes the value of a measure that is no number: a month, a day or
// names. It is empty where there is no value.
func (p *Plan) Text(head *Head, value float64) string {
	if value != value {
		return ""
	}
	switch head.Kind {
	case model.KindMonth:
		return p.start.Add(int(value)).String()
	case model.KindDay:
		return calendar.DayText(p.start.FirstDay() + int(value))
	case model.KindThings:
		var names []string
		for i, instance := range p.of(head.scope) {
			if uint64(value)>>i&1 == 1 {
				names = append(names, p.instances[instance].Name)
			}
		}
		return strings.Join(names, ", ")
	}
	return fmt.Sprint(value)
}

// Value gives the value of a measure as tables and JSON have it: a number, or
// text for a month, a day and names, or nil.
func (p *Plan) Value(head *Head, value float64) any {
	switch {
	case value != value:
		return nil
	case head.Kind == model.KindNumber:
		return value
	}
	return p.Text(head, value)
}

// Figure is a measure of a run.
type Figure struct {
	*Head
	Value any // as [Plan.Value] gives it
}

// Figures computes the measures of a table with one lane that are told of it.
func (p *Plan) Figures(table *machine.Table) []Figure {
	values := p.Compute(table)
	var list []Figure
	for i := range p.Heads {
		if head := &p.Heads[i]; p.There(i, 0) {
			list = append(list, Figure{head, p.Value(head, values[i])})
		}
	}
	return list
}

// of lists the instances of a scope in the order of the scenario.
func (p *Plan) of(scope int) []int { return p.relations.OfScope(scope) }

func (p *Plan) single(scope string) bool { return model.Scenario.FindScope(scope).Single }
