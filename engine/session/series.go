package session

import (
	"rackonomics/engine/language"
	"rackonomics/engine/model"
)

// Series is a row of a thing, month by month.
type Series struct {
	Cell              language.Cell
	Name, Title, Unit string
	Instance          string    // the name of the thing
	Thing             string    // as people call it
	Values            []float64 // absent where there is no value; they hold until the session's next run
}

// Series lists the rows that were computed, of every thing, in the table's order;
// not the steps that the checker makes of formulas along time.
func (r *Result) Series() []Series {
	var all []Series
	for i, column := range r.Table.Program.Columns {
		index, _ := r.Schema.RowIndex(column.Row)
		if r.Schema.RowHidden(index) {
			continue
		}
		all = append(all, Series{Cell: language.Cell{Row: index, Instance: column.Instance}, Name: column.Row, Title: model.Title(column.Row), Unit: r.Schema.Row(index).Unit,
			Instance: r.Document.Instances[column.Instance].Name, Thing: r.thing(column.Instance), Values: r.Table.Series(i)})
	}
	return all
}

// thing is what people call an instance; the only one of its kind goes by the kind.
func (r *Result) thing(instance int) string {
	thing := &r.Document.Instances[instance]
	if scope := model.Scenario.FindScope(thing.Scope); thing.Title == "" && scope.Single {
		return scope.Title
	}
	return r.Document.Called(instance)
}
