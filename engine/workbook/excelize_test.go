package workbook

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/spreadsheet"
)

// openExcelize opens a workbook with a library that has an engine of its own.
func openExcelize(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	file, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	return file
}

// excelizeValue computes a cell.
func excelizeValue(file *excelize.File, sheet, place string) spreadsheet.Value {
	text, err := file.CalcCellValue(sheet, place, excelize.Options{RawCellValue: true})
	switch {
	case err != nil || strings.HasPrefix(text, "#"):
		return spreadsheet.Value{Kind: spreadsheet.Mistake, Text: text}
	case text == "TRUE" || text == "FALSE":
		return spreadsheet.TruthValue(text == "TRUE")
	}
	if number, err := strconv.ParseFloat(text, 64); err == nil {
		return spreadsheet.NumberValue(number)
	}
	return spreadsheet.TextValue(text)
}

// excelizeSheets computes every cell of which the engine has a value.
func excelizeSheets(file *excelize.File, made *spreadsheet.Book) map[string]spreadsheet.Grid {
	sheets := map[string]spreadsheet.Grid{}
	computedCells(made, func(sheet, place string, cell *spreadsheet.Cell) {
		if cell.Value.Kind == spreadsheet.Nothing {
			return
		}
		if sheets[sheet] == nil {
			sheets[sheet] = spreadsheet.Grid{}
		}
		sheets[sheet][place] = excelizeValue(file, sheet, place)
	})
	return sheets
}

// A second library computes every cell of the smallest scenario anew. It takes minutes
// for others and loses its way in some, of which LibreOffice computes every cell.
func TestExcelizeComputesTheSame(t *testing.T) {
	documents := map[string]*scenario.Document{}
	documents["three months"] = changed(loaded(t, "useful-life"), "scenario.months", "3")
	if !testing.Short() {
		documents["useful-life"] = loaded(t, "useful-life")
	}
	for name, document := range documents {
		t.Run(name, func(t *testing.T) {
			_, made := builtOf(t, document)
			sheets := excelizeSheets(openExcelize(t, bareFile(t, made)), made)
			t.Logf("%d cells", compare(t, name, made, sheets))
		})
	}
}

// An input that is changed in the workbook changes everything as the engine does.
func TestChangesFollow(t *testing.T) {
	for name, test := range map[string]struct {
		path, change string
		cell         any
	}{
		"number": {"operator.revenue_growth", "0.5", 0.5},
		"switch": {"operator.working_capital", "true", true},
		"rate":   {"operator.discount_rate", "0.2", 0.2},
	} {
		t.Run(name, func(t *testing.T) {
			document := changed(loaded(t, "useful-life"), "scenario.months", "6")
			in := model.Scenario.FindInput(test.path)
			if in == nil {
				t.Fatalf("there is no input %s", test.path)
			}
			b, made := builtOf(t, document)
			file := openExcelize(t, bareFile(t, made))
			place := spreadsheet.Reference(valueColumn, b.inputs.rowOf[inputOf{in.Name, 0}])
			if err := file.SetCellValue(inputsName, place, test.cell); err != nil {
				t.Fatal(err)
			}
			with, err := document.Apply([]scenario.Change{{Path: test.path, JSON: []byte(test.change)}})
			if err != nil {
				t.Fatal(err)
			}
			_, want := builtOf(t, with)
			if moved := countMoved(made, want); moved == 0 {
				t.Fatalf("%s changes nothing", test.path)
			}
			compare(t, name, want, excelizeSheets(file, want))

			var out bytes.Buffer
			if err := file.Write(&out); err != nil {
				t.Fatal(err)
			}
			_, changes, err := Read(out.Bytes())
			if err != nil || len(changes) != 1 || changes[0].Path != test.path || string(changes[0].JSON) != test.change {
				t.Errorf("read back as %v, %v; want %s=%s", changes, err, test.path, test.change)
			}
		})
	}
}

// countMoved counts cells that are other values in another book of the same form.
func countMoved(made, other *spreadsheet.Book) (moved int) {
	values := map[string]spreadsheet.Value{}
	computedCells(made, func(sheet, place string, cell *spreadsheet.Cell) { values[sheet+place] = cell.Value })
	computedCells(other, func(sheet, place string, cell *spreadsheet.Cell) {
		if values[sheet+place] != cell.Value {
			moved++
		}
	})
	return moved
}
