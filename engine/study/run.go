package study

import (
	"math"
	"strings"

	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
)

// baseOf is the name of a measure without the thing that it is of.
func baseOf(name string) string {
	name, _, _ = strings.Cut(name, "@")
	return name
}

// Run computes up to [BlockLanes] lanes. Values are by variable and lane, as
// [scenario.Value] has numbers; draws decide the shocks of months, none where they
// are nil. What is watched holds until the next run.
func (l *Lanes) Run(values [][]float64, lanes int, draws *machine.Draws) error {
	if err := l.assign(values, lanes); err != nil {
		return err
	}
	l.checkLanes(values, lanes)
	for i, c := range l.cases {
		if !l.isUsed(i, lanes) {
			continue
		}
		l.months = max(l.months, l.longest(c, values, lanes), model.Computed(c.document))
		if err := l.fillCase(c, values, lanes); err != nil {
			return err
		}
		table, err := c.runner.Run(c.document, l.months, draws)
		if err != nil {
			return err
		}
		l.take(i, c, table, lanes)
	}
	return nil
}

// heads are those of the watched measures.
func (l *Lanes) heads() []*result.Head {
	heads := make([]*result.Head, len(l.watch.Measures))
	for i, head := range l.cases[0].heads {
		heads[i] = &l.cases[0].plan.Heads[head]
	}
	return heads
}

// Measure gives the values of the i-th watched measure by lane.
func (l *Lanes) Measure(i int) []float64 { return l.measures[i] }

// Row gives the values of the i-th watched row by lane, in a month from the start.
func (l *Lanes) Row(i, month int) []float64 { return l.rows[i][month*BlockLanes:][:BlockLanes] }

// assign finds the program of each lane.
func (l *Lanes) assign(values [][]float64, lanes int) error {
	options := make([]float64, len(l.variables))
	for lane := range lanes {
		for i := range l.variables {
			if model.Structural(l.variables[i].Input) {
				options[i] = values[i][lane]
			}
		}
		at, err := l.caseFor(options)
		if err != nil {
			return err
		}
		l.caseOf[lane] = at
	}
	return nil
}

// checkLanes finds lanes that together mean nothing. What [model.Check] refuses
// hangs on an input that is nothing at all, which few lanes have.
func (l *Lanes) checkLanes(values [][]float64, lanes int) {
	for lane := range lanes {
		l.refused[lane] = l.hasNothing(values, lane) && model.Check(l.at(values, lane)) != nil
	}
}

func (l *Lanes) hasNothing(values [][]float64, lane int) bool {
	for i := range l.variables {
		if values[i][lane] == 0 && !model.Structural(l.variables[i].Input) {
			return true
		}
	}
	return false
}

// at is the document of a lane. It holds until the next of its case.
func (l *Lanes) at(values [][]float64, lane int) *scenario.Document {
	c := l.cases[l.caseOf[lane]]
	if c.lane == nil {
		c.lane = c.document.Clone()
	}
	for i, spread := range c.spread {
		if spread != nil {
			v := &l.variables[i]
			c.lane.Set(placeIn(c.lane, &l.document.Instances[v.Thing]), v.Input, v.Value(l.document, values[i][lane]))
		}
	}
	return c.lane
}

// changed gives a document another value of a variable. What belongs to a thing that
// is not there has none.
func (l *Lanes) changed(document *scenario.Document, v *Variable, value scenario.Value) *scenario.Document {
	at := placeIn(document, &l.document.Instances[v.Thing])
	switch {
	case at < 0 || v.Input.IsPresence() && value.Number != 0:
		return document
	case v.Input.IsPresence():
		return document.WithoutThing(at)
	}
	return document.With(at, v.Input, value)
}

// placeIn is the index of a thing of another document, or -1.
func placeIn(document *scenario.Document, thing *scenario.Instance) int {
	return document.Find(thing.Scope, thing.Name)
}

func (l *Lanes) isUsed(at, lanes int) bool {
	for lane := range lanes {
		if l.caseOf[lane] == at {
			return true
		}
	}
	return false
}

// fillCase hands a program the lanes' values as formulas read them, of a value by
// date each month's. Lanes that are not asked for are as the last.
func (l *Lanes) fillCase(c *laneCase, values [][]float64, lanes int) error {
	if l.months > c.months {
		if err := c.spreadOver(l.document, l.variables, l.months); err != nil {
			return err
		}
	}
	for i, spread := range c.spread {
		v := &l.variables[i]
		stands := l.document.Value(v.Thing, v.Input)
		for lane := range min(len(spread), BlockLanes) {
			value := v.of(stands, values[i][min(lane, lanes-1)])
			if value.Profile == nil {
				spread[lane] = v.Input.Number(value.Number, l.document.Start)
				continue
			}
			for month, number := range v.Input.Resolve(value, l.document.Start, c.months) {
				spread[month*BlockLanes+lane] = number
			}
		}
	}
	return nil
}

// longest is how many months the lane needs that reaches furthest: contracts and
// loans end the later, the greater what says how long they last.
func (l *Lanes) longest(c *laneCase, values [][]float64, lanes int) int {
	document := c.document.Clone()
	for i := range l.variables {
		v := &l.variables[i]
		at := placeIn(document, &l.document.Instances[v.Thing])
		if model.Structural(v.Input) || v.Times || at < 0 {
			continue
		}
		most := math.Inf(-1)
		for lane := range lanes {
			most = max(most, values[i][lane])
		}
		document.Set(at, v.Input, scenario.NumberValue(most))
	}
	return model.Computed(document)
}

// take keeps what is watched of the lanes of a case.
func (l *Lanes) take(at int, c *laneCase, table *machine.Table, lanes int) {
	var figures []float64
	if c.plan != nil {
		figures = c.plan.Compute(table)
	}
	for i, head := range c.heads {
		for lane := range lanes {
			if l.caseOf[lane] != at {
				continue
			}
			l.measures[i][lane] = machine.Absent
			if head >= 0 && !l.refused[lane] {
				l.measures[i][lane] = figures[head*BlockLanes+lane]
			}
		}
	}
	for i, column := range c.columns {
		for month := range l.document.Months {
			of := l.Row(i, month)
			for lane := range lanes {
				if l.caseOf[lane] != at {
					continue
				}
				of[lane] = machine.Absent
				if column >= 0 && !l.refused[lane] {
					of[lane] = table.Series(column)[month*BlockLanes+lane]
				}
			}
		}
	}
}
