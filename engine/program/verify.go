package program

import "fmt"

// Verify reports the first way in which a program is not of the form that this
// package promises: operands that are computed and of the right type before they
// are read, registers of the kind that they are said to be, columns in their pass.
func (p *Program) Verify() error {
	v := &verifier{program: p, written: make([]bool, len(p.Registers))}
	for _, write := range []func() error{v.given, v.setup, v.passes, v.columns} {
		if err := write(); err != nil {
			return err
		}
	}
	for register, written := range v.written {
		if !written {
			return fmt.Errorf("register %d is never written", register)
		}
	}
	return nil
}

type verifier struct {
	program *Program
	written []bool // by register
	pass    int
}

// write notes that a register gets its value, for the first time and as its kind says.
func (v *verifier) write(register int32, kind Kind) error {
	switch {
	case register < 0 || int(register) >= len(v.written):
		return fmt.Errorf("there is no register %d", register)
	case v.written[register]:
		return fmt.Errorf("register %d is written twice", register)
	case v.program.Registers[register].Kind != kind:
		return fmt.Errorf("register %d is said to be of kind %s and is written as %s", register, v.program.Registers[register].Kind, kind)
	}
	v.written[register] = true
	return nil
}

// given are the registers that are there before the setup: constants, inputs, profiles, shocks, the calendar.
func (v *verifier) given() error {
	p := v.program
	for _, constant := range p.Constants {
		if err := v.write(constant.Register, FromConstant); err != nil {
			return err
		}
	}
	for _, input := range p.Inputs {
		kind := FromInput
		if int(input.Register) < len(p.Registers) && p.Registers[input.Register].Kind == FromProfile {
			kind = FromProfile
		}
		if err := v.write(input.Register, kind); err != nil {
			return err
		}
		if input.Instance < 0 || input.Instance >= len(p.Instances) {
			return fmt.Errorf("input %s is of no instance", input.Name)
		}
	}
	for _, calendar := range p.Calendar {
		if err := v.write(calendar.Register, FromCalendar); err != nil {
			return err
		}
	}
	for _, shock := range p.Shocks {
		if err := v.write(shock.Register, FromShock); err != nil {
			return err
		}
	}
	return nil
}

func (v *verifier) setup() error {
	v.pass = SetupPass
	for _, op := range v.program.Setup {
		if err := v.operation(op, FromSetup); err != nil {
			return fmt.Errorf("setup: %w", err)
		}
	}
	return nil
}

func (v *verifier) passes() error {
	for i, pass := range v.program.Passes {
		v.pass = i
		for _, carry := range pass.Carries {
			if err := v.carry(carry); err != nil {
				return fmt.Errorf("pass %d: %w", i, err)
			}
		}
		for _, op := range pass.Operations {
			if err := v.operation(op, FromPass); err != nil {
				return fmt.Errorf("pass %d: %w", i, err)
			}
		}
		if err := v.beyond(pass); err != nil {
			return fmt.Errorf("pass %d: %w", i, err)
		}
		for _, carry := range pass.Carries {
			if !v.written[carry.From] || v.program.Registers[carry.From].Kind == FromCarry {
				return fmt.Errorf("pass %d: register %d cannot be carried", i, carry.From)
			}
		}
	}
	return nil
}

// beyond checks that what is done after the scenario rests on nothing that is
// done within it only.
func (v *verifier) beyond(pass Pass) error {
	if pass.OperationsBeyond > len(pass.Operations) || pass.CarriesBeyond > len(pass.Carries) {
		return fmt.Errorf("%d operations and %d carries are done after the scenario, and there are %d and %d", pass.OperationsBeyond, pass.CarriesBeyond, len(pass.Operations), len(pass.Carries))
	}
	within := map[int32]bool{}
	for _, op := range pass.Operations[pass.OperationsBeyond:] {
		within[op.Target] = true
	}
	for _, carry := range pass.Carries[:pass.CarriesBeyond] {
		if within[carry.From] {
			return fmt.Errorf("register %d is carried after the scenario and not computed there", carry.From)
		}
	}
	for _, op := range pass.Operations[:pass.OperationsBeyond] {
		looksBack := op.Code == Lag || op.Code == Load && op.B <= 0
		if looksBack && !v.program.Columns[op.A].Beyond {
			return fmt.Errorf("%s reads column %d after the scenario, where it has no values", op.Code, op.A)
		}
	}
	for i, column := range v.program.Columns {
		if column.Beyond && within[column.Register] {
			return fmt.Errorf("column %d (%s) is said to have values after the scenario and is not computed there", i, column.Row)
		}
	}
	return nil
}

