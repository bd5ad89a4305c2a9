package language

import (
	"fmt"
	"go/token"
	"slices"
	"strings"

	"rackonomics/engine/program"
)

// What a formula may unfold to: functions of the model and the functions that
// write an argument more than once could multiply without end.
const (
	mostNodes  = 5000 // of a row
	mostHidden = 200  // rows made for parts of one
)

// checker resolves the names of one formula, gives every part its type and
// makes its nodes.
type checker struct {
	schema   *Schema
	name     string // of the row or function
	text     string // its formula
	scope    int    // whose instances the formula is computed for; -1 in a function that is of no scope
	iterated int    // the scope that sum runs over, or -1
	siblings bool
	hidden   int // rows made so far
	unfolded int // nodes in them
	frame    *frame

	reductions []Reduction // of a measure, whose formula this is

	named func(at *Expression, name string) // is told what the text names, unless nil
}

// tell tells what the text itself names, and not what a function names that it calls.
func (c *checker) tell(at *Expression, name string) {
	if c.named != nil && (c.frame == nil || c.frame.call == nil) {
		c.named(at, name)
	}
}

// fail makes a mistake at a place. What is wrong within a function is shown at
// its call, as that is what the row's author wrote.
func (c *checker) fail(at *Expression, format string, args ...any) error {
	if c.frame != nil && c.frame.call != nil {
		return mistake(c.text, c.frame.call.Offset, "in %s: %s", c.frame.function.Name, fmt.Sprintf(format, args...))
	}
	return mistake(c.text, at.Offset, format, args...)
}

// check makes the node of an expression, and refuses in a measure what only rows
// can read.
func (c *checker) check(e *Expression) (*Node, error) {
	node, err := c.resolve(e)
	if err == nil {
		err = c.readable(e, node)
	}
	return node, err
}

func (c *checker) resolve(e *Expression) (*Node, error) {
	switch e.Kind {
	case Written:
		value, _ := number(e.Text) // the parser has read it
		return c.made(e, Node{Kind: Literal, Value: value, Type: Type{Kind: Number, fitsAll: value == 0}})
	case Name:
		return c.reference(e)
	case Call:
		return c.call(e)
	}
	args, err := c.operands(e.Args)
	if err != nil {
		return nil, err
	}
	found := unaries[e.Token]
	if e.Kind == Binary {
		found = binaries[e.Token]
	}
	if found.swapped {
		slices.Reverse(args)
	}
	return c.operation(found.code, found.rule, e, args...)
}

func (c *checker) operands(list []*Expression) ([]operand, error) {
	args := make([]operand, len(list))
	for i, e := range list {
		node, err := c.check(e)
		if err != nil {
			return nil, err
		}
		args[i] = operand{node, e}
	}
	return args, nil
}

func (c *checker) operation(code program.Code, rule rule, at *Expression, args ...operand) (*Node, error) {
	typ, err := rule(c, at, args)
	if err != nil {
		return nil, err
	}
	return c.made(at, Node{Kind: Operation, Code: code, Type: typ}, args...)
}

// made gives a node its arguments and counts what stands below it.
func (c *checker) made(at *Expression, n Node, args ...operand) (*Node, error) {
	n.size = 1
	for _, arg := range args {
		n.Args = append(n.Args, arg.Node)
		n.size += arg.size
	}
	if n.size > mostNodes {
		return nil, c.tooMany(at)
	}
	return &n, nil
}

func (c *checker) tooMany(at *Expression) error {
	return c.fail(at, "this unfolds to more than %d operations; make parts of it rows", mostNodes)
}

// fill gives a hidden row that reads itself its formula.
func (c *checker) fill(at *Expression, root, formula *Node) error {
	formula.Type = root.Type
	*root = *formula
	if c.unfolded += root.size; c.unfolded > mostNodes {
		return c.tooMany(at)
	}
	return nil
}

// hide adds a hidden row of this scope with a checked formula and refers to it.
// The note tells what it holds in the months before, where it adds to itself.
func (c *checker) hide(at *Expression, root *Node, note string) (*Node, error) {
	if c.reductions != nil {
		return nil, c.alongTime(at)
	}
	if c.hidden++; c.hidden > mostHidden {
		return nil, c.fail(at, "this unfolds to more than %d rows; make parts of it rows", mostHidden)
	}
	if c.unfolded += root.size; c.unfolded > mostNodes {
		return nil, c.tooMany(at)
	}
	name := fmt.Sprintf("%s#%d", c.name, c.hidden)
	c.schema.rows = append(c.schema.rows, rowEntry{Row: Row{Name: name, Note: note}, scope: c.scope, typ: root.Type, root: root, hidden: true})
	c.schema.names[name] = entry{false, len(c.schema.rows) - 1}
	return c.made(at, Node{Kind: Reference, Name: name, Relation: Own, Scope: c.scope, Index: len(c.schema.rows) - 1, Type: root.Type})
}

func (c *checker) call(e *Expression) (*Node, error) {
	if c.reductions != nil && e.Text == "without" {
		return c.without(e)
	}
	if index := c.reduction(e); index >= 0 {
		return c.reduce(e, index)
	}
	if builtin, ok := builtinNamed[e.Text]; ok {
		return builtin.called(c, e)
	}
	if err := c.unlabelled(e); err != nil {
		return nil, err
	}
	if function := c.schema.function(c.scope, e.Text); function != nil {
		c.tell(e, function.Name)
		return c.inline(function, e)
	}
	if !c.schema.units[e.Text] || len(e.Args) != 1 {
		return nil, c.fail(e, "unknown function %s", e.Text)
	}
	value, ok := written(e.Args[0])
	if !ok {
		return nil, c.fail(e, "%s(…) takes a written number", e.Text)
	}
	unit, err := ParseUnit(e.Text)
	if err != nil {
		return nil, c.fail(e, "%v", err)
	}
	return c.made(e, Node{Kind: Literal, Value: value, Type: Type{Kind: Number, Unit: unit}})
}

