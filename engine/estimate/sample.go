package estimate

import (
	"fmt"
	"math"
	"slices"
)

// Inputs are the values of inputs in the lanes of a study, with which outputs in the
// same lanes are compared one after the other. What hangs on the inputs alone, as
// their order and ranks, is found once for all of them.
type Inputs struct {
	lanes  int // of a block
	values [][]float64
	orders [][]int32
	among  *among
	sorter sorter
	sample Sample // the last
}

// NewInputs takes the values of inputs in all lanes, block by block from block 0 on,
// each of so many lanes. An input must be there in all. It keeps the values.
func NewInputs(values [][]float64, lanes int) (*Inputs, error) {
	if lanes < 1 || lanes > MaximumLanes {
		return nil, fmt.Errorf("lanes of a block %d: it must be from 1 to %d", lanes, MaximumLanes)
	}
	if len(values) > 0 && len(values[0]) > mostRanked {
		return nil, fmt.Errorf("the inputs have %d values: they may have %d", len(values[0]), mostRanked)
	}
	in := &Inputs{lanes: lanes, values: values}
	for _, each := range values {
		if len(each) != len(values[0]) {
			return nil, fmt.Errorf("an input has %d values and another %d: they must have as many", len(values[0]), len(each))
		}
		if lane := slices.IndexFunc(each, func(x float64) bool { return x-x != 0 }); lane >= 0 {
			return nil, fmt.Errorf("the input is %v in lane %d: it must be a number in all", each[lane], lane)
		}
		in.orders = append(in.orders, in.sorter.order(each))
	}
	return in, nil
}

// Sample is an output's values in the lanes of inputs, from which it is told how it
// and each of them go together, whatever else varies and whatever that depends on. It
// needs no design of its own, but all lanes at once.
type Sample struct {
	among  *among
	output ranked
	values [1 + Replicates][]float64 // by part and place
}

// Sample takes the values of an output in all lanes. Where it is absent the lane is
// left out. The sample holds until the next.
func (in *Inputs) Sample(output []float64) (*Sample, error) {
	for _, each := range in.values {
		if len(each) != len(output) {
			return nil, fmt.Errorf("the input has %d values and the output %d: they must have as many", len(each), len(output))
		}
	}
	there := make([]bool, len(output))
	for lane, y := range output {
		there[lane] = y-y == 0
	}
	if in.among == nil || !slices.Equal(in.among.there, there) {
		in.among = in.newAmong(there)
	}
	s := &in.sample
	s.among = in.among
	s.among.rank(output, in.sorter.order(output), &s.output)
	for i, lanes := range s.among.parts {
		s.values[i] = gathered(output, lanes, s.values[i])
	}
	return s, nil
}

// among is what hangs on the inputs and on the lanes in which an output is there.
type among struct {
	there  []bool
	parts  [1 + Replicates][]int32 // the lanes of all, and those of each replicate
	partOf []uint8                 // by lane: that of its replicate, or none, which is 0
	places [][2]int32              // by lane, in the whole and in its replicate
	inputs []ranked
	bins   [][1 + Replicates]binned // by input and part

	orders  [1 + Replicates][]int32 // of values that are being ranked
	values  []float64
	ranks   []float64
	weights []float64 // of a value that joins so many
}

// ranked are values among those lanes.
type ranked struct {
	order     []int32                 // places in the whole by value
	distances [1 + Replicates][]int32 // of ranks from the middle one, by part and place: twice, which is whole
	squares   [1 + Replicates]float64 // the sum of the squares of distances
}

// binned are places by bin, and in each in order.
type binned struct{ places, ends []int32 }

func (in *Inputs) newAmong(there []bool) *among {
	a := &among{there: there, partOf: make([]uint8, len(there)), places: make([][2]int32, len(there)),
		inputs: make([]ranked, len(in.values)), bins: make([][1 + Replicates]binned, len(in.values))}
	for lane, is := range there {
		if is {
			replicate, _ := replicateOf(lane / in.lanes)
			part := 1 + replicate
			a.partOf[lane] = uint8(part)
			a.places[lane] = [2]int32{int32(len(a.parts[0])), int32(len(a.parts[part]))}
			a.parts[0], a.parts[part] = append(a.parts[0], int32(lane)), append(a.parts[part], int32(lane))
		}
	}
	for count := range a.parts[0] {
		a.weights = append(a.weights, 1/float64(count+1))
	}
	for i, values := range in.values {
		a.rank(values, in.orders[i], &a.inputs[i])
		a.bins[i] = a.inputs[i].bins()
	}
	return a
}

// mostRanked is how many values have ranks of whose distances float64 holds the sum of
// products exactly.
const mostRanked = 1 << 18

