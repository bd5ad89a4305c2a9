package estimate

import (
	"cmp"
	"slices"
)

// Ordered are the values of all lanes and the order of the lanes by them, of equal
// ones by number. Who compares each with many others sorts it once.
type Ordered struct {
	values []float64
	lanes  []int
}

// Order sorts the values of all lanes, of which some may be absent. It keeps them.
func Order(values []float64) Ordered {
	lanes := make([]int, len(values))
	for i := range lanes {
		lanes[i] = i
	}
	slices.SortFunc(lanes, func(a, b int) int {
		if by := cmp.Compare(values[a], values[b]); by != 0 {
			return by
		}
		return cmp.Compare(a, b)
	})
	return Ordered{values, lanes}
}

// ranks returns the rank of each value among all, from 1, equal values having the
// mean of theirs. The order is that of the values.
func ranks(values []float64, order []int) []float64 {
	ranks := make([]float64, len(values))
	for from := 0; from < len(order); {
		to := from + 1
		for to < len(order) && values[order[to]] == values[order[from]] {
			to++
		}
		for _, i := range order[from:to] {
			ranks[i] = float64(from+1+to) / 2
		}
		from = to
	}
	return ranks
}
