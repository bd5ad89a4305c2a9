package link

import (
	"slices"
	"strings"
	"testing"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/scenarios"
)

func TestOpen(t *testing.T) {
	state := typical(t)
	known, _ := scenarios.Load("filed-deal")
	older := state
	older.Base.Hash = "0123456789abcdef"
	unknown := state
	unknown.Base.Name = "gone"
	partly := state
	partly.Changes = append(slices.Clone(state.Changes),
		scenario.Change{Path: "lease.nobody.fee", JSON: []byte("1")},
		scenario.Change{Path: "lease.anthropic.fee", JSON: []byte("-1")},
		scenario.Change{Path: "lease.anthropic.notice", JSON: []byte("[[[")},
		scenario.Change{Path: "lease.anthropic.notice", JSON: []byte("30")})
	for name, test := range map[string]struct {
		state   State
		changes int
		notices []string // what each mentions
		fails   bool
	}{
		"as made":          {state: state, changes: 3},
		"older form":       {state: older, changes: 3, notices: []string{"another form"}},
		"unknown scenario": {state: unknown, fails: true},
		"impossible changes": {state: partly, changes: 4,
			notices: []string{"lease.nobody.fee", "lease.anthropic.fee", "lease.anthropic.notice"}},
	} {
		t.Run(name, func(t *testing.T) {
			document, changes, notices, err := test.state.Open(scenarios.Find, scenarios.Load)
			if test.fails {
				if err == nil || !strings.Contains(err.Error(), "gone") {
					t.Fatalf("error is %v", err)
				}
				return
			}
			if err != nil || document.Hash() != known.Hash() || len(changes) != test.changes || len(notices) != len(test.notices) {
				t.Fatalf("%d changes, notices %v, %v", len(changes), notices, err)
			}
			for i, want := range test.notices {
				if !strings.Contains(notices[i].Text, want) {
					t.Errorf("notice %q does not mention %s", notices[i].Text, want)
				}
			}
			if _, err := document.Apply(changes); err != nil {
				t.Error(err)
			}
		})
	}
}

// A link of version 1 as it was first made, with a document of its own so that
// it does not depend on the shipped ones, and a chart, which links no longer name.
func TestFirstLinkStaysReadable(t *testing.T) {
	const first = "#s=1.wnqWR355Ht4zIoxMMI87SFTCumAV4kTEytRExBpUAz3T2lhYQoaogyQiQ_REZIw92UD0kJImAAEAAP__.zTuGIw"
	state, notices, err := Decode(model.Scenario, first)
	if err != nil || notices != nil {
		t.Fatal(notices, err)
	}
	document, changes, notices, err := state.Open(scenarios.Find, scenarios.Load)
	if err != nil || notices != nil {
		t.Fatal(notices, err)
	}
	changed, err := document.Apply(changes)
	if err != nil {
		t.Fatal(err)
	}
	lease := changed.Find("lease", "tenant")
	fee := changed.Value(lease, model.Scenario.FindInput("lease.fee"))
	if document.Name != "own" || changed.Months != 24 || fee.Number != 1.1e9 || *state.Looking.Month != 3 ||
		state.Looking.Select != "tenant" || len(state.Fingerprint) != 1 || state.Fingerprint[0].Value != "2026-07" {
		t.Errorf("it reads as %+v, fee %v", state, fee)
	}
}

// A link with a study opens as the same study, and one that rests on a document with a study as well.
func TestStudiesOpenAsTheyWere(t *testing.T) {
	state := asked(t)
	base, err := scenarios.Load("filed-deal")
	if err != nil {
		t.Fatal(err)
	}
	want, err := base.Apply(state.Changes)
	if err != nil {
		t.Fatal(err)
	}
	if s := want.Study; len(s.Uncertain) != 4 || len(s.Correlations) != 1 || s.Paths != 20000 || want.Seed != 7 {
		t.Fatalf("the study is %+v", s)
	}
	small, err := model.Scenario.Decode([]byte(`{"version":2,"name":"own","start":"2026-05","months":24,"site":[{"name":"a"}],"lease":[{"name":"anthropic","site":"a"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	first := len(typical(t).Changes)
	document, err := small.Apply(state.Changes[first:])
	if err != nil {
		t.Fatal(err)
	}
	own := State{Base: NewBase(document, scenarios.Find)}
	moved := State{Base: own.Base, Changes: []scenario.Change{{Path: "study.lease.anthropic.fee", JSON: []byte("null")}}}
	certain, err := document.Apply(moved.Changes)
	if err != nil || len(certain.Study.Uncertain) != 3 || len(certain.Study.Correlations) != 0 {
		t.Fatalf("with the fee certain the study is %+v, %v", certain, err)
	}
	for name, test := range map[string]struct {
		state State
		want  *scenario.Document
	}{"changes": {state, want}, "document": {own, document}, "document and changes": {moved, certain}} {
		fragment := encode(t, test.state)
		t.Logf("%s: %d characters", name, len(fragment))
		decoded, notices, err := Decode(model.Scenario, fragment)
		if err != nil || notices != nil {
			t.Fatalf("%s: %v, %v", name, notices, err)
		}
		document, changes, notices, err := decoded.Open(scenarios.Find, scenarios.Load)
		if err != nil || notices != nil {
			t.Fatalf("%s: %v, %v", name, notices, err)
		}
		got, err := document.Apply(changes)
		if err != nil || got.Hash() != test.want.Hash() {
			t.Errorf("%s: another document, %v", name, err)
		}
	}
}

// The longest path of an input that a schema can have fits a link.
func TestTheLongestPathOfAStudyFits(t *testing.T) {
	word := strings.Repeat("a", 40)
	if path := "study." + word + "." + word + "." + word; !isPath(path) {
		t.Errorf("a path of %d bytes is refused", len(path))
	}
}
