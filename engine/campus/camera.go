package campus

import "math"

// Point is a place on the canvas in device pixels, or a distance between two.
type Point struct{ X, Y float64 }

// Add moves a point.
func (p Point) Add(by Point) Point { return Point{p.X + by.X, p.Y + by.Y} }

// Times makes a distance longer.
func (p Point) Times(by float64) Point { return Point{p.X * by, p.Y * by} }

// Minus is the distance from another point.
func (p Point) Minus(other Point) Point { return Point{p.X - other.X, p.Y - other.Y} }

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

// Area is a stretch of ground in metres: x grows to the east, y to the south, where who looks stands.
type Area struct{ MinX, MinY, MaxX, MaxY float64 }

// Width of the area, from west to east.
func (a Area) Width() float64 { return a.MaxX - a.MinX }

// Depth of the area, from north to south.
func (a Area) Depth() float64 { return a.MaxY - a.MinY }

// Grown is the area with a margin around it, which may be negative.
func (a Area) Grown(by float64) Area { return Area{a.MinX - by, a.MinY - by, a.MaxX + by, a.MaxY + by} }

func (a Area) contains(x, y float64) bool {
	return x >= a.MinX && x < a.MaxX && y >= a.MinY && y < a.MaxY
}

// Camera looks at the campus from the south and from afar, so that what is parallel stays so and equal racks are
// equal anywhere.
type Camera struct {
	turnSine, turnCosine float64 // of the turn about the vertical: the east goes down to the right
	riseSine, riseCosine float64 // of the angle over the horizon
	Scale                float64 // device pixels to a metre
	shift                Point
}

// Halves of the tangents of the angles at which the campus is seen: a turn of 22° and 38° over the horizon, at which
// a wide campus leaves little of a wide canvas empty and its labels slope little; and from above, without a turn.
const (
	turnAtAngle, turnFromAbove = 0.1944, 0
	riseAtAngle, riseFromAbove = 0.3443, 1
)

// facing is a camera that looks at an angle (0), from above (1) or on the way from one to the other.
func facing(fromAbove float64) Camera {
	part := min(max(fromAbove, 0), 1)
	part = float64(part*part) * (3 - 2*part) // it starts and stops gently
	between := func(from, to float64) float64 { return from + float64((to-from)*part) }
	c := Camera{Scale: 1}
	c.turnSine, c.turnCosine = ofHalfTangent(between(turnAtAngle, turnFromAbove))
	c.riseSine, c.riseCosine = ofHalfTangent(between(riseAtAngle, riseFromAbove))
	return c
}

// ofHalfTangent is the sine and cosine of an angle by the tangent of its half, which every machine rounds alike.
func ofHalfTangent(t float64) (sine, cosine float64) {
	square := float64(t * t)
	return 2 * t / (1 + square), (1 - square) / (1 + square)
}

// Project is where a place appears, z metres over the ground.
func (c *Camera) Project(x, y, z float64) Point {
	return c.span(x, y, z).Add(c.shift)
}

// span is how a distance in metres appears.
func (c *Camera) span(x, y, z float64) Point {
	return Point{
		X: c.Scale * (float64(x*c.turnCosine) - float64(y*c.turnSine)),
		Y: c.Scale * (float64((float64(x*c.turnSine)+float64(y*c.turnCosine))*c.riseSine) - float64(z*c.riseCosine)),
	}
}

// Ground is the place at a height of z metres that appears at a point.
func (c *Camera) Ground(p Point, z float64) (x, y float64) {
	across := (p.X - c.shift.X) / c.Scale
	along := ((p.Y-c.shift.Y)/c.Scale + float64(z*c.riseCosine)) / c.riseSine
	return float64(across*c.turnCosine) + float64(along*c.turnSine), float64(along*c.turnCosine) - float64(across*c.turnSine)
}

// Slope is how far a line to the east goes down for each pixel to the right.
func (c *Camera) Slope() float64 { return c.turnSine * c.riseSine / c.turnCosine }

// fit makes an area with what stands on it to a height fill a rectangle as far as so many pixels to a metre do at most,
// and stand in its middle.
func (c *Camera) fit(land Area, height float64, room Rectangle, most float64) {
	c.Scale, c.shift = 1, Point{}
	low, high := c.bounds(land, height)
	c.Scale = max(min(float64(room.Width())/(high.X-low.X), float64(room.Height())/(high.Y-low.Y), most), 1e-6)
	low, high = c.bounds(land, height)
	c.shift = Point{
		X: math.Round((float64(room.MinX+room.MaxX) - low.X - high.X) / 2),
		Y: math.Round((float64(room.MinY+room.MaxY) - low.Y - high.Y) / 2),
	}
}

func (c *Camera) bounds(land Area, height float64) (low, high Point) {
	low, high = Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
	for _, x := range []float64{land.MinX, land.MaxX} {
		for _, y := range []float64{land.MinY, land.MaxY} {
			for _, z := range []float64{0, height} {
				p := c.Project(x, y, z)
				low, high = Point{min(low.X, p.X), min(low.Y, p.Y)}, Point{max(high.X, p.X), max(high.Y, p.Y)}
			}
		}
	}
	return low, high
}
