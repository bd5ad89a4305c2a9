package explain

import (
	"math"

	"rackonomics/engine/language"
	"rackonomics/engine/machine"
	"rackonomics/engine/result"
)

// openMeasure opens a number by the reductions of its formula.
func (c *comparison) openMeasure(p pair) opened {
	binder := c.binder()
	var places [2]language.Place
	var root *language.Node
	for side, e := range c.sides {
		index, _ := e.measures.Find(p.spots[side].name)
		root, places[side] = e.measures.Formula(index)
	}
	var into parts
	whole := binder.bind(root, view{at: places})
	if isThere(c.difference(p)) {
		binder.attribute(whole, 1, &into)
		return opened{into.list, howFormula}
	}
	for _, of := range binder.pairs(binder.read(whole, nil)) {
		into.add(of, machine.Absent)
	}
	return opened{into.list, howDecided}
}

// openReduced opens a reduction: one that is the value of a month by that month, a
// total by its flows. Of any other it tells what stands in the month that decides.
func (c *comparison) openReduced(p pair) opened {
	n := p.spots[1].node
	var v view
	isPoint := result.Shapes(n)[0].Shape == language.Series
	for side, e := range c.sides {
		v.at[side] = language.Place{Self: p.spots[side].instance, Iterated: -1}
		month, _, decided := e.measures.Decided(n, v.at[side])
		v.month[side] = month
		isPoint = isPoint && decided && e.evaluate(n.Args[0], v.at[side], month) == c.value(p, side)
	}
	if isPoint {
		binder := c.binder()
		var into parts
		binder.attribute(binder.bind(n.Args[0], v), 1, &into)
		return opened{into.list, howReduced}
	}
	if made, ok := c.openTotal(p, n, v); ok {
		return made
	}
	v.month[0] = v.month[1] + c.sides[1].table.Start.Since(c.sides[0].table.Start)
	if v.month[0] < 0 || v.month[0] >= c.sides[0].measures.Months(n, v.at[0]) {
		return opened{how: howDecided}
	}
	binder := c.binder()
	var into parts
	for i, argument := range result.Shapes(n) {
		if argument.Shape == language.Series {
			for _, of := range binder.pairs(binder.read(binder.bind(n.Args[i], v), nil)) {
				into.add(of, machine.Absent)
			}
		}
	}
	return opened{into.list, howDecided}
}

// openTotal opens a reduction that is the sum of flows over the months of the scenario.
func (c *comparison) openTotal(p pair, n *language.Node, v view) (opened, bool) {
	var list [2][]flow
	var to [2]int
	for side, e := range c.sides {
		terms, _ := e.terms(n.Args[0], v.at[side], 1, nil)
		flows, ok := e.flows(terms, func(term) bool { return false })
		if !ok || len(n.Args) > 1 {
			return opened{}, false
		}
		to[side] = e.table.Months
		list[side] = flows
		sum := 0.0
		for _, f := range flows {
			sum += float64(f.sign * e.spanValue(e.spot(f.series, 0, to[side])))
		}
		if want := c.value(p, side); !(math.Abs(sum-want) <= 1e-9*math.Abs(want)) {
			return opened{}, false
		}
	}
	var into parts
	c.spans(list, [2]int{}, to, &into)
	return opened{into.list, howTotal}, true
}
