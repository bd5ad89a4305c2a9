package workbook

import (
	"rackonomics/engine/model"
	"rackonomics/engine/palette"
	"rackonomics/engine/spreadsheet"
)

// charted are the views of which the workbook has charts.
var charted = []string{"money", "power"}

// placeCharts places the lines of the charts below them.
func (b *book) placeCharts() {
	b.charts = newSheet(chartsName)
	b.charts.next += len(charted) * spreadsheet.ChartRows
	for _, name := range charted {
		view := model.FindView(name)
		chart, ok := view.Shows.(model.Chart)
		if !ok || !b.viewer.Has(view) {
			continue
		}
		drawn := spreadsheet.Chart{Title: view.Title, Format: `#,##0`, Row: rowsOfHead + len(b.drawn)*spreadsheet.ChartRows}
		b.charts.heading(view.Title)
		b.chartLines(&drawn, chart.Stack, true, false)
		b.chartLines(&drawn, chart.Lines, false, false)
		b.chartLines(&drawn, chart.Limits, false, true)
		drawn.Dates = b.clock.dates()
		b.drawn = append(b.drawn, drawn)
	}
}

func (b *book) chartLines(chart *spreadsheet.Chart, lines []model.Line, stacked, dashed bool) {
	for _, d := range lines {
		for place, thing := range b.viewer.Each(d.Each, everything) {
			made := b.rowsLine(b.charts, d, thing, d.Less)
			made.indent = 1
			chart.Unit = shownUnit(made.unit)
			if chart.Unit == "USD" {
				chart.Format = `#,##0,,"M"`
			}
			chart.Series = append(chart.Series, spreadsheet.Series{Title: made.title, Values: fixedRange(made, b.months), Stacked: stacked, Dashed: dashed, Colour: palette.Of(d.Role, place)})
		}
	}
}

// chartsSheet has the charts above their lines, and prints the charts alone.
func (b *book) chartsSheet() *spreadsheet.Sheet {
	made := b.linesSheet(b.charts)
	made.FreezeRows, made.FreezeColumns, made.Charts = 0, 0, b.drawn
	made.PagesWide, made.PrintColumns, made.PrintRows = 1, spreadsheet.ChartColumns, rowsOfHead+len(b.drawn)*spreadsheet.ChartRows
	return made
}
