package kernel

import (
	"math"

	"rackonomics/engine/program"
	w "rackonomics/engine/wasmcode"
)

// code writes one function: straight code of one world, for the setup or a month.
type code struct {
	*generator
	*w.Function
	world int
	held  map[int32]value // registers that stand in locals
	left  map[int32]int   // how often this function still reads a register
	kept  map[int32]bool  // registers that a later function reads
	one   w.Local         // a pair of ones, once there is need of it
	none  w.Local         // a pair of zeros
	month w.Local         // the month as a pair of numbers, once there is need of it
	limit [2]w.Local      // by world, how many bytes before the month's row that of zeros stands
	has   struct {
		one, month bool
		limit      [2]bool
	}
}

// value is what a local holds: a pair of numbers, or of masks.
type value struct {
	local w.Local
	mask  bool
}

// The parameters of functions: where the memory begins, the inputs of the pair of
// lanes, the month's row of what all lanes share, that of the pair, the month's inputs
// of the pair, the month's part of the table, and the month.
const (
	baseAt w.Local = iota
	pairAt
	rowAt
	laneRowAt
	givenAt
	outAt
	monthAt
	parameters
)

func (g *generator) newCode(world int) *code {
	types := make([]w.Type, parameters)
	for i := range types {
		types[i] = w.I32
	}
	c := &code{generator: g, Function: g.module.Function("", types), world: world, held: map[int32]value{}, left: map[int32]int{}}
	c.none = c.Fresh(w.V128)
	return c
}

// touch reads the last number within reach of each pointer of a month: an engine that checks
// every address then knows that all nearer ones are within memory.
func (c *code) touch() {
	p := c.places
	reach := map[w.Local]int{baseAt: p.pairInputs, rowAt: (2*p.before + 1) * p.uniformWidth}
	if c.world == ofLanes {
		reach[pairAt], reach[laneRowAt], reach[givenAt] = p.pairWidth, (2*p.before+1)*p.laneWidth, p.monthlyWidth
		reach[outAt] = p.tableWidth
	} else if c.generator.shape.Whole && len(p.out) > 0 {
		reach[outAt] = p.out[len(p.out)-1] + single
	}
	for pointer := baseAt; pointer < monthAt; pointer++ {
		if reach[pointer] > 0 {
			c.Get(pointer)
			c.Access(w.F64Load, reach[pointer]-single)
			c.Do(w.Drop)
		}
	}
}

// count notes what the code is going to read.
func (c *code) count(registers ...int32) {
	for _, register := range registers {
		c.left[register]++
	}
}

// number puts a register on the stack as a pair of numbers, and counts that as read.
// One that is read again stays at hand: without that V8's code takes a third longer.
func (c *code) number(register int32) {
	if held, ok := c.held[register]; ok {
		c.Get(held.local)
		if held.mask {
			c.asNumber()
		}
		c.done(register)
		return
	}
	c.fetch(register)
	if c.left[register] > 1 {
		l := c.New(w.V128)
		c.Tee(l)
		c.held[register] = value{l, false}
	}
	c.done(register)
}

// asNumber makes 1 and 0 of the mask on the stack.
func (c *code) asNumber() {
	if !c.has.one {
		c.has.one, c.one = true, c.Fresh(w.V128)
		c.Pair(1)
		c.Set(c.one)
	}
	c.Get(c.one)
	c.Do(w.V128And)
}

// truth puts a register on the stack as a mask: all ones where it is above zero.
func (c *code) truth(register int32) {
	if held, ok := c.held[register]; ok && held.mask {
		c.Get(held.local)
		c.done(register)
		return
	}
	c.number(register)
	c.Get(c.none)
	c.Do(w.F64x2Greater)
}

// done counts a reading, and gives the local back after the last.
func (c *code) done(register int32) {
	c.left[register]--
	if held, ok := c.held[register]; ok && c.left[register] <= 0 {
		c.Release(held.local)
		delete(c.held, register)
	}
}

// fetch reads a register from where it stands.
func (c *code) fetch(register int32) {
	at := c.places.homes[c.world][register]
	switch at.in {
	case fixed:
		c.Get(baseAt)
		c.Access(w.V128Load, at.offset)
	case ofPair:
		c.Get(pairAt)
		c.Access(w.V128Load, at.offset)
	case given:
		c.Get(givenAt)
		c.Access(w.V128Load, at.offset)
	case rows:
		c.Get(rowAt)
		c.Access(w.V128Load64Splat, c.places.before*c.places.uniformWidth+at.offset)
	default:
		panic("a register is read that stands nowhere")
	}
}

