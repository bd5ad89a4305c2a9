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
	node := &Node{Measure: head.Measure, Name: head.Name, Title: head.TitleIn(e.document), Unit: head.Unit, Value: values[index], Formula: laidOut(head.Measure.Formula),
		Note: head.NoteAndSource(), Percent: head.Percent}
	if head.Kind != model.KindNumber {
		node.Text = e.measures.Text(head, values[index])
	}
	root, at := e.measures.Formula(index)
	e.grow(newPending(node, &pending{formula: root, at: at, within: -1}), depth, most)
	return node, nil
}

// reduction tells a total as its row over all months, and of any other reduction the rows
// that it reads, in the month that decided. Of what is one value, as arithmetic between
// reductions is, the month does not matter.
func (c *collector) reduction(n *language.Node, at language.Place) {
	if whole := c.total(n, at); whole != nil {
		c.add(whole)
		return
	}
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

// total is the flow over all months of the scenario that a reduction adds up; nil where it
// does not add up one, or one of other months.
func (c *collector) total(n *language.Node, at language.Place) *pending {
	months := c.e.table.Months
	if !result.Sums(n) || c.e.measures.Months(n, at) != months {
		return nil
	}
	s := c.seriesIn(n.Args[0], at)
	if len(s.things) == 0 || c.e.schema.RowHidden(s.row) {
		return nil
	}
	if row := model.FindRow(c.e.schema.Row(s.row).Name); row == nil || row.Kind != model.Flow || !row.Adds() {
		return nil
	}
	first, last := c.e.month(0), c.e.month(months-1)
	return c.e.over(s, result.Period{Title: first.Title + " to " + last.Title, From: 0, To: months, Whole: true})
}

// seriesIn is the one row that an expression is, or adds up of several things; without
// things where it is another.
func (c *collector) seriesIn(n *language.Node, at language.Place) series {
	switch {
	case n.Kind == language.Reference && !n.IsInput:
		return series{n.Index, []int{c.e.relations.Resolve(n, at)}}
	case n.Kind == language.Sum && n.Args[0].Kind == language.Reference && !n.Args[0].IsInput:
		s := series{row: n.Args[0].Index}
		for _, there := range c.e.relations.Terms(n, at) {
			s.things = append(s.things, c.e.relations.Resolve(n.Args[0], there))
		}
		return s
	}
	return series{}
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
