package study

import (
	"cmp"
	"math"
	"slices"

	"rackonomics/engine/scenario"
)

// seeker computes points of some aims, a block of lanes at a time.
type seeker struct {
	document        *scenario.Document
	variables       []Variable
	aims            []*aim
	watch           Watch
	places, besides []int
	lanes           *Lanes
	values          [][]float64 // by variable and lane
	proofs          []proof     // runs of the full model so far
	forms           *Forms      // in which they are run
	isShown         bool        // values are sought that are told in few digits; the grid's intervals are divided by the full model
}

func newSeeker(document *scenario.Document, variables []Variable, goals []Goal) (*seeker, error) {
	s := &seeker{document: document, variables: variables}
	for i := range variables {
		if err := variables[i].checkVaried(document); err != nil {
			return nil, err
		}
		if slices.ContainsFunc(variables[:i], func(other Variable) bool { return other.Path == variables[i].Path }) {
			return nil, &scenario.Problem{Path: variables[i].Path, Message: "it is varied twice; allowed is another one than before"}
		}
		s.values = append(s.values, make([]float64, BlockLanes))
	}
	for _, goal := range goals {
		a, err := newAim(document, goal)
		if err != nil {
			return nil, err
		}
		s.aims = append(s.aims, a)
	}
	s.watch, s.places, s.besides = watchOf(s.aims)
	s.forms = NewForms(s.watch)
	var err error
	s.lanes, err = NewLanes(document, variables, s.watch)
	return s, err
}

// place is where a point is: the values of all variables, and the one along which
// points are told.
type place struct {
	values []float64
	along  int
}

func (p place) at(value float64) place {
	moved := place{slices.Clone(p.values), p.along}
	moved.values[p.along] = value
	return moved
}

// compute gives the points at some places, of one aim or, where it is negative, of
// all, one after the other at each place.
func (s *seeker) compute(places []place, only int) ([]Point, error) {
	var points []Point
	for block := range slices.Chunk(places, BlockLanes) {
		for lane, p := range block {
			for i := range s.variables {
				s.values[i][lane] = p.values[i]
			}
		}
		if err := s.lanes.Run(s.values, len(block), nil); err != nil {
			return nil, err
		}
		for lane, p := range block {
			for i := range s.aims {
				if only < 0 || only == i {
					points = append(points, s.read(i, lane, p.values[p.along]))
				}
			}
		}
	}
	return points, nil
}

func (s *seeker) read(aim, lane int, value float64) Point {
	a := s.aims[aim]
	var figure float64
	if a.Measure == "" {
		figure = s.lanes.Row(s.places[aim], a.Month)[lane]
	} else {
		figure = s.lanes.Measure(s.places[aim])[lane]
	}
	return a.point(value, figure, func(month int) float64 { return s.lanes.Row(s.besides[aim], month)[lane] })
}

// line is a goal that is sought along one variable.
type line struct {
	aim   int
	at    place
	whole bool
	// isExact: the goal is to be at the target, so that it counts where the figure
	// passes through it.
	isExact bool
	grid    []Point // in order of the value
	scale   float64 // of the gap, over the grid
	found   []crossing
	narrow  float64 // relative width at which a factor of a profile is no longer the plain run
}

// crossing is an interval at one end of which the goal is met and at the other not,
// and there is nothing between; or a point at which the gap comes to nothing and
// goes back.
type crossing struct {
	low, high Point
	touches   bool
}

// interval is what is still to be divided. With three points it is a peak: the
// middle one is nearest to the target of all that are known in it.
type interval struct {
	line *line
	low  Point
	mid  *Point
	high Point
}

// lines sets up the seeking of every aim along a variable, from places that have
// the others' values.
func (s *seeker) lines(places []place, low, high float64, points int) ([]*line, error) {
	var list []*line
	for _, at := range places {
		v := &s.variables[at.along]
		var tried []place
		for _, value := range v.grid(s.document, low, high, points) {
			tried = append(tried, at.at(value))
		}
		computed, err := s.compute(tried, -1)
		if err != nil {
			return nil, err
		}
		for i := range s.aims {
			l := &line{aim: i, at: at, whole: v.isWhole(), isExact: s.aims[i].passes()}
			if v.Times && s.document.Value(v.Thing, v.Input).Profile != nil {
				l.narrow = 1e-9
			}
			for at := i; at < len(computed); at += len(s.aims) {
				l.grid = append(l.grid, computed[at])
				if gap := math.Abs(computed[at].Gap); gap > l.scale && !math.IsInf(gap, 0) {
					l.scale = gap
				}
			}
			list = append(list, l)
		}
	}
	return list, nil
}

