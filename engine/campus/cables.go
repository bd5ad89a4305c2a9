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

// cables carry power, each as wide as its megawatts, with pulses that the months move. What comes to the busbar leaves
// it for the halls, in proportion to what their racks can draw.
func (b *painter) cables(g *Ground) {
	if len(g.Sources) == 0 {
		return
	}
	limit := floor.Limit(b.reading.Limits[g.Site])
	binds := limit == floor.LimitedByPower || limit == floor.LimitedByCurtailment
	served, drawn, southward := 0.0, 0.0, 0.0
	var bus, lane []junction
	for _, source := range g.Sources {
		served += b.reading.Served[source]
	}
	for _, hall := range g.Halls {
		drawn += b.reading.HallPower[hall]
	}
	for _, hall := range g.Halls {
		cable, megawatts := b.place.Halls[hall].Cable, served*ratio(b.reading.HallPower[hall], drawn)
		b.cable(cable, megawatts, b.reading.HallMoved[hall], false)
		if cable[0].Y == g.bus() {
			bus = append(bus, junction{cable[0].X, -megawatts})
		} else {
			lane = append(lane, junction{cable[0].Y, -megawatts})
			southward += megawatts
		}
	}
	for _, source := range g.Sources {
		cable, megawatts := b.place.Sources[source].Cable, b.reading.Served[source]
		b.cable(cable, megawatts, b.reading.SourceMoved[source], binds)
		bus = append(bus, junction{cable[len(cable)-1].X, megawatts})
	}
	if len(lane) > 0 {
		b.busbar(append(lane, junction{g.bus(), southward}), binds, func(at float64) Spot { return Spot{g.Lane, at} })
		bus = append(bus, junction{g.Lane, -southward})
	}
	b.busbar(bus, binds, func(at float64) Spot { return Spot{at, g.bus()} })
}

// busbar paints the stretches between junctions, each with what goes through it.
func (b *painter) busbar(junctions []junction, binds bool, spot func(at float64) Spot) {
	slices.SortStableFunc(junctions, func(a, b junction) int { return cmp.Compare(a.at, b.at) })
	through := 0.0
	for i := 1; i < len(junctions); i++ {
		through += junctions[i-1].megawatts
		from, to := spot(junctions[i-1].at), spot(junctions[i].at)
		if through < 0 {
			from, to = to, from
		}
		b.cable(Cable{from, to}, max(through, -through), b.reading.Moved, binds)
	}
}

// cable paints a cable that carries so many megawatts.
func (b *painter) cable(c Cable, megawatts, moved float64, binds bool) {
	widest := b.place.widestCable()
	share := ratio(megawatts, b.reading.peaks.served)
	distance := pulseDistance * b.place.Canvas.Scale / b.place.Camera.Scale // metres
	f := Face{Colour: b.Palette.Line}
	width := widest * 0.06
	if share > 1e-6 {
		width = max(widest*share, widest*0.1)
		f = Face{Colour: b.Palette.Energy, Pattern: Flow, Value: moved}
		if binds {
			f.Colour = b.Palette.Limit
		}
	}
	for i := 1; i < len(c); i++ {
		length := max(c[i].X-c[i-1].X, c[i-1].X-c[i].X) + max(c[i].Y-c[i-1].Y, c[i-1].Y-c[i].Y)
		f.CountU = length / distance
		b.leg(c[i-1], c[i], width, f)
		f.Value -= f.CountU
	}
}

// widestCable is as wide as the gaps that cables run through, in metres.
func (p *Place) widestCable() float64 { return p.metres.gap * 0.95 }

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
