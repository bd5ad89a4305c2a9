package compare

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"rackonomics/engine/machine"
	"rackonomics/engine/scenario"
	"rackonomics/engine/study"
)

// Part is what a change makes of the difference of a figure.
type Part struct {
	Differences []scenario.Difference // that can only be exchanged together; mostly one
	Whose       scenario.Whose        // empty where it is of both
	Value       float64               // in the unit of differences
	Error       float64               // standard error, where it was sampled
}

// Attribution is the difference of a figure between two scenarios, parted among what
// was changed.
type Attribution struct {
	Figure   Figure
	From, To float64 // absent where a scenario does not have it
	// Parts are none where the figure is absent somewhere; the largest is first.
	Parts  []Part
	Exact  bool
	Runs   int // how many scenarios were computed
	Absent int // in how many scenarios between the two there is no such figure
}

// Attributing is an attribution in steps, for who has others to serve in between. A
// sampled one has an estimate after each of its rounds.
type Attributing struct {
	figure   Figure
	exchange *exchange
	forms    *study.Forms
	values   map[set]float64 // by set of differences
	left     [][]set         // of groups, by round
	isKnown  bool            // some scenario has such a figure
}

// NewAttributing prepares to attribute the difference of a figure from one scenario
// to another.
func NewAttributing(from, to *scenario.Document, figure Figure) *Attributing {
	a := &Attributing{figure: figure, exchange: newExchange(from, to), forms: study.NewForms(figure.watch()), values: map[set]float64{}}
	a.plan()
	return a
}

// plan lists what is left to compute in each round, what runs the same program together.
func (a *Attributing) plan() {
	a.exchange.join()
	a.left = nil
	for _, sets := range a.exchange.byRound() {
		sets = slices.DeleteFunc(sets, func(s set) bool {
			_, known := a.values[a.exchange.unfold(s)]
			return known
		})
		slices.SortStableFunc(sets, func(s, t set) int { return cmp.Compare(a.program(s), a.program(t)) })
		a.left = append(a.left, sets)
	}
}

// program is the part of a set that decides which program is run.
func (a *Attributing) program(s set) set {
	s = a.exchange.unfold(s)
	first := slices.IndexFunc(a.exchange.differences, func(d scenario.Difference) bool { return rank(&d) > 0 })
	if first < 0 {
		return ""
	}
	return s[first:]
}

// runsInStep is how many scenarios a step computes where none has to be compiled.
const runsInStep = 24

// Step computes some of the scenarios between the two, of one round.
func (a *Attributing) Step() error {
	round := a.Round()
	for range runsInStep {
		if a.Round() != round {
			return nil
		}
		s := a.exchange.unfold(a.left[round][0])
		document, err := a.exchange.document(s)
		if err != nil {
			return err
		}
		compiles := !a.forms.Has(document)
		outcome, err := a.forms.Run(document)
		isEnd := s.size() == 0 || s.size() == len(s)
		switch {
		case err != nil && isEnd:
			return err
		case err != nil: // what was found only now to be impossible
			a.exchange.refused[s] = true
			a.plan()
			return nil
		}
		a.values[s] = a.figure.of(document, outcome)
		a.left[round] = a.left[round][1:]
		a.isKnown = a.isKnown || a.figure.isIn(outcome)
		if a.Round() != round && !a.isKnown {
			return fmt.Errorf("neither scenario has %s", a.figure.Text)
		}
		if compiles {
			return nil
		}
	}
	return nil
}

// Rounds is how many rounds there are: one where the attribution is exact.
func (a *Attributing) Rounds() int { return len(a.left) }

// Round is the round that is computed, from 0; [Attributing.Rounds] when all are.
func (a *Attributing) Round() int {
	for round, sets := range a.left {
		if len(sets) > 0 {
			return round
		}
	}
	return len(a.left)
}

// Done reports whether everything is computed.
func (a *Attributing) Done() bool { return a.Round() == a.Rounds() }

// Part is how far it is on the way to the end of a round, from 0 to 1.
func (a *Attributing) Part(round int) float64 {
	left := 0
	for _, sets := range a.left[:min(round+1, len(a.left))] {
		left += len(sets)
	}
	return 1 - float64(left)/float64(max(1, left+len(a.values)))
}

// Attribution is the answer of one whose rounds are done up to and with this one. The
// last is the best.
func (a *Attributing) Attribution(round int) *Attribution {
	groups := len(a.exchange.groups)
	value := func(s set) float64 { return a.values[a.exchange.unfold(s)] }
	sets := slices.Concat(a.exchange.byRound()[:round+1]...)
	answer := &Attribution{Figure: a.figure, From: value(none(groups)), To: value(everyone(groups)), Exact: a.exchange.isExact(), Runs: len(sets)}
	for _, s := range sets {
		if machine.IsAbsent(value(s)) || math.IsInf(value(s), 0) {
			answer.Absent++
		}
	}
	if answer.Absent > 0 {
		return answer
	}
	var shares []share
	if answer.Exact {
		shares = exactShares(groups, value)
	} else {
		shares = sampledShares(groups, ofRound(a.exchange.orders(), round), value)
	}
	withoutDust(shares, answer)
	for i, group := range a.exchange.groups {
		answer.Parts = append(answer.Parts, a.exchange.part(group, shares[i]))
	}
	slices.SortStableFunc(answer.Parts, func(p, q Part) int { return cmp.Compare(math.Abs(q.Value), math.Abs(p.Value)) })
	return answer
}

// withoutDust has nothing where only rounding is left.
func withoutDust(shares []share, of *Attribution) {
	least := math.Abs(of.From) + math.Abs(of.To)
	for _, s := range shares {
		least += math.Abs(s.value)
	}
	least *= 1e-13
	for i := range shares {
		if math.Abs(shares[i].value) < least {
			shares[i].value = 0
		}
		if shares[i].err < least {
			shares[i].err = 0
		}
	}
}

func (e *exchange) part(group []int, by share) Part {
	part := Part{Value: by.value, Error: by.err}
	for i, at := range group {
		d := &e.differences[at]
		part.Differences = append(part.Differences, *d)
		whose := e.from.Schema().WhoseIs(d)
		if i == 0 || part.Whose == whose {
			part.Whose = whose
		} else {
			part.Whose = ""
		}
	}
	return part
}

// Attribute parts the difference of a figure among what differs between two scenarios.
func Attribute(from, to *scenario.Document, figure Figure) (*Attribution, error) {
	a := NewAttributing(from, to, figure)
	for !a.Done() {
		if err := a.Step(); err != nil {
			return nil, err
		}
	}
	return a.Attribution(a.Rounds() - 1), nil
}
