package scenarios_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/session"
	"rackonomics/scenarios"
)

//go:generate go test -run TestResultsAreFresh . -update

var update = flag.Bool("update", false, "write the results of the shipped scenarios again")

// yearly are the flows whose sums by calendar year stand below the measures.
var yearly = []string{
	"operator.own_revenue", "operator.lease_revenue", "operator.revenue", "operator.site_costs", "operator.adjusted_ebitda", "operator.operating_income",
	"operator.net_income", "operator.operating_cash_flow", "operator.capital_expenditure", "operator.free_cash_flow", "site.purchases",
}

// Every measure of every shipped scenario, and of every form that it had, is kept
// in the repository, so that the diff of a change of the model says what it does
// to them and to old links.
func TestResultsAreFresh(t *testing.T) {
	kept, err := filepath.Glob("results/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	older, err := filepath.Glob("archive/*.json")
	if err != nil {
		t.Fatal(err)
	}
	keptOlder, err := filepath.Glob("results/archive/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	kept = append(kept, keptOlder...)
	forms := slices.Clone(scenarios.Names)
	for _, file := range older {
		forms = append(forms, strings.TrimSuffix(file, ".json"))
	}
	for _, form := range forms {
		file := filepath.Join("results", form+".txt")
		kept = slices.DeleteFunc(kept, func(other string) bool { return other == file })
		text, err := os.ReadFile(form + ".json")
		if err != nil {
			t.Fatal(err)
		}
		opened, err := session.OpenDocument(text)
		if err != nil {
			t.Fatal(err)
		}
		checkResults(t, file, results(t, opened))
	}
	for _, file := range kept {
		t.Errorf("scenarios/%s is of no shipped scenario", filepath.ToSlash(file))
	}
}

// checkResults holds a file to what it should say, or writes it.
func checkResults(t *testing.T, file string, written []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, written, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if found, err := os.ReadFile(file); err != nil || !bytes.Equal(found, written) {
		t.Errorf("scenarios/%s is stale, %s: run make generate, and say in CHANGELOG.md what moved", filepath.ToSlash(file), firstDifference(found, written))
	}
}

// results writes a line a measure, in their order: name, value and unit. A
// number has as many digits as tell it from every other.
func results(t *testing.T, opened *session.Opened) []byte {
	t.Helper()
	run, err := opened.Run(slices.Concat(result.Rows(), yearly)...)
	if err != nil {
		t.Fatal(err)
	}
	measures, err := run.Measures()
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "# %s: every measure, then sums by calendar year. Written by make generate.\n", run.Document.Name)
	for _, m := range measures {
		fmt.Fprintf(&out, "%s\t%s\t%s\n", m.Name, valueText(m.Value), m.Unit)
	}
	for _, row := range yearly {
		for i, column := range run.Table.Program.Columns {
			if column.Row != row {
				continue
			}
			instance := run.Document.Instances[column.Instance].Name
			for _, year := range byYear(run, run.Table.Series(i)) {
				fmt.Fprintf(&out, "%s@%s\t%d\t%s\t%s\n", row, instance, year.year, valueText(year.sum), model.FindRow(row).Unit)
			}
		}
	}
	return out.Bytes()
}

func valueText(value any) string {
	switch value := value.(type) {
	case nil:
		return "absent"
	case float64:
		return strconv.FormatFloat(value, 'f', -1, 64)
	}
	return fmt.Sprint(value)
}

type yearSum struct {
	year int
	sum  float64
}

func byYear(result *session.Result, values []float64) []yearSum {
	var sums []yearSum
	for month, value := range values {
		year := result.Table.Start.Add(month).Year
		if len(sums) == 0 || sums[len(sums)-1].year != year {
			sums = append(sums, yearSum{year, 0})
		}
		sums[len(sums)-1].sum += value
	}
	return sums
}

// firstDifference tells where two files part.
func firstDifference(was, is []byte) string {
	before, now := bytes.Split(was, []byte("\n")), bytes.Split(is, []byte("\n"))
	for i := range now {
		if i >= len(before) || !bytes.Equal(before[i], now[i]) {
			return fmt.Sprintf("from line %d: now %q", i+1, now[i])
		}
	}
	return "at its end"
}
