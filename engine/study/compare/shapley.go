package compare

import (
	"bytes"
	"math"

	"rackonomics/engine/random"
	"rackonomics/engine/shapley"
)

// set is which of some players are in, one byte each.
type set string

func (s set) with(player int) set { return s[:player] + "\x01" + s[player+1:] }

func none(players int) set { return set(make([]byte, players)) }

func everyone(players int) set { return set(bytes.Repeat([]byte{1}, players)) }

// share is what a player makes of a whole, with its standard error where it was sampled.
type share struct{ value, err float64 }

// exactShares are the Shapley values of a game whose value is known for every set.
func exactShares(players int, value func(set) float64) []share {
	sets := allSets(players)
	values, _ := shapley.Shares(players, func(at uint) float64 { return value(sets[at]) })
	shares := make([]share, players)
	for i := range values {
		shares[i].value = values[i]
	}
	return shares
}

func (s set) size() (size int) {
	for i := range len(s) {
		size += int(s[i])
	}
	return size
}

// allSets lists every set of players, each at the number of which they are the bits.
func allSets(players int) []set {
	sets := []set{none(players)}
	for i := range players {
		for _, s := range sets[:len(sets):len(sets)] {
			sets = append(sets, s.with(i))
		}
	}
	return sets
}

// replicates is how many independent samples of orders tell the sampling error.
const replicates = 16

// sampledOrders draws orders in which players may come, a list a replicate: each
// order and its reverse, which cancels much of the error where changes work on each
// other (antithetic sampling, R. Mitchell and others, "Sampling permutations for
// Shapley value estimation", 2022).
func sampledOrders(players, pairs int) (orders [replicates][][]int) {
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

// visited calls with each set that players come to in an order, the empty one first.
func visited(order []int, visit func(player int, before, after set)) {
	s := none(len(order))
	for _, player := range order {
		after := s.with(player)
		visit(player, s, after)
		s = after
	}
}

// sampledShares are the means of what players add over sampled orders. In each order
// the parts add up to the whole, and so do the means.
func sampledShares(players int, orders [replicates][][]int, value func(set) float64) []share {
	var means [replicates][]float64
	for replicate, list := range orders {
		means[replicate] = make([]float64, players)
		for _, order := range list {
			visited(order, func(player int, before, after set) {
				means[replicate][player] += (value(after) - value(before)) / float64(len(list))
			})
		}
	}
	shares := make([]share, players)
	for i := range shares {
		for _, mean := range means {
			shares[i].value += mean[i] / replicates
		}
		squares := 0.0
		for _, mean := range means {
			off := mean[i] - shares[i].value
			squares += float64(off * off)
		}
		shares[i].err = math.Sqrt(squares / (replicates * (replicates - 1)))
	}
	return shares
}
