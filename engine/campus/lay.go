package campus

import (
	"iter"
	"math"
	"slices"
)

// Lay lays a plan out on a canvas, as large as there is room for, seen at an angle.
func Lay(plan *Plan, canvas Canvas) *Place { return LayToScale(plan, canvas, Scale{}) }

// LayToScale lays a plan out to a scale that is no finer than another. [Place.Scale] tells which it became.
func LayToScale(plan *Plan, canvas Canvas, least Scale) *Place {
	if !(canvas.Scale > 0) {
		canvas.Scale = 1
	}
	p := &Place{Canvas: canvas, Narrow: float64(canvas.Width)/canvas.Scale < narrowBelow, least: least, finest: math.Inf(1), anchors: anchorsOf(plan)}
	p.Block = BlockMeaning{Racks: 1, SourceMegawatts: 1, CoolingMegawatts: 1}
	l := layouter{plan: plan, place: p, lengths: wideLengths}
	if p.Narrow {
		l.lengths = narrowLengths
	}
	l.frame()
	if float64(p.Room.Width()) < 120*canvas.Scale || float64(p.Room.Height()) < 80*canvas.Scale {
		p.Room, p.Sky, p.Till = Rectangle{}, nil, nil
		return p
	}
	p.Halls = make([]HallPlace, len(plan.Halls))
	p.Sources = make([]YardPlace, len(plan.Sources))
	l.sky()
	l.ground()
	p.Look(0)
	return p
}

// layouter holds what the steps of one layout share.
type layouter struct {
	plan    *Plan
	place   *Place
	lengths lengths
	sites   []int // on the ground
	blocks  []int // of each hall
}

func (l *layouter) pixels(css float64) int { return int(math.Round(css * l.place.Canvas.Scale)) }

// frame places, from below: the legend, the bar of the split, the campus, the sky.
func (l *layouter) frame() {
	p, m := l.place, l.lengths
	left, right := l.pixels(m.margin), p.Canvas.Width-l.pixels(m.margin)
	y := p.Canvas.Height - l.pixels(m.margin/2)
	p.legendLines = l.plan.legendLines(float64(right-left) / p.Canvas.Scale)
	p.Legend = Rectangle{left, y - l.pixels(max(m.legend, 6+m.line*float64(p.legendLines))), right, y}
	y = p.Legend.MinY - l.pixels(4)
	p.Split = Rectangle{left, y - l.pixels(m.bar), right, y}
	y = l.till(p.Split.MinY-l.pixels(m.barGap)) - l.pixels(m.caption)
	p.Room = Rectangle{left, l.pixels(m.margin + m.tools), right, y}
	var flying bool
	for i := range l.plan.Sites {
		if l.plan.Sites[i].Orbital {
			flying = true
		} else {
			l.sites = append(l.sites, i)
		}
	}
	if !flying {
		return
	}
	band := Rectangle{0, 0, p.Canvas.Width, p.Room.MaxY}
	if len(l.sites) > 0 {
		band.MaxY = int(m.sky * float64(p.Canvas.Height))
		p.Room.MinY = band.MaxY + l.pixels(m.margin/2)
	}
	p.Sky = &Sky{Band: band}
}

// ground finds how the sites on the ground stand, at a scale that agrees with the labels' lengths, and how many racks
// a block stands for.
func (l *layouter) ground() {
	if len(l.sites) == 0 {
		return
	}
	p := l.place
	l.units()
	for racks := range roundCounts(p.least.BlockRacks) {
		p.Block.Racks = racks
		p.size = sizeOf(racks)
		total := l.count(racks)
		if total <= maximumBlocks {
			l.arrange()
			if total <= len(l.plan.Halls) || p.Camera.Scale*p.size.pitch >= leastPitch*p.Canvas.Scale {
				return
			}
		}
	}
}

// roundCounts are 1, 2, 5, 10, 20, 50 …, from the first that is not below the least.
func roundCounts(least float64) iter.Seq[int] {
	return func(yield func(int) bool) {
		for count, step := 1, 0; ; step++ {
			if float64(count) >= least && !yield(count) {
				return
			}
			count = count * []int{2, 5, 2}[step%3] / []int{1, 2, 1}[step%3]
		}
	}
}

