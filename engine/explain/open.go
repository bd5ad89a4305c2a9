package explain

import (
	"math"

	"rackonomics/engine/language"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/program"
	"rackonomics/engine/result"
)

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
	howFormula     = "What each operand makes: its exchange for its value on the other side, in the mean over all orders."
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

// term is an addend of a formula.
type term struct {
	node *language.Node
	at   language.Place
	sign float64
}

// terms lists the addends of a formula, with their signs; false where it is none.
func (e *Explainer) terms(n *language.Node, at language.Place, sign float64, list []term) ([]term, bool) {
	switch {
	case n.Kind == language.Inlined:
		return e.terms(n.Args[0], at, sign, list)
	case n.Is(program.Add) || n.Is(program.Subtract):
		list, _ = e.terms(n.Args[0], at, sign, list)
		if n.Is(program.Subtract) {
			sign = -sign
		}
		list, _ = e.terms(n.Args[1], at, sign, list)
		return list, true
	case n.Kind == language.Sum:
		for _, place := range e.relations.Terms(n, at) {
			list, _ = e.terms(n.Args[0], place, sign, list)
		}
		return list, true
	case n.Is(program.Negate):
		return e.terms(n.Args[0], at, -sign, list)
	}
	return append(list, term{n, at, sign}), n.Kind == language.Reference
}

// carries tells whether a balance goes on from the month before: one of its terms
// is itself then.
func (e *Explainer) carries(s spot, terms []term) bool {
	count := 0
	for _, t := range terms {
		if e.isCarry(s, t) {
			count++
		}
	}
	return count == 1
}

func (e *Explainer) isCarry(s spot, t term) bool {
	return t.node.Kind == language.Previous && t.sign > 0 && t.node.Args[0].Index == s.index && e.relations.Resolve(t.node.Args[0], t.at) == s.instance
}

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

// flow is a row of things that is added up, with its sign.
type flow struct {
	series series
	sign   float64
}

// flows lists the flows that a formula adds up in the month itself; false where it
// does anything else, but for the terms that skip tells.
func (e *Explainer) flows(terms []term, skip func(term) bool) (list []flow, ok bool) {
	for _, t := range terms {
		if skip(t) {
			continue
		}
		if t.node.Kind != language.Reference || t.node.IsInput {
			return nil, false
		}
		row := model.FindRow(t.node.Name)
		if row == nil || row.Kind != model.Flow {
			return nil, false
		}
		list = append(list, flow{series{t.node.Index, []int{e.relations.Resolve(t.node, t.at)}}, t.sign})
	}
	return list, true
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

// spans adds the flows of both sides over periods, each with its counterpart.
func (c *comparison) spans(list [2][]flow, from, to [2]int, into *parts) {
	type known struct {
		row, thing string
	}
	pairs, signs := map[known]pair{}, map[known][2]float64{}
	var order []known
	for side, flows := range list {
		e := c.sides[side]
		for _, f := range flows {
			key := known{e.schema.Row(f.series.row).Name, e.document.Instances[f.series.things[0]].Name}
			p, is := pairs[key]
			if !is {
				order = append(order, key)
			}
			sign := signs[key]
			sign[side] += f.sign
			p.spots[side] = e.spot(f.series, from[side], to[side])
			pairs[key], signs[key] = p, sign
		}
	}
	for _, key := range order {
		p, sign := c.spanOf(pairs[key].spots), signs[key]
		amount := 0.0
		for side, s := range p.spots {
			if s.there {
				amount += float64(c.value(p, side) * sign[side] * float64(2*side-1))
			}
		}
		if amount != 0 {
			into.add(p, amount)
		}
	}
}

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
				amount += sign * value
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
	amounts, ok := shares(2, func(set uint) float64 {
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
	overall := (c.value(p, 0) + c.value(p, 1)) / 2
	weighed := make([]weighed, len(list))
	total := 0.0
	for i, item := range list {
		weighed[i] = c.weigh(item, row, isLong)
		total += (weighed[i].whole(0) + weighed[i].whole(1)) / 2
	}
	if total == 0 {
		return opened{how: howNotTogether}
	}
	var into parts
	days := 0.0
	for i, item := range list {
		w := weighed[i]
		away := (w.value[0]+w.value[1])/2 - overall
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

func (w *weighed) whole(side int) float64 { return w.weight[side] * w.days[side] }

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
