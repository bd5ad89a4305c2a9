package kernel

import (
	"rackonomics/engine/machine"
	"rackonomics/engine/program"
	w "rackonomics/engine/wasmcode"
)

// generator writes the functions of a kernel.
type generator struct {
	*binding
	shape     machine.Shape
	places    *places
	module    *w.Module
	functions *functions
	constants map[int32]float64
	most      int // operations of a function
}

// mostOperations is how many operations a function has at most: engines give up
// optimising functions that are far larger.
const mostOperations = 2000

// task is what is done at one time: in the setup, or in each month of a pass.
type task struct {
	world      int
	pass       int
	operations []program.Operation
	columns    []int // that get their values here
	carries    []program.Carry
}

func (t *task) isEmpty() bool { return len(t.operations)+len(t.columns)+len(t.carries) == 0 }

// taskOf is the part of a pass that a world does: all of it, or what is also done
// after the scenario.
func (g *generator) taskOf(world, pass int, beyond bool) *task {
	of := &g.program.Passes[pass]
	operations, carries := of.Operations, of.Carries
	if beyond {
		operations, carries = operations[:of.OperationsBeyond], carries[:of.CarriesBeyond]
	}
	t := &task{world: world, pass: pass, operations: g.partOf(operations, world == ofLanes), columns: g.columnsOf(world, pass, beyond)}
	for _, carry := range carries {
		if g.lanes[carry.To] == (world == ofLanes) {
			t.carries = append(t.carries, carry)
		}
	}
	return t
}

func (g *generator) setupOf(world int) *task {
	return &task{world: world, pass: program.SetupPass, operations: g.partOf(g.program.Setup, world == ofLanes), columns: g.columnsOf(world, program.SetupPass, false)}
}

func (g *generator) columnsOf(world, pass int, beyond bool) (list []int) {
	for i, column := range g.program.Columns {
		if column.Pass == pass && g.lanes[column.Register] == (world == ofLanes) && (column.Beyond || !beyond) {
			list = append(list, i)
		}
	}
	return list
}

// parting is a task as the functions that it is written in, and what they hand on.
type parting struct {
	*task
	pieces  [][]program.Operation
	readIn  map[int32]int   // by register, the last piece that reads it
	columns map[int32][]int // by register, those that get it
	given   []int           // columns of what is there before any operation
	carried []int32         // that lanes may read of all lanes' registers
}

func (g *generator) parted(t *task) *parting {
	p := &parting{task: t, pieces: cut(t.operations, g.most), readIn: map[int32]int{}, columns: map[int32][]int{}}
	made := map[int32]bool{}
	for i, piece := range p.pieces {
		for _, op := range piece {
			made[op.Target] = true
			for _, register := range registersOf(op) {
				p.readIn[register] = i
			}
		}
	}
	for _, carry := range t.carries {
		p.readIn[carry.From] = len(p.pieces) - 1
	}
	for _, column := range t.columns {
		register := g.program.Columns[column].Register
		p.columns[register] = append(p.columns[register], column)
		if !made[register] {
			p.given = append(p.given, column)
		}
	}
	if t.world != ofLanes && t.pass != program.SetupPass {
		for _, carry := range g.program.Passes[t.pass].Carries {
			if !g.lanes[carry.To] {
				p.carried = append(p.carried, carry.To)
			}
		}
	}
	return p
}

// straight writes the functions of a task, to be called one after the other.
func (g *generator) straight(t *task) (list []*w.Function) {
	if t.isEmpty() {
		return nil
	}
	parted := g.parted(t)
	for i := range parted.pieces {
		list = append(list, g.piece(parted, i))
	}
	return list
}

func cut(list []program.Operation, most int) (pieces [][]program.Operation) {
	for len(list) > most {
		pieces, list = append(pieces, list[:most]), list[most:]
	}
	return append(pieces, list)
}

// piece writes one function of a task.
func (g *generator) piece(t *parting, index int) *w.Function {
	operations, last := t.pieces[index], index == len(t.pieces)-1
	c := g.newCode(t.world)
	if t.pass != program.SetupPass {
		c.touch()
	}
	for _, op := range operations {
		c.count(registersOf(op)...)
	}
	if last {
		for _, carry := range t.carries {
			c.count(carry.From)
		}
	}
	if index == 0 {
		c.begin(t)
	}
	for _, op := range operations {
		c.operation(op)
		c.left[op.Target]++ // what follows reads it too
		c.keep(t.task, op.Target, t.readIn[op.Target] > index)
		for _, column := range t.columns[op.Target] {
			c.deliver(column)
		}
		c.done(op.Target)
	}
	if last {
		for _, carry := range t.carries {
			c.left[carry.From]-- // [code.put] counts it itself
			c.put(baseAt, g.places.homes[t.world][carry.To].offset, false, carry.From)
		}
	}
	return c.Function
}

// begin hands on what is there before any operation: columns of what is given, and
// what is carried and lanes read.
func (c *code) begin(t *parting) {
	for _, column := range t.given {
		c.deliver(column)
	}
	for _, register := range t.carried {
		c.share(register)
	}
}

// share writes a register of all lanes into the month's row, if lanes read it.
func (c *code) share(register int32) {
	if at := c.places.homes[ofLanes][register]; at.in == rows {
		c.put(rowAt, c.places.before*c.places.uniformWidth+at.offset, true, register)
	}
}

// keep writes a result to where others look for it.
func (c *code) keep(t *task, register int32, later bool) {
	if t.pass == program.SetupPass || later {
		c.put(baseAt, c.places.homes[t.world][register].offset, false, register)
	}
	if t.pass != program.SetupPass && t.world == uniform {
		c.share(register)
	}
}

// deliver writes a column's value of the month, or of all months.
func (c *code) deliver(column int) {
	p, register := c.places, c.program.Columns[column].Register
	if c.world == uniform {
		if p.slots[column] >= 0 {
			c.put(rowAt, p.before*p.uniformWidth+p.slots[column], true, register)
		}
		if c.shape.Whole && c.program.Columns[column].Pass != program.SetupPass {
			c.put(outAt, p.out[column], true, register)
		}
		return
	}
	if p.slots[column] >= 0 {
		c.put(laneRowAt, p.before*p.laneWidth+p.slots[column], false, register)
	}
	if column < len(p.out) {
		c.put(outAt, p.out[column], false, register)
	}
}

// openings writes the function that gives carries their first values.
func (g *generator) openings(world int, carries []program.Carry) []*w.Function {
	if len(carries) == 0 {
		return nil
	}
	c := g.newCode(world)
	for _, carry := range carries {
		c.put(baseAt, g.places.homes[world][carry.To].offset, false, carry.Opening)
	}
	return []*w.Function{c.Function}
}
