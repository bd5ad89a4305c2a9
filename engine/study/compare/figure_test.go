package compare

import (
	"fmt"
	"testing"

	"rackonomics/engine/scenario"
	"rackonomics/engine/study"
)

// A year of a flow is the sum of its months, of a balance its last month and of what
// stands at the start of a month its first.
func TestFigureOfAYear(t *testing.T) {
	document := load(t, "scarcity-returns")
	value := func(text string) float64 { return attribute(t, document, document, text).From }
	sum := 0.0
	for month := 1; month <= 12; month++ {
		sum += value(fmt.Sprintf("operator.operating_income in 2027-%02d", month))
	}
	for text, want := range map[string]float64{
		"operator.operating_income in 2027":             sum,
		"operator.cash in 2027":                         value("operator.cash in 2027-12"),
		"operator.cash in Dec 2027":                     value("operator.cash in 2027-12"),
		"tranche.cfads_value_to_maturity@notes in 2027": value("tranche.cfads_value_to_maturity@notes in 2027-01"),
	} {
		if got := value(text); got != want || want == 0 {
			t.Errorf("%s is %v, not %v", text, got, want)
		}
	}
}

// A month counts as the calendar does, so that scenarios with other starts compare.
func TestFigureOfAMonth(t *testing.T) {
	const measure = "break_even.operating_income.first"
	from := load(t, "filed-deal")
	to := load(t, "filed-deal", change("scenario.start", `"`+from.Start.Add(-1).String()+`"`))
	answer := attribute(t, from, to, measure)
	for document, got := range map[*scenario.Document]float64{from: answer.From, to: answer.To} {
		measures, _, err := study.Plain(document, study.Watch{Measures: []string{measure}})
		if err != nil {
			t.Fatal(err)
		}
		if want := document.Start.Add(int(measures[0])).String(); answer.Figure.Plain(got) != want || answer.Figure.StepUnit() != "month" {
			t.Errorf("from %s it is %v, not %s", document.Start, answer.Figure.Plain(got), want)
		}
	}
	checkWhole(t, answer)
}

// What can only be exchanged together is of a decision or of the world where all of it is.
func TestWhoseAPartIs(t *testing.T) {
	from := load(t, "half-the-data-center")
	e := newExchange(from, load(t, "half-the-data-center", change("lease.anthropic.share", "0.6"), change("lease.anthropic.price", "3"), change("operator.sofr", "0.06")))
	at := map[string]int{}
	for i, d := range e.differences {
		at[d.Path] = i
	}
	portion, price, rate := at["lease.anthropic.share"], at["lease.anthropic.price"], at["operator.sofr"]
	for _, test := range []struct {
		group []int
		want  scenario.Whose
	}{{[]int{portion}, scenario.Decision}, {[]int{rate}, scenario.World}, {[]int{portion, price}, scenario.Decision}, {[]int{price, rate}, ""}} {
		if part := e.part(test.group, share{value: 1}); part.Whose != test.want || part.Value != 1 || len(part.Differences) != len(test.group) {
			t.Errorf("%v is of %q, not %q", test.group, part.Whose, test.want)
		}
	}
}
