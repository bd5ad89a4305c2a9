// Package compile makes a [program.Program] of the rows of a schema for the things
// of a layout: it finds what is needed and what is known beforehand, puts cells
// in the order of their computation and emits operations.
package compile

import (
	"fmt"
	"math"

	"rackonomics/engine/language"
	"rackonomics/engine/program"
)

// mostRegisters bounds what rows from a stranger's link can make of memory; the
// model itself, with every thing allowed, needs about an eighth of it.
const mostRegisters = 200_000

// Program makes the program that fills the requested columns, each a row of an
// instance. Rows that nothing requested reads are left out. The program's
// table begins with the requested columns, in their order; columns that later
// passes or lags need follow. Those of them that are named again as beyond have
// values after the scenario too.
func Program(s *language.Schema, layout language.Layout, requested []language.Cell, beyond ...language.Cell) (*program.Program, error) {
	c, err := newCells(s, layout)
	if err != nil {
		return nil, err
	}
	wanted := make([]int, len(requested))
	for i, cell := range requested {
		if layout.Instances[cell.Instance].Scope != s.RowScope(cell.Row) {
			return nil, fmt.Errorf("%s is not a row of %s", s.Row(cell.Row).Name, layout.Instances[cell.Instance].Name)
		}
		wanted[i] = c.cell(cell.Row, cell.Instance)
	}
	g := c.need(wanted)
	knots, err := c.knots(g)
	if err != nil {
		return nil, err
	}
	passOf, passes, err := c.passes(g, knots)
	if err != nil {
		return nil, err
	}
	asked := make([]int, len(beyond))
	for i, cell := range beyond {
		asked[i] = c.cell(cell.Row, cell.Instance)
	}
	b := newBuilder(c, passOf, g.beyond(len(c.owner), asked))
	b.program.Requested = len(wanted)
	for _, cell := range wanted {
		b.column(cell)
	}
	for _, cell := range g.needed {
		b.columnIfKept(g, cell)
	}
	for pass := range passes {
		if err := b.pass(knots, pass); err != nil {
			return nil, err
		}
	}
	return b.program, nil
}

// builder emits operations. Equal operations on equal registers are emitted
// once; what depends on constants only goes to the setup.
type builder struct {
	*cells
	program   *program.Program
	passOf    []int
	beyond    []bool              // by cell: computed after the scenario too
	columnOf  map[int]int32       // by cell
	register  []int32             // of a cell in this pass or the setup, or -1
	carried   map[carried]int32   // the register with the neighbouring month's value
	carriers  []carried           // in order
	lasting   map[operation]int32 // the register of an operation of the setup
	passing   map[operation]int32 // of one of this pass
	constants map[constant]int32
	inputs    map[input]int32
	named     map[string]int32 // calendar and shocks
	current   []program.Operation
	index     int // of this pass
}

// operation is one as it is looked up: without its target.
type operation struct {
	code    program.Code
	a, b, c int32
}

type constant struct {
	bits uint64
	typ  program.Type
}

type input struct {
	name     string
	instance int
}

// carried is a cell of the neighbouring month, with the register of what stands
// for it where that month is beyond the horizon.
type carried struct {
	cell    int
	opening int32
}

func newBuilder(c *cells, passOf []int, beyond []bool) *builder {
	b := &builder{cells: c, passOf: passOf, beyond: beyond, columnOf: map[int]int32{}, register: make([]int32, len(c.owner)),
		lasting: map[operation]int32{}, constants: map[constant]int32{}, inputs: map[input]int32{}, named: map[string]int32{},
		program: &program.Program{Instances: c.layout.Instances}}
	for i := range b.register {
		b.register[i] = -1
	}
	return b
}

func (b *builder) column(cell int) int32 {
	column, ok := b.columnOf[cell]
	if !ok {
		column = int32(len(b.program.Columns))
		b.columnOf[cell] = column
		owner := b.owner[cell]
		b.program.Columns = append(b.program.Columns, program.Column{Row: b.schema.Row(owner.Row).Name, Instance: owner.Instance, Beyond: b.beyond[cell]})
	}
	return column
}

