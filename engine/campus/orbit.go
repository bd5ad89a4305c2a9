package campus

// sky paints the Earth's limb and over it the satellites: each of the picture with as many racks, in the colour of who
// uses them, between two solar arrays.
func (b *painter) sky() {
	s := b.place.Sky
	if s == nil {
		return
	}
	b.screen(s.Band, b.Palette.Night)
	b.stars(s)
	b.limb(s)
	for hall := range b.place.Halls {
		h := &b.place.Halls[hall]
		if !h.Flying {
			continue
		}
		b.launch(s, hall)
		for _, run := range b.reading.Halls[hall].Runs {
			for block := run.From; block < run.To; block++ {
				b.satellite(s, h.first+block, run)
			}
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

func (b *painter) satellite(s *Sky, index int, run Run) {
	middle := s.Satellite(index)
	part := func(west, north, east, south float64) Face {
		return Face{At: Point{middle.X + west*s.Cell.X, middle.Y + north*s.Cell.Y}, U: Point{(east - west) * s.Cell.X, 0}, V: Point{0, (south - north) * s.Cell.Y}}
	}
	if run.State == Absent {
		f := part(-0.14, -0.2, 0.14, 0.2)
		f.Pattern, f.Colour, f.CountU, f.CountV, f.Alpha = Outlines, b.Palette.Star, 1, 1, 0.5
		b.add(f)
		return
	}
	colour, hatch, lit := b.body(run)
	wing := b.Palette.Wing
	if !run.Used() {
		wing = wing.mixed(b.Palette.Night, 0.6)
		colour = b.Palette.Night.mixed(b.Palette.Star, 0.35)
	}
	for _, side := range [2]float64{-1, 1} {
		f := part(min(side*0.17, side*0.44), -0.13, max(side*0.17, side*0.44), 0.13)
		f.Colour, f.Pattern, f.CountU, f.CountV = wing, Tops, 3, 1
		b.add(f)
	}
	truss := part(-0.2, -0.03, 0.2, 0.03)
	truss.Colour = b.Palette.Star
	b.add(truss)
	body := part(-0.13, -0.3, 0.13, 0.3)
	body.Colour, body.Hatch = colour, hatch
	b.add(body)
	if lit {
		light := part(-0.13, 0.2, 0.13, 0.3)
		light.Colour = colour.mixed(b.Palette.Lit, 0.5)
		b.add(light)
	}
}
