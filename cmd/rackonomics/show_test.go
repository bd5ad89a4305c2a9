package main

import (
	"encoding/csv"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/goccy/go-json"

	"rackonomics/engine/link"
	"rackonomics/engine/model"
	"rackonomics/engine/session"
)

func TestEveryViewIsListedAndShown(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long")
	}
	var listed []viewEntry
	if err := json.Unmarshal([]byte(succeed(t, "views", "--format", "json")), &listed); err != nil || len(listed) != len(model.Views) {
		t.Fatalf("%d views, %v", len(listed), err)
	}
	text := succeed(t, "views")
	own := writeFile(t, strings.Replace(smallDocument, `"months":3`, `"months":3,"rows":[{"name":"operator.half_of_cash","unit":"USD","formula":"cash / 2"}]`, 1))
	for _, view := range listed {
		if !strings.Contains(text, view.Name+" ") || view.Kind == "" {
			t.Errorf("%s is not in the list", view.Name)
		}
		shown := 0
		for _, scenario := range [][]string{{"three-tenants"}, {"tenant-default"}, {"orbital-expansion"}, {"delayed-listing"}, {"gpu-price-crash"}, {"as-reported-q2"}, {own},
			{"tenant-default", "--set", "operator.waterfall=leases", "--set", "operator.power_reserve_months=3", "--set", "operator.equity_raised=3e9", "--set", "operator.distribution_share=1",
				"--set", "operator.other_segments_value=1e12"},
			{"three-tenants", "--set", "lease.anthropic.contract=a", "--set", "lease.google.contract=b", "--set", "lease.reflection.contract=c", "--set", "lease.anthropic.prepaid_share=0.2", "--set", "lease.anthropic.start=2026-06",
				"--set", "lease.anthropic.standstill=deferred", "--set", "lease.anthropic.standstill_from=2026-09", "--set", "lease.google.standstill=suspended", "--set", "lease.google.standstill_from=2027-01",
				"--set", "lease.google.residual_guarantor=tenant"}} {
			got := runCommand(t, append([]string{"show", scenario[0], view.Name}, scenario[1:]...)...)
			if got.status == statusFine && strings.Contains(got.out, view.Title) {
				shown++
			} else if !strings.Contains(got.failures, "nothing to show") {
				t.Errorf("%s of %s: status %d, %s", view.Name, scenario, got.status, got.failures)
			}
		}
		if shown == 0 {
			t.Errorf("%s is shown of no scenario", view.Name)
		}
	}
}

// What show prints is what run computes.
func TestShowAddsUpWhatRunComputes(t *testing.T) {
	var run runOutput
	if err := json.Unmarshal([]byte(succeed(t, "run", "filed-deal", "--format", "json", "--rows", "operator.net_income")), &run); err != nil {
		t.Fatal(err)
	}
	total := 0.0
	for _, value := range run.Rows[0].Values {
		total += *value
	}
	for step, columns := range map[string]int{"month": len(run.Months), "quarter": 21, "year": 6} {
		var shown shownOutput
		if err := json.Unmarshal([]byte(succeed(t, "show", "filed-deal", "income-statement", "--by", step, "--format", "json")), &shown); err != nil {
			t.Fatal(err)
		}
		last := shown.Rows[len(shown.Rows)-1]
		sum := 0.0
		for _, value := range last.Values {
			sum += value.(float64)
		}
		if last.Title != "Net income" || !last.Total || len(last.Values) != len(shown.Columns) || len(shown.Columns) != columns || math.Abs(sum-total) > 1 {
			t.Errorf("by %s: %s in %d columns comes to %v, want %v in %d", step, last.Title, len(shown.Columns), sum, total, columns)
		}
	}
}

func TestShowAsCSV(t *testing.T) {
	for view, first := range map[string]string{"debt": "title unit depth 2026 (8 months)", "headline": "title unit depth Value", "capacity": "title unit depth GPUs"} {
		records, err := csv.NewReader(strings.NewReader(succeed(t, "show", "tenant-default", view, "--format", "csv"))).ReadAll()
		if err != nil || len(records) < 3 {
			t.Fatalf("%s: %d records, %v", view, len(records), err)
		}
		if head := records[0]; strings.Join(head[:4], " ") != first {
			t.Errorf("%s: the head is %q", view, head)
		}
	}
}

func TestShowTakesSettingsAndMonths(t *testing.T) {
	text := succeed(t, "show", "filed-deal", "capacity", "--month", "2027-02", "--set", "lease.anthropic.gpus=100000")
	if !strings.Contains(text, "100k GPU") {
		t.Errorf("the tenant does not hold what was set: %s", text)
	}
}

// What a link looks at is what is told of it; else what the page begins with.
func TestMonthOfALink(t *testing.T) {
	opened, err := session.OpenName("filed-deal")
	if err != nil {
		t.Fatal(err)
	}
	fourth := 3
	fragment, err := session.New(opened.Base).Link(nil, link.Looking{Month: &fourth})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name      string
		arguments []string
		want      string
	}{
		{"of the link", []string{"show", fragment, "answer"}, "In 2026-08 operating income is "},
		{"that is asked for", []string{"show", fragment, "answer", "--month", "2026-06"}, "In 2026-06 operating income is "},
		{"of no link", []string{"show", "filed-deal", "answer"}, "In 2026-07 operating income is "},
		{"of the link, as a report", []string{"report", fragment, "--format", "markdown"}, "In Aug 2026 operating income is "},
	} {
		t.Run(test.name, func(t *testing.T) {
			if out := succeed(t, test.arguments...); !strings.Contains(out, test.want) {
				t.Errorf("there is no %q in\n%s", test.want, out)
			}
		})
	}
}

