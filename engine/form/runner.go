package form

import (
	"maps"
	"slices"

	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/program"
	"rackonomics/engine/scenario"
)

// Runner holds the memory in which a form is run.
type Runner struct {
	form    *Form
	machine *machine.Machine
	without map[string]*Runner
	number  [1]float64 // of an input that has one, until the machine has read it

	read   given  // whose values the machine has
	same   []bool // by thing of the document that is run, whether the machine has its values
	months int    // for which it has them
}

// NewRunner prepares a form for a number of lanes, at least one. The error is a
// [scenario.Problems].
func NewRunner(f *Form, lanes int) (*Runner, error) {
	made, err := machine.New(f.Program, f.Document.Start, f.Document.Months, lanes)
	if err != nil {
		return nil, model.AsProblems(err)
	}
	r := &Runner{form: f, machine: made, without: make(map[string]*Runner, len(f.Without))}
	for scope, other := range f.Without {
		if r.without[scope], err = NewRunner(other, lanes); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// Fits reports whether the runner computes this document too; see [Form.Fits].
func (r *Runner) Fits(document *scenario.Document) bool { return r.form.Fits(document) }

// Use has runs of several lanes computed by the kernels of a backend; see [machine.Machine.Use].
func (r *Runner) Use(backend machine.Backend) {
	r.machine.Use(backend)
	for _, other := range r.without {
		other.Use(backend)
	}
}

// Quicken begins a kernel for the runs of one lane to come; see [machine.Machine.Quicken].
// It begins one at a time, for the scenario or for it without the things of a scope,
// and reports false once all are there or on their way.
func (r *Runner) Quicken(begin func(machine.Shape) machine.Coming) bool {
	if r.machine.Quicken(begin) {
		return true
	}
	for _, scope := range slices.Sorted(maps.Keys(r.without)) {
		if r.without[scope].Quicken(begin) {
			return true
		}
	}
	return false
}

// PlainRefusal says why some of the last run of one lane was not computed by a kernel; nil
// where all was that had to be: what is without the things of a scope has its table already
// where only those have changed.
func (r *Runner) PlainRefusal() error {
	err := r.machine.PlainRefusal()
	for _, scope := range slices.Sorted(maps.Keys(r.without)) {
		if other := r.without[scope]; err == nil && !other.machine.Kept() {
			err = other.PlainRefusal()
		}
	}
	return err
}

// Refusal says why some of the last run was not computed by a kernel; see [machine.Machine.Refusal].
func (r *Runner) Refusal() error {
	err := r.machine.Refusal()
	for _, scope := range slices.Sorted(maps.Keys(r.without)) {
		if err == nil {
			err = r.without[scope].Refusal()
		}
	}
	return err
}

// Spread has an input of a thing differ by lane in the runs to come, wherever the
// program reads it. The thing is named by scope and name, since the scenario
// without others counts its things otherwise.
func (r *Runner) Spread(thing *scenario.Instance, in *scenario.Input, by machine.Spread) error {
	for i, input := range r.form.Program.Inputs {
		instance := r.form.Program.Instances[input.Instance]
		if input.Name != in.Name || instance.Scope != thing.Scope || instance.Name != thing.Name {
			continue
		}
		if err := r.machine.Spread(i, by); err != nil {
			return err
		}
	}
	for _, other := range r.without {
		if err := other.Spread(thing, in, by); err != nil {
			return err
		}
	}
	return nil
}

// Run computes the table of a document that the form fits, over as many months as
// [model.Computed] finds for it, at least so many. It keeps what the document has
// given, so nobody changes that in place afterwards ([scenario.Document.Set]). The table is the runner's own
// and holds until its next run. The error is a [scenario.Problems].
func (r *Runner) Run(document *scenario.Document, atLeast int, draws *machine.Draws) (*machine.Table, error) {
	months := r.machine.Reach(max(atLeast, model.Computed(document)))
	if months != r.months {
		r.read.drop()
	}
	r.same = r.read.areOf(document, r.same[:0])
	next := 0
	table, err := r.machine.Run(func(input program.Input) []float64 {
		in := r.form.inputs[next]
		next++
		if r.same[input.Instance] {
			return nil
		}
		value := document.Value(input.Instance, in)
		if value.Profile != nil {
			return in.Resolve(value, document.Start, months)
		}
		r.number[0] = in.Number(value.Number, document.Start)
		return r.number[:]
	}, draws)
	if err != nil {
		r.read.drop()
		return nil, model.AsProblems(err)
	}
	r.read.take(document)
	r.months = months
	table.Without = make(map[string]*machine.Table, len(r.without))
	for scope, other := range r.without {
		if table.Without[scope], err = other.Run(document.Without(scope), atLeast, draws); err != nil {
			return nil, err
		}
	}
	return table, nil
}
