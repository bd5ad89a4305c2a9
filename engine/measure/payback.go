package measure

import "rackonomics/engine/elementary"

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

// PaybackPeriod is the time after which what was paid out has come back.
type PaybackPeriod struct {
	// Reach has the month at whose end the cumulative flow is zero or more for
	// the first time after it was negative. FromStart: it never was negative.
	Reach
	// Months is the same as a number of months from the end of month 0, with
	// a fraction: the last month's flow counts as spread evenly over it. It is
	// absent, NaN, if not reached.
	Months float64
}

// Payback returns the simple payback period of monthly flows. That the
// cumulative flow may turn negative again later is not looked at: Lasting tells
// from when on it stays at zero or more.
func Payback(flows []float64) PaybackPeriod {
	return payback(flows, 1)
}

// DiscountedPayback is Payback of flows that are first discounted at a rate
// per year, as NPV does at EndOfMonth. Not reached for a rate of -1 or below.
func DiscountedPayback(rate float64, flows []float64) PaybackPeriod {
	if !(rate > -1) {
		return PaybackPeriod{Months: absent()}
	}
	return payback(flows, elementary.Pow(1+rate, -1.0/12))
}

func payback(flows []float64, monthlyDiscount float64) PaybackPeriod {
	cumulative, factor := 0.0, 1.0
	negative := false
	for month, flow := range flows {
		discounted := flow * factor
		cumulative += float64(discounted)
		factor *= monthlyDiscount
		if negative && cumulative >= 0 {
			return PaybackPeriod{Reach{Reached, month}, float64(month) - cumulative/discounted}
		}
		negative = negative || cumulative < 0
	}
	if negative || cumulative != cumulative || len(flows) == 0 {
		return PaybackPeriod{Months: absent()}
	}
	return PaybackPeriod{Reach: Reach{State: FromStart}}
}
