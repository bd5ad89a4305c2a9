package measure

// State tells whether something is reached within the horizon.
type State int

const (
	// NotReached: in no month of the horizon.
	NotReached State = iota
	// FromStart: already so in month 0.
	FromStart
	// Reached: in a later month.
	Reached
)

// Reach tells whether and in which month something is reached. Month is 0
// unless State is Reached.
type Reach struct {
	State State
	Month int
}

func reachedIn(month int) Reach {
	if month == 0 {
		return Reach{State: FromStart}
	}
	return Reach{Reached, month}
}

// BreakEven returns the first month in which a line, such as operating income,
// is zero or more, and the first month from which on it stays so to the end
// of the horizon. Nothing is said about months after it. A month in which the
// line is absent is none of break-even.
func BreakEven(line []float64) (first, lasting Reach) {
	start := len(line)
	for month := len(line) - 1; month >= 0; month-- {
		if !(line[month] >= 0) {
			continue
		}
		first = reachedIn(month)
		if start == month+1 {
			start = month
			lasting = first
		}
	}
	return first, lasting
}
