package campus

import (
	"math"
	"strings"
	"unicode"

	"rackonomics/engine/measure"
)

// LegendEntry explains one colour: that of a use, or of racks that are dark or absent; or how wide cables are.
type LegendEntry struct {
	Text   string
	State  State
	Colour Colour // of the use; the theme decides it for dark and absent racks
	Hatch  int

	Free      bool    // floor of the buildings that no rack takes
	Thickness float64 // CSS pixels, of a piece of a cable; 0 of all else
}

// LegendEntries lists the uses with their share at the reading's month, dark and absent racks where the plan has
// any in some month, what a block stands for, free floor, and how wide cables are.
func (p *Place) LegendEntries(plan *Plan, r *Reading) []LegendEntry {
	entries := make([]LegendEntry, 0, len(r.Split)+5)
	for use, share := range measure.Apportioned(r.Split, measure.PercentTenths) {
		entries = append(entries, LegendEntry{Text: plan.Uses[use].Title + " " + Percent(share), State: plan.stateOf(use), Colour: plan.Colours[use], Hatch: plan.Hatch(use)})
	}
	for _, entry := range plan.rackEntries() {
		if dark := plan.racksDark(r.Month); entry.State == Unpowered && dark > 0 {
			entry.Text += darkWords(dark)
		}
		entries = append(entries, entry)
	}
	if p.Block.Racks > 1 && len(entries) > 0 {
		entries[len(entries)-1].Text += blockWords(p.Block.Racks)
	}
	entries = append(entries, plan.floorEntries()...)
	if key, ok := p.CableKey(r); ok {
		entries = append(entries, LegendEntry{Text: key.words(), Thickness: key.Width})
	}
	return entries
}

// rackEntries explain racks that nobody uses, where the plan has any in some month.
func (p *Plan) rackEntries() (entries []LegendEntry) {
	add := func(is bool, text string, state State) {
		if is {
			entries = append(entries, LegendEntry{Text: text, State: state})
		}
	}
	add(p.mostDark() > 0, "Dark", Unpowered)
	add(p.everWaiting(), "Waits for service", Waiting)
	absent := "Not installed yet"
	if p.everGone() {
		absent = "Not installed"
	}
	add(p.everAbsent(), absent, Absent)
	return entries
}

func (p *Plan) floorEntries() []LegendEntry {
	if !p.everFree() {
		return nil
	}
	return []LegendEntry{{Text: "Free floor", Free: true}}
}

// darkWords tell how many racks are dark, which are no part of what the uses share.
func darkWords(racks float64) string {
	if racks == 1 {
		return ": 1 rack"
	}
	return ": " + Whole(racks) + " racks"
}

// racksDark is how many racks that are installed have no power or no cooling in a month.
func (p *Plan) racksDark(month float64) (dark float64) {
	for i := range p.Halls {
		dark += math.Round(interpolate(p.Halls[i].Racks, month)) - math.Round(interpolate(p.Halls[i].Usable, month))
	}
	return dark
}

// mostDark is the most racks that are dark in any month.
func (p *Plan) mostDark() (most float64) {
	for month := range p.Months {
		most = max(most, p.racksDark(float64(month)))
	}
	return most
}

func blockWords(racks int) string { return " · a block is " + Whole(float64(racks)) + " racks" }

func (k CableKey) words() string {
	text := Megawatts(k.Megawatts) + " MW"
	if k.Hairlines >= leastTold {
		text += ", hairlines under " + Megawatts(k.Hairlines)
	}
	return text
}

