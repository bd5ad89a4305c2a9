package session

import (
	"rackonomics/engine/explain"
	"rackonomics/engine/link"
	"rackonomics/engine/scenario"
	"rackonomics/scenarios"
)

// Link writes the fragment that opens the base with these changes and what is looked at.
// A story of a document that the link would be too long with is left out, unless a step
// is told: without it the figures are the same, and a link is there to send them. The
// error is a [scenario.Problems], or says that the link would be too long.
func (s *Session) Link(changes []scenario.Change, looking link.Looking) (string, error) {
	figures, err := s.fingerprint(changes)
	if err != nil {
		return "", err
	}
	state := link.State{Base: link.NewBase(s.base, scenarios.Find), Changes: changes, Looking: looking, Fingerprint: figures}
	fragment, err := link.Encode(state)
	if err == nil || state.Base.Document == nil || looking.Step != "" {
		return fragment, err
	}
	state.Base.Document = s.base.Clone()
	state.Base.Document.Story = scenario.Story{}
	return link.Encode(state)
}

// Document writes the base with the changes made. A story that can no longer be told
// of it is left out. The error is a [scenario.Problems].
func (s *Session) Document(changes []scenario.Change) ([]byte, error) {
	document, err := s.base.Apply(changes)
	if err != nil {
		return nil, err
	}
	if checkStory(document) != nil {
		document.Story = scenario.Story{}
	}
	return document.Encode(), nil
}

// Explainer prepares the reasons of a run's numbers. The run must be of
// [AllRows].
func (r *Result) Explainer() (*explain.Explainer, error) {
	return explain.New(r.Document, r.Schema, r.Layout, r.Table)
}
