package language

import (
	"fmt"
	"slices"
	"strings"

	"rackonomics/engine/program"
)

// pick makes when(choice == choice.option, x, …) of every option, the last one
// being what is left.
func (c *checker) pick(call *Expression) (*Node, error) {
	if call.Labels == nil || call.Labels[0] != nil {
		return nil, c.fail(call, "pick takes a choice and a value for each of its options, such as %s", builtinNamed["pick"].Call)
	}
	args, err := c.operands(call.Args)
	if err != nil {
		return nil, err
	}
	choice := args[0]
	if choice.Type.Kind != Choice {
		return nil, c.fail(choice.at, "pick takes a choice, and this is %s", choice.Type)
	}
	options := c.schema.inputs[c.schema.names[choice.Type.Choice].index].Options
	picked, err := c.optionsOf(call, choice.Type.Choice, options)
	if err != nil {
		return nil, err
	}
	last := len(args) - 1
	result := args[last].Node
	for i := last - 1; i > 0 && err == nil; i-- {
		if _, err = c.join(args[i].at, args[i].Type, result.Type); err == nil {
			result, err = c.ifEqual(call, choice, float64(picked[i]), args[i].Node, result)
		}
	}
	return result, err
}

// optionsOf finds which option each label of a pick names, by argument.
func (c *checker) optionsOf(call *Expression, choice string, options []string) ([]int, error) {
	picked := make([]int, len(call.Args))
	given := make([]bool, len(options))
	for i, label := range call.Labels[1:] {
		if label == nil {
			return nil, c.fail(call.Args[i+1], "which option of %s is this for? It has %s", choice, strings.Join(options, ", "))
		}
		option := slices.Index(options, label.Text)
		switch {
		case label.Kind != Name || option < 0:
			return nil, c.fail(label, "%s has no option %q; it has %s", choice, flat(label), strings.Join(options, ", "))
		case given[option]:
			return nil, c.fail(label, "option %s is there twice", label.Text)
		}
		picked[i+1], given[option] = option, true
	}
	var missing []string
	for i, option := range options {
		if !given[i] {
			missing = append(missing, option)
		}
	}
	if missing != nil {
		return nil, c.fail(call, "pick lacks %s of %s", strings.Join(missing, ", "), choice)
	}
	return picked, nil
}

// interpolate makes a choice of lines between neighbouring points. At a point it
// is the point's own y, to the bit; of an absent x it is absent.
func (c *checker) interpolate(call *Expression) (*Node, error) {
	if call.Labels == nil || call.Labels[0] != nil || slices.Contains(call.Labels[1:], nil) {
		return nil, c.fail(call, "interpolate takes a number and two or more points, such as %s", builtinNamed["interpolate"].Call)
	}
	args, err := c.operands(call.Args)
	if err != nil {
		return nil, err
	}
	at, err := c.operands(call.Labels[1:])
	if err != nil {
		return nil, err
	}
	x, y := args[0], args[1:]
	for i, point := range at {
		if _, err := alike(c, point.at, []operand{x, point}); err != nil {
			return nil, err
		}
		if point.Kind != Literal || i > 0 && !(point.Value > at[i-1].Value) {
			return nil, c.fail(point.at, "points stand at written numbers, each larger than the one before")
		}
	}
	b := &assembly{c: c, at: call}
	last := len(y) - 1
	line := b.when(b.op(program.LessOrEqual, comparison, at[last], x), y[last], b.operand(wordNamed["absent"]))
	for i := last; i > 0; i-- {
		share := b.op(program.Divide, quotient, b.op(program.Subtract, alike, x, at[i-1]), b.op(program.Subtract, alike, at[i], at[i-1]))
		rise := b.op(program.Multiply, product, b.op(program.Subtract, alike, y[i], y[i-1]), share)
		line = b.when(b.op(program.Less, comparison, x, at[i]), b.op(program.Add, alike, y[i-1], rise), line)
	}
	line = b.when(b.op(program.LessOrEqual, comparison, x, at[0]), y[0], line)
	return line.Node, b.err
}

// assembly makes nodes out of nodes; after a mistake it makes none.
type assembly struct {
	c   *checker
	at  *Expression
	err error
}

func (b *assembly) op(code program.Code, rule rule, args ...operand) operand {
	return b.result(func() (*Node, error) { return b.c.operation(code, rule, b.at, args...) })
}

func (b *assembly) when(condition, then, otherwise operand) operand {
	return b.op(program.When, branch, condition, then, otherwise)
}

func (b *assembly) operand(n Node, args ...operand) operand {
	return b.result(func() (*Node, error) { return b.c.made(b.at, n, args...) })
}

