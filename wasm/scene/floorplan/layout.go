package floorplan

import (
	"math"

	"rackonomics/engine/floor"
)

// Canvas is the size of the drawing surface in device pixels and how many of them make a CSS pixel.
type Canvas struct {
	Width, Height int
	Scale         float64
}

// Floorplan is where everything stands on a canvas. It depends on the plan's peaks, not on the month.
type Floorplan struct {
	Canvas       Canvas
	Narrow       bool // laid out for a phone: sources above the halls instead of beside them
	RacksPerCell int  // 1, unless the racks are too many for the canvas
	Halls        []HallPlace
	Sources      []SourcePlace
	Busbar       Rectangle   // carries the power from the sources to the halls' feed lines
	Cooling      Rectangle   // the strip of cooling units
	CoolingUnits []Rectangle // left to right
	Split        Rectangle   // the bar of the split between tenants
	Legend       Rectangle   // room for the legend's text under it
	Caption      Rectangle   // room for the text beside or above the cooling strip and the bar
	FeedWidth    float64     // of the line that carries the most power
	Corridors    []Rectangle // the ground that busbar and feed lines run over

	size  cellSize
	peaks []float64 // of each hall's racks: with the canvas and the count of sources, all that the places depend on
}

// Suits tells whether Lay would lay another plan out the same way, so that a new plan can be shown in the old places.
func (f *Floorplan) Suits(plan *Plan, canvas Canvas) bool {
	if f.Canvas != canvas || len(f.Sources) != len(plan.Sources) || len(f.peaks) != len(plan.Halls) {
		return false
	}
	for i := range plan.Halls {
		if f.peaks[i] != peakRacks(&plan.Halls[i]) {
			return false
		}
	}
	return true
}

func peakRacks(hall *floor.Hall) float64 { return math.Round(largest(hall.Racks)) }

// HallPlace is where a hall stands.
type HallPlace struct {
	Panel   Rectangle
	Header  Rectangle // room for its title
	Cells   int       // most racks that it ever has, in cells
	Columns int
	Feed    Path // from the busbar

	left, top int // of the first cell
}

// SourcePlace is where a source of power stands.
type SourcePlace struct {
	Card  Rectangle
	Gauge Rectangle // full when the source serves all that it has available at its peak
	Feed  Path      // to the busbar
}

// maximumCells bounds the vertices of a frame; above it, a cell stands for several racks.
const maximumCells = 16_000

// lengths are those of one of the two layouts in CSS pixels.
type lengths struct {
	margin, cardWidth, cardHeight, cardGap float64
	gutter                                 float64 // for the busbar, between sources and halls
	header, padding, between, narrowest    float64
	corridor, toHall                       float64
	strip, bar, stripGap                   float64
	legend                                 float64
	captionHeight                          float64 // 0: the caption stands beside the strip
}

var (
	wideLengths = lengths{
		margin: 12, cardWidth: 148, cardHeight: 46, cardGap: 8, gutter: 34,
		header: 36, padding: 8, between: 10, narrowest: 160, corridor: 6, toHall: 7,
		strip: 14, bar: 14, stripGap: 10, legend: 22,
	}
	narrowLengths = lengths{
		margin: 8, cardHeight: 26, cardGap: 4, gutter: 18,
		header: 20, padding: 5, between: 6, narrowest: 128, corridor: 3, toHall: 5,
		strip: 10, bar: 12, stripGap: 4, legend: 54, captionHeight: 16,
	}
)

// narrowBelow is the width in CSS pixels under which the sources stand above the halls.
const narrowBelow = 640