// legendLines is about how many lines a width in CSS pixels the legend takes, whatever the month and the size of blocks.
func (p *Plan) legendLines(width float64) int {
	lines, at := 1, 0.0
	add := func(text string) {
		if wide := entryWidth(text); at > 0 && at+wide > width {
			lines, at = lines+1, wide
		} else {
			at += wide
		}
	}
	for _, use := range p.Uses {
		add(use.Title + " 00.0%")
	}
	racks := p.rackEntries()
	for i, entry := range racks {
		if entry.State == Unpowered {
			entry.Text += darkWords(p.mostDark())
		}
		if i == len(racks)-1 {
			entry.Text += blockWords(99)
		}
		add(entry.Text)
	}
	for _, entry := range p.floorEntries() {
		add(entry.Text)
	}
	if len(p.Sources) > 0 {
		add(CableKey{Megawatts: 5000, Hairlines: 500}.words())
	}
	return lines
}

// entryWidth is how wide an entry of the legend is with its swatch and the gap after it at most, in CSS pixels: in the
// widest of usual fonts, since the next stands behind it in whatever font the reader has.
func entryWidth(text string) float64 {
	width := 26.0
	for _, each := range text {
		width += widest(each)
	}
	return width
}

// widest is how wide a letter is in a wide font (DejaVu Sans) of 11 CSS pixels, or a little more.
func widest(each rune) float64 {
	const fullWidth = 0x1100 // from here on there are scripts whose letters are squares
	switch {
	case strings.ContainsRune(" ijlI.,:;'’!|()[]-·frt", each):
		return 4.4
	case strings.ContainsRune("MWmw%@—…", each), each >= fullWidth && !strings.ContainsRune("–‘’“”•−", each):
		return 11
	case unicode.IsUpper(each):
		return 8.2
	}
	return 7
}

// Colours are those of the entry's swatch. Of racks that are to come the edge alone is seen.
func (e *LegendEntry) Colours(palette *Palette) (fill, edge Colour) {
	switch {
	case e.Thickness > 0:
		return palette.Energy, palette.Energy
	case e.Free:
		return palette.Free, palette.Free
	}
	switch e.State {
	case Unpowered:
		return palette.Dark, palette.Dark
	case Waiting:
		return palette.Waiting, palette.Waiting
	case Absent:
		return palette.Backdrop, palette.Absent
	}
	return e.Colour, e.Colour
}

// drawLegend sets entries one after the other, in as many lines as they take.
func (p *Place) drawLegend(d *Drawing, entries []LegendEntry, palette *Palette) {
	scale := p.Canvas.Scale
	x, y := float64(p.Legend.MinX), float64(p.Legend.MinY)
	for _, entry := range entries {
		width := entryWidth(entry.Text) * scale
		if x > float64(p.Legend.MinX) && x+width > float64(p.Legend.MaxX) {
			x, y = float64(p.Legend.MinX), y+15*scale
		}
		d.Swatches = append(d.Swatches, entry.swatch(Point{x, y}, scale, palette))
		d.Texts = append(d.Texts, Text{At: Point{x + 16*scale, y + 11*scale}, Plain: entry.Text, PlainInk: palette.Ink})
		x += width
	}
}

func (e *LegendEntry) swatch(at Point, scale float64, palette *Palette) Swatch {
	s := Swatch{Width: 10 * scale, Hatch: e.Hatch, Bare: e.Thickness > 0}
	s.Fill, s.Edge = e.Colours(palette)
	high := 10.0
	if s.Bare {
		high = e.Thickness
	}
	s.At, s.Height = Point{at.X, at.Y + (7-high/2)*scale}, high*scale
	return s
}

func (p *Plan) everWaiting() bool {
	for i := range p.Halls {
		if math.Round(largest(p.Halls[i].Waiting)) > 0 {
			return true
		}
	}
	return false
}

// everGone reports whether any racks leave in the scenario and none come in their place.
func (p *Plan) everGone() bool {
	last := float64(len(p.Months) - 1)
	for hall := range p.Halls {
		if p.areGone(hall, last) {
			return true
		}
	}
	return false
}

func (p *Plan) everAbsent() bool {
	for i := range p.Halls {
		peak := p.peakRacks(i)
		for month, racks := range p.Halls[i].Racks {
			if math.Round(racks+p.Halls[i].Waiting[month]) < peak {
				return true
			}
		}
	}
	return false
}
