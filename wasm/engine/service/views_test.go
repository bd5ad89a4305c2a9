package service

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"rackonomics/engine/model"
	"rackonomics/scenarios"
)

// Every view of every shipped scenario arrives with its numbers: as many as its
// lines have periods, and a total for its parts.
func TestEveryViewArrivesWithItsNumbers(t *testing.T) {
	var wishes []string
	for _, view := range model.Views {
		wishes = append(wishes, fmt.Sprintf(`{"name":%q,"by":"year"}`, view.Name))
	}
	for _, name := range scenarios.Names {
		desk := &Desk{}
		ask(t, desk, "open", fmt.Sprintf(`{"name":%q}`, name))
		answer, numbers := ask(t, desk, "run", `{"changes":[],"month":3,"views":[`+strings.Join(wishes, ",")+`]}`)
		if problems := problemsOf(answer); problems != "" {
			t.Fatalf("%s: %s", name, problems)
		}
		available, views := headsIn(answer)["available"].([]any), answer["views"].([]any)
		if len(views) != len(available) {
			t.Errorf("%s: %d views are shown of %d that the scenario has a use for", name, len(views), len(available))
		}
		needed := 0
		for _, each := range views {
			view := each.(map[string]any)
			lines, _ := view["lines"].([]any)
			periods := periodsOf(answer, view)
			for _, line := range lines {
				if line.(map[string]any)["heading"] != true {
					needed += len(periods)
				}
			}
		}
		if len(numbers) != needed {
			t.Errorf("%s: %d numbers for lines that take %d", name, len(numbers), needed)
		}
	}
}

func TestAStatementFollowsTheInputs(t *testing.T) {
	desk := &Desk{}
	ask(t, desk, "open", `{"name":"filed-deal"}`)
	revenue := func(changes string) float64 {
		answer, numbers := ask(t, desk, "run", `{"changes":[`+changes+`],"month":0,"views":[{"name":"income-statement","by":"year"}]}`)
		view := answer["views"].([]any)[0].(map[string]any)
		at, periods := 0, len(periodsOf(answer, view))
		for _, each := range view["lines"].([]any) {
			line := each.(map[string]any)
			if line["row"] == "operator.revenue" {
				return numbers[at+1]
			}
			if line["heading"] != true {
				at += periods
			}
		}
		t.Fatal("the statement has no revenue")
		return 0
	}
	before := revenue("")
	if after := revenue(`{"path":"lease.anthropic.fee","value":2e9}`); math.IsNaN(before) || after <= before {
		t.Errorf("revenue of 2027 is %g, and with a higher fee %g", before, after)
	}
}

func TestViewsThatThereAreNotAreRefused(t *testing.T) {
	for request, want := range map[string]string{
		`{"changes":[],"views":[{"name":"horoscope","by":"year"}]}`:        `there is no view "horoscope"`,
		`{"changes":[],"views":[{"name":"income-statement","by":"week"}]}`: `"week" is no step`,
	} {
		desk := &Desk{}
		ask(t, desk, "open", `{"name":"filed-deal"}`)
		if answer, _ := ask(t, desk, "run", request); !strings.Contains(problemsOf(answer), want) {
			t.Errorf("%s: %v", request, answer)
		}
	}
	desk := &Desk{}
	ask(t, desk, "open", `{"name":"filed-deal"}`)
	if answer, _ := ask(t, desk, "run", `{"changes":[],"views":[{"name":"debt","by":"year"}]}`); answer["views"] != nil || headsIn(answer)["available"] == nil {
		t.Errorf("a scenario without debt shows %v", answer["views"])
	}
}

