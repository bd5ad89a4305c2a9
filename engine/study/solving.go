package study

import (
	"rackonomics/engine/machine"
	"rackonomics/engine/scenario"
)

// Solving is a [SolveAll] in steps, for who has others to serve in between.
type Solving struct {
	seeker    *seeker
	low, high float64
	lines     []*line
	open      []interval
	stage     stage
	solved    []*Solved
}

type stage int

const (
	trying stage = iota
	dividing
	proving
	done
)

// NewSolving prepares the model in lanes.
func NewSolving(document *scenario.Document, goals []Goal, variable Variable, low, high float64) (*Solving, error) {
	s, err := newSeeker(document, []Variable{variable}, goals)
	if err == nil {
		err = variable.CheckRange(low, high)
	}
	return &Solving{seeker: s, low: low, high: high}, err
}

// newShownSolving is of values that are told in few digits. It is of all that the input
// may be, so that what is found nowhere is nowhere, with the sign that [Variable.Range] has.
func newShownSolving(document *scenario.Document, goals []Goal, variable Variable) (*Solving, error) {
	low, high := variable.Range(document)
	if variable.Input.Kind == scenario.Number && !variable.Times {
		low, high = variable.Input.Min, variable.Input.Max
		if !variable.Input.Percent {
			low, high = variable.ofTodaysSign(document, low, high)
		}
	}
	solving, err := NewSolving(document, goals, variable, low, high)
	if err == nil {
		solving.seeker.isShown = true
	}
	return solving, err
}

// Use has values tried by the kernels of a backend; see [Lanes.Use]. Answers are proved
// by the plain run all the same.
func (s *Solving) Use(backend machine.Backend) { s.seeker.lanes.Use(backend) }

// Done reports whether every answer is there.
func (s *Solving) Done() bool { return s.stage == done }

// Solved are the answers of a solving that is done, one a goal.
func (s *Solving) Solved() []*Solved { return s.solved }

// Step tries the values of a block of lanes, or proves an answer.
func (s *Solving) Step() (err error) {
	switch s.stage {
	case trying:
		points := gridPoints
		if s.seeker.isShown {
			points = shownPoints
		}
		s.lines, err = s.seeker.lines([]place{{make([]float64, 1), 0}}, s.low, s.high, points)
		for _, l := range s.lines {
			open := l.intervals()
			if s.seeker.isShown {
				open = l.keepCrossings(open)
			}
			s.open = append(s.open, open...)
		}
		s.stage = dividing
	case dividing:
		if len(s.open) > 0 {
			s.open, err = s.seeker.divide(s.open)
			return err
		}
		order(s.lines)
		s.stage = proving
	case proving:
		var solved *Solved
		if solved, err = s.seeker.solved(s.lines[len(s.solved)], s.low, s.high); err != nil {
			return err
		}
		s.solved = append(s.solved, solved)
		if len(s.solved) == len(s.lines) {
			s.stage = done
		}
	}
	return err
}
