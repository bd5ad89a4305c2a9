// Package compare says what differs between scenarios, and how much of the
// difference of a figure each change makes: its Shapley value, the mean of what it
// adds over all orders in which the changes can be made (L. S. Shapley, "A value for
// n-person games", 1953). The parts add up to the whole difference.
package compare

import (
	"fmt"
	"strconv"
	"strings"

	"rackonomics/engine/calendar"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/engine/study"
)

// Figure is what is compared: a measure, or a row of a thing in a month or a year.
type Figure struct {
	Measure  string // with @instance where several things have it; or
	Row      study.Row
	From, To calendar.Month // of Row, the first and the last month
	Text     string         // as it was asked for
	Title    string
	Unit     string
	Percent  bool
	Kind     model.Kind
}

// ParseFigure reads a figure as typed: a measure, or a row of a thing in a month or
// a year, as "operator.operating_income in 2027". The error says what is allowed.
func ParseFigure(text string) (Figure, error) {
	name, period, isRow := strings.Cut(text, " in ")
	if isRow {
		return parseRow(text, strings.TrimSpace(name), strings.TrimSpace(period))
	}
	base, thing, named := strings.Cut(text, "@")
	m := model.FindMeasure(base)
	if m == nil {
		return Figure{}, fmt.Errorf("there is no measure %q; \"rackonomics measures\" lists them", base)
	}
	f := Figure{Measure: text, Text: text, Title: m.Title, Unit: result.UnitOf(m), Percent: m.Percent, Kind: result.KindOf(m)}
	if named {
		f.Title += ", " + thing
	}
	if f.Kind == model.KindThings {
		return Figure{}, fmt.Errorf("%s is names; allowed is a number, a month or a day", text)
	}
	return f, nil
}

func parseRow(text, name, period string) (Figure, error) {
	row, thing, named := strings.Cut(name, "@")
	if !named {
		thing, _, _ = strings.Cut(row, ".")
	}
	declared := model.FindRow(row)
	if declared == nil {
		return Figure{}, fmt.Errorf("there is no row %q; \"rackonomics rows\" lists them", row)
	}
	f := Figure{Row: study.Row{Name: row, Instance: thing}, Text: text, Title: model.Title(row) + " in " + period, Unit: declared.Unit, Percent: declared.Percent, Kind: model.KindNumber}
	if year, err := strconv.Atoi(period); err == nil && len(period) == 4 {
		if declared.Kind != model.Flow && declared.Kind != model.Balance && declared.Kind != model.Opening {
			return Figure{}, fmt.Errorf("%s is no sum and no balance; allowed is a month such as %d-12", row, year)
		}
		f.From, err = calendar.Parse(period + "-01")
		f.To = f.From.Add(11)
		return f, err
	}
	month, err := scenario.ReadMonth(period)
	f.From, f.To, f.Title = month, month, model.Title(row)+" in "+month.String()
	return f, err
}

func (f *Figure) watch() study.Watch {
	if f.Measure != "" {
		return study.Watch{Measures: []string{f.Measure}}
	}
	return study.Watch{Rows: []study.Row{f.Row}}
}

// isIn reports whether a scenario that was run has such a figure, whatever it comes to.
func (f *Figure) isIn(outcome study.Outcome) bool {
	if f.Measure != "" {
		return outcome.Heads[0] != nil
	}
	return outcome.Rows[0] != nil
}

// of reads the figure of a document that was run. A month and a day are counted as
// the calendar counts them, so that scenarios with other starts compare.
func (f *Figure) of(document *scenario.Document, outcome study.Outcome) float64 {
	if f.Measure == "" {
		return f.over(document, outcome.Rows[0])
	}
	switch value := outcome.Measures[0]; f.Kind {
	case model.KindMonth:
		return value + float64(document.Start.Since(calendar.First))
	case model.KindDay:
		return value + float64(document.Start.FirstDay())
	default:
		return value
	}
}

// over gives a row of a period; of one that the scenario has no month of, or of a row
// that it does not have, there is nothing.
func (f *Figure) over(document *scenario.Document, series []float64) float64 {
	from, to := max(0, f.From.Since(document.Start)), min(document.Months-1, f.To.Since(document.Start))
	if series == nil || from > to {
		return machine.Absent
	}
	switch model.FindRow(f.Row.Name).Kind {
	case model.Flow:
		total := 0.0
		for _, value := range series[from : to+1] {
			total += value
		}
		return total
	case model.Opening:
		return series[from]
	}
	return series[to]
}

// Plain gives a value of the figure as tables and JSON have it: a number, a month or
// a day as text, nil where there is none.
func (f *Figure) Plain(value float64) any {
	switch {
	case machine.IsAbsent(value - value):
		return nil
	case f.Kind == model.KindMonth:
		return calendar.First.Add(int(value)).String()
	case f.Kind == model.KindDay:
		return calendar.DayText(int(value))
	}
	return value
}

// StepUnit is the unit of differences: of months and days how many of them.
func (f *Figure) StepUnit() string {
	switch f.Kind {
	case model.KindMonth:
		return "month"
	case model.KindDay:
		return "day"
	}
	return f.Unit
}
