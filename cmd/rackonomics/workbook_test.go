package main

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// edited writes the workbook of a small scenario and sets the value of an input.
func edited(t *testing.T, path string, value any, settings ...string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "book.xlsx")
	succeed(t, append([]string{"workbook", writeFile(t, smallDocument), "--out", name}, settings...)...)
	file, err := excelize.OpenFile(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if path == "" {
		return name
	}
	rows, err := file.GetRows("Inputs")
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		if len(row) > 0 && row[0] == path {
			place, _ := excelize.CoordinatesToCellName(3, i+1)
			if err := file.SetCellValue("Inputs", place, value); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := file.Save(); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestWorkbookIsReadBack(t *testing.T) {
	if got := succeed(t, "workbook", "--read", edited(t, "", nil)); got != "" {
		t.Errorf("nothing was changed: %q", got)
	}
	// What was set when it was written is of its scenario, which is said.
	name := edited(t, "operator.discount_rate", 0.2, "--set", "operator.title=It’s")
	if got := runCommand(t, "workbook", "--read", name); got.status != statusFine || got.out != "--set operator.discount_rate=0.2\n" ||
		got.failures != "These change small as it was when the workbook was written, with what --set changed then; --format json prints all of it.\n" {
		t.Errorf("%+v", got)
	}
	if got := runCommand(t, "workbook", "--read", edited(t, "operator.discount_rate", "12 %")); got.out != "--set operator.discount_rate=0.12\n" {
		t.Errorf("%+v", got)
	}
	document := succeed(t, "workbook", "--read", name, "--format", "json")
	if !strings.Contains(document, `"discount_rate": 0.2`) || !strings.Contains(document, "It’s") {
		t.Errorf("%s", document)
	}
	succeed(t, "check", writeFile(t, document))
}

func TestWorkbookMistakes(t *testing.T) {
	for name, test := range map[string]struct {
		arguments []string
		status    int
		want      string
	}{
		"nothing":       {[]string{"workbook"}, statusUsage, "a SCENARIO with --out FILE.xlsx is expected"},
		"no file":       {[]string{"workbook", "filed-deal"}, statusUsage, "a SCENARIO with --out FILE.xlsx is expected"},
		"both ways":     {[]string{"workbook", "filed-deal", "--read", "x.xlsx"}, statusUsage, "it takes the workbook alone"},
		"format":        {[]string{"workbook", "--read", "x.xlsx", "--format", "xml"}, statusUsage, "one of text, json"},
		"format of out": {[]string{"workbook", "filed-deal", "--out", "x.xlsx", "--format", "json"}, statusUsage, "--format: it is of what --read prints"},
		"other format":  {[]string{"workbook", "filed-deal", "--out", "x.ods"}, statusUsage, "--out: x.ods: .ods is not what is written; allowed is .xlsx"},
		"no such file":  {[]string{"workbook", "--read", "no-such.xlsx"}, statusMistaken, "no-such.xlsx: no such file"},
		"no workbook":   {[]string{"workbook", "--read", writeFile(t, smallDocument)}, statusMistaken, "it is no workbook (.xlsx)"},
		"out of bounds": {[]string{"workbook", "--read", edited(t, "operator.discount_rate", 700)}, statusMistaken, "operator.discount_rate: 700 is out of bounds; allowed is"},
		"no folder":     {[]string{"workbook", "filed-deal", "--out", "/no/such/folder/x.xlsx"}, statusMistaken, "--out: /no/such/folder/x.xlsx: no such file"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := runCommand(t, test.arguments...); got.status != test.status || !strings.Contains(got.failures, test.want) {
				t.Errorf("status %d, %q; want %d, %q", got.status, got.failures, test.status, test.want)
			}
		})
	}
}
