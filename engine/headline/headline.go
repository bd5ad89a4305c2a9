// Package headline reads the figures that a scenario is asked about from its
// table: the break-evens, what the leases and the operator are worth, what comes
// back of what is spent, how far debt is covered, what computing costs, what the
// tenant gains and who lists first.
//
// A measure of one thing among several has its name behind an @, as rows have.
// Measures about things that a scenario has none of, such as debt or companies,
// are left out; a measure that is not defined is there without a value.
package headline

import (
	"slices"

	"rackonomics/engine/link"
	"rackonomics/engine/machine"
)

// Measure is one headline figure.
type Measure struct {
	Name  string
	Title string
	Unit  string
	Note  string // what it is and by which convention
	Value any    // float64; a month, a day, a company or several rates as text; nil where there is none
}

// percentages are the plain numbers that people read in per cent.
var percentages = []string{
	"tenant.share", "internal_rate_of_return", "internal_rate_of_return.with_sale", "dated_rate_of_return", "modified_rate_of_return",
}

// Patterns are the rows that the measures read, as [model.Columns] takes them.
var Patterns = slices.Concat(breakEvenRows, leaseRows, tenantRows, computeRows, returnRows, cashRows, debtRows, valueRows, orbitRows, listingRows)

// Measures computes every headline figure of a table with one lane, which must
// hold the rows of [Patterns].
func Measures(table *machine.Table) []Measure {
	r := newReader(table)
	return finite(slices.Concat(r.breakEvens(), r.leases(), r.tenants(), r.computing(), r.returns(), r.cash(), r.debt(), r.values(), r.orbit(), r.listings()))
}

// Figures gives the measures as a link compares and writes them.
func Figures(table *machine.Table) []link.Figure {
	var figures []link.Figure
	for _, m := range Measures(table) {
		figures = append(figures, link.Figure{Name: m.Name, Title: m.Title, Unit: m.Unit, Percent: slices.Contains(percentages, m.Name), Value: m.Value})
	}
	return figures
}

// finite takes out the values of measures that an absent value of the table
// leaves without one.
func finite(list []Measure) []Measure {
	for i := range list {
		if value, ok := list[i].Value.(float64); ok && machine.IsAbsent(value-value) {
			list[i].Value = nil
		}
	}
	return list
}
