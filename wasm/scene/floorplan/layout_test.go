package floorplan

import (
	"testing"

	"pgregory.net/rapid"
)

func overlap(a, b Rectangle) bool {
	return a.MinX < b.MaxX && b.MinX < a.MaxX && a.MinY < b.MaxY && b.MinY < a.MaxY
}

func inside(inner, outer Rectangle) bool {
	return inner.MinX >= outer.MinX && inner.MaxX <= outer.MaxX && inner.MinY >= outer.MinY && inner.MaxY <= outer.MaxY
}

// checkPlaces holds for every floor plan: cells lie in their hall's panel, below its title, apart from each other,
// and are found again by their middle; panels, cards, cooling strip, bar and legend lie apart on the canvas.
func checkPlaces(t interface{ Fatalf(string, ...any) }, f *Floorplan) {
	canvas := Rectangle{MaxX: f.Canvas.Width, MaxY: f.Canvas.Height}
	areas := []Rectangle{f.Cooling, f.Split, f.Legend}
	for _, source := range f.Sources {
		areas = append(areas, source.Card)
	}
	for _, hall := range f.Halls {
		areas = append(areas, hall.Panel)
	}
	for i, a := range areas {
		if !inside(a, canvas) {
			t.Fatalf("area %d %+v is not on the canvas %+v", i, a, canvas)
		}
		for j, b := range areas[:i] {
			if overlap(a, b) {
				t.Fatalf("areas %d %+v and %d %+v overlap", i, a, j, b)
			}
		}
	}
	width, height := f.CellSize()
	for hall := range f.Halls {
		place := &f.Halls[hall]
		var last Rectangle
		for cell := range place.Cells {
			r, _ := f.Cell(hall, cell)
			if r.Width() != width || r.Height() != height {
				t.Fatalf("cell %d is %+v, not %d by %d", cell, r, width, height)
			}
			if !inside(r, place.Panel) || r.MinY < place.Header.MaxY {
				t.Fatalf("cell %d %+v is outside of %+v", cell, r, place.Panel)
			}
			if cell > 0 && overlap(r, last) {
				t.Fatalf("cell %d overlaps the one before", cell)
			}
			if above := cell - place.Columns; above >= 0 {
				if other, _ := f.Cell(hall, above); overlap(r, other) {
					t.Fatalf("cell %d overlaps the one above", cell)
				}
			}
			last = r
			middle := Point{float64(r.MinX+r.MaxX) / 2, float64(r.MinY+r.MaxY) / 2}
			if h, c, ok := f.CellAt(middle); !ok || h != hall || c != cell {
				t.Fatalf("the middle of cell %d of hall %d is found as cell %d of hall %d (%v)", cell, hall, c, h, ok)
			}
		}
	}
}

func TestLayColossus(t *testing.T) {
	for _, test := range []struct {
		name              string
		canvas            Canvas
		narrow            bool
		leastWidth, least int // of a cell
	}{
		{"page", Canvas{1000, 520, 1}, false, 3, 4},
		{"page, two pixels to one", Canvas{2000, 1040, 2}, false, 6, 8},
		{"phone, one pixel to one", Canvas{390, 520, 1}, true, 2, 2},
		{"phone", Canvas{1170, 1920, 3}, true, 6, 9},
		{"wide", Canvas{1920, 700, 1}, false, 5, 7},
	} {
		t.Run(test.name, func(t *testing.T) {
			plan := testPlan(2, colossus, []float64{0.5, 0.2}, 0.2, 3)
			f := Lay(plan, test.canvas)
			if len(f.Halls) != len(colossus) || f.RacksPerCell != 1 || f.Narrow != test.narrow {
				t.Fatalf("%d halls, %d racks a cell, narrow %v", len(f.Halls), f.RacksPerCell, f.Narrow)
			}
			if width, height := f.CellSize(); width < test.leastWidth || height < test.least {
				t.Errorf("cells of %d by %d pixels, want at least %d by %d", width, height, test.leastWidth, test.least)
			}
			for i, hall := range f.Halls {
				if hall.Cells != int(colossus[i].racks) {
					t.Errorf("hall %d has %d cells for %g racks", i, hall.Cells, colossus[i].racks)
				}
			}
			checkPlaces(t, f)
		})
	}
}

