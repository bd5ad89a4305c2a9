package kernel

import w "rackonomics/engine/wasmcode"

// driver writes the function that calls all others: over passes and months, once for
// what is the same in all lanes and then for each pair of lanes.
type driver struct {
	*generator
	*w.Function
	pairs     w.Local // parameters: base and this
	pair      w.Local
	pairTable w.Local // the pair's part of the table, in the first month
	pairGiven w.Local // and of what is given by month
	arguments [parameters]w.Local
}

func (g *generator) write() {
	g.constants = map[int32]float64{}
	for _, constant := range g.program.Constants {
		g.constants[constant.Register] = constant.Value
	}
	f := g.module.Function(Run, []w.Type{w.I32, w.I32})
	d := &driver{generator: g, Function: f, pairs: 1}
	d.pair, d.pairTable, d.pairGiven = f.Fresh(w.I32), f.Fresh(w.I32), f.Fresh(w.I32)
	for i := range d.arguments {
		if w.Local(i) != baseAt {
			d.arguments[i] = f.Fresh(w.I32)
		}
	}
	if g.shape.Whole {
		d.seek(d.pairTable, g.places.table, d.pair, 0)
	}
	d.world(uniform)
	f.Get(d.pairs)
	f.Begin(w.If)
	f.Begin(w.Loop)
	d.seek(d.arguments[pairAt], g.places.pairInputs, d.pair, g.places.pairWidth)
	d.seek(d.pairGiven, g.places.monthly, d.pair, g.places.monthlyWidth*g.shape.Computed)
	d.seek(d.pairTable, g.places.table, d.pair, g.places.tableWidth*g.shape.Computed)
	d.seek(d.arguments[outAt], g.places.steady, d.pair, g.places.steadyWidth)
	d.world(ofLanes)
	d.advance(d.pair, 1)
	f.Get(d.pair)
	f.Get(d.pairs)
	f.Do(w.I32LessUnsigned)
	f.Jump(w.BranchIf, 0)
	f.Do(w.End)
	f.Do(w.End)
}

// seek sets a pointer to the memory's beginning, an offset and so many widths on.
func (d *driver) seek(pointer w.Local, offset int, count w.Local, width int) {
	d.Get(baseAt)
	d.I32(int32(offset))
	d.Do(w.I32Add)
	d.Get(count)
	d.I32(int32(width))
	d.Do(w.I32Multiply)
	d.Do(w.I32Add)
	d.Set(pointer)
}

func (d *driver) advance(l w.Local, by int) {
	d.Get(l)
	d.I32(int32(by))
	d.Do(w.I32Add)
	d.Set(l)
}

func (d *driver) call(list []*w.Function) {
	for _, f := range list {
		for _, argument := range d.arguments {
			d.Get(argument)
		}
		d.Call(f)
	}
}

// world does the setup and all passes of what differs by lane, or of the rest.
func (d *driver) world(world int) {
	d.call(d.straight(d.setupOf(world)))
	d.call(d.hoist(world))
	for i := range d.program.Passes {
		d.passOf(world, i)
	}
}

// span is a run of months in which the same functions are called.
type span struct {
	functions []*w.Function
	from, to  int
}

func (d *driver) passOf(world, index int) {
	pass := &d.program.Passes[index]
	within := d.taskOf(world, index, false)
	if within.isEmpty() {
		return
	}
	d.call(d.openings(world, within.carries))
	spans := []span{{d.straight(within), 0, d.shape.Months}}
	if reach := d.reach(index); reach > d.shape.Months {
		spans = append(spans, span{d.straight(d.taskOf(world, index, true)), d.shape.Months, reach})
	}
	if !pass.Backward {
		for _, s := range spans {
			d.months(s.functions, s.from, s.to, 1)
		}
		return
	}
	for i := len(spans) - 1; i >= 0; i-- {
		d.months(spans[i].functions, spans[i].to-1, spans[i].from-1, -1)
	}
}

// reach is how many months a pass goes over.
func (d *driver) reach(index int) int {
	for _, column := range d.program.Columns {
		if column.Pass == index && column.Beyond {
			return d.shape.Computed
		}
	}
	if d.program.Passes[index].OperationsBeyond > 0 {
		return d.shape.Computed
	}
	return d.shape.Months
}

// reachOf is how many months of a column have values.
func (g *generator) reachOf(beyond bool) int {
	if beyond {
		return g.shape.Computed
	}
	return g.shape.Months
}

// months calls functions in each month from one to before another.
func (d *driver) months(functions []*w.Function, from, to, step int) {
	if len(functions) == 0 || from == to {
		return
	}
	p, month := d.places, d.arguments[monthAt]
	d.I32(int32(from))
	d.Set(month)
	d.seek(d.arguments[rowAt], p.uniformRows, month, p.uniformWidth)
	d.seek(d.arguments[laneRowAt], p.laneRows, month, p.laneWidth)
	for _, of := range []struct {
		pointer, begin w.Local
		width          int
	}{{d.arguments[givenAt], d.pairGiven, p.monthlyWidth}, {d.arguments[outAt], d.pairTable, p.tableWidth}} {
		d.Get(of.begin)
		d.I32(int32(from * of.width))
		d.Do(w.I32Add)
		d.Set(of.pointer)
	}
	d.Begin(w.Loop)
	d.call(functions)
	d.advance(month, step)
	d.advance(d.arguments[rowAt], step*p.uniformWidth)
	d.advance(d.arguments[laneRowAt], step*p.laneWidth)
	d.advance(d.arguments[givenAt], step*p.monthlyWidth)
	d.advance(d.arguments[outAt], step*p.tableWidth)
	d.Get(month)
	d.I32(int32(to))
	d.Do(w.I32Subtract)
	d.Jump(w.BranchIf, 0)
	d.Do(w.End)
}
