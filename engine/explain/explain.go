// Package explain says why a number is what it is: a tree of the rows that it
// was made of, each with formula, value and unit, that ends in inputs with
// their sources.
package explain

import (
	"fmt"
	"slices"

	"rackonomics/engine/formula"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/engine/sim"
)

// Node is a row or input of an instance in a month, or a measure, and what it
// was made of.
type Node struct {
	Name       string // scope.name
	Instance   string
	Month      string // 2026-05; empty for an input that does not change
	Title      string
	Unit       string
	Value      float64 // sim.Absent where there is none
	Text       string  // the value of an input or a measure that is not a number
	Formula    string  // of a row or a measure
	Note       string
	Sources    []scenario.Source
	Assumption bool    // of an input that no source states
	Path       string  // of an input, for mending it
	Children   []*Node // what the value was made of, without what did not matter; none where it is zero for want of anything
	Repeated   bool    // explained elsewhere in the tree
	Cut        bool    // there is more than the tree has room for

	// Of a measure:
	Measure bool
	Percent bool
	Decided []Decision // the months that made its value, in which its children are told
}

// Explainer explains the numbers of one table, which must hold every row of the
// model for its scenario.
type Explainer struct {
	document  *scenario.Document
	table     *sim.Table
	schema    *formula.Schema
	relations *formula.Relations
	columns   map[formula.Column]int
	hidden    map[cell]float64
	measures  *result.Plan // once a measure is explained
}

// cell is a row of an instance in a month.
type cell struct {
	row, instance, month int
}

// New prepares a table of a document for explaining.
func New(document *scenario.Document, table *sim.Table) (*Explainer, error) {
	relations, err := formula.NewRelations(table.Program.Schema, table.Program.Layout)
	if err != nil {
		return nil, err
	}
	e := &Explainer{document: document, table: table, schema: table.Program.Schema, relations: relations,
		columns: map[formula.Column]int{}, hidden: map[cell]float64{}}
	for i, column := range table.Program.Columns {
		e.columns[column] = i
	}
	return e, nil
}

// Explain grows the tree of a row, level by level, to at most depth levels
// below it and most nodes in all.
func (e *Explainer) Explain(row, instance string, month, depth, most int) (*Node, error) {
	index, ok := e.schema.RowIndex(row)
	if !ok {
		return nil, fmt.Errorf("there is no row %q", row)
	}
	if month < 0 || month >= e.table.Months {
		return nil, fmt.Errorf("the scenario has no month %d", month)
	}
	at := slices.IndexFunc(e.document.Instances, func(i scenario.Instance) bool {
		return i.Name == instance && i.Scope == e.schema.RowScope(index)
	})
	if at < 0 {
		return nil, fmt.Errorf("there is no %s named %q", e.schema.RowScope(index), instance)
	}
	there := cell{index, at, month}
	root := &pending{node: e.rowNode(there), cell: there}
	e.grow(root, e.parts(there), depth, most)
	return root.node, nil
}

// pending is a row's node whose children are still to be found.
type pending struct {
	node  *Node
	cell  cell
	depth int
}

// grow adds to a root what it was made of, and to that what it was made of.
func (e *Explainer) grow(root *pending, found []*pending, depth, most int) {
	seen := map[cell]bool{root.cell: true}
	waiting := []*pending{root}
	for len(waiting) > 0 {
		p := waiting[0]
		waiting = waiting[1:]
		if p != root {
			found = e.parts(p.cell)
		}
		if p.depth >= depth || len(found) > most {
			p.node.Cut = len(found) > 0
			continue
		}
		most -= len(found)
		for _, part := range found {
			p.node.Children = append(p.node.Children, part.node)
			switch {
			case part.cell.row < 0: // an input, or a sum of earlier months
			case seen[part.cell]:
				part.node.Repeated = true
			default:
				seen[part.cell] = true
				part.depth = p.depth + 1
				waiting = append(waiting, part)
			}
		}
	}
}

func (e *Explainer) rowNode(c cell) *Node {
	row := e.schema.Row(c.row)
	return &Node{Name: row.Name, Instance: e.document.Instances[c.instance].Name, Month: e.table.Start.Add(c.month).String(),
		Title: model.Title(row.Name), Unit: row.Unit, Value: e.value(c), Formula: row.Formula, Note: row.Note}
}

func (e *Explainer) inputNode(n *formula.Node, instance, month int) *Node {
	in := e.document.Schema().FindInput(n.Name)
	thing := &e.document.Instances[instance]
	values := e.document.Resolve(instance, in)
	node := &Node{Name: in.Name, Instance: thing.Name, Title: in.Title, Unit: in.Unit, Note: in.Note, Value: values[0],
		Sources: e.document.Sources(instance, in), Assumption: e.document.Assumed(instance, in), Path: thing.Path(in.Field())}
	if len(values) > 1 {
		node.Value, node.Month = values[month], e.table.Start.Add(month).String()
	}
	if note := thing.Given[in.Field()].Note; note != "" {
		node.Note = note
	}
	value := e.document.Value(instance, in)
	switch in.Kind {
	case scenario.Choice:
		node.Text = in.Options[int(value.Number)].Title
	case scenario.Month, scenario.Day:
		node.Text = in.Plain(value).(string)
	case scenario.Switch:
		node.Text = map[bool]string{true: "yes", false: "no"}[value.Number != 0]
	}
	return node
}

