package study

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/model"
	"rackonomics/scenarios"
)

// Two inputs, one of each variable of the circle.
var ofCircle = [2]string{"operator.reported_operating_loss", "operator.reported_revenue"}

const circle = "(reported_operating_loss * month(1) * reported_operating_loss * month(1) / USD(1) + reported_revenue * month(1) * reported_revenue * month(1) / USD(1))"

func TestContourOfACircle(t *testing.T) {
	t.Parallel()
	document := tiny(t, ownRow(circle))
	goal, err := ParseGoal(document, "operator.curve in 2027-03 <= 100")
	if err != nil {
		t.Fatal(err)
	}
	variables := [2]Variable{found(t, document, ofCircle[0]), found(t, document, ofCircle[1])}
	drawn, err := NewMap(document, goal, variables, [2][2]float64{{-20, 20}, {0, 20}}, 41, 21)
	if err != nil {
		t.Fatal(err)
	}
	if len(drawn.Contour) != 1 || len(drawn.Contour[0]) < 30 {
		t.Fatalf("%d lines; want half a circle", len(drawn.Contour))
	}
	line := drawn.Contour[0]
	for _, v := range line {
		if radius := math.Hypot(v.X, v.Y); math.Abs(radius-10) > 0.02 { // a chord over a cell of 1 is off by at most 1/80
			t.Errorf("%v is %v from the middle, want 10", v, radius)
		}
	}
	ends := []float64{line[0].X, line[len(line)-1].X}
	slices.Sort(ends)
	if ends[0] != -10 || ends[1] != 10 {
		t.Errorf("the line ends at %v, want where y is nothing", ends)
	}
	if _, err := NewMap(document, goal, variables, [2][2]float64{{-20, 20}, {0, 20}}, 65, 2); err == nil {
		t.Error("65 points are accepted")
	}
}

func TestContourByHand(t *testing.T) {
	absent := math.NaN()
	for name, test := range map[string]struct {
		rows [][]float64 // by y, then by x
		want [][]Vertex
	}{
		"across":      {[][]float64{{-1, 1}, {-1, 3}}, [][]Vertex{{{0.5, 0}, {0.25, 1}}}},
		"none":        {[][]float64{{1, 1}, {0, 3}}, nil},
		"absent":      {[][]float64{{-1, absent}, {-1, 3}}, nil},
		"saddle":      {[][]float64{{1, -1}, {-1, 1}}, [][]Vertex{{{0.5, 0}, {1, 0.5}}, {{0.5, 1}, {0, 0.5}}}},
		"low saddle":  {[][]float64{{1, -2}, {-2, 1}}, [][]Vertex{{{0, 1.0 / 3}, {1.0 / 3, 0}}, {{1, 2.0 / 3}, {2.0 / 3, 1}}}},
		"closed":      {[][]float64{{-1, -1, -1}, {-1, 1, -1}, {-1, -1, -1}}, [][]Vertex{{{1, 0.5}, {0.5, 1}, {1, 1.5}, {1.5, 1}, {1, 0.5}}}},
		"at a corner": {[][]float64{{-1, -1}, {-1, 0}}, [][]Vertex{{{1, 1}, {1, 1}}}},
	} {
		xs, ys := []float64{0, 1, 2}[:len(test.rows[0])], []float64{0, 1, 2}[:len(test.rows)]
		got := Contour(xs, ys, func(i, j int) float64 { return test.rows[j][i] })
		if !slices.EqualFunc(got, test.want, func(a, b []Vertex) bool { return sameLine(a, b) }) {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
}

// sameLine compares lines, in either direction.
func sameLine(a, b []Vertex) bool {
	near := func(v, w Vertex) bool { return math.Abs(v.X-w.X) < 1e-12 && math.Abs(v.Y-w.Y) < 1e-12 }
	if slices.EqualFunc(a, b, near) {
		return true
	}
	turned := slices.Clone(b)
	slices.Reverse(turned)
	return slices.EqualFunc(a, turned, near)
}

// Every crossed side of a cell without an absent corner is on just one line.
func TestContourIsWhole(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 9).Draw(t, "n")
		cells := rapid.SliceOfN(rapid.SampledFrom([]float64{-1, -0.7, 0.2, 0.5, 1}), n*n, n*n).Draw(t, "values")
		xs := make([]float64, n)
		for i := range xs {
			xs[i] = float64(i)
		}
		at := func(i, j int) float64 { return cells[j*n+i] }
		crossings, vertices := 0, 0
		for j := range n {
			for i := range n {
				if i+1 < n && (at(i, j) >= 0) != (at(i+1, j) >= 0) {
					crossings++
				}
				if j+1 < n && (at(i, j) >= 0) != (at(i, j+1) >= 0) {
					crossings++
				}
			}
		}
		for _, line := range Contour(xs, xs, at) {
			vertices += len(line)
			if len(line) > 2 && line[0] == line[len(line)-1] {
				vertices--
			}
		}
		if vertices != crossings {
			t.Fatalf("%d sides are crossed, the lines have %d", crossings, vertices)
		}
	})
}

