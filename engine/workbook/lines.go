package workbook

import (
	"strings"

	"rackonomics/engine/language"
	"rackonomics/engine/spreadsheet"
)

// sheet is one with lines, a line a row.
type sheet struct {
	name     string
	title    string
	lines    []*line
	headings map[int]string // by number of the row
	next     int            // row that is free
}

// line is a row of a sheet with a formula each month.
type line struct {
	sheet                   *sheet
	number                  int // of its row, counted from 0
	title, unit, name, note string
	format                  string
	level, indent           int
	bold                    bool
	model                   bool // a row of the model, not a step of one
	formula                 func(month int) written
	value                   func(month int) spreadsheet.Value // what the engine has; nil where it has nothing
	needed                  []bool
	formulas                []string

	root *language.Node // of a row; nil of what is made of one
	at   language.Place
}

// stayingColumns stay in view: the titles and units.
const stayingColumns = 2

// rowsOfHead stand over the lines: the title, then the months.
const rowsOfHead = 2

func newSheet(name string) *sheet {
	return &sheet{name: name, title: name, headings: map[int]string{}, next: rowsOfHead}
}

func (s *sheet) heading(text string) {
	s.headings[s.next] = text
	s.next++
}

// prefix names the sheet in formulas of another.
func (s *sheet) prefix(writing *sheet) string {
	if s == writing {
		return ""
	}
	return quoted(s.name)
}

func quoted(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'!" }

func (b *book) newLine(sheet *sheet, formula func(month int) written) *line {
	made := &line{sheet: sheet, number: sheet.next, formula: formula, needed: make([]bool, b.computed), formulas: make([]string, b.computed)}
	sheet.next++
	sheet.lines = append(sheet.lines, made)
	return made
}

// cellName names the cell of a month on a row.
func cellName(month, row int) string { return spreadsheet.Reference(firstMonth+month, row) }

// rangeOf names some months of a line from the first, as other sheets do.
func (b *book) rangeOf(line *line, months int) string {
	for month := range months {
		b.need(line, month)
	}
	return line.sheet.prefix(b.writing) + cellName(0, line.number) + ":" + cellName(months-1, line.number)
}

// fixedRange is the same for a name or a chart, which have no sheet of their own.
func fixedRange(line *line, months int) string {
	fixed := func(month int) string {
		return "$" + spreadsheet.ColumnName(firstMonth+month) + "$" + cellName(0, line.number)[1:]
	}
	return quoted(line.sheet.name) + fixed(0) + ":" + fixed(months-1)
}

// linesSheet lays out a sheet with lines.
func (b *book) linesSheet(s *sheet) *spreadsheet.Sheet {
	made := b.monthsSheet(s.name, s.title)
	lines := s.lines
	for number := rowsOfHead; number < s.next; number++ {
		if text, ok := s.headings[number]; ok {
			made.Rows = append(made.Rows, spreadsheet.Row{Number: number, Cells: []spreadsheet.Cell{textCell(0, text, spreadsheet.Style{Bold: true})}})
		}
		if len(lines) > 0 && lines[0].number == number {
			made.Rows = append(made.Rows, b.lineRow(lines[0]))
			lines = lines[1:]
		}
	}
	return made
}

func (b *book) lineRow(l *line) spreadsheet.Row {
	aside := spreadsheet.Style{Look: spreadsheet.Aside}
	row := spreadsheet.Row{Number: l.number, Level: l.level, Cells: []spreadsheet.Cell{
		textCell(0, l.title, spreadsheet.Style{Indent: max(1, l.indent), Bold: l.bold}), textCell(1, shownUnit(l.unit), aside), textCell(2, l.name, aside), textCell(3, l.note, aside)}}
	for month, formula := range l.formulas {
		if formula == "" {
			continue
		}
		cell := spreadsheet.Cell{Column: firstMonth + month, Formula: formula, Style: b.monthStyle(l.format, month)}
		if l.value != nil {
			cell.Value = l.value(month)
		}
		row.Cells = append(row.Cells, cell)
	}
	return row
}

// monthStyle greys what comes after the scenario.
func (b *book) monthStyle(format string, month int) spreadsheet.Style {
	style := spreadsheet.Style{Format: format}
	if month >= b.months {
		style.Look = spreadsheet.Aside
	}
	return style
}

// yearsOf is how many years some months begin.
func yearsOf(months int) int { return (months + 11) / 12 }

// monthsSheet is a sheet with its title and the months, which stay in view with the
// titles and units of the lines. A page has about a year.
func (b *book) monthsSheet(name, title string) *spreadsheet.Sheet {
	heading := spreadsheet.Style{Look: spreadsheet.Heading, Bold: true}
	made := &spreadsheet.Sheet{Name: name, FreezeRows: rowsOfHead, FreezeColumns: stayingColumns, PagesWide: yearsOf(b.computed), Columns: b.monthColumns()}
	made.Rows = append(made.Rows, spreadsheet.Row{Number: 0, Cells: []spreadsheet.Cell{textCell(0, title, spreadsheet.Style{Bold: true}),
		textCell(firstMonth, b.horizonNote(), spreadsheet.Style{Look: spreadsheet.Aside})}})
	months := spreadsheet.Row{Number: 1, Cells: []spreadsheet.Cell{textCell(0, "Title", heading), textCell(1, "Unit", heading), textCell(2, "Name", heading), textCell(3, "Note", heading)}}
	for month := range b.computed {
		date := heading
		date.Format = monthFormat
		formula := b.clock.prefixed("date", month)
		if name == clockName {
			formula = b.clock.dateFormula(month)
		}
		months.Cells = append(months.Cells, spreadsheet.Cell{Column: firstMonth + month, Style: date, Formula: formula, Value: spreadsheet.NumberValue(b.serial(month))})
	}
	made.Rows = append(made.Rows, months)
	return made
}

func (b *book) horizonNote() string {
	note := "#N/A: no value"
	if b.computed > b.months {
		note += ". Grey, to be unfolded: months after the scenario, to which contracts and loans are computed"
	}
	return note
}

func (b *book) monthColumns() []spreadsheet.Column {
	columns := []spreadsheet.Column{{First: 0, Last: 0, Width: 44}, {First: 1, Last: 1, Width: 17}, {First: 2, Last: 2, Width: 38}, {First: 3, Last: 3, Width: 16},
		{First: firstMonth, Last: firstMonth + b.months - 1, Width: 15}}
	if b.computed > b.months {
		columns = append(columns, spreadsheet.Column{First: firstMonth + b.months, Last: firstMonth + b.computed - 1, Width: 15, Level: 1})
	}
	return columns
}

func textCell(column int, text string, style spreadsheet.Style) spreadsheet.Cell {
	return spreadsheet.Cell{Column: column, Style: style, Value: spreadsheet.TextValue(text)}
}

func valueOf(value float64, truth bool) spreadsheet.Value {
	switch {
	case truth:
		return spreadsheet.TruthValue(value > 0)
	case value-value != 0:
		return spreadsheet.NotAvailable
	}
	return spreadsheet.NumberValue(value)
}
