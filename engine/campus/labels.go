package campus

import (
	"math"
	"strings"

	"rackonomics/engine/floor"
	"rackonomics/engine/measure"
)

// Label is a piece of text over the canvas. The frame draws it as a page element: that costs scene.wasm nothing, is
// as crisp as the page's text and follows its font, where a face of Ebitengine's text/v2 would add 341 KB (brotli).
type Label struct {
	Kind  LabelKind
	Text  string
	X, Y  float64 // upper left corner, CSS pixels
	Width float64 // CSS pixels; longer text is cut with an ellipsis
	Slope float64 // how far the text goes down for each pixel to the right, as the edge that it stands along
}

// LabelKind says how a label looks; the frame has a style for each.
type LabelKind string

const (
	HallTitle    LabelKind = "hall-title"
	SourceTitle  LabelKind = "source-title"
	SiteTitle    LabelKind = "site-title"
	SkyTitle     LabelKind = "sky-title"
	SkyDetail    LabelKind = "sky-detail"
	LimitWarning LabelKind = "limit-warning" // a site that something limits
	RackTitle    LabelKind = "rack-title"    // whose a block is that is seen from near by
	RackDetail   LabelKind = "rack-detail"
	// SatelliteTitle says whose a satellite is that is seen from near by, and what it has.
	SatelliteTitle LabelKind = "satellite-title"
	MoneyTitle     LabelKind = "money-title"
	MoneyLost      LabelKind = "money-lost" // of a cash flow below zero
	Legend         LabelKind = "legend"     // X, Y and Width are those of the whole legend
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

// labeller collects labels.
type labeller struct {
	place   *Place
	plan    *Plan
	reading *Reading
	isWhole bool // nothing is left out that there is no room for
	labels  []Label
}

// Labels lists the texts over the campus that there is room for, in an order that depends on the month only where
// racks are seen from near by. That of the legend comes last.
func (p *Place) Labels(plan *Plan, r *Reading) []Label {
	l := labeller{place: p, plan: plan, reading: r}
	l.all()
	css := func(pixels int) float64 { return float64(pixels) / p.Canvas.Scale }
	return append(l.labels, Label{Kind: Legend, X: css(p.Legend.MinX), Y: css(p.Legend.MinY), Width: css(p.Legend.Width())})
}

func (l *labeller) all() {
	p := l.place
	for i := range p.Halls {
		if !p.Halls[i].Flying {
			l.hall(i)
		}
	}
	for i := range p.Grounds {
		l.ground(&p.Grounds[i])
	}
	l.blocks()
	l.satellites()
	l.sky()
	l.money()
}

// along adds a text along the northern edge of an apron, so many CSS pixels below it, as far as it is seen.
func (l *labeller) along(kind LabelKind, text string, a Area, down float64) {
	label := l.line(kind, a.MinX, a.MinY, a.Width(), 0, down)
	label.Text = text
	if !l.isWhole {
		if !l.place.seen(&label) {
			return
		}
		label.Text = l.place.fitted(text, label.Width)
	}
	l.labels = append(l.labels, label)
}

// line is a label without text, from a place z metres over the ground along to the east, so many CSS pixels below it.
func (l *labeller) line(kind LabelKind, x, y, width, z, down float64) Label {
	c, scale := &l.place.Camera, l.place.Canvas.Scale
	at := c.Project(x, y, z)
	return Label{Kind: kind, X: at.X / scale, Y: at.Y/scale + down, Width: c.span(width, 0, 0).X / scale, Slope: c.Slope()}
}

// A tab parts a title from what is said of it.
func (l *labeller) hall(i int) {
	hall, h := &l.plan.Halls[i], &l.place.Halls[i]
	installed, usable := math.Round(interpolate(hall.Racks, l.reading.Month)), math.Round(interpolate(hall.Usable, l.reading.Month))
	detail := Whole(usable) + " racks"
	switch {
	case installed == 0:
		detail = "none yet"
	case usable < installed:
		detail = Whole(usable) + " of " + Whole(installed) + " racks"
	}
	if waiting := math.Round(interpolate(hall.Waiting, l.reading.Month)); waiting > 0 {
		detail = Whole(waiting) + " racks wait"
		if installed > 0 {
			detail = Whole(usable) + " racks, " + Whole(waiting) + " wait"
		}
	}
	l.along(HallTitle, hall.Title+"\t"+detail+" · "+Megawatts(l.reading.HallPower[i])+" MW", h.Apron, 2)
}

func (l *labeller) ground(g *Ground) {
	for _, i := range g.Sources {
		place, source := &l.place.Sources[i], &l.plan.Sources[i]
		l.along(SourceTitle, source.Title+"\t"+l.ofSource(i), place.Apron, 3)
	}
	if g.Plant.Units > 0 {
		l.along(SourceTitle, "Cooling\t"+Megawatts(l.reading.Heat[g.Site])+" of "+Megawatts(l.reading.HeatLimits[g.Site])+" MW", g.Plant.Apron, 3)
	}
	l.site(g)
}

// ofSource says what a source delivers of what it could; of a battery, which delivers in calls of the grid alone, what is
// charged of what it holds.
func (l *labeller) ofSource(i int) string {
	source, r := &l.plan.Sources[i], l.reading
	if source.Kind == floor.Battery {
		if r.Full[i] <= 0 {
			return "not used"
		}
		return Megawatts(r.Full[i]) + " of " + Megawatts(source.Storage) + " MWh, " + Megawatts(r.Left[i]) + " after a call"
	}
	text := Megawatts(r.Served[i]) + " of " + Megawatts(r.Available[i]) + " MW"
	if late := r.Planned[i] - r.Installed[i]; l.isWhole && late >= leastTold {
		text += ", " + Megawatts(late) + " MW late"
	}
	return text
}

// leastTold is the least power that is not told as 0, in MW.
const leastTold = 0.05

// site names a site and says what limits it. On a phone there is room for one of both on the picture.
func (l *labeller) site(g *Ground) {
	title, limit := l.plan.Sites[g.Site].Title, limitWords(l.reading.Limits[g.Site])
	floorTaken := ""
	if g.Floor.Width() > 0 && l.isWhole {
		floorTaken = "; " + l.place.floorWords(l.reading, g)
	}
	wanted, firm := Megawatts(l.reading.Wanted[g.Site]), Megawatts(l.reading.Firm[g.Site])
	kind := LimitWarning
	switch {
	case limit == "":
		kind = SiteTitle
		if !l.place.Narrow || l.isWhole {
			title += "\twants " + wanted + " MW, has " + firm + " MW" + floorTaken
		}
	case l.place.Narrow && !l.isWhole:
		title = capitalised(limit) + " is the limit"
	case l.reading.Limits[g.Site] == limitedByPower:
		title += "\t" + limit + " is the limit: " + firm + " of " + wanted + " MW" + floorTaken
	default:
		title += "\t" + limit + " is the limit" + floorTaken
	}
	// Where there is no room for all of it, what limits a site is said before its name.
	if room := l.line(kind, g.Apron.MinX, g.Apron.MinY, g.Apron.Width(), 0, 2); limit != "" && !l.isWhole && !l.place.Narrow && l.place.fitted(title, room.Width) != title {
		title = "\t" + capitalised(limit) + " is the limit"
	}
	l.along(kind, title, g.Apron, 2)
}

// sky says above the satellites what flies.
func (l *labeller) sky() {
	s := l.place.Sky
	if s == nil {
		return
	}
	scale := l.place.Canvas.Scale
	add := func(kind LabelKind, text string, down float64) {
		l.labels = append(l.labels, Label{Kind: kind, Text: text, X: 12, Y: float64(s.Head)/scale + down, Width: float64(s.Band.Width())/scale - 24})
	}
	title, satellites, usable, installed := "", 0.0, 0.0, 0.0
	for i := range l.plan.Sites {
		if l.plan.Sites[i].Orbital {
			if title != "" {
				title += ", "
			}
			title += l.plan.Sites[i].Title
			satellites += l.reading.Satellites[i]
		}
	}
	for i := range l.plan.Halls {
		if l.place.Halls[i].Flying {
			usable += math.Round(interpolate(l.plan.Halls[i].Usable, l.reading.Month))
			installed += math.Round(interpolate(l.plan.Halls[i].Racks, l.reading.Month))
		}
	}
	add(SkyTitle, title, 6)
	detail := "\t" + Whole(satellites) + " satellites · " + Whole(usable) + " of " + Whole(installed) + " racks work"
	if s.Racks > 1 {
		detail += " · one drawn is " + Whole(float64(s.Racks)) + " racks"
	}
	add(SkyDetail, detail, 22)
}

// LegendEntries lists the uses with their share at the reading's month, dark and absent racks where the plan has
// any in some month, how wide cables are, and what a block stands for.
func (p *Place) LegendEntries(plan *Plan, r *Reading) []LegendEntry {
	entries := make([]LegendEntry, 0, len(r.Split)+2)
	for use, share := range measure.Apportioned(r.Split, measure.PercentTenths) {
		entries = append(entries, LegendEntry{Text: plan.Uses[use].Title + " " + Percent(share), State: plan.stateOf(use), Colour: plan.Colours[use], Hatch: plan.Hatch(use)})
	}
	if plan.everDark() {
		entries = append(entries, LegendEntry{Text: "Dark", State: Unpowered})
	}
	if plan.everWaiting() {
		entries = append(entries, LegendEntry{Text: "Waits for service", State: Waiting})
	}
	if plan.everAbsent() {
		text := "Not installed yet"
		entries = append(entries, LegendEntry{Text: text, State: Absent})
	}
	if p.Block.Racks > 1 && len(entries) > 0 {
		entries[len(entries)-1].Text += " · a block is " + Whole(float64(p.Block.Racks)) + " racks"
	}
	if plan.everFree() {
		entries = append(entries, LegendEntry{Text: "Free floor", Free: true})
	}
	if key, ok := p.CableKey(r); ok {
		text := Megawatts(key.Megawatts) + " MW"
		if key.Hairlines >= leastTold {
			text += ", hairlines under " + Megawatts(key.Hairlines)
		}
		entries = append(entries, LegendEntry{Text: text, Thickness: key.Width})
	}
	return entries
}

// legendLines is about how many lines a width in CSS pixels the legend takes, whatever the month.
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
	if p.everDark() {
		add("Dark")
	}
	if p.everWaiting() {
		add("Waits for service")
	}
	if p.everAbsent() {
		add("Not installed yet · a block is 00 racks")
	}
	if p.everFree() {
		add("Free floor")
	}
	if len(p.Sources) > 0 {
		add("0,000 MW, hairlines under 000")
	}
	return lines
}

// entryWidth is about how wide an entry of the legend is with its swatch and the gap after it, in CSS pixels.
func entryWidth(text string) float64 { return 30 + letter*float64(len([]rune(text))) }

func (p *Plan) everDark() bool {
	for i := range p.Halls {
		for month, racks := range p.Halls[i].Racks {
			if math.Round(p.Halls[i].Usable[month]) < math.Round(racks) {
				return true
			}
		}
	}
	return false
}

func (p *Plan) everWaiting() bool {
	for i := range p.Halls {
		if math.Round(largest(p.Halls[i].Waiting)) > 0 {
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

// Summary says in words what a month's picture shows, for those who do not see it.
func (p *Place) Summary(plan *Plan, r *Reading) string {
	text := plan.Months[min(max(int(math.Round(r.Month)), 0), len(plan.Months)-1)] + ". Usable racks: "
	for i, entry := range p.LegendEntries(plan, r)[:len(r.Split)] {
		if i > 0 {
			text += ", "
		}
		text += entry.Text
	}
	l := labeller{place: p, plan: plan, reading: r, isWhole: true}
	l.all()
	for _, label := range l.labels {
		text += ". " + strings.ReplaceAll(strings.TrimSpace(label.Text), "\t", ": ")
	}
	return text + "."
}
