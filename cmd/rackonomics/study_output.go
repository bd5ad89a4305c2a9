package main

import (
	"bytes"

	"rackonomics/engine/estimate"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/study"
)

// figureOutput is a figure with its sampling error; either is null where it is
// absent. The error of a month or a day is in months or days.
type figureOutput struct {
	Value any      `json:"value"`
	Error *float64 `json:"error"`
}

type quantileOutput struct {
	Level float64 `json:"level"`
	figureOutput
}

type studyOutput struct {
	Scenario string           `json:"scenario"`
	Hash     string           `json:"hash"`
	Seed     uint64           `json:"seed"`
	Draws    study.Draws      `json:"draws"`
	Cases    int              `json:"cases"`
	Mended   *float64         `json:"correlations_differ_by,omitempty"`
	Inputs   []inputOutput    `json:"inputs"`
	Chances  []chanceOutput   `json:"chances,omitempty"`
	Measures []measuredOutput `json:"measures,omitempty"`
	Rows     []fanOutput      `json:"rows,omitempty"`
	Indices  *indicesOutput   `json:"indices,omitempty"`
}

type inputOutput struct {
	Path    string  `json:"path"`
	Range   string  `json:"range"`
	Lowest  any     `json:"lowest"`
	Median  any     `json:"median"`
	Highest any     `json:"highest"`
	Cut     float64 `json:"cut,omitempty"`
	Never   float64 `json:"never,omitempty"`
}

type chanceOutput struct {
	Measure string       `json:"measure"`
	Text    string       `json:"text"`
	Chance  figureOutput `json:"chance"`
}

type measuredOutput struct {
	Name      string            `json:"name"`
	Title     string            `json:"title"`
	Unit      string            `json:"unit"`
	Absent    figureOutput      `json:"absent"`
	Mean      *figureOutput     `json:"mean,omitempty"`
	Deviation *figureOutput     `json:"deviation,omitempty"`
	AtOrAbove *figureOutput     `json:"zero_or_more,omitempty"`
	Quantiles []quantileOutput  `json:"quantiles"`
	By        []figureOutput    `json:"come_by_month,omitempty"`
	Influence []influenceOutput `json:"influence"`
}

type influenceOutput struct {
	Input       string       `json:"input"`
	Variance    figureOutput `json:"variance_gone"`
	Deviation   figureOutput `json:"deviation_gone"`
	Correlation figureOutput `json:"rank_correlation"`
	WhenLow     figureOutput `json:"when_low"`
	WhenHigh    figureOutput `json:"when_high"`
	OnComing    bool         `json:"on_whether_it_comes,omitempty"`
}

type fanOutput struct {
	Name     string           `json:"name"`
	Instance string           `json:"instance"`
	Unit     string           `json:"unit"`
	Months   []fanMonthOutput `json:"months"`
}

type fanMonthOutput struct {
	Month     string           `json:"month"`
	Absent    float64          `json:"absent"`
	Mean      figureOutput     `json:"mean"`
	Quantiles []quantileOutput `json:"quantiles"`
}

type indicesOutput struct {
	Measure string        `json:"measure"`
	LeftOut uint64        `json:"left_out"`
	Inputs  []indexOutput `json:"inputs"`
}

type indexOutput struct {
	Input string       `json:"input"`
	First figureOutput `json:"first_order"`
	Total figureOutput `json:"total"`
}

func plainFigure(e estimate.Estimate) figureOutput {
	return figureOutput{orNil(e.Value), known(e.Error)}
}

func known(number float64) *float64 {
	if number != number {
		return nil
	}
	return &number
}

func (d dates) figure(head *result.Head, e estimate.Estimate) figureOutput {
	return figureOutput{d.value(head, e.Value), known(e.Error)}
}

func (d dates) quantiles(head *result.Head, list study.Quantiles) (outputs []quantileOutput) {
	for i, level := range study.Levels {
		outputs = append(outputs, quantileOutput{level, d.figure(head, list[i])})
	}
	return outputs
}

// output begins what JSON has of any question.
func (q *question) output(cases int) studyOutput {
	return studyOutput{Scenario: q.document.Name, Hash: q.document.Hash(), Seed: q.document.Seed, Draws: q.ask.Draws, Cases: cases, Inputs: []inputOutput{}}
}

func (a *outcomes) asJSON() studyOutput {
	output := a.question.output(a.answer.Cases)
	if a.answer.Mended {
		output.Mended = &a.answer.MendedBy
	}
	for i := range a.answer.Inputs {
		input, u := &a.answer.Inputs[i], &a.document.Study.Uncertain[i]
		value := func(number float64) any { return inputValue(&input.Variable, number) }
		output.Inputs = append(output.Inputs, inputOutput{u.Path, u.Input.RangeText(u.Distribution, u.Times),
			value(input.Lowest), value(input.Median), value(input.Highest), input.Cut, input.Never})
	}
	for _, chance := range a.chances {
		output.Chances = append(output.Chances, chanceOutput{chance.Measure, chance.Text, plainFigure(chance.Chance)})
	}
	for i := range a.answer.Measures {
		output.Measures = append(output.Measures, a.measured(&a.answer.Measures[i]))
	}
	for i := range a.answer.Fans {
		output.Rows = append(output.Rows, a.fan(&a.answer.Fans[i]))
	}
	return output
}

