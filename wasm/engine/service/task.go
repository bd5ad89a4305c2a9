package service

import (
	"slices"

	"rackonomics/wasm/protocol"
)

// Task is a call on its way to an answer, in steps between which it can be
// looked at and dropped.
type Task struct {
	given   []float64 // that came with the request
	steps   []step    // that are left
	total   int
	answer  any
	numbers []float64
}

type step struct {
	doing string
	do    func() error
	part  func() float64 // of the step, where it is a long one; nil where that is not known
}

func (t *Task) step(doing string, do func() error) { t.steps = append(t.steps, step{doing, do, nil}) }

// repeat is a step that is done until there is no more to do.
func (t *Task) repeat(doing string, do func() (done bool, err error)) { t.part(doing, nil, do) }

// part is a repeated step that tells how much of it is done.
func (t *Task) part(doing string, part func() float64, do func() (done bool, err error)) {
	var again step
	again = step{doing, func() error {
		done, err := do()
		if err == nil && !done {
			t.steps = slices.Insert(t.steps, 0, again)
		}
		return err
	}, part}
	t.steps = append(t.steps, again)
}

// refuse ends the task with what went wrong.
func (t *Task) refuse(err error) { t.steps, t.answer, t.numbers = nil, Refusal(err), nil }

// Done reports whether the task has its answer.
func (t *Task) Done() bool { return len(t.steps) == 0 }

// Progress says what the next step does.
func (t *Task) Progress() protocol.Progress {
	done, next := float64(t.total-len(t.steps)), t.steps[0]
	if next.part != nil {
		done += next.part()
	}
	return protocol.Progress{Doing: next.doing, Part: done / float64(t.total)}
}

// Step does the next step.
func (t *Task) Step() {
	next := t.steps[0]
	t.steps = t.steps[1:]
	if err := next.do(); err != nil {
		t.refuse(err)
	}
}

// Answer is what a task that is done has come to: one of the protocol's answers
// and, of a run, the numbers of its rows, which hold until the next step of any task.
func (t *Task) Answer() (any, []float64) { return t.answer, t.numbers }
