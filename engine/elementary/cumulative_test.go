package elementary

import (
	"math"
	"math/big"
	"testing"
)

func TestNormalCumulativeAccuracy(t *testing.T) {
	r := testRandom()
	xs := uniform(r, 1600, -8.3, 8.3)
	xs = append(xs, uniform(r, 400, -37, -5)...)
	xs = append(xs, uniform(r, 400, -1, 1)...)
	for _, edge := range []float64{cumulativeNear, cumulativeFar} {
		xs = append(xs, around(edge, 5)...)
		xs = append(xs, around(-edge, 5)...)
	}
	worst, worstX := 0.0, 0.0
	for _, x := range xs {
		want := bigNormalCumulative(x)
		difference := new(big.Float).SetPrec(bitsFor(x)).SetFloat64(NormalCumulative(x))
		relative, _ := difference.Sub(difference, want).Quo(difference, want).Float64()
		if e := math.Abs(relative); !(e <= worst) {
			worst, worstX = e, x
		}
	}
	t.Logf("NormalCumulative: largest relative error %.3g at %v, of %d", worst, worstX, len(xs))
	if !(worst <= 1e-15) {
		t.Errorf("NormalCumulative(%v): relative error of %v", worstX, worst)
	}
}

// Figures of M. Abramowitz and I. A. Stegun, "Handbook of Mathematical
// Functions" (1964), table 26.1, and of the limits.
func TestNormalCumulativeKnownValues(t *testing.T) {
	for _, c := range []struct{ x, want, tolerance float64 }{
		{0, 0.5, 0},
		{0.5, 0.691462461274013, 1e-15},
		{1, 0.841344746068543, 1e-15},
		{2, 0.977249868051821, 1e-15},
		{3, 0.998650101968370, 1e-15},
		{math.Inf(-1), 0, 0},
		{math.Inf(1), 1, 0},
		{-39, 0, 0},
		{-41, 0, 0},
		{9, 1, 0},
	} {
		if got := NormalCumulative(c.x); math.Abs(got-c.want) > c.tolerance {
			t.Errorf("NormalCumulative(%v) = %v, want %v", c.x, got, c.want)
		}
	}
	if got := NormalCumulative(math.NaN()); got == got {
		t.Errorf("NormalCumulative(NaN) = %v", got)
	}
}

// A quantile that is off by 8 units in the last place, as it may be, has a
// probability that is off by these times x and the hazard, which is below |x|+1.
func TestNormalCumulativeUndoesQuantile(t *testing.T) {
	r := testRandom()
	for _, p := range uniform(r, 10000, 0, 1) {
		x := NormalQuantile(p)
		size := math.Abs(x)
		if got := NormalCumulative(x); math.Abs(got-p) > (1e-15+8*0x1p-52*size*(size+1))*p {
			t.Fatalf("the quantile of %v has cumulative probability %v", p, got)
		}
	}
}
