package service

import (
	"rackonomics/engine/link"
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
	view := protocol.Looking{Month: v.Month, Select: v.Select, Entry: v.Entry, Section: v.Section, Why: v.Why, Step: v.Step}
	for _, other := range v.Compared {
		view.Compared = append(view.Compared, protocol.Compared{Name: other.Name, Hash: other.Hash, Changes: told(other.Changes)})
	}
	return view
}

func looked(v protocol.Looking) link.Looking {
	view := link.Looking{Month: v.Month, Select: v.Select, Entry: v.Entry, Section: v.Section, Why: v.Why, Step: v.Step}
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