// count gives every hall on the ground its blocks.
func (l *layouter) count(racks int) int {
	l.blocks = make([]int, len(l.plan.Halls))
	total := 0
	for i := range l.plan.Halls {
		if !l.plan.siteOf(i).Orbital {
			l.blocks[i] = int(math.Ceil(l.plan.peakRacks(i) / float64(racks)))
			total += l.blocks[i]
		}
	}
	return total
}

// units finds round sizes of the units of yards and cooling plants, the same at all sites.
func (l *layouter) units() {
	source, heat := 0.0, 0.0
	for i := range l.plan.Sources {
		source = max(source, l.plan.peakOf(i))
	}
	for _, site := range l.sites {
		heat = max(heat, largest(l.plan.Sites[site].HeatLimit))
	}
	l.place.Block.SourceMegawatts = max(roundUnit(source/mostUnits), l.place.least.SourceMegawatts)
	l.place.Block.CoolingMegawatts = max(roundUnit(heat/mostCoolers), l.place.least.CoolingMegawatts)
}

// roundUnit is the least of 1, 2, 5, 10, 20, 50 … that is not below.
func roundUnit(least float64) float64 {
	unit := 1.0
	for step := 0; unit < least; step++ {
		unit = unit * []float64{2, 2.5, 2}[step%3]
	}
	return unit
}

// arrange finds the arrangement that is seen largest. Labels have their size in pixels and land in metres, so it
// settles in a few passes. A scale that is asked for is that of the labels too, where there is room for them at it;
// elsewhere what can be seen larger is seen as asked, and its labels have a little less room.
func (l *layouter) arrange() {
	p := l.place
	p.finest = math.Inf(1)
	asked := p.longest(p.least.Metres)
	if math.IsInf(asked, 1) || l.arrangeAt(asked) < asked {
		scale := p.Canvas.Scale * 4
		for range 4 {
			scale = l.arrangeAt(scale)
		}
	}
	p.finest = asked
	p.Look(0)
}

// arrangeAt finds it with labels as large as at a scale, and tells that at which all of it is seen.
func (l *layouter) arrangeAt(scale float64) float64 {
	l.metresAt(scale)
	shapes := make([][]siteShape, len(l.sites))
	for i, site := range l.sites {
		shapes[i] = l.shapesOf(site)
	}
	chosen, beside := l.choose(shapes)
	l.build(chosen, beside)
	l.place.Look(0)
	return l.place.Camera.Scale
}

// shelf is a line of halls from west to east, of at most so many rows.
type shelf struct {
	halls   []int
	columns []int
	rows    int
}

// siteShape is one way to lay a site out.
type siteShape struct {
	site         int
	halls        []int
	hallsWidth   float64
	shelves      []shelf
	plantUnits   int
	plantColumns int
	yard         []yardLine
	width, depth float64
}

// shapesOf lists ways to lay a site out, from narrow to wide.
func (l *layouter) shapesOf(site int) []siteShape {
	var halls []int
	floor := 0.0
	for i := range l.plan.Halls {
		if l.plan.Halls[i].Site == site {
			halls = append(halls, i)
			floor += float64(l.blocks[i]) * l.place.size.pitch * (l.place.size.depth + l.place.size.cold)
		}
	}
	var shapes []siteShape
	splits := shelfSplits(len(halls))
	const ways = 26
	width := max(math.Sqrt(floor)*0.45, l.place.metres.narrowestHall, l.lotWidth(1), l.coolerSide())
	for range ways {
		shape := siteShape{site: site, halls: halls, hallsWidth: width}
		shape.shelves, shape.depth = l.shelve(halls, splits, width)
		l.withPlant(&shape)
		l.withYard(&shape)
		shapes = append(shapes, shape)
		width *= 1.1
	}
	return shapes
}

// shelve gives halls so many shelves and so few rows that they are least deep within a width, within which each of
// them fits alone.
func (l *layouter) shelve(halls []int, splits [][]int, width float64) (best []shelf, depth float64) {
	depth = math.Inf(1)
	for _, split := range splits {
		var shelves []shelf
		total, first := 0.0, 0
		for _, count := range split {
			made := l.fill(halls[first:first+count], width)
			if made.rows == 0 {
				total = math.Inf(1)
				break
			}
			shelves = append(shelves, made)
			total += l.shelfDepth(made)
			first += count
		}
		if total < depth {
			best, depth = shelves, total
		}
	}
	return best, depth
}

