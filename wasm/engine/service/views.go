package service

import (
	"fmt"

	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/session"
	"rackonomics/wasm/protocol"
)

func viewHead(view *model.View) protocol.ViewHead {
	return protocol.ViewHead{Name: view.Name, Title: view.Title, Note: view.Note, Kind: protocol.ViewKind(view.Shows.Kind())}
}

// headsName says all that the heads of a run follow from: which of the model's
// views there are, and the months.
func headsName(viewed *session.Viewed) string {
	has := make([]byte, (len(model.Views)+7)/8)
	for i, rest := 0, viewed.Available; i < len(model.Views) && len(rest) > 0; i++ { // which are in the order of the views
		if rest[0] == &model.Views[i] {
			has[i/8] |= 1 << (i % 8)
			rest = rest[1:]
		}
	}
	months := viewed.Periods(result.ByMonth)
	return fmt.Sprintf("%s+%d %x", months[0].Title, len(months), has)
}

func headsOf(viewed *session.Viewed) *protocol.Heads {
	heads := &protocol.Heads{Available: []protocol.ViewHead{}, Periods: protocol.Periods{
		Month: periods(viewed.Periods(result.ByMonth)), Quarter: periods(viewed.Periods(result.ByQuarter)), Year: periods(viewed.Periods(result.ByYear))}}
	for _, view := range viewed.Available {
		heads.Available = append(heads.Available, viewHead(view))
	}
	return heads
}

func periods(list []result.Period) []protocol.Period {
	told := make([]protocol.Period, len(list))
	for i, period := range list {
		told[i] = protocol.Period(period)
	}
	return told
}

func viewOf(shown *result.Shown) protocol.View {
	view := protocol.View{ViewHead: protocol.ViewHead{Name: shown.Name, Title: shown.Title, Note: shown.Note, Kind: protocol.ViewKind(shown.Kind)},
		By: protocol.Step(shown.By), Columns: shown.Columns, Takes: model.FindView(shown.Name).Takes != nil}
	view.Lines, view.Cells, view.Rows = room(view.Lines, shown.Lines), room(view.Cells, shown.Cells), room(view.Rows, shown.Rows)
	for _, line := range shown.Lines {
		view.Lines = append(view.Lines, protocol.Line{Title: line.Title, Unit: line.Unit, Percent: line.Percent, Role: protocol.Role(line.Role), Place: line.Place, Name: line.Thing,
			Row: line.Row, Instances: line.Instances, Less: line.Less, Part: protocol.LinePart(line.Part), Depth: line.Depth, Heading: line.Heading, Total: line.Total, Carry: line.Carry})
	}
	for _, mark := range shown.Marks {
		view.Marks = append(view.Marks, protocol.Mark{Title: mark.Title, Month: mark.Month, Value: valueOf(mark.Value)})
	}
	for _, cell := range shown.Cells {
		view.Cells = append(view.Cells, protocol.Cell{Title: cell.Title, Value: valueOf(cell.Value), Note: pieces(cell.Note), Judgement: protocol.Judgement(cell.Judgement)})
	}
	for _, sentence := range shown.Answer {
		view.Answer = append(view.Answer, pieces(sentence))
	}
	view.Split = splitOf(shown.Split)
	view.Events = eventsOf(shown.Events)
	for _, row := range shown.Rows {
		one := protocol.TableRow{Title: row.Title, Name: row.Thing, Role: protocol.Role(row.Role), Place: row.Place, Depth: row.Depth, Total: row.Total, Cells: valuesOf(row.Cells)}
		for _, source := range row.Sources {
			one.Sources = append(one.Sources, sourceOf(source))
		}
		view.Rows = append(view.Rows, one)
	}
	return view
}

// room is an empty list for as many as another has; nil for none.
func room[Told, Of any](_ []Told, of []Of) []Told {
	if len(of) == 0 {
		return nil
	}
	return make([]Told, 0, len(of))
}

func eventsOf(events []result.Event) []protocol.Event {
	list := room([]protocol.Event(nil), events)
	for _, event := range events {
		list = append(list, protocol.Event{Title: event.Title, Thing: event.Thing, Name: event.Name, Role: protocol.Role(event.Role), Place: event.Place,
			When: event.When, Value: valueOf(event.Value)})
	}
	return list
}

func splitOf(split *result.Split) *protocol.Split {
	if split == nil {
		return nil
	}
	told := &protocol.Split{Month: split.Month}
	for _, whole := range split.Wholes {
		one := protocol.Whole{Title: whole.Title, Value: valueOf(whole.Value)}
		if whole.Of != nil {
			of := valueOf(*whole.Of)
			one.Of = &of
		}
		told.Wholes = append(told.Wholes, one)
	}
	for _, part := range split.Parts {
		one := protocol.SplitPart{Title: part.Title, Role: protocol.Role(part.Role), Place: part.Place, Name: part.Thing, Values: valuesOf(part.Values)}
		for _, share := range part.Shares {
			one.Shares = append(one.Shares, valueOf(result.Value{Number: share, Unit: "1", Percent: true}))
		}
		told.Parts = append(told.Parts, one)
	}
	return told
}

func pieces(text result.Text) []protocol.Piece {
	told := room([]protocol.Piece(nil), text)
	for _, piece := range text {
		one := protocol.Piece{Words: piece.Words}
		if piece.Value != nil {
			value := valueOf(*piece.Value)
			one.Value = &value
		}
		told = append(told, one)
	}
	return told
}

func valuesOf(list []result.Value) []protocol.Value {
	told := make([]protocol.Value, len(list))
	for i, value := range list {
		told[i] = valueOf(value)
	}
	return told
}

func valueOf(value result.Value) protocol.Value {
	told := protocol.Value{Text: value.Text, Words: value.Words, Unit: value.Unit, Percent: value.Percent, Measure: value.Measure, Row: value.Row, Instances: value.Instances, Month: value.Month,
		By: protocol.Step(value.By), Less: value.Less, Exact: value.Exact}
	// What is no finite number cannot be written as JSON, and is no value either.
	if number := value.Number; value.Text == "" && !machine.IsAbsent(number-number) {
		told.Number = &number
	}
	return told
}
