package estimate

import "slices"

// part is a sum over 2^level successive blocks of a replicate, from block
// index·2^level of it on.
//
// Floating sums depend on their order, so sums of blocks are joined in one order
// only: along the binary tree over a replicate's blocks, two halves as soon as
// both are complete. What is kept are the largest complete parts. They and their
// bits depend on which blocks there are and on nothing else; there are at most
// some twice the logarithm of the number of blocks for each gap between them, so
// that workers do best to take runs of blocks; and
// rounding errors grow with that logarithm too (N. J. Higham, "The accuracy of
// floating point summation", SIAM J. Sci. Comput. 14, 1993).
type part[T any] struct {
	level, index int
	sum          T
}

func (p part[T]) start() int { return p.index << p.level }

// insert adds a part, whose blocks must be in none of the others, and joins what
// has become complete. Parts are ordered by their blocks.
func insert[T any](parts []part[T], p part[T], join func(left *T, right T)) []part[T] {
	at := len(parts)
	if at > 0 && parts[at-1].start() > p.start() {
		at, _ = slices.BinarySearchFunc(parts, p.start(), func(q part[T], start int) int { return q.start() - start })
	}
	parts = slices.Insert(parts, at, p)
	for {
		left := at - parts[at].index%2
		if left < 0 || left+1 >= len(parts) {
			return parts
		}
		l, r := &parts[left], &parts[left+1]
		if l.level != r.level || l.index/2 != r.index/2 {
			return parts
		}
		join(&l.sum, r.sum)
		l.level, l.index = l.level+1, l.index/2
		parts = slices.Delete(parts, left+1, left+2)
		at = left
	}
}
