package measure

import (
	"cmp"
	"math"
	"slices"
)

// PercentTenths is how many steps of a tenth of a per cent a whole has: shares are
// told no finer.
const PercentTenths = 1000

// Apportioned rounds shares to multiples of one over the steps such that they
// add up to what their sum rounds to: each down, and then up those that lose
// most by it, of equals the first (the method of the largest remainder, of
// Hamilton). An absent share stays absent.
func Apportioned(shares []float64, steps float64) []float64 {
	rounded := make([]float64, len(shares))
	var order []int
	whole, given := 0.0, 0.0
	for i, share := range shares {
		rounded[i] = share
		if share-share == 0 {
			order = append(order, i)
			whole += share
			rounded[i] = math.Floor(share * steps)
			given += rounded[i]
		}
	}
	lost := func(i int) float64 { return float64(shares[i]*steps) - rounded[i] }
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(lost(b), lost(a)) })
	left := int(math.Round(whole*steps) - given)
	for _, i := range order[:max(0, min(left, len(order)))] {
		rounded[i]++
	}
	for _, i := range order {
		rounded[i] /= steps
	}
	return rounded
}
