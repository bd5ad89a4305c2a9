package kernel

import (
	"math"

	"rackonomics/engine/program"
	w "rackonomics/engine/wasmcode"
)

// hoisted is where stands what operations of the months need of registers that are the
// same in all of them, and that is worked out once, after the setup.
type hoisted struct {
	logs      map[int32]int    // by the base of a power: its logarithms, as [functions.logs] gives them
	distances map[distance]int // how many bytes back rows are, of each lane
	absent    map[int32]int    // by the months of a lag: a mask of whether they are absent
}

// distance is a lag's months as bytes between rows, of lanes or of what they share.
type distance struct {
	months int32
	rows   int // by world
}

// findHoisted places what is hoisted.
func (f *finder) findHoisted() {
	f.hoisted = hoisted{map[int32]int{}, map[distance]int{}, map[int32]int{}}
	for _, pass := range f.program.Passes {
		for _, op := range pass.Operations {
			switch {
			case op.Code == program.Power && f.program.Registers[op.A].Kind.Steady():
				if _, found := f.hoisted.logs[op.A]; !found {
					f.hoisted.logs[op.A] = f.take(2 * double)
				}
			case f.canHoistLag(op):
				f.before = max(f.before, 1)
				of := f.distanceOf(op)
				if _, found := f.hoisted.distances[of]; !found {
					f.hoisted.distances[of] = f.take(double)
				}
				if _, found := f.hoisted.absent[op.B]; !found {
					f.hoisted.absent[op.B] = f.take(double)
				}
			}
		}
	}
}

// canHoistLag reports whether a lag reads a whole number of rows back, the same in all
// months, of a column whose own register is what stands for none: that was written into
// this month's row before.
func (b *binding) canHoistLag(op program.Operation) bool {
	if op.Code != program.Lag {
		return false
	}
	column := b.program.Columns[op.A]
	return column.Pass != program.SetupPass && column.Register == op.C && b.program.Registers[op.C].Kind == program.FromPass && b.isSteadyWhole(op.B)
}

// isSteadyWhole reports whether a register is the same in all months, and a whole
// number, infinite or absent.
func (b *binding) isSteadyWhole(register int32) bool {
	for _, constant := range b.program.Constants {
		if constant.Register == register {
			return math.Floor(constant.Value) == constant.Value || constant.Value != constant.Value
		}
	}
	return b.floors[register]
}

func (b *binding) distanceOf(op program.Operation) distance {
	return distance{op.B, worldOf(b.lanes[b.program.Columns[op.A].Register])}
}

// hoist writes the function that works out what is hoisted of a world's registers.
func (g *generator) hoist(world int) []*w.Function {
	c := g.newCode(world)
	empty := c.Size()
	for i := range g.program.Registers {
		register := int32(i)
		if g.lanes[i] != (world == ofLanes) {
			continue
		}
		if at, ok := g.places.hoisted.logs[register]; ok {
			c.storeLogs(register, at)
		}
		for rows, width := range []int{g.places.uniformWidth, g.places.laneWidth} {
			if at, ok := g.places.hoisted.distances[distance{register, rows}]; ok {
				c.storeDistance(register, at, width)
			}
		}
		if at, ok := g.places.hoisted.absent[register]; ok {
			c.Get(baseAt)
			c.fetch(register)
			c.fetch(register)
			c.Do(w.F64x2NotEqual)
			c.Access(w.V128Store, at)
		}
	}
	if c.Size() == empty {
		return nil
	}
	return []*w.Function{c.Function}
}

func (c *code) storeLogs(register int32, at int) {
	c.Get(baseAt)
	c.fetch(register)
	c.Call(c.functions.logs())
	tail, high := c.Keep(w.V128), c.Keep(w.V128)
	for i, part := range []w.Local{high, tail} {
		c.Get(baseAt)
		c.Get(part)
		c.Access(w.V128Store, at+i*double)
	}
	c.Release(high, tail)
}

// storeDistance stores so many rows in bytes. What is further than there are months is
// before the first in all of them.
func (c *code) storeDistance(register int32, at, width int) {
	c.Get(baseAt)
	c.fetch(register)
	c.Do(w.I32x4TruncateF64x2UnsignedZero)
	c.I32(int32(c.shape.Computed))
	c.Do(w.I32x4Splat)
	c.Do(w.I32x4MinimumUnsigned)
	c.I32(int32(width))
	c.Do(w.I32x4Splat)
	c.Do(w.I32x4Multiply)
	c.Access(w.V128Store, at)
}

func (c *code) power(op program.Operation) {
	at, ok := c.places.hoisted.logs[op.A]
	if !ok || c.shape.Program.Registers[op.Target].Kind == program.FromSetup { // which comes before
		c.call(c.functions.pow(), op.A, op.B)
		return
	}
	c.Get(baseAt)
	c.number(op.A)
	c.number(op.B)
	for i := range 2 {
		c.Get(baseAt)
		c.Access(w.V128Load, at+i*double)
	}
	c.Call(c.functions.powWithLogs())
}

// hoistedLag reads rows at distances that are there. Those before the first month are
// cut to the row of zeros before it.
func (c *code) hoistedLag(op program.Operation) {
	p, of := c.places, c.distanceOf(op)
	c.Get(baseAt)
	c.Access(w.V128Load, p.hoisted.distances[of])
	c.Get(c.limitOf(of.rows))
	c.Do(w.I32x4MinimumUnsigned)
	back := c.Keep(w.V128)
	row, offset := rowAt, p.before*p.uniformWidth+p.slots[op.A]
	if of.rows == ofLanes {
		row, offset = laneRowAt, p.before*p.laneWidth+p.slots[op.A]
	}
	address := func(lane byte) {
		c.Get(row)
		c.Get(back)
		c.Lane(w.I32x4ExtractLane, lane)
		c.Do(w.I32Subtract)
	}
	address(0)
	switch alike := !c.lanes[op.B]; { // both lanes go as far back
	case alike && of.rows == ofLanes:
		c.Access(w.V128Load, offset)
	case alike:
		c.Access(w.V128Load64Splat, offset)
	default:
		c.Access(w.V128Load64Splat, offset)
		address(1)
		c.Access(w.F64Load, offset+of.rows*single)
		c.Lane(w.F64x2ReplaceLane, 1)
	}
	c.Release(back)
	c.Get(baseAt)
	c.Access(w.V128Load, p.hoisted.absent[op.B])
	c.Do(w.V128Or)
	c.done(op.B)
	c.done(op.C)
}

// limitOf is how far the row of zeros is before that of the month.
func (c *code) limitOf(rows int) w.Local {
	if !c.has.limit[rows] {
		c.has.limit[rows], c.limit[rows] = true, c.Fresh(w.V128)
		c.Get(monthAt)
		c.I32(1)
		c.Do(w.I32Add)
		c.I32(int32([]int{c.places.uniformWidth, c.places.laneWidth}[rows]))
		c.Do(w.I32Multiply)
		c.Do(w.I32x4Splat)
		c.Set(c.limit[rows])
	}
	return c.limit[rows]
}
