package measure

// Minimum returns the lowest value of a line, such as the cash balance, and
// the first month that has it. Months in which it is absent are passed over;
// false if it is absent in all.
func Minimum(line []float64) (value float64, month int, ok bool) {
	value = absent()
	for m, x := range line {
		if x == x && !(ok && x >= value) {
			value, month, ok = x, m, true
		}
	}
	return value, month, ok
}

// Maximum returns the highest value of a line and the first month that has it,
// as [Minimum] the lowest.
func Maximum(line []float64) (value float64, month int, ok bool) {
	value = absent()
	for m, x := range line {
		if x == x && !(ok && x <= value) {
			value, month, ok = x, m, true
		}
	}
	return value, month, ok
}

// Total adds a line over its months; absent if it is in any of them.
func Total(line []float64) float64 {
	total := 0.0
	for _, x := range line {
		total += x
	}
	return total
}

// WeightedMean averages lines, of several things, over all their months, by
// weights; months in which a value is absent are passed over. False where
// nothing has weight.
func WeightedMean(lines, weights [][]float64) (float64, bool) {
	weighted, total := 0.0, 0.0
	for i, line := range lines {
		for m, x := range line {
			if x == x {
				weighted += float64(x * weights[i][m])
				total += weights[i][m]
			}
		}
	}
	return quotient(weighted, total)
}
