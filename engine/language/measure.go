package language

import (
	"fmt"
	"slices"
	"strings"
)

// Shape says what an expression of a measure is, along time and over things.
type Shape uint8

// Shapes. A row has a value each month; a reduction makes one of them.
const (
	Scalar  Shape = iota // one value
	Series               // a value each month
	Each                 // a series of every instance of a scope
	Several              // as many values as there are, such as rates of return
	Things               // instances of a scope
)

var shapeNames = [...]string{"one value", "a series", "a series of each thing", "several values", "the names of things"}

func (s Shape) String() string { return shapeNames[s] }

// Reduction declares a function that makes one value of series. Only measures
// have reductions: rows have a value each month.
type Reduction struct {
	Name      string
	Arguments []Argument
	Optional  int // how many of the last arguments may be left out
	Result    Shape
	Unit      string // of the result, in the variables of the arguments: X/Y
}

// Argument declares what a reduction takes.
type Argument struct {
	Name  string
	Shape Shape
	Unit  string // a unit; a variable, X, Y or Z, for any unit; "bool" for a condition
}

// Measure parses and checks a formula that is computed once for an instance of
// a scope: rows reduced along time, and arithmetic between such values. Of a
// [Reduce] node Index counts reductions, and Scope is the scope whose instances
// an argument of shape Each runs over.
func (s *Schema) Measure(scope, text string, reductions []Reduction) (*Node, Shape, error) {
	index := s.scopeIndex(scope)
	if index < 0 {
		return nil, Scalar, fmt.Errorf("unknown scope %q; there are %s", scope, s.scopeNames())
	}
	written, err := parse(text)
	if err != nil {
		return nil, Scalar, err
	}
	c := &checker{schema: s, text: text, scope: index, iterated: -1, reductions: reductions}
	root, err := c.check(written)
	if err != nil {
		return nil, Scalar, err
	}
	shape := c.shape(root)
	if shape == Series || shape == Several {
		return nil, shape, c.fail(written, "a measure is one value, and this is %s", shape)
	}
	return root, shape, nil
}

// readable refuses what a measure cannot read: it is computed from the rows of a
// table and from nothing else. Of rows it refuses nothing.
func (c *checker) readable(e *Expression, n *Node) error {
	if c.reductions == nil {
		return nil
	}
	switch n.Kind {
	case Previous, Next, Ahead, Lag, Shock:
		return c.alongTime(e)
	case Reference:
		if n.IsInput {
			return c.fail(e, "%s is an input, and measures read rows; make a row of it", n.Name)
		}
	case Operation:
		for i, arg := range n.Args {
			if shape := c.shape(arg); shape > Series {
				at := e
				if i < len(e.Args) {
					at = e.Args[i]
				}
				return c.fail(at, "this takes one value or a series, and here is %s", shape)
			}
		}
	}
	return nil
}

func (c *checker) alongTime(e *Expression) error {
	return c.fail(e, "a measure cannot look from month to month; make it a row")
}

// shape finds what a checked expression of a measure is.
func (c *checker) shape(n *Node) Shape {
	switch n.Kind {
	case Literal, Count:
		return Scalar
	case Reference, Calendar, Sum, Before, Without:
		return Series
	case Reduce:
		return c.reductions[n.Index].Result
	}
	shape := Scalar
	for _, arg := range n.Args {
		shape = max(shape, c.shape(arg))
	}
	return shape
}

// reduction finds the reduction that a call of a measure means.
func (c *checker) reduction(call *Expression) int {
	return slices.IndexFunc(c.reductions, func(r Reduction) bool { return r.Name == call.Text })
}

// reduce checks the arguments of a reduction and finds the unit of its result.
func (c *checker) reduce(call *Expression, index int) (*Node, error) {
	reduction := &c.reductions[index]
	if c.iterated >= 0 || c.siblings {
		return nil, c.fail(call, "%s cannot stand within sum, before or another function of each thing", call.Text)
	}
	most := len(reduction.Arguments)
	if count := len(call.Args); count < most-reduction.Optional || count > most {
		return nil, c.fail(call, "%s takes %s, not %d", call.Text, argumentCount(most-reduction.Optional, most), count)
	}
	if err := c.unlabelled(call); err != nil {
		return nil, err
	}
	bound, scope := map[string]Unit{}, -1
	var args []operand
	for i, e := range call.Args {
		node, err := c.argument(call, e, &reduction.Arguments[i], &scope)
		if err == nil {
			err = c.agree(call, operand{node, e}, &reduction.Arguments[i], bound)
		}
		if err != nil {
			return nil, err
		}
		args = append(args, operand{node, e})
	}
	for _, variable := range unitVariables { // of which only zero was given
		if _, known := bound[variable]; !known {
			bound[variable] = Unit{}
		}
	}
	return c.made(call, Node{Kind: Reduce, Name: call.Text, Index: index, Scope: scope,
		Type: Type{Kind: Number, Unit: unitOf(reduction.Unit).with(bound)}}, args...)
}