// put writes a register to where the stack's address and an offset say, as a pair or,
// of what all lanes share, as one number.
func (c *code) put(address w.Local, offset int, one bool, register int32) {
	c.Get(address)
	c.left[register]++ // this reading was not counted
	c.number(register)
	if one {
		c.Lane(w.F64x2ExtractLane, 0)
		c.Access(w.F64Store, offset)
		return
	}
	c.Access(w.V128Store, offset)
}

func (g *generator) isConstant(register int32, value float64) bool {
	x, ok := g.constants[register]
	return ok && math.Float64bits(x) == math.Float64bits(value)
}

// simple are the operations that are one instruction on numbers.
var simple = map[program.Code]w.Instruction{
	program.Add: w.F64x2Add, program.Subtract: w.F64x2Subtract, program.Multiply: w.F64x2Multiply,
	program.Negate: w.F64x2Negate, program.Absolute: w.F64x2Absolute, program.Floor: w.F64x2Floor, program.Ceiling: w.F64x2Ceiling,
	program.Less: w.F64x2Less, program.LessOrEqual: w.F64x2LessOrEqual, program.Equal: w.F64x2Equal,
}

// composed are the operations of several instructions; each leaves its result on the stack.
var composed = map[program.Code]func(c *code, op program.Operation){
	program.Divide:      (*code).divide,
	program.Minimum:     func(c *code, op program.Operation) { c.extreme(w.F64x2PseudoMinimum, op) },
	program.Maximum:     func(c *code, op program.Operation) { c.extreme(w.F64x2PseudoMaximum, op) },
	program.NotEqual:    (*code).notEqual,
	program.And:         func(c *code, op program.Operation) { c.truths(w.V128And, op) },
	program.Or:          func(c *code, op program.Operation) { c.truths(w.V128Or, op) },
	program.Not:         (*code).not,
	program.When:        (*code).when,
	program.Copy:        func(c *code, op program.Operation) { c.number(op.A) },
	program.Load:        (*code).load,
	program.Lag:         (*code).lag,
	program.Exponential: func(c *code, op program.Operation) { c.call(c.functions.exp(), op.A) },
	program.Logarithm:   func(c *code, op program.Operation) { c.call(c.functions.log(), op.A) },
	program.Power:       (*code).power,
	program.ExchangeDay: func(c *code, op program.Operation) { c.call(c.functions.exchangeDay(days()), op.A, op.B) },
}

// hasCode reports whether there is code for an operation.
func hasCode(code program.Code) bool { return simple[code] != 0 || composed[code] != nil }

// operation computes the target into a local.
func (c *code) operation(op program.Operation) {
	if instruction, ok := simple[op.Code]; ok {
		for _, register := range registersOf(op) {
			c.number(register)
		}
		c.Do(instruction)
	} else {
		composed[op.Code](c, op)
	}
	mask := program.Operations[op.Code].Result == program.TruthOperand
	c.held[op.Target] = value{c.Keep(w.V128), mask}
}

func (c *code) call(f *w.Function, operands ...int32) {
	c.Get(baseAt)
	for _, register := range operands {
		c.number(register)
	}
	c.Call(f)
}

func (c *code) truths(i w.Instruction, op program.Operation) {
	c.truth(op.A)
	c.truth(op.B)
	c.Do(i)
}

// divide has all ones, which are a NaN, where the divisor is zero.
func (c *code) divide(op program.Operation) {
	c.number(op.A)
	c.number(op.B)
	if x, ok := c.constants[op.B]; ok && x != 0 {
		c.Do(w.F64x2Divide)
		return
	}
	divisor := c.Keep(w.V128)
	c.Get(divisor)
	c.Do(w.F64x2Divide)
	c.Get(divisor)
	c.Get(c.none)
	c.Do(w.F64x2Equal)
	c.Do(w.V128Or)
	c.Release(divisor)
}

// extreme is the smaller or the larger: the first where the second is not so, and so
// too where they are alike; absent where the second is, as a comparison with it is false.
func (c *code) extreme(i w.Instruction, op program.Operation) {
	c.number(op.A)
	c.number(op.B)
	if x, ok := c.constants[op.B]; ok && x == x {
		c.Do(i)
		return
	}
	second := c.Keep(w.V128)
	c.Get(second)
	c.Do(i)
	c.Get(second)
	c.Get(second)
	c.Do(w.F64x2NotEqual)
	c.Do(w.V128Or)
	c.Release(second)
}

func (c *code) notEqual(op program.Operation) {
	c.number(op.A)
	first := c.Keep(w.V128)
	c.number(op.B)
	second := c.Keep(w.V128)
	less := c.Apply(w.F64x2Less, first, second)
	c.Get(less)
	c.Get(c.Apply(w.F64x2Greater, first, second))
	c.Do(w.V128Or)
	c.Release(first, second, less)
}

