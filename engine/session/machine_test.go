package session_test

import (
	"context"
	"errors"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/compile"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/program"
	"rackonomics/engine/result"
	"rackonomics/scenarios"
	"rackonomics/wasm/native"
)

// failing is a kernel that ends after some runs.
type failing struct {
	machine.Kernel
	left int
}

func (f *failing) Run(given *machine.Given, values []float64) (machine.Overflow, error) {
	if f.left--; f.left < 0 {
		clear(values)
		return machine.Overflow{}, errors.New("it ended")
	}
	return f.Kernel.Run(given, values)
}

// The plain run computes all months of a row at once, and only what other inputs
// bear on, or has a kernel compute it, which may end. Whatever was changed before, that
// gives the bits of a run of several lanes, which goes month by month and computes everything.
func TestThePlainRunIsThatOfSeveralLanes(t *testing.T) {
	names := scenarios.Names
	if testing.Short() {
		names = []string{"half-the-data-center", "three-tenants", "as-reported-q2", "start-up"}
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			document, err := scenarios.Load(name)
			if err != nil {
				t.Fatal(err)
			}
			schema, err := model.Schema(document)
			if err != nil {
				t.Fatal(err)
			}
			layout := model.Layout(document)
			columns, err := model.Columns(schema, layout, []string{"*"})
			if err != nil {
				t.Fatal(err)
			}
			compiled, err := compile.Program(schema, layout, columns, result.Beyond(schema, layout, columns)...)
			if err != nil {
				t.Fatal(err)
			}
			runner := func(lanes int) (*machine.Machine, int) {
				made, err := machine.New(compiled, document.Start, document.Months, lanes)
				if err != nil {
					t.Fatal(err)
				}
				return made, made.Reach(model.Computed(document))
			}
			plain, months := runner(1)
			several, _ := runner(2)
			quick, _ := runner(1)
			backend := native.New(t.Context())
			defer backend.Close(context.Background())
			kernel := &failing{}
			quick.Quicken(func(of machine.Shape) machine.Coming {
				if kernel.Kernel, err = backend.Kernel(of); err != nil {
					t.Fatal(err)
				}
				return machine.Made(kernel, nil)
			})
			given, usual := map[program.Input][]float64{}, map[program.Input][]float64{}
			inputs := func(input program.Input) []float64 { return given[input] }
			for _, input := range compiled.Inputs {
				usual[input] = document.Resolve(input.Instance, model.Scenario.FindInput(input.Name), months)
				given[input] = slices.Clone(usual[input])
			}
			runs, kernelRuns := 0, 66
			if testing.Short() {
				kernelRuns = 12
			}
			rapid.Check(t, func(t *rapid.T) {
				runs++
				kernel.left = 1 // as many runs as there are, but for the last third
				if runs > kernelRuns {
					kernel.left = 0
				}
				for range rapid.IntRange(0, 3).Draw(t, "changes") {
					input := rapid.SampledFrom(compiled.Inputs).Draw(t, "input")
					factor := rapid.SampledFrom([]float64{0, 0.5, 0.9, 1, 1.25, 3, 1e300}).Draw(t, "factor")
					for month := rapid.IntRange(0, len(given[input])-1).Draw(t, "from"); month < len(given[input]); month++ {
						given[input][month] = usual[input][month] * factor
					}
				}
				got, err := plain.Run(inputs, nil)
				if err != nil {
					t.Fatal(err)
				}
				want, err := several.Run(inputs, nil)
				if err != nil {
					t.Fatal(err)
				}
				sameAsLanes(t, "plain", got, want)
				if got, err = quick.Run(inputs, nil); err != nil {
					t.Fatal(err)
				}
				sameAsLanes(t, "by a kernel", got, want)
				if refusal := quick.PlainRefusal(); refusal != nil && runs <= kernelRuns {
					t.Fatalf("no kernel computes it: %v", refusal)
				}
			})
		})
	}
}

// sameAsLanes holds a table of one lane to one of two alike.
func sameAsLanes(t *rapid.T, how string, got, want *machine.Table) {
	if got.Overflow != want.Overflow {
		t.Fatalf("%s: the first infinite value is %v, of several lanes %v", how, got.Overflow, want.Overflow)
	}
	for index, column := range got.Program.Columns {
		for month, value := range got.Whole(index) {
			if other := want.Whole(index)[2*month]; math.Float64bits(value) != math.Float64bits(other) {
				t.Fatalf("%s: %s of %s is %g in month %d, of several lanes %g", how, column.Row, got.Program.Instances[column.Instance].Name, value, month, other)
			}
		}
	}
}