// seek finds where the goals of lines begin and cease to be met.
func (s *seeker) seek(lines []*line) error {
	var open []interval
	for _, l := range lines {
		open = append(open, l.intervals()...)
	}
	for len(open) > 0 {
		next, err := s.divide(open)
		if err != nil {
			return err
		}
		open = next
	}
	order(lines)
	return nil
}

// order puts what was found in the order of its value.
func order(lines []*line) {
	for _, l := range lines {
		slices.SortFunc(l.found, func(a, b crossing) int { return cmp.Compare(a.low.Value, b.low.Value) })
		l.joinTouching()
	}
}

// intervals are those of the grid between whose ends the goal begins or ceases to be
// met, and around the peaks that may reach the target between values of the grid.
func (l *line) intervals() (open []interval) {
	for i := range l.grid {
		if i > 0 && l.grid[i-1].Met != l.grid[i].Met {
			if part := (interval{line: l, low: l.grid[i-1], high: l.grid[i]}); part.isDone() {
				l.keep(part.low, part.high)
			} else {
				open = append(open, part)
			}
		}
		low, mid, high := l.grid[max(0, i-1)], l.grid[i], l.grid[min(i+1, len(l.grid)-1)]
		if isPeak(low, mid, high) && !(l.whole && high.Value-low.Value <= 2) {
			open = append(open, interval{l, low, &mid, high})
		}
	}
	return open
}

// isPeak reports whether the middle of three points on one side of the target is the
// nearest to it, and so near that a smooth curve through them may reach it.
func isPeak(low, mid, high Point) bool {
	if low.Met != mid.Met || mid.Met != high.Met || mid.Gap != mid.Gap {
		return false
	}
	before, after := below(mid, low), below(mid, high)
	return before >= 0 && after >= 0 && before+after > 0 && math.Abs(mid.Gap) <= 4*max(before, after)
}

// below is how much further a point is from the target than a peak; what is absent
// is infinitely far.
func below(peak, p Point) float64 {
	if p.Gap != p.Gap {
		return math.MaxFloat64
	}
	return math.Abs(p.Gap) - math.Abs(peak.Gap)
}

// divide computes values within the open intervals, which share the lanes, and gives
// the parts that are still open.
func (s *seeker) divide(open []interval) (next []interval, err error) {
	share := max(2, BlockLanes/len(open))
	for group := range slices.Chunk(open, BlockLanes/share) {
		var places []place
		var counts []int
		for _, each := range group {
			inner := each.inner(share)
			for _, value := range inner {
				places = append(places, each.line.at.at(value))
			}
			counts = append(counts, len(inner))
		}
		points, err := s.compute(places, -1)
		if err != nil {
			return nil, err
		}
		for i, each := range group {
			var known []Point
			for range counts[i] {
				known = append(known, points[each.line.aim])
				points = points[len(s.aims):]
			}
			next = append(next, each.split(known)...)
		}
	}
	return next, nil
}

// inner lists up to so many values within an interval, evenly spaced.
func (v *interval) inner(count int) (values []float64) {
	low, high := v.low.Value, v.high.Value
	for i := 1; i <= count; i++ {
		value := low + float64((high-low)*(float64(i)/float64(count+1)))
		if v.line.whole {
			value = math.Floor(value)
		}
		if value > low && value < high && (len(values) == 0 || value > values[len(values)-1]) {
			values = append(values, value)
		}
	}
	if v.mid != nil && !v.line.whole && count > 20 {
		values = append(values, typedNear(v.mid.Value, low, high)...)
		slices.Sort(values)
		values = slices.Compact(values)[:min(len(values), count)]
	}
	return values
}

