package shapley

import (
	"math"
	"testing"
)

// The mean over all orders, worked by hand: of 2 × 3 → 4 × 5 the first makes
// (4-2) × (3+5)/2 and the second (5-3) × (2+4)/2.
func TestSharesOfAProduct(t *testing.T) {
	from, to := []float64{2, 3}, []float64{4, 5}
	parts, ok := Shares(2, func(set uint) float64 {
		made := 1.0
		for i := range from {
			if set&(1<<i) != 0 {
				made *= to[i]
			} else {
				made *= from[i]
			}
		}
		return made
	})
	if !ok || parts[0] != 8 || parts[1] != 6 {
		t.Errorf("%v", parts)
	}
}

// An order that passes through a mixture without a value is left out: of
// when(c, a / b, 0), where b was zero, b has to be exchanged before c.
func TestOrdersWithoutAValueAreLeftOut(t *testing.T) {
	for _, none := range []float64{math.NaN(), math.Inf(1)} {
		parts, ok := Shares(2, func(set uint) float64 {
			switch {
			case set&1 == 0:
				return 0
			case set&2 == 0:
				return none
			}
			return 7
		})
		if !ok || parts[0] != 7 || parts[1] != 0 {
			t.Errorf("%v, %v", parts, ok)
		}
		if _, ok := Shares(2, func(set uint) float64 {
			if set == 0 || set == 3 {
				return 1
			}
			return none
		}); ok {
			t.Error("no order has a value all along, and parts were found")
		}
	}
}

func TestSharesOfNothing(t *testing.T) {
	if parts, ok := Shares(0, func(uint) float64 { return 3 }); !ok || len(parts) != 0 {
		t.Errorf("%v, %v", parts, ok)
	}
}
