package kernel

import (
	"encoding/binary"
	"math"

	"rackonomics/engine/calendar"
	"rackonomics/engine/elementary"
	"rackonomics/engine/machine"
	"rackonomics/engine/program"
)

// place says where values stand in a kernel's memory: of month m and pair p of
// lanes at at + m*byMonth + p*byPair, one lane after the other. What is the same in all
// lanes and months stands twice there, what is the same in all lanes once.
type place struct{ at, byMonth, byPair int }

// The sizes of a number and of a pair of them.
const (
	single = 8
	double = 16
)

// area is a part of memory in which a slot is found by a pointer and an offset.
type area uint8

const (
	nowhere area = iota
	fixed        // at the same address always: a pair of numbers
	ofPair       // inputs of the pair of lanes
	rows         // one number for all lanes, by month
	given        // inputs of the pair of lanes, by month
)

// The worlds: code that is done once for all lanes, and for each pair of them.
const (
	uniform = iota
	ofLanes
)

func worldOf(lanes bool) int {
	if lanes {
		return ofLanes
	}
	return uniform
}

// home is where a register's value stands when it is not at hand in a local.
type home struct {
	in     area
	offset int
}

// places is the layout of a kernel's memory, and what stands in it from the start.
type places struct {
	image  []byte
	tables tables
	size   int

	homes [2][]home // by world and register
	slots []int     // by column that operations read: its slot in the rows of its kind; else -1

	pairs                 int // of lanes
	before                int // rows of zeros before the first month; some also come after the last
	uniformRows, laneRows int // where they begin, those of zeros among them
	uniformWidth          int // bytes a month
	laneWidth             int
	pairInputs, pairWidth int // inputs of a pair, and their bytes
	monthly, monthlyWidth int // those by month, and their bytes a month

	inputs, calendar, shocks []place
	columns                  []place // that are wanted

	hoisted hoisted

	table, tableWidth   int   // wanted columns that differ by lane, and their bytes of a pair and month
	steady, steadyWidth int   // those that are the same in all months
	out                 []int // by wanted column that differs by lane, where it goes among them
}

func (p *places) take(bytes int) (at int) {
	at = p.size
	p.size += (bytes + double - 1) / double * double
	return at
}

// finder lays out the memory of a shape.
type finder struct {
	*places
	*binding
	of   machine.Shape
	read [2][]bool // by world and register
}

func findPlaces(of machine.Shape, b *binding) *places {
	count := len(of.Program.Registers)
	f := &finder{places: &places{pairs: (of.Lanes + 1) / 2}, binding: b, of: of}
	for i := range f.homes {
		f.homes[i], f.read[i] = make([]home, count), make([]bool, count)
	}
	f.findReads()
	f.findImage()
	f.findFixed()
	f.findHoisted()
	f.findGiven()
	f.findRows()
	f.findOut()
	return f.places
}

// findReads notes which registers are read by which code.
func (f *finder) findReads() {
	p := f.program
	note := func(register int32, lanes bool) { f.read[worldOf(lanes)][register] = true }
	each := func(list []program.Operation) {
		for _, op := range list {
			for _, register := range registersOf(op) {
				note(register, f.lanes[op.Target])
			}
			if readsColumn(op) && p.Columns[op.A].Pass == program.SetupPass {
				note(p.Columns[op.A].Register, f.lanes[op.Target])
			}
		}
	}
	each(p.Setup)
	for _, pass := range p.Passes {
		each(pass.Operations)
		for _, carry := range pass.Carries {
			note(carry.From, f.lanes[carry.To])
			note(carry.Opening, f.lanes[carry.To])
		}
	}
}

