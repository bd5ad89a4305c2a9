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
	}
}
