package study

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// Crossing says how a figure comes to its target.
type Crossing string

// The crossings.
const (
	Passes  Crossing = "passes"  // through it: on both sides it is as near as rounding lets it
	Jumps   Crossing = "jumps"   // over it, as between whole values, or comes to be at all
	Touches Crossing = "touches" // comes up to it, to 1e-12 of its size over the range, and goes back
)

// Solution is a value at which a goal begins or ceases to be met.
type Solution struct {
	At     Point // the outermost value at which it is met
	Beyond Point // the next value, at which it is not: the neighbouring number, whole where only whole ones count
	Above  bool  // met from At upwards; not where it is met downwards, or touches
	How    Crossing
	// Typed is the nearest value of few digits that still meets the goal, and Beside
	// is one step of its last digit beyond; of whole values they are At and Beyond.
	Typed, Beside Point
}

// Solved answers for what values of one input a goal is met. Every point is of the
// full plain model, run with the change that a page would make.
type Solved struct {
	Goal      Goal
	Variable  Variable
	Low, High float64 // the range
	Today     Point
	Solutions []Solution // by value
	// Nearest is the point at which the goal is nearest to being met, where it never
	// is; nil where no value of the range brings the figure about at all.
	Nearest    *Point
	Everywhere bool // it is met in the whole range
	// Refusal says why no kernel tried the values; see [Lanes.Refusal]. The plain model
	// proves them whatever it is.
	Refusal error

	aim *aim
}

// Solve finds every value in a range at which a goal begins or ceases to be met, to
// the last bit of the number: values all over the range are computed, and intervals
// whose ends differ divided until nothing is between them. Between values of the
// first grid (about 250, evenly and by their ratio) a peak is followed as far as it
// goes, so that a double root is found where the figure is smooth; what begins and
// ceases again between two values of the grid without such a peak is missed. Of
// whole values up to 4,096 are all tried. Each solution is proved by [Plain] at it
// and beside it; an answer that the full model does not confirm is an error. Kernels of
// the backend try the values, if there is one.
func Solve(document *scenario.Document, goal Goal, variable Variable, low, high float64, backend machine.Backend) (*Solved, error) {
	list, err := SolveAll(document, []Goal{goal}, variable, low, high, backend)
	if err != nil {
		return nil, err
	}
	return list[0], nil
}

// SolveAll solves several goals by one variable; their lanes are computed together.
func SolveAll(document *scenario.Document, goals []Goal, variable Variable, low, high float64, backend machine.Backend) ([]*Solved, error) {
	solving, err := NewSolving(document, goals, variable, low, high)
	if err == nil {
		solving.Use(backend)
	}
	for err == nil && !solving.Done() {
		err = solving.Step()
	}
	if err != nil {
		return nil, err
	}
	return solving.Solved(), nil
}

// solved makes the answer of a line, and proves it.
func (s *seeker) solved(l *line, low, high float64) (solved *Solved, err error) {
	v := s.variables[l.at.along]
	solved = &Solved{Goal: s.aims[l.aim].Goal, Variable: v, Low: low, High: high, aim: s.aims[l.aim], Refusal: s.lanes.Refusal()}
	if solved.Today, err = s.plain(l, v.Today(s.document)); err != nil {
		return nil, err
	}
	for i := range l.found {
		prove := s.proved
		if s.isShown {
			prove = s.provedShown
		}
		solution, err := prove(l, i)
		if err != nil {
			return nil, err
		}
		solved.Solutions = append(solved.Solutions, solution)
	}
	if len(l.found) > 0 {
		return solved, nil
	}
	solved.Everywhere = l.grid[0].Met && !l.isExact
	if best := l.nearest(solved.Today.Value); best != nil && !solved.Everywhere {
		nearest, err := s.plain(l, best.Value)
		if err == nil && nearest.Met != best.Met {
			err = s.unconfirmed(l, best.Value)
		}
		solved.Nearest = &nearest
		return solved, err
	}
	return solved, nil
}

// nearest is the point of the grid, with the peaks between, that is least far from
// the target: today's, where no other is nearer but by rounding. It is nil where none
// has the figure.
func (l *line) nearest(today float64) (best *Point) {
	if at, there := find(l.grid, today); there && l.grid[at].Gap == l.grid[at].Gap {
		best = &l.grid[at]
	}
	for i := range l.grid {
		if p := &l.grid[i]; p.Gap == p.Gap && (best == nil || math.Abs(p.Gap) < math.Abs(best.Gap)*(1-1e-9)) {
			best = p
		}
	}
	return best
}

// proved runs the full model at a solution, at the value that people would type, and
// one step beside each.
func (s *seeker) proved(l *line, at int) (Solution, error) {
	found := l.found[at]
	solution := Solution{Above: found.high.Met && !found.touches, How: s.how(l, found)}
	met, not := found.low, found.high
	if solution.Above {
		met, not = not, met
	}
	away := l.narrow * math.Abs(met.Value) // of a factor, whose lanes are rounded otherwise
	if !solution.Above {
		away = -away
	}
	var err error
	if solution.At, err = s.confirm(l, s.within(l, met.Value+away), met.Met); err != nil {
		return solution, err
	}
	if solution.Beyond, err = s.confirm(l, s.within(l, not.Value-away), not.Met); err != nil {
		return solution, err
	}
	solution.Typed, solution.Beside = solution.At, solution.Beyond
	if l.whole || found.touches {
		return solution, nil
	}
	return solution, s.findTyped(l, at, &solution)
}

