package elementary

import "math"

// Pow returns x**y. The error is below 0.52 units in the last place, so that
// a power that a float64 can hold (2**10, 1.5**7, 0.25**0.5) is exact.
// A negative x has a power for integer y only.
//
//	Pow(x, ±0)      = 1 for every x, also NaN
//	Pow(1, y)       = 1 for every y, also NaN
//	Pow(x, NaN)     = NaN, and Pow(NaN, y) = NaN, otherwise
//	Pow(-1, ±Inf)   = 1
//	Pow(x, +Inf)    = +Inf for |x| > 1, 0 for |x| < 1
//	Pow(x, -Inf)    = 0 for |x| > 1, +Inf for |x| < 1
//	Pow(±0, y)      = ±Inf for odd integer y < 0, +Inf for other y < 0
//	Pow(±0, y)      = ±0 for odd integer y > 0, +0 for other y > 0
//	Pow(+Inf, y)    = +Inf for y > 0, 0 for y < 0
//	Pow(-Inf, y)    = Pow(-0, -y)
//	Pow(x < 0, y)   = NaN for finite y that is no integer
func Pow(x, y float64) float64 {
	xBits, yBits := math.Float64bits(x), math.Float64bits(y)
	negative := false
	// Everything but a positive normal x and a y of moderate size: exponents
	// of y from 2**-65 to 2**63 need no care.
	if xBits-1<<52 >= 0x7fe<<52 || yBits>>52&0x7ff-0x3be >= 0x43e-0x3be {
		if y == 0 || x == 1 {
			return 1
		}
		if x != x || y != y {
			return math.NaN()
		}
		if math.IsInf(y, 0) {
			return powInfiniteExponent(x, y)
		}
		kind := integerKind(y)
		if x == 0 || math.IsInf(x, 0) {
			return powZeroOrInfiniteBase(x, y, kind == oddInteger)
		}
		if x < 0 {
			if kind == noInteger {
				return math.NaN()
			}
			negative = kind == oddInteger
			xBits &^= 1 << 63
		}
		exponent := yBits >> 52 & 0x7ff
		if exponent < 0x3be {
			// |y log x| < 2**-55, far less than half a unit in the last place of 1.
			return 1
		}
		if exponent >= 0x43e {
			// y is an even integer, and the least |log x| but zero is 2**-53.
			if xBits == 0x3ff<<52 {
				return 1
			}
			return overOrUnderflow(xBits > 0x3ff<<52 == (y > 0))
		}
		if xBits < 1<<52 {
			xBits = math.Float64bits(math.Float64frombits(xBits)*0x1p52) - 52<<52
		}
	}

	logHigh, logTail := logInTwoParts(xBits)
	yHigh, yLow := split(y)
	lHigh, lLow := split(logHigh)
	lLow += logTail
	high := float64(yHigh * lHigh)
	low := float64(yLow*lHigh) + float64(y*lLow)
	return withSign(powFromProduct(high, low), negative)
}

// powFromProduct returns e**(high+low), and 0 or +Inf out of range.
func powFromProduct(high, low float64) float64 {
	if !(math.Abs(high) < expPlain) {
		if high > expOverflow+1 {
			return math.Inf(1)
		}
		if high < expUnderflow-1 {
			return 0
		}
	}
	return expOfSum(high, low)
}

func withSign(x float64, negative bool) float64 {
	if negative {
		return -x
	}
	return x
}

func overOrUnderflow(over bool) float64 {
	if over {
		return math.Inf(1)
	}
	return 0
}

func powInfiniteExponent(x, y float64) float64 {
	if x == -1 {
		return 1
	}
	return overOrUnderflow(math.Abs(x) > 1 == (y > 0))
}

func powZeroOrInfiniteBase(x, y float64, odd bool) float64 {
	size := overOrUnderflow((x != 0) == (y > 0))
	return withSign(size, odd && math.Float64bits(x)>>63 == 1)
}

const (
	noInteger = iota
	evenInteger
	oddInteger
)

// integerKind tells of a finite y other than zero whether it is an integer,
// and an odd one.
func integerKind(y float64) int {
	size := math.Abs(y)
	switch {
	case size >= 0x1p53:
		return evenInteger
	case math.Floor(size) != size:
		return noInteger
	case uint64(size)&1 == 1:
		return oddInteger
	}
	return evenInteger
}
