//go:build js && wasm

package main

import "rackonomics/wasm/scene/floorplan"

// palette is what the scene is painted with besides the colours of the plan.
type palette struct {
	ground, panel, edge   tint
	absent, dark          tint // racks that are to come, racks without power
	line, energy, pulse   tint // feed lines: bare, carrying power, moving pulses
	coolingOff, coolingOn tint
	ink                   tint // shades the backs of racks
	led                   tint // lit fronts at full load
	glow                  float32
}

func rgb(hex uint32) tint {
	return opaque(floorplan.Colour{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex)})
}

var light = palette{
	ground: rgb(0xf6f7f9), panel: rgb(0xffffff), edge: rgb(0xdde2e8),
	absent: rgb(0xd9dfe6), dark: rgb(0x66727e),
	line: rgb(0xd3dae2), energy: rgb(0xe2a423), pulse: rgb(0xb86e00),
	coolingOff: rgb(0xdfe5eb), coolingOn: rgb(0x4aa3c7),
	ink: rgb(0x12181f), led: rgb(0xffffff), glow: 0.40,
}

var dark = palette{
	ground: rgb(0x0e1217), panel: rgb(0x151b22), edge: rgb(0x27303a),
	absent: rgb(0x28313b), dark: rgb(0x3a4552),
	line: rgb(0x2a343f), energy: rgb(0xb98a2c), pulse: rgb(0xffdf91),
	coolingOff: rgb(0x232c36), coolingOn: rgb(0x3f9cc4),
	ink: rgb(0xf4f7fa), led: rgb(0xffffff), glow: 0.42,
}
