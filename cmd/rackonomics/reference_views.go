package main

import (
	"slices"
	"strings"

	"rackonomics/engine/explain"
	"rackonomics/engine/link"
	"rackonomics/engine/model"
	"rackonomics/scenarios"
)

func (p *referencePage) views() {
	p.printf("# Views\n\nWhat is shown of a scenario, as `rackonomics show` prints it. [All of the model](%s). %s", overviewPage, generated)
	for i := range model.Views {
		view := &model.Views[i]
		p.heading(2, view.Name, view.Title)
		p.printf("\n%s · %s", code(view.Name), view.Shows.Kind())
		if len(view.Needs) > 0 {
			p.printf(" · needs %s", list(p.name, p.named(view.Needs)))
		}
		p.printf("\n\n%s\n", escaped(view.Note))
		for _, part := range []struct {
			title string
			at    []place
		}{{"Rows", p.named(view.Rows())}, {"Inputs", p.named(view.Inputs())}, {"Measures", p.measuresNamed(view.Measures())}} {
			if len(part.at) > 0 {
				p.printf("\n%s: %s.\n", part.title, list(p.name, part.at))
			}
		}
	}
}

// named are the places of rows, inputs and scopes by their names.
func (p *referencePage) named(names []string) []place {
	var places []place
	for _, name := range names {
		at, known := p.places[name]
		if !known {
			at = place{scopePage(name), "", name}
		}
		places = append(places, at)
	}
	return places
}

// measuresNamed are the places of measures: of each name the first.
func (p *referencePage) measuresNamed(names []string) []place {
	var places []place
	for _, name := range names {
		at := slices.IndexFunc(model.Measures, func(m model.Measure) bool { return m.Name == name })
		places = append(places, p.places[explain.MeasureID(&model.Measures[at])])
	}
	return places
}

func (p *referencePage) examples(scope string) {
	list := examplesOf(scope)
	if len(list) == 0 {
		return
	}
	p.heading(2, "examples", "Examples")
	p.printf("\nA test runs them all. A period is made of its months by the row's kind.\n")
	for _, example := range list {
		p.example(example)
	}
}

func (p *referencePage) example(example model.Example) {
	p.heading(4, exampleID(example), example.Name)
	p.printf("\n%s Starts from %s.\n\n", escaped(example.About), startOf(example.Of))
	for _, setting := range example.Given {
		p.printf("- given %s\n", code(setting))
	}
	for _, outcome := range example.Then {
		p.printf("- [%s](%s) %s\n", code(outcome.Row), p.places[rowOf(outcome)].href(p.name), outcomeText(outcome))
	}
}

// rowOf is the name of the row that an outcome is about.
func rowOf(outcome model.Outcome) string {
	name, _, _ := strings.Cut(outcome.Row, "@")
	return name
}

func (p *referencePage) situations() {
	p.printf("# Situations\n\nSmall scenarios that examples start from, besides the shipped ones. [All of the model](%s). %s", overviewPage, generated)
	for _, situation := range model.Situations {
		p.heading(2, situation.Name, situation.Name)
		p.printf("\n%s\n\n```json\n%s\n```\n", escaped(situation.About), strings.ReplaceAll(situation.Document, "\t\t\t", "  "))
	}
}

// startOf says what an example starts from.
func startOf(name string) string {
	for _, shipped := range scenarios.Names {
		if shipped == name {
			return "the scenario [" + code(name) + "](../../scenarios/" + name + ".json)"
		}
	}
	return "the situation [" + code(name) + "](" + situationsPage + "#" + name + ")"
}

func outcomeText(outcome model.Outcome) string {
	when := " over the scenario"
	if outcome.In != "" {
		when = " in " + outcome.In
	}
	row := model.FindRow(rowOf(outcome))
	switch {
	case outcome.Date == "none":
		return "has no value" + when
	case outcome.Date != "":
		return "is " + outcome.Date
	case row.Unit == "bool":
		return map[bool]string{true: "holds", false: "does not hold"}[outcome.Is != 0] + when
	}
	return "is " + escaped(link.Figure{Unit: row.Unit, Percent: row.Percent, Value: outcome.Is}.Text()) + when
}
