package study

import (
	"rackonomics/engine/estimate"
	"rackonomics/engine/model"
	"rackonomics/engine/program"
)

// addInfluences tells how each input goes together with each measure, in the first
// blocks that are all there. A month that does not come in all cases is asked
// whether it comes, since when it comes is told of the others only.
func (g *Gathering) addInfluences(measures []Measured) error {
	w := g.work
	inputs, outputs := g.lanesKept()
	if len(inputs[0]) == 0 {
		return nil
	}
	compared, err := estimate.NewInputs(inputs, BlockLanes)
	if err != nil {
		return err
	}
	for i, output := range outputs {
		m := &measures[i]
		if m.OnComing = w.lanes.heads()[i].Kind == model.KindMonth && m.Absent.Value > 0; m.OnComing {
			for lane, month := range output {
				output[lane] = program.One(month == month)
			}
		}
		if m.Influence, err = influencesOn(output, compared, len(inputs)); err != nil {
			return err
		}
	}
	return nil
}

// lanesKept are the values of the inputs and the measures in the first blocks. Those
// of the inputs are drawn once.
func (g *Gathering) lanesKept() (inputs, outputs [][]float64) {
	w := g.work
	outputs = make([][]float64, len(w.ask.Measures))
	if g.inputs == nil {
		g.inputs = make([][]float64, len(w.drawn.variables))
	}
	kept := 0
	for block := 0; g.kept[block] != nil; block++ {
		lanes := w.Lanes(block)
		if kept += lanes; kept > len(g.inputs[0]) {
			for i, values := range w.Inputs(block) {
				g.inputs[i] = append(g.inputs[i], values[:lanes]...)
			}
		}
		for i := range outputs {
			outputs[i] = append(outputs[i], g.kept[block][i*lanes:][:lanes]...)
		}
	}
	return g.inputs, outputs
}

// tail is the share of cases that count as low or high.
const tail = 0.1

// influencesOn ranks inputs by what it would do to know them.
func influencesOn(output []float64, inputs *estimate.Inputs, count int) ([]Influence, error) {
	sample, err := inputs.Sample(output)
	if err != nil {
		return nil, err
	}
	told := make([]Influence, count)
	first := make([]estimate.Estimate, count)
	for i := range told {
		first[i] = sample.FirstOrder(i)
		told[i] = Influence{Input: i, Correlation: sample.RankCorrelation(i)}
		told[i].WhenLow, told[i].WhenHigh = sample.Ends(i, tail)
	}
	ranked := make([]Influence, 0, count)
	for _, knowing := range estimate.WhatToFindOut(first) {
		influence := told[knowing.Input]
		influence.Knowing = knowing
		ranked = append(ranked, influence)
	}
	return ranked, nil
}
