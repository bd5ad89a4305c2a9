//go:build js && wasm

package main

import (
	"fmt"
	"math"
	"slices"

	"github.com/hajimehoshi/ebiten/v2"

	"rackonomics/wasm/scene/floorplan"
)

// game holds what the messages said and what follows from it. Messages and frames run one after the other in the
// frame's only thread, so nothing is locked.
type game struct {
	plan     *floorplan.Plan
	month    float64
	palette  *palette
	selected string
	still    bool // no motion: the user's system asks for it
	hovering bool // something was under the pointer

	canvas    floorplan.Canvas
	floorplan *floorplan.Floorplan
	reading   floorplan.Reading
	labels    []floorplan.Label
	legend    []floorplan.LegendEntry
	flow      flow

	layoutStale, readingStale, pictureStale bool
	repaint                                 bool // the whole picture, not only what the month changed
	undrawn                                 bool // the plan has not been on the canvas yet
	blank                                   bool // there is no plan, and the picture of the last one has yet to go

	painter painter
	white   *ebiten.Image
}

func newGame() *game {
	// The source of every triangle is the middle of a white image, so that no edge is blended in.
	const side = 3
	source := ebiten.NewImage(side, side)
	pixels := make([]byte, 4*side*side)
	for i := range pixels {
		pixels[i] = 0xff
	}
	source.WritePixels(pixels)
	return &game{palette: &light, white: source}
}

func (g *game) setPlan(plan *floorplan.Plan) {
	if g.plan == nil || !g.plan.LooksLike(plan) {
		g.repaint = true
	}
	g.plan = plan
	g.layoutStale, g.undrawn, g.blank = true, true, false
}

// dropPlan leaves nothing to show.
func (g *game) dropPlan() {
	g.plan, g.floorplan, g.undrawn, g.blank = nil, nil, false, true
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
		g.palette = &light
	case "dark":
		g.palette = &dark
	default:
		return fmt.Errorf("theme: %q is neither light nor dark", theme)
	}
	g.repaint, g.readingStale = true, true
	g.labels = nil // the legend's colours are the theme's
	return nil
}

func (g *game) selectTenant(name string) {
	if g.selected != name {
		g.selected = name
		g.repaint, g.pictureStale = true, true
	}
}

func (g *game) setStillness(still bool) {
	g.still = still
	g.readingStale = true
}

// pointer tells what lies under a place given in CSS pixels.
func (g *game) pointer(x, y float64, kind string) {
	if g.floorplan == nil {
		return
	}
	scale := g.canvas.Scale
	find, found := g.floorplan.FindAt(g.plan, &g.reading, floorplan.Point{X: x * scale, Y: y * scale})
	if kind == "leave" {
		find, found = floorplan.Find{}, false
	}
	if kind == "click" && found {
		postPick(find)
	}
	if found || g.hovering {
		postHover(find, x, y, scale)
	}
	g.hovering = found
}

// LayoutF makes the screen as large as the drawing buffer, so that a pixel of the one is a pixel of the other.
func (g *game) LayoutF(width, height float64) (float64, float64) {
	scale := ebiten.Monitor().DeviceScaleFactor()
	canvas := floorplan.Canvas{Width: max(1, int(width*scale)), Height: max(1, int(height*scale)), Scale: scale}
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
		if g.floorplan == nil || !g.floorplan.Suits(g.plan, g.canvas) {
			g.floorplan = floorplan.Lay(g.plan, g.canvas)
			g.repaint = true
		}
		g.layoutStale, g.readingStale = false, true
	}
	if g.readingStale {
		g.floorplan.Read(g.plan, g.month, &g.reading)
		g.flow.advance(g.plan, &g.reading)
		g.updateLabels()
		g.readingStale, g.pictureStale = false, true
	}
	return nil
}

// stopOnPanic reports a panic once and shows no more of the plan that led to it.
func (g *game) stopOnPanic() {
	if reason := recover(); reason != nil {
		g.dropPlan()
		postRefusal(fmt.Sprint(reason))
	}
}

func (g *game) updateLabels() {
	labels := g.floorplan.Labels(g.plan, &g.reading)
	legend := g.floorplan.LegendEntries(g.plan, &g.reading)
	if samePlaces(labels, g.labels) && sameColours(legend, g.legend) {
		postChangedTexts(labels, g.labels, legend, g.legend)
	} else {
		postLabels(labels, legend, g.palette)
	}
	g.labels, g.legend = labels, legend
}

// Draw paints what changed, in one call, over what the screen shows; when nothing changed it leaves the screen as it
// is, and Ebitengine does not even hand it to the browser again.
func (g *game) Draw(screen *ebiten.Image) {
	defer g.stopOnPanic()
	if g.pictureStale && g.floorplan != nil {
		mesh := g.painter.paint(g)
		screen.DrawTriangles32(mesh.vertices, mesh.indices, g.white, nil)
		g.pictureStale, g.repaint = false, false
		if g.undrawn {
			g.undrawn = false
			postDrawn()
		}
	}
	if g.blank {
		screen.Clear()
		g.blank = false
	}
}

func samePlaces(now, before []floorplan.Label) bool {
	return slices.EqualFunc(now, before, func(a, b floorplan.Label) bool {
		a.Text, b.Text = "", ""
		return a == b
	})
}

func sameColours(now, before []floorplan.LegendEntry) bool {
	return slices.EqualFunc(now, before, func(a, b floorplan.LegendEntry) bool {
		a.Text, b.Text = "", ""
		return a == b
	})
}
