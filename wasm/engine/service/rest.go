package service

import "rackonomics/engine/machine"

// beginner is a backend that makes kernels beside the calls.
type beginner interface {
	Begin(of machine.Shape) machine.Coming
}

// Rest does what makes later answers come sooner, a part of some milliseconds, and
// reports whether there is more: it begins kernels for the plain runs of the form of
// which views were shown last, which has been run operation by operation until then. No answer
// says anything else for it, but by what it was computed.
func (d *Desk) Rest() bool {
	backend, ok := d.Kernels.(beginner)
	return ok && len(d.opened) > 0 && d.opened[0].session.Quicken(backend.Begin)
}
