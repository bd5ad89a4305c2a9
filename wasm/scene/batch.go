//go:build js && wasm

package main

import (
	_ "embed"
	"fmt"

	"github.com/hajimehoshi/ebiten/v2"

	"rackonomics/engine/campus"
)

//go:embed faces.kage
var facesKage []byte

// constants of the pictures, for the shader that knows patterns.
const constants = `
const (
	GapShade = %v
	HatchShade = %v
	LampLight = %v
)
`

//go:embed bare.kage
var bareKage []byte

// batch turns the faces of a picture into triangles of a few draw calls. Its memory is used again from picture to picture.
type batch struct {
	shader   *ebiten.Shader
	bare     *ebiten.Shader // of faces of one colour
	parts    []campus.Stretch
	drawn    []campus.Face // whose vertices these are
	vertices []ebiten.Vertex
	indices  []uint32
	uniforms map[string]any
}

func newBatch() (*batch, error) {
	shader, err := ebiten.NewShader(fmt.Appendf(facesKage[:len(facesKage):len(facesKage)], constants, campus.GapShade, campus.HatchShade, campus.LampLight))
	if err != nil {
		return nil, err
	}
	bare, err := ebiten.NewShader(bareKage)
	return &batch{shader: shader, bare: bare, uniforms: map[string]any{}}, err
}

func channels(c campus.Colour) [3]float32 {
	return [3]float32{float32(c.R) / 255, float32(c.G) / 255, float32(c.B) / 255}
}

// draw paints faces in their order. From one picture to the next little moves, so what is as it was keeps its vertices.
// It keeps the faces and gives back memory for those of the next picture.
func (b *batch) draw(screen *ebiten.Image, faces []campus.Face, palette *campus.Palette, place *campus.Place) []campus.Face {
	b.hold(len(faces))
	at := 0
	for _, stretch := range place.Standing() {
		b.change(faces, at, stretch[0])
		at = stretch[1]
	}
	b.change(faces, at, len(faces))
	free := b.drawn
	b.drawn = faces
	shade, pulse, lit := channels(palette.Shade), channels(palette.Pulse), channels(palette.Lit)
	b.uniforms["Shade"], b.uniforms["Pulse"], b.uniforms["Lit"] = shade[:], pulse[:], lit[:]
	b.uniforms["Scale"], b.uniforms["LampsAbreast"] = float32(place.Canvas.Scale), float32(place.LampsAbreast())
	b.parts = place.Stretches(b.parts[:0], faces)
	for _, part := range b.parts {
		vertices, indices := b.vertices[4*part.From:4*part.To], b.indices[:6*(part.To-part.From)]
		if part.Bare {
			screen.DrawTrianglesShader32(vertices, indices, b.bare, nil)
		} else {
			screen.DrawTrianglesShader32(vertices, indices, b.shader, &ebiten.DrawTrianglesShaderOptions{Uniforms: b.uniforms})
		}
	}
	return free
}

// change writes the vertices of the faces from an index up to but not including another that are not as they were.
func (b *batch) change(faces []campus.Face, from, to int) {
	for i := from; i < to; i++ {
		if i >= len(b.drawn) || b.drawn[i] != faces[i] {
			b.write(b.vertices[4*i:4*i+4], &faces[i])
		}
	}
}

// hold makes room for the vertices and indices of so many faces.
func (b *batch) hold(count int) {
	for len(b.indices) < 6*count {
		first := uint32(len(b.indices) / 6 * 4)
		b.indices = append(b.indices, first, first+1, first+2, first, first+2, first+3)
	}
	b.indices = b.indices[:6*count]
	if short := 4*count - len(b.vertices); short > 0 {
		b.vertices = append(b.vertices, make([]ebiten.Vertex, short)...)
	}
	b.vertices = b.vertices[:4*count]
}

func (b *batch) write(vertices []ebiten.Vertex, f *campus.Face) {
	colour := channels(f.Colour)
	u, v := max(f.CountU, 1), max(f.CountV, 1)
	if f.Pattern == campus.Flow {
		u = f.CountU
	}
	code := float32(int(f.Pattern) + 8*f.Hatch)
	for i, corner := range [4]struct{ u, v float64 }{{0, 0}, {1, 0}, {1, 1}, {0, 1}} {
		at := f.At.Add(f.U.Times(corner.u)).Add(f.V.Times(corner.v))
		vertices[i] = ebiten.Vertex{
			DstX: float32(at.X), DstY: float32(at.Y), ColorR: colour[0], ColorG: colour[1], ColorB: colour[2], ColorA: float32(f.Alpha),
			Custom0: float32(corner.u * u), Custom1: float32(corner.v * v), Custom2: code, Custom3: float32(f.Value),
		}
	}
}
