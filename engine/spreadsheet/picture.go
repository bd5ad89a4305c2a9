package spreadsheet

import (
	"fmt"
	"math"
	"strings"
)

// Picture is a drawing over the cells, of shapes that every program can show and
// a reader can take apart: DrawingML, ISO/IEC 29500-1, 20.1 and 20.5. Lengths are
// pixels, 96 to the inch.
type Picture struct {
	Title       string
	Description string // says in words what it shows
	Column, Row int    // of its upper left corner, counted from 0
	Width       float64
	Height      float64
	Shapes      []Shape // each covers those before it
	Writing     []Writing
}

// Corner is a point of a picture, from its upper left corner to the right and down.
type Corner struct{ X, Y float64 }

// Shape is polygons with one fill or one line.
type Shape struct {
	Outlines [][]Corner
	Fill     string  // as 1F77B4
	Opacity  float64 // 0 to 1
	Hatch    Hatch
	HatchInk string
	Fades    Fade
	Line     string // around the polygons, dashed; they are not filled then
}

// Hatch is lines over a fill.
type Hatch string

// The hatches, by their names there (20.1.10.53, ST_PresetPatternVal).
const (
	NoHatch    Hatch = ""
	Rising     Hatch = "wdUpDiag"
	Falling    Hatch = "wdDnDiag"
	Dotted     Hatch = "dotGrid"
	Horizontal Hatch = "narHorz"
	Crossed    Hatch = "openDmnd"
)

// Fade is where a fill ends in nothing.
type Fade uint8

// The ways to fade.
const (
	NoFade Fade = iota
	Upwards
	Downwards
)

// Writing is a line of text in a picture: where its baseline begins and how much
// lower that is a pixel further to the right, at most a pixel.
type Writing struct {
	At                Corner
	Slope             float64
	Size              float64
	Bold, Plain       string // one after the other
	BoldInk, PlainInk string
}

// perPixel is how many English metric units a pixel is (20.1.2.1).
const perPixel = 9525

func units(pixels float64) int { return int(math.Round(pixels * perPixel)) }

// within is how many steps the coordinates of polygons have to the pixel.
const within = 20

// anchor writes a picture and where it stands; identifiers begin with that.
func (p *Picture) anchor(first int) string {
	var s strings.Builder
	fmt.Fprintf(&s, `<xdr:oneCellAnchor><xdr:from><xdr:col>%d</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>%d</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="%d" cy="%d"/>`,
		p.Column, p.Row, units(p.Width), units(p.Height))
	fmt.Fprintf(&s, `<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="%d" name="%s" descr="%s"/><xdr:cNvGrpSpPr/></xdr:nvGrpSpPr><xdr:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%[4]d" cy="%[5]d"/><a:chOff x="0" y="0"/><a:chExt cx="%[4]d" cy="%[5]d"/></a:xfrm></xdr:grpSpPr>`,
		first, escape(p.Title), escape(p.Description), units(p.Width), units(p.Height))
	for i := range p.Shapes {
		p.shape(&s, first+1+i, &p.Shapes[i])
	}
	for i := range p.Writing {
		p.Writing[i].text(&s, first+1+len(p.Shapes)+i)
	}
	s.WriteString(`</xdr:grpSp><xdr:clientData/></xdr:oneCellAnchor>`)
	return s.String()
}

// parts is how many identifiers a picture takes.
func (p *Picture) parts() int { return 1 + len(p.Shapes) + len(p.Writing) }

// shape has the box of its polygons, so that a reader selects what is seen.
func (p *Picture) shape(s *strings.Builder, id int, shape *Shape) {
	from, to := shape.box()
	width, height := to.X-from.X, to.Y-from.Y
	fmt.Fprintf(s, `<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="%[1]d" name="%[1]d"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="%d" y="%d"/><a:ext cx="%d" cy="%d"/></a:xfrm>`,
		id, units(from.X), units(from.Y), units(width), units(height))
	fmt.Fprintf(s, `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="%d" h="%d">`, steps(width), steps(height))
	for _, outline := range shape.Outlines {
		for i, corner := range outline {
			tag := "lnTo"
			if i == 0 {
				tag = "moveTo"
			}
			fmt.Fprintf(s, `<a:%s><a:pt x="%d" y="%d"/></a:%s>`, tag, steps(corner.X-from.X), steps(corner.Y-from.Y), tag)
		}
		s.WriteString(`<a:close/>`)
	}
	s.WriteString(`</a:path></a:pathLst></a:custGeom>` + shape.look() + `</xdr:spPr></xdr:sp>`)
}

func steps(pixels float64) int { return int(math.Round(pixels * within)) }

