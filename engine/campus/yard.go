package campus

import (
	"math"

	"rackonomics/engine/floor"
)

// What sources of power look like, by the kinds that a plan names; any other looks like bought power.
const (
	turbines = "turbine"
	solar    = "solar"
)

// yard paints the units of a source: those that are there, lit as far as they serve, and the foundations of those that
// are late.
func (b *painter) yard(source int) {
	place := &b.place.Sources[source]
	unit := b.place.Block.SourceMegawatts
	installed := int(math.Ceil(b.reading.Installed[source]/unit - 1e-6))
	planned := int(math.Ceil(b.reading.Planned[source]/unit - 1e-6))
	serving := b.reading.Served[source] / unit
	for i := range place.Units {
		square := place.Unit(i)
		if i >= installed && i < planned {
			b.box(square.Grown(-0.14*place.Side), 0, place.Side*0.1, b.Palette.Waiting)
			continue
		}
		if i >= installed {
			b.flat(square.Grown(-0.14*place.Side), 0, Face{Pattern: Outlines, Colour: b.Palette.Absent, CountU: 1, CountV: 1})
			continue
		}
		on := min(max(serving-float64(i), 0), 1)
		switch b.plan.Sources[source].Kind {
		case turbines:
			b.turbine(square, on)
		case floor.Battery:
			b.batteries(square, source)
		case solar:
			b.panels(square, on)
		default:
			b.transformer(square, on)
		}
	}
}

// at is a part of a square, in its hundredths.
func at(square Area, west, north, east, south float64) Area {
	w, d := square.Width()/100, square.Depth()/100
	return Area{square.MinX + west*w, square.MinY + north*d, square.MinX + east*w, square.MinY + south*d}
}

// lamp is the colour of what shows whether a unit serves.
func (b *painter) lamp(on float64) Colour { return b.Palette.Machine.mixed(b.Palette.Energy, on) }

func (b *painter) transformer(square Area, on float64) {
	side := square.Width()
	body := at(square, 16, 22, 84, 76)
	b.shadow(body, side*0.3)
	b.box(body, 0, side*0.26, b.Palette.Machine)
	for i := range 3 {
		west := 26 + 20*float64(i)
		b.box(at(square, west, 40, west+10, 58), side*0.26, side*0.16, b.lamp(on))
	}
}

func (b *painter) turbine(square Area, on float64) {
	side := square.Width()
	body := at(square, 10, 34, 90, 72)
	b.shadow(body, side*0.3)
	b.box(at(square, 14, 40, 32, 60), 0, side*0.72, b.Palette.Stack)
	b.flat(at(square, 16, 42, 30, 58), side*0.72, Face{Colour: b.lamp(on)})
	b.box(at(square, 36, 34, 90, 72), 0, side*0.28, b.Palette.Machine)
	b.flat(at(square, 44, 46, 82, 60), side*0.28, Face{Colour: b.lamp(on)})
}

// batteryCells is how many cells a unit of a battery is drawn with.
const batteryCells = 2

// chargeFrom and chargeTo are where in a battery's square its charge stands, in hundredths from the west.
const chargeFrom, chargeTo = 14, 86

// batteries paints the cells of a unit of a battery, each with the charge of the whole: what a call of the grid leaves in
// it, what the call takes, and what is empty even when it comes. Where it is not used nothing says what is in it.
func (b *painter) batteries(square Area, source int) {
	side, storage := square.Width(), b.plan.Sources[source].Storage
	left, full := ratio(b.reading.Left[source], storage), ratio(b.reading.Full[source], storage)
	up := func(part float64) float64 { return chargeFrom + (chargeTo-chargeFrom)*part }
	for i := range batteryCells {
		north := 10 + 42*float64(i)
		body := at(square, 10, north, 90, north+36)
		b.shadow(body, side*0.18)
		b.box(body, 0, side*0.16, b.Palette.Cell)
		charge := func(from, to float64, colour Colour) {
			if to > from && full > 0 {
				b.flat(at(square, from, north+8, to, north+28), side*0.16, Face{Colour: colour})
			}
		}
		charge(chargeFrom, up(left), b.Palette.Energy)
		charge(up(left), up(full), b.Palette.Energy.mixed(b.Palette.Cell, callTint))
		charge(up(full), chargeTo, b.Palette.Empty)
	}
}

// callTint is how much of the colour of a battery's cell is in that of the charge that a call takes.
const callTint = 0.5

func (b *painter) panels(square Area, on float64) {
	side := square.Width()
	for i := 0; i < 3; i++ {
		north := 10 + 28*float64(i)
		b.solid(at(square, 8, north, 92, north+20), side*0.04, side*0.05,
			Face{Colour: b.Palette.Panel.mixed(b.Palette.Energy, 0.25*on), Pattern: Tops, CountU: 6, CountV: 1}, Face{Colour: b.shaded(b.Palette.Panel, 0.3)})
	}
}

// plant paints the cooling units; as many run as heat is taken away, the last one in part.
func (b *painter) plant(g *Ground) {
	plant := &g.Plant
	unit := b.place.Block.CoolingMegawatts
	there := int(math.Ceil(b.reading.HeatLimits[g.Site]/unit - 1e-6))
	running := b.reading.Heat[g.Site] / unit
	hot := b.reading.Limits[g.Site] == limitedByCooling
	for i := range plant.Units {
		square := plant.Unit(i)
		body := square.Grown(-0.10 * plant.Side)
		if i >= there {
			b.flat(body, 0, Face{Pattern: Outlines, Colour: b.Palette.Absent, CountU: 1, CountV: 1})
			continue
		}
		on := min(max(running-float64(i), 0), 1)
		colour := b.Palette.CoolerOff.mixed(b.Palette.CoolerOn, on)
		if hot {
			colour = b.Palette.CoolerOff.mixed(b.Palette.Limit, 0.6*on)
		}
		b.box(body, 0, plant.Side*0.34, colour)
		b.flat(square.Grown(-0.22*plant.Side), plant.Side*0.34, Face{Pattern: Disc, Colour: b.shaded(colour, 0.22)})
		b.flat(square.Grown(-0.40*plant.Side), plant.Side*0.34, Face{Pattern: Disc, Colour: colour})
		if on > 0 && b.place.Camera.riseCosine > 0 {
			b.plume(square.Grown(-0.22*plant.Side), plant.Side*0.34, on)
		}
	}
}

// plume is the heat that leaves a cooling unit: the more, the higher.
func (b *painter) plume(fan Area, z, on float64) {
	c, middle := &b.place.Camera, (fan.MinY+fan.MaxY)/2
	b.add(Face{At: c.Project(fan.MinX, middle, z), U: c.span(fan.Width(), 0, 0), V: c.span(0, 0, fan.Width()*(0.6+1.2*on)), Colour: b.Palette.Heat, Alpha: 0.5, Pattern: Fading})
}
