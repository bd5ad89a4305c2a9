package main

import (
	"strings"

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
			p.printf(" · needs %s", p.named(view.Needs))
		}
		p.printf("\n\n%s\n", escaped(view.Note))
		for _, part := range []struct {
			title string
			names []string
		}{{"Rows", view.Rows()}, {"Inputs", view.Inputs()}, {"Measures", view.Measures()}} {
			if len(part.names) > 0 {
				p.printf("\n%s: %s.\n", part.title, p.named(part.names))
			}
		}
	}
}

// named links rows, inputs, scopes and measures by their names.
func (p *referencePage) named(names []string) string {
	var places []place
	for _, name := range names {
		at, known := p.places[name]
		switch {
		case known:
		case model.Scenario.FindScope(name) != nil:
			at = place{scopePage(name), "", name}
		default:
			at = measurePlace(measureNamed(name))
		}
		places = append(places, at)
	}
	return list(p.name, places)
}

func measureNamed(name string) *model.Measure {
	for i := range model.Measures {
		if model.Measures[i].Name == name {
			return &model.Measures[i]
		}
	}
	return nil
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
