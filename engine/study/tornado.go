package study

import (
	"cmp"
	"math"
	"slices"

	"rackonomics/engine/machine"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
)

// Tornado is what each uncertain input does alone, from its low to its high, the
// others as the scenario has them.
type Tornado struct {
	Heads     []*result.Head
	Variables []Variable  // the uncertain inputs
	Measures  []float64   // as the scenario stands
	Rows      [][]float64 // by row and month
	Bars      []Bar       // by input
	Refusal   error       // why some cases were not computed by a kernel; see [Lanes.Refusal]
}

// Bar is what one input does: Low and High are its values, as [Variable] has
// numbers, and the measures and rows those with each.
type Bar struct {
	Input         int
	Low, High     float64
	AtLow, AtHigh []float64 // by measure
	Rows          [2][][]float64
}

// NewTornado computes the bars of a document's uncertain inputs, from
// [distribution.Bounded.Lowest] to [distribution.Bounded.Highest]. Kernels of the backend compute them, if there is one. The error is a
// [scenario.Problems], or names what the scenario lacks.
func NewTornado(document *scenario.Document, watch Watch, backend machine.Backend) (*Tornado, error) {
	drawn, err := newDrawn(document, Even, 1)
	if err != nil {
		return nil, err
	}
	lanes, err := NewLanes(document, drawn.variables, watch)
	if err != nil {
		return nil, err
	}
	lanes.Use(backend)
	points := drawn.ends(document)
	t := &Tornado{Heads: lanes.heads(), Variables: drawn.variables, Bars: make([]Bar, len(drawn.variables))}
	for i := range t.Bars {
		t.Bars[i] = Bar{Input: i, Low: drawn.bounded[i].Lowest(), High: drawn.bounded[i].Highest()}
	}
	values := newValues(len(drawn.variables))
	for first := 0; first < len(points); first += BlockLanes {
		count := min(BlockLanes, len(points)-first)
		for lane, point := range points[first : first+count] {
			for i, number := range point {
				values[i][lane] = number
			}
		}
		if err := lanes.Run(values, count, nil); err != nil {
			return nil, err
		}
		for lane := range count {
			t.take(first+lane, lanes, lane)
		}
	}
	t.Refusal = lanes.Refusal()
	return t, nil
}

// ends are the cases of a tornado: the scenario as it stands, and for each input
// one with it at its low and one at its high.
func (d *drawn) ends(document *scenario.Document) [][]float64 {
	base := make([]float64, len(d.variables))
	for i := range d.variables {
		base[i] = d.variables[i].Today(document)
	}
	points := [][]float64{base}
	for i := range d.variables {
		for _, end := range []float64{d.bounded[i].Lowest(), d.bounded[i].Highest()} {
			point := slices.Clone(base)
			point[i] = end
			points = append(points, point)
		}
	}
	return points
}

// take keeps what a lane came to, by the place of its case among the ends.
func (t *Tornado) take(at int, lanes *Lanes, lane int) {
	measures := make([]float64, len(lanes.measures))
	for i := range measures {
		measures[i] = lanes.Measure(i)[lane]
	}
	rows := make([][]float64, len(lanes.rows))
	for i := range rows {
		for month := range lanes.document.Months {
			rows[i] = append(rows[i], lanes.Row(i, month)[lane])
		}
	}
	if at == 0 {
		t.Measures, t.Rows = measures, rows
		return
	}
	bar := &t.Bars[(at-1)/2]
	if at%2 == 1 {
		bar.AtLow, bar.Rows[0] = measures, rows
	} else {
		bar.AtHigh, bar.Rows[1] = measures, rows
	}
}

// Ranked gives the bars by how far they move a measure, the widest first. One that
// makes a measure absent at one end comes before those that only move it, one at
// both last.
func (t *Tornado) Ranked(measure int) []Bar {
	return t.ranked(func(b *Bar) float64 { return b.width(measure) })
}

// ranked gives the bars by a width, the widest first.
func (t *Tornado) ranked(width func(*Bar) float64) []Bar {
	ranked := slices.Clone(t.Bars)
	slices.SortStableFunc(ranked, func(a, b Bar) int { return cmp.Compare(width(&b), width(&a)) })
	return ranked
}

func (b *Bar) width(measure int) float64 {
	low, high := b.AtLow[measure], b.AtHigh[measure]
	switch isLow, isHigh := low == low, high == high; {
	case isLow && isHigh:
		return math.Abs(high - low)
	case isLow || isHigh:
		return math.Inf(1)
	}
	return -1
}

// mostFollowed is how many of the widest bars are followed month by month.
const mostFollowed = 6

// RankedOver gives the bars by the most that they move a row in any month: the six
// widest, and only those that move it.
func (t *Tornado) RankedOver(row int) []Bar {
	width := func(b *Bar) (most float64) {
		for month := range b.Rows[0][row] {
			if distance := b.Moves(row, month); distance == distance {
				most = max(most, math.Abs(distance))
			}
		}
		return most
	}
	ranked := slices.DeleteFunc(t.ranked(width), func(b Bar) bool { return width(&b) == 0 })
	return ranked[:min(len(ranked), mostFollowed)]
}

// Moves is by how much the input moves a row in a month from its low to its high,
// absent where that is at an end.
func (b *Bar) Moves(row, month int) float64 { return b.Rows[1][row][month] - b.Rows[0][row][month] }

// RankedIn gives the bars by how far they move a row in a month.
func (t *Tornado) RankedIn(row, month int) []Bar {
	return t.ranked(func(b *Bar) float64 {
		distance := math.Abs(b.Moves(row, month))
		if distance != distance { // absent at an end
			return -1
		}
		return distance
	})
}
