package formula

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
// a scope: rows reduced along time, and arithmetic between such values. Of the
// node of a reduction Index counts reductions, and Scope is the scope whose
// instances an argument of shape Each runs over.
func (s *Schema) Measure(scope, text string, reductions []Reduction) (*Node, Shape, error) {
	index := s.scopeIndex(scope)
	if index < 0 {
		return nil, Scalar, fmt.Errorf("unknown scope %q; there are %s", scope, s.scopeNames())
	}
	root, err := parse(text, reductions...)
	if err != nil {
		return nil, Scalar, err
	}
	c := &checker{schema: s, scope: index, iterated: -1, measure: true, reductions: reductions}
	if err := c.check(root); err != nil {
		return nil, Scalar, err
	}
	shape, err := c.shape(root)
	if err == nil && (shape == Series || shape == Several) {
		err = c.fail(root, "a measure is one value, and this is %s", shape)
	}
	return root, shape, err
}

// unreadable refuses what a measure cannot read: it is computed from the rows
// of a table and from nothing else.
func (c *checker) unreadable(n *Node) error {
	switch {
	case n.Code == Reference && n.IsInput:
		return c.fail(n, "%s is an input, and measures read rows; make a row of it", n.Name)
	case n.Code == Previous, n.Code == Next, n.Code == Lag, n.Code == Shock, n.Code == Sum && n.Name == "cum":
		return c.fail(n, "a measure cannot look from month to month; make it a row")
	}
	return nil
}

// shape finds what a checked expression of a measure is.
func (c *checker) shape(n *Node) (Shape, error) {
	switch n.Code {
	case Literal, Count:
		return Scalar, nil
	case Reference, Calendar, Sum, Before:
		return Series, nil
	case Reduce:
		return c.reductions[n.Index].Result, nil
	}
	shape := Scalar
	for _, arg := range n.Args {
		of, err := c.shape(arg)
		if err != nil {
			return shape, err
		}
		if of > Series {
			return shape, c.fail(arg, "this takes one value or a series, and here is %s", of)
		}
		shape = max(shape, of)
	}
	return shape, nil
}

// reduce checks the arguments of a reduction and finds the unit of its result.
func (c *checker) reduce(n *Node) error {
	if c.iterated >= 0 || c.siblings {
		return c.fail(n, "%s cannot stand within sum, before or another function of each thing", n.Name)
	}
	reduction := &c.reductions[n.Index]
	bound := map[string]Unit{}
	n.Scope = -1
	for i, arg := range n.Args {
		wanted := &reduction.Arguments[i]
		if err := c.argument(n, arg, wanted); err != nil {
			return err
		}
		if err := c.agree(n, arg, wanted, bound); err != nil {
			return err
		}
	}
	for _, variable := range unitVariables { // of which only zero was given
		if _, known := bound[variable]; !known {
			bound[variable] = Unit{}
		}
	}
	n.Type = Type{Kind: Number, Unit: unitOf(reduction.Unit).with(bound)}
	return nil
}

// argument checks that an argument has the shape wanted.
func (c *checker) argument(n, arg *Node, wanted *Argument) error {
	if wanted.Shape == Each {
		return c.each(n, arg)
	}
	if err := c.check(arg); err != nil {
		return err
	}
	shape, err := c.shape(arg)
	if err != nil {
		return err
	}
	if shape == wanted.Shape || shape == Scalar && wanted.Shape == Series {
		return nil
	}
	return c.fail(arg, "%s takes %s as %s, and this is %s", n.Name, wanted.Shape, wanted.Name, shape)
}

// each checks an argument that is computed for every instance of a scope: the
// one that it names or, where it names none, that of the measure.
func (c *checker) each(n, arg *Node) error {
	scope := c.several(arg)
	if scope < 0 {
		scope = c.scope
	} else {
		c.iterated = scope
	}
	err := c.check(arg)
	c.iterated = -1
	if err == nil && n.Scope >= 0 && n.Scope != scope {
		err = c.fail(arg, "the arguments of %s are of one scope", n.Name)
	}
	n.Scope = scope
	return err
}

// several finds the scope that a written expression names of which there may be
// several instances for one of this.
func (c *checker) several(n *Node) int {
	if n.Code == Reference {
		head, _, selected := strings.Cut(n.Name, ".")
		if scope := c.schema.scopeIndex(head); selected && scope >= 0 && !c.schema.scopes[scope].Single && c.schema.distance(c.scope, scope) < 0 {
			return scope
		}
	}
	for _, arg := range n.Args {
		if scope := c.several(arg); scope >= 0 {
			return scope
		}
	}
	return -1
}

// agree checks the unit of an argument, or takes it for a variable.
func (c *checker) agree(n, arg *Node, wanted *Argument, bound map[string]Unit) error {
	want := Type{Kind: Switch}
	if wanted.Unit != "bool" {
		variable := slices.Contains(unitVariables, wanted.Unit)
		if _, known := bound[wanted.Unit]; variable && !known && arg.Type.Kind == Number {
			if !arg.Type.zero {
				bound[wanted.Unit] = arg.Type.Unit
			}
			return nil
		}
		want = Type{Kind: Number, Unit: unitOf(wanted.Unit).with(bound)}
	}
	if !arg.Type.fits(want) {
		return c.fail(arg, "%s takes %s as %s, and this is %s", n.Name, want, wanted.Name, arg.Type)
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
