package campus

import "math"

// sky paints the Earth's limb and over it the satellites: each of the picture with as many racks, in the colour of who
// uses them, between two solar arrays.
func (b *painter) sky() {
	s := b.place.Sky
	if s == nil {
		return
	}
	p, r := b.place, b.reading
	b.keeping(len(p.Halls)+len(p.Sources)+len(p.Grounds), [6]float64{}, nil, func() {
		b.screen(s.Band, b.Palette.Night)
		b.stars(s)
		b.limb(s)
	})
	for hall := range b.place.Halls {
		h := &b.place.Halls[hall]
		if !h.Flying {
			continue
		}
		b.launch(s, hall)
		site := b.plan.Halls[hall].Site
		by := [6]float64{s.nearness, s.centre.X, s.centre.Y}
		if p.cellWidth() >= showsSatelliteLamps { // radiators are seen
			by[3] = ratio(r.Heat[site], r.HeatLimits[site])
		}
		b.keeping(hall, by, r.Halls[hall].Runs, func() { b.satellites(s, hall) })
	}
}

func (b *painter) satellites(s *Sky, hall int) {
	for _, run := range b.reading.Halls[hall].Runs {
		for block := run.From; block < run.To; block++ {
			b.satellite(s, hall, block, run)
		}
	}
}

// stars lie where a fixed sequence puts them.
func (b *painter) stars(s *Sky) {
	state := uint32(2463534242)
	next := func(below int) int {
		state ^= state << 13
		state ^= state >> 17
		state ^= state << 5
		return int(state % uint32(max(below, 1)))
	}
	side := max(int(b.place.Canvas.Scale), 1)
	const most = 1000
	for range min(s.Band.Width()*s.Band.Height()/(2600*side*side), most) {
		x, y := s.Band.MinX+next(s.Band.Width()), s.Band.MinY+next(s.Band.Height())
		b.add(Face{At: Point{float64(x), float64(y)}, U: Point{float64(side), 0}, V: Point{0, float64(side)}, Colour: b.Palette.Star, Alpha: 0.25 + float64(next(50))/100})
	}
}

// limbHeight is how high the edge of the Earth stands at most, of the height of the sky.
const limbHeight = 0.2

// limb is the edge of the Earth, in strips, with its air over it.
func (b *painter) limb(s *Sky) {
	const strips = 48
	step := float64(s.Band.Width()) / strips
	base := float64(s.Band.MaxY) - limbHeight*float64(s.Band.Height())
	bottom := float64(s.Band.MaxY)
	for i := range strips {
		left := float64(s.Band.MinX) + float64(i)*step
		y0, y1 := base+s.Limb(left), base+s.Limb(left+step)
		u := Point{step, y1 - y0}
		air := 0.16 * float64(s.Band.Height())
		b.add(Face{At: Point{left, y0}, U: u, V: Point{0, -air}, Colour: b.Palette.Air, Alpha: 0.55, Pattern: Fading})
		if y0 < bottom || y1 < bottom {
			b.add(Face{At: Point{left, y0}, U: u, V: Point{0, max(bottom-min(y0, y1), 0)}, Colour: b.Palette.Night.mixed(b.Palette.Air, 0.42)})
			b.add(Face{At: Point{left, y0}, U: u, V: Point{0, max(1.2*b.place.Canvas.Scale, 1)}, Colour: b.Palette.Air.mixed(b.Palette.Lit, 0.35)})
		}
	}
}

// mostWithLamps is how many racks a satellite stands for at most that is drawn with their accelerators.
const mostWithLamps = 4

// satellite paints one: between two solar arrays its computers, in the colour of who uses them, and from near by over
// them the radiators, and a lamp for each accelerator.
func (b *painter) satellite(s *Sky, hall, block int, run Run) {
	middle, cell := s.Satellite(b.place.Halls[hall].first+block), s.Cell.Times(s.nearness)
	part := func(west, north, east, south float64, f Face) {
		f.At = Point{middle.X + west*cell.X, middle.Y + north*cell.Y}
		f.U, f.V = Point{(east - west) * cell.X, 0}, Point{0, (south - north) * cell.Y}
		b.within(s.window(), f)
	}
	if run.State <= Waiting {
		part(-0.14, -0.2, 0.14, 0.2, Face{Pattern: Outlines, Colour: b.Palette.Star, CountU: 1, CountV: 1, Alpha: 0.5})
		return
	}
	colour, hatch, lit := b.body(run)
	wing := b.Palette.Wing
	if !run.Used() {
		wing = wing.mixed(b.Palette.Night, 0.6)
		colour = b.Palette.Night.mixed(b.Palette.Star, 0.35)
	}
	isNear := b.place.cellWidth() >= showsSatelliteLamps
	for _, side := range [2]float64{-1, 1} {
		part(min(side*0.17, side*0.44), -0.13, max(side*0.17, side*0.44), 0.13, Face{Colour: wing, Pattern: Tops, CountU: 3, CountV: 1})
	}
	part(-0.2, -0.03, 0.2, 0.03, Face{Colour: b.Palette.Star})
	if isNear {
		part(-0.02, -0.36, 0.02, -0.3, Face{Colour: b.Palette.Star})
		part(-0.36, -0.45, 0.36, -0.36, Face{Colour: b.radiator(hall, run), Pattern: Tops, CountU: 4, CountV: 1})
	}
	part(-0.13, -0.3, 0.13, 0.3, Face{Colour: colour, Hatch: hatch})
	if !lit {
		return
	}
	rows := math.Round(b.plan.Halls[hall].GPUsPerRack / lampsAbreast)
	if racks := b.place.RacksPerBlock(hall); isNear && racks <= mostWithLamps && rows >= 1 {
		part(-0.1, -0.26, 0.1, 0.16, Face{Colour: b.shaded(colour, southShade), Pattern: Lamps, CountU: float64(lampsAbreast * racks), CountV: rows, Value: rows * b.plan.Load(hall)})
	}
	part(-0.13, 0.2, 0.13, 0.3, Face{Colour: colour.mixed(b.Palette.Lit, 0.5)})
}

// radiator has the colour of what cools, as far as the site gives off of the heat that it can.
func (b *painter) radiator(hall int, run Run) Colour {
	site := b.plan.Halls[hall].Site
	if !run.Used() {
		return b.Palette.CoolerOff.mixed(b.Palette.Night, 0.6)
	}
	return b.Palette.CoolerOff.mixed(b.Palette.CoolerOn, ratio(b.reading.Heat[site], b.reading.HeatLimits[site]))
}

// within adds of an upright face what lies between the top and the bottom of a window, and of lamps whole rows.
func (b *painter) within(window Rectangle, f Face) {
	top, bottom := max(f.At.Y, float64(window.MinY)), min(f.At.Y+f.V.Y, float64(window.MaxY))
	if f.Pattern == Lamps {
		row := f.V.Y / f.CountV
		above, below := math.Ceil((top-f.At.Y)/row-1e-6), math.Floor((bottom-f.At.Y)/row+1e-6)
		top, bottom = f.At.Y+above*row, f.At.Y+below*row
		f.CountV, f.Value = below-above, max(f.Value-above, 0)
	}
	if bottom > top {
		f.At.Y, f.V.Y = top, bottom-top
		b.add(f)
	}
}
