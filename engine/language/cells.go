package language

import "strings"

// cells numbers every row of every instance, and finds what each reads.
type cells struct {
	*Relations
	first []int // number of a row's first cell
	owner []Column
	known statics
}

// link says when the cell read is needed.
type link uint8

const (
	sameMonth link = iota
	monthBefore
	monthAfter
)

func newCells(s *Schema, layout Layout) (*cells, error) {
	relations, err := NewRelations(s, layout)
	if err != nil {
		return nil, err
	}
	c := &cells{Relations: relations}
	for row := range s.rows {
		c.first = append(c.first, len(c.owner))
		for _, instance := range c.instances[s.rows[row].scope] {
			c.owner = append(c.owner, Column{row, instance})
		}
	}
	c.known = statics{verdicts: make([]verdict, len(c.owner)), values: make([]float64, len(c.owner)), top: -1}
	return c, nil
}

func (c *cells) cell(row, instance int) int { return c.first[row] + c.ordinal[instance] }

// name is what a reader knows a cell by: the rows that the compiler made bear
// the name of the row that they are part of.
func (c *cells) name(cell int) string {
	owner := c.owner[cell]
	return c.rowName(cell) + "@" + c.layout.Instances[owner.Instance].Name
}

func (c *cells) rowName(cell int) string {
	name, _, _ := strings.Cut(c.schema.rows[c.owner[cell].Row].Name, "#")
	return name
}

// reads calls found for every cell that a formula reads at a place.
func (c *cells) reads(n *Node, at Place, found func(cell int, when link)) {
	if _, ok := c.static(n, at); ok {
		return
	}
	switch n.Code {
	case When:
		if branch := c.taken(n, at); branch != nil {
			c.reads(branch, at, found)
			return
		}
	case Reference:
		if !n.IsInput {
			found(c.cell(n.Index, c.Resolve(n, at)), sameMonth)
		}
		return
	case Sum, Before:
		for _, place := range c.Terms(n, at) {
			c.reads(n.Args[0], place, found)
		}
		return
	case Previous, Next, Lag:
		cell := c.cell(n.Args[0].Index, c.Resolve(n.Args[0], at))
		switch n.Code {
		case Next:
			found(cell, monthAfter)
		case Lag:
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
