package campus

import "math"

// Face is a parallelogram of the picture, in device pixels: At is a corner, U and V lead to the two beside it.
type Face struct {
	At, U, V       Point
	Colour         Colour
	Alpha          float64
	Pattern        Pattern
	CountU, CountV float64 // how often the pattern repeats along U and V
	Value          float64 // what the pattern varies with: 0 to 1, or how far it has moved
	Hatch          int     // tells uses apart without colour: 0 is none
}

// Pattern is how a face is filled.
type Pattern uint8

// The patterns.
const (
	Plain    Pattern = iota
	Tops             // of racks: a gap between each two
	Fronts           // of racks: a gap between each two, lit as wide as Value
	Outlines         // dashed: one outline for each of CountU by CountV
	Flow             // pulses along U, moved by Value
	Disc             // the ellipse in the face
	Fading           // opaque at V's start, clear at its end
	Lamps            // fronts of racks seen from near by: a lamp for each of CountU by CountV accelerators; Value rows are lit
)

// Hatches is how many ways there are to tell uses apart without colour.
const Hatches = 6

// Shares of shade in what patterns are drawn in: gaps between racks and hatches over them.
const (
	GapShade   = 0.45
	HatchShade = 0.22
	LampLight  = 0.75 // share of light in a lamp that is lit
)

// Style is what a picture is painted with.
type Style struct {
	Palette  *Palette
	Selected int // the use that stands out, or -1
}

// painter lays faces over each other, from what is farthest to what is nearest.
type painter struct {
	place   *Place
	plan    *Plan
	reading *Reading
	Style
	faces  []Face
	solids func(footprint Area, height float64) // told of every solid, for tests
}

// Paint adds the faces of a month's picture to a list, in the order in which they cover each other.
func (p *Place) Paint(faces []Face, plan *Plan, r *Reading, style Style) []Face {
	b := painter{place: p, plan: plan, reading: r, Style: style, faces: faces}
	b.all()
	return b.faces
}

func (b *painter) all() {
	b.beginKeeping()
	b.screen(Rectangle{0, 0, b.place.Canvas.Width, b.place.Canvas.Height}, b.Palette.Backdrop)
	for i := range b.place.Grounds {
		b.land(&b.place.Grounds[i])
	}
	for i := range b.place.Grounds {
		b.ground(i)
	}
	b.sky()
	b.screen(Rectangle{0, b.place.window().MaxY, b.place.Canvas.Width, b.place.Canvas.Height}, b.Palette.Backdrop)
	b.money()
	b.split()
}

func (b *painter) add(f Face) {
	if !(Rectangle{0, 0, b.place.Canvas.Width, b.place.Canvas.Height}).meets(&f) {
		return
	}
	if f.Alpha == 0 {
		f.Alpha = 1
	}
	b.faces = append(b.faces, f)
}

func (b *painter) screen(r Rectangle, colour Colour) {
	f := face(r)
	f.Colour = colour
	b.add(f)
}

// face covers a rectangle of the canvas.
func face(r Rectangle) Face {
	return Face{At: Point{float64(r.MinX), float64(r.MinY)}, U: Point{float64(r.Width()), 0}, V: Point{0, float64(r.Height())}}
}

// flat lies at a height over the ground.
func (b *painter) flat(a Area, z float64, f Face) {
	c := &b.place.Camera
	f.At, f.U, f.V = c.Project(a.MinX, a.MinY, z), c.span(a.Width(), 0, 0), c.span(0, a.Depth(), 0)
	b.add(f)
}

// Parts of shade on the sides of a solid; its top has the light.
const (
	southShade, eastShade = 0.16, 0.34
)

func (b *painter) shaded(colour Colour, part float64) Colour {
	return colour.mixed(b.Palette.Shade, part)
}

// solid is a box; top and south say how those sides are filled.
func (b *painter) solid(a Area, z, height float64, top, south Face) {
	c := &b.place.Camera
	up := c.span(0, 0, height)
	if b.solids != nil {
		b.solids(a, z+height)
	}
	if c.turnSine > 0 && c.riseCosine > 0 {
		b.add(Face{At: c.Project(a.MaxX, a.MinY, z), U: c.span(0, a.Depth(), 0), V: up, Colour: b.shaded(top.Colour, eastShade)})
	}
	if c.riseCosine > 0 {
		south.At, south.U, south.V = c.Project(a.MinX, a.MaxY, z), c.span(a.Width(), 0, 0), up
		b.add(south)
	}
	b.flat(a, z+height, top)
}

