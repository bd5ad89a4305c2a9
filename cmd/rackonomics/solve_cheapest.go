package main

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"rackonomics/engine/machine"
	"rackonomics/engine/scenario"
	"rackonomics/engine/study"
	"rackonomics/engine/study/cheapest"
)

// cheapestInputs reads what may be changed: each --by is a path, or a path and how far
// it may move at a cost of 1, as lease.anthropic.price:0.5.
func (a *asked) cheapestInputs(document *scenario.Document) (inputs []cheapest.Input, err error) {
	spreads := make([]float64, len(a.by))
	paths := *a
	paths.by = nil
	for i, by := range a.by {
		path, spread, given := strings.Cut(by, ":")
		if given {
			if spreads[i], err = strconv.ParseFloat(spread, 64); err != nil || !(spreads[i] > 0) {
				return nil, usageError{fmt.Errorf("--by %s: %q is no distance; allowed is a number above zero, in the unit of the input", path, spread)}
			}
		}
		paths.by = append(paths.by, path)
	}
	variables, ranges, err := paths.variables(document, solvedOver)
	for i := range variables {
		input := cheapest.Input{Variable: variables[i], Low: ranges[i][0], High: ranges[i][1]}
		if i < len(spreads) {
			input.Spread = spreads[i]
		}
		inputs = append(inputs, input)
	}
	return inputs, err
}

func (a *asked) findCheapest(document *scenario.Document, backend machine.Backend) (*cheapest.Change, error) {
	goal, err := a.readGoal(document)
	if err != nil {
		return nil, err
	}
	inputs, err := a.cheapestInputs(document)
	if err != nil {
		return nil, err
	}
	return cheapest.Find(document, goal, inputs, backend)
}

type cheapestOutput struct {
	Scenario string           `json:"scenario"`
	Cost     float64          `json:"cost"`
	Inputs   []changedOutput  `json:"inputs"`
	Before   pointlessOutput  `json:"before"`
	After    pointlessOutput  `json:"after"`
	Short    *pointlessOutput `json:"short,omitempty"`
	Sentence string           `json:"sentence"`
	Computed string           `json:"computed"` // by what changes were tried
}

type changedOutput struct {
	Input  string  `json:"input"`
	Factor bool    `json:"factor,omitempty"`
	Today  any     `json:"today"`
	Value  any     `json:"value"`
	Spread float64 `json:"spread"`
}

// pointlessOutput is what comes of values that stand elsewhere.
type pointlessOutput struct {
	Share  float64 `json:"share_of_change"`
	Figure any     `json:"figure"`
	Met    bool    `json:"met"`
}

func cheapestAsJSON(document *scenario.Document, c *cheapest.Change) cheapestOutput {
	point := func(share float64, p study.Point) pointlessOutput {
		return pointlessOutput{share, c.FigureOf(p), p.Met}
	}
	output := cheapestOutput{Scenario: document.Name, Cost: c.Cost, Before: point(0, c.Before), After: point(1, c.After), Sentence: c.Sentence()}
	for i := range c.Inputs {
		in := &c.Inputs[i]
		output.Inputs = append(output.Inputs, changedOutput{in.Path, in.Times, in.Plain(c.Today[i]), in.Plain(c.Values[i]), in.Spread})
	}
	if !c.Before.Met {
		short := point(c.Short.Share, c.Short.Point)
		output.Short = &short
	}
	return output
}

func (o *cheapestOutput) writeCSV(out *bytes.Buffer) error {
	records := [][]string{{"input", "today", "value", "spread"}}
	for _, in := range o.Inputs {
		records = append(records, []string{in.Input, csvCell(in.Today), csvCell(in.Value), csvCell(in.Spread)})
	}
	return writeRecords(out, records)
}

func printCheapest(command *cobra.Command, format string, document *scenario.Document, c *cheapest.Change, computed string) error {
	output := cheapestAsJSON(document, c)
	output.Computed = computed
	return printAs(command, format, func() any { return output }, output.writeCSV, func(out *bytes.Buffer) error {
		fmt.Fprintf(out, "%s\n", output.Sentence)
		if !c.Before.Met {
			var distances []string
			for i := range c.Inputs {
				distances = append(distances, distance(&c.Inputs[i]))
			}
			fmt.Fprintf(out, "It costs %.3g: each change squared, in distances of %s.\n", output.Cost, strings.Join(distances, ", "))
		}
		fmt.Fprintf(out, "\nThe change is proved by the whole model; a cheaper one far from it is possible. Changes were tried %s. An illustration, not advice.\n", computed)
		return nil
	})
}

// distance tells how far an input moves at a cost of 1.
func distance(in *cheapest.Input) string {
	switch {
	case in.Times:
		return fmt.Sprintf("%s %.3g times", in.Path, in.Spread)
	case in.Input.Kind == scenario.Number:
		return in.Path + " " + scenario.Quantity(in.Spread, in.Input.Unit, in.Input.Percent)
	}
	return fmt.Sprintf("%s %.3g %ss", in.Path, in.Spread, in.Input.Kind)
}
