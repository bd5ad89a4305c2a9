package campus

import (
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/floor"
)

func overlap(a, b Area) bool {
	const touching = 1e-9
	return a.MinX < b.MaxX-touching && b.MinX < a.MaxX-touching && a.MinY < b.MaxY-touching && b.MinY < a.MaxY-touching
}

func inside(inner, outer Area) bool {
	const touching = 1e-9
	return inner.MinX >= outer.MinX-touching && inner.MaxX <= outer.MaxX+touching && inner.MinY >= outer.MinY-touching && inner.MaxY <= outer.MaxY+touching
}

// checkPlaces holds for every place: lots, halls, plants and their labels lie apart from each other on the land of
// their site, the sites apart; units and racks lie within what they belong to, apart from each other, and every rack
// is found by its middle.
func checkPlaces(t interface{ Fatalf(string, ...any) }, p *Place) {
	for i := range p.Grounds {
		g := &p.Grounds[i]
		for j := range p.Grounds[:i] {
			if overlap(g.Land, p.Grounds[j].Land) {
				t.Fatalf("sites %d and %d overlap", i, j)
			}
		}
		areas := []Area{g.Apron}
		for _, source := range g.Sources {
			areas = append(areas, p.Sources[source].Lot, p.Sources[source].Apron)
			checkUnits(t, &p.Sources[source].Yard)
		}
		for _, hall := range g.Halls {
			areas = append(areas, p.Halls[hall].Building, p.Halls[hall].Apron)
		}
		if g.Plant.Units > 0 {
			areas = append(areas, g.Plant.Lot, g.Plant.Apron)
			checkUnits(t, &g.Plant)
		}
		if g.Floor.Width() > 0 {
			areas = append(areas, g.Floor)
		}
		for j, a := range areas {
			if !inside(a, g.Land) {
				t.Fatalf("area %d %+v is not on the land %+v", j, a, g.Land)
			}
			for k, b := range areas[:j] {
				if overlap(a, b) {
					t.Fatalf("areas %d %+v and %d %+v overlap", j, a, k, b)
				}
			}
		}
	}
	for hall := range p.Halls {
		checkRacks(t, p, hall)
	}
}

func checkUnits(t interface{ Fatalf(string, ...any) }, y *Yard) {
	for i := range y.Units {
		if !inside(y.Unit(i), y.Lot) {
			t.Fatalf("unit %d of %d %+v is not on the lot %+v", i, y.Units, y.Unit(i), y.Lot)
		}
		for j := range i {
			if overlap(y.Unit(i), y.Unit(j)) {
				t.Fatalf("units %d and %d overlap", i, j)
			}
		}
	}
}

func checkRacks(t interface{ Fatalf(string, ...any) }, p *Place, hall int) {
	h := &p.Halls[hall]
	for block := range h.Blocks {
		corners := p.Outline(hall, block)
		middle := Point{(corners[0].X + corners[2].X) / 2, (corners[0].Y + corners[2].Y) / 2}
		if foundHall, found, ok := p.BlockAt(middle); !ok || foundHall != hall || found != block {
			t.Fatalf("the middle of block %d of hall %d is found as block %d of hall %d (%v)", block, hall, found, foundHall, ok)
		}
		if h.Flying {
			continue
		}
		a := p.Rack(hall, block)
		if !inside(a, h.Building) {
			t.Fatalf("block %d %+v of hall %d is outside of %+v", block, a, hall, h.Building)
		}
		if column := block % h.Columns; column > 0 && overlap(a, p.Rack(hall, block-1)) {
			t.Fatalf("block %d of hall %d overlaps the one before", block, hall)
		}
		if block >= h.Columns && overlap(a, p.Rack(hall, block-h.Columns)) {
			t.Fatalf("block %d of hall %d overlaps the one behind", block, hall)
		}
	}
}

// On a page and a phone, the racks of Colossus are there one by one, or by the few.
func TestLayColossus(t *testing.T) {
	for _, test := range []struct {
		name   string
		canvas Canvas
		narrow bool
		racks  int // of a block, at most
	}{
		{"page", Canvas{1000, 480, 1}, false, 1},
		{"page, two pixels to one", Canvas{2000, 960, 2}, false, 1},
		{"page beside its assumptions", Canvas{648, 480, 1}, false, 2},
		{"phone", Canvas{1170, 1380, 3}, true, 5},
		{"wide", Canvas{3840, 1400, 1}, false, 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := Lay(testPlan(2, colossus, []float64{0.5, 0.2}, 0.2, 3), test.canvas)
			if len(p.Halls) != len(colossus) || p.Block.Racks > test.racks || p.Narrow != test.narrow {
				t.Fatalf("%d halls, %d racks a block, narrow %v", len(p.Halls), p.Block.Racks, p.Narrow)
			}
			for i := range p.Halls {
				if blocks := p.Halls[i].Blocks; blocks != (int(colossus[i].racks)+p.Block.Racks-1)/p.Block.Racks {
					t.Errorf("hall %d has %d blocks of %d racks for %g racks", i, blocks, p.Block.Racks, colossus[i].racks)
				}
			}
			for _, fromAbove := range []float64{0, 0.5, 1} {
				p.Look(fromAbove)
				checkPlaces(t, p)
			}
		})
	}
}

