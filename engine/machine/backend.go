package machine

import (
	"slices"

	"rackonomics/engine/program"
)

// Backend makes kernels, which compute tables in another way than operation by
// operation, to the same bits.
type Backend interface {
	// Kernel makes one, or says why it cannot.
	Kernel(of Shape) (Kernel, error)
}

// Kernel computes tables of one shape.
type Kernel interface {
	// Run fills the values of the columns that it is made for, by column, month and lane. What
	// is no finite number is [Absent], and where the first was infinite is told.
	Run(given *Given, values []float64) (Overflow, error)
	// Close frees its memory; another has taken its place.
	Close() error
}

// Shape is what a kernel is made for.
type Shape struct {
	Program  *program.Program
	Months   int // of the scenario
	Computed int // with those after it
	Lanes    int
	Varies   []bool // by the program's input: it differs by lane
	Drawn    bool   // shocks are drawn, else zero
	Whole    bool   // all columns are wanted, as the plain run has them, not the requested alone
}

// Wanted are the columns that a kernel of the shape fills.
func (s *Shape) Wanted() []program.Column {
	if s.Whole {
		return s.Program.Columns
	}
	return s.Program.Columns[:s.Program.Requested]
}

func (s *Shape) equal(other *Shape) bool {
	return s.Program == other.Program && s.Months == other.Months && s.Computed == other.Computed && s.Lanes == other.Lanes &&
		s.Drawn == other.Drawn && s.Whole == other.Whole && slices.Equal(s.Varies, other.Varies)
}

// Given is what a run is computed from.
type Given struct {
	Inputs   [][]float64 // by the program's input; one value, or one for each month that is computed
	Spreads  []Spread    // by the program's input, of those that differ by lane
	Calendar [][]float64 // by the program's calendar slot and month
	// Shock fills the draws of a stream, by the program's shock, in a month.
	Shock func(stream, month int, lanes []float64)
}

// kernelled is how a machine uses a backend.
type kernelled struct {
	machine *Machine
	backend Backend
	shape   Shape
	kernel  Kernel
	refusal error
}

// Use has runs of several lanes computed by kernels that a backend makes; their tables
// have the requested columns only. What it refuses is computed operation by operation;
// see [Machine.Refusal]. No backend, which is nil, is what a machine begins with.
func (m *Machine) Use(backend Backend) {
	m.kernels, m.runKernel = nil, nil
	if backend != nil && m.lanes > 1 {
		m.kernels = &kernelled{machine: m, backend: backend}
		m.runKernel = m.kernels.run // a field, so that programs without a backend do without its code
	}
}

// Refusal says why the backend could not compute the last run of several lanes; nil
// where it could or there is none.
func (m *Machine) Refusal() error {
	if m.kernels == nil {
		return nil
	}
	return m.kernels.refusal
}

// run computes the table, if the backend has a kernel for that.
func (k *kernelled) run(draws *Draws) (done bool, err error) {
	m := k.machine
	shape := Shape{Program: m.program, Months: m.months, Computed: m.computed, Lanes: m.lanes, Varies: make([]bool, len(m.spread)), Drawn: draws != nil}
	for i := range m.spread {
		shape.Varies[i] = m.spread[i].Values != nil
	}
	if !k.shape.equal(&shape) {
		if k.kernel != nil {
			if err := k.kernel.Close(); err != nil {
				return false, err
			}
		}
		k.shape = shape
		k.kernel, k.refusal = k.backend.Kernel(shape)
	}
	if k.refusal != nil {
		return false, nil
	}
	given := &Given{Inputs: m.given, Spreads: m.spread, Calendar: m.calendar, Shock: func(stream, month int, lanes []float64) {
		m.streams[stream].Normals(draws.Block, uint32(month), lanes)
	}}
	m.table.values = m.table.values[:m.program.Requested*m.computed*m.lanes]
	m.table.Overflow, err = k.kernel.Run(given, m.table.values)
	return err == nil, err
}
