package spreadsheet

import (
	"fmt"
	"strings"
)

// page says how a sheet is printed: across A4, as many pages wide as the sheet
// says and as many long as it takes, each with where it is from.
func (s *Sheet) page() string {
	const a4 = 9 // pageSetup's paperSize, ISO/IEC 29500-1, 18.3.1.63
	return `<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>` +
		fmt.Sprintf(`<pageSetup paperSize="%d" fitToWidth="%d" fitToHeight="0" orientation="landscape"/>`, a4, max(1, s.PagesWide)) +
		`<headerFooter><oddFooter>&amp;L&amp;F, &amp;A&amp;R&amp;P of &amp;N</oddFooter></headerFooter>`
}

// printed names what of each sheet is printed and what is repeated on every page:
// what stays in view on the screen.
func (b *Book) printed() string {
	var list strings.Builder
	for i, sheet := range b.Sheets {
		prefix := "'" + strings.ReplaceAll(sheet.Name, "'", "''") + "'!"
		name := func(of, to string) {
			fmt.Fprintf(&list, `<definedName name="_xlnm.%s" localSheetId="%d">%s</definedName>`, of, i, escape(to))
		}
		if columns, rows := sheet.printedSize(); columns > 0 {
			name("Print_Area", fmt.Sprintf("%s$A$1:$%s$%d", prefix, ColumnName(columns-1), rows))
		}
		var repeated []string
		if sheet.FreezeColumns > 0 {
			repeated = append(repeated, fmt.Sprintf("%s$A:$%s", prefix, ColumnName(sheet.FreezeColumns-1)))
		}
		if sheet.FreezeRows > 0 {
			repeated = append(repeated, fmt.Sprintf("%s$1:$%d", prefix, sheet.FreezeRows))
		}
		if repeated != nil {
			name("Print_Titles", strings.Join(repeated, ","))
		}
	}
	return list.String()
}

// printedSize is how much of a sheet is printed; zero columns are all.
func (s *Sheet) printedSize() (columns, rows int) {
	if rows = s.PrintRows; rows == 0 && len(s.Rows) > 0 {
		rows = s.Rows[len(s.Rows)-1].Number + 1
	}
	return s.PrintColumns, rows
}
