package service

import (
	"fmt"
	"slices"

	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/wasm/protocol"
)

// mostVariants bounds what one request has computed.
const mostVariants = 500

func (d *Desk) variants(t *Task, r protocol.VariantsRequest) {
	var of *opened
	var answer protocol.VariantsAnswer
	base := changes(r.Changes)
	t.step("computing", func() (err error) {
		if len(r.Variants) > mostVariants {
			return fmt.Errorf("%d variants are asked for; at most %d are allowed", len(r.Variants), mostVariants)
		}
		if of, err = d.find(r.Of); err == nil {
			answer.Now, err = cellsOf(of.session, base, r)
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
			if one.Cells, err = cellsOf(of.session, list, r); err != nil {
				one.Problems = Refusal(err).Problems
			}
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

// cellsOf runs a scenario and gives the figures of a view.
func cellsOf(of *session.Session, list []scenario.Change, r protocol.VariantsRequest) ([]protocol.Cell, error) {
	wishes := []session.Wish{{View: r.View, By: result.ByMonth}}
	prepared, err := of.PrepareViews(list, wishes)
	if err != nil {
		return nil, err
	}
	run, err := prepared.Run()
	if err != nil {
		return nil, err
	}
	viewed, err := run.Views(wishes, r.Month)
	if err != nil || len(viewed.Shown) == 0 { // a scenario may lack what the view needs
		return nil, err
	}
	return viewOf(viewed.Shown[0]).Cells, nil
}