// One begins to look at the first month in which the leases bring their most.
func TestARunWithoutAMonthBeginsToLook(t *testing.T) {
	for request, want := range map[string]float64{
		`{"changes":[],"views":[]}`:                                                   2,
		`{"changes":[],"views":[],"month":7}`:                                         7,
		`{"changes":[],"views":[],"month":9999}`:                                      59,
		`{"changes":[{"path":"lease.anthropic.start","value":"2026-09"}],"views":[]}`: 6,
	} {
		desk := &Desk{}
		ask(t, desk, "open", `{"name":"filed-deal"}`)
		if answer, _ := ask(t, desk, "run", request); answer["month"] != want {
			t.Errorf("%s looks at month %v, want %g", request, answer["month"], want)
		}
	}
}

func TestAMeasureIsExplained(t *testing.T) {
	desk := &Desk{}
	ask(t, desk, "open", `{"name":"filed-deal"}`)
	answer, _ := ask(t, desk, "explain", `{"changes":[],"measure":"break_even.operating_income.first"}`)
	explanation, _ := answer["explanation"].(map[string]any)
	if explanation["children"] == nil || explanation["title"] == "" {
		t.Errorf("a measure is explained as %v", answer)
	}
}

// Whatever number of a statement is asked about is told as it stands there, of
// several things together too.
func TestEveryNumberOfAStatementIsExplained(t *testing.T) {
	desk := &Desk{}
	ask(t, desk, "open", `{"name":"three-tenants"}`)
	answer, numbers := ask(t, desk, "run", `{"changes":[],"month":3,"views":[{"name":"income-statement","by":"year"},{"name":"billed","by":"quarter"}]}`)
	several := 0
	for _, view := range answer["views"].([]any) {
		view := view.(map[string]any)
		periods := periodsOf(answer, view)
		for _, line := range view["lines"].([]any) {
			line := line.(map[string]any)
			if line["heading"] == true {
				continue
			}
			if len(line["instances"].([]any)) > 1 {
				several++
			}
			request := map[string]any{"changes": []any{}, "row": line["row"], "instances": line["instances"], "by": view["by"], "month": periods[1].(map[string]any)["from"], "less": line["less"] == true}
			told, _ := ask(t, desk, "explain", written(t, request))
			explanation, _ := told["explanation"].(map[string]any)
			if value, _ := explanation["value"].(float64); value != numbers[1] || explanation["month"] == "" {
				t.Errorf("%v in %v is %v, explained as %v", line["title"], periods[1], numbers[1], told)
			}
			numbers = numbers[len(periods):]
		}
	}
	if several == 0 || len(numbers) != 0 {
		t.Errorf("%d lines are of several things, %d numbers are left", several, len(numbers))
	}
}

// headsIn gives the heads that an answer brings.
func headsIn(answer map[string]any) map[string]any {
	heads, _ := answer["heads"].(map[string]any)
	return heads
}

// periodsOf lists the periods that a view's lines have a value for.
func periodsOf(answer, view map[string]any) []any {
	return headsIn(answer)["periods"].(map[string]any)[view["by"].(string)].([]any)
}

// Heads come once while they stay the same, and whenever there are others: by
// another month of start or end, or another view that there is a use for.
func TestHeadsComeUnlessThePageHasThem(t *testing.T) {
	desk := &Desk{}
	ask(t, desk, "open", `{"name":"half-the-data-center"}`)
	run := func(has, changes string) (string, bool) {
		answer, _ := ask(t, desk, "run", fmt.Sprintf(`{"changes":[%s],"views":[{"name":"money","by":"month"}],"heads":%q}`, changes, has))
		return answer["heads_name"].(string), headsIn(answer) != nil
	}
	first, brought := run("", "")
	if !brought {
		t.Fatal("the first answer brings no heads")
	}
	for changes, others := range map[string]bool{
		``: false,
		`{"path":"operator.reported_revenue","value":1e8}`: false,
		`{"path":"scenario.months","value":48}`:            true,
		`{"path":"scenario.start","value":"2026-07"}`:      true,
		`{"path":"lease.anthropic","value":null}`:          true,
	} {
		if name, brought := run(first, changes); brought != others || (name != first) != others {
			t.Errorf("with [%s] the heads are %s, brought %t; others are expected: %t", changes, name, brought, others)
		}
	}
}