func TestShowRefusesWhatThereIsNot(t *testing.T) {
	for _, test := range []struct {
		arguments string
		status    int
		says      string
	}{
		{"filed-deal income", statusMistaken, `income: there is no such view`},
		{"filed-deal debt", statusMistaken, "debt: this scenario has nothing to show there; it takes tranche"},
		{"filed-deal money --by week", statusUsage, `--by: "week" is no step; allowed is month, quarter or year`},
		{"filed-deal capacity --month 2019-01", statusMistaken, "--month: 2019-01 is not a month of this scenario"},
		{"filed-deal capacity --month may", statusUsage, "--month:"},
		{"filed-deal income-statement --month 2027-01", statusUsage, "--month: income-statement does not look at it; these do: answer, headline, "},
		{"filed-deal headline --by month", statusUsage, "--by: headline does not look at it; these do: money, income-statement, "},
		{"filed-deal timeline --month 2027-01", statusUsage, "--month: timeline does not look at it"},
		{"filed-deal break-even --month 2027-01", statusUsage, "--month: break-even does not look at it"},
		{"filed-deal money --format yaml", statusUsage, "yaml"},
	} {
		got := runCommand(t, append([]string{"show"}, strings.Fields(test.arguments)...)...)
		if got.status != test.status || !strings.Contains(got.failures, test.says) {
			t.Errorf("show %s: status %d, %q", test.arguments, got.status, got.failures)
		}
	}
}

// sentences are those of an answer, without the breaks of their lines.
func sentences(text string) string { return strings.ReplaceAll(text, "\n  ", " ") }

// Sentences are broken where people read them, and no line ends in blanks.
func TestAnswersAreWrapped(t *testing.T) {
	text := succeed(t, "show", "half-the-data-center", "answer")
	for line := range strings.Lines(text) {
		if length := utf8.RuneCountInString(line); length > 101 {
			t.Errorf("a line has %d characters: %s", length, line)
		}
	}
	var shown shownOutput
	if err := json.Unmarshal([]byte(succeed(t, "show", "half-the-data-center", "answer", "--format", "json")), &shown); err != nil {
		t.Fatal(err)
	}
	for _, row := range shown.Rows {
		if !strings.Contains(sentences(text), "\n"+row.Title+"\n") {
			t.Errorf("%q is not in\n%s", row.Title, text)
		}
	}
}

func TestNoLineEndsInBlanks(t *testing.T) {
	for _, arguments := range [][]string{{"show", "filed-deal", "answer"}, {"show", "filed-deal", "headline"}, {"show", "filed-deal", "timeline"}, {"run", "filed-deal"}, {"list"}, {"views"}, {"measures"},
		{"compare", "half-the-data-center", "filed-deal"}, append([]string{"tornado"}, uncertain()...), {"map", "half-the-data-center", "--x", "lease.anthropic.share", "--y", "lease.anthropic.price", "--points", "5"}} {
		for line := range strings.Lines(succeed(t, arguments...)) {
			if strings.HasSuffix(line, " \n") {
				t.Errorf("%s: %q", arguments[0], line)
			}
		}
	}
}

// The answer ends with what only solving finds, in digits that can be typed.
func TestShowSaysWhatItWouldTake(t *testing.T) {
	text := sentences(succeed(t, "show", "half-the-data-center", "answer"))
	for _, want := range []string{"With the price per GPU-hour alone, now $2.42/GPU-hour, ", "operating income and net income at $6.72/GPU-hour", "The start of the lease alone would not do it."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %s", want, text)
		}
	}
	for price, want := range map[string]string{"6.72": "Operating income of a month reaches zero", "6.71": "Operating income does not reach zero"} {
		if said := sentences(succeed(t, "show", "half-the-data-center", "answer", "--set", "lease.anthropic.price="+price)); !strings.Contains(said, want) {
			t.Errorf("at %s: %s", price, said)
		}
	}
	// What it is now is told in as many digits as tell it from what it would take.
	near := sentences(succeed(t, "show", "half-the-data-center", "answer", "--set", "lease.anthropic.price=6.71"))
	if want := "With the operating loss before the lease alone, now $823.333333M/month, operating income and net income would break even in some month at $823M/month."; !strings.Contains(near, want) {
		t.Errorf("%q is not in %s", want, near)
	}
}

// What is listed of a scenario is what show prints of it.
func TestViewsOfAScenario(t *testing.T) {
	var listed, every []viewEntry
	if err := json.Unmarshal([]byte(succeed(t, "views", "no-deal", "--format", "json")), &listed); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(succeed(t, "views", "--format", "json")), &every); err != nil {
		t.Fatal(err)
	}
	for _, view := range every {
		got := runCommand(t, "show", "no-deal", view.Name)
		if isListed := slices.ContainsFunc(listed, func(v viewEntry) bool { return v.Name == view.Name }); isListed != (got.status == statusFine) {
			t.Errorf("%s: listed is %v, and show says %s", view.Name, isListed, got.failures)
		}
	}
}
