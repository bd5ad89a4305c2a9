package explain

import (
	"rackonomics/engine/machine"
	"rackonomics/engine/program"
	"rackonomics/engine/shapley"
)

// part is what a pair makes of the difference of a number that reads it, in the
// unit of that number; absent where it is only told.
type part struct {
	pair     pair
	amount   float64
	together []pair // instead, those whose parts cannot be told from one another
}

// parts gathers them by pair.
type parts struct {
	list  []part
	index map[pair]int
}

func (p *parts) add(of pair, amount float64) {
	if p.index == nil {
		p.index = map[pair]int{}
	}
	if at, ok := p.index[of]; ok {
		p.list[at].amount += amount
		return
	}
	p.index[of] = len(p.list)
	p.list = append(p.list, part{pair: of, amount: amount})
}

// attribute parts the difference of a formula, times a factor, among its operands.
// Sums part by term, which is what exchanging operands in every order comes to as
// well, and a factor that did not move only scales. Of everything else the
// operands are exchanged: see [shapley.Shares].
func (b *binder) attribute(n *bound, factor float64, into *parts) {
	switch {
	case n.kind == fixedBound:
	case n.kind == sumBound:
		for _, arg := range n.args {
			b.attribute(arg, factor, into)
		}
	case n.kind == operationBound && (n.code == program.Add || n.code == program.Subtract):
		b.attribute(n.args[0], factor, into)
		if n.code == program.Subtract {
			factor = -factor
		}
		b.attribute(n.args[1], factor, into)
	case n.kind == operationBound && n.code == program.Negate:
		b.attribute(n.args[0], -factor, into)
	case n.kind == operationBound && n.code == program.Multiply && n.args[0].kind == fixedBound:
		b.attribute(n.args[1], factor*n.args[0].value, into)
	case n.kind == operationBound && n.code == program.Multiply && n.args[1].kind == fixedBound:
		b.attribute(n.args[0], factor*n.args[1].value, into)
	case n.kind == operationBound && n.code == program.Divide && n.args[1].kind == fixedBound && n.args[1].value != 0:
		b.attribute(n.args[0], factor/n.args[1].value, into)
	default:
		b.exchange(n, factor, into)
	}
}

// mostExchanged is how many operands are exchanged in every order.
const mostExchanged = 8

// read lists the operands of a formula, each once.
func (b *binder) read(n *bound, list []int) []int {
	if n.kind == operandBound {
		for _, known := range list {
			if known == n.operand {
				return list
			}
		}
		return append(list, n.operand)
	}
	for _, arg := range n.args {
		list = b.read(arg, list)
	}
	return list
}

// exchange parts a difference among operands by exchanging them. Where they are
// more than [mostExchanged], those of each argument are exchanged together, and
// the part of an argument is parted among them by the same rule.
func (b *binder) exchange(n *bound, factor float64, into *parts) {
	list := b.read(n, nil)
	whole := n
	if len(list) > mostExchanged {
		whole = b.grouped(n)
		list = b.read(whole, nil)
	}
	if len(list) > mostExchanged {
		b.together(n, list, factor, into)
		return
	}
	exchanged := b.none()
	amounts, ok := shapley.Shares(len(list), func(set uint) float64 {
		for i, at := range list {
			exchanged[at] = set&(1<<i) != 0
		}
		return b.evaluate(whole, exchanged)
	})
	if !ok {
		b.together(n, b.read(n, nil), factor, into)
		return
	}
	for i, at := range list {
		b.give(at, float64(amounts[i]*factor), into)
	}
}

// grouped has the operands of each argument be exchanged together.
func (b *binder) grouped(n *bound) *bound {
	made := &bound{kind: n.kind, code: n.code}
	for _, arg := range n.args {
		if arg.kind != fixedBound {
			arg = b.asOne(arg)
		}
		made.args = append(made.args, arg)
	}
	return made
}

// give has an operand have its part, or those that are exchanged together.
func (b *binder) give(at int, amount float64, into *parts) {
	o := b.operands[at]
	switch whole := o.value[1] - o.value[0]; {
	case o.group == nil:
		into.add(o.pair, amount)
	case whole != 0 && isThere(whole-whole):
		b.attribute(o.group, amount/whole, into)
	default:
		into.list = append(into.list, part{together: b.pairs(b.read(o.group, nil)), amount: amount})
	}
}

// together tells operands whose parts cannot be told from one another, since no
// order of exchanging them has a value all along.
func (b *binder) together(n *bound, list []int, factor float64, into *parts) {
	amount := float64((b.evaluate(n, b.all()) - b.evaluate(n, b.none())) * factor)
	if !isThere(amount - amount) {
		amount = machine.Absent
	}
	into.list = append(into.list, part{together: b.pairs(list), amount: amount})
}

func (b *binder) pairs(list []int) []pair {
	var pairs []pair
	for _, at := range list {
		if group := b.operands[at].group; group != nil {
			pairs = append(pairs, b.pairs(b.read(group, nil))...)
		} else {
			pairs = append(pairs, b.operands[at].pair)
		}
	}
	return pairs
}
