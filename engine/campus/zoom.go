package campus

// closest is how wide a block is seen at most, in CSS pixels: as wide as what is said of it.
const closest = 150

// lens is how near the campus is looked at, and where.
type lens struct {
	nearness float64 // 1 shows all of it
	east     float64 // of what is in the middle then, in metres
	south    float64
}

// Nearness is how many times as large as when all of it is seen the campus is, or the sky where that is nearer.
func (p *Place) Nearness() float64 {
	if p.Sky != nil {
		return max(p.lens.nearness, p.Sky.nearness)
	}
	return p.lens.nearness
}

// MoveAll goes nearer by a factor on the ground and in the sky, each around its own middle, and shifts both pictures.
func (p *Place) MoveAll(by float64, shift Point) {
	p.Move(by, p.middle(), shift)
	if p.Sky != nil && len(p.Grounds) > 0 {
		p.Move(by, p.Sky.middle(), shift)
	}
}

// Move goes nearer by a factor, or farther by one below 1, with what is seen at a point staying there, and shifts the
// picture by a distance; both in device pixels. It goes no farther than to where all of the campus is seen, no nearer
// than to one block, and not beyond the land. In the sky it goes to satellites likewise.
func (p *Place) Move(by float64, at, shift Point) {
	if p.Sky != nil && (p.Sky.Band.Contains(at) || len(p.Grounds) == 0) {
		p.Sky.move(by, at, shift, p.Canvas.Scale)
		return
	}
	if len(p.Grounds) == 0 {
		return
	}
	x, y := p.Camera.Ground(at, 0)
	p.lens.nearness = p.within(p.lens.nearness * by)
	middle := p.middle()
	c := p.Camera
	c.Scale = p.wholeScale * p.lens.nearness
	c.shift = at.Add(shift).Minus(c.span(x, y, 0))
	p.lens.east, p.lens.south = c.Ground(middle, 0)
	p.Look(p.FromAbove)
}

func (p *Place) within(nearness float64) float64 {
	nearest := max(closest*p.Canvas.Scale/(p.size.pitch*p.wholeScale), 1)
	return min(max(nearness, 1), nearest)
}

// magnify looks through the lens with a camera that sees all of the campus.
func (p *Place) magnify() {
	c, l, middle := &p.Camera, &p.lens, p.middle()
	p.wholeScale = c.Scale
	l.nearness = p.within(l.nearness)
	if l.nearness == 1 {
		return
	}
	// The farther in, the nearer to the edge of the land may the middle be.
	free := 1 - 1/l.nearness
	x, y := c.Ground(middle, 0)
	l.east = between(l.east, x-(x-p.land.MinX)*free, x+(p.land.MaxX-x)*free)
	l.south = between(l.south, y-(y-p.land.MinY)*free, y+(p.land.MaxY-y)*free)
	c.Scale *= l.nearness
	c.shift = middle.Minus(c.span(l.east, l.south, 0))
}

func between(value, low, high float64) float64 { return min(max(value, low), high) }

func (p *Place) middle() Point {
	return Point{float64(p.Room.MinX+p.Room.MaxX) / 2, float64(p.Room.MinY+p.Room.MaxY) / 2}
}

// window is where the campus is seen: what lies beyond is covered by the sky and by the split between tenants.
func (p *Place) window() Rectangle {
	r := Rectangle{0, 0, p.Canvas.Width, p.Room.MaxY}
	if p.Sky != nil {
		r.MinY = p.Sky.Band.MaxY
	}
	return r
}

// meets tells whether any of a face may be seen in a rectangle.
func (r Rectangle) meets(f *Face) bool {
	west, east := reach(f.At.X, f.U.X, f.V.X)
	north, south := reach(f.At.Y, f.U.Y, f.V.Y)
	return east >= float64(r.MinX) && west <= float64(r.MaxX) && south >= float64(r.MinY) && north <= float64(r.MaxY)
}

// reach is how far a parallelogram goes in one direction. It is asked of every face of every frame: min and max would be
// calls of functions in WebAssembly, where Go has no instruction for them.
func reach(at, u, v float64) (low, high float64) {
	low, high = at, at
	if u < 0 {
		low += u
	} else {
		high += u
	}
	if v < 0 {
		low += v
	} else {
		high += v
	}
	return low, high
}

// Widths of a block in CSS pixels from which it is drawn with its accelerators, and told what it is.
const (
	showsLamps = 14
	showsNames = 84
)

// blockWidth is how wide a block on the ground is seen, in CSS pixels.
func (p *Place) blockWidth() float64 { return p.size.pitch * p.Camera.Scale / p.Canvas.Scale }