// findImage is what stands at the beginning: constants and the tables of functions.
func (f *finder) findImage() {
	number := func(x float64) { f.image = binary.LittleEndian.AppendUint64(f.image, math.Float64bits(x)) }
	uses := map[program.Code]bool{}
	for _, constant := range f.program.Constants {
		f.setHome(constant.Register, home{fixed, len(f.image)})
		number(constant.Value)
		number(constant.Value)
	}
	for _, op := range f.program.Setup {
		uses[op.Code] = true
	}
	for _, pass := range f.program.Passes {
		for _, op := range pass.Operations {
			uses[op.Code] = true
		}
	}
	if uses[program.Exponential] || uses[program.Power] {
		f.tables.exp = len(f.image)
		for _, entry := range elementary.ExpTable() {
			f.image = binary.LittleEndian.AppendUint64(f.image, entry[0])
			f.image = binary.LittleEndian.AppendUint64(f.image, entry[1])
		}
	}
	if uses[program.Logarithm] || uses[program.Power] {
		f.tables.log = len(f.image)
		for _, entry := range elementary.LogTable() {
			for _, bits := range [4]uint64{entry[0], entry[1], entry[2], 0} {
				f.image = binary.LittleEndian.AppendUint64(f.image, bits)
			}
		}
	}
	if uses[program.ExchangeDay] {
		f.tables.days = len(f.image)
		for day := range days() {
			f.image = append(f.image, byte(calendar.ExchangeDay(day)-day))
		}
	}
	f.take(len(f.image))
}

// days is how many the calendar has.
func days() int { return calendar.Last.Add(1).FirstDay() }

func (f *finder) setHome(register int32, at home) {
	f.homes[uniform][register], f.homes[ofLanes][register] = at, at
}

// findFixed places what has one address: of all lanes and of the pair in turn.
func (f *finder) findFixed() {
	p := f.program
	f.inputs = make([]place, len(p.Inputs))
	for i, input := range p.Inputs {
		if p.Registers[input.Register].Kind == program.FromInput && !f.lanes[input.Register] {
			at := f.take(double)
			f.setHome(input.Register, home{fixed, at})
			f.inputs[i] = place{at: at}
		}
	}
	for _, lanes := range []bool{false, true} { // those of lanes side by side
		for i, register := range p.Registers {
			if (register.Kind == program.FromSetup || register.Kind == program.FromCarry) && f.lanes[i] == lanes {
				f.setHome(int32(i), home{fixed, f.take(double)})
			}
		}
	}
	for i, register := range p.Registers {
		if register.Kind == program.FromPass { // used where code is cut between its making and its use
			f.homes[worldOf(f.lanes[i])][i] = home{fixed, f.take(double)}
		}
	}
}

// findGiven places the inputs and draws that differ by lane.
func (f *finder) findGiven() {
	p := f.program
	f.shocks = make([]place, len(p.Shocks))
	monthly := func(register int32) (offset int) {
		offset = f.monthlyWidth
		f.monthlyWidth += double
		f.setHome(register, home{given, offset})
		return offset
	}
	var steady, changing []int
	for i, input := range p.Inputs {
		switch {
		case !f.lanes[input.Register]:
		case p.Registers[input.Register].Kind == program.FromInput:
			f.setHome(input.Register, home{ofPair, f.pairWidth})
			f.inputs[i].at = f.pairWidth
			f.pairWidth += double
			steady = append(steady, i)
		default:
			f.inputs[i].at = monthly(input.Register)
			changing = append(changing, i)
		}
	}
	for i, shock := range p.Shocks {
		if f.of.Drawn {
			f.shocks[i].at = monthly(shock.Register)
		}
	}
	f.pairInputs = f.take(f.pairWidth * f.pairs)
	f.monthly = f.take(f.monthlyWidth * f.of.Computed * f.pairs)
	for _, i := range steady {
		f.inputs[i] = place{f.pairInputs + f.inputs[i].at, 0, f.pairWidth}
	}
	for _, i := range changing {
		f.inputs[i] = f.monthlyPlace(f.inputs[i].at)
	}
	for i := range f.shocks {
		if f.of.Drawn {
			f.shocks[i] = f.monthlyPlace(f.shocks[i].at)
		}
	}
}

func (f *finder) monthlyPlace(offset int) place {
	return place{f.monthly + offset, f.monthlyWidth, f.monthlyWidth * f.of.Computed}
}

