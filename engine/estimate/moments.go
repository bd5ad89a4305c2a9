package estimate

import "math"

// moments are the number of values, their mean, and the sum of the squares of
// their distances from it. The latter are absent once they pass the range of
// float64.
type moments struct {
	count         uint64
	mean, squares float64
}

// momentsOf returns the moments of those values that are there, in two passes with
// the correction of T. F. Chan, G. H. Golub and R. J. LeVeque, "Algorithms for
// computing the sample variance", The American Statistician 37 (1983), formula 1.7.
func momentsOf(values []float64) moments {
	var m moments
	sum := 0.0
	for _, x := range values {
		if x-x == 0 {
			m.count++
			sum += x
		}
	}
	if m.count == 0 {
		return m
	}
	n := float64(m.count)
	mean, rest := sum/n, 0.0
	for _, x := range values {
		if x-x == 0 {
			rest += x - mean
			m.squares += float64((x - mean) * (x - mean))
		}
	}
	m.mean = finite(mean + rest/n)
	m.squares = finite(max(0, m.squares-float64(rest*rest)/n))
	return m
}

// join makes m the moments of its values and the other's: formula 2.1 of the same
// paper for the squares.
func (m *moments) join(other moments) {
	if other.count == 0 {
		return
	}
	if m.count == 0 {
		*m = other
		return
	}
	weight := m.weightOf(other.count)
	distance := other.mean - m.mean
	m.squares = finite(m.squares + other.squares + float64(distance*distance*(float64(m.count)*weight)))
	m.mean = finite(m.mean + float64(distance*weight))
	m.count += other.count
}

// momentsOfPlaces is what [moments.join] makes of some values one by one, in their order.
// weights are of one that joins so many.
func momentsOfPlaces(values []float64, places []int32, weights []float64) moments {
	mean, squares := values[places[0]], 0.0
	for count := 1; count < len(places); count++ {
		weight, distance := weights[count], values[places[count]]-mean
		squares += float64(distance * distance * (float64(count) * weight))
		mean += float64(distance * weight)
	}
	return moments{uint64(len(places)), finite(mean), finite(squares)}
}

// weightOf is the share that so many further values have once they have joined.
func (m *moments) weightOf(count uint64) float64 {
	return float64(count) / float64(m.count+count)
}

func (m *moments) meanOrAbsent() float64 {
	if m.count == 0 {
		return math.NaN()
	}
	return m.mean
}

// variance is that of the distribution which the values are a sample of.
func (m *moments) variance() float64 {
	if m.count < 2 {
		return math.NaN()
	}
	return m.squares / float64(m.count-1)
}
