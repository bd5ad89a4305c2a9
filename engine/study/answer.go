package study

import (
	"rackonomics/engine/estimate"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
)

// Levels are the shares of cases that quantiles are told of.
var Levels = [...]float64{0.05, 0.25, 0.5, 0.75, 0.95}

// Quantiles are by [Levels].
type Quantiles [len(Levels)]estimate.Estimate

// Answer is what the cases of a study come to. Every figure has its sampling error.
type Answer struct {
	Cases, Paths int // so far, and of all
	Measures     []Measured
	Fans         []Fan
	Inputs       []Input
	Mended       bool    // the correlations contradicted each other
	MendedBy     float64 // the most that one was changed by
}

// Measured is a measure over all cases.
type Measured struct {
	Head      *result.Head
	Absent    estimate.Estimate // the share of cases in which it has no value; the rest is of the others
	Mean      estimate.Estimate // of a number
	Deviation estimate.Estimate // of a number
	Quantiles Quantiles
	AtOrAbove estimate.Estimate   // of a number: the share of all cases in which it is zero or more
	By        []estimate.Estimate // of a month: the share of all cases in which it has come, by month of the scenario
	Influence []Influence         // by input, the one worth most to know first
	OnComing  bool                // of a month: influence is on whether it comes at all, not on when
}

// Fan is a row over all cases, month by month.
type Fan struct {
	Row       Row
	Absent    []float64
	Mean      []estimate.Estimate
	Quantiles []Quantiles
}

// Input is an uncertain input as it is drawn.
type Input struct {
	Variable
	Lowest, Median, Highest float64
	Cut                     float64 // the share of cases beyond the input's bounds, which are left out
	Never                   float64 // of a hazard: the share in which it does not happen
}

// Influence is how an input and a measure go together, whatever the others do.
type Influence struct {
	Input       int
	Knowing     estimate.Knowing  // how much of the spread would go if it were known
	Correlation estimate.Estimate // of the ranks
	WhenLow     estimate.Estimate // the measure's mean in the tenth of cases in which the input is lowest
	WhenHigh    estimate.Estimate // and highest
}

// Answer tells what the blocks of [Cases] that are in come to.
func (g *Gathering) Answer() (*Answer, error) {
	w := g.work
	answer := &Answer{Cases: g.cases(), Paths: w.paths}
	heads := w.lanes.heads()
	for i := range w.ask.Measures {
		answer.Measures = append(answer.Measures, g.measured(i, heads[i]))
	}
	for i, row := range w.ask.Rows {
		answer.Fans = append(answer.Fans, g.fan(i, row))
	}
	for i, v := range w.drawn.variables {
		b := &w.drawn.bounded[i]
		answer.Inputs = append(answer.Inputs, Input{v, b.Lowest(), b.Median(), b.Highest(), b.Cut, b.Never})
	}
	if c := w.drawn.correlation; c != nil {
		answer.Mended, answer.MendedBy = c.Mended, c.Largest
	}
	return answer, g.addInfluences(answer.Measures)
}

func (g *Gathering) cases() (cases int) {
	for _, blocks := range g.Blocks() {
		for block := blocks.From; block < blocks.To; block++ {
			cases += g.work.Lanes(block)
		}
	}
	return cases
}

func (g *Gathering) measured(at int, head *result.Head) Measured {
	output := g.tally.Output(at)
	m := Measured{Head: head, Absent: output.ChanceAbsent(), Quantiles: quantiles(output)}
	switch head.Kind {
	case model.KindNumber:
		m.Mean, m.Deviation, m.AtOrAbove = output.Mean(), output.Deviation(), output.ChanceAtOrAbove(0)
	case model.KindMonth:
		for month := range g.work.lanes.document.Months {
			m.By = append(m.By, output.ChanceAtOrBelow(float64(month)))
		}
	}
	return m
}

func (g *Gathering) fan(at int, row Row) Fan {
	fan := Fan{Row: row}
	first := len(g.work.ask.Measures) + at*g.work.lanes.document.Months
	for month := range g.work.lanes.document.Months {
		output := g.tally.Output(first + month)
		fan.Absent = append(fan.Absent, output.ChanceAbsent().Value)
		fan.Mean = append(fan.Mean, output.Mean())
		fan.Quantiles = append(fan.Quantiles, quantiles(output))
	}
	return fan
}

func quantiles(output *estimate.Output) (list Quantiles) {
	for i, level := range Levels {
		list[i] = output.Quantile(level)
	}
	return list
}