func (b *painter) box(a Area, z, height float64, colour Colour) {
	b.solid(a, z, height, Face{Colour: colour}, Face{Colour: b.shaded(colour, southShade)})
}

// shadow falls to the east.
func (b *painter) shadow(a Area, height float64) {
	b.flat(Area{a.MinX + height*0.25, a.MinY - height*0.1, a.MaxX + height*0.7, a.MaxY - height*0.1}, 0, Face{Colour: b.Palette.Shade, Alpha: 0.10})
}

// land is what lies flat: ground, lots, road and cables.
func (b *painter) land(g *Ground) {
	m, palette := b.place.metres, b.Palette
	b.flat(g.Land.Grown(m.gap*0.12), 0, Face{Colour: palette.Edge})
	b.flat(g.Land, 0, Face{Colour: palette.Land})
	if g.Road.Depth() > 0 {
		road := g.Road
		road.MinY, road.MaxY = road.MinY+m.gap*0.35, road.MaxY-m.gap*0.35
		b.flat(road, 0, Face{Colour: palette.Road})
	}
	for _, source := range g.Sources {
		b.flat(b.place.Sources[source].Lot.Grown(m.gap*0.3), 0, Face{Colour: palette.Lot})
	}
	if g.Plant.Units > 0 {
		b.flat(g.Plant.Lot.Grown(m.gap*0.2), 0, Face{Colour: palette.Lot})
	}
	for _, hall := range g.Halls {
		b.slab(hall)
	}
	b.floor(g)
	b.cables(g)
}

// foundation is how high of what it will be is what is there and not in service yet.
const foundation = 0.25

// slab is the floor of a hall, or its outline until racks come.
func (b *painter) slab(hall int) {
	h := &b.place.Halls[hall]
	if o := &b.reading.Halls[hall]; o.Installed+o.Waiting == 0 {
		b.flat(h.Building, 0, Face{Pattern: Outlines, Colour: b.Palette.Absent, CountU: 1, CountV: 1})
		return
	}
	b.flat(h.Building, 0, Face{Colour: b.Palette.Slab})
}

// ground paints what stands on it, from the north and the west.
func (b *painter) ground(index int) {
	g, r, p := &b.place.Grounds[index], b.reading, b.place
	binding := float64(r.Limits[g.Site])
	for _, source := range g.Sources {
		by := [6]float64{r.Installed[source], r.Planned[source], r.Served[source], r.Full[source], r.Left[source]}
		b.keeping(len(p.Halls)+source, by, nil, func() { b.yard(source) })
	}
	for _, hall := range g.Halls {
		b.arrival(hall)
		o := &r.Halls[hall]
		b.keeping(hall, [6]float64{float64(o.Installed), float64(o.Waiting), binding}, o.Runs, func() { b.hall(hall) })
	}
	b.keeping(len(p.Halls)+len(p.Sources)+index, [6]float64{r.HeatLimits[g.Site], r.Heat[g.Site], binding}, nil, func() { b.plant(g) })
}

func (b *painter) hall(hall int) {
	h := &b.place.Halls[hall]
	occupancy := &b.reading.Halls[hall]
	if occupancy.Installed+occupancy.Waiting > 0 {
		high, thick := b.place.size.height*1.5, b.place.metres.wall*0.45
		if occupancy.Installed == 0 {
			high = b.place.size.height * foundation
		}
		a := h.Building
		wall := b.Palette.Wall
		if b.reading.Limits[b.plan.Halls[hall].Site] == limitedByFloor {
			wall = b.Palette.Limit
		}
		b.box(Area{a.MinX, a.MinY, a.MaxX, a.MinY + thick}, 0, high, wall)
		b.box(Area{a.MinX, a.MinY + thick, a.MinX + thick, a.MaxY}, 0, high, wall)
	}
	stretch := stretchOf(h.Columns)
	run := 0
	for row := range h.Rows() {
		for from := 0; from < h.Columns; from += stretch {
			first := row*h.Columns + from
			last := min(first+min(stretch, h.Columns-from), h.Blocks)
			for first < last {
				for occupancy.Runs[run].To <= first {
					run++
				}
				to := min(last, occupancy.Runs[run].To)
				b.racks(h, hall, occupancy.Runs[run], row, first-row*h.Columns, to-row*h.Columns)
				first = to
			}
		}
	}
}

