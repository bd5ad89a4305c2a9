package compare

import (
	"math"
	"testing"
)

// The error of a mean of independent samples, from each alone.
func TestErrorOfSampledShares(t *testing.T) {
	const players = 5
	game := func(s set) float64 { return float64(s.size() * s.size() * int(s[0]+2*s[1]+s[3])) }
	orders := sampledOrders(players, 1)
	var alone [replicates][]share
	for i := range alone {
		var same [replicates][][]int
		for k := range same {
			same[k] = orders[i]
		}
		alone[i] = sampledShares(players, same, game)
	}
	for player, got := range sampledShares(players, orders, game) {
		mean, squares := 0.0, 0.0
		for _, one := range alone {
			mean += one[player].value / replicates
		}
		for _, one := range alone {
			squares += (one[player].value - mean) * (one[player].value - mean)
		}
		if want := math.Sqrt(squares / (replicates - 1) / replicates); math.Abs(got.err-want) > 1e-12 || want == 0 {
			t.Errorf("player %d has an error of %v, not %v", player, got.err, want)
		}
	}
}
