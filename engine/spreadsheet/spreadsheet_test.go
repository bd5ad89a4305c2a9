package spreadsheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

func writtenBook(t testing.TB, book *Book) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestColumnNames(t *testing.T) {
	for column, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA", MostColumns - 1: "XFD"} {
		if got := ColumnName(column); got != want {
			t.Errorf("column %d is %s, not %s", column, got, want)
		}
	}
}

// What is written is read back, by this package and by another's.
func TestValuesAreReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := Grid{}
		sheet := &Sheet{Name: "A & B's"}
		for row := range rapid.IntRange(1, 6).Draw(t, "rows") {
			written := Row{Number: row}
			for column := range rapid.IntRange(0, 5).Draw(t, "columns") {
				value := anyCell(t)
				written.Cells = append(written.Cells, Cell{Column: column, Value: value})
				if value.Kind != Text || value.Text != "" {
					want[Reference(column, row)] = value
				}
			}
			sheet.Rows = append(sheet.Rows, written)
		}
		var out bytes.Buffer
		if err := (&Book{Sheets: []*Sheet{sheet}}).Write(&out); err != nil {
			t.Fatal(err)
		}
		got, err := Read(out.Bytes(), sheet.Name, "no such")
		if err != nil || len(got) != 1 || len(got[sheet.Name]) != len(want) {
			t.Fatalf("%v, %v; want %v", got, err, want)
		}
		other, err := excelize.OpenReader(&out)
		if err != nil {
			t.Fatal(err)
		}
		defer other.Close()
		for place, value := range want {
			if got[sheet.Name][place] != value {
				t.Errorf("%s is %v, not %v", place, got[sheet.Name][place], value)
			}
			text, err := other.GetCellValue(sheet.Name, place, excelize.Options{RawCellValue: true})
			if err != nil || value.Kind == Text && text != value.Text {
				t.Errorf("%s is %q, %v in excelize, not %v", place, text, err, value)
			}
		}
	})
}

func anyCell(t *rapid.T) Value {
	switch rapid.IntRange(0, 3).Draw(t, "kind") {
	case 0:
		return NumberValue(rapid.Float64Range(-1e12, 1e12).Draw(t, "number") + 0)
	case 1:
		return TruthValue(rapid.Bool().Draw(t, "truth"))
	case 2:
		return NotAvailable
	}
	return TextValue(rapid.StringMatching(`[a-zé<>&"' ]{0,12}`).Draw(t, "text"))
}