// findRows places what is kept by month: of all lanes what is given, what lanes read
// and what columns need; of the pair in turn the columns that operations read.
func (f *finder) findRows() {
	p := f.program
	oneRow := func() (offset int) {
		offset = f.uniformWidth
		f.uniformWidth += single
		return offset
	}
	for i, register := range p.Registers {
		if f.lanes[i] {
			continue
		}
		switch register.Kind {
		case program.FromCalendar, program.FromProfile, program.FromShock:
			f.setHome(int32(i), home{rows, oneRow()})
		case program.FromPass, program.FromCarry:
			if f.read[ofLanes][i] {
				f.homes[ofLanes][i] = home{rows, oneRow()}
			}
		}
	}
	f.slots = make([]int, len(p.Columns))
	isRead := f.readColumns()
	for i, column := range p.Columns {
		f.slots[i] = -1
		switch isSteady := column.Pass == program.SetupPass; {
		case isSteady || !isRead[i] && (i >= p.Requested || f.of.Whole):
		case !f.lanes[column.Register]:
			f.slots[i] = oneRow()
		case isRead[i]:
			f.slots[i] = f.laneWidth
			f.laneWidth += double
		}
	}
	f.placeRows()
}

// readColumns finds the columns that operations read, and how far from now.
func (f *finder) readColumns() (isRead []bool) {
	isRead = make([]bool, len(f.program.Columns))
	for _, pass := range f.program.Passes {
		for _, op := range pass.Operations {
			if !readsColumn(op) {
				continue
			}
			isRead[op.A] = true
			if op.Code == program.Load && !f.outside(op.B) {
				f.before = max(f.before, int(-op.B), int(op.B))
			}
		}
	}
	return isRead
}

// outside reports whether no month of the table is so far from another.
func (f *finder) outside(months int32) bool {
	return int(months) >= f.of.Computed || int(-months) >= f.of.Computed
}

func (f *finder) placeRows() {
	count := f.of.Computed + 2*f.before
	f.uniformRows = f.take(f.uniformWidth * count)
	f.laneRows = f.take(f.laneWidth * count)
	now := func(register int32) place {
		return place{f.uniformRows + f.before*f.uniformWidth + f.homes[ofLanes][register].offset, f.uniformWidth, 0}
	}
	f.calendar = make([]place, len(f.program.Calendar))
	for i, slot := range f.program.Calendar {
		f.calendar[i] = now(slot.Register)
	}
	for i, input := range f.program.Inputs {
		if f.homes[ofLanes][input.Register].in == rows {
			f.inputs[i] = now(input.Register)
		}
	}
}

// findOut places the wanted columns of the table: of a plain run those that change by month
// column by column, as the table has them. Else what differs by lane stands pair
// by pair, month by month, so that a pair writes it in one go; of the rest it is where
// it stands anyway.
func (f *finder) findOut() {
	wanted := f.of.Wanted()
	f.out, f.columns = make([]int, len(wanted)), make([]place, len(wanted))
	if f.of.Whole {
		f.findPlainOut(wanted)
		return
	}
	for i, column := range wanted {
		isSteady, width := column.Pass == program.SetupPass, &f.tableWidth
		if isSteady {
			width = &f.steadyWidth
		}
		switch {
		case f.lanes[column.Register]:
			f.out[i] = *width
			*width += double
		case isSteady:
			f.columns[i] = place{at: f.homes[uniform][column.Register].offset}
		default:
			f.columns[i] = place{f.uniformRows + f.before*f.uniformWidth + f.slots[i], f.uniformWidth, 0}
		}
	}
	f.steady = f.take(f.steadyWidth * f.pairs)
	f.table = f.take(f.tableWidth * f.of.Computed * f.pairs)
	for i, column := range wanted {
		switch {
		case !f.lanes[column.Register]:
		case column.Pass == program.SetupPass:
			f.columns[i] = place{f.steady + f.out[i], 0, f.steadyWidth}
		default:
			f.columns[i] = place{f.table + f.out[i], f.tableWidth, f.tableWidth * f.of.Computed}
		}
	}
}

func (f *finder) findPlainOut(wanted []program.Column) {
	f.tableWidth = single
	f.table = f.take(len(wanted) * f.of.Computed * single)
	for i, column := range wanted {
		f.out[i] = i * f.of.Computed * single
		if column.Pass == program.SetupPass {
			f.columns[i] = place{at: f.homes[uniform][column.Register].offset}
		} else {
			f.columns[i] = place{f.table + f.out[i], single, 0}
		}
	}
}