func (b *assembly) previous(of operand) operand {
	return b.operand(Node{Kind: Previous, Type: of.Type}, of)
}

func (b *assembly) result(make func() (*Node, error)) operand {
	var made *Node
	if b.err == nil {
		made, b.err = make()
	}
	if b.err != nil {
		made = &Node{}
	}
	return operand{made, b.at}
}

const mostAges = 60

// vintage runs what is added through a schedule.
func (c *checker) vintage(call *Expression) (*Node, error) {
	if err := c.atTop(call); err != nil {
		return nil, err
	}
	switch {
	case len(call.Args) == 2 && call.Labels == nil:
		return c.lasting(call)
	case len(call.Args) == 5 && call.Labels != nil && call.Labels[4] != nil && !slices.ContainsFunc(call.Labels[:4], func(e *Expression) bool { return e != nil }):
		return c.schedule(call)
	}
	return nil, c.fail(call, "vintage is written vintage(added, life) or vintage(added, turn, first, last, age: share)")
}

// lasting makes cum(added) - lag(cum(added), life).
func (c *checker) lasting(call *Expression) (*Node, error) {
	args, err := c.operands(call.Args)
	if err != nil {
		return nil, err
	}
	if err := c.numbers(args); err != nil {
		return nil, err
	}
	if err := c.months(args[1]); err != nil {
		return nil, err
	}
	total, err := c.accumulate(call, args[0])
	if err != nil {
		return nil, err
	}
	gone, err := c.along(Lag, total.Type, call, []operand{{total, call}, args[1]})
	if err != nil {
		return nil, err
	}
	return c.operation(program.Subtract, alike, call, operand{total, call}, operand{gone, call})
}

// schedule makes a row for each age to come, which holds what will be due at it.
// Where turn is true, each takes over what the next one held.
func (c *checker) schedule(call *Expression) (*Node, error) {
	args, err := c.operands(call.Args[:4])
	if err != nil {
		return nil, err
	}
	added, turn := args[0], args[1]
	if _, err := conditions(c, call, []operand{turn}); err != nil {
		return nil, err
	}
	first, last, err := c.ages(args[2], args[3])
	if err != nil {
		return nil, err
	}
	shares := make([]operand, last+1)
	for age := first; age <= last; age++ {
		if shares[age], err = c.aged(call, age, added); err != nil {
			return nil, err
		}
	}
	b := &assembly{c: c, at: call}
	due := make([]operand, last+2)
	roots := make([]*Node, last+1)
	for age := range roots {
		roots[age] = &Node{Type: shares[last].Type}
		due[age] = b.result(func() (*Node, error) { return c.hide(call, roots[age], "Due of what was added") })
	}
	for age, root := range roots {
		moved := b.operand(Node{Kind: Literal, Type: Type{Kind: Number, fitsAll: true}})
		if age < last {
			moved = b.previous(due[age+1])
		}
		left := b.when(turn, moved, b.previous(due[age]))
		if age >= first {
			left = b.op(program.Add, alike, left, shares[age])
		}
		if b.err == nil {
			b.err = c.fill(call, root, left.Node)
		}
	}
	return due[0].Node, b.err
}

func (c *checker) ages(first, last operand) (from, to int, err error) {
	for _, age := range []operand{first, last} {
		if age.Kind != Literal || age.Value != float64(int(age.Value)) || age.Value < 0 || age.Value > mostAges || !age.Type.Fits(Type{}) {
			return 0, 0, c.fail(age.at, "ages are written whole numbers from 0 to %d", mostAges)
		}
	}
	if last.Value < first.Value {
		return 0, 0, c.fail(last.at, "the last age is less than the first")
	}
	return int(first.Value), int(last.Value), nil
}

// aged is the part of an addition that falls due at an age, whose name is the
// label of the share.
func (c *checker) aged(call *Expression, age int, added operand) (operand, error) {
	label, share := call.Labels[4], call.Args[4]
	if label.Kind != Name || !isIdentifier(label.Text) || isReserved(label.Text) {
		return operand{}, c.fail(label, "%q cannot name an age", flat(label))
	}
	outer := c.frame
	c.frame = outer.with(label.Text, &Node{Kind: Literal, Value: float64(age), Type: Type{Kind: Number}, Name: fmt.Sprint(age), size: 1})
	node, err := c.check(share)
	c.frame = outer
	if err != nil {
		return operand{}, err
	}
	due, err := c.operation(program.Multiply, product, call, added, operand{node, share})
	return operand{due, call}, err
}
