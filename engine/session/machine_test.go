package session_test

import (
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
)

// The plain run computes all months of a row at once, and only what other inputs
// bear on. Whatever was changed before, that gives the bits of a run of several
// lanes, which goes month by month and computes everything.
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
			given, usual := map[program.Input][]float64{}, map[program.Input][]float64{}
			inputs := func(input program.Input) []float64 { return given[input] }
			for _, input := range compiled.Inputs {
				usual[input] = document.Resolve(input.Instance, model.Scenario.FindInput(input.Name), months)
				given[input] = slices.Clone(usual[input])
			}
			rapid.Check(t, func(t *rapid.T) {
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
				if got.Overflow != want.Overflow {
					t.Fatalf("the first infinite value is %v, of several lanes %v", got.Overflow, want.Overflow)
				}
				for column := range compiled.Columns {
					for month, value := range got.Whole(column) {
						if other := want.Whole(column)[2*month]; math.Float64bits(value) != math.Float64bits(other) {
							t.Fatalf("%s of %s is %g in month %d, of several lanes %g", compiled.Columns[column].Row, compiled.Instances[compiled.Columns[column].Instance].Name, value, month, other)
						}
					}
				}
			})
		})
	}
}