// split gives the parts of an interval that are still open after values within it
// were computed, or keeps what was found.
func (v *interval) split(known []Point) (open []interval) {
	points := slices.Concat([]Point{v.low}, known, []Point{v.high})
	if v.mid != nil {
		if at, there := find(points, v.mid.Value); !there {
			points = slices.Insert(points, at, *v.mid)
		}
	}
	crosses := false
	for i := 1; i < len(points); i++ {
		if points[i-1].Met == points[i].Met {
			continue
		}
		part := interval{line: v.line, low: points[i-1], high: points[i]}
		crosses = true
		if part.isDone() {
			v.line.keep(part.low, part.high)
		} else {
			open = append(open, part)
		}
		if v.mid == nil && v.isSmall() {
			break // further changes so near are rounding
		}
	}
	if crosses || v.mid == nil {
		return open
	}
	return v.narrowPeak(points)
}

// find is where a value is among points in order.
func find(points []Point, value float64) (at int, there bool) {
	return slices.BinarySearchFunc(points, value, func(p Point, value float64) int { return cmp.Compare(p.Value, value) })
}

// narrowPeak goes on around the point that is nearest to the target.
func (v *interval) narrowPeak(points []Point) []interval {
	best := 0
	for i := range points {
		if below(points[best], points[i]) < 0 {
			best = i
		}
	}
	low, high := points[max(0, best-1)], points[min(best+1, len(points)-1)]
	peak := points[best]
	narrowed := interval{v.line, low, &peak, high}
	isNarrower := low.Value > v.low.Value || high.Value < v.high.Value
	if isNarrower && high.Value-low.Value > 1e-10*max(math.Abs(low.Value), math.Abs(high.Value)) && (below(peak, low) > 0 || below(peak, high) > 0) {
		return []interval{narrowed}
	}
	v.line.keepPeak(peak)
	return nil
}

// touching is how near to its target, by the figure's size over the range, a peak is
// taken to touch it.
const touching = 1e-12

func (l *line) keepPeak(peak Point) {
	if (!peak.Met || l.isExact) && l.isNear(peak) {
		l.found = append(l.found, crossing{peak, peak, true})
	}
	if at, there := find(l.grid, peak.Value); !there {
		l.grid = slices.Insert(l.grid, at, peak)
	}
}

func (l *line) isNear(p Point) bool { return math.Abs(p.Gap) <= touching*l.scale }

// keep keeps an interval with nothing more between its ends. A value that is absent
// does not pass through a target.
func (l *line) keep(low, high Point) {
	if !l.isExact || low.Figure == low.Figure && high.Figure == high.Figure {
		l.found = append(l.found, crossing{low: low, high: high})
	}
}

// isDone reports whether there is nothing more between the ends.
func (v *interval) isDone() bool {
	low, high := v.low.Value, v.high.Value
	if v.line.whole {
		return high-low <= 1
	}
	size := max(math.Abs(low), math.Abs(high))
	return size <= dust || high-low <= v.line.narrow*size || math.Nextafter(low, high) >= high
}

// isSmall reports whether the interval is so narrow, against the range, that the
// figure's rounding may cross the target several times in it.
func (v *interval) isSmall() bool {
	grid := v.line.grid
	return v.high.Value-v.low.Value <= 1e-6*(grid[len(grid)-1].Value-grid[0].Value)
}

// joinTouching makes one of two crossings between which the goal is met by rounding
// alone, at a peak that touches the target.
func (l *line) joinTouching() {
	var joined []crossing
	width := 1e-6 * (l.grid[len(l.grid)-1].Value - l.grid[0].Value)
	for _, c := range l.found {
		if last := len(joined) - 1; last >= 0 && !l.whole && c.low.Value-joined[last].high.Value <= width && joined[last].low.Met == c.high.Met {
			before := joined[last]
			if l.isNear(before.low) && l.isNear(before.high) && l.isNear(c.low) && l.isNear(c.high) {
				joined = joined[:last]
				if !c.high.Met || l.isExact {
					joined = append(joined, crossing{before.high, before.high, true})
				}
				continue
			}
		}
		joined = append(joined, c)
	}
	l.found = joined
}
