package compare

import (
	"math"

	"rackonomics/engine/random"
)

// replicates is how many independent samples of orders tell the sampling error, and
// pairs how many orders each has, each with its reverse.
const replicates, pairs = 16, 2

// rounds are the samples after which there is an estimate: the first orders of the
// first replicates, at last all of all. Each has those of the one before. Fewer than
// four replicates would tell too little of the error.
var rounds = [...]struct{ replicates, pairs int }{{4, 1}, {8, 1}, {replicates, 1}, {replicates, pairs}}

// Rounds is how many rounds an attribution has at most.
const Rounds = len(rounds)

// sampledOrders draws orders in which players may come, a list a replicate: each
// order and its reverse, which cancels much of the error where changes work on each
// other (antithetic sampling, R. Mitchell and others, "Sampling permutations for
// Shapley value estimation", 2022).
func sampledOrders(players, pairs int) [][][]int {
	orders := make([][][]int, replicates)
	stream := random.NewStream(0, "orders of changes")
	draws := make([]float64, players)
	for replicate := range orders {
		for pair := range pairs {
			stream.Uniforms(uint32(replicate), uint32(pair), draws)
			order, reverse := make([]int, players), make([]int, players)
			for i := range order {
				at := int(draws[i] * float64(i+1)) // Fisher and Yates, from the inside out
				order[i] = order[at]
				order[at] = i
			}
			for i, player := range order {
				reverse[players-1-i] = player
			}
			orders[replicate] = append(orders[replicate], order, reverse)
		}
	}
	return orders
}

// ofRound are those of the orders that a round takes.
func ofRound(orders [][][]int, round int) [][][]int {
	taken := make([][][]int, rounds[round].replicates)
	for i := range taken {
		taken[i] = orders[i][:2*rounds[round].pairs]
	}
	return taken
}

// visited calls with each set that players come to in an order, the empty one first.
func visited(order []int, visit func(player int, before, after set)) {
	s := none(len(order))
	for _, player := range order {
		after := s.with(player)
		visit(player, s, after)
		s = after
	}
}

// sampledSets lists the sets that players come to in orders and that were not seen
// before.
func sampledSets(players int, orders [][][]int, seen map[set]bool) (sets []set) {
	see := func(s set) {
		if !seen[s] {
			seen[s] = true
			sets = append(sets, s)
		}
	}
	see(none(players))
	for _, list := range orders {
		for _, order := range list {
			visited(order, func(_ int, _, after set) { see(after) })
		}
	}
	return sets
}

// sampledShares are the means of what players add over sampled orders, of which each
// replicate has as many. In each order the parts add up to the whole, and so do the
// means.
func sampledShares(players int, orders [][][]int, value func(set) float64) []share {
	means := make([][]float64, len(orders))
	for replicate, list := range orders {
		means[replicate] = make([]float64, players)
		for _, order := range list {
			visited(order, func(player int, before, after set) {
				means[replicate][player] += (value(after) - value(before)) / float64(len(list))
			})
		}
	}
	shares, samples := make([]share, players), float64(len(orders))
	for i := range shares {
		for _, mean := range means {
			shares[i].value += mean[i] / samples
		}
		squares := 0.0
		for _, mean := range means {
			off := mean[i] - shares[i].value
			squares += float64(off * off)
		}
		shares[i].err = math.Sqrt(squares / (samples * (samples - 1)))
	}
	return shares
}
