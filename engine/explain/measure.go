package explain

import (
	"errors"
	"fmt"

	"rackonomics/engine/formula"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
)

// Decision is the month that decided the value of a reduction.
type Decision struct {
	Function string
	Month    string
	Which    string // the month found, the month that counts most
}

// Measure grows the tree of a measure, as [Explainer.Explain] that of a row. The
// rows that it is made of are told in the month that decided: that found, that
// of the lowest, or the one that counts most.
func (e *Explainer) Measure(name string, depth, most int) (*Node, error) {
	if e.measures == nil {
		plan, err := result.NewPlan(e.table.Program, e.table.Start, e.table.Months)
		if err != nil {
			return nil, err
		}
		e.measures = plan
	}
	values := e.measures.Compute(e.table)
	index, ok := e.measures.Find(name)
	if !ok {
		return nil, errors.New("this scenario has no such measure")
	}
	head := &e.measures.Heads[index]
	if !e.measures.There(index, 0) {
		return nil, fmt.Errorf("the measure is told only where %s", head.Measure.When)
	}
	node := &Node{Measure: true, Name: head.Name, Title: head.Title, Unit: head.Unit, Value: values[index], Formula: head.Measure.Formula,
		Note: head.Note, Percent: head.Percent}
	if head.Kind != model.KindNumber {
		node.Text = e.measures.Text(head, values[index])
	}
	collector := &collector{e: e, known: map[string]bool{}, node: node}
	collector.value(e.measures.Formula(index))
	e.grow(&pending{node: node, cell: cell{row: -1}}, collector.found, depth, most)
	return node, nil
}

// value walks an expression that is one value: reductions and arithmetic.
func (c *collector) value(n *formula.Node, at formula.Place) {
	switch n.Code {
	case formula.Reduce:
		c.reduction(n, at)
		return
	case formula.When:
		branch := n.Args[2]
		if c.e.measures.Of(n.Args[0], at) > 0 {
			branch = n.Args[1]
		}
		if branch.Code == formula.Literal {
			c.value(n.Args[0], at)
		}
		c.value(branch, at)
		return
	}
	for _, arg := range n.Args {
		if n.Code != formula.Add && n.Code != formula.Subtract || c.e.measures.Of(arg, at) != 0 {
			c.value(arg, at)
		}
	}
}

// reduction tells the rows that a reduction reads in the month that decided.
func (c *collector) reduction(n *formula.Node, at formula.Place) {
	month, which, decided := c.e.measures.Decided(n, at)
	if decided {
		c.decide(Decision{n.Name, c.e.table.Start.Add(month).String(), which})
	}
	inner := &collector{e: c.e, month: month, known: c.known, node: c.node}
	for i, argument := range result.Shapes(n) {
		switch argument.Shape {
		case formula.Series:
			inner.visit(n.Args[i], at, -1)
		case formula.Each:
			for _, place := range c.e.measures.Places(n, at) {
				inner.visit(n.Args[i], place, -1)
			}
		default:
			inner.value(n.Args[i], at)
		}
	}
	c.found = append(c.found, inner.found...)
}

// decide notes a decision at the measure, once.
func (c *collector) decide(d Decision) {
	for _, known := range c.node.Decided {
		if known == d {
			return
		}
	}
	c.node.Decided = append(c.node.Decided, d)
}
