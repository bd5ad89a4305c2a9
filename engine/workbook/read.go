package workbook

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"rackonomics/engine/calendar"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/spreadsheet"
)

// Read finds the scenario that a workbook was made of and what was changed in its
// inputs since: an entry of the sheet of inputs that is not what was written there,
// and a value by date whose steps are not. The error is a [scenario.Problems] with
// the path of each entry that cannot be, or says what is wrong with the file.
func Read(data []byte) (*scenario.Document, []scenario.Change, error) {
	grids, err := spreadsheet.Read(data, inputsName, byDateName, scenarioName)
	if err != nil {
		return nil, nil, err
	}
	for _, name := range []string{inputsName, scenarioName} {
		if grids[name] == nil {
			return nil, nil, fmt.Errorf("the workbook has no sheet %q; allowed is one that rackonomics wrote", name)
		}
	}
	document, err := model.Scenario.Decode(kept(grids[scenarioName]))
	if err != nil {
		return nil, nil, fmt.Errorf("sheet %s: %w", scenarioName, err)
	}
	r := &reading{document: document, inputs: grids[inputsName], byDate: grids[byDateName]}
	r.read()
	if len(r.problems) > 0 {
		return nil, nil, r.problems
	}
	return document, r.changes, nil
}

// scenarioName is the sheet with the document that the workbook was made of, a line
// of it a row.
const scenarioName = "Scenario"

func (b *book) scenarioSheet() *spreadsheet.Sheet {
	made := &spreadsheet.Sheet{Name: scenarioName, FreezeRows: 1, Columns: []spreadsheet.Column{{First: 0, Last: 0, Width: 120}}}
	made.Rows = append(made.Rows, spreadsheet.Row{Cells: []spreadsheet.Cell{textCell(0, "The scenario as it was when this workbook was written, by which its changes are found. Leave it as it is.", spreadsheet.Style{Bold: true})}})
	for i, line := range strings.Split(strings.TrimSuffix(string(b.document.Encode()), "\n"), "\n") {
		made.Rows = append(made.Rows, spreadsheet.Row{Number: i + 1, Cells: []spreadsheet.Cell{textCell(0, line, spreadsheet.Style{Look: spreadsheet.Aside})}})
	}
	return made
}

// kept puts the document together again.
func kept(grid spreadsheet.Grid) []byte {
	var out []byte
	for row := 1; row <= len(grid) && len(out) <= scenario.LargestDocument; row++ {
		out = append(append(out, grid[spreadsheet.Reference(0, row)].Text...), '\n')
	}
	return out
}

// reading is a workbook that is being read.
type reading struct {
	document       *scenario.Document
	inputs, byDate spreadsheet.Grid
	changes        []scenario.Change
	problems       scenario.Problems
}

// mostRows bounds how far down entries are looked for.
const mostRows = 20_000

func (r *reading) read() {
	places := map[string]inputOf{}
	for i := range r.document.Instances {
		owner := &r.document.Instances[i]
		for _, in := range model.Scenario.InputsOf(owner.Scope) {
			places[owner.Path(in.Field())] = inputOf{in.Name, i}
		}
	}
	for row := startRow; row < mostRows; row++ {
		path := r.inputs[spreadsheet.Reference(pathColumn, row)].Text
		place, known := places[path]
		value, was := r.inputs[spreadsheet.Reference(valueColumn, row)], r.inputs[spreadsheet.Reference(writtenColumn, row)]
		switch {
		case row < firstRow && value != was:
			r.fail(path, "it is fixed in a workbook, whose columns are made for it; change it with --set")
		case !known && was.Kind != spreadsheet.Nothing && row >= firstRow:
			r.fail(path, "the scenario has no such input; allowed is a workbook that was made of it")
		case known && value != was:
			r.entry(path, spreadsheet.Reference(valueColumn, row), place, value)
		}
	}
	for row := rowsOfHead; row < mostRows; row++ {
		path := r.byDate[spreadsheet.Reference(0, row)].Text
		if place, known := places[path]; known {
			r.profile(path, model.Scenario.FindInput(place.name), place.instance, row)
		}
	}
}

func (r *reading) fail(path, format string, arguments ...any) {
	r.problems = append(r.problems, &scenario.Problem{Path: path, Message: fmt.Sprintf(format, arguments...)})
}

// entry reads a value that was changed, as the scenario reads it when it is typed.
func (r *reading) entry(path, cell string, place inputOf, value spreadsheet.Value) {
	in := model.Scenario.FindInput(place.name)
	read, err := cellValue(in, value)
	switch {
	case err != nil:
		r.fail(path, "%s (cell %s of %s)", err, cell, inputsName)
	case !read.Equal(r.document.Value(place.instance, in)): // or it is typed in another way
		r.change(path, in, read)
	}
}

func (r *reading) change(path string, in *scenario.Input, value scenario.Value) {
	r.changes = append(r.changes, scenario.Change{Path: path, JSON: in.Encode(value)})
}

