package workbook

import (
	"fmt"
	"strconv"
	"strings"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/spreadsheet"
)

const (
	inputsName = "Inputs"
	byDateName = "By date"
	// byDateText stands in the place of a value that changes over time.
	byDateText = "by date"
)

// The columns of the sheet of inputs.
const (
	pathColumn = iota
	titleColumn
	valueColumn
	unitColumn
	readColumn    // the value as formulas read it, where that is another number
	writtenColumn // the value as it was written, by which changes are found
	allowedColumn
	sourceColumn
	dateColumn
	tierColumn
	addressColumn
	noteColumn
)

var inputHeads = []string{"Path", "Title", "Value", "Unit", "In formulas", "As written", "Allowed", "Source", "Date", "Tier", "Address", "Note"}

// Rows of the sheet of inputs: its title, what may be done, the heads, then the
// months of the scenario and the inputs.
const (
	headsRow  = 2
	startRow  = 3
	monthsRow = 4
	firstRow  = 5
)

// inputOf is an input of a thing.
type inputOf struct {
	name     string
	instance int
}

// inputs is where the values stand.
type inputs struct {
	b        *book
	rows     []inputRow
	rowOf    map[inputOf]int
	profiles []profile
	byInput  map[inputOf]int // of profiles
	next     int             // free row by date
}

// inputRow is a row of the sheet of inputs: an input, or the heading of a thing.
type inputRow struct {
	number  int
	heading string
	input   *scenario.Input
	thing   int
}

// profile is where a value that changes over time stands: its first row has the
// values by month, those after it the steps.
type profile struct {
	inputOf
	input *scenario.Input
	value *scenario.Profile
	row   int
}

func (b *book) placeInputs() *inputs {
	in := &inputs{b: b, rowOf: map[inputOf]int{}, byInput: map[inputOf]int{}, next: rowsOfHead}
	number := firstRow
	for i, instance := range b.document.Instances {
		in.rows = append(in.rows, inputRow{number: number, heading: b.thingTitle(i)})
		number++
		for _, input := range model.Scenario.InputsOf(instance.Scope) {
			key := inputOf{input.Name, i}
			in.rowOf[key] = number
			in.rows = append(in.rows, inputRow{number: number, input: input, thing: i})
			number++
			if value := b.document.Value(i, input); value.Profile != nil {
				in.byInput[key] = len(in.profiles)
				in.profiles = append(in.profiles, profile{key, input, value.Profile, in.next})
				in.next += rowsBeforeSteps + len(value.Profile.Steps)
			}
		}
	}
	return in
}

// start names the cell of the first month.
func (b *book) start() string {
	return quoted(inputsName) + "$" + spreadsheet.ColumnName(valueColumn) + "$" + strconv.Itoa(startRow+1)
}

// cell names what formulas read of an input in a month.
func (in *inputs) cell(name string, instance, month int) string {
	key := inputOf{name, instance}
	if at, ok := in.byInput[key]; ok {
		return quoted(byDateName) + cellName(month, in.profiles[at].row)
	}
	column := valueColumn
	if readOtherwise(model.Scenario.FindInput(name)) {
		column = readColumn
	}
	return quoted(inputsName) + "$" + spreadsheet.ColumnName(column) + "$" + strconv.Itoa(in.rowOf[key]+1)
}

// readOtherwise reports whether formulas read another value than is typed: all
// but that of a switch.
func readOtherwise(in *scenario.Input) bool { return in.Kind != scenario.Switch }

// readAs is the formula of that number.
func (b *book) readAs(in *scenario.Input, value string) string {
	switch in.Kind {
	case scenario.Number:
		return withoutDust(value)
	case scenario.Month:
		return monthsSince(value, b.start())
	case scenario.Day:
		return value + "-" + b.start()
	}
	var options []string
	for _, option := range in.Options {
		options = append(options, `"`+option.Name+`"`)
	}
	return "MATCH(" + value + ",{" + strings.Join(options, ",") + "},0)-1"
}

// withoutDust takes what is next to zero as zero, as [scenario.Input.Resolve] does.
func withoutDust(value string) string { return "IF(ABS(" + value + ")<1E-12,0," + value + ")" }

