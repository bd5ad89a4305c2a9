package compile_test

import (
	"testing"

	"rackonomics/engine/compile"
	"rackonomics/engine/model"
	"rackonomics/engine/program"
	"rackonomics/engine/result"
	"rackonomics/scenarios"
)

// What formulas mean is tested beside package language; here is the shape of
// the programs.

func programs(t *testing.T, patterns []string, found func(name string, made *program.Program)) {
	t.Helper()
	for _, name := range scenarios.Names {
		document, err := scenarios.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		schema, err := model.Schema(document)
		if err != nil {
			t.Fatal(err)
		}
		layout := model.Layout(document)
		cells, err := model.Columns(schema, layout, patterns)
		if err != nil {
			t.Fatal(err)
		}
		made, err := compile.Program(schema, layout, cells)
		if err != nil {
			t.Fatal(err)
		}
		found(name, made)
	}
}

func TestShippedProgramsAreWellFormed(t *testing.T) {
	for _, patterns := range [][]string{{"*"}, result.Rows()} {
		programs(t, patterns, func(name string, made *program.Program) {
			if err := made.Verify(); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		})
	}
}

// What does not change from month to month is computed once.
func TestNothingSteadyIsComputedEachMonth(t *testing.T) {
	programs(t, []string{"*"}, func(name string, made *program.Program) {
		for _, pass := range made.Passes {
			for _, op := range pass.Operations {
				if op.Code == program.Lag { // what it reads grows with the months
					continue
				}
				steady, reads := true, 0
				for i, operand := range op.Operands() {
					if program.Operations[op.Code].Operands[i].IsRegister() {
						reads++
						steady = steady && made.Registers[operand].Kind.Steady()
					}
				}
				if steady && reads > 0 {
					t.Fatalf("%s: %s into register %d could stand in the setup", name, op.Code, op.Target)
				}
			}
		}
	})
}
