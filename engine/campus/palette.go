package campus

// Palette is what the campus is painted with besides the colours of the plan.
type Palette struct {
	Backdrop, Land, Lot, Road, Edge Colour // what lies on the ground
	Slab, Wall, Absent              Colour // halls, and racks that are to come
	Taken, Free                     Colour // floor of the buildings
	Dark                            Colour // racks without power, cooling or place
	Waiting                         Colour // foundations of what is not in service yet
	Machine, Stack, Cell, Panel     Colour // of power yards: machines, chimneys, batteries, solar panels
	Empty                           Colour // what of a battery is not charged
	CoolerOn, CoolerOff, Heat       Colour
	Line, Energy, Pulse, Limit      Colour // cables: bare, carrying power, what moves on them, at a limit that binds
	Gain                            Colour // money that is kept; Limit is money that is lost
	Shade                           Colour // what sides in shade and shadows are mixed with
	Lit                             Colour // fronts of racks at full load
	Night, Air, Wing, Star          Colour // orbit
	Ink, Soft                       Colour // texts of a drawing; on the canvas they are the frame's
}

func hex(value uint32) Colour {
	return Colour{R: uint8(value >> 16), G: uint8(value >> 8), B: uint8(value)}
}

// The palettes for light and dark pages.
var (
	Light = Palette{
		Backdrop: hex(0xf6f7f9), Land: hex(0xe8ecf0), Lot: hex(0xdce2e8), Road: hex(0xd3dae1), Edge: hex(0xc6cfd8),
		Slab: hex(0xfbfcfd), Wall: hex(0xe3e8ee), Absent: hex(0xb7c1cc), Dark: hex(0x39424d), Waiting: hex(0xcdbb9f), Taken: hex(0x8796a7), Free: hex(0xb9d6b0),
		Machine: hex(0xa9b6c6), Stack: hex(0x7d8c9e), Cell: hex(0xf2f4f7), Panel: hex(0x3c5a86), Empty: hex(0x5c6b7d),
		CoolerOn: hex(0xa5d3e6), CoolerOff: hex(0xe6ebef), Heat: hex(0xe08a5a),
		Line: hex(0xbfc8d2), Energy: hex(0xe2a423), Pulse: hex(0xfff0c2), Limit: hex(0xc8372d), Gain: hex(0x2f8f5b),
		Shade: hex(0x16202c), Lit: hex(0xffffff),
		Night: hex(0x0f1b30), Air: hex(0x7db8ea), Wing: hex(0x6e6656), Star: hex(0x8fa3bd),
		Ink: hex(0x1b242d), Soft: hex(0x5b6875),
	}
	Dark = Palette{
		Backdrop: hex(0x0e1217), Land: hex(0x1a212a), Lot: hex(0x212a34), Road: hex(0x27313c), Edge: hex(0x33404d),
		Slab: hex(0x10161d), Wall: hex(0x2b3642), Absent: hex(0x4a5765), Dark: hex(0x333e4b), Waiting: hex(0x74664f), Taken: hex(0x708094), Free: hex(0x33523a),
		Machine: hex(0x55657a), Stack: hex(0x3f4d5e), Cell: hex(0x8996a6), Panel: hex(0x2d4a78), Empty: hex(0x232c37),
		CoolerOn: hex(0x3f88a6), CoolerOff: hex(0x2b3540), Heat: hex(0xd08a62),
		Line: hex(0x3a4652), Energy: hex(0xc9932f), Pulse: hex(0xffe6a3), Limit: hex(0xff6b5e), Gain: hex(0x4cc38a),
		Shade: hex(0x000000), Lit: hex(0xffffff),
		Night: hex(0x0a1120), Air: hex(0x3f78b5), Wing: hex(0x5f594c), Star: hex(0x64748a),
		Ink: hex(0xeef2f6), Soft: hex(0x93a1af),
	}
)

// mixed goes from a colour (part 0) to another (part 1).
func (c Colour) mixed(other Colour, part float64) Colour {
	part = min(max(part, 0), 1)
	blend := func(a, b uint8) uint8 {
		return uint8(float64(a) + float64((float64(b)-float64(a))*part) + 0.5)
	}
	return Colour{blend(c.R, other.R), blend(c.G, other.G), blend(c.B, other.B)}
}
