package workbook

import (
	"bytes"
	"fmt"
	"math"
	"testing"

	"rackonomics/engine/scenario"
	"rackonomics/engine/spreadsheet"
)

// closeEnough is how far a recalculated cell may be from the engine's: a part in a
// thousand million, or what rounding leaves where amounts of some hundred thousand
// million dollars come to nothing, a cent; of other units a thousand millionth.
func closeEnough(got, want float64, format string) bool {
	nothing := 1e-9
	if format == wholeFormat {
		nothing = 0.01
	}
	return math.Abs(got-want) <= max(1e-9*max(math.Abs(got), math.Abs(want)), nothing)
}

// computedCells are the cells that have a formula and a value of the engine.
func computedCells(made *spreadsheet.Book, each func(sheet, place string, cell *spreadsheet.Cell)) {
	for _, sheet := range made.Sheets {
		for _, row := range sheet.Rows {
			for i := range row.Cells {
				if cell := &row.Cells[i]; cell.Formula != "" {
					each(sheet.Name, spreadsheet.Reference(cell.Column, row.Number), cell)
				}
			}
		}
	}
}

// differ tells how a recalculated cell differs from the engine's value; empty if it does not.
func differ(got spreadsheet.Value, cell *spreadsheet.Cell) string {
	switch want := cell.Value; {
	case want.Kind == spreadsheet.Nothing:
		return ""
	case want.Kind == spreadsheet.Mistake && got.Kind == spreadsheet.Mistake:
		return ""
	case want.Kind == spreadsheet.Truth && (got.Kind == spreadsheet.Truth || got.Kind == spreadsheet.Number) && got.Number == want.Number: // LibreOffice saves a truth as a number
		return ""
	case want.Kind == spreadsheet.Number && got.Kind == spreadsheet.Number && closeEnough(got.Number, want.Number, cell.Style.Format):
		return ""
	}
	return fmt.Sprintf("is %v, and the engine has %v", got, cell.Value)
}

// compare holds recalculated sheets to the engine's values, and tells how many
// cells it compared.
func compare(t testing.TB, name string, made *spreadsheet.Book, sheets map[string]spreadsheet.Grid) (compared int) {
	t.Helper()
	failed := 0
	computedCells(made, func(sheet, place string, cell *spreadsheet.Cell) {
		if cell.Value.Kind == spreadsheet.Nothing {
			return
		}
		compared++
		if told := differ(sheets[sheet][place], cell); told != "" {
			if failed++; failed <= 12 {
				t.Errorf("%s: %s!%s %s: %.300s", name, sheet, place, told, cell.Formula)
			}
		}
	})
	if failed > 12 {
		t.Errorf("%s: %d cells differ of %d", name, failed, compared)
	}
	return compared
}

// bare is a workbook without the values of its formulas, so that whoever opens it
// has to compute them.
func bare(made *spreadsheet.Book) *spreadsheet.Book {
	stripped := *made
	stripped.Sheets = nil
	for _, sheet := range made.Sheets {
		copied := *sheet
		copied.Rows = nil
		for _, row := range sheet.Rows {
			row.Cells = append([]spreadsheet.Cell(nil), row.Cells...)
			for i := range row.Cells {
				if row.Cells[i].Formula != "" {
					row.Cells[i].Value = spreadsheet.Value{}
				}
			}
			copied.Rows = append(copied.Rows, row)
		}
		stripped.Sheets = append(stripped.Sheets, &copied)
	}
	return &stripped
}

// bareFile is the file of a bare workbook.
func bareFile(t testing.TB, made *spreadsheet.Book) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := bare(made).Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func builtOf(t testing.TB, document *scenario.Document) (*book, *spreadsheet.Book) {
	t.Helper()
	b, err := newBook(document)
	if err != nil {
		t.Fatal(err)
	}
	made, err := b.build()
	if err != nil {
		t.Fatal(err)
	}
	return b, made
}

func sheetOf(t testing.TB, made *spreadsheet.Book, name string) *spreadsheet.Sheet {
	t.Helper()
	for _, sheet := range made.Sheets {
		if sheet.Name == name {
			return sheet
		}
	}
	t.Fatalf("no sheet is called %s", name)
	return nil
}
