package campus

import (
	"slices"
	"strconv"
	"strings"
)

// SVG writes the picture of a month as a drawing of its own, with its labels and legend: what the canvas shows, where
// there is none.
func (p *Place) SVG(plan *Plan, r *Reading, style Style) string {
	drawing := p.Drawing(plan, r, style)
	var w strings.Builder
	w.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ` + strconv.Itoa(drawing.Width) + ` ` + strconv.Itoa(drawing.Height) +
		`" font-family="system-ui, sans-serif" font-size="` + short(drawing.FontSize) + `">`)
	writeHatches(&w, style.Palette)
	writeFades(&w, drawing.Faces)
	for _, f := range drawing.Faces {
		f.writeTo(&w, &drawing)
	}
	for _, text := range drawing.Texts {
		text.writeTo(&w)
	}
	for _, swatch := range drawing.Swatches {
		swatch.writeTo(&w)
	}
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

func (t *Text) writeTo(w *strings.Builder) {
	w.WriteString(`<text transform="matrix(1 ` + short(t.Slope) + ` 0 1 ` + short(t.At.X) + ` ` + short(t.At.Y) + `)" fill="` + t.PlainInk.Hexadecimal() + `">`)
	if t.Bold != "" {
		w.WriteString(`<tspan font-weight="600" fill="` + t.BoldInk.Hexadecimal() + `">` + escaper.Replace(t.Bold) + `</tspan>  `)
	}
	w.WriteString(escaper.Replace(t.Plain) + `</text>`)
}

func (s *Swatch) writeTo(w *strings.Builder) {
	swatch := `<rect x="` + short(s.At.X) + `" y="` + short(s.At.Y) + `" width="` + short(s.Width) + `" height="` + short(s.Height) + `" fill="`
	if !s.Bare {
		w.WriteString(swatch + s.Fill.Hexadecimal() + `" stroke="` + s.Edge.Hexadecimal() + `"/>`)
	} else {
		w.WriteString(swatch + s.Fill.Hexadecimal() + `"/>`)
	}
	if s.Hatch > 0 {
		w.WriteString(swatch + `url(#hatch` + strconv.Itoa(s.Hatch) + `)"/>`)
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
func (f *Face) writeTo(w *strings.Builder, d *Drawing) {
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
		w.WriteString(`<path stroke="` + d.GapInk(f.Colour).Hexadecimal() + `" stroke-width="` + short(v) + `" stroke-dasharray=".14 .86" stroke-dashoffset="-.86" d="M0 ` + short(v/2) + `H` + short(u-0.2) + `"/>`)
	}
	if f.Pattern == Lamps {
		f.writeLamps(w, d)
	}
	w.WriteString(`</g>`)
	if f.Hatch > 0 {
		w.WriteString(`<path fill="url(#hatch` + strconv.Itoa(f.Hatch) + `)" d="`)
		for i, corner := range f.Corners() {
			w.WriteByte("MLLL"[i])
			w.WriteString(short(corner.X) + " " + short(corner.Y))
		}
		w.WriteString(`Z"/>`)
	}
}

func (f *Face) writeLamps(w *strings.Builder, d *Drawing) {
	for row := range int(f.CountV) {
		w.WriteString(`<path stroke="` + d.LampInk(f, row).Hexadecimal() + `" stroke-width=".5" stroke-dasharray=".6 .4" stroke-dashoffset="-.2" d="M0 ` + short(float64(row)+0.5) + `H` + short(f.CountU) + `"/>`)
	}
}