// monthsSince counts calendar months from one date to another.
func monthsSince(date, start string) string {
	return fmt.Sprintf("(YEAR(%s)-YEAR(%s))*12+MONTH(%s)-MONTH(%s)", date, start, date, start)
}

func (in *inputs) sheet() *spreadsheet.Sheet {
	b := in.b
	made := &spreadsheet.Sheet{Name: inputsName, FreezeRows: headsRow + 1, FreezeColumns: valueColumn + 1, PrintColumns: sourceColumn + 1, Columns: []spreadsheet.Column{
		{First: pathColumn, Last: pathColumn, Width: 38}, {First: titleColumn, Last: titleColumn, Width: 40}, {First: valueColumn, Last: valueColumn, Width: 18},
		{First: unitColumn, Last: unitColumn, Width: 13}, {First: readColumn, Last: writtenColumn, Width: 14, Level: 1}, {First: allowedColumn, Last: allowedColumn, Width: 30},
		{First: sourceColumn, Last: sourceColumn, Width: 40}, {First: dateColumn, Last: tierColumn, Width: 12}, {First: addressColumn, Last: addressColumn, Width: 30}, {First: noteColumn, Last: noteColumn, Width: 90}}}
	made.Rows = in.sheetRows()
	for _, row := range in.rows {
		if row.input != nil && b.document.Value(row.thing, row.input).Profile == nil {
			made.Allowed = append(made.Allowed, in.allowed(row))
		}
	}
	return made
}

func (in *inputs) sheetRows() []spreadsheet.Row {
	b := in.b
	rows := []spreadsheet.Row{
		{Number: 0, Cells: []spreadsheet.Cell{textCell(0, b.document.Title, spreadsheet.Style{Bold: true}), textCell(titleColumn, "Rackonomics scenario "+b.document.Name, spreadsheet.Style{})}},
		{Number: 1, Cells: []spreadsheet.Cell{textCell(0, "Change the values in column C; everything follows. First month and length are fixed, since the columns are made for them.", spreadsheet.Style{})}},
		in.heads(), in.frame(startRow), in.frame(monthsRow)}
	for _, row := range in.rows {
		if row.input == nil {
			rows = append(rows, spreadsheet.Row{Number: row.number, Cells: []spreadsheet.Cell{textCell(0, row.heading, spreadsheet.Style{Bold: true})}})
			continue
		}
		rows = append(rows, in.row(row))
	}
	return rows
}

func (in *inputs) heads() spreadsheet.Row {
	row := spreadsheet.Row{Number: headsRow}
	for column, head := range inputHeads {
		row.Cells = append(row.Cells, textCell(column, head, spreadsheet.Style{Look: spreadsheet.Heading, Bold: true}))
	}
	return row
}

// frame is the first month or the length of the scenario, which the columns of
// the workbook are made for.
func (in *inputs) frame(number int) spreadsheet.Row {
	declared := model.Scenario.Horizon()[number-startRow]
	value, format := spreadsheet.NumberValue(float64(in.b.months)), "0"
	if declared.Kind == scenario.Month {
		value, format = spreadsheet.NumberValue(in.b.serial(0)), monthFormat
	}
	return spreadsheet.Row{Number: number, Cells: []spreadsheet.Cell{
		textCell(pathColumn, declared.Name, spreadsheet.Style{Look: spreadsheet.Aside}), textCell(titleColumn, declared.Title, spreadsheet.Style{}),
		{Column: valueColumn, Style: spreadsheet.Style{Format: format, Look: spreadsheet.Caution}, Value: value},
		textCell(unitColumn, declared.Unit, spreadsheet.Style{Look: spreadsheet.Aside, Indent: 1}),
		{Column: writtenColumn, Style: spreadsheet.Style{Format: format, Look: spreadsheet.Aside}, Value: value},
		textCell(allowedColumn, "fixed in this workbook", spreadsheet.Style{Look: spreadsheet.Aside}),
		textCell(noteColumn, declared.Note, spreadsheet.Style{Look: spreadsheet.Aside})}}
}

