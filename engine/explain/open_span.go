package explain

import (
	"rackonomics/engine/language"
	"rackonomics/engine/model"
	"rackonomics/engine/program"
	"rackonomics/engine/shapley"
)

// openSpan opens a number of several months or things: a flow by what it adds up,
// and whatever else by things, and by months.
func (c *comparison) openSpan(p pair) opened {
	e, s := c.sides[1], p.spots[1]
	row := model.FindRow(e.schema.Row(s.index).Name)
	isLong := s.to-s.from > 1 || p.spots[0].to-p.spots[0].from > 1
	switch {
	case row.Kind == model.Flag, row.Kind == model.Monthly && isLong:
		return opened{how: howNotTogether}
	case row.Over != "" && isLong:
		return c.openQuotient(p, row)
	case row.By != "", row.Kind == model.Rate && isLong:
		return c.openWeighted(p, row, isLong)
	case s.instance >= 0 && p.spots[0].instance >= 0:
		if made, ok := c.openFlow(p); ok {
			return made
		}
		return c.openEach(c.months(p), howMonths)
	}
	return c.openEach(c.things(p), howThings)
}

// openFlow opens a flow of a period by the flows that it adds up in each month.
func (c *comparison) openFlow(p pair) (opened, bool) {
	var list [2][]flow
	var from, to [2]int
	for side, e := range c.sides {
		s := p.spots[side]
		terms, isSum := e.terms(e.schema.Expression(s.index), language.Place{Self: s.instance, Iterated: -1}, 1, nil)
		flows, ok := e.flows(terms, func(term) bool { return false })
		if !isSum || !ok {
			return opened{}, false
		}
		list[side], from[side], to[side] = flows, s.from, s.to
	}
	var into parts
	c.spans(list, from, to, &into)
	return opened{into.list, howFormula}, true
}

// openEach adds the differences of pairs; what only one side has counts in full.
func (c *comparison) openEach(list []pair, how string) opened {
	var into parts
	for _, p := range list {
		amount := 0.0
		for side, sign := range []float64{-1, 1} {
			if value := c.value(p, side); p.spots[side].there {
				amount += float64(sign * value)
			}
		}
		if amount != 0 {
			into.add(p, amount)
		}
	}
	return opened{into.list, how}
}

// months pairs the months of a period with those that they are compared with.
func (c *comparison) months(p pair) []pair {
	a, b := p.spots[0], p.spots[1]
	offset := c.sides[1].table.Start.Since(c.sides[0].table.Start) - c.shift // of the first side's month
	first := min(b.from, a.from-offset)
	var list []pair
	for month := first; month < max(b.to, a.to-offset); month++ {
		var spots [2]spot
		if month+offset >= a.from && month+offset < a.to {
			spots[0] = a
			spots[0].from, spots[0].to = month+offset, month+offset+1
		}
		if month >= b.from && month < b.to {
			spots[1] = b
			spots[1].from, spots[1].to = month, month+1
		}
		if spots[0].there || spots[1].there {
			list = append(list, c.spanOf(spots))
		}
	}
	return list
}

// things pairs the things of a number by their names.
func (c *comparison) things(p pair) []pair {
	at := map[string]int{}
	var list [][2]spot
	for side, s := range p.spots {
		e := c.sides[side]
		for _, thing := range e.seriesOf(s).things {
			name := e.document.Instances[thing].Name
			if _, ok := at[name]; !ok {
				at[name] = len(list)
				list = append(list, [2]spot{})
			}
			list[at[name]][side] = e.spot(series{s.index, []int{thing}}, s.from, s.to)
		}
	}
	pairs := make([]pair, len(list))
	for i, spots := range list {
		pairs[i] = c.spanOf(spots)
	}
	return pairs
}

// with is the same things and months of another row.
func (c *comparison) with(p pair, row string) pair {
	for side := range p.spots {
		if s := &p.spots[side]; s.there {
			e := c.sides[side]
			other := e.rowOf(row, e.seriesOf(*s))
			to := max(s.to, s.from+1)
			*s = e.spot(other, s.from, to)
		}
	}
	return c.spanOf(p.spots)
}

func (c *comparison) openQuotient(p pair, row *model.Row) opened {
	over, by := c.with(p, row.Over), c.with(p, row.By)
	amounts, ok := shapley.Shares(2, func(set uint) float64 {
		return program.Quotient(c.value(over, int(set&1)), c.value(by, int(set>>1)))
	})
	if !ok {
		return opened{parts: []part{{together: []pair{over, by}, amount: c.difference(p)}}}
	}
	var into parts
	into.add(over, amounts[0])
	into.add(by, amounts[1])
	return opened{into.list, howFormula}
}

// openWeighted parts the difference of a weighted mean X of values x by weights w:
// with means of both sides written in brackets and W the sum of weights,
//
//	ΔX = Σ ([w] Δx + ([x] - [X]) Δw) / [W]
//
// which is exact, since ΔX [W] = Δ(XW) - [X] ΔW and Δ(xw) = [w] Δx + [x] Δw. A
// value that only one side has counts as the same on both, with no weight on the other.
func (c *comparison) openWeighted(p pair, row *model.Row, isLong bool) opened {
	list := c.things(p)
	if isLong {
		list = c.months(p)
	}
	overall := float64((c.value(p, 0) + c.value(p, 1)) / 2)
	weighed := make([]weighed, len(list))
	total := 0.0
	for i, item := range list {
		weighed[i] = c.weigh(item, row, isLong)
		total += float64((weighed[i].whole(0) + weighed[i].whole(1)) / 2)
	}
	if total == 0 {
		return opened{how: howNotTogether}
	}
	var into parts
	days := 0.0
	for i, item := range list {
		w := weighed[i]
		away := float64((w.value[0]+w.value[1])/2) - overall
		if amount := (w.whole(0) + w.whole(1)) / 2 * (w.value[1] - w.value[0]) / total; amount != 0 {
			into.add(item, amount)
		}
		if amount := away * (w.days[0] + w.days[1]) / 2 * (w.weight[1] - w.weight[0]) / total; amount != 0 {
			into.add(w.by, amount)
		}
		days += float64(away * (w.weight[0] + w.weight[1]) / 2 * (w.days[1] - w.days[0]) / total)
	}
	if days != 0 {
		into.add(stated("Length of the months", "days", 0, 0), days)
	}
	return opened{into.list, howWeighted}
}

// weighed is a value with its weight on both sides.
type weighed struct {
	by                  pair
	value, weight, days [2]float64
}

func (w *weighed) whole(side int) float64 { return float64(w.weight[side] * w.days[side]) }

func (c *comparison) weigh(item pair, row *model.Row, isLong bool) weighed {
	var w weighed
	if row.By != "" {
		w.by = c.with(item, row.By)
	}
	for side, s := range item.spots {
		w.value[side] = c.value(item, side)
		w.days[side] = 1
		if isLong && s.there && (row.By == "" || model.FindRow(row.By).Kind != model.Flow) {
			w.days[side] = float64(c.sides[side].table.Start.Add(s.from).Days())
		}
		switch {
		case !isThere(w.value[side]):
		case row.By == "":
			w.weight[side] = 1
		default:
			if weight := c.value(w.by, side); isThere(weight) {
				w.weight[side] = weight
			}
		}
	}
	for side := range w.value {
		if other := 1 - side; !isThere(w.value[side]) {
			w.value[side], w.days[side] = w.value[other], w.days[other]
		}
	}
	if !isThere(w.value[0]) {
		w.value = [2]float64{}
	}
	return w
}
