package main

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/goccy/go-json"
	"github.com/parquet-go/parquet-go"

	"rackonomics/engine/estimate"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
)

// readRows reads all rows of a file of cases, by column.
func readRows(t *testing.T, path string) (columns []string, rows []parquet.Row) {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	status, err := file.Stat()
	if err != nil {
		t.Fatal(err)
	}
	opened, err := parquet.OpenFile(file, status.Size())
	if err != nil {
		t.Fatal(err)
	}
	for _, column := range opened.Schema().Columns() {
		columns = append(columns, column[0])
	}
	for _, group := range opened.RowGroups() {
		reader := group.Rows()
		buffer := make([]parquet.Row, group.NumRows())
		for read := 0; read < len(buffer); {
			count, err := reader.ReadRows(buffer[read:])
			if count == 0 {
				t.Fatal(err)
			}
			for _, row := range buffer[read : read+count] {
				rows = append(rows, row.Clone())
			}
			read += count
		}
		reader.Close()
	}
	return columns, rows
}

func TestCasesAreTheSameBytesWhateverTheWorkers(t *testing.T) {
	var first []byte
	for _, workers := range []int{1, 2, 4} {
		q := asks(t)
		about, err := newManifest(q, &share{of: 1})
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "cases.parquet")
		if err := (&run{ctx: t.Context(), workers: workers}).writeCases(path, q, estimate.Range{To: q.work().Blocks()}, about); err != nil {
			t.Fatal(err)
		}
		data := readAll(t, path)
		if first == nil {
			first = data
		}
		if !bytes.Equal(data, first) {
			t.Errorf("%d workers write other bytes", workers)
		}
	}
}

// The cases of a file are those whose mean and chances a study tells: what is
// counted here from rows is what it says.
func TestCasesAreThoseOfTheStudy(t *testing.T) {
	more := []string{"--measure", "net_present_value", "--measure", "break_even.operating_cash_flow.first"}
	folder := t.TempDir()
	for _, block := range []string{"0", "1", "2"} {
		succeed(t, studyOf(append([]string{"--format", "parquet", "--out", folder, "--block", block, "--of", "3"}, more...)...)...)
	}
	var rows []parquet.Row
	for _, name := range []string{"0", "1", "2"} {
		columns, some := readRows(t, filepath.Join(folder, "cases-"+name+"-of-3.parquet"))
		if len(columns) != 5 || columns[0] != "case" || columns[1] != "lease.anthropic.price" || columns[4] != "break_even.operating_cash_flow.first" {
			t.Fatalf("columns %q", columns)
		}
		rows = append(rows, some...)
	}
	var values []float64
	sum, absent, first := 0.0, 0, time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)
	for i, row := range rows {
		if row[0].Int64() != int64(i) {
			t.Fatalf("row %d is case %d", i, row[0].Int64())
		}
		if price, share := row[1].Double(), row[2].Double(); price <= 0 || share <= 0 || share > 1 {
			t.Errorf("case %d: price %v, share %v", i, price, share)
		}
		sum += row[3].Double()
		values = append(values, row[3].Double())
		if row[4].IsNull() {
			absent++
		} else if day := time.Unix(int64(row[4].Int32())*24*60*60, 0).UTC(); day.Before(first) || day.Day() != 1 {
			t.Errorf("case %d breaks even on %v", i, day)
		}
	}
	var output studyOutput
	if err := json.Unmarshal([]byte(succeed(t, studyOf(append([]string{"--format", "json"}, more...)...)...)), &output); err != nil {
		t.Fatal(err)
	}
	if mean := output.Measures[0].Mean.Value.(float64); len(rows) != 1000 || math.Abs(sum/1000-mean) > 1e-9*math.Abs(mean) {
		t.Errorf("%d cases with a mean of %v, want %v", len(rows), sum/1000, mean)
	}
	squares := 0.0
	for _, value := range values {
		squares += (value - sum/1000) * (value - sum/1000)
	}
	if deviation, want := output.Measures[0].Deviation.Value.(float64), math.Sqrt(squares/999); math.Abs(deviation-want) > 0.01*want {
		t.Errorf("the deviation is %v, want %v", deviation, want)
	}
	for _, influence := range output.Measures[0].Influence {
		if low, high := influence.WhenLow.Value.(float64), influence.WhenHigh.Value.(float64); !(low < sum/1000 && sum/1000 < high) {
			t.Errorf("%s: %v when low, %v when high", influence.Input, low, high)
		}
	}
	if share := output.Measures[1].Absent.Value; absent == 0 || share != float64(absent)/1000 {
		t.Errorf("%d are absent, and the study says %v", absent, share)
	}
}

