package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestSolveAnswersTheQuestion(t *testing.T) {
	first, rest, _ := strings.Cut(succeed(t, "solve", "half-the-data-center"), "\n")
	for _, want := range []string{"No: operating income does not break even", "by the price per GPU-hour at $6.72/GPU-hour and above", "now $2.42/GPU-hour", "not by the capacity that is let (lease.anthropic.share) or the start of the lease (lease.anthropic.start) alone"} {
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
	if first := succeed(t, "solve", "filed-deal", "--by", "lease.anthropic.fee"); !strings.Contains(first, "at $824M/month and above") {
		t.Errorf("%s", first)
	}
}

// A figure above the one that is to be had exactly does not meet the goal.
func TestSolveForAnExactFigure(t *testing.T) {
	var read solveOutput
	output := succeed(t, "solve", "half-the-data-center", "--goal", "operator.operating_income in 2026-05 = -1e9", "--by", "lease.anthropic.price", "--format", "json")
	if err := json.Unmarshal([]byte(output), &read); err != nil {
		t.Fatal(err)
	}
	if len(read.Solved) != 1 || read.Solved[0].Today.Met {
		t.Errorf("%+v", read.Solved)
	}
}

func TestSolveForPrograms(t *testing.T) {
	arguments := []string{"solve", "half-the-data-center", "--goal", "operator.adjusted_ebitda in 2026-05 >= 0", "--by", "lease.anthropic.price", "--from", "1", "--to", "4"}
	var read solveOutput
	if err := json.Unmarshal([]byte(succeed(t, append(arguments, "--format", "json")...)), &read); err != nil {
		t.Fatal(err)
	}
	if len(read.Solved) != 1 || len(read.Solved[0].Solutions) != 1 || read.Solved[0].Solutions[0].Typed.Value != 2.64 || read.Solved[0].Solutions[0].Met != "above" {
		t.Errorf("%+v", read)
	}
	records, err := csv.NewReader(strings.NewReader(succeed(t, append(arguments, "--format", "csv")...))).ReadAll()
	if err != nil || len(records) != 2 || records[1][9] != "2.64" {
		t.Errorf("%v, %v", records, err)
	}
}

// What is solved is the same whatever tries the values, and each answer says what did.
func TestSolveSaysWhatComputed(t *testing.T) {
	says := map[string]string{withKernel: "by a kernel, compiled for this processor", withMachine: "by the machine, operation by operation, as was asked"}
	two := []string{"--by", "lease.anthropic.share", "--by", "lease.anthropic.price"}
	questions := [][]string{two[2:], two, append([]string{"--cheapest"}, two...)}
	if testing.Short() {
		questions = questions[:1]
	}
	for _, question := range questions {
		answers := map[string]map[string]any{}
		for with, computed := range says {
			arguments := append([]string{"solve", "half-the-data-center", "--with", with}, question...)
			var read map[string]any
			if err := json.Unmarshal([]byte(succeed(t, append(arguments, "--format", "json")...)), &read); err != nil {
				t.Fatal(err)
			}
			if read["computed"] != computed {
				t.Errorf("%v: computed %v; expected %q", arguments, read["computed"], computed)
			}
			delete(read, "computed")
			answers[with] = read
		}
		if !reflect.DeepEqual(answers[withKernel], answers[withMachine]) {
			t.Errorf("%v: the kernel answers %v, and the machine %v", question, answers[withKernel], answers[withMachine])
		}
	}
	for with, computed := range says {
		if text := succeed(t, "solve", "half-the-data-center", "--with", with, "--by", "lease.anthropic.price"); !strings.Contains(text, "values were tried "+computed) {
			t.Errorf("--with %s: %s", with, text)
		}
	}
	if got := runCommand(t, "solve", "half-the-data-center", "--with", "abacus"); got.status != statusUsage || !strings.Contains(got.failures, "abacus") {
		t.Errorf("--with abacus: status %d, %s", got.status, got.failures)
	}
}

func TestSolveTwoAndSeveral(t *testing.T) {
	by := []string{"solve", "half-the-data-center", "--by", "lease.anthropic.share", "--by", "lease.anthropic.price"}
	if text := succeed(t, by...); !strings.Contains(text, "50 %: Operating income breaks even by 2031-04 at $6.72/GPU-hour and above") {
		t.Errorf("%s", text)
	}
	if text := succeed(t, append(by, "--cheapest")...); !strings.Contains(text, "most cheaply with lease.anthropic.share") || !strings.Contains(text, "It costs ") {
		t.Errorf("%s", text)
	}
}

func TestMap(t *testing.T) {
	arguments := []string{"map", "half-the-data-center", "--x", "lease.anthropic.share", "--y", "lease.anthropic.price", "--points", "9", "--from", "0", "--from", "0", "--to", "1", "--to", "16"}
	text := succeed(t, arguments...)
	if strings.Count(text, "@") != 2 || !strings.Contains(text, "#") || strings.Count(text, "| ") != 9 {
		t.Errorf("%s", text)
	}
	var read mapOutput
	if err := json.Unmarshal([]byte(succeed(t, append(arguments, "--format", "json")...)), &read); err != nil {
		t.Fatal(err)
	}
	if len(read.Figures) != 9 || len(read.Figures[0]) != 9 || read.Figures[0][0] != nil || len(read.Contour) != 1 {
		t.Errorf("%+v", read)
	}
	if records, err := csv.NewReader(strings.NewReader(succeed(t, append(arguments, "--format", "csv")...))).ReadAll(); err != nil || len(records) != 82 {
		t.Errorf("%d lines, %v", len(records), err)
	}
	drawnAs(t, strings.Split(text, "\n")[2:11], &read)
}

// drawnAs holds the lines of a map to its figures: the greatest y on top, dark where the
// goal is met and light where it is not, and a mark at each point of the line.
func drawnAs(t *testing.T, lines []string, read *mapOutput) {
	t.Helper()
	marks := map[[2]int]bool{}
	for _, at := range read.Contour[0] {
		marks[[2]int{int(math.Round(8 * at[0])), int(math.Round(at[1] / 2))}] = true
	}
	for j, met := range read.Met {
		line := lines[8-j]
		if want := fmt.Sprintf("| $%v/GPU-hour", read.Ys[j]); !strings.HasSuffix(line, want) {
			t.Errorf("%q does not end with %q", line, want)
		}
		for i := range met {
			allowed := shades[1 : len(shades)/2]
			switch {
			case i == 4 && j == 1: // half of the data centre, at $2.42
				allowed = "@"
			case marks[[2]int{i, j}]:
				allowed = "#"
			case met[i]:
				allowed = shades[len(shades)/2:]
			}
			if !strings.Contains(allowed, line[i:i+1]) {
				t.Errorf("at %d, %d stands %q, want one of %q", i, j, line[i], allowed)
			}
		}
	}
}

// What is met everywhere or nowhere is a line too.
func TestSolveForProgramsWithoutSolutions(t *testing.T) {
	for goal, want := range map[string]string{"net_present_value <= 0": "everywhere", "net_present_value >= 1e15": "nowhere"} {
		records, err := csv.NewReader(strings.NewReader(succeed(t, "solve", "filed-deal", "--goal", goal, "--by", "lease.anthropic.fee", "--to", "1.5bn", "--format", "csv"))).ReadAll()
		if err != nil || len(records) != 2 || records[1][4] != want {
			t.Errorf("%s: %q, %v; want %s", goal, records, err, want)
		}
	}
}

// A frontier has the second input for each value of the first.
func TestFrontierForPrograms(t *testing.T) {
	var read solveOutput
	if err := json.Unmarshal([]byte(succeed(t, "solve", "half-the-data-center", "--by", "lease.anthropic.share", "--by", "lease.anthropic.price", "--format", "json")), &read); err != nil {
		t.Fatal(err)
	}
	if len(read.Solved) != frontierValues {
		t.Fatalf("%d values", len(read.Solved))
	}
	for i, solved := range read.Solved {
		if share := float64(i) / (frontierValues - 1); solved.First != "lease.anthropic.share" || math.Abs(solved.FirstValue.(float64)-share) > 1e-12 || solved.Input != "lease.anthropic.price" {
			t.Errorf("%s is %v, want %v", solved.First, solved.FirstValue, share)
		}
	}
}

func TestSolveRefuses(t *testing.T) {
	for want, arguments := range map[string][]string{
		"there is no measure":              {"solve", "filed-deal", "--goal", "nothing<=3"},
		"there is no lease":                {"solve", "filed-deal", "--by", "lease.nobody.fee"},
		"it has no effect here, only with": {"solve", "filed-deal", "--by", "lease.anthropic.price"},
		"is out of bounds":                 {"solve", "filed-deal", "--by", "lease.anthropic.fee", "--to", "1e15"},
		"is empty":                         {"solve", "filed-deal", "--by", "lease.anthropic.fee", "--from", "2e9", "--to", "1e9"},
		"say of which input":               {"solve", "filed-deal", "--from", "1"},
		"for a frontier":                   {"solve", "half-the-data-center", "--by", "lease.anthropic.share", "--by", "lease.anthropic.price", "--by", "lease.anthropic.start"},
		"allowed is 2 to 6":                {"solve", "half-the-data-center", "--cheapest", "--by", "lease.anthropic.share"},
		"is no distance":                   {"solve", "half-the-data-center", "--cheapest", "--by", "lease.anthropic.share:0", "--by", "lease.anthropic.price"},
		"allowed is 2 to 64":               {"map", "half-the-data-center", "--x", "lease.anthropic.share", "--y", "lease.anthropic.price", "--points", "99"},
		"allowed is another one":           {"map", "half-the-data-center", "--x", "lease.anthropic.share", "--y", "lease.anthropic.share"},
	} {
		if got := runCommand(t, arguments...); got.status == statusFine || !strings.Contains(got.failures, want) {
			t.Errorf("%v: status %d, %q; want %q", arguments, got.status, got.failures, want)
		}
	}
}

// A map shows where the scenario is, and not in a corner of all that could be.
func TestMapReachesThreeTimesTheValue(t *testing.T) {
	for name, test := range map[string]struct {
		more []string
		ys   []any
	}{
		"by itself":        {nil, []any{0.0, 3.65, 7.3}},
		"from more":        {[]string{"--from", "0", "--from", "20"}, []any{20.0, 22.5, 25.0}},
		"to what is asked": {[]string{"--to", "1", "--to", "16"}, []any{0.0, 8.0, 16.0}},
	} {
		t.Run(name, func(t *testing.T) {
			var drawn mapOutput
			arguments := []string{"map", "half-the-data-center", "--x", "lease.anthropic.share", "--y", "lease.anthropic.price", "--points", "3", "--format", "json"}
			if err := json.Unmarshal([]byte(succeed(t, append(arguments, test.more...)...)), &drawn); err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(drawn.Ys, test.ys) || !slices.Equal(drawn.Xs, []any{0.0, 0.5, 1.0}) {
				t.Errorf("over %v and %v; want %v", drawn.Xs, drawn.Ys, test.ys)
			}
		})
	}
}
