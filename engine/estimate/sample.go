package estimate

import (
	"fmt"
	"math"
)

// Sample is an input's values and an output's in the same lanes, from which it is
// told how they go together, whatever else varies and whatever it depends on. It
// needs no design of its own, but all lanes at once.
type Sample struct {
	whole      pairs
	replicates [Replicates]pairs
}

// pairs are the lanes in which the output is there.
type pairs struct {
	input, output     []float64
	byInput, byOutput []int // their order by value
}

// newPairs has room for so many lanes.
func newPairs(lanes int) pairs {
	return pairs{make([]float64, 0, lanes), make([]float64, 0, lanes), make([]int, 0, lanes), make([]int, 0, lanes)}
}

func (p *pairs) add(input, output float64) (place int) {
	p.input, p.output = append(p.input, input), append(p.output, output)
	return len(p.output) - 1
}

// NewSample takes the values of an input and an output in all lanes, block by block
// from block 0 on, each of so many lanes. Where the output is absent the lane is
// left out; an input must be there in all.
func NewSample(input, output Ordered, lanes int) (*Sample, error) {
	if len(input.values) != len(output.values) {
		return nil, fmt.Errorf("the input has %d values and the output %d: they must have as many", len(input.values), len(output.values))
	}
	if lanes < 1 || lanes > MaximumLanes {
		return nil, fmt.Errorf("lanes of a block %d: it must be from 1 to %d", lanes, MaximumLanes)
	}
	s := &Sample{whole: newPairs(len(input.values))}
	for r := range s.replicates {
		s.replicates[r] = newPairs(len(input.values)/Replicates + lanes)
	}
	places := make([][2]int, len(input.values)) // in the whole and in the replicate
	for lane, x := range input.values {
		if x-x != 0 {
			return nil, fmt.Errorf("the input is %v in lane %d: it must be a number in all", x, lane)
		}
		if y := output.values[lane]; y-y == 0 {
			r, _ := replicateOf(lane / lanes)
			places[lane] = [2]int{s.whole.add(x, y), s.replicates[r].add(x, y)}
		}
	}
	order := func(of Ordered, add func(p *pairs, place int)) {
		for _, lane := range of.lanes {
			if y := output.values[lane]; y-y == 0 {
				r, _ := replicateOf(lane / lanes)
				add(&s.whole, places[lane][0])
				add(&s.replicates[r], places[lane][1])
			}
		}
	}
	order(input, func(p *pairs, place int) { p.byInput = append(p.byInput, place) })
	order(output, func(p *pairs, place int) { p.byOutput = append(p.byOutput, place) })
	return s, nil
}

// FirstOrder is the share of the output's variance that would go, on average, if
// the input were known: how much the mean of the output, given the input, varies.
// Where inputs depend on each other it holds what this one tells of the others.
// It is absent where the output does not vary.
func (s *Sample) FirstOrder() Estimate { return s.estimate((*pairs).firstOrder) }

// RankCorrelation is Spearman's: that of the ranks, equal values having the mean
// of theirs. It is absent where either does not vary.
func (s *Sample) RankCorrelation() Estimate { return s.estimate((*pairs).rankCorrelation) }

// Ends are the means of the output in the share of lanes in which the input is
// lowest and in which it is highest, with their errors as of independent lanes.
func (s *Sample) Ends(share float64) (low, high Estimate) {
	order := s.whole.byInput
	count := int(math.Ceil(share * float64(len(order))))
	return s.whole.meanOf(order[:count]), s.whole.meanOf(order[len(order)-count:])
}

// normal95 is the 95 % quantile of the normal distribution.
const normal95 = 1.6448536269514722

func (p *pairs) meanOf(places []int) Estimate {
	count, sum, squares := float64(len(places)), 0.0, 0.0
	for _, place := range places {
		sum += p.output[place]
	}
	mean := sum / count
	for _, place := range places {
		distance := p.output[place] - mean
		squares += float64(distance * distance)
	}
	return Estimate{Value: mean, Error: normal95 * math.Sqrt(squares/(count-1)/count)}
}

func (s *Sample) estimate(figure func(*pairs) float64) Estimate {
	return Estimate{finite(figure(&s.whole)), errorOf(func(r int) float64 { return figure(&s.replicates[r]) })}
}

// mostBins is more than enough: a smooth mean given the input loses some 1/bins² of
// its variance within bins.
const mostBins = 128

// firstOrder compares means of the output in bins of the input with as many lanes
// each: the estimator of E. Plischke, E. Borgonovo and C. L. Smith, "Global
// sensitivity measures from given data", European Journal of Operational Research
// 226 (2013). Means of bins vary by chance too; what that adds is taken off as in
// T. L. Kelley, "An unbiased correlation ratio measure", PNAS 21 (1935). So the
// index of an input that has no effect may come out below zero. Lanes of equal
// input are in one bin.
func (p *pairs) firstOrder() float64 {
	n := len(p.output)
	bins := max(2, min(mostBins, int(math.Sqrt(float64(n))/2)))
	var groups [mostBins]moments
	for lane, rank := range ranks(p.input, p.byInput) {
		one := moments{count: 1, mean: p.output[lane]}
		groups[min(bins-1, int((rank-0.5)/float64(n)*float64(bins)))].join(one)
	}
	var all moments
	within, used := 0.0, 0
	for i := range groups {
		if groups[i].count > 0 {
			all.join(groups[i])
			within += groups[i].squares
			used++
		}
	}
	if n <= used || all.squares == 0 {
		return math.NaN()
	}
	return 1 - within/float64(n-used)/all.variance()
}

func (p *pairs) rankCorrelation() float64 {
	x, y := ranks(p.input, p.byInput), ranks(p.output, p.byOutput)
	middle := float64(len(x)+1) / 2
	xx, yy, xy := 0.0, 0.0, 0.0
	for i := range x {
		dx, dy := x[i]-middle, y[i]-middle
		xx += float64(dx * dx)
		yy += float64(dy * dy)
		xy += float64(dx * dy)
	}
	return xy / math.Sqrt(xx*yy)
}