// A workbook that another program saved has its texts in a part of their own.
func TestSharedTextsAreRead(t *testing.T) {
	file := excelize.NewFile()
	defer file.Close()
	for place, value := range map[string]any{"A1": "one", "B2": 2.5, "C3": true, "A4": "one"} {
		if err := file.SetCellValue("Sheet1", place, value); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := file.Write(&out); err != nil {
		t.Fatal(err)
	}
	got, err := Read(out.Bytes(), "Sheet1")
	want := Grid{"A1": TextValue("one"), "B2": NumberValue(2.5), "C3": TruthValue(true), "A4": TextValue("one")}
	if err != nil || fmt.Sprint(got["Sheet1"]) != fmt.Sprint(want) {
		t.Errorf("%v, %v; want %v", got, err, want)
	}
}

func TestCharactersWithoutXML(t *testing.T) {
	book := &Book{Sheets: []*Sheet{{Name: "S", Rows: []Row{{Cells: []Cell{{Value: TextValue("a\x00b\x0bc￾d")}}}}}}}
	got, err := Read(writtenBook(t, book), "S")
	if err != nil || got["S"]["A1"].Text != "abcd" {
		t.Errorf("%v, %v", got, err)
	}
}

func TestFormulasAreBounded(t *testing.T) {
	book := &Book{Sheets: []*Sheet{{Name: "S", Rows: []Row{{Number: 4, Cells: []Cell{{Column: 2, Formula: strings.Repeat("1+", 5000) + "1"}}}}}}}
	if err := book.Write(&bytes.Buffer{}); err == nil || !strings.Contains(err.Error(), "S!C5: a formula of 10001 bytes; a spreadsheet allows 8192") {
		t.Error(err)
	}
}

// packed makes an archive of parts.
func packed(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for name, content := range parts {
		part, err := archive.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestDamagedBooksAreRefused(t *testing.T) {
	whole := func() map[string]string {
		return map[string]string{
			"xl/workbook.xml":            `<workbook><sheets><sheet name="S" id="r1"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Target="s.xml"/></Relationships>`,
			"xl/s.xml":                   `<worksheet><c r="A1"><v>1</v></c></worksheet>`,
		}
	}
	with := func(name, content string) []byte {
		parts := whole()
		parts[name] = content
		return packed(t, parts)
	}
	without := whole()
	delete(without, "xl/s.xml")
	many := whole()
	for i := range mostParts {
		many[fmt.Sprint(i)] = ""
	}
	for name, test := range map[string]struct {
		data []byte
		want string
	}{
		"no archive":        {[]byte("hello"), "it is no workbook"},
		"no book":           {packed(t, nil), "lacks its part xl/_rels/workbook.xml.rels"},
		"no sheet":          {packed(t, without), "lacks its part xl/s.xml"},
		"bomb":              {with("xl/s.xml", "<worksheet>"+strings.Repeat(" ", largestPart+1)), "unpacks to more than 33554432 bytes"},
		"many parts":        {packed(t, many), "4099 parts; at most 4096 are read"},
		"cut XML":           {with("xl/s.xml", `<worksheet><c r="A1"`), "is damaged"},
		"no number":         {with("xl/s.xml", `<c r="A1"><v>one</v></c>`), `A1 has "one", which is no number`},
		"no text":           {with("xl/s.xml", `<c r="A1" t="s"><v>7</v></c>`), `A1 has the shared text "7", and there are 0`},
		"endless text":      {with("xl/s.xml", `<c r="A1" t="str"><v>`+strings.Repeat("x", longestText+1)+`</v></c>`), "a text of more than 32767 bytes"},
		"too many cells":    {with("xl/s.xml", manyCells()), "more than 200000 cells"},
		"sheet of no place": {with("xl/_rels/workbook.xml.rels", `<Relationships/>`), "lacks its part"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := Read(test.data, "S"); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%v; want %s", err, test.want)
			}
		})
	}
	if got, err := Read(packed(t, whole()), "S"); err != nil || got["S"]["A1"] != NumberValue(1) {
		t.Errorf("%v, %v", got, err)
	}
}

func manyCells() string {
	var s strings.Builder
	for i := range mostCells + 1 {
		fmt.Fprintf(&s, `<c r="A%d"><v>1</v></c>`, i+1)
	}
	return s.String()
}

func FuzzRead(f *testing.F) {
	f.Add(writtenBook(f, &Book{Sheets: []*Sheet{{Name: "S", Rows: []Row{{Cells: []Cell{{Value: NumberValue(1)}, {Column: 1, Value: TextValue("x")}}}}}}}))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		grids, err := Read(data, "S")
		if err != nil && !utf8.ValidString(err.Error()) && utf8.Valid(data) {
			t.Errorf("%q", err)
		}
		for _, grid := range grids {
			if len(grid) > mostCells {
				t.Errorf("%d cells", len(grid))
			}
		}
	})
}

// The archive's format has no month or day zero, which strict readers refuse.
func TestPartsHaveADate(t *testing.T) {
	data := writtenBook(t, &Book{Sheets: []*Sheet{{Name: "S"}}})
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range archive.File {
		if date := part.ModifiedDate; date>>5&0xF != 1 || date&0x1F != 1 { // as of MS-DOS: month and day
			t.Errorf("%s is dated %#x", part.Name, date)
		}
	}
}

// A sheet is printed across, on as many pages side by side as it says, and what stays
// in view is repeated; another library reads it so.
func TestPrinting(t *testing.T) {
	rows := []Row{{Number: 6, Cells: []Cell{{Value: NumberValue(1)}}}}
	data := writtenBook(t, &Book{Sheets: []*Sheet{{Name: "A"}, {Name: "B's", Rows: rows, FreezeRows: 2, FreezeColumns: 3, PagesWide: 5, PrintColumns: 8}}})
	file, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for sheet, wide := range map[string]int{"A": 1, "B's": 5} {
		layout, err := file.GetPageLayout(sheet)
		if err != nil || *layout.Orientation != "landscape" || *layout.FitToWidth != wide || *layout.FitToHeight != 0 {
			t.Errorf("%s: %+v, %v", sheet, layout, err)
		}
	}
	got := map[string]string{}
	for _, name := range file.GetDefinedName() {
		got[name.Name+" of "+name.Scope] = name.RefersTo
	}
	want := map[string]string{"_xlnm.Print_Area of B's": "'B''s'!$A$1:$H$7", "_xlnm.Print_Titles of B's": "'B''s'!$A:$C,'B''s'!$1:$2"}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%v; want %v", got, want)
	}
}
