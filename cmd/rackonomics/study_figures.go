package main

import (
	"fmt"
	"math"

	"rackonomics/engine/calendar"
	"rackonomics/engine/estimate"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/engine/study"
)

// dates writes the months and days of a study, which are numbers from its start.
type dates struct{ start calendar.Month }

// text writes a value of a measure as people read it.
func (d dates) text(head *result.Head, value float64) string {
	if value != value {
		return "–"
	}
	if written, ok := d.value(head, value).(string); ok {
		return written
	}
	return scenario.Quantity(value, head.Unit, head.Percent)
}

// value is a value of a measure as JSON has it: a number, a month or day as text,
// or nil where it is absent.
func (d dates) value(head *result.Head, value float64) any {
	switch {
	case value != value:
		return nil
	case head.Kind == model.KindMonth:
		return d.start.Add(int(math.Round(value))).String()
	case head.Kind == model.KindDay:
		return calendar.DayText(d.start.FirstDay() + int(math.Round(value)))
	}
	return value
}

// errorText writes how far an estimate may be off; nothing where it is not known.
func errorText(head *result.Head, e estimate.Estimate) string {
	off := e.Error
	switch {
	case off != off:
		return ""
	case off < math.Abs(e.Value)*rounding:
		off = 0
	}
	if head.Kind == model.KindMonth || head.Kind == model.KindDay {
		return "± " + scenario.Quantity(off, string(head.Kind), false)
	}
	return "± " + scenario.Quantity(off, head.Unit, head.Percent)
}

// rounding is what sums of equal numbers may differ by, beside their size.
const rounding = 1e-12

// shareText writes a share as [study.ShareText] does, in figures throughout.
func shareText(e estimate.Estimate) string {
	switch {
	case e.Value != e.Value:
		return "–"
	case e.Value == 0:
		return "0 %"
	case e.Value == 1:
		return "100 %"
	}
	return study.ShareText(e)
}

// inputText writes a number of an uncertain input as people read it.
func inputText(v *study.Variable, number float64) string {
	switch {
	case number-number != 0:
		return "never"
	case v.Input.Kind == scenario.Choice || v.Input.Kind == scenario.Switch:
		return fmt.Sprint(v.Plain(number))
	}
	return v.Rounded(number)
}

// inputValue is a number of an uncertain input as JSON has it: as documents have
// its values, or the factor.
func inputValue(v *study.Variable, number float64) any {
	if number-number != 0 {
		return nil
	}
	return v.Plain(number)
}

// countText writes a count with commas between thousands.
func countText(count int) string {
	text := fmt.Sprint(count)
	for at := len(text) - 3; at > 0; at -= 3 {
		text = text[:at] + "," + text[at:]
	}
	return text
}

// unitOfRow is that of a row of the model or of a document; empty if nothing has it.
func unitOfRow(document *scenario.Document, name string) (unit string, percent bool) {
	if row := model.FindRow(name); row != nil {
		return row.Unit, row.Percent
	}
	for _, row := range document.Rows {
		if row.Name == name {
			return row.Unit, false
		}
	}
	return "", false
}

// rowTitle names a row; the one operator goes without saying.
func rowTitle(row study.Row) string {
	return nameOf(row.Name, row.Instance)
}

// headOfRow has what is written of a row's values.
func headOfRow(document *scenario.Document, row study.Row) *result.Head {
	unit, percent := unitOfRow(document, row.Name)
	return &result.Head{Name: rowTitle(row), Title: model.Title(row.Name), Unit: unit, Percent: percent, Kind: model.KindNumber}
}
