package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/goccy/go-json"
	"github.com/spf13/cobra"

	"rackonomics/engine/estimate"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/engine/study"
)

// uncertain are a scenario with two uncertain inputs and few cases, as arguments of
// a command.
func uncertain(more ...string) []string {
	return append([]string{"half-the-data-center", "--set", "study.lease.anthropic.price=2.2 to 4", "--set", "study.lease.anthropic.share=30% to 70%"}, more...)
}

func studyOf(more ...string) []string {
	return append(append([]string{"study"}, uncertain("--paths", "1000")...), more...)
}

func TestStudyTellsChancesFirst(t *testing.T) {
	text := succeed(t, studyOf("--row", "operator.operating_income", "--month", "2026-12")...)
	last := -1
	for _, want := range []string{
		"Half the data centre (half-the-data-center), 2026-05 to 2031-04: 1,000 cases, evenly spread, seed 0\n",
		"lease.anthropic.price  $2.2/GPU-hour to $4/GPU-hour, log-normal\n", "How likely\n", "% of 1,000 cases (± ", "How the figures are spread\n",
		"Operating income of a month: at best (break_even.operating_income.best)\n", "mean\n", "of cases; the figures are of the others", "Net present value (net_present_value)\n", "What to find out first: how much of the spread would go if it were known\n",
		"Operating income (operator.operating_income), by month\n", "  2026-12  ", "An illustration, not advice.\n",
	} {
		at := strings.Index(text, want)
		if at <= last {
			t.Fatalf("%q is not there, or not in its place, in\n%s", want, text)
		}
		last = at
	}
}

