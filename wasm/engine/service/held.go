package service

import (
	"math"
	"slices"

	"rackonomics/engine/floor"
	"rackonomics/engine/result"
	"rackonomics/wasm/message"
	"rackonomics/wasm/protocol"
)

// held is the answer to a run that the page holds, so that the next need not tell
// again what is as it was. Nobody writes to what is held: a run makes its views anew.
type held struct {
	number int // that the page gave it; 0 where there is none
	shown  []*result.Shown
	plan   *floor.Plan // nil where there was none to draw
	events []result.Event
}

// named returns what is held, if that is what the page holds under a number.
func (h *held) named(number int) *held {
	if number == 0 || h.number != number {
		return nil
	}
	was := *h
	return &was
}

// keeps tells what of a view is as in the answer held, the periods of its lines among
// it. Which of two views of one name is meant nobody could tell.
func (h *held) keeps(shown *result.Shown) protocol.Keeping {
	if h == nil {
		return protocol.KeptNothing
	}
	isNamed := func(other *result.Shown) bool { return other.Name == shown.Name }
	at := slices.IndexFunc(h.shown, isNamed)
	if at < 0 || slices.ContainsFunc(h.shown[at+1:], isNamed) || !message.Alike(h.shown[at], shown) {
		return protocol.KeptNothing
	}
	if !slices.EqualFunc(h.shown[at].Lines, shown.Lines, sameNumbers) {
		return protocol.KeptHead
	}
	return protocol.KeptAll
}

func sameNumbers(a, b result.Line) bool {
	return slices.EqualFunc(a.Values, b.Values, func(one, other float64) bool { return math.Float64bits(one) == math.Float64bits(other) })
}

// keepsPlan reports whether the plan's head and events are as in the answer held; its
// numbers always come.
func (h *held) keepsPlan(plan *floor.Plan, events []result.Event) bool {
	return h != nil && h.plan != nil && message.Alike(h.plan, plan) && message.Alike(&h.events, &events)
}
