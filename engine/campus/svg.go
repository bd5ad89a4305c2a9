package campus

import (
	"slices"
	"strconv"
	"strings"
)

// SVG writes the picture of a month as a drawing of its own, with its labels and legend: what the canvas shows, where
// there is none.
func (p *Place) SVG(plan *Plan, r *Reading, style Style) string {
	var w strings.Builder
	w.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ` + strconv.Itoa(p.Canvas.Width) + ` ` + strconv.Itoa(p.Canvas.Height) +
		`" font-family="system-ui, sans-serif" font-size="` + short(11*p.Canvas.Scale) + `">`)
	writeHatches(&w, style.Palette)
	faces := p.Paint(nil, plan, r, style)
	writeFades(&w, faces)
	for _, f := range faces {
		f.writeTo(&w, style.Palette)
	}
	for _, label := range p.Labels(plan, r) {
		p.writeLabel(&w, label, style.Palette)
	}
	p.writeLegend(&w, p.LegendEntries(plan, r), style.Palette)
	w.WriteString(`</svg>`)
	return w.String()
}

// writeFades defines a gradient for each colour that fades: the colour of one cannot be said where it is used.
func writeFades(w *strings.Builder, faces []Face) {
	var written []Colour
	for _, f := range faces {
		if f.Pattern == Fading && !slices.Contains(written, f.Colour) {
			written = append(written, f.Colour)
			stop := `stop-color="` + f.Colour.Hexadecimal() + `"`
			w.WriteString(`<linearGradient id="` + f.fade() + `" x1="0" y1="0" x2="0" y2="1"><stop ` + stop + `/><stop offset="1" ` + stop + ` stop-opacity="0"/></linearGradient>`)
		}
	}
}

func (f *Face) fade() string { return "fade" + f.Colour.Hexadecimal()[1:] }

// writeHatches defines what lies over the colours of tenants, as the legend's swatches and the canvas have it.
func writeHatches(w *strings.Builder, palette *Palette) {
	lines := [Hatches]string{1: "M0 6L6 0M-1 1L1 -1M5 7L7 5", 2: "M0 0L6 6M-1 5L1 7M5 -1L7 1", 3: "M3 1.6v2.8M1.6 3h2.8", 4: "M0 3H6", 5: "M0 6L6 0M0 0L6 6"}
	for hatch, line := range lines[1:] {
		w.WriteString(`<pattern id="hatch` + strconv.Itoa(hatch+1) + `" width="6" height="6" patternUnits="userSpaceOnUse"><path d="` + line +
			`" stroke="` + palette.Shade.Hexadecimal() + `" stroke-width="1.6" stroke-opacity="` + short(HatchShade) + `"/></pattern>`)
	}
}

func (p *Place) writeLabel(w *strings.Builder, label Label, palette *Palette) {
	if label.Kind == Legend || label.Text == "" {
		return
	}
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
	w.WriteString(`<text transform="matrix(1 ` + short(label.Slope) + ` 0 1 ` + short(label.X*scale) + ` ` + short((label.Y+11)*scale) + `)" fill="` + soft.Hexadecimal() +
		`"><tspan font-weight="600" fill="` + ink.Hexadecimal() + `">` + escaper.Replace(title) + `</tspan>  ` + escaper.Replace(rest) + `</text>`)
}

