// Package cheapest finds the cheapest change of several inputs that meets a goal.
// It stands apart from package study, since the optimiser that it uses would weigh
// on the page, and its bits may differ between processors: what it finds is rounded
// as people type it and proved by the full model.
package cheapest

import (
	"errors"
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strings"

	"gonum.org/v1/gonum/optimize"

	"rackonomics/engine/machine"
	"rackonomics/engine/scenario"
	"rackonomics/engine/study"
)

// mostInputs is how many inputs may be changed together.
const mostInputs = 6

// Input is an input that may be changed, within a range. A change by one Spread
// costs 1, one of two spreads 4.
type Input struct {
	study.Variable
	Low, High float64
	Spread    float64 // of [study.Variable.Spread] where it is zero
}

// Change is a change that meets a goal. Points are of the full model.
type Change struct {
	Inputs []Input
	Today  []float64 // values by input
	Values []float64 // as people type them
	Cost   float64   // of Values: the squares of the changes in spreads, added
	Before study.Point
	After  study.Point
	// Short is where only so much of the change is made that the goal is not met:
	// 99 % of it, or the largest part that does not.
	Short Part

	trial *study.Trial
}

// Refusal says why some of what was tried was not computed by a kernel; see
// [study.Lanes.Refusal].
func (c *Change) Refusal() error { return c.trial.Refusal() }

// Part is a part of a change, and what comes of it.
type Part struct {
	Share float64
	Point study.Point
}

// errNone is that no change within the ranges was found to meet the goal.
var errNone = errors.New("no change of these inputs within their ranges was found that meets the goal")

// search looks for the direction in which the goal is met at the least cost.
type search struct {
	inputs []Input
	today  []float64
	trial  *study.Trial
	err    error // of a run, which ends the search
}

// Find finds the cheapest change. From today's values it goes in many directions
// until the goal is met, and from the best of them on by the method of Nelder and
// Mead: the least cost nearby, which need not be the least of all where the goal is
// met in several places apart. That the change meets the goal is proved. Kernels of the
// backend compute what is tried, if there is one.
func Find(document *scenario.Document, goal study.Goal, inputs []Input, backend machine.Backend) (*Change, error) {
	if len(inputs) < 2 || len(inputs) > mostInputs {
		return nil, fmt.Errorf("the cheapest change is of %d inputs; allowed is 2 to %d", len(inputs), mostInputs)
	}
	var variables []study.Variable
	inputs = slices.Clone(inputs)
	for i := range inputs {
		if inputs[i].Spread == 0 {
			inputs[i].Spread = inputs[i].Variable.Spread(document)
		}
		if !(inputs[i].Spread > 0) || !(inputs[i].Low < inputs[i].High) {
			return nil, fmt.Errorf("%s: a spread of %v over %v to %v; allowed is a spread above zero and a range that is not empty", inputs[i].Path, inputs[i].Spread, inputs[i].Low, inputs[i].High)
		}
		variables = append(variables, inputs[i].Variable)
	}
	trial, err := study.NewTrial(document, goal, variables, backend)
	if err != nil {
		return nil, err
	}
	s := &search{inputs: inputs, today: trial.Today(), trial: trial}
	found := &Change{Inputs: inputs, Today: s.today, trial: trial}
	if found.Before, err = trial.Proof(s.today); err != nil {
		return nil, err
	}
	if found.Before.Met {
		found.Values, found.After = s.today, found.Before
		return found, nil
	}
	direction, err := s.best()
	if err != nil {
		return nil, err
	}
	return found, s.finish(found, direction)
}

// far is how many spreads a direction is followed at most; each range ends it before.
const far = 1000

// steps is how many parts of a direction are computed at a time.
const steps = 126

// at is the place a number of spreads from today in a direction.
func (s *search) at(direction []float64, spreads float64) []float64 {
	size := 0.0
	for _, each := range direction {
		size += float64(each * each)
	}
	values := make([]float64, len(direction))
	for i, in := range s.inputs {
		moved := s.today[i]
		if size > 0 {
			moved += float64(direction[i] / math.Sqrt(size) * spreads * in.Spread)
		}
		values[i] = in.Within(moved, min(in.Low, s.today[i]), max(in.High, s.today[i]))
	}
	return values
}

func (s *search) cost(values []float64) (cost float64) {
	for i, in := range s.inputs {
		change := (values[i] - s.today[i]) / in.Spread
		cost += float64(change * change)
	}
	return cost
}

// reach finds how many spreads a direction takes to the goal: the first of some steps
// that meets it, and then the first within the step before; infinite if none does.
func (s *search) reach(direction []float64, rounds, count int) float64 {
	low, high := 0.0, s.edge(direction)
	for range rounds {
		var places [][]float64
		for i := 1; i <= count; i++ {
			places = append(places, s.at(direction, low+float64((high-low)*(float64(i)/float64(count)))))
		}
		points, err := s.trial.Points(places)
		if err != nil {
			s.err = err
			return math.Inf(1)
		}
		first := slices.IndexFunc(points, func(p study.Point) bool { return p.Met })
		if first < 0 {
			return math.Inf(1)
		}
		step := (high - low) / float64(count)
		low, high = low+float64(step*float64(first)), low+float64(step*float64(first+1))
	}
	return high
}

