package elementary

import "math"

const (
	expTableBits = 7
	expTableSize = 1 << expTableBits

	// roundingShift added to and taken from a float64 below 2^51 in size
	// rounds it to an integer, which then stands in the lowest bits.
	roundingShift = 0x1.8p52

	// Up to this size of x nothing in the evaluation overflows or is subnormal.
	expPlain = 700

	expOverflow  = 0x1.62e42fefa39efp+9  // ln of the largest float64: 709.78…
	expUnderflow = -0x1.74910d52d3051p+9 // below, exp rounds to zero: -745.13…
)

// Exp returns e**x. The error is below 0.52 units in the last place, also
// where the result is subnormal.
//
//	Exp(+Inf) = +Inf
//	Exp(-Inf) = 0
//	Exp(NaN)  = NaN
//	Exp(±0)   = 1
func Exp(x float64) float64 {
	// One comparison sends NaN, infinities and out-of-range arguments away.
	if !(math.Abs(x) < expPlain) {
		switch {
		case x != x:
			return math.NaN()
		case x > expOverflow:
			return math.Inf(1)
		case x < expUnderflow:
			return 0
		}
	}
	return expOfSum(x, 0)
}

// expOfSum returns e**(x+tail) for expUnderflow ≤ x ≤ expOverflow and a tail
// that is small beside x.
func expOfSum(x, tail float64) float64 {
	// x = k ln2/128 + r with |r| ≤ ln2/256; k ln2High is exact.
	shifted := float64(x*inverseLn2Times128) + roundingShift
	k := int64(math.Float64bits(shifted)) << 13 >> 13
	kFloat := shifted - roundingShift
	r := x - float64(kFloat*ln2By128High) - float64(kFloat*ln2By128Low) + tail

	// e**x = 2**(k/128) (1 + t), and t to well below 2**-60:
	// the next term of the series, r**6/720, is at most 5.5e-19.
	entry := &expTable[k&(expTableSize-1)]
	r2 := float64(r * r)
	t := entry.tail + r +
		float64(r2*(0.5+float64(r*(1.0/6)))) +
		float64(float64(r2*r2)*(1.0/24+float64(r*(1.0/120))))

	scaleBits := entry.scale + uint64(k>>expTableBits)<<52
	if math.Abs(x) < expPlain {
		scale := math.Float64frombits(scaleBits)
		return scale + float64(scale*t)
	}
	return expNearLimits(scaleBits, t, k)
}

// expNearLimits returns scale (1 + t) where scale itself may be out of the
// range of a normal float64, so that the exponent in scaleBits has wrapped.
func expNearLimits(scaleBits uint64, t float64, k int64) float64 {
	if k > 0 {
		scale := math.Float64frombits(scaleBits - 1009<<52)
		return 0x1p1009 * (scale + float64(scale*t))
	}
	scale := math.Float64frombits(scaleBits + 1022<<52)
	y := scale + float64(scale*t)
	if y < 1 {
		// Round once, at the precision that the subnormal result has:
		// 1 + y has its last place at the same absolute size.
		low := scale - y + float64(scale*t)
		high := 1 + y
		low = 1 - high + y + low
		y = (high + low) - 1
	}
	return 0x1p-1022 * y
}
