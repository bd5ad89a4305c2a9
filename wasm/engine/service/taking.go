package service

import (
	"fmt"

	"rackonomics/engine/model"
	"rackonomics/engine/study"
	"rackonomics/wasm/protocol"
)

// taking solves what else is said of a view.
func (d *Desk) taking(t *Task, r protocol.TakingRequest) {
	var taking *study.Taking
	t.step("compiling the model", func() error {
		view := model.FindView(r.View)
		if view == nil || view.Takes == nil {
			return fmt.Errorf("%q is no view of which there is more to say", r.View)
		}
		document, err := d.checked(r.Of, r.Changes)
		if err == nil {
			taking, err = study.NewTaking(document, view.Takes)
		}
		if err == nil {
			taking.Use(d.Kernels)
		}
		return err
	})
	part := func() float64 {
		if taking == nil {
			return 0
		}
		return taking.Part()
	}
	t.part("finding what it would take", part, func() (bool, error) {
		if err := taking.Step(); err != nil {
			return false, err
		}
		if !taking.Done() {
			return false, nil
		}
		answer := protocol.TakingAnswer{Sentences: [][]protocol.Piece{}}
		for _, sentence := range taking.Sentences() {
			answer.Sentences = append(answer.Sentences, pieces(sentence))
		}
		t.answer = answer
		return true, nil
	})
}