// edge is how many spreads away the last range ends.
func (s *search) edge(direction []float64) (most float64) {
	size := 0.0
	for _, each := range direction {
		size += float64(each * each)
	}
	for i, in := range s.inputs {
		along := direction[i] / math.Sqrt(size)
		switch {
		case along > 0:
			most = max(most, (in.High-s.today[i])/in.Spread/along)
		case along < 0:
			most = max(most, (in.Low-s.today[i])/in.Spread/along)
		}
	}
	return min(most, far)
}

// directions are all in which each input goes up, down or stays.
func (s *search) directions() (list [][]float64) {
	count := len(s.inputs)
	for up := range 1 << count {
		for down := range 1 << count {
			if up&down != 0 || up|down == 0 || count > 4 && bits.OnesCount(uint(up|down)) > 1 && up|down != 1<<count-1 {
				continue
			}
			direction := make([]float64, count)
			for i := range direction {
				direction[i] = float64(up>>i&1) - float64(down>>i&1)
			}
			list = append(list, direction)
		}
	}
	return list
}

// best finds the direction of the least cost.
func (s *search) best() ([]float64, error) {
	var best []float64
	least := math.Inf(1)
	for _, direction := range s.directions() {
		if reach := s.reach(direction, 1, steps); s.err == nil && !math.IsInf(reach, 1) {
			if cost := s.cost(s.at(direction, reach)); cost < least {
				best, least = direction, cost
			}
		}
	}
	switch {
	case s.err != nil:
		return nil, s.err
	case best == nil:
		return nil, errNone
	}
	problem := optimize.Problem{Func: func(direction []float64) float64 {
		if s.err != nil || !slices.ContainsFunc(direction, func(each float64) bool { return each != 0 }) {
			return math.MaxFloat64
		}
		reach := s.reach(direction, 3, steps)
		if math.IsInf(reach, 1) {
			return math.MaxFloat64
		}
		return s.cost(s.at(direction, reach))
	}}
	settings := &optimize.Settings{FuncEvaluations: 60 * len(s.inputs), Converger: &optimize.FunctionConverge{Relative: 1e-7, Iterations: 12}}
	result, err := optimize.Minimize(problem, best, settings, &optimize.NelderMead{SimplexSize: 0.3})
	if s.err != nil {
		return nil, s.err
	}
	if result == nil {
		return nil, err
	}
	return result.X, nil
}

// finish rounds the change that a direction takes, each input to what people would
// type on the side towards the goal and then, as far as it is still met, back. It
// proves it.
func (s *search) finish(found *Change, direction []float64) (err error) {
	exact := s.at(direction, s.reach(direction, 4, steps))
	found.Values = make([]float64, len(exact))
	for i, in := range s.inputs {
		found.Values[i] = in.Within(in.Typed(exact[i], exact[i] > s.today[i]), in.Low, in.High)
		if math.Abs(exact[i]-s.today[i]) < 1e-3*in.Spread {
			found.Values[i] = s.today[i]
		}
	}
	for i, in := range s.inputs {
		back := slices.Clone(found.Values)
		back[i] = in.Typed(exact[i], exact[i] <= s.today[i])
		if s.cost(back) < s.cost(found.Values) {
			if point, err := s.trial.Proof(back); err == nil && point.Met {
				found.Values = back
			}
		}
	}
	if found.After, err = s.trial.Proof(found.Values); err != nil {
		return err
	}
	if !found.After.Met { // an input that hardly moves was left as it is
		found.Values = exact
		if found.After, err = s.trial.Proof(exact); err != nil {
			return err
		}
	}
	if !found.After.Met {
		return errors.New("lanes and the full model do not agree on the cheapest change; please report this")
	}
	found.Cost = s.cost(found.Values)
	return s.fallShort(found)
}

// fallShort finds how much of the change does not do.
func (s *search) fallShort(found *Change) (err error) {
	for percent := 99; percent >= 0; percent-- {
		share := float64(percent) / 100
		part := make([]float64, len(found.Values))
		for i, in := range s.inputs {
			part[i] = in.Within(s.today[i]+float64(share*(found.Values[i]-s.today[i])), min(in.Low, s.today[i]), max(in.High, s.today[i]))
		}
		point, err := s.trial.Proof(part)
		if err != nil {
			return err
		}
		if found.Short = (Part{share, point}); !point.Met {
			return nil
		}
	}
	return nil
}

// Sentence tells the change in one sentence.
func (c *Change) Sentence() string {
	if c.Before.Met {
		return c.trial.Subject() + " as it is: nothing has to change."
	}
	var changes []string
	for i := range c.Inputs {
		v := &c.Inputs[i].Variable
		if c.Values[i] != c.Today[i] {
			changes = append(changes, fmt.Sprintf("%s %s (now %s)", v.Path, v.Text(c.Values[i]), v.Rounded(c.Today[i])))
		}
	}
	return fmt.Sprintf("%s most cheaply with %s: then it is %s; with %.0f %% of the change it is %s.", c.trial.Subject(), strings.Join(changes, ", "),
		c.trial.Is(c.After), c.Short.Share*100, c.trial.Is(c.Short.Point))
}

// FigureOf gives a point's figure as tables and JSON have it; nil is absent.
func (c *Change) FigureOf(p study.Point) any { return c.trial.FigureOf(p) }
