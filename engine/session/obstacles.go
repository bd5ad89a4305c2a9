package session

import (
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// Obstacles says of things of the scenario why they get less than they ask for. The
// run must be of [model.ObstacleRows].
func (r *Result) Obstacles() []*scenario.Problem {
	return model.Obstacles(r.Document, func(row, thing string) []float64 {
		column, there := r.Table.Column(row, thing)
		if !there {
			return nil
		}
		return r.Table.Series(column)[:r.Document.Months]
	})
}
