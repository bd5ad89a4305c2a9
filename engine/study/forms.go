package study

import (
	"slices"

	"rackonomics/engine/form"
	"rackonomics/engine/machine"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
)

// mostForms is how many compiled forms are kept.
const mostForms = 16

// Forms runs documents one by one as the page shows them, for what is watched of
// each. Documents that differ in numbers alone share a compiled form.
type Forms struct {
	watch Watch
	kept  []*madeForm // the newest first
}

type madeForm struct {
	*form.Form
	finding
	runner *form.Runner
}

// NewForms prepares to run documents.
func NewForms(watch Watch) *Forms { return &Forms{watch: watch} }

// Outcome is what is watched of one document. It holds until the next run.
type Outcome struct {
	Heads    []*result.Head // of the measures; nil of one that the scenario does not have
	Measures []float64      // absent where there is none
	Rows     [][]float64    // by month; nil of one that the scenario does not have
}

// Run computes a document. The error is a [scenario.Problems].
func (f *Forms) Run(document *scenario.Document) (Outcome, error) {
	made, err := f.formOf(document)
	if err != nil {
		return Outcome{}, err
	}
	table, err := made.runner.Run(document, 0, nil)
	if err != nil {
		return Outcome{}, err
	}
	return made.read(table), nil
}

// Has reports whether a document can be run without compiling.
func (f *Forms) Has(document *scenario.Document) bool {
	return slices.ContainsFunc(f.kept, func(m *madeForm) bool { return m.Fits(document) })
}

func (f *Forms) formOf(document *scenario.Document) (*madeForm, error) {
	if at := slices.IndexFunc(f.kept, func(m *madeForm) bool { return m.Fits(document) }); at >= 0 {
		return f.kept[at], nil
	}
	compiled, finding, err := f.watch.compile(document)
	if err != nil {
		return nil, err
	}
	made := &madeForm{compiled, finding, nil}
	if made.runner, err = form.NewRunner(compiled, 1); err != nil {
		return nil, err
	}
	f.kept = slices.Insert(f.kept[:min(len(f.kept), mostForms-1)], 0, made)
	return made, nil
}

func (f *finding) read(table *machine.Table) (o Outcome) {
	var figures []float64
	if f.plan != nil {
		figures = f.plan.Compute(table)
	}
	for _, at := range f.heads {
		figure, head := machine.Absent, (*result.Head)(nil)
		if at >= 0 {
			figure, head = figures[at], &f.plan.Heads[at]
		}
		o.Heads, o.Measures = append(o.Heads, head), append(o.Measures, figure)
	}
	for _, column := range f.columns {
		var series []float64
		if column >= 0 {
			series = table.Series(column)
		}
		o.Rows = append(o.Rows, series)
	}
	return o
}
