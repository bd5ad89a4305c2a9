package main

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/engine/study"
)

func newTornadoCommand() *cobra.Command {
	var asks asking
	var month, format string
	command := &cobra.Command{
		Use:   "tornado SCENARIO",
		Short: "Say which uncertain input moves a figure most, each alone from its low to its high",
		Long: "Say which uncertain input moves a figure most: each alone from its low to its high, the others as the scenario has them, the widest first.\n\n" +
			"The ends are those of a range; of a hazard, and of a range that reaches beyond what is allowed, the values that 5 and 95 % of cases lie below. A measure is told by --measure, a row in a month by --row and --month; " +
			"without either it is the measure that the study asks about.",
		Example: "  rackonomics tornado half-the-data-center --set 'study.lease.anthropic.price=2.2 to 4' --set 'study.lease.anthropic.share=30% to 70%' --measure net_present_value\n" +
			"  rackonomics tornado SCENARIO --row operator.operating_income --month 2027-01",
		Args: takes("SCENARIO"),
		RunE: func(command *cobra.Command, arguments []string) error {
			if err := checkFormat(format, "text", "json", "csv"); err != nil {
				return err
			}
			if (len(asks.rows) > 0) != (month != "") {
				return usageError{errors.New("--row and --month go together: a row is told of in a month")}
			}
			document, err := asks.open(command, arguments[0])
			if err != nil {
				return err
			}
			bars, err := asks.tornado(document, month)
			if err != nil {
				return err
			}
			return printBars(command, document, bars, format)
		},
	}
	asks.addWatched(command)
	command.Flags().StringVar(&month, "month", "", "the `month` of --row, as 2026-08")
	addFormat(command, &format, "text", "json", "csv")
	return command
}

// bars are those of one figure, ranked.
type bars struct {
	head   *result.Head
	month  string // of a row
	base   float64
	inputs []barOf
}

type barOf struct {
	input             *study.Variable
	low, high         float64 // the input's
	whenLow, whenHigh float64 // the figure's
}

// tornado computes the bars of what is asked about, one list a figure.
func (a *asking) tornado(document *scenario.Document, month string) ([]bars, error) {
	watch := study.Watch{Measures: a.measures}
	var err error
	if watch.Rows, err = studyRows(document, a.rows); err != nil {
		return nil, err
	}
	at := 0
	if month != "" {
		if at, err = monthIn(document, month); err != nil {
			return nil, err
		}
	}
	if len(watch.Measures)+len(watch.Rows) == 0 {
		watch.Measures = []string{measureAskedFor(document)}
	}
	computed, err := study.NewTornado(document, watch, nil)
	if err != nil {
		return nil, err
	}
	return barsOf(document, watch, computed, at), nil
}

// barsOf ranks the inputs for each figure that was asked about.
func barsOf(document *scenario.Document, watch study.Watch, computed *study.Tornado, month int) (lists []bars) {
	for i, head := range computed.Heads {
		list := bars{head: head, base: computed.Measures[i]}
		for _, bar := range computed.Ranked(i) {
			list.inputs = append(list.inputs, barOf{&computed.Variables[bar.Input], bar.Low, bar.High, bar.AtLow[i], bar.AtHigh[i]})
		}
		lists = append(lists, list)
	}
	for i, row := range watch.Rows {
		list := bars{head: headOfRow(document, row), month: document.Start.Add(month).String(), base: computed.Rows[i][month]}
		for _, bar := range computed.RankedIn(i, month) {
			list.inputs = append(list.inputs, barOf{&computed.Variables[bar.Input], bar.Low, bar.High, bar.Rows[0][i][month], bar.Rows[1][i][month]})
		}
		lists = append(lists, list)
	}
	return lists
}

type tornadoOutput struct {
	Scenario string       `json:"scenario"`
	Figures  []barsOutput `json:"figures"`
}

type barsOutput struct {
	Name   string      `json:"name"`
	Title  string      `json:"title"`
	Unit   string      `json:"unit"`
	Month  string      `json:"month,omitempty"`
	Value  any         `json:"value"` // as the scenario stands
	Inputs []barOutput `json:"inputs"`
}

