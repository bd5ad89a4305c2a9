// Package machine runs a [program.Program] over months and lanes. It knows no
// subject. A lane is one path: a single lane is the plain run, a block of lanes
// a part of a Monte Carlo run; the same block gives the same bits wherever it
// is computed.
package machine

import (
	"fmt"
	"math"
	"slices"

	"rackonomics/engine/calendar"
	"rackonomics/engine/program"
	"rackonomics/engine/random"
)

// Inputs gives the values of one input of one instance: a single value, or one
// for each month that is computed, or nil where they are those of the last run. A
// run asks once for each input, in the program's order, and keeps nothing of what it
// is given.
type Inputs func(input program.Input) []float64

// Draws says where the shocks of a run come from; nil leaves them at zero.
type Draws struct {
	Seed  uint64
	Block uint32
}

// Machine holds the memory of a program, so that running it again allocates nothing.
type Machine struct {
	program  *program.Program
	setup    []batch
	passes   []pass   // made when they are first asked for
	steady   []stored // columns of what the setup leaves, the same in all months; those that go beyond first
	start    calendar.Month
	months   int // of the scenario
	computed int // with those after it
	lanes    int
	memory   []float64   // registers × lanes
	calendar [][]float64 // by the program's calendar slot and month
	given    [][]float64 // by the program's input, in the last run
	varying  []varying
	spread   []Spread // by the program's input
	streams  []random.Stream

	steadyBeyond int
	seed         uint64
	table        Table
	plain        bool                                      // the table is that of the inputs given last, without draws
	kernels      *kernelled                                // nil without a backend
	runKernel    func(draws *Draws) (done bool, err error) // theirs
	quick        quickened

	// Of the plain run.
	wides   []wide
	rows    rows
	changed []bool // by register: it may be another than in the last run
}

// pass is a pass of the program as it is done within the scenario, and what of it
// is done after that.
type pass struct {
	within, beyond []batch
	stored         []stored // its columns, those that go beyond first
	storedBeyond   int
}

// stored is a column and the register that it is written from.
type stored struct{ index, register int32 }

// varying is an input with a value for each month.
type varying struct {
	register int32
	values   []float64
	spread   *Spread
}

// Spread is an input's values by lane, where they differ, instead of those that
// inputs give.
type Spread struct {
	Values  []float64 // by lane, or by month and lane; nil where all lanes have the same
	Monthly bool
}

func (s *Spread) fill(register []float64, month int) {
	if s.Monthly {
		copy(register, s.Values[month*len(register):])
		return
	}
	copy(register, s.Values)
}

// New prepares a program for a scenario of a number of months from start and a
// number of lanes, each at least one. [Machine.Reach] adds months after it.
func New(p *program.Program, start calendar.Month, months, lanes int) (*Machine, error) {
	if months < 1 || lanes < 1 {
		return nil, fmt.Errorf("a run needs at least one month and one lane, not %d and %d", months, lanes)
	}
	m := &Machine{program: p, start: start, months: months, lanes: lanes,
		memory:  make([]float64, len(p.Registers)*lanes),
		given:   make([][]float64, len(p.Inputs)),
		spread:  make([]Spread, len(p.Inputs)),
		changed: make([]bool, len(p.Registers)),
		rows:    newRows(len(p.Registers)),
		varying: make([]varying, 0, len(p.Inputs)),
		setup:   batches(p.Setup, len(p.Registers)),
	}
	m.steady, m.steadyBeyond = m.columnsOf(program.SetupPass)
	if lanes == 1 {
		for i := range p.Passes {
			m.wides = append(m.wides, m.widen(i))
		}
	}
	for _, constant := range p.Constants {
		m.fill(constant.Register, constant.Value)
	}
	m.Reach(months)
	return m, nil
}

// Spread has an input, by its place in the program, differ by lane in the runs to
// come, until it is given another spread. The values are read in each run.
func (m *Machine) Spread(input int, by Spread) error {
	if by.Values != nil && (m.lanes == 1 || len(by.Values)%m.lanes != 0 || !by.Monthly && len(by.Values) != m.lanes) {
		return fmt.Errorf("%s has %d values for %d lanes; several are needed", m.program.Inputs[input].Name, len(by.Values), m.lanes)
	}
	m.spread[input], m.plain = by, false
	return nil
}

