package session

import "rackonomics/engine/floor"

// Floor makes the plan of the floor of a run that has [result.FloorRows].
func (r *Result) Floor() (*floor.Plan, error) {
	return r.viewer().Floor()
}
