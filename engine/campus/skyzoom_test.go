package campus

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// However one moves in the sky: nothing of a satellite is drawn outside of where satellites are seen, every one that is
// seen is found where it is seen, the ground stays, and all of it is again what it was.
func TestMovesInTheSky(t *testing.T) {
	_, plan := shipped(t, "orbital-expansion")
	_, alone := shipped(t, "starmind")
	rapid.Check(t, func(t *rapid.T) {
		plan := rapid.SampledFrom([]*Plan{plan, alone}).Draw(t, "plan")
		p := Lay(plan, Canvas{1000, 480, 1})
		var r Reading
		p.Read(plan, float64(len(plan.Months)-1), &r)
		style := Style{Palette: &Light, Selected: -1}
		before, ground := p.Sky.Satellite(7), p.Camera
		for range rapid.IntRange(1, 6).Draw(t, "moves") {
			at := Point{rapid.Float64Range(0, 999).Draw(t, "x"), rapid.Float64Range(0, float64(p.Sky.Band.MaxY-1)).Draw(t, "y")}
			shift := Point{rapid.Float64Range(-2000, 2000).Draw(t, "right"), rapid.Float64Range(-2000, 2000).Draw(t, "down")}
			p.Move(rapid.SampledFrom([]float64{0.5, 1, 1.6, 4, 1000}).Draw(t, "by"), at, shift)
		}
		window := p.Sky.window()
		painter := painter{place: p, plan: plan, reading: &r, Style: style}
		for hall := range p.Halls {
			for block := range p.Halls[hall].Blocks {
				if !p.Halls[hall].Flying {
					continue
				}
				run, _ := r.Halls[hall].At(block)
				painter.satellite(p.Sky, hall, block, run)
				middle := p.middleOf(hall, block)
				found, foundBlock, ok := p.BlockAt(middle)
				if window.Contains(middle) && (!ok || found != hall || foundBlock != block) {
					t.Fatalf("satellite %d of hall %d is found as %d of %d (%v)", block, hall, foundBlock, found, ok)
				}
			}
		}
		for _, f := range painter.faces {
			if f.At.Y < float64(window.MinY) || f.At.Y+f.V.Y > float64(window.MaxY)+1e-9 {
				t.Fatalf("%+v leaves %+v", f, window)
			}
		}
		checkLabelsInWindow(t, p, p.Labels(plan, &r))
		if len(p.Grounds) > 0 && p.Camera != ground {
			t.Fatal("the ground moves with the sky")
		}
		p.MoveAll(0, Point{})
		if after := p.Sky.Satellite(7); apart(after, before) > 1e-6 {
			t.Fatalf("back at all of it a satellite is at %v, was at %v", after, before)
		}
	})
}

// A satellite that is seen from near by says whose it is and what it has; its lamps and its radiators are those of the plan.
func TestASatelliteFromNearBy(t *testing.T) {
	_, plan := shipped(t, "starmind")
	p := Lay(plan, Canvas{1000, 480, 1})
	var r Reading
	p.Read(plan, float64(len(plan.Months)-1), &r)
	p.Move(1000, p.middleOf(0, 0), Point{})
	said := ""
	for _, label := range p.Labels(plan, &r) {
		if label.Kind == SatelliteTitle {
			said += label.Text + "; "
		}
	}
	if want := "Operator’s own use\t" + Whole(plan.Halls[0].GPUsPerRack) + " GPUs · " + Whole(plan.Halls[0].KilowattsPerRack) + " kW"; !strings.Contains(said, want) {
		t.Errorf("%q does not say %q", said, want)
	}
	radiators, lamps := 0, map[float64]int{} // lamps of satellites that are seen whole or in part, by their rows
	for _, f := range p.Paint(nil, plan, &r, Style{Palette: &Light, Selected: -1}) {
		if f.Pattern == Lamps {
			if whole := 0.42 * p.Sky.Cell.Y * p.Sky.nearness / f.V.Y * f.CountV; f.CountU*math.Round(whole) != plan.Halls[0].GPUsPerRack || math.Abs(whole-math.Round(whole)) > 1e-6 {
				t.Errorf("%g by %g lamps on %g pixels", f.CountU, f.CountV, f.V.Y)
			}
			lamps[f.CountV]++
		}
		if f.Pattern == Tops && f.CountU == 4 {
			radiators++
		}
	}
	if radiators == 0 || len(lamps) < 2 {
		t.Errorf("%d radiators; lamps in rows of %v", radiators, lamps)
	}
}
