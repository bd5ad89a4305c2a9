package service

import (
	"math"

	"rackonomics/engine/explain"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
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
		answer.Changes = append(answer.Changes, protocol.Change{Path: change.Path, Value: change.JSON})
	}
	return answer
}

func explanation(n *explain.Node) protocol.Explanation {
	told := protocol.Explanation{Name: n.Name, Instance: n.Instance, Month: n.Month, Title: n.Title, Unit: n.Unit, Percent: n.Percent, Formula: n.Formula,
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
