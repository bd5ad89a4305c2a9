package measure

import (
	"math"
	"testing"
)

// Annual examples stand in as months with the rate's twelfth root undone: a
// period is a period.
func perPeriod(rate float64) float64 { return math.Pow(1+rate, 12) - 1 }

func TestPaybackPublished(t *testing.T) {
	cases := []struct {
		source    string
		rate      float64
		flows     []float64
		want      float64 // periods
		tolerance float64
	}{
		// justaaa.com/finance/28200-calculating-discounted-payback-lo3-an-investment
		// (S. A. Ross et al., Fundamentals of Corporate Finance)
		{"Ross, 5,200", 0.14, []float64{-5200, 2800, 3700, 5100, 4300}, 1.96, 5e-3},
		// The page divides by the cumulative value here, 3,345.52; both make 2.03.
		{"Ross, 5,400", 0.14, []float64{-5400, 2800, 3700, 5100, 4300}, 2 + 96.83/3442.35, 1e-5},
		{"Ross, 10,400", 0.14, []float64{-10400, 2800, 3700, 5100, 4300}, 3.65, 5e-3},
		// easycalculation.com/budget/learn-discounted-payback-period.php
		{"easycalculation", 0.11, []float64{-50000, 10000, 10000, 10000, 10000, 10000, 10000, 10000, 10000}, 7.66, 5e-3},
		// gaodun.com/q/500s5h (CFA): 3 + 32,828.44/38,131.08
		{"gaodun", 0.12, []float64{-200000, 60000, 80000, 70000, 60000, 50000}, 3 + 32828.44/38131.08, 1e-6},
	}
	for _, c := range cases {
		got := DiscountedPayback(perPeriod(c.rate), c.flows)
		if got.State != Reached || !close(got.Months, c.want, c.tolerance) || got.Month != int(math.Ceil(c.want)) {
			t.Errorf("%s: %+v, want %v", c.source, got, c.want)
		}
	}
}

func TestPayback(t *testing.T) {
	nan := math.NaN()
	cases := []struct {
		about string
		flows []float64
		want  PaybackPeriod
	}{
		{"in the middle of a month", []float64{-100, 40, 40, 40}, PaybackPeriod{Reach{Reached, 3}, 2.5}},
		{"at the end of a month", []float64{-100, 50, 50, 40}, PaybackPeriod{Reach{Reached, 2}, 2}},
		{"never", []float64{-100, 40, 40}, PaybackPeriod{Months: nan}},
		{"later investment", []float64{10, -50, 20, 40}, PaybackPeriod{Reach{Reached, 3}, 2.5}},
		{"prepaid", []float64{10, -5, -5, 1}, PaybackPeriod{Reach: Reach{State: FromStart}}},
		{"lost again later", []float64{-10, 10, -10}, PaybackPeriod{Reach{Reached, 1}, 1}},
		{"nothing", nil, PaybackPeriod{Months: nan}},
		{"absent flow", []float64{-10, nan, 30}, PaybackPeriod{Months: nan}},
		{"absent from the start", []float64{nan, 30}, PaybackPeriod{Months: nan}},
	}
	for _, c := range cases {
		got := Payback(c.flows)
		same := got.Months == c.want.Months || got.Months != got.Months && c.want.Months != c.want.Months
		if got.Reach != c.want.Reach || !same {
			t.Errorf("%s: %+v, want %+v", c.about, got, c.want)
		}
	}
	if got := DiscountedPayback(-1, []float64{-1, 5}); got.State != NotReached {
		t.Errorf("at a rate of -1: %+v", got)
	}
}
