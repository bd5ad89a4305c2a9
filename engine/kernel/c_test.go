package kernel

import (
	"bytes"
	_ "embed"
	"fmt"
	"slices"
	"strconv"

	"rackonomics/engine/elementary"
	"rackonomics/engine/machine"
	"rackonomics/engine/program"
)

//go:embed testdata/elementary.h
var elementaryInC string

// C is a kernel with the same program in C, in the same memory: clang's code is what a
// kernel's is measured against. Functions, places and what is hoisted are those of the
// kernel, so that what differs is the compiler.
func C(of machine.Shape) (*Kernel, []byte, error) {
	made, err := Generate(of, OfHost)
	if err != nil {
		return nil, nil, err
	}
	bound := bind(of.Program, of.Varies, of.Drawn)
	g := &generator{shape: of, binding: bound, places: findPlaces(of, bound), constants: map[int32]float64{}, most: mostOperations}
	for _, constant := range g.program.Constants {
		g.constants[constant.Register] = constant.Value
	}
	w := &cWriter{generator: g}
	w.define()
	w.out.WriteString(elementaryInC)
	w.driver()
	return made, slices.Concat(w.out.Bytes(), w.body.Bytes()), w.err
}

// cWriter writes a program's functions, each before the driver that calls it.
type cWriter struct {
	*generator
	out  bytes.Buffer // the functions
	body bytes.Buffer // the driver
	made int          // functions
	err  error
}

func (w *cWriter) define() {
	p := w.places
	for name, value := range map[string]float64{
		"EXP_PLAIN": elementary.ExpPlain, "EXP_OVERFLOW": elementary.ExpOverflow, "EXP_UNDERFLOW": elementary.ExpUnderflow,
		"ROUNDING_SHIFT": elementary.RoundingShift, "INVERSE_LN2_TIMES_128": elementary.InverseLn2Times128,
		"LN2_BY_128_HIGH": elementary.Ln2By128High, "LN2_BY_128_LOW": elementary.Ln2By128Low,
		"LN2_HIGH": elementary.Ln2High, "LN2_LOW": elementary.Ln2Low,
	} {
		fmt.Fprintf(&w.out, "#define %s %s\n", name, inC(value))
	}
	fmt.Fprintf(&w.out, "#define LOG_OFFSET %#xull\n#define EXP_TABLE %d\n#define LOG_TABLE %d\n", uint64(elementary.LogOffset), p.tables.exp, p.tables.log)
}

func inC(x float64) string { return strconv.FormatFloat(x, 'x', -1, 64) }

// cCode writes one function, as [code] does.
type cCode struct {
	*cWriter
	bytes.Buffer
	world int
	held  map[int32]bool // registers that stand in variables, and whether as masks
}

const cParameters = "byte *base, byte *pairAt, byte *row, byte *laneRow, byte *given, byte *out, int month"
const cArguments = "base, pairAt, row, laneRow, given, out, month"

// function writes a function and gives its name, or none where it does nothing.
func (w *cWriter) function(world int, write func(c *cCode)) []string {
	c := &cCode{cWriter: w, world: world, held: map[int32]bool{}}
	write(c)
	if c.Len() == 0 {
		return nil
	}
	w.made++
	name := fmt.Sprintf("part%d", w.made)
	fmt.Fprintf(&w.out, "static void %s(%s) {\nconst pair one = splat(1), none = splat(0);\n%s}\n", name, cParameters, c.Bytes())
	return []string{name}
}

func (c *cCode) line(format string, args ...any) { fmt.Fprintf(c, format+"\n", args...) }

func (c *cCode) number(register int32) string {
	if _, ok := c.held[register]; !ok {
		c.line("pair r%d = %s;", register, c.fetch(register))
		c.held[register] = false
	}
	if c.held[register] {
		return fmt.Sprintf("wasm_v128_and(r%d, one)", register)
	}
	return fmt.Sprintf("r%d", register)
}

func (c *cCode) truth(register int32) string {
	number := c.number(register)
	if c.held[register] {
		return fmt.Sprintf("r%d", register)
	}
	return fmt.Sprintf("wasm_f64x2_gt(%s, none)", number)
}

func (c *cCode) fetch(register int32) string {
	at := c.places.homes[c.world][register]
	switch at.in {
	case fixed:
		return fmt.Sprintf("wasm_v128_load(base + %d)", at.offset)
	case ofPair:
		return fmt.Sprintf("wasm_v128_load(pairAt + %d)", at.offset)
	case given:
		return fmt.Sprintf("wasm_v128_load(given + %d)", at.offset)
	case rows:
		return fmt.Sprintf("wasm_v128_load64_splat(row + %d)", c.places.before*c.places.uniformWidth+at.offset)
	}
	c.err = fmt.Errorf("register %d is read that stands nowhere", register)
	return "none"
}

