package session

import (
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// Obstacles says of things of the scenario why they do less than they say. The error
// is a [scenario.Problems].
func (s *Session) Obstacles(changes []scenario.Change) ([]*scenario.Problem, error) {
	run, err := s.RunRows(changes, model.ObstacleRows...)
	if err != nil {
		return nil, err
	}
	return model.Obstacles(run.Document, func(row, thing string) []float64 {
		column, there := run.Table.Column(row, thing)
		if !there {
			return nil
		}
		return run.Table.Series(column)[:run.Document.Months]
	}), nil
}
