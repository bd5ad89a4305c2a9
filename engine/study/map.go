package study

import (
	"fmt"

	"rackonomics/engine/scenario"
)

// MostMapPoints is how many values of each input a map may have.
const MostMapPoints = 64

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
		if count < 2 || count > MostMapPoints {
			return nil, fmt.Errorf("points: %d of %s; allowed is 2 to %d", count, variables[i].Path, MostMapPoints)
		}
		if err := variables[i].CheckRange(ranges[i][0], ranges[i][1]); err != nil {
			return nil, err
		}
	}
	s, err := NewSurface(document, goal, variables)
	if err != nil {
		return nil, err
	}
	m := &Map{Goal: goal, X: s.X, Y: s.Y, aim: s.seeker.aims[0], TodayX: s.X.Today(document),
		Xs: s.X.Spaced(ranges[0][0], ranges[0][1], x), Ys: s.Y.Spaced(ranges[1][0], ranges[1][1], y)}
	today, err := s.Points([]float64{m.TodayX}, []float64{s.Y.Today(document)})
	if err != nil {
		return nil, err
	}
	points, err := s.Points(m.Xs, m.Ys)
	if err != nil {
		return nil, err
	}
	m.Today = today[0]
	for range m.Ys {
		m.Points, points = append(m.Points, points[:len(m.Xs)]), points[len(m.Xs):]
	}
	m.Contour = Contour(m.Xs, m.Ys, func(i, j int) float64 { return m.Points[j][i].Gap })
	return m, nil
}

// Spaced lists values evenly over a range; whole ones are rounded, each once.
func (v *Variable) Spaced(low, high float64, count int) (values []float64) {
	for i := range count {
		value := low + float64((high-low)*(float64(i)/float64(count-1)))
		if v.isWhole() {
			value = float64(int64(value))
		}
		if i == count-1 {
			value = high
		}
		if i == 0 || value > values[len(values)-1] {
			values = append(values, value)
		}
	}
	return values
}

// Title says what is mapped.
func (m *Map) Title() string {
	says := m.aim.subject()
	return says + ", by " + m.X.Path + " and " + m.Y.Path
}

// Asked writes the goal as [ParseGoal] reads it.
func (m *Map) Asked() string { return m.aim.String() }

// FigureOf gives a point's figure as tables and JSON have it ([Solved.FigureOf]).
func (m *Map) FigureOf(p Point) any { return m.aim.plain(p.Figure) }
