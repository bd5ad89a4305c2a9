package main

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/engine/study"
)

func newShowCommand() *cobra.Command {
	var settings []string
	var step, month, format string
	command := &cobra.Command{
		Use:   "show SCENARIO VIEW",
		Short: "Print a statement, chart or table of a scenario",
		Long: "Print a view of a scenario, as the page shows it: a statement, the series of a chart, a split, a table, a time line.\n\n" +
			"\"rackonomics views\" lists them. Only what the view needs is computed.",
		Example: "  rackonomics show filed-deal income-statement --by year\n" +
			"  rackonomics show tenant-default debt --by quarter --format csv\n" +
			"  rackonomics show three-tenants capacity --month 2026-12",
		Args: takes("SCENARIO", "VIEW"),
		RunE: func(command *cobra.Command, arguments []string) error {
			if err := checkFormat(format, "text", "json", "csv"); err != nil {
				return err
			}
			if err := checkStep(step); err != nil {
				return err
			}
			view := model.FindView(arguments[1])
			if view == nil {
				return fmt.Errorf("%s: there is no such view; \"rackonomics views\" lists them", arguments[1])
			}
			if err := checkLooks(command, view); err != nil {
				return err
			}
			opened, err := openWhole(command, arguments[0], settings)
			if err != nil {
				return err
			}
			shown, run, err := show(opened, view, result.Step(step), month)
			if err != nil {
				return err
			}
			if err := addTaken(shown, view, run.Document); err != nil {
				return err
			}
			return printShown(command, format, shown, run)
		},
	}
	addSettings(command, &settings)
	command.Flags().StringVar(&step, "by", string(result.ByYear), "`month`, quarter or year, of statements and charts")
	command.Flags().StringVar(&month, "month", "", "the `month` looked at, as 2026-08, of figures and splits; where none is given that of the link, or else the one with the most lease revenue")
	addFormat(command, &format, "text", "json", "csv")
	return command
}

// runFor computes what views need.
func runFor(from *session.Session, changes []scenario.Change, wishes []session.Wish) (*session.Result, error) {
	prepared, err := from.PrepareViews(changes, wishes)
	if err != nil {
		return nil, err
	}
	run, err := prepared.Run()
	if err != nil {
		return nil, err
	}
	return run, overflow(run)
}

// show computes what a view needs and resolves it.
func show(opened *session.Opened, view *model.View, step result.Step, month string) (*result.Shown, *session.Result, error) {
	wishes := []session.Wish{{View: view.Name, By: step}}
	run, err := runFor(session.New(opened.Base), opened.Changes, wishes)
	if err != nil {
		return nil, nil, err
	}
	at, err := lookedAt(opened, run.Document, month)
	if err != nil {
		return nil, nil, err
	}
	viewed, err := run.Views(wishes, at)
	if err != nil {
		return nil, nil, err
	}
	if len(viewed.Shown) == 0 {
		takes := strings.Join(view.Needs, ", ")
		switch {
		case view.ShowsOwn():
			takes = "rows of its own"
		case takes == "":
			takes = "figures that were reported, of its months"
		}
		return nil, nil, fmt.Errorf("%s: this scenario has nothing to show there; it takes %s", view.Name, takes)
	}
	return viewed.Shown[0], run, nil
}

// addTaken adds what is said of a view beside what its run says.
func addTaken(shown *result.Shown, view *model.View, document *scenario.Document) error {
	if view.Takes == nil {
		return nil
	}
	taking, err := study.NewTaking(document, view.Takes)
	for err == nil && !taking.Done() {
		err = taking.Step()
	}
	if err == nil {
		shown.Answer = append(shown.Answer, taking.Sentences()...)
	}
	return err
}

// lookedAt gives the month that is asked for, or else that of the link; nil where neither says one, and so where
// the page begins to look.
func lookedAt(opened *session.Opened, document *scenario.Document, asked string) (*int, error) {
	if asked == "" {
		return opened.Looking.Month, nil
	}
	month, err := monthIn(document, asked)
	return &month, err
}

func printShown(command *cobra.Command, format string, shown *result.Shown, run *session.Result) error {
	grid := shown.Grid(figureText)
	return printAs(command, format, func() any { return shownAsJSON(shown, grid, run) }, func(out *bytes.Buffer) error { return writeGridCSV(out, grid) }, func(out *bytes.Buffer) error {
		fmt.Fprintf(out, "%s: %s (%s)\n%s\n\n", shown.Title, run.Document.Title, run.Document.Name, shown.Note)
		if shown.Kind == (model.Answer{}).Kind() {
			for _, sentence := range grid.Rows {
				writeWrapped(out, sentence.Title)
			}
		} else {
			writeAligned(out, gridText(grid, plainWriting))
		}
		fmt.Fprintln(out, "\nAn illustration, not advice.")
		return nil
	})
}

