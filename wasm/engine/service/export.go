//go:build !js || later

package service

import (
	"bytes"

	"rackonomics/engine/workbook"
	"rackonomics/wasm/protocol"
)

func (d *Desk) workbook(t *Task, r protocol.WorkbookRequest) {
	var making *workbook.Making
	t.step("computing every row", func() error {
		document, err := d.checked(r.Of, r.Changes)
		if err == nil {
			making, err = workbook.Begin(document)
		}
		return err
	})
	t.part("writing formulas", func() float64 { return making.Part() }, func() (bool, error) { return making.Step(), nil })
	t.step("packing the workbook", func() error {
		var out bytes.Buffer
		err := making.Write(&out)
		t.answer, t.numbers = protocol.WorkbookAnswer{Bytes: out.Len()}, packed(out.Bytes())
		return err
	})
}

func (d *Desk) entered(t *Task, r protocol.EnteredRequest) {
	t.step("reading the workbook", func() error {
		data, err := unpacked(t.given, r.Bytes)
		if err != nil {
			return err
		}
		document, list, err := workbook.Read(data)
		if err != nil {
			return err
		}
		t.answer = protocol.EnteredAnswer{Document: string(document.Encode()), Changes: told(list)}
		return nil
	})
}
