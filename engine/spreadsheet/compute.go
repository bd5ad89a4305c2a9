package spreadsheet

import (
	"fmt"
	"slices"
)

// Compute gives every formula that has no value its own, so that whoever does not
// compute, as a preview, has something to show. The error names a cell whose formula
// cannot be read, or that needs itself.
func (b *Book) Compute() error {
	c := &computing{sheets: map[string]*indexed{}, open: map[*Cell]bool{}}
	for _, sheet := range b.Sheets {
		c.sheets[sheet.Name] = newIndexed(sheet)
	}
	for _, sheet := range b.Sheets {
		for _, row := range sheet.Rows {
			for i := range row.Cells {
				if err := c.settle(located{c.sheets[sheet.Name], row.Number, &row.Cells[i]}); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// computing is a book whose formulas are being computed.
type computing struct {
	sheets map[string]*indexed
	open   map[*Cell]bool // that wait for cells which they read
}

// located is a cell with what its formula needs to find others.
type located struct {
	sheet *indexed
	row   int
	cell  *Cell
}

func (l located) name() string { return l.sheet.Name + "!" + Reference(l.cell.Column, l.row) }

// isWaiting reports whether a cell has a formula and no value yet.
func (c *Cell) isWaiting() bool { return c.Formula != "" && c.Value.Kind == Nothing }

// settle computes a cell, and those that it reads before it. They are kept in a list,
// since a WASM stack is too small for calls as deep as formulas follow each other.
func (c *computing) settle(first located) error {
	stack := []located{first}
	for len(stack) > 0 {
		next := stack[len(stack)-1]
		if !next.cell.isWaiting() {
			stack = stack[:len(stack)-1]
			continue
		}
		formula := &formula{computing: c, at: next, text: next.cell.Formula}
		value, err := formula.value()
		switch {
		case err != nil:
			return err
		case len(formula.missing) == 0:
			next.cell.Value = value
			delete(c.open, next.cell)
			continue
		case c.open[next.cell]:
			return fmt.Errorf("%s: it needs itself: %s", next.name(), next.cell.Formula)
		}
		c.open[next.cell] = true
		slices.Reverse(formula.missing) // the first is computed first
		stack = append(stack, formula.missing...)
	}
	return nil
}

// indexed is a sheet whose rows are found by their numbers.
type indexed struct {
	*Sheet
	rows []int // by number: one more than the place among the rows; 0 where there is none
}

func newIndexed(sheet *Sheet) *indexed {
	made := &indexed{Sheet: sheet}
	if last := len(sheet.Rows) - 1; last >= 0 {
		made.rows = make([]int, sheet.Rows[last].Number+1)
	}
	for i, row := range sheet.Rows {
		made.rows[row.Number] = i + 1
	}
	return made
}

// cell finds a cell; nil where there is none.
func (s *indexed) cell(column, row int) *Cell {
	if row >= len(s.rows) || s.rows[row] == 0 {
		return nil
	}
	cells := s.Rows[s.rows[row]-1].Cells
	if column < len(cells) && cells[column].Column == column {
		return &cells[column]
	}
	at, found := slices.BinarySearchFunc(cells, column, func(cell Cell, column int) int { return cell.Column - column })
	if !found {
		return nil
	}
	return &cells[at]
}
