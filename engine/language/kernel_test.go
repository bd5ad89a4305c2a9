package language_test

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/compile"
	"rackonomics/engine/language"
	"rackonomics/engine/machine"
	"rackonomics/engine/program"
	"rackonomics/wasm/native"
)

// A kernel comes to the bits of the machine, whatever the rows, the layout, the
// inputs, and which of them differ by lane; and so again in the same memory. That of a
// plain run has every column.
func TestKernelsHaveTheBitsOfTheMachine(t *testing.T) {
	refused := 0
	rapid.Check(t, func(t *rapid.T) {
		all, layout := randomRows(t), randomLayout(t)
		months, lanes := rapid.IntRange(1, 5).Draw(t, "months"), rapid.IntRange(2, 7).Draw(t, "lanes")
		computed := months + rapid.IntRange(0, 3).Draw(t, "months after the scenario")
		given := randomInputs(t, layout, computed)
		layout.Varying = func(input string, instance int) bool { return len(given[fmt.Sprint(input, instance)]) > 1 }
		schema, err := language.NewSchema(language.Declarations{Scopes: scopes, Inputs: everyInput, Rows: all, Functions: everyFunction, Tables: steps})
		if err != nil {
			t.Skip(err) // as [TestProgramsComputeWhatFormulasMean] tells
		}
		requested := columns(schema, layout, all)
		var beyond []language.Cell
		if len(requested) > 0 && rapid.Bool().Draw(t, "something is asked for after the scenario") {
			beyond = requested[rapid.IntRange(0, len(requested)-1).Draw(t, "asked for"):]
		}
		compiled, err := compile.Program(schema, layout, requested, beyond...)
		if err != nil {
			t.Skip(err)
		}
		backend := native.New(t.Context())
		defer backend.Close(t.Context())
		var machines, plain [2]*machine.Machine
		for i := range machines {
			if machines[i], err = machine.New(compiled, january, months, lanes); err != nil {
				t.Fatal(err)
			}
			if plain[i], err = machine.New(compiled, january, months, 1); err != nil {
				t.Fatal(err)
			}
			computed = machines[i].Reach(computed)
			plain[i].Reach(computed)
		}
		machines[1].Use(backend)
		plain[1].Quicken(backend.Begin)
		spreadSome(t, compiled, computed, lanes, machines)
		for range 2 {
			inputs := func(input program.Input) []float64 {
				list := given[fmt.Sprint(input.Name, input.Instance)]
				return list[:min(len(list), computed)]
			}
			var draws *machine.Draws
			if rapid.Bool().Draw(t, "draws") {
				draws = &machine.Draws{Seed: rapid.Uint64().Draw(t, "seed"), Block: rapid.Uint32().Draw(t, "block")}
			}
			for _, pair := range []struct {
				machines [2]*machine.Machine
				draws    *machine.Draws
				refusal  func(*machine.Machine) error
			}{{machines, draws, (*machine.Machine).Refusal}, {plain, nil, (*machine.Machine).PlainRefusal}} {
				var tables [2]*machine.Table
				for i, m := range pair.machines {
					if tables[i], err = m.Run(inputs, pair.draws); err != nil {
						t.Fatal(err)
					}
				}
				if pair.refusal(pair.machines[1]) != nil {
					refused++
				}
				sameTables(t, tables[0], tables[1])
			}
			given = otherInputs(t, given)
		}
	})
	if refused > 0 {
		t.Errorf("%d runs were refused", refused)
	}
}

func spreadSome(t *rapid.T, compiled *program.Program, computed, lanes int, machines [2]*machine.Machine) {
	for i, input := range compiled.Inputs {
		if !rapid.Bool().Draw(t, "differs") {
			continue
		}
		register := compiled.Registers[input.Register]
		by := machine.Spread{Monthly: register.Kind == program.FromProfile && rapid.Bool().Draw(t, "by month")}
		count := lanes
		if by.Monthly {
			count *= computed
		}
		value := rapid.OneOf(rapid.SampledFrom([]float64{0, math.Copysign(0, -1), 1, 2, -1, 0.5, 1e300, machine.Absent}), rapid.Float64Range(-100, 100))
		if strings.HasSuffix(input.Name, ".on") || strings.HasSuffix(input.Name, ".colour") {
			value = rapid.SampledFrom([]float64{0, 1})
		}
		by.Values = rapid.SliceOfN(value, count, count).Draw(t, input.Name)
		for _, m := range machines {
			if err := m.Spread(i, by); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func sameTables(t *rapid.T, want, got *machine.Table) {
	columns := want.Program.Columns
	if want.Lanes > 1 {
		columns = columns[:want.Program.Requested]
	}
	if len(columns) == len(want.Program.Columns) && want.Overflow != got.Overflow {
		t.Fatalf("the overflow is in %v of the kernel and in %v of the machine", got.Overflow, want.Overflow)
	}
	for c, column := range columns {
		for i, value := range want.Whole(c) {
			if other := got.Whole(c)[i]; math.Float64bits(other) != math.Float64bits(value) {
				t.Fatalf("%s of instance %d in month %d, lane %d, is %v in the kernel and %v in the machine\n%s", column.Row, column.Instance,
					i/want.Lanes, i%want.Lanes, other, value, strings.Join(listing(want.Program), "\n"))
			}
		}
	}
}

// otherInputs gives inputs other values, as many as before.
func otherInputs(t *rapid.T, given map[string][]float64) map[string][]float64 {
	other := map[string][]float64{}
	for _, name := range slices.Sorted(maps.Keys(given)) {
		for _, value := range given[name] {
			if value != 0 && value != 1 { // which a switch may be
				value = rapid.Float64Range(-100, 100).Draw(t, name)
			}
			other[name] = append(other[name], value)
		}
	}
	return other
}
