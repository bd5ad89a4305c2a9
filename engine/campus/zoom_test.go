package campus

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func apart(a, b Point) float64 { return math.Abs(a.X-b.X) + math.Abs(a.Y-b.Y) }

// However one moves: what is at the middle of the window lies on the land, it is never farther than all of it nor nearer
// than a block, every block that is seen is found where it is seen, texts stay in the window, and all of it is again what
// it was.
func TestMovesStayAtTheCampus(t *testing.T) {
	plan := testPlan(2, colossus, []float64{0.5, 0.2}, 0.2, 3)
	rapid.Check(t, func(t *rapid.T) {
		p := Lay(plan, Canvas{1000, 480, 1})
		if rapid.Bool().Draw(t, "from above") {
			p.Look(1)
		}
		whole := p.Camera
		var r Reading
		p.Read(plan, 1, &r)
		for range rapid.IntRange(1, 8).Draw(t, "moves") {
			at := Point{rapid.Float64Range(0, 1000).Draw(t, "x"), rapid.Float64Range(0, 480).Draw(t, "y")}
			shift := Point{rapid.Float64Range(-2000, 2000).Draw(t, "right"), rapid.Float64Range(-2000, 2000).Draw(t, "down")}
			p.Move(rapid.SampledFrom([]float64{0.5, 1, 1.6, 4, 1000}).Draw(t, "by"), at, shift)
			x, y := p.Camera.Ground(p.middle(), 0)
			if p.Nearness() > 1 && !p.land.Grown(1e-6).contains(x, y) {
				t.Fatalf("the middle is at %g, %g, which is not on %+v", x, y, p.land)
			}
			if width := p.blockWidth(); p.Nearness() < 1 || p.Nearness() > 1 && width > closest+1e-6 {
				t.Fatalf("nearness %g, a block is %g wide", p.Nearness(), width)
			}
		}
		checkSeenBlocks(t, p)
		checkLabelsInWindow(t, p, p.Labels(plan, &r))
		p.Move(0, p.middle(), Point{})
		if apart(p.Camera.Project(10, 20, 0), whole.Project(10, 20, 0)) > 1e-6 {
			t.Fatalf("back at all of it the camera is %+v, was %+v", p.Camera, whole)
		}
	})
}

func checkSeenBlocks(t *rapid.T, p *Place) {
	for hall := range p.Halls {
		for block := range p.Halls[hall].Blocks {
			middle := p.middleOf(hall, block)
			found, foundBlock, ok := p.BlockAt(middle)
			if seen := p.window().Contains(middle); seen != ok || seen && (found != hall || foundBlock != block) {
				t.Fatalf("block %d of hall %d, seen %v, is found as %d of %d (%v)", block, hall, seen, foundBlock, found, ok)
			}
		}
	}
}

func checkLabelsInWindow(t *rapid.T, p *Place, labels []Label) {
	const touching = 1e-6
	for _, label := range labels {
		end := label.Y + label.Width*label.Slope
		if label.Kind == Legend {
			continue
		}
		if label.X < -touching || label.X+label.Width > float64(p.Canvas.Width)+touching || label.Y < -touching || max(label.Y, end) > float64(p.window().MaxY)+touching {
			t.Fatalf("the label %+v leaves the window %+v", label, p.window())
		}
	}
}

// What lies under the pointer stays under it when one goes nearer, where the land does not end.
func TestWhatIsPointedAtStays(t *testing.T) {
	p := Lay(testPlan(1, colossus, []float64{0.5}, 0.5, 3), Canvas{1000, 480, 1})
	at := p.middleOf(0, p.Halls[0].Blocks/2)
	x, y := p.Camera.Ground(at, 0)
	for range 8 {
		p.Move(1.5, at, Point{})
		if now := p.Camera.Project(x, y, 0); apart(now, at) > 1e-6 {
			t.Fatalf("what was at %v is at %v when %g times as large", at, now, p.Nearness())
		}
	}
}

// Seen from near by a block shows a lamp for each of its accelerators and says whose it is; what is not seen is not painted.
func TestABlockFromNearBy(t *testing.T) {
	plan := testPlan(1, colossus, []float64{0.5}, 0.5, 3)
	p := Lay(plan, Canvas{1000, 480, 1})
	var r Reading
	p.Read(plan, 1, &r)
	all := len(p.Paint(nil, plan, &r, Style{Palette: &Light, Selected: -1}))
	p.Move(1e6, p.middleOf(0, 30), Point{})
	faces := p.Paint(nil, plan, &r, Style{Palette: &Light, Selected: -1})
	if len(faces) > all/4 {
		t.Errorf("%d faces of %d are painted", len(faces), all)
	}
	lamps := 0
	for _, f := range faces {
		if f.Pattern != Lamps {
			continue
		}
		lamps++
		if racks := f.CountU / lampsAbreast; racks != math.Round(racks) || f.CountU*f.CountV != racks*plan.Halls[0].GPUsPerRack {
			t.Errorf("a face shows %g by %g lamps; a block has %g accelerators", f.CountU, f.CountV, plan.Halls[0].GPUsPerRack)
		}
	}
	titles := 0
	for _, label := range p.Labels(plan, &r) {
		if label.Kind == RackTitle {
			titles++
			if label.Text != plan.Uses[0].Title {
				t.Errorf("a block of the first tenant is called %q", label.Text)
			}
		}
	}
	if lamps == 0 || titles == 0 || titles > 40 {
		t.Errorf("%d faces with lamps, %d named blocks", lamps, titles)
	}
}

// A text that has too little room loses whole parts.
func TestFitted(t *testing.T) {
	p := &Place{}
	for _, test := range []struct {
		text  string
		width float64
		want  string
	}{
		{"Grid\t300 of 300 MW", 200, "Grid\t300 of 300 MW"},
		{"Grid\t300 of 300 MW", 90, "Grid"},
		{"GB200, Colossus 2\t1,250 racks", 60, "GB200"},
		{"GB200, Colossus 2\t1,250 racks", 130, "GB200, Colossus 2"},
		{"Turbines\t3 of 4 MW", 20, "Turbines"},
	} {
		if got := p.fitted(test.text, test.width); got != test.want {
			t.Errorf("%q in %g is %q, want %q", test.text, test.width, got, test.want)
		}
	}
}
