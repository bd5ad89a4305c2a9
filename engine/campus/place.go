package campus

import "math"

// Canvas is the size of the drawing surface in device pixels and how many of them make a CSS pixel.
type Canvas struct {
	Width, Height int
	Scale         float64
}

// Place is where everything of a plan stands: on the ground in metres, in orbit and below the campus in pixels. It
// depends on the plan's peaks, not on the month. The ground of a site is to the scale of its power: racks stand at
// their true count, and sources and cooling have so many square metres for each megawatt.
type Place struct {
	Canvas  Canvas
	Narrow  bool         // laid out for a phone
	Halls   []HallPlace  // as the plan's; none where the canvas is too small
	Sources []YardPlace  // as the plan's
	Grounds []Ground     // of the sites on the ground
	Sky     *Sky         // of those in orbit; nil if there are none
	Till    *Till        // of the operations' money; nil where none ever moves
	Split   Rectangle    // the bar of the split between tenants
	Legend  Rectangle    // room for the legend's text under it
	Room    Rectangle    // of the campus
	Block   BlockMeaning // what a block on the ground stands for

	Camera    Camera
	FromAbove float64 // 0: seen at an angle, 1: from above

	land       Area
	metres     metres
	size       rackSize
	lens       lens
	least      Scale     // that was asked for
	finest     float64   // scale of the camera when all is seen
	wholeScale float64   // of the camera when all of the campus is seen
	anchors    []float64 // all that the places depend on besides the canvas and the legend

	legendLines int // that the legend takes, whatever the month

	kept     []kept   // what was painted last; see [painter.keeping]
	standing [][2]int // see [Place.Standing]
}

// BlockMeaning says how much one thing of the picture stands for.
type BlockMeaning struct {
	Racks            int     // of a block in a hall: 1, unless the racks are too many for the canvas
	SourceMegawatts  float64 // of a unit of a power yard
	CoolingMegawatts float64 // of a cooling unit
}

// Ground is the land of a site.
type Ground struct {
	Site    int
	Land    Area    // all of it
	Road    Area    // between yard and halls: the busbar runs along it; empty without sources
	Lane    float64 // where power goes south to the halls that are not at the road, as a distance to the east; 0 without such
	Plant   Yard    // of cooling
	Floor   Area    // a bar as long as all floor of its buildings, which says how much is taken; empty where there never is any
	Apron   Area    // in front of the land, for its name
	Halls   []int
	Sources []int
}

// Yard is a lot with equal units in rows.
type Yard struct {
	Lot     Area // empty where there never is anything
	Apron   Area // in front of it, for its name
	Units   int
	Columns int
	Side    float64 // of the square that a unit stands on
}

// Unit is the square of a unit.
func (y *Yard) Unit(index int) Area {
	x, z := y.Lot.MinX+float64(index%y.Columns)*y.Side, y.Lot.MinY+float64(index/y.Columns)*y.Side
	return Area{x, z, x + y.Side, z + y.Side}
}

// YardPlace is where a source of power stands.
type YardPlace struct {
	Yard
	Cable Cable
}

// HallPlace is where a hall stands.
type HallPlace struct {
	Blocks   int  // most racks that it ever has, in blocks
	Flying   bool // on satellites
	Ground   int  // index into Grounds, of one that does not fly
	Columns  int
	Building Area
	Apron    Area // in front of it, for its name
	Cable    Cable

	first     int // of a flying one: index of its first satellite in the sky
	left, top float64
}

// Rows of racks in the hall.
func (h *HallPlace) Rows() int { return (h.Blocks + h.Columns - 1) / max(h.Columns, 1) }

// Spot is a place on the ground.
type Spot struct{ X, Y float64 }

// rackSize is what a block of racks and its aisles take, in metres.
type rackSize struct {
	pitch    float64 // from one to the next in a row
	depth    float64
	cold     float64 // aisle between the fronts of a pair of rows
	hot      float64 // aisle between the backs of two pairs
	crossing float64 // extra gap after every stretch of a row
	height   float64
}

// sizeOf a block of so many racks: as much floor as they take. Racks are 0.6 by 1.2 m; they are drawn lower than they
// are, so that none hides another.
func sizeOf(racks int) rackSize {
	side := math.Sqrt(float64(racks))
	return rackSize{pitch: 0.72 * side, depth: 1.25 * side, cold: 1.3 * side, hot: 0.9 * side, crossing: 1.6 * side, height: 1.1 * side}
}