func TestLayLetsACellStandForMoreRacks(t *testing.T) {
	f := Lay(testPlan(1, []testHall{{"a", 100_001, 100_001}}, nil, 1, 1), Canvas{1000, 520, 1})
	if f.RacksPerCell != 10 || f.Halls[0].Cells != 10_001 {
		t.Errorf("%d racks a cell, %d cells", f.RacksPerCell, f.Halls[0].Cells)
	}
	checkPlaces(t, f)
}

func TestLayLeavesHallsOutWhenThereIsNoRoom(t *testing.T) {
	for _, canvas := range []Canvas{{1, 1, 1}, {100, 40, 1}, {40, 400, 1}, {0, 0, 0}} {
		if f := Lay(testPlan(1, colossus, nil, 1, 2), canvas); len(f.Halls) != 0 {
			t.Errorf("%d halls on %+v", len(f.Halls), canvas)
		}
	}
}

func TestSuits(t *testing.T) {
	canvas := Canvas{1000, 520, 1}
	f := Lay(testPlan(1, colossus, []float64{0.5}, 0.5, 2), canvas)
	for name, test := range map[string]struct {
		plan   *Plan
		canvas Canvas
		want   bool
	}{
		"other shares":  {testPlan(1, colossus, []float64{0.1, 0.2}, 0.5, 2), canvas, true},
		"other racks":   {testPlan(1, colossus[1:], nil, 0.5, 2), canvas, false},
		"other sources": {testPlan(1, colossus, []float64{0.5}, 0.5, 3), canvas, false},
		"other canvas":  {testPlan(1, colossus, []float64{0.5}, 0.5, 2), Canvas{999, 520, 1}, false},
	} {
		if got := f.Suits(test.plan, test.canvas); got != test.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestLayProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var halls []testHall
		for _, racks := range rapid.SliceOfN(rapid.IntRange(0, 900), 0, 9).Draw(t, "racks") {
			halls = append(halls, testHall{"hall", float64(racks), float64(racks)})
		}
		scale := rapid.SampledFrom([]float64{1, 1.25, 2, 3}).Draw(t, "scale")
		canvas := Canvas{
			int(float64(rapid.IntRange(340, 1600).Draw(t, "width")) * scale),
			int(float64(rapid.IntRange(420, 900).Draw(t, "height")) * scale), scale,
		}
		f := Lay(testPlan(1, halls, []float64{0.5}, 0.5, rapid.IntRange(0, 6).Draw(t, "sources")), canvas)
		checkPlaces(t, f)
	})
}

// Feed lines run from a source to the busbar and from there to their hall.
func TestFeedsConnect(t *testing.T) {
	for _, canvas := range []Canvas{{1000, 520, 1}, {780, 1280, 2}} {
		f := Lay(testPlan(1, colossus, []float64{0.5}, 0.5, 3), canvas)
		onBusbar := func(p Point) bool { return f.Busbar.Contains(p) }
		for i, source := range f.Sources {
			points := source.Feed.Points
			if start := points[0]; start.X != float64(source.Card.MinX) && start.X != float64(source.Card.MaxX) {
				t.Errorf("the line of source %d starts at %+v, off its card %+v", i, start, source.Card)
			}
			if !onBusbar(points[len(points)-1]) {
				t.Errorf("the line of source %d does not end on the busbar", i)
			}
		}
		for i, hall := range f.Halls {
			points := hall.Feed.Points
			if end := points[len(points)-1]; !onBusbar(points[0]) || end.Y != float64(hall.Panel.MinY) {
				t.Errorf("the line of hall %d runs from %+v to %+v", i, points[0], end)
			}
		}
	}
}

func TestWalk(t *testing.T) {
	path := roundedPath(0, Point{0, 0}, Point{10, 0}, Point{10, 10})
	for _, test := range []struct {
		from, to float64
		want     []Point
	}{
		{0, 20, []Point{{0, 0}, {10, 0}, {10, 10}}},
		{2, 5, []Point{{2, 0}, {5, 0}}},
		{8, 12, []Point{{8, 0}, {10, 0}, {10, 2}}},
		{-5, 99, []Point{{0, 0}, {10, 0}, {10, 10}}},
		{5, 5, nil},
		{30, 40, nil},
	} {
		var got []Point
		path.Walk(test.from, test.to, func(place Point, _ float64) { got = append(got, place) })
		if len(got) != len(test.want) {
			t.Errorf("%g to %g: %v, want %v", test.from, test.to, got, test.want)
			continue
		}
		for i := range got {
			if got[i] != test.want[i] {
				t.Errorf("%g to %g: %v, want %v", test.from, test.to, got, test.want)
			}
		}
	}
}