// figureText writes a value with its unit.
func figureText(value result.Value) string {
	if value.Text != "" {
		return value.Text
	}
	if value.Absent() {
		return cmp.Or(value.Words, "–")
	}
	if value.Exact {
		return scenario.Exactly(value.Number, value.Unit, value.Percent)
	}
	if value.Unit == "bool" {
		return map[bool]string{true: "yes", false: "no"}[value.Number != 0]
	}
	return scenario.Quantity(value.Number, value.Unit, value.Percent)
}

// unitHead stands over the units of rows.
const unitHead = "unit"

// gridWriting is how the cells of a grid are written: with their units; without, where
// the row says it; and that unit.
type gridWriting struct {
	text, amount func(result.Value) string
	unit         func(result.GridRow) string
}

var plainWriting = gridWriting{figureText, amountText, unitText}

// amountText writes a value without its unit, of which per cent is one.
func amountText(value result.Value) string {
	if value.Unit == "bool" {
		return figureText(value)
	}
	if value.Percent {
		value.Number *= 100
	}
	value.Unit, value.Percent = "1", false
	return figureText(value)
}

// gridText writes the cells of a grid. The unit of a row stands beside its title.
func gridText(grid result.Grid, writing gridWriting) [][]string {
	withUnits := slices.ContainsFunc(grid.Rows, func(row result.GridRow) bool { return row.Unit != "" })
	var cells [][]string
	if len(grid.Columns) > 0 {
		head := append([]string{""}, grid.Columns...)
		if withUnits {
			head = slices.Insert(head, 1, unitHead)
		}
		cells = append(cells, head)
	}
	for _, row := range grid.Rows {
		record := []string{strings.Repeat("  ", row.Depth) + row.Title}
		if withUnits {
			record = append(record, writing.unit(row))
		}
		for _, value := range row.Values {
			if row.Unit == "USD" && math.Abs(value.Number) < 0.005 { // what rounding leaves of nothing
				value.Number = 0
			}
			write := writing.text
			if withUnits {
				write = writing.amount
			}
			record = append(record, write(value))
		}
		if row.Note != "" {
			record = append(record, row.Note)
		}
		cells = append(cells, record)
	}
	return cells
}

func unitText(row result.GridRow) string {
	switch {
	case row.Percent:
		return "%"
	case row.Unit == "1" || row.Unit == "bool":
		return ""
	}
	return scenario.UnitText(row.Unit, false)
}

// writeGridCSV writes a line a row; an absent value and those of a heading are empty.
func writeGridCSV(out *bytes.Buffer, grid result.Grid) error {
	table := csv.NewWriter(out)
	head := append([]string{"title", "unit", "depth"}, grid.Columns...)
	if slices.ContainsFunc(grid.Rows, func(row result.GridRow) bool { return row.Note != "" }) {
		head = append(head, "note")
	}
	if err := table.Write(head); err != nil {
		return err
	}
	for _, row := range grid.Rows {
		record := []string{row.Title, row.Unit, fmt.Sprint(row.Depth)}
		for _, value := range row.Values {
			text := value.Text
			if text == "" && !value.Absent() {
				text = plain(value.Number)
			}
			record = append(record, text)
		}
		if row.Note != "" {
			record = append(record, row.Note)
		}
		record = append(record, make([]string, len(head)-len(record))...)
		if err := table.Write(record); err != nil {
			return err
		}
	}
	table.Flush()
	return table.Error()
}

type shownOutput struct {
	Scenario string           `json:"scenario"`
	View     string           `json:"view"`
	Kind     string           `json:"kind"`
	Title    string           `json:"title"`
	Columns  []string         `json:"columns"`
	Rows     []shownRowOutput `json:"rows"`
}

type shownRowOutput struct {
	Title   string        `json:"title"`
	Unit    string        `json:"unit,omitempty"`
	Part    string        `json:"part,omitempty"`
	Depth   int           `json:"depth"`
	Heading bool          `json:"heading,omitempty"`
	Total   bool          `json:"total,omitempty"`
	Values  []valueOutput `json:"values"`
	Note    string        `json:"note,omitempty"`
}

// valueOutput is a number or a text; null where there is none.
type valueOutput any

func shownAsJSON(shown *result.Shown, grid result.Grid, run *session.Result) shownOutput {
	output := shownOutput{run.Document.Name, shown.Name, shown.Kind, shown.Title, listed(grid.Columns), []shownRowOutput{}}
	for _, row := range grid.Rows {
		values := []valueOutput{}
		for _, value := range row.Values {
			values = append(values, valueAsJSON(value))
		}
		output.Rows = append(output.Rows, shownRowOutput{row.Title, row.Unit, string(row.Part), row.Depth, row.Heading, row.Total, values, row.Note})
	}
	return output
}

func valueAsJSON(value result.Value) valueOutput {
	switch {
	case value.Text != "":
		return value.Text
	case value.Absent():
		return nil
	}
	return value.Number
}

func checkStep(by string) error {
	if err := result.Step(by).Check(); err != nil {
		return usageError{fmt.Errorf("--by: %w", err)}
	}
	return nil
}
