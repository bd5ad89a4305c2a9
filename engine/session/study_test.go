package session_test

import (
	"strings"
	"testing"

	"rackonomics/engine/link"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
)

func setting(t *testing.T, text string) scenario.Change {
	t.Helper()
	change, err := model.Scenario.ParseSetting(text)
	if err != nil {
		t.Fatal(err)
	}
	return change
}

// A link with a study holds question, seed and what the first cases come to, and
// says so where a newer model answers otherwise.
func TestLinkHoldsTheAnswerOfAStudy(t *testing.T) {
	opened, err := session.OpenName("half-the-data-center")
	if err != nil {
		t.Fatal(err)
	}
	changes := []scenario.Change{setting(t, "study.lease.anthropic.price=2 to 12"), setting(t, "study.paths=500"), setting(t, "scenario.seed=7")}
	fragment, err := session.New(opened.Base).Link(changes, link.Looking{})
	if err != nil {
		t.Fatal(err)
	}
	state, notices, err := link.Decode(model.Scenario, fragment)
	if err != nil || notices != nil {
		t.Fatal(err, notices)
	}
	again, err := session.OpenLink(fragment)
	if err != nil || again.Notices != nil {
		t.Fatal(err, again.Notices)
	}
	document, err := again.Base.Apply(again.Changes)
	if err != nil {
		t.Fatal(err)
	}
	if study := document.Study; len(study.Uncertain) != 1 || study.Paths != 500 || document.Seed != 7 {
		t.Errorf("the link opens the study %+v with seed %d", study, document.Seed)
	}
	for i := range state.Fingerprint {
		if figure := &state.Fingerprint[i]; figure.Name == "study.told" {
			figure.Value = figure.Value.(float64) / 2
		}
	}
	older, err := link.Encode(state)
	if err != nil {
		t.Fatal(err)
	}
	opened, err = session.OpenLink(older)
	if err != nil || len(opened.Notices) != 1 || !strings.Contains(opened.Notices[0].Text, "share of the first 128 cases") {
		t.Errorf("an older answer is told as %v, %v", opened.Notices, err)
	}
}

// A study that cannot be asked, as its measure names things or is of a loan that there
// is not, is no reason for a scenario to have no link.
func TestLinkOfAStudyThatCannotBeAsked(t *testing.T) {
	for scenarioName, measure := range map[string]string{"as-reported-q2": "listing.first", "half-the-data-center": "debt.llcr"} {
		opened, err := session.OpenName(scenarioName)
		if err != nil {
			t.Fatal(err)
		}
		changes := []scenario.Change{setting(t, "study.operator.discount_rate=0.08 to 0.12"), setting(t, "study.measure="+measure)}
		fragment, err := session.New(opened.Base).Link(changes, link.Looking{})
		if err != nil {
			t.Fatalf("%s: %v", measure, err)
		}
		again, err := session.OpenLink(fragment)
		if err != nil || again.Notices != nil || len(again.Changes) != len(changes) {
			t.Errorf("%s: %+v, %v", measure, again, err)
		}
	}
}
