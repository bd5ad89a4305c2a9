package compare

import (
	"math"
	"reflect"
	"slices"
	"testing"
)

// The error of a mean of independent samples, from each alone.
func TestErrorOfSampledShares(t *testing.T) {
	const players = 5
	game := func(s set) float64 { return float64(s.size() * s.size() * int(s[0]+2*s[1]+s[3])) }
	orders := sampledOrders(players, 1)
	var alone [replicates][]share
	for i := range alone {
		same := make([][][]int, replicates)
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

// An estimate after each round is the whole difference, is near the last, and is the
// same whatever was computed after it. A t of three degrees of freedom is above 30 once
// in ten thousand times; beyond the error that the replicates show there is what all
// share.
func TestEstimatesOfRounds(t *testing.T) {
	from := load(t, "half-the-data-center")
	to := load(t, "half-the-data-center",
		change("lease.anthropic.share", "0.6"), change("lease.anthropic.fee", "9e8"), change("operator.sofr", "0.06"),
		change("operator.cost_growth", "0.02"), change("operator.discount_rate", "0.12"), change("operator.reported_revenue", "3e8"),
		change("operator.reported_non_cash_costs", "6e8"), change("operator.capital_spending", "2e9"), change("source.tva.price", "45"),
		change("site.memphis.power_usage_effectiveness", "1.3"))
	figure, err := ParseFigure("net_present_value")
	if err != nil {
		t.Fatal(err)
	}
	a := NewAttributing(from, to, figure)
	var estimates []*Attribution
	for !a.Done() {
		round := a.Round()
		if err := a.Step(); err != nil {
			t.Fatal(err)
		}
		if a.Round() > round {
			estimates = append(estimates, a.Attribution(round))
		}
	}
	if len(estimates) != len(rounds) || a.Rounds() != len(rounds) {
		t.Fatalf("%d estimates of %d changes in %d rounds", len(estimates), len(a.exchange.groups), a.Rounds())
	}
	last := estimates[len(estimates)-1]
	if whole, err := Attribute(from, to, figure); err != nil || !reflect.DeepEqual(whole, last) {
		t.Errorf("in steps %+v; at once %+v, %v", last, whole, err)
	}
	for round, estimate := range estimates {
		checkWhole(t, estimate)
		if round > 0 && estimate.Runs <= estimates[round-1].Runs || estimate.Exact {
			t.Errorf("round %d: %d scenarios, exact: %v", round, estimate.Runs, estimate.Exact)
		}
		if !reflect.DeepEqual(estimate, a.Attribution(round)) {
			t.Errorf("the estimate of round %d is another when all are computed", round)
		}
		for _, part := range estimate.Parts {
			at := slices.IndexFunc(last.Parts, func(p Part) bool { return p.Differences[0].Path == part.Differences[0].Path })
			if off := math.Abs(part.Value - last.Parts[at].Value); off > 30*part.Error+0.01*math.Abs(last.To-last.From) {
				t.Errorf("round %d: %s makes %v ± %v, in the end %v", round, part.Differences[0].Path, part.Value, part.Error, last.Parts[at].Value)
			}
		}
	}
}