func TestStudyAsDataIsAsText(t *testing.T) {
	var output studyOutput
	if err := json.Unmarshal([]byte(succeed(t, studyOf("--measure", "net_present_value", "--row", "operator.cash", "--format", "json")...)), &output); err != nil {
		t.Fatal(err)
	}
	if output.Cases != 1000 || len(output.Measures) != 1 || len(output.Rows) != 1 || len(output.Rows[0].Months) != 60 || len(output.Inputs) != 2 || len(output.Measures[0].Influence) != 2 {
		t.Fatalf("%+v", output)
	}
	if share := output.Inputs[1]; share.Path != "lease.anthropic.share" || share.Range != "30 to 70 %" || !(share.Cut > 0 && share.Cut < 0.01) {
		t.Errorf("the share is %+v", share)
	}
	lines, err := csv.NewReader(strings.NewReader(succeed(t, studyOf("--measure", "net_present_value", "--row", "operator.cash", "--format", "csv")...))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, line := range lines {
		if line[0] == "net_present_value" && line[3] == "mean" {
			found = line[4] == plain(output.Measures[0].Mean.Value.(float64)) && line[5] == plain(*output.Measures[0].Mean.Error)
		}
	}
	if want := 1 + 1 + 1 + 3 + 5 + 2*3 + 60*(1+1+5); len(lines) != want || !found {
		t.Errorf("%d lines, want %d; the mean is found: %t", len(lines), want, found)
	}
}

// The two inputs multiply, and next to nothing else does: what they bring alone is
// nearly all, and with the other a little more.
func TestStudyTellsIndices(t *testing.T) {
	var output studyOutput
	if err := json.Unmarshal([]byte(succeed(t, studyOf("--indices", "net_present_value", "--format", "json")...)), &output); err != nil {
		t.Fatal(err)
	}
	first := 0.0
	for _, input := range output.Indices.Inputs {
		alone, total := input.First.Value.(float64), input.Total.Value.(float64)
		first += alone
		if !(alone < total) {
			t.Errorf("%s: %v alone, %v with others", input.Input, alone, total)
		}
	}
	if inputs := output.Indices.Inputs; inputs[0].Total.Value.(float64) < inputs[1].Total.Value.(float64) {
		t.Errorf("the larger total does not come first: %+v", inputs)
	}
	if len(output.Indices.Inputs) != 2 || math.Abs(first-0.98) > 0.03 {
		t.Errorf("%+v", output.Indices)
	}
	if text := succeed(t, studyOf("--indices", "net_present_value")...); !strings.Contains(text, "alone") || !strings.Contains(text, "with others") {
		t.Error(text)
	}
}

func TestSeedsAndDrawsDiffer(t *testing.T) {
	texts := map[string]string{}
	for _, flags := range []string{"", "--seed 1", "--draws random", "--paths 1001"} {
		text := succeed(t, studyOf(append([]string{"--measure", "net_present_value", "--format", "csv"}, strings.Fields(flags)...)...)...)
		if other, same := texts[text]; same {
			t.Errorf("%q and %q give the same", flags, other)
		}
		texts[text] = flags
	}
}

// A bar's ends are what a run with that value comes to.
func TestTornadoIsRunsOfTheScenario(t *testing.T) {
	var output tornadoOutput
	if err := json.Unmarshal([]byte(succeed(t, append([]string{"tornado"}, uncertain("--measure", "net_present_value", "--format", "json")...)...)), &output); err != nil {
		t.Fatal(err)
	}
	figure := output.Figures[0]
	if len(figure.Inputs) != 2 || figure.Inputs[0].Input != "lease.anthropic.share" {
		t.Fatalf("%+v", figure)
	}
	ran := func(settings ...string) float64 {
		var run runOutput
		if err := json.Unmarshal([]byte(succeed(t, append([]string{"run", "half-the-data-center", "--format", "json", "--rows", "operator.cash"}, settings...)...)), &run); err != nil {
			t.Fatal(err)
		}
		return run.Measures["net_present_value"].Value.(float64)
	}
	if want := ran(); figure.Value != want {
		t.Errorf("as it stands %v, want %v", figure.Value, want)
	}
	for _, bar := range figure.Inputs {
		low, high := ran("--set", bar.Input+"="+plain(bar.Low.(float64))), ran("--set", bar.Input+"="+plain(bar.High.(float64)))
		if bar.WhenLow != low || bar.WhenHigh != high {
			t.Errorf("%s: %v to %v, want %v to %v", bar.Input, bar.WhenLow, bar.WhenHigh, low, high)
		}
	}
	text := succeed(t, append([]string{"tornado"}, uncertain("--row", "operator.operating_income", "--month", "2027-01")...)...)
	for _, want := range []string{"Operating income (operator.operating_income) in 2027-01: ", "$2.2/GPU-hour to $4/GPU-hour", " 30 % to 70 % ", "−|+", "\n| as the scenario stands, − to where"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	if err := json.Unmarshal([]byte(succeed(t, append([]string{"tornado"}, uncertain("--row", "operator.operating_income", "--month", "2027-01", "--format", "json")...)...)), &output); err != nil {
		t.Fatal(err)
	}
	for _, bar := range output.Figures[0].Inputs {
		var run runOutput
		if err := json.Unmarshal([]byte(succeed(t, "run", "half-the-data-center", "--format", "json", "--rows", "operator.operating_income", "--set", bar.Input+"="+plain(bar.Low.(float64)))), &run); err != nil {
			t.Fatal(err)
		}
		if want := *run.Rows[0].Values[8]; bar.WhenLow != want {
			t.Errorf("%s: %v in 2027-01 when low, want %v", bar.Input, bar.WhenLow, want)
		}
	}
	lines, err := csv.NewReader(strings.NewReader(succeed(t, append([]string{"tornado"}, uncertain("--format", "csv")...)...))).ReadAll()
	if err != nil || len(lines) != 3 || lines[1][0] != "break_even.operating_income.best" {
		t.Errorf("%q, %v", lines, err)
	}
}

func TestStudiesThatCannotBeAsked(t *testing.T) {
	for name, test := range map[string]struct {
		arguments []string
		status    int
		says      string
	}{
		"nothing uncertain":   {[]string{"study", "filed-deal"}, statusMistaken, "study.uncertain: no input is uncertain"},
		"tornado of nothing":  {[]string{"tornado", "filed-deal"}, statusMistaken, "study.uncertain: no input is uncertain"},
		"unknown measure":     {studyOf("--measure", "x"), statusMistaken, `"x"`},
		"unknown row":         {studyOf("--row", "lease.x"), statusMistaken, "lease.x"},
		"row of no thing":     {studyOf("--row", "tranche.interest"), statusMistaken, "tranche.interest: this scenario has no such row"},
		"unknown draws":       {studyOf("--draws", "odd"), statusMistaken, "allowed is even or random"},
		"too many cases":      {studyOf("--paths", "3000000000"), statusMistaken, "study.paths: 3000000000 is not allowed"},
		"no cases":            {studyOf("--paths", "0"), statusMistaken, "study.paths: 0"},
		"names of things":     {[]string{"study", "delayed-listing", "--set", "study.fleet.h100.gpus=±10 %", "--measure", "listing.first"}, statusMistaken, "listing.first: it names things"},
		"indices and rows":    {studyOf("--indices", "net_present_value", "--row", "operator.cash"), statusUsage, "--indices"},
		"bad month":           {studyOf("--row", "operator.cash", "--month", "May"), statusUsage, `--month: "May" cannot be read`},
		"month too late":      {studyOf("--row", "operator.cash", "--month", "2050-01"), statusMistaken, "2026-05 to 2031-04"},
		"month of no row":     {studyOf("--month", "2026-12"), statusUsage, "--row names one"},
		"month of data":       {studyOf("--row", "operator.cash", "--month", "2026-12", "--format", "json"), statusUsage, "json has every month"},
		"month of a share":    {studyOf("--row", "operator.cash", "--month", "2026-12", "--out", "never"), statusUsage, "a share is not printed"},
		"share as data":       {studyOf("--out", "never", "--format", "json"), statusUsage, "a share is not printed"},
		"cases of rows":       {studyOf("--row", "operator.cash", "--out", "never", "--format", "parquet"), statusUsage, "--row and --indices are not of single cases"},
		"bad range":           {[]string{"study", "filed-deal", "--set", "study.lease.anthropic.fee=5 to"}, statusMistaken, "study.lease.anthropic.fee"},
		"block without out":   {studyOf("--block", "1", "--of", "2"), statusUsage, "--out"},
		"parquet without out": {studyOf("--format", "parquet"), statusUsage, "--out"},
		"row without month":   {append([]string{"tornado"}, uncertain("--row", "operator.cash")...), statusUsage, "--month"},
		"correlated indices":  {studyOf("--indices", "net_present_value", "--set", `study.correlations=[{"of":["lease.anthropic.price","lease.anthropic.share"],"is":0.5}]`), statusMistaken, "study.correlations"},
	} {
		if got := runCommand(t, test.arguments...); got.status != test.status || !strings.Contains(got.failures, test.says) {
			t.Errorf("%s: status %d, want %d; %q", name, got.status, test.status, got.failures)
		}
	}
}

func TestSharesOfChance(t *testing.T) {
	for _, test := range []struct {
		value, off float64
		want       string
	}{
		{0.314, 0.0051, "31 % (± 1)"}, {0.314, 0.0151, "31 % (± 2)"}, {0, 0.001, "0 %"}, {0.001, 0.001, "less than 1 %"},
		{0.996, 0.001, "more than 99 %"}, {1, math.NaN(), "100 %"}, {math.NaN(), math.NaN(), "–"},
	} {
		e := certain(test.value)
		e.Error = test.off
		if got := shareText(e); got != test.want {
			t.Errorf("%v: %q, want %q", test.value, got, test.want)
		}
	}
	for count, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 123456789: "123,456,789"} {
		if got := countText(count); got != want {
			t.Errorf("%d: %q", count, got)
		}
	}
}

// Every bell reaches beyond every bound; that is told where a case would have been there.
func TestCasesBeyondBoundsAreTold(t *testing.T) {
	const says = "lay beyond its bounds and are left out"
	for spread, want := range map[string]bool{"normal 0.3 to 0.4": false, "normal 0.05 to 0.4": true} {
		text := succeed(t, "study", "half-the-data-center", "--paths", "1000", "--measure", "net_present_value", "--set", "study.lease.anthropic.share="+spread)
		if got := strings.Contains(text, says); got != want {
			t.Errorf("%s: it is told to be cut: %v\n%s", spread, got, text)
		}
	}
}

// A bar ends where its figures lie between the least and the greatest.
func TestDrawnBars(t *testing.T) {
	for _, test := range []struct {
		low, high, base, least, most float64
		want                         string
	}{
		{0, 30, 15, 0, 30, strings.Repeat("−", 15) + "|" + strings.Repeat("+", 15)},
		{30, 15, 15, 0, 30, strings.Repeat(" ", 15) + "|" + strings.Repeat("−", 15)},
		{math.NaN(), 20, 15, 0, 30, strings.Repeat(" ", 15) + "|+++++" + strings.Repeat(" ", 10)},
		{0, 30, math.NaN(), 0, 30, ""},
		{1, 1, 1, 1, 1, ""},
	} {
		if got := drawn(test.low, test.high, test.base, test.least, test.most); got != test.want {
			t.Errorf("%+v: %q", test, got)
		}
	}
}

func TestErrorsOfFigures(t *testing.T) {
	money, month := &result.Head{Unit: "USD", Kind: model.KindNumber}, &result.Head{Unit: "month", Kind: model.KindMonth}
	for _, test := range []struct {
		head       *result.Head
		value, off float64
		want       string
	}{
		{money, 1e9, 2e6, "± $2M"}, {money, 1e9, 1e-4, "± $0"}, {money, 1e9, math.NaN(), ""}, {money, 0, 1e-4, "± $0.0001"}, {month, 4, 1.5, "± 1.5 months"},
	} {
		if got := errorText(test.head, estimate.Estimate{Value: test.value, Error: test.off}); got != test.want {
			t.Errorf("%+v: %q", test, got)
		}
	}
}

func TestRowsOfThings(t *testing.T) {
	got := succeed(t, studyOf("--measure", "net_present_value", "--row", "lease.fee_billed@anthropic", "--row", "lease.fee_billed")...)
	if strings.Count(got, "(lease.fee_billed@anthropic), by month") != 2 {
		t.Error(got)
	}
	if rows := rowTitle(study.Row{Name: "operator.cash", Instance: "operator"}); rows != "operator.cash" {
		t.Error(rows)
	}
}

func TestProgress(t *testing.T) {
	for _, test := range []struct {
		done, of int
		since    time.Duration
		want     string
	}{
		{0, 79, time.Second, "0 %"}, {20, 80, 10 * time.Second, "25 %, 30s left"}, {80, 80, time.Minute, "100 %, 0s left"},
	} {
		if got := progressText(test.done, test.of, test.since); got != test.want {
			t.Errorf("%d of %d: %q", test.done, test.of, got)
		}
	}
	if terminalOf(terminal{&strings.Builder{}}) != nil {
		t.Error("a buffer is taken for a terminal")
	}
}

// Kernels and the machine compute the same cases, whatever is asked of them.
func TestStudyIsTheSameWithEither(t *testing.T) {
	for name, arguments := range map[string][]string{
		"measures and rows": studyOf("--row", "operator.operating_income", "--format", "json"),
		"indices":           studyOf("--paths", "300", "--indices", "net_present_value", "--format", "json"),
		"a tenant or none":  studyOf("--set", "study.lease.anthropic=true at 80 % or false", "--format", "json"),
	} {
		t.Run(name, func(t *testing.T) {
			kernel, machine := succeed(t, append(arguments, "--with", "kernel")...), succeed(t, append(arguments, "--with", "machine")...)
			if kernel != machine {
				t.Errorf("with kernels it is\n%s\nand with the machine\n%s", kernel, machine)
			}
			if otherwise := succeed(t, arguments...); otherwise != kernel {
				t.Error("without --with it is another answer")
			}
		})
	}
	if got := runCommand(t, studyOf("--with", "gpu")...); got.status != statusUsage || !strings.Contains(got.failures, `--with: "gpu" is not allowed; allowed is kernel or machine`) {
		t.Errorf("%+v", got)
	}
}

// noKernels is a backend that refuses everything.
type noKernels struct{}

func (noKernels) Kernel(machine.Shape) (machine.Kernel, error) {
	return nil, errors.New("it is too far")
}

// Where there is no kernel the machine computes, to the same figures, and that is said.
func TestARefusedKernelIsTold(t *testing.T) {
	document, err := model.Scenario.Decode([]byte(documentText(t, "half-the-data-center")))
	if err != nil {
		t.Fatal(err)
	}
	document, err = document.Apply([]scenario.Change{{Path: "study.lease.anthropic.price", JSON: []byte(`{"form":"uniform","low":2.2,"high":4}`)}, {Path: "study.paths", JSON: []byte("200")}})
	if err != nil {
		t.Fatal(err)
	}
	var sums [2][]byte
	for i, backend := range []machine.Backend{nil, noKernels{}} {
		q, err := newQuestion(document, study.Ask{Kind: study.Cases, Measures: []string{"net_present_value"}, Draws: study.Even})
		if err != nil {
			t.Fatal(err)
		}
		running := &run{ctx: t.Context(), workers: 2, backend: backend}
		gathering, err := running.gather(q, estimate.Range{To: q.work().Blocks()})
		if err != nil {
			t.Fatal(err)
		}
		sums[i] = gathering.AppendTo(nil)
		var failures bytes.Buffer
		command := &cobra.Command{}
		command.SetErr(&failures)
		running.tellRefusal(command, q)
		if got, want := failures.String(), "There is no kernel for this scenario: it is too far. The machine computed its cases operation by operation, to the same figures.\n"; (backend == nil) != (got == "") || backend != nil && got != want {
			t.Errorf("%q is told, want %q", got, want)
		}
	}
	if !bytes.Equal(sums[0], sums[1]) {
		t.Error("the figures are others")
	}
}

// What is set and changes nothing is told wherever it can be set, in the words that solve refuses it with.
func TestInputsWithoutEffectAreTold(t *testing.T) {
	const price, says = "lease.anthropic.price", "lease.anthropic.price: it has no effect here, only with price_basis=gpu_hour"
	study := []string{"study", "filed-deal", "--paths", "64", "--measure", "net_present_value"}
	for _, test := range []struct {
		arguments []string
		want      string
	}{
		{[]string{"run", "filed-deal", "--set", price + "=3"}, says + "\n"},
		{[]string{"show", "filed-deal", "headline", "--set", price + "=3"}, says + "\n"},
		{[]string{"run", "filed-deal", "--set", price + "=3", "--set", "lease.anthropic.price_basis=gpu_hour"}, ""},
		{[]string{"run", "filed-deal", "--set", "lease.anthropic.fee=1bn"}, ""},
		{[]string{"tornado", "filed-deal", "--set", "study." + price + "=2 to 3"}, "study." + says + "\n"},
		{append(slices.Clone(study), "--set", "study."+price+"=2 to 3"), "study." + says + "\n"},
		{append(slices.Clone(study), "--set", "study."+price+"=2 to 3", "--set", "study.lease.anthropic.price_basis=fee or gpu_hour"), ""},
	} {
		if got := runCommand(t, test.arguments...); got.status != statusFine || got.failures != test.want {
			t.Errorf("%v: status %d, %q; want %q", test.arguments, got.status, got.failures, test.want)
		}
	}
	if got := runCommand(t, "solve", "filed-deal", "--by", price); got.status != statusMistaken || got.failures != says+"\n" {
		t.Errorf("solve: status %d, %q", got.status, got.failures)
	}
}
