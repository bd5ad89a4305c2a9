package study

import (
	"fmt"

	"rackonomics/engine/distribution"
	"rackonomics/engine/estimate"
	"rackonomics/engine/machine"
	"rackonomics/engine/random"
	"rackonomics/engine/scenario"
)

// Draws says how uncertain inputs are drawn.
type Draws string

// The ways to draw.
const (
	Even   Draws = "even"   // scrambled Sobol points, which lie more evenly than chance has them
	Random Draws = "random" // each case by itself
)

// drawn are the uncertain inputs of a document, and how their values are drawn.
type drawn struct {
	variables   []Variable
	bounded     []distribution.Bounded
	correlation *distribution.Correlation // nil where nothing is correlated
	seed        uint64
	draws       Draws
	sobol       [estimate.Replicates]*random.Sobol
	streams     []random.Stream // of plain draws
	point       []float64       // one case, by input
	scratch     []float64
}

// newDrawn prepares the draws of a document, with so many coordinates of a case
// for each input. The error is a [scenario.Problems].
func newDrawn(document *scenario.Document, draws Draws, coordinates int) (*drawn, error) {
	listed := document.Study.Uncertain
	if len(listed) == 0 {
		return nil, scenario.Problems{{Path: "study.uncertain", Message: "no input is uncertain; say of one how far it may lie, such as 25 to 35"}}
	}
	d := &drawn{seed: document.Seed, draws: draws, point: make([]float64, len(listed)), scratch: make([]float64, len(listed))}
	var problems scenario.Problems
	for i := range listed {
		u := &listed[i]
		variable, err := Find(document, u.Path, u.Times)
		if err != nil {
			problems = append(problems, &scenario.Problem{Path: "study." + u.Path, Message: err.Error()})
			continue
		}
		bounded, err := u.Bounded()
		if err != nil {
			problems = append(problems, &scenario.Problem{Path: "study." + u.Path, Message: err.Error()})
		}
		d.variables, d.bounded = append(d.variables, variable), append(d.bounded, bounded)
	}
	if problems != nil {
		return nil, problems
	}
	if err := d.correlate(document.Study.Correlations); err != nil {
		return nil, err
	}
	return d, d.prepare(coordinates * len(listed))
}

func (d *drawn) correlate(stated []scenario.Correlation) error {
	if len(stated) == 0 {
		return nil
	}
	var pairs []distribution.Pair
	for _, c := range stated {
		pairs = append(pairs, distribution.Pair{A: d.index(c.Of[0]), B: d.index(c.Of[1]), R: c.Is})
	}
	made, err := distribution.Correlate(pairs, len(d.variables))
	d.correlation = &made
	return err
}

func (d *drawn) index(path string) int {
	for i := range d.variables {
		if d.variables[i].Path == path {
			return i
		}
	}
	return -1
}

func (d *drawn) prepare(coordinates int) error {
	switch d.draws {
	case Even:
		for replicate := range d.sobol {
			var err error
			if d.sobol[replicate], err = random.NewSobol(d.seed, uint32(replicate), coordinates); err != nil {
				return err
			}
		}
	case Random:
		for i := range coordinates {
			d.streams = append(d.streams, random.NewStream(d.seed, fmt.Sprintf("study.%d", i)))
		}
	default:
		return fmt.Errorf("inputs are drawn %q; allowed is %s or %s", d.draws, Even, Random)
	}
	return nil
}

// fill draws the values of a block's lanes, by input. The coordinates of a case
// begin with first, which tells two draws of the same block apart.
func (d *drawn) fill(block, first int, values [][]float64) {
	for i := range values {
		d.shares(block, first+i, values[i])
	}
	d.together(values)
	for i, lanes := range values {
		for lane, share := range lanes {
			lanes[lane] = d.bounded[i].Quantile(share)
		}
	}
}

// shares fills one coordinate of a block's cases with uniform numbers. Block i is
// of replicate i modulo their number, and goes on where that one's last ended.
func (d *drawn) shares(block, coordinate int, lanes []float64) {
	if d.draws == Random {
		d.streams[coordinate].Uniforms(uint32(block), 0, lanes)
		return
	}
	replicate, index := block%estimate.Replicates, block/estimate.Replicates
	d.sobol[replicate].Points(uint32(index*BlockLanes), coordinate, lanes)
}

// together correlates the uniform numbers of each lane.
func (d *drawn) together(values [][]float64) {
	if d.correlation == nil {
		return
	}
	for lane := range values[0] {
		for i := range values {
			d.point[i] = values[i][lane]
		}
		d.correlation.Apply(d.point, d.scratch)
		for i := range values {
			values[i][lane] = d.point[i]
		}
	}
}

// monthly are the draws of months in a block.
func (d *drawn) monthly(block int) *machine.Draws {
	return &machine.Draws{Seed: d.seed, Block: uint32(block)}
}

// newValues is room for the values of so many inputs in a block.
func newValues(inputs int) [][]float64 {
	values := make([][]float64, inputs)
	for i := range values {
		values[i] = make([]float64, BlockLanes)
	}
	return values
}
