package measure

import "math"

// Coverage ratios of debt, after E. R. Yescombe, Principles of Project Finance
// (2nd ed. 2014), chapter 12. CFADS is the cash flow available for debt
// service. Flows are per period of the debt and fall at its end.

// DSCR returns the debt service coverage ratio of a period, CFADS over debt
// service (interest and principal). It is absent without debt service to cover.
func DSCR(cfads, service float64) (float64, bool) {
	if !(service > 0) {
		return absent(), false
	}
	return quotient(cfads, service)
}

// YearlyDSCR returns the DSCR of each year from the first month that begins
// with debt, which is also returned, in the memory of ratios where it has room.
// Only months that begin with debt count, and no year that the end of the
// scenario cuts short but the first one, if the debt goes on after it. It is
// nil without debt, and absent, NaN, for a year without debt service.
func YearlyDSCR(cfads, service, opening, ratios []float64) (_ []float64, first int) {
	months := len(opening)
	for first < months && !(opening[first] > 0) {
		first++
	}
	if first == months {
		return nil, 0
	}
	if whole := first + (months-first)/12*12; whole > first && opening[months-1] > 0 {
		months = whole
	}
	ratios = ratios[:0]
	for year := first; year < months; year += 12 {
		available, due := 0.0, 0.0
		for month := year; month < min(year+12, months); month++ {
			if opening[month] > 0 {
				available += cfads[month]
				due += service[month]
			}
		}
		ratio, _ := DSCR(available, due)
		ratios = append(ratios, ratio)
	}
	return ratios, first
}

// LowestPeriod returns the first period whose ratio is the lowest, but for
// rounding: sculpted debt has the same in all. False if all are absent.
func LowestPeriod(ratios []float64) (period int, ok bool) {
	least, _, ok := Minimum(ratios)
	for period, ratio := range ratios {
		if ratio <= least+float64(1e-9*math.Abs(least)) {
			return period, true
		}
	}
	return 0, ok
}

// Mean returns the mean of the values that there are, each counting alike, and
// false if there is none.
func Mean(values []float64) (float64, bool) {
	sum, count := 0.0, 0
	for _, x := range values {
		if x == x {
			sum += x
			count++
		}
	}
	return quotient(sum, float64(count))
}

// Loan is what coverage over its life needs to know of a debt, period by
// period, in series of one length.
type Loan struct {
	CFADS   []float64
	Rates   []float64 // interest rate per period
	Opening []float64 // balance at the start of the period
}

// LifeCover returns the loan life coverage ratio at the start of a period: the
// present value, at the debt's rates, of CFADS of this and all periods up to
// maturity, over the debt outstanding. Where debt is sculpted to a constant
// DSCR, it equals that. With the last period of the project for the maturity it
// is the project life coverage ratio. It is absent after maturity and without
// debt outstanding.
func LifeCover(loan Loan, period, maturity int) (float64, bool) {
	if period > maturity || !(loan.Opening[period] > 0) {
		return absent(), false
	}
	value := 0.0
	for t := maturity; t >= period; t-- {
		value = (value + loan.CFADS[t]) / (1 + loan.Rates[t])
	}
	return quotient(value, loan.Opening[period])
}

// Maturity is the last period with debt service, the first if none has.
func Maturity(service []float64) int {
	for t := len(service) - 1; t > 0; t-- {
		if service[t] > 0 {
			return t
		}
	}
	return 0
}
