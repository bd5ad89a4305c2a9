package study

import (
	"cmp"
	"fmt"
	"slices"

	"rackonomics/engine/estimate"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
)

// DefaultPaths is how many cases are drawn where the document does not say.
const DefaultPaths = 10_000

// Kind says what a question's lanes are for.
type Kind string

// The kinds of questions.
const (
	Cases   Kind = "cases"   // every uncertain input drawn: how likely each outcome is
	Indices Kind = "indices" // two independent draws and what each input alone does between them
)

// Ask is a question about an uncertain scenario, as plain data.
type Ask struct {
	Kind     Kind
	Measures []string // with @instance where several things have it; of [Indices] one
	Rows     []Row    // of [Cases], each month by month
	Draws    Draws
}

// Work computes the blocks of a question. Block i is the same bits wherever, in
// whatever order and after whatever else it is computed. It holds its memory, so
// that only one block is there at a time.
type Work struct {
	ask     Ask
	paths   int
	lanes   *Lanes
	drawn   *drawn
	values  [][]float64 // by uncertain input and lane
	other   [][]float64 // a second draw, of indices
	numbers []float64
}

// NewWork prepares the question of a document, whose study says what is uncertain.
// The error is a [scenario.Problems], or names what the scenario does not have.
func NewWork(document *scenario.Document, ask Ask) (*Work, error) { return newWork(document, ask, nil) }

// Next is [NewWork] of the same question of another document. What was compiled is
// taken over where that differs in numbers alone, and the backend always; this work is
// then of no more use.
func (w *Work) Next(document *scenario.Document) (*Work, error) { return newWork(document, w.ask, w) }

func newWork(document *scenario.Document, ask Ask, before *Work) (*Work, error) {
	w := &Work{ask: ask, paths: cmp.Or(document.Study.Paths, DefaultPaths)}
	if outputs := len(ask.Measures) + len(ask.Rows)*document.Months; outputs < 1 || outputs > estimate.MaximumOutputs {
		return nil, fmt.Errorf("%d figures are asked of a case, with rows month by month; allowed is 1 to %d", outputs, estimate.MaximumOutputs)
	}
	coordinates := 1
	switch {
	case ask.Kind == Indices:
		coordinates = 2
		if len(ask.Measures) != 1 || ask.Rows != nil {
			return nil, fmt.Errorf("indices are of one measure, not of %d and %d rows", len(ask.Measures), len(ask.Rows))
		}
		if len(document.Study.Correlations) > 0 {
			return nil, scenario.Problems{{Path: "study.correlations", Message: "indices share the spread out among inputs that do not depend on each other; take the correlations away, or ask for cases, whose first-order indices hold with them"}}
		}
	case ask.Kind != Cases:
		return nil, fmt.Errorf("%q is no question; allowed is %s or %s", ask.Kind, Cases, Indices)
	}
	var err error
	if w.drawn, err = newDrawn(document, ask.Draws, coordinates); err != nil {
		return nil, err
	}
	if err := w.takeLanes(document, before); err != nil {
		return nil, err
	}
	for _, head := range w.lanes.heads() {
		if head.Kind == model.KindThings {
			return nil, fmt.Errorf("%s: it names things, which have no distribution; a study is of numbers, months and days", head.Name)
		}
	}
	w.values, w.other = newValues(len(w.drawn.variables)), newValues(len(w.drawn.variables))
	w.numbers = make([]float64, w.Outputs()*BlockLanes)
	return w, nil
}

// Asks reports whether this is the work's question.
func (w *Work) Asks(ask Ask) bool {
	return w.ask.Kind == ask.Kind && w.ask.Draws == ask.Draws && slices.Equal(w.ask.Measures, ask.Measures) && slices.Equal(w.ask.Rows, ask.Rows)
}

// takeLanes takes over those of another work, or makes them.
func (w *Work) takeLanes(document *scenario.Document, before *Work) error {
	if before != nil && slices.Equal(before.drawn.variables, w.drawn.variables) {
		if moved, err := before.lanes.move(document); moved || err != nil {
			w.lanes = before.lanes
			return err
		}
	}
	var err error
	w.lanes, err = NewLanes(document, w.drawn.variables, Watch{w.ask.Measures, w.ask.Rows})
	if err == nil && before != nil {
		w.lanes.Use(before.lanes.backend)
	}
	return err
}

