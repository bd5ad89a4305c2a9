package workbook

import (
	"rackonomics/engine/calendar"
	"rackonomics/engine/model"
	"rackonomics/engine/spreadsheet"
)

// firstIsZero tells, behind a unit, a month or day of the calendar from a time.
const firstIsZero = " (first is 0)"

// placeDates adds the month or day that a row says which counts them from the start of
// the scenario. Formulas go on reading the count, of which the scenario's first is 0.
func (b *book) placeDates(count *line, row model.Row) {
	of := unitDates(row.Unit, b.document.Start)
	made := b.newLine(count.sheet, func(month int) written {
		value := b.refer(count, month).text + "+0" // so that an absent one is a mistake in every program
		there := call("AND", value+">="+number(of.from), value+"<="+number(of.to))
		return call("IFERROR", call("IF", there.text, of.formula(b.start(), value), absent).text, absent)
	})
	made.title, made.unit, made.level, made.format = count.title+", as a date", "date", 1, of.format
	made.value = func(month int) spreadsheet.Value {
		value := count.value(month)
		if value.Kind != spreadsheet.Number {
			return value
		}
		if value.Number < of.from || value.Number > of.to {
			return spreadsheet.NotAvailable
		}
		return spreadsheet.NumberValue(of.serial(value.Number))
	}
}

// datesOf is how counts of a unit are dates. Those beyond the calendar are none: its
// last month stands for never.
type datesOf struct {
	from, to float64
	format   string
	formula  func(start, count string) string
	serial   func(count float64) float64
}

func unitDates(unit string, start calendar.Month) datesOf {
	first := start.FirstDay()
	if unit == "day" {
		return datesOf{float64(-first), float64(calendar.Last.Add(1).FirstDay() - 1 - first), dayFormat,
			func(start, count string) string { return start + "+" + call("INT", count).text },
			func(count float64) float64 { return spreadsheet.DayOf(start) + float64(int(count)) }}
	}
	return datesOf{float64(calendar.First.Since(start)), float64(calendar.Last.Since(start) - 1), monthFormat,
		func(start, count string) string { return call("EDATE", start, count).text },
		func(count float64) float64 { return spreadsheet.DayOf(start.Add(int(count))) }}
}
