package session_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"rackonomics/engine/link"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
)

// A file of a shipped scenario that is told otherwise is another one, though each of
// its figures is the same: what speaks of it by the name would show the shipped story.
// So is an older form: by its name one would get today's figures.
func TestWhatItsNameDoesNotOpenIsNotShipped(t *testing.T) {
	base := load(t, "half-the-data-center")
	whole := string(base.Encode())
	for what, test := range map[string]struct {
		text    string
		shipped bool
	}{
		"as it is":       {whole, true},
		"another title":  {strings.Replace(whole, base.Story.Title, "Another story", 1), false},
		"other levers":   {strings.Replace(whole, `"lease.anthropic.start",`, `"lease.anthropic.start_day",`, 1), false},
		"another figure": {strings.Replace(whole, `"months": 60`, `"months": 48`, 1), false},
	} {
		opened, err := session.OpenDocument([]byte(test.text))
		if err != nil {
			t.Errorf("%s: %v", what, err)
			continue
		}
		if opened.Shipped() != test.shipped || what != "as it is" && test.text == whole {
			t.Errorf("%s: that it is shipped is %v", what, opened.Shipped())
		}
	}
	older, err := os.ReadFile("../../scenarios/archive/no-deal.b4bc217a631f05d2.json")
	if err != nil {
		t.Fatal(err)
	}
	if opened, err := session.OpenDocument(older); err != nil || opened.Shipped() {
		t.Errorf("an older form counts as what its name opens, %v", err)
	}
	own, err := session.OpenDocument([]byte(`{"version":2,"name":"own","start":"2026-05","months":24,"story":{"title":"Of my own","steps":[{"text":"It begins."}]}}`))
	if err != nil {
		t.Fatal(err)
	}
	fragment, err := session.New(own.Base).Link(nil, link.Looking{})
	if err != nil {
		t.Fatal(err)
	}
	again, err := session.OpenLink(fragment)
	if err != nil || again.Base.Story.Title != "Of my own" {
		t.Errorf("a link to it opens %+v, %v", again, err)
	}
}

// Saved with changes, a scenario has the name and the text of the shipped one, and other figures.
func TestAFileTellsHowItDiffersFromTheShippedScenarioOfItsName(t *testing.T) {
	base := load(t, "half-the-data-center")
	for what, test := range map[string]struct {
		changes []scenario.Change
		want    string
	}{
		"as it is": {},
		"two inputs": {[]scenario.Change{{Path: "lease.anthropic.share", JSON: []byte("0.4")}, {Path: "scenario.months", JSON: []byte("48")}},
			"This is not “Half the data centre” as it is shipped. Other than there: Length, Share of the site. Its description was written of the shipped one."},
		"another lease": {[]scenario.Change{{Path: "lease.acme", JSON: []byte(`{"site":"memphis","title":"Acme"}`)}},
			"This is not “Half the data centre” as it is shipped. Other than there: “Acme” (added). Its description was written of the shipped one."},
	} {
		changed, err := base.Apply(test.changes)
		if err != nil {
			t.Fatal(err)
		}
		opened, err := session.OpenDocument(changed.Encode())
		if err != nil {
			t.Fatal(err)
		}
		var told string
		for _, notice := range opened.Notices {
			told += notice.Text
		}
		if told != test.want {
			t.Errorf("%s: it is told %q, and not %q", what, told, test.want)
		}
	}
}

// The founding scenario saved with a change is too long for a link with its story, and not
// without.
func TestALinkLeavesOutAStoryThatDoesNotFit(t *testing.T) {
	saved, err := session.New(load(t, "half-the-data-center")).Document([]scenario.Change{set("lease.anthropic.share", 0.6)})
	if err != nil {
		t.Fatal(err)
	}
	own, err := session.OpenDocument(saved)
	if err != nil || len(own.Base.Story.Steps) == 0 {
		t.Fatalf("what is saved has %d steps, %v", len(own.Base.Story.Steps), err)
	}
	fragment, err := session.New(own.Base).Link(nil, link.Looking{Section: "money"})
	if err != nil {
		t.Fatal(err)
	}
	again, err := session.OpenLink(fragment)
	if err != nil || again.Notices != nil || again.Base.Hash() != own.Base.Hash() || !slices.Equal(again.Base.Levers, own.Base.Levers) || len(again.Base.Story.Steps) > 0 {
		t.Errorf("it opens as %+v, %v", again, err)
	}
	if _, err := session.New(own.Base).Link(nil, link.Looking{Step: "2"}); err == nil || !strings.Contains(err.Error(), "share the scenario as a file instead") {
		t.Errorf("a step is told without its story, %v", err)
	}
	if len(own.Base.Story.Steps) == 0 {
		t.Error("the story that does not fit is gone")
	}
}

// Of a link that mail has cut at its end it says what could be read, as people call it.
func TestACutLinkTellsItsScenarioByTitle(t *testing.T) {
	base := load(t, "filed-deal")
	fragment, err := session.New(base).Link(nil, link.Looking{})
	if err != nil {
		t.Fatal(err)
	}
	cut, err := session.OpenLink(fragment[:len(fragment)-8])
	if err != nil || len(cut.Notices) == 0 {
		t.Fatalf("%+v, %v", cut, err)
	}
	said := cut.Notices[0].Text
	if !strings.Contains(said, "its scenario “"+base.Title+"” could be read") {
		t.Errorf("it says: %s", said)
	}
}
