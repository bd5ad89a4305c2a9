package service

import (
	"math"

	"rackonomics/engine/explain"
	"rackonomics/engine/link"
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

func told(list []scenario.Change) []protocol.Change {
	converted := make([]protocol.Change, len(list))
	for i, c := range list {
		converted[i] = protocol.Change{Path: c.Path, Value: c.JSON}
	}
	return converted
}

func looking(v link.Looking) protocol.Looking {
	view := protocol.Looking{Month: v.Month, Chart: v.Chart, Select: v.Select, Entry: v.Entry, Section: v.Section, Why: v.Why, Step: v.Step}
	for _, other := range v.Compared {
		view.Compared = append(view.Compared, protocol.Compared{Name: other.Name, Hash: other.Hash, Changes: told(other.Changes)})
	}
	return view
}

func looked(v protocol.Looking) link.Looking {
	view := link.Looking{Month: v.Month, Chart: v.Chart, Select: v.Select, Entry: v.Entry, Section: v.Section, Why: v.Why, Step: v.Step}
	for _, other := range v.Compared {
		view.Compared = append(view.Compared, link.Compared{Name: other.Name, Hash: other.Hash, Changes: changes(other.Changes)})
	}
	return view
}

func openAnswer(o *session.Opened) protocol.OpenAnswer {
	base := o.Base
	document := describe(base)
	view := looking(o.Looking)
	answer := protocol.OpenAnswer{
		Base:     &protocol.Base{Name: base.Name, Title: base.Title, About: base.About, AsOf: base.AsOf, Hash: base.Hash(), Shipped: o.Shipped(), Story: storyHead(base)},
		View:     &view,
		Document: &document,
	}
	for _, notice := range o.Notices {
		answer.Notices = append(answer.Notices, protocol.Notice{Level: protocol.Level(notice.Level), Text: notice.Text})
	}
	answer.Changes = told(o.Changes)
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
