package main

import (
	"encoding/csv"
	"encoding/json"
	"math"
	"strings"
	"testing"
)

func TestCompareTellsWhatDiffersAndWhy(t *testing.T) {
	text := succeed(t, "compare", "filed-deal", "filed-deal", "--set", "lease.anthropic.notice=180", "--of", "lease.enforceable_value", "--of", "net_present_value")
	for _, want := range []string{"lease.anthropic.notice", "90 days", "180 days", "decision", "100.0 %"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	if text := succeed(t, "compare", "no-deal", "no-deal"); !strings.Contains(text, "do not differ") {
		t.Errorf("%s", text)
	}
}

// What differs and makes no difference somewhere is told so.
func TestCompareTellsWhatHasNoEffect(t *testing.T) {
	for name, test := range map[string]struct {
		arguments string
		path      string
		want      string // at the end of the line of the path; empty for no such column
	}{
		"in the first":  {"half-the-data-center filed-deal", "lease.anthropic.gpus", "decision  half-the-data-center"},
		"in the second": {"half-the-data-center filed-deal", "lease.anthropic.price", "decision            filed-deal"},
		"in both":       {"filed-deal filed-deal --set lease.anthropic.price=3", "lease.anthropic.price", "decision               both"},
		"in all":        {"filed-deal filed-deal filed-deal --set lease.anthropic.price=3", "lease.anthropic.price", "decision                all"},
		"nowhere":       {"filed-deal filed-deal --set lease.anthropic.notice=180", "lease.anthropic.notice", "decision"},
	} {
		t.Run(name, func(t *testing.T) {
			_, line, _ := strings.Cut(runCommand(t, append([]string{"compare"}, strings.Fields(test.arguments)...)...).out, "\n"+test.path+" ")
			if line, _, _ = strings.Cut(line, "\n"); !strings.HasSuffix(line, test.want) {
				t.Errorf("%q does not end with %q", line, test.want)
			}
		})
	}
}

func TestPartsInPerCent(t *testing.T) {
	for _, test := range []struct {
		part, difference float64
		want             string
	}{{-1, 4, "−25.0 %"}, {0, -4, "0.0 %"}, {-1, 4000, "0.0 %"}, {3, 2, "150.0 %"}, {1, 0, ""}} {
		if got := inPerCent(test.part, test.difference); got != test.want {
			t.Errorf("%v of %v is %s, not %s", test.part, test.difference, got, test.want)
		}
	}
}

func TestCompareForPrograms(t *testing.T) {
	arguments := []string{"compare", "filed-deal", "half-the-data-center", "three-tenants", "--of", "operator.operating_income in 2027"}
	var read compareOutput
	if err := json.Unmarshal([]byte(succeed(t, append(arguments, "--format", "json")...)), &read); err != nil {
		t.Fatal(err)
	}
	if len(read.Scenarios) != 3 || len(read.Attributions) != 2 || len(read.Differences) == 0 || len(read.Figures) == 0 {
		t.Fatalf("%+v", read)
	}
	for _, a := range read.Attributions {
		sum := 0.0
		for _, part := range a.Parts {
			sum += part.Value
		}
		if difference := a.Values[1].(float64) - a.Values[0].(float64); math.Abs(sum-difference) > 1e-6*math.Abs(difference) {
			t.Errorf("to %s the parts come to %v of %v", a.To, sum, difference)
		}
	}
	records, err := csv.NewReader(strings.NewReader(succeed(t, append(arguments, "--format", "csv")...))).ReadAll()
	if err != nil || len(records) < len(read.Differences)+len(read.Figures) || len(records[0]) != 9 || records[0][8] != "without effect in" {
		t.Errorf("%d records, %v", len(records), err)
	}
}

// What differs is not written alike, and is a number where it is one.
func TestComparedIsTellableApart(t *testing.T) {
	arguments := []string{"compare", "filed-deal", "filed-deal", "--set", "lease.anthropic.fee=1.2501bn", "--of", "lease.headline_value"}
	text := succeed(t, arguments...)
	for _, want := range []string{"filed-deal  filed-deal (2)", "$1.25B/month  $1.2501B/month ", "$45B        $45.004B\n", "$45B in filed-deal, $45.004B in filed-deal (2)"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in:\n%s", want, text)
		}
	}
	table := succeed(t, append(arguments, "--format", "csv")...)
	if want := "difference,lease.anthropic.fee,Monthly fee,USD/month,decision,1250000000,1250100000,\n"; !strings.Contains(table, want) {
		t.Errorf("%q is not in:\n%s", want, table)
	}
}

func TestCompareRefuses(t *testing.T) {
	for _, arguments := range [][]string{
		{"compare", "filed-deal"},
		{"compare", "filed-deal", "no-deal", "--of", "nothing"},
		{"compare", "filed-deal", "no-deal", "--of", "operator.cash in never"},
		{"compare", "filed-deal", "no-deal", "--of", "lease.enforceable_value@nobody"},
		{"compare", "filed-deal", "no-deal", "--of", "lease.active in 2027"},
		{"compare", "filed-deal", "no-deal", "--format", "xml"},
	} {
		if got := runCommand(t, arguments...); got.status == statusFine || got.failures == "" {
			t.Errorf("%v is let through", arguments)
		}
	}
}
