package kernel_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"unsafe"

	"github.com/tetratelabs/wazero"

	"rackonomics/engine/calendar"
	"rackonomics/engine/kernel"
	"rackonomics/engine/machine"
	"rackonomics/engine/program"
	"rackonomics/wasm/native"
)

var may = calendar.Month{Year: 2026, Month: 5}

// made makes a machine with a backend, or without.
func made(t testing.TB, p *program.Program, months, lanes int, backend machine.Backend) *machine.Machine {
	t.Helper()
	m, err := machine.New(p, may, months, lanes)
	if err != nil {
		t.Fatal(err)
	}
	m.Use(backend)
	return m
}

// backendOf is a way to make kernels.
type backendOf func(of machine.Shape) (machine.Kernel, error)

func (b backendOf) Kernel(of machine.Shape) (machine.Kernel, error) { return b(of) }

func newNative(t testing.TB) *native.Backend {
	backend := native.New(t.Context())
	t.Cleanup(func() { backend.Close(t.Context()) })
	return backend
}

// differences tells where the table of a kernel is not that of the machine.
func differences(want, got *machine.Table) (list []string) {
	for c, column := range want.Program.Columns[:want.Program.Requested] {
		for i, value := range want.Whole(c) {
			if other := got.Whole(c)[i]; math.Float64bits(value) != math.Float64bits(other) {
				list = append(list, fmt.Sprintf("column %d, %s, month %d, lane %d: %v of the kernel, %v of the machine", c, column.Row, i/want.Lanes, i%want.Lanes, other, value))
			}
		}
	}
	return list
}

func same(t testing.TB, want, got *machine.Table) {
	t.Helper()
	if all := len(want.Program.Columns); all == want.Program.Requested && got.Overflow != want.Overflow {
		t.Errorf("the overflow is in %v, and of the machine in %v", got.Overflow, want.Overflow)
	}
	if list := differences(want, got); len(list) > 0 {
		t.Errorf("%d values differ, among them %s", len(list), strings.Join(list[:min(len(list), 3)], "\n"))
	}
}

// edges are numbers at which elementary functions change how they compute, and
// some in between.
func edges() []float64 {
	list := []float64{0, 1, 2, 3, 0.5, 1.5, 7, 0.3, 1e-5, 12345.678, 0x1p-1074, 0x1p-1022, 0x1p-65, 0x1p-66, 0x1p53, 0x1p53 + 2, 0x1p62, 0x1p63, 0x1p64,
		699.9999, 700, 709.78, 709.79, 745.13, 745.14, 746, 1022, 1e300, math.MaxFloat64, math.Inf(1),
		math.Nextafter(1, 2), math.Nextafter(1, 0), math.Nextafter(0x1p-1022, 0), math.Nextafter(700, 0), 0.7044, 1.4088, 58_000, 58_804, 60_000}
	for _, x := range list {
		list = append(list, -x)
	}
	return append(list, math.NaN(), machine.Absent)
}