// rank finds the ranks of values in each part, from the order of all lanes.
func (a *among) rank(values []float64, order []int32, found *ranked) {
	orders := &a.orders
	for i := range orders {
		orders[i] = orders[i][:0]
	}
	orders[0] = slices.Grow(found.order[:0], len(a.parts[0])) // which is kept
	for _, lane := range order {
		if part := a.partOf[lane]; part > 0 {
			places := a.places[lane]
			orders[0], orders[part] = append(orders[0], places[0]), append(orders[part], places[1])
		}
	}
	found.order, orders[0] = orders[0], nil
	for i, lanes := range a.parts {
		order := orders[i]
		if i == 0 {
			order = found.order
		}
		a.values = gathered(values, lanes, a.values)
		a.ranks = slices.Grow(a.ranks[:0], len(lanes))[:len(lanes)]
		ranks(a.values, order, a.ranks)
		distances := slices.Grow(found.distances[i][:0], len(lanes))[:len(lanes)]
		middle, squares := len(lanes)+1, int64(0)
		for place, rank := range a.ranks {
			distance := int32(2*rank) - int32(middle)
			distances[place] = distance
			squares += int64(distance) * int64(distance)
		}
		found.distances[i], found.squares[i] = distances, float64(squares)/4
	}
}

// gathered are the values of some lanes, in the memory of a list if it has room.
func gathered(values []float64, lanes []int32, list []float64) []float64 {
	list = slices.Grow(list[:0], len(lanes))[:len(lanes)]
	for place, lane := range lanes {
		list[place] = values[lane]
	}
	return list
}

// mostBins is more than enough: a smooth mean given the input loses some 1/bins² of
// its variance within bins.
const mostBins = 128

func binsOf(lanes int) int { return max(2, min(mostBins, int(math.Sqrt(float64(lanes))/2))) }

// bins puts lanes into bins of as many each by their ranks; equal values are in one.
func (r *ranked) bins() (list [1 + Replicates]binned) {
	for i, distances := range r.distances {
		n := len(distances)
		bins := binsOf(n)
		of, ends := make([]uint8, n), make([]int32, bins)
		for place, distance := range distances {
			rank := float64(float64(int(distance)+n+1) / 2)
			bin := min(bins-1, int((rank-0.5)/float64(n)*float64(bins)))
			of[place] = uint8(bin)
			ends[bin]++
		}
		at := int32(0)
		for bin, count := range ends {
			ends[bin] = at // where it begins, until its places are in
			at += count
		}
		places := make([]int32, n)
		for place, bin := range of {
			places[ends[bin]] = int32(place)
			ends[bin]++
		}
		list[i] = binned{places, ends}
	}
	return list
}

// FirstOrder is the share of the output's variance that would go, on average, if
// an input were known: how much the mean of the output, given the input, varies.
// Where inputs depend on each other it holds what this one tells of the others.
// It is absent where the output does not vary.
func (s *Sample) FirstOrder(input int) Estimate {
	return estimateOf(func(part int) float64 {
		return firstOrder(s.values[part], &s.among.bins[input][part], s.among.weights)
	})
}

// RankCorrelation is Spearman's of an input and the output: that of the ranks, equal
// values having the mean of theirs. It is absent where either does not vary.
func (s *Sample) RankCorrelation(input int) Estimate {
	x, y := &s.among.inputs[input], &s.output
	return estimateOf(func(part int) float64 {
		xy, of := int64(0), x.distances[part]
		other := y.distances[part][:len(of)]
		for place, distance := range of {
			xy += int64(distance) * int64(other[place])
		}
		return float64(xy) / 4 / math.Sqrt(x.squares[part]*y.squares[part])
	})
}

func estimateOf(figure func(part int) float64) Estimate {
	return Estimate{finite(figure(0)), errorOf(func(r int) float64 { return figure(1 + r) })}
}

// Ends are the means of the output in the share of lanes in which an input is
// lowest and in which it is highest, with their errors as of independent lanes.
func (s *Sample) Ends(input int, share float64) (low, high Estimate) {
	order := s.among.inputs[input].order
	count := int(math.Ceil(share * float64(len(order))))
	return s.meanOf(order[:count]), s.meanOf(order[len(order)-count:])
}

// normal95 is the 95 % quantile of the normal distribution.
const normal95 = 1.6448536269514722

func (s *Sample) meanOf(places []int32) Estimate {
	output := s.values[0]
	count, sum, squares := float64(len(places)), 0.0, 0.0
	for _, place := range places {
		sum += output[place]
	}
	mean := sum / count
	for _, place := range places {
		distance := output[place] - mean
		squares += float64(distance * distance)
	}
	return Estimate{Value: mean, Error: normal95 * math.Sqrt(squares/(count-1)/count)}
}

// firstOrder compares means of the output in bins of the input with as many lanes
// each: the estimator of E. Plischke, E. Borgonovo and C. L. Smith, "Global
// sensitivity measures from given data", European Journal of Operational Research
// 226 (2013). Means of bins vary by chance too; what that adds is taken off as in
// T. L. Kelley, "An unbiased correlation ratio measure", PNAS 21 (1935). So the
// index of an input that has no effect may come out below zero. Lanes of equal
// input are in one bin.
func firstOrder(output []float64, bins *binned, weights []float64) float64 {
	var all moments
	within, used, from := 0.0, 0, int32(0)
	for _, end := range bins.ends {
		if from == end {
			continue
		}
		group := momentsOfPlaces(output, bins.places[from:end], weights)
		all.join(group)
		within += group.squares
		used, from = used+1, end
	}
	if n := len(output); n > used && all.squares != 0 {
		return 1 - within/float64(n-used)/all.variance()
	}
	return math.NaN()
}
