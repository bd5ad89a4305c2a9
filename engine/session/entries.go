package session

import (
	"fmt"

	"rackonomics/engine/explain"
	"rackonomics/engine/result"
)

// EntryValue is the value of an entry of the reference that is more than a plain
// number: a measure, or a month or day that a row gives.
type EntryValue struct {
	Entry, Instance string
	Value           result.Value
}

// Atlas reads the formulas of everything that has a name in the scenario.
func (r *Result) Atlas() (*explain.Atlas, error) {
	return explain.NewAtlas(r.Schema, r.Document.Rows)
}

// EntryValues gives the values of the scenario's entries in a month, counted from
// the start: the numbers of those that are numbered, one of each thing of the
// entry's scope, and the rest, of which a measure that is not told has none. A
// month that the scenario does not have is its last. The run must be of [AllRows].
func (r *Result) EntryValues(month int) (numbers []float64, rest []EntryValue, err error) {
	month = max(0, min(month, r.Table.Months-1))
	column := 0 // of the table, which has the rows in the order of the entries
	viewer := r.viewer()
	for _, e := range explain.Entries(r.Document.Rows) {
		for i := range r.Document.Instances {
			thing := &r.Document.Instances[i]
			if thing.Scope != e.Scope {
				continue
			}
			if e.Row == nil {
				if e.Numbered() {
					values := r.Document.Resolve(i, e.Input, r.Table.Months)
					numbers = append(numbers, values[min(month, len(values)-1)])
				}
				continue
			}
			if at := r.Table.Program.Columns[column]; at.Row != e.ID || at.Instance != i {
				return nil, nil, fmt.Errorf("the run has no %s of %s where it is looked for", e.ID, thing.Name)
			}
			column++
			if e.Numbered() {
				numbers = append(numbers, r.Table.Series(column - 1)[month])
			} else {
				value := result.Value{Number: r.Table.Series(column - 1)[month], Unit: e.Row.Unit, Row: e.ID, Instances: []string{thing.Name}, Month: r.Table.Start.Add(month).String()}
				rest = append(rest, EntryValue{e.ID, thing.Name, viewer.Dated(value)})
			}
		}
	}
	measures, err := r.Measures()
	for _, m := range measures {
		rest = append(rest, EntryValue{explain.MeasureID(m.Head.Measure), r.Document.Instances[m.Instance].Name, viewer.Told(m)})
	}
	return numbers, rest, err
}
