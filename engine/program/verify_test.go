package program_test

import (
	"strings"
	"testing"

	"rackonomics/engine/program"
)

// sound makes the program of x = when(first, a, prev(x) + month) and y = x > a.
func sound() *program.Program {
	number, truth := program.Number, program.Truth
	return &program.Program{
		Instances: []program.Instance{{Scope: "farm", Name: "farm", Parent: -1}},
		Registers: []program.Register{
			{Kind: program.FromConstant, Type: number}, {Kind: program.FromInput, Type: number},
			{Kind: program.FromCalendar, Type: number}, {Kind: program.FromCalendar, Type: truth},
			{Kind: program.FromSetup, Type: number}, {Kind: program.FromCarry, Type: number},
			{Kind: program.FromPass, Type: number}, {Kind: program.FromPass, Type: number}, {Kind: program.FromPass, Type: truth},
			{Kind: program.FromPass, Type: number},
		},
		Constants: []program.Constant{{Register: 0, Value: 0}},
		Inputs:    []program.Input{{Register: 1, Name: "farm.a"}},
		Calendar:  []program.Calendar{{Register: 2, Name: "month"}, {Register: 3, Name: "first"}},
		Setup:     []program.Operation{{Code: program.Negate, Target: 4, A: 1}},
		Passes: []program.Pass{{
			Operations: []program.Operation{{Code: program.Add, Target: 6, A: 5, B: 2}, {Code: program.When, Target: 7, A: 3, B: 1, C: 6}, {Code: program.Less, Target: 8, A: 1, B: 7}},
			Carries:    []program.Carry{{From: 7, To: 5, Opening: 0}},
		}, {
			Backward:   true,
			Operations: []program.Operation{{Code: program.Load, Target: 9, A: 0, B: 1}},
		}},
		Columns:   []program.Column{{Row: "farm.x", Register: 7}, {Row: "farm.y", Register: 8}, {Row: "farm.z", Register: 4, Pass: program.SetupPass}, {Row: "farm.w", Register: 9, Pass: 1}},
		Requested: 4,
	}
}

func TestVerify(t *testing.T) {
	if err := sound().Verify(); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		spoil   func(p *program.Program)
		mention string
	}{
		"operation before its operand": {func(p *program.Program) {
			ops := p.Passes[0].Operations
			ops[0], ops[1] = ops[1], ops[0]
		}, "when reads register 6 before it is written"},
		"number for a truth":       {func(p *program.Program) { p.Passes[0].Operations[1].A = 2 }, "when takes a truth, and register 2 is a number"},
		"branches of two types":    {func(p *program.Program) { p.Passes[0].Operations[1].C = 3 }, "when takes a number, and register 3 is a truth"},
		"result of another type":   {func(p *program.Program) { p.Registers[8].Type = program.Number }, "less gives a truth"},
		"written twice":            {func(p *program.Program) { p.Passes[0].Operations[2].Target = 7 }, "register 7 is written twice"},
		"never written":            {func(p *program.Program) { p.Registers = append(p.Registers, program.Register{}) }, "register 10 is never written"},
		"of another kind":          {func(p *program.Program) { p.Registers[4].Kind = program.FromPass }, "register 4 is said to be of kind pass and is written as setup"},
		"setup that changes":       {func(p *program.Program) { p.Setup[0].A = 2 }, "changes from month to month"},
		"column of another pass":   {func(p *program.Program) { p.Passes[1].Operations[0].A = 3 }, "reads column 3 (farm.w) before it is computed"},
		"column in no pass":        {func(p *program.Program) { p.Columns[0].Pass = program.SetupPass }, "column 0 (farm.x) is computed in pass -1"},
		"column that there is not": {func(p *program.Program) { p.Passes[1].Operations[0].A = 4 }, "column 4, which there is not"},
		"nothing to do beyond":     {func(p *program.Program) { p.Passes[1].OperationsBeyond = 2 }, "2 operations and 0 carries are done after the scenario, and there are 1 and 0"},
		"carried beyond":           {func(p *program.Program) { p.Passes[0].CarriesBeyond, p.Passes[0].OperationsBeyond = 1, 1 }, "register 7 is carried after the scenario and not computed there"},
		"read back beyond":         {func(p *program.Program) { p.Passes[1].OperationsBeyond, p.Passes[1].Operations[0].B = 1, -1 }, "load reads column 0 after the scenario, where it has no values"},
		"column beyond":            {func(p *program.Program) { p.Columns[3].Beyond = true }, "column 3 (farm.w) is said to have values after the scenario"},
		"carry of a carry":         {func(p *program.Program) { p.Passes[0].Carries[0].From = 5 }, "register 5 cannot be carried"},
		"opening of the month":     {func(p *program.Program) { p.Passes[0].Carries[0].Opening = 2 }, "not there before the months"},
		"carry of another type":    {func(p *program.Program) { p.Passes[0].Carries[0].From = 8 }, "a carry makes a truth a number"},
		"unknown operation":        {func(p *program.Program) { p.Setup[0].Code = 200 }, "no operation 200"},
		"instance that is none":    {func(p *program.Program) { p.Columns[1].Instance = 1 }, "of no instance"},
	} {
		t.Run(name, func(t *testing.T) {
			p := sound()
			test.spoil(p)
			if err := p.Verify(); err == nil || !strings.Contains(err.Error(), test.mention) {
				t.Errorf("%v, want %q", err, test.mention)
			}
		})
	}
}

func TestListing(t *testing.T) {
	var text strings.Builder
	sound().Describe(func(line string) { text.WriteString(line + "\n") })
	for _, want := range []string{
		"10 registers: 1 constant, 1 input, 2 calendar, 1 carry, 1 setup, 4 pass\n",
		"  n1     = farm.a@farm (input)\n", "  t3     = first\n", "setup, once: 1 operations\n  n4     = negate        n1\n",
		"pass 0, each month forward: carries from the month before\n  n5     = n7, opening n0\n",
		"  n7     = when          t3, n1, n6\n", "pass 1, each month backward, the first 0 after the scenario too: 1 operations\n  n9     = load          c0:farm.x@farm, +1\n",
		"  c1:farm.y@farm = t8, pass 0\n", "  c2:farm.z@farm = n4, setup\n",
	} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("the listing lacks %q:\n%s", want, text.String())
		}
	}
}

// Whatever the table says of an operation must be complete.
func TestOperations(t *testing.T) {
	for code, meaning := range program.Operations {
		registers := 0
		for _, operand := range meaning.Operands {
			if operand.IsRegister() {
				registers++
			}
		}
		reads := meaning.Operands[0] == program.ColumnOperand
		if meaning.Name == "" || meaning.Text == "" || meaning.Result == program.None || (meaning.Apply == nil) != (reads || registers > 2) {
			t.Errorf("operation %d (%s) is not told of in full", code, meaning.Name)
		}
	}
}