// Lay lays a plan out on a canvas. On a canvas that is too small for the halls they are left out.
func Lay(plan *Plan, canvas Canvas) *Floorplan {
	if !(canvas.Scale > 0) {
		canvas.Scale = 1
	}
	f := &Floorplan{Canvas: canvas, Narrow: float64(canvas.Width)/canvas.Scale < narrowBelow, RacksPerCell: 1}
	m := wideLengths
	if f.Narrow {
		m = narrowLengths
	}
	place := layouter{plan: plan, f: f, m: m}
	for i := range plan.Halls {
		f.peaks = append(f.peaks, peakRacks(&plan.Halls[i]))
	}
	place.bottom()
	place.sources()
	place.halls()
	place.feeds()
	return f
}

// layouter holds what the steps of one layout share.
type layouter struct {
	plan     *Plan
	f        *Floorplan
	m        lengths
	hallRoom Rectangle
	shelves  []Rectangle // the corridor over each shelf
	shelfOf  []int
}

func (l *layouter) pixels(css float64) int { return int(math.Round(css * l.f.Canvas.Scale)) }

// bottom places, from below: the legend, the bar of the split, the cooling strip.
func (l *layouter) bottom() {
	f, m := l.f, l.m
	left := l.pixels(m.margin + m.cardWidth + m.gutter)
	if f.Narrow {
		left = l.pixels(m.margin)
	}
	right := f.Canvas.Width - l.pixels(m.margin)
	y := f.Canvas.Height - l.pixels(m.margin/2)
	f.Legend = Rectangle{left, y - l.pixels(m.legend), right, y}
	y = f.Legend.MinY - l.pixels(4)
	f.Split = Rectangle{left, y - l.pixels(m.bar), right, y}
	y = f.Split.MinY - l.pixels(m.stripGap+m.captionHeight)
	f.Cooling = Rectangle{left, y - l.pixels(m.strip), right, y}
	y = f.Cooling.MinY - l.pixels(m.stripGap+m.captionHeight)
	f.Caption = Rectangle{l.pixels(m.margin), f.Cooling.MinY, left, f.Split.MaxY}
	l.hallRoom = Rectangle{l.pixels(m.margin + m.cardWidth + m.gutter), l.pixels(m.margin), right, y}

	unit := l.pixels(m.strip * 1.9)
	gap := l.pixels(2)
	units := max(1, (f.Cooling.Width()+gap)/(unit+gap))
	for i := range units {
		start := f.Cooling.MinX + i*f.Cooling.Width()/units
		end := f.Cooling.MinX + (i+1)*f.Cooling.Width()/units - gap
		if i == units-1 {
			end = f.Cooling.MaxX
		}
		f.CoolingUnits = append(f.CoolingUnits, Rectangle{start, f.Cooling.MinY, end, f.Cooling.MaxY})
	}
}

// sources stacks the cards of the power sources, lower ones when there are many.
func (l *layouter) sources() {
	f, m := l.f, l.m
	count := len(l.plan.Sources)
	if count == 0 {
		return
	}
	left, right := l.pixels(m.margin), l.pixels(m.margin+m.cardWidth)
	if f.Narrow {
		left, right = l.hallRoom.MinX, l.hallRoom.MaxX
	}
	step := l.pixels(m.cardHeight + m.cardGap)
	most := l.hallRoom.Height()
	if f.Narrow {
		most = most * 2 / 5
	}
	step = max(min(step, most/count), 3)
	for i := range count {
		top := l.hallRoom.MinY + i*step
		card := Rectangle{left, top, right, top + step - min(l.pixels(m.cardGap), step/3)}
		inset := l.pixels(8)
		gauge := Rectangle{card.MinX + inset, card.MaxY - l.pixels(8), card.MaxX - inset, card.MaxY - l.pixels(5)}
		if f.Narrow {
			gauge = Rectangle{card.MinX + inset, card.MaxY - l.pixels(5), card.MaxX - inset, card.MaxY - l.pixels(3)}
		}
		f.Sources = append(f.Sources, SourcePlace{Card: card, Gauge: gauge})
	}
	if f.Narrow {
		l.hallRoom.MinY += count*step + l.pixels(m.cardGap)
	}
}

