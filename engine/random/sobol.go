package random

import (
	_ "embed"
	"fmt"
	"math/bits"
	"strconv"
	"strings"
)

// joeKuo has one line for each dimension after the first: the degree of its
// primitive polynomial, the polynomial's inner coefficients as a number, and as
// many first direction numbers as the degree. They are the first lines of the file
// new-joe-kuo-6.21201 of S. Joe and F. Y. Kuo, "Constructing Sobol sequences with
// better two-dimensional projections", SIAM J. Sci. Comput. 30 (2008); the notice
// that goes with them is in joe_kuo_licence.txt.
//
//go:embed joe_kuo.txt
var joeKuo string

// MaxDimensions is how many coordinates a point of [Sobol] can have.
const MaxDimensions = 160

// Sobol is a scrambled Sobol sequence: points of the unit cube that fill it more
// evenly than random ones, so that the mean of a smooth function over the first 2**m
// of them has an error that falls almost as the 3/2 power of their number, and
// yet each of them is uniform. Another replicate is an independent sequence, so
// the spread of several replicates' means tells the error.
//
// The points are scrambled after A. B. Owen, "Randomly permuted (t,m,s)-nets and
// (t,s)-sequences" (1995), by the hash of B. Burley, "Practical hash-based Owen
// scrambling", JCGT 9 (2020), with the constants of N. Vegdahl, "Building a better
// LK hash" (2021), and keys from Philox.
type Sobol struct {
	dimensions []sobolDimension
}

// sobolDimension is a coordinate: its direction numbers, and the keys of its
// scrambling. All of it has its lowest bit first, since the hash carries upwards.
type sobolDimension struct {
	steps         [32]uint32 // exclusive or of the direction numbers up to here
	add, multiply uint32
	key0, key1    uint32 // of the bits below the 32 that are scrambled
}

// The keys under which Philox makes the scrambling's keys and the lower bits:
// another than the 0 of [NewStream], so that a stream of the same seed is independent.
const (
	sobolKey  = 0x736f626f // "sobo" in ASCII
	lowerBits = 0x6c
)

// NewSobol returns the sequence of that seed and replicate, in so many dimensions,
// 1 to [MaxDimensions]. More dimensions leave the first ones as they are.
func NewSobol(seed uint64, replicate uint32, dimensions int) (*Sobol, error) {
	if dimensions < 1 || dimensions > MaxDimensions {
		return nil, fmt.Errorf("%d dimensions: Sobol points have 1 to %d", dimensions, MaxDimensions)
	}
	s := &Sobol{dimensions: make([]sobolDimension, dimensions)}
	lines := joeKuo
	for i := range s.dimensions {
		d := &s.dimensions[i]
		if i == 0 {
			d.steps = sobolSteps(radicalInverse())
		} else {
			var line string
			line, lines, _ = strings.Cut(lines, "\n")
			d.steps = sobolSteps(directionNumbers(line))
		}
		d.add, d.multiply, d.key0, d.key1 = philox4x32(uint32(seed), uint32(seed>>32), replicate, uint32(i), sobolKey, 0)
		d.multiply |= 1
	}
	return s, nil
}

// Dimensions returns how many coordinates the points have.
func (s *Sobol) Dimensions() int { return len(s.dimensions) }

// Points fills dst with one coordinate, counted from 0, of the points first,
// first+1, …. They come in the order of their index, not of Gray codes, and a point
// is the same whatever else is asked for; after 2**32 the points begin again.
// The numbers are uniform in (0, 1) and odd multiples of 2**-53, as those of
// [Stream.Uniforms]: 32 bits are scrambled, those below are random.
func (s *Sobol) Points(first uint32, dimension int, dst []float64) {
	d := &s.dimensions[dimension]
	x := d.point(first)
	var lower [4]uint32
	for i := range dst {
		index := first + uint32(i)
		if i == 0 || index%4 == 0 {
			lower[0], lower[1], lower[2], lower[3] = philox4x32(index/4, lowerBits, 0, 0, d.key0, d.key1)
		}
		dst[i] = uniform(lower[index%4], bits.Reverse32(d.scramble(x)))
		x ^= d.steps[bits.TrailingZeros32(index+1|1<<31)]
	}
}

// point returns the coordinate of the point before scrambling, lowest bit first.
func (d *sobolDimension) point(index uint32) uint32 {
	x := uint32(0)
	for ; index != 0; index &= index - 1 {
		digit := bits.TrailingZeros32(index)
		x ^= d.steps[digit]
		if digit > 0 {
			x ^= d.steps[digit-1]
		}
	}
	return x
}

// scramble is one random nested permutation: every bit of the result depends on
// that bit and lower ones only, which are the higher ones of the coordinate, and
// flips where those have a hash that says so. An even factor sees to that.
func (d *sobolDimension) scramble(x uint32) uint32 {
	x ^= x * 0x3d20adea
	x += d.add
	x *= d.multiply
	x ^= x * 0x05526c56
	x ^= x * 0x53a22864
	return x
}

// sobolSteps returns what leads from point i to i+1: the direction numbers of
// all digits that change, which are the last ones, joined and turned round.
func sobolSteps(directions [32]uint32) (steps [32]uint32) {
	joined := uint32(0)
	for digit, v := range directions {
		joined ^= bits.Reverse32(v)
		steps[digit] = joined
	}
	return steps
}

// radicalInverse returns the direction numbers of the first dimension.
func radicalInverse() (v [32]uint32) {
	for i := range v {
		v[i] = 1 << (31 - i)
	}
	return v
}

// directionNumbers returns those of a line of joeKuo, as fractions of 2**32, by
// the recurrence of P. Bratley and B. L. Fox, "Algorithm 659", ACM TOMS 14 (1988).
func directionNumbers(line string) (v [32]uint32) {
	var numbers []uint32
	for field := range strings.FieldsSeq(line) {
		n, err := strconv.ParseUint(field, 10, 32)
		if err != nil {
			panic("joe_kuo.txt: " + err.Error()) // a test reads every line
		}
		numbers = append(numbers, uint32(n))
	}
	degree, polynomial, first := int(numbers[0]), numbers[1], numbers[2:]
	for i := range v {
		if i < degree {
			v[i] = first[i] << (31 - i)
			continue
		}
		v[i] = v[i-degree] ^ v[i-degree]>>degree
		for k := 1; k < degree; k++ {
			v[i] ^= polynomial >> (degree - 1 - k) & 1 * v[i-k]
		}
	}
	return v
}