// writeLegend sets entries one after the other, in as many lines as they take.
func (p *Place) writeLegend(w *strings.Builder, entries []LegendEntry, palette *Palette) {
	scale := p.Canvas.Scale
	x, y := float64(p.Legend.MinX), float64(p.Legend.MinY)
	for _, entry := range entries {
		width := entryWidth(entry.Text) * scale
		if x > float64(p.Legend.MinX) && x+width > float64(p.Legend.MaxX) {
			x, y = float64(p.Legend.MinX), y+15*scale
		}
		fill, edge := entry.Colour, entry.Colour
		switch entry.State {
		case Unpowered:
			fill, edge = palette.Dark, palette.Dark
		case Waiting:
			fill, edge = palette.Waiting, palette.Waiting
		case Absent:
			fill, edge = palette.Backdrop, palette.Absent
		}
		high := 10.0
		if entry.Thickness > 0 {
			fill, edge, high = palette.Energy, palette.Energy, entry.Thickness
		}
		if entry.Free {
			fill, edge = palette.Free, palette.Free
		}
		stroke := `" stroke="` + edge.Hexadecimal()
		if entry.Thickness > 0 {
			stroke = ""
		}
		swatch := `<rect x="` + short(x) + `" y="` + short(y+(7-high/2)*scale) + `" width="` + short(10*scale) + `" height="` + short(high*scale) + `" fill="`
		w.WriteString(swatch + fill.Hexadecimal() + stroke + `"/>`)
		if entry.Hatch > 0 {
			w.WriteString(swatch + `url(#hatch` + strconv.Itoa(entry.Hatch) + `)"/>`)
		}
		w.WriteString(`<text x="` + short(x+16*scale) + `" y="` + short(y+11*scale) + `" fill="` + palette.Ink.Hexadecimal() + `">` + escaper.Replace(entry.Text) + `</text>`)
		x += width
	}
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// short writes a number with what can be seen of it.
func short(value float64) string {
	text := strconv.FormatFloat(value, 'f', 2, 64)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}

// Hexadecimal is the colour as style sheets write it.
func (c Colour) Hexadecimal() string {
	const digits = "0123456789abcdef"
	return string([]byte{'#', digits[c.R>>4], digits[c.R&15], digits[c.G>>4], digits[c.G&15], digits[c.B>>4], digits[c.B&15]})
}

// writeTo draws a face in its own coordinates, in which it is CountU by CountV large.
func (f *Face) writeTo(w *strings.Builder, palette *Palette) {
	u, v := max(f.CountU, 1), max(f.CountV, 1)
	if f.Pattern == Flow {
		u = 1
	}
	w.WriteString(`<g transform="matrix(`)
	for i, number := range []float64{f.U.X / u, f.U.Y / u, f.V.X / v, f.V.Y / v, f.At.X, f.At.Y} {
		if i > 0 {
			w.WriteByte(' ')
		}
		w.WriteString(strconv.FormatFloat(number, 'f', 3, 64))
	}
	w.WriteString(`)"`)
	if f.Alpha < 1 {
		w.WriteString(` opacity="` + short(f.Alpha) + `"`)
	}
	w.WriteString(`>`)
	size, colour := `width="`+short(u)+`" height="`+short(v)+`"`, f.Colour.Hexadecimal()
	switch f.Pattern {
	case Outlines:
		w.WriteString(`<path fill="none" stroke="` + colour + `" vector-effect="non-scaling-stroke" stroke-width="1" stroke-dasharray="2 2" d="M0 0H` + short(u) + `V` + short(v) + `H0Z"/>`)
	case Disc:
		w.WriteString(`<circle cx=".5" cy=".5" r=".5" fill="` + colour + `"/>`)
	case Fading:
		w.WriteString(`<rect ` + size + ` fill="url(#` + f.fade() + `)"/>`)
	default:
		w.WriteString(`<rect ` + size + ` fill="` + colour + `"/>`)
	}
	if (f.Pattern == Tops || f.Pattern == Fronts) && u > 1 {
		w.WriteString(`<path stroke="` + f.Colour.mixed(palette.Shade, GapShade).Hexadecimal() + `" stroke-width="` + short(v) + `" stroke-dasharray=".14 .86" stroke-dashoffset="-.86" d="M0 ` + short(v/2) + `H` + short(u-0.2) + `"/>`)
	}
	if f.Pattern == Lamps {
		f.writeLamps(w, palette)
	}
	w.WriteString(`</g>`)
	if f.Hatch > 0 {
		corner := func(p Point) string { return short(p.X) + " " + short(p.Y) }
		w.WriteString(`<path fill="url(#hatch` + strconv.Itoa(f.Hatch) + `)" d="M` + corner(f.At) + `L` + corner(f.At.Add(f.U)) + `L` + corner(f.At.Add(f.U).Add(f.V)) + `L` + corner(f.At.Add(f.V)) + `Z"/>`)
	}
}

func (f *Face) writeLamps(w *strings.Builder, palette *Palette) {
	for row := range int(f.CountV) {
		colour := f.Colour.mixed(palette.Shade, GapShade).mixed(palette.Lit, LampLight*min(max(f.Value-float64(row), 0), 1))
		w.WriteString(`<path stroke="` + colour.Hexadecimal() + `" stroke-width=".5" stroke-dasharray=".6 .4" stroke-dashoffset="-.2" d="M0 ` + short(float64(row)+0.5) + `H` + short(f.CountU) + `"/>`)
	}
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
