package machine

import "errors"

// Coming is a kernel that is made beside the runs, which do not wait for it.
type Coming interface {
	// Kernel gives it once it is there, and nil before. The error says why it never will be.
	Kernel() (Kernel, error)
}

// Made is a kernel that is there, or what refused it.
func Made(kernel Kernel, refusal error) Coming { return made{kernel, refusal} }

type made struct {
	kernel  Kernel
	refusal error
}

func (m made) Kernel() (Kernel, error) { return m.kernel, m.refusal }

// quickened is how the plain run uses a kernel.
type quickened struct {
	coming  Coming
	shape   Shape // that it is made for
	kernel  Kernel
	refusal error
	isStale bool // the table is a kernel's, so that what is kept of the run before is not of it
	isKept  bool // the last run was of the same inputs, so that its table was there
}

// ErrNotYet is why the plain run was computed operation by operation where a kernel
// may still come.
var ErrNotYet = errors.New("code for it is generated while nothing is asked")

// Quicken has the plain runs of one lane to come computed by a kernel of [Shape], once it
// is there; until then, and where it never is, they are computed operation by
// operation. One that is coming or refused already for the months that are computed
// stands, and Quicken reports false.
func (m *Machine) Quicken(begin func(Shape) Coming) bool {
	if shape := m.plainShape(); m.quick.coming == nil || !m.quick.shape.equal(&shape) {
		m.quick.coming, m.quick.shape, m.quick.kernel, m.quick.refusal = begin(shape), shape, nil, nil
		return true
	}
	return false
}

func (m *Machine) plainShape() Shape {
	return Shape{Program: m.program, Months: m.months, Computed: m.computed, Lanes: 1, Varies: make([]bool, len(m.program.Inputs)), Whole: true}
}

// PlainRefusal says why the last plain run of one lane was not computed by a kernel; nil
// where it was.
func (m *Machine) PlainRefusal() error {
	if m.quick.isStale {
		return nil
	}
	if m.quick.refusal != nil {
		return m.quick.refusal
	}
	return ErrNotYet
}

// Kept reports whether the last run computed nothing, since the table of its inputs was there.
func (m *Machine) Kept() bool { return m.quick.isKept }

// runQuick computes the table by the kernel, if there is one for so many months. One that
// fails is not asked again.
func (m *Machine) runQuick() (done bool) {
	q := &m.quick
	if q.coming == nil || q.refusal != nil || q.shape.Computed != m.computed {
		return false
	}
	if q.kernel == nil {
		if q.kernel, q.refusal = q.coming.Kernel(); q.kernel == nil || q.refusal != nil {
			return false
		}
	}
	overflow, err := q.kernel.Run(&Given{Inputs: m.given, Calendar: m.calendar}, m.table.values)
	if err != nil {
		q.refusal = err
		return false
	}
	m.table.Overflow = overflow
	return true
}
