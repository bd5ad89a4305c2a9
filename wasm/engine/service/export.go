package service

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"slices"

	"rackonomics/engine/session"
	"rackonomics/engine/workbook"
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

// bytesOfNumber is how many bytes travel as a number.
const bytesOfNumber = 8

// packed puts bytes into numbers, as they lie in memory.
func packed(data []byte) []float64 {
	numbers := make([]float64, (len(data)+bytesOfNumber-1)/bytesOfNumber)
	whole := append(slices.Clone(data), make([]byte, bytesOfNumber*len(numbers)-len(data))...)
	for i := range numbers {
		numbers[i] = math.Float64frombits(binary.LittleEndian.Uint64(whole[bytesOfNumber*i:]))
	}
	return numbers
}

// unpacked is the other way round.
func unpacked(numbers []float64, count int) ([]byte, error) {
	if count < 0 || count > bytesOfNumber*len(numbers) {
		return nil, fmt.Errorf("a file of %d bytes in %d numbers; at most %d bytes are in them", count, len(numbers), bytesOfNumber*len(numbers))
	}
	data := make([]byte, 0, bytesOfNumber*len(numbers))
	for _, number := range numbers {
		data = binary.LittleEndian.AppendUint64(data, math.Float64bits(number))
	}
	return data[:count], nil
}
