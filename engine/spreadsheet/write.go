package spreadsheet

import (
	"archive/zip"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Bounds of what a spreadsheet can hold.
const (
	MostColumns    = 16384
	MostRows       = 1 << 20
	LongestFormula = 8192 // bytes
	LongestName    = 31   // characters of a sheet's name
)

const header = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

const (
	mainSpace     = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	officeSpace   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageSpace  = "http://schemas.openxmlformats.org/package/2006/relationships"
	typesSpace    = "http://schemas.openxmlformats.org/package/2006/content-types"
	mainType      = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	drawingType   = "application/vnd.openxmlformats-officedocument.drawing+xml"
	chartType     = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
	relationsType = "application/vnd.openxmlformats-package.relationships+xml"
)

// Write writes the book. The error names a cell whose formula is too long, or is
// the writer's.
func (b *Book) Write(to io.Writer) error {
	w := &writer{archive: zip.NewWriter(to), styles: newStyles()}
	for i, sheet := range b.Sheets {
		w.sheet(i, sheet)
	}
	w.part("xl/styles.xml", w.styles.document())
	w.part("xl/workbook.xml", b.document())
	w.part("xl/_rels/workbook.xml.rels", b.relations())
	w.part("_rels/.rels", header+`<Relationships xmlns="`+packageSpace+`"><Relationship Id="rId1" Type="`+officeSpace+`/officeDocument" Target="xl/workbook.xml"/>`+
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`)
	w.part("docProps/core.xml", header+`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>`+
		escape(b.Title)+`</dc:title><dc:creator>Rackonomics</dc:creator></cp:coreProperties>`)
	w.part("[Content_Types].xml", w.types(b))
	if w.err == nil {
		w.err = w.archive.Close()
	}
	return w.err
}

// writer writes the parts of a book, and none after an error.
type writer struct {
	archive *zip.Writer
	styles  *styles
	charts  int
	drawn   []int // sheets with charts or pictures
	err     error
}

// dated is when every part is said to have been changed, as of MS-DOS: on 1 January
// 1980, the first day that it can tell. Without one it would say month 0, which is none.
const dated = 1<<5 | 1

func (w *writer) part(name, content string) {
	if w.err != nil {
		return
	}
	part, err := w.archive.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, ModifiedDate: dated})
	if err == nil {
		_, err = io.WriteString(part, content)
	}
	w.err = err
}

func (b *Book) document() string {
	var s strings.Builder
	s.WriteString(header + `<workbook xmlns="` + mainSpace + `" xmlns:r="` + officeSpace + `"><workbookPr/><bookViews><workbookView/></bookViews><sheets>`)
	for i, sheet := range b.Sheets {
		fmt.Fprintf(&s, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, escape(sheet.Name), i+1, i+1)
	}
	s.WriteString(`</sheets>`)
	names := b.printed()
	for _, name := range b.Names {
		names += fmt.Sprintf(`<definedName name="%s">%s</definedName>`, escape(name.Name), escape(name.To))
	}
	if names != "" {
		s.WriteString(`<definedNames>` + names + `</definedNames>`)
	}
	s.WriteString(`<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`)
	return s.String()
}

func (b *Book) relations() string {
	var s strings.Builder
	s.WriteString(header + `<Relationships xmlns="` + packageSpace + `">`)
	for i := range b.Sheets {
		fmt.Fprintf(&s, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, officeSpace, i+1)
	}
	fmt.Fprintf(&s, `<Relationship Id="rId%d" Type="%s/styles" Target="styles.xml"/></Relationships>`, len(b.Sheets)+1, officeSpace)
	return s.String()
}

func (w *writer) types(b *Book) string {
	var s strings.Builder
	s.WriteString(header + `<Types xmlns="` + typesSpace + `"><Default Extension="rels" ContentType="` + relationsType + `"/><Default Extension="xml" ContentType="application/xml"/>`)
	override := func(part, kind string) {
		fmt.Fprintf(&s, `<Override PartName="/%s" ContentType="%s"/>`, part, kind)
	}
	override("xl/workbook.xml", mainType+"sheet.main+xml")
	override("xl/styles.xml", mainType+"styles+xml")
	override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
	for i := range b.Sheets {
		override(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), mainType+"worksheet+xml")
	}
	for _, sheet := range w.drawn {
		override(fmt.Sprintf("xl/drawings/drawing%d.xml", sheet+1), drawingType)
	}
	for chart := range w.charts {
		override(fmt.Sprintf("xl/charts/chart%d.xml", chart+1), chartType)
	}
	s.WriteString(`</Types>`)
	return s.String()
}

func (w *writer) sheet(index int, sheet *Sheet) {
	s := &strings.Builder{}
	s.WriteString(header + `<worksheet xmlns="` + mainSpace + `" xmlns:r="` + officeSpace + `"><sheetPr><outlinePr summaryBelow="0" summaryRight="0"/><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>`)
	s.WriteString(`<sheetView workbookViewId="0" showGridLines="0">` + sheet.pane() + `</sheetView></sheetViews>`)
	s.WriteString(`<sheetFormatPr defaultRowHeight="15"` + sheet.levels() + `/>`)
	if len(sheet.Columns) > 0 {
		s.WriteString(`<cols>`)
		for _, column := range sheet.Columns {
			fmt.Fprintf(s, `<col min="%d" max="%d" width="%g" customWidth="1"%s%s/>`, column.First+1, column.Last+1, column.Width, outline(column.Level), folded(column.Level))
		}
		s.WriteString(`</cols>`)
	}
	s.WriteString(`<sheetData>`)
	for _, row := range sheet.Rows {
		fmt.Fprintf(s, `<row r="%d"%s>`, row.Number+1, outline(row.Level))
		for i := range row.Cells {
			w.cell(s, sheet, row.Number, &row.Cells[i])
		}
		s.WriteString(`</row>`)
	}
	s.WriteString(`</sheetData>`)
	writeAllowed(s, sheet.Allowed)
	s.WriteString(sheet.page())
	isDrawn := len(sheet.Charts)+len(sheet.Pictures) > 0
	if isDrawn {
		s.WriteString(`<drawing r:id="rId1"/>`)
	}
	s.WriteString(`</worksheet>`)
	w.part(fmt.Sprintf("xl/worksheets/sheet%d.xml", index+1), s.String())
	if isDrawn {
		w.draw(index, sheet)
	}
}

func outline(level int) string {
	if level == 0 {
		return ""
	}
	return ` outlineLevel="` + strconv.Itoa(level) + `"`
}

func folded(level int) string {
	if level == 0 {
		return ""
	}
	return ` hidden="1"`
}

// levels says how deep groups are, for which a margin is kept.
func (s *Sheet) levels() string {
	rows, columns := 0, 0
	for _, row := range s.Rows {
		rows = max(rows, row.Level)
	}
	for _, column := range s.Columns {
		columns = max(columns, column.Level)
	}
	return fmt.Sprintf(` outlineLevelRow="%d" outlineLevelCol="%d"`, rows, columns)
}

func (s *Sheet) pane() string {
	place, split := "bottomRight", ""
	if s.FreezeColumns > 0 {
		split = fmt.Sprintf(` xSplit="%d"`, s.FreezeColumns)
	}
	if s.FreezeRows > 0 {
		split += fmt.Sprintf(` ySplit="%d"`, s.FreezeRows)
	}
	switch {
	case split == "":
		return ""
	case s.FreezeRows == 0:
		place = "topRight"
	case s.FreezeColumns == 0:
		place = "bottomLeft"
	}
	return fmt.Sprintf(`<pane%s topLeftCell="%s" activePane="%s" state="frozen"/>`, split, Reference(s.FreezeColumns, s.FreezeRows), place)
}

func (w *writer) cell(s *strings.Builder, sheet *Sheet, row int, cell *Cell) {
	if len(cell.Formula) > LongestFormula && w.err == nil {
		w.err = fmt.Errorf("%s!%s: a formula of %d bytes; a spreadsheet allows %d", sheet.Name, Reference(cell.Column, row), len(cell.Formula), LongestFormula)
	}
	s.WriteString(`<c r="`)
	s.WriteString(Reference(cell.Column, row))
	if style := w.styles.number(cell.Style); style > 0 {
		s.WriteString(`" s="`)
		s.WriteString(strconv.Itoa(style))
	}
	kind, text := "", ""
	switch cell.Value.Kind {
	case Number:
		text = strconv.FormatFloat(cell.Value.Number, 'g', -1, 64)
	case Truth:
		kind, text = "b", strconv.Itoa(int(cell.Value.Number))
	case Mistake:
		kind, text = "e", cell.Value.Text
	case Text:
		if kind, text = "inlineStr", cell.Value.Text; cell.Formula != "" {
			kind = "str"
		}
	}
	if kind != "" {
		s.WriteString(`" t="` + kind)
	}
	s.WriteString(`">`)
	if cell.Formula != "" {
		s.WriteString(`<f>` + escape(cell.Formula) + `</f>`)
	}
	switch {
	case kind == "inlineStr":
		s.WriteString(`<is><t xml:space="preserve">` + escape(text) + `</t></is>`)
	case cell.Value.Kind != Nothing:
		s.WriteString(`<v>` + escape(text) + `</v>`)
	}
	s.WriteString(`</c>`)
}

func writeAllowed(s *strings.Builder, list []Allowed) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(s, `<dataValidations count="%d">`, len(list))
	for _, allowed := range list {
		kind, first, second := "decimal", strconv.FormatFloat(allowed.From, 'g', -1, 64), strconv.FormatFloat(allowed.To, 'g', -1, 64)
		switch {
		case len(allowed.Options) > 0:
			kind, first, second = "list", `"`+strings.Join(allowed.Options, ",")+`"`, ""
		case allowed.Date:
			kind = "date"
		}
		fmt.Fprintf(s, `<dataValidation type="%s" allowBlank="0" showErrorMessage="1" error="%s" sqref="%s"><formula1>%s</formula1>`,
			kind, escape(allowed.Otherwise), allowed.Cell, escape(first))
		if second != "" {
			s.WriteString(`<formula2>` + escape(second) + `</formula2>`)
		}
		s.WriteString(`</dataValidation>`)
	}
	s.WriteString(`</dataValidations>`)
}

var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// escape writes a text as XML has it, without the characters that XML has not.
func escape(text string) string {
	if strings.IndexFunc(text, forbidden) >= 0 {
		text = strings.Map(func(r rune) rune {
			if forbidden(r) {
				return -1
			}
			return r
		}, text)
	}
	return escapes.Replace(text)
}

// forbidden are the characters that XML 1.0 has no way to write.
func forbidden(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF
}
