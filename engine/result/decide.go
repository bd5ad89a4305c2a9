package result

import (
	"slices"

	"rackonomics/engine/language"
	"rackonomics/engine/program"
)

// Find finds the head of a measure by its name.
func (p *Plan) Find(name string) (head int, ok bool) {
	head = slices.IndexFunc(p.Heads, func(h Head) bool { return h.Name == name })
	return head, head >= 0
}

// Formula gives the formula of a head and the place where it is computed.
func (p *Plan) Formula(head int) (*language.Node, language.Place) {
	h := &p.Heads[head]
	p.whole = h.Measure.Whole
	for _, m := range measures() {
		if m.Measure == h.Measure {
			return m.formula, language.Place{Self: h.Instance, Iterated: -1}
		}
	}
	panic(h.Name + " is not declared")
}

// Condition gives the formula of the condition on which a head is told, or nil.
func (p *Plan) Condition(head int) *language.Node {
	for _, m := range measures() {
		if m.Measure == p.Heads[head].Measure {
			return m.when
		}
	}
	return nil
}

// Of gives the value of a part of a formula, as it was in the lane computed
// last: arithmetic between reductions, or one of them.
func (p *Plan) Of(n *language.Node, at language.Place) float64 {
	slot, err := p.slotOfValue(n, at)
	if err != nil {
		return program.Absent
	}
	return p.value[slot]
}

// Shapes tells what each argument of a reduction is.
func Shapes(n *language.Node) []language.Argument { return Reductions[n.Index].Arguments[:len(n.Args)] }

// Sums reports whether a reduction adds up its argument over all months.
func Sums(n *language.Node) bool { return Reductions[n.Index].sums }

// Decided gives the month that decided the value of a reduction, in the lane
// computed last, and says which month that is. It is false for one that is made
// of other reductions alone.
func (p *Plan) Decided(n *language.Node, at language.Place) (month int, which string, ok bool) {
	reduction, s := &Reductions[n.Index], p.stepOf(n, at)
	if reduction.decided == nil || s == nil {
		return 0, "", false
	}
	month, ok = reduction.decided(p.gather(s))
	if !ok {
		return p.span(s.whole) - 1, "the last month, as none was found", true
	}
	return month, reduction.deciding, true
}

// Months is how many months a reduction reads: those of the scenario, and where its
// measure is of the whole life those after it.
func (p *Plan) Months(n *language.Node, at language.Place) int {
	s := p.stepOf(n, at)
	return p.span(s != nil && s.whole)
}

// stepOf is the step that computes a part of a formula, or nil.
func (p *Plan) stepOf(n *language.Node, at language.Place) *step {
	slot, err := p.slotOfValue(n, at)
	i := slices.IndexFunc(p.steps, func(s step) bool { return s.out == slot })
	if err != nil || i < 0 {
		return nil
	}
	return &p.steps[i]
}

// Places lists where an argument of a reduction that is of each thing is
// computed.
func (p *Plan) Places(n *language.Node, at language.Place) []language.Place {
	var places []language.Place
	for _, instance := range p.of(n.Scope) {
		places = append(places, p.place(instance, at))
	}
	return places
}

// place is where an expression of each thing is computed for one of them.
func (p *Plan) place(instance int, at language.Place) language.Place {
	if p.instances[instance].Scope == p.instances[at.Self].Scope {
		return language.Place{Self: instance, Iterated: -1}
	}
	return language.Place{Self: at.Self, Iterated: instance}
}