// racks paints neighbours of one use.
func (b *painter) racks(h *HallPlace, hall int, run Run, row, from, to int) {
	a := b.place.stretch(h, row, from, to)
	a.MaxX -= b.place.size.pitch * 0.14 // the gap after the last
	count := float64(to - from)
	if run.State == Absent {
		b.flat(a, 0, Face{Pattern: Outlines, Colour: b.Palette.Absent, CountU: count, CountV: 1})
		return
	}
	if run.State == Waiting {
		b.solid(a, 0, b.place.size.height*foundation, Face{Pattern: Tops, Colour: b.Palette.Waiting, CountU: count, CountV: 1},
			Face{Colour: b.shaded(b.Palette.Waiting, southShade)})
		return
	}
	colour, hatch, lit := b.body(run)
	top := Face{Pattern: Tops, Colour: colour, CountU: count, CountV: 1, Hatch: hatch}
	south := Face{Pattern: Fronts, Colour: b.shaded(colour, southShade+0.06), CountU: count, CountV: 1}
	if lamps := b.lampRows(hall); lamps > 0 {
		south.Pattern, south.CountU, south.CountV = Lamps, count*float64(b.place.LampsAbreast()), lamps
	}
	if lit && row%2 == 0 { // the side to the cold aisle
		south.Value = b.plan.Load(hall)
		if south.Pattern == Lamps {
			south.Value *= south.CountV
		}
	}
	b.solid(a, 0, b.place.size.height, top, south)
}

// lampsAbreast is how many accelerators of a rack are shown side by side: as many as a compute tray of a GB200 NVL72
// has, of which a rack has 18 (NVIDIA, "GB200 NVL72", 2024).
const lampsAbreast = 4

// LampsAbreast is how many accelerators of a block are shown side by side.
func (p *Place) LampsAbreast() int { return lampsAbreast * max(p.Block.Racks, 1) }

// lampRows is how many rows of lamps a block shows, where it is seen so large that they can be told apart.
func (b *painter) lampRows(hall int) float64 {
	if b.place.blockWidth() < showsLamps {
		return 0
	}
	return math.Round(b.plan.Halls[hall].GPUsPerRack / lampsAbreast)
}

// body is the colour of the racks of a run, their hatch and whether they work. It is exactly the colour of the plan,
// so that the pixels of a colour can be counted; another tenant being selected dims it.
func (b *painter) body(run Run) (colour Colour, hatch int, lit bool) {
	if !run.Used() {
		return b.Palette.Dark, 0, false
	}
	colour, dimmed := b.colourOf(run.Use)
	return colour, b.plan.Hatch(run.Use), !dimmed && run.State != Idle
}

// colourOf a use, dimmed when another one is selected.
func (b *painter) colourOf(use int) (colour Colour, dimmed bool) {
	colour = b.plan.Colours[use]
	if b.Selected >= 0 && use != b.Selected {
		return colour.mixed(b.Palette.Slab, 0.78), true
	}
	return colour, false
}

// Hatch of a use: tenants differ in it as they do in colour; own use and idle racks have none.
func (p *Plan) Hatch(use int) int {
	if p.stateOf(use) != Leased {
		return 0
	}
	return p.Uses[use].Place % Hatches
}

// split paints the bar of who uses the usable racks.
func (b *painter) split() {
	b.screen(b.place.Split, b.Palette.Line)
	for use := range b.reading.Split {
		part := b.place.SplitPart(b.reading, use)
		if part.Width() <= 0 {
			continue
		}
		colour, _ := b.colourOf(use)
		b.add(Face{At: Point{float64(part.MinX), float64(part.MinY)}, U: Point{float64(part.Width()), 0}, V: Point{0, float64(part.Height())},
			Colour: colour, Hatch: b.plan.Hatch(use)})
	}
}

func ratio(part, whole float64) float64 {
	if whole <= 0 {
		return 0
	}
	return min(part/whole, 1)
}
