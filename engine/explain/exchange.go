package explain

import "rackonomics/engine/machine"

// mostExchanged is how many operands are exchanged in every order.
const mostExchanged = 8

// shares parts what exchanging n operands, each for its value on the other side,
// makes of a value: an operand's part is the mean, over the orders in which they
// can be exchanged one after the other, of what its own exchange changed, which
// is its Shapley value. Orders that pass through a mixture without a value are left
// out, and ok is false where every order does. The parts sum to
// value(all) - value(none).
//
// Source: L. S. Shapley, A value for n-person games, 1953; orders that are left
// out as U. Faigle and W. Kern, The Shapley value for cooperative games under
// precedence constraints, 1992.
func shares(n int, value func(exchanged uint) float64) (parts []float64, ok bool) {
	all := uint(1)<<n - 1
	values := make([]float64, all+1)
	for set := range values {
		values[set] = value(uint(set))
	}
	before := orders(values, func(set, operand uint) bool { return set&operand != 0 })
	after := orders(values, func(set, operand uint) bool { return set&operand == 0 })
	total := before[all]
	if total == 0 {
		return nil, false
	}
	parts = make([]float64, n)
	for set := range values {
		for i := range n {
			with := uint(set) | 1<<i
			if ways := before[set] * after[with]; uint(set) != with && ways > 0 {
				parts[i] += float64((values[with] - values[set]) * (ways / total))
			}
		}
	}
	return parts, true
}

// orders counts, for each set of operands, the orders that lead to it from one
// end through sets that have a value. came tells whether an operand may have been
// the last step to a set.
func orders(values []float64, came func(set, operand uint) bool) []float64 {
	counts := make([]float64, len(values))
	all := uint(len(values) - 1)
	for i := range values {
		set, isEnd := uint(i), i == 0
		if !came(1, 1) { // counted from the other end
			set = all - set
		}
		if !isThere(values[set]) || machine.IsAbsent(values[set]-values[set]) {
			continue
		}
		if isEnd {
			counts[set] = 1
			continue
		}
		for operand := uint(1); operand <= all; operand <<= 1 {
			if came(set, operand) {
				counts[set] += counts[set^operand]
			}
		}
	}
	return counts
}
