//go:build js && wasm

package main

import (
	_ "embed"

	"github.com/hajimehoshi/ebiten/v2"

	"rackonomics/engine/campus"
)

//go:embed faces.kage
var facesKage []byte

// batch turns the faces of a picture into triangles of one draw call. Its memory is used again from picture to picture.
type batch struct {
	shader   *ebiten.Shader
	vertices []ebiten.Vertex
	indices  []uint32
	uniforms map[string]any
}

func newBatch() (*batch, error) {
	shader, err := ebiten.NewShader(facesKage)
	return &batch{shader: shader, uniforms: map[string]any{}}, err
}

func channels(c campus.Colour) [3]float32 {
	return [3]float32{float32(c.R) / 255, float32(c.G) / 255, float32(c.B) / 255}
}

// draw paints faces in their order.
func (b *batch) draw(screen *ebiten.Image, faces []campus.Face, palette *campus.Palette, place *campus.Place) {
	b.vertices, b.indices = b.vertices[:0], b.indices[:0]
	for i := range faces {
		b.add(&faces[i])
	}
	shade, pulse, lit := channels(palette.Shade), channels(palette.Pulse), channels(palette.Lit)
	b.uniforms["Shade"], b.uniforms["Pulse"], b.uniforms["Lit"] = shade[:], pulse[:], lit[:]
	b.uniforms["LampLight"], b.uniforms["LampsAbreast"] = float32(campus.LampLight), float32(place.LampsAbreast())
	b.uniforms["Scale"], b.uniforms["GapShade"], b.uniforms["HatchShade"] = float32(place.Canvas.Scale), float32(campus.GapShade), float32(campus.HatchShade)
	screen.DrawTrianglesShader32(b.vertices, b.indices, b.shader, &ebiten.DrawTrianglesShaderOptions{Uniforms: b.uniforms})
}

func (b *batch) add(f *campus.Face) {
	first := uint32(len(b.vertices))
	colour := channels(f.Colour)
	u, v := max(f.CountU, 1), max(f.CountV, 1)
	if f.Pattern == campus.Flow {
		u = f.CountU
	}
	code := float32(int(f.Pattern) + 8*f.Hatch)
	for _, corner := range [4]struct{ u, v float64 }{{0, 0}, {1, 0}, {1, 1}, {0, 1}} {
		at := f.At.Add(f.U.Times(corner.u)).Add(f.V.Times(corner.v))
		b.vertices = append(b.vertices, ebiten.Vertex{
			DstX: float32(at.X), DstY: float32(at.Y), ColorR: colour[0], ColorG: colour[1], ColorB: colour[2], ColorA: float32(f.Alpha),
			Custom0: float32(corner.u * u), Custom1: float32(corner.v * v), Custom2: code, Custom3: float32(f.Value),
		})
	}
	b.indices = append(b.indices, first, first+1, first+2, first, first+2, first+3)
}
