package compare

import (
	"strings"

	"rackonomics/engine/explain"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
)

// Explaining parts a measure's difference to the base among what was changed, where its
// formula does not lead to the inputs; nil where it does.
func Explaining(told *explain.Compared, measure string) (*Attributing, error) {
	base, _, _ := strings.Cut(measure, "@")
	if m := model.FindMeasure(base); told.LeadsToInputs() || m != nil && result.KindOf(m) == model.KindThings { // names have no difference
		return nil, nil
	}
	figure, err := ParseFigure(measure)
	if err != nil {
		return nil, err
	}
	from, to := told.Documents()
	return NewAttributing(from, to, figure), nil
}

// Explain tells what was found by a round. Where a scenario between the two has no such
// figure there are no parts, and nothing is told.
func (a *Attributing) Explain(told *explain.Compared, round int) {
	answer := a.Attribution(round)
	whole := answer.To - answer.From
	if machine.IsAbsent(whole - whole) {
		return
	}
	var changes []explain.Change
	for _, part := range answer.Parts {
		if part.Value != 0 {
			changes = append(changes, explain.Change{Differences: part.Differences, Title: part.Title(a.exchange.from, a.exchange.to), Part: part.Value})
		}
	}
	told.ByChanges(changes, whole)
}

// Title names what is exchanged, each with what it is of.
func (p *Part) Title(from, to *scenario.Document) string {
	var titles []string
	for i := range p.Differences {
		titles = append(titles, changeTitle(&p.Differences[i], from, to))
	}
	return strings.Join(titles, "; ")
}

func changeTitle(d *scenario.Difference, from, to *scenario.Document) string {
	differing := NewDiffering(d, []*scenario.Document{from, to})
	switch d.Kind {
	case scenario.ThingAdded:
		return differing.Title + " added: " + differing.Cells[1].Text
	case scenario.ThingRemoved:
		return differing.Title + " gone: " + differing.Cells[0].Text
	}
	if thing := ThingTitle(d, from); thing != "" {
		return thing + ": " + differing.Title
	}
	return differing.Title
}

// ThingTitle is what the thing is called that a difference is of, where a document has it.
func ThingTitle(d *scenario.Difference, document *scenario.Document) string {
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