// columnIfKept makes columns of the cells that this one reads from another pass
// or from further away than the neighbouring month.
func (b *builder) columnIfKept(g *cellGraph, cell int) {
	for _, edge := range g.edges[cell] {
		if b.passOf[edge.to] != b.passOf[cell] {
			b.column(edge.to)
		}
	}
	b.lagged(b.root(cell))
}

func (b *builder) lagged(n *language.Node, at language.Place) {
	if _, ok := b.static(n, at); ok {
		return
	}
	if branch := b.taken(n, at); branch != nil {
		b.lagged(branch, at)
		return
	}
	switch n.Kind {
	case language.Lag:
		b.column(b.cell(n.Args[0].Index, b.Resolve(n.Args[0], at)))
	case language.Sum, language.Before:
		for _, place := range b.Terms(n, at) {
			b.lagged(n.Args[0], place)
		}
		return
	}
	for _, arg := range n.Args {
		b.lagged(arg, at)
	}
}

func (b *builder) pass(knots []knot, index int) error {
	b.current, b.index = nil, index
	b.passing, b.carried, b.carriers = map[operation]int32{}, map[carried]int32{}, nil
	for cell, register := range b.register {
		if register >= 0 && !b.isSteady(register) {
			b.register[cell] = -1
		}
	}
	if err := b.emitCells(knots, true); err != nil {
		return err
	}
	pass := program.Pass{Backward: index%2 == 1, OperationsBeyond: len(b.current)}
	if err := b.emitCells(knots, false); err != nil {
		return err
	}
	pass.Operations = b.current
	for _, c := range b.carriers {
		if b.beyond[c.cell] {
			pass.Carries = append(pass.Carries, b.carryOf(c))
		}
	}
	pass.CarriesBeyond = len(pass.Carries)
	for _, c := range b.carriers {
		if !b.beyond[c.cell] {
			pass.Carries = append(pass.Carries, b.carryOf(c))
		}
	}
	b.program.Passes = append(b.program.Passes, pass)
	return nil
}

func (b *builder) carryOf(c carried) program.Carry {
	return program.Carry{From: b.register[c.cell], To: b.carried[c], Opening: c.opening}
}

// emitCells emits the cells of this pass that are computed after the scenario
// too, which need none of the others in the same month, or the others.
func (b *builder) emitCells(knots []knot, beyond bool) error {
	for _, k := range knots {
		if b.passOf[k.cells[0]] != b.index {
			continue
		}
		for _, cell := range k.cells {
			if b.beyond[cell] != beyond {
				continue
			}
			register := b.ownRegister(b.emit(b.root(cell)))
			b.register[cell] = register
			if column, kept := b.columnOf[cell]; kept {
				b.store(column, register)
			}
			if len(b.program.Registers) > mostRegisters {
				return fmt.Errorf("the rows need more than %d operations; %s is where they become too many", mostRegisters, b.name(cell))
			}
		}
	}
	return nil
}

// store says where a column's values come from.
func (b *builder) store(column, register int32) {
	to := &b.program.Columns[column]
	to.Register, to.Pass = register, b.index
	if b.isSteady(register) {
		to.Pass = program.SetupPass
	}
}

func (b *builder) isSteady(register int32) bool { return b.program.Registers[register].Kind.Steady() }

func (b *builder) newRegister(kind program.Kind, typ program.Type) int32 {
	b.program.Registers = append(b.program.Registers, program.Register{Kind: kind, Type: typ})
	return int32(len(b.program.Registers) - 1)
}

func (b *builder) constant(value float64, typ program.Type) int32 {
	key := constant{math.Float64bits(value), typ}
	register, ok := b.constants[key]
	if !ok {
		register = b.newRegister(program.FromConstant, typ)
		b.constants[key] = register
		b.program.Constants = append(b.program.Constants, program.Constant{Register: register, Value: value})
	}
	return register
}

