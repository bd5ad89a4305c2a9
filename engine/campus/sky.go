package campus

import "math"

// Sky is where satellites fly, in device pixels: above the Earth's limb, in columns along arcs over it.
type Sky struct {
	Band    Rectangle
	Head    int       // below what buttons take, where what is said of it begins
	Field   Rectangle // of the satellites
	Racks   int       // that a satellite of the picture stands for
	Rows    int
	Columns int
	Cell    Point // size of the place of a satellite, when all are seen
	Count   int

	nearness float64 // 1 shows all satellites
	centre   Point   // where what is in the middle of the field then is when all are seen
}

// leastSatellite is the room that a satellite needs at least, in CSS pixels.
var leastSatellite = Point{16.5, 11}

// mostSatellites bounds the picture on any screen.
const mostSatellites = 1500

// sky gives every hall in orbit its satellites.
func (l *layouter) sky() {
	s := l.place.Sky
	if s == nil {
		return
	}
	scale := l.place.Canvas.Scale
	side := l.pixels(l.lengths.margin * 2)
	s.Head = s.Band.MinY + l.pixels(l.lengths.tools)
	s.Field = Rectangle{side, s.Head + l.pixels(34), s.Band.MaxX - side, s.Band.MaxY - int(0.28*float64(s.Band.Height()))}
	rows := max(int(float64(s.Field.Height())/(leastSatellite.Y*scale)), 1)
	columns := max(int(float64(s.Field.Width())/(leastSatellite.X*scale)), 1)
	for racks := range roundCounts(l.place.least.SatelliteRacks) {
		s.Racks, s.Count = racks, 0
		for i := range l.plan.Halls {
			if l.plan.siteOf(i).Orbital {
				blocks := int(math.Ceil(l.plan.peakRacks(i) / float64(racks)))
				l.place.Halls[i] = HallPlace{Blocks: blocks, Flying: true, first: s.Count, Ground: -1}
				s.Count += blocks
			}
		}
		if s.Count <= min(rows*columns, mostSatellites) || s.Count <= len(l.plan.Halls) {
			break
		}
	}
	// As large as the field allows, up to twice the least size.
	for rows > 1 && columns > 1 {
		fewer := max(rows-1, 1)
		wide := (s.Count + fewer - 1) / fewer
		if wide > columns {
			break
		}
		rows = fewer
	}
	s.nearness, s.centre = 1, s.middle()
	s.Rows = rows
	s.Columns = max((s.Count+rows-1)/rows, 1)
	s.Cell = Point{
		min(float64(s.Field.Width())/float64(s.Columns), 3*leastSatellite.X*scale, l.place.longest(l.place.least.SatellitesAcross)),
		min(float64(s.Field.Height())/float64(s.Rows), 3*leastSatellite.Y*scale, l.place.longest(l.place.least.SatellitesDown)),
	}
}

// Limb is how far below its highest point the Earth's limb, and every orbit with it, lies at a place across.
func (s *Sky) Limb(x float64) float64 {
	off := (x - float64(s.Band.MinX+s.Band.MaxX)/2) / (float64(s.Band.Width()) / 2)
	return float64(off*off) * 0.13 * float64(s.Band.Height())
}

// Satellite is the middle of a satellite. They fly column by column, so that those of one tenant fly together.
func (s *Sky) Satellite(index int) Point {
	left := float64(s.Field.MinX+s.Field.MaxX)/2 - float64(s.Columns)*s.Cell.X/2
	x := left + (float64(index/s.Rows)+0.5)*s.Cell.X
	y := float64(s.Field.MinY) + (float64(index%s.Rows)+0.5)*s.Cell.Y + s.Limb(x)*0.8
	return s.middle().Add(Point{x, y}.Minus(s.centre).Times(s.nearness))
}

// satelliteAt finds the satellite at a point.
func (s *Sky) satelliteAt(p Point) (index int, ok bool) {
	if !s.window().Contains(p) {
		return 0, false
	}
	p = s.whole(p)
	left := float64(s.Field.MinX+s.Field.MaxX)/2 - float64(s.Columns)*s.Cell.X/2
	column := int(math.Floor((p.X - left) / s.Cell.X))
	row := int(math.Floor((p.Y - float64(s.Field.MinY) - s.Limb(left+(float64(column)+0.5)*s.Cell.X)*0.8) / s.Cell.Y))
	if column < 0 || column >= s.Columns || row < 0 || row >= s.Rows {
		return 0, false
	}
	index = column*s.Rows + row
	return index, index < s.Count
}
