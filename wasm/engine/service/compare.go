package service

import (
	"fmt"
	"strings"

	"rackonomics/engine/link"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/study/compare"
	"rackonomics/wasm/protocol"
)

// otherDocument reads a scenario that came with a request. Whether its story can be
// told makes no difference, and takes longer to find out than all else.
func otherDocument(text string) (*scenario.Document, error) {
	document, err := model.Scenario.Decode([]byte(text))
	if err != nil {
		return nil, err
	}
	return document, model.Check(document)
}

func (d *Desk) compare(t *Task, r protocol.CompareRequest) {
	t.step("comparing the scenarios", func() error {
		document, err := d.changed(r.Of, r.Changes)
		if err != nil {
			return err
		}
		if len(r.Others) > link.MostCompared {
			return fmt.Errorf("%d scenarios to compare with; at most %d are allowed", len(r.Others), link.MostCompared)
		}
		documents := []*scenario.Document{document}
		for _, text := range r.Others {
			other, err := otherDocument(text)
			if err != nil {
				return err
			}
			documents = append(documents, other)
		}
		answer := protocol.CompareAnswer{Differences: []protocol.Differing{}}
		for _, differing := range compare.Table(documents) {
			answer.Differences = append(answer.Differences, differingOf(&differing, documents))
		}
		t.answer = answer
		return nil
	})
}

func differingOf(d *compare.Differing, documents []*scenario.Document) protocol.Differing {
	told := protocol.Differing{Path: d.Path, Title: d.Title, Whose: protocol.Whose(d.Whose), Values: make([]*protocol.Value, len(d.Cells))}
	for i, cell := range d.Cells {
		if told.Thing == "" {
			told.Thing = thingTitle(&d.Difference, documents[i])
		}
		if !cell.There {
			continue
		}
		told.Values[i] = &protocol.Value{Text: d.Written(cell)}
		if d.Input != nil && d.Input.Kind == scenario.Number && cell.Value.Profile == nil {
			told.Values[i] = &protocol.Value{Number: &cell.Value.Number, Unit: d.Input.Unit, Percent: d.Input.Percent}
		}
	}
	return told
}

// thingTitle is what the thing is called that a difference is of, where a document has it.
func thingTitle(d *scenario.Difference, document *scenario.Document) string {
	at := document.Find(d.Scope, d.Name)
	if at < 0 || d.Kind == scenario.ThingAdded || d.Kind == scenario.ThingRemoved {
		return ""
	}
	scope := model.Scenario.FindScope(d.Scope)
	if scope.Single {
		return scope.Title
	}
	return document.Instances[at].Called()
}

func (d *Desk) attribute(t *Task, r protocol.AttributeRequest) {
	var from, to *scenario.Document
	var attributing *compare.Attributing
	t.step("comparing the scenarios", func() error {
		document, err := d.checked(r.Of, r.Changes)
		if err != nil {
			return err
		}
		figure, err := compare.ParseFigure(r.Figure)
		if err != nil {
			return err
		}
		to = document
		if from, err = otherDocument(r.From); err != nil {
			return err
		}
		attributing = compare.NewAttributing(from, to, figure)
		return nil
	})
	t.part("computing what lies between", func() float64 {
		if attributing == nil {
			return 0
		}
		return attributing.Part()
	}, func() (bool, error) {
		err := attributing.Step()
		if err == nil && attributing.Done() {
			told := attributionOf(attributing.Attribution(), from, to)
			t.answer = protocol.AttributeAnswer{Attribution: &told}
		}
		return attributing.Done(), err
	})
}

func attributionOf(a *compare.Attribution, from, to *scenario.Document) protocol.Attribution {
	told := protocol.Attribution{Title: a.Figure.Title, From: figureOf(a, a.From), To: figureOf(a, a.To), Exact: a.Exact, Runs: a.Runs, Absent: a.Absent, Parts: []protocol.AttributionPart{}}
	if difference := a.To - a.From; !machine.IsAbsent(difference - difference) {
		by := stepOf(a, difference)
		told.Difference, told.Base = &by, a.From
	}
	for _, part := range a.Parts {
		one := protocol.AttributionPart{Whose: protocol.Whose(part.Whose), Value: stepOf(a, part.Value), Error: stepOf(a, part.Error)}
		var titles []string
		for i := range part.Differences {
			one.Paths = append(one.Paths, part.Differences[i].Path)
			titles = append(titles, titleOf(&part.Differences[i], from, to))
		}
		one.Title = strings.Join(titles, "; ")
		told.Parts = append(told.Parts, one)
	}
	return told
}

// titleOf names what differs, with what it is of.
func titleOf(d *scenario.Difference, from, to *scenario.Document) string {
	differing := compare.NewDiffering(d, []*scenario.Document{from, to})
	switch d.Kind {
	case scenario.ThingAdded:
		return differing.Title + " added: " + differing.Cells[1].Text
	case scenario.ThingRemoved:
		return differing.Title + " gone: " + differing.Cells[0].Text
	}
	if thing := thingTitle(d, from); thing != "" {
		return thing + ": " + differing.Title
	}
	return differing.Title
}

func figureOf(a *compare.Attribution, value float64) protocol.Value {
	told := protocol.Value{Unit: a.Figure.Unit, Percent: a.Figure.Percent}
	switch plain := a.Figure.Plain(value).(type) {
	case float64:
		told.Number = &plain
	case string:
		told.Text = plain
	}
	return told
}

// stepOf is a difference of the figure.
func stepOf(a *compare.Attribution, value float64) protocol.Value {
	return protocol.Value{Number: &value, Unit: a.Figure.StepUnit(), Percent: a.Figure.Percent && a.Figure.Kind == model.KindNumber}
}
