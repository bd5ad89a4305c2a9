package service

import (
	"rackonomics/engine/session"
	"rackonomics/wasm/protocol"
)

func (d *Desk) rows(t *Task, r protocol.RowsRequest) {
	d.everyRow(t, r.Of, r.Changes, "writing every row", func(run *session.Result) error {
		answer := protocol.RowsAnswer{}
		for month := range run.Table.Months {
			answer.Months = append(answer.Months, run.Table.Start.Add(month).String())
		}
		var numbers []float64
		for _, series := range run.Series() {
			answer.Rows = append(answer.Rows, protocol.RowOfThing{Name: series.Name, Title: series.Title, Unit: series.Unit, Instance: series.Instance, Thing: series.Thing})
			numbers = append(numbers, series.Values...)
		}
		t.answer, t.numbers = answer, numbers
		return nil
	})
}