// without checks without(lease, cash): a row in the same scenario without the
// things of a scope. Whose row it is must be there all the same.
func (c *checker) without(call *Expression) (*Node, error) {
	if len(call.Args) != 2 {
		return nil, c.fail(call, "without takes a scope and a row, not %s", argumentCount(len(call.Args), len(call.Args)))
	}
	if err := c.unlabelled(call); err != nil {
		return nil, err
	}
	named := call.Args[0]
	scope := c.schema.scopeIndex(named.Text)
	if named.Kind != Name || scope < 0 || c.schema.scopes[scope].Single {
		return nil, c.fail(named, "without takes a scope of which there are several things")
	}
	row, err := c.check(call.Args[1])
	if err != nil {
		return nil, err
	}
	if row.Kind != Reference || row.IsInput || !c.schema.scopes[row.Scope].Single {
		return nil, c.fail(call.Args[1], "without takes a row of what there is one of, such as operator.cash")
	}
	return c.made(call, Node{Kind: Without, Name: row.Name, Scope: scope, Type: row.Type}, operand{row, call.Args[1]})
}

// argument checks that an argument has the shape wanted.
func (c *checker) argument(call, e *Expression, wanted *Argument, scope *int) (*Node, error) {
	if wanted.Shape == Each {
		return c.each(call, e, scope)
	}
	node, err := c.check(e)
	if err != nil {
		return nil, err
	}
	if shape := c.shape(node); shape != wanted.Shape && (shape != Scalar || wanted.Shape != Series) {
		return nil, c.fail(e, "%s takes %s as %s, and this is %s", call.Text, wanted.Shape, wanted.Name, shape)
	}
	return node, nil
}

// each checks an argument that is computed for every instance of a scope: the
// one that it names or, where it names none, that of the measure.
func (c *checker) each(call, e *Expression, known *int) (*Node, error) {
	scope := c.several(e)
	if scope < 0 {
		scope = c.scope
	} else {
		c.iterated = scope
	}
	node, err := c.check(e)
	c.iterated = -1
	if err == nil && *known >= 0 && *known != scope {
		err = c.fail(e, "the arguments of %s are of one scope", call.Text)
	}
	*known = scope
	return node, err
}

// several finds the scope that a written expression names of which there may be
// several instances for one of this.
func (c *checker) several(e *Expression) int {
	if e.Kind == Name {
		head, _, selected := strings.Cut(e.Text, ".")
		if scope := c.schema.scopeIndex(head); selected && scope >= 0 && !c.schema.scopes[scope].Single && c.schema.distance(c.scope, scope) < 0 {
			return scope
		}
	}
	for _, arg := range e.Args {
		if scope := c.several(arg); scope >= 0 {
			return scope
		}
	}
	return -1
}

// agree checks the unit of an argument, or takes it for a variable.
func (c *checker) agree(call *Expression, arg operand, wanted *Argument, bound map[string]Unit) error {
	want := Type{Kind: Switch}
	if wanted.Unit != "bool" {
		variable := slices.Contains(unitVariables, wanted.Unit)
		if _, known := bound[wanted.Unit]; variable && !known && arg.Type.Kind == Number {
			if !arg.Type.fitsAll {
				bound[wanted.Unit] = arg.Type.Unit
			}
			return nil
		}
		want = Type{Kind: Number, Unit: unitOf(wanted.Unit).with(bound)}
	}
	if !arg.Type.Fits(want) {
		return c.fail(arg.at, "%s takes %s as %s, and this is %s", call.Text, want, wanted.Name, arg.Type)
	}
	return nil
}

var unitVariables = []string{"X", "Y", "Z"}

// with puts units in the place of variables.
func (u Unit) with(bound map[string]Unit) Unit {
	result := Unit{}
	for _, f := range u.factors {
		if unit, ok := bound[f.name]; ok {
			result = result.times(unit, f.exponent)
		} else {
			result = result.times(Unit{[]factor{f}}, 1)
		}
	}
	return result
}
