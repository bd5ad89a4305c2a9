package campus

import (
	"strconv"
	"strings"
)

// SVG writes a picture as a drawing of its own, without its labels: what the canvas shows, where there is none.
func SVG(canvas Canvas, faces []Face, labels []Label, palette *Palette, ink string) string {
	var w strings.Builder
	w.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ` + strconv.Itoa(canvas.Width) + ` ` + strconv.Itoa(canvas.Height) + `">`)
	w.WriteString(`<linearGradient id="fade" x1="0" y1="0" x2="0" y2="1"><stop stop-color="currentColor"/><stop offset="1" stop-color="currentColor" stop-opacity="0"/></linearGradient>`)
	for i := range faces {
		faces[i].writeTo(&w, palette)
	}
	for _, label := range labels {
		if label.Kind == Legend || label.Text == "" {
			continue
		}
		w.WriteString(`<text transform="matrix(1 ` + short(label.Slope) + ` 0 1 ` + short(label.X*canvas.Scale) + ` ` + short((label.Y+10)*canvas.Scale) + `)" font-family="sans-serif" font-size="` + short(11*canvas.Scale) + `" fill="` + ink + `">` + escaper.Replace(fitting(label)) + `</text>`)
	}
	w.WriteString(`</svg>`)
	return w.String()
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
		w.WriteString(strconv.FormatFloat(number, 'f', 4, 64))
	}
	w.WriteString(`)"`)
	if f.Alpha < 1 {
		w.WriteString(` opacity="` + short(f.Alpha) + `"`)
	}
	w.WriteString(`>`)
	size := `width="` + short(u) + `" height="` + short(v) + `"`
	switch f.Pattern {
	case Outlines:
		w.WriteString(`<path fill="none" stroke="` + f.Colour.Hexadecimal() + `" vector-effect="non-scaling-stroke" stroke-width="1" stroke-dasharray="2 2" d="M0 0H` + short(u) + `V` + short(v) + `H0Z"/>`)
	case Fading:
		w.WriteString(`<rect ` + size + ` fill="url(#fade)" style="color:` + f.Colour.Hexadecimal() + `"/>`)
	case Disc:
		w.WriteString(`<circle cx=".5" cy=".5" r=".5" fill="` + f.Colour.Hexadecimal() + `"/>`)
	default:
		w.WriteString(`<rect ` + size + ` fill="` + f.Colour.Hexadecimal() + `"/>`)
	}
	if (f.Pattern == Tops || f.Pattern == Fronts) && u > 1 {
		w.WriteString(`<path stroke="` + f.Colour.mixed(palette.Shade, GapShade).Hexadecimal() + `" stroke-width="` + short(v) + `" stroke-dasharray=".14 .86" stroke-dashoffset="-.86" d="M0 ` + short(v/2) + `H` + short(u-0.2) + `"/>`)
	}
	w.WriteString(`</g>`)
}

// fitting cuts a text that is too long for its place, by the width of usual letters.
func fitting(label Label) string {
	const letter = 5.6
	text := []rune(strings.ReplaceAll(label.Text, "\t", "  "))
	if most := max(int(label.Width/letter), 1); len(text) > most {
		return string(text[:most-1]) + "…"
	}
	return string(text)
}
