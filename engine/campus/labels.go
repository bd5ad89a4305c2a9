package campus

import (
	"math"
	"strings"

	"rackonomics/engine/floor"
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
	case installed == 0 && l.plan.areGone(i, l.reading.Month):
		detail = "gone"
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
	l.along(HallTitle, hall.Title+"\t"+detail+" · max "+Megawatts(l.reading.HallPower[i])+" MW", h.Apron, 2)
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