// Half a million racks are blocks of many, in a picture that is no larger.
func TestABlockStandsForManyRacks(t *testing.T) {
	for _, racks := range []float64{50_000, 500_000} {
		p := Lay(testPlan(1, []testHall{{"a", racks, racks}}, nil, 1, 1), Canvas{1000, 480, 1})
		if p.Halls[0].Blocks > maximumBlocks || p.Halls[0].Blocks*p.Block.Racks < int(racks) {
			t.Errorf("%d blocks of %d racks for %g racks", p.Halls[0].Blocks, p.Block.Racks, racks)
		}
		checkPlaces(t, p)
	}
}

func TestNothingIsLaidOutWhereThereIsNoRoom(t *testing.T) {
	for _, canvas := range []Canvas{{1, 1, 1}, {100, 40, 1}, {40, 400, 1}, {0, 0, 0}} {
		plan := testPlan(1, colossus, nil, 1, 2)
		p := Lay(plan, canvas)
		if len(p.Halls) != 0 {
			t.Errorf("%d halls on %+v", len(p.Halls), canvas)
		}
		var r Reading
		p.Read(plan, 0, &r)
		p.Paint(nil, plan, &r, Style{Palette: &Light, Selected: -1})
		p.Labels(plan, &r)
		p.FindAt(plan, &r, Point{})
	}
}

func TestSuits(t *testing.T) {
	canvas := Canvas{1200, 480, 1}
	p := Lay(testPlan(1, colossus, []float64{0.5}, 0.5, 2), canvas)
	for name, test := range map[string]struct {
		plan   *Plan
		canvas Canvas
		want   bool
	}{
		"other shares":  {testPlan(1, colossus, []float64{0.1, 0.2}, 0.5, 2), canvas, true},
		"other racks":   {testPlan(1, colossus[1:], nil, 0.5, 2), canvas, false},
		"other sources": {testPlan(1, colossus, []float64{0.5}, 0.5, 3), canvas, false},
		"other canvas":  {testPlan(1, colossus, []float64{0.5}, 0.5, 2), Canvas{999, 480, 1}, false},
	} {
		if got := p.Suits(test.plan, test.canvas); got != test.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// anyPlan draws a plan with sites on the ground and in orbit.
func anyPlan(t *rapid.T) *Plan {
	var halls []testHall
	for _, racks := range rapid.SliceOfN(rapid.IntRange(0, 900), 0, 9).Draw(t, "racks") {
		halls = append(halls, testHall{"hall", float64(racks), float64(racks)})
	}
	plan := testPlan(1, halls, []float64{0.5}, 0.5, rapid.IntRange(0, 8).Draw(t, "sources"))
	for range rapid.IntRange(0, 3).Draw(t, "more sites") {
		site := plan.Sites[0]
		site.Orbital = rapid.Bool().Draw(t, "orbital")
		plan.Sites = append(plan.Sites, site)
	}
	for i := range plan.Halls {
		plan.Halls[i].Site = rapid.IntRange(0, len(plan.Sites)-1).Draw(t, "site")
	}
	for i := range plan.Sources {
		plan.Sources[i].Site = rapid.IntRange(0, len(plan.Sites)-1).Draw(t, "site of a source")
		plan.Sources[i].Kind = rapid.SampledFrom([]string{"grid", turbines, floor.Battery, solar, ""}).Draw(t, "kind")
		plan.Sources[i].Storage = 100
		plan.Sources[i].Full = []float64{rapid.SampledFrom([]float64{0, 60, 100}).Draw(t, "full")}
		plan.Sources[i].Left = []float64{rapid.SampledFrom([]float64{0, 60}).Draw(t, "left")}
		plan.Sources[i].Installed = []float64{rapid.SampledFrom([]float64{0, 3, 50, 300, 4000}).Draw(t, "installed")}
	}
	return plan
}

func anyCanvas(t *rapid.T) Canvas {
	scale := rapid.SampledFrom([]float64{1, 1.25, 2, 3}).Draw(t, "scale")
	return Canvas{
		int(float64(rapid.IntRange(300, 4000).Draw(t, "width")) * scale),
		int(float64(rapid.IntRange(380, 2000).Draw(t, "height")) * scale), scale,
	}
}

func TestAnyPlaceIsOrderly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := Lay(anyPlan(t), anyCanvas(t))
		p.Look(rapid.Float64Range(0, 1).Draw(t, "from above"))
		checkPlaces(t, p)
	})
}

