package service

import (
	"encoding/json"
	"math"
	"slices"

	"rackonomics/engine/explain"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/wasm/protocol"
)

func changes(list []protocol.Change) []scenario.Change {
	converted := make([]scenario.Change, len(list))
	for i, c := range list {
		converted[i] = scenario.Change{Path: c.Path, JSON: c.Value}
	}
	return converted
}

func openAnswer(o *session.Opened) protocol.OpenAnswer {
	base := o.Base
	document := describe(base)
	view := protocol.Looking(o.Looking)
	answer := protocol.OpenAnswer{
		Base:     &protocol.Base{Name: base.Name, Title: base.Title, About: base.About, AsOf: base.AsOf, Hash: base.Hash(), Shipped: o.Shipped()},
		View:     &view,
		Document: &document,
	}
	for _, notice := range o.Notices {
		answer.Notices = append(answer.Notices, protocol.Notice{Level: protocol.Level(notice.Level), Text: notice.Text})
	}
	for _, change := range o.Changes {
		answer.Changes = append(answer.Changes, protocol.Change{Path: change.Path, Value: json.RawMessage(change.JSON)})
	}
	return answer
}

func runAnswer(run *session.Result, base *scenario.Document, known []string) (protocol.RunAnswer, error) {
	measures, err := run.Measures()
	if err != nil {
		return protocol.RunAnswer{}, err
	}
	form := run.Form(measures)
	difference := differences(base, run.Document)
	answer := protocol.RunAnswer{FormID: form.ID, Document: &difference, Measures: values(measures)}
	if !slices.Contains(known, form.ID) {
		answer.Form = formOf(form)
	}
	return answer, nil
}

func values(measures []result.Figure) []protocol.MeasureValue {
	list := make([]protocol.MeasureValue, len(measures))
	for i, m := range measures {
		list[i] = m.Value
	}
	return list
}

func formOf(form *session.Form) *protocol.Form {
	told := &protocol.Form{Months: form.Months}
	for _, row := range form.Rows {
		told.Rows = append(told.Rows, protocol.FormRow(row))
	}
	for _, m := range form.Measures {
		told.Measures = append(told.Measures, protocol.MeasureHead{Name: m.Name, Title: m.Title, Unit: m.Unit, Note: m.NoteAndSource()})
	}
	return told
}

func explanation(n *explain.Node) protocol.Explanation {
	told := protocol.Explanation{Name: n.Name, Instance: n.Instance, Month: n.Month, Title: n.Title, Unit: n.Unit, Formula: n.Formula,
		After: n.After, Note: n.Note, Path: n.Path, Assumption: n.Assumption, Repeated: n.Repeated, Cut: n.Cut,
		Askable: n.Cut && n.Instance != "" && model.FindRow(n.Name) != nil}
	switch {
	case n.Measure != nil:
		told.Entry = explain.MeasureID(n.Measure)
	case n.Formula != "" || n.Path != "": // not the sum of earlier months
		told.Entry = n.Name
	}
	switch {
	case n.Text != "":
		told.Value = n.Text
	case !machine.IsAbsent(n.Value) && !math.IsInf(n.Value, 0):
		told.Value = n.Value
	}
	if n.Path != "" {
		told.Sources = sources(model.Scenario.FindInput(n.Name), n.Sources)
	}
	for _, child := range n.Children {
		told.Children = append(told.Children, explanation(child))
	}
	return told
}
