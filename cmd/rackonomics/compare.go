package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/engine/study/compare"
)

func newCompareCommand() *cobra.Command {
	var settings, figures []string
	var format string
	command := &cobra.Command{
		Use:   "compare SCENARIO SCENARIO [SCENARIO [SCENARIO]]",
		Short: "Say what differs between scenarios, and how much of a figure's difference each change makes",
		Long: "List exactly which inputs and things differ between two to four scenarios, with their headline figures side by side.\n\n" +
			"With --of the difference of a figure from the first to each other is parted among the changes by their Shapley values: " +
			"what each adds, as the mean over all orders in which they can be made. It is exact for up to eight changes; above it is sampled, with its standard error. " +
			"The parts add up to the whole difference. A figure is a measure, or a row of a thing in a month or a year. --set changes every scenario but the first, " +
			"so that a scenario can be compared with itself.",
		Example: "  rackonomics compare filed-deal three-tenants\n" +
			"  rackonomics compare filed-deal filed-deal --set lease.anthropic.notice=180 --of lease.enforceable_value\n" +
			"  rackonomics compare half-the-data-center filed-deal --of 'operator.operating_income in 2027' --format csv",
		Args: takes("SCENARIO", "a second SCENARIO", "[SCENARIO]", "[SCENARIO]"),
		RunE: func(command *cobra.Command, arguments []string) error {
			if err := checkFormat(format, "text", "json", "csv"); err != nil {
				return err
			}
			made, err := compareAll(command, arguments, settings, figures)
			if err != nil {
				return err
			}
			return printAs(command, format, func() any { return made.asJSON() }, made.writeCSV, made.write)
		},
	}
	addSettings(command, &settings)
	command.Flags().StringArrayVar(&figures, "of", nil, "a `figure` whose difference is attributed: a measure, or a row of a thing in a month or a year; may be repeated")
	addFormat(command, &format, "text", "json", "csv")
	return command
}

// compared is what the command has found.
type compared struct {
	documents    []*scenario.Document
	measures     [][]result.Figure // by scenario
	differing    []compare.Differing
	attributions []attributed
}

// attributed is the difference of a figure from the first scenario to another.
type attributed struct {
	to int
	*compare.Attribution
}

func compareAll(command *cobra.Command, arguments, settings, figures []string) (*compared, error) {
	made := &compared{}
	for i, argument := range arguments {
		set := settings
		if i == 0 {
			set = nil
		}
		if err := made.open(command, argument, set); err != nil {
			return nil, err
		}
	}
	made.differing = compare.Table(made.documents)
	for _, text := range figures {
		figure, err := compare.ParseFigure(text)
		if err != nil {
			return nil, fmt.Errorf("--of: %w", err)
		}
		for to := range made.documents[1:] {
			answer, err := compare.Attribute(made.documents[0], made.documents[to+1], figure)
			if err != nil {
				return nil, err
			}
			made.attributions = append(made.attributions, attributed{to + 1, answer})
		}
	}
	return made, nil
}

// open opens a scenario and computes its headline figures.
func (c *compared) open(command *cobra.Command, argument string, settings []string) error {
	opened, err := openWhole(command, argument, settings)
	if err != nil {
		return err
	}
	run, err := session.New(opened.Base, result.Rows()...).Run(opened.Changes)
	if err != nil {
		return err
	}
	figures, err := run.Measures()
	c.documents, c.measures = append(c.documents, run.Document), append(c.measures, figures)
	return err
}

// names are those of the scenarios, told apart by their number where one is there twice.
func (c *compared) names() (names []string) {
	times := map[string]int{}
	for _, document := range c.documents {
		name := document.Name
		if times[name]++; times[name] > 1 {
			name = fmt.Sprintf("%s (%d)", name, times[name])
		}
		names = append(names, name)
	}
	return names
}

// idleIn names the scenarios in which an input that differs has no effect.
func (c *compared) idleIn(d *compare.Differing) (names []string) {
	for i, name := range c.names() {
		if d.Cells[i].Idle {
			names = append(names, name)
		}
	}
	return names
}

// headline lists the measures that links hold, with the value of each scenario; nil is none.
func (c *compared) headline() (rows []comparedFigure) {
	for i, figures := range c.measures {
		for _, figure := range figures {
			if !figure.InLink {
				continue
			}
			at := slices.IndexFunc(rows, func(r comparedFigure) bool { return r.Measure == figure.Name })
			if at < 0 {
				at = len(rows)
				rows = append(rows, comparedFigure{Measure: figure.Name, Title: figure.Title, Unit: figure.Unit, percent: figure.Percent, Values: make([]any, len(c.measures))})
			}
			rows[at].Values[i] = figure.Value
		}
	}
	return rows
}

