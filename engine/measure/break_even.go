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

// Lasting returns the first month from which on a condition holds to the end of
// the horizon. Nothing is said about months after it.
func Lasting(holds []float64) (month int, ok bool) {
	start := len(holds)
	for start > 0 && holds[start-1] > 0 {
		start--
	}
	return start, start < len(holds)
}