// Word is a name that the language itself gives a value.
type Word struct {
	Name    string
	Meaning string
	node    Node
}

// Words is the table of the language's words, in reading order.
var Words = []Word{
	{"month", "months since the start of the scenario, 0 in the first (month)", calendarWord("month")},
	{"year", "calendar year of the month (year)", calendarWord("year")},
	{"month_of_year", "1 in January to 12 in December, a plain number", calendarWord("1")},
	{"hours", "real hours of the calendar month (h)", calendarWord("h")},
	{"days", "real days of the calendar month (day)", calendarWord("day")},
	{"months", "the length of a month, as 1 month", calendarWord("month")},
	{"years", "the length of a month, as 1/12 year", calendarWord("year")},
	{"true", "a condition that is met", Node{Kind: Literal, Value: 1, Type: Type{Kind: Switch}}},
	{"false", "a condition that is not", Node{Kind: Literal, Type: Type{Kind: Switch}}},
	{"absent", "no number, of any unit", Node{Kind: Literal, Value: program.Absent, Type: Type{Kind: Number, fitsAll: true}}},
}

func calendarWord(unit string) Node {
	return Node{Kind: Calendar, Type: Type{Kind: Number, Unit: unitOf(unit)}}
}

var wordNamed = func() map[string]Node {
	named := map[string]Node{}
	for _, word := range Words {
		word.node.Name = word.Name
		named[word.Name] = word.node
	}
	return named
}()

func isReserved(name string) bool {
	_, word := wordNamed[name]
	return word || token.IsKeyword(name)
}

func (c *checker) reference(e *Expression) (*Node, error) {
	head, tail, selected := strings.Cut(e.Text, ".")
	if !selected {
		return c.bare(e)
	}
	if c.scope >= 0 {
		if found, ok := c.schema.names[c.scopeName()+"."+head]; ok && found.input && c.schema.inputs[found.index].Kind == Choice {
			return c.option(e, found.index, tail)
		}
	}
	if field, option, nested := strings.Cut(tail, "."); nested {
		if found, ok := c.schema.names[head+"."+field]; ok && found.input {
			return c.option(e, found.index, option)
		}
		return nil, c.fail(e, "unknown name %s", e.Text)
	}
	scope := c.schema.scopeIndex(head)
	if scope < 0 {
		return nil, c.fail(e, "unknown name %s: there is no scope %s", e.Text, head)
	}
	relation, steps, err := c.relate(e, scope)
	if err != nil {
		return nil, err
	}
	return c.bind(e, Node{Relation: relation, Steps: steps}, scope, tail)
}

func (c *checker) scopeName() string { return c.schema.scopes[c.scope].Name }

// here is the instance that a formula is computed for, in words.
func (c *checker) here() string {
	if c.scope < 0 {
		return "every scope"
	}
	return "a " + c.scopeName()
}

func (c *checker) bare(e *Expression) (*Node, error) {
	if argument := c.frame.argument(e.Text); argument != nil {
		return argument, nil
	}
	if word, ok := wordNamed[e.Text]; ok {
		return c.made(e, word)
	}
	if c.scope < 0 {
		return nil, c.fail(e, "unknown name %s: a function of no scope has its parameters and names of single scopes", e.Text)
	}
	return c.bind(e, Node{Relation: Own}, c.scope, e.Text)
}

func (c *checker) option(e *Expression, input int, option string) (*Node, error) {
	in := c.schema.inputs[input]
	c.tell(e, in.Name)
	if in.Kind != Choice {
		return nil, c.fail(e, "unknown name %s: %s has no options", e.Text, in.Name)
	}
	index := slices.Index(in.Options, option)
	if index < 0 {
		return nil, c.fail(e, "%s has no option %q; it has %s", in.Name, option, strings.Join(in.Options, ", "))
	}
	return c.made(e, Node{Kind: Literal, Value: float64(index), Name: e.Text, Type: in.typ})
}

// relate finds how the instances of a scope are reached from here.
func (c *checker) relate(e *Expression, scope int) (relation Relation, steps int, err error) {
	steps = c.schema.distance(c.scope, scope)
	switch {
	case scope == c.iterated:
		return Iterated, 0, nil
	case steps == 0:
		return Own, 0, nil
	case steps > 0:
		return Ancestor, steps, nil
	case c.schema.scopes[scope].Single:
		return Only, 0, nil
	}
	name := c.schema.scopes[scope].Name
	return 0, 0, c.fail(e, "%s has no single %s; use sum(%s) where they belong, or a name of a scope above", c.here(), name, e.Text)
}

func (c *checker) bind(e *Expression, n Node, scope int, name string) (*Node, error) {
	full := c.schema.scopes[scope].Name + "." + name
	found, ok := c.schema.names[full]
	if !ok {
		return nil, c.fail(e, "unknown name %s", full)
	}
	c.tell(e, full)
	n.Kind, n.Name, n.Scope, n.IsInput, n.Index = Reference, full, scope, found.input, found.index
	if found.input {
		n.Type = c.schema.inputs[found.index].typ
	} else {
		n.Type = c.schema.rows[found.index].typ
	}
	return c.made(e, n)
}

func unitOf(text string) Unit {
	unit, err := ParseUnit(text)
	if err != nil {
		panic(err)
	}
	return unit
}
