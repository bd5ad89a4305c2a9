package machine

import "rackonomics/engine/language"

// execute runs operations over all lanes. Each result is stored before it is
// used, so no compiler fuses a product into a sum and the bits are the same on
// every processor. The comparisons are written as they are because the built-in
// min and max are slow in WASM (a runtime call).
func (m *Machine) execute(batches []language.Batch, month int) {
	if m.lanes == 1 {
		m.executePlain(batches, month)
		return
	}
	for _, batch := range batches {
		switch batch.Code {
		case language.Store:
			m.store(batch.Ops, month)
		case language.Load:
			m.load(batch.Ops, month)
		case language.Lag:
			m.lag(batch.Ops, month)
		default:
			for i := range batch.Ops {
				m.executeLanes(batch.Code, &batch.Ops[i])
			}
		}
	}
}

func (m *Machine) executeLanes(code language.Code, op *language.Op) {
	target := m.register(op.Target)
	a := m.register(op.A)[:len(target)]
	b := m.register(op.B)[:len(target)]
	switch code {
	case language.Add:
		for i := range target {
			target[i] = a[i] + b[i]
		}
	case language.Subtract:
		for i := range target {
			target[i] = a[i] - b[i]
		}
	case language.Multiply:
		for i := range target {
			target[i] = a[i] * b[i]
		}
	case language.Divide:
		for i := range target {
			target[i] = language.Quotient(a[i], b[i])
		}
	case language.Minimum:
		for i := range target {
			target[i] = language.Least(a[i], b[i])
		}
	case language.Maximum:
		for i := range target {
			target[i] = language.Greatest(a[i], b[i])
		}
	case language.Less:
		for i := range target {
			target[i] = language.Truth(a[i] < b[i])
		}
	case language.When:
		c := m.register(op.C)[:len(target)]
		for i := range target {
			target[i] = c[i]
			if a[i] > 0 {
				target[i] = b[i]
			}
		}
	default:
		for i := range target {
			target[i] = language.Apply(code, a[i], b[i])
		}
	}
}

// executePlain is execute for the one lane of the plain run, where setting up a
// loop over lanes would cost more than the operation.
func (m *Machine) executePlain(batches []language.Batch, month int) {
	memory := m.memory
	for _, batch := range batches {
		ops := batch.Ops
		switch batch.Code {
		case language.Store:
			m.store(ops, month)
		case language.Load:
			m.load(ops, month)
		case language.Lag:
			m.lag(ops, month)
		case language.Add:
			for i := range ops {
				memory[ops[i].Target] = memory[ops[i].A] + memory[ops[i].B]
			}
		case language.Subtract:
			for i := range ops {
				memory[ops[i].Target] = memory[ops[i].A] - memory[ops[i].B]
			}
		case language.Multiply:
			for i := range ops {
				memory[ops[i].Target] = memory[ops[i].A] * memory[ops[i].B]
			}
		case language.When:
			for i := range ops {
				from := ops[i].C
				if memory[ops[i].A] > 0 {
					from = ops[i].B
				}
				memory[ops[i].Target] = memory[from]
			}
		case language.Divide:
			for i := range ops {
				memory[ops[i].Target] = language.Quotient(memory[ops[i].A], memory[ops[i].B])
			}
		case language.Minimum:
			for i := range ops {
				memory[ops[i].Target] = language.Least(memory[ops[i].A], memory[ops[i].B])
			}
		case language.Maximum:
			for i := range ops {
				memory[ops[i].Target] = language.Greatest(memory[ops[i].A], memory[ops[i].B])
			}
		case language.Less:
			for i := range ops {
				memory[ops[i].Target] = language.Truth(memory[ops[i].A] < memory[ops[i].B])
			}
		default:
			for i := range ops {
				memory[ops[i].Target] = language.Apply(batch.Code, memory[ops[i].A], memory[ops[i].B])
			}
		}
	}
}

// store writes register A into column Target of the table.
func (m *Machine) store(ops []language.Op, month int) {
	if m.lanes == 1 {
		for i := range ops {
			m.table.values[int(ops[i].Target)*m.months+month] = m.memory[ops[i].A]
		}
		return
	}
	for i := range ops {
		copy(m.table.values[(int(ops[i].Target)*m.months+month)*m.lanes:], m.register(ops[i].A))
	}
}

// load reads column A of the table B months from now; zero outside the horizon.
func (m *Machine) load(ops []language.Op, month int) {
	for i := range ops {
		target, from := m.register(ops[i].Target), month+int(ops[i].B)
		if from < 0 || from >= m.months {
			clear(target)
			continue
		}
		copy(target, m.table.values[(int(ops[i].A)*m.months+from)*m.lanes:])
	}
}

// lag reads column A as it was register B months ago, register C where that is
// less than one, and zero before the first month.
func (m *Machine) lag(ops []language.Op, month int) {
	for i := range ops {
		op := &ops[i]
		target, months, now := m.register(op.Target), m.register(op.B), m.register(op.C)
		for lane := range target {
			switch back := months[lane]; {
			case back != back:
				target[lane] = language.Absent
			case back < 1:
				target[lane] = now[lane]
			case back > float64(month):
				target[lane] = 0
			default:
				target[lane] = m.table.values[(int(op.A)*m.months+month-int(back))*m.lanes+lane]
			}
		}
	}
}
