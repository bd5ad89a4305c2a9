package estimate

import "encoding/binary"

// The versions of what is written, which stand in its first byte.
const (
	tallyVersion   = 1
	indicesVersion = 65
)

// What is written of a tally, in unsigned LEB128 numbers in their shortest form
// and in float64 as 8 bytes, the lowest first: version; outputs; exact; the
// blocks; of each output and replicate the absent lanes, each part (values, mean,
// squares; which parts there are follows from the blocks), and the sketch: its
// values, or the number of its buckets and of each the least value, the largest
// and the count. The same content has one form, and [Decode] reads no other.

// AppendTo appends the tally's binary form.
func (t *Tally) AppendTo(to []byte) []byte {
	to = append(to, tallyVersion)
	to = binary.AppendUvarint(to, uint64(t.shape.Outputs))
	to = binary.AppendUvarint(to, uint64(t.shape.Exact))
	to = t.blocks.appendTo(to)
	for i := range t.columns {
		for r := range Replicates {
			kept := &t.columns[i][r]
			to = binary.AppendUvarint(to, kept.sketch.absent)
			for _, p := range kept.parts {
				to = p.sum.appendTo(to)
			}
			to = kept.sketch.appendTo(to)
		}
	}
	return to
}

// Decode reads the binary form of a tally. What it allocates is bounded by the
// bytes that are there, at worst a hundred of memory for each.
func Decode(from []byte) (*Tally, error) {
	r := &reader{rest: from}
	r.version("tally", tallyVersion)
	// Each replicate of an output takes a byte at least.
	shape := Shape{r.number("outputs", min(MaximumOutputs, len(from)/Replicates)), r.number("exact", MaximumExact)}
	if r.err != nil {
		return nil, r.err
	}
	t, err := New(shape)
	if err != nil {
		return nil, err
	}
	t.blocks.decode(r)
	for i, forms := 0, t.blocks.parts(); i < len(t.columns) && r.err == nil; i++ {
		for replicate := range Replicates {
			kept := &t.columns[i][replicate]
			kept.sketch.absent = r.uvarint("absent lanes", mostLanes)
			kept.parts = decodeParts(r, forms[replicate], bytesOfMoments, decodeMoments)
			values := uint64(0)
			for _, p := range kept.parts {
				values += p.sum.count
			}
			kept.sketch.decode(r, values)
			if lanes := t.columns[0][replicate].sketch.Lanes(); kept.sketch.Lanes() != lanes {
				r.fail("output %d has %d lanes in replicate %d: the first has %d", i, kept.sketch.Lanes(), replicate, lanes)
			}
		}
	}
	return t, r.end()
}

// mostLanes bounds every number of lanes that is read.
const mostLanes = MaximumBlocks * MaximumLanes

// appendTo writes the number of ranges; of each the blocks left out before it, of
// which only the first may have none, and the blocks in it less one; and all
// fingerprints.
func (b *blocks) appendTo(to []byte) []byte {
	ranges := rangesOf(b.numbers)
	to = binary.AppendUvarint(to, uint64(len(ranges)))
	next := 0
	for _, r := range ranges {
		to = binary.AppendUvarint(to, uint64(r.From-next))
		to = binary.AppendUvarint(to, uint64(r.To-r.From-1))
		next = r.To + 1
	}
	for _, print := range b.prints {
		to = binary.LittleEndian.AppendUint64(to, print)
	}
	return to
}

func (b *blocks) decode(r *reader) {
	next := 0
	for range r.number("ranges of blocks", MaximumBlocks) {
		from := next + r.number("blocks left out", MaximumBlocks)
		length := 1 + r.number("blocks in a range", len(r.rest)/8-len(b.numbers)-1)
		if from+length > MaximumBlocks {
			r.fail("block %d: it must be from 0 to %d", from+length-1, MaximumBlocks-1)
		}
		if r.err != nil {
			return
		}
		for block := range length {
			b.numbers = append(b.numbers, from+block)
		}
		next = from + length + 1
	}
	b.prints = make([]uint64, 0, len(b.numbers))
	for range b.numbers {
		b.prints = append(b.prints, r.bits())
	}
}

// parts returns, of each replicate, the parts that its blocks make.
func (b *blocks) parts() (forms [Replicates][]part[struct{}]) {
	for _, block := range b.numbers {
		r, index := replicateOf(block)
		forms[r] = insert(forms[r], part[struct{}]{index: index}, func(*struct{}, struct{}) {})
	}
	return forms
}

// decodeParts reads the sums of parts, each of which takes so many bytes at least.
func decodeParts[T any](r *reader, forms []part[struct{}], bytes int, decode func(*reader) T) []part[T] {
	if len(forms)*bytes > len(r.rest) {
		r.fail("it ends in the sums of %d parts", len(forms))
		return nil
	}
	parts := make([]part[T], 0, len(forms))
	for _, form := range forms {
		parts = append(parts, part[T]{form.level, form.index, decode(r)})
	}
	return parts
}

// bytesOfMoments is how many bytes moments take at least.
const bytesOfMoments = 1 + 8 + 8

func (m *moments) appendTo(to []byte) []byte {
	to = binary.AppendUvarint(to, m.count)
	return appendFloats(to, m.mean, m.squares)
}

func decodeMoments(r *reader) moments {
	m := moments{r.uvarint("values", mostLanes), r.sum(), r.squares()}
	if m.count == 0 && m != (moments{}) {
		r.fail("moments of no value are mean %v and squares %v: they must be 0", m.mean, m.squares)
	}
	return m
}

func (s *Sketch) appendTo(to []byte) []byte {
	if s.buckets == nil {
		return appendFloats(to, s.values...)
	}
	to = binary.AppendUvarint(to, uint64(len(s.buckets)))
	for _, b := range s.buckets {
		to = appendFloats(to, b.low, b.high)
		to = binary.AppendUvarint(to, b.count)
	}
	return to
}

// decode reads a sketch of so many values.
func (s *Sketch) decode(r *reader, count uint64) {
	s.count = count
	if count > uint64(s.exact) {
		s.decodeBuckets(r)
		return
	}
	if count > uint64(len(r.rest)/8) {
		r.fail("it ends in a sketch of %d values", count)
		return
	}
	if count > 0 {
		s.values = make([]float64, 0, count)
	}
	for i := range int(count) {
		x := r.value()
		if i > 0 && !(x >= s.values[i-1]) {
			r.fail("a sketch has value %v after %v: they must ascend", x, s.values[i-1])
		}
		s.values = append(s.values, x)
	}
}

func (s *Sketch) decodeBuckets(r *reader) {
	n := r.number("buckets", len(r.rest)/(8+8+1))
	s.buckets = make([]bucket, 0, n)
	left := s.count
	for i := range n {
		b := bucket{r.value(), r.value(), r.uvarint("values of a bucket", mostLanes)}
		top := bucket{low: b.high}
		switch {
		case b.low > b.high || b.key() != top.key():
			r.fail("a bucket reaches from %v to %v: that is no bucket", b.low, b.high)
		case b.count == 0 || b.count > left || b.count == 1 && b.low != b.high:
			r.fail("a bucket from %v to %v has %d values, of %d", b.low, b.high, b.count, left)
		case i > 0 && s.buckets[i-1].key() >= b.key():
			r.fail("a bucket at %v follows that at %v: they must ascend", b.low, s.buckets[i-1].low)
		}
		left -= b.count
		s.buckets = append(s.buckets, b)
	}
	if left != 0 {
		r.fail("the buckets of a sketch lack %d of %d values", left, s.count)
	}
}
