package campus

import "math"

// Arrival is what comes to a hall: racks by road in the month in which they are there for the first time, if only to wait,
// or satellites by rocket. Between two months it is on its way.
type Arrival struct {
	Racks float64 // none comes where it is 0
	Way   float64 // how much of its way it has come, from above 0 to 1
}

// arriving tells what comes to a hall at a month, which may lie between two; what is there in the first has been there.
func (p *Plan) arriving(hall int, month float64) Arrival {
	h := &p.Halls[hall]
	to := int(math.Ceil(min(max(month, 0), float64(len(h.Racks)-1))))
	if to < 1 {
		return Arrival{}
	}
	racks := math.Round(h.Racks[to]+h.Waiting[to]) - math.Round(h.Racks[to-1]+h.Waiting[to-1])
	if racks <= 0 {
		return Arrival{}
	}
	return Arrival{Racks: racks, Way: month - float64(to-1)}
}

// truck is where a truck stands that comes to a hall on the ground: from the eastern edge of the land it comes to the
// north-eastern corner of the hall.
func (p *Place) truck(hall int, way float64) Area {
	h := &p.Halls[hall]
	land := p.Grounds[h.Ground].Land
	width := p.metres.corridor * 0.6
	const length, off = 2.6, 0.25 // of its width: how long it is, how far it keeps off the hall
	east := land.MaxX - float64((land.MaxX-h.Building.MaxX)*way)
	north := h.Building.MinY - width*(1+off)
	return Area{east - length*width, north, east, north + width}
}

// arrival paints the truck.
func (b *painter) arrival(hall int) {
	a := b.reading.Arrivals[hall]
	if a.Racks == 0 {
		return
	}
	box := b.place.truck(hall, a.Way)
	height := box.Depth() * 0.9
	b.shadow(box, height)
	b.box(at(box, 0, 4, 24, 96), 0, height*0.8, b.Palette.Energy)
	b.box(at(box, 28, 0, 100, 100), 0, height, b.Palette.Cell)
}

// launch paints the trail of a rocket, to the first of the satellites that come.
func (b *painter) launch(s *Sky, hall int) {
	a, h := b.reading.Arrivals[hall], &b.place.Halls[hall]
	if a.Racks == 0 || b.reading.Halls[hall].Installed == 0 || s.nearness > 1 {
		return
	}
	last := min(b.reading.Halls[hall].Installed, h.Blocks) - 1
	to := s.Satellite(h.first + last)
	ground := Point{to.X, float64(s.Band.MaxY) - limbHeight*float64(s.Band.Height()) + s.Limb(to.X)}
	half := 1.2 * b.place.Canvas.Scale
	b.add(Face{At: Point{to.X - half, to.Y}, U: Point{2 * half, 0}, V: ground.Minus(to), Colour: b.Palette.Lit, Alpha: 0.8, Pattern: Fading})
}

// arrivalAt tells what of what comes lies at a place on the ground.
func (p *Place) arrivalAt(plan *Plan, r *Reading, x, y float64) (Find, bool) {
	for hall, a := range r.Arrivals {
		if h := &p.Halls[hall]; a.Racks > 0 && !h.Flying && p.truck(hall, a.Way).contains(x, y) {
			return Find{Hall: plan.Halls[hall].Name, Text: plan.Halls[hall].Title + ": " + Whole(a.Racks) + " racks come"}, true
		}
	}
	return Find{}, false
}
