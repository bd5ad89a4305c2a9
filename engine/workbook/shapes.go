package workbook

import (
	"math"
	"slices"
	"strings"

	"rackonomics/engine/campus"
	"rackonomics/engine/spreadsheet"
)

// pictureOf writes a drawing as shapes.
func pictureOf(d *campus.Drawing) *spreadsheet.Picture {
	s := &shapes{Drawing: d, made: &spreadsheet.Picture{Width: float64(d.Width), Height: float64(d.Height)}}
	for i := range d.Faces {
		s.face(&d.Faces[i])
	}
	for _, swatch := range d.Swatches {
		s.swatch(swatch)
	}
	for _, text := range d.Texts {
		s.made.Writing = append(s.made.Writing, spreadsheet.Writing{At: spreadsheet.Corner(text.At), Slope: text.Slope, Size: d.FontSize,
			Bold: text.Bold, Plain: text.Plain, BoldInk: ink(text.BoldInk), PlainInk: ink(text.PlainInk)})
	}
	return s.made
}

type shapes struct {
	*campus.Drawing
	made *spreadsheet.Picture
}

func (s *shapes) face(f *campus.Face) {
	look := spreadsheet.Shape{Fill: ink(f.Colour), Opacity: f.Alpha}
	outline := corners(f.Corners())
	switch f.Pattern {
	case campus.Outlines:
		look.Line = look.Fill
		s.outlines(f, look)
		return
	case campus.Disc:
		outline = outline[:0]
		for _, point := range f.Ellipse(6) {
			outline = append(outline, spreadsheet.Corner(point))
		}
	case campus.Fading:
		look.Fades = spreadsheet.Downwards
		if f.V.Y < 0 {
			look.Fades = spreadsheet.Upwards
		}
	}
	if f.Hatch > 0 {
		look.Hatch, look.HatchInk = hatches[f.Hatch], ink(s.HatchInk(f.Colour))
	}
	s.add(look, outline)
	switch f.Pattern {
	case campus.Tops, campus.Fronts:
		s.gaps(f)
	case campus.Lamps:
		s.lamps(f)
	}
}

// hatches are those of the page, as near as a spreadsheet has them.
var hatches = [campus.Hatches]spreadsheet.Hatch{1: spreadsheet.Rising, 2: spreadsheet.Falling, 3: spreadsheet.Dotted, 4: spreadsheet.Horizontal, 5: spreadsheet.Crossed}

// outlines draws one for each place in the face.
func (s *shapes) outlines(f *campus.Face, look spreadsheet.Shape) {
	across, down := max(f.CountU, 1), max(f.CountV, 1)
	for row := 0.0; row < down; row++ {
		for column := 0.0; column < across; column++ {
			s.add(look, corners(f.Part(column/across, row/down, min(column+1, across)/across, min(row+1, down)/down)))
		}
	}
}

// gaps part racks, each a seventh of its width before the next.
func (s *shapes) gaps(f *campus.Face) {
	look := spreadsheet.Shape{Fill: ink(s.GapInk(f.Colour)), Opacity: f.Alpha}
	for rack := 1.0; rack < f.CountU; rack++ {
		s.add(look, corners(f.Part((rack-0.14)/f.CountU, 0, rack/f.CountU, 1)))
	}
}

func (s *shapes) lamps(f *campus.Face) {
	for row := range int(f.CountV) {
		look, from := spreadsheet.Shape{Fill: ink(s.LampInk(f, row)), Opacity: f.Alpha}, float64(row)
		for lamp := 0.0; lamp < f.CountU; lamp++ {
			s.add(look, corners(f.Part((lamp+0.2)/f.CountU, (from+0.25)/f.CountV, min(lamp+0.8, f.CountU)/f.CountU, (from+0.75)/f.CountV)))
		}
	}
}

func (s *shapes) swatch(w campus.Swatch) {
	box := campus.Face{At: w.At, U: campus.Point{X: w.Width}, V: campus.Point{Y: w.Height}}
	look := spreadsheet.Shape{Fill: ink(w.Fill), Opacity: 1}
	if w.Hatch > 0 {
		look.Hatch, look.HatchInk = hatches[w.Hatch], ink(s.HatchInk(w.Fill))
	}
	s.add(look, corners(box.Corners()))
	if !w.Bare && w.Edge != w.Fill {
		s.add(spreadsheet.Shape{Line: ink(w.Edge), Opacity: 1}, corners(box.Corners()))
	}
}

// far is how many shapes are looked through for one of the same look.
const far = 200

// add draws a convex polygon: in the last shape of the same look where nothing lies
// between, so that there are some hundred shapes and not some thousand. Programs
// leave open what two polygons of a shape share, so they share nothing.
func (s *shapes) add(look spreadsheet.Shape, outline []spreadsheet.Corner) {
	for at := len(s.made.Shapes) - 1; at >= max(0, len(s.made.Shapes)-far); at-- {
		shape := &s.made.Shapes[at]
		if slices.ContainsFunc(shape.Outlines, func(other []spreadsheet.Corner) bool { return overlap(outline, other) }) {
			break
		}
		if look.Fades == spreadsheet.NoFade && sameLook(shape, &look) {
			shape.Outlines = append(shape.Outlines, outline)
			return
		}
	}
	look.Outlines = [][]spreadsheet.Corner{outline}
	s.made.Shapes = append(s.made.Shapes, look)
}

// overlap reports whether two convex polygons share more than a line: whether none
// of their sides parts them.
func overlap(a, b []spreadsheet.Corner) bool { return !parts(a, b) && !parts(b, a) }

func parts(a, b []spreadsheet.Corner) bool {
	for i, from := range a {
		to := a[(i+1)%len(a)]
		across := spreadsheet.Corner{X: from.Y - to.Y, Y: to.X - from.X}
		ownLeast, ownMost := extent(a, across)
		least, most := extent(b, across)
		slack := float64(0.05 * (math.Abs(across.X) + math.Abs(across.Y))) // a twentieth of a pixel, by which coordinates are rounded
		if least >= ownMost-slack || most <= ownLeast+slack {
			return true
		}
	}
	return false
}

// extent is how far a polygon reaches along a direction.
func extent(polygon []spreadsheet.Corner, along spreadsheet.Corner) (least, most float64) {
	least, most = math.Inf(1), math.Inf(-1)
	for _, corner := range polygon {
		at := float64(corner.X*along.X) + float64(corner.Y*along.Y)
		least, most = min(least, at), max(most, at)
	}
	return least, most
}

func sameLook(a, b *spreadsheet.Shape) bool {
	return a.Fill == b.Fill && a.Opacity == b.Opacity && a.Hatch == b.Hatch && a.HatchInk == b.HatchInk && a.Fades == b.Fades && a.Line == b.Line
}

func corners(points [4]campus.Point) []spreadsheet.Corner {
	list := make([]spreadsheet.Corner, len(points))
	for i, point := range points {
		list[i] = spreadsheet.Corner(point)
	}
	return list
}

func ink(colour campus.Colour) string { return strings.ToUpper(colour.Hexadecimal()[1:]) }
