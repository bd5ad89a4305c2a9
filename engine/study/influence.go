package study

import (
	"cmp"
	"math"
	"slices"

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
	for i, output := range outputs {
		m := &measures[i]
		if m.OnComing = w.lanes.heads()[i].Kind == model.KindMonth && m.Absent.Value > 0; m.OnComing {
			for lane, month := range output {
				output[lane] = program.One(month == month)
			}
		}
		var err error
		if m.Influence, err = influencesOn(output, inputs); err != nil {
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

// influencesOn ranks inputs by what it would do to know them.
func influencesOn(output []float64, inputs [][]float64) ([]Influence, error) {
	told := make([]Influence, len(inputs))
	first := make([]estimate.Estimate, len(inputs))
	for i, input := range inputs {
		sample, err := estimate.NewSample(input, output, BlockLanes)
		if err != nil {
			return nil, err
		}
		first[i] = sample.FirstOrder()
		told[i] = Influence{Input: i, Correlation: sample.RankCorrelation()}
		told[i].WhenLow, told[i].WhenHigh = atTheEnds(input, output)
	}
	ranked := make([]Influence, 0, len(inputs))
	for _, knowing := range estimate.WhatToFindOut(first) {
		influence := told[knowing.Input]
		influence.Knowing = knowing
		ranked = append(ranked, influence)
	}
	return ranked, nil
}

// tail is the share of cases that count as low or high.
const tail = 0.1

// atTheEnds is the mean of an output where an input is lowest and highest, with its
// error as of independent cases.
func atTheEnds(input, output []float64) (low, high estimate.Estimate) {
	order := make([]int, 0, len(input))
	for lane, value := range output {
		if value == value {
			order = append(order, lane)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(input[a], input[b]) })
	count := int(math.Ceil(tail * float64(len(order))))
	return meanOf(output, order[:count]), meanOf(output, order[len(order)-count:])
}

// normal95 is the 95 % quantile of the normal distribution.
const normal95 = 1.6448536269514722

func meanOf(values []float64, lanes []int) estimate.Estimate {
	count, sum, squares := float64(len(lanes)), 0.0, 0.0
	for _, lane := range lanes {
		sum += values[lane]
	}
	mean := sum / count
	for _, lane := range lanes {
		distance := values[lane] - mean
		squares += float64(distance * distance)
	}
	return estimate.Estimate{Value: mean, Error: normal95 * math.Sqrt(squares/(count-1)/count)}
}
