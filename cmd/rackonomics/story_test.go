package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-json"
)

func TestStoryIsPrinted(t *testing.T) {
	text := succeed(t, "story", "half-the-data-center")
	for _, part := range []string{
		"1 of 5. What was reported on 6 May", "5 of 5. What orbit would need",
		"reported (https://www.nextbigfuture.com/", "70 % (--set lease.anthropic.share=0.7)",
		"Shows filed-deal --set lease.anthropic.notice_given=\"2026-12\", view enforceable, 2027-03",
		"Source (H): SpaceX, results of the second quarter of 2026", "An illustration, not advice.",
	} {
		if !strings.Contains(text, part) {
			t.Errorf("it does not say %q", part)
		}
	}
	if strings.ContainsAny(text, "{}") {
		t.Error("a place is left without its figure")
	}
}

func TestStoryAsJSONHasItsFigures(t *testing.T) {
	var told storyOutput
	if err := json.Unmarshal([]byte(succeed(t, "story", "half-the-data-center", "--format", "json")), &told); err != nil {
		t.Fatal(err)
	}
	var run runOutput
	if err := json.Unmarshal([]byte(succeed(t, "run", "filed-deal", "--format", "json", "--rows", "operator.operating_income")), &run); err != nil {
		t.Fatal(err)
	}
	if len(told.Steps) != 5 || told.Steps[1].Base != "filed-deal" || told.Steps[1].Month != "2026-07" {
		t.Fatalf("the steps are %+v", told.Steps)
	}
	pieces := slices.Concat(told.Steps[1].Text...)
	at := slices.IndexFunc(pieces, func(piece pieceOutput) bool { return piece.Place == "{row:operator.operating_income}" })
	if at < 0 || pieces[at].Value != *run.Rows[0].Values[2] {
		t.Errorf("the pieces are %+v; a run says %v", pieces, *run.Rows[0].Values[2])
	}
}

func TestAStoryWithoutTitlesIsPrinted(t *testing.T) {
	file := writeFile(t, strings.Replace(smallDocument, `"months":3`, `"months":3,"story":{"steps":[{"text":"It begins."}]}`, 1))
	if text := succeed(t, "story", file); !strings.HasPrefix(text, "(small)\n\n1 of 1\n\nIt begins.\n\nShows small\n") {
		t.Errorf("it is printed as %q", text)
	}
}

func TestStoryThatCannotBeTold(t *testing.T) {
	none := runCommand(t, "story", "no-deal")
	if none.status == statusFine || !strings.Contains(none.failures, "this scenario tells no story") {
		t.Errorf("it ends with %d: %s", none.status, none.failures)
	}
	for mistake, step := range map[string]string{
		`story.steps.0.base: there is no shipped scenario "moon"; there are half-the-data-center`: `{"text":"A","base":"moon"}`,
		`story.steps.0.changes.operator.moon: operator has no input "moon"`:                       `{"text":"A","changes":{"operator.moon":1}}`,
		`story.steps.0.text: {row:operator.moon:2026-05}: there is no row "operator.moon"`:        `{"text":"{row:operator.moon:2026-05}"}`,
	} {
		file := writeFile(t, strings.Replace(smallDocument, `"months":3`, `"months":3,"story":{"steps":[`+step+`]}`, 1))
		for _, command := range []string{"check", "story"} {
			if got := runCommand(t, command, file); got.status == statusFine || !strings.Contains(got.failures+got.out, mistake) {
				t.Errorf("%s: expected %q, got %d %s", command, mistake, got.status, got.failures)
			}
		}
	}
}