func (c *cCode) put(address string, offset int, one bool, register int32) {
	if number := c.number(register); one {
		c.line("*(double *)(%s + %d) = wasm_f64x2_extract_lane(%s, 0);", address, offset, number)
	} else {
		c.line("wasm_v128_store(%s + %d, %s);", address, offset, number)
	}
}

// cSimple are the operations that are one intrinsic on numbers.
var cSimple = map[program.Code]string{
	program.Add: "add", program.Subtract: "sub", program.Multiply: "mul", program.Negate: "neg", program.Absolute: "abs",
	program.Floor: "floor", program.Ceiling: "ceil", program.Less: "lt", program.LessOrEqual: "le", program.Equal: "eq",
}

func (c *cCode) operation(op program.Operation) {
	var value string
	if name, ok := cSimple[op.Code]; ok {
		value = "wasm_f64x2_" + name + "(" + c.number(op.A)
		if len(registersOf(op)) == 2 {
			value += ", " + c.number(op.B)
		}
		value += ")"
	} else {
		value = c.composed(op)
	}
	c.line("pair r%d = %s;", op.Target, value)
	c.held[op.Target] = program.Operations[op.Code].Result == program.TruthOperand
}

func (c *cCode) composed(op program.Operation) string {
	switch op.Code {
	case program.Divide:
		a, b := c.number(op.A), c.number(op.B)
		if x, ok := c.constants[op.B]; ok && x != 0 {
			return fmt.Sprintf("wasm_f64x2_div(%s, %s)", a, b)
		}
		return fmt.Sprintf("wasm_v128_or(wasm_f64x2_div(%s, %s), wasm_f64x2_eq(%[2]s, none))", a, b)
	case program.Minimum:
		return c.extreme("pmin", op)
	case program.Maximum:
		return c.extreme("pmax", op)
	case program.NotEqual:
		a, b := c.number(op.A), c.number(op.B)
		return fmt.Sprintf("wasm_v128_or(wasm_f64x2_lt(%s, %s), wasm_f64x2_gt(%[1]s, %[2]s))", a, b)
	case program.And:
		return fmt.Sprintf("wasm_v128_and(%s, %s)", c.truth(op.A), c.truth(op.B))
	case program.Or:
		return fmt.Sprintf("wasm_v128_or(%s, %s)", c.truth(op.A), c.truth(op.B))
	case program.Not:
		return fmt.Sprintf("wasm_v128_not(%s)", c.truth(op.A))
	case program.When:
		return c.when(op)
	case program.Copy:
		return c.number(op.A)
	case program.Load:
		return c.load(op)
	case program.Lag:
		return c.lag(op)
	case program.Exponential:
		return fmt.Sprintf("exp_of(base, %s)", c.number(op.A))
	case program.Logarithm:
		return fmt.Sprintf("log_of(base, %s)", c.number(op.A))
	case program.Power:
		return c.power(op)
	}
	c.err = fmt.Errorf("there is no C for %q", op.Code)
	return "none"
}

func (c *cCode) extreme(name string, op program.Operation) string {
	a, b := c.number(op.A), c.number(op.B)
	value := fmt.Sprintf("wasm_f64x2_%s(%s, %s)", name, a, b)
	if x, ok := c.constants[op.B]; ok && x == x {
		return value
	}
	return fmt.Sprintf("wasm_v128_or(%s, wasm_f64x2_ne(%s, %[2]s))", value, b)
}

func (c *cCode) when(op program.Operation) string {
	switch condition := c.truth(op.A); {
	case c.isConstant(op.C, 0):
		return fmt.Sprintf("wasm_v128_and(%s, %s)", c.number(op.B), condition)
	case c.isConstant(op.B, 0):
		return fmt.Sprintf("wasm_v128_andnot(%s, %s)", c.number(op.C), condition)
	default:
		return fmt.Sprintf("wasm_v128_bitselect(%s, %s, %s)", c.number(op.B), c.number(op.C), condition)
	}
}

func (c *cCode) load(op program.Operation) string {
	p, months := c.places, int(op.B)
	column := c.shape.Program.Columns[op.A]
	switch {
	case months >= c.shape.Computed || -months >= c.shape.Computed:
		return "none"
	case column.Pass == program.SetupPass:
		return fmt.Sprintf("wasm_v128_and(%s, wasm_i64x2_splat(-(whole)((unsigned)(month + %d) < %du)))", c.fetch(column.Register), months, c.reachOf(column.Beyond))
	case c.lanes[column.Register]:
		return fmt.Sprintf("wasm_v128_load(laneRow + %d)", (p.before+months)*p.laneWidth+p.slots[op.A])
	}
	return fmt.Sprintf("wasm_v128_load64_splat(row + %d)", (p.before+months)*p.uniformWidth+p.slots[op.A])
}

