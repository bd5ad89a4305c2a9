// Package headline gives the measures of a table as those want them who have no
// plan of their own: see package result.
package headline

import (
	"sync"

	"rackonomics/engine/formula"
	"rackonomics/engine/link"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/sim"
)

// Measure is one headline figure.
type Measure struct {
	Name  string
	Title string
	Unit  string // empty of names
	Note  string // what it is and by which convention
	Value any    // float64; a month, a day or names as text; nil where there is none
}

// Patterns are the rows that the measures read, as [model.Columns] takes them.
var Patterns = result.Rows()

// Measures computes every headline figure of a table with one lane, which must
// hold the rows of [Patterns].
func Measures(table *sim.Table) []Measure {
	var list []Measure
	each(table, func(head *result.Head, value any) {
		list = append(list, Measure{head.Name, head.Title, unit(head), head.NoteAndSource(), value})
	})
	return list
}

// Figures gives the measures as a link compares and writes them.
func Figures(table *sim.Table) []link.Figure {
	var list []link.Figure
	each(table, func(head *result.Head, value any) {
		list = append(list, link.Figure{Name: head.Name, Title: head.Title, Unit: unit(head), Percent: head.Percent, InLink: head.InLink, Value: value})
	})
	return list
}

func unit(head *result.Head) string {
	if head.Kind == model.KindThings {
		return ""
	}
	return head.Unit
}

// last is the plan made last: tables of one form follow each other.
var last struct {
	sync.Mutex
	program *formula.Program
	plan    *result.Plan
}

func each(table *sim.Table, tell func(head *result.Head, value any)) {
	last.Lock()
	defer last.Unlock()
	if last.program != table.Program {
		plan, err := result.NewPlan(table.Program, table.Start, table.Months)
		if err != nil {
			panic(err) // the table lacks rows that Patterns names
		}
		last.program, last.plan = table.Program, plan
	}
	values := last.plan.Compute(table)
	for i := range last.plan.Heads {
		if head := &last.plan.Heads[i]; last.plan.There(i, 0) {
			tell(head, last.plan.Value(head, values[i]))
		}
	}
}
