package measure

import "rackonomics/engine/elementary"

// Timing is the point in its month at which a flow is taken to fall.
type Timing int

const (
	// EndOfMonth discounts month m by m/12 years.
	EndOfMonth Timing = iota
	// MidMonth discounts month m by (m-1/2)/12 years, for flows that arrive
	// evenly over the month. A terminal value from a growth formula belongs to
	// the same mid-period timing as the flows; one from an exit multiple is a
	// price paid at the end and needs EndOfMonth.
	MidMonth
)

// NPV returns the net present value of monthly flows at a rate per year. The
// valuation date is the end of month 0: month m is divided by (1+rate)^(m/12)
// at EndOfMonth. With MidMonth each flow counts half a month earlier, so that
// month 0 is compounded by (1+rate)^(1/24).
//
// It is absent for a rate of -1 or below, or flows that are not finite.
func NPV(rate float64, flows []float64, timing Timing) (float64, bool) {
	if !(rate > -1) {
		return absent(), false
	}
	sum := polynomial(elementary.Pow(1+rate, -1.0/12), flows)
	if timing == MidMonth {
		sum *= elementary.Pow(1+rate, 1.0/24)
	}
	return exists(sum)
}

// AnnualRate returns the effective rate per year of a rate per month,
// (1+rate)^12 - 1, never 12 times the rate. Absent for a rate below -1.
func AnnualRate(monthly float64) (float64, bool) {
	if !(monthly >= -1) {
		return absent(), false
	}
	return exists(elementary.Pow(1+monthly, 12) - 1)
}

// polynomial returns c[0] + c[1] x + c[2] x² + … by Horner's rule.
func polynomial(x float64, c []float64) float64 {
	sum := 0.0
	for i := len(c) - 1; i >= 0; i-- {
		sum = float64(sum*x) + c[i]
	}
	return sum
}
