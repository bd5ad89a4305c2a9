package service

import (
	"fmt"
	"strings"
	"testing"
)

const changedDeal = `[{"path":"lease.anthropic.share","value":0.7},{"path":"lease.second","value":{"site":"memphis","title":"Second","share":0.2}},{"path":"lease.second.share","value":0.3},{"path":"operator.revenue_growth","value":0.1}]`

// Each variant has the figures of a run of its changes.
func TestVariantsAreRuns(t *testing.T) {
	desk := &Desk{}
	ask(t, desk, "open", `{"name":"half-the-data-center"}`)
	figures := func(changes string) any {
		answer, _ := ask(t, desk, "run", `{"changes":`+changes+`,"views":[{"name":"headline","by":"month"}],"month":20}`)
		return answer["views"].([]any)[0].(map[string]any)["cells"]
	}
	answer, _ := ask(t, desk, "variants", `{"changes":`+changedDeal+`,"view":"headline","month":20,"variants":[
		{"without":"lease.anthropic.share"},{"without":"lease.second"},{"with":{"path":"lease.anthropic.price","value":3.5}}]}`)
	if problems := problemsOf(answer); problems != "" {
		t.Fatal(problems)
	}
	if fmt.Sprint(answer["now"]) != fmt.Sprint(figures(changedDeal)) {
		t.Error("now is not what a run says")
	}
	for at, changes := range []string{
		`[{"path":"lease.second","value":{"site":"memphis","title":"Second","share":0.2}},{"path":"lease.second.share","value":0.3},{"path":"operator.revenue_growth","value":0.1}]`,
		`[{"path":"lease.anthropic.share","value":0.7},{"path":"operator.revenue_growth","value":0.1}]`,
		strings.TrimSuffix(changedDeal, "]") + `,{"path":"lease.anthropic.price","value":3.5}]`,
	} {
		if got := answer["variants"].([]any)[at].(map[string]any)["cells"]; fmt.Sprint(got) != fmt.Sprint(figures(changes)) {
			t.Errorf("variant %d is not a run of %s: %v", at, changes, got)
		}
	}
}

func TestVariantsSayWhatIsWrong(t *testing.T) {
	desk := &Desk{}
	ask(t, desk, "open", `{"name":"half-the-data-center"}`)
	for asked, want := range map[string]string{
		`{"changes":[],"view":"headline","variants":[{"without":"lease.anthropic.share"}]}`: "this is not changed",
		`{"changes":[],"view":"headline","variants":[{}]}`:                                  "a variant is without a change or with another",
		`{"changes":[],"view":"nothing","variants":[]}`:                                     `there is no view "nothing"`,
	} {
		answer, _ := ask(t, desk, "variants", asked)
		if got := problemsOf(answer); !strings.Contains(got, want) {
			t.Errorf("%s: %q; want %q", asked, got, want)
		}
	}
	answer, _ := ask(t, desk, "variants", `{"changes":[],"view":"headline","variants":[{"with":{"path":"lease.anthropic.share","value":7}}]}`)
	if got := problemsOf(answer["variants"].([]any)[0].(map[string]any)); !strings.Contains(got, "7") {
		t.Errorf("a variant that cannot be run says %q", got)
	}
}

func TestObstaclesAreTold(t *testing.T) {
	desk := &Desk{}
	ask(t, desk, "open", `{"name":"half-the-data-center"}`)
	answer, _ := ask(t, desk, "run", `{"changes":[{"path":"lease.anthropic.share","value":1},{"path":"lease.second","value":{"site":"memphis"}}],"views":[]}`)
	one := answer["obstacles"].([]any)[0].(map[string]any)
	if one["path"] != "lease.second" || !strings.Contains(one["message"].(string), "is let whole to") {
		t.Errorf("%v", answer)
	}
	if answer, _ := ask(t, desk, "run", `{"changes":[],"views":[]}`); answer["obstacles"] != nil {
		t.Errorf("%v", answer)
	}
}

// Where a change moves the start, the figures without it are those of the same month of the calendar.
func TestVariantsAreOfTheSameMonth(t *testing.T) {
	desk := &Desk{}
	ask(t, desk, "open", `{"name":"filed-deal"}`)
	operatingIncome := func(cells any) map[string]any {
		for _, cell := range cells.([]any) {
			if value := cell.(map[string]any)["value"].(map[string]any); value["row"] == "operator.operating_income" {
				return value
			}
		}
		t.Fatal("no operating income")
		return nil
	}
	for asked, want := range map[string]string{
		`"2029-01"}],"month":0`:  "2029-01",
		`"2026-09"}],"month":59`: "2031-04", // the last month without the change
		`"2026-01"}],"month":0`:  "2026-05", // and the first
	} {
		answer, _ := ask(t, desk, "variants", `{"changes":[{"path":"scenario.start","value":`+asked+`,"view":"headline","variants":[{"without":"scenario.start"}]}`)
		without := operatingIncome(answer["variants"].([]any)[0].(map[string]any)["cells"])
		if without["month"] != want {
			t.Errorf("%s: without the change the figure is of %v; want %s", asked, without["month"], want)
		}
	}
}
