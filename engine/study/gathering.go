package study

import (
	"fmt"

	"rackonomics/engine/estimate"
)

// Gathering takes in the blocks of a question, in any order and from anywhere, and
// tells what they come to so far.
type Gathering struct {
	work    *Work
	tally   *estimate.Tally   // of cases
	indices *estimate.Indices // of indices
	kept    map[int][]float64 // the measures of blocks, for what takes all lanes at once
	inputs  [][]float64       // of the first of them, by input, as far as they were drawn
}

// mostKept bounds the blocks whose lanes are kept: 16,384 cases tell how inputs and
// outcomes go together well enough.
const mostKept = 128

// NewGathering begins with no block. The work is used to draw its inputs again.
func NewGathering(work *Work) (*Gathering, error) {
	g := &Gathering{work: work, kept: map[int][]float64{}}
	var err error
	if work.ask.Kind == Indices {
		g.indices, err = estimate.NewIndices(len(work.drawn.variables))
	} else {
		g.tally, err = estimate.New(work.shape())
	}
	return g, err
}

// Add takes in the numbers of a block, as [Work.Compute] gives them. One that comes
// twice counts once.
func (g *Gathering) Add(block int, numbers []float64) error {
	w := g.work
	if block < 0 || block >= w.Blocks() {
		return fmt.Errorf("there is no block %d of %d", block, w.Blocks())
	}
	lanes := w.Lanes(block)
	if len(numbers) != w.Outputs()*lanes {
		return fmt.Errorf("block %d has %d numbers; %d outputs of %d lanes are needed", block, len(numbers), w.Outputs(), lanes)
	}
	outputs := make([][]float64, w.Outputs())
	for i := range outputs {
		outputs[i] = numbers[i*lanes:][:lanes]
	}
	if g.indices != nil {
		return g.indices.Add(block, outputs[0], outputs[1], outputs[2:])
	}
	if err := g.tally.Add(block, outputs); err != nil {
		return err
	}
	if block < mostKept {
		g.kept[block] = append(g.kept[block][:0], numbers[:len(w.ask.Measures)*lanes]...)
	}
	return nil
}

// Blocks are those that are in.
func (g *Gathering) Blocks() []estimate.Range {
	if g.indices != nil {
		return g.indices.Blocks()
	}
	return g.tally.Blocks()
}

// Whole reports whether all are.
func (g *Gathering) Whole() bool {
	blocks := g.Blocks()
	return len(blocks) == 1 && blocks[0] == estimate.Range{From: 0, To: g.work.Blocks()}
}