func (b *builder) calendar(name string) int32 {
	switch name {
	case "months":
		return b.constant(1, program.Number)
	case "years":
		return b.constant(1.0/12, program.Number)
	}
	register, ok := b.named[name]
	if !ok {
		typ := program.Number
		if name == "first" || name == "last" {
			typ = program.Truth
		}
		register = b.newRegister(program.FromCalendar, typ)
		b.named[name] = register
		b.program.Calendar = append(b.program.Calendar, program.Calendar{Register: register, Name: name})
	}
	return register
}

// shock gives each instance a stream of its own, and a single scope the bare name.
func (b *builder) shock(name string, instance int) int32 {
	if !b.Single(instance) {
		name += "@" + b.layout.Instances[instance].Scope + "." + b.layout.Instances[instance].Name
	}
	key := "shock " + name
	register, ok := b.named[key]
	if !ok {
		register = b.newRegister(program.FromShock, program.Number)
		b.named[key] = register
		b.program.Shocks = append(b.program.Shocks, program.Shock{Register: register, Stream: name})
	}
	return register
}

func (b *builder) input(n *language.Node, instance int) int32 {
	key := input{n.Name, instance}
	register, ok := b.inputs[key]
	if !ok {
		kind := program.FromInput
		if b.layout.Varying != nil && b.layout.Varying(n.Name, instance) {
			kind = program.FromProfile
		}
		register = b.newRegister(kind, n.Type.Register())
		b.inputs[key] = register
		b.program.Inputs = append(b.program.Inputs, program.Input{Register: register, Name: n.Name, Instance: instance})
	}
	return register
}

// operation emits one operation on registers, or finds the register that
// already has its result.
func (b *builder) operation(code program.Code, args ...int32) int32 {
	key := operation{code: code}
	steady := true
	for i, arg := range args {
		steady = steady && b.isSteady(arg)
		*[]*int32{&key.a, &key.b, &key.c}[i] = arg
	}
	if steady {
		return b.emitted(key, b.lasting, program.FromSetup, &b.program.Setup)
	}
	return b.emitted(key, b.passing, program.FromPass, &b.current)
}

func (b *builder) emitted(key operation, known map[operation]int32, kind program.Kind, list *[]program.Operation) int32 {
	if register, ok := known[key]; ok {
		return register
	}
	target := b.newRegister(kind, b.typeOf(key))
	known[key] = target
	*list = append(*list, program.Operation{Code: key.code, Target: target, A: key.a, B: key.b, C: key.c})
	return target
}

// typeOf gives the type of an operation's result by the table of operations.
// Where that is the type of its operands, each of them has it.
func (b *builder) typeOf(key operation) program.Type {
	meaning := program.Operations[key.code]
	switch meaning.Result {
	case program.TruthOperand:
		return program.Truth
	case program.AlikeOperand:
		for i, operand := range []int32{key.a, key.b, key.c} {
			if meaning.Operands[i] == program.AlikeOperand {
				return b.program.Registers[operand].Type
			}
		}
	}
	return program.Number
}

// load reads the table, some months from now; outside the horizon it is zero.
// The column is one of an earlier pass.
func (b *builder) load(cell int, offset int32, typ program.Type) int32 {
	key := operation{code: program.Load, a: b.columnOf[cell], b: offset}
	register := b.emitted(key, b.passing, program.FromPass, &b.current)
	b.program.Registers[register].Type = typ
	return register
}

func (b *builder) emit(n *language.Node, at language.Place) int32 {
	if value, ok := b.static(n, at); ok {
		return b.constant(value, n.Type.Register())
	}
	if branch := b.taken(n, at); branch != nil {
		return b.emit(branch, at)
	}
	switch n.Kind {
	case language.Calendar:
		return b.calendar(n.Name)
	case language.Shock:
		return b.shock(n.Name, at.Self)
	case language.Reference:
		return b.reference(n, at)
	case language.Sum, language.Before:
		return b.total(n, at)
	case language.Previous:
		return b.neighbour(n, at, -1, "first")
	case language.Next:
		return b.neighbour(n, at, 1, "last")
	case language.Ahead:
		return b.ahead(n, at)
	case language.Lag:
		return b.lag(n, at)
	case language.Inlined:
		return b.emit(n.Args[0], at)
	}
	args := make([]int32, len(n.Args))
	for i, arg := range n.Args {
		args[i] = b.emit(arg, at)
	}
	return b.operation(n.Code, args...)
}