// Paths is how many cases are drawn in all.
func (w *Work) Paths() int { return w.paths }

// Blocks is how many blocks they are.
func (w *Work) Blocks() int { return (w.paths + BlockLanes - 1) / BlockLanes }

// Lanes is how many lanes a block has; the last may have fewer.
func (w *Work) Lanes(block int) int { return min(BlockLanes, w.paths-block*BlockLanes) }

// Heads say what the measures are.
func (w *Work) Heads() []*result.Head { return w.lanes.heads() }

// Value gives a value of a measure as [result.Plan.Value] does.
func (w *Work) Value(measure int, value float64) any {
	return w.lanes.cases[0].plan.Value(w.Heads()[measure], value)
}

// Use has blocks computed by the kernels of a backend; see [Lanes.Use].
func (w *Work) Use(backend machine.Backend) { w.lanes.Use(backend) }

// Refusal says why some lanes were not computed by a kernel; see [Lanes.Refusal].
func (w *Work) Refusal() error { return w.lanes.Refusal() }

// Outputs is how many numbers a lane comes to: of [Cases] the measures and then
// each row month by month, of [Indices] the measure in the first draw, in the
// second, and in the first with each input as in the second.
func (w *Work) Outputs() int {
	if w.ask.Kind == Indices {
		return 2 + len(w.drawn.variables)
	}
	return len(w.ask.Measures) + len(w.ask.Rows)*w.lanes.document.Months
}

// Compute gives the numbers of a block, by output and lane. They hold until the
// next.
func (w *Work) Compute(block int) ([]float64, error) {
	if block < 0 || block >= w.Blocks() {
		return nil, fmt.Errorf("there is no block %d of %d", block, w.Blocks())
	}
	if w.ask.Kind == Indices {
		return w.design(block)
	}
	w.drawn.fill(block, 0, w.values)
	lanes := w.Lanes(block)
	if err := w.lanes.Run(w.values, lanes, w.drawn.monthly(block)); err != nil {
		return nil, err
	}
	to := w.numbers[:0]
	for i := range w.ask.Measures {
		to = append(to, w.lanes.Measure(i)[:lanes]...)
	}
	for i := range w.ask.Rows {
		for month := range w.lanes.document.Months {
			to = append(to, w.lanes.Row(i, month)[:lanes]...)
		}
	}
	return to, nil
}

// design computes a block of the design of indices. All its lanes share the draws
// of months, so that what differs is the inputs' doing.
func (w *Work) design(block int) ([]float64, error) {
	w.drawn.fill(block, 0, w.values)
	w.drawn.fill(block, len(w.values), w.other)
	lanes, monthly := w.Lanes(block), w.drawn.monthly(block)
	to := w.numbers[:0]
	run := func() error {
		err := w.lanes.Run(w.values, lanes, monthly)
		to = append(to, w.lanes.Measure(0)[:lanes]...)
		return err
	}
	swap := func() { w.values, w.other = w.other, w.values }
	if err := run(); err != nil {
		return nil, err
	}
	swap()
	err := run()
	swap()
	for i := range w.values {
		if err == nil {
			w.values[i], w.other[i] = w.other[i], w.values[i]
			err = run()
			w.values[i], w.other[i] = w.other[i], w.values[i]
		}
	}
	return to, err
}

// Variables are the uncertain inputs.
func (w *Work) Variables() []Variable { return w.drawn.variables }

// Inputs gives the values of the uncertain inputs in a block's lanes, by input, as
// [Cases] has them and [Variable] has numbers. They hold until the next.
func (w *Work) Inputs(block int) [][]float64 {
	w.drawn.fill(block, 0, w.values)
	return w.values
}

// shape is that of the tally of a question.
func (w *Work) shape() estimate.Shape {
	return estimate.Shape{Outputs: w.Outputs(), Exact: exactValues}
}

// exactValues is how many values of an output each replicate keeps as they are:
// with 16 of them a study of 16,384 cases has exact quantiles.
const exactValues = 1024
