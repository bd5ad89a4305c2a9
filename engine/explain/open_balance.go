package explain

import (
	"math"

	"rackonomics/engine/language"
)

// openStep tells of a balance that goes on what each month added to it, and of one
// month what it was made of.
func (c *comparison) openStep(p pair, terms []term) opened {
	from, to := p.spots[0], p.spots[1]
	var into parts
	if to.from-from.from > 1 {
		for month := from.from; month < to.from; month++ {
			step := p
			step.spots[0].from, step.spots[1].from = month, month+1
			if d := c.difference(step); d != 0 {
				into.add(step, d)
			}
		}
		return opened{into.list, howMonths}
	}
	for _, t := range terms {
		if !c.sides[1].isCarry(to, t) {
			c.added(t, to.from, &into)
		}
	}
	return opened{into.list, howAdded}
}

// added is a term of a month that stands for the whole of its value.
func (c *comparison) added(t term, month int, into *parts) {
	e := c.sides[1]
	value := e.evaluate(t.node, t.at, month)
	if value == 0 {
		return
	}
	amount := float64(value * t.sign)
	if t.node.Kind == language.Reference && !t.node.IsInput {
		p := pair{kind: addedPair}
		p.spots[1] = e.reads(t.node, t.at, month)
		into.add(p, amount)
		return
	}
	collector := &collector{e: e, month: month, known: map[string]bool{}}
	collector.visit(t.node, t.at, -1)
	var members []pair
	for _, found := range collector.found {
		p := pair{kind: statedPair}
		p.spots[1] = spot{there: true, title: found.node.Title, name: found.node.Name, node: t.node, number: math.Float64bits(found.node.Value)}
		members = append(members, p)
	}
	into.list = append(into.list, part{together: members, amount: amount})
}

// openAdded opens what a month added into the terms of its own formula.
func (c *comparison) openAdded(p pair) opened {
	e, s := c.sides[1], p.spots[1]
	terms, isSum := e.terms(e.schema.Expression(s.index), language.Place{Self: s.instance, Iterated: -1}, 1, nil)
	if !isSum {
		return opened{}
	}
	var into parts
	for _, t := range terms {
		c.added(t, s.from, &into)
	}
	return opened{into.list, howThings}
}

// openSinceStart tells of a balance that goes on what was added to it from the
// start on, instead of the month before, which would lead through every month.
func (c *comparison) openSinceStart(p pair, terms []term) (opened, bool) {
	var list [2][]flow
	var opening *language.Node
	for side, e := range c.sides {
		s := p.spots[side]
		if s.from >= e.table.Months { // where a contract goes on, and not every row is computed
			return opened{}, false
		}
		own, _ := e.terms(e.schema.Expression(s.index), language.Place{Self: s.instance, Iterated: -1}, 1, nil)
		flows, ok := e.flows(own, func(t term) bool { return e.isCarry(s, t) })
		if !ok {
			return opened{}, false
		}
		list[side] = flows
	}
	for _, t := range terms {
		if c.sides[1].isCarry(p.spots[1], t) && len(t.node.Args) > 1 {
			opening = t.node.Args[1]
		}
	}
	var into parts
	if opening != nil {
		binder, v := c.binder(), c.viewOf(p)
		v.month = [2]int{}
		binder.attribute(binder.bind(opening, v), 1, &into)
	}
	c.spans(list, [2]int{}, [2]int{p.spots[0].from + 1, p.spots[1].from + 1}, &into)
	return opened{into.list, howSinceStart}, true
}
