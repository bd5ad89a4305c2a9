package campus

import "slices"

// kept is what was painted last of a part of the campus, and by what. From one picture to the next little moves, so that
// most parts are as they were: they are taken over, and who draws need not look at them again.
type kept struct {
	by    keptBy
	runs  []Run // of the racks of a hall
	faces []Face
	from  int // where in the list before they began; -1 in none
}

// keptBy is all besides its runs that the faces of a part follow from. The plan is never altered once it is drawn.
type keptBy struct {
	plan    *Plan
	style   Style
	camera  Camera
	numbers [6]float64
}

// Standing lists the stretches of the list painted last, each from an index up to but not including another, that are as
// they were in the list painted before it, at the same indices.
func (p *Place) Standing() [][2]int { return p.standing }

// keeping paints a part, unless it was painted by the same.
func (b *painter) keeping(part int, numbers [6]float64, runs []Run, paint func()) {
	p := b.place
	if b.solids != nil { // who counts what is painted must see it
		paint()
		return
	}
	by := keptBy{plan: b.plan, style: b.Style, numbers: numbers}
	if len(p.Grounds) > 0 { // without ground the camera looks at nothing, and its numbers are none
		by.camera = p.Camera
	}
	k := &p.kept[part]
	from := len(b.faces)
	if k.from >= 0 && k.by == by && slices.Equal(k.runs, runs) {
		b.faces = append(b.faces, k.faces...)
		if k.from == from {
			p.standing = append(p.standing, [2]int{from, len(b.faces)})
		}
		k.from = from
		return
	}
	paint()
	k.by, k.runs, k.faces, k.from = by, append(k.runs[:0], runs...), append(k.faces[:0], b.faces[from:]...), from
}

// beginKeeping makes room for what is kept: of each hall, each source, the cooling plant of each site,
// and what is behind the satellites, in this order.
func (b *painter) beginKeeping() {
	p := b.place
	count := len(p.Halls) + len(p.Sources) + len(p.Grounds) + 1
	if len(p.kept) != count {
		p.kept = make([]kept, count)
		for i := range p.kept {
			p.kept[i].from = -1
		}
	}
	p.standing = p.standing[:0]
}
