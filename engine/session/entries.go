package session

import (
	"rackonomics/engine/program"
	"rackonomics/engine/result"
)

// Atlas reads the formulas of everything that has a name in the scenario.
func (r *Result) Atlas() (*result.Atlas, error) { return result.NewAtlas(r.Schema, r.Document.Rows) }

// EntryValues gives the values of the scenario's entries in a month, counted from
// the start: plain numbers, as [result.Viewer.EntryValues] has them, and the rest,
// with every measure that is told. A month that the scenario does not have is its
// last. The run must be of [AllRows].
func (r *Result) EntryValues(month int) (numbers []float64, rest []result.EntryValue, err error) {
	measures, err := r.Measures()
	if err != nil {
		return nil, nil, err
	}
	month = max(0, min(month, r.Table.Months-1))
	numbers, rest = result.NewViewer(r.Document, r.Table, nil).EntryValues(result.Entries(r.Document.Rows), month)
	for _, m := range measures {
		value := result.Value{Number: program.Absent, Unit: m.Unit, Percent: m.Percent, Measure: m.Name}
		switch found := m.Value.(type) {
		case float64:
			value.Number = found
		case string:
			value.Text = found
		}
		rest = append(rest, result.EntryValue{Entry: result.MeasureID(m.Head.Measure), Instance: r.Document.Instances[m.Instance].Name, Value: value})
	}
	return numbers, rest, nil
}
