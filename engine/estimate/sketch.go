package estimate

import (
	"math"
	"slices"
)

// Resolution is how far a quantile of a [Sketch] may be off, relative to the
// larger of the two values that it lies between, once there are too many values to
// keep each. (Below 2^-1022, where float64 has fewer digits, it is 2^-1032.)
const Resolution = 0x1p-10

// bucketShift leaves of a number's bits its exponent and the first 9 bits of its
// mantissa, so that a bucket is 2^-9 of its lower end wide.
const bucketShift = 52 - 9

// chunk is how many values are sorted at once, without memory of their own.
const chunk = 128

// Sketch is the distribution of values: each of them, ascending, up to a stated
// number, and beyond it how many there are in each of the buckets that share sign,
// exponent and the first 9 bits of the mantissa, with the least and the largest
// value there. So values that lie further apart than that, such as months or
// numbers of things up to 1024, stay exact. Zero has a bucket of its own. A value
// that is NaN or infinite counts as absent. All of it is a function of the
// multiset of values. The idea is that of C. Masson, J. E. Rim and H. K. Lee,
// "DDSketch", PVLDB 12 (2019), with float64's own exponents for logarithms.
type Sketch struct {
	exact         int // up to which number of values each is kept
	count, absent uint64
	values        []float64 // ascending; of all values, while there are no more than exact
	buckets       []bucket  // ascending; of all values, when there are more
}

type bucket struct {
	low, high float64 // the least and the largest value
	count     uint64
}

// key numbers the buckets in the order of their values.
func (b *bucket) key() int32 {
	if b.low == 0 {
		return 0
	}
	key := int32(math.Float64bits(math.Abs(b.low))>>bucketShift) + 1
	if b.low < 0 {
		return -key
	}
	return key
}

func (b *bucket) join(other bucket) {
	b.low, b.high = min(b.low, other.low), max(b.high, other.high)
	b.count += other.count
}

// Lanes is the number of values, absent ones among them.
func (s *Sketch) Lanes() uint64 { return s.count + s.absent }

// Add takes values in.
func (s *Sketch) Add(values []float64) {
	var some [chunk]float64
	for len(values) > 0 {
		n := 0
		for _, x := range values[:min(chunk, len(values))] {
			if x = plain(x); x == x {
				some[n] = x
				n++
			} else {
				s.absent++
			}
		}
		slices.Sort(some[:n])
		s.addAscending(some[:n])
		values = values[min(chunk, len(values)):]
	}
}

// Merge takes in the values of another sketch, which keeps as many as they are.
func (s *Sketch) Merge(other *Sketch) {
	s.absent += other.absent
	if other.buckets == nil {
		s.addAscending(other.values)
		return
	}
	s.coarsen()
	s.count += other.count
	s.buckets = joined(s.buckets, other.buckets)
}

func (s *Sketch) addAscending(values []float64) {
	if s.buckets == nil && s.count+uint64(len(values)) <= uint64(s.exact) {
		s.count += uint64(len(values))
		s.values = interleaved(s.values, values)
		return
	}
	s.coarsen()
	s.count += uint64(len(values))
	var some [chunk]bucket
	for len(values) > 0 {
		n := min(chunk, len(values))
		s.buckets = joined(s.buckets, folded(some[:0], values[:n]))
		values = values[n:]
	}
}

// coarsen puts the values into buckets.
func (s *Sketch) coarsen() {
	if s.values != nil {
		s.buckets = folded(nil, s.values)
		s.values = nil
	}
}

// folded appends ascending values to buckets, whose last may take some of them.
func folded(buckets []bucket, values []float64) []bucket {
	for _, x := range values {
		one := bucket{x, x, 1}
		if last := len(buckets) - 1; last >= 0 && buckets[last].key() == one.key() {
			buckets[last].join(one)
		} else {
			buckets = append(buckets, one)
		}
	}
	return buckets
}

// interleaved merges ascending values into others, from the end on so that it
// needs no memory beside them.
func interleaved(values, more []float64) []float64 {
	i, j := len(values)-1, len(more)-1
	values = slices.Grow(values, len(more))[:len(values)+len(more)]
	for k := len(values) - 1; j >= 0; k-- {
		if i >= 0 && values[i] > more[j] {
			values[k] = values[i]
			i--
		} else {
			values[k] = more[j]
			j--
		}
	}
	return values
}

