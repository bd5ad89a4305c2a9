package campus

import (
	"math"
	"strings"

	"rackonomics/engine/floor"
	"rackonomics/engine/measure"
)

// Find is what lies under a point, for a tooltip and for a click.
type Find struct {
	Text                 string
	Hall, Tenant, Source string   // names; empty when there is none
	Outline              [4]Point // of a rack or a satellite; all zero for none
}

// BlockAt finds the hall and the block at a point: a satellite, the top of a rack, or its side.
func (p *Place) BlockAt(point Point) (hall, block int, ok bool) {
	if hall, block, ok := p.flyingAt(point); ok {
		return hall, block, true
	}
	if !p.window().Contains(point) {
		return 0, 0, false
	}
	// What is higher hides what is behind it, so the tops are asked first, then the sides from the top down.
	const levels = 4
	for level := range levels {
		x, y := p.Camera.Ground(point, p.size.height*(1-float64(level)/levels))
		if hall, block, ok := p.rackAt(x, y); ok {
			return hall, block, true
		}
	}
	return 0, 0, false
}

func (p *Place) flyingAt(point Point) (hall, block int, ok bool) {
	if p.Sky == nil {
		return 0, 0, false
	}
	index, ok := p.Sky.satelliteAt(point)
	if !ok {
		return 0, 0, false
	}
	for hall := range p.Halls {
		h := &p.Halls[hall]
		if h.Flying && index >= h.first && index < h.first+h.Blocks {
			return hall, index - h.first, true
		}
	}
	return 0, 0, false
}

// rackAt finds the block on whose floor a place lies.
func (p *Place) rackAt(x, y float64) (hall, block int, ok bool) {
	for hall := range p.Halls {
		h := &p.Halls[hall]
		if h.Flying || !h.Building.contains(x, y) {
			continue
		}
		column, row, ok := p.size.at(x-h.left, y-h.top, stretchOf(h.Columns))
		block := row*h.Columns + column
		return hall, block, ok && column < h.Columns && block < h.Blocks
	}
	return 0, 0, false
}

// at finds the column and row at a place within a hall; aisles and crossings belong to none.
func (s rackSize) at(x, y float64, stretch int) (column, row int, ok bool) {
	if x < 0 || y < 0 {
		return 0, 0, false
	}
	whole := s.pitch*float64(stretch) + s.crossing
	stretches := math.Floor(x / whole)
	within := int(math.Floor((x - stretches*whole) / s.pitch))
	pair := 2*s.depth + s.cold + s.hot
	pairs := math.Floor(y / pair)
	row = int(pairs) * 2
	switch along := y - pairs*pair; {
	case along < s.depth:
	case along >= s.depth+s.cold && along < 2*s.depth+s.cold:
		row++
	default:
		return 0, 0, false
	}
	return int(stretches)*stretch + within, row, within < stretch
}

// FindAt tells what lies under a point: a rack, a hall, a source, a cooling plant or a part of the split.
func (p *Place) FindAt(plan *Plan, r *Reading, point Point) (Find, bool) {
	if hall, block, ok := p.BlockAt(point); ok {
		return p.describeBlock(plan, r, hall, block), true
	}
	if p.Split.Contains(point) {
		for use := range r.Split {
			if p.SplitPart(r, use).Contains(point) {
				described := &plan.Uses[use]
				return Find{Tenant: described.Name, Text: described.Title + ": " + Percent(measure.Apportioned(r.Split, measure.PercentTenths)[use]) + " of the usable racks"}, true
			}
		}
	}
	if find, ok := p.moneyAt(plan, r, point); ok {
		return find, true
	}
	if !p.window().Contains(point) {
		return Find{}, false
	}
	x, y := p.Camera.Ground(point, 0)
	if find, ok := p.arrivalAt(plan, r, x, y); ok {
		return find, true
	}
	for i := range p.Halls {
		if h := &p.Halls[i]; !h.Flying && (h.Building.contains(x, y) || h.Apron.contains(x, y)) {
			hall := &plan.Halls[i]
			return Find{Hall: hall.Name, Text: hall.Title + ": " + describe(hall, r.Month)}, true
		}
	}
	for i := range p.Grounds {
		if find, ok := p.onGround(plan, r, &p.Grounds[i], x, y); ok {
			return find, true
		}
	}
	return Find{}, false
}

func (p *Place) onGround(plan *Plan, r *Reading, g *Ground, x, y float64) (Find, bool) {
	for _, i := range g.Sources {
		if place := &p.Sources[i]; place.Lot.contains(x, y) || place.Apron.contains(x, y) {
			source := &plan.Sources[i]
			text := source.Title + ": serves " + Megawatts(r.Served[i]) + " MW of " + Megawatts(r.Available[i]) + " MW available"
			if source.Kind == floor.Battery {
				text += ", on average" + charge(source, r.Full[i], r.Left[i])
			}
			if late := r.Planned[i] - r.Installed[i]; late >= leastTold {
				text += ". " + Megawatts(late) + " MW are late"
			}
			return Find{Source: source.Name, Text: text + ". A unit drawn is " + Megawatts(p.Block.SourceMegawatts) + " MW"}, true
		}
	}
	if g.Floor.contains(x, y) {
		return Find{Text: capitalised(p.floorWords(r, g))}, true
	}
	if g.Plant.Units > 0 && (g.Plant.Lot.contains(x, y) || g.Plant.Apron.contains(x, y)) {
		return Find{Text: "Cooling: takes " + Megawatts(r.Heat[g.Site]) + " MW of heat away, of at most " + Megawatts(r.HeatLimits[g.Site]) +
			" MW. A unit drawn is " + Megawatts(p.Block.CoolingMegawatts) + " MW"}, true
	}
	return Find{}, false
}

