//go:build js && wasm

package main

import (
	"math"
	"slices"

	"rackonomics/engine/floor"
	"rackonomics/wasm/scene/floorplan"
)

// painter turns a reading of the floor plan into triangles over the picture before. Every part of the picture is
// opaque, so what did not change need not be painted again: while the time line plays that is nearly every rack.
type painter struct {
	mesh     // reused from frame to frame
	game     *game
	scale    float64
	looks    [][]look // what each cell shows, by hall
	selected int      // the use that stands out, or -1
}

// look is what tells the picture of one cell from that of another.
type look struct {
	state floorplan.State
	use   uint8
}

// unpainted is no cell's look.
var unpainted = look{state: 0xff}

func (p *painter) paint(g *game) *mesh {
	p.game, p.scale = g, g.canvas.Scale
	p.selected = slices.IndexFunc(g.plan.Uses, func(use floor.Use) bool { return use.Name == g.selected && use.Name != "" })
	p.clear()
	if g.repaint {
		p.ground()
	}
	p.feeds()
	p.gauges()
	for hall := range g.floorplan.Halls {
		p.racks(hall)
	}
	p.cooling()
	p.split()
	return &p.mesh
}

// ground paints what stays, and forgets what the cells showed.
func (p *painter) ground() {
	g := p.game
	p.rectangle(floorplan.Rectangle{MaxX: g.canvas.Width, MaxY: g.canvas.Height}, g.palette.ground)
	for _, source := range g.floorplan.Sources {
		p.box(source.Card, 6, g.palette.panel, g.palette.edge)
	}
	p.looks = p.looks[:0]
	for _, hall := range g.floorplan.Halls {
		p.box(hall.Panel, 7, g.palette.panel, g.palette.edge)
		looks := make([]look, hall.Cells)
		for cell := range looks {
			looks[cell] = unpainted
		}
		p.looks = append(p.looks, looks)
	}
}

func (p *painter) pixels(css float64) int { return int(math.Round(css * p.scale)) }

// box is a rounded surface with a hairline around it.
func (p *painter) box(r floorplan.Rectangle, radius float64, fill, edge tint) {
	line := max(1, p.pixels(1))
	p.rounded(r, radius*p.scale, edge)
	p.rounded(inset(r, line), radius*p.scale-float64(line), fill)
}

func inset(r floorplan.Rectangle, by int) floorplan.Rectangle {
	return floorplan.Rectangle{MinX: r.MinX + by, MinY: r.MinY + by, MaxX: r.MaxX - by, MaxY: r.MaxY - by}
}

// gauges show how much of its peak each source has available and serves.
func (p *painter) gauges() {
	g := p.game
	for i, source := range g.floorplan.Sources {
		if source.Gauge.MinX >= source.Gauge.MaxX || source.Gauge.MinY <= source.Card.MinY {
			continue // the card is too small
		}
		p.rectangle(source.Gauge, g.palette.line)
		peak := g.plan.SourcePeak(i)
		part := func(megawatts float64, t tint) {
			bar := source.Gauge
			bar.MaxX = bar.MinX + int(math.Round(float64(bar.Width())*ratio(megawatts, peak)))
			p.rectangle(bar, t)
		}
		part(g.reading.Available[i], g.palette.energy.mixed(g.palette.line, 0.6))
		part(g.reading.Served[i], g.palette.energy)
	}
}

// feeds paints the lines that carry power: as wide as the power, with pulses that the time line moves.
func (p *painter) feeds() {
	g := p.game
	for _, corridor := range g.floorplan.Corridors {
		p.rectangle(corridor, g.palette.ground)
	}
	total := 0.0
	for _, megawatts := range g.reading.Served {
		total += megawatts
	}
	for i := range g.floorplan.Halls {
		power := ratio(g.reading.HallPower[i], g.flow.hallPeak)
		p.feed(&g.floorplan.Halls[i].Feed, power, g.flow.halls[i])
	}
	for i := range g.floorplan.Sources {
		power := ratio(g.reading.Served[i], g.flow.peak)
		p.feed(&g.floorplan.Sources[i].Feed, power, g.flow.sources[i])
	}
	if bar := g.floorplan.Busbar; bar.Height() > 0 {
		t := g.palette.line
		if total > 0 {
			t = g.palette.energy
		}
		p.rounded(bar, float64(bar.Width())/2, t)
	}
}

// Pulses in CSS pixels: their distance and, at full power, their length.
const (
	pulseDistance = 46
	pulseLength   = 20
)

func (p *painter) feed(path *floorplan.Path, power, moved float64) {
	palette := p.game.palette
	length := path.Length()
	p.stroke(path, 0, length, 1.25*p.scale, func(float64) tint { return palette.line })
	if power <= 0 {
		return
	}
	width := max(1.25*p.scale, p.game.floorplan.FeedWidth*power)
	p.stroke(path, 0, length, width, func(float64) tint { return palette.energy })
	distance, tail := pulseDistance*p.scale, pulseLength*(0.5+0.5*power)*p.scale
	offset := math.Mod(moved*p.scale, distance)
	if offset < 0 {
		offset += distance
	}
	for head := offset; head < length+tail; head += distance {
		p.stroke(path, head-tail, head, width, func(at float64) tint {
			return palette.pulse.alpha(float32(max(0, 1-(head-at)/tail)))
		})
	}
}

// racks paints the cells of a hall that show something else than before.
func (p *painter) racks(hall int) {
	looks := p.looks[hall]
	for _, run := range p.game.reading.Halls[hall].Runs {
		now := look{state: run.State, use: uint8(run.Use)}
		var pen rackPen
		for cell := run.From; cell < run.To; cell++ {
			if looks[cell] == now {
				continue
			}
			looks[cell] = now
			if pen.width == 0 {
				pen = p.penOf(run, p.game.plan.Load(hall))
			}
			place, frontBelow := p.game.floorplan.Cell(hall, cell)
			p.rack(&pen, place, frontBelow)
		}
	}
}

