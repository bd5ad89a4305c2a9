package service

import (
	"rackonomics/engine/explain"
	"rackonomics/engine/result"
	"rackonomics/engine/session"
	"rackonomics/wasm/protocol"
)

func (d *Desk) reference(t *Task, r protocol.ReferenceRequest) {
	d.everyRow(t, r.Of, r.Changes, "writing the reference", func(run *session.Result) error {
		answer := protocol.ReferenceAnswer{Things: instances(run.Document)}
		for i := range answer.Things {
			if answer.Things[i].Title != "" {
				answer.Things[i].Title = run.Document.Called(i)
			}
		}
		numbers, rest, err := run.EntryValues(r.Month)
		if err != nil {
			return err
		}
		for _, one := range rest {
			answer.Values = append(answer.Values, protocol.EntryValue{Entry: one.Entry, Thing: one.Instance, Value: valueOf(one.Value)})
		}
		if r.Entries {
			if answer.Entries, err = entries(run); err != nil {
				return err
			}
		}
		t.answer, t.numbers = answer, numbers
		return nil
	})
}

func entries(run *session.Result) ([]protocol.Entry, error) {
	atlas, err := run.Atlas()
	if err != nil {
		return nil, err
	}
	var list []protocol.Entry
	for _, e := range atlas.Entries {
		told := described(e)
		told.ID, told.Scope, told.Group, told.Numbered = e.ID, e.Scope, e.Group, e.Numbered()
		told.Formula, told.When, told.ReadBy = parts(atlas.Formula(e.ID)), parts(atlas.When(e.ID)), atlas.ReadBy(e.ID)
		for _, view := range atlas.ShownBy(e) {
			told.ShownBy = append(told.ShownBy, view.Name)
		}
		list = append(list, told)
	}
	return list, nil
}

// described tells of an entry what its declaration says.
func described(e *explain.Entry) protocol.Entry {
	switch {
	case e.Row != nil:
		told := protocol.Entry{Is: protocol.RowEntry, Name: e.ID, Title: e.Row.Title(), Unit: e.Row.Unit, Kind: e.Row.Kind.String(), By: e.Row.By,
			Percent: e.Row.Percent, Note: e.Row.Note}
		for _, source := range e.Row.Sources() {
			told.Sources = append(told.Sources, protocol.Source{Label: source.Label, URL: source.URL})
		}
		return told
	case e.Input != nil:
		return protocol.Entry{Is: protocol.InputEntry, Name: e.ID, Title: e.Input.Title, Unit: e.Input.Unit, Kind: string(e.Input.Kind),
			Percent: e.Input.Percent, Note: e.Input.Note, Sources: sources(e.Input, e.Input.Sources)}
	case e.Function != nil:
		return protocol.Entry{Is: protocol.FunctionEntry, Name: e.ID, Title: explain.FunctionTitle(e.ID), Unit: e.Function.Unit, Note: e.Function.Note}
	}
	m := e.Measure
	told := protocol.Entry{Is: protocol.MeasureEntry, Name: m.Name, Title: m.Title, Unit: result.UnitOf(m), Kind: string(result.KindOf(m)),
		Percent: m.Percent, Note: result.Undated(m.Note)}
	if m.Source != "" {
		told.Sources = []protocol.Source{{Label: m.Source}}
	}
	return told
}

func parts(formula []explain.FormulaPart) []protocol.FormulaPart {
	var list []protocol.FormulaPart
	for _, part := range formula {
		list = append(list, protocol.FormulaPart(part))
	}
	return list
}
