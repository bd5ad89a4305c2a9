package spreadsheet

import (
	"fmt"
	"slices"
	"strings"
)

// styles numbers the styles of a book in the order in which they are met.
type styles struct {
	list    []Style
	formats []string
	numbers map[Style]int
}

// firstFormat is the first number that a book may give to a format of its own.
const firstFormat = 164

// fonts and fills of each look. The first two fills are reserved by the format.
var (
	fontOf = [...]int{Plain: 0, Heading: 2, Entry: 1, Aside: 3, Caution: 4}
	fillOf = [...]int{Plain: 0, Heading: 2, Entry: 3, Aside: 0, Caution: 4}
	inks   = []string{"FF1A1A1A", "FF1F3FBF", "FFFFFFFF", "FF808080", "FF8A4B00"}
	fills  = []string{"FF2B3A4A", "FFFFF8DC", "FFFFE8CC"}
)

// atTop is where texts stand in their rows.
const atTop = `<alignment vertical="top"/>`

func newStyles() *styles { return &styles{list: []Style{{}}, numbers: map[Style]int{{}: 0}} }

func (s *styles) number(style Style) int {
	number, known := s.numbers[style]
	if !known {
		number = len(s.list)
		s.numbers[style] = number
		s.list = append(s.list, style)
		if style.Format != "" && !slices.Contains(s.formats, style.Format) {
			s.formats = append(s.formats, style.Format)
		}
	}
	return number
}

func (s *styles) document() string {
	var b strings.Builder
	b.WriteString(header + `<styleSheet xmlns="` + mainSpace + `">`)
	if len(s.formats) > 0 {
		fmt.Fprintf(&b, `<numFmts count="%d">`, len(s.formats))
		for i, format := range s.formats {
			fmt.Fprintf(&b, `<numFmt numFmtId="%d" formatCode="%s"/>`, firstFormat+i, escape(format))
		}
		b.WriteString(`</numFmts>`)
	}
	fmt.Fprintf(&b, `<fonts count="%d">`, 2*len(inks))
	for _, bold := range []string{"", "<b/>"} {
		for _, ink := range inks {
			fmt.Fprintf(&b, `<font>%s<sz val="10"/><color rgb="%s"/><name val="Calibri"/></font>`, bold, ink)
		}
	}
	fmt.Fprintf(&b, `</fonts><fills count="%d"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>`, 2+len(fills))
	for _, fill := range fills {
		fmt.Fprintf(&b, `<fill><patternFill patternType="solid"><fgColor rgb="%s"/></patternFill></fill>`, fill)
	}
	b.WriteString(`</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0">` + atTop + `</xf></cellStyleXfs>`)
	fmt.Fprintf(&b, `<cellXfs count="%d">`, len(s.list))
	for _, style := range s.list {
		b.WriteString(s.format(style))
	}
	b.WriteString(`</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`)
	return b.String()
}

func (s *styles) format(style Style) string {
	format, font := 0, fontOf[style.Look]
	if style.Format != "" {
		format = firstFormat + slices.Index(s.formats, style.Format)
	}
	if style.Bold {
		font += len(inks)
	}
	alignment := atTop
	if style.Indent > 0 {
		alignment = fmt.Sprintf(`<alignment vertical="top" horizontal="left" indent="%d"/>`, style.Indent)
	}
	return fmt.Sprintf(`<xf numFmtId="%d" fontId="%d" fillId="%d" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">%s</xf>`,
		format, font, fillOf[style.Look], alignment)
}