// within keeps a value within what the input may be.
func (s *seeker) within(l *line, value float64) float64 {
	v := &s.variables[l.at.along]
	if v.Times {
		return max(0, value)
	}
	if v.Input.Kind != scenario.Number {
		return value
	}
	return min(max(value, v.Input.Min), v.Input.Max)
}

// findTyped finds the number of fewest digits, three or more, that meets the goal
// together with the solution, and not beyond where it ceases to be met again.
func (s *seeker) findTyped(l *line, at int, solution *Solution) (err error) {
	least, most := l.around(at)
	finest := s.finest(l)
	for digits := shownDigits; digits <= 17; digits++ {
		rounded, beside := typed(solution.At.Value, digits, finest-digits, solution.Above)
		if rounded > most || rounded < least || s.within(l, rounded) != rounded || s.within(l, beside) != beside {
			continue
		}
		if solution.Typed, err = s.plain(l, rounded); err != nil {
			return err
		}
		if solution.Typed.Met {
			solution.Beside, err = s.plain(l, beside)
			return err
		}
	}
	solution.Typed = solution.At
	return nil
}

// around is from where to where there is no other solution.
func (l *line) around(at int) (least, most float64) {
	least, most = math.Inf(-1), math.Inf(1)
	if at > 0 {
		least = l.found[at-1].high.Value
	}
	if at+1 < len(l.found) {
		most = l.found[at+1].low.Value
	}
	return least, most
}

// finest is the power of ten of a slider's step: a thousandth of it has no more digits.
func (s *seeker) finest(l *line) int {
	if step := s.variables[l.at.along].Input.Step; step > 0 && l.narrow == 0 {
		return decimalOf(step, 1).exponent
	}
	return math.MinInt16
}

// dust is what formulas read as nothing.
const dust = 1e-12

// how tells a jump from a passage by how far the figure moves over no distance.
func (s *seeker) how(l *line, found crossing) Crossing {
	a := s.aims[l.aim]
	apart := math.Abs(found.high.Gap - found.low.Gap)
	switch {
	case found.touches:
		return Touches
	case l.whole, a.kind != model.KindNumber && a.beside == nil:
		if found.low.Gap == 0 || found.high.Gap == 0 {
			return Passes
		}
	case apart <= 1e-6*l.scale:
		return Passes
	}
	return Jumps
}

func (s *seeker) confirm(l *line, value float64, met bool) (Point, error) {
	point, err := s.plain(l, value)
	if err == nil && point.Met != met {
		err = s.unconfirmed(l, value)
	}
	return point, err
}

func (s *seeker) unconfirmed(l *line, value float64) error {
	return fmt.Errorf("%s at %v: lanes and the full model do not agree on %s; please report this", s.variables[l.at.along].Path, value, s.aims[l.aim].title)
}

// plain runs the full model at a value of a line, with changes as a page makes them.
func (s *seeker) plain(l *line, value float64) (Point, error) {
	at := l.at.at(value)
	for _, known := range s.proofs {
		if slices.Equal(known.values, at.values) {
			return known.points[l.aim], nil
		}
	}
	document, err := s.changed(at)
	if err != nil {
		return Point{}, err
	}
	made := proof{values: at.values, points: make([]Point, len(s.aims))}
	measures, rows := []float64(nil), [][]float64(nil)
	isRefused := model.Check(document) != nil
	if !isRefused {
		outcome, err := s.forms.Run(document)
		if err != nil {
			return Point{}, err
		}
		measures, rows = outcome.Measures, outcome.Rows
	}
	for i, a := range s.aims {
		if isRefused {
			made.points[i] = a.point(value, math.NaN(), func(int) float64 { return math.NaN() })
			continue
		}
		var figure float64
		if a.Measure == "" {
			figure = rows[s.places[i]][a.Month]
		} else {
			figure = measures[s.places[i]]
		}
		made.points[i] = a.point(value, figure, func(month int) float64 { return rows[s.besides[i]][month] })
	}
	s.proofs = append(s.proofs, made)
	return made.points[l.aim], nil
}

// proof is what the full model says at a place, of every aim.
type proof struct {
	values []float64
	points []Point
}

// changed is the document with the values of a place.
func (s *seeker) changed(at place) (*scenario.Document, error) {
	var changes []scenario.Change
	for i := range s.variables {
		change, err := s.variables[i].Change(s.document, at.values[i])
		if err != nil {
			return nil, err
		}
		changes = append(changes, change)
	}
	return s.document.Apply(changes)
}

// Change is the change of the document that gives the variable a number.
func (v *Variable) Change(document *scenario.Document, number float64) (scenario.Change, error) {
	change := scenario.Change{Path: v.Path}
	var err error
	switch value := v.Input.Plain(v.Value(document, number)).(type) {
	case float64:
		change.JSON = strconv.AppendFloat(nil, value, 'g', -1, 64)
	case *scenario.Profile:
		change.JSON, err = value.MarshalJSON()
	default:
		change.JSON = strconv.AppendQuote(nil, fmt.Sprint(value))
	}
	return change, err
}
