package service

import (
	"fmt"
	"slices"

	"rackonomics/engine/calendar"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/wasm/protocol"
)

// mostVariants bounds what one request has computed.
const mostVariants = 500

func (d *Desk) variants(t *Task, r protocol.VariantsRequest) {
	var of *opened
	var now figures
	var answer protocol.VariantsAnswer
	base := changes(r.Changes)
	t.step("computing", func() (err error) {
		if len(r.Variants) > mostVariants {
			return fmt.Errorf("%d variants are asked for; at most %d are allowed", len(r.Variants), mostVariants)
		}
		if of, err = d.find(r.Of); err == nil {
			now, err = figuresOf(of.session, base, r.View, func(calendar.Month) *int { return r.Month })
			answer.Now = now.cells
		}
		return err
	})
	part := func() float64 { return float64(len(answer.Variants)) / float64(max(1, len(r.Variants))) }
	t.part("computing what each does", part, func() (bool, error) {
		if at := len(answer.Variants); at < len(r.Variants) {
			one := protocol.VariantCells{}
			list, err := variantOf(of.session.Base(), base, r.Variants[at])
			if err != nil {
				return false, err
			}
			without, err := figuresOf(of.session, list, r.View, func(start calendar.Month) *int { return new(now.month.Since(start)) })
			if err != nil {
				one.Problems = Refusal(err).Problems
			}
			one.Cells = without.cells
			answer.Variants = append(answer.Variants, one)
		}
		t.answer = answer
		return len(answer.Variants) == len(r.Variants), nil
	})
}

// variantOf is the list of changes with one thing otherwise.
func variantOf(base *scenario.Document, made []scenario.Change, v protocol.Variant) ([]scenario.Change, error) {
	switch {
	case v.Without != "" && v.With == nil:
		return base.ChangesWithout(made, v.Without)
	case v.With != nil && v.Without == "":
		return slices.Concat(made, changes([]protocol.Change{*v.With})), nil
	}
	return nil, fmt.Errorf("a variant is without a change or with another")
}

// figures are those of a view, and the month of the calendar that they are of.
type figures struct {
	cells []protocol.Cell
	month calendar.Month
}

// figuresOf runs a scenario and gives the figures of a view, in the month that is told of
// its first one, or the nearest that it has.
func figuresOf(of *session.Session, list []scenario.Change, view string, month func(start calendar.Month) *int) (figures, error) {
	wishes := []session.Wish{{View: view, By: result.ByMonth}}
	prepared, err := of.PrepareViews(list, wishes)
	if err != nil {
		return figures{}, err
	}
	run, err := prepared.Run()
	if err != nil {
		return figures{}, err
	}
	viewed, err := run.Views(wishes, month(run.Document.Start))
	if err != nil || len(viewed.Shown) == 0 { // a scenario may lack what the view needs
		return figures{}, err
	}
	return figures{viewOf(viewed.Shown[0]).Cells, run.Document.Start.Add(viewed.Month)}, nil
}
