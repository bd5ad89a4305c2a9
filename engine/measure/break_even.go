package measure

// First returns the first month in which a condition holds, such as operating
// income of zero or more; false if it does in none. A condition is above zero
// where it holds, and absent or zero where it does not.
func First(holds []float64) (month int, ok bool) {
	for m, truth := range holds {
		if truth > 0 {
			return m, true
		}
	}
	return 0, false
}

// Until returns the last month of the first ones in which a condition holds
// without a break; false if it holds in none, or from the first on to the end of
// the horizon.
func Until(holds []float64) (month int, ok bool) {
	first, ok := First(holds)
	if !ok {
		return 0, false
	}
	for m, truth := range holds[first:] {
		if !(truth > 0) {
			return first + m - 1, true
		}
	}
	return 0, false
}

// Lasting returns the first month from which on a condition holds to the end of
// the horizon. Nothing is said about months after it.
func Lasting(holds []float64) (month int, ok bool) {
	start := len(holds)
	for start > 0 && holds[start-1] > 0 {
		start--
	}
	return start, start < len(holds)
}
