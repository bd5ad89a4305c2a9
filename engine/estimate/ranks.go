package estimate

import (
	"math"
	"slices"
)

// sorter orders lanes by their values. It sorts by the bits of values, eleven at a time
// from the lowest, since studies order many inputs of thousands of lanes; and holds its
// memory.
type sorter struct {
	items, other []sorted
	counts       [digits][1 << width]int32
}

type sorted struct {
	key  uint64
	lane int32
}

const width, digits = 11, 6

// order gives the lanes by their values, of equal ones by number; absent values come
// first.
func (s *sorter) order(values []float64) []int32 {
	s.items, s.other = slices.Grow(s.items[:0], len(values)), slices.Grow(s.other[:0], len(values))
	items, other, counts := s.items[:len(values)], s.other[:len(values)], &s.counts
	for lane, x := range values {
		items[lane] = sorted{orderedBits(x), int32(lane)}
	}
	clear(counts[:])
	for _, each := range items {
		for digit := range digits {
			counts[digit][each.key>>(width*digit)&(1<<width-1)]++
		}
	}
	for digit := range counts {
		if len(items) > 0 && int(counts[digit][items[0].key>>(width*digit)&(1<<width-1)]) == len(items) {
			continue // all have the same
		}
		at := int32(0)
		for i, count := range counts[digit] {
			counts[digit][i] = at
			at += count
		}
		for _, each := range items {
			place := &counts[digit][each.key>>(width*digit)&(1<<width-1)]
			other[*place] = each
			*place++
		}
		items, other = other, items
	}
	lanes := make([]int32, len(values))
	for i, each := range items {
		lanes[i] = each.lane
	}
	return lanes
}

// orderedBits are in the order of the numbers, without telling zeros or absent values
// from each other.
func orderedBits(x float64) uint64 {
	const sign = 1 << 63
	switch bits := math.Float64bits(x + 0); { // minus nothing is nothing
	case x != x:
		return 0
	case bits&sign != 0:
		return ^bits
	default:
		return bits | sign
	}
}

// ranks fills in the rank of each value among all, from 1, equal values having the
// mean of theirs. The order is that of the values.
func ranks(values []float64, order []int32, to []float64) {
	for from := 0; from < len(order); {
		next, value := from+1, values[order[from]]
		for next < len(order) && values[order[next]] == value {
			next++
		}
		rank := float64(from+1+next) / 2
		for _, i := range order[from:next] {
			to[i] = rank
		}
		from = next
	}
}
