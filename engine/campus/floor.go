package campus

// hasFloor tells whether a site on the ground ever has floor for racks.
func (p *Plan) hasFloor(site int) bool {
	s := &p.Sites[site]
	return !s.Orbital && largest(s.FloorTaken)+largest(s.FloorFree) > 0
}

// everFree tells whether any floor is ever free.
func (p *Plan) everFree() bool {
	for i := range p.Sites {
		if !p.Sites[i].Orbital && largest(p.Sites[i].FloorFree) > 0 {
			return true
		}
	}
	return false
}

// floorParts are the parts of a site's floor, as ratios of all of it: taken, to be taken in a later month, free.
func floorParts(r *Reading, site int) (taken, later, free float64) {
	all := r.FloorTaken[site] + r.FloorFree[site]
	taken, later = ratio(r.FloorTaken[site], all), ratio(r.FloorLater[site], all)
	return taken, later, 1 - taken - later
}

// floor paints the bar of a site's floor, from the west: what racks take, the outline of what they take in later months of
// the scenario, and what is free.
func (b *painter) floor(g *Ground) {
	if g.Floor.Width() <= 0 || b.reading.FloorTaken[g.Site]+b.reading.FloorFree[g.Site] <= 0 {
		return
	}
	taken, later, free := floorParts(b.reading, g.Site)
	colour := b.Palette.Taken
	if b.reading.Limits[g.Site] == limitedByFloor {
		colour = b.Palette.Limit
	}
	from := g.Floor.MinX
	part := func(ratio float64, f Face) {
		if ratio <= 0 {
			return
		}
		to := from + float64(ratio*g.Floor.Width())
		b.flat(Area{from, g.Floor.MinY, to, g.Floor.MaxY}, 0, f)
		from = to
	}
	part(taken, Face{Colour: colour})
	part(later, Face{Pattern: Outlines, Colour: b.Palette.Absent, CountU: 1, CountV: 1})
	part(free, Face{Colour: b.Palette.Free})
}

// floorWords say how much of the floor of a site is taken, will be, and is free.
func (p *Place) floorWords(r *Reading, g *Ground) string {
	taken, later, free := r.FloorTaken[g.Site], r.FloorLater[g.Site], r.FloorFree[g.Site]
	text := "racks take " + Whole(taken) + " of " + Whole(taken+free) + " m² of floor"
	if later >= 0.5 {
		text += ", " + Whole(later) + " m² more in later months"
	}
	return text + ", " + Whole(free-later) + " m² are free"
}
