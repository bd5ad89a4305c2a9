// Package workbook is a scenario as a spreadsheet whose formulas are live: inputs
// first, measures, statements, and a sheet a thing with every row of the model and
// the months across. Formulas are translated from the trees that the engine runs,
// so that the model is told once; what a spreadsheet cannot say stands as a value
// and says so. A workbook whose inputs were changed is read back as changes.
//
// What has no value is #N/A, and whatever is computed of it is #N/A too.
// Comparisons with it are false.
package workbook

import (
	"fmt"
	"io"

	"rackonomics/engine/form"
	"rackonomics/engine/language"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/engine/spreadsheet"
)

// firstMonth is the column of the first month, on every sheet with months.
const firstMonth = 4

// book is a workbook that is being made.
type book struct {
	*absence
	document  *scenario.Document
	layout    language.Layout
	relations *language.Relations
	table     *machine.Table
	plan      *result.Plan
	months    int // of the scenario
	computed  int // with those after it

	clock      *clock
	inputs     *inputs
	measures   *sheet
	measured   *spreadsheet.Sheet // the measures as they were written
	helpers    *sheet             // of the steps of measures
	statements *sheet
	charts     *sheet
	drawn      []spreadsheet.Chart
	viewer     *result.Viewer
	things     []*sheet // by instance
	lines      map[language.Cell]*line
	parts      map[partOf]*line
	helping    map[string]*line // by what they are made of
	span       int              // months that the measure which is written goes over
	closed     bool             // days on which exchanges are closed are needed

	writing  *sheet // whose formulas are written
	waiting  []cell
	written  int  // formulas
	planning bool // formulas are only measured: nothing becomes needed
}

// cell is a line in a month.
type cell struct {
	line  *line
	month int
}

// Write computes a scenario and writes it as a workbook. The error is a
// [scenario.Problems], or the writer's.
func Write(to io.Writer, document *scenario.Document) error {
	making, err := Begin(document)
	if err != nil {
		return err
	}
	for !making.Step() {
	}
	return making.Write(to)
}

// Making is a workbook that is written in steps, between which a caller can tell
// how far it is.
type Making struct{ book *book }

// Begin computes a scenario and finds what stands where in its workbook. The error
// is a [scenario.Problems].
func Begin(document *scenario.Document) (*Making, error) {
	b, err := newBook(document)
	if err != nil {
		return nil, err
	}
	b.place()
	return &Making{b}, nil
}

// mostFormulas is how many formulas one step writes.
const mostFormulas = 10_000

// Step writes some of the formulas, and reports whether that was all of them.
func (m *Making) Step() (done bool) { return m.book.drain(mostFormulas) }

// Part tells how much of the formulas that are known to be needed is written, from 0
// to 1.
func (m *Making) Part() float64 {
	written := m.book.written
	return float64(written) / float64(max(1, written+len(m.book.waiting)))
}

// Write writes the file, once all formulas are there. Each has its value: the engine's,
// or what it comes to where the engine has none. The error is the writer's, or that of
// the picture.
func (m *Making) Write(to io.Writer) error {
	made, err := m.book.made()
	if err != nil {
		return err
	}
	if err := made.Compute(); err != nil {
		return err
	}
	return made.Write(to)
}

func newBook(document *scenario.Document) (*book, error) {
	made, err := form.Compile(document, []string{"*"}, result.Counterparts())
	if err != nil {
		return nil, err
	}
	runner, err := form.NewRunner(made, 1)
	if err != nil {
		return nil, err
	}
	table, err := runner.Run(document, 0, nil)
	if err != nil {
		return nil, err
	}
	if at := table.Overflow; at.Column >= 0 {
		column := table.Program.Columns[at.Column]
		return nil, scenario.Problems{{Path: column.Row + "@" + document.Instances[column.Instance].Name,
			Message: fmt.Sprintf("the value in %s is too large for a number", document.Start.Add(at.Month))}}
	}
	plan, err := result.NewPlan(table)
	if err != nil {
		return nil, err
	}
	relations, err := language.NewRelations(made.Schema, made.Layout)
	if err != nil {
		return nil, err
	}
	plan.Compute(table)
	return &book{absence: newAbsence(made.Schema), document: document, layout: made.Layout, relations: relations, table: table, plan: plan,
		months: document.Months, computed: table.Computed,
		lines: map[language.Cell]*line{}, parts: map[partOf]*line{}, helping: map[string]*line{}}, nil
}

// build makes the sheets at once.
func (b *book) build() (*spreadsheet.Book, error) {
	b.place()
	for !b.drain(mostFormulas) {
	}
	return b.made()
}

// place finds where everything stands. The formulas, which are written next, find
// out what they need of the months after the scenario; the cells come last.
func (b *book) place() {
	b.clock = newClock(b)
	b.inputs = b.placeInputs()
	b.placeThings()
	b.placeParts()
	b.measures, b.helpers = newSheet(measuresName), newSheet(helpersName)
	b.measured = b.measuresSheet()
	b.placeStatements()
	b.placeCharts()
	for _, line := range b.allLines() {
		for month := range b.months {
			b.need(line, month)
		}
	}
}

