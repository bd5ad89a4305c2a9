package main

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strings"
	"text/tabwriter"

	"rackonomics/engine/estimate"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/study"
)

// outcomes are what the cases of a question come to.
type outcomes struct {
	*question
	dates
	answer  *study.Answer
	chances []study.Chance
}

func newOutcomes(q *question, gathering *study.Gathering) (*outcomes, error) {
	answer, err := gathering.Answer()
	if err != nil {
		return nil, err
	}
	chances, err := answer.Chances(q.document)
	return &outcomes{q, dates{q.document.Start}, answer, chances}, err
}

// writeText tells how likely each outcome is, then how figures are spread, what to
// find out first, and rows by month.
func (a *outcomes) writeText(out *bytes.Buffer, months []int) {
	a.writeTitle(out, a.answer.Cases)
	a.writeInputs(out)
	if len(a.chances) > 0 {
		fmt.Fprint(out, "\nHow likely\n")
	}
	for _, chance := range a.chances {
		fmt.Fprintf(out, "  %s\n", chance.Text)
	}
	if len(a.answer.Measures) > 0 {
		fmt.Fprint(out, "\nHow the figures are spread\n")
		for i := range a.answer.Measures {
			a.writeMeasure(out, &a.answer.Measures[i])
		}
		a.writeInfluences(out)
	}
	for i := range a.answer.Fans {
		a.writeFan(out, &a.answer.Fans[i], months)
	}
	fmt.Fprint(out, "\n± is the sampling error with 90 % confidence. An illustration, not advice.\n")
}

func (q *question) writeTitle(out *bytes.Buffer, cases int) {
	d := q.document
	how := "evenly spread"
	if q.ask.Draws == study.Random {
		how = "each drawn by itself"
	}
	fmt.Fprintf(out, "%s (%s), %s to %s: %s cases, %s, seed %d\n", d.Title, d.Name, d.Start, d.Start.Add(d.Months-1), countText(cases), how, d.Seed)
}

func (a *outcomes) writeInputs(out *bytes.Buffer) {
	fmt.Fprint(out, "\nWhat is uncertain\n")
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for i, input := range a.answer.Inputs {
		u := &a.document.Study.Uncertain[i]
		text := u.Told() + ", " + string(u.Form)
		if input.Cut*float64(a.answer.Cases) >= 1 { // of as many as were drawn at least one would have been there
			text += fmt.Sprintf("; %s lay beyond its bounds and are left out", casesText(certain(input.Cut)))
		}
		fmt.Fprintf(table, "  %s\t%s\n", u.Path, text)
	}
	table.Flush()
	if a.answer.Mended {
		fmt.Fprintf(out, "  The correlations contradict each other; the nearest that hold together differ by up to %.2g.\n", a.answer.MendedBy)
	}
}

// certain is a share that is told without an error.
func certain(share float64) estimate.Estimate {
	return estimate.Estimate{Value: share, Error: math.NaN()}
}

func casesText(e estimate.Estimate) string { return shareText(e) + " of cases" }

// writeMeasure writes quantiles and mean, the error of each below it.
func (a *outcomes) writeMeasure(out *bytes.Buffer, m *study.Measured) {
	fmt.Fprintf(out, "\n  %s (%s)", m.Head.Title, m.Head.Name)
	switch {
	case m.Absent.Value == 1:
		fmt.Fprint(out, ": no value in any case\n")
		return
	case m.Absent.Value > 0:
		fmt.Fprintf(out, ": no value in %s; the figures are of the others", casesText(m.Absent))
	}
	if first := m.Quantiles[0]; m.Quantiles == [len(study.Levels)]estimate.Estimate{first, first, first, first, first} {
		fmt.Fprintf(out, "\n  %s from 5 to 95 %%\n", a.text(m.Head, first.Value))
		return
	}
	fmt.Fprintln(out)
	head, values, errors := []string{"   "}, []string{""}, []string{""}
	add := func(title string, e estimate.Estimate) {
		head, values, errors = append(head, title), append(values, a.text(m.Head, e.Value)), append(errors, errorText(m.Head, e))
	}
	for i, level := range study.Levels {
		add(levelText(level), m.Quantiles[i])
	}
	if m.Head.Kind == model.KindNumber {
		add("mean", m.Mean)
	}
	writeAligned(out, [][]string{head, values, errors})
}

