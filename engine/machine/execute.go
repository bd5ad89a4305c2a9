package machine

import "rackonomics/engine/program"

// execute runs operations over all lanes. Each result is stored before it is
// used, so no compiler fuses a product into a sum and the bits are the same on
// every processor.
//
// What [program.Operations] applies is written out here for the operations that
// most of a model is made of, since a call a lane costs more than they do; a
// test holds the two together.
func (m *Machine) execute(batches []batch, month int) {
	if m.lanes == 1 {
		m.executePlain(batches, month)
		return
	}
	for _, batch := range batches {
		switch batch.code {
		case program.Load:
			m.load(batch.operations, month)
		case program.Lag:
			m.lag(batch.operations, month)
		default:
			for i := range batch.operations {
				m.executeLanes(&batch.operations[i])
			}
		}
	}
}

func (m *Machine) executeLanes(op *program.Operation) {
	operate(op.Code, m.register(op.Target), m.register(op.A), m.register(op.B), m.register(op.C))
}

// operate does one operation for each value of its operands.
func operate(code program.Code, target, a, b, c []float64) {
	a, b, c = a[:len(target)], b[:len(target)], c[:len(target)]
	switch code {
	case program.Add:
		for i := range target {
			target[i] = a[i] + b[i]
		}
	case program.Subtract:
		for i := range target {
			target[i] = a[i] - b[i]
		}
	case program.Multiply:
		for i := range target {
			target[i] = a[i] * b[i]
		}
	case program.Divide:
		for i := range target {
			target[i] = program.Quotient(a[i], b[i])
		}
	case program.Minimum:
		for i := range target {
			target[i] = program.Least(a[i], b[i])
		}
	case program.Maximum:
		for i := range target {
			target[i] = program.Greatest(a[i], b[i])
		}
	case program.Less:
		for i := range target {
			target[i] = program.One(a[i] < b[i])
		}
	case program.When:
		for i := range target {
			value := c[i]
			if a[i] > 0 {
				value = b[i]
			}
			target[i] = value
		}
	default:
		apply := program.Operations[code].Apply
		for i := range target {
			target[i] = apply(a[i], b[i])
		}
	}
}

// executePlain is execute for the one lane of the plain run, where setting up a
// loop over lanes would cost more than the operation.
func (m *Machine) executePlain(batches []batch, month int) {
	memory := m.memory
	for _, batch := range batches {
		ops := batch.operations
		switch batch.code {
		case program.Load:
			m.load(ops, month)
		case program.Lag:
			m.lag(ops, month)
		case program.Add:
			for i := range ops {
				memory[ops[i].Target] = memory[ops[i].A] + memory[ops[i].B]
			}
		case program.Subtract:
			for i := range ops {
				memory[ops[i].Target] = memory[ops[i].A] - memory[ops[i].B]
			}
		case program.Multiply:
			for i := range ops {
				memory[ops[i].Target] = memory[ops[i].A] * memory[ops[i].B]
			}
		case program.When:
			for i := range ops {
				from := ops[i].C
				if memory[ops[i].A] > 0 {
					from = ops[i].B
				}
				memory[ops[i].Target] = memory[from]
			}
		case program.Divide:
			for i := range ops {
				memory[ops[i].Target] = program.Quotient(memory[ops[i].A], memory[ops[i].B])
			}
		case program.Minimum:
			for i := range ops {
				memory[ops[i].Target] = program.Least(memory[ops[i].A], memory[ops[i].B])
			}
		case program.Maximum:
			for i := range ops {
				memory[ops[i].Target] = program.Greatest(memory[ops[i].A], memory[ops[i].B])
			}
		case program.Less:
			for i := range ops {
				memory[ops[i].Target] = program.One(memory[ops[i].A] < memory[ops[i].B])
			}
		default:
			apply := program.Operations[batch.code].Apply
			for i := range ops {
				memory[ops[i].Target] = apply(memory[ops[i].A], memory[ops[i].B])
			}
		}
	}
}

// store writes registers into their columns of the table.
func (m *Machine) store(columns []stored, month int) {
	if m.lanes == 1 {
		for _, column := range columns {
			m.table.values[int(column.index)*m.computed+month] = m.memory[column.register]
		}
		return
	}
	for _, column := range columns {
		copy(m.table.values[(int(column.index)*m.computed+month)*m.lanes:], m.register(column.register))
	}
}

// load reads column A of the table B months from now; zero outside what is computed.
func (m *Machine) load(ops []program.Operation, month int) {
	for i := range ops {
		target, from := m.register(ops[i].Target), month+int(ops[i].B)
		if from < 0 || from >= m.computed {
			clear(target)
			continue
		}
		copy(target, m.table.values[(int(ops[i].A)*m.computed+from)*m.lanes:])
	}
}

// lag reads column A as it was register B months ago, register C where that is
// less than one, and zero before the first month.
func (m *Machine) lag(ops []program.Operation, month int) {
	for i := range ops {
		op := &ops[i]
		target, months, now := m.register(op.Target), m.register(op.B), m.register(op.C)
		for lane := range target {
			target[lane] = lagged(m.table.values[int(op.A)*m.computed*m.lanes+lane:], m.lanes, month, months[lane], now[lane])
		}
	}
}

// lagged reads a column of one lane among others.
func lagged(column []float64, lanes, month int, months, now float64) float64 {
	switch {
	case months != months:
		return program.Absent
	case months < 1:
		return now
	case months > float64(month):
		return 0
	}
	return column[(month-int(months))*lanes]
}
