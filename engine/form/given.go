package form

import "rackonomics/engine/scenario"

// given is what a document had given of its things, to tell without looking at each
// input whether another has the same. A change copies what is given of the thing that
// it is about, and of no other ([scenario.Instance.SharesGiven]): a tick of a slider
// leaves one of some ten things to look at. It holds no document, whose things may be
// exchanged, but what they were.
type given struct {
	version int
	things  []scenario.Instance
}

func (g *given) take(document *scenario.Document) {
	g.version, g.things = document.Version, append(g.things[:0], document.Instances...)
}

// drop forgets it: no document has the same.
func (g *given) drop() { g.things = g.things[:0] }

// areOf appends for each thing of a document whether its inputs certainly have the
// same values there.
func (g *given) areOf(document *scenario.Document, to []bool) []bool {
	for i := range document.Instances {
		to = append(to, i < len(g.things) && document.Version == g.version && document.Instances[i].SharesGiven(&g.things[i]))
	}
	return to
}
