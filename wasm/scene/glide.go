//go:build js && wasm

package main

import (
	"math"

	"rackonomics/engine/campus"
)

// glide is a way that the camera has yet to go, in equal steps.
type glide struct {
	steps int
	by    float64 // nearer, in each
	at    campus.Point
	shift campus.Point // in each
	all   bool         // on the ground and in the sky, each around its middle
}

// glideSteps is how many pictures a way takes that is not drawn by hand.
const glideSteps = 14

// move goes nearer by a factor around a point and shifts the picture by a distance, in CSS pixels, as a hand does it; or
// smoothly, as buttons and keys ask for it, all around its middle (0 goes back to where all is seen).
func (g *game) move(by float64, at, shift campus.Point, smoothly bool) {
	if g.place == nil {
		return
	}
	if g.glide.steps > 0 { // a way that another follows ends where it was to end
		g.step(g.glide.steps)
	}
	if !(by > 0) {
		by = 1 / g.place.Nearness()
	}
	scale := g.canvas.Scale
	g.glide = glide{steps: 1, by: by, at: at.Times(scale), shift: shift.Times(scale), all: smoothly}
	if smoothly && !g.still {
		g.glide.steps, g.glide.by, g.glide.shift = glideSteps, math.Pow(by, 1.0/glideSteps), shift.Times(scale/glideSteps)
	}
}

// step goes so many steps of the way.
func (g *game) step(count int) {
	for range count {
		if g.glide.all {
			g.place.MoveAll(g.glide.by, g.glide.shift)
		} else {
			g.place.Move(g.glide.by, g.glide.at, g.glide.shift)
		}
	}
	g.glide.steps -= count
	g.readingStale, g.labelsStale = true, true
	if g.hovering { // what was under the pointer has gone
		postHover(campus.Find{}, 0, 0, g.canvas.Scale)
		g.hovering = false
	}
}