// A circle has two branches where it is, and none beyond.
func TestFrontierOfACircle(t *testing.T) {
	t.Parallel()
	document := tiny(t, ownRow(circle))
	goal, err := ParseGoal(document, "operator.curve in 2027-03 <= 100")
	if err != nil {
		t.Fatal(err)
	}
	variables := [2]Variable{found(t, document, ofCircle[1]), found(t, document, ofCircle[0])}
	frontier, err := SolveFrontier(document, goal, variables, [2][2]float64{{0, 16}, {-20, 21}}, 17, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, solved := range frontier.Solved {
		inside := 100 - frontier.Values[i]*frontier.Values[i]
		if inside < 0 {
			if len(solved.Solutions) != 0 {
				t.Errorf("at %v: %s", frontier.Values[i], solved.Sentence())
			}
			continue
		}
		if inside > 0 && len(solved.Solutions) != 2 {
			t.Fatalf("at %v: %s", frontier.Values[i], solved.Sentence())
		}
		for _, solution := range solved.Solutions {
			if math.Abs(math.Abs(solution.At.Value)-math.Sqrt(inside)) > 1e-7 {
				t.Errorf("at %v: %v, want %v", frontier.Values[i], solution.At.Value, math.Sqrt(inside))
			}
		}
	}
}

// A point of a map is what a page would show there.
func TestMapOfAShippedScenario(t *testing.T) {
	t.Parallel()
	document, err := scenarios.Load("half-the-data-center")
	if err != nil {
		t.Fatal(err)
	}
	goal := Goal{Measure: model.BreakEvens[2].First, Sense: AtMost, Target: 59}
	variables := [2]Variable{found(t, document, "lease.anthropic.share"), found(t, document, "lease.anthropic.price")}
	drawn, err := NewMap(document, goal, variables, [2][2]float64{{0, 1}, {0, 20}}, 5, 5)
	if err != nil {
		t.Fatal(err)
	}
	s, err := newSeeker(document, variables[:], []Goal{goal})
	if err != nil {
		t.Fatal(err)
	}
	for j, y := range drawn.Ys {
		for i, x := range drawn.Xs {
			want, err := s.plain(&line{at: place{[]float64{x, y}, 1}}, y)
			got := drawn.Points[j][i]
			if err != nil || want.Met != got.Met || want.Gap != got.Gap && want.Gap == want.Gap {
				t.Errorf("%v, %v: %+v, alone %+v (%v)", x, y, got, want, err)
			}
		}
	}
	if drawn.TodayX != 0.5 || drawn.Today.Value != 2.42 || drawn.Today.Met {
		t.Errorf("today is %v, %+v", drawn.TodayX, drawn.Today)
	}
}
