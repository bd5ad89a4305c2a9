package explain

import "rackonomics/engine/language"

// opened is what made the difference of a pair, and by which rule.
type opened struct {
	parts []part
	how   string
}

// The rules, as they are told.
const (
	howAdded       = "A balance differs from the month before by what the month added."
	howMonths      = "The difference of each month."
	howSinceStart  = "A balance differs by what was added from the start on."
	howThings      = "The difference of each."
	howFormula     = "What each operand adds when it is exchanged for its value on the other side: the mean over all orders."
	howWeighted    = "Of a weighted mean: values count by the mean of their weights, weights by how far their value lies from the mean."
	howDecided     = "What stands in the month that decides. It is not parted further."
	howReduced     = "The value of one month, and the reasons of that."
	howTotal       = "A sum over the months."
	howNotTogether = "A condition of several is not parted."
)

// open finds what made the difference of a pair, once.
func (c *comparison) open(p pair) opened {
	if known, ok := c.known[p]; ok {
		return known
	}
	var made opened
	if p.kind == lessPair {
		made = opened{parts: []part{{pair: c.spanOf(p.spots), amount: c.difference(p)}}}
	} else if p.spots[0].there && p.spots[1].there {
		switch p.kind {
		case cellPair:
			made = c.openCell(p)
		case spanPair:
			made = c.openSpan(p)
		case measurePair:
			made = c.openMeasure(p)
		case reducedPair:
			made = c.openReduced(p)
		}
	} else if p.kind == addedPair {
		made = c.openAdded(p)
	}
	c.known[p] = made
	return made
}

func (c *comparison) viewOf(p pair) view {
	a, b := p.spots[0], p.spots[1]
	return view{[2]language.Place{{Self: a.instance, Iterated: -1}, {Self: b.instance, Iterated: -1}}, [2]int{a.from, b.from}}
}

func (c *comparison) openCell(p pair) opened {
	from, to := p.spots[0], p.spots[1]
	e := c.sides[1]
	terms, isSum := e.terms(e.schema.Expression(to.index), language.Place{Self: to.instance, Iterated: -1}, 1, nil)
	carried := isSum && e.carries(to, terms)
	if carried && c.isOneRun() && from.index == to.index && from.instance == to.instance && from.from < to.from {
		return c.openStep(p, terms)
	}
	if carried && !c.isOneRun() {
		if made, ok := c.openSinceStart(p, terms); ok {
			return made
		}
	}
	binder := c.binder()
	var into parts
	binder.attribute(binder.bind(e.schema.Expression(to.index), c.viewOf(p)), 1, &into)
	return opened{into.list, howFormula}
}
