package model

import "slices"

// Kind says what the value of a measure is, so how it is written.
type Kind string

// The kinds of measures.
const (
	KindNumber Kind = "number"
	KindMonth  Kind = "month" // months since the start of the scenario
	KindDay    Kind = "day"   // days since the first day of the scenario
	KindThings Kind = "names" // things of a scope, each a bit by its order among them
)

// Measure is a figure that a scenario is asked about: one value made of rows.
type Measure struct {
	Name  string
	Scope string // computed for each instance of it
	Title string // of each instance with its name
	Unit  string // of a number
	Kind  Kind   // a number if empty
	// Formula is in the language of the rows, with functions that reduce rows
	// to one value ([engine/result.Reductions]).
	Formula string
	Note    string // what it is and by which convention; {month(11)} is written as a date
	Source  string // of the convention
	Percent bool   // a plain number that people read in per cent
	InLink  bool   // a link holds it, to tell when a newer model says something else
	Needs   string // the scope that a scenario must have things of for the measure to be there
	When    string // a condition without which it is not there
	Whole   bool   // of contracts or loans, which count to their own end: it takes in the months that they last beyond the scenario
}

// Measures lists every measure in reading order. Measures of one scope that
// follow each other are told thing by thing.
var Measures = slices.Concat(breakEvenMeasures, dealMeasures, leaseMeasures, contractMeasures, rentMeasures, tenantMeasures, computeMeasures, returnMeasures, cashMeasures,
	debtMeasures, equityMeasures, valueMeasures, groupMeasures, energisationMeasures, orbitMeasures, listingMeasures)

// FindMeasure returns a measure by its name, of several scopes' the first, or nil.
func FindMeasure(name string) *Measure {
	at := slices.IndexFunc(Measures, func(m Measure) bool { return m.Name == name })
	if at < 0 {
		return nil
	}
	return &Measures[at]
}
