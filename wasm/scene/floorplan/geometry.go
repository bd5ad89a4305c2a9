package floorplan

import "math"

// Point is a place on the canvas in device pixels.
type Point struct{ X, Y float64 }

// Rectangle covers MinX ≤ x < MaxX and MinY ≤ y < MaxY, in device pixels.
type Rectangle struct{ MinX, MinY, MaxX, MaxY int }

// Width of the rectangle.
func (r Rectangle) Width() int { return r.MaxX - r.MinX }

// Height of the rectangle.
func (r Rectangle) Height() int { return r.MaxY - r.MinY }

// Contains tells whether a point lies in the rectangle.
func (r Rectangle) Contains(p Point) bool {
	return p.X >= float64(r.MinX) && p.X < float64(r.MaxX) && p.Y >= float64(r.MinY) && p.Y < float64(r.MaxY)
}

// Path is a line with its corners rounded, walked from its start.
type Path struct {
	Points  []Point
	lengths []float64 // from the start to each point
}

// Length of the path.
func (p *Path) Length() float64 {
	if len(p.lengths) == 0 {
		return 0
	}
	return p.lengths[len(p.lengths)-1]
}

// Walk calls visit with the places at distances from and to along the path and with every corner between them, each
// with its distance. Distances beyond the path are clamped to it.
func (p *Path) Walk(from, to float64, visit func(place Point, distance float64)) {
	from, to = max(from, 0), min(to, p.Length())
	if len(p.Points) < 2 || from >= to {
		return
	}
	for i := 1; i < len(p.Points); i++ {
		start, end := p.lengths[i-1], p.lengths[i]
		if end <= from {
			continue
		}
		at := func(distance float64) Point {
			part := (distance - start) / (end - start)
			a, b := p.Points[i-1], p.Points[i]
			return Point{a.X + (b.X-a.X)*part, a.Y + (b.Y-a.Y)*part}
		}
		if from >= start {
			visit(at(from), from)
		}
		if end >= to {
			visit(at(to), to)
			return
		}
		visit(p.Points[i], end)
	}
}

// roundedPath joins points by lines and replaces each corner by an arc of at most the radius.
func roundedPath(radius float64, points ...Point) Path {
	var path Path
	add := func(p Point) {
		if n := len(path.Points); n > 0 {
			last := path.Points[n-1]
			step := math.Hypot(p.X-last.X, p.Y-last.Y)
			if step < 1e-6 {
				return
			}
			path.lengths = append(path.lengths, path.lengths[n-1]+step)
		} else {
			path.lengths = append(path.lengths, 0)
		}
		path.Points = append(path.Points, p)
	}
	for i, corner := range points {
		if i == 0 || i == len(points)-1 {
			add(corner)
			continue
		}
		before, after := points[i-1], points[i+1]
		toBefore := math.Hypot(before.X-corner.X, before.Y-corner.Y)
		toAfter := math.Hypot(after.X-corner.X, after.Y-corner.Y)
		cut := min(radius, toBefore/2, toAfter/2)
		if cut < 0.5 {
			add(corner)
			continue
		}
		a := Point{corner.X + (before.X-corner.X)/toBefore*cut, corner.Y + (before.Y-corner.Y)/toBefore*cut}
		b := Point{corner.X + (after.X-corner.X)/toAfter*cut, corner.Y + (after.Y-corner.Y)/toAfter*cut}
		const steps = 6
		for step := range steps + 1 { // a quadratic curve with the corner as its control point
			t := float64(step) / steps
			add(Point{
				(1-t)*(1-t)*a.X + 2*t*(1-t)*corner.X + t*t*b.X,
				(1-t)*(1-t)*a.Y + 2*t*(1-t)*corner.Y + t*t*b.Y,
			})
		}
	}
	return path
}