// longestStretch is how many blocks stand side by side at most before a crossing.
const longestStretch = 20

// stretchOf cuts a row into stretches of like length.
func stretchOf(columns int) int {
	stretches := (columns + longestStretch - 1) / longestStretch
	return max((columns+stretches-1)/max(stretches, 1), 1)
}

// x is where a column begins within its hall.
func (s rackSize) x(column, stretch int) float64 {
	return float64(float64(column)*s.pitch) + float64(float64(column/stretch)*s.crossing)
}

// y is where a row begins: rows 0 and 1 face each other over a cold aisle, as do 2 and 3, …
func (s rackSize) y(row int) float64 {
	return float64(float64(row/2)*(2*s.depth+s.cold+s.hot)) + float64(float64(row%2)*(s.depth+s.cold))
}

func (s rackSize) width(columns int) float64 {
	if columns < 1 {
		return 0
	}
	return s.x(columns-1, stretchOf(columns)) + s.pitch
}

func (s rackSize) rows(rows int) float64 {
	if rows < 1 {
		return 0
	}
	return s.y(rows-1) + s.depth
}

// Rack is the floor that a block of a hall on the ground takes.
func (p *Place) Rack(hall, block int) Area {
	h := &p.Halls[hall]
	return p.stretch(h, block/h.Columns, block%h.Columns, block%h.Columns+1)
}

// stretch is the floor of the blocks of a row from one column up to but not including another, without a crossing.
func (p *Place) stretch(h *HallPlace, row, from, to int) Area {
	columns := stretchOf(h.Columns)
	x, y := h.left+p.size.x(from, columns), h.top+p.size.y(row)
	return Area{x, y, x + float64(float64(to-from)*p.size.pitch), y + p.size.depth}
}

// Suits tells whether Lay would lay another plan out the same way, so that a new plan can be shown in the old places.
func (p *Place) Suits(plan *Plan, canvas Canvas) bool {
	anchors := anchorsOf(plan)
	if p.Canvas != canvas || p.least != (Scale{}) || p.legendLines != plan.legendLines(p.legendWidth()) || len(p.anchors) != len(anchors) {
		return false
	}
	for i := range anchors {
		if anchors[i] != p.anchors[i] {
			return false
		}
	}
	return true
}

// legendWidth is how wide the legend is, in CSS pixels.
func (p *Place) legendWidth() float64 { return float64(p.Legend.Width()) / p.Canvas.Scale }

func anchorsOf(plan *Plan) []float64 {
	var anchors []float64
	for i := range plan.Halls {
		anchors = append(anchors, float64(plan.Halls[i].Site), plan.peakRacks(i))
	}
	for i := range plan.Sites {
		flies := 0.0
		if plan.Sites[i].Orbital {
			flies = 1
		}
		floor := 0.0
		if plan.hasFloor(i) {
			floor = 1
		}
		anchors = append(anchors, flies, largest(plan.Sites[i].HeatLimit), floor)
	}
	for i := range plan.Sources {
		anchors = append(anchors, float64(plan.Sources[i].Site), plan.peakOf(i))
	}
	if plan.hasMoney() {
		anchors = append(anchors, 1)
	}
	return anchors
}

// peakRacks is the most racks that a hall ever has, with those that wait.
func (p *Plan) peakRacks(hall int) float64 {
	h, peak := &p.Halls[hall], 0.0
	for month, racks := range h.Racks {
		peak = max(peak, racks+h.Waiting[month])
	}
	return math.Round(peak)
}

// peakOf is the most that a source ever has or was to have, in MW.
func (p *Plan) peakOf(source int) float64 {
	return max(largest(p.Sources[source].Installed), largest(p.Sources[source].Planned))
}

// Look turns the camera: 0 is at an angle, 1 from above. It looks as near as before, at the same place.
func (p *Place) Look(fromAbove float64) {
	p.FromAbove = fromAbove
	p.Camera = facing(fromAbove)
	height := p.size.height * 2
	p.Camera.fit(p.land, height, p.Room, p.finest)
	p.magnify()
}
