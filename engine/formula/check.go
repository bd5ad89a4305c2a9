package formula

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// checker resolves the names of one formula and gives every node its type.
type checker struct {
	schema   *Schema
	row      int
	scope    int // whose instances the formula is computed for
	iterated int // the scope that sum runs over, or -1
	siblings bool
	made     int // hidden rows made so far

	measure    bool // the formula is a measure's
	reductions []Reduction
}

func (c *checker) fail(n *Node, format string, args ...any) error {
	return &Error{Column: n.Column, Message: fmt.Sprintf(format, args...)}
}

// check types a node, and refuses in a measure what only rows can read.
func (c *checker) check(n *Node) error {
	if !c.measure {
		return c.resolve(n)
	}
	if err := c.unreadable(n); err != nil {
		return err
	}
	if err := c.resolve(n); err != nil {
		return err
	}
	return c.unreadable(n)
}

func (c *checker) resolve(n *Node) error {
	switch n.Code {
	case Literal:
		return c.literal(n)
	case Reference:
		return c.reference(n)
	case Shock:
		return c.shock(n)
	case Count:
		return c.count(n)
	case Sum:
		if n.Name == "cum" {
			return c.cumulate(n)
		}
		return c.sum(n)
	case Before:
		return c.before(n)
	case Previous, Next, Lag:
		return c.time(n)
	case Reduce:
		return c.reduce(n)
	}
	for _, arg := range n.Args {
		if err := c.check(arg); err != nil {
			return err
		}
	}
	return c.operation(n)
}

func (c *checker) literal(n *Node) error {
	n.Type = Type{Kind: Number, zero: n.Value == 0}
	if len(n.Args) == 0 {
		return nil
	}
	if !c.schema.units[n.Name] {
		return c.fail(n, "unknown function %s", n.Name)
	}
	arg := n.Args[0]
	sign := 1.0
	if arg.Code == Negate {
		sign, arg = -1, arg.Args[0]
	}
	if arg.Code != Literal || len(arg.Args) != 0 {
		return c.fail(n, "%s(…) takes a written number", n.Name)
	}
	unit, err := ParseUnit(n.Name)
	if err != nil {
		return c.fail(n, "%v", err)
	}
	n.Value, n.Args, n.Type = sign*arg.Value, nil, Type{Kind: Number, Unit: unit}
	return nil
}

var calendarUnits = map[string]string{"month": "month", "months": "month", "year": "year", "years": "year", "hours": "h", "days": "day", "month_of_year": "1"}

func (c *checker) reference(n *Node) error {
	head, tail, selected := strings.Cut(n.Name, ".")
	if !selected {
		return c.bare(n)
	}
	if e, ok := c.schema.names[c.scopeName()+"."+head]; ok && e.input && c.schema.inputs[e.index].Kind == Choice {
		return c.option(n, e.index, tail)
	}
	if field, option, nested := strings.Cut(tail, "."); nested {
		if e, ok := c.schema.names[head+"."+field]; ok && e.input {
			return c.option(n, e.index, option)
		}
		return c.fail(n, "unknown name %s", n.Name)
	}
	scope := c.schema.scopeIndex(head)
	if scope < 0 {
		return c.fail(n, "unknown name %s: there is no scope %s", n.Name, head)
	}
	if err := c.relate(n, scope); err != nil {
		return err
	}
	return c.bind(n, scope, tail)
}

func (c *checker) scopeName() string { return c.schema.scopes[c.scope].Name }

func (c *checker) bare(n *Node) error {
	if n.Name == "true" || n.Name == "false" {
		*n = Node{Code: Literal, Type: Type{Kind: Switch}, Column: n.Column, Name: n.Name}
		if n.Name == "true" {
			n.Value = 1
		}
		return nil
	}
	if unit, ok := calendarUnits[n.Name]; ok {
		parsed, _ := ParseUnit(unit)
		n.Code, n.Type = Calendar, Type{Kind: Number, Unit: parsed}
		return nil
	}
	n.Relation = Own
	return c.bind(n, c.scope, n.Name)
}

func (c *checker) option(n *Node, input int, option string) error {
	in := c.schema.inputs[input]
	if in.Kind != Choice {
		return c.fail(n, "unknown name %s: %s has no options", n.Name, in.Name)
	}
	index := slices.Index(in.Options, option)
	if index < 0 {
		return c.fail(n, "%s has no option %q; it has %s", in.Name, option, strings.Join(in.Options, ", "))
	}
	*n = Node{Code: Literal, Value: float64(index), Name: n.Name, Type: in.typ, Column: n.Column}
	return nil
}

