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
