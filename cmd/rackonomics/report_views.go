package main

import (
	"slices"

	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
)

// mostYears is how many years of the statement there is room for.
const mostYears = 10

// viewPrinted computes the views of the report.
func viewPrinted(from *session.Session, opened *session.Opened, month string) (*session.Result, *session.Viewed, error) {
	printed := model.Printed
	var wishes []session.Wish
	for _, view := range slices.Concat([]string{printed.Answer, printed.Figures, printed.Site, printed.Table}, printed.Charts) {
		wishes = append(wishes, session.Wish{View: view, By: result.ByMonth})
	}
	wishes = append(wishes, session.Wish{View: printed.Statement, By: result.ByYear})
	run, err := runFor(from, opened.Changes, wishes)
	if err != nil {
		return nil, nil, err
	}
	at, err := lookedAt(opened, run.Document, month)
	if err != nil {
		return nil, nil, err
	}
	viewed, err := run.Views(wishes, at)
	return run, viewed, err
}

// reportCell is a headline figure.
type reportCell struct{ Title, Value, Note string }

// reportTable is a view as a table in words.
type reportTable struct {
	Title, Note string
	First       string // over the titles
	Head        []string
	Rows        []reportRow
	Left        int // columns that there is no room for
}

type reportRow struct {
	Title  string
	Depth  int
	Strong bool
	Cells  []string
}

// show puts the views where they stand, each by its name.
func (r *report) show(views []*result.Shown, month int, document *scenario.Document) error {
	printed := model.Printed
	for _, shown := range views {
		switch shown.Name {
		case printed.Answer:
			if err := addTaken(shown, model.FindView(shown.Name), document); err != nil {
				return err
			}
			for _, text := range shown.Answer {
				r.Answer = append(r.Answer, pageWords(text.String(pageText)))
			}
		case printed.Figures:
			for _, cell := range shown.Cells {
				r.Cells = append(r.Cells, reportCell{cell.Title, pageText(cell.Value), pageWords(cell.Note.String(pageText))})
			}
		case printed.Site:
			r.Site = tableOf(shown)
		case printed.Table:
			r.Table = tableOf(shown)
		case printed.Statement:
			r.Statement = tableOf(shown)
			r.Statement.cut(mostYears)
		default:
			for _, unit := range unitsOf(shown) {
				r.Charts = append(r.Charts, newReportChart(shown, unit, month))
			}
		}
	}
	return nil
}

// tableOf writes a view as the page does.
func tableOf(shown *result.Shown) *reportTable {
	grid := shown.Grid(pageText)
	cells := gridText(grid, pageWriting)
	made := &reportTable{Title: shown.Title, Note: shown.Note}
	if len(grid.Columns) > 0 {
		made.Head, cells = cells[0][1:], cells[1:]
	}
	if len(cells) > 0 {
		alignColumns(grid.Rows, cells)
	}
	for i, row := range grid.Rows {
		made.Rows = append(made.Rows, reportRow{Title: row.Title, Depth: row.Depth, Strong: row.Heading || row.Total, Cells: cells[i][1:]})
	}
	made.liftUnit()
	return made
}

// liftUnit has a unit that all rows share stand once, over their titles.
func (t *reportTable) liftUnit() {
	if len(t.Head) == 0 || t.Head[0] != unitHead {
		return
	}
	unit := ""
	for _, row := range t.Rows {
		switch {
		case row.Cells[0] == "":
		case unit != "" && row.Cells[0] != unit:
			return
		default:
			unit = row.Cells[0]
		}
	}
	t.First, t.Head = "In "+unit, t.Head[1:]
	for i := range t.Rows {
		t.Rows[i].Cells = t.Rows[i].Cells[1:]
	}
}

// cut leaves out columns behind so many.
func (t *reportTable) cut(most int) {
	if len(t.Head) <= most {
		return
	}
	t.Left = len(t.Head) - most
	t.Head = t.Head[:most]
	for i := range t.Rows {
		t.Rows[i].Cells = t.Rows[i].Cells[:min(most, len(t.Rows[i].Cells))]
	}
}
