package main

import (
	"fmt"
	"html"
	"strings"

	"rackonomics/engine/explain"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// atlas knows where each entry stands in the pages of the reference.
type atlas struct {
	*explain.Atlas
	places map[string]place // of entries, by their IDs
}

// place is where a link leads.
type place struct{ page, id, text string }

func newAtlas() (*atlas, error) {
	schema, err := model.Schema(&scenario.Document{})
	if err != nil {
		return nil, err
	}
	of, err := explain.NewAtlas(schema, nil)
	if err != nil {
		return nil, err
	}
	a := &atlas{of, map[string]place{}}
	for _, entry := range of.Entries {
		a.places[entry.ID] = placeOf(entry)
	}
	return a, nil
}

func placeOf(entry *explain.Entry) place {
	switch {
	case entry.Measure != nil:
		return place{scopePage(entry.Scope), measureID(entry.Measure), entry.Measure.Name}
	case entry.Function != nil:
		return place{languagePage, functionID(entry.ID), entry.ID}
	}
	page := overviewPage
	if model.Scenario.FindScope(entry.Scope) != nil {
		page = scopePage(entry.Scope)
	}
	return place{page, strings.TrimPrefix(entry.ID, entry.Scope+"."), entry.ID}
}

// readers are the places of those who read an entry.
func (a *atlas) readers(id string) []place {
	var places []place
	for _, reader := range a.ReadBy(id) {
		places = append(places, a.places[reader])
	}
	return places
}

// viewers are the places of the views that show an entry.
func (a *atlas) viewers(entry *explain.Entry) []place {
	var places []place
	for _, view := range a.ShownBy(entry) {
		places = append(places, place{viewsPage, view.Name, view.Title})
	}
	return places
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
func (a *atlas) linked(from string, formula []explain.FormulaPart) string {
	var text strings.Builder
	for _, part := range formula {
		if written := html.EscapeString(part.Text); part.Entry == "" {
			text.WriteString(written)
		} else {
			fmt.Fprintf(&text, `<a href="%s">%s</a>`, a.places[part.Entry].href(from), written)
		}
	}
	return text.String()
}

// list writes links to places, parted by commas.
func list(from string, places []place) string {
	var links []string
	for _, to := range places {
		links = append(links, fmt.Sprintf("[%s](%s)", code(to.text), to.href(from)))
	}
	return strings.Join(links, ", ")
}
