package compile

import (
	"strings"

	"rackonomics/engine/language"
)

// cells numbers every row of every instance, and finds what each reads.
type cells struct {
	*language.Relations
	schema *language.Schema
	layout language.Layout
	first  []int // number of a row's first cell
	owner  []language.Cell
	known  statics
}

// link says when the cell read is needed.
type link uint8

const (
	sameMonth link = iota
	monthBefore
	monthAfter // of the scenario
	monthAhead // of the scenario or after it
)

func newCells(s *language.Schema, layout language.Layout) (*cells, error) {
	relations, err := language.NewRelations(s, layout)
	if err != nil {
		return nil, err
	}
	c := &cells{Relations: relations, schema: s, layout: layout}
	for row := range s.RowCount() {
		c.first = append(c.first, len(c.owner))
		for _, instance := range c.Instances(row) {
			c.owner = append(c.owner, language.Cell{Row: row, Instance: instance})
		}
	}
	c.known = statics{verdicts: make([]verdict, len(c.owner)), values: make([]float64, len(c.owner)), top: -1}
	return c, nil
}

func (c *cells) cell(row, instance int) int { return c.first[row] + c.Ordinal(instance) }

// name is what a reader knows a cell by: the rows that the compiler made bear
// the name of the row that they are part of.
func (c *cells) name(cell int) string {
	owner := c.owner[cell]
	return c.rowName(cell) + "@" + c.layout.Instances[owner.Instance].Name
}

func (c *cells) rowName(cell int) string {
	name, _, _ := strings.Cut(c.schema.Row(c.owner[cell].Row).Name, "#")
	return name
}

// reads calls found for every cell that a formula reads at a place.
func (c *cells) reads(n *language.Node, at language.Place, found func(cell int, when link)) {
	if _, ok := c.static(n, at); ok {
		return
	}
	switch n.Kind {
	case language.Operation:
		if branch := c.taken(n, at); branch != nil {
			c.reads(branch, at, found)
			return
		}
	case language.Reference:
		if !n.IsInput {
			found(c.cell(n.Index, c.Resolve(n, at)), sameMonth)
		}
		return
	case language.Sum, language.Before:
		for _, place := range c.Terms(n, at) {
			c.reads(n.Args[0], place, found)
		}
		return
	case language.Previous, language.Next, language.Ahead, language.Lag:
		cell := c.cell(n.Args[0].Index, c.Resolve(n.Args[0], at))
		switch n.Kind {
		case language.Next:
			found(cell, monthAfter)
		case language.Ahead:
			found(cell, monthAhead)
		case language.Lag:
			found(cell, sameMonth)
			found(cell, monthBefore)
		default:
			found(cell, monthBefore)
		}
		for _, arg := range n.Args[1:] {
			c.reads(arg, at, found)
		}
		return
	}
	for _, arg := range n.Args {
		c.reads(arg, at, found)
	}
}

// root is the formula of a cell, and where it is evaluated.
func (c *cells) root(cell int) (*language.Node, language.Place) {
	owner := c.owner[cell]
	return c.schema.Expression(owner.Row), language.Place{Self: owner.Instance, Iterated: -1}
}
