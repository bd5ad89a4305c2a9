package main

import (
	"bytes"
	"fmt"

	"github.com/spf13/cobra"

	"rackonomics/engine/model"
	"rackonomics/engine/result"
)

type measureEntry struct {
	Name    string     `json:"name"`
	Scope   string     `json:"scope"`
	Title   string     `json:"title"`
	Unit    string     `json:"unit"`
	Kind    model.Kind `json:"kind"`
	Percent bool       `json:"percent,omitempty"`
	Formula string     `json:"formula"`
	Note    string     `json:"note"`
	Source  string     `json:"source,omitempty"`
}

func newMeasuresCommand() *cobra.Command {
	var format string
	command := &cobra.Command{
		Use:   "measures",
		Short: "List every measure of the model with unit, formula and note",
		Args:  takes(),
		RunE: func(command *cobra.Command, _ []string) error {
			if err := checkFormat(format, "text", "json"); err != nil {
				return err
			}
			if format == "json" {
				return printJSON(command, measureEntries())
			}
			return printText(command, func(out *bytes.Buffer) error {
				for i := range model.Measures {
					m := &model.Measures[i]
					fmt.Fprintf(out, "%s  %s\n    = %s\n    %s\n", writtenName(m), result.UnitOf(m), m.Formula, result.Undated(m.Note))
				}
				return nil
			})
		},
	}
	addFormat(command, &format, "text", "json")
	return command
}

func measureEntries() []measureEntry {
	var entries []measureEntry
	for i := range model.Measures {
		m := &model.Measures[i]
		entries = append(entries, measureEntry{m.Name, m.Scope, m.Title, result.UnitOf(m), result.KindOf(m), m.Percent, m.Formula, result.Undated(m.Note), m.Source})
	}
	return entries
}

// writtenName is the name of a measure; an instance stands behind an @.
func writtenName(m *model.Measure) string {
	if model.Scenario.FindScope(m.Scope).Single {
		return m.Name
	}
	return m.Name + "@<" + m.Scope + ">"
}