func (a *outcomes) measured(m *study.Measured) measuredOutput {
	output := measuredOutput{Name: m.Head.Name, Title: m.Head.Title, Unit: m.Head.Unit, Absent: plainFigure(m.Absent),
		Quantiles: a.quantiles(m.Head, m.Quantiles), Influence: []influenceOutput{}}
	if m.Head.Kind == model.KindNumber {
		mean, deviation, above := plainFigure(m.Mean), plainFigure(m.Deviation), plainFigure(m.AtOrAbove)
		output.Mean, output.Deviation, output.AtOrAbove = &mean, &deviation, &above
	}
	for _, by := range m.By {
		output.By = append(output.By, plainFigure(by))
	}
	for _, influence := range m.Influence {
		output.Influence = append(output.Influence, influenceOutput{a.answer.Inputs[influence.Input].Path,
			plainFigure(influence.Knowing.Variance), plainFigure(influence.Knowing.Deviation), plainFigure(influence.Correlation),
			plainFigure(influence.WhenLow), plainFigure(influence.WhenHigh), m.OnComing})
	}
	return output
}

func (a *outcomes) fan(fan *study.Fan) fanOutput {
	head := headOfRow(a.document, fan.Row)
	output := fanOutput{Name: fan.Row.Name, Instance: fan.Row.Instance, Unit: head.Unit}
	for month, absent := range fan.Absent {
		output.Months = append(output.Months, fanMonthOutput{a.document.Start.Add(month).String(), absent,
			plainFigure(fan.Mean[month]), a.quantiles(head, fan.Quantiles[month])})
	}
	return output
}

func (q *question) indicesAsJSON(found estimate.Found, head *result.Head) studyOutput {
	output := q.output(int(found.Lanes + found.LeftOut))
	output.Indices = &indicesOutput{Measure: head.Name, LeftOut: found.LeftOut}
	for _, input := range ranked(found) {
		output.Indices.Inputs = append(output.Indices.Inputs, indexOutput{q.work().Variables()[input].Path,
			plainFigure(found.First[input]), plainFigure(found.Total[input])})
	}
	return output
}

// figureRecords are lines of CSV, one a figure: what it is of, in which month or of
// which input, which figure it is, its value and error. What is absent is empty.
type figureRecords [][]string

func (r *figureRecords) line(of, unit, by, figure string, f figureOutput) {
	off := ""
	if f.Error != nil {
		off = plain(*f.Error)
	}
	*r = append(*r, []string{of, unit, by, figure, csvCell(f.Value), off})
}

func (r *figureRecords) quantiles(of, unit, by string, quantiles []quantileOutput) {
	for _, q := range quantiles {
		r.line(of, unit, by, levelText(q.Level), q.figureOutput)
	}
}

func (o *studyOutput) writeCSV(out *bytes.Buffer) error {
	r := &figureRecords{{"of", "unit", "by", "figure", "value", "error"}}
	for _, chance := range o.Chances {
		r.line(chance.Measure, "1", "", "chance", chance.Chance)
	}
	for i := range o.Measures {
		r.measured(&o.Measures[i])
	}
	for _, row := range o.Rows {
		for _, month := range row.Months {
			of := rowTitle(study.Row{Name: row.Name, Instance: row.Instance})
			r.line(of, row.Unit, month.Month, "absent", figureOutput{month.Absent, nil})
			r.line(of, row.Unit, month.Month, "mean", month.Mean)
			r.quantiles(of, row.Unit, month.Month, month.Quantiles)
		}
	}
	if o.Indices != nil {
		for _, index := range o.Indices.Inputs {
			r.line(o.Indices.Measure, "1", index.Input, "first_order", index.First)
			r.line(o.Indices.Measure, "1", index.Input, "total", index.Total)
		}
	}
	return writeRecords(out, *r)
}

func (r *figureRecords) measured(m *measuredOutput) {
	r.line(m.Name, "1", "", "absent", m.Absent)
	if m.Mean != nil {
		r.line(m.Name, m.Unit, "", "mean", *m.Mean)
		r.line(m.Name, m.Unit, "", "deviation", *m.Deviation)
		r.line(m.Name, "1", "", "zero_or_more", *m.AtOrAbove)
	}
	r.quantiles(m.Name, m.Unit, "", m.Quantiles)
	for _, influence := range m.Influence {
		r.line(m.Name, "1", influence.Input, "variance_gone", influence.Variance)
		r.line(m.Name, "1", influence.Input, "deviation_gone", influence.Deviation)
		r.line(m.Name, "1", influence.Input, "rank_correlation", influence.Correlation)
	}
}