// solidly lists the solids of a picture in the order of painting.
func solidly(p *Place, plan *Plan, r *Reading) (footprints []Area) {
	b := painter{place: p, plan: plan, reading: r, Style: Style{Palette: &Light, Selected: -1}}
	b.solids = func(footprint Area, _ float64) { footprints = append(footprints, footprint) }
	b.all()
	return footprints
}

// What is nearer is painted later: no solid that lies wholly south or east of another is painted before it where they
// could cover each other. Who looks stands in the south, turned to the west, so that lines of sight go north and west.
func TestWhatIsNearerIsPaintedLater(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan := anyPlan(t)
		p := Lay(plan, anyCanvas(t))
		var r Reading
		p.Read(plan, 0, &r)
		solids := solidly(p, plan, &r)
		const touching = 1e-9
		for i, near := range solids {
			for _, later := range solids[i+1:] {
				south, east := near.MinY >= later.MaxY-touching, near.MinX >= later.MaxX-touching
				north, west := near.MaxY <= later.MinY+touching, near.MaxX <= later.MinX+touching
				if (south && !west) || (east && !north) {
					t.Fatalf("%+v is painted before %+v, which it covers", near, later)
				}
			}
		}
	})
}

// The picture of Colossus has few faces, and all of them are on the canvas.
func TestThePictureIsSmall(t *testing.T) {
	plan := testPlan(1, colossus, []float64{0.5, 0.2}, 0.2, 3)
	p := Lay(plan, Canvas{1000, 480, 1})
	var r Reading
	p.Read(plan, 0, &r)
	faces := p.Paint(nil, plan, &r, Style{Palette: &Light, Selected: -1})
	if len(faces) > 3000 {
		t.Errorf("%d faces", len(faces))
	}
	for i, f := range faces {
		for _, at := range []Point{f.At, f.At.Add(f.U), f.At.Add(f.V), f.At.Add(f.U).Add(f.V)} {
			if at.X < -1 || at.X > 1001 || at.Y < -1 || at.Y > 481 {
				t.Fatalf("face %d %+v is off the canvas", i, f)
			}
		}
	}
}

// On the largest screen, with the most of everything that a plan may have, the picture is still one that can be drawn.
func TestThePictureIsBounded(t *testing.T) {
	var halls []testHall
	for range floor.MaximumHalls {
		halls = append(halls, testHall{"hall", floor.MaximumRacks, floor.MaximumRacks / 2})
	}
	plan := testPlan(1, halls, []float64{0.5}, 0.5, floor.MaximumSources)
	for i := range plan.Halls {
		site := plan.Sites[0]
		site.Orbital, site.HeatLimit = i%3 == 1, []float64{floor.MaximumMegawatts}
		plan.Sites = append(plan.Sites, site)
		plan.Halls[i].Site, plan.Sources[i].Site, plan.Sources[i].Installed = i+1, i+1, []float64{floor.MaximumMegawatts}
	}
	for _, canvas := range []Canvas{{640, 480, 1}, {8000, 8000, 1}, {24_000, 24_000, 3}} {
		p := Lay(plan, canvas)
		checkPlaces(t, p)
		var r Reading
		p.Read(plan, 0, &r)
		if faces := p.Paint(nil, plan, &r, Style{Palette: &Light, Selected: -1}); len(faces) > 40_000 {
			t.Errorf("%d faces on %v", len(faces), canvas)
		}
	}
}

func BenchmarkPaint(b *testing.B) {
	for name, racks := range map[string]float64{"5,000": 5_000, "50,000": 50_000, "500,000": 500_000} {
		b.Run(name, func(b *testing.B) {
			plan := testPlan(1, []testHall{{"a", racks, racks * 0.9}}, []float64{0.5, 0.2}, 0.1, 3)
			p := Lay(plan, Canvas{2000, 960, 2})
			var r Reading
			var faces []Face
			for b.Loop() {
				p.Read(plan, 0, &r)
				faces = p.Paint(faces[:0], plan, &r, Style{Palette: &Light, Selected: -1})
			}
			b.ReportMetric(float64(len(faces)), "faces")
		})
	}
}
