package result

import (
	"strings"

	"rackonomics/engine/machine"
	"rackonomics/engine/program"
)

// Grid is a view as rows of values, for tables, downloads and terminals.
type Grid struct {
	Columns []string
	Rows    []GridRow
}

// GridRow is a row of a grid.
type GridRow struct {
	Title   string
	Unit    string // of all its values; empty where each has its own
	Percent bool
	Part    Part // of a chart
	Depth   int
	Heading bool
	Total   bool
	Values  []Value
	Note    string // beside the values
}

// Grid gives the view as rows of values. Figures within words are written by
// the function, as are those of cells' notes.
func (s *Shown) Grid(write func(Value) string) Grid {
	switch {
	case s.Lines != nil || s.Periods != nil:
		return s.gridOfLines()
	case s.Split != nil:
		return s.gridOfSplit()
	case s.Columns != nil:
		grid := Grid{Columns: s.Columns}
		for _, row := range s.Rows {
			grid.Rows = append(grid.Rows, GridRow{Title: row.Title, Depth: row.Depth, Total: row.Total, Values: row.Cells})
		}
		return grid
	case s.Cells != nil:
		return s.gridOfCells(write)
	}
	grid := Grid{}
	for _, text := range s.Answer {
		grid.Rows = append(grid.Rows, GridRow{Title: text.String(write)})
	}
	if s.Kind == "events" {
		grid.Columns = []string{"When"}
	}
	for _, event := range s.Events {
		title := event.Title
		if event.Thing != "" {
			title += ": " + event.Thing
		}
		when := event.Value
		when.Number, when.Text = machine.Absent, event.When
		grid.Rows = append(grid.Rows, GridRow{Title: title, Values: []Value{when}})
	}
	return grid
}

func (s *Shown) gridOfLines() Grid {
	var grid Grid
	for _, period := range s.Periods {
		grid.Columns = append(grid.Columns, period.Named())
	}
	for _, line := range s.Lines {
		row := GridRow{Title: line.Title, Unit: line.Unit, Percent: line.Percent, Part: line.Part, Depth: line.Depth, Heading: line.Heading, Total: line.Total}
		for _, number := range line.Values {
			row.Values = append(row.Values, Value{Number: number, Unit: line.Unit, Percent: line.Percent})
		}
		grid.Rows = append(grid.Rows, row)
	}
	return grid
}

func (s *Shown) gridOfSplit() Grid {
	var grid Grid
	whole := GridRow{Title: "All", Total: true}
	for _, each := range s.Split.Wholes {
		grid.Columns = append(grid.Columns, each.Title, "share")
		whole.Values = append(whole.Values, each.Value, share(program.Quotient(each.Value.Number, each.Value.Number)))
	}
	for _, part := range s.Split.Parts {
		row := GridRow{Title: part.Title, Depth: 1}
		for i, value := range part.Values {
			row.Values = append(row.Values, value, share(part.Shares[i]))
		}
		grid.Rows = append(grid.Rows, row)
	}
	grid.Rows = append(grid.Rows, whole)
	return grid
}

func share(number float64) Value { return Value{Number: number, Unit: "1", Percent: true} }

func (s *Shown) gridOfCells(write func(Value) string) Grid {
	grid := Grid{Columns: []string{"Value"}}
	for _, cell := range s.Cells {
		grid.Rows = append(grid.Rows, GridRow{Title: cell.Title, Values: []Value{cell.Value}, Note: cell.Note.String(write)})
	}
	return grid
}

// String writes words and figures.
func (t Text) String(write func(Value) string) string {
	var out strings.Builder
	for _, piece := range t {
		if piece.Value != nil {
			out.WriteString(write(*piece.Value))
		} else {
			out.WriteString(piece.Words)
		}
	}
	return out.String()
}