// parts finds what the formula of a cell read, in the order of the formula.
func (e *Explainer) parts(c cell) []*pending {
	collector := &collector{e: e, month: c.month, known: map[string]bool{}}
	collector.visit(e.schema.Expression(c.row), formula.Place{Self: c.instance, Iterated: -1}, c.row)
	return collector.found
}

type collector struct {
	e     *Explainer
	month int
	known map[string]bool
	found []*pending
	node  *Node // of the measure that is explained, if one is
}

func (c *collector) add(p *pending) {
	key := p.node.Name + "@" + p.node.Instance + "@" + p.node.Month
	if !c.known[key] {
		c.known[key] = true
		c.found = append(c.found, p)
	}
}

// visit walks an expression and leaves out what did not matter. within is the
// row whose expression this is.
func (c *collector) visit(n *formula.Node, at formula.Place, within int) {
	switch n.Code {
	case formula.Reference:
		c.reference(n, at, c.month, within)
	case formula.When:
		c.condition(n, at, within)
	case formula.Sum, formula.Before:
		for _, there := range c.e.relations.Terms(n, at) {
			if c.e.evaluate(n.Args[0], there, c.month) != 0 {
				c.visit(n.Args[0], there, within)
			}
		}
	case formula.Previous:
		c.neighbour(n, at, c.month-1, within)
	case formula.Next:
		c.neighbour(n, at, c.month+1, within)
	case formula.Lag:
		c.lag(n, at, within)
	case formula.Reduce:
		c.reduction(n, at)
	default:
		for _, arg := range c.decisive(n, at) {
			c.visit(arg, at, within)
		}
	}
}

// condition follows the branch taken. The condition itself is told where the
// branch is a mere number, for then it is the reason.
func (c *collector) condition(n *formula.Node, at formula.Place, within int) {
	branch := n.Args[2]
	if c.e.evaluate(n.Args[0], at, c.month) > 0 {
		branch = n.Args[1]
	}
	if branch.Code == formula.Literal {
		c.visit(n.Args[0], at, within)
	}
	c.visit(branch, at, within)
}

// decisive picks the arguments that made an operation's value: not the terms
// that are zero, not the factors that are one, of a product that is zero the
// zero, of min and max the one that it is.
func (c *collector) decisive(n *formula.Node, at formula.Place) []*formula.Node {
	values := make([]float64, len(n.Args))
	for i, arg := range n.Args {
		values[i] = c.e.evaluate(arg, at, c.month)
	}
	value := c.e.evaluate(n, at, c.month)
	keep := func(wanted func(arg *formula.Node, v float64) bool) []*formula.Node {
		var kept []*formula.Node
		for i, arg := range n.Args {
			if wanted(arg, values[i]) {
				kept = append(kept, arg)
			}
		}
		return kept
	}
	switch n.Code {
	case formula.Add, formula.Subtract:
		return keep(func(_ *formula.Node, v float64) bool { return v != 0 })
	case formula.Multiply, formula.Divide:
		if value == 0 {
			return keep(func(_ *formula.Node, v float64) bool { return v == 0 })
		}
		return keep(func(arg *formula.Node, v float64) bool { return v != 1 || !arg.Type.Unit.Plain() })
	case formula.Minimum, formula.Maximum:
		if chosen := keep(func(_ *formula.Node, v float64) bool { return v == value }); len(chosen) > 0 {
			return chosen[:1]
		}
	case formula.And, formula.Or:
		if decided := n.Code == formula.Or; (value > 0) == decided {
			return keep(func(_ *formula.Node, v float64) bool { return (v > 0) == decided })[:1]
		}
	}
	return n.Args
}

func (c *collector) lag(n *formula.Node, at formula.Place, within int) {
	c.visit(n.Args[1], at, within)
	if back := c.e.evaluate(n.Args[1], at, c.month); back <= float64(c.month) {
		c.reference(n.Args[0], at, c.month-max(0, int(back)), within)
	} else if len(n.Args) > 2 {
		c.visit(n.Args[2], at, within)
	}
}

func (c *collector) neighbour(n *formula.Node, at formula.Place, month, within int) {
	if month >= 0 && month < c.e.table.Months {
		c.reference(n.Args[0], at, month, within)
	} else if len(n.Args) > 1 {
		c.visit(n.Args[1], at, within)
	}
}

func (c *collector) reference(n *formula.Node, at formula.Place, month, within int) {
	instance := c.e.relations.Resolve(n, at)
	switch {
	case n.IsInput:
		c.add(&pending{node: c.e.inputNode(n, instance, month), cell: cell{row: -1}})
	case !c.e.schema.RowHidden(n.Index):
		there := cell{n.Index, instance, month}
		c.add(&pending{node: c.e.rowNode(there), cell: there})
	case n.Index == within: // cum, whose earlier months are told as one sum
		date := c.e.table.Start.Add(month).String()
		c.add(&pending{cell: cell{row: -1}, node: &Node{Name: n.Name, Month: date, Title: "Sum to " + date,
			Unit: n.Type.Unit.String(), Value: c.e.value(cell{n.Index, instance, month})}})
	default:
		inner := &collector{e: c.e, month: month, known: c.known, node: c.node}
		inner.visit(c.e.schema.Expression(n.Index), formula.Place{Self: instance, Iterated: -1}, n.Index)
		c.found = append(c.found, inner.found...)
	}
}
