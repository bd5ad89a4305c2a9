package campus

import (
	"iter"
	"math"
	"slices"
)

// lengths are those of one of the two layouts, in CSS pixels.
type lengths struct {
	margin, bar, barGap, legend, caption float64
	line                                 float64 // of the legend's text
	hallLabel, yardLabel, siteLabel      float64 // heights that labels in front of things need
	narrowestHall, narrowestYard         float64 // so that their labels can be read
	gap, corridor                        float64
	floorBar                             float64 // depth of the bar of a site's floor
	sky                                  float64 // of the height, where there is ground too
	tools                                float64 // height that buttons over the canvas take of a campus, or of what is said of the sky, that fills its width
}

var (
	wideLengths = lengths{margin: 12, bar: 12, barGap: 6, legend: 22, line: 16, caption: 0,
		hallLabel: 19, yardLabel: 18, siteLabel: 17, narrowestHall: 100, narrowestYard: 84, gap: 8, corridor: 9, floorBar: 7, sky: 0.31}
	narrowLengths = lengths{margin: 8, bar: 12, barGap: 4, legend: 54, line: 14, caption: 16,
		hallLabel: 15, yardLabel: 14, siteLabel: 14, narrowestHall: 60, narrowestYard: 52, gap: 5, corridor: 5, floorBar: 5, sky: 0.27, tools: 28}
)

const (
	// narrowBelow is the width in CSS pixels under which a phone's lengths hold.
	narrowBelow = 640
	// maximumBlocks bounds the picture; above it, a block stands for several racks.
	maximumBlocks = 16_000
	// leastPitch is how far apart blocks are at least, in CSS pixels, so that they can be told from each other.
	leastPitch = 1.8
	// Square metres for each megawatt.
	yardArea, plantArea = 5, 1.4
	mostUnits           = 20 // of a source
	mostCoolers         = 48
)

// metres are the lengths of a layout on the ground, at the scale at which it is seen.
type metres struct {
	hallApron, yardApron, siteApron, gap, corridor, wall, floorBar, narrowestHall, narrowestYard float64
}

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

func (l *layouter) metresAt(scale float64) {
	camera := facing(0)
	across := func(css float64) float64 { return css * l.place.Canvas.Scale / scale / camera.turnCosine }
	along := func(css float64) float64 {
		return css * l.place.Canvas.Scale / scale / (camera.turnCosine * camera.riseSine)
	}
	m := l.lengths
	l.place.metres = metres{
		hallApron: along(m.hallLabel), yardApron: along(m.yardLabel), siteApron: along(m.siteLabel),
		gap: across(m.gap), corridor: along(m.corridor), wall: across(m.gap / 3), floorBar: along(m.floorBar),
		narrowestHall: across(m.narrowestHall), narrowestYard: across(m.narrowestYard),
	}
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

// withPlant adds the cooling plant in front of the halls.
func (l *layouter) withPlant(s *siteShape) {
	heat := largest(l.plan.Sites[s.site].HeatLimit)
	s.plantUnits = int(math.Ceil(heat / l.place.Block.CoolingMegawatts))
	if s.plantUnits == 0 {
		return
	}
	side := l.coolerSide()
	s.plantColumns = min(max(int(s.hallsWidth/side), 1), s.plantUnits)
	s.depth += l.place.metres.gap + float64((s.plantUnits+s.plantColumns-1)/s.plantColumns)*side + l.place.metres.yardApron
}

func (l *layouter) coolerSide() float64 {
	return math.Sqrt(plantArea * l.place.Block.CoolingMegawatts)
}

func (l *layouter) unitSide() float64 { return math.Sqrt(yardArea * l.place.Block.SourceMegawatts) }

func (l *layouter) unitsOf(source int) int {
	return int(math.Ceil(l.plan.peakOf(source) / l.place.Block.SourceMegawatts))
}

func (l *layouter) sourcesOf(site int) []int {
	var sources []int
	for i := range l.plan.Sources {
		if l.plan.Sources[i].Site == site && l.unitsOf(i) > 0 {
			sources = append(sources, i)
		}
	}
	return sources
}

// yardLine is a line of lots from west to east, of at most so many rows of units.
type yardLine struct {
	sources []int
	columns []int
	rows    int
}

// withYard adds the power yard behind the halls, in as few lines as the width allows, with the road and the margins.
func (l *layouter) withYard(s *siteShape) {
	m := l.place.metres
	s.width = s.hallsWidth + 2*m.gap
	s.depth += 2*m.gap + m.siteApron
	if l.plan.hasFloor(s.site) {
		s.depth += 2 * m.floorBar
	}
	sources := l.sourcesOf(s.site)
	if len(sources) == 0 {
		return
	}
	if len(s.shelves) > 1 {
		s.width += l.laneWidth()
	}
	each := max(min(int((s.hallsWidth+m.gap)/(l.lotWidth(1)+m.gap)), len(sources)), 1)
	for first := 0; first < len(sources); first += each {
		line := l.yardLine(sources[first:min(first+each, len(sources))], s.hallsWidth)
		s.yard = append(s.yard, line)
		s.depth += l.lineDepth(line)
	}
	s.depth += l.roadDepth()
}

// yardLine gives lots so few rows of units as the width allows.
func (l *layouter) yardLine(sources []int, width float64) yardLine {
	line := yardLine{sources: sources}
	for line.rows = 1; ; line.rows++ {
		line.columns = line.columns[:0]
		total := l.place.metres.gap * float64(len(sources)-1)
		widest := 1
		for _, source := range sources {
			columns := (l.unitsOf(source) + line.rows - 1) / line.rows
			line.columns = append(line.columns, columns)
			widest = max(widest, columns)
			total += l.lotWidth(columns)
		}
		if total <= width || widest == 1 {
			return line
		}
	}
}

func (l *layouter) lotWidth(columns int) float64 {
	return max(float64(columns)*l.unitSide(), l.place.metres.narrowestYard)
}

func (l *layouter) lineDepth(line yardLine) float64 {
	return float64(line.rows)*l.unitSide() + l.place.metres.yardApron
}

// roadDepth is that of the road along the halls, on which the busbar runs; laneWidth that of the way to the halls that
// do not stand at it.
func (l *layouter) roadDepth() float64 { return 2.5 * l.place.metres.gap }

func (l *layouter) laneWidth() float64 { return 1.6 * l.place.metres.gap }

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
