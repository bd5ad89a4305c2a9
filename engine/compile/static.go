package compile

import (
	"math"

	"rackonomics/engine/language"
	"rackonomics/engine/program"
)

// Much of a model is switched off in any one scenario. What follows from
// written numbers and fixed inputs alone is computed when the program is made;
// such cells cost nothing in a run and bind no others.

// verdict is what is known of a cell's value before any run.
type verdict uint8

const (
	unasked verdict = iota
	asking
	dynamic
	settled
)

// statics remembers the verdicts on cells.
type statics struct {
	verdicts []verdict
	values   []float64
	top      int  // the cell that is being asked about
	assumed  bool // top was taken to have been zero in the month before
}

// static computes an expression that has one value in all months and runs.
func (c *cells) static(n *language.Node, at language.Place) (float64, bool) {
	switch n.Kind {
	case language.Literal:
		return n.Value, true
	case language.Count:
		return float64(len(c.Belonging(n.Scope, at.Self))), true
	case language.Reference:
		instance := c.Resolve(n, at)
		if !n.IsInput {
			return c.staticCell(c.cell(n.Index, instance))
		}
		if c.layout.Fixed == nil {
			return 0, false
		}
		return c.layout.Fixed(n.Name, instance)
	case language.Sum, language.Before:
		return c.staticTotal(n, at)
	case language.Previous, language.Next, language.Ahead, language.Lag:
		return 0, c.alwaysZero(n, at)
	case language.Inlined:
		return c.static(n.Args[0], at)
	case language.Operation:
		return c.staticOperation(n, at)
	}
	return 0, false
}

func (c *cells) staticOperation(n *language.Node, at language.Place) (float64, bool) {
	if n.Code == program.When {
		return c.staticBranch(n, at)
	}
	args, known := [2]float64{}, true
	for i, arg := range n.Args {
		value, ok := c.static(arg, at)
		args[i], known = value, known && ok
		if ok && (n.Code == program.And && !(value > 0) || n.Code == program.Or && value > 0) {
			return program.One(n.Code == program.Or), true
		}
	}
	if !known {
		return 0, false
	}
	return program.Operations[n.Code].Apply(args[0], args[1]), true
}

func (c *cells) staticCell(cell int) (float64, bool) {
	switch c.known.verdicts[cell] {
	case settled:
		return c.known.values[cell], true
	case asking, dynamic:
		return 0, false
	}
	outer, assumed := c.known.top, c.known.assumed
	c.known.verdicts[cell], c.known.top, c.known.assumed = asking, cell, false
	value, ok := c.static(c.root(cell))
	if c.known.assumed && !isZero(value) {
		ok = false
	}
	c.known.top, c.known.assumed = outer, assumed
	c.known.verdicts[cell], c.known.values[cell] = dynamic, value
	if ok {
		c.known.verdicts[cell] = settled
	}
	return value, ok
}

// taken is the branch that a condition known beforehand leads to, or nil; also
// of what has no branches.
func (c *cells) taken(n *language.Node, at language.Place) *language.Node {
	if !n.Is(program.When) {
		return nil
	}
	condition, ok := c.static(n.Args[0], at)
	switch {
	case !ok:
		return nil
	case condition > 0:
		return n.Args[1]
	}
	return n.Args[2]
}

func (c *cells) staticBranch(n *language.Node, at language.Place) (float64, bool) {
	if branch := c.taken(n, at); branch != nil {
		return c.static(branch, at)
	}
	then, ok := c.static(n.Args[1], at)
	otherwise, both := c.static(n.Args[2], at)
	return then, ok && both && math.Float64bits(then) == math.Float64bits(otherwise)
}

func (c *cells) staticTotal(n *language.Node, at language.Place) (float64, bool) {
	total := 0.0
	for i, place := range c.Terms(n, at) {
		term, ok := c.static(n.Args[0], place)
		if !ok {
			return 0, false
		}
		if total += term; i == 0 {
			total = term
		}
	}
	return total, true
}

// alwaysZero reports whether a look along time finds zero in every month: what
// is looked at is always zero, and so is what stands beyond the horizon. A row
// that adds to its own value of the month before (cum) is taken to be zero to
// begin with; its verdict stands only if that makes it zero again.
func (c *cells) alwaysZero(n *language.Node, at language.Place) bool {
	if n.Kind == language.Lag && !neverAbsent(n.Args[1]) {
		return false
	}
	beyond := 1
	if n.Kind == language.Lag {
		beyond = 2
	}
	if len(n.Args) > beyond {
		if value, ok := c.static(n.Args[beyond], at); !ok || !isZero(value) {
			return false
		}
	}
	cell := c.cell(n.Args[0].Index, c.Resolve(n.Args[0], at))
	if n.Kind == language.Previous && cell == c.known.top && c.known.verdicts[cell] == asking {
		c.known.assumed = true
		return true
	}
	value, ok := c.staticCell(cell)
	return ok && isZero(value)
}

// neverAbsent reports whether an expression of inputs and written numbers has a
// value whatever the inputs are.
func neverAbsent(n *language.Node) bool {
	switch n.Kind {
	case language.Literal:
		return n.Value == n.Value
	case language.Reference:
		return n.IsInput
	case language.Inlined:
		return neverAbsent(n.Args[0])
	case language.Operation:
		switch n.Code {
		case program.Divide:
			return neverAbsent(n.Args[0]) && n.Args[1].Kind == language.Literal && n.Args[1].Value != 0
		case program.Add, program.Subtract, program.Multiply, program.Minimum, program.Maximum, program.Floor, program.Ceiling:
			return neverAbsent(n.Args[0]) && (len(n.Args) == 1 || neverAbsent(n.Args[1]))
		}
	}
	return false
}

func isZero(value float64) bool { return math.Float64bits(value) == 0 }
