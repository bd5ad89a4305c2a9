package language

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Scope is a kind of thing that rows are computed for.
type Scope struct {
	Name   string
	Parent string // the scope whose instances own these; empty at the top
	Single bool   // exactly one instance, reachable from everywhere
}

// InputKind says what values an input takes in formulas.
type InputKind uint8

const (
	Number InputKind = iota // a double with the input's unit
	Switch                  // a condition
	Choice                  // one of Options, by index
)

// Input is a name that formulas may read; its values come with the run.
type Input struct {
	Name    string // scope.name
	Unit    string // of a Number
	Kind    InputKind
	Options []string // of a Choice
}

// Row is one line of the model.
type Row struct {
	Name    string // scope.name
	Unit    string // "bool" for a condition
	Formula string
	Note    string
}

// Declarations are all that formulas are about.
type Declarations struct {
	Scopes    []Scope
	Inputs    []Input
	Rows      []Row
	Functions []Function
	Tables    []Table
}

// Schema is a checked set of scopes, inputs and rows.
type Schema struct {
	scopes    []Scope
	inputs    []inputEntry
	rows      []rowEntry
	functions map[string]*functionEntry // "scope.name", or the bare name of one for every scope
	tables    map[string]*Table
	names     map[string]entry // "scope.name"
	units     map[string]bool  // base and derived units that may be written as unit(number)
}

type entry struct {
	input bool
	index int
}

type inputEntry struct {
	Input
	scope int
	typ   Type
}

type rowEntry struct {
	Row
	scope  int
	typ    Type
	root   *Node
	hidden bool // made for the argument of a function that looks along time
}

// NewSchema parses and checks every row and function. The error joins one
// [*Error] for each mistake found.
func NewSchema(declared Declarations) (*Schema, error) {
	s := &Schema{scopes: declared.Scopes, functions: map[string]*functionEntry{}, tables: map[string]*Table{}, names: map[string]entry{}, units: map[string]bool{}}
	for name := range derived {
		s.units[name] = true
	}
	var problems []error
	note := func(row string, err error) {
		if err != nil {
			problems = append(problems, asError(row, err))
		}
	}
	for i, scope := range declared.Scopes {
		if parent := s.scopeIndex(scope.Parent); scope.Parent != "" && (parent < 0 || parent >= i) {
			note(scope.Name, fmt.Errorf("belongs to %q, which is no scope listed before it", scope.Parent))
		}
	}
	for _, unit := range []string{"month", "year", "h", "day"} {
		s.units[unit] = true
	}
	for _, in := range declared.Inputs {
		note(in.Name, s.addInput(in))
	}
	for _, row := range declared.Rows {
		note(row.Name, s.addRow(row))
	}
	for _, table := range declared.Tables {
		note(table.Name, s.addTable(table))
	}
	for _, function := range declared.Functions {
		note(function.Name, s.addFunction(function))
	}
	if problems != nil {
		return nil, errors.Join(problems...)
	}
	for _, function := range declared.Functions {
		note(function.Name, s.checkFunction(s.functions[function.Name]))
	}
	if problems != nil {
		return nil, errors.Join(problems...)
	}
	for i, row := range declared.Rows {
		note(row.Name, s.checkRow(i))
	}
	if problems != nil {
		return nil, errors.Join(problems...)
	}
	return s, nil
}

// split finds the scope of a full name that is not taken yet.
func (s *Schema) split(name string) (scope int, err error) {
	head, tail, ok := strings.Cut(name, ".")
	if !ok || !isIdentifier(tail) {
		return -1, errors.New("a name is scope.name, of letters, digits and _")
	}
	if isReserved(tail) {
		return -1, fmt.Errorf("%q is a word of the language", tail)
	}
	if scope = s.scopeIndex(head); scope < 0 {
		return -1, fmt.Errorf("unknown scope %q; there are %s", head, s.scopeNames())
	}
	if _, taken := s.names[name]; taken {
		return -1, errors.New("this name is taken")
	}
	return scope, nil
}