// cellValue is what a cell says of an input. A text is an entry as anywhere; a number
// has one reading, of dates that of a spreadsheet.
func cellValue(in *scenario.Input, cell spreadsheet.Value) (scenario.Value, error) {
	if cell.Kind == spreadsheet.Text {
		return in.ReadValue(cell.Text)
	}
	text, ok := typed(in, cell)
	if !ok {
		return scenario.Value{}, fmt.Errorf("%s is no value of it; %s", told(cell), in.Allowed())
	}
	value, err := in.Parse(text)
	if err == nil && in.Counted() && value.Number != math.Floor(value.Number) {
		err = fmt.Errorf("%s is not a whole number; %s", text, in.Allowed())
	}
	return value, err
}

// typed is a cell that is no text as a document has its value.
func typed(in *scenario.Input, cell spreadsheet.Value) (string, bool) {
	switch {
	case cell.Kind == spreadsheet.Mistake || cell.Kind == spreadsheet.Nothing:
		return "", false
	case in.Kind == scenario.Switch && (cell.Number == 0 || cell.Number == 1):
		return strconv.FormatBool(cell.Number == 1), true
	case cell.Kind != spreadsheet.Number:
		return "", false
	case in.Kind == scenario.Month:
		month, ok := spreadsheet.MonthOf(cell.Number)
		return month.String(), ok
	case in.Kind == scenario.Day:
		day := math.Floor(cell.Number) - spreadsheet.Epoch
		if day < 0 || day >= float64(calendar.Last.Add(1).FirstDay()) {
			return "", false
		}
		return calendar.DayText(int(day)), true
	case in.Kind == scenario.Number:
		return strconv.FormatFloat(cell.Number, 'g', -1, 64), true
	}
	return "", false
}

// told is a cell as a message has it.
func told(value spreadsheet.Value) string {
	switch value.Kind {
	case spreadsheet.Nothing:
		return "an empty cell"
	case spreadsheet.Number:
		return strconv.FormatFloat(value.Number, 'g', -1, 64)
	case spreadsheet.Truth:
		return strconv.FormatBool(value.Number == 1)
	}
	return strconv.Quote(value.Text)
}

// savedDigits of a number are what spreadsheets save at least: LibreOffice no more.
const savedDigits = 15

// unrounded is what a number was before it was saved, where it is that but for the
// digits that are lost then.
func unrounded(now, was float64) float64 {
	if strconv.FormatFloat(now, 'g', savedDigits, 64) == strconv.FormatFloat(was, 'g', savedDigits, 64) {
		return was
	}
	return now
}

// profile reads a value by date, and notes it as a change where it is another than
// the scenario's.
func (r *reading) profile(path string, in *scenario.Input, instance, row int) {
	was := r.document.Value(instance, in).Profile
	if was == nil {
		r.fail(path, "the scenario has one value of it for all months; allowed is a workbook that was made of it")
		return
	}
	now, problem := r.profileAt(in, was, row)
	if problem != "" {
		r.fail(path, "%s", problem)
		return
	}
	if value := (scenario.Value{Profile: now}); !value.Equal(scenario.Value{Profile: was}) {
		r.change(path, in, value)
	}
}

// growthInput declares the growth of a value by date.
var growthInput = &scenario.Input{Name: "growth", Kind: scenario.Number, Unit: "1", Percent: true, Min: -scenario.SteepestEscalator, Max: scenario.SteepestEscalator}

// profileAt reads a value by date from the rows that begin with one, or says which cell
// of them cannot be read.
func (r *reading) profileAt(in *scenario.Input, was *scenario.Profile, row int) (now *scenario.Profile, problem string) {
	cell := func(column, row int) spreadsheet.Value { return r.byDate[spreadsheet.Reference(column, row)] }
	wrong := func(err error, column, row int) string {
		return fmt.Sprintf("%s (cell %s of %s)", err, spreadsheet.Reference(column, row), byDateName)
	}
	shape := cell(dateOfStep, row)
	if shape.Text != inSteps && shape.Text != inLines {
		return nil, wrong(fmt.Errorf("%s is no shape; allowed is %s or %s", told(shape), inSteps, inLines), dateOfStep, row)
	}
	growth, err := cellValue(growthInput, cell(valueOfStep, row))
	if err != nil {
		return nil, wrong(err, valueOfStep, row)
	}
	now = &scenario.Profile{Linear: shape.Text == inLines, Escalator: unrounded(growth.Number, was.Escalator)}
	for i := range was.Steps {
		at := row + rowsBeforeSteps + i
		from, err := cellValue(model.Scenario.Horizon()[0], cell(dateOfStep, at))
		if err != nil {
			return nil, wrong(err, dateOfStep, at)
		}
		value, err := cellValue(in, cell(valueOfStep, at))
		if err != nil {
			return nil, wrong(err, valueOfStep, at)
		}
		now.Steps = append(now.Steps, scenario.Step{From: from.Month(), Value: unrounded(value.Number, was.Steps[i].Value)})
	}
	return now, ""
}