// relate finds how the instances of a scope are reached from here.
func (c *checker) relate(n *Node, scope int) error {
	switch {
	case scope == c.iterated:
		n.Relation = Iterated
	case c.schema.distance(c.scope, scope) == 0:
		n.Relation = Own
	case c.schema.distance(c.scope, scope) > 0:
		n.Relation, n.Steps = Ancestor, c.schema.distance(c.scope, scope)
	case c.schema.scopes[scope].Single:
		n.Relation = Only
	default:
		name := c.schema.scopes[scope].Name
		return c.fail(n, "a %s has no single %s; use sum(%s) where they belong, or a name of a scope above", c.scopeName(), name, n.Name)
	}
	return nil
}

func (c *checker) bind(n *Node, scope int, name string) error {
	full := c.schema.scopes[scope].Name + "." + name
	e, ok := c.schema.names[full]
	if !ok {
		return c.fail(n, "unknown name %s", full)
	}
	n.Name, n.Scope, n.IsInput, n.Index = full, scope, e.input, e.index
	if e.input {
		n.Type = c.schema.inputs[e.index].typ
	} else {
		n.Type = c.schema.rows[e.index].typ
	}
	return nil
}

func (c *checker) shock(n *Node) error {
	arg := n.Args[0]
	if arg.Code != Reference || !isIdentifier(arg.Name) {
		return c.fail(n, "shock takes the name of a stream")
	}
	*n = Node{Code: Shock, Name: arg.Name, Type: Type{Kind: Number}, Column: n.Column}
	return nil
}

func (c *checker) count(n *Node) error {
	arg := n.Args[0]
	scope := c.schema.scopeIndex(arg.Name)
	if arg.Code != Reference || scope < 0 || c.schema.distance(scope, c.scope) < 1 {
		return c.fail(n, "count takes a scope whose instances belong to a %s", c.scopeName())
	}
	*n = Node{Code: Count, Scope: scope, Type: Type{Kind: Number}, Column: n.Column}
	return nil
}

func (c *checker) sum(n *Node) error {
	if c.iterated >= 0 || c.siblings {
		return c.fail(n, "a sum cannot stand within sum or before; make it a row")
	}
	scope := c.belonging(n.Args[0])
	if scope < 0 {
		return c.fail(n, "sum needs a name of a scope whose instances belong to a %s, such as sum(lease.x) in a site", c.scopeName())
	}
	c.iterated = scope
	err := c.check(n.Args[0])
	c.iterated = -1
	n.Scope, n.Type = scope, n.Args[0].Type
	if err == nil && n.Type.Kind != Number {
		return c.fail(n, "sum adds numbers, this is %s; use when(…, 1, 0)", n.Type)
	}
	return err
}

// belonging finds the scope below this one that a written expression names.
func (c *checker) belonging(n *Node) int {
	if n.Code == Reference {
		head, _, selected := strings.Cut(n.Name, ".")
		if scope := c.schema.scopeIndex(head); selected && scope >= 0 && c.schema.distance(scope, c.scope) >= 1 {
			return scope
		}
	}
	for _, arg := range n.Args {
		if scope := c.belonging(arg); scope >= 0 {
			return scope
		}
	}
	return -1
}

func (c *checker) before(n *Node) error {
	if c.iterated >= 0 || c.siblings {
		return c.fail(n, "before cannot stand within sum or before; make it a row")
	}
	c.siblings = true
	err := c.check(n.Args[0])
	c.siblings = false
	n.Type = n.Args[0].Type
	if err == nil && n.Type.Kind != Number {
		return c.fail(n, "before adds numbers, this is %s", n.Type)
	}
	return err
}

func (c *checker) time(n *Node) error {
	for _, arg := range n.Args {
		if err := c.check(arg); err != nil {
			return err
		}
	}
	if n.Code == Lag {
		if want := (Type{Unit: unitOf("month")}); !n.Args[1].Type.fits(want) {
			return c.fail(n.Args[1], "lag counts months, this is %s", n.Args[1].Type)
		}
	}
	n.Type = n.Args[0].Type
	if len(n.Args) > 1 && n.Code != Lag || len(n.Args) > 2 {
		joined, err := c.join(n, n.Args[0], n.Args[len(n.Args)-1])
		if err != nil {
			return err
		}
		n.Type = joined
	}
	return c.hoist(n, 0)
}

// hoist makes the looked-at argument a row of its own, because only rows have a past.
func (c *checker) hoist(n *Node, arg int) error {
	if a := n.Args[arg]; a.Code == Reference && !a.IsInput {
		return nil
	}
	if c.iterated >= 0 || c.siblings {
		return c.fail(n, "within sum and before, only a row's name can be looked at along time; make it a row")
	}
	n.Args[arg] = c.hide(n.Args[arg])
	return nil
}

// hide adds a hidden row of this scope with a checked formula and refers to it.
func (c *checker) hide(root *Node) *Node {
	c.made++
	name := fmt.Sprintf("%s#%d", c.schema.rows[c.row].Name, c.made)
	c.schema.rows = append(c.schema.rows, rowEntry{Row: Row{Name: name}, scope: c.scope, typ: root.Type, root: root, hidden: true})
	return &Node{Code: Reference, Name: name, Relation: Own, Scope: c.scope, Index: len(c.schema.rows) - 1, Type: root.Type, Column: root.Column}
}

