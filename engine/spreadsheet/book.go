// Package spreadsheet writes and reads workbooks in the format of Office Open
// XML (ISO/IEC 29500, .xlsx): as much of it as a model of formulas needs. What is
// written depends on nothing but the book: the same book has the same bytes.
package spreadsheet

import "strconv"

// Book is a workbook.
type Book struct {
	Title  string
	Sheets []*Sheet
	Names  []Name
}

// Name is a defined name of a range.
type Name struct {
	Name string
	To   string // such as 'operator'!$E$4:$BL$4
}

// Sheet is one of a book. Its rows are in ascending order, their cells too.
type Sheet struct {
	Name    string
	Columns []Column
	Rows    []Row
	// FreezeRows and FreezeColumns stay where they are when the rest is scrolled,
	// and are repeated on every page that is printed.
	FreezeRows, FreezeColumns int
	// PagesWide is how many pages side by side are printed, one if zero, of the first
	// PrintColumns and PrintRows; of all where they are zero.
	PagesWide, PrintColumns, PrintRows int
	Allowed                            []Allowed
	Charts                             []Chart
	Pictures                           []Picture
}

// Column says how wide some columns are, in characters.
type Column struct {
	First, Last int // counted from 0
	Width       float64
	Level       int // of grouping; grouped columns are folded
}

// Row is a row with something in it.
type Row struct {
	Number int // counted from 0
	Level  int // of grouping
	Cells  []Cell
}

// Cell is a cell with a value, a formula or both.
type Cell struct {
	Column  int // counted from 0
	Style   Style
	Formula string // without the equals sign
	Value   Value  // of a formula as it was computed last, if that is known
}

// Kind is what a value is.
type Kind uint8

// The kinds of values.
const (
	Nothing Kind = iota
	Number
	Text
	Truth
	Mistake // such as #N/A, in Text
)

// Value is what a cell holds.
type Value struct {
	Kind   Kind
	Number float64 // 1 and 0 of a truth
	Text   string
}

// NumberValue is a number.
func NumberValue(number float64) Value { return Value{Kind: Number, Number: number} }

// TextValue is a text.
func TextValue(text string) Value { return Value{Kind: Text, Text: text} }

// TruthValue is TRUE or FALSE.
func TruthValue(truth bool) Value {
	if truth {
		return Value{Kind: Truth, Number: 1}
	}
	return Value{Kind: Truth}
}

// NotAvailable is #N/A, which whatever is computed of it is too.
var NotAvailable = Value{Kind: Mistake, Text: "#N/A"}

// Style is how a cell looks.
type Style struct {
	Format string // of numbers, such as #,##0.00; empty for what the reader's program takes
	Look   Look
	Bold   bool
	Indent int
}

// Look is what the colours of a cell say.
type Look uint8

// The looks.
const (
	Plain   Look = iota
	Heading      // over what follows
	Entry        // may be changed
	Aside        // beyond what is looked at first
	Caution      // does not follow changes
)

// Allowed is what may be entered into a cell. A spreadsheet refuses anything else.
type Allowed struct {
	Cell      string   // such as C5
	Options   []string // to choose from
	From, To  float64  // bounds, where there are no options
	Date      bool     // the bounds are days as numbers
	Otherwise string   // what is said of anything else
}

// Reference is the name of a cell, such as C5; both numbers count from 0.
func Reference(column, row int) string { return ColumnName(column) + strconv.Itoa(row+1) }

// ColumnName is the name of a column counted from 0: A to Z, AA and so on.
func ColumnName(column int) string {
	name := ""
	for column++; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}
