package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"
)

// says runs a command that must succeed.
func says(t *testing.T, arguments ...string) string {
	t.Helper()
	var out, failures bytes.Buffer
	if status := execute(arguments, strings.NewReader(""), &out, &failures); status != statusFine {
		t.Fatalf("%v: status %d: %s", arguments, status, failures.String())
	}
	return out.String()
}

func TestSolveAnswersTheQuestion(t *testing.T) {
	first, rest, _ := strings.Cut(says(t, "solve", "half-the-data-center"), "\n")
	for _, want := range []string{"No: operating income does not break even", "by the price at $6.72/GPU-hour and above", "now $2.42/GPU-hour", "not by the share that is let (lease.anthropic.share) or the start (lease.anthropic.start) alone"} {
		if !strings.Contains(first, want) {
			t.Errorf("%q is not in %q", want, first)
		}
	}
	if want := "Operating income breaks even by 2031-04 at $6.72/GPU-hour and above (lease.anthropic.price, now $2.42/GPU-hour): at $6.71/GPU-hour it is −$145k in 2026-05 at best."; !strings.Contains(rest, want) {
		t.Errorf("%q is not in the answer", want)
	}
	if lines := strings.Count(rest, "breaks even by"); lines != 40 {
		t.Errorf("%d lines, want five results, by the month and over twelve, by four levers", lines)
	}
	if first := says(t, "solve", "filed-deal", "--by", "lease.anthropic.fee"); !strings.Contains(first, "at $824M/month and above") {
		t.Errorf("%s", first)
	}
}

func TestSolveForPrograms(t *testing.T) {
	arguments := []string{"solve", "half-the-data-center", "--goal", "operator.adjusted_ebitda in 2026-05 >= 0", "--by", "lease.anthropic.price", "--from", "1", "--to", "4"}
	var read solveOutput
	if err := json.Unmarshal([]byte(says(t, append(arguments, "--format", "json")...)), &read); err != nil {
		t.Fatal(err)
	}
	if len(read.Solved) != 1 || len(read.Solved[0].Solutions) != 1 || read.Solved[0].Solutions[0].Typed.Value != 2.64 || read.Solved[0].Solutions[0].Met != "above" {
		t.Errorf("%+v", read)
	}
	records, err := csv.NewReader(strings.NewReader(says(t, append(arguments, "--format", "csv")...))).ReadAll()
	if err != nil || len(records) != 2 || records[1][9] != "2.64" {
		t.Errorf("%v, %v", records, err)
	}
}

func TestSolveTwoAndSeveral(t *testing.T) {
	by := []string{"solve", "half-the-data-center", "--by", "lease.anthropic.share", "--by", "lease.anthropic.price"}
	if text := says(t, by...); !strings.Contains(text, "50 %: Operating income breaks even by 2031-04 at $6.72/GPU-hour and above") {
		t.Errorf("%s", text)
	}
	if text := says(t, append(by, "--cheapest")...); !strings.Contains(text, "most cheaply with lease.anthropic.share") || !strings.Contains(text, "It costs ") {
		t.Errorf("%s", text)
	}
}

func TestMap(t *testing.T) {
	arguments := []string{"map", "half-the-data-center", "--x", "lease.anthropic.share", "--y", "lease.anthropic.price", "--points", "9", "--from", "0", "--from", "0", "--to", "1", "--to", "16"}
	text := says(t, arguments...)
	if strings.Count(text, "@") != 2 || !strings.Contains(text, "#") || strings.Count(text, "| ") != 9 {
		t.Errorf("%s", text)
	}
	var read mapOutput
	if err := json.Unmarshal([]byte(says(t, append(arguments, "--format", "json")...)), &read); err != nil {
		t.Fatal(err)
	}
	if len(read.Figures) != 9 || len(read.Figures[0]) != 9 || read.Figures[0][0] != nil || len(read.Contour) != 1 {
		t.Errorf("%+v", read)
	}
	if records, err := csv.NewReader(strings.NewReader(says(t, append(arguments, "--format", "csv")...))).ReadAll(); err != nil || len(records) != 82 {
		t.Errorf("%d lines, %v", len(records), err)
	}
}

func TestSolveRefuses(t *testing.T) {
	for want, arguments := range map[string][]string{
		"there is no measure":    {"solve", "filed-deal", "--goal", "nothing<=3"},
		"there is no lease":      {"solve", "filed-deal", "--by", "lease.nobody.fee"},
		"has an effect only":     {"solve", "filed-deal", "--by", "lease.anthropic.price"},
		"is out of bounds":       {"solve", "filed-deal", "--by", "lease.anthropic.fee", "--to", "1e15"},
		"is empty":               {"solve", "filed-deal", "--by", "lease.anthropic.fee", "--from", "2e9", "--to", "1e9"},
		"say of which input":     {"solve", "filed-deal", "--from", "1"},
		"for a frontier":         {"solve", "half-the-data-center", "--by", "lease.anthropic.share", "--by", "lease.anthropic.price", "--by", "lease.anthropic.start"},
		"allowed is 2 to 6":      {"solve", "half-the-data-center", "--cheapest", "--by", "lease.anthropic.share"},
		"is no distance":         {"solve", "half-the-data-center", "--cheapest", "--by", "lease.anthropic.share:0", "--by", "lease.anthropic.price"},
		"allowed is 2 to 64":     {"map", "half-the-data-center", "--x", "lease.anthropic.share", "--y", "lease.anthropic.price", "--points", "99"},
		"allowed is another one": {"map", "half-the-data-center", "--x", "lease.anthropic.share", "--y", "lease.anthropic.share"},
	} {
		var out, failures bytes.Buffer
		if status := execute(arguments, strings.NewReader(""), &out, &failures); status == statusFine || !strings.Contains(failures.String(), want) {
			t.Errorf("%v: status %d, %q; want %q", arguments, status, failures.String(), want)
		}
	}
}
