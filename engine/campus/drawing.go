package campus

import "strings"

// Drawing is the picture of a month with its labels and legend, for whoever writes it in a format of theirs. Faces cover
// each other in their order; texts and swatches lie over them.
type Drawing struct {
	Width, Height int     // device pixels
	FontSize      float64 // of all texts, device pixels
	Faces         []Face
	Texts         []Text
	Swatches      []Swatch
	palette       *Palette
}

// GapInk is what gaps between racks of a colour are drawn in.
func (d *Drawing) GapInk(colour Colour) Colour { return colour.mixed(d.palette.Shade, GapShade) }

// HatchInk is what the hatch over a colour comes to.
func (d *Drawing) HatchInk(colour Colour) Colour { return colour.mixed(d.palette.Shade, HatchShade) }

// LampInk is what a row of a face of lamps is drawn in: rows below its value are lit.
func (d *Drawing) LampInk(f *Face, row int) Colour {
	return d.GapInk(f.Colour).mixed(d.palette.Lit, LampLight*min(max(f.Value-float64(row), 0), 1))
}

// Text is one line, which begins at a point of its baseline.
type Text struct {
	At                Point
	Slope             float64 // how much lower it is a pixel further to the right
	Bold, Plain       string  // one after the other
	BoldInk, PlainInk Colour
}

// Swatch shows in the legend how something is drawn.
type Swatch struct {
	At            Point // of its upper left corner
	Width, Height float64
	Fill, Edge    Colour
	Bare          bool // has no edge
	Hatch         int
}

// Drawing is the picture at the reading's month.
func (p *Place) Drawing(plan *Plan, r *Reading, style Style) Drawing {
	d := Drawing{Width: p.Canvas.Width, Height: p.Canvas.Height, FontSize: 11 * p.Canvas.Scale, palette: style.Palette, Faces: p.Paint(nil, plan, r, style)}
	for _, label := range p.Labels(plan, r) {
		if label.Kind != Legend && label.Text != "" {
			d.Texts = append(d.Texts, p.text(label, style.Palette))
		}
	}
	p.drawLegend(&d, p.LegendEntries(plan, r), style.Palette)
	return d
}

func (p *Place) text(label Label, palette *Palette) Text {
	ink, soft := palette.Ink, palette.Soft
	switch label.Kind {
	case SkyTitle, SkyDetail, SatelliteTitle:
		ink, soft = palette.Lit, palette.Star.mixed(palette.Lit, 0.4)
	case MoneyLost:
		soft = palette.Limit
	case LimitWarning:
		ink, soft = palette.Limit, palette.Limit
	}
	scale := p.Canvas.Scale
	title, rest, _ := strings.Cut(fitting(label), "\t")
	return Text{At: Point{label.X * scale, (label.Y + 11) * scale}, Slope: label.Slope, Bold: title, Plain: rest, BoldInk: ink, PlainInk: soft}
}

// Corners are the face's, around it.
func (f *Face) Corners() [4]Point { return f.Part(0, 0, 1, 1) }

// Part is a part of the face, given as ratios of its sides.
func (f *Face) Part(fromU, fromV, toU, toV float64) [4]Point {
	return [4]Point{f.at(fromU, fromV), f.at(toU, fromV), f.at(toU, toV), f.at(fromU, toV)}
}

func (f *Face) at(u, v float64) Point {
	return Point{f.At.X + u*f.U.X + v*f.V.X, f.At.Y + u*f.U.Y + v*f.V.Y}
}

// Ellipse is the one in the face, in so many points a quarter.
func (f *Face) Ellipse(quarter int) []Point {
	points := make([]Point, 0, 4*quarter)
	for side := range 4 {
		for i := range quarter {
			half := float64(i) / float64(quarter) // the tangent of half the angle
			along, across := (1-half*half)/(1+half*half), 2*half/(1+half*half)
			for range side {
				along, across = -across, along
			}
			points = append(points, f.at(0.5+along/2, 0.5+across/2))
		}
	}
	return points
}

// fitting cuts a text that is too long for its place; up to the tab it is bold.
func fitting(label Label) string {
	text := []rune(label.Text)
	width, each := 0.0, boldLetter
	for at, character := range text {
		if character == '\t' {
			each = letter
		}
		if width += each; width > label.Width {
			return string(text[:max(at-1, 0)]) + "…"
		}
	}
	return label.Text
}
