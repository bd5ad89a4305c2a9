package spreadsheet

import (
	"fmt"
	"strings"
)

// Chart is columns that are stacked with lines over them, along one axis of dates.
type Chart struct {
	Title       string
	Unit        string // of the values
	Format      string // of the numbers on the axis
	Dates       string // the range of the axis
	Series      []Series
	Column, Row int // of its upper left corner, counted from 0
}

// Series is a range that a chart shows.
type Series struct {
	Title   string
	Values  string // such as 'operator'!$E$4:$BL$4
	Stacked bool   // a column on those before it; else a line
	Dashed  bool   // a line
	Colour  string // as 1F77B4
}

// How many columns and rows a chart covers.
const (
	ChartColumns = 14
	ChartRows    = 26
)

const (
	drawingSpace = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
	graphicSpace = "http://schemas.openxmlformats.org/drawingml/2006/main"
	chartSpace   = "http://schemas.openxmlformats.org/drawingml/2006/chart"
)

// draw writes the charts and pictures of a sheet and where they stand.
func (w *writer) draw(index int, sheet *Sheet) {
	var anchors, relations strings.Builder
	next := 2 // identifiers of what is drawn; 1 is the drawing
	for i, chart := range sheet.Charts {
		w.charts++
		fmt.Fprintf(&anchors, `<xdr:twoCellAnchor><xdr:from><xdr:col>%d</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>%d</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>`+
			`<xdr:to><xdr:col>%d</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>%d</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>`,
			chart.Column, chart.Row, chart.Column+ChartColumns, chart.Row+ChartRows-2)
		fmt.Fprintf(&anchors, `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="%d" name="%s"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`+
			`<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="%s"><c:chart xmlns:c="%s" r:id="rId%d"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`,
			next, escape(chart.Title), chartSpace, chartSpace, i+1)
		next++
		fmt.Fprintf(&relations, `<Relationship Id="rId%d" Type="%s/chart" Target="../charts/chart%d.xml"/>`, i+1, officeSpace, w.charts)
		w.part(fmt.Sprintf("xl/charts/chart%d.xml", w.charts), chart.document())
	}
	for i := range sheet.Pictures {
		anchors.WriteString(sheet.Pictures[i].anchor(next))
		next += sheet.Pictures[i].parts()
	}
	w.drawn = append(w.drawn, index)
	w.part(fmt.Sprintf("xl/worksheets/_rels/sheet%d.xml.rels", index+1), header+fmt.Sprintf(`<Relationships xmlns="%s"><Relationship Id="rId1" Type="%s/drawing" Target="../drawings/drawing%d.xml"/></Relationships>`,
		packageSpace, officeSpace, index+1))
	w.part(fmt.Sprintf("xl/drawings/drawing%d.xml", index+1), header+fmt.Sprintf(`<xdr:wsDr xmlns:xdr="%s" xmlns:a="%s" xmlns:r="%s">%s</xdr:wsDr>`, drawingSpace, graphicSpace, officeSpace, anchors.String()))
	if len(sheet.Charts) > 0 {
		w.part(fmt.Sprintf("xl/drawings/_rels/drawing%d.xml.rels", index+1), header+fmt.Sprintf(`<Relationships xmlns="%s">%s</Relationships>`, packageSpace, relations.String()))
	}
}

// Both parts of a chart stand on one pair of axes.
const (
	axes     = `<c:axId val="1"/><c:axId val="2"/>`
	dateAxis = `<c:dateAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="mmm\ yyyy" sourceLinked="0"/>` +
		`<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="1"/><c:baseTimeUnit val="months"/></c:dateAx>`
)

func (c *Chart) document() string {
	var columns, lines strings.Builder
	for i, series := range c.Series {
		if series.Stacked {
			columns.WriteString(c.series(i, series))
		} else {
			lines.WriteString(c.series(i, series))
		}
	}
	var s strings.Builder
	fmt.Fprintf(&s, `%s<c:chartSpace xmlns:c="%s" xmlns:a="%s"><c:roundedCorners val="0"/><c:chart><c:title>%s<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>`,
		header, chartSpace, graphicSpace, words(c.Title))
	if columns.Len() > 0 {
		s.WriteString(`<c:barChart><c:barDir val="col"/><c:grouping val="stacked"/><c:varyColors val="0"/>` + columns.String() + `<c:gapWidth val="20"/><c:overlap val="100"/>` + axes + `</c:barChart>`)
	}
	if lines.Len() > 0 {
		s.WriteString(`<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>` + lines.String() + `<c:marker val="1"/>` + axes + `</c:lineChart>`)
	}
	s.WriteString(dateAxis)
	fmt.Fprintf(&s, `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines/><c:title>%s<c:overlay val="0"/></c:title>`+
		`<c:numFmt formatCode="%s" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/><c:crosses val="autoZero"/></c:valAx>`,
		words(c.Unit), escape(c.Format))
	s.WriteString(`</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`)
	return s.String()
}

func words(text string) string {
	return `<c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1000"/></a:pPr><a:r><a:rPr lang="en-GB" sz="1000"/><a:t>` + escape(text) + `</a:t></a:r></a:p></c:rich></c:tx>`
}

func (c *Chart) series(index int, series Series) string {
	look := fmt.Sprintf(`<c:spPr><a:solidFill><a:srgbClr val="%s"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>`, series.Colour)
	after := ""
	if !series.Stacked {
		dash := "solid"
		if series.Dashed {
			dash = "dash"
		}
		look = fmt.Sprintf(`<c:spPr><a:ln w="22225"><a:solidFill><a:srgbClr val="%s"/></a:solidFill><a:prstDash val="%s"/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>`, series.Colour, dash)
		after = `<c:smooth val="0"/>`
	}
	return fmt.Sprintf(`<c:ser><c:idx val="%d"/><c:order val="%d"/><c:tx><c:v>%s</c:v></c:tx>%s<c:cat><c:numRef><c:f>%s</c:f></c:numRef></c:cat><c:val><c:numRef><c:f>%s</c:f></c:numRef></c:val>%s</c:ser>`,
		index, index, escape(series.Title), look, escape(c.Dates), escape(series.Values), after)
}
