package floorplan

import (
	"math"
	"strings"
	"testing"
)

func TestFindAt(t *testing.T) {
	plan := testPlan(1, []testHall{{"h100", 1000, 800}}, []float64{0.5}, 0.3, 1)
	plan.Halls[0].Racks[0] = 900
	f := Lay(testPlan(1, []testHall{{"h100", 1000, 800}}, []float64{0.5}, 0.3, 1), Canvas{1000, 520, 1})
	var reading Reading
	f.Read(plan, 0, &reading)
	cell := func(index int) Point {
		r, _ := f.Cell(0, index)
		return Point{float64(r.MinX), float64(r.MinY)}
	}
	corner := func(r Rectangle) Point { return Point{float64(r.MinX) + 1, float64(r.MinY) + 1} }
	for _, test := range []struct {
		name                 string
		at                   Point
		text                 string
		hall, tenant, source string
	}{
		{"leased rack", cell(0), "Tenant 0: 400 of 800 usable racks, 25,600 GPUs", "h100", "tenant0", ""},
		{"last leased rack", cell(399), "Tenant 0: 400", "h100", "tenant0", ""},
		{"kept rack", cell(400), "Own use: 240 of 800", "h100", "", ""},
		{"idle rack", cell(799), "Idle: 160 of 800", "h100", "", ""},
		{"dark rack", cell(800), "100 racks installed, still without power", "h100", "", ""},
		{"absent rack", cell(999), "100 racks not installed yet", "h100", "", ""},
		{"hall", corner(f.Halls[0].Panel), "800 of 900 racks usable · 51,200 GPUs", "h100", "", ""},
		{"source", corner(f.Sources[0].Card), "serves 100 MW of 150 MW available", "", "", "source0"},
		{"split", corner(f.Split), "Tenant 0: 50 % of the usable racks", "", "tenant0", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			find, ok := f.FindAt(plan, &reading, test.at)
			if !ok || !strings.Contains(find.Text, test.text) || find.Hall != test.hall ||
				find.Tenant != test.tenant || find.Source != test.source {
				t.Errorf("%v %+v", ok, find)
			}
		})
	}
	if find, ok := f.FindAt(plan, &reading, Point{-5, -5}); ok || find != (Find{}) {
		t.Errorf("found %+v off the canvas", find)
	}
}

// The bar's parts follow each other from end to end, as wide as the shares.
func TestSplitParts(t *testing.T) {
	plan := testPlan(1, colossus, []float64{0.37, 0.21}, 0.3, 1)
	f := Lay(plan, Canvas{1000, 520, 1})
	var reading Reading
	f.Read(plan, 0, &reading)
	x := f.Split.MinX
	for use, share := range []float64{0.37, 0.21, 0.3, 0.12} {
		part := f.SplitPart(&reading, use)
		if part.MinX != x || math.Abs(float64(part.Width())-share*float64(f.Split.Width())) > 1 {
			t.Errorf("part %d is %+v for a share of %g", use, part, share)
		}
		x = part.MaxX
	}
	if x != f.Split.MaxX {
		t.Errorf("the parts end at %d of %d", x, f.Split.MaxX)
	}
}

func TestLabelsStayOnTheCanvas(t *testing.T) {
	plan := testPlan(1, colossus, []float64{0.5}, 0.3, 3)
	for _, canvas := range []Canvas{{1000, 520, 1}, {2000, 1040, 2}, {390, 520, 1}, {1170, 1920, 3}} {
		f := Lay(plan, canvas)
		var reading Reading
		f.Read(plan, 0, &reading)
		width, height := float64(canvas.Width)/canvas.Scale, float64(canvas.Height)/canvas.Scale
		labels := f.Labels(plan, &reading)
		for _, label := range labels {
			if label.X < 0 || label.Y < 0 || label.Width <= 0 || label.X+label.Width > width || label.Y > height-10 {
				t.Errorf("%+v on %g by %g", label, width, height)
			}
		}
		if last := labels[len(labels)-1]; last.Kind != Legend {
			t.Errorf("the last label is %+v", last)
		}
	}
}

// What the site draws is the demand and not what the sources serve, which is without what satellites make themselves.
func TestTheSiteDrawsItsDemand(t *testing.T) {
	plan := testPlan(1, colossus, []float64{0.5}, 0.3, 1)
	f := Lay(plan, Canvas{1000, 520, 1})
	var reading Reading
	f.Read(plan, 0, &reading)
	for _, label := range f.Labels(plan, &reading) {
		if strings.Contains(label.Text, "draws") && label.Text != "Site draws 300 MW" {
			t.Errorf("%q, of sources that serve 100 MW and a demand of 300", label.Text)
		}
	}
}

// Where no rack can be used, none is idle either.
func TestNothingIsIdleOfNothing(t *testing.T) {
	plan := testPlan(1, []testHall{{"h100", 1000, 0}}, []float64{0}, 0, 1)
	f := Lay(plan, Canvas{1000, 520, 1})
	var reading Reading
	f.Read(plan, 0, &reading)
	for _, entry := range f.LegendEntries(plan, &reading)[:3] {
		if !strings.HasSuffix(entry.Text, " 0 %") {
			t.Error(entry.Text)
		}
	}
}

func TestLegendNamesWhatThePlanEverShows(t *testing.T) {
	legend := func(plan *Plan) string {
		f := Lay(plan, Canvas{1000, 520, 1})
		var reading Reading
		f.Read(plan, 0, &reading)
		var texts []string
		for _, entry := range f.LegendEntries(plan, &reading) {
			texts = append(texts, entry.Text)
		}
		return strings.Join(texts, "; ")
	}
	plan := testPlan(2, []testHall{{"a", 10, 10}}, []float64{0.5}, 0.375, 0)
	if got, want := legend(plan), "Tenant 0 50 %; Own use 37.5 %; Idle 12.5 %"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	// One by one they would come to 99.9 %.
	if got, want := legend(testPlan(2, []testHall{{"a", 10, 10}}, []float64{1. / 3, 1. / 3}, 1./3, 0)), "Tenant 0 33.4 %; Tenant 1 33.3 %; Own use 33.3 %; Idle 0 %"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	plan.Halls[0].Racks[1], plan.Halls[0].Usable[0] = 20, 9
	if got, want := legend(plan), "Tenant 0 50 %; Own use 37.5 %; Idle 12.5 %; Without power; Not installed yet"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestNumbers(t *testing.T) {
	for value, want := range map[float64]string{0: "0", 999.6: "1,000", 150016: "150,016", 1234567: "1,234,567", -1234: "-1,234"} {
		if got := Whole(value); got != want {
			t.Errorf("Whole(%g) = %q, want %q", value, got, want)
		}
	}
	for value, want := range map[float64]string{0: "0", 0.04: "0", 0.5: "0.5", 9.94: "9.9", 9.96: "10", 412.4: "412"} {
		if got := Megawatts(value); got != want {
			t.Errorf("Megawatts(%g) = %q, want %q", value, got, want)
		}
	}
	for value, want := range map[float64]string{0: "0 %", 0.5: "50 %", 0.375: "37.5 %", 1: "100 %"} {
		if got := Percent(value); got != want {
			t.Errorf("Percent(%g) = %q, want %q", value, got, want)
		}
	}
}
