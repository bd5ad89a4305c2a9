package main

import (
	"bytes"
	"fmt"
	"math"
	"strings"

	"rackonomics/engine/link"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/study/compare"
)

// write tells the comparison in tables.
func (c *compared) write(out *bytes.Buffer) error {
	head := []string{""}
	for _, document := range c.documents {
		head = append(head, document.Name)
	}
	if len(c.differing) == 0 {
		fmt.Fprintln(out, "The scenarios do not differ in any input.")
	} else {
		writeAligned(out, append([][]string{append(head[:len(head):len(head)], "whose")}, c.differingCells()...))
	}
	fmt.Fprintln(out)
	cells := [][]string{head}
	for _, figure := range c.headline() {
		cells = append(cells, figure.cells())
	}
	writeAligned(out, cells)
	for _, a := range c.attributions {
		fmt.Fprintln(out)
		c.writeAttribution(out, a)
	}
	fmt.Fprintln(out, "\nAn illustration, not advice.")
	return nil
}

func (c *compared) differingCells() (cells [][]string) {
	for i := range c.differing {
		d := &c.differing[i]
		record := []string{d.Path}
		for _, cell := range d.Cells {
			record = append(record, writtenCell(d, cell))
		}
		cells = append(cells, append(record, string(d.Whose)))
	}
	return cells
}

// writtenCell is what a scenario has of what differs, as people read it.
func writtenCell(d *compare.Differing, cell compare.Cell) string {
	if !cell.There {
		return "–"
	}
	return d.Written(cell)
}

func (f *comparedFigure) cells() []string {
	record := []string{f.Title}
	for _, value := range f.Values {
		if value == nil {
			record = append(record, "–")
			continue
		}
		record = append(record, link.Figure{Unit: f.Unit, Percent: f.percent, Value: value}.Text())
	}
	return record
}

func (c *compared) writeAttribution(out *bytes.Buffer, a attributed) {
	from, to := c.documents[0].Name, c.documents[a.to].Name
	told := func(value float64) string {
		plain := a.Figure.Plain(value)
		if plain == nil {
			return "none"
		}
		return link.Figure{Unit: a.Figure.Unit, Percent: a.Figure.Percent, Value: plain}.Text()
	}
	fmt.Fprintf(out, "%s: %s in %s, %s in %s\n", a.Figure.Title, told(a.From), from, told(a.Attribution.To), to)
	if a.Absent > 0 {
		fmt.Fprintf(out, "There is no such figure in %d of the %d scenarios between the two, so that the difference has no parts.\n", a.Absent, a.Runs)
		return
	}
	difference := a.Attribution.To - a.From
	cells := [][]string{}
	step := func(value float64) string {
		return signed(value, a.Figure.StepUnit(), a.Figure.Percent && a.Figure.Kind == model.KindNumber)
	}
	for _, part := range a.Parts {
		record := []string{joined(pathsOf(part)), string(part.Whose), step(part.Value), inPerCent(part.Value, difference)}
		if !a.Exact {
			record = append(record, "± "+strings.TrimPrefix(step(part.Error), "+"))
		}
		cells = append(cells, record)
	}
	writeAligned(out, append(cells, []string{"together", "", step(difference), inPerCent(difference, difference)}))
	if !a.Exact {
		fmt.Fprintf(out, "More than %d changes: sampled, with standard errors. The sum is exact.\n", compare.MostExact)
	}
}

func joined(paths []string) string { return strings.Join(paths, " + ") }

func signed(value float64, unit string, percent bool) string {
	text := scenario.Quantity(value, unit, percent)
	if value > 0 {
		return "+" + text
	}
	return text
}

// inPerCent is a part of the difference in per cent; of nothing there is none.
func inPerCent(part, difference float64) string {
	if difference == 0 {
		return ""
	}
	tenths := math.Round(1000*part/difference) + 0 // minus nothing is nothing
	return strings.Replace(fmt.Sprintf("%.1f %%", tenths/10), "-", "−", 1)
}
