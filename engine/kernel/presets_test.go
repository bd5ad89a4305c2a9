package kernel_test

import (
	"math"
	"testing"

	"rackonomics/engine/form"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/program"
	"rackonomics/native"
	"rackonomics/scenarios"
)

// Every shipped scenario, with all rows and all inputs by lane, comes to the bits of
// the machine.
func TestPresetsHaveTheBitsOfTheMachine(t *testing.T) {
	backend := native.New(t.Context())
	defer backend.Close(t.Context())
	for _, name := range scenarios.Names {
		t.Run(name, func(t *testing.T) {
			document, err := scenarios.Load(name)
			if err != nil {
				t.Fatal(err)
			}
			made, err := form.Compile(document, []string{"*"}, nil)
			if err != nil {
				t.Fatal(err)
			}
			const lanes = 5
			inputs := func(months int) machine.Inputs {
				return func(input program.Input) []float64 {
					return document.Resolve(input.Instance, model.Scenario.FindInput(input.Name), months)
				}
			}
			var tables [2]*machine.Table
			for i := range tables {
				m, err := machine.New(made.Program, document.Start, document.Months, lanes)
				if err != nil {
					t.Fatal(err)
				}
				if i == 1 {
					m.Use(backend)
				}
				months := m.Reach(model.Computed(document))
				if tables[i], err = m.Run(inputs(months), &machine.Draws{Seed: 1}); err != nil {
					t.Fatal(err)
				}
				if err := m.Refusal(); err != nil {
					t.Fatal(err)
				}
			}
			same(t, tables[0], tables[1])
		})
	}
}

func same(t testing.TB, want, got *machine.Table) {
	t.Helper()
	faults := 0
	for c, column := range want.Program.Columns[:want.Program.Requested] {
		for i, value := range want.Whole(c) {
			if other := got.Whole(c)[i]; math.Float64bits(value) != math.Float64bits(other) {
				if faults++; faults < 5 {
					t.Errorf("column %d, %s, month %d, lane %d: %v of the kernel, %v of the machine", c, column.Row, i/want.Lanes, i%want.Lanes, other, value)
				}
			}
		}
	}
	if want.Program.Requested == len(want.Program.Columns) && want.Overflow != got.Overflow {
		t.Errorf("overflow %v and %v", got.Overflow, want.Overflow)
	}
}
