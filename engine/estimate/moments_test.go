package estimate

import (
	"math"
	"math/big"
	"testing"
)

// The squares' relative error grows with the ratio of mean to deviation (Chan, Golub
// and LeVeque, section 3: here 1e9 times some 2^-53), not with its square, as it
// does by the textbook's sum of squares, which has no digit left here.
func TestMomentsFarFromZero(t *testing.T) {
	var whole moments
	var sum, squares, n big.Float
	sum.SetPrec(400)
	squares.SetPrec(400)
	for block := range 40 {
		values := normals(1, block, 1e9, 1)
		m := momentsOf(values)
		whole.join(m)
		for _, v := range values {
			x := new(big.Float).SetPrec(400).SetFloat64(v)
			sum.Add(&sum, x)
			squares.Add(&squares, new(big.Float).SetPrec(400).Mul(x, x))
		}
	}
	n.SetPrec(400).SetUint64(whole.count)
	mean := new(big.Float).SetPrec(400).Quo(&sum, &n)
	about := new(big.Float).Sub(&squares, new(big.Float).SetPrec(400).Mul(mean, &sum))
	wantMean, _ := mean.Float64()
	wantSquares, _ := about.Float64()
	if math.Abs(whole.mean/wantMean-1) > 0x1p-51 || math.Abs(whole.squares/wantSquares-1) > 1e-7 {
		t.Errorf("mean %v, squares %v; exactly %v, %v", whole.mean, whole.squares, wantMean, wantSquares)
	}
}

func TestMomentsOfFew(t *testing.T) {
	absent := math.NaN()
	for name, test := range map[string]struct {
		values          []float64
		count           uint64
		mean, deviation float64
	}{
		"none":           {nil, 0, absent, absent},
		"absent":         {[]float64{absent, math.Inf(1)}, 0, absent, absent},
		"one":            {[]float64{3, absent}, 1, 3, absent},
		"three":          {[]float64{1, 2, 3}, 3, 2, 1},
		"alike":          {[]float64{0.1, 0.1, 0.1}, 3, 0.1, 0},
		"squares beyond": {[]float64{1e300, -1e300}, 2, 0, absent},
		"sum beyond":     {[]float64{1.7e308, 1.7e308}, 2, absent, absent},
	} {
		m := momentsOf(test.values)
		for what, pair := range map[string][2]float64{
			"mean":      {m.meanOrAbsent(), test.mean},
			"deviation": {math.Sqrt(m.variance()), test.deviation},
		} {
			if got, want := pair[0], pair[1]; got != want && (got == got || want == want) {
				t.Errorf("%s of %s: %v, want %v", what, name, got, want)
			}
		}
		if m.count != test.count {
			t.Errorf("%s: %d values, want %d", name, m.count, test.count)
		}
	}
}