// halls finds the largest cells that fit and places every hall.
func (l *layouter) halls() {
	f, m := l.f, l.m
	if len(l.plan.Halls) == 0 {
		return
	}
	r := room{
		width: l.hallRoom.Width(), height: l.hallRoom.Height(), scale: f.Canvas.Scale,
		padding: l.pixels(m.padding), between: l.pixels(m.between), header: l.pixels(m.header),
		narrowestHall: min(l.pixels(m.narrowest), l.hallRoom.Width()),
		corridor:      l.pixels(m.corridor), toHall: l.pixels(m.toHall),
	}
	if r.width <= 0 || r.height <= 0 {
		return
	}
	arranged, cells, ok := l.arrange(r)
	if !ok {
		return
	}
	arranged.size = arranged.stretched(r)
	f.size = arranged.size
	l.shelfOf = make([]int, len(cells))
	top := l.hallRoom.MinY
	for i, s := range arranged.shelves {
		corridor := Rectangle{l.hallRoom.MinX, top, l.hallRoom.MaxX, top + r.corridor + r.toHall*len(s.columns)}
		l.shelves = append(l.shelves, corridor)
		f.Corridors = append(f.Corridors, corridor)
		left := l.hallRoom.MinX
		panelHeight := r.header + f.size.blockHeight(s.tallest()) + 2*r.padding
		for j, columns := range s.columns {
			hall := s.first + j
			l.shelfOf[hall] = i
			width := max(f.size.blockWidth(columns)+2*r.padding, r.narrowestHall)
			right := left + width
			if j == len(s.columns)-1 && l.hallRoom.MaxX-right < l.hallRoom.Width()/4 {
				right = l.hallRoom.MaxX // shelves end alike
			}
			panel := Rectangle{left, corridor.MaxY, right, corridor.MaxY + panelHeight}
			f.Halls = append(f.Halls, HallPlace{
				Panel:  panel,
				Header: Rectangle{panel.MinX + r.padding, panel.MinY, panel.MaxX - r.padding, panel.MinY + r.header},
				Cells:  cells[hall], Columns: columns,
				left: panel.MinX + r.padding, top: panel.MinY + r.header + r.padding/2,
			})
			left = panel.MaxX + r.between
		}
		top += r.shelfHeight(s, f.size)
	}
}

// arrange lets a cell stand for more racks until all fit.
func (l *layouter) arrange(r room) (arrangement, []int, bool) {
	cells := make([]int, len(l.plan.Halls))
	for racksPerCell, step := 1, 0; racksPerCell < 1e7; step++ {
		total := 0
		for i, racks := range l.f.peaks {
			cells[i] = int(math.Ceil(racks / float64(racksPerCell)))
			total += cells[i]
		}
		if total <= maximumCells {
			if arranged, ok := arrange(cells, r); ok {
				l.f.RacksPerCell = racksPerCell
				return arranged, cells, true
			}
			if total <= len(cells) {
				break
			}
		}
		racksPerCell = racksPerCell * []int{2, 5, 2}[step%3] / []int{1, 2, 1}[step%3] // 1, 2, 5, 10, 20, …
	}
	return arrangement{}, nil, false
}

// stretched widens aisles and crossings as far as the room allows, so that the halls fill it.
func (a arrangement) stretched(r room) cellSize {
	fits := func(size cellSize) bool {
		height := 0
		for _, s := range a.shelves {
			height += r.shelfHeight(s, size)
			width := (len(s.columns) - 1) * r.between
			for _, columns := range s.columns {
				width += max(size.blockWidth(columns)+2*r.padding, r.narrowestHall)
			}
			if width > r.width {
				return false
			}
		}
		return height <= r.height
	}
	size := a.size
	for {
		wider := size
		wider.cold++
		if wider.cold > 2*wider.hot {
			wider.hot++
		}
		if wider.cold > min(size.height+2, int(14*r.scale)) || !fits(wider) {
			break
		}
		size = wider
	}
	for {
		wider := size
		wider.crossing++
		if wider.crossing > min(3*size.width, int(10*r.scale)) || !fits(wider) {
			return size
		}
		size = wider
	}
}

