package campus

import (
	"cmp"
	"slices"

	"rackonomics/engine/floor"
)

// Cable is a line along the ground, each of whose legs goes straight north, south, east or west.
type Cable []Spot

// pulseDistance is how far apart pulses are, in CSS pixels.
const pulseDistance = 24

// junction is where power comes to a busbar or leaves it, in MW.
type junction struct {
	at, megawatts float64
}

// flow is power that goes along a cable.
type flow struct {
	along     [3]Spot // its first legs
	legs      int
	megawatts float64
	moved     float64 // how far pulses on it have moved
	binds     bool    // it ends at a limit that binds
}

// flows are those of a site, with room for what finds them.
type flows struct {
	halls, sources, bars []flow
	bus, lane            []junction
}

// flowsOf finds the power that goes along the cables of a site. What comes to the busbar and charges no battery leaves it
// for the halls, in proportion to what their racks can draw.
func (p *Place) flowsOf(g *Ground, r *Reading) *flows {
	f := &r.flows
	*f = flows{f.halls[:0], f.sources[:0], f.bars[:0], f.bus[:0], f.lane[:0]}
	if len(g.Sources) == 0 {
		return f
	}
	limit := floor.Limit(r.Limits[g.Site])
	binds := limit == floor.LimitedByPower || limit == floor.LimitedByCurtailment
	served, drawn, southward := 0.0, 0.0, 0.0
	for _, source := range g.Sources {
		served += r.Served[source] - r.Charged[source]
	}
	for _, hall := range g.Halls {
		drawn += r.HallPower[hall]
	}
	for _, hall := range g.Halls {
		cable, megawatts := p.Halls[hall].Cable, max(served, 0)*ratio(r.HallPower[hall], drawn)
		f.halls = append(f.halls, flowAlong(cable, megawatts, r.HallMoved[hall], false))
		if cable[0].Y == g.bus() {
			f.bus = append(f.bus, junction{cable[0].X, -megawatts})
		} else {
			f.lane = append(f.lane, junction{cable[0].Y, -megawatts})
			southward += megawatts
		}
	}
	for _, source := range g.Sources {
		cable := p.Sources[source].Cable
		f.sources = append(f.sources, flowAlong(cable, r.Served[source], r.SourceMoved[source], binds))
		f.bus = append(f.bus, junction{cable[len(cable)-1].X, r.Served[source] - r.Charged[source]})
	}
	if len(f.lane) > 0 {
		f.lane = append(f.lane, junction{g.bus(), southward})
		f.busbar(f.lane, r.Moved, binds, func(at float64) Spot { return Spot{g.Lane, at} })
		f.bus = append(f.bus, junction{g.Lane, -southward})
	}
	f.busbar(f.bus, r.Moved, binds, func(at float64) Spot { return Spot{at, g.bus()} })
	return f
}

func flowAlong(c Cable, megawatts, moved float64, binds bool) flow {
	f := flow{legs: len(c) - 1, megawatts: megawatts, moved: moved, binds: binds}
	copy(f.along[:], c)
	return f
}

// busbar adds the stretches between junctions, each with what goes through it.
func (f *flows) busbar(junctions []junction, moved float64, binds bool, spot func(at float64) Spot) {
	slices.SortStableFunc(junctions, func(a, b junction) int { return cmp.Compare(a.at, b.at) })
	through := 0.0
	for i := 1; i < len(junctions); i++ {
		through += junctions[i-1].megawatts
		from, to := spot(junctions[i-1].at), spot(junctions[i].at)
		if through < 0 {
			from, to = to, from
		}
		f.bars = append(f.bars, flow{along: [3]Spot{from, to}, legs: 1, megawatts: max(through, -through), moved: moved, binds: binds})
	}
}

// cables paints the cables of a site.
func (b *painter) cables(g *Ground) {
	flows := b.place.flowsOf(g, b.reading)
	for _, list := range [3][]flow{flows.halls, flows.sources, flows.bars} {
		for i := range list {
			b.cable(&list[i])
		}
	}
}

// hairline is how wide a cable is drawn at least, in CSS pixels, where a width by its megawatts could not be seen. The
// legend says up to which power that is so.
const hairline = 0.8

// carries is the least power that a cable is said to carry, in parts of the most.
const carries = 1e-6

// cable paints what goes along a cable, with pulses that the months move.
func (b *painter) cable(along *flow) {
	scale := b.place.Canvas.Scale / b.place.Camera.Scale // metres to a CSS pixel
	distance := pulseDistance * scale
	f := Face{Colour: b.Palette.Line}
	width := hairline / 2 * scale
	if ratio(along.megawatts, b.reading.peaks.served) > carries {
		width = max(b.place.cableWidth(b.reading, along.megawatts), hairline*scale)
		f = Face{Colour: b.Palette.Energy, Pattern: Flow, Value: along.moved}
		if along.binds {
			f.Colour = b.Palette.Limit
		}
	}
	for i := 1; i <= along.legs; i++ {
		from, to := along.along[i-1], along.along[i]
		length := max(to.X-from.X, from.X-to.X) + max(to.Y-from.Y, from.Y-to.Y)
		f.CountU = length / distance
		b.leg(from, to, width, f)
		f.Value -= f.CountU
	}
}

// widestCable is as wide as the road that the busbar runs along, in metres: all power of the month in which it is most.
func (p *Place) widestCable() float64 { return p.metres.gap * 1.7 }

// cableWidth is how wide a cable is that carries so many megawatts, in metres.
func (p *Place) cableWidth(r *Reading, megawatts float64) float64 {
	return p.widestCable() * ratio(megawatts, r.peaks.served)
}

// CableKey is a piece of a cable with which the widths of all can be read.
type CableKey struct {
	Megawatts float64
	Width     float64 // CSS pixels
	Hairlines float64 // MW under which cables are not as wide as their power, but a hairline
}

// mostKey is how wide the piece of a cable in the legend is at most, in CSS pixels.
const mostKey = 9

// CableKey gives a key of a round number of megawatts; false where there are no cables.
func (p *Place) CableKey(r *Reading) (key CableKey, ok bool) {
	if len(p.Grounds) == 0 || r.peaks.served <= 0 {
		return CableKey{}, false
	}
	each := p.widestCable() / r.peaks.served * p.Camera.Scale / p.Canvas.Scale // CSS pixels to a MW
	key.Megawatts = roundBelow(min(mostKey/each, r.peaks.served))
	key.Width, key.Hairlines = key.Megawatts*each, hairline/each
	return key, true
}

// roundBelow is the largest of 1, 2, 5, 10 … and 0.5, 0.2, 0.1 … that is not above.
func roundBelow(most float64) float64 {
	for unit := 1e9; unit > 1e-9; unit /= 10 {
		for _, times := range []float64{5, 2, 1} {
			if unit*times <= most {
				return unit * times
			}
		}
	}
	return most
}

// leg is a straight part of a cable; its U runs along it.
func (b *painter) leg(from, to Spot, width float64, f Face) {
	c := &b.place.Camera
	dx, dy := to.X-from.X, to.Y-from.Y
	half := width / 2
	if dx == 0 {
		end := half
		if dy < 0 {
			end = -half
		}
		f.At, f.U, f.V = c.Project(from.X-half, from.Y-end, 0), c.span(0, dy+2*end, 0), c.span(width, 0, 0)
	} else {
		end := half
		if dx < 0 {
			end = -half
		}
		f.At, f.U, f.V = c.Project(from.X-end, from.Y-half, 0), c.span(dx+2*end, 0, 0), c.span(0, width, 0)
	}
	b.add(f)
}