// made makes the cells. The error is that of the picture.
func (b *book) made() (*spreadsheet.Book, error) {
	made := &spreadsheet.Book{Title: b.document.Title}
	made.Sheets = append(made.Sheets, b.inputs.sheet())
	if len(b.inputs.profiles) > 0 {
		made.Sheets = append(made.Sheets, b.inputs.byDate())
	}
	made.Sheets = append(made.Sheets, b.measured, b.linesSheet(b.statements))
	if len(b.drawn) > 0 {
		made.Sheets = append(made.Sheets, b.chartsSheet())
	}
	for _, sheet := range b.things {
		made.Sheets = append(made.Sheets, b.linesSheet(sheet))
	}
	if len(b.helpers.lines) > 0 {
		made.Sheets = append(made.Sheets, b.linesSheet(b.helpers))
	}
	made.Sheets = append(made.Sheets, b.clock.sheet())
	if b.closed {
		made.Sheets = append(made.Sheets, holidaysSheet())
	}
	made.Sheets = append(made.Sheets, b.scenarioSheet())
	made.Names = b.names()
	overview, err := b.overview(made.Sheets)
	if err != nil {
		return nil, err
	}
	made.Sheets = append([]*spreadsheet.Sheet{overview}, made.Sheets...)
	return made, nil
}

// need asks for a line in a month, once.
func (b *book) need(line *line, month int) {
	if b.planning || line.needed[month] {
		return
	}
	line.needed[month] = true
	b.waiting = append(b.waiting, cell{line, month})
}

// drain writes formulas, at most so many, and reports whether nothing that they
// read is missing.
func (b *book) drain(most int) bool {
	for ; len(b.waiting) > 0 && most > 0; most-- {
		next := b.waiting[len(b.waiting)-1]
		b.waiting = b.waiting[:len(b.waiting)-1]
		b.writing = next.line.sheet
		b.written++
		next.line.formulas[next.month] = next.line.formula(next.month).text
	}
	return len(b.waiting) == 0
}

// allLines lists the lines of all sheets in the order of the book.
func (b *book) allLines() (all []*line) {
	for _, sheet := range b.things {
		all = append(all, sheet.lines...)
	}
	return append(append(append(all, b.statements.lines...), b.charts.lines...), b.helpers.lines...)
}

// placeThings gives every row of every thing its line. Things of one scope have
// the same row on the same line.
func (b *book) placeThings() {
	subjects := model.Subjects
	own := model.Subject{Title: "Rows of the scenario itself"}
	for _, row := range b.document.Rows {
		own.Rows = append(own.Rows, model.Row{Name: row.Name, Unit: row.Unit, Formula: row.Formula, Note: row.Note, Kind: model.Rate})
	}
	subjects = append(subjects[:len(subjects):len(subjects)], own)
	for i, instance := range b.layout.Instances {
		sheet := newSheet(b.sheetName(i))
		sheet.title = b.thingTitle(i)
		b.things = append(b.things, sheet)
		for _, subject := range subjects {
			headed := false
			for _, row := range subject.Rows {
				if row.Scope() != instance.Scope {
					continue
				}
				if !headed {
					sheet.heading(subject.Title)
					headed = true
				}
				b.placeRow(sheet, i, row)
			}
		}
		b.placeHidden(sheet, i)
	}
}

func (b *book) placeRow(sheet *sheet, instance int, row model.Row) {
	index, _ := b.schema.RowIndex(row.Name)
	column, known := b.table.Column(row.Name, b.layout.Instances[instance].Name)
	known = known && b.table.Program.Columns[column].Instance == instance
	made := b.rowLine(sheet, instance, index)
	made.title, made.name, made.unit, made.note = row.Title(), row.Name, row.Unit, row.Note
	made.format = formatOf(row.Unit, row.Percent)
	made.model = true
	made.value = func(month int) spreadsheet.Value {
		if !known || !b.table.Holds(column, month) {
			return spreadsheet.Value{}
		}
		return valueOf(b.table.Whole(column)[month], row.Unit == "bool")
	}
	if row.Date {
		made.unit += firstIsZero
		b.placeDates(made, row)
	}
}

// placeHidden places the rows that the checker made of what looks along time.
func (b *book) placeHidden(sheet *sheet, instance int) {
	headed := false
	for row := range b.schema.RowCount() {
		if !b.schema.RowHidden(row) || b.schema.RowScope(row) != b.layout.Instances[instance].Scope {
			continue
		}
		if !headed {
			sheet.heading(stepsHeading)
			headed = true
		}
		declared := b.schema.Row(row)
		made := b.rowLine(sheet, instance, row)
		made.title, made.name, made.unit, made.note = declared.Note, declared.Name, declared.Unit, declared.Formula
		made.level = 1
		made.format = formatOf(declared.Unit, false)
	}
}

const stepsHeading = "Steps of the formulas above"

// rowLine is the line of a row of an instance.
func (b *book) rowLine(sheet *sheet, instance, row int) *line {
	root, at := b.schema.Expression(row), language.Place{Self: instance, Iterated: -1}
	made := b.newLine(sheet, func(month int) written { return b.marked(root, b.translate(root, at, month)) })
	made.root, made.at = root, at
	b.lines[language.Cell{Row: row, Instance: instance}] = made
	return made
}

// thing reports which thing a line's sheet is of.
func (b *book) thingTitle(instance int) string {
	owner := &b.document.Instances[instance]
	scope := model.Scenario.FindScope(owner.Scope)
	switch {
	case owner.Title != "":
		return scope.Title + ": " + owner.Title
	case scope.Single:
		return scope.Title
	}
	return scope.Title + ": " + owner.Name
}
