package study

import (
	"rackonomics/engine/machine"
	"rackonomics/engine/scenario"
)

// Frontier answers for two inputs: for each of some values of the first, all
// solutions in the second.
type Frontier struct {
	First  Variable
	Values []float64 // of First, in order
	Solved []*Solved // by value of First
}

// frontierGrid is how many values of the second input are tried for each of the first.
const frontierGrid = 62

// SolveFrontier solves a goal by the second of two inputs, for some values of the
// first: evenly spaced, with the ends of the range and today's. It finds what [Solve]
// finds, on a grid of some sixty values. Kernels of the backend try them, if there is one.
func SolveFrontier(document *scenario.Document, goal Goal, variables [2]Variable, ranges [2][2]float64, values int, backend machine.Backend) (*Frontier, error) {
	for i := range variables {
		if err := variables[i].CheckRange(ranges[i][0], ranges[i][1]); err != nil {
			return nil, err
		}
	}
	s, err := newSeeker(document, variables[:], []Goal{goal})
	if err != nil {
		return nil, err
	}
	s.lanes.Use(backend)
	f := &Frontier{First: variables[0], Values: evenly(&variables[0], document, ranges[0][0], ranges[0][1], values)}
	var places []place
	for _, value := range f.Values {
		places = append(places, place{[]float64{value, 0}, 1})
	}
	lines, err := s.lines(places, ranges[1][0], ranges[1][1], frontierGrid)
	if err != nil {
		return nil, err
	}
	if err := s.seek(lines); err != nil {
		return nil, err
	}
	for _, l := range lines {
		solved, err := s.solved(l, ranges[1][0], ranges[1][1])
		if err != nil {
			return nil, err
		}
		f.Solved = append(f.Solved, solved)
	}
	return f, nil
}

// evenly lists values over a range with both ends, and today's value among them.
func evenly(v *Variable, document *scenario.Document, low, high float64, count int) []float64 {
	return v.grid(document, low, high, min(max(2, count-1), shownPoints-1))
}