// joined adds ascending buckets to others. Once there are many, most are there
// already, so they are looked up; only new ones cost a pass over all.
func joined(buckets, more []bucket) []bucket {
	var some [chunk]bucket
	for len(more) > 0 {
		fresh, at := some[:0], 0
		n := min(chunk, len(more))
		for _, b := range more[:n] {
			at += firstFrom(buckets[at:], b.key())
			if at < len(buckets) && buckets[at].key() == b.key() {
				buckets[at].join(b)
			} else {
				fresh = append(fresh, b)
			}
		}
		buckets = spliced(buckets, fresh)
		more = more[n:]
	}
	return buckets
}

// firstFrom returns how many buckets come before those of a key.
func firstFrom(buckets []bucket, key int32) int {
	low, high := 0, len(buckets)
	for low < high {
		middle := (low + high) / 2
		if buckets[middle].key() < key {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// spliced puts ascending buckets that are not there yet in their places, as
// interleaved does values.
func spliced(buckets, fresh []bucket) []bucket {
	i, j := len(buckets)-1, len(fresh)-1
	buckets = slices.Grow(buckets, len(fresh))[:len(buckets)+len(fresh)]
	for k := len(buckets) - 1; j >= 0; k-- {
		if i >= 0 && buckets[i].key() > fresh[j].key() {
			buckets[k] = buckets[i]
			i--
		} else {
			buckets[k] = fresh[j]
			j--
		}
	}
	return buckets
}

// Quantile returns the value that a share p of those that are there lie below, and
// how far it may be off for want of the single values: no more than [Resolution]
// says, and nothing while each is kept. It is type 7 of R. J. Hyndman and Y. Fan,
// "Sample quantiles in statistical packages", The American Statistician 50 (1996):
// straight between the values at the ranks around 1 + (n-1)p.
func (s *Sketch) Quantile(p float64) (value, off float64) {
	if s.count == 0 || !(p >= 0 && p <= 1) {
		return math.NaN(), math.NaN()
	}
	rank := float64(float64(s.count-1) * p)
	whole := math.Floor(rank)
	value, off = s.ranked(uint64(whole))
	if share := rank - whole; share > 0 {
		next, nextOff := s.ranked(uint64(whole) + 1)
		value += float64(share * (next - value))
		off = max(off, nextOff)
	}
	return finite(value), off
}

// ranked returns the value that so many others come before, and how far it may be
// off.
func (s *Sketch) ranked(before uint64) (value, off float64) {
	if s.buckets == nil {
		return s.values[before], 0
	}
	for i := range s.buckets {
		b := &s.buckets[i]
		switch {
		case before == 0:
			return b.low, 0
		case before == b.count-1:
			return b.high, 0
		case before < b.count:
			half := float64((b.high - b.low) / 2)
			return b.low + half, half
		}
		before -= b.count
	}
	return math.NaN(), math.NaN()
}

// AtOrAbove returns the share of all values, absent ones among them, that are at x
// or above, and how far it may be off: by nothing while each value is kept or no
// bucket has x strictly inside.
func (s *Sketch) AtOrAbove(x float64) (share, off float64) {
	below, off := s.before(func(value float64) bool { return value < x }, x)
	return s.share(float64(s.count)-below, off)
}

// AtOrBelow is as [Sketch.AtOrAbove], for values at x or below.
func (s *Sketch) AtOrBelow(x float64) (share, off float64) {
	return s.share(s.before(func(value float64) bool { return value <= x }, x))
}

func (s *Sketch) share(count, off float64) (float64, float64) {
	if s.Lanes() == 0 {
		return math.NaN(), math.NaN()
	}
	return count / float64(s.Lanes()), off / float64(s.Lanes())
}

// before counts the values that come first: those for which is holds, which it
// does up to somewhere about x. A bucket that has x inside is taken to be filled
// evenly; its least value comes first and its largest does not.
func (s *Sketch) before(is func(float64) bool, x float64) (count, off float64) {
	if s.buckets == nil {
		n, _ := slices.BinarySearchFunc(s.values, x, func(value, _ float64) int { return order(is(value)) })
		return float64(n), 0
	}
	for i := range s.buckets {
		b := &s.buckets[i]
		if is(b.high) {
			count += float64(b.count)
			continue
		}
		if is(b.low) {
			inner := float64(b.count - 2)
			part := float64(inner * ((x - b.low) / (b.high - b.low)))
			count += 1 + part
			off = max(part, inner-part)
		}
		break
	}
	return count, off
}

// order is how a value that comes first, or does not, compares with the place
// between the two.
func order(first bool) int {
	if first {
		return -1
	}
	return 1
}
