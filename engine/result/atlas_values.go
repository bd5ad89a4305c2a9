package result

import (
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// EntryValue is the value of an entry that is more than a plain number: a measure,
// or a month or day that a row gives.
type EntryValue struct {
	Entry, Instance string
	Value           Value
}

// Numbered reports whether each thing of the entry's scope has a plain number of
// it in a month: of rows, and of inputs of things.
func (e *Entry) Numbered() bool {
	switch {
	case e.Row != nil:
		return !e.Row.Date
	case e.Input != nil:
		return e.Input.Kind == scenario.Number && model.Scenario.FindScope(e.Scope) != nil
	}
	return false
}

// EntryValues gives the values of entries in a month: the numbers of those that
// are numbered, one of each thing of the entry's scope, and the values of rows
// that are months or days. The table must hold every row.
func (v *Viewer) EntryValues(entries []Entry, month int) (numbers []float64, dated []EntryValue) {
	for i := range entries {
		e := &entries[i]
		switch {
		case e.Row != nil && !e.Numbered():
			for _, thing := range v.things(e.Scope) {
				dated = append(dated, EntryValue{e.ID, v.name(thing), v.found(model.Figure{Row: e.ID}, thing, month)})
			}
		case e.Row != nil:
			for _, column := range v.columns[e.ID] {
				numbers = append(numbers, v.table.Series(column)[month])
			}
		case e.Numbered():
			for _, thing := range v.things(e.Scope) {
				values := v.document.Resolve(thing, e.Input)
				numbers = append(numbers, values[min(month, len(values)-1)])
			}
		}
	}
	return numbers, dated
}
