package estimate

import "encoding/binary"

// AppendTo appends the binary form of the indices: version; inputs; the blocks; of
// each replicate and part the lanes left out, the moments of f(A) and f(B), and
// for each input the three sums. Numbers are written as in [Tally.AppendTo].
func (x *Indices) AppendTo(to []byte) []byte {
	to = append(to, indicesVersion)
	to = binary.AppendUvarint(to, uint64(x.inputs))
	to = x.blocks.appendTo(to)
	for r := range Replicates {
		for _, p := range x.replicates[r] {
			to = binary.AppendUvarint(to, p.sum.leftOut)
			to = p.sum.a.appendTo(to)
			to = p.sum.b.appendTo(to)
			for _, e := range p.sum.effects {
				to = appendFloats(to, e.change, e.together, e.square)
			}
		}
	}
	return to
}

// DecodeIndices reads the binary form of indices, as [Decode] does that of a tally.
func DecodeIndices(from []byte) (*Indices, error) {
	r := &reader{rest: from}
	r.version("design", indicesVersion)
	inputs := r.number("inputs", MaximumInputs)
	if r.err != nil {
		return nil, r.err
	}
	x, err := NewIndices(inputs)
	if err != nil {
		return nil, err
	}
	x.blocks.decode(r)
	for replicate, forms := range x.blocks.parts() {
		bytes := 1 + 2*bytesOfMoments + inputs*3*8
		x.replicates[replicate] = decodeParts(r, forms, bytes, func(r *reader) design { return decodeDesign(r, inputs) })
	}
	return x, r.end()
}

func decodeDesign(r *reader, inputs int) design {
	d := design{leftOut: r.uvarint("lanes left out", mostLanes), a: decodeMoments(r), b: decodeMoments(r), effects: make([]effect, inputs)}
	if d.a.count != d.b.count {
		r.fail("a design has %d lanes of A and %d of B: they must be as many", d.a.count, d.b.count)
	}
	for i := range d.effects {
		d.effects[i] = effect{r.sum(), r.sum(), r.squares()}
		if d.a.count == 0 && d.effects[i] != (effect{}) {
			r.fail("a design of no lane has sums %v: they must be 0", d.effects[i])
		}
	}
	return d
}
