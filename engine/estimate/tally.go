package estimate

import (
	"fmt"
	"slices"
)

// Tally is what a study keeps of the lanes of some of its blocks: for each output
// and replicate a [Sketch] and the moments, and which blocks they are. Two tallies
// of the same blocks are the same, bit by bit.
//
// A block that comes again is recognised by its number and a fingerprint of its
// values: with the same values it is dropped, with others it is an error. Tallies
// merge when they have no block in common, or one has all blocks of the other.
// Others are refused, since a sketch cannot give a block back; so who merges files
// of which some may be parts of others begins with the largest.
type Tally struct {
	shape   Shape
	blocks  blocks
	columns []column
}

// Shape is what all parts of a study have in common.
type Shape struct {
	Outputs int
	Exact   int // how many values of an output each replicate keeps as they are
}

// column is what is kept of an output.
type column [Replicates]struct {
	sketch Sketch
	parts  []part[moments]
}

// New returns a tally of no block.
func New(shape Shape) (*Tally, error) {
	if shape.Outputs < 1 || shape.Outputs > MaximumOutputs {
		return nil, fmt.Errorf("outputs %d: it must be from 1 to %d", shape.Outputs, MaximumOutputs)
	}
	if shape.Exact < 0 || shape.Exact > MaximumExact {
		return nil, fmt.Errorf("exact %d: it must be from 0 to %d", shape.Exact, MaximumExact)
	}
	t := &Tally{shape: shape, columns: make([]column, shape.Outputs)}
	for i := range t.columns {
		for r := range Replicates {
			t.columns[i][r].sketch.exact = shape.Exact
		}
	}
	return t, nil
}

// Shape is what the tally was made for.
func (t *Tally) Shape() Shape { return t.shape }

// Blocks are those that are in.
func (t *Tally) Blocks() []Range { return rangesOf(t.blocks.numbers) }

// Add takes a block in: the values of each output in each of its lanes, NaN where
// one is absent. What it refuses leaves the tally as it was.
func (t *Tally) Add(block int, values [][]float64) error {
	if len(values) != t.shape.Outputs {
		return fmt.Errorf("block %d has %d outputs: the study has %d", block, len(values), t.shape.Outputs)
	}
	if err := checkLanes(block, values, len(values[0])); err != nil {
		return err
	}
	print := uint64(fingerprintStart)
	for _, lanes := range values {
		print = fingerprint(print, lanes)
	}
	if fresh, err := t.blocks.add(block, print); err != nil || !fresh {
		return err
	}
	r, index := replicateOf(block)
	for i, lanes := range values {
		kept := &t.columns[i][r]
		kept.sketch.Add(lanes)
		kept.parts = insert(kept.parts, part[moments]{0, index, momentsOf(lanes)}, (*moments).join)
	}
	return nil
}

// checkLanes refuses a block that has not the same lanes in all its rows, or none,
// or too many.
func checkLanes(block int, rows [][]float64, lanes int) error {
	if lanes < 1 || lanes > MaximumLanes {
		return fmt.Errorf("block %d has %d lanes: it must have from 1 to %d", block, lanes, MaximumLanes)
	}
	for i, row := range rows {
		if len(row) != lanes {
			return fmt.Errorf("block %d has %d lanes of row %d: it has %d of the first", block, len(row), i, lanes)
		}
	}
	return nil
}

// Merge takes in all blocks of another tally. What it refuses leaves the tally as
// it was.
func (t *Tally) Merge(other *Tally) error {
	if t.shape != other.shape {
		return fmt.Errorf("a part with %d outputs, %d values of each exact, does not belong to a study with %d and %d",
			other.shape.Outputs, other.shape.Exact, t.shape.Outputs, t.shape.Exact)
	}
	relation, err := t.blocks.compare(&other.blocks)
	if err != nil || relation == contains {
		return err
	}
	if relation == within {
		*t = *other.clone()
		return nil
	}
	t.blocks.join(&other.blocks)
	for i := range t.columns {
		for r := range Replicates {
			kept, more := &t.columns[i][r], &other.columns[i][r]
			kept.sketch.Merge(&more.sketch)
			for _, p := range more.parts {
				kept.parts = insert(kept.parts, p, (*moments).join)
			}
		}
	}
	return nil
}

func (t *Tally) clone() *Tally {
	c := &Tally{t.shape, t.blocks.clone(), slices.Clone(t.columns)}
	for i := range c.columns {
		for r := range Replicates {
			kept := &c.columns[i][r]
			kept.parts = slices.Clone(kept.parts)
			kept.sketch.values = slices.Clone(kept.sketch.values)
			kept.sketch.buckets = slices.Clone(kept.sketch.buckets)
		}
	}
	return c
}
