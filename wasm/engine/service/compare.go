package service

import (
	"fmt"

	"rackonomics/engine/link"
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
	return document.Called(at)
}