// rowsOf says where a column's rows stand, their width, and where the month's value is.
func (c *cCode) rowsOf(index int32) (row string, width, step, offset int) {
	p := c.places
	if c.lanes[c.shape.Program.Columns[index].Register] {
		return "laneRow", p.laneWidth, single, p.before*p.laneWidth + p.slots[index]
	}
	return "row", p.uniformWidth, 0, p.before*p.uniformWidth + p.slots[index]
}

func (c *cCode) lag(op program.Operation) string {
	row, width, step, offset := c.rowsOf(op.A)
	twoOf := func(back string, scale int, step int) string {
		lane := func(i int) string {
			return fmt.Sprintf("*(double *)(%s - wasm_i32x4_extract_lane(%s, %d) * %d + %d)", row, back, i, scale, offset+i*step)
		}
		return fmt.Sprintf("wasm_f64x2_make(%s, %s)", lane(0), lane(1))
	}
	if c.canHoistLag(op) {
		of := c.distanceOf(op)
		back := fmt.Sprintf("back%d", op.Target)
		c.line("pair %s = wasm_u32x4_min(wasm_v128_load(base + %d), wasm_i32x4_splat((month + 1) * %d));", back, c.places.hoisted.distances[of], width)
		past := twoOf(back, 1, step)
		if !c.lanes[op.B] {
			read := map[int]string{single: "load", 0: "load64_splat"}[step]
			past = fmt.Sprintf("wasm_v128_%s(%s - wasm_i32x4_extract_lane(%s, 0) + %d)", read, row, back, offset)
		}
		return fmt.Sprintf("wasm_v128_or(%s, wasm_v128_load(base + %d))", past, c.places.hoisted.absent[op.B])
	}
	months, now := c.number(op.B), c.number(op.C)
	past := c.fetchOrNone(op.A)
	if past == "" {
		back := fmt.Sprintf("back%d", op.Target)
		c.line("pair %s = wasm_u32x4_min(wasm_u32x4_trunc_sat_f64x2_zero(%s), wasm_i32x4_splat(month));", back, months)
		past = twoOf(back, width, step)
	}
	return fmt.Sprintf("wasm_v128_bitselect(%s, wasm_v128_or(wasm_v128_andnot(%s, wasm_f64x2_gt(%s, splat(month))), wasm_f64x2_ne(%[3]s, %[3]s)), wasm_f64x2_lt(%[3]s, one))", now, past, months)
}

// fetchOrNone reads a column of the setup; of any other it gives nothing.
func (c *cCode) fetchOrNone(index int32) string {
	if column := c.shape.Program.Columns[index]; column.Pass == program.SetupPass {
		return c.fetch(column.Register)
	}
	return ""
}

func (c *cCode) power(op program.Operation) string {
	x, y := c.number(op.A), c.number(op.B)
	at, ok := c.places.hoisted.logs[op.A]
	if !ok || c.shape.Program.Registers[op.Target].Kind == program.FromSetup {
		return fmt.Sprintf("pow_of(base, %s, %s)", x, y)
	}
	return fmt.Sprintf("pow_with_logs(base, %s, %s, wasm_v128_load(base + %d), wasm_v128_load(base + %d))", x, y, at, at+double)
}

func (c *cCode) deliver(column int) {
	p, register := c.places, c.program.Columns[column].Register
	if c.world == uniform {
		if p.slots[column] >= 0 {
			c.put("row", p.before*p.uniformWidth+p.slots[column], true, register)
		}
		return
	}
	if p.slots[column] >= 0 {
		c.put("laneRow", p.before*p.laneWidth+p.slots[column], false, register)
	}
	if column < len(p.out) {
		c.put("out", p.out[column], false, register)
	}
}

func (c *cCode) share(register int32) {
	if at := c.places.homes[ofLanes][register]; at.in == rows {
		c.put("row", c.places.before*c.places.uniformWidth+at.offset, true, register)
	}
}

