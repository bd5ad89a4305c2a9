package study

import (
	"fmt"
	"slices"

	"rackonomics/engine/estimate"
)

// Met is the share of all cases in which a goal is met.
type Met struct {
	Goal   Goal
	Chance estimate.Estimate
	Text   string // in words, with the number of cases and the error
}

// Chance tells how likely a goal is: of a measure, or of a row in a month, that the
// question asks for. The error names what it does not ask for.
func (g *Gathering) Chance(goal Goal) (Met, error) {
	w := g.work
	a, err := newAim(w.lanes.document, goal)
	if err != nil {
		return Met{}, err
	}
	at := slices.Index(w.ask.Measures, goal.Measure)
	if goal.Measure == "" {
		if row := slices.Index(w.ask.Rows, goal.Row); row >= 0 {
			at = len(w.ask.Measures) + row*w.lanes.document.Months + goal.Month
		}
	}
	if at < 0 {
		return Met{}, fmt.Errorf("goal: the study does not ask for %s%s", goal.Measure, goal.Row.Name)
	}
	output := g.tally.Output(at)
	met := Met{Goal: goal}
	switch goal.Sense {
	case AtLeast:
		met.Chance = output.ChanceAtOrAbove(goal.Target)
	case AtMost:
		met.Chance = output.ChanceAtOrBelow(goal.Target)
	default:
		return Met{}, fmt.Errorf("goal: how likely %s is just so is no question; allowed is >= or <=", goal.Measure+goal.Row.Name)
	}
	answer := Answer{Cases: g.cases()}
	met.Text = a.subject() + " in " + answer.share(met.Chance) + "."
	return met, nil
}
