package estimate

import (
	"fmt"
	"math"
	"slices"
)

// Indices are the shares of an output's variance that its inputs bring, when they
// vary independently of each other. They come from a design of two independent
// samples A and B of all inputs and, for each input i, the sample AB_i: A with
// input i as in B. The first-order index is the share that input i brings alone,
// by equation (b) of table 2 of A. Saltelli, P. Annoni, I. Azzini, F. Campolongo,
// M. Ratto and S. Tarantola, "Variance based sensitivity analysis of model output",
// Computer Physics Communications 181 (2010), f(B) taken from its mean, which
// changes no expectation and spares the digits of an output far from zero. The
// total index, what it brings with others too, is by equation (f), after Jansen.
//
// Lanes in which the output is absent in any of the samples are left out, and
// counted.
type Indices struct {
	inputs     int
	blocks     blocks
	replicates [Replicates][]part[design]
}

// design is what is kept of the lanes of a design.
type design struct {
	leftOut uint64
	a, b    moments // of f(A) and f(B)
	effects []effect
}

// effect is what is kept of an input, c being f(AB_i) - f(A).
type effect struct {
	change   float64 // mean of c
	together float64 // sum of the products of the distances of f(B) and c from their means
	square   float64 // mean of c²
}

// NewIndices returns the indices of so many inputs, of no block.
func NewIndices(inputs int) (*Indices, error) {
	if inputs < 1 || inputs > MaximumInputs {
		return nil, fmt.Errorf("inputs %d: it must be from 1 to %d", inputs, MaximumInputs)
	}
	return &Indices{inputs: inputs}, nil
}

// Inputs is how many inputs the indices are of.
func (x *Indices) Inputs() int { return x.inputs }

// Blocks are those that are in.
func (x *Indices) Blocks() []Range { return rangesOf(x.blocks.numbers) }

// Add takes a block in: the output in each lane of A, of B, and of AB_i for each
// input i. A block that comes again is treated as [Tally] does.
func (x *Indices) Add(block int, a, b []float64, ab [][]float64) error {
	if len(ab) != x.inputs {
		return fmt.Errorf("block %d has the samples of %d inputs: the design has %d", block, len(ab), x.inputs)
	}
	if err := checkLanes(block, append([][]float64{a, b}, ab...), len(a)); err != nil {
		return err
	}
	print := fingerprint(fingerprint(fingerprintStart, a), b)
	for _, lanes := range ab {
		print = fingerprint(print, lanes)
	}
	if fresh, err := x.blocks.add(block, print); err != nil || !fresh {
		return err
	}
	r, index := replicateOf(block)
	x.replicates[r] = insert(x.replicates[r], part[design]{0, index, designOf(a, b, ab)}, (*design).join)
	return nil
}

// designOf returns what is kept of a block.
func designOf(a, b []float64, ab [][]float64) design {
	there := func(lane int) bool {
		nothing := (a[lane] - a[lane]) + (b[lane] - b[lane])
		for _, row := range ab {
			nothing += row[lane] - row[lane]
		}
		return nothing == 0
	}
	d := design{effects: make([]effect, len(ab))}
	keptA, keptB, lanes := make([]float64, 0, len(a)), make([]float64, 0, len(a)), make([]int, 0, len(a))
	for lane := range a {
		if there(lane) {
			keptA, keptB, lanes = append(keptA, a[lane]), append(keptB, b[lane]), append(lanes, lane)
		}
	}
	d.leftOut = uint64(len(a) - len(lanes))
	d.a, d.b = momentsOf(keptA), momentsOf(keptB)
	changes := make([]float64, len(lanes))
	for i, row := range ab {
		for k, lane := range lanes {
			changes[k] = row[lane] - keptA[k]
		}
		d.effects[i] = effectOf(keptB, d.b.mean, changes)
	}
	return d
}

// effectOf returns what is kept of an input, given f(B), its mean, and c.
func effectOf(b []float64, mean float64, changes []float64) effect {
	m := momentsOf(changes)
	if m.count == 0 {
		return effect{}
	}
	e := effect{change: m.mean}
	for k, c := range changes {
		e.together += float64((b[k] - mean) * (c - m.mean))
		e.square += float64(c * c)
	}
	e.together = finite(e.together)
	e.square = finite(e.square / float64(m.count))
	return e
}

// join makes d what is kept of its lanes and the other's, products as formula 2.1
// of Chan, Golub and LeVeque has squares.
func (d *design) join(other design) {
	d.leftOut += other.leftOut
	switch {
	case other.b.count == 0:
		return
	case d.b.count == 0:
		copy(d.effects, other.effects)
	default:
		weight := d.b.weightOf(other.b.count)
		distance := (other.b.mean - d.b.mean) * (float64(d.b.count) * weight)
		for i := range d.effects {
			e, o := &d.effects[i], &other.effects[i]
			change := o.change - e.change
			e.together = finite(e.together + o.together + float64(distance*change))
			e.change = finite(e.change + float64(weight*change))
			e.square = finite(e.square + float64(weight*(o.square-e.square)))
		}
	}
	d.a.join(other.a)
	d.b.join(other.b)
}

// variance is that of the output, from A and B together.
func (d *design) variance() float64 {
	both := d.a
	both.join(d.b)
	return both.variance()
}

func (d *design) first(input int) float64 {
	if d.b.count < 2 {
		return math.NaN()
	}
	return d.effects[input].together / float64(d.b.count-1) / d.variance()
}

func (d *design) total(input int) float64 {
	return d.effects[input].square / 2 / d.variance()
}

// Merge takes in all blocks of other indices, under the conditions of
// [Tally.Merge].
func (x *Indices) Merge(other *Indices) error {
	if x.inputs != other.inputs {
		return fmt.Errorf("a part with %d inputs does not belong to a design with %d", other.inputs, x.inputs)
	}
	relation, err := x.blocks.compare(&other.blocks)
	if err != nil || relation == contains {
		return err
	}
	if relation == within {
		*x = Indices{inputs: x.inputs}
	}
	x.blocks.join(&other.blocks)
	for r := range Replicates {
		for _, p := range other.replicates[r] {
			p.sum.effects = slices.Clone(p.sum.effects)
			x.replicates[r] = insert(x.replicates[r], p, (*design).join)
		}
	}
	return nil
}

// Found are the indices of each input, with their error, and the lanes that they
// come from.
type Found struct {
	First, Total   []Estimate
	Lanes, LeftOut uint64 // of A: used, and left out as the output is absent in a sample
}

// Found tells the indices. They are absent where the output does not vary.
func (x *Indices) Found() Found {
	var replicates [Replicates]design
	whole := design{effects: make([]effect, x.inputs)}
	for r := range Replicates {
		replicates[r].effects = make([]effect, x.inputs)
		for _, p := range x.replicates[r] {
			replicates[r].join(p.sum)
		}
		whole.join(replicates[r])
	}
	found := Found{Lanes: whole.a.count, LeftOut: whole.leftOut}
	estimate := func(index func(*design, int) float64, input int) Estimate {
		return Estimate{finite(index(&whole, input)), errorOf(func(r int) float64 { return index(&replicates[r], input) })}
	}
	for input := range x.inputs {
		found.First = append(found.First, estimate((*design).first, input))
		found.Total = append(found.Total, estimate((*design).total, input))
	}
	return found
}