// feeds draws the lines from the sources to the busbar and from there along the corridors to the halls. The line to
// the rightmost hall of a shelf runs highest, so that no two lines cross.
func (l *layouter) feeds() {
	f, m := l.f, l.m
	f.FeedWidth = m.toHall * f.Canvas.Scale * 0.62
	radius := 6 * f.Canvas.Scale
	center := float64(l.hallRoom.MinX) - m.gutter*f.Canvas.Scale*0.5
	half := max(1, l.pixels(1.5))
	low, high := math.MaxInt, 0
	reach := func(y float64) {
		low, high = min(low, int(y)-half*2), max(high, int(y)+half*2)
	}
	for i := range f.Sources {
		card := f.Sources[i].Card
		y := float64(card.MinY+card.MaxY) / 2
		start := float64(card.MaxX)
		if f.Narrow {
			start = float64(card.MinX)
		}
		f.Sources[i].Feed = roundedPath(radius, Point{start, y}, Point{center, y})
		reach(y)
	}
	for i := range f.Halls {
		corridor := l.shelves[l.shelfOf[i]]
		onShelf, place := 0, 0
		for j := range f.Halls {
			if l.shelfOf[j] == l.shelfOf[i] {
				if onShelf++; j == i {
					place = onShelf
				}
			}
		}
		lane := float64(onShelf-place) + 0.5
		y := float64(corridor.MinY) + lane*m.toHall*f.Canvas.Scale
		panel := f.Halls[i].Panel
		drop := float64(panel.MinX) + min(float64(panel.Width())/2, 24*f.Canvas.Scale)
		f.Halls[i].Feed = roundedPath(radius, Point{center, y}, Point{drop, y}, Point{drop, float64(panel.MinY)})
		reach(y)
	}
	gutter := Rectangle{l.pixels(m.margin + m.cardWidth), 0, l.hallRoom.MinX, l.hallRoom.MaxY}
	if f.Narrow {
		gutter.MinX = 0
	}
	f.Corridors = append(f.Corridors, gutter)
	if low < high {
		f.Busbar = Rectangle{int(center) - half, low, int(center) + half, high}
	}
}

// CellSize is the width and height of every rack cell, in device pixels; zeros when no hall is shown.
func (f *Floorplan) CellSize() (width, height int) { return f.size.width, f.size.height }

// CellGap is the distance to the next cell of a row, in device pixels.
func (f *Floorplan) CellGap() int { return f.size.gap }

// ColdAisle is the width of the aisle between the fronts of two rows, in device pixels.
func (f *Floorplan) ColdAisle() int { return f.size.cold }

// Cell is the place of a hall's cell. Its front looks to the cold aisle: down if frontBelow, else up.
func (f *Floorplan) Cell(hall, cell int) (place Rectangle, frontBelow bool) {
	h := &f.Halls[hall]
	row, column := cell/h.Columns, cell%h.Columns
	x, y := h.left+f.size.x(column, blockOf(h.Columns)), h.top+f.size.y(row)
	return Rectangle{x, y, x + f.size.width, y + f.size.height}, row%2 == 0
}

// CellAt finds the hall and cell under a point.
func (f *Floorplan) CellAt(p Point) (hall, cell int, ok bool) {
	for i := range f.Halls {
		h := &f.Halls[i]
		if !h.Panel.Contains(p) {
			continue
		}
		column, row, covered := f.size.at(int(math.Floor(p.X))-h.left, int(math.Floor(p.Y))-h.top, blockOf(h.Columns))
		cell := row*h.Columns + column
		if covered && column < h.Columns && cell < h.Cells {
			return i, cell, true
		}
		return 0, 0, false
	}
	return 0, 0, false
}
