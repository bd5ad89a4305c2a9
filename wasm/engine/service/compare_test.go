package service

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"

	"rackonomics/engine/study/compare"
)

// otherOf is a shipped scenario as a document, in a message.
func otherOf(t *testing.T, name string) string {
	t.Helper()
	desk := &Desk{}
	ask(t, desk, "open", `{"name":"`+name+`"}`)
	answer, _ := ask(t, desk, "document", `{"changes":[]}`)
	return written(t, answer["document"])
}

func TestCompareListsWhatDiffers(t *testing.T) {
	desk := &Desk{}
	ask(t, desk, "open", `{"name":"filed-deal"}`)
	others := otherOf(t, "filed-deal") + `,` + otherOf(t, "three-tenants")
	answer, _ := ask(t, desk, "compare", `{"changes":[{"path":"lease.anthropic.notice","value":180}],"others":[`+others+`]}`)
	if problems := problemsOf(answer); problems != "" {
		t.Fatal(problems)
	}
	var read struct {
		Differences []struct {
			Path, Whose string
			Values      []*struct {
				Number *float64
				Text   string
			}
		}
	}
	if err := json.Unmarshal([]byte(written(t, answer)), &read); err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, d := range read.Differences {
		found[d.Path] = true
		if len(d.Values) != 3 {
			t.Fatalf("%s has %d values, not one a scenario", d.Path, len(d.Values))
		}
		switch d.Path {
		case "lease.anthropic.notice":
			if *d.Values[0].Number != 180 || *d.Values[1].Number != 90 || d.Whose != "decision" {
				t.Errorf("%+v", d)
			}
		case "lease.google":
			if d.Values[0] != nil || d.Values[1] != nil || d.Values[2].Text != "Google" {
				t.Errorf("%+v", d)
			}
		case "operator.site_costs_in_reported":
			if d.Whose != "world" {
				t.Errorf("%+v", d)
			}
		}
	}
	if !found["lease.anthropic.notice"] || !found["lease.google"] || !found["operator.site_costs_in_reported"] {
		t.Errorf("%v", found)
	}
}

func TestAttributionComesInSteps(t *testing.T) {
	desk := &Desk{}
	ask(t, desk, "open", `{"name":"half-the-data-center"}`)
	const changes = `"changes":[{"path":"lease.anthropic.share","value":0.6},{"path":"operator.sofr","value":0.06}]`
	from := otherOf(t, "half-the-data-center")
	answer, _ := ask(t, desk, "attribute", `{`+changes+`,"from":`+from+`,"figure":"operator.operating_income in 2027"}`)
	if problems := problemsOf(answer); problems != "" {
		t.Fatal(problems)
	}
	var read struct {
		Attribution struct {
			Difference struct{ Number float64 }
			Exact      bool
			Parts      []struct {
				Paths []string
				Title string
				Whose string
				Value struct{ Number float64 }
			}
		}
	}
	if err := json.Unmarshal([]byte(written(t, answer)), &read); err != nil {
		t.Fatal(err)
	}
	a, sum := read.Attribution, 0.0
	for _, part := range a.Parts {
		sum += part.Value.Number
	}
	if len(a.Parts) != 2 || !a.Exact || math.Abs(sum-a.Difference.Number) > 1e-6*math.Abs(sum) {
		t.Errorf("%+v comes to %v", a, sum)
	}
	if first := a.Parts[0]; first.Paths[0] != "lease.anthropic.share" || first.Whose != "decision" || first.Title != "Anthropic: Share of the site" {
		t.Errorf("%+v", first)
	}
	for request, want := range map[string]string{
		`{"changes":[],"from":` + from + `,"figure":"x"}`:                     "there is no measure",
		`{"changes":[],"from":"{}","figure":"net_present_value"}`:             "version",
		`{"changes":[],"from":` + from + `,"figure":"operator.x in 2027-05"}`: "there is no row",
		`{"changes":[],"from":` + from + `,"figure":"lease.share_used in x"}`: "",
	} {
		if answer, _ := ask(t, desk, "attribute", request); !strings.Contains(problemsOf(answer), want) || problemsOf(answer) == "" {
			t.Errorf("%.60s: %s; want %q", request, problemsOf(answer), want)
		}
	}
}

// A sampled attribution is told after each round, of more scenarios each time, and says
// whether there is more to come; another figure in between loses nothing but time.
func TestAttributionIsRefinedByRounds(t *testing.T) {
	desk := &Desk{}
	ask(t, desk, "open", `{"name":"half-the-data-center"}`)
	request := func(figure string, round int) string {
		return fmt.Sprintf(`{"changes":[],"from":%q,"figure":%q,"round":%d}`, otherScenario, figure, round)
	}
	runs := 0.0
	for round := range compare.Rounds {
		answer, _ := ask(t, desk, "attribute", request("operator.operating_income in 2027", round))
		if problems := problemsOf(answer); problems != "" {
			t.Fatal(problems)
		}
		told := answer["attribution"].(map[string]any)
		if more := told["runs"].(float64); more <= runs || told["exact"].(bool) {
			t.Errorf("round %d is of %v scenarios after %v, exact: %v", round, more, runs, told["exact"])
		} else {
			runs = more
		}
		if refines := answer["refines"] == true; refines != (round < compare.Rounds-1) {
			t.Errorf("after round %d there is more to come: %v", round, refines)
		}
		if round == 1 {
			ask(t, desk, "attribute", request("operator.revenue in 2027", 0))
		}
	}
	if answer, _ := ask(t, desk, "attribute", request("operator.revenue in 2027", compare.Rounds)); !strings.Contains(problemsOf(answer), "allowed is 0 to 3") {
		t.Errorf("%v", answer)
	}
}
