package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

func newInputsCommand() *cobra.Command {
	var format string
	command := &cobra.Command{
		Use:   "inputs",
		Short: "List every input with unit, bounds, note and sources",
		Args:  takes(),
		RunE: func(command *cobra.Command, _ []string) error {
			if err := checkFormat(format, "text", "json"); err != nil {
				return err
			}
			if format == "json" {
				return printJSON(command, inputEntries(everyInput()))
			}
			return printText(command, writeInputs)
		},
	}
	addFormat(command, &format, "text", "json")
	return command
}

func addFormat(command *cobra.Command, format *string, known ...string) {
	command.Flags().StringVar(format, "format", known[0], "one of "+strings.Join(known, ", "))
}

func checkFormat(format string, known ...string) error {
	for _, each := range known {
		if format == each {
			return nil
		}
	}
	return usageError{fmt.Errorf("--format: %q is not known; allowed is one of %s", format, strings.Join(known, ", "))}
}

// everyInput lists the inputs of things, and behind them the scenario's own.
func everyInput() []*scenario.Input {
	return slices.Concat(model.Scenario.Inputs(), model.Scenario.Horizon())
}

func writeInputs(out *bytes.Buffer) error {
	for _, in := range everyInput() {
		fmt.Fprintf(out, "%s  %s\n", in.Name, in.Title)
		fmt.Fprintf(out, "    %s\n    %s\n", described(in), in.Note)
		for _, source := range in.Sources {
			fmt.Fprintf(out, "    source: %s\n", cited(in, source))
		}
	}
	return nil
}

// described tells kind, bounds and default of an input.
func described(in *scenario.Input) string {
	parts := []string{string(in.Kind)}
	switch in.Kind {
	case scenario.Number:
		parts = []string{fmt.Sprintf("%s to %s", plain(in.Min), plain(in.Max))}
		if in.Unit != "1" {
			parts[0] += " " + in.Unit
		}
	case scenario.Choice:
		var names []string
		for _, option := range in.Options {
			names = append(names, option.Name)
		}
		parts = []string{"one of " + strings.Join(names, ", ")}
	}
	isHorizon := slices.Contains(model.Scenario.Horizon(), in)
	if isHorizon {
		parts = append(parts, "no default: every scenario says it")
	} else {
		parts = append(parts, "default "+written(in, in.DefaultValue()))
	}
	if in.MayVary {
		parts = append(parts, "may change over time")
	}
	if in.OnlyWith != "" {
		parts = append(parts, "only with "+in.OnlyWith)
	}
	parts = append(parts, whose(in.Whose))
	if in.Assumption && !isHorizon {
		parts = append(parts, "our assumption")
	}
	return strings.Join(parts, "; ")
}

// whose tells whose an input is.
func whose(w scenario.Whose) string {
	if w == scenario.World {
		return "the world’s"
	}
	return "a decision"
}

// cited is a source in one line.
func cited(in *scenario.Input, source scenario.Source) string {
	parts := []string{source.Label}
	for _, part := range []string{source.Date, source.URL} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if source.Value != nil {
		parts = append(parts, "value "+written(in, *source.Value))
	}
	return strings.Join(append(parts, "confidence "+string(source.Confidence)), "; ")
}

// written is an input's value as text.
func written(in *scenario.Input, value scenario.Value) string {
	switch v := in.Plain(value).(type) {
	case float64:
		return plain(v)
	case *scenario.Profile:
		return "changing over time"
	default:
		return fmt.Sprint(v)
	}
}
