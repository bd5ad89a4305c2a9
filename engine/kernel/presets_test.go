package kernel_test

import (
	"testing"

	"rackonomics/engine/form"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/program"
	"rackonomics/engine/scenario"
	"rackonomics/scenarios"
)

// variation says which inputs differ by lane.
type variation func(input int) bool

// runOf runs a shipped scenario's program in some lanes.
func runOf(t testing.TB, document *scenario.Document, p *program.Program, lanes int, differs variation, draws *machine.Draws, backend machine.Backend) (*machine.Table, error) {
	t.Helper()
	m, err := machine.New(p, document.Start, document.Months, lanes)
	if err != nil {
		t.Fatal(err)
	}
	m.Use(backend)
	months := m.Reach(model.Computed(document))
	inputs := func(input program.Input) []float64 {
		return document.Resolve(input.Instance, model.Scenario.FindInput(input.Name), months)
	}
	for i, input := range p.Inputs {
		if differs(i) {
			if err := m.Spread(i, around(inputs(input), p.Registers[input.Register].Kind == program.FromProfile, lanes)); err != nil {
				t.Fatal(err)
			}
		}
	}
	table, err := m.Run(inputs, draws)
	if err != nil {
		t.Fatal(err)
	}
	return table, m.Refusal()
}

// around has lanes lie some percent about the values of an input.
func around(values []float64, monthly bool, lanes int) machine.Spread {
	if !monthly {
		values = values[:1]
	}
	spread := machine.Spread{Monthly: monthly}
	for _, value := range values {
		for lane := range lanes {
			spread.Values = append(spread.Values, value*(1+0.03*float64(lane-1)))
		}
	}
	return spread
}

// covered is how many programs of shipped scenarios, of all their rows and of few,
// have a kernel. It only rises.
const covered = 88

// The programs of every shipped scenario come to the bits of the machine, whichever
// inputs differ by lane, in memory of just the stated size.
func TestPresetsHaveTheBitsOfTheMachine(t *testing.T) {
	kernels := 0
	for _, name := range scenarios.Names {
		t.Run(name, func(t *testing.T) {
			document, err := scenarios.Load(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, test := range []struct {
				rows       []string
				lanes      int
				differs    variation
				draws      *machine.Draws
				operations int // of a function
			}{
				{[]string{"*"}, 5, func(int) bool { return true }, &machine.Draws{Seed: 5, Block: 2}, 2000},
				{[]string{"operator.free_cash_flow", "lease.*"}, 6, func(input int) bool { return input%9 == 0 }, nil, 150},
				{[]string{"operator.free_cash_flow"}, 2, func(input int) bool { return input%9 == 4 }, &machine.Draws{Seed: 5}, 2000},
				{[]string{"operator.cash"}, 3, func(int) bool { return false }, nil, 20},
			} {
				compiled, err := form.Compile(document, test.rows, nil)
				if err != nil {
					t.Fatal(err)
				}
				backend := backendOf(func(of machine.Shape) (machine.Kernel, error) { return newAtTheEnd(t, of, test.operations) })
				got, refusal := runOf(t, document, compiled.Program, test.lanes, test.differs, test.draws, backend)
				if refusal != nil {
					t.Logf("%v: %v", test.rows, refusal)
					continue
				}
				kernels++
				want, _ := runOf(t, document, compiled.Program, test.lanes, test.differs, test.draws, nil)
				same(t, want, got)
			}
		})
	}
	if tested := 4 * len(scenarios.Names); kernels < covered {
		t.Errorf("%d programs of %d have a kernel; there were %d", kernels, tested, covered)
	}
}
