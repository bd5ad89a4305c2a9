package spreadsheet

import (
	"strings"
	"testing"
)

// computedBook has a sheet of values, a blank cell among them, and one of formulas, each on a row.
func computedBook(formulas ...string) *Book {
	given := &Sheet{Name: "it's", Rows: []Row{
		{Number: 1, Cells: []Cell{{Column: 1, Value: NumberValue(3)}, {Column: 2, Value: NumberValue(5)}, {Column: 4, Value: NumberValue(9)}}},
		{Number: 2, Cells: []Cell{{Column: 1, Value: TextValue("lines")}, {Column: 2, Value: NotAvailable}, {Column: 3, Value: TruthValue(true)}}},
	}}
	made := &Sheet{Name: "made"}
	for row, text := range formulas {
		made.Rows = append(made.Rows, Row{Number: row, Cells: []Cell{{Formula: text}}})
	}
	return &Book{Sheets: []*Sheet{made, given}}
}

func TestFormulasAreComputed(t *testing.T) {
	for formula, want := range map[string]Value{
		"1+2*3-4/8":                         NumberValue(6.5),
		"-(1-3)*-2":                         NumberValue(-4),
		"1E-3+2E+1":                         NumberValue(20.001),
		"1/0":                               byZero,
		"EXP(1E9)":                          noNumber,
		`"a"+1`:                             wrongValue,
		"1<=2":                              TruthValue(true),
		"1+1<>2":                            TruthValue(false),
		`'it''s'!B3="lines"`:                TruthValue(true),
		"'it''s'!$B$2+'it''s'!C2":           NumberValue(8),
		"'it''s'!D2":                        NumberValue(0),
		"'it''s'!C3+1":                      NotAvailable,
		"IF('it''s'!C3>1,1,2)":              NotAvailable,
		`IFERROR('it''s'!C3,"")`:            TextValue(""),
		"IF('it''s'!D3,7,NA())":             NumberValue(7),
		"SUM('it''s'!B2:E2)":                NumberValue(17),
		"SUM('it''s'!B2:C3)":                NotAvailable,
		"AVERAGE('it''s'!B2:C2)":            NumberValue(4),
		"COUNT('it''s'!B2:D3)":              NumberValue(2),
		"MAX(1,'it''s'!B2:E2,-4)":           NumberValue(9),
		"MIN('it''s'!D2:D3)":                NumberValue(0),
		"AND(TRUE,1>2)":                     TruthValue(false),
		"OR(FALSE,1<2)":                     TruthValue(true),
		"NOT(FALSE)":                        TruthValue(true),
		"INT(-1.5)+ABS(-2)":                 NumberValue(0),
		"MOD(-1,12)":                        NumberValue(11),
		"POWER(2,10)":                       NumberValue(1024),
		"INDEX('it''s'!B2:E2,1,4)":          NumberValue(9),
		"INDEX('it''s'!B2:B3,2)":            TextValue("lines"),
		"INDEX('it''s'!B2:E2,1,5)":          noReference,
		"MATCH(9,'it''s'!B2:E2,0)":          NumberValue(4),
		"MATCH(4,'it''s'!B2:E2,0)":          NotAvailable,
		"MATCH(6,'it''s'!B2:E2,1)":          NumberValue(2),
		`MATCH("b",{"a","b"},0)-1`:          NumberValue(1),
		"SUMPRODUCT('it''s'!B2:C2,A99:B99)": NumberValue(0),
		"SERIESSUM(2,0,1,'it''s'!B2:C2)":    NumberValue(13),
		"ISNUMBER('it''s'!B3)":              TruthValue(false),
		"YEAR(46387)+MONTH(46387)/100":      NumberValue(2026.12),
		"EDATE(46387,2)":                    NumberValue(46446), // from 31 December 2026 to 28 February
		"WORKDAY(46386,1,'it''s'!B2:E2)":    NumberValue(46387), // a Thursday
		"WORKDAY(46387,1,'it''s'!B2:E2)":    NumberValue(46388),
		"WORKDAY(46388,1,'it''s'!B2:E2)":    NumberValue(46391), // over a weekend
	} {
		t.Run(formula, func(t *testing.T) {
			book := computedBook(formula)
			if err := book.Compute(); err != nil {
				t.Fatal(err)
			}
			if got := book.Sheets[0].Rows[0].Cells[0].Value; got != want {
				t.Errorf("it comes to %v, not %v", got, want)
			}
		})
	}
}

// Cells are computed after those that they read, wherever these stand.
func TestFormulasFollowEachOther(t *testing.T) {
	book := computedBook("A2*2", "A3+A4", "SUM(A4:A5)", "A5+1", "10")
	if err := book.Compute(); err != nil {
		t.Fatal(err)
	}
	for row, want := range []float64{64, 32, 21, 11, 10} {
		if got := book.Sheets[0].Rows[row].Cells[0].Value; got != NumberValue(want) {
			t.Errorf("row %d is %v, not %v", row+1, got, want)
		}
	}
}

func TestFormulasThatCannotBeComputed(t *testing.T) {
	for name, test := range map[string]struct {
		formulas []string
		want     string
	}{
		"itself":          {[]string{"A1+1"}, "made!A1: it needs itself"},
		"by others":       {[]string{"A2", "A3", "A1"}, "it needs itself"},
		"no function":     {[]string{"OFFSET(A2,1,1)"}, "a function, and not OFFSET was expected"},
		"no sheet":        {[]string{"'there'!A1"}, "a sheet of the book was expected"},
		"no bracket":      {[]string{"(1+2"}, "a closing bracket was expected"},
		"nothing":         {[]string{"1+"}, "a value was expected"},
		"more":            {[]string{"1 2"}, "an operator or the end was expected at byte 1"},
		"no end":          {[]string{"SUM(A2:"}, "the end of a range was expected"},
		"no end of texts": {[]string{`"a`}, "a closing quotation mark was expected"},
	} {
		t.Run(name, func(t *testing.T) {
			if err := computedBook(test.formulas...).Compute(); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%v; want %s", err, test.want)
			}
		})
	}
}