type compareOutput struct {
	Scenarios    []string            `json:"scenarios"`
	Differences  []differingOutput   `json:"differences"`
	Figures      []comparedFigure    `json:"figures"`
	Attributions []attributionOutput `json:"attributions"`
}

type differingOutput struct {
	Path   string                  `json:"path"`
	Kind   scenario.DifferenceKind `json:"kind"`
	Title  string                  `json:"title"`
	Whose  scenario.Whose          `json:"whose"`
	Values []any                   `json:"values"` // null where the scenario has none
	IdleIn []string                `json:"without_effect_in,omitempty"`
}

type comparedFigure struct {
	Measure string `json:"measure"`
	Title   string `json:"title"`
	Unit    string `json:"unit"`
	Values  []any  `json:"values"` // null is absent

	percent bool
}

type attributionOutput struct {
	Figure string       `json:"figure"`
	Unit   string       `json:"unit"`
	To     string       `json:"to"`
	Values [2]any       `json:"values"` // of the first scenario and of this one
	Exact  bool         `json:"exact"`
	Runs   int          `json:"runs"`
	Absent int          `json:"absent,omitempty"` // in how many scenarios between there is no such figure
	Parts  []partOutput `json:"parts"`
}

type partOutput struct {
	Paths []string       `json:"paths"`
	Whose scenario.Whose `json:"whose,omitempty"` // none where it is of both
	Value float64        `json:"value"`
	Error float64        `json:"standard_error"`
}

func (c *compared) asJSON() compareOutput {
	output := compareOutput{Differences: []differingOutput{}, Figures: c.headline(), Attributions: []attributionOutput{}}
	output.Scenarios = c.names()
	for _, d := range c.differing {
		one := differingOutput{d.Path, d.Kind, d.Title, d.Whose, nil, c.idleIn(&d)}
		for _, cell := range d.Cells {
			one.Values = append(one.Values, plainCell(&d, cell))
		}
		output.Differences = append(output.Differences, one)
	}
	for _, a := range c.attributions {
		one := attributionOutput{Figure: a.Figure.Text, Unit: a.Figure.StepUnit(), To: output.Scenarios[a.to],
			Values: [2]any{a.Figure.Plain(a.From), a.Figure.Plain(a.Attribution.To)}, Exact: a.Exact, Runs: a.Runs, Absent: a.Absent, Parts: []partOutput{}}
		for _, part := range a.Parts {
			one.Parts = append(one.Parts, partOutput{pathsOf(part), part.Whose, part.Value, part.Error})
		}
		output.Attributions = append(output.Attributions, one)
	}
	return output
}

func pathsOf(part compare.Part) (paths []string) {
	for _, d := range part.Differences {
		paths = append(paths, d.Path)
	}
	return paths
}

func plainCell(d *compare.Differing, cell compare.Cell) any {
	switch {
	case !cell.There:
		return nil
	case d.Input != nil:
		return d.Input.Plain(cell.Value)
	}
	return cell.Text
}

// csvOf gives numbers with their unit; where a scenario has what is no number, words.
func csvOf(d *compare.Differing, plain []any) (unit string, values []any) {
	for _, cell := range d.Cells {
		if cell.There && !d.IsNumber(cell) {
			values = nil
			for _, text := range d.Texts() {
				values = append(values, text)
			}
			return "", values
		}
	}
	return d.Input.Unit, plain
}

// writeCSV writes a line for each difference, figure and part, told apart by the
// first column.
func (c *compared) writeCSV(out *bytes.Buffer) error {
	output := c.asJSON()
	records := [][]string{append(append([]string{"what", "name", "title", "unit", "whose"}, output.Scenarios...), "without effect in")}
	add := func(head []string, values []any, idleIn ...string) {
		for _, value := range values {
			head = append(head, csvCell(value))
		}
		records = append(records, append(head, strings.Join(idleIn, ", ")))
	}
	for i, d := range output.Differences {
		unit, values := csvOf(&c.differing[i], d.Values)
		add([]string{"difference", d.Path, d.Title, unit, string(d.Whose)}, values, d.IdleIn...)
	}
	for _, f := range output.Figures {
		add([]string{"figure", f.Measure, f.Title, f.Unit, ""}, f.Values)
	}
	for k, a := range output.Attributions {
		for _, part := range a.Parts {
			values := make([]any, len(output.Scenarios))
			values[c.attributions[k].to] = part.Value
			add([]string{"part of " + a.Figure, joined(part.Paths), "", a.Unit, string(part.Whose)}, values)
		}
	}
	return writeRecords(out, records)
}
