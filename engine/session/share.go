package session

import (
	"slices"

	"rackonomics/engine/explain"
	"rackonomics/engine/headline"
	"rackonomics/engine/link"
	"rackonomics/engine/scenario"
	"rackonomics/scenarios"
)

// Link writes the fragment that opens the base with these changes and this view.
// The error is a [scenario.Problems], or says that the link would be too long.
func (s *Session) Link(changes []scenario.Change, view link.View) (string, error) {
	result, err := s.RunRows(changes, withMeasures(s.patterns)...)
	if err != nil {
		return "", err
	}
	return link.Encode(link.State{Base: link.NewBase(s.base, scenarios.Find), Changes: changes,
		View: view, Fingerprint: link.Fingerprint(headline.Figures(result.Table))})
}

// Document writes the base with the changes made. The error is a [scenario.Problems].
func (s *Session) Document(changes []scenario.Change) ([]byte, error) {
	document, err := s.base.Apply(changes)
	if err != nil {
		return nil, err
	}
	return document.Encode(), nil
}

// Explainer prepares the reasons of a run's numbers. The run must be of
// [AllRows].
func (r *Result) Explainer() (*explain.Explainer, error) {
	return explain.New(r.Document, r.Table)
}

// withMeasures adds what the headline figures read, where it is not there yet.
func withMeasures(patterns []string) []string {
	if slices.Contains(patterns, AllRows) {
		return patterns
	}
	for _, needed := range headline.Patterns {
		if !slices.Contains(patterns, needed) {
			return slices.Concat(patterns, headline.Patterns)
		}
	}
	return patterns
}