type barOutput struct {
	Input    string `json:"input"`
	Low      any    `json:"low"`
	High     any    `json:"high"`
	WhenLow  any    `json:"when_low"`
	WhenHigh any    `json:"when_high"`
}

func printBars(command *cobra.Command, document *scenario.Document, lists []bars, format string) error {
	output := barsAsJSON(document, lists)
	return printAs(command, format, func() any { return output }, output.writeCSV, func(out *bytes.Buffer) error {
		for i := range lists {
			lists[i].writeText(out, document)
		}
		fmt.Fprintln(out, "An illustration, not advice.")
		return nil
	})
}

func barsAsJSON(document *scenario.Document, lists []bars) *tornadoOutput {
	output := &tornadoOutput{Scenario: document.Name}
	written := dates{document.Start}
	for _, list := range lists {
		figures := barsOutput{list.head.Name, list.head.Title, list.head.Unit, list.month, written.value(list.head, list.base), []barOutput{}}
		for _, bar := range list.inputs {
			figures.Inputs = append(figures.Inputs, barOutput{bar.input.Path, inputValue(bar.input, bar.low), inputValue(bar.input, bar.high),
				written.value(list.head, bar.whenLow), written.value(list.head, bar.whenHigh)})
		}
		output.Figures = append(output.Figures, figures)
	}
	return output
}

// writeCSV writes a line an input and figure; an absent value is empty.
func (o *tornadoOutput) writeCSV(out *bytes.Buffer) error {
	records := [][]string{{"figure", "unit", "month", "value", "input", "low", "high", "when_low", "when_high"}}
	for _, figure := range o.Figures {
		for _, bar := range figure.Inputs {
			records = append(records, []string{figure.Name, figure.Unit, figure.Month, csvCell(figure.Value), bar.Input,
				csvCell(bar.Low), csvCell(bar.High), csvCell(bar.WhenLow), csvCell(bar.WhenHigh)})
		}
	}
	return writeRecords(out, records)
}

// writeText writes a bar a line, drawn between the least and the greatest end.
func (b *bars) writeText(out *bytes.Buffer, document *scenario.Document) {
	written := dates{document.Start}
	fmt.Fprintf(out, "%s (%s)", b.head.Title, b.head.Name)
	if b.month != "" {
		fmt.Fprintf(out, " in %s", b.month)
	}
	fmt.Fprintf(out, ": %s as the scenario stands\n\n", written.text(b.head, b.base))
	least, most := b.reach()
	cells := [][]string{{"", "input", "figure", ""}}
	for _, bar := range b.inputs {
		cells = append(cells, []string{bar.input.Path,
			inputText(bar.input, bar.low) + " to " + inputText(bar.input, bar.high),
			written.text(b.head, bar.whenLow) + " to " + written.text(b.head, bar.whenHigh),
			drawn(bar.whenLow, bar.whenHigh, b.base, least, most)})
	}
	writeAligned(out, cells)
	if slices.ContainsFunc(cells[1:], func(record []string) bool { return record[3] != "" }) {
		fmt.Fprint(out, "\n| as the scenario stands, − to where the low of the input moves the figure, + to where the high does\n")
	}
	fmt.Fprintln(out)
}

// reach is how far the bars reach together.
func (b *bars) reach() (least, most float64) {
	least, most = math.Inf(1), math.Inf(-1)
	for _, bar := range b.inputs {
		for _, value := range []float64{bar.whenLow, bar.whenHigh, b.base} {
			if value == value {
				least, most = math.Min(least, value), math.Max(most, value)
			}
		}
	}
	return least, most
}

// drawn is a bar in characters: | where the scenario stands, − on the side to which
// the low of the input moves the figure and + where the high does.
func drawn(low, high, base, least, most float64) string {
	const width = 30
	if base != base || !(most > least) {
		return ""
	}
	at := func(value float64) int { return int(math.Round((value - least) / (most - least) * width)) }
	line := []rune(strings.Repeat(" ", width+1))
	fill := func(value float64, mark rune) {
		if value != value {
			return
		}
		for i := min(at(value), at(base)); i <= max(at(value), at(base)); i++ {
			line[i] = mark
		}
	}
	fill(low, '−')
	fill(high, '+')
	line[at(base)] = '|'
	return string(line)
}
