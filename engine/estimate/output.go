package estimate

import "math"

// Output is what a tally tells of one of its outputs: each figure from all lanes,
// with its error from the replicates. It is a view at the time it was made.
type Output struct {
	replicates *column
	all        Sketch
	moments    [Replicates]moments
	whole      moments
}

// Output returns what is known of an output, by its number.
func (t *Tally) Output(output int) *Output {
	column := &t.columns[output]
	// What all replicates keep as it is stays so.
	o := &Output{replicates: column, all: Sketch{exact: t.shape.Exact * Replicates}}
	for r := range Replicates {
		o.all.Merge(&column[r].sketch)
		for _, p := range column[r].parts {
			o.moments[r].join(p.sum)
		}
		o.whole.join(o.moments[r])
	}
	return o
}

// Mean is over the lanes in which the output is there.
func (o *Output) Mean() Estimate {
	return o.ofMoments((*moments).meanOrAbsent)
}

// Deviation is the standard deviation, over the lanes in which the output is there.
func (o *Output) Deviation() Estimate {
	return o.ofMoments(func(m *moments) float64 { return math.Sqrt(m.variance()) })
}

func (o *Output) ofMoments(figure func(*moments) float64) Estimate {
	return Estimate{finite(figure(&o.whole)), errorOf(func(r int) float64 { return figure(&o.moments[r]) })}
}

// Quantile is over the lanes in which the output is there, as [Sketch.Quantile]
// defines it. Its error holds what the sketch may be off beside that of sampling.
func (o *Output) Quantile(p float64) Estimate {
	return o.ofSketch(func(s *Sketch) (float64, float64) { return s.Quantile(p) })
}

// ChanceAtOrAbove is the share of all lanes in which the output is there, and at x
// or above. Its error holds what the sketch may be off, which is up to the share
// that the bucket around x has. Who knows x beforehand can have the chance without
// that, as the mean of an output that is 1 there and 0 elsewhere.
func (o *Output) ChanceAtOrAbove(x float64) Estimate {
	return o.chance(func(s *Sketch) (float64, float64) { return s.AtOrAbove(x) })
}

// ChanceAtOrBelow is as [Output.ChanceAtOrAbove], for x or below.
func (o *Output) ChanceAtOrBelow(x float64) Estimate {
	return o.chance(func(s *Sketch) (float64, float64) { return s.AtOrBelow(x) })
}

// ChanceAbsent is the share of lanes in which the output is absent.
func (o *Output) ChanceAbsent() Estimate {
	return o.chance(func(s *Sketch) (float64, float64) { return s.share(float64(s.absent), 0) })
}

// ofSketch adds how far the sketch may be off to the error of sampling.
func (o *Output) ofSketch(figure func(*Sketch) (value, off float64)) Estimate {
	value, off := figure(&o.all)
	return Estimate{value, off + errorOf(func(r int) float64 {
		value, _ := figure(&o.replicates[r].sketch)
		return value
	})}
}

func (o *Output) chance(figure func(*Sketch) (share, off float64)) Estimate {
	e := o.ofSketch(figure)
	if e.Error == 0 && (e.Value == 0 || e.Value == 1) {
		e.Error = errorOfUnanimity(o.all.Lanes())
	}
	return e
}
