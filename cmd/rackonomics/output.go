package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"rackonomics/engine/link"
	"rackonomics/engine/machine"
	"rackonomics/engine/session"
)

type runOutput struct {
	Scenario string                   `json:"scenario"`
	Months   []string                 `json:"months"`
	Measures map[string]measureOutput `json:"measures"`
	Rows     []rowOutput              `json:"rows"`
}

type measureOutput struct {
	Value any    `json:"value"`
	Unit  string `json:"unit"`
}

type rowOutput struct {
	Name     string     `json:"name"`
	Instance string     `json:"instance"`
	Unit     string     `json:"unit"`
	Values   []*float64 `json:"values"` // nil is absent
}

func months(result *session.Result) []string {
	names := make([]string, result.Table.Months)
	for i := range names {
		names[i] = result.Table.Start.Add(i).String()
	}
	return names
}

func runAsJSON(result *session.Result, figures []link.Figure, rows []session.Series) runOutput {
	output := runOutput{Scenario: result.Document.Name, Months: months(result), Measures: map[string]measureOutput{}, Rows: []rowOutput{}}
	for _, m := range figures {
		output.Measures[m.Name] = measureOutput{m.Value, m.Unit}
	}
	for _, computed := range rows {
		row := rowOutput{computed.Name, computed.Instance, computed.Unit, make([]*float64, len(computed.Values))}
		for i := range computed.Values {
			if !machine.IsAbsent(computed.Values[i]) {
				row.Values[i] = &computed.Values[i]
			}
		}
		output.Rows = append(output.Rows, row)
	}
	return output
}

// writeCSV writes a line a row and a column a month; an absent value is empty.
func writeCSV(out *bytes.Buffer, result *session.Result, rows []session.Series) error {
	table := csv.NewWriter(out)
	if err := table.Write(append([]string{"row", "instance", "unit", "title", "thing"}, months(result)...)); err != nil {
		return err
	}
	for _, computed := range rows {
		record := []string{computed.Name, computed.Instance, computed.Unit, computed.Title, computed.Thing}
		for _, value := range computed.Values {
			text := ""
			if !machine.IsAbsent(value) {
				text = plain(value)
			}
			record = append(record, text)
		}
		if err := table.Write(record); err != nil {
			return err
		}
	}
	table.Flush()
	return table.Error()
}

// plain writes a number in as many digits as tell it from every other, without
// an exponent where people would write none.
func plain(number float64) string {
	if size := math.Abs(number); number != 0 && (size < 1e-6 || size >= 1e21) {
		return strconv.FormatFloat(number, 'e', -1, 64)
	}
	return strconv.FormatFloat(number, 'f', -1, 64)
}

func writeText(out *bytes.Buffer, opened *session.Opened, result *session.Result, figures []link.Figure, rows []session.Series) error {
	document, all := result.Document, months(result)
	fmt.Fprintf(out, "%s (%s), %s to %s", document.Title, document.Name, all[0], all[len(all)-1])
	if document.AsOf != "" {
		fmt.Fprintf(out, "; figures as of %s", document.AsOf)
	}
	if len(opened.Changes) > 0 {
		fmt.Fprintf(out, "; changes: %d", len(opened.Changes))
	}
	fmt.Fprint(out, "\n\n")
	var cells [][]string
	for _, figure := range figures {
		cells = append(cells, []string{figure.Title, figure.Text()})
	}
	writeAligned(out, cells)
	fmt.Fprintln(out)
	picked := pickMonths(len(all))
	head := []string{"", "unit"}
	for _, month := range picked {
		head = append(head, all[month])
	}
	cells = [][]string{head}
	for _, computed := range rows {
		record := []string{nameOf(computed.Name, computed.Instance), computed.Unit}
		for _, month := range picked {
			record = append(record, cell(computed.Values[month]))
		}
		cells = append(cells, record)
	}
	writeAligned(out, cells)
	fmt.Fprintln(out, "\nEach column is one month. An illustration, not advice.")
	return nil
}

// pickMonths lists the first month, the same one of later years, and the last;
// of a long scenario not every year.
func pickMonths(months int) []int {
	const most = 6
	step := 12 * max(1, (months/12+most-1)/most)
	var picked []int
	for month := 0; month < months-1; month += step {
		picked = append(picked, month)
	}
	return append(picked, months-1)
}

func cell(value float64) string {
	if machine.IsAbsent(value) {
		return "–"
	}
	return link.Figure{Value: value}.Text()
}

// writeAligned writes columns, the first to the left and the others to the right.
func writeAligned(out *bytes.Buffer, cells [][]string) {
	var widths []int
	for _, record := range cells {
		for i, text := range record {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], utf8.RuneCountInString(text))
		}
	}
	for _, record := range cells {
		for i, text := range record {
			space := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(text))
			if i == 0 {
				fmt.Fprint(out, text, space)
			} else {
				fmt.Fprint(out, "  ", space, text)
			}
		}
		fmt.Fprintln(out)
	}
}
