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

// Attributing is an attribution in steps, for who has others to serve in between.
type Attributing struct {
	figure   Figure
	exchange *exchange
	forms    *study.Forms
	values   map[set]float64 // by set of differences
	left     []set           // of groups
	total    int
	isKnown  bool // some scenario has such a figure
}

// NewAttributing prepares to attribute the difference of a figure from one scenario
// to another.
func NewAttributing(from, to *scenario.Document, figure Figure) *Attributing {
	a := &Attributing{figure: figure, exchange: newExchange(from, to), forms: study.NewForms(figure.watch()), values: map[set]float64{}}
	a.plan()
	return a
}

// plan lists what is left to compute, what runs the same program together.
func (a *Attributing) plan() {
	a.exchange.join()
	a.left = nil
	for _, s := range a.exchange.wanted() {
		if _, known := a.values[a.exchange.unfold(s)]; !known {
			a.left = append(a.left, s)
		}
	}
	slices.SortStableFunc(a.left, func(s, t set) int { return cmp.Compare(a.program(s), a.program(t)) })
	a.total = len(a.left) + len(a.values)
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

// Step computes some of the scenarios between the two.
func (a *Attributing) Step() error {
	for range runsInStep {
		if a.Done() {
			return nil
		}
		s := a.exchange.unfold(a.left[0])
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
		a.left = a.left[1:]
		a.isKnown = a.isKnown || a.figure.isIn(outcome)
		if a.Done() && !a.isKnown {
			return fmt.Errorf("neither scenario has %s", a.figure.Text)
		}
		if compiles {
			return nil
		}
	}
	return nil
}

// Done reports whether everything is computed.
func (a *Attributing) Done() bool { return len(a.left) == 0 }

// Part is how far it is, from 0 to 1.
func (a *Attributing) Part() float64 { return 1 - float64(len(a.left))/float64(max(1, a.total)) }

// Attribution is the answer of one that is done.
func (a *Attributing) Attribution() *Attribution {
	groups := len(a.exchange.groups)
	value := func(s set) float64 { return a.values[a.exchange.unfold(s)] }
	answer := &Attribution{Figure: a.figure, From: value(none(groups)), To: value(everyone(groups)), Exact: groups <= MostExact, Runs: len(a.values)}
	for _, s := range a.exchange.wanted() {
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
		shares = sampledShares(groups, a.exchange.orders(), value)
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
	return a.Attribution(), nil
}
