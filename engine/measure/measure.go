// Package measure computes numbers that look along time: net present value,
// rates of return, payback, break-even, coverage of debt, levelised cost.
//
// All functions are pure and give the same bits on every processor. Where
// spreadsheets and libraries differ in a convention, the function's comment
// says which one it follows.
//
// A number that is not defined, such as a ratio whose denominator is zero, is
// absent: functions return it with false, series hold NaN in its place.
//
// Series are monthly, index 0 is the first month of the scenario, and flows
// fall at the end of their month, unless a comment says otherwise. Money that
// comes in is positive. Rates are fractions: 0.08 is 8 per cent.
package measure

import "math"

// absent marks a month without a value in a series.
func absent() float64 { return math.NaN() }

// finite reports whether all of xs, and the sum of their sizes, are finite.
func finite(xs []float64) bool {
	sum := 0.0
	for _, x := range xs {
		sum += math.Abs(x)
	}
	return !math.IsInf(sum, 0) && !math.IsNaN(sum)
}

// exists returns x, and whether it is a finite number.
func exists(x float64) (float64, bool) {
	if math.IsInf(x, 0) || math.IsNaN(x) {
		return absent(), false
	}
	return x, true
}

// quotient returns a/b, absent when b is zero.
func quotient(a, b float64) (float64, bool) {
	if b == 0 {
		return absent(), false
	}
	return exists(a / b)
}
