package kernel

import "rackonomics/engine/program"

// binding says of each register whether it differs by lane. What does not is
// computed once for all lanes.
type binding struct {
	program *program.Program
	lanes   []bool // by register
	floors  []bool // by register: it is rounded down in the setup
}

func bind(p *program.Program, varies []bool, drawn bool) *binding {
	b := &binding{program: p, lanes: make([]bool, len(p.Registers)), floors: make([]bool, len(p.Registers))}
	for i, input := range p.Inputs {
		b.lanes[input.Register] = varies[i]
	}
	for _, shock := range p.Shocks {
		b.lanes[shock.Register] = drawn
	}
	for _, op := range p.Setup {
		b.floors[op.Target] = op.Code == program.Floor
	}
	for b.spreads() {
	}
	return b
}

// spreads goes once over all that one register hands to another, and reports
// whether more of them differ by lane than before.
func (b *binding) spreads() (more bool) {
	set := func(register int32, differs bool) {
		if differs && !b.lanes[register] {
			b.lanes[register], more = true, true
		}
	}
	each := func(list []program.Operation) {
		for _, op := range list {
			set(op.Target, b.differs(op))
		}
	}
	each(b.program.Setup)
	for _, pass := range b.program.Passes {
		for _, carry := range pass.Carries {
			set(carry.To, b.lanes[carry.From] || b.lanes[carry.Opening])
		}
		each(pass.Operations)
	}
	return more
}

func (b *binding) differs(op program.Operation) bool {
	for _, register := range registersOf(op) {
		if b.lanes[register] {
			return true
		}
	}
	return readsColumn(op) && b.lanes[b.program.Columns[op.A].Register]
}

func readsColumn(op program.Operation) bool { return op.Code == program.Load || op.Code == program.Lag }

// registersOf are the operands that are registers.
func registersOf(op program.Operation) []int32 {
	operands, rules := op.Operands(), program.Operations[op.Code].Operands
	list := make([]int32, 0, 3)
	for i, operand := range operands {
		if rules[i].IsRegister() {
			list = append(list, operand)
		}
	}
	return list
}

// partOf are the operations of a list that differ by lane, or those that do not.
func (b *binding) partOf(list []program.Operation, lanes bool) (part []program.Operation) {
	for _, op := range list {
		if b.lanes[op.Target] == lanes {
			part = append(part, op)
		}
	}
	return part
}
