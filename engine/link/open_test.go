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
// it does not depend on the shipped ones.
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
	if document.Name != "own" || changed.Months != 24 || fee.Number != 1.1e9 || *state.Looking.Month != 3 || state.Looking.Chart != "money" ||
		state.Looking.Select != "tenant" || len(state.Fingerprint) != 1 || state.Fingerprint[0].Value != "2026-07" {
		t.Errorf("it reads as %+v, fee %v", state, fee)
	}
}
