package study

import (
	"fmt"

	"rackonomics/engine/scenario"
)

// mostMapPoints is how many values of each input a map may have.
const mostMapPoints = 64

// Map is a goal over two inputs: its figure at every crossing of their values, and
// the contour along which the goal begins to be met.
type Map struct {
	Goal    Goal
	X, Y    Variable
	Xs, Ys  []float64
	Points  [][]Point // by Y, then by X; the figure of some may be absent
	Today   Point     // the scenario's own, whose Value is that of Y
	TodayX  float64
	Contour [][]Vertex

	aim *aim
}

// Vertex is a point of a contour.
type Vertex struct{ X, Y float64 }

// NewMap computes a goal over the ranges of two inputs, x and y values of each, evenly
// spaced: at least 2 and at most 64.
func NewMap(document *scenario.Document, goal Goal, variables [2]Variable, ranges [2][2]float64, x, y int) (*Map, error) {
	for i, count := range []int{x, y} {
		if count < 2 || count > mostMapPoints {
			return nil, fmt.Errorf("points: %d of %s; allowed is 2 to %d", count, variables[i].Path, mostMapPoints)
		}
		if err := variables[i].checkRange(ranges[i][0], ranges[i][1]); err != nil {
			return nil, err
		}
	}
	s, err := newSeeker(document, variables[:], []Goal{goal})
	if err != nil {
		return nil, err
	}
	m := &Map{Goal: goal, X: variables[0], Y: variables[1], aim: s.aims[0], TodayX: variables[0].today(document),
		Xs: spaced(&variables[0], ranges[0], x), Ys: spaced(&variables[1], ranges[1], y)}
	places := []place{{[]float64{m.TodayX, variables[1].today(document)}, 1}}
	for _, y := range m.Ys {
		for _, x := range m.Xs {
			places = append(places, place{[]float64{x, y}, 1})
		}
	}
	points, err := s.compute(places, -1)
	if err != nil {
		return nil, err
	}
	m.Today, points = points[0], points[1:]
	for range m.Ys {
		m.Points, points = append(m.Points, points[:len(m.Xs)]), points[len(m.Xs):]
	}
	m.Contour = contour(m.Xs, m.Ys, func(i, j int) float64 { return m.Points[j][i].Gap })
	return m, nil
}

// spaced lists values evenly over a range; whole ones are rounded, each once.
func spaced(v *Variable, between [2]float64, count int) (values []float64) {
	for i := range count {
		value := between[0] + float64((between[1]-between[0])*(float64(i)/float64(count-1)))
		if v.isWhole() {
			value = float64(int64(value))
		}
		if i == count-1 {
			value = between[1]
		}
		if i == 0 || value > values[len(values)-1] {
			values = append(values, value)
		}
	}
	return values
}
