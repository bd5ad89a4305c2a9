package service

import (
	"fmt"

	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/engine/study"
	"rackonomics/wasm/message"
	"rackonomics/wasm/protocol"
)

// surface is a goal over two inputs that is computed, a part at a time. The last is
// kept, for the next part of it.
type surface struct {
	*study.Surface
	asked   *asked
	of      *session.Session
	key     string // the goal and the inputs
	changes string
}

// surfaceFor finds the one that is asked for, or makes it.
func (d *Desk) surfaceFor(r *protocol.MapRequest) (*surface, error) {
	of, err := d.find(r.Of)
	if err != nil {
		return nil, err
	}
	key, err := message.Write(protocol.MapRequest{Goal: r.Goal, X: protocol.Axis{Path: r.X.Path}, Y: protocol.Axis{Path: r.Y.Path}})
	if err != nil {
		return nil, err
	}
	changes, err := message.Write(protocol.MapRequest{Changes: r.Changes})
	if err != nil {
		return nil, err
	}
	kept := d.surface
	if kept != nil && (kept.of != of.session || kept.key != string(key)) {
		kept = nil
	}
	if kept != nil && kept.changes == string(changes) {
		return kept, nil
	}
	document, err := d.checked(r.Of, r.Changes)
	if err != nil {
		return nil, err
	}
	made := &surface{of: of.session, key: string(key), changes: string(changes)}
	if made.asked, err = newAsked(document, r.Goal); err != nil {
		return nil, err
	}
	var variables [2]study.Variable
	for i, axis := range []protocol.Axis{r.X, r.Y} {
		if variables[i], err = study.FindEither(document, axis.Path); err != nil {
			return nil, err
		}
	}
	d.surface = nil // until the other is whole
	if kept != nil {
		if moved, err := kept.Move(document, made.asked.goal, variables); moved && err == nil {
			made.Surface, d.surface = kept.Surface, made
			return made, nil
		}
	}
	if made.Surface, err = study.NewSurface(document, made.asked.goal, variables); err == nil {
		made.Use(d.Kernels)
		d.surface = made
	}
	return made, err
}

// axisOf lists the values of an input of a map.
func axisOf(document *scenario.Document, v *study.Variable, axis protocol.Axis, points int) (*protocol.MapAxis, error) {
	var with []float64
	for _, amount := range axis.With {
		number, err := numberOf(v, amount)
		if err != nil {
			return nil, err
		}
		with = append(with, number)
	}
	low, high := v.MapRange(document, with...)
	low, high, err := within(v, low, high, axis.Low, axis.High)
	if err == nil {
		err = v.CheckRange(low, high)
	}
	if err != nil {
		return nil, err
	}
	now := v.Today(document)
	told := &protocol.MapAxis{Times: v.Times, At: v.Spaced(low, high, points), Now: inputOf(v, now), NowAt: now}
	for _, value := range told.At {
		told.Values = append(told.Values, inputOf(v, value))
	}
	return told, nil
}

// within narrows a range to what was asked for.
func within(v *study.Variable, low, high float64, from, to *protocol.Amount) (float64, float64, error) {
	var err error
	if from != nil {
		if low, err = numberOf(v, *from); err != nil {
			return low, high, err
		}
	}
	if to != nil {
		high, err = numberOf(v, *to)
	}
	return low, high, err
}

func (d *Desk) mapPart(t *Task, r protocol.MapRequest) {
	var made *surface
	var answer protocol.MapAnswer
	row, to := r.From, r.To
	t.step("compiling the model", func() (err error) {
		if r.Points < 2 || r.Points > study.MostMapPoints {
			return fmt.Errorf("%d values of each input; allowed is 2 to %d", r.Points, study.MostMapPoints)
		}
		if made, err = d.surfaceFor(&r); err != nil {
			return err
		}
		if answer.X, err = axisOf(made.asked.document, &made.X, r.X, r.Points); err != nil {
			return err
		}
		if answer.Y, err = axisOf(made.asked.document, &made.Y, r.Y, r.Points); err != nil {
			return err
		}
		sought := made.asked.sought()
		answer.Sought = &sought
		if rows := len(answer.Y.At); to <= 0 || to > rows {
			to = rows
		}
		row = min(max(row, 0), to)
		at := [2]float64{answer.X.NowAt, answer.Y.NowAt}
		for i, amount := range []*protocol.Amount{r.AtX, r.AtY} {
			if amount == nil {
				continue
			}
			if at[i], err = numberOf([]*study.Variable{&made.X, &made.Y}[i], *amount); err != nil {
				return err
			}
		}
		t.numbers = []float64{}
		if row > 0 && row < to { // it goes with the first rows, or alone
			return nil
		}
		now, err := made.Points(at[:1], at[1:])
		if err != nil {
			return err
		}
		point := made.asked.point(&made.Y, now[0])
		answer.Now = &point
		return nil
	})
	t.repeat("computing the map", func() (bool, error) {
		next := min(to, row+max(1, study.BlockLanes/len(answer.X.At)))
		points, err := made.Points(answer.X.At, answer.Y.At[row:next])
		for i := range points {
			t.numbers = append(t.numbers, made.asked.shade(&points[i]), points[i].Gap, points[i].Figure)
		}
		row = next
		answer.Computed = computedBy(d.Kernels, made.Refusal())
		t.answer = answer
		return row >= to, err
	})
}

// shade is the number by which a point of a map is coloured.
func (a *asked) shade(p *study.Point) float64 {
	if a.of.Beside != "" {
		return p.Gap
	}
	return p.Figure
}

func (d *Desk) contour(t *Task, r protocol.ContourRequest) {
	t.step("drawing the line", func() error {
		if r.X < 2 || r.Y < 2 || r.X > study.MostMapPoints || r.Y > study.MostMapPoints || len(t.given) != r.X+r.Y+r.X*r.Y {
			return fmt.Errorf("a map of %d × %d points with %d numbers; allowed is 2 to %d of each, and their values", r.X, r.Y, len(t.given), study.MostMapPoints)
		}
		xs, ys, gaps := t.given[:r.X], t.given[r.X:r.X+r.Y], t.given[r.X+r.Y:]
		var answer protocol.ContourAnswer
		t.numbers = []float64{}
		for _, line := range study.Contour(xs, ys, func(i, j int) float64 { return gaps[j*r.X+i] }) {
			answer.Lengths = append(answer.Lengths, len(line))
			for _, vertex := range line {
				t.numbers = append(t.numbers, vertex.X, vertex.Y)
			}
		}
		t.answer = answer
		return nil
	})
}
