package compare

import (
	"bytes"

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