// Every operation on registers comes to the bits of the table of operations, on edges
// with edges and on any bits at all, as well in the setup as in months.
func TestOperationsHaveTheBitsOfTheTable(t *testing.T) {
	var operands [2][]float64
	list := edges()
	for _, a := range list {
		for _, b := range list {
			operands[0], operands[1] = append(operands[0], a), append(operands[1], b)
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		operands[0], operands[1] = append(operands[0], math.Float64frombits(random.Uint64())), append(operands[1], math.Float64frombits(random.Uint64()))
		operands[0], operands[1] = append(operands[0], 2*random.Float64()), append(operands[1], 100*random.NormFloat64())
		operands[0], operands[1] = append(operands[0], 300*random.NormFloat64()), append(operands[1], float64(random.IntN(40)-20))
	}
	lanes := len(operands[0])
	backend := newNative(t)
	for code, meaning := range program.Operations {
		if meaning.Apply == nil {
			continue
		}
		t.Run(meaning.Name, func(t *testing.T) {
			p := &program.Program{
				Instances: []program.Instance{{Scope: "farm", Name: "farm", Parent: -1}},
				Registers: []program.Register{{Kind: program.FromInput}, {Kind: program.FromInput}, {Kind: program.FromSetup}, {Kind: program.FromProfile}, {Kind: program.FromPass}, {Kind: program.FromProfile}, {Kind: program.FromPass}},
				Inputs:    []program.Input{{Register: 0, Name: "a"}, {Register: 1, Name: "b"}, {Register: 3, Name: "a by month"}, {Register: 5, Name: "b by month"}},
				Setup:     []program.Operation{{Code: program.Code(code), Target: 2, A: 0, B: 1}},
				Passes:    []program.Pass{{Operations: []program.Operation{{Code: program.Code(code), Target: 4, A: 3, B: 1}, {Code: program.Code(code), Target: 6, A: 0, B: 5}}}},
				Columns:   []program.Column{{Row: "farm.setup", Register: 2, Pass: program.SetupPass}, {Row: "farm.pass", Register: 4}, {Row: "farm.steady", Register: 6}},
				Requested: 3,
			}
			m := made(t, p, 1, lanes, backend)
			for i, values := range [][]float64{operands[0], operands[1], operands[0], operands[1]} {
				if err := m.Spread(i, machine.Spread{Values: values}); err != nil {
					t.Fatal(err)
				}
			}
			table, err := m.Run(func(program.Input) []float64 { return []float64{0} }, nil)
			if err != nil || m.Refusal() != nil {
				t.Fatal(err, m.Refusal())
			}
			for column := range p.Columns {
				for lane, got := range table.Series(column) {
					want := meaning.Apply(operands[0][lane], operands[1][lane])
					if want-want != 0 {
						want = machine.Absent
					}
					if math.Float64bits(got) != math.Float64bits(want) {
						t.Fatalf("of %v and %v it is %v in column %d, want %v", operands[0][lane], operands[1][lane], got, column, want)
					}
				}
			}
		})
	}
}

// atTheEnd runs kernels whose memory ends where that of the module does, so that
// whatever they read or write beyond it ends them, and holds them to write nothing
// before it.
type atTheEnd struct {
	t      testing.TB
	kernel *kernel.Kernel
	memory []byte
	run    func(base int) error
}

func newAtTheEnd(t testing.TB, of machine.Shape, operations int) (machine.Kernel, error) {
	made, err := kernel.GenerateCut(of, operations)
	if err != nil {
		return nil, err
	}
	runtime := wazero.NewRuntime(t.Context())
	t.Cleanup(func() { runtime.Close(t.Context()) })
	module, err := runtime.Instantiate(t.Context(), made.Module)
	if err != nil {
		return nil, err
	}
	memory, _ := module.Memory().Read(0, module.Memory().Size())
	if got := len(memory) - made.Size; got < 0 || got >= 65536 {
		t.Errorf("%d bytes are needed, and the memory has %d", made.Size, len(memory))
	}
	copy(memory[len(memory)-made.Size:], made.Image)
	return &atTheEnd{t, made, memory, func(base int) error {
		_, err := module.ExportedFunction(kernel.Run).Call(t.Context(), uint64(base), uint64(made.Pairs()))
		return err
	}}, nil
}

func (k *atTheEnd) Run(given *machine.Given, values []float64) (machine.Overflow, error) {
	base := len(k.memory) - k.kernel.Size
	numbers := unsafe.Slice((*float64)(unsafe.Pointer(unsafe.SliceData(k.memory[base:]))), k.kernel.Size/8)
	k.kernel.Fill(numbers, given)
	if err := k.run(base); err != nil {
		return machine.Overflow{}, err
	}
	for at, b := range k.memory[:base] {
		if b != 0 {
			k.t.Errorf("byte %d, before the memory of the kernel, was written", at-base)
			break
		}
	}
	return k.kernel.Read(numbers, values), nil
}

func (k *atTheEnd) Close() error { return nil }

// farm is a program in which each operation shows in the table, with powers and a
// logarithm or products and negation in their place.
func farm(plain bool) *program.Program {
	power, logarithm := program.Power, program.Logarithm
	if plain {
		power, logarithm = program.Multiply, program.Negate
	}
	operation := func(code program.Code, target, a, b, c int32) program.Operation {
		return program.Operation{Code: code, Target: target, A: a, B: b, C: c}
	}
	p := &program.Program{
		Instances: []program.Instance{{Scope: "farm", Name: "farm", Parent: -1}},
		Inputs:    []program.Input{{Register: 1, Name: "farm.wide"}, {Register: 2, Name: "farm.long"}},
		Constants: []program.Constant{{Register: 0, Value: 1}},
		Calendar:  []program.Calendar{{Register: 3, Name: "month"}},
		Setup:     []program.Operation{operation(program.Multiply, 4, 1, 2, 0), operation(logarithm, 5, 4, 0, 0)},
		Passes: []program.Pass{{
			Carries: []program.Carry{{From: 9, To: 6, Opening: 4}},
			Operations: []program.Operation{
				operation(power, 7, 2, 5, 0),
				operation(program.Divide, 8, 7, 1, 0),
				operation(program.Add, 9, 6, 8, 0),
				operation(program.Less, 10, 3, 2, 0),
				operation(program.When, 11, 10, 9, 7),
				operation(program.Lag, 12, 3, 2, 11),
				operation(program.Subtract, 13, 12, 5, 0),
				operation(program.Maximum, 14, 13, 8, 0),
			}}},
	}
	for i := range 15 {
		kind := program.FromPass
		switch {
		case i == 0:
			kind = program.FromConstant
		case i < 3:
			kind = program.FromInput
		case i == 3:
			kind = program.FromCalendar
		case i < 6:
			kind = program.FromSetup
		case i == 6:
			kind = program.FromCarry
		}
		register := program.Register{Kind: kind}
		if i == 10 {
			register.Type = program.Truth
		}
		p.Registers = append(p.Registers, register)
		switch {
		case i == 4 || i == 5:
			p.Columns = append(p.Columns, program.Column{Row: fmt.Sprint("farm.r", i), Register: int32(i), Pass: program.SetupPass})
		case i > 6:
			p.Columns = append(p.Columns, program.Column{Row: fmt.Sprint("farm.r", i), Register: int32(i)})
		}
	}
	p.Requested = len(p.Columns)
	return p
}

// ofFarm runs the farm with inputs that differ by lane, widely: the last steps of a
// logarithm show in the last bit, of few numbers.
func ofFarm(t testing.TB, plain bool, backend machine.Backend) (*machine.Table, error) {
	const lanes = 500
	random := rand.New(rand.NewPCG(3, 4))
	var inputs [2][]float64
	for range lanes {
		inputs[0] = append(inputs[0], math.Ldexp(1+random.Float64(), random.IntN(60)-30))
		inputs[1] = append(inputs[1], 9*random.Float64())
	}
	p := farm(plain)
	if err := p.Verify(); err != nil {
		t.Fatal(err)
	}
	m := made(t, p, 7, lanes, backend)
	for i, values := range inputs {
		if err := m.Spread(i, machine.Spread{Values: values}); err != nil {
			t.Fatal(err)
		}
	}
	table, err := m.Run(func(program.Input) []float64 { return []float64{1} }, nil)
	if m.Refusal() != nil {
		t.Fatal(m.Refusal())
	}
	return table, err
}

// Any instruction that is another than it should be shows: each one that computes is
// exchanged in turn for another of its kind. Within a power some change nothing but
// what is rounded away, of all but few numbers.
func TestAMutatedInstructionIsFound(t *testing.T) {
	for name, test := range map[string]struct {
		plain bool
		found float64 // at least that part
	}{"operations": {true, 1}, "functions": {false, 0.8}} {
		t.Run(name, func(t *testing.T) {
			want, err := ofFarm(t, test.plain, nil)
			if err != nil {
				t.Fatal(err)
			}
			backend := newNative(t)
			tableWith := func(exchanged int) (got *machine.Table, count int) {
				got, err := ofFarm(t, test.plain, backendOf(func(of machine.Shape) (machine.Kernel, error) {
					made, err := kernel.Generate(of, kernel.Own)
					if err != nil {
						return nil, err
					}
					count = exchange(made.Module, exchanged)
					return backend.Load(made)
				}))
				if err != nil {
					t.Fatal(err)
				}
				return got, count
			}
			got, count := tableWith(-1)
			same(t, want, got)
			tried, found, step := 0, 0, 1
			if testing.Short() && !test.plain {
				step = 5
			}
			for at := 0; at < count; at += step {
				tried++
				if got, _ = tableWith(at); len(differences(want, got)) > 0 {
					found++
				} else if test.found == 1 {
					t.Errorf("instruction %d of %d was exchanged, and nothing shows", at, count)
				}
			}
			if tried < 5 || float64(found) < test.found*float64(tried) {
				t.Errorf("of %d exchanged instructions %d were found", tried, found)
			}
		})
	}
}

// exchange exchanges the at-th of the instructions that add, subtract, multiply,
// divide or take the smaller or larger of pairs, and gives how many there are.
func exchange(module []byte, at int) (count int) {
	other := map[byte]byte{0xf0: 0xf1, 0xf1: 0xf0, 0xf2: 0xf3, 0xf3: 0xf2, 0xf6: 0xf7, 0xf7: 0xf6} // after 0xfd, in LEB128
	for i := 0; i+2 < len(module); i++ {
		if module[i] != 0xfd || module[i+2] != 0x01 || other[module[i+1]] == 0 {
			continue
		}
		if count == at {
			module[i+1] = other[module[i+1]]
		}
		count++
	}
	return count
}

func TestRefusalsSayWhy(t *testing.T) {
	backend := newNative(t)
	for name, test := range map[string]struct {
		change  func(p *program.Program)
		months  int
		mention string
	}{
		"none": {func(*program.Program) {}, 3, ""},
		"too many registers": {func(p *program.Program) { p.Registers = append(p.Registers, make([]program.Register, 50_000)...) }, 3,
			"it has 50015 registers, and a kernel is written for 50000 at most"},
		"setup reads a column": {func(p *program.Program) {
			p.Setup[1] = program.Operation{Code: program.Lag, Target: 5, A: 0, B: 1, C: 1}
		}, 3, "its setup reads column farm.r4"},
		"backward lag":    {func(p *program.Program) { p.Passes[0].Backward = true }, 3, "column farm.r8 is read at an earlier month by the pass that goes backward over it"},
		"too much memory": {func(p *program.Program) {}, 2_000_000, "MiB of memory, and a kernel may have 1024"},
	} {
		t.Run(name, func(t *testing.T) {
			p := farm(false)
			test.change(p)
			_, err := backend.Kernel(machine.Shape{Program: p, Months: test.months, Computed: test.months, Lanes: 128, Varies: []bool{true, true}})
			if test.mention == "" && err != nil || test.mention != "" && (err == nil || !strings.Contains(err.Error(), test.mention)) {
				t.Errorf("%v, want %q", err, test.mention)
			}
		})
	}
}

// What a backend refuses the machine computes, and says so.
func TestARefusedRunIsTheMachines(t *testing.T) {
	refuses := backendOf(func(machine.Shape) (machine.Kernel, error) { return nil, fmt.Errorf("none today") })
	m := made(t, farm(false), 7, 6, refuses)
	table, err := m.Run(func(program.Input) []float64 { return []float64{2} }, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Refusal(); err == nil || err.Error() != "none today" {
		t.Errorf("the refusal is %v", err)
	}
	want, err := made(t, farm(false), 7, 6, nil).Run(func(program.Input) []float64 { return []float64{2} }, nil)
	if err != nil {
		t.Fatal(err)
	}
	same(t, want, table)
}
