package explain

import (
	"math"
	"strings"

	"rackonomics/engine/language"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
)

// kind says what is held against what.
type kind uint8

const (
	cellPair    kind = iota // a row of a thing in a month
	inputPair               // an input of a thing in a month
	spanPair                // a row of several things or months together
	addedPair               // what a month added to a balance, which the month before has not
	reducedPair             // a reduction, in the formula of a measure
	measurePair             // a measure
	lessPair                // what counts against a total, with the other sign
	statedPair              // what is a number on each side and opens no further
)

// spot is what stands on one side of a pair. Spots are alike where they are the same.
type spot struct {
	there    bool
	index    int // of the row
	instance int // of several things none, and they are in things
	things   string
	from, to int // months
	node     *language.Node
	title    string // of what is stated
	name     string // of an input, a measure or what is stated
	number   uint64 // the bits of what is stated
}

// pair is the same number on two sides, of which either may be missing.
type pair struct {
	kind  kind
	spots [2]spot
}

// comparison holds two sides against each other: two runs, or one run in two periods.
type comparison struct {
	sides [2]*Explainer
	shift int // months from a period to the one that it is compared with, of one run
	known map[pair]opened
}

func newComparison(from, to *Explainer, shift int) *comparison {
	return &comparison{sides: [2]*Explainer{from, to}, shift: shift, known: map[pair]opened{}}
}

// isOneRun tells whether the sides are periods of the same run.
func (c *comparison) isOneRun() bool { return c.sides[0] == c.sides[1] }

// value of a pair on a side, absent where it is missing there.
func (c *comparison) value(p pair, side int) float64 {
	s, e := p.spots[side], c.sides[side]
	if !s.there {
		return machine.Absent
	}
	switch p.kind {
	case cellPair, addedPair:
		return e.value(cell{s.index, s.instance, s.from})
	case inputPair:
		return e.input(s.name, s.instance, s.from)
	case spanPair:
		return e.spanValue(s)
	case lessPair:
		return -c.value(c.spanOf(p.spots), side)
	}
	return math.Float64frombits(s.number)
}

// difference is what the second side has more, absent where a side has no number.
// What rounding leaves of equal values is none.
func (c *comparison) difference(p pair) float64 {
	a, b := c.value(p, 0), c.value(p, 1)
	switch d := b - a; {
	case machine.IsAbsent(d - d):
		return machine.Absent
	case math.Abs(d) <= 1e-14*math.Max(math.Abs(a), math.Abs(b)):
		return 0
	default:
		return d
	}
}

// same tells whether both sides have the same value, or neither has one.
func (c *comparison) same(p pair) bool {
	if p.spots[0].there != p.spots[1].there {
		return false
	}
	a, b := c.value(p, 0), c.value(p, 1)
	return a == b || a != a && b != b || c.difference(p) == 0
}

// input reads an input as formulas do.
func (e *Explainer) input(name string, instance, month int) float64 {
	key := placed{name, instance}
	values, ok := e.inputs[key]
	if !ok {
		values = e.document.Resolve(instance, e.document.Schema().FindInput(name), e.table.Computed)
		e.inputs[key] = values
	}
	return values[min(month, len(values)-1)]
}

// placed is an input of an instance.
type placed struct {
	input    string
	instance int
}

// spanOf is the pair of a series over periods: of one thing in one month its cell,
// as also where one month stands for the period.
func (c *comparison) spanOf(spots [2]spot) pair {
	p := pair{kind: cellPair}
	for side, s := range spots {
		if !s.there {
			continue
		}
		if row := model.FindRow(c.sides[side].schema.Row(s.index).Name); s.to-s.from > 1 && row != nil {
			switch row.Kind {
			case model.Balance:
				s.from = s.to - 1
			case model.Opening:
				s.to = s.from + 1
			}
		}
		if names := strings.Split(s.things, "\n"); len(names) == 1 {
			s.instance = c.sides[side].document.Find(c.sides[side].schema.RowScope(s.index), names[0])
		} else {
			s.instance = -1
		}
		if s.instance < 0 || s.to-s.from > 1 {
			p.kind = spanPair
		}
		p.spots[side] = s
	}
	for side := range p.spots {
		if p.kind == cellPair {
			p.spots[side].things, p.spots[side].to = "", 0
		}
	}
	return p
}

// period of a spot that may be long.
func (e *Explainer) periodOf(s spot) result.Period {
	if s.to-s.from == 1 {
		return e.month(s.from)
	}
	title := e.table.Start.Add(s.from).String() + " to " + e.table.Start.Add(s.to-1).String()
	for _, step := range result.Steps {
		for _, p := range result.Periods(e.table.Start, e.table.Months, step) {
			if p.From == s.from && p.To == s.to {
				title = p.Title
			}
		}
	}
	return result.Period{Title: title, From: s.from, To: s.to, Whole: true}
}

func (e *Explainer) spanValue(s spot) float64 {
	if s.from >= e.table.Months { // one thing's, where a contract goes on
		return e.value(cell{s.index, s.instance, s.from})
	}
	value, err := e.viewer.Over(e.schema.Row(s.index).Name, strings.Split(s.things, "\n"), result.Period{From: s.from, To: s.to})
	if err != nil {
		panic(err) // the table has every row
	}
	return value.Number
}

// seriesOf is a spot's row with its things.
func (e *Explainer) seriesOf(s spot) series {
	if s.instance >= 0 {
		return series{s.index, []int{s.instance}}
	}
	things, err := e.things(e.schema.RowScope(s.index), strings.Split(s.things, "\n"))
	if err != nil {
		panic(err)
	}
	return series{s.index, things}
}

func (e *Explainer) names(things []int) []string {
	names := make([]string, len(things))
	for i, thing := range things {
		names[i] = e.document.Instances[thing].Name
	}
	return names
}

// spot of a row over a period.
func (e *Explainer) spot(s series, from, to int) spot {
	return spot{there: true, index: s.row, instance: -1, things: strings.Join(e.names(s.things), "\n"), from: from, to: to}
}

// stated is a pair of two numbers that opens no further.
func stated(title, name string, from, to float64) pair {
	of := func(v float64) spot { return spot{there: true, title: title, name: name, number: math.Float64bits(v)} }
	return pair{statedPair, [2]spot{of(from), of(to)}}
}

// node tells what stands on a side, or nothing.
func (c *comparison) node(p pair, side int) *Node {
	s, e := p.spots[side], c.sides[side]
	if !s.there {
		return nil
	}
	switch p.kind {
	case cellPair, addedPair:
		if e.schema.RowHidden(s.index) {
			date, after := e.date(s.from)
			row := e.schema.Row(s.index)
			return &Node{Name: row.Name, Instance: e.document.Instances[s.instance].Name, Month: date, After: after, Title: titleOf(row), Unit: e.schema.Expression(s.index).Type.Unit.String(), Value: c.value(p, side)}
		}
		return e.row(cell{s.index, s.instance, s.from}).node
	case inputPair:
		return e.inputNode(&language.Node{Name: s.name}, s.instance, s.from)
	case spanPair:
		return e.over(e.seriesOf(s), e.periodOf(s)).node
	case lessPair:
		return less(e.over(e.seriesOf(s), e.periodOf(s))).node
	case measurePair:
		tree, err := e.Measure(s.name, 0, 0)
		if err != nil {
			return nil
		}
		tree.Cut, tree.Children = false, nil
		return tree
	}
	node := &Node{Name: s.name, Title: s.title, Value: c.value(p, side)}
	if s.node != nil && s.node.Type.Kind == language.Number {
		node.Unit = s.node.Type.Unit.String()
	}
	return node
}
