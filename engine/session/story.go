package session

import (
	"fmt"
	"slices"
	"strings"

	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/scenarios"
)

// Told is a step of a story with its figures.
type Told struct {
	Step       *scenario.StoryStep
	Shown      *scenario.Document // the scenario that it shows
	Paragraphs [][]ToldPiece
}

// ToldPiece is a part of a paragraph with what stands in its place.
type ToldPiece struct {
	scenario.Piece
	Sets  *scenario.Change // of a link that sets an input
	Value *result.Value    // of a place
}

// TellStep computes the figures of a step of the base's story, for the scenario that
// the step shows, whatever else is open. The error is a [scenario.Problems].
func (s *Session) TellStep(at int) (*Told, error) {
	if at < 0 || at >= len(s.base.Story.Steps) {
		return nil, fmt.Errorf("the story has no step %d; it has %d", at+1, len(s.base.Story.Steps))
	}
	step := &s.base.Story.Steps[at]
	base, shown, err := checkStep(s.base, at)
	if err != nil {
		return nil, err
	}
	paragraphs, err := scenario.ParseProse(step.Text)
	if err != nil {
		return nil, err
	}
	teller, err := newTeller(base, step, paragraphs)
	if err != nil {
		return nil, err
	}
	told := &Told{Step: step, Shown: shown}
	for _, pieces := range paragraphs {
		paragraph := make([]ToldPiece, len(pieces))
		for i, piece := range pieces {
			if paragraph[i], err = teller.tell(piece); err != nil {
				return nil, fmt.Errorf("%s.text: %w", scenario.StepPath(at), err)
			}
		}
		told.Paragraphs = append(told.Paragraphs, paragraph)
	}
	return told, nil
}

// checkStory lists what is wrong with the story of a document beside its form.
func checkStory(document *scenario.Document) error {
	var found scenario.Problems
	for at := range document.Story.Steps {
		if _, _, err := checkStep(document, at); err != nil {
			problems, ok := err.(scenario.Problems)
			if !ok {
				return err
			}
			found = append(found, problems...)
		}
	}
	if found == nil {
		return nil
	}
	return found
}

// checkStep finds the base of a step and what the step shows of it.
func checkStep(document *scenario.Document, at int) (base, shown *scenario.Document, err error) {
	step, path := &document.Story.Steps[at], scenario.StepPath(at)
	base = document
	if step.Base != "" {
		if !slices.Contains(scenarios.Names, step.Base) {
			return nil, nil, scenario.Problems{{Path: path + ".base", Message: fmt.Sprintf("there is no shipped scenario %q; there are %s", step.Base, strings.Join(scenarios.Names, ", "))}}
		}
		if base, err = scenarios.Load(step.Base); err != nil {
			return nil, nil, err
		}
	}
	shown, err = model.CheckStep(base, step, path)
	return base, shown, err
}

// teller fills the places of a step's text.
type teller struct {
	run    *Result
	viewer *result.Viewer
	month  int // looked at, counted from the start; -1 where none is said
}

// newTeller runs what a step shows, with the rows that its text reads alone.
func newTeller(base *scenario.Document, step *scenario.StoryStep, paragraphs [][]scenario.Piece) (*teller, error) {
	rows, measures := result.Needed(), []string(nil)
	for _, piece := range slices.Concat(paragraphs...) {
		switch place := piece.Place; {
		case place == nil:
		case place.Of == scenario.RowPlace:
			rows = append(rows, result.RowsOver(place.Name)...)
		case place.Of == scenario.MeasurePlace && !slices.Contains(measures, place.Name):
			measures = append(measures, place.Name)
		}
	}
	if len(measures) > 0 {
		read, err := result.RowsOf(measures...)
		if err != nil {
			return nil, err
		}
		rows = append(rows, read...)
	}
	slices.Sort(rows)
	run, err := New(base).RunRows(step.Changes, slices.Compact(rows)...)
	if err != nil {
		return nil, err
	}
	t := &teller{run: run, viewer: run.viewer(), month: -1}
	if len(measures) > 0 {
		plan, err := result.NewPlan(run.Table, measures...)
		if err != nil {
			return nil, err
		}
		t.viewer = t.viewer.With(run.Document, result.Figures(plan, run.Table))
	}
	if step.Month != nil {
		t.month = step.Month.Since(run.Table.Start)
	}
	return t, nil
}

func (t *teller) tell(piece scenario.Piece) (ToldPiece, error) {
	told := ToldPiece{Piece: piece}
	if piece.Setting != "" {
		change, err := model.Scenario.ParseSetting(piece.Setting)
		told.Sets = &change
		return told, err
	}
	if piece.Place == nil {
		return told, nil
	}
	value, err := t.value(piece.Place)
	told.Value = &value
	return told, err
}

func (t *teller) value(p *scenario.Place) (result.Value, error) {
	period := result.Period{From: t.month, To: t.month + 1}
	if from, to, dated := p.Months(); dated {
		period.From, period.To = max(0, from.Since(t.run.Table.Start)), min(t.run.Table.Months, to.Since(t.run.Table.Start)+1)
	}
	switch p.Of {
	case scenario.MeasurePlace:
		return t.viewer.Measured(p.Name, p.Thing), nil
	case scenario.InputPlace:
		return t.viewer.Entered(p.Name, period.From)
	case scenario.ReportedPlace:
		row := model.FindRow(p.Name)
		return result.Value{Number: model.FindActual(t.run.Document, p).Value, Unit: row.Unit, Percent: row.Percent}, nil
	}
	var things []string
	if p.Thing != "" {
		things = []string{p.Thing}
	}
	value, err := t.viewer.Over(p.Name, things, period)
	if period.To == period.From+1 {
		value.Month = t.run.Table.Start.Add(period.From).String()
	}
	return value, err
}
