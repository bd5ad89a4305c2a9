package estimate

import (
	"fmt"
	"math"
	"slices"
)

// Range is the blocks from From up to, and without, To.
type Range struct{ From, To int }

// String tells a range in words: "block 4", "blocks 4 to 7".
func (r Range) String() string {
	if r.To == r.From+1 {
		return fmt.Sprintf("block %d", r.From)
	}
	return fmt.Sprintf("blocks %d to %d", r.From, r.To-1)
}

// blocks is a set of blocks, with a fingerprint of all values of each, by which a
// block that comes again is told from another of its number.
type blocks struct {
	numbers []int // ascending
	prints  []uint64
}

// replicateOf returns the replicate that a block belongs to and its place there.
func replicateOf(block int) (replicate, index int) { return block % Replicates, block / Replicates }

// add puts a block in, and reports whether it is new. The same number with another
// fingerprint is an error.
func (b *blocks) add(block int, print uint64) (bool, error) {
	if block < 0 || block >= MaximumBlocks {
		return false, fmt.Errorf("block %d: it must be from 0 to %d", block, MaximumBlocks-1)
	}
	at := len(b.numbers)
	if at > 0 && b.numbers[at-1] >= block {
		var there bool
		if at, there = slices.BinarySearch(b.numbers, block); there {
			return false, b.same(at, print)
		}
	}
	b.numbers = slices.Insert(b.numbers, at, block)
	b.prints = slices.Insert(b.prints, at, print)
	return true, nil
}

func (b *blocks) same(at int, print uint64) error {
	if b.prints[at] != print {
		return fmt.Errorf("block %d came twice, with different values: the two are not of the same study", b.numbers[at])
	}
	return nil
}

// relation is how two sets of blocks stand to each other.
type relation int

const (
	apart    relation = iota // no block is in both
	contains                 // every block of the other is in the first
	within                   // every block of the first is in the other, which has more
)

// compare returns how other stands to b. Sets that share some blocks, and of which
// each has others, are refused: what is kept of blocks cannot be taken apart.
func (b *blocks) compare(other *blocks) (relation, error) {
	var shared, rest []int
	for at, block := range other.numbers {
		mine, there := slices.BinarySearch(b.numbers, block)
		if !there {
			rest = append(rest, block)
			continue
		}
		if err := b.same(mine, other.prints[at]); err != nil {
			return apart, err
		}
		shared = append(shared, block)
	}
	switch {
	case len(rest) == 0:
		return contains, nil
	case len(shared) == 0:
		return apart, nil
	case len(shared) == len(b.numbers):
		return within, nil
	}
	return apart, fmt.Errorf("parts of a study must have no block in common, or one must hold the other whole: both have %v, only one has %v",
		rangesOf(shared)[0], rangesOf(rest)[0])
}

// join puts in the blocks of other, of which none is in b.
func (b *blocks) join(other *blocks) {
	both := blocks{make([]int, 0, len(b.numbers)+len(other.numbers)), make([]uint64, 0, len(b.numbers)+len(other.numbers))}
	i, j := 0, 0
	for i < len(b.numbers) || j < len(other.numbers) {
		from, at := b, &i
		if i == len(b.numbers) || j < len(other.numbers) && other.numbers[j] < b.numbers[i] {
			from, at = other, &j
		}
		both.numbers = append(both.numbers, from.numbers[*at])
		both.prints = append(both.prints, from.prints[*at])
		*at++
	}
	*b = both
}

func (b *blocks) clone() blocks { return blocks{slices.Clone(b.numbers), slices.Clone(b.prints)} }

// rangesOf tells ascending numbers as ranges.
func rangesOf(numbers []int) []Range {
	var ranges []Range
	for _, n := range numbers {
		if last := len(ranges) - 1; last >= 0 && ranges[last].To == n {
			ranges[last].To++
			continue
		}
		ranges = append(ranges, Range{n, n + 1})
	}
	return ranges
}

// fingerprint continues a hash with values: FNV-1a (G. Fowler, L. C. Noll,
// K.-P. Vo) by words in place of bytes, with the upper half folded down. Zeros of
// both signs count alike, as do all values that are absent.
func fingerprint(hash uint64, values []float64) uint64 {
	hash = hashed(hash, uint64(len(values)))
	for _, x := range values {
		hash = hashed(hash, math.Float64bits(plain(x)))
	}
	return hash
}

const fingerprintStart = 14695981039346656037

func hashed(hash, word uint64) uint64 {
	hash = (hash ^ word) * 1099511628211
	return hash ^ hash>>32
}

// plain returns x with one zero and one absent value.
func plain(x float64) float64 {
	if x == 0 {
		return 0
	}
	return finite(x)
}
