package workbook

import (
	"strconv"

	"rackonomics/engine/calendar"
	"rackonomics/engine/machine"
	"rackonomics/engine/spreadsheet"
)

const clockName = "Months"

// clock is the sheet of the months: what formulas know of each.
type clock struct {
	b     *book
	place *sheet
}

// ticks are the lines of the sheet: what formulas ask of a month.
var ticks = []struct{ name, title, unit string }{
	{"month", "Months since the start", "month"},
	{"year", "Year", "year"},
	{"month_of_year", "Month of the year", "1"},
	{"days", "Days", "day"},
	{"hours", "Hours", "h"},
	{"first", "First month", "bool"},
	{"last", "The last month of the scenario, or after it", "bool"},
}

// formula finds it.
func (c *clock) formula(name string, month int) string {
	date := c.own("date", month)
	switch name {
	case "year":
		return "YEAR(" + date + ")"
	case "month_of_year":
		return "MONTH(" + date + ")"
	case "days":
		return "EDATE(" + date + ",1)-" + date
	case "hours":
		return "24*" + c.own("days", month)
	case "first":
		return c.own("month", month) + "=0"
	case "last":
		return c.own("month", month) + ">=" + strconv.Itoa(c.b.months-1)
	}
	if month == 0 {
		return "0"
	}
	return c.own("month", month-1) + "+1"
}

func newClock(b *book) *clock {
	c := &clock{b, newSheet(clockName)}
	c.place.next += len(ticks)
	return c
}

// row is where something of the months stands.
func (c *clock) row(name string) int {
	for i, tick := range ticks {
		if tick.name == name {
			return rowsOfHead + i
		}
	}
	return rowsOfHead - 1 // the date
}

func (c *clock) own(name string, month int) string { return cellName(month, c.row(name)) }

func (c *clock) prefixed(name string, month int) string {
	return quoted(clockName) + c.own(name, month)
}

// cell names what formulas read of a month.
func (c *clock) cell(name string, month int) string {
	return quoted(clockName) + spreadsheet.ColumnName(firstMonth+month) + "$" + strconv.Itoa(c.row(name)+1)
}

func (c *clock) dateFormula(month int) string {
	if month == 0 {
		return c.b.start()
	}
	return "EDATE(" + c.own("date", month-1) + ",1)"
}

// dates is the range of the dates of the scenario's months, for charts.
func (c *clock) dates() string {
	last := spreadsheet.ColumnName(firstMonth + c.b.months - 1)
	row := strconv.Itoa(c.row("date") + 1)
	return quoted(clockName) + "$" + spreadsheet.ColumnName(firstMonth) + "$" + row + ":$" + last + "$" + row
}

func (c *clock) sheet() *spreadsheet.Sheet {
	made := c.b.monthsSheet(clockName, "What formulas know of each month")
	for _, tick := range ticks {
		row := spreadsheet.Row{Number: c.row(tick.name), Cells: []spreadsheet.Cell{textCell(0, tick.title, spreadsheet.Style{Indent: 1}),
			textCell(1, shownUnit(tick.unit), spreadsheet.Style{Look: spreadsheet.Aside}), textCell(2, tick.name, spreadsheet.Style{Look: spreadsheet.Aside})}}
		for month := range c.b.computed {
			value := machine.Calendar(tick.name, c.b.table.Start, month, c.b.months)
			row.Cells = append(row.Cells, spreadsheet.Cell{Column: firstMonth + month, Formula: c.formula(tick.name, month), Style: c.b.monthStyle("0", month), Value: valueOf(value, tick.unit == "bool")})
		}
		made.Rows = append(made.Rows, row)
	}
	return made
}

// serial is the number of a month's first day in a spreadsheet.
func (b *book) serial(month int) float64 { return spreadsheet.DayOf(b.document.Start.Add(month)) }

const holidaysName = "Exchange holidays"

// holidays are the working days on which the exchanges are closed.
func (b *book) holidays() string {
	b.closed = true
	return quoted(holidaysName) + "$A$2:$A$" + strconv.Itoa(len(closedDays())+1)
}

// closedDays lists them as a spreadsheet counts days.
func closedDays() (closed []float64) {
	const week = 7
	for day := range calendar.Last.Add(1).FirstDay() {
		if weekday := day % week; weekday < 5 && calendar.ExchangeDay(day) != day {
			closed = append(closed, float64(day)+spreadsheet.Epoch)
		}
	}
	return closed
}

func holidaysSheet() *spreadsheet.Sheet {
	made := &spreadsheet.Sheet{Name: holidaysName, FreezeRows: 1, Columns: []spreadsheet.Column{{First: 0, Last: 0, Width: 40}}}
	made.Rows = append(made.Rows, spreadsheet.Row{Cells: []spreadsheet.Cell{textCell(0, "Weekdays on which US exchanges are closed (NYSE Rule 7.2)", spreadsheet.Style{Bold: true})}})
	for i, day := range closedDays() {
		made.Rows = append(made.Rows, spreadsheet.Row{Number: i + 1, Cells: []spreadsheet.Cell{{Style: spreadsheet.Style{Format: dayFormat}, Value: spreadsheet.NumberValue(day)}}})
	}
	return made
}
