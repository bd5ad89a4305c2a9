//go:build !js || later

package service

import (
	"bytes"
	"fmt"
	"maps"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/engine/spreadsheet"
	"rackonomics/engine/workbook"
	"rackonomics/scenarios"
)

// Every row of every thing is told by its name, title, unit and thing, with the
// numbers of a run.
func TestRowsAreThoseOfARun(t *testing.T) {
	const changed = `{"changes":[{"path":"operator.revenue_growth","value":0.1}]}`
	desk := &Desk{}
	ask(t, desk, "open", `{"name":"three-tenants"}`)
	answer, numbers := ask(t, desk, "rows", changed)
	if problems := problemsOf(answer); problems != "" {
		t.Fatal(problems)
	}
	document, err := scenarios.Load("three-tenants")
	if err != nil {
		t.Fatal(err)
	}
	run, err := session.New(document, session.AllRows).Run([]scenario.Change{{Path: "operator.revenue_growth", JSON: []byte("0.1")}})
	if err != nil {
		t.Fatal(err)
	}
	rows, months, all := answer["rows"].([]any), answer["months"].([]any), run.Series()
	if len(rows) != len(all) || len(months) != document.Months || months[0] != document.Start.String() {
		t.Fatalf("%d rows of %d months from %s, want %d of %d from %s", len(rows), len(months), months[0], len(all), document.Months, document.Start)
	}
	for i, series := range all {
		want := map[string]any{"name": series.Name, "title": model.Title(series.Name), "unit": series.Unit, "instance": series.Instance, "thing": series.Thing}
		if row := rows[i].(map[string]any); !maps.Equal(row, want) || series.Unit == "" || series.Thing == "" {
			t.Fatalf("row %d is %v, want %v", i, row, want)
		}
		for month, value := range series.Values {
			if got := numbers[i*document.Months+month]; math.Float64bits(got) != math.Float64bits(value) {
				t.Fatalf("%s of %s in month %d is %v, want %v", series.Name, series.Instance, month, got, value)
			}
		}
	}
}

// The workbook is that of the command line, byte for byte, and its inputs come back.
func TestWorkbooksGoOutAndComeBack(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long")
	}
	const change = `{"path":"operator.revenue_growth","value":0.1}`
	desk := &Desk{}
	ask(t, desk, "open", `{"name":"take-or-pay"}`)
	answer, numbers := ask(t, desk, "workbook", `{"changes":[`+change+`]}`)
	if problems := problemsOf(answer); problems != "" {
		t.Fatal(problems)
	}
	data, err := unpacked(numbers, int(answer["bytes"].(float64)))
	if err != nil {
		t.Fatal(err)
	}
	base, err := scenarios.Load("take-or-pay")
	if err != nil {
		t.Fatal(err)
	}
	document, err := base.Apply([]scenario.Change{{Path: "operator.revenue_growth", JSON: []byte("0.1")}})
	if err != nil {
		t.Fatal(err)
	}
	var want bytes.Buffer
	if err := workbook.Write(&want, document); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(data, want.Bytes()) {
		t.Errorf("the workbook has %d bytes, want the %d of the command line", len(data), want.Len())
	}
	back, _ := askWith(t, desk, "entered", fmt.Sprintf(`{"bytes":%d}`, len(data)), numbers)
	if back["document"] != string(document.Encode()) || back["changes"] != nil {
		t.Errorf("a workbook that nobody changed comes back as %.300v", back)
	}
}

// What is no workbook is refused in words.
func TestFilesThatAreNoWorkbooksAreRefused(t *testing.T) {
	other := &spreadsheet.Book{Title: "Other", Sheets: []*spreadsheet.Sheet{{Name: "Other"}}}
	var written bytes.Buffer
	if err := other.Write(&written); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		data  []byte
		bytes int
		want  string
	}{
		"no archive":      {[]byte("no archive"), 10, "it is no workbook (.xlsx), which is a ZIP archive"},
		"someone else's":  {written.Bytes(), written.Len(), `the workbook has no sheet "Inputs"; allowed is one that rackonomics wrote`},
		"more than given": {[]byte("12345678"), 9, "a file of 9 bytes in 1 numbers; at most 8 bytes are in them"},
		"less than none":  {[]byte("12345678"), -1, "a file of -1 bytes in 1 numbers; at most 8 bytes are in them"},
	} {
		t.Run(name, func(t *testing.T) {
			desk := &Desk{}
			ask(t, desk, "open", `{"name":"take-or-pay"}`)
			answer, _ := askWith(t, desk, "entered", fmt.Sprintf(`{"bytes":%d}`, test.bytes), packed(test.data))
			if got := problemsOf(answer); got != ": "+test.want {
				t.Errorf("refused with %q, want %q", got, test.want)
			}
		})
	}
}

// Bytes travel as numbers and are the same afterwards, whatever they are.
func TestBytesTravelAsNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		data := rapid.SliceOf(rapid.Byte()).Draw(t, "data")
		got, err := unpacked(packed(data), len(data))
		if err != nil || !slices.Equal(got, data) {
			t.Fatalf("%v comes back as %v, %v", data, got, err)
		}
	})
}