// row writes an input with where its value comes from.
func (in *inputs) row(row inputRow) spreadsheet.Row {
	b, aside := in.b, spreadsheet.Style{Look: spreadsheet.Aside}
	unit := spreadsheet.Style{Look: spreadsheet.Aside, Indent: 1}
	owner := &b.document.Instances[row.thing]
	value := b.document.Value(row.thing, row.input)
	entry := spreadsheet.Style{Format: inputFormat(row.input), Look: spreadsheet.Entry}
	shown := shownValue(row.input, value)
	if value.Profile != nil {
		entry.Look = spreadsheet.Caution
	}
	place := "$" + spreadsheet.Reference(valueColumn, row.number)
	cells := []spreadsheet.Cell{textCell(pathColumn, owner.Path(row.input.Field()), aside), textCell(titleColumn, row.input.Title, spreadsheet.Style{}),
		{Column: valueColumn, Style: entry, Value: shown}, textCell(unitColumn, inputUnit(row.input), unit)}
	if readOtherwise(row.input) && value.Profile == nil {
		cells = append(cells, spreadsheet.Cell{Column: readColumn, Style: spreadsheet.Style{Look: spreadsheet.Aside},
			Formula: b.readAs(row.input, place), Value: spreadsheet.NumberValue(row.input.Number(value.Number, b.document.Start))})
	}
	cells = append(cells, spreadsheet.Cell{Column: writtenColumn, Style: spreadsheet.Style{Format: entry.Format, Look: spreadsheet.Aside}, Value: shown},
		textCell(allowedColumn, allowedText(row.input), aside))
	cells = append(cells, b.provenance(row.thing, row.input)...)
	return spreadsheet.Row{Number: row.number, Cells: cells}
}

// provenance tells the sources of a value, each on a line of its cells.
func (b *book) provenance(thing int, in *scenario.Input) []spreadsheet.Cell {
	aside := spreadsheet.Style{Look: spreadsheet.Aside}
	var labels, dates, tiers, addresses []string
	for _, source := range b.document.Cited(thing, in) {
		if source.Value != nil && !source.Value.Equal(b.document.Value(thing, in)) {
			source.Label += " (" + strings.Trim(string(in.Encode(*source.Value)), `"`) + ")"
		}
		labels, dates = append(labels, source.Label), append(dates, source.Date)
		tiers, addresses = append(tiers, string(source.Confidence)), append(addresses, source.URL)
	}
	note := in.Note
	if given := b.document.Instances[thing].Given[in.Field()]; given.Note != "" {
		note = given.Note + " " + note
	}
	if len(labels) == 0 && b.document.Assumed(thing, in) {
		labels = []string{"assumption"}
	}
	joined := func(column int, list []string) spreadsheet.Cell {
		return textCell(column, strings.Join(list, "; "), aside)
	}
	return []spreadsheet.Cell{joined(sourceColumn, labels), joined(dateColumn, dates), joined(tierColumn, tiers), joined(addressColumn, addresses), textCell(noteColumn, note, aside)}
}

func inputUnit(in *scenario.Input) string {
	switch {
	case in.Kind != scenario.Number:
		return string(in.Kind)
	case in.Unit == "1" && in.Percent:
		return "%"
	}
	return shownUnit(in.Unit)
}

func inputFormat(in *scenario.Input) string {
	switch in.Kind {
	case scenario.Month:
		return monthFormat
	case scenario.Day:
		return dayFormat
	case scenario.Switch:
		return truthFormat
	case scenario.Number:
		if in.Percent {
			return percentFormat
		}
		return `#,##0.########`
	}
	return ""
}

// shownValue is a value as a cell has it.
func shownValue(in *scenario.Input, value scenario.Value) spreadsheet.Value {
	switch {
	case value.Profile != nil:
		return spreadsheet.TextValue(byDateText)
	case in.Kind == scenario.Switch:
		return spreadsheet.TruthValue(value.Number != 0)
	case in.Kind == scenario.Choice:
		return spreadsheet.TextValue(in.Options[int(value.Number)].Name)
	case in.Kind == scenario.Month:
		return spreadsheet.NumberValue(spreadsheet.DayOf(value.Month()))
	case in.Kind == scenario.Day:
		return spreadsheet.NumberValue(value.Number + spreadsheet.Epoch)
	}
	return spreadsheet.NumberValue(value.Number)
}
