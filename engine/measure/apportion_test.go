package measure

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestApportionedByLargestRemainder(t *testing.T) {
	third := 1.0 / 3
	for _, test := range []struct {
		shares []float64
		steps  float64
		want   []float64
	}{
		{[]float64{third, third, third}, 100, []float64{0.34, 0.33, 0.33}}, // one by one they come to 99 %
		{[]float64{0.125, 0.125, 0.75}, 100, []float64{0.13, 0.12, 0.75}},  // and here to 101 %
		{[]float64{0.0049, 0.9951}, 100, []float64{0, 1}},
		{[]float64{2. / 3, third}, 1000, []float64{0.667, 0.333}},
		{[]float64{0.2, 0.1}, 10, []float64{0.2, 0.1}}, // not of a whole
		{[]float64{1}, 100, []float64{1}},
		{nil, 100, nil},
	} {
		if got := Apportioned(test.shares, test.steps); !slices.Equal(got, test.want) {
			t.Errorf("%v are apportioned as %v, want %v", test.shares, got, test.want)
		}
	}
	if got := Apportioned([]float64{math.NaN(), math.NaN()}, 100); !math.IsNaN(got[0]) || !math.IsNaN(got[1]) {
		t.Errorf("absent shares are apportioned as %v", got)
	}
}

// Shares of a whole add up to the whole, none is off by a step, and a larger one
// never has less.
func TestApportionedSharesAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.Float64Range(0, 1e12), 1, 20).Draw(t, "parts")
		steps := rapid.SampledFrom([]float64{1, 10, 100, 1000}).Draw(t, "steps")
		whole := 0.0
		for _, part := range parts {
			whole += part
		}
		if whole == 0 {
			return
		}
		shares := make([]float64, len(parts))
		for i, part := range parts {
			shares[i] = part / whole
		}
		sum := 0.0
		rounded := Apportioned(shares, steps)
		for i, share := range rounded {
			sum += math.Round(share * steps)
			if math.Abs(share-shares[i])*steps >= 1+1e-9 || share < 0 {
				t.Errorf("%v is apportioned as %v in steps of 1/%v", shares[i], share, steps)
			}
			for j, other := range rounded {
				if shares[i] > shares[j] && share < other {
					t.Errorf("%v has %v, and %v has %v", shares[i], share, shares[j], other)
				}
			}
		}
		if sum != steps {
			t.Errorf("%v add up to %v of %v steps", rounded, sum, steps)
		}
	})
}