func (s *Schema) addInput(in Input) error {
	scope, err := s.split(in.Name)
	if err != nil {
		return err
	}
	typ := Type{Kind: in.Kind}
	switch in.Kind {
	case Number:
		if typ.Unit, err = s.declareUnit(in.Unit); err != nil {
			return err
		}
	case Choice:
		typ.Choice = in.Name
	}
	s.names[in.Name] = entry{true, len(s.inputs)}
	s.inputs = append(s.inputs, inputEntry{in, scope, typ})
	return nil
}

func (s *Schema) addRow(row Row) error {
	scope, err := s.split(row.Name)
	if err != nil {
		return err
	}
	typ, err := s.declareType(row.Unit)
	if err != nil {
		return err
	}
	s.names[row.Name] = entry{false, len(s.rows)}
	s.rows = append(s.rows, rowEntry{Row: row, scope: scope, typ: typ})
	return nil
}

// declareType reads the unit of a row, where "bool" is a condition.
func (s *Schema) declareType(unit string) (typ Type, err error) {
	if unit == "bool" {
		return Type{Kind: Switch}, nil
	}
	typ.Unit, err = s.declareUnit(unit)
	return typ, err
}

func (s *Schema) declareUnit(text string) (Unit, error) {
	unit, err := ParseUnit(text)
	for _, f := range unit.factors {
		s.units[f.name] = true
	}
	return unit, err
}

func (s *Schema) checkRow(index int) error {
	row := &s.rows[index]
	written, err := parse(row.Formula)
	if err != nil {
		return err
	}
	c := checker{schema: s, name: row.Name, text: row.Formula, scope: row.scope, iterated: -1}
	node, err := c.check(written)
	if err != nil {
		return err
	}
	if row = &s.rows[index]; !node.Type.Fits(row.typ) {
		return mistake(row.Formula, 0, "the formula gives %s, the row is declared as %s", node.Type, row.typ)
	}
	row.root = node
	return nil
}

func (s *Schema) scopeIndex(name string) int {
	return slices.IndexFunc(s.scopes, func(scope Scope) bool { return scope.Name == name })
}

func (s *Schema) scopeNames() string {
	var names []string
	for _, scope := range s.scopes {
		names = append(names, scope.Name)
	}
	return strings.Join(names, ", ")
}

// distance counts the steps from a scope up to an ancestor; -1 if it is none.
func (s *Schema) distance(from, ancestor int) int {
	for steps := 0; from >= 0; steps++ {
		if from == ancestor {
			return steps
		}
		from = s.scopeIndex(s.scopes[from].Parent)
	}
	return -1
}

// Rows returns the rows in the order given, without those made by the compiler.
func (s *Schema) Rows() []Row {
	var rows []Row
	for _, row := range s.rows {
		if !row.hidden {
			rows = append(rows, row.Row)
		}
	}
	return rows
}

// RowIndex returns the index of a row by its full name.
func (s *Schema) RowIndex(name string) (int, bool) {
	e, ok := s.names[name]
	return e.index, ok && !e.input
}

// RowNamed returns a row by its full name, which there must be.
func (s *Schema) RowNamed(name string) Row { return s.rows[s.names[name].index].Row }

// Row returns a row by its index.
func (s *Schema) Row(index int) Row { return s.rows[index].Row }

// RowScope returns the name of the scope of a row by its index.
func (s *Schema) RowScope(index int) string { return s.scopes[s.rows[index].scope].Name }

// ScopeIndex returns the index of a scope as a [Node] has it, -1 if there is none.
func (s *Schema) ScopeIndex(name string) int { return s.scopeIndex(name) }

// RowCount is the number of rows with those made by the checker.
func (s *Schema) RowCount() int { return len(s.rows) }

// RowHidden reports whether the compiler made the row for part of a formula.
func (s *Schema) RowHidden(index int) bool { return s.rows[index].hidden }

// Expression returns the checked formula of a row; it must not be changed.
func (s *Schema) Expression(index int) *Node { return s.rows[index].root }
