package service

import (
	"slices"

	"rackonomics/engine/floor"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/session"
	"rackonomics/wasm/message"
	"rackonomics/wasm/protocol"
)

func (d *Desk) run(t *Task, r protocol.RunRequest) {
	wishes := make([]session.Wish, len(r.Views), len(r.Views)+1)
	for i, wish := range r.Views {
		wishes[i] = session.Wish{View: wish.Name, By: result.Step(wish.By)}
	}
	if r.Floor { // the time line that it stands under
		wishes = append(wishes, session.Wish{View: model.TimeLine, By: result.ByMonth})
	}
	var of *opened
	var prepared *session.Prepared
	t.step("compiling the model", func() (err error) {
		rows := model.ObstacleRows
		if r.Floor {
			rows = slices.Concat(rows, result.FloorRows())
		}
		if of, err = d.find(r.Of); err == nil {
			prepared, err = of.session.PrepareViews(changes(r.Changes), wishes, rows...)
		}
		return err
	})
	t.step("computing", func() error {
		run, err := prepared.Run()
		if err != nil {
			return err
		}
		viewed, err := run.Views(wishes, r.Month)
		if err != nil {
			return err
		}
		var events []result.Event
		if last := len(viewed.Shown) - 1; r.Floor {
			events, viewed.Shown = viewed.Shown[last].Events, viewed.Shown[:last]
		}
		was := of.held.named(r.Held)
		now := held{number: r.Hold, shown: viewed.Shown, events: events}
		answer, numbers := runAnswer(viewed, r.Heads, was, slices.Grow(d.numbers[:0], 1)) // which may be none, and are there
		document := differences(of.session.Base(), run.Document)
		answer.Document = &document
		for _, obstacle := range run.Obstacles() {
			answer.Obstacles = append(answer.Obstacles, protocol.Problem(*obstacle))
		}
		answer.Computed = computedBy(d.Kernels, run.PlainRefusal())
		if r.Floor {
			answer.Plan, now.plan, numbers = planOf(run, events, was, numbers)
		}
		if r.Hold != 0 {
			of.held = now
		}
		d.numbers = numbers
		t.answer, t.numbers = answer, numbers
		return nil
	})
}

// everyRow lists the steps of a question about the whole model: what is told of
// the run that has every row comes after the two that make it.
func (d *Desk) everyRow(t *Task, as int, changed []protocol.Change, doing string, tell func(*session.Result) error) {
	var prepared *session.Prepared
	var run *session.Result
	t.step("compiling the whole model", func() error {
		of, err := d.find(as)
		if err == nil {
			prepared, err = of.session.Prepare(changes(changed), session.AllRows)
		}
		return err
	})
	t.step("computing every row", func() (err error) {
		run, err = prepared.Run()
		return err
	})
	t.step(doing, func() error { return tell(run) })
}

// runAnswer tells views, with the numbers of their lines behind others; of those that
// are as they were, that they are.
func runAnswer(viewed *session.Viewed, known string, was *held, numbers []float64) (protocol.RunAnswer, []float64) {
	answer := protocol.RunAnswer{Month: viewed.Month, HeadsName: headsName(viewed)}
	if answer.HeadsName != known {
		answer.Heads = headsOf(viewed)
	}
	answer.Views = room(answer.Views, viewed.Shown)
	for _, shown := range viewed.Shown {
		kept := was.keeps(shown)
		if kept == protocol.KeptNothing {
			answer.Views = append(answer.Views, viewOf(shown))
		} else {
			answer.Views = append(answer.Views, protocol.View{ViewHead: protocol.ViewHead{Name: shown.Name}, By: protocol.Step(shown.By), Kept: kept})
		}
		if kept != protocol.KeptAll {
			for _, line := range shown.Lines {
				numbers = append(numbers, line.Values...)
			}
		}
	}
	return answer, numbers
}

// planOf makes the plan of the floor, with the events above it, and adds its numbers.
// What cannot be drawn takes nothing from the views.
func planOf(run *session.Result, events []result.Event, was *held, numbers []float64) (*protocol.Plan, *floor.Plan, []float64) {
	plan, err := run.Floor()
	if err != nil {
		return &protocol.Plan{Problem: err.Error(), Events: eventsOf(events)}, nil, numbers
	}
	write, isKept := message.Write, was.keepsPlan(plan, events)
	if isKept {
		write = func(any) ([]byte, error) { return nil, nil }
	}
	head, numbers, err := floor.Encode(plan, numbers, write)
	switch {
	case err != nil:
		return &protocol.Plan{Problem: err.Error(), Events: eventsOf(events)}, nil, numbers
	case isKept:
		return &protocol.Plan{Kept: true}, plan, numbers
	}
	return &protocol.Plan{Head: head, Events: eventsOf(events)}, plan, numbers
}