func (s *Shape) box() (from, to Corner) {
	from, to = Corner{math.Inf(1), math.Inf(1)}, Corner{math.Inf(-1), math.Inf(-1)}
	for _, outline := range s.Outlines {
		for _, corner := range outline {
			from = Corner{min(from.X, corner.X), min(from.Y, corner.Y)}
			to = Corner{max(to.X, corner.X), max(to.Y, corner.Y)}
		}
	}
	return from, to
}

func (s *Shape) look() string {
	const bare = `<a:ln><a:noFill/></a:ln>`
	switch {
	case s.Line != "":
		return `<a:noFill/><a:ln w="` + fmt.Sprint(perPixel) + `">` + solid(s.Line, s.Opacity) + `<a:prstDash val="sysDash"/></a:ln>`
	case s.Fades != NoFade:
		turn := 90 * 60_000 // the first stop is above (20.1.8.41)
		if s.Fades == Upwards {
			turn = 270 * 60_000
		}
		return fmt.Sprintf(`<a:gradFill rotWithShape="1"><a:gsLst><a:gs pos="0">%s</a:gs><a:gs pos="100000">%s</a:gs></a:gsLst><a:lin ang="%d" scaled="0"/></a:gradFill>`,
			colour(s.Fill, s.Opacity), colour(s.Fill, 0), turn) + bare
	case s.Hatch != NoHatch:
		return fmt.Sprintf(`<a:pattFill prst="%s"><a:fgClr>%s</a:fgClr><a:bgClr>%s</a:bgClr></a:pattFill>`, s.Hatch, colour(s.HatchInk, s.Opacity), colour(s.Fill, s.Opacity)) + bare
	}
	return solid(s.Fill, s.Opacity) + bare
}

func solid(fill string, opacity float64) string {
	return `<a:solidFill>` + colour(fill, opacity) + `</a:solidFill>`
}

func colour(hexadecimal string, opacity float64) string {
	if opacity >= 1 {
		return `<a:srgbClr val="` + hexadecimal + `"/>`
	}
	return fmt.Sprintf(`<a:srgbClr val="%s"><a:alpha val="%d"/></a:srgbClr>`, hexadecimal, int(math.Round(max(opacity, 0)*100_000)))
}

// text is a box without margins, which turns about its middle: it stands where its
// baseline begins at the given point once it is turned.
func (t *Writing) text(s *strings.Builder, id int) {
	const ascent, line, wide = 0.93, 1.2, 0.62 // of the size, of a usual typeface
	width, height := float64((float64(float64(len([]rune(t.Bold+"  "+t.Plain)))*wide)+1)*t.Size), float64(line*t.Size)
	cosine := 1 / math.Sqrt(1+float64(t.Slope*t.Slope))
	sine := float64(t.Slope * cosine)
	// From the middle of the box to the start of its baseline.
	x, y := float64(-width/2), float64(ascent*t.Size)-float64(height/2)
	middle := Corner{t.At.X - (float64(x*cosine) - float64(y*sine)), t.At.Y - (float64(x*sine) + float64(y*cosine))}
	fmt.Fprintf(s, `<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="%[1]d" name="%[1]d"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:xfrm rot="%d"><a:off x="%d" y="%d"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></xdr:spPr>`,
		id, turn(t.Slope), units(middle.X-float64(width/2)), units(middle.Y-float64(height/2)), units(width), units(height))
	s.WriteString(`<xdr:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr><a:p>`)
	gap := ""
	if t.Bold != "" {
		t.run(s, t.Bold, t.BoldInk, ` b="1"`)
		gap = "  "
	}
	t.run(s, gap+t.Plain, t.PlainInk, "")
	s.WriteString(`</a:p></xdr:txBody></xdr:sp>`)
}

// turn is the angle of a slope, in 60,000ths of a degree; M. Abramowitz, I. A.
// Stegun, "Handbook of Mathematical Functions" (1964), 4.4.49, to 1e-5 of a radian.
func turn(slope float64) int {
	square := slope * slope
	series := 0.0208351
	for _, term := range []float64{-0.0851330, 0.1801410, -0.3302995, 0.9998660} {
		series = term + float64(square*series)
	}
	arc := slope * series
	return int(math.Round(arc * 180 / math.Pi * 60_000))
}

func (t *Writing) run(s *strings.Builder, text, ink, bold string) {
	const perPoint, points = 100, 0.75 // a pixel is three quarters of a point
	fmt.Fprintf(s, `<a:r><a:rPr lang="en-GB" sz="%d"%s>%s<a:latin typeface="Arial"/></a:rPr><a:t>%s</a:t></a:r>`, int(math.Round(t.Size*points*perPoint)), bold, solid(ink, 1), escape(text))
}