// Days and months of measures count from the scenario's start, those of inputs from the
// first that can be named.
func TestDatesOfMeasuresAreWritten(t *testing.T) {
	q := asks(t) // from May 2026
	for kind, want := range map[model.Kind]string{model.KindMonth: "2026-07-01", model.KindDay: "2026-05-03"} {
		written := q.measureColumn(&result.Head{Name: "x", Kind: kind}).write(2)
		if day := time.Unix(int64(written.Int32())*24*60*60, 0).UTC().Format("2006-01-02"); day != want {
			t.Errorf("2 %ss after the start is %s, want %s", kind, day, want)
		}
	}
}

func TestInputsOfEveryKindAreWritten(t *testing.T) {
	folder := t.TempDir()
	succeed(t, studyOf("--format", "parquet", "--out", folder, "--measure", "net_present_value", "--set", "study.lease.anthropic.start=Jul 2026 to Jan 2027",
		"--set", "study.operator.taxes=true or false", "--set", "study.lease.anthropic.accounting=asc606 or asc842", "--set", "study.fleet.h100.gpus=±10 %")...)
	columns, rows := readRows(t, filepath.Join(folder, "cases-0-of-1.parquet"))
	if columns[3] != "lease.anthropic.start" || columns[6] != "fleet.h100.gpus (factor)" {
		t.Fatalf("columns %q", columns)
	}
	seen := map[string]bool{}
	for i, row := range rows {
		start := time.Unix(int64(row[3].Int32())*24*60*60, 0).UTC().Format("2006-01-02")
		if start < "2026-07-01" || start > "2027-01-01" || start[8:] != "01" {
			t.Errorf("case %d starts on %s", i, start)
		}
		if factor := row[6].Double(); factor < 0.5 || factor > 1.5 {
			t.Errorf("case %d has %v times the GPUs", i, factor)
		}
		seen[start], seen[row[4].String()], seen[string(row[5].ByteArray())] = true, true, true
	}
	if len(seen) != 7+2+2 || !seen["true"] || !seen["asc842"] {
		t.Errorf("the values are %v", seen)
	}
}

func TestCasesThatAreThereAreKept(t *testing.T) {
	folder := t.TempDir()
	arguments := studyOf("--measure", "net_present_value", "--format", "parquet", "--out", folder)
	path := filepath.Join(folder, "cases-0-of-1.parquet")
	succeed(t, arguments...)
	data := readAll(t, path)
	if got := succeed(t, arguments...); got != path+": 1,000 of 1,000 cases, there already\n" {
		t.Errorf("%q", got)
	}
	if err := os.WriteFile(path, data[:len(data)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	succeed(t, arguments...)
	if !bytes.Equal(readAll(t, path), data) {
		t.Error("a damaged file is not written again as it was")
	}
	if got := runCommand(t, append(arguments, "--draws", "random")...); got.status != statusMistaken {
		t.Errorf("status %d, %q", got.status, got.failures)
	}
	if got := runCommand(t, append(arguments, "--row", "operator.cash")...); got.status == statusFine {
		t.Error("rows were written as cases")
	}
}
