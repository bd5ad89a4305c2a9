package service

import (
	"rackonomics/engine/floor"
	"rackonomics/engine/session"
	"rackonomics/wasm/message"
	"rackonomics/wasm/protocol"
)

func (d *Desk) plan(t *Task, r protocol.PlanRequest) {
	var prepared *session.Prepared
	t.step("compiling the model", func() error {
		of, err := d.find(r.Of)
		if err == nil {
			prepared, err = of.session.PrepareFloor(changes(r.Changes))
		}
		return err
	})
	t.step("computing", func() error {
		run, err := prepared.Run()
		if err != nil {
			return err
		}
		plan, err := run.Floor()
		if err != nil {
			return err
		}
		head, numbers, err := floor.Encode(plan, message.Write)
		if err == nil {
			t.answer, t.numbers = protocol.PlanAnswer{Head: head}, numbers
		}
		return err
	})
}
