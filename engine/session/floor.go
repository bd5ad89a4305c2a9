package session

import (
	"rackonomics/engine/floor"
	"rackonomics/engine/result"
)

// Floor makes the plan of the floor of a run that has [result.FloorRows].
func (r *Result) Floor() (*floor.Plan, error) {
	return result.NewViewer(r.Document, r.Table, nil).Floor()
}
