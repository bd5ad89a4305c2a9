package session

import (
	"cmp"
	"fmt"
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
	return &Opened{Base: base, Notices: besideShipped(base)}, nil
}

// saidOfShipped is how many differences from a shipped scenario are named.
const saidOfShipped = 3

// besideShipped tells of a document that has the name of a shipped scenario, and so its
// title and what is said about it, what differs from that one; nothing where no figure may.
func besideShipped(base *scenario.Document) []link.Notice {
	shipped, err := scenarios.Load(base.Name)
	if err != nil {
		return nil
	}
	differences := shipped.Differences(base)
	if len(differences) == 0 {
		return nil
	}
	names := make([]string, 0, saidOfShipped)
	for _, one := range differences[:min(saidOfShipped, len(differences))] {
		names = append(names, called(&one))
	}
	words := strings.Join(names, ", ")
	if more := len(differences) - len(names); more > 0 {
		words += fmt.Sprintf(" and %d more", more)
	}
	text := fmt.Sprintf("This is not “%s” as it is shipped. Other than there: %s.", shipped.Title, words)
	if base.About == shipped.About {
		text += " Its description was written of the shipped one."
	}
	return []link.Notice{{Level: link.Info, Text: text}}
}

// called is what a difference is called in a sentence.
func called(one *scenario.Difference) string {
	thing := cmp.Or(one.ToText, one.FromText, one.Name)
	switch one.Kind {
	case scenario.InputDiffers:
		return one.Input.Title
	case scenario.ThingAdded:
		return "“" + thing + "” (added)"
	case scenario.ThingRemoved:
		return "“" + thing + "” (removed)"
	case scenario.RowsDiffer:
		return "rows of its own"
	case scenario.OrderDiffers:
		return "the order of each " + one.Scope
	default:
		return "“" + thing + "”"
	}
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
