package campus

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// What is taken over from the picture before is what would be painted anew, whatever was looked at before, and what is
// said to stand is at the same places as before.
func TestWhatIsKeptIsWhatWouldBePainted(t *testing.T) {
	plans := map[string]*Plan{}
	for _, name := range []string{"three-tenants", "power-capped", "orbital-expansion", "starmind"} {
		_, plans[name] = shipped(t, name)
	}
	plans["battery"] = charged()
	rapid.Check(t, func(t *rapid.T) {
		plan := plans[rapid.SampledFrom([]string{"three-tenants", "power-capped", "orbital-expansion", "starmind", "battery"}).Draw(t, "plan")]
		canvas := Canvas{1280, 560, 1}
		place := Lay(plan, canvas)
		style := Style{Palette: &Light, Selected: -1}
		var r Reading
		var before, faces []Face
		month := 0.0
		for range rapid.IntRange(2, 12).Draw(t, "pictures") {
			switch rapid.IntRange(0, 6).Draw(t, "what changes") {
			case 0:
				style.Selected = rapid.IntRange(-1, len(plan.Uses)-1).Draw(t, "selected")
			case 1:
				style.Palette = rapid.SampledFrom([]*Palette{&Light, &Dark}).Draw(t, "palette")
			case 2:
				place.Look(rapid.SampledFrom([]float64{0, 0.5, 1}).Draw(t, "above"))
			case 3:
				place.Move(rapid.SampledFrom([]float64{0.5, 2, 8}).Draw(t, "nearer"), Point{640, rapid.SampledFrom([]float64{60, 300}).Draw(t, "where")}, Point{5, 3})
			default:
				month = rapid.Float64Range(0, float64(len(plan.Months)-1)).Draw(t, "month")
				if rapid.Bool().Draw(t, "whole") {
					month = MonthTold(month)
				}
			}
			place.Read(plan, month, &r)
			before, faces = faces, place.Paint(nil, plan, &r, style)
			fresh := *place
			fresh.kept = nil
			if !slices.Equal(faces, fresh.Paint(nil, plan, &r, style)) {
				t.Fatal("the picture is another than one that is painted anew")
			}
			for _, stretch := range place.Standing() {
				if !slices.Equal(faces[stretch[0]:stretch[1]], before[stretch[0]:stretch[1]]) {
					t.Fatalf("faces %v are said to stand and do not", stretch)
				}
			}
		}
	})
}

// A picture between two months needs no memory but that of the pictures before.
func TestPlayingAllocatesNothing(t *testing.T) {
	_, plan := shipped(t, "three-tenants")
	p := Lay(plan, Canvas{1280, 560, 1})
	var r Reading
	var faces []Face
	month := 0.0
	frame := func() {
		month += 0.13
		if month > float64(len(plan.Months)-1) {
			month = 0
		}
		p.Read(plan, month, &r)
		faces = p.Paint(faces[:0], plan, &r, Style{Palette: &Light, Selected: -1})
	}
	for range 1000 {
		frame()
	}
	if each := testing.AllocsPerRun(1000, frame); each > 0 {
		t.Errorf("a picture allocates %g times", each)
	}
}
