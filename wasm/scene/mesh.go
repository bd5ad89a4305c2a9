//go:build js && wasm

package main

import (
	"fmt"
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"rackonomics/wasm/scene/floorplan"
)

// tint is a colour with straight alpha, each 0…1.
type tint struct{ r, g, b, a float32 }

func opaque(c floorplan.Colour) tint {
	return tint{float32(c.R) / 255, float32(c.G) / 255, float32(c.B) / 255, 1}
}

// hexadecimal is the colour as style sheets write it, without its alpha.
func (t tint) hexadecimal() string {
	return fmt.Sprintf("#%02x%02x%02x", uint8(t.r*255+0.5), uint8(t.g*255+0.5), uint8(t.b*255+0.5))
}

func (t tint) alpha(a float32) tint { t.a = a; return t }

// mixed goes from t (part 0) to other (part 1).
func (t tint) mixed(other tint, part float32) tint {
	return tint{t.r + (other.r-t.r)*part, t.g + (other.g-t.g)*part, t.b + (other.b-t.b)*part, t.a + (other.a-t.a)*part}
}

// mesh collects triangles in the order in which they are painted. Curved and slanting edges fade out over a pixel by
// the alpha of their vertices, so no second, multisampled pass is needed and everything fits one draw call.
type mesh struct {
	vertices []ebiten.Vertex
	indices  []uint32

	places []floorplan.Point // of the strip at work
	tints  []tint
}

func (m *mesh) clear() { m.vertices, m.indices = m.vertices[:0], m.indices[:0] }

func (m *mesh) vertex(x, y float32, t tint) uint32 {
	m.vertices = append(m.vertices, ebiten.Vertex{
		DstX: x, DstY: y, SrcX: 1, SrcY: 1, ColorR: t.r, ColorG: t.g, ColorB: t.b, ColorA: t.a,
	})
	return uint32(len(m.vertices) - 1)
}

func (m *mesh) quad(a, b, c, d uint32) { m.indices = append(m.indices, a, b, c, a, c, d) }

// rectangle with whole pixels has sharp edges.
func (m *mesh) rectangle(r floorplan.Rectangle, t tint) { m.fade(r, t, t) }

// fade goes from one tint at the upper edge to another at the lower.
func (m *mesh) fade(r floorplan.Rectangle, upper, lower tint) {
	x0, y0, x1, y1 := float32(r.MinX), float32(r.MinY), float32(r.MaxX), float32(r.MaxY)
	first := uint32(len(m.vertices))
	m.vertices = append(m.vertices,
		ebiten.Vertex{DstX: x0, DstY: y0, SrcX: 1, SrcY: 1, ColorR: upper.r, ColorG: upper.g, ColorB: upper.b, ColorA: upper.a},
		ebiten.Vertex{DstX: x1, DstY: y0, SrcX: 1, SrcY: 1, ColorR: upper.r, ColorG: upper.g, ColorB: upper.b, ColorA: upper.a},
		ebiten.Vertex{DstX: x1, DstY: y1, SrcX: 1, SrcY: 1, ColorR: lower.r, ColorG: lower.g, ColorB: lower.b, ColorA: lower.a},
		ebiten.Vertex{DstX: x0, DstY: y1, SrcX: 1, SrcY: 1, ColorR: lower.r, ColorG: lower.g, ColorB: lower.b, ColorA: lower.a},
	)
	m.quad(first, first+1, first+2, first+3)
}

// rounded is a filled rectangle with round corners and smooth edges.
func (m *mesh) rounded(r floorplan.Rectangle, radius float64, t tint) {
	const steps = 5
	radius = min(radius, float64(r.Width())/2, float64(r.Height())/2)
	middle := m.vertex(float32(r.MinX+r.MaxX)/2, float32(r.MinY+r.MaxY)/2, t)
	ring := middle + 1
	count := uint32(0)
	for corner := range 4 {
		x, y := float64(r.MinX)+radius, float64(r.MinY)+radius
		if corner == 1 || corner == 2 {
			x = float64(r.MaxX) - radius
		}
		if corner >= 2 {
			y = float64(r.MaxY) - radius
		}
		for step := range steps + 1 {
			sine, cosine := math.Sincos(math.Pi + float64(corner)*math.Pi/2 + float64(step)/steps*math.Pi/2)
			m.vertex(float32(x+(radius-0.5)*cosine), float32(y+(radius-0.5)*sine), t)
			m.vertex(float32(x+(radius+0.5)*cosine), float32(y+(radius+0.5)*sine), t.alpha(0))
			count++
		}
	}
	for i := range count {
		inner, next := ring+2*i, ring+2*((i+1)%count)
		m.indices = append(m.indices, middle, inner, next)
		m.quad(inner, inner+1, next+1, next)
	}
}

// disc is a filled circle that fades out over feather pixels around its radius.
func (m *mesh) disc(x, y, radius, feather float64, t tint) {
	const steps = 14
	middle := m.vertex(float32(x), float32(y), t)
	for step := range uint32(steps) {
		sine, cosine := math.Sincos(2 * math.Pi * float64(step) / steps)
		inner, outer := max(radius-feather/2, 0), radius+feather/2
		m.vertex(float32(x+inner*cosine), float32(y+inner*sine), t)
		m.vertex(float32(x+outer*cosine), float32(y+outer*sine), t.alpha(0))
		here, next := middle+1+2*step, middle+1+2*((step+1)%steps)
		m.indices = append(m.indices, middle, here, next)
		m.quad(here, here+1, next+1, next)
	}
}

// stroke draws the part of a path between two distances as one strip with smooth sides and open ends. The tint may
// change along it: at is given the distance.
func (m *mesh) stroke(path *floorplan.Path, from, to, width float64, at func(distance float64) tint) {
	m.places, m.tints = m.places[:0], m.tints[:0]
	path.Walk(from, to, func(place floorplan.Point, distance float64) {
		m.places = append(m.places, place)
		m.tints = append(m.tints, at(distance))
	})
	m.strip(width)
}

// segment is a straight line.
func (m *mesh) segment(a, b floorplan.Point, width float64, t tint) {
	m.places = append(m.places[:0], a, b)
	m.tints = append(m.tints[:0], t, t)
	m.strip(width)
}

// strip joins m.places; its sides at a place are square to the mean of the directions before and after it.
func (m *mesh) strip(width float64) {
	faint := float32(1)
	if width < 1 { // a thinner line cannot be drawn, but a fainter one
		faint, width = float32(width), 1
	}
	last := len(m.places) - 1
	for i, place := range m.places {
		before, after := m.places[max(i-1, 0)], m.places[min(i+1, last)]
		dx, dy := after.X-before.X, after.Y-before.Y
		length := max(math.Hypot(dx, dy), 1e-9)
		nx, ny := -dy/length, dx/length
		t := m.tints[i]
		t.a *= faint
		for _, offset := range [4]float64{-width/2 - 0.5, -width/2 + 0.5, width/2 - 0.5, width/2 + 0.5} {
			edge := t
			if math.Abs(offset) > width/2 {
				edge.a = 0
			}
			m.vertex(float32(place.X+nx*offset), float32(place.Y+ny*offset), edge)
		}
		if i == 0 {
			continue
		}
		here := uint32(len(m.vertices)) - 4
		for side := range uint32(3) {
			m.quad(here-4+side, here+side, here+side+1, here-4+side+1)
		}
	}
}
