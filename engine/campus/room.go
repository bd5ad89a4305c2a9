package campus

import (
	"math"
	"strings"
)

// What a label needs of the window at least, in CSS pixels.
const leastLabel, lineHeight = 40, 15

// seen cuts from a label what lies outside of the window in which the campus is seen, and tells whether enough is left.
func (p *Place) seen(l *Label) bool {
	window, scale := p.window(), p.Canvas.Scale
	const margin = 4
	from, to := l.X, l.X+l.Width
	from, to = max(from, float64(window.MinX)/scale+margin), min(to, float64(window.MaxX)/scale-margin)
	top, bottom := float64(window.MinY)/scale, float64(window.MaxY)/scale-lineHeight
	if l.Slope > 0 {
		from, to = max(from, l.X+(top-l.Y)/l.Slope), min(to, l.X+(bottom-l.Y)/l.Slope)
	} else if l.Y < top || l.Y > bottom {
		return false
	}
	if to-from < min(leastLabel, l.Width) {
		return false
	}
	l.Y += (from - l.X) * l.Slope
	l.X, l.Width = from, to-from
	return true
}

// About how wide letters are in the drawing's font of 11 CSS pixels, and the gap between a title and the rest.
const letter, boldLetter, titleGap = 5.9, 6.7, 7

// fitted is as much of a text as there is room for, in whole words: all of it, its title, or the title's first part. A
// number that is cut would be another number.
func (p *Place) fitted(text string, width float64) string {
	size := 1.0
	if p.Narrow {
		size = 10.0 / 11
	}
	length := func(text string, each float64) float64 { return float64(len([]rune(text))) * each * size }
	title, rest, _ := strings.Cut(text, "\t")
	if length(title, boldLetter)+titleGap+length(rest, letter) <= width {
		return text
	}
	first, _, isParted := strings.Cut(title, ", ")
	if isParted && length(title, boldLetter) > width {
		return first
	}
	return title
}

// blocks says of the blocks that are seen from near by what they are, each on its top.
func (l *labeller) blocks() {
	p := l.place
	if l.isWhole || p.blockWidth() < showsNames {
		return
	}
	window := p.window()
	for hall := range p.Halls {
		h := &p.Halls[hall]
		if h.Flying {
			continue
		}
		for _, run := range l.reading.Halls[hall].Runs {
			title, detail := l.ofBlock(hall, run)
			for block := run.From; block < run.To; block++ {
				if middle := p.middleOf(hall, block); window.Contains(middle) {
					l.block(hall, block, title, detail)
				}
			}
		}
	}
}

func (p *Place) middleOf(hall, block int) Point {
	corners := p.Outline(hall, block)
	return corners[0].Add(corners[2]).Times(0.5)
}

func (l *labeller) block(hall, block int, title, detail string) {
	p := l.place
	a, height := p.Rack(hall, block), p.size.height
	for line, text := range []string{title, "\t" + detail} {
		label := l.line([]LabelKind{RackTitle, RackDetail}[line], a.MinX, a.MinY, a.Width()*0.86, height, 5+float64(line*lineHeight))
		label.Text = text
		if p.seen(&label) {
			l.labels = append(l.labels, label)
		}
	}
}

// ofBlock says whose the blocks of a run are, and what each is.
func (l *labeller) ofBlock(hall int, run Run) (title, detail string) {
	h, racks := &l.plan.Halls[hall], float64(l.place.RacksPerBlock(hall))
	detail = Whole(math.Round(h.GPUsPerRack*racks)) + " GPUs · " + Whole(h.KilowattsPerRack*racks) + " kW"
	switch {
	case run.Used():
		return l.plan.Uses[run.Use].Title, detail
	case run.State == Unpowered && l.place.Halls[hall].Flying:
		return "Not working", detail
	case run.State == Unpowered:
		return "Dark", detail
	case run.State == Waiting:
		return "Waits for service", detail
	default:
		return "Not installed yet", detail
	}
}
