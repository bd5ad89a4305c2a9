package service

import (
	"strings"
	"testing"
)

// The story comes with its figures, of the steps and not of what is changed, and what was
// opened says beforehand that there is one.
func TestTheStoryComesWithItsFigures(t *testing.T) {
	desk := &Desk{}
	opened, _ := ask(t, desk, "open", `{"name":"half-the-data-center"}`)
	head := opened["base"].(map[string]any)["story"].(map[string]any)
	answer, _ := ask(t, desk, "story", `{}`)
	story := answer["story"].(map[string]any)
	steps := story["steps"].([]any)
	if head["title"] != story["title"] || head["steps"] != float64(len(steps)) || len(steps) != 5 {
		t.Errorf("%v is told as %d steps", head, len(steps))
	}
	notice := steps[3].(map[string]any)
	if notice["base"] != "filed-deal" || notice["month"] != 10.0 {
		t.Errorf("the step on notice shows %v, month %v", notice["base"], notice["month"])
	}
	text := written(t, notice["paragraphs"])
	for _, part := range []string{`"path":"lease.anthropic.notice"`, `"value":180`, `"number":3750000000`} {
		if !strings.Contains(text, part) {
			t.Errorf("%s has no %s", text, part)
		}
	}
}

func TestAScenarioWithoutAStorySaysSo(t *testing.T) {
	desk := &Desk{}
	opened, _ := ask(t, desk, "open", `{"name":"no-deal"}`)
	if head := opened["base"].(map[string]any)["story"]; head != nil {
		t.Errorf("it has the story %v", head)
	}
	if answer, _ := ask(t, desk, "story", `{}`); !strings.Contains(problemsOf(answer), "no-deal tells no story") {
		t.Errorf("the answer is %v", answer)
	}
}
