package elementary

import (
	"math"
	"math/big"
	"testing"
)

// bitsFor is the precision at which the lower tail at x, e**(-x²/2), has 128
// bits and more left when it is subtracted from 1/2.
func bitsFor(x float64) uint { return 256 + uint(x*x) }

// bigNormalCumulative returns Φ(x) by the series
// 1/2 + φ(x) (x + x³/3 + x⁵/(3·5) + …).
func bigNormalCumulative(x float64) *big.Float {
	bits := bitsFor(x)
	wide := func() *big.Float { return new(big.Float).SetPrec(bits) }
	square := wide().Mul(wide().SetFloat64(x), wide().SetFloat64(x))
	sum, term := wide(), wide().SetFloat64(x)
	for i := int64(1); term.Sign() != 0 && term.MantExp(nil) > -int(bits); i += 2 {
		sum.Add(sum, term)
		term.Mul(term, square)
		term.Quo(term, wide().SetInt64(i+2))
	}
	density := wideNormalDensity(square, bits)
	return sum.Mul(sum, density).Add(sum, wide().SetFloat64(0.5))
}

// wideNormalDensity returns exp(-square/2)/sqrt(2π).
func wideNormalDensity(square *big.Float, bits uint) *big.Float {
	wide := func() *big.Float { return new(big.Float).SetPrec(bits) }
	small := wide().SetMantExp(square, -21) // exp by series of x/2^20, squared 20 times
	small.Neg(small)
	sum, term := wide().SetInt64(1), wide().SetInt64(1)
	for i := int64(1); term.Sign() != 0 && term.MantExp(nil) > -int(bits)-8; i++ {
		term.Quo(term.Mul(term, small), wide().SetInt64(i))
		sum.Add(sum, term)
	}
	for range 20 {
		sum.Mul(sum, sum)
	}
	root := wide().Sqrt(wide().SetMantExp(widePi(bits), 1))
	return sum.Quo(sum, root)
}

// widePi uses Machin's formula, π = 16 atan(1/5) - 4 atan(1/239).
func widePi(bits uint) *big.Float {
	wide := func() *big.Float { return new(big.Float).SetPrec(bits) }
	arctangent := func(n int64) *big.Float {
		sum, power := wide(), wide().Quo(wide().SetInt64(1), wide().SetInt64(n))
		for i := int64(1); power.MantExp(nil) > -int(bits)-8; i += 2 {
			term := wide().Quo(power, wide().SetInt64(i))
			if i%4 == 3 {
				term.Neg(term)
			}
			sum.Add(sum, term)
			power.Quo(power, wide().SetInt64(n*n))
		}
		return sum
	}
	a := wide().Mul(wide().SetInt64(16), arctangent(5))
	return a.Sub(a, wide().Mul(wide().SetInt64(4), arctangent(239)))
}

// The true quantile lies (p - Φ(x))/φ(x) from a good estimate x, but for a
// relative error of the square of that step.
func TestNormalQuantileAccuracy(t *testing.T) {
	r := testRandom()
	ps := uniform(r, 800, 0, 1)
	ps = append(ps, uniform(r, 300, 0.05, 0.1)...)
	for range 500 {
		ps = append(ps, math.Ldexp(0.5+r.Float64()/2, -r.IntN(1000)))
	}
	for k := 1; k <= 53; k++ {
		ps = append(ps, math.Ldexp(1, -k), 1-math.Ldexp(1, -k))
	}
	worst, worstP := 0.0, 0.0
	for _, p := range ps {
		if p == 0.5 {
			continue
		}
		x := NormalQuantile(p)
		cumulative := bigNormalCumulative(x)
		step := cumulative.Sub(new(big.Float).SetPrec(bitsFor(x)).SetFloat64(p), cumulative)
		square := new(big.Float).SetPrec(bitsFor(x)).SetFloat64(x)
		step.Quo(step, wideNormalDensity(square.Mul(square, square), bitsFor(x)))
		distance, _ := step.Float64()
		if e := math.Abs(distance) / (math.Nextafter(math.Abs(x), math.Inf(1)) - math.Abs(x)); !(e <= worst) {
			worst, worstP = e, p
		}
	}
	t.Logf("NormalQuantile: largest error %.4f units in the last place at %v, of %d", worst, worstP, len(ps))
	if !(worst <= 7) {
		t.Errorf("NormalQuantile(%v): error of %v units in the last place", worstP, worst)
	}
}

func TestNormalSymmetry(t *testing.T) {
	r := testRandom()
	for range 10000 {
		p := math.Ldexp(float64(1+r.Uint64N(1<<53-1)), -53)
		if NormalQuantile(1-p) != -NormalQuantile(p) {
			t.Fatalf("NormalQuantile(1-%v) = %v, NormalQuantile(%v) = %v", p, NormalQuantile(1-p), p, NormalQuantile(p))
		}
	}
}
