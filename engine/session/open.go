package session

import (
	"slices"
	"strconv"
	"strings"

	"rackonomics/engine/link"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/scenarios"
)

// Opened is a scenario as it was asked for: the base, what is changed and looked
// at, and what there is to know about it.
type Opened struct {
	Base    *scenario.Document
	Changes []scenario.Change
	Looking link.Looking
	Notices []link.Notice
}

// Damaged reports whether a part of the link could not be used.
func (o *Opened) Damaged() bool {
	return slices.ContainsFunc(o.Notices, func(n link.Notice) bool { return n.Level == link.Error })
}

// Shipped reports whether the base is the scenario that this program opens by its name,
// shown as that is. An older form, which only links open, is none.
func (o *Opened) Shipped() bool {
	today, err := scenarios.Load(o.Base.Name)
	return err == nil && o.Base.Hash() == today.Hash() && o.Base.IsShownAs(today)
}

// Run runs what was opened. The error is a [scenario.Problems].
func (o *Opened) Run(patterns ...string) (*Result, error) {
	return New(o.Base, patterns...).Run(o.Changes)
}

// OpenName opens a shipped scenario.
func OpenName(name string) (*Opened, error) {
	base, err := scenarios.Load(name)
	if err != nil {
		return nil, err
	}
	return &Opened{Base: base}, nil
}

// OpenDocument opens a scenario document. The error is a [scenario.Problems].
func OpenDocument(data []byte) (*Opened, error) {
	base, err := model.Scenario.Decode(data)
	if err != nil {
		return nil, err
	}
	if err := checkStory(base); err != nil {
		return nil, err
	}
	return &Opened{Base: base}, nil
}

// OpenLink opens a link as far as it can be read, and tells where its figures
// differ from today's.
func OpenLink(text string) (*Opened, error) {
	state, notices, err := link.Decode(model.Scenario, text)
	if err != nil {
		return nil, err
	}
	base, changes, more, err := state.Open(scenarios.Find, scenarios.Load)
	if err != nil {
		return nil, err
	}
	for i := range notices {
		// A link knows its scenario by its name, people by its title.
		notices[i].Text = strings.ReplaceAll(notices[i].Text, strconv.Quote(base.Name), "“"+base.Title+"”")
	}
	opened := &Opened{base, changes, state.Looking, append(notices, more...)}
	// Where it cannot be run, the run that follows tells what is wrong, at its place.
	run, err := opened.Run(result.Rows()...)
	if err != nil {
		return opened, nil
	}
	figures, err := run.Figures()
	if err != nil {
		return nil, err
	}
	of, err := studyFigures(run.Document)
	if err != nil {
		return nil, err
	}
	figures = append(figures, of...)
	opened.Notices = append(opened.Notices, link.Compare(state.Fingerprint, figures)...)
	return opened, nil
}
