// Package shapley parts what several exchanges together make of a value.
package shapley

// Shares parts what exchanging n operands, each for its value on the other side,
// makes of a value: an operand's part is the mean, over the orders in which they
// can be exchanged one after the other, of what its own exchange changed, which
// is its Shapley value. value is asked for every set of operands, of which each is
// a bit. Orders that pass through a set whose value is no finite number are left
// out, and ok is false where every order does. The parts sum to
// value(all) - value(none).
//
// Source: L. S. Shapley, A value for n-person games, 1953; orders that are left
// out as U. Faigle and W. Kern, The Shapley value for cooperative games under
// precedence constraints, 1992.
func Shares(n int, value func(exchanged uint) float64) (parts []float64, ok bool) {
	all := uint(1)<<n - 1
	values := make([]float64, all+1)
	for set := range values {
		values[set] = value(uint(set))
	}
	before, after := orders(values, 0), orders(values, all)
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

// orders counts, for each set of operands, the orders that lead to it from one end,
// which is the set of none or of all, through sets that have a value.
func orders(values []float64, end uint) []float64 {
	counts := make([]float64, len(values))
	for i := range values {
		steps := uint(i) // those between the end and the set
		set := steps ^ end
		switch {
		case values[set]-values[set] != 0:
		case steps == 0:
			counts[set] = 1
		default:
			for step := uint(1); step <= steps; step <<= 1 {
				if steps&step != 0 {
					counts[set] += counts[set^step]
				}
			}
		}
	}
	return counts
}
