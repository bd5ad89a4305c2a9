package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/session"
)

func newViewsCommand() *cobra.Command {
	var format string
	command := &cobra.Command{
		Use:     "views [SCENARIO]",
		Short:   "List what can be shown of a scenario",
		Long:    "List the views that \"rackonomics show\" prints: answers, figures, charts, statements, splits, events and tables; of a SCENARIO those that it has.",
		Example: "  rackonomics views start-up",
		Args:    takes("[SCENARIO]"),
		RunE: func(command *cobra.Command, arguments []string) error {
			if err := checkFormat(format, "text", "json"); err != nil {
				return err
			}
			entries := viewEntries()
			if len(arguments) > 0 {
				shown, err := shownOf(command, arguments[0])
				if err != nil {
					return err
				}
				entries = slices.DeleteFunc(entries, func(v viewEntry) bool { return !slices.Contains(shown, v.Name) })
			}
			if format == "json" {
				return printJSON(command, entries)
			}
			return printText(command, func(out *bytes.Buffer) error {
				table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
				for _, view := range entries {
					fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", view.Name, view.Kind, view.Title, view.needs())
				}
				return table.Flush()
			})
		},
	}
	addFormat(command, &format, "text", "json")
	return command
}

// shownOf names the views that a scenario has something to show in.
func shownOf(command *cobra.Command, argument string) (names []string, err error) {
	opened, err := openWhole(command, argument, nil)
	if err != nil {
		return nil, err
	}
	var wishes []session.Wish
	for i := range model.Views {
		wishes = append(wishes, session.Wish{View: model.Views[i].Name, By: result.ByYear})
	}
	run, err := runFor(session.New(opened.Base), opened.Changes, wishes)
	if err != nil {
		return nil, err
	}
	first := 0
	viewed, err := run.Views(wishes, &first)
	if err != nil {
		return nil, err
	}
	for _, shown := range viewed.Shown {
		names = append(names, shown.Name)
	}
	return names, nil
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
