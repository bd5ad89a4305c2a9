package explain

import (
	"math"
	"strings"

	"rackonomics/engine/language"
	"rackonomics/engine/model"
	"rackonomics/engine/program"
)

// bound is a formula with its values of both sides. What is the same on both is
// one number; what moved is an operand.
type bound struct {
	kind    boundKind
	value   float64 // of what is fixed
	code    program.Code
	args    []*bound
	operand int
}

type boundKind uint8

const (
	fixedBound boundKind = iota
	operandBound
	operationBound
	sumBound
	laggedBound // args[1] or args[2], by whether args[0] has its value of the first side
)

// binder finds the operands of a formula that moved.
type binder struct {
	c        *comparison
	operands []operand
	index    map[pair]int
}

// operand is something that a formula reads.
type operand struct {
	pair  pair
	value [2]float64
	group *bound // in its place, where several are exchanged together
}

// view is where and when a formula is read, on both sides.
type view struct {
	at    [2]language.Place
	month [2]int
}

func (c *comparison) binder() *binder { return &binder{c: c, index: map[pair]int{}} }

func fixed(value float64) *bound { return &bound{value: value} }

func (b *binder) operand(p pair) *bound {
	if b.c.same(p) {
		return fixed(b.c.value(p, 1))
	}
	at, ok := b.index[p]
	if !ok {
		at = len(b.operands)
		b.index[p] = at
		b.operands = append(b.operands, operand{pair: p, value: [2]float64{b.c.value(p, 0), b.c.value(p, 1)}})
	}
	return &bound{kind: operandBound, operand: at}
}

func (b *binder) bind(n *language.Node, v view) *bound {
	switch n.Kind {
	case language.Literal:
		return fixed(n.Value)
	case language.Shock:
		return fixed(0)
	case language.Reference:
		return b.reference(n, v, v.month)
	case language.Inlined:
		return b.bind(n.Args[0], v)
	case language.Sum, language.Before:
		return b.sum(n, v)
	case language.Previous:
		return b.beyond(n, v, [2]int{v.month[0] - 1, v.month[1] - 1}, 1)
	case language.Next:
		return b.beyond(n, v, [2]int{b.c.sides[0].after(v.month[0]), b.c.sides[1].after(v.month[1])}, 1)
	case language.Ahead:
		return b.beyond(n, v, [2]int{v.month[0] + 1, v.month[1] + 1}, 1)
	case language.Lag:
		return b.lag(n, v)
	case language.Operation:
		return b.operation(n, v)
	case language.Reduce:
		p := stated(n.Name, n.Name, b.c.sides[0].measures.Of(n, v.at[0]), b.c.sides[1].measures.Of(n, v.at[1]))
		p.kind = reducedPair
		for side := range p.spots {
			p.spots[side].node, p.spots[side].instance = n, v.at[side].Self
		}
		return b.operand(p)
	}
	return b.stated(n, v)
}

// calendarTitles are the words of the calendar as they read.
var calendarTitles = map[string]string{"days": "Days in the month", "hours": "Hours in the month", "month": "Months since the start", "year": "Year of the calendar",
	"month_of_year": "Month of the year", "first": "Whether it is the first month", "last": "Whether it is the last month", "first_day": "First day of the scenario"}

// stated is what opens no further: a word of the calendar, a number of things, a
// row of another scenario.
func (b *binder) stated(n *language.Node, v view) *bound {
	title := n.Name
	switch n.Kind {
	case language.Calendar:
		title = calendarTitles[n.Name]
	case language.Count:
		title = "Number of things that count"
	case language.Without:
		title = b.c.sides[1].withoutNode(n, v.at[1], v.month[1]).node.Title
	}
	p := stated(title, n.Name, b.c.sides[0].evaluate(n, v.at[0], v.month[0]), b.c.sides[1].evaluate(n, v.at[1], v.month[1]))
	p.spots[0].node, p.spots[1].node = n, n
	return b.operand(p)
}

func (b *binder) reference(n *language.Node, v view, months [2]int) *bound {
	p := pair{kind: cellPair}
	if n.IsInput {
		p.kind = inputPair
	}
	for side, e := range b.c.sides {
		p.spots[side] = e.reads(n, v.at[side], months[side])
	}
	return b.operand(p)
}

// reads is the spot that a reference means.
func (e *Explainer) reads(n *language.Node, at language.Place, month int) spot {
	s := spot{there: true, instance: e.relations.Resolve(n, at), from: month}
	if n.IsInput {
		s.name = n.Name
	} else {
		s.index = n.Index
	}
	return s
}

// beyond is a reference in other months: where there is none stands the argument
// at opening, if there is one, else zero.
func (b *binder) beyond(n *language.Node, v view, months [2]int, opening int) *bound {
	var is [2]bool
	for side, e := range b.c.sides {
		is[side] = months[side] >= 0 && months[side] < e.table.Computed
	}
	switch {
	case is[0] && is[1]:
		return b.reference(n.Args[0], v, months)
	case !is[0] && !is[1] && len(n.Args) > opening:
		return b.bind(n.Args[opening], v)
	case !is[0] && !is[1]:
		return fixed(0)
	}
	var values [2]float64
	for side, e := range b.c.sides {
		values[side] = e.beyond(n, v.at[side], v.month[side], months[side], opening)
	}
	row := b.c.sides[1].schema.Row(n.Args[0].Index)
	p := stated(titleOf(row)+", from its opening", row.Name, values[0], values[1])
	p.spots[0].node, p.spots[1].node = n, n
	return b.operand(p)
}

