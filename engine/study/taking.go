package study

import (
	"cmp"
	"math"
	"slices"

	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// Taking finds what [model.Takes] asks of a scenario, in steps, for who has others to
// serve in between. What it tells is proved by the full model: at each value that is
// named the result is as it says, and one step of its last digit before it is not.
type Taking struct {
	document  *scenario.Document
	takes     *model.Takes
	variables []Variable
	levers    []model.Lever
	goals     []Goal
	sought    []int           // results, by goal: those that do not break even, or where all do all
	areMet    bool            // all do
	backend   machine.Backend // whose kernels try values, if there is one
	solving   *Solving
	solved    [][]*Solved // by variable and goal
}

// NewTaking prepares it. The error is a [scenario.Problems].
func NewTaking(document *scenario.Document, takes *model.Takes) (*Taking, error) {
	t := &Taking{document: document, takes: takes}
	t.variables, t.levers = LeverVariables(document)
	var aims []*aim
	var goals []Goal
	for _, even := range takes.Results {
		goal := Goal{Measure: even.First, Target: float64(document.Months - 1), Sense: AtMost}
		asked, err := newAim(document, goal)
		if err != nil {
			return nil, err
		}
		aims, goals = append(aims, asked), append(goals, goal)
	}
	watch, places, _ := watchOf(aims)
	measures, _, err := Plain(document, watch)
	if err != nil {
		return nil, err
	}
	isMet := func(at int) bool { return measures[places[at]] <= goals[at].Target }
	t.areMet = true
	for at := range goals {
		t.areMet = t.areMet && isMet(at)
	}
	for at, goal := range goals {
		if t.areMet || !isMet(at) {
			t.goals, t.sought = append(t.goals, goal), append(t.sought, at)
		}
	}
	return t, nil
}

// Use has values tried by the kernels of a backend; see [Solving.Use].
func (t *Taking) Use(backend machine.Backend) { t.backend = backend }

// Done reports whether everything is found.
func (t *Taking) Done() bool { return len(t.solved) == len(t.variables) }

// Part is how much is found, from 0 to 1.
func (t *Taking) Part() float64 { return float64(len(t.solved)) / float64(max(1, len(t.variables))) }

// Step tries the values of a block of lanes, or proves an answer.
func (t *Taking) Step() (err error) {
	switch {
	case t.Done():
	case t.solving == nil:
		if t.solving, err = newShownSolving(t.document, t.goals, t.variables[len(t.solved)]); err == nil {
			t.solving.Use(t.backend)
		}
	default:
		if err = t.solving.Step(); err == nil && t.solving.Done() {
			t.solved, t.solving = append(t.solved, t.solving.Solved()), nil
		}
	}
	return err
}

// step is a value of a lever at which results begin to break even or, where all do, at
// which the first ceases to.
type step struct {
	results []int // of Takes
	at      Point
	before  Point // one step of the last digit towards today
}

// stepOf is the one nearest to today's value for a goal by a variable, if there is any.
func (t *Taking) stepOf(variable, goal int) (found step, isThere bool) {
	solved := t.solved[variable][goal]
	for _, solution := range solved.Solutions {
		one := step{[]int{t.sought[goal]}, solution.Typed, solution.Beside}
		if t.areMet {
			one.at, one.before = one.before, one.at
		}
		// A scenario that means nothing, as a lease of no GPUs, does not cease to break even.
		if one.at.Gap == one.at.Gap && (!isThere || distance(one.at, solved.Today) < distance(found.at, solved.Today)) {
			found, isThere = one, true
		}
	}
	return found, isThere
}

// distance is how far a value is from today's, by today's size.
func distance(p, today Point) float64 {
	return math.Abs(p.Value-today.Value) / max(math.Abs(today.Value), dust)
}

// steps are those of a variable, the nearest first; where all results break even, the
// nearest alone.
func (t *Taking) steps(variable int) (list []step) {
	for goal := range t.sought {
		one, isThere := t.stepOf(variable, goal)
		if !isThere {
			continue
		}
		if at := slices.IndexFunc(list, func(other step) bool { return other.at.Value == one.at.Value }); at >= 0 {
			list[at].results = append(list[at].results, one.results...)
		} else {
			list = append(list, one)
		}
	}
	slices.SortStableFunc(list, func(a, b step) int {
		today := t.solved[variable][0].Today
		return cmp.Compare(distance(a.at, today), distance(b.at, today))
	})
	if t.areMet && len(list) > 1 {
		list = list[:1]
	}
	return list
}

// doing is what a lever does, of the one of several things with which it does the most,
// or the same sooner.
type doing struct {
	variable int
	steps    []step // none where it does nothing
}

// doings are those of all levers, in their order.
func (t *Taking) doings() (list []doing) {
	for variable := range t.variables {
		one := doing{variable, t.steps(variable)}
		last := len(list) - 1
		switch {
		case variable == 0 || t.levers[variable].Title != t.levers[variable-1].Title:
			list = append(list, one)
		case t.isMore(one, list[last]):
			list[last] = one
		}
	}
	return list
}

func (t *Taking) isMore(one, than doing) bool {
	if by := one.results() - than.results(); by != 0 || one.results() == 0 {
		return by > 0
	}
	return distance(one.steps[0].at, t.solved[one.variable][0].Today) < distance(than.steps[0].at, t.solved[than.variable][0].Today)
}

// results is how many results a lever brings about.
func (f doing) results() (count int) {
	for _, one := range f.steps {
		count += len(one.results)
	}
	return count
}

// none are the results for which no lever does it, of any thing.
func (t *Taking) none() (results []int) {
	for goal, result := range t.sought {
		isThere := false
		for variable := range t.variables {
			_, there := t.stepOf(variable, goal)
			isThere = isThere || there
		}
		if !isThere {
			results = append(results, result)
		}
	}
	return results
}
