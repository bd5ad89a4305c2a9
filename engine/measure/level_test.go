package measure

import (
	"math"
	"testing"
)

func TestMinimum(t *testing.T) {
	nan := math.NaN()
	cases := []struct {
		line  []float64
		value float64
		month int
		ok    bool
	}{
		{[]float64{5, -2, 3, -2}, -2, 1, true},
		{[]float64{nan, 4, nan, 3}, 3, 3, true},
		{[]float64{7}, 7, 0, true},
		{[]float64{nan, nan}, nan, 0, false},
		{nil, nan, 0, false},
	}
	for _, c := range cases {
		value, month, ok := Minimum(c.line)
		if ok != c.ok || month != c.month || (ok && value != c.value) || (!ok && value == value) {
			t.Errorf("Minimum(%v) = %v, %v, %v", c.line, value, month, ok)
		}
		negated := make([]float64, len(c.line))
		for m, x := range c.line {
			negated[m] = -x
		}
		value, month, ok = Maximum(negated)
		if ok != c.ok || month != c.month || (ok && value != -c.value) || (!ok && value == value) {
			t.Errorf("Maximum(%v) = %v, %v, %v", negated, value, month, ok)
		}
	}
}

func TestMeans(t *testing.T) {
	nan := math.NaN()
	if got := Total([]float64{1, 2, 3.5}); got != 6.5 {
		t.Errorf("the total is %v", got)
	}
	if got := Total([]float64{1, nan}); got == got {
		t.Errorf("the total with an absent month is %v", got)
	}
	lines, weights := [][]float64{{2, nan, 100}, {6, 6, 6}}, [][]float64{{30, 70, 0}, {10, 0, 0}}
	if got, ok := WeightedMean(lines, weights); !ok || got != (3*2+6)/4.0 {
		t.Errorf("the weighted mean is %v", got)
	}
	if _, ok := WeightedMean(lines[:1], [][]float64{{0, 9, 0}}); ok {
		t.Error("a mean without weight")
	}
}