// lag reads another month on each side where the months to look back are others:
// those months are exchanged as one, and what is read in either month by itself.
func (b *binder) lag(n *language.Node, v view) *bound {
	months := b.bind(n.Args[1], v)
	read := func(side int) *bound {
		back := math.Floor(b.c.sides[side].evaluate(n.Args[1], v.at[side], v.month[side]))
		if back != back {
			return fixed(program.Absent)
		}
		var at [2]int
		for s, month := range v.month {
			at[s] = month - int(min(max(back, 0), float64(month)+1))
		}
		return b.beyond(n, v, at, 2)
	}
	if months.kind == fixedBound {
		return read(1)
	}
	return &bound{kind: laggedBound, args: []*bound{b.asOne(months), read(0), read(1)}}
}

// asOne has what a part of a formula reads be exchanged together.
func (b *binder) asOne(part *bound) *bound {
	if part.kind == operandBound {
		return part
	}
	b.operands = append(b.operands, operand{value: [2]float64{b.evaluate(part, b.none()), b.evaluate(part, b.all())}, group: part})
	return &bound{kind: operandBound, operand: len(b.operands) - 1}
}

// sum has a term for each thing that either side has. One that only one side has
// is an operand as a whole.
func (b *binder) sum(n *language.Node, v view) *bound {
	whole := &bound{kind: sumBound}
	terms := map[string][2]language.Place{}
	var order []string
	var is [2]map[string]bool
	for side, e := range b.c.sides {
		is[side] = map[string]bool{}
		for _, place := range e.relations.Terms(n, v.at[side]) {
			instance := place.Iterated
			if instance < 0 {
				instance = place.Self
			}
			name := e.document.Instances[instance].Name
			places, known := terms[name]
			if !known {
				order = append(order, name)
			}
			places[side] = place
			terms[name], is[side][name] = places, true
		}
	}
	for _, name := range order {
		there := [2]bool{is[0][name], is[1][name]}
		if there[0] && there[1] {
			whole.args = append(whole.args, b.bind(n.Args[0], view{terms[name], v.month}))
		} else {
			whole.args = append(whole.args, b.alone(n.Args[0], name, terms[name], v.month, there))
		}
	}
	return simple(whole)
}

// alone is the term of a thing that only one side has; the other side's is zero.
func (b *binder) alone(n *language.Node, name string, at [2]language.Place, month [2]int, there [2]bool) *bound {
	side := 0
	if there[1] {
		side = 1
	}
	e := b.c.sides[side]
	value := e.evaluate(n, at[side], month[side])
	if value == 0 {
		return fixed(0)
	}
	instance := at[side].Iterated
	if instance < 0 {
		instance = at[side].Self
	}
	thing := &e.document.Instances[instance]
	p := pair{kind: statedPair}
	p.spots[side] = spot{there: true, title: e.document.Called(instance), name: thing.Scope + "." + name, number: math.Float64bits(value), node: n}
	if n.Kind == language.Reference && !n.IsInput {
		p.kind = cellPair
		p.spots[side] = e.reads(n, at[side], month[side])
	}
	values := [2]float64{}
	values[side] = value
	b.operands = append(b.operands, operand{pair: p, value: values})
	return &bound{kind: operandBound, operand: len(b.operands) - 1}
}

// operation drops what is not read on either side, and computes what moved nowhere.
func (b *binder) operation(n *language.Node, v view) *bound {
	made := &bound{kind: operationBound, code: n.Code}
	if n.Code == program.When {
		condition := b.bind(n.Args[0], v)
		if condition.kind == fixedBound {
			return b.bind(n.Args[branchTaken(condition.value)], v)
		}
		made.args = []*bound{condition, b.bind(n.Args[1], v), b.bind(n.Args[2], v)}
		return made
	}
	for _, arg := range n.Args {
		made.args = append(made.args, b.bind(arg, v))
	}
	return simple(made)
}

func branchTaken(condition float64) int {
	if condition > 0 {
		return 1
	}
	return 2
}

// simple is a number where nothing in it moved.
func simple(made *bound) *bound {
	for _, arg := range made.args {
		if arg.kind != fixedBound {
			return made
		}
	}
	return fixed((&binder{}).evaluate(made, nil))
}

func (b *binder) none() []bool { return make([]bool, len(b.operands)) }

func (b *binder) all() []bool {
	list := b.none()
	for i := range list {
		list[i] = true
	}
	return list
}

// evaluate computes a formula with some operands exchanged for their values on the
// second side.
func (b *binder) evaluate(n *bound, exchanged []bool) float64 {
	switch n.kind {
	case fixedBound:
		return n.value
	case operandBound:
		if exchanged[n.operand] {
			return b.operands[n.operand].value[1]
		}
		return b.operands[n.operand].value[0]
	case laggedBound:
		months := &b.operands[n.args[0].operand]
		if b.evaluate(n.args[0], exchanged) == months.value[0] {
			return b.evaluate(n.args[1], exchanged)
		}
		return b.evaluate(n.args[2], exchanged)
	case sumBound:
		total := 0.0
		for i, arg := range n.args {
			term := b.evaluate(arg, exchanged)
			if total += term; i == 0 {
				total = term
			}
		}
		return total
	}
	if n.code == program.When {
		return b.evaluate(n.args[branchTaken(b.evaluate(n.args[0], exchanged))], exchanged)
	}
	args := [2]float64{}
	for i, arg := range n.args {
		args[i] = b.evaluate(arg, exchanged)
	}
	return program.Operations[n.code].Apply(args[0], args[1])
}

// titleOf is the heading of a row; the checker's own have a note.
func titleOf(row language.Row) string {
	if name, _, hidden := strings.Cut(row.Name, "#"); hidden {
		return model.Title(name) + ", a part of it"
	}
	return model.Title(row.Name)
}