func levelText(level float64) string { return fmt.Sprintf("%.0f %%", 100*level) }

// writeInfluences says for each measure which inputs its spread comes from.
func (a *outcomes) writeInfluences(out *bytes.Buffer) {
	var lines []string
	for i := range a.answer.Measures {
		m := &a.answer.Measures[i]
		if text := a.influences(m); text != "" {
			lines = append(lines, "  "+m.Head.Title+whether(m)+": "+text)
		}
	}
	if len(lines) == 0 {
		return
	}
	fmt.Fprintf(out, "\nWhat to find out first: how much of the spread would go if it were known\n%s\n", strings.Join(lines, "\n"))
}

func whether(m *study.Measured) string {
	if m.OnComing {
		return ", whether it comes"
	}
	return ""
}

// influences lists the inputs that a measure hangs on, as far as more than chance
// speaks for them.
func (a *outcomes) influences(m *study.Measured) string {
	const most = 5
	var parts []string
	for _, influence := range m.Influence {
		if known := influence.Knowing.Deviation; known.Value > 0 && !(known.Error >= known.Value) && len(parts) < most {
			parts = append(parts, a.answer.Inputs[influence.Input].Path+" "+shareText(known))
		}
	}
	return strings.Join(parts, ", ")
}

// writeFan writes the quantiles of a row in some months.
func (a *outcomes) writeFan(out *bytes.Buffer, fan *study.Fan, months []int) {
	head := headOfRow(a.document, fan.Row)
	fmt.Fprintf(out, "\n%s (%s), by month\n", head.Title, head.Name)
	cells := [][]string{{"  "}}
	for _, level := range study.Levels {
		cells[0] = append(cells[0], levelText(level))
	}
	cells[0] = append(cells[0], "mean", "")
	hasAbsent := slices.ContainsFunc(fan.Absent, func(share float64) bool { return share > 0 })
	if hasAbsent {
		cells[0] = append(cells[0], "no value")
	}
	for _, month := range months {
		record := []string{"  " + a.document.Start.Add(month).String()}
		for _, quantile := range fan.Quantiles[month] {
			record = append(record, a.text(head, quantile.Value))
		}
		record = append(record, a.text(head, fan.Mean[month].Value), errorText(head, fan.Mean[month]))
		if hasAbsent {
			record = append(record, shareText(certain(fan.Absent[month])))
		}
		cells = append(cells, record)
	}
	writeAligned(out, cells)
}

// writeIndices tells the indices of a measure's inputs, the largest total first.
func (q *question) writeIndices(out *bytes.Buffer, found estimate.Found, head *result.Head) {
	q.writeTitle(out, int(found.Lanes+found.LeftOut))
	fmt.Fprintf(out, "\nWhere the variance of %s (%s) comes from", head.Title, head.Name)
	if found.LeftOut > 0 {
		fmt.Fprintf(out, "; %s of the cases are left out, since it has no value in one that they are compared with", countText(int(found.LeftOut)))
	}
	fmt.Fprint(out, "\n\n")
	cells := [][]string{{"", "alone", "with others"}}
	for _, input := range ranked(found) {
		cells = append(cells, []string{q.work().Variables()[input].Path, indexText(found.First[input]), indexText(found.Total[input])})
	}
	writeAligned(out, cells)
	fmt.Fprint(out, "\n± is the sampling error with 90 % confidence. An illustration, not advice.\n")
}

// indexText writes an index in per cent of the variance.
func indexText(e estimate.Estimate) string {
	if e.Value != e.Value {
		return "–"
	}
	if e.Error != e.Error {
		return fmt.Sprintf("%.1f %%", 100*e.Value)
	}
	return fmt.Sprintf("%.1f %% (± %.1f)", 100*e.Value, 100*e.Error)
}

// ranked are the inputs by their total index, the largest first.
func ranked(found estimate.Found) []int {
	order := make([]int, len(found.Total))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch x, y := found.Total[a].Value, found.Total[b].Value; {
		case x > y || y != y && x == x:
			return -1
		case x < y || x != x && y == y:
			return 1
		}
		return 0
	})
	return order
}
