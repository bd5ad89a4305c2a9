package main

import (
	"bytes"
	"fmt"
	"strings"

	"rackonomics/engine/link"
	"rackonomics/engine/model"
	"rackonomics/scenarios"
)

func writeViews(out *bytes.Buffer) {
	out.WriteString("\n## Views\n\nWhat is shown of a scenario, as `rackonomics show` prints it.\n")
	for i := range model.Views {
		view := &model.Views[i]
		fmt.Fprintf(out, "\n**%s** · %s · %s", escaped(view.Title), code(view.Name), view.Shows.Kind())
		if len(view.Needs) > 0 {
			fmt.Fprintf(out, " · needs %s", codes(view.Needs))
		}
		fmt.Fprintf(out, "\n\n%s\n", escaped(view.Note))
		if rows := view.Rows(); len(rows) > 0 {
			fmt.Fprintf(out, "\nRows: %s.\n", codes(rows))
		}
		if measures := view.Measures(); len(measures) > 0 {
			fmt.Fprintf(out, "\nMeasures: %s.\n", codes(measures))
		}
	}
}

func codes(names []string) string {
	var list []string
	for _, name := range names {
		list = append(list, code(name))
	}
	return strings.Join(list, ", ")
}

func writeExamples(out *bytes.Buffer) {
	out.WriteString("\n## Examples\n\nSituations of a few inputs and what must come of them; a test runs them all. A period is made of its months by the row's kind.\n")
	for _, example := range model.Examples() {
		fmt.Fprintf(out, "\n**%s** · %s\n\n%s\n\n", code(example.Name), startOf(example.Of), escaped(example.About))
		for _, setting := range example.Given {
			fmt.Fprintf(out, "- given %s\n", code(setting))
		}
		for _, outcome := range example.Then {
			fmt.Fprintf(out, "- %s %s\n", code(outcome.Row), outcomeText(outcome))
		}
	}
	out.WriteString("\n### Situations\n")
	for _, situation := range model.Situations {
		fmt.Fprintf(out, "\n**%s**\n\n%s\n\n```json\n%s\n```\n", code(situation.Name), escaped(situation.About), strings.ReplaceAll(situation.Document, "\t\t\t", "  "))
	}
}

// startOf says what an example starts from.
func startOf(name string) string {
	for _, shipped := range scenarios.Names {
		if shipped == name {
			return "the scenario " + code(name)
		}
	}
	return "the situation " + code(name)
}

func outcomeText(outcome model.Outcome) string {
	when := " over the scenario"
	if outcome.In != "" {
		when = " in " + outcome.In
	}
	row := model.FindRow(strings.Split(outcome.Row, "@")[0])
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
