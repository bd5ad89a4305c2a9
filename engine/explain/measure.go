package explain

import (
	"errors"
	"fmt"

	"rackonomics/engine/language"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
)

// Decision is the month that decided the value of a reduction.
type Decision struct {
	Function string
	Month    string
	Which    string // the month found, the month that counts most
	After    bool   // the month is after the scenario
}

// Measure grows the tree of a measure, as [Explainer.Over] that of a row. The
// rows that it is made of are told in the month that decided: that found, that
// of the lowest, or the one that counts most.
func (e *Explainer) Measure(name string, depth, most int) (*Node, error) {
	if e.measures == nil {
		plan, err := result.NewPlan(e.table)
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
	node := &Node{Measure: head.Measure, Name: head.Name, Title: head.Title, Unit: head.Unit, Value: values[index], Formula: laidOut(head.Measure.Formula),
		Note: head.NoteAndSource(), Percent: head.Percent}
	if head.Kind != model.KindNumber {
		node.Text = e.measures.Text(head, values[index])
	}
	root, at := e.measures.Formula(index)
	e.grow(newPending(node, &pending{formula: root, at: at, within: -1}), depth, most)
	return node, nil
}

// reduction tells the rows that a reduction reads, in the month that decided.
// Of what is one value, as arithmetic between reductions is, the month does not
// matter.
func (c *collector) reduction(n *language.Node, at language.Place) {
	month, which, decided := c.e.measures.Decided(n, at)
	if decided {
		date, after := c.e.date(month)
		c.decide(Decision{n.Name, date, which, after})
	}
	inner := &collector{e: c.e, month: month, known: c.known, root: c.root}
	for i, argument := range result.Shapes(n) {
		places := []language.Place{at}
		if argument.Shape == language.Each {
			places = c.e.measures.Places(n, at)
		}
		for _, place := range places {
			inner.visit(n.Args[i], place, -1)
		}
	}
	c.found = append(c.found, inner.found...)
}

// decide notes a decision at the measure, once.
func (c *collector) decide(d Decision) {
	for _, known := range c.root.Decided {
		if known == d {
			return
		}
	}
	c.root.Decided = append(c.root.Decided, d)
}
