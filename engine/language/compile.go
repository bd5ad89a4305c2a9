package language

import (
	"fmt"
	"math"
)

// mostRegisters bounds what rows from a stranger's link can make of memory; the
// model itself, with every thing allowed, needs about an eighth of it.
const mostRegisters = 200_000

// Compile makes the program that fills the requested columns, each a row of an
// instance. Rows that nothing requested reads are left out. The program's
// table begins with the requested columns, in their order; columns that later
// passes or lags need follow.
func Compile(s *Schema, layout Layout, requested []Column) (*Program, error) {
	c, err := newCells(s, layout)
	if err != nil {
		return nil, err
	}
	wanted := make([]int, len(requested))
	for i, column := range requested {
		if s.scopeIndex(layout.Instances[column.Instance].Scope) != s.rows[column.Row].scope {
			return nil, fmt.Errorf("%s is not a row of %s", s.rows[column.Row].Name, layout.Instances[column.Instance].Name)
		}
		wanted[i] = c.cell(column.Row, column.Instance)
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
	b := newBuilder(c, passOf)
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
	b.program.Setup = batches(b.setup, b.program.Registers)
	return b.program, nil
}

// builder emits operations. Equal operations on equal registers are emitted
// once; what depends on constants only goes to the setup.
type builder struct {
	*cells
	program   *Program
	passOf    []int
	columnOf  map[int]int32     // by cell
	register  []int32           // of a cell in this pass or the setup, or -1
	carried   map[carried]int32 // the register with the neighbouring month's value
	carriers  []carried         // in order
	invariant []bool            // by register
	lasting   map[emitted]int32 // operations of the setup
	passing   map[emitted]int32 // operations of this pass
	constants map[uint64]int32
	inputs    map[Column]int32
	named     map[string]int32 // calendar and shocks
	setup     []emitted
	current   []emitted // of this pass
	index     int       // of this pass
}

// carried is a cell of the neighbouring month, with the register of what stands
// for it where that month is beyond the horizon.
type carried struct {
	cell    int
	opening int32
}

func newBuilder(c *cells, passOf []int) *builder {
	b := &builder{cells: c, passOf: passOf, columnOf: map[int]int32{}, register: make([]int32, len(c.owner)),
		lasting: map[emitted]int32{}, constants: map[uint64]int32{}, inputs: map[Column]int32{}, named: map[string]int32{},
		program: &Program{Schema: c.schema, Layout: c.layout}}
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
		b.program.Columns = append(b.program.Columns, b.owner[cell])
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
	owner := b.owner[cell]
	b.lagged(b.schema.rows[owner.Row].root, Place{owner.Instance, -1})
}

func (b *builder) lagged(n *Node, at Place) {
	if _, ok := b.static(n, at); ok {
		return
	}
	switch n.Code {
	case When:
		if branch := b.taken(n, at); branch != nil {
			b.lagged(branch, at)
			return
		}
	case Lag:
		b.column(b.cell(n.Args[0].Index, b.Resolve(n.Args[0], at)))
	case Sum, Before:
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
	b.passing, b.carried, b.carriers = map[emitted]int32{}, map[carried]int32{}, nil
	for cell, register := range b.register {
		if register >= 0 && !b.invariant[register] {
			b.register[cell] = -1
		}
	}
	for _, k := range knots {
		if b.passOf[k.cells[0]] != index {
			continue
		}
		for _, cell := range k.cells {
			owner := b.owner[cell]
			register := b.ownRegister(b.emit(b.schema.rows[owner.Row].root, Place{owner.Instance, -1}))
			b.register[cell] = register
			if column, kept := b.columnOf[cell]; kept {
				b.store(column, register)
			}
			if b.program.Registers > mostRegisters {
				return fmt.Errorf("the rows need more than %d operations; %s is where they become too many", mostRegisters, b.name(cell))
			}
		}
	}
	pass := Pass{Backward: index%2 == 1, Batches: batches(b.current, b.program.Registers)}
	for _, c := range b.carriers {
		pass.Carries = append(pass.Carries, Carry{From: b.register[c.cell], To: b.carried[c], Opening: c.opening})
	}
	b.program.Passes = append(b.program.Passes, pass)
	return nil
}

func (b *builder) store(column, register int32) {
	op := Op{Target: column, A: register}
	if b.invariant[register] {
		b.program.Steady = append(b.program.Steady, op)
		return
	}
	b.current = append(b.current, emitted{Store, op})
}

func (b *builder) newRegister(invariant bool) int32 {
	b.invariant = append(b.invariant, invariant)
	b.program.Registers++
	return int32(b.program.Registers - 1)
}

func (b *builder) constant(value float64) int32 {
	bits := math.Float64bits(value)
	register, ok := b.constants[bits]
	if !ok {
		register = b.newRegister(true)
		b.constants[bits] = register
		b.program.Constants = append(b.program.Constants, ConstantSlot{register, value})
	}
	return register
}

func (b *builder) calendar(name string) int32 {
	if name == "months" {
		return b.constant(1)
	}
	if name == "years" {
		return b.constant(1.0 / 12)
	}
	register, ok := b.named[name]
	if !ok {
		register = b.newRegister(false)
		b.named[name] = register
		b.program.Calendar = append(b.program.Calendar, CalendarSlot{register, name})
	}
	return register
}

// shock gives each instance a stream of its own, and a single scope the bare name.
func (b *builder) shock(name string, instance int) int32 {
	if !b.schema.scopes[b.scopeOf[instance]].Single {
		name += "@" + b.layout.Instances[instance].Scope + "." + b.layout.Instances[instance].Name
	}
	key := "shock " + name
	register, ok := b.named[key]
	if !ok {
		register = b.newRegister(false)
		b.named[key] = register
		b.program.Shocks = append(b.program.Shocks, ShockSlot{register, name})
	}
	return register
}

func (b *builder) input(input, instance int) int32 {
	key := Column{input, instance}
	register, ok := b.inputs[key]
	if !ok {
		varying := b.layout.Varying != nil && b.layout.Varying(b.schema.inputs[input].Name, instance)
		register = b.newRegister(!varying)
		b.inputs[key] = register
		b.program.Inputs = append(b.program.Inputs, InputSlot{register, input, instance, varying})
	}
	return register
}

// operation emits one operation, or finds the register that already has its result.
func (b *builder) operation(code Code, args ...int32) int32 {
	op := emitted{Code: code}
	settled := true
	for i, arg := range args {
		settled = settled && b.invariant[arg]
		*[]*int32{&op.A, &op.B, &op.C}[i] = arg
	}
	known, ops := b.passing, &b.current
	if settled {
		known, ops = b.lasting, &b.setup
	}
	if register, ok := known[op]; ok {
		return register
	}
	key := op
	op.Target = b.newRegister(settled)
	known[key] = op.Target
	*ops = append(*ops, op)
	return op.Target
}

// load reads the table, some months from now; outside the horizon it is zero.
func (b *builder) load(cell int, offset int32) int32 {
	op := emitted{Load, Op{A: b.columnOf[cell], B: offset}}
	if register, ok := b.passing[op]; ok {
		return register
	}
	key := op
	op.Target = b.newRegister(false)
	b.passing[key] = op.Target
	b.current = append(b.current, op)
	return op.Target
}

func (b *builder) emit(n *Node, at Place) int32 {
	if value, ok := b.static(n, at); ok {
		return b.constant(value)
	}
	switch n.Code {
	case When:
		if branch := b.taken(n, at); branch != nil {
			return b.emit(branch, at)
		}
	case Calendar:
		return b.calendar(n.Name)
	case Shock:
		return b.shock(n.Name, at.Self)
	case Reference:
		return b.reference(n, at)
	case Sum, Before:
		return b.total(n, at)
	case Previous:
		return b.neighbour(n, at, -1, "first")
	case Next:
		return b.neighbour(n, at, 1, "last")
	case Lag:
		return b.lag(n, at)
	}
	args := make([]int32, len(n.Args))
	for i, arg := range n.Args {
		args[i] = b.emit(arg, at)
	}
	return b.operation(n.Code, args...)
}

func (b *builder) reference(n *Node, at Place) int32 {
	instance := b.Resolve(n, at)
	if n.IsInput {
		return b.input(n.Index, instance)
	}
	cell := b.cell(n.Index, instance)
	if register := b.register[cell]; register >= 0 {
		return register
	}
	return b.load(cell, 0)
}

// total adds in the order of the scenario, so that its bits are defined.
func (b *builder) total(n *Node, at Place) int32 {
	sum := int32(-1)
	for _, place := range b.Terms(n, at) {
		term := b.emit(n.Args[0], place)
		if sum < 0 {
			sum = term
		} else {
			sum = b.operation(Add, sum, term)
		}
	}
	return sum // an empty sum is static, and was settled before
}

// neighbour reads a cell of the month before or after; at the end of the
// horizon named by edge it is the value given with it, else zero.
func (b *builder) neighbour(n *Node, at Place, offset int32, edge string) int32 {
	cell := b.cell(n.Args[0].Index, b.Resolve(n.Args[0], at))
	beyond := b.constant(0)
	if len(n.Args) > 1 {
		beyond = b.emit(n.Args[1], at)
	}
	zero := b.constant(0)
	if b.passOf[cell] != b.index {
		value := b.load(cell, offset)
		if beyond == zero {
			return value
		}
		return b.operation(When, b.calendar(edge), beyond, value)
	}
	if b.invariant[beyond] {
		return b.carry(carried{cell, beyond})
	}
	return b.operation(When, b.calendar(edge), beyond, b.carry(carried{cell, zero}))
}

// ownRegister copies a row that is just another's neighbour: carries are made
// one after the other, so none may read what another writes.
func (b *builder) ownRegister(register int32) int32 {
	for _, c := range b.carriers {
		if b.carried[c] == register {
			return b.operation(Maximum, register, register)
		}
	}
	return register
}

func (b *builder) carry(c carried) int32 {
	register, ok := b.carried[c]
	if !ok {
		register = b.newRegister(false)
		b.carried[c] = register
		b.carriers = append(b.carriers, c)
	}
	return register
}

// lag emits the read of column A, B months ago, C where that is this month; the
// opening value stands before the first month.
func (b *builder) lag(n *Node, at Place) int32 {
	cell := b.cell(n.Args[0].Index, b.Resolve(n.Args[0], at))
	months := b.operation(Floor, b.emit(n.Args[1], at))
	now := b.reference(n.Args[0], at)
	op := emitted{Lag, Op{A: b.columnOf[cell], B: months, C: now, Target: b.newRegister(false)}}
	b.current = append(b.current, op)
	if len(n.Args) < 3 {
		return op.Target
	}
	early := b.operation(Less, b.calendar("month"), months)
	return b.operation(When, early, b.emit(n.Args[2], at), op.Target)
}
