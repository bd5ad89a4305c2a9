//go:build js && wasm

package main

import (
	"fmt"
	"math"
	"slices"

	"github.com/hajimehoshi/ebiten/v2"

	"rackonomics/engine/campus"
	"rackonomics/engine/floor"
)

// game holds what the messages said and what follows from it. Messages and frames run one after the other in the
// frame's only thread, so nothing is locked.
type game struct {
	plan      *campus.Plan
	month     float64
	palette   *campus.Palette
	selected  string
	fromAbove float64 // where the camera goes: 0 at an angle, 1 above
	still     bool    // no motion: the user's system asks for it
	coarse    bool    // the processor draws: fewer pixels before fewer pictures
	hovering  bool    // something was under the pointer
	glide     glide

	canvas  campus.Canvas
	place   *campus.Place
	reading campus.Reading // of the month that is drawn
	said    campus.Reading // of the month that texts tell of
	labels  []campus.Label
	legend  []campus.LegendEntry

	layoutStale, readingStale, labelsStale, pictureStale bool
	undrawn                                              bool // the plan has not been on the canvas yet
	blank                                                bool // there is no plan, and the picture of the last one has yet to go

	free  []campus.Face // memory for the faces of the next picture
	batch *batch
}

func newGame() (*game, error) {
	batch, err := newBatch()
	return &game{palette: &campus.Light, batch: batch}, err
}

func (g *game) setPlan(plan *campus.Plan) {
	g.plan = plan
	g.layoutStale, g.undrawn, g.blank = true, true, false
}

// dropPlan leaves nothing to show.
func (g *game) dropPlan() {
	g.plan, g.place, g.undrawn, g.blank = nil, nil, false, true
	g.labels, g.legend = nil, nil
	postLabels(nil, nil, g.palette)
}

func (g *game) setMonth(month float64) error {
	if math.IsNaN(month) || math.IsInf(month, 0) {
		return fmt.Errorf("month: %g is no month", month)
	}
	if g.still {
		month = math.Round(month)
	}
	if month != g.month {
		g.month = month
		g.readingStale = true
	}
	return nil
}

func (g *game) setTheme(theme string) error {
	switch theme {
	case "light":
		g.palette = &campus.Light
	case "dark":
		g.palette = &campus.Dark
	default:
		return fmt.Errorf("theme: %q is neither light nor dark", theme)
	}
	g.readingStale, g.labelsStale = true, true
	g.labels = nil // the legend's colours are the theme's
	return nil
}

func (g *game) selectTenant(name string) {
	if g.selected != name {
		g.selected = name
		g.pictureStale = true
	}
}

func (g *game) setCoarseness(coarse bool) { g.coarse = coarse }

// look tells whether the campus is seen from above.
func (g *game) look(fromAbove bool) {
	g.fromAbove = 0
	if fromAbove {
		g.fromAbove = 1
	}
}

func (g *game) setStillness(still bool) {
	g.still = still
	g.readingStale = true
}

// pointer tells what lies under a place given in CSS pixels.
func (g *game) pointer(x, y float64, kind string) {
	if g.place == nil {
		return
	}
	scale := g.canvas.Scale
	find, found := g.place.FindAt(g.plan, &g.said, campus.Point{X: x * scale, Y: y * scale})
	if kind == "leave" {
		find, found = campus.Find{}, false
	}
	if kind == "click" && found {
		postPick(find)
	}
	if found || g.hovering {
		postHover(find, x, y, scale)
	}
	g.hovering = found
}

// finest is how many device pixels a CSS pixel is drawn with at least: slanting edges are smooth where two by two make
// one of the screen's.
const finest = 2

// mostPixels bounds the picture that is made smaller on the screen.
const mostPixels = 6_000_000