func (v *verifier) carry(carry Carry) error {
	registers := v.program.Registers
	if int(carry.From) >= len(registers) || int(carry.Opening) >= len(registers) || carry.From < 0 || carry.Opening < 0 {
		return fmt.Errorf("carry %v names no register", carry)
	}
	if !v.written[carry.Opening] || !registers[carry.Opening].Kind.Steady() {
		return fmt.Errorf("register %d opens a carry and is not there before the months", carry.Opening)
	}
	if registers[carry.From].Type != registers[carry.To].Type {
		return fmt.Errorf("a carry makes a %s a %s", registers[carry.From].Type, registers[carry.To].Type)
	}
	return v.write(carry.To, FromCarry)
}

func (v *verifier) operation(op Operation, kind Kind) error {
	if int(op.Code) >= len(Operations) {
		return fmt.Errorf("there is no operation %d", op.Code)
	}
	meaning := Operations[op.Code]
	alike, known := Number, false
	for i, operand := range op.Operands() {
		switch rule := meaning.Operands[i]; {
		case rule.IsRegister():
			if operand < 0 || int(operand) >= len(v.written) || !v.written[operand] {
				return fmt.Errorf("%s reads register %d before it is written", op.Code, operand)
			}
			register := v.program.Registers[operand]
			if kind == FromSetup && !register.Kind.Steady() {
				return fmt.Errorf("%s reads register %d, which changes from month to month", op.Code, operand)
			}
			want := map[Operand]Type{NumberOperand: Number, TruthOperand: Truth, AlikeOperand: alike}[rule]
			if rule == AlikeOperand && !known {
				want, alike, known = register.Type, register.Type, true
			}
			if register.Type != want {
				return fmt.Errorf("%s takes a %s, and register %d is a %s", op.Code, want, operand, register.Type)
			}
		case rule == ColumnOperand:
			typ, err := v.column(op, operand)
			if err != nil {
				return err
			}
			alike, known = typ, true
		}
	}
	if err := v.write(op.Target, kind); err != nil {
		return fmt.Errorf("%s: %w", op.Code, err)
	}
	want := map[Operand]Type{NumberOperand: Number, TruthOperand: Truth, AlikeOperand: alike}[meaning.Result]
	if got := v.program.Registers[op.Target].Type; got != want {
		return fmt.Errorf("%s gives a %s, and register %d is said to be a %s", op.Code, want, op.Target, got)
	}
	return nil
}

// column checks a column that an operation reads, and gives its type.
func (v *verifier) column(op Operation, index int32) (Type, error) {
	if index < 0 || int(index) >= len(v.program.Columns) {
		return 0, fmt.Errorf("%s reads column %d, which there is not", op.Code, index)
	}
	column := v.program.Columns[index]
	if column.Pass > v.pass || op.Code == Load && column.Pass == v.pass {
		return 0, fmt.Errorf("%s reads column %d (%s) before it is computed", op.Code, index, column.Row)
	}
	return v.program.Registers[column.Register].Type, nil
}

func (v *verifier) columns() error {
	p := v.program
	if p.Requested > len(p.Columns) {
		return fmt.Errorf("%d columns are requested and %d there", p.Requested, len(p.Columns))
	}
	for i, column := range p.Columns {
		switch {
		case column.Register < 0 || int(column.Register) >= len(p.Registers):
			return fmt.Errorf("column %d (%s) names no register", i, column.Row)
		case column.Instance < 0 || column.Instance >= len(p.Instances):
			return fmt.Errorf("column %d (%s) is of no instance", i, column.Row)
		case (column.Pass == SetupPass) != p.Registers[column.Register].Kind.Steady():
			return fmt.Errorf("column %d (%s) is computed in pass %d and its register is of kind %s", i, column.Row, column.Pass, p.Registers[column.Register].Kind)
		}
	}
	return nil
}
