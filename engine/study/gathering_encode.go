package study

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"rackonomics/engine/estimate"
)

// What is written of a gathering: the length of what its tally or indices are, as
// an unsigned LEB128 number, and that; then the measures of the blocks that are
// kept, in ascending order, as float64 of 8 bytes, the lowest first. Which blocks
// those are follows from the tally. The same blocks have one form.

// AppendTo appends the gathering's binary form, a function of its question and
// blocks alone.
func (g *Gathering) AppendTo(to []byte) []byte {
	var sums []byte
	if g.indices != nil {
		sums = g.indices.AppendTo(nil)
	} else {
		sums = g.tally.AppendTo(nil)
	}
	to = binary.AppendUvarint(to, uint64(len(sums)))
	to = append(to, sums...)
	for block := range mostKept {
		for _, number := range g.kept[block] {
			to = binary.LittleEndian.AppendUint64(to, math.Float64bits(number))
		}
	}
	return to
}

// DecodeGathering reads the binary form of a gathering of the work's question. What
// it allocates is bounded by the bytes that are there.
func DecodeGathering(work *Work, from []byte) (*Gathering, error) {
	length, read := binary.Uvarint(from)
	if read <= 0 || read > 1 && from[read-1] == 0 || length > uint64(len(from)-read) {
		return nil, errors.New("part of a study: it ends in its sums")
	}
	g, err := NewGathering(work)
	if err != nil {
		return nil, err
	}
	if err := g.decodeSums(from[read:][:length]); err != nil {
		return nil, err
	}
	if blocks := g.Blocks(); len(blocks) > 0 && blocks[len(blocks)-1].To > work.Blocks() {
		return nil, fmt.Errorf("part of a study: it has block %d of %d", blocks[len(blocks)-1].To-1, work.Blocks())
	}
	return g, g.decodeKept(from[uint64(read)+length:])
}

func (g *Gathering) decodeSums(from []byte) (err error) {
	if g.indices != nil {
		g.indices, err = estimate.DecodeIndices(from)
		if inputs := len(g.work.drawn.variables); err == nil && g.indices.Inputs() != inputs {
			err = fmt.Errorf("part of a study: it has %d inputs; the question has %d", g.indices.Inputs(), inputs)
		}
		return err
	}
	g.tally, err = estimate.Decode(from)
	if shape := g.work.shape(); err == nil && g.tally.Shape() != shape {
		err = fmt.Errorf("part of a study: it has %d outputs; the question has %d", g.tally.Shape().Outputs, shape.Outputs)
	}
	return err
}

func (g *Gathering) decodeKept(from []byte) error {
	for _, blocks := range g.Blocks() {
		for block := blocks.From; block < min(blocks.To, mostKept) && g.tally != nil; block++ {
			count := len(g.work.ask.Measures) * g.work.Lanes(block)
			if len(from) < 8*count {
				return fmt.Errorf("part of a study: it ends in the measures of block %d", block)
			}
			kept := make([]float64, count)
			for i := range kept {
				kept[i] = math.Float64frombits(binary.LittleEndian.Uint64(from[8*i:]))
			}
			g.kept[block], from = kept, from[8*count:]
		}
	}
	if len(from) > 0 {
		return errors.New("part of a study: bytes follow its end")
	}
	return nil
}

// Merge takes in all blocks of another gathering of the same question. The two must
// have no block in common, or one all blocks of the other. What it refuses leaves
// the gathering as it was.
func (g *Gathering) Merge(other *Gathering) error {
	if (g.indices == nil) != (other.indices == nil) {
		return errors.New("a part with indices does not belong to a study of cases, nor one of cases to indices")
	}
	if g.indices != nil {
		return g.indices.Merge(other.indices)
	}
	if err := g.tally.Merge(other.tally); err != nil {
		return err
	}
	for block, numbers := range other.kept {
		g.kept[block] = numbers
	}
	return nil
}

// Found tells the indices of the blocks of [Indices] that are in.
func (g *Gathering) Found() estimate.Found { return g.indices.Found() }
