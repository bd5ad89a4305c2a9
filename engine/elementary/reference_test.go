package elementary

import (
	"math"
	"math/big"
)

// Independent references by plain series in math/big. Their results are good
// to far more than 120 bits.

const precision = 256

func newFloat() *big.Float { return new(big.Float).SetPrec(precision) }

func toBig(x float64) *big.Float { return newFloat().SetFloat64(x) }

// bigExp returns e**x: Taylor's series of x/2**k, then k squarings.
func bigExp(x *big.Float) *big.Float {
	if x.Sign() == 0 {
		return newFloat().SetInt64(1)
	}
	halvings := max(0, x.MantExp(nil)+12)
	small := newFloat().SetMantExp(x, -halvings)
	sum := newFloat().SetInt64(1)
	term := newFloat().SetInt64(1)
	for i := int64(1); term.Sign() != 0 && term.MantExp(nil) > -precision-8; i++ {
		term.Mul(term, small)
		term.Quo(term, newFloat().SetInt64(i))
		sum.Add(sum, term)
	}
	for range halvings {
		sum.Mul(sum, sum)
	}
	return sum
}

var bigLn2 = func() *big.Float { return twiceAtanh(newFloat().Quo(toBig(1), toBig(3))) }()

// bigLog returns log x of a positive x: log(2**k m) = k log 2 + 2 atanh((m-1)/(m+1)).
func bigLog(x *big.Float) *big.Float {
	m := newFloat()
	k := x.MantExp(m)
	if m.Cmp(toBig(math.Sqrt2/2)) < 0 {
		m.SetMantExp(m, 1)
		k--
	}
	ratio := newFloat().Quo(newFloat().Sub(m, toBig(1)), newFloat().Add(m, toBig(1)))
	sum := twiceAtanh(ratio)
	return sum.Add(sum, newFloat().Mul(newFloat().SetInt64(int64(k)), bigLn2))
}

// twiceAtanh returns 2 (y + y³/3 + y⁵/5 + …) for |y| ≤ 1/3.
func twiceAtanh(y *big.Float) *big.Float {
	sum := newFloat()
	if y.Sign() == 0 {
		return sum
	}
	square := newFloat().Mul(y, y)
	power := newFloat().Set(y)
	start := y.MantExp(nil)
	for i := int64(1); power.MantExp(nil) > start-precision-8; i += 2 {
		sum.Add(sum, newFloat().Quo(power, newFloat().SetInt64(i)))
		power.Mul(power, square)
	}
	return sum.SetMantExp(sum, 1)
}

// bigPow returns x**y for positive x.
func bigPow(x, y float64) *big.Float {
	return bigExp(newFloat().Mul(toBig(y), bigLog(toBig(x))))
}

// errorInUnits returns |got - want| in units in the last place of want, which
// for subnormal want is 2**-1074.
func errorInUnits(got float64, want *big.Float) float64 {
	difference := newFloat().Sub(toBig(got), want)
	place := max(want.MantExp(nil)-53, -1074)
	units, _ := difference.SetMantExp(difference, -place).Float64()
	return math.Abs(units)
}
