package machine

import (
	"iter"
	"slices"

	"rackonomics/engine/program"
)

// wide is how the plain run does a pass. Most of its operations need nothing of
// the month before: they are done for all months at once, as if months were lanes,
// and only where something that they read may be another than in the last run.
// What is carried from month to month, and what that rests on, is done month by
// month between them. Each operation has the operands that it has month by month,
// so its result has the same bits.
type wide struct {
	early, late    []wideOperation // before and after the months
	within, beyond []batch         // by month, of the scenario and after it
	reads          []int32         // registers that the months depend on
	enter          []int32         // those of them with a row, made by early operations
	writes         []int32         // registers that the months write
	leave          []int32         // those of them that late operations read
	leavesBeyond   bool            // late operations read some of them after the scenario too
	columns        [3][]stored     // of what is computed before, by and after the months
	columnsBeyond  int             // of those by month, which have these first
}

// wideOperation is done for the months of the scenario, or for those beyond it too.
type wideOperation struct {
	program.Operation
	beyond bool
}

// rows hold registers for all months that are computed.
type rows struct {
	months int
	values []float64
	place  []int32 // by register, or -1
	count  int
}

func newRows(registers int) rows {
	r := rows{place: make([]int32, registers)}
	for i := range r.place {
		r.place[i] = -1
	}
	return r
}

func (r *rows) need(register int32) {
	if r.place[register] < 0 {
		r.place[register] = int32(r.count)
		r.count++
	}
}

func (r *rows) has(register int32) bool { return r.place[register] >= 0 }

func (r *rows) of(register int32) []float64 {
	return r.values[int(r.place[register])*r.months:][:r.months]
}

// registers goes over the operands of an operation that are registers.
func registers(op program.Operation) iter.Seq[int32] {
	return func(do func(int32) bool) {
		for i, operand := range op.Operands() {
			if program.Operations[op.Code].Operands[i].IsRegister() && !do(operand) {
				return
			}
		}
	}
}

// widen parts a pass.
func (m *Machine) widen(index int) wide {
	pass := &m.program.Passes[index]
	needs, feeds := make([]bool, len(m.program.Registers)), make([]bool, len(m.program.Registers))
	for _, carry := range pass.Carries {
		needs[carry.To], feeds[carry.From] = true, true
	}
	for _, op := range pass.Operations {
		if op.Code == program.Lag && m.program.Columns[op.A].Pass == index {
			needs[op.Target], feeds[m.program.Columns[op.A].Register] = true, true
		}
		for register := range registers(op) {
			needs[op.Target] = needs[op.Target] || needs[register]
		}
	}
	for i := len(pass.Operations) - 1; i >= 0; i-- {
		if op := pass.Operations[i]; feeds[op.Target] {
			for register := range registers(op) {
				feeds[register] = true
			}
		}
	}
	return m.parted(index, needs, feeds)
}

// parted puts each operation of a pass where it can be done, and finds what goes
// between rows and months.
func (m *Machine) parted(index int, needs, feeds []bool) wide {
	var made wide
	pass := &m.program.Passes[index]
	byMonth, read := make([]bool, len(needs)), make([]bool, len(needs)) // registers that the months write and read
	for _, carry := range pass.Carries {
		byMonth[carry.To], read[carry.Opening], read[carry.From] = true, true, true
	}
	var within, beyond []program.Operation
	for i, op := range pass.Operations {
		goesBeyond := i < pass.OperationsBeyond
		if needs[op.Target] && feeds[op.Target] {
			byMonth[op.Target] = true
			for register := range registers(op) {
				read[register] = true
			}
			if op.Code == program.Lag {
				read[m.program.Columns[op.A].Register] = true
			}
			if within = append(within, op); goesBeyond {
				beyond = append(beyond, op)
			}
			continue
		}
		for register := range registers(op) {
			m.rows.need(register)
		}
		m.rows.need(op.Target)
		if wide := (wideOperation{op, goesBeyond}); needs[op.Target] {
			made.late = append(made.late, wide)
		} else {
			made.early = append(made.early, wide)
		}
	}
	for _, beyond := range []bool{true, false} {
		m.placeColumns(&made, index, beyond, func(register int32) int {
			switch {
			case byMonth[register]:
				return byMonths
			case needs[register]:
				return after
			}
			return before
		})
	}
	made.leavesBeyond = slices.ContainsFunc(made.late, func(late wideOperation) bool {
		for register := range registers(late.Operation) {
			if late.beyond && byMonth[register] {
				return true
			}
		}
		return false
	})
	made.within, made.beyond = batches(within, len(needs)), batches(beyond, len(needs))
	for i, register := range m.program.Registers {
		switch at := int32(i); {
		case byMonth[at]:
			if made.writes = append(made.writes, at); m.rows.has(at) {
				made.leave = append(made.leave, at)
			}
		case read[at]:
			if made.reads = append(made.reads, at); register.Kind == program.FromPass && m.rows.has(at) {
				made.enter = append(made.enter, at)
			}
		}
	}
	return made
}

// When the registers of a pass have their values.
const (
	before = iota
	byMonths
	after
)

// placeColumns finds the columns of a pass that go beyond the scenario, or that do not.
func (m *Machine) placeColumns(made *wide, index int, beyond bool, when func(register int32) int) {
	for i, column := range m.program.Columns {
		if column.Pass != index || column.Beyond != beyond {
			continue
		}
		at := when(column.Register)
		made.columns[at] = append(made.columns[at], stored{int32(i), column.Register})
		if at != byMonths {
			m.rows.need(column.Register)
		} else if beyond {
			made.columnsBeyond++
		}
	}
}