// cumulate turns cum(x) into a hidden row that adds x to its own previous value.
func (c *checker) cumulate(n *Node) error {
	if c.iterated >= 0 || c.siblings {
		return c.fail(n, "cum cannot stand within sum or before; make it a row")
	}
	x := n.Args[0]
	if err := c.check(x); err != nil {
		return err
	}
	if x.Type.Kind != Number {
		return c.fail(n, "cum adds numbers, this is %s", x.Type)
	}
	total := &Node{Code: Add, Type: x.Type, Column: n.Column}
	self := c.hide(total)
	previous := &Node{Code: Previous, Args: []*Node{self}, Type: x.Type, Column: n.Column}
	total.Args = []*Node{previous, x}
	*n = *self
	return nil
}

func unitOf(text string) Unit {
	unit, err := ParseUnit(text)
	if err != nil {
		panic(err)
	}
	return unit
}

// join gives the common type of two expressions that must agree.
func (c *checker) join(n, a, b *Node) (Type, error) {
	if !a.Type.fits(b.Type) {
		return Type{}, c.fail(n, "%s and %s do not go together", a.Type, b.Type)
	}
	if a.Type.zero {
		return b.Type, nil
	}
	return a.Type, nil
}

// operation types arithmetic, comparisons and conditions.
func (c *checker) operation(n *Node) (err error) {
	switch n.Code {
	case Not, And, Or:
		return c.condition(n, n.Args)
	case When:
		if err = c.condition(n, n.Args[:1]); err == nil {
			n.Type, err = c.join(n, n.Args[1], n.Args[2])
		}
		return err
	case Equal, NotEqual:
		_, err = c.join(n, n.Args[0], n.Args[1])
		n.Type = Type{Kind: Switch}
		return err
	}
	for _, arg := range n.Args {
		if arg.Type.Kind != Number {
			return c.fail(arg, "this takes numbers, and here is %s", arg.Type)
		}
	}
	return c.arithmetic(n)
}

func (c *checker) condition(n *Node, args []*Node) error {
	for _, arg := range args {
		if arg.Type.Kind != Switch {
			return c.fail(arg, "a condition is needed here, and this is %s", arg.Type)
		}
	}
	n.Type = Type{Kind: Switch}
	return nil
}

func (c *checker) arithmetic(n *Node) (err error) {
	first := n.Args[0].Type
	switch n.Code {
	case Negate, Absolute, Floor, Ceiling:
		n.Type = first
	case Add, Subtract:
		n.Type, err = c.join(n, n.Args[0], n.Args[1])
	case Minimum, Maximum:
		err = c.extreme(n)
	case Less, LessOrEqual:
		_, err = c.join(n, n.Args[0], n.Args[1])
		n.Type = Type{Kind: Switch}
	case Multiply:
		n.Type = Type{Kind: Number, Unit: first.Unit.Times(n.Args[1].Type.Unit), zero: first.zero || n.Args[1].Type.zero}
	case Divide:
		n.Type = Type{Kind: Number, Unit: first.Unit.Per(n.Args[1].Type.Unit), zero: first.zero}
	case Exponential, Logarithm:
		if !first.Unit.Plain() {
			return c.fail(n.Args[0], "exp and log take a plain number, this is %s", first)
		}
	case Power:
		err = c.power(n)
	}
	if err == nil && len(n.Type.Unit.factors) > mostFactors {
		return c.fail(n, "a product of more than %d base units", mostFactors)
	}
	return err
}

// extreme folds min, max and clamp into operations of two arguments.
func (c *checker) extreme(n *Node) error {
	joined := n.Args[0]
	for i, arg := range n.Args[1:] {
		typ, err := c.join(n, joined, arg)
		if err != nil {
			return err
		}
		code := n.Code
		if n.Name == "clamp" && i == 1 {
			code = Minimum
		}
		joined = &Node{Code: code, Args: []*Node{joined, arg}, Type: typ, Column: n.Column}
	}
	*n = *joined
	return nil
}

// power takes a unit to a whole written power, and a plain number to any.
func (c *checker) power(n *Node) error {
	base, exponent := n.Args[0], n.Args[1]
	if !exponent.Type.Unit.Plain() {
		return c.fail(exponent, "an exponent is a plain number, this is %s", exponent.Type)
	}
	n.Type = Type{Kind: Number}
	if base.Type.Unit.Plain() {
		return nil
	}
	sign := 1
	if exponent.Code == Negate {
		sign, exponent = -1, exponent.Args[0]
	}
	if exponent.Code != Literal || exponent.Value != math.Trunc(exponent.Value) || exponent.Value > 9 {
		return c.fail(n, "%s can only be taken to a written whole power from -9 to 9", base.Type)
	}
	n.Type.Unit = base.Type.Unit.Power(sign * int(exponent.Value))
	return nil
}
