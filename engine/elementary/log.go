package elementary

import "math"

const (
	logTableBits = 7
	logTableSize = 1 << logTableBits

	// logOffset is where the reduced argument's range starts, as bits: about
	// 0.7044. It is set so that 1 lies two thirds into its subinterval, where
	// steps are half as wide below 1 as above: that subinterval is then
	// centred on 1, has the table entry 1/c = 1, log c = 0, and needs no
	// branch for arguments near 1.
	logOffset = 0x3fe68aac00000000
)

// Log returns the natural logarithm of x. The error is below 0.51 units in
// the last place.
//
//	Log(+Inf)  = +Inf
//	Log(±0)    = -Inf
//	Log(x < 0) = NaN
//	Log(NaN)   = NaN
func Log(x float64) float64 {
	bits := math.Float64bits(x)
	// Positive normal numbers have exponents 1 to 0x7fe and no sign.
	if bits-1<<52 >= 0x7fe<<52 {
		switch {
		case x == 0:
			return math.Inf(-1)
		case x < 0 || x != x:
			return math.NaN()
		case bits == 0x7ff<<52:
			return x
		}
		bits = math.Float64bits(x*0x1p52) - 52<<52
	}
	y, _ := logInTwoParts(bits)
	return y
}

// logInTwoParts returns log x as the sum of its rounded value and a tail,
// with a relative error near 2**-68. bits are those of a positive normal x;
// a subnormal x is given as the bits of x 2**52 less 52 in the exponent.
func logInTwoParts(bits uint64) (y, tail float64) {
	// x = 2**k z, with z in [0.7044, 1.4088) and near the c of entry.
	offset := bits - logOffset
	entry := &logTable[offset>>(52-logTableBits)&(logTableSize-1)]
	k := float64(int64(offset) >> 52)
	zBits := bits - offset&(0xfff<<52)

	// r = z/c - 1 = rHigh + rLow, both exact, because 1/c has at most 12 bits
	// and zHigh 21; rHigh² is exact as well.
	zHigh := math.Float64frombits((zBits + 1<<31) &^ (1<<32 - 1))
	zLow := math.Float64frombits(zBits) - zHigh
	rHigh := float64(zHigh*entry.inverse) - 1
	rLow := float64(zLow * entry.inverse)
	r := rHigh + rLow

	// log x = k ln2 + log c + r - r²/2 + p. The first sum is exact, and each
	// later one keeps what its rounding loses.
	sum1 := float64(k*ln2High) + entry.log
	sum2 := sum1 + r
	halfHigh := float64(-0.5 * rHigh)
	squareHigh := float64(rHigh * halfHigh)
	sum3 := sum2 + squareHigh
	low1 := float64(k*ln2Low) + entry.logTail
	low2 := sum1 - sum2 + r
	low3 := rHigh - r + rLow
	low4 := float64(rLow * (float64(-0.5*r) + halfHigh))
	low5 := sum2 - sum3 + squareHigh

	r2 := float64(r * r)
	p := float64(float64(r*r2) * (1.0/3 - float64(r*(1.0/4)) +
		float64(r2*(1.0/5-float64(r*(1.0/6))+
			float64(r2*(1.0/7-float64(r*(1.0/8))+float64(r2*(1.0/9))))))))
	low := low1 + low2 + low3 + low4 + low5 + p
	y = sum3 + low
	return y, sum3 - y + low
}
