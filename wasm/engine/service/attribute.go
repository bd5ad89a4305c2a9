package service

import (
	"fmt"

	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/engine/study/compare"
	"rackonomics/wasm/message"
	"rackonomics/wasm/protocol"
)

const computingBetween = "computing what lies between"

// attribution is a difference that is parted, a round at a time. The last is kept, for
// the next round of it.
type attribution struct {
	*compare.Attributing
	from, to *scenario.Document
	of       *session.Session
	key      string
}

// attributionFor finds the one that is asked for, or makes it. One that has gone on
// beyond the round would answer as the rounds after it found out.
func (d *Desk) attributionFor(r *protocol.AttributeRequest) (*attribution, error) {
	of, err := d.find(r.Of)
	if err != nil {
		return nil, err
	}
	key, err := message.Write(protocol.AttributeRequest{Changes: r.Changes, From: r.From, Figure: r.Figure})
	if err != nil {
		return nil, err
	}
	if kept := d.attribution; kept != nil && kept.of == of.session && kept.key == string(key) && kept.Round() <= max(0, r.Round) {
		return kept, nil
	}
	made := &attribution{of: of.session, key: string(key)}
	if made.to, err = d.checked(r.Of, r.Changes); err != nil {
		return nil, err
	}
	figure, err := compare.ParseFigure(r.Figure)
	if err != nil {
		return nil, err
	}
	if made.from, err = otherDocument(r.From); err != nil {
		return nil, err
	}
	made.Attributing = compare.NewAttributing(made.from, made.to, figure)
	d.attribution = made
	return made, nil
}

func (d *Desk) attribute(t *Task, r protocol.AttributeRequest) {
	var made *attribution
	round := 0
	t.step("comparing the scenarios", func() (err error) {
		if made, err = d.attributionFor(&r); err != nil {
			return err
		}
		if round = r.Round; round < 0 || round >= compare.Rounds {
			return fmt.Errorf("round %d of an attribution; allowed is 0 to %d", round, compare.Rounds-1)
		}
		return nil
	})
	t.part(computingBetween, func() float64 {
		if made == nil {
			return 0
		}
		return made.Part(round)
	}, func() (bool, error) {
		if made.Round() <= round && !made.Done() {
			if err := made.Step(); err != nil {
				d.attribution = nil
				return false, err
			}
		}
		if made.Round() <= round && !made.Done() {
			return false, nil
		}
		last := made.Rounds() - 1
		told := attributionOf(made.Attribution(min(round, last)), made.from, made.to)
		t.answer = protocol.AttributeAnswer{Attribution: &told, Refines: round < last}
		if made.Done() {
			d.attribution = nil
		}
		return true, nil
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
		one.Title = part.Title(from, to)
		for i := range part.Differences {
			one.Paths = append(one.Paths, part.Differences[i].Path)
		}
		told.Parts = append(told.Parts, one)
	}
	return told
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