func (b *builder) reference(n *language.Node, at language.Place) int32 {
	instance := b.Resolve(n, at)
	if n.IsInput {
		return b.input(n, instance)
	}
	cell := b.cell(n.Index, instance)
	if register := b.register[cell]; register >= 0 {
		return register
	}
	return b.load(cell, 0, n.Type.Register())
}

// total adds in the order of the scenario, so that its bits are defined.
func (b *builder) total(n *language.Node, at language.Place) int32 {
	sum := int32(-1)
	for _, place := range b.Terms(n, at) {
		term := b.emit(n.Args[0], place)
		if sum < 0 {
			sum = term
		} else {
			sum = b.operation(program.Add, sum, term)
		}
	}
	return sum // an empty sum is static, and was settled before
}

// neighbour reads a cell of the month before or after; at the end of the
// horizon named by edge it is the value given with it, else zero.
func (b *builder) neighbour(n *language.Node, at language.Place, offset int32, edge string) int32 {
	cell := b.cell(n.Args[0].Index, b.Resolve(n.Args[0], at))
	typ := n.Type.Register()
	zero := b.constant(0, typ)
	beyond := zero
	if len(n.Args) > 1 {
		beyond = b.emit(n.Args[1], at)
	}
	goesOn := offset > 0 && b.beyond[cell] // so that something stands where the scenario has ended
	if b.passOf[cell] != b.index {
		value := b.load(cell, offset, typ)
		if beyond == zero && !goesOn {
			return value
		}
		return b.operation(program.When, b.calendar(edge), beyond, value)
	}
	if b.isSteady(beyond) && !goesOn {
		return b.carry(carried{cell, beyond})
	}
	return b.operation(program.When, b.calendar(edge), beyond, b.carry(carried{cell, zero}))
}

// ahead reads a cell of the month after, which is computed after the scenario too.
func (b *builder) ahead(n *language.Node, at language.Place) int32 {
	cell := b.cell(n.Args[0].Index, b.Resolve(n.Args[0], at))
	typ := n.Type.Register()
	if b.passOf[cell] != b.index {
		return b.load(cell, 1, typ)
	}
	return b.carry(carried{cell, b.constant(0, typ)})
}

// ownRegister copies a row that is just another's neighbour: carries are made
// one after the other, so none may read what another writes.
func (b *builder) ownRegister(register int32) int32 {
	if b.program.Registers[register].Kind != program.FromCarry {
		return register
	}
	return b.operation(program.Copy, register)
}

func (b *builder) carry(c carried) int32 {
	register, ok := b.carried[c]
	if !ok {
		register = b.newRegister(program.FromCarry, b.program.Registers[c.opening].Type)
		b.carried[c] = register
		b.carriers = append(b.carriers, c)
	}
	return register
}

// lag reads the column of a cell some months ago, and the cell itself where that
// is this month; the opening value stands before the first month.
func (b *builder) lag(n *language.Node, at language.Place) int32 {
	cell := b.cell(n.Args[0].Index, b.Resolve(n.Args[0], at))
	months := b.operation(program.Floor, b.emit(n.Args[1], at))
	now := b.reference(n.Args[0], at)
	key := operation{code: program.Lag, a: b.columnOf[cell], b: months, c: now}
	target := b.emitted(key, b.passing, program.FromPass, &b.current)
	if len(n.Args) < 3 {
		return target
	}
	early := b.operation(program.Less, b.calendar("month"), months)
	return b.operation(program.When, early, b.emit(n.Args[2], at), target)
}
