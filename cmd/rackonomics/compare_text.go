package main

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strings"

	"rackonomics/engine/link"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/study/compare"
)

// write tells the comparison in tables.
func (c *compared) write(out *bytes.Buffer) error {
	head := append([]string{""}, c.names()...)
	if len(c.differing) == 0 {
		fmt.Fprintln(out, "The scenarios do not differ in any input.")
	} else {
		writeAligned(out, c.differingCells(head))
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

// differingCells are a line for what differs, and whose it is; with where it has no
// effect if that is anywhere.
func (c *compared) differingCells(head []string) [][]string {
	cells, someIdle := [][]string{append(slices.Clone(head), "whose")}, false
	for i := range c.differing {
		d := &c.differing[i]
		cells = append(cells, slices.Concat([]string{d.Path}, d.Texts(), []string{string(d.Whose)}))
		someIdle = someIdle || len(c.idleIn(d)) > 0
	}
	if someIdle {
		cells[0] = append(cells[0], "without effect in")
		for i := range c.differing {
			cells[i+1] = append(cells[i+1], c.withoutEffect(&c.differing[i]))
		}
	}
	return cells
}

// withoutEffect says where an input that differs makes no difference.
func (c *compared) withoutEffect(d *compare.Differing) string {
	switch idle := c.idleIn(d); {
	case len(idle) < len(c.documents):
		return strings.Join(idle, ", ")
	case len(idle) == 2:
		return "both"
	}
	return "all"
}

func (f *comparedFigure) cells() []string {
	return append([]string{f.Title}, writtenApart(f.Values, f.Unit, f.percent, "–")...)
}

// writtenApart writes numbers, months and days; numbers in as many digits as tell them apart.
func writtenApart(values []any, unit string, percent bool, nothing string) (texts []string) {
	var amounts []float64
	for _, value := range values {
		if amount, ok := value.(float64); ok {
			amounts = append(amounts, amount)
		}
	}
	numbers := scenario.Apart(amounts, unit, percent)
	for _, value := range values {
		switch value.(type) {
		case nil:
			texts = append(texts, nothing)
		case float64:
			texts, numbers = append(texts, numbers[0]), numbers[1:]
		default:
			texts = append(texts, link.Figure{Value: value}.Text())
		}
	}
	return texts
}

func (c *compared) writeAttribution(out *bytes.Buffer, a attributed) {
	names := c.names()
	from, to := names[0], names[a.to]
	ends := writtenApart([]any{a.Figure.Plain(a.From), a.Figure.Plain(a.Attribution.To)}, a.Figure.Unit, a.Figure.Percent, "none")
	fmt.Fprintf(out, "%s: %s in %s, %s in %s\n", a.Figure.Title, ends[0], from, ends[1], to)
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