func (c *code) not(op program.Operation) {
	c.truth(op.A)
	c.Do(w.V128Not)
}

func (c *code) when(op program.Operation) {
	condition, then, otherwise := op.A, op.B, op.C
	switch {
	case c.isConstant(otherwise, 0):
		c.done(otherwise)
		c.number(then)
		c.truth(condition)
		c.Do(w.V128And)
	case c.isConstant(then, 0):
		c.done(then)
		c.number(otherwise)
		c.truth(condition)
		c.Do(w.V128AndNot)
	default:
		c.number(then)
		c.number(otherwise)
		c.truth(condition)
		c.Do(w.V128BitSelect)
	}
}

// load reads a column some months from now. Rows of zeros stand around those of the
// table, and what is not computed after the scenario is zero from the start.
func (c *code) load(op program.Operation) {
	index, months := op.A, op.B
	column := c.shape.Program.Columns[index]
	switch {
	case int(months) >= c.shape.Computed || int(-months) >= c.shape.Computed:
		c.Get(c.none)
	case column.Pass == program.SetupPass:
		c.fetch(column.Register)
		c.whereHolds(int(months), c.reachOf(column.Beyond))
		c.Do(w.V128And)
	default:
		c.readRow(index, int(months))
	}
}

// whereHolds is a mask of whether the month so far from now is one of the first so many.
func (c *code) whereHolds(months, reach int) {
	c.I32(0)
	c.Get(monthAt)
	c.I32(int32(months))
	c.Do(w.I32Add)
	c.I32(int32(reach))
	c.Do(w.I32LessUnsigned)
	c.Do(w.I32Subtract)
	c.Do(w.I64ExtendI32Signed)
	c.Do(w.I64x2Splat)
}

func (c *code) readRow(index int32, months int) {
	p := c.places
	if c.lanes[c.shape.Program.Columns[index].Register] {
		c.Get(laneRowAt)
		c.Access(w.V128Load, (p.before+months)*p.laneWidth+p.slots[index])
		return
	}
	c.Get(rowAt)
	c.Access(w.V128Load64Splat, (p.before+months)*p.uniformWidth+p.slots[index])
}

// lag reads each lane's month of a column. The months are cut to those that there
// are, so that every address is one of the table; what that changes is masked.
func (c *code) lag(op program.Operation) {
	if c.canHoistLag(op) {
		c.hoistedLag(op)
		return
	}
	c.number(op.B)
	months := c.Keep(w.V128)
	if column := c.shape.Program.Columns[op.A]; column.Pass == program.SetupPass {
		c.fetch(column.Register)
	} else {
		c.gather(op.A, months)
	}
	past := c.Keep(w.V128)
	c.number(op.C)
	now := c.Keep(w.V128)

	c.Get(now)
	c.Get(past)
	c.Get(months)
	c.Get(c.monthNumber())
	c.Do(w.F64x2Greater)
	c.Do(w.V128AndNot) // zero before the first month
	c.Get(months)
	c.Get(months)
	c.Do(w.F64x2NotEqual)
	c.Do(w.V128Or) // absent where the months are
	c.Get(months)
	c.Pair(1)
	c.Do(w.F64x2Less)
	c.Do(w.V128BitSelect)
	c.Release(months, past, now)
}

func (c *code) monthNumber() w.Local {
	if !c.has.month {
		c.has.month, c.month = true, c.Fresh(w.V128)
		c.Get(monthAt)
		c.Do(w.F64ConvertI32Signed)
		c.Do(w.F64x2Splat)
		c.Set(c.month)
	}
	return c.month
}

// gather leaves a column's values of two lanes so many months ago on the stack.
func (c *code) gather(index int32, months w.Local) {
	p := c.places
	row, width, step, offset := rowAt, p.uniformWidth, 0, p.before*p.uniformWidth+p.slots[index]
	if c.lanes[c.shape.Program.Columns[index].Register] {
		row, width, step, offset = laneRowAt, p.laneWidth, single, p.before*p.laneWidth+p.slots[index]
	}
	c.Get(months)
	c.Do(w.I32x4TruncateF64x2UnsignedZero)
	c.Get(monthAt)
	c.Do(w.I32x4Splat)
	c.Do(w.I32x4MinimumUnsigned)
	back := c.Keep(w.V128)
	for lane := range 2 {
		c.Get(row)
		c.Get(back)
		c.Lane(w.I32x4ExtractLane, byte(lane))
		c.I32(int32(width))
		c.Do(w.I32Multiply)
		c.Do(w.I32Subtract)
		c.Access(w.F64Load, offset+lane*step)
		if lane == 0 {
			c.Do(w.F64x2Splat)
		} else {
			c.Lane(w.F64x2ReplaceLane, 1)
		}
	}
	c.Release(back)
}
