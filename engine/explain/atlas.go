package explain

import (
	"fmt"
	"slices"
	"strings"

	"rackonomics/engine/language"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
)

// Entry is what the reference tells of: a row, an input, a measure or a function
// of the model, of which it has one.
type Entry struct {
	ID       string // the full name; of a measure see [MeasureID]
	Scope    string // of a function that every scope has none
	Group    string // what it stands among
	Row      *model.Row
	Own      bool // the row is one that the scenario adds to the model
	Input    *scenario.Input
	Measure  *model.Measure
	Function *language.Function
}

// MeasureID is the ID of a measure's entry: a row, and a measure of another scope,
// may have the same name.
func MeasureID(m *model.Measure) string { return "measure." + m.Scope + "." + m.Name }

// Entries lists everything that has a name, in reading order, with the rows that
// a scenario adds.
func Entries(own []scenario.Row) []*Entry {
	var list []*Entry
	for _, in := range slices.Concat(model.Scenario.Horizon(), model.Scenario.Inputs()) {
		list = append(list, &Entry{ID: in.Name, Scope: in.Scope(), Group: in.Group, Input: in})
	}
	row := func(group string, row *model.Row, own bool) {
		list = append(list, &Entry{ID: row.Name, Scope: row.Scope(), Group: group, Row: row, Own: own})
	}
	for _, subject := range model.Subjects {
		for i := range subject.Rows {
			row(subject.Title, &subject.Rows[i], false)
		}
	}
	for _, added := range own {
		row("Rows of this scenario", &model.Row{Name: added.Name, Unit: added.Unit, Formula: added.Formula, Note: added.Note}, true)
	}
	for i := range model.Functions {
		function := &model.Functions[i]
		list = append(list, &Entry{ID: function.Name, Scope: scopeOf(function), Group: "Functions", Function: function})
	}
	for i := range model.Measures {
		m := &model.Measures[i]
		list = append(list, &Entry{ID: MeasureID(m), Scope: m.Scope, Group: "Measures", Measure: m})
	}
	return list
}

// scopeOf is the scope whose rows a function of the model is for, if not for all.
func scopeOf(function *language.Function) string {
	if row := (model.Row{Name: function.Name}); model.Scenario.FindScope(row.Scope()) != nil {
		return row.Scope()
	}
	return ""
}

// FunctionTitle is the heading of a function of the model.
func FunctionTitle(name string) string {
	if !strings.Contains(name, ".") {
		name = "." + name
	}
	return model.Title(name)
}

// Numbered reports whether each thing of the entry's scope has a plain number of
// it in a month: of rows but those that are a month or a day, and of inputs.
func (e *Entry) Numbered() bool {
	switch {
	case e.Row != nil:
		return !e.Row.Date
	case e.Input != nil:
		return e.Input.Kind == scenario.Number && model.Scenario.FindScope(e.Scope) != nil
	}
	return false
}

// FormulaPart is a piece of a formula: a name with the ID of its entry, or what stands
// between names.
type FormulaPart struct{ Text, Entry string }

// Atlas has the formulas of entries with what each name in them leads to, and
// tells who reads an entry.
type Atlas struct {
	Entries    []*Entry
	formulas   map[string][]FormulaPart
	conditions map[string][]FormulaPart
	readers    map[string][]string
	shown      map[string][]*model.View // rows and inputs
	measured   map[string][]*model.View // measures, by their names
	namer      *language.Namer
	reductions []language.Reduction // what measures are written with
}

// NewAtlas reads the formulas of all entries by a schema that has the rows that
// the scenario adds.
func NewAtlas(schema *language.Schema, own []scenario.Row) (*Atlas, error) {
	a := &Atlas{Entries: Entries(own), formulas: map[string][]FormulaPart{}, conditions: map[string][]FormulaPart{}, readers: map[string][]string{},
		shown: map[string][]*model.View{}, measured: map[string][]*model.View{}, namer: schema.Namer()}
	for i := range result.Reductions {
		a.reductions = append(a.reductions, result.Reductions[i].Reduction)
	}
	for _, e := range a.Entries {
		if err := a.read(e); err != nil {
			return nil, fmt.Errorf("%s: %w", e.ID, err)
		}
	}
	for i := range model.Views {
		view := &model.Views[i]
		for _, name := range slices.Concat(view.Rows(), view.Inputs()) {
			a.shown[name] = append(a.shown[name], view)
		}
		for _, name := range view.Measures() {
			a.measured[name] = append(a.measured[name], view)
		}
	}
	return a, nil
}

// Formula is the formula of a row, a measure or a function of the model.
func (a *Atlas) Formula(id string) []FormulaPart { return a.formulas[id] }

// When is the condition without which a measure is not told.
func (a *Atlas) When(id string) []FormulaPart { return a.conditions[id] }

// ReadBy lists the rows, functions and measures that read a row or an input or
// call a function, in reading order.
func (a *Atlas) ReadBy(id string) []string { return a.readers[id] }

// ShownBy lists the views that show an entry.
func (a *Atlas) ShownBy(e *Entry) []*model.View {
	if e.Measure != nil {
		return a.measured[e.Measure.Name]
	}
	return a.shown[e.ID]
}

func (a *Atlas) read(e *Entry) (err error) {
	switch {
	case e.Row != nil:
		a.formulas[e.ID], err = a.parts(e, e.Row.Formula, nil, nil)
		a.addReader(e.Row.By, e.ID)
	case e.Function != nil:
		a.formulas[e.ID], err = a.parts(e, e.Function.Formula, e.Function.Parameters, nil)
	case e.Measure != nil:
		a.formulas[e.ID], err = a.parts(e, e.Measure.Formula, nil, a.reductions)
		if err == nil && e.Measure.When != "" {
			a.conditions[e.ID], err = a.parts(e, e.Measure.When, nil, a.reductions)
		}
	}
	return err
}

// parts takes a formula apart at its names, and notes who reads them.
func (a *Atlas) parts(e *Entry, formula string, parameters []language.Parameter, reductions []language.Reduction) ([]FormulaPart, error) {
	// What a scenario adds is written by anyone; the rest has the one layout.
	if e.Own {
		formula = laidOut(formula)
	}
	names, err := a.namer.Names(e.Scope, formula, parameters, reductions)
	if err != nil {
		return nil, err
	}
	var parts []FormulaPart
	done := 0
	words := func(to int) {
		if to > done {
			parts = append(parts, FormulaPart{Text: formula[done:to]})
		}
	}
	for _, named := range names {
		words(named.Offset)
		parts = append(parts, FormulaPart{named.Text, named.Name})
		done = named.Offset + len(named.Text)
		a.addReader(named.Name, e.ID)
	}
	words(len(formula))
	return parts, nil
}

func (a *Atlas) addReader(id, reader string) {
	if id != "" && !slices.Contains(a.readers[id], reader) {
		a.readers[id] = append(a.readers[id], reader)
	}
}