// charge says what is in a battery before and after a call of the grid.
func charge(source *floor.Source, full, left float64) string {
	if full <= 0 {
		return ". It is not used: the grid does not call, or nothing is left to charge it"
	}
	return ". When the grid calls it holds " + Megawatts(full) + " of " + Megawatts(source.Storage) + " MWh, and " + Megawatts(left) + " after the call"
}

// Outline is the top of a block, or the place of a satellite, on the canvas.
func (p *Place) Outline(hall, block int) [4]Point {
	h := &p.Halls[hall]
	if h.Flying {
		m, half := p.Sky.Satellite(h.first+block), p.Sky.Cell.Times(0.48*p.Sky.nearness)
		return [4]Point{m.Minus(half), {m.X + half.X, m.Y - half.Y}, m.Add(half), {m.X - half.X, m.Y + half.Y}}
	}
	a, z := p.Rack(hall, block), p.size.height
	c := &p.Camera
	return [4]Point{c.Project(a.MinX, a.MinY, z), c.Project(a.MaxX, a.MinY, z), c.Project(a.MaxX, a.MaxY, z), c.Project(a.MinX, a.MaxY, z)}
}

// describeBlock says whose a block is, and how many racks are like it: as many as the plan has, however many of them a block
// stands for and however few blocks are drawn.
func (p *Place) describeBlock(plan *Plan, r *Reading, hall, block int) Find {
	h := &plan.Halls[hall]
	find := Find{Hall: h.Name, Outline: p.Outline(hall, block)}
	run, _ := r.Halls[hall].At(block)
	alike := plan.racksAlike(hall, run, r.Month)
	racks := Whole(alike)
	switch {
	case run.Used():
		use := &plan.Uses[run.Use]
		find.Tenant = use.Name
		find.Text = h.Title + ", " + use.Title + ": " + racks + " of " +
			Whole(interpolate(h.Usable, r.Month)) + " usable racks, " + Whole(alike*h.GPUsPerRack) + " GPUs. A rack has " +
			Whole(h.GPUsPerRack) + " and draws " + Whole(h.KilowattsPerRack) + " kW at most"
	case run.State == Unpowered:
		find.Text = h.Title + ": " + racks + " racks are dark: " + whyDark(plan, r, h.Site)
	case run.State == Waiting:
		find.Text = h.Title + ": " + racks + " racks are delivered and wait for service"
	case plan.areGone(hall, r.Month):
		find.Text = h.Title + ": " + racks + " racks are gone"
	default:
		find.Text = h.Title + ": " + racks + " racks not installed yet"
	}
	return find
}

// racksAlike is how many racks of a hall are in the state of a run in a month.
func (p *Plan) racksAlike(hall int, run Run, month float64) float64 {
	h := &p.Halls[hall]
	installed, usable, waiting := interpolate(h.Racks, month), interpolate(h.Usable, month), interpolate(h.Waiting, month)
	switch {
	case run.Used():
		return usable * p.shareOf(hall, run.Use, month)
	case run.State == Unpowered:
		return installed - usable
	case run.State == Waiting:
		return waiting
	default:
		return p.peakRacks(hall) - installed - waiting
	}
}

// shareOf is which ratio of a hall's usable racks a use has in a month. The last is what no other has.
func (p *Plan) shareOf(hall, use int, month float64) float64 {
	shares, rest := p.siteOf(hall).Shares, 1.0
	if use < len(shares) {
		return interpolate(shares[use], month)
	}
	for _, series := range shares {
		rest -= interpolate(series, month)
	}
	return max(rest, 0)
}

// areGone reports whether a hall has had more racks than it will have from a month on.
func (p *Plan) areGone(hall int, month float64) bool {
	now := int(MonthTold(month))
	racks := p.Halls[hall].Racks
	return math.Round(largest(racks[now:])) <= math.Round(racks[now]) && math.Round(largest(racks[:now+1])) > math.Round(racks[now])
}

// whyDark says what keeps racks of a site dark; where nothing binds, they are in repair or lost.
func whyDark(plan *Plan, r *Reading, site int) string {
	if reason := limitWords(r.Limits[site]); reason != "" {
		return reason + " is the limit"
	}
	if plan.Sites[site].Orbital {
		return "failed or lost"
	}
	return "in repair"
}

func limitWords(limit int) string {
	switch floor.Limit(limit) {
	case floor.LimitedByPower:
		return "power"
	case floor.LimitedByCooling:
		return "cooling"
	case floor.LimitedByFloor:
		return "floor space"
	case floor.LimitedByCurtailment:
		return "curtailment by the grid"
	}
	return ""
}

// describe counts a hall's racks and GPUs at a month.
func describe(h *floor.Hall, month float64) string {
	installed, usable := math.Round(interpolate(h.Racks, month)), math.Round(interpolate(h.Usable, month))
	text := Whole(installed) + " racks"
	if usable < installed {
		text = Whole(usable) + " of " + Whole(installed) + " racks usable"
	}
	text += " · " + Whole(usable*h.GPUsPerRack) + " GPUs"
	if waiting := math.Round(interpolate(h.Waiting, month)); waiting > 0 {
		text += ". " + Whole(waiting) + " racks are delivered and wait for service"
	}
	return text
}

func capitalised(text string) string { return strings.ToUpper(text[:1]) + text[1:] }