// straight writes the functions of a task, as [generator.straight] does.
func (w *cWriter) straight(t *task) (list []string) {
	parted := w.parted(t)
	for i, piece := range parted.pieces {
		list = append(list, w.function(t.world, func(c *cCode) {
			if i == 0 {
				c.begin(parted)
			}
			for _, op := range piece {
				c.operation(op)
				if t.pass == program.SetupPass || parted.readIn[op.Target] > i {
					c.put("base", w.places.homes[t.world][op.Target].offset, false, op.Target)
				}
				if t.pass != program.SetupPass && t.world == uniform {
					c.share(op.Target)
				}
				for _, column := range parted.columns[op.Target] {
					c.deliver(column)
				}
			}
			if i == len(parted.pieces)-1 {
				for _, carry := range t.carries {
					c.put("base", w.places.homes[t.world][carry.To].offset, false, carry.From)
				}
			}
		})...)
	}
	return list
}

func (c *cCode) begin(t *parting) {
	for _, column := range t.given {
		c.deliver(column)
	}
	for _, register := range t.carried {
		c.share(register)
	}
}

func (w *cWriter) hoist(world int) []string {
	return w.function(world, func(c *cCode) {
		for i := range w.program.Registers {
			register := int32(i)
			if w.lanes[i] != (world == ofLanes) {
				continue
			}
			if at, ok := w.places.hoisted.logs[register]; ok {
				c.line("{ pair tail, high = logs_of(base, %s, &tail); wasm_v128_store(base + %d, high); wasm_v128_store(base + %d, tail); }", c.fetch(register), at, at+double)
			}
			for rows, width := range []int{w.places.uniformWidth, w.places.laneWidth} {
				if at, ok := w.places.hoisted.distances[distance{register, rows}]; ok {
					c.line("wasm_v128_store(base + %d, wasm_i32x4_mul(wasm_u32x4_min(wasm_u32x4_trunc_sat_f64x2_zero(%s), wasm_i32x4_splat(%d)), wasm_i32x4_splat(%d)));", at, c.fetch(register), w.shape.Computed, width)
				}
			}
			if at, ok := w.places.hoisted.absent[register]; ok {
				c.line("wasm_v128_store(base + %d, wasm_f64x2_ne(%s, %[2]s));", at, c.fetch(register))
			}
		}
	})
}

func (w *cWriter) driver() {
	p, computed := w.places, w.shape.Computed
	say := func(format string, args ...any) { fmt.Fprintf(&w.body, format+"\n", args...) }
	say("__attribute__((export_name(\"run\"))) void run(byte *base, int pairs) {")
	say("byte *pairAt = base, *row = base, *laneRow = base, *given = base, *out = base, *pairGiven = base, *pairTable = base; int month = 0;")
	w.worldOf(uniform)
	say("for (int i = 0; i < pairs; i++) {")
	say("pairAt = base + %d + i * %d; pairGiven = base + %d + i * %d; pairTable = base + %d + i * %d; out = base + %d + i * %d;",
		p.pairInputs, p.pairWidth, p.monthly, p.monthlyWidth*computed, p.table, p.tableWidth*computed, p.steady, p.steadyWidth)
	w.worldOf(ofLanes)
	say("}\n}")
}

func (w *cWriter) calls(names []string) {
	for _, name := range names {
		fmt.Fprintf(&w.body, "%s(%s);\n", name, cArguments)
	}
}

func (w *cWriter) worldOf(world int) {
	w.calls(w.straight(w.setupOf(world)))
	w.calls(w.hoist(world))
	for i := range w.program.Passes {
		w.passOf(world, i)
	}
}

func (w *cWriter) passOf(world, index int) {
	pass := &w.program.Passes[index]
	within := w.taskOf(world, index, false)
	if within.isEmpty() {
		return
	}
	w.calls(w.function(world, func(c *cCode) {
		for _, carry := range within.carries {
			c.put("base", w.places.homes[world][carry.To].offset, false, carry.Opening)
		}
	}))
	type part struct {
		names    []string
		from, to int
	}
	parts := []part{{w.straight(within), 0, w.shape.Months}}
	if reach := (&driver{generator: w.generator}).reach(index); reach > w.shape.Months {
		parts = append(parts, part{w.straight(w.taskOf(world, index, true)), w.shape.Months, reach})
	}
	if pass.Backward {
		slices.Reverse(parts)
	}
	p := w.places
	for _, each := range parts {
		loop := fmt.Sprintf("month = %d; month < %d; month++", each.from, each.to)
		if pass.Backward {
			loop = fmt.Sprintf("month = %d; month >= %d; month--", each.to-1, each.from)
		}
		fmt.Fprintf(&w.body, "for (%s) {\nrow = base + %d + month * %d; laneRow = base + %d + month * %d; given = pairGiven + month * %d; out = pairTable + month * %d;\n",
			loop, p.uniformRows, p.uniformWidth, p.laneRows, p.laneWidth, p.monthlyWidth, p.tableWidth)
		w.calls(each.names)
		w.body.WriteString("}\n")
	}
}