// columnsOf finds the columns of a pass or of the setup, those that go beyond the
// scenario first, and how many these are.
func (m *Machine) columnsOf(pass int) (columns []stored, beyond int) {
	var rest []stored
	for i, column := range m.program.Columns {
		switch of := (stored{int32(i), column.Register}); {
		case column.Pass != pass:
		case column.Beyond:
			columns = append(columns, of)
		default:
			rest = append(rest, of)
		}
	}
	return append(columns, rest...), len(columns)
}

// Reach has so many months computed, those of the scenario at least, and gives
// how many: no more than these where nothing is computed after it.
func (m *Machine) Reach(months int) int {
	if months = max(months, m.months); !m.goesBeyond() {
		months = m.months
	}
	if months == m.computed {
		return months
	}
	m.computed, m.plain = months, false
	m.rows.months, m.rows.values = months, make([]float64, m.rows.count*months)
	m.table = Table{Program: m.program, Start: m.start, Months: m.months, Computed: months, Lanes: m.lanes,
		values: make([]float64, len(m.program.Columns)*months*m.lanes)}
	m.calendar = m.calendar[:0]
	for _, slot := range m.program.Calendar {
		values := make([]float64, months)
		for month := range values {
			values[month] = Calendar(slot.Name, m.start, month, m.months)
		}
		m.calendar = append(m.calendar, values)
	}
	return months
}

func (m *Machine) goesBeyond() bool {
	return slices.ContainsFunc(m.program.Columns, func(c program.Column) bool { return c.Beyond }) ||
		slices.ContainsFunc(m.program.Passes, func(p program.Pass) bool { return p.OperationsBeyond > 0 })
}

// Run computes the table. It is the machine's own and holds until the next run.
// What a run is given alone decides its table, so that of the same is there already.
func (m *Machine) Run(inputs Inputs, draws *Draws) (*Table, error) {
	isPlain := m.plain
	m.plain = false
	changed, err := m.readInputs(inputs)
	if err != nil {
		return nil, err
	}
	m.plain = draws == nil
	if m.quick.isKept = m.plain && isPlain && !changed; m.quick.isKept {
		return &m.table, nil
	}
	if m.plain && m.lanes == 1 {
		if isStale := m.quick.isStale; m.runQuick() {
			m.quick.isStale = true
			return &m.table, nil
		} else {
			m.quick.isStale = false
			m.runWide(!isPlain || isStale || m.table.Overflow.Column >= 0) // which a table does not keep
		}
		m.table.settle()
		return &m.table, nil
	}
	clear(m.changed)
	m.prepareStreams(draws)
	if m.runKernel != nil {
		if done, err := m.runKernel(draws); done || err != nil {
			return &m.table, err
		}
	}
	m.table.values = m.table.values[:cap(m.table.values)] // of which a kernel fills a part
	m.preparePasses()
	m.execute(m.setup, 0)
	for month := range m.months {
		m.store(m.steady, month)
	}
	for month := m.months; month < m.computed; month++ {
		m.store(m.steady[:m.steadyBeyond], month)
	}
	for i := range m.program.Passes {
		m.pass(i, draws)
	}
	m.table.settle()
	return &m.table, nil
}

// preparePasses makes the passes as they are done month by month. The plain run
// of one lane does them another way, and most machines are asked for no other.
func (m *Machine) preparePasses() {
	if m.passes != nil {
		return
	}
	m.passes = make([]pass, len(m.program.Passes))
	for i, of := range m.program.Passes {
		made := &m.passes[i]
		made.within = batches(of.Operations, len(m.program.Registers))
		made.beyond = batches(of.Operations[:of.OperationsBeyond], len(m.program.Registers))
		made.stored, made.storedBeyond = m.columnsOf(i)
	}
}

