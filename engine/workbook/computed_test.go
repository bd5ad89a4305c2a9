package workbook

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"rackonomics/engine/spreadsheet"
	"rackonomics/scenarios"
)

// Every formula of every shipped scenario comes to the engine's value, computed from
// nothing but the cells that are entered.
func TestFormulasComeToTheEnginesValues(t *testing.T) {
	names := scenarios.Names
	if testing.Short() {
		names = []string{"tenant-default", "delayed-listing", "start-up"}
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			_, made := builtOf(t, loaded(t, name))
			stripped := bare(made)
			if err := stripped.Compute(); err != nil {
				t.Fatal(err)
			}
			t.Logf("%d cells", compare(t, name, made, gridsOf(stripped)))
		})
	}
}

func gridsOf(made *spreadsheet.Book) map[string]spreadsheet.Grid {
	grids := map[string]spreadsheet.Grid{}
	for _, sheet := range made.Sheets {
		grids[sheet.Name] = gridOf(sheet.Rows)
	}
	return grids
}

// A program that does not compute, as a preview, finds a value in every cell.
func TestEveryFormulaIsWrittenWithItsValue(t *testing.T) {
	data := writtenOf(t, loaded(t, "start-up"))
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	formulas := 0
	for _, file := range archive.File {
		part, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		formulas += strings.Count(string(text), "</f><v>")
		if _, after, found := strings.Cut(string(text), "</f></c>"); found {
			t.Errorf("%s: a formula is written without its value, before %.100s", file.Name, after)
		}
	}
	if formulas < 10_000 {
		t.Errorf("only %d formulas were seen", formulas)
	}
}
