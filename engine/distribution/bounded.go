package distribution

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"rackonomics/engine/elementary"
)

// leastShare is how many of all cases must lie within the bounds for the rest to be
// cut: with fewer it is not the distribution that is cut but its author who erred.
const leastShare = 1e-6

// Bounded is a distribution within the bounds of the input that it is for.
type Bounded struct {
	// Cut is the share of cases that lay beyond the bounds. They are cut, and the
	// others count for more in their place; nothing is moved onto a bound.
	Cut float64
	// Never is the share of a hazard's cases in which it does not happen before the
	// upper bound, which stands for never. It is 0 for other forms.
	Never float64

	shape       shape
	from, share float64 // the cases within: those after a share from, a share of all
	least, most float64
	whole       bool
	low, high   float64 // what a tornado takes
}

// shape is a distribution without bounds.
type shape interface {
	// quantile returns the value that a share p of cases, 0 to 1, lies below.
	quantile(p float64) float64
}

// continuous is a shape of which any part can be cut.
type continuous interface {
	shape
	// cumulative returns the share of cases below x, which may be infinite.
	cumulative(x float64) float64
}

// Within returns the distribution cut to the bounds of an input, of which either
// may be infinite. Where the input is a whole number, such as months or counts, each
// whole number gets the share of cases that rounds to it, and from a uniform range
// all have the same; a hazard is whole in any case. It is an error if the
// distribution does not [Distribution.Check], or if not one case in a million lies
// within the bounds.
func (d *Distribution) Within(least, most float64, whole bool) (Bounded, error) {
	if err := d.Check(); err != nil {
		return Bounded{}, err
	}
	b := Bounded{least: least, most: most, whole: whole || d.Form == Hazard}
	if b.whole {
		b.least, b.most = math.Ceil(least), math.Floor(most)
	}
	if !(b.least <= b.most) {
		return Bounded{}, fmt.Errorf("nothing lies from %v to %v", least, most)
	}
	switch d.Form {
	case Discrete:
		b.keepPoints(d.Points)
	case Hazard:
		b.keepHazard(d)
	default:
		b.keepRange(d)
	}
	if !(b.share >= leastShare) {
		return Bounded{}, fmt.Errorf("not one case in a million lies from %v to %v", least, most)
	}
	b.setEnds(d)
	return b, nil
}

// Quantile returns the value within the bounds that a share u of cases, above 0 and
// below 1, lies below. It rises with u but for its last places.
func (b *Bounded) Quantile(u float64) float64 {
	x := b.shape.quantile(b.from + float64(b.share*u))
	if b.whole {
		x = round(x)
	}
	return min(max(x, b.least), b.most)
}

// Median returns the value that half of the cases lie below: what a plain run takes.
func (b *Bounded) Median() float64 { return b.Quantile(0.5) }

// Lowest returns the lower value that a tornado takes: the lower end of what was given
// as a range. Of a range that says where 90 % of cases lie and reaches beyond the
// bounds, and of what is no range, it is the value that 5 % of cases lie below.
func (b *Bounded) Lowest() float64 { return b.low }

// Highest returns the upper one: the upper end, or the value that 95 % of cases lie
// below.
func (b *Bounded) Highest() float64 { return b.high }

func (b *Bounded) setEnds(d *Distribution) {
	hasEnds := slices.Contains([]Form{Uniform, Triangular, PERT}, d.Form)
	says90 := slices.Contains([]Form{Normal, LogNormal}, d.Form)
	switch {
	case d.Form == Discrete:
		b.low, b.high = b.Quantile(0), b.Quantile(1)
	case hasEnds, says90 && d.Low >= b.least && d.High <= b.most:
		b.low, b.high = max(d.Low, b.least), min(d.High, b.most)
		if b.whole {
			b.low, b.high = round(b.low), round(b.high)
		}
	default:
		b.low, b.high = b.Quantile(0.05), b.Quantile(0.95)
	}
}

func (b *Bounded) keepRange(d *Distribution) {
	reach := 0.0 // how far beyond the bounds a case still rounds to them
	if b.whole {
		reach = 0.5
	}
	all := newContinuous(d, b.whole)
	below, upTo := all.cumulative(b.least-reach), all.cumulative(b.most+reach)
	b.shape, b.from, b.share = all, below, upTo-below
	b.Cut = below + (1 - upTo)
}

func newContinuous(d *Distribution, whole bool) continuous {
	switch d.Form {
	case Triangular:
		return triangular{d.Low, d.Mode, d.High}
	case PERT:
		return newPERT(d.Low, d.Mode, d.High)
	case Normal:
		return newNormal(d.Low, d.High)
	case LogNormal:
		return newLogNormal(d.Low, d.High)
	}
	if whole {
		return uniform{round(d.Low) - 0.5, round(d.High) + 0.5}
	}
	return uniform{d.Low, d.High}
}

// round returns the nearest whole number, of two the upper.
func round(x float64) float64 { return math.Floor(x + 0.5) }

// keepPoints keeps those points that may occur, in order.
func (b *Bounded) keepPoints(points []Point) {
	total, cut, kept := 0.0, 0.0, make([]Point, 0, len(points))
	for _, point := range points {
		total += point.Weight
		if b.whole {
			point.Value = round(point.Value)
		}
		if point.Value < b.least || point.Value > b.most {
			cut += point.Weight
		} else if point.Weight > 0 {
			kept = append(kept, point)
		}
	}
	slices.SortStableFunc(kept, func(x, y Point) int { return cmp.Compare(x.Value, y.Value) })
	var shape discrete
	within := 0.0
	for _, point := range kept {
		within += point.Weight
		b.share = within / total
		shape.values = append(shape.values, point.Value)
		shape.upTo = append(shape.upTo, b.share)
	}
	b.shape, b.Cut = shape, cut/total
}

// keepHazard puts what has not happened before the upper bound on it. What would
// have happened before the lower bound is cut: since each month is alike, the
// hazard then begins there.
func (b *Bounded) keepHazard(d *Distribution) {
	survival := d.monthlySurvival()
	start := max(d.Low, b.least)
	b.shape = hazard{start: start, logarithm: elementary.Log(survival)}
	b.Cut = 1 - elementary.Pow(survival, start-d.Low)
	if start <= b.most {
		b.share = 1
		b.Never = elementary.Pow(survival, b.most-start)
	}
}
