package session

import (
	"rackonomics/engine/floor"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
)

// PrepareFloor is [Session.Prepare] with the rows that the plan of the floor
// needs.
func (s *Session) PrepareFloor(changes []scenario.Change) (*Prepared, error) {
	return s.Prepare(changes, result.FloorRows()...)
}

// Floor makes the plan of the floor of a run of [Session.PrepareFloor].
func (r *Result) Floor() (*floor.Plan, error) {
	return result.NewViewer(r.Document, r.Table, nil).Floor()
}
