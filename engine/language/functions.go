package language

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Function is a function of the model: a formula with parameters that rows call
// by name. Its call means the formula with the arguments in the parameters'
// places, as if it had been written there.
type Function struct {
	Name       string // scope.name for the rows of a scope, or a bare name for all
	Parameters []Parameter
	Unit       string // "bool" for a condition
	Formula    string
	Note       string
}

// Parameter is a name in a function's formula that a call gives a meaning.
type Parameter struct {
	Name string
	Unit string // "bool" for a condition
}

type functionEntry struct {
	Function
	scope      int // -1 for all
	typ        Type
	parameters []Type
	root       *Expression
}

// function finds what a bare name calls in the formulas of a scope.
func (s *Schema) function(scope int, name string) *functionEntry {
	if scope >= 0 {
		if found, ok := s.functions[s.scopes[scope].Name+"."+name]; ok {
			return found
		}
	}
	return s.functions[name]
}

// FunctionNamed returns a function of the model by its full name.
func (s *Schema) FunctionNamed(name string) Function { return s.functions[name].Function }

func (s *Schema) addFunction(function Function) (err error) {
	entry := &functionEntry{Function: function, scope: -1}
	name := function.Name
	if head, tail, scoped := strings.Cut(name, "."); scoped {
		if entry.scope = s.scopeIndex(head); entry.scope < 0 {
			return fmt.Errorf("unknown scope %q; there are %s", head, s.scopeNames())
		}
		name = tail
	}
	if err := s.callable(function.Name, name); err != nil {
		return err
	}
	if entry.typ, err = s.declareType(function.Unit); err != nil {
		return err
	}
	for i, parameter := range function.Parameters {
		earlier := func(p Parameter) bool { return p.Name == parameter.Name }
		if !isIdentifier(parameter.Name) || isReserved(parameter.Name) || slices.ContainsFunc(function.Parameters[:i], earlier) {
			return fmt.Errorf("parameter %q has no name of its own", parameter.Name)
		}
		typ, err := s.declareType(parameter.Unit)
		if err != nil {
			return fmt.Errorf("parameter %s: %w", parameter.Name, err)
		}
		entry.parameters = append(entry.parameters, typ)
	}
	if entry.root, err = parse(function.Formula); err != nil {
		return err
	}
	s.functions[function.Name] = entry
	return nil
}

func (s *Schema) callable(full, name string) error {
	switch {
	case !isIdentifier(name):
		return errors.New("a function's name has letters, digits and _, after its scope if it has one")
	case isReserved(name) || builtinNamed[name] != nil:
		return fmt.Errorf("%q is a word of the language", name)
	case s.units[name]:
		return fmt.Errorf("%q is a unit", name)
	case s.functions[full] != nil || s.functions[name] != nil:
		return errors.New("this name is taken")
	}
	return nil
}

// checkFunction checks a function by itself. Its nodes and hidden rows are made
// again for each call.
func (s *Schema) checkFunction(function *functionEntry) error {
	rows := len(s.rows)
	defer func() {
		for _, made := range s.rows[rows:] {
			delete(s.names, made.Name)
		}
		s.rows = s.rows[:rows]
	}()
	f := &frame{function: function, arguments: map[string]*Node{}}
	for i, parameter := range function.Parameters {
		f.arguments[parameter.Name] = &Node{Kind: Placeholder, Type: function.parameters[i], Name: parameter.Name, size: 1}
	}
	c := checker{schema: s, name: function.Name, text: function.Formula, scope: function.scope, iterated: -1, frame: f}
	node, err := c.check(function.root)
	if err != nil {
		return err
	}
	if !node.Type.Fits(function.typ) {
		return mistake(function.Formula, 0, "the formula gives %s, the function is declared as %s", node.Type, function.typ)
	}
	return nil
}

// frame is the text that an expression stands in: the row's own (nil), or that
// of a function, where parameters have the meaning of the arguments.
type frame struct {
	function  *functionEntry
	arguments map[string]*Node
	call      *Expression // where the row calls it; nil where the function itself is checked
	caller    *frame      // of a function that is called by another
}

func (f *frame) argument(name string) *Node {
	if f == nil {
		return nil
	}
	return f.arguments[name]
}

// with gives a name one more meaning within the same text.
func (f *frame) with(name string, node *Node) *frame {
	inner := &frame{}
	if f != nil {
		*inner = *f
	}
	inner.arguments = maps.Clone(inner.arguments)
	if inner.arguments == nil {
		inner.arguments = map[string]*Node{}
	}
	inner.arguments[name] = node
	return inner
}

// inline puts a function's formula in the place of its call.
func (c *checker) inline(function *functionEntry, call *Expression) (*Node, error) {
	if count, want := len(call.Args), len(function.Parameters); count != want {
		return nil, c.fail(call, "%s takes %s, not %d", call.Text, argumentCount(want, want), count)
	}
	for f := c.frame; f != nil; f = f.caller {
		if f.function == function {
			return nil, c.fail(call, "%s calls itself", call.Text)
		}
	}
	args, err := c.operands(call.Args)
	if err != nil {
		return nil, err
	}
	inner := &frame{function: function, arguments: map[string]*Node{}, call: call, caller: c.frame}
	if c.frame != nil && c.frame.call != nil {
		inner.call = c.frame.call
	}
	for i, arg := range args {
		parameter, typ := function.Parameters[i], function.parameters[i]
		if !arg.Type.Fits(typ) {
			return nil, c.fail(arg.at, "%s of %s is %s, and this is %s", parameter.Name, call.Text, typ, arg.Type)
		}
		node := *arg.Node
		node.Type = typ
		inner.arguments[parameter.Name] = &node
	}
	outer := c.frame
	c.frame = inner
	body, err := c.check(function.root)
	c.frame = outer
	if err != nil {
		return nil, err
	}
	return c.made(call, Node{Kind: Inlined, Name: function.Name, Text: layout(call), Type: function.typ}, operand{body, call})
}