func (m *Machine) pass(index int, draws *Draws) {
	pass, own := &m.program.Passes[index], &m.passes[index]
	for _, carry := range pass.Carries {
		copy(m.register(carry.To), m.register(carry.Opening))
	}
	months := m.computed
	if pass.OperationsBeyond+own.storedBeyond == 0 {
		months = m.months
	}
	for step := range months {
		month := step
		if pass.Backward {
			month = months - 1 - step
		}
		m.setMonth(month, draws)
		if month < m.months {
			m.execute(own.within, month)
			m.store(own.stored, month)
			m.carry(pass.Carries)
		} else {
			m.execute(own.beyond, month)
			m.store(own.stored[:own.storedBeyond], month)
			m.carry(pass.Carries[:pass.CarriesBeyond])
		}
	}
}

// readInputs reports whether one of them has another value than in the last run.
func (m *Machine) readInputs(inputs Inputs) (changed bool, err error) {
	m.varying = m.varying[:0]
	for i, input := range m.program.Inputs {
		values := inputs(input)
		isSame := values == nil
		if isSame {
			values = m.given[i]
		}
		isProfile := m.program.Registers[input.Register].Kind == program.FromProfile
		if len(values) != 1 && (len(values) != m.computed || !isProfile) {
			return false, fmt.Errorf("%s has %d values for %d months", input.Name, len(values), m.computed)
		}
		m.changed[input.Register] = !isSame && !slices.EqualFunc(m.given[i], values, sameBits)
		if m.changed[input.Register] {
			changed = true
			m.given[i] = append(m.given[i][:0], values...)
		}
		m.fill(input.Register, values[0])
		spread := &m.spread[i]
		if spread.Values == nil {
			spread = nil
		} else {
			spread.fill(m.register(input.Register), 0)
			changed = true
		}
		if len(values) > 1 {
			m.varying = append(m.varying, varying{input.Register, m.given[i], spread})
		}
	}
	return changed, nil
}

func sameBits(a, b float64) bool { return math.Float64bits(a) == math.Float64bits(b) }

func (m *Machine) carry(carries []program.Carry) {
	if m.lanes == 1 {
		for _, carry := range carries {
			m.memory[carry.To] = m.memory[carry.From]
		}
		return
	}
	for _, carry := range carries {
		copy(m.register(carry.To), m.register(carry.From))
	}
}

func (m *Machine) prepareStreams(draws *Draws) {
	if draws == nil || len(m.program.Shocks) == 0 || m.streams != nil && m.seed == draws.Seed {
		return
	}
	m.seed, m.streams = draws.Seed, make([]random.Stream, len(m.program.Shocks))
	for i, shock := range m.program.Shocks {
		m.streams[i] = random.NewStream(draws.Seed, shock.Stream)
	}
}

func (m *Machine) register(index int32) []float64 {
	return m.memory[int(index)*m.lanes:][:m.lanes]
}

func (m *Machine) fill(register int32, value float64) {
	lanes := m.register(register)
	for i := range lanes {
		lanes[i] = value
	}
}

func (m *Machine) setMonth(month int, draws *Draws) {
	for i, slot := range m.program.Calendar {
		m.fill(slot.Register, m.calendar[i][month])
	}
	for _, input := range m.varying {
		if input.spread == nil {
			m.fill(input.register, input.values[month])
		} else {
			input.spread.fill(m.register(input.register), month)
		}
	}
	for i, slot := range m.program.Shocks {
		if draws == nil {
			m.fill(slot.Register, 0)
		} else {
			m.streams[i].Normals(draws.Block, uint32(month), m.register(slot.Register))
		}
	}
}

// Calendar gives a calendar value of a month of a run: a name of the row
// language, "first" and "last" for the ends of a scenario of so many months, the last
// of which goes on after it, or "first_day", the day of the calendar on which it begins.
func Calendar(name string, start calendar.Month, month, months int) float64 {
	date := start.Add(month)
	switch name {
	case "month":
		return float64(month)
	case "year":
		return float64(date.Year)
	case "month_of_year":
		return float64(date.Month)
	case "days":
		return float64(date.Days())
	case "hours":
		return float64(24 * date.Days())
	case "first_day":
		return float64(start.FirstDay())
	case "months":
		return 1
	case "years":
		return 1.0 / 12
	case "first":
		return program.One(month == 0)
	case "last":
		return program.One(month >= months-1)
	}
	return program.Absent
}
