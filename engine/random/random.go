// Package random gives every place in a simulation its own random numbers.
//
// A number depends only on the seed, the stream's name, the block, the month
// and the lane it is for, never on what was drawn before. So a path of a
// Monte Carlo run is the same whether it is computed alone, on another
// machine, or in another order.
//
// The generator is Philox4x32-10, after J. K. Salmon, M. A. Moraes, R. O. Dror
// and D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011).
package random

import "rackonomics/engine/elementary"

// Stream is one named source of randomness. Streams of different names or
// seeds are independent. A Stream holds no state and may be copied and used
// from several places.
type Stream struct {
	key0, key1, word uint32
}

// NewStream returns the stream of that name. All 64 bits of the seed count.
func NewStream(seed uint64, name string) Stream {
	// The name's 64 bits and the seed's are one Philox block. 96 bits of it
	// identify the stream: the key, and one word of the counter.
	hash := fnv1a(name)
	c0, c1, c2, _ := philox4x32(uint32(seed), uint32(seed>>32), uint32(hash), uint32(hash>>32), 0, 0)
	return Stream{key0: c0, key1: c1, word: c2}
}

// fnv1a returns the 64-bit FNV-1a hash of s (G. Fowler, L. C. Noll, K.-P. Vo)
// without the allocations of hash/fnv.
func fnv1a(s string) uint64 {
	hash := uint64(14695981039346656037)
	for i := range len(s) {
		hash = (hash ^ uint64(s[i])) * 1099511628211
	}
	return hash
}

// Uniforms fills dst, lane by lane, with numbers uniform in (0, 1). They are
// the odd multiples of 2**-53, so neither 0 nor 1 occurs, 1-u is exact, and u
// and 1-u are equally likely.
func (s Stream) Uniforms(block, month uint32, dst []float64) {
	for lane := 0; lane < len(dst); lane += 2 {
		c0, c1, c2, c3 := philox4x32(uint32(lane/2), month, block, s.word, s.key0, s.key1)
		dst[lane] = uniform(c0, c1)
		if lane+1 < len(dst) {
			dst[lane+1] = uniform(c2, c3)
		}
	}
}

// Normals fills dst, lane by lane, with standard normal numbers: the
// quantiles of what Uniforms gives for the same block and month. All lie
// within ±8.3.
func (s Stream) Normals(block, month uint32, dst []float64) {
	s.Uniforms(block, month, dst)
	for lane, u := range dst {
		dst[lane] = elementary.NormalQuantile(u)
	}
}

// uniform returns an odd multiple of 2**-53 from the upper 52 of 64 bits.
func uniform(low, high uint32) float64 {
	bits := uint64(high)<<32 | uint64(low)
	return float64(bits>>12<<1|1) * 0x1p-53
}