// runWide computes what the inputs that are marked as changed bear on; all of it
// where the table is not that of the run before.
func (m *Machine) runWide(all bool) {
	for _, op := range m.program.Setup {
		m.mark(op)
	}
	m.execute(m.setup, 0)
	m.fillRows(all)
	for i, column := range m.steady {
		if all || m.changed[column.register] {
			values := m.table.Whole(int(column.index))
			if i >= m.steadyBeyond {
				values = values[:m.months]
			}
			fill(values, m.memory[column.register])
		}
	}
	for i := range m.wides {
		m.passWide(i, all)
	}
	clear(m.changed)
}

// fillRows writes the rows of registers that no operation of a pass writes.
func (m *Machine) fillRows(all bool) {
	for i, register := range m.program.Registers {
		if at := int32(i); register.Kind.Steady() && m.rows.has(at) && (all || m.changed[at]) {
			fill(m.rows.of(at), m.memory[at])
		}
	}
	for i, input := range m.program.Inputs {
		if kind := m.program.Registers[input.Register].Kind; kind == program.FromProfile && m.rows.has(input.Register) && (all || m.changed[input.Register]) {
			if row := m.rows.of(input.Register); copy(row, m.given[i]) == 1 {
				fill(row, m.given[i][0])
			}
		}
	}
	if !all {
		return
	}
	for i, slot := range m.program.Calendar {
		if m.rows.has(slot.Register) {
			copy(m.rows.of(slot.Register), m.calendar[i])
		}
	}
	for _, slot := range m.program.Shocks { // there are none in the plain run
		if m.rows.has(slot.Register) {
			clear(m.rows.of(slot.Register))
		}
	}
}

// mark notes whether the result of an operation may be another than in the last run.
func (m *Machine) mark(op program.Operation) bool {
	changed := (op.Code == program.Load || op.Code == program.Lag) && m.changed[m.program.Columns[op.A].Register]
	operands := op.Operands()
	for i := range operands {
		changed = changed || program.Operations[op.Code].Operands[i].IsRegister() && m.changed[operands[i]]
	}
	m.changed[op.Target] = changed
	return changed
}

func (m *Machine) passWide(index int, all bool) {
	own := &m.wides[index]
	m.executeWide(own.early, all)
	m.storeRows(own.columns[before], all)
	changed := all
	for _, register := range own.reads {
		changed = changed || m.changed[register]
	}
	for _, register := range own.writes {
		m.changed[register] = changed
	}
	if changed {
		m.byMonth(index)
	}
	m.executeWide(own.late, all)
	m.storeRows(own.columns[after], all)
}

func (m *Machine) storeRows(columns []stored, all bool) {
	for _, column := range columns {
		if all || m.changed[column.register] {
			copy(m.table.Whole(int(column.index))[:m.reachOf(m.program.Columns[column.index].Beyond)], m.rows.of(column.register))
		}
	}
}

func (m *Machine) reachOf(beyond bool) int {
	if beyond {
		return m.computed
	}
	return m.months
}

// byMonth does what is carried from month to month.
func (m *Machine) byMonth(index int) {
	pass, own := &m.program.Passes[index], &m.wides[index]
	for _, carry := range pass.Carries {
		m.memory[carry.To] = m.memory[carry.Opening]
	}
	months := m.reachOf(len(own.beyond)+pass.CarriesBeyond+own.columnsBeyond > 0 || own.leavesBeyond)
	for step := range months {
		month, todo, columns, carries := step, own.within, own.columns[byMonths], pass.Carries
		if pass.Backward {
			month = months - 1 - step
		}
		if month >= m.months {
			todo, columns, carries = own.beyond, columns[:own.columnsBeyond], carries[:pass.CarriesBeyond]
		}
		m.setMonth(month, nil)
		for _, register := range own.enter {
			m.memory[register] = m.rows.of(register)[month]
		}
		m.executePlain(todo, month)
		m.store(columns, month)
		for _, register := range own.leave {
			m.rows.of(register)[month] = m.memory[register]
		}
		m.carry(carries)
	}
}

func (m *Machine) executeWide(operations []wideOperation, all bool) {
	for i := range operations {
		op := &operations[i]
		if changed := m.mark(op.Operation); !changed && !all {
			continue
		}
		target := m.rows.of(op.Target)[:m.reachOf(op.beyond)]
		switch op.Code {
		case program.Load:
			shift(target, m.table.Whole(int(op.A)), int(op.B))
		case program.Lag:
			m.lagWide(target, op)
		default:
			a, b, c := m.operandsOf(&op.Operation, target)
			operate(op.Code, target, a, b, c)
		}
	}
}

// operandsOf gives the rows of an operation's registers; the target's own stands for those that it has not.
func (m *Machine) operandsOf(op *program.Operation, target []float64) (a, b, c []float64) {
	rows := [3][]float64{target, target, target}
	operands := op.Operands()
	for i := range operands {
		if program.Operations[op.Code].Operands[i].IsRegister() {
			rows[i] = m.rows.of(operands[i])[:len(target)]
		}
	}
	return rows[0], rows[1], rows[2]
}

// shift copies what stands some months later; zero where there is nothing.
func shift(target, from []float64, months int) {
	for month := range target {
		target[month] = 0
		if at := month + months; at >= 0 && at < len(from) {
			target[month] = from[at]
		}
	}
}

// lagWide is [Machine.lag] of a column of an earlier pass.
func (m *Machine) lagWide(target []float64, op *wideOperation) {
	column, months, now := m.table.Whole(int(op.A)), m.rows.of(op.B), m.rows.of(op.C)
	for month := range target {
		target[month] = lagged(column, 1, month, months[month], now[month])
	}
}

func fill(row []float64, value float64) {
	for month := range row {
		row[month] = value
	}
}
