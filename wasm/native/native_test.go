package native_test

import (
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"rackonomics/engine/calendar"
	"rackonomics/engine/machine"
	"rackonomics/engine/program"
	"rackonomics/wasm/native"
)

// growth is a program with one input that differs by lane, carried from month to month.
func growth() *program.Program {
	return &program.Program{
		Instances: []program.Instance{{Scope: "farm", Name: "farm", Parent: -1}},
		Registers: []program.Register{{Kind: program.FromInput}, {Kind: program.FromCarry}, {Kind: program.FromPass}},
		Inputs:    []program.Input{{Register: 0, Name: "farm.rate"}},
		Passes: []program.Pass{{Operations: []program.Operation{{Code: program.Multiply, Target: 2, A: 1, B: 0}},
			Carries: []program.Carry{{From: 2, To: 1, Opening: 0}}}},
		Columns:   []program.Column{{Row: "farm.stock", Register: 2}},
		Requested: 1,
	}
}

// grown runs it, and gives the stock by month and lane.
func grown(t testing.TB, backend machine.Backend, rates []float64) []float64 {
	m, err := machine.New(growth(), calendar.Month{Year: 2026, Month: 5}, 3, len(rates))
	if err != nil {
		t.Fatal(err)
	}
	m.Use(backend)
	if err := m.Spread(0, machine.Spread{Values: rates}); err != nil {
		t.Fatal(err)
	}
	table, err := m.Run(func(program.Input) []float64 { return rates[:1] }, nil)
	if err != nil || m.Refusal() != nil {
		t.Error(err, m.Refusal())
		return nil
	}
	return slices.Clone(table.Series(0))
}

// Kernels of several goroutines share their code and nothing else.
func TestKernelsHaveMemoriesOfTheirOwn(t *testing.T) {
	backend := native.New(t.Context())
	defer backend.Close(t.Context())
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			rate := 1 + float64(i)/8
			want := []float64{rate * rate, 4, rate * rate * rate, 8, rate * rate * rate * rate, 16}
			for range 20 {
				if got := grown(t, backend, []float64{rate, 2}); !slices.Equal(got, want) {
					t.Errorf("%v, want %v", got, want)
				}
			}
		})
	}
	group.Wait()
}

func TestAbsentValuesAreTheOne(t *testing.T) {
	backend := native.New(t.Context())
	defer backend.Close(t.Context())
	for _, value := range grown(t, backend, []float64{math.Float64frombits(0xfff8_0000_0000_0123), math.Inf(1), 1e200}) {
		if value-value != 0 && math.Float64bits(value) != math.Float64bits(machine.Absent) {
			t.Errorf("%x is neither finite nor the absent value", math.Float64bits(value))
		}
	}
}

func TestAClosedBackendMakesNoKernel(t *testing.T) {
	backend := native.New(t.Context())
	if err := backend.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	_, err := backend.Kernel(machine.Shape{Program: growth(), Months: 3, Computed: 3, Lanes: 2, Varies: []bool{true}})
	if err == nil || !strings.Contains(err.Error(), "closed") {
		t.Errorf("%v, want that it is closed", err)
	}
}
