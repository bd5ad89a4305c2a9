package link

import (
	"fmt"
	"slices"

	"rackonomics/engine/scenario"
)

// Load returns today's form of a shipped scenario.
type Load func(name string) (*scenario.Document, error)

// Open finds the document that a link was made from and the changes that can be
// made to it. Nothing is left out silently: where only another form of the
// scenario is known, or a change cannot be made, a notice says so. The error
// says that there is no such scenario at all.
func (s State) Open(find Find, load Load) (*scenario.Document, []scenario.Change, []Notice, error) {
	document, notices, err := s.Base.open(find, load)
	if err != nil {
		return nil, nil, nil, err
	}
	if _, err := document.Apply(s.Changes); err == nil {
		return document, s.Changes, notices, nil
	}
	var made []scenario.Change
	for _, change := range s.Changes {
		if _, err := document.Apply(append(slices.Clip(made), change)); err != nil {
			notices = append(notices, notice(Error, "A change of the link could not be made. %v", err))
			continue
		}
		made = append(made, change)
	}
	return document, made, notices, nil
}

func (b Base) open(find Find, load Load) (*scenario.Document, []Notice, error) {
	if b.Document != nil {
		return b.Document, nil, nil
	}
	if document, ok := find(b.Name, b.Hash); ok {
		return document, nil, nil
	}
	document, err := load(b.Name)
	if err != nil {
		return nil, nil, fmt.Errorf("the link was made from a scenario that is not known here: %w", err)
	}
	return document, []Notice{notice(Warning, "The link was made from another form of %q than is known here; figures may differ.", document.Title)}, nil
}
