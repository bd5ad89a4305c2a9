package sim

import "rackonomics/engine/formula"

// execute runs operations over all lanes. Each result is stored before it is
// used, so no compiler fuses a product into a sum and the bits are the same on
// every processor. The comparisons are written as they are because the built-in
// min and max are slow in WASM (a runtime call).
func (m *Machine) execute(ops []formula.Op, month int) {
	if m.lanes == 1 {
		m.executePlain(ops, month)
		return
	}
	memory, lanes := m.memory, m.lanes
	for i := range ops {
		op := &ops[i]
		switch op.Code {
		case formula.Store:
			copy(m.table.values[(int(op.Target)*m.months+month)*lanes:][:lanes], memory[int(op.A)*lanes:][:lanes])
			continue
		case formula.Load:
			m.load(op, month)
			continue
		case formula.Lag:
			m.lag(op, month)
			continue
		}
		target := memory[int(op.Target)*lanes:][:lanes]
		a := memory[int(op.A)*lanes:][:len(target)]
		b := memory[int(op.B)*lanes:][:len(target)]
		switch op.Code {
		case formula.Add:
			for i := range target {
				target[i] = a[i] + b[i]
			}
		case formula.Subtract:
			for i := range target {
				target[i] = a[i] - b[i]
			}
		case formula.Multiply:
			for i := range target {
				target[i] = a[i] * b[i]
			}
		case formula.Divide:
			for i := range target {
				target[i] = formula.Quotient(a[i], b[i])
			}
		case formula.Minimum:
			for i := range target {
				target[i] = formula.Least(a[i], b[i])
			}
		case formula.Maximum:
			for i := range target {
				target[i] = formula.Greatest(a[i], b[i])
			}
		case formula.Less:
			for i := range target {
				target[i] = formula.Truth(a[i] < b[i])
			}
		case formula.When:
			c := memory[int(op.C)*lanes:][:len(target)]
			for i := range target {
				target[i] = c[i]
				if a[i] > 0 {
					target[i] = b[i]
				}
			}
		default:
			for i := range target {
				target[i] = formula.Apply(op.Code, a[i], b[i])
			}
		}
	}
}

// executePlain is execute for the one lane of the plain run, where setting up a
// loop over lanes would cost more than the operation.
func (m *Machine) executePlain(ops []formula.Op, month int) {
	memory := m.memory
	for i := range ops {
		op := &ops[i]
		switch op.Code {
		case formula.Store:
			m.table.values[int(op.Target)*m.months+month] = memory[op.A]
		case formula.Load:
			m.load(op, month)
		case formula.Lag:
			m.lag(op, month)
		case formula.Add:
			memory[op.Target] = memory[op.A] + memory[op.B]
		case formula.Subtract:
			memory[op.Target] = memory[op.A] - memory[op.B]
		case formula.Multiply:
			memory[op.Target] = memory[op.A] * memory[op.B]
		case formula.When:
			from := op.C
			if memory[op.A] > 0 {
				from = op.B
			}
			memory[op.Target] = memory[from]
		case formula.Divide:
			memory[op.Target] = formula.Quotient(memory[op.A], memory[op.B])
		case formula.Minimum:
			memory[op.Target] = formula.Least(memory[op.A], memory[op.B])
		case formula.Maximum:
			memory[op.Target] = formula.Greatest(memory[op.A], memory[op.B])
		case formula.Less:
			memory[op.Target] = formula.Truth(memory[op.A] < memory[op.B])
		default:
			memory[op.Target] = formula.Apply(op.Code, memory[op.A], memory[op.B])
		}
	}
}

// load reads column A of the table B months from now; zero outside the horizon.
func (m *Machine) load(op *formula.Op, month int) {
	target := m.register(op.Target)
	from := month + int(op.B)
	if from < 0 || from >= m.months {
		clear(target)
		return
	}
	copy(target, m.table.values[(int(op.A)*m.months+from)*m.lanes:])
}

// lag reads column A as it was register B months ago, register C where that is
// less than one, and zero before the first month.
func (m *Machine) lag(op *formula.Op, month int) {
	target, months, now := m.register(op.Target), m.register(op.B), m.register(op.C)
	for lane := range target {
		switch back := months[lane]; {
		case back != back:
			target[lane] = formula.Absent
		case back < 1:
			target[lane] = now[lane]
		case back > float64(month):
			target[lane] = 0
		default:
			target[lane] = m.table.values[(int(op.A)*m.months+month-int(back))*m.lanes+lane]
		}
	}
}