// rackPen is how the racks of a run are painted: tints, and lengths in device pixels.
type rackPen struct {
	absent                bool
	body, back            tint
	front, lit            tint // of the front: all of it, and the part that is lit
	floor, floorAtFront   tint
	width, gap            int
	frontDepth, litMargin int // no front on cells too small for one
	isLit                 bool
	hairline, reach       int
	hasBack               bool
}

func (p *painter) penOf(run floorplan.Run, load float64) rackPen {
	g := p.game
	palette := g.palette
	width, height := g.floorplan.CellSize()
	body, lit := p.body(run)
	pen := rackPen{
		absent: run.State == floorplan.Absent,
		body:   body, back: body.mixed(palette.ink, 0.18), front: body.mixed(palette.ink, 0.12),
		floor: palette.panel, floorAtFront: palette.panel,
		width: width, gap: g.floorplan.CellGap(),
		hairline: max(1, p.pixels(0.75)), reach: min(g.floorplan.ColdAisle()/2, p.pixels(7)),
		hasBack: height >= 12,
	}
	if height >= 4 {
		pen.frontDepth = max(1, height/7)
		pen.litMargin = (width - max(1, int(math.Round(float64(width)*load)))) / 2
	}
	if lit {
		pen.isLit = true
		pen.lit = body.mixed(palette.led, float32(0.15+0.45*load))
		pen.floorAtFront = palette.panel.mixed(body, palette.glow*float32(0.25+0.75*load))
	}
	return pen
}

// body is the colour of the racks of a run and whether they work. It is exactly the colour of the plan, whatever the
// load, so that the pixels of a colour can be counted; another tenant being selected dims it.
func (p *painter) body(run floorplan.Run) (t tint, lit bool) {
	g := p.game
	if !run.Used() {
		return g.palette.dark, false
	}
	t, dimmed := p.colourOf(run.Use)
	return t, !dimmed && run.State != floorplan.Idle
}

// colourOf a use, dimmed when another one is selected.
func (p *painter) colourOf(use int) (t tint, dimmed bool) {
	g := p.game
	t = opaque(g.plan.Colours[use])
	if p.selected >= 0 && use != p.selected {
		return t.mixed(g.palette.panel, 0.78), true
	}
	return t, false
}

// rack paints one cell: an outline, or a body with its front, which is lit as wide as the load and lights its half of
// the cold aisle. The front takes the same pixels off the body whether the rack works or not and whatever the load, so
// that equal areas of body are equal numbers of racks, at all sites.
func (p *painter) rack(pen *rackPen, place floorplan.Rectangle, frontBelow bool) {
	aisle := floorplan.Rectangle{MinX: place.MinX, MaxX: place.MaxX + pen.gap, MinY: place.MinY - pen.reach, MaxY: place.MinY}
	front, back := place, place
	if frontBelow {
		aisle.MinY, aisle.MaxY = place.MaxY, place.MaxY+pen.reach
		front.MinY, back.MaxY = place.MaxY-pen.frontDepth, place.MinY+pen.hairline
		p.fade(aisle, pen.floorAtFront, pen.floor)
	} else {
		front.MaxY, back.MinY = place.MinY+pen.frontDepth, place.MaxY-pen.hairline
		p.fade(aisle, pen.floor, pen.floorAtFront)
	}
	if pen.absent {
		p.rectangle(place, p.game.palette.absent)
		if place.Width() > 2*pen.hairline && place.Height() > 2*pen.hairline {
			p.rectangle(inset(place, pen.hairline), pen.floor)
		}
		return
	}
	p.rectangle(place, pen.body)
	if pen.frontDepth > 0 {
		p.rectangle(front, pen.front)
		if pen.isLit {
			front.MinX, front.MaxX = front.MinX+pen.litMargin, front.MaxX-pen.litMargin
			p.rectangle(front, pen.lit)
		}
	}
	if pen.hasBack {
		p.rectangle(back, pen.back)
	}
}

// cooling paints the row of cooling units; as many run as the demand is of its peak, the last one in part.
func (p *painter) cooling() {
	g := p.game
	units := g.floorplan.CoolingUnits
	p.rectangle(g.floorplan.Cooling, g.palette.ground)
	running := ratio(g.reading.Demand, g.flow.peakDemand) * float64(len(units))
	for i, unit := range units {
		on := float32(max(0, min(1, running-float64(i))))
		t := g.palette.coolingOff.mixed(g.palette.coolingOn, on)
		p.rounded(unit, 2.5*p.scale, t)
		x, y := float64(unit.MinX+unit.MaxX)/2, float64(unit.MinY+unit.MaxY)/2
		radius := float64(unit.Height()) * 0.36
		p.disc(x, y, radius, 1, g.palette.panel.alpha(0.35+0.25*on))
		for blade := range 3 {
			angle := 2*math.Pi*(g.flow.cooling+float64(blade)/3) + float64(i)
			sine, cosine := math.Sincos(angle)
			p.segment(floorplan.Point{X: x, Y: y}, floorplan.Point{X: x + radius*cosine, Y: y + radius*sine}, 1.4*p.scale, t)
		}
	}
}

// split paints the bar of who uses the usable racks.
func (p *painter) split() {
	g := p.game
	p.rectangle(g.floorplan.Split, g.palette.line)
	for use := range g.reading.Split {
		t, _ := p.colourOf(use)
		p.rectangle(g.floorplan.SplitPart(&g.reading, use), t)
	}
}
