// Package study asks a scenario what takes more than one run: what would have to
// be different, how sure an answer is, and what it hangs on. One mechanism serves
// all: a study is lanes with inputs varied. A lane is one set of inputs and draws.
package study

import (
	"fmt"
	"slices"

	"rackonomics/engine/form"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// BlockLanes is how many lanes are computed at a time. Lane i of a study is the
// same bits in whichever block, machine or order it is computed.
const BlockLanes = 128

// mostCases is how many programs a study may have, one for each combination of
// what decides which rows matter.
const mostCases = 64

// Lanes runs a scenario in [BlockLanes] lanes at once, whose inputs differ. It
// holds its memory: a run of lanes allocates nothing for each of them.
type Lanes struct {
	document  *scenario.Document
	variables []Variable
	watch     Watch
	cases     []*laneCase
	months    int             // computed at least, as many as any lane needed so far
	backend   machine.Backend // whose kernels compute, if there is one

	caseOf   [BlockLanes]int
	measures [][]float64 // by measure and lane
	rows     [][]float64 // by row, month and lane
	refused  [BlockLanes]bool
}

// laneCase is the program for one combination of structural values.
type laneCase struct {
	options  []float64 // by variable; of those that are not structural 0
	document *scenario.Document
	lane     *scenario.Document // with the values of one lane, where that is checked
	runner   *form.Runner
	spread   [][]float64 // by variable, and lane or month and lane, as formulas read them; nil where that is structural or of a thing that is not there
	months   int         // that there is room for in what differs by month
	finding
}

// NewLanes prepares a scenario. The error is a [scenario.Problems], or names a
// measure or a row that the scenario does not have.
func NewLanes(document *scenario.Document, variables []Variable, watch Watch) (*Lanes, error) {
	l := &Lanes{document: document, variables: variables, watch: watch,
		measures: make([][]float64, len(watch.Measures)), rows: make([][]float64, len(watch.Rows))}
	for i := range l.measures {
		l.measures[i] = make([]float64, BlockLanes)
	}
	for i := range l.rows {
		l.rows[i] = make([]float64, BlockLanes*document.Months)
	}
	return l, l.begin()
}

// begin makes the program of today's structural values the first one.
func (l *Lanes) begin() error {
	options := make([]float64, len(l.variables))
	for i := range l.variables {
		if v := &l.variables[i]; model.Structural(v.Input) {
			options[i] = l.document.Value(v.Thing, v.Input).Number
		}
	}
	first, err := l.caseFor(options)
	if err != nil {
		return err
	}
	l.cases[0], l.cases[first] = l.cases[first], l.cases[0]
	return l.cases[0].knowsAll(l.watch)
}

// move goes over to a document, of which the variables are the same, with the programs
// that fit it: those that differ from it in numbers alone. It reports false where none
// does; then others are to be made.
func (l *Lanes) move(document *scenario.Document) (bool, error) {
	l.document = document
	l.cases = slices.DeleteFunc(l.cases, func(c *laneCase) bool {
		c.document, c.lane = l.with(c.options), nil
		return !c.runner.Fits(c.document) || model.Check(c.document) != nil
	})
	if len(l.cases) == 0 {
		return false, nil
	}
	for _, c := range l.cases {
		if err := c.spreadOver(document, l.variables, max(c.months, model.Computed(c.document))); err != nil {
			return false, err
		}
	}
	return true, l.begin()
}

// Use has lanes computed by the kernels of a backend, from the next run on; see
// [machine.Machine.Use].
func (l *Lanes) Use(backend machine.Backend) {
	l.backend = backend
	for _, c := range l.cases {
		c.runner.Use(backend)
	}
}

// Refusal says why some lanes were not computed by a kernel; nil where all were or no
// backend is used.
func (l *Lanes) Refusal() error {
	for _, c := range l.cases {
		if err := c.runner.Refusal(); err != nil {
			return err
		}
	}
	return nil
}

// caseFor finds the program for some structural values, or makes it.
func (l *Lanes) caseFor(options []float64) (int, error) {
	if at := slices.IndexFunc(l.cases, func(c *laneCase) bool { return slices.Equal(c.options, options) }); at >= 0 {
		return at, nil
	}
	if len(l.cases) == mostCases {
		return 0, fmt.Errorf("the choices that are varied have more than %d combinations", mostCases)
	}
	made, err := l.newCase(l.with(options))
	if err != nil {
		return 0, err
	}
	made.options = slices.Clone(options)
	l.cases = append(l.cases, made)
	return len(l.cases) - 1, nil
}

// with is the document with some structural values.
func (l *Lanes) with(options []float64) *scenario.Document {
	document := l.document
	for i := range l.variables {
		if v := &l.variables[i]; model.Structural(v.Input) {
			document = l.changed(document, v, scenario.NumberValue(options[i]))
		}
	}
	return document
}

func (l *Lanes) newCase(document *scenario.Document) (*laneCase, error) {
	if err := model.Check(document); err != nil {
		return nil, err
	}
	compiled, finding, err := l.watch.compile(document)
	if err != nil {
		return nil, err
	}
	made := &laneCase{document: document, spread: make([][]float64, len(l.variables)), finding: finding}
	if made.runner, err = form.NewRunner(compiled, BlockLanes); err != nil {
		return nil, err
	}
	made.runner.Use(l.backend)
	return made, made.spreadOver(l.document, l.variables, model.Computed(document))
}

// spreadOver has the runner read what differs by lane from the case's memory, with
// room for so many months.
func (c *laneCase) spreadOver(base *scenario.Document, variables []Variable, months int) error {
	c.months = months
	for i := range variables {
		v := &variables[i]
		at := placeIn(c.document, &base.Instances[v.Thing])
		if model.Structural(v.Input) || at < 0 {
			continue
		}
		by := machine.Spread{Monthly: c.document.Value(at, v.Input).Profile != nil}
		if by.Monthly {
			by.Values = make([]float64, BlockLanes*months)
		} else {
			by.Values = make([]float64, BlockLanes)
		}
		c.spread[i] = by.Values
		if err := c.runner.Spread(&c.document.Instances[at], v.Input, by); err != nil {
			return err
		}
	}
	return nil
}
