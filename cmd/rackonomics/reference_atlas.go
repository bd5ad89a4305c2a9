package main

import (
	"fmt"
	"html"
	"slices"
	"strings"

	"rackonomics/engine/language"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
)

// atlas knows where each name of the model stands in the reference, and who
// reads it.
type atlas struct {
	schema     *language.Schema
	reductions []language.Reduction
	places     map[string]place   // of rows, inputs and functions of the model, by full name
	readers    map[string][]place // of rows, inputs and functions, in reading order
	shown      map[string][]place // that show a row, an input or a measure
}

// place is where a link leads.
type place struct{ page, id, text string }

func newAtlas() (*atlas, error) {
	schema, err := model.Schema(&scenario.Document{})
	if err != nil {
		return nil, err
	}
	a := &atlas{schema: schema, places: map[string]place{}, readers: map[string][]place{}, shown: map[string][]place{}}
	for _, reduction := range result.Reductions {
		a.reductions = append(a.reductions, reduction.Reduction)
	}
	for _, in := range model.Scenario.Inputs() {
		a.places[in.Name] = place{scopePage(in.Scope()), in.Field(), in.Name}
	}
	for _, in := range model.Scenario.Horizon() {
		a.places[in.Name] = place{overviewPage, in.Field(), in.Name}
	}
	for i := range model.Rows {
		row := &model.Rows[i]
		a.places[row.Name] = place{scopePage(row.Scope()), strings.TrimPrefix(row.Name, row.Scope()+"."), row.Name}
	}
	for _, function := range model.Functions {
		a.places[function.Name] = place{languagePage, functionID(function.Name), function.Name}
	}
	return a, a.findReaders()
}

func (a *atlas) findReaders() error {
	for _, row := range model.Rows {
		if err := a.reads(a.places[row.Name], row.Scope(), row.Formula, nil, nil); err != nil {
			return fmt.Errorf("%s: %w", row.Name, err)
		}
		if row.By != "" {
			a.addReader(row.By, a.places[row.Name])
		}
	}
	for _, function := range model.Functions {
		if err := a.reads(a.places[function.Name], scopeOf(function), function.Formula, function.Parameters, nil); err != nil {
			return fmt.Errorf("%s: %w", function.Name, err)
		}
	}
	for i := range model.Measures {
		m := &model.Measures[i]
		at := measurePlace(m)
		for _, formula := range []string{m.Formula, m.When} {
			if formula == "" {
				continue
			}
			if err := a.reads(at, m.Scope, formula, nil, a.reductions); err != nil {
				return fmt.Errorf("%s: %w", m.Name, err)
			}
		}
	}
	a.findViews()
	return nil
}

func (a *atlas) findViews() {
	for i := range model.Views {
		view := &model.Views[i]
		for _, name := range slices.Concat(view.Rows(), view.Inputs(), view.Measures()) {
			a.shown[name] = append(a.shown[name], place{viewsPage, view.Name, view.Title})
		}
	}
}

func (a *atlas) reads(reader place, scope, formula string, parameters []language.Parameter, reductions []language.Reduction) error {
	names, err := a.schema.Names(scope, formula, parameters, reductions)
	for _, named := range names {
		a.addReader(named.Name, reader)
	}
	return err
}

func (a *atlas) addReader(name string, reader place) {
	if !slices.Contains(a.readers[name], reader) {
		a.readers[name] = append(a.readers[name], reader)
	}
}

func measurePlace(m *model.Measure) place { return place{scopePage(m.Scope), measureID(m), m.Name} }

// scopeOf is the scope whose rows a function of the model is for, if not for all.
func scopeOf(function language.Function) string {
	scope, _, scoped := strings.Cut(function.Name, ".")
	if !scoped {
		return ""
	}
	return scope
}

// href is the address of a place as a link of a page has it.
func (to place) href(from string) string {
	switch {
	case to.page == from:
		return "#" + to.id
	case from == languagePage:
		return "model/" + to.page + "#" + to.id
	case to.id == "":
		return to.page
	}
	return to.page + "#" + to.id
}

// linked is a formula as HTML, with a link for each name.
func (a *atlas) linked(from, scope, formula string, parameters []language.Parameter, reductions []language.Reduction) string {
	names, err := a.schema.Names(scope, formula, parameters, reductions)
	if err != nil {
		panic(err) // newAtlas has read it
	}
	var text strings.Builder
	done := 0
	for _, named := range names {
		text.WriteString(html.EscapeString(formula[done:named.Offset]))
		done = named.Offset + len(named.Text)
		fmt.Fprintf(&text, `<a href="%s">%s</a>`, a.places[named.Name].href(from), html.EscapeString(named.Text))
	}
	return text.String() + html.EscapeString(formula[done:])
}

// list writes links to places, parted by commas.
func list(from string, places []place) string {
	var links []string
	for _, to := range places {
		links = append(links, fmt.Sprintf("[%s](%s)", code(to.text), to.href(from)))
	}
	return strings.Join(links, ", ")
}
