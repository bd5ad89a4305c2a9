package main

import (
	"bytes"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"rackonomics/engine/model"
)

func newViewsCommand() *cobra.Command {
	var format string
	command := &cobra.Command{
		Use:   "views",
		Short: "List what can be shown of a scenario",
		Long:  "List the views that \"rackonomics show\" prints: answers, figures, charts, statements, splits, events and tables.",
		Args:  cobra.NoArgs,
		RunE: func(command *cobra.Command, _ []string) error {
			if err := checkFormat(format, "text", "json"); err != nil {
				return err
			}
			if format == "json" {
				return printJSON(command, viewEntries())
			}
			return printText(command, func(out *bytes.Buffer) error {
				table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
				for _, view := range viewEntries() {
					fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", view.Name, view.Kind, view.Title, view.needs())
				}
				return table.Flush()
			})
		},
	}
	addFormat(command, &format, "text", "json")
	return command
}

type viewEntry struct {
	Name     string   `json:"name"`
	Title    string   `json:"title"`
	Kind     string   `json:"kind"`
	Note     string   `json:"note"`
	Needs    []string `json:"needs"`
	Rows     []string `json:"rows"`
	Measures []string `json:"measures"`
}

func (v viewEntry) needs() string {
	if len(v.Needs) == 0 {
		return ""
	}
	return "needs " + strings.Join(v.Needs, ", ")
}

func viewEntries() []viewEntry {
	var entries []viewEntry
	for i := range model.Views {
		view := &model.Views[i]
		entries = append(entries, viewEntry{view.Name, view.Title, view.Shows.Kind(), view.Note,
			listed(view.Needs), listed(view.Rows()), listed(view.Measures())})
	}
	return entries
}

// listed makes an empty list of none, for JSON.
func listed(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}
