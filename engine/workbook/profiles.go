package workbook

import (
	"strconv"

	"rackonomics/engine/calendar"
	"rackonomics/engine/spreadsheet"
)

// The columns of the sheet of values by date. The first row of each value has its
// path, whether it goes in steps or lines, and the growth, then the values by month;
// those after it what they are made of, then comes a row a step.
const (
	dateOfStep  = 1
	valueOfStep = 2
	sinceColumn = 3 // months from the start of the scenario to the step

	inSteps = "steps"
	inLines = "lines"
)

// byDate is the sheet of the values that change over time.
func (in *inputs) byDate() *spreadsheet.Sheet {
	made := in.b.monthsSheet(byDateName, "Inputs that change over time: change the steps' months and values, the growth a year, or steps to lines")
	for column, head := range []string{"Path, then its steps", "From, or steps or lines", "Value, or growth a year", "Months since the start"} {
		made.Rows[1].Cells[column].Value.Text = head
	}
	for _, p := range in.profiles {
		made.Rows = append(made.Rows, in.profileRows(p)...)
		made.Allowed = append(made.Allowed, spreadsheet.Allowed{Cell: spreadsheet.Reference(dateOfStep, p.row), Options: []string{inSteps, inLines}, Otherwise: "Allowed is steps or lines."})
		for i := range p.value.Steps {
			row := p.row + rowsBeforeSteps + i
			made.Allowed = append(made.Allowed,
				spreadsheet.Allowed{Cell: spreadsheet.Reference(dateOfStep, row), Date: true, From: spreadsheet.DayOf(calendar.First), To: spreadsheet.DayOf(calendar.Last), Otherwise: "Allowed is a month."},
				spreadsheet.Allowed{Cell: spreadsheet.Reference(valueOfStep, row), From: p.input.Min, To: p.input.Max, Otherwise: otherwise(p.input)})
		}
	}
	return made
}

// The rows of what the values by month are made of, by their place below the first.
const (
	inForce = iota + 1
	sinceRow
	thisRow
	nextRow
	lengthRow
	lineRow
	growthRow
	unboundRow
	rowsBeforeSteps
)

var madeOf = [...]string{inForce: "Step in force", sinceRow: "Months since it began", thisRow: "Its value", nextRow: "Value of the step after it",
	lengthRow: "Months between them", lineRow: "On the line to the step after it", growthRow: "Grown since it began", unboundRow: "Value before the input's bounds"}

// profileRows writes a value that changes over time.
func (in *inputs) profileRows(p profile) []spreadsheet.Row {
	b, aside, entry := in.b, spreadsheet.Style{Look: spreadsheet.Aside}, spreadsheet.Style{Look: spreadsheet.Entry}
	shape := inSteps
	if p.value.Linear {
		shape = inLines
	}
	percent := spreadsheet.Style{Format: percentFormat, Look: spreadsheet.Entry}
	head := spreadsheet.Row{Number: p.row, Cells: []spreadsheet.Cell{textCell(0, b.document.Instances[p.instance].Path(p.input.Field()), spreadsheet.Style{Bold: true}),
		textCell(dateOfStep, shape, entry), {Column: valueOfStep, Style: percent, Value: spreadsheet.NumberValue(p.value.Escalator)}, textCell(sinceColumn, inputUnit(p.input), aside)}}
	values := p.input.Resolve(b.document.Value(p.instance, p.input), b.document.Start, b.computed)
	for month := range b.computed {
		head.Cells = append(head.Cells, spreadsheet.Cell{Column: firstMonth + month, Formula: p.bounded(month), Style: b.monthStyle(inputFormat(p.input), month), Value: spreadsheet.NumberValue(values[month])})
	}
	rows := []spreadsheet.Row{head}
	for below := inForce; below < rowsBeforeSteps; below++ {
		row := spreadsheet.Row{Number: p.row + below, Level: 1, Cells: []spreadsheet.Cell{textCell(0, madeOf[below], spreadsheet.Style{Look: spreadsheet.Aside, Indent: 1})}}
		for month := range b.computed {
			row.Cells = append(row.Cells, spreadsheet.Cell{Column: firstMonth + month, Formula: p.part(b, below, month), Style: b.monthStyle(plainFormat, month)})
		}
		rows = append(rows, row)
	}
	for i, step := range p.value.Steps {
		number := p.row + rowsBeforeSteps + i
		rows = append(rows, spreadsheet.Row{Number: number, Level: 1, Cells: []spreadsheet.Cell{
			textCell(0, "Step "+strconv.Itoa(i+1), spreadsheet.Style{Look: spreadsheet.Aside, Indent: 1}),
			{Column: dateOfStep, Style: spreadsheet.Style{Format: monthFormat, Look: spreadsheet.Entry}, Value: spreadsheet.NumberValue(spreadsheet.DayOf(step.From))},
			{Column: valueOfStep, Style: spreadsheet.Style{Format: inputFormat(p.input), Look: spreadsheet.Entry}, Value: spreadsheet.NumberValue(step.Value)},
			{Column: sinceColumn, Style: aside, Formula: monthsSince(spreadsheet.Reference(dateOfStep, number), b.start()), Value: spreadsheet.NumberValue(float64(step.From.Since(b.document.Start)))}}})
	}
	return rows
}

// steps names a column of the steps.
func (p *profile) steps(column int) string {
	name := "$" + spreadsheet.ColumnName(column) + "$"
	return name + strconv.Itoa(p.row+rowsBeforeSteps+1) + ":" + name + strconv.Itoa(p.row+rowsBeforeSteps+len(p.value.Steps))
}

// part is what the value of a month is made of, by the rules of
// [scenario.Profile.Expand]. The first step holds before it begins too.
func (p *profile) part(b *book, row, month int) string {
	at := func(row int) string { return cellName(month, p.row+row) }
	last := strconv.Itoa(len(p.value.Steps))
	next := "MIN(" + at(inForce) + "+1," + last + ")"
	switch row {
	case inForce:
		return "IFERROR(MATCH(" + b.clock.cell("month", month) + "," + p.steps(sinceColumn) + ",1),1)"
	case sinceRow:
		return b.clock.cell("month", month) + "-INDEX(" + p.steps(sinceColumn) + "," + at(inForce) + ")"
	case thisRow:
		return "INDEX(" + p.steps(valueOfStep) + "," + at(inForce) + ")"
	case nextRow:
		return "INDEX(" + p.steps(valueOfStep) + "," + next + ")"
	case lengthRow:
		return "INDEX(" + p.steps(sinceColumn) + "," + next + ")-INDEX(" + p.steps(sinceColumn) + "," + at(inForce) + ")"
	case lineRow:
		return at(thisRow) + "+(" + at(nextRow) + "-" + at(thisRow) + ")*" + at(sinceRow) + "/MAX(1," + at(lengthRow) + ")"
	case growthRow:
		return at(thisRow) + "*POWER(1+$" + spreadsheet.Reference(valueOfStep, p.row) + ",INT(MAX(0," + at(sinceRow) + ")/12))"
	}
	lines := "AND($" + spreadsheet.Reference(dateOfStep, p.row) + `="` + inLines + `",` + at(inForce) + "<" + last + "," + at(sinceRow) + ">=0)"
	return "IF(" + lines + "," + at(lineRow) + "," + at(growthRow) + ")"
}

// bounded keeps the value of a month within the bounds of its input.
func (p *profile) bounded(month int) string {
	return withoutDust("MIN(MAX(" + cellName(month, p.row+unboundRow) + "," + number(p.input.Min) + ")," + number(p.input.Max) + ")")
}
