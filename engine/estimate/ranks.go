package estimate

import "math"

// orderOf gives the lanes by their values, of equal ones by number; absent values come
// first. It sorts by the bits of values, eleven at a time from the lowest, since studies
// order many inputs of thousands of lanes.
func orderOf(values []float64) []int32 {
	type item struct {
		key  uint64
		lane int32
	}
	items, other := make([]item, len(values)), make([]item, len(values))
	for lane, x := range values {
		items[lane] = item{orderedBits(x), int32(lane)}
	}
	const width, digits = 11, 6
	var counts [digits][1 << width]int32
	for _, each := range items {
		for digit := range digits {
			counts[digit][each.key>>(width*digit)&(1<<width-1)]++
		}
	}
	for digit := range digits {
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