// LayoutF makes the picture as large as the drawing buffer, or twice as large where the screen's pixels are coarse.
func (g *game) LayoutF(width, height float64) (float64, float64) {
	scale := ebiten.Monitor().DeviceScaleFactor()
	if !g.coarse && scale < finest && width*height*scale*scale*finest*finest <= mostPixels {
		scale *= finest
	}
	canvas := campus.Canvas{Width: max(1, int(width*scale)), Height: max(1, int(height*scale)), Scale: scale}
	if canvas != g.canvas {
		g.canvas = canvas
		g.layoutStale = true
	}
	return float64(canvas.Width), float64(canvas.Height)
}

// Layout is never called, because LayoutF is there; the interface asks for it.
func (g *game) Layout(width, height int) (int, int) { return width, height }

// Update brings layout, reading and labels up to date with the messages.
func (g *game) Update() error {
	defer g.stopOnPanic()
	if g.plan == nil {
		return nil
	}
	if g.layoutStale {
		if g.place == nil || !g.place.Suits(g.plan, g.canvas) {
			g.place = campus.Lay(g.plan, g.canvas)
			g.place.Look(g.fromAbove)
			g.glide = glide{}
		}
		g.layoutStale, g.readingStale, g.labelsStale = false, true, true
	}
	if g.place.FromAbove != g.fromAbove {
		g.turn()
	}
	if g.glide.steps > 0 {
		g.step(1)
	}
	if g.readingStale {
		g.place.Read(g.plan, g.month, &g.reading)
		g.readingStale, g.pictureStale = false, true
		if g.labelsStale || g.said.Month != campus.MonthTold(g.month) {
			g.place.Read(g.plan, campus.MonthTold(g.month), &g.said)
			g.updateLabels()
			postWords(g.place.Summary(g.plan, &g.said))
			g.labelsStale = false
		}
	}
	return nil
}

// turn moves the camera a step on its way, or all of it where nothing may move.
func (g *game) turn() {
	const steps = 24
	next := g.place.FromAbove + max(min(g.fromAbove-g.place.FromAbove, 1.0/steps), -1.0/steps)
	if g.still || math.Abs(g.fromAbove-next) < 1e-9 {
		next = g.fromAbove
	}
	g.place.Look(next)
	g.readingStale, g.labelsStale = true, true
}

// stopOnPanic reports a panic once and shows no more of the plan that led to it.
func (g *game) stopOnPanic() {
	if reason := recover(); reason != nil {
		g.dropPlan()
		postRefusal(fmt.Sprint(reason))
	}
}

func (g *game) updateLabels() {
	labels := g.place.Labels(g.plan, &g.said)
	legend := g.place.LegendEntries(g.plan, &g.said)
	if samePlaces(labels, g.labels) && sameColours(legend, g.legend) {
		postChangedTexts(labels, g.labels, legend, g.legend)
	} else {
		postLabels(labels, legend, g.palette)
	}
	g.labels, g.legend = labels, legend
}

// Draw paints the picture in a few calls where something changed; when nothing did it leaves the screen as it is, and
// Ebitengine does not even hand it to the browser again.
func (g *game) Draw(screen *ebiten.Image) {
	defer g.stopOnPanic()
	if g.pictureStale && g.place != nil {
		selected := slices.IndexFunc(g.plan.Uses, func(use floor.Use) bool { return use.Name == g.selected && use.Name != "" })
		faces := g.place.Paint(g.free[:0], g.plan, &g.reading, campus.Style{Palette: g.palette, Selected: selected})
		g.free = g.batch.draw(screen, faces, g.palette, g.place)
		g.pictureStale = false
		if g.undrawn {
			g.undrawn = false
			postDrawn()
		}
	}
	if g.blank {
		screen.Clear()
		g.blank = false
	}
	if g.place == nil || g.place.FromAbove == g.fromAbove && g.glide.steps == 0 {
		postRest()
	}
}

func samePlaces(now, before []campus.Label) bool {
	return slices.EqualFunc(now, before, func(a, b campus.Label) bool {
		a.Text, b.Text = "", ""
		return a == b
	})
}

func sameColours(now, before []campus.LegendEntry) bool {
	return slices.EqualFunc(now, before, func(a, b campus.LegendEntry) bool {
		a.Text, b.Text = "", ""
		return a == b
	})
}