func (l *layouter) shelfDepth(s shelf) float64 {
	m := l.place.metres
	return m.corridor + 2*m.wall + l.place.size.rows(s.rows) + m.hallApron
}

func (l *layouter) hallWidth(columns int) float64 {
	return max(l.place.size.width(columns)+2*l.place.metres.wall, l.place.metres.narrowestHall)
}

// fill gives the halls of a shelf as few rows as the width allows; no rows where none do.
func (l *layouter) fill(halls []int, width float64) shelf {
	most := 1
	for _, hall := range halls {
		most = max(most, l.blocks[hall])
	}
	columnsAt := func(rows int) ([]int, float64) {
		columns, total := make([]int, len(halls)), l.place.metres.gap*float64(len(halls)-1)
		for i, hall := range halls {
			columns[i] = max(1, (l.blocks[hall]+rows-1)/rows)
			total += l.hallWidth(columns[i])
		}
		return columns, total
	}
	made := shelf{halls: halls}
	low, high := 1, most+1
	for low < high {
		rows := (low + high) / 2
		if columns, total := columnsAt(rows); total <= width {
			made.columns, made.rows, high = columns, rows, rows
		} else {
			low = rows + 1
		}
	}
	if made.rows == 0 {
		return made
	}
	// A small hall that is widened for its label uses the width for fewer rows.
	made.rows = 1
	for i, hall := range halls {
		for l.place.size.width(made.columns[i]+1)+2*l.place.metres.wall <= l.place.metres.narrowestHall && made.columns[i] < l.blocks[hall] {
			made.columns[i]++
		}
		made.rows = max(made.rows, (l.blocks[hall]+made.columns[i]-1)/made.columns[i])
	}
	return made
}

// choose finds the shapes of all sites, side by side or one in front of the other, that are seen largest.
func (l *layouter) choose(shapes [][]siteShape) (best []siteShape, beside bool) {
	camera := facing(0)
	seen := 0.0
	try := func(bound float64, isBeside bool) {
		extent, across := Point{}, 0.0
		chosen := make([]siteShape, len(shapes))
		for i := range shapes {
			at, found := -1, math.Inf(1)
			for j, shape := range shapes[i] {
				limited, free := shape.depth, shape.width
				if !isBeside {
					limited, free = free, limited
				}
				if limited <= bound && free < found {
					at, found = j, free
				}
			}
			if at < 0 {
				return
			}
			chosen[i] = shapes[i][at]
			across = max(across, map[bool]float64{true: chosen[i].depth, false: chosen[i].width}[isBeside])
			extent.X += found + 2*l.place.metres.gap
		}
		width, depth := extent.X, across
		if !isBeside {
			width, depth = depth, width
		}
		camera.Scale = 1
		low, high := camera.bounds(Area{0, 0, width, depth}, l.place.size.height*2)
		scale := min(float64(l.place.Room.Width())/(high.X-low.X), float64(l.place.Room.Height())/(high.Y-low.Y))
		if scale > seen {
			best, beside, seen = chosen, isBeside, scale
		}
	}
	for i := range shapes {
		for _, shape := range shapes[i] {
			try(shape.depth, true)
			try(shape.width, false)
		}
	}
	return best, beside
}

// shelfSplits lists the ways to cut a line of halls into shelves: all of them for a few halls, equal ones for many.
func shelfSplits(halls int) [][]int {
	if halls == 0 {
		return [][]int{{}}
	}
	var splits [][]int
	const few = 6
	if halls > few {
		for each := 1; each <= halls; each++ {
			var split []int
			for left := halls; left > 0; left -= each {
				split = append(split, min(each, left))
			}
			splits = append(splits, split)
		}
		return splits
	}
	for cuts := range 1 << (halls - 1) {
		split := []int{1}
		for hall := 1; hall < halls; hall++ {
			if cuts>>(hall-1)&1 == 1 {
				split = append(split, 1)
			} else {
				split[len(split)-1]++
			}
		}
		splits = append(splits, split)
	}
	return slices.Clip(splits)
}
