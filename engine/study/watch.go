package study

import (
	"fmt"
	"slices"

	"rackonomics/engine/form"
	"rackonomics/engine/machine"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
)

// Row is a row of a thing.
type Row struct{ Name, Instance string }

// Watch is what is asked of every lane.
type Watch struct {
	Measures []string // with @instance where several things have it
	Rows     []Row
}

// finding is where a form has what is watched.
type finding struct {
	plan    *result.Plan // nil where no measure is watched
	heads   []int        // by watched measure, the plan's head, or -1
	columns []int        // by watched row, the table's column, or -1
}

// compile compiles what is watched of a document, and finds it there.
func (w *Watch) compile(document *scenario.Document) (*form.Form, finding, error) {
	names, patterns, err := w.needs()
	if err != nil {
		return nil, finding{}, err
	}
	compared, err := result.CounterpartsOf(names...)
	if err != nil {
		return nil, finding{}, err
	}
	compiled, err := form.Compile(document, patterns, compared)
	if err != nil {
		return nil, finding{}, err
	}
	at, err := w.find(compiled.Shape(), names)
	return compiled, at, err
}

// needs names the measures without their things, and the rows that they take.
func (w *Watch) needs() (measures, patterns []string, err error) {
	for _, name := range w.Measures {
		if name = baseOf(name); !slices.Contains(measures, name) {
			measures = append(measures, name)
		}
	}
	rows, err := result.RowsOf(measures...)
	for _, row := range w.Rows {
		if !slices.Contains(rows, row.Name) {
			rows = append(rows, row.Name)
		}
	}
	return measures, rows, err
}

// find finds what is watched in a table, of which it reads the shape.
func (w *Watch) find(table *machine.Table, names []string) (f finding, err error) {
	if len(names) > 0 {
		if f.plan, err = result.NewPlan(table, names...); err != nil {
			return f, err
		}
	}
	for _, name := range w.Measures {
		f.heads = append(f.heads, slices.IndexFunc(f.plan.Heads, func(head result.Head) bool { return head.Name == name }))
	}
	for _, row := range w.Rows {
		column, there := table.Column(row.Name, row.Instance)
		if !there {
			column = -1
		}
		f.columns = append(f.columns, column)
	}
	return f, nil
}

// knowsAll refuses what is watched and not there.
func (f *finding) knowsAll(watch Watch) error {
	for i, head := range f.heads {
		if head < 0 {
			return fmt.Errorf("this scenario has no measure %q", watch.Measures[i])
		}
	}
	for i, column := range f.columns {
		if column < 0 {
			return fmt.Errorf("this scenario has no row %s of %q", watch.Rows[i].Name, watch.Rows[i].Instance)
		}
	}
	return nil
}
