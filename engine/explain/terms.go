package explain

import (
	"rackonomics/engine/language"
	"rackonomics/engine/model"
	"rackonomics/engine/program"
)

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
