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
	var ordered []estimate.Ordered
	for _, input := range inputs {
		ordered = append(ordered, estimate.Order(input))
	}
	for i, output := range outputs {
		m := &measures[i]
		if m.OnComing = w.lanes.heads()[i].Kind == model.KindMonth && m.Absent.Value > 0; m.OnComing {
			for lane, month := range output {
				output[lane] = program.One(month == month)
			}
		}
		var err error
		if m.Influence, err = influencesOn(output, ordered); err != nil {
			return err
		}
	}
	return nil
}

// lanesKept are the values of the inputs and the measures in the first blocks.
func (g *Gathering) lanesKept() (inputs, outputs [][]float64) {
	w := g.work
	inputs, outputs = make([][]float64, len(w.drawn.variables)), make([][]float64, len(w.ask.Measures))
	for block := 0; g.kept[block] != nil; block++ {
		lanes := w.Lanes(block)
		for i, values := range w.Inputs(block) {
			inputs[i] = append(inputs[i], values[:lanes]...)
		}
		for i := range outputs {
			outputs[i] = append(outputs[i], g.kept[block][i*lanes:][:lanes]...)
		}
	}
	return inputs, outputs
}

// tail is the share of cases that count as low or high.
const tail = 0.1

// influencesOn ranks inputs by what it would do to know them.
func influencesOn(output []float64, inputs []estimate.Ordered) ([]Influence, error) {
	ordered := estimate.Order(output)
	told := make([]Influence, len(inputs))
	first := make([]estimate.Estimate, len(inputs))
	for i, input := range inputs {
		sample, err := estimate.NewSample(input, ordered, BlockLanes)
		if err != nil {
			return nil, err
		}
		first[i] = sample.FirstOrder()
		told[i] = Influence{Input: i, Correlation: sample.RankCorrelation()}
		told[i].WhenLow, told[i].WhenHigh = sample.Ends(tail)
	}
	ranked := make([]Influence, 0, len(inputs))
	for _, knowing := range estimate.WhatToFindOut(first) {
		influence := told[knowing.Input]
		influence.Knowing = knowing
		ranked = append(ranked, influence)
	}
	return ranked, nil
}
