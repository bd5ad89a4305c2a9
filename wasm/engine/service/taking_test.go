package service

import (
	"strings"
	"testing"
)

// The answer of a view says that there is more to say of it, and that is told in
// sentences whose values are told in all their digits, beside what they are now.
func TestWhatElseIsSaidOfAView(t *testing.T) {
	desk := &Desk{}
	ask(t, desk, "open", `{"name":"half-the-data-center"}`)
	run, _ := ask(t, desk, "run", `{"changes":[],"views":[{"name":"answer","by":"month"},{"name":"headline","by":"month"}]}`)
	views := run["views"].([]any)
	if views[0].(map[string]any)["takes"] != true || views[1].(map[string]any)["takes"] != nil {
		t.Error("not just the answer has more to say")
	}
	answer, _ := ask(t, desk, "taking", `{"changes":[],"view":"answer"}`)
	sentences := answer["sentences"].([]any)
	if len(sentences) < 3 {
		t.Fatalf("%s", written(t, answer))
	}
	if first := written(t, sentences[0]); !strings.Contains(first, `"exact":true`) || !strings.Contains(first, `{"number":0.5,"percent":true,"unit":"1"}`) {
		t.Errorf("%s", first)
	}
	for view, want := range map[string]string{"headline": "no view of which there is more to say", "nothing": "no view of which there is more to say"} {
		refused, _ := ask(t, desk, "taking", `{"changes":[],"view":"`+view+`"}`)
		if got := problemsOf(refused); !strings.Contains(got, want) {
			t.Errorf("%s: %q", view, got)
		}
	}
}
