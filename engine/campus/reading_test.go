package campus

import (
	"math"
	"slices"
	"strings"
	"testing"
)

func TestFindAt(t *testing.T) {
	plan := testPlan(2, []testHall{{"h100", 1000, 800}}, []float64{0.5}, 0.3, 1)
	p := Lay(plan, Canvas{1000, 480, 1})
	plan.Halls[0].Racks[0], plan.Sites[0].Limit[0] = 900, 1
	var reading Reading
	p.Read(plan, 0, &reading)
	rack := func(index int) Point {
		corners := p.Outline(0, index)
		return Point{(corners[0].X + corners[2].X) / 2, (corners[0].Y + corners[2].Y) / 2}
	}
	spot := func(a Area) Point { return p.Camera.Project(a.MinX+0.5, a.MaxY-0.5, 0) }
	for _, test := range []struct {
		name                 string
		at                   Point
		text                 string
		hall, tenant, source string
	}{
		{"leased rack", rack(0), "Tenant 0: 400 of 800 usable racks, 25,600 GPUs", "h100", "tenant0", ""},
		{"last leased rack", rack(399), "Tenant 0: 400", "h100", "tenant0", ""},
		{"kept rack", rack(400), "Own use: 240 of 800", "h100", "", ""},
		{"idle rack", rack(799), "Idle: 160 of 800", "h100", "", ""},
		{"dark rack", rack(800), "100 racks are dark: power is the limit", "h100", "", ""},
		{"absent rack", rack(999), "100 racks not installed yet", "h100", "", ""},
		{"hall", spot(p.Halls[0].Apron), "800 of 900 racks usable · 51,200 GPUs", "h100", "", ""},
		{"source", spot(p.Sources[0].Apron), "serves 100 MW of 150 MW available", "", "", "source0"},
		{"cooling", spot(p.Grounds[0].Plant.Apron), "takes 280 MW of heat away, of at most 600 MW", "", "", ""},
		{"split", Point{float64(p.Split.MinX) + 1, float64(p.Split.MinY) + 1}, "Tenant 0: 50% of the usable racks", "", "tenant0", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			find, ok := p.FindAt(plan, &reading, test.at)
			if !ok || !strings.Contains(find.Text, test.text) || find.Hall != test.hall ||
				find.Tenant != test.tenant || find.Source != test.source {
				t.Errorf("%v %+v", ok, find)
			}
		})
	}
	if find, ok := p.FindAt(plan, &reading, Point{-5, -5}); ok || find != (Find{}) {
		t.Errorf("found %+v off the canvas", find)
	}
}

// However many racks a block stands for, as many are told as the plan has.
func TestRacksAreToldAsThePlanHasThem(t *testing.T) {
	plan := testPlan(1, []testHall{{"h100", 44_321, 30_007}}, []float64{0.3333}, 0.6, 1)
	p := Lay(plan, Canvas{400, 300, 1})
	var reading Reading
	p.Read(plan, 0, &reading)
	if p.Block.Racks < 2 {
		t.Fatal("each rack is drawn")
	}
	told := map[string]bool{}
	for block := range p.Halls[0].Blocks {
		told[p.describeBlock(plan, &reading, 0, block).Text] = true
	}
	for _, want := range []string{
		"h100, Tenant 0: 10,001 of 30,007 usable racks, 640,085 GPUs. A rack has 64 and draws 88 kW at most",
		"h100, Own use: 18,004 of 30,007 usable racks, 1,152,269 GPUs. A rack has 64 and draws 88 kW at most",
		"h100, Idle: 2,001 of 30,007 usable racks, 128,094 GPUs. A rack has 64 and draws 88 kW at most",
		"h100: 14,314 racks are dark: in repair",
	} {
		if !told[want] {
			t.Errorf("nothing is told as %q, but %v", want, told)
		}
	}
	if text := p.LegendEntries(plan, &reading)[3].Text; !strings.HasPrefix(text, "Dark: 14,314 racks") {
		t.Errorf("the legend has %q", text)
	}
}

// Racks that were taken out are not told as those that are to come.
func TestRacksThatAreGone(t *testing.T) {
	plan := testPlan(3, []testHall{{"h100", 1000, 1000}}, []float64{0.5}, 0.3, 1)
	p := Lay(plan, Canvas{1000, 480, 1})
	for month, racks := range []float64{400, 1000, 0} {
		plan.Halls[0].Racks[month], plan.Halls[0].Usable[month] = racks, racks
	}
	for month, want := range []struct{ text, label string }{{"600 racks not installed yet", "400 racks"}, {"", "1,000 racks"}, {"1,000 racks are gone", "gone"}} {
		var reading Reading
		p.Read(plan, float64(month), &reading)
		if text := p.describeBlock(plan, &reading, 0, 999).Text; !strings.Contains(text, want.text) {
			t.Errorf("month %d: %q", month, text)
		}
		labels := p.Labels(plan, &reading)
		if !slices.ContainsFunc(labels, func(l Label) bool { return l.Kind == HallTitle && strings.Contains(l.Text, "\t"+want.label) }) {
			t.Errorf("month %d: no label says %q in %v", month, want.label, labels)
		}
	}
}

// Why racks are dark is said in words.
func TestWhyRacksAreDark(t *testing.T) {
	plan := testPlan(1, []testHall{{"a", 10, 5}}, nil, 1, 1)
	for limit, want := range []string{"in repair", "power is the limit", "cooling is the limit", "floor space is the limit", "curtailment by the grid is the limit"} {
		if got := whyDark(plan, &Reading{Limits: []int{limit}}, 0); got != want {
			t.Errorf("limit %d: %q, want %q", limit, got, want)
		}
	}
	plan.Sites[0].Orbital = true
	if got := whyDark(plan, &Reading{Limits: []int{0}}, 0); got != "failed or lost" {
		t.Errorf("in orbit: %q", got)
	}
}

// The bar's parts follow each other from end to end, as wide as the shares.
func TestSplitParts(t *testing.T) {
	plan := testPlan(1, colossus, []float64{0.37, 0.21}, 0.3, 1)
	p := Lay(plan, Canvas{1000, 480, 1})
	var reading Reading
	p.Read(plan, 0, &reading)
	x := p.Split.MinX
	for use, share := range []float64{0.37, 0.21, 0.3, 0.12} {
		part := p.SplitPart(&reading, use)
		if part.MinX != x || math.Abs(float64(part.Width())-share*float64(p.Split.Width())) > 1 {
			t.Errorf("part %d is %+v for a share of %g", use, part, share)
		}
		x = part.MaxX
	}
	if x != p.Split.MaxX {
		t.Errorf("the parts end at %d of %d", x, p.Split.MaxX)
	}
}

func TestLabelsStayOnTheCanvas(t *testing.T) {
	plan := testPlan(1, colossus, []float64{0.5}, 0.3, 3)
	for _, canvas := range []Canvas{{1000, 480, 1}, {2000, 960, 2}, {390, 480, 1}, {1170, 1380, 3}} {
		p := Lay(plan, canvas)
		var reading Reading
		p.Read(plan, 0, &reading)
		width, height := float64(canvas.Width)/canvas.Scale, float64(canvas.Height)/canvas.Scale
		for _, fromAbove := range []float64{0, 0.3, 1} {
			p.Look(fromAbove)
			labels := p.Labels(plan, &reading)
			for _, label := range labels {
				end := label.Y + label.Width*label.Slope
				if label.X < 0 || label.Y < 0 || label.Width <= 0 || label.X+label.Width > width+1 || end > height-10 {
					t.Errorf("%+v on %g by %g", label, width, height)
				}
			}
			if last := labels[len(labels)-1]; last.Kind != Legend {
				t.Errorf("the last label is %+v", last)
			}
		}
	}
}

// Where no rack can be used, none is idle either.
func TestNothingIsIdleOfNothing(t *testing.T) {
	plan := testPlan(1, []testHall{{"h100", 1000, 0}}, []float64{0}, 0, 1)
	p := Lay(plan, Canvas{1000, 480, 1})
	var reading Reading
	p.Read(plan, 0, &reading)
	for _, entry := range p.LegendEntries(plan, &reading)[:3] {
		if !strings.HasSuffix(entry.Text, " 0%") {
			t.Error(entry.Text)
		}
	}
}

func TestLegendNamesWhatThePlanEverShows(t *testing.T) {
	legend := func(plan *Plan) string {
		p := Lay(plan, Canvas{1000, 480, 1})
		var reading Reading
		p.Read(plan, 0, &reading)
		var texts []string
		for _, entry := range p.LegendEntries(plan, &reading) {
			texts = append(texts, entry.Text)
		}
		return strings.Join(texts, "; ")
	}
	plan := testPlan(2, []testHall{{"a", 10, 10}}, []float64{0.5}, 0.375, 0)
	if got, want := legend(plan), "Tenant 0 50%; Own use 37.5%; Idle 12.5%; Free floor"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	// One by one they would come to 99.9%.
	if got, want := legend(testPlan(2, []testHall{{"a", 10, 10}}, []float64{1. / 3, 1. / 3}, 1./3, 0)), "Tenant 0 33.4%; Tenant 1 33.3%; Own use 33.3%; Idle 0%; Free floor"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	plan.Halls[0].Racks[1], plan.Halls[0].Usable[0] = 20, 9
	if got, want := legend(plan), "Tenant 0 50%; Own use 37.5%; Idle 12.5%; Dark: 1 rack; Not installed yet; Free floor"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := legend(testPlan(1, []testHall{{"a", 50_000, 50_000}}, nil, 0, 0)), " · a block is "; !strings.Contains(got, want) {
		t.Errorf("%q says nothing of blocks", got)
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
	for value, want := range map[float64]string{0: "0%", 0.5: "50%", 0.375: "37.5%", 1: "100%"} {
		if got := Percent(value); got != want {
			t.Errorf("Percent(%g) = %q, want %q", value, got, want)
		}
	}
}

// What limits a site is said also where there is no room for its name beside.
func TestALimitIsSaidHoweverLongTheName(t *testing.T) {
	plan := testPlan(1, colossus, []float64{0.5}, 0.3, 1)
	plan.Sites[0].Title, plan.Sites[0].Limit[0] = strings.Repeat("Memphis ", 12), 2
	for _, width := range []int{390, 660, 1400} {
		p := Lay(plan, Canvas{width, 500, 1})
		var r Reading
		p.Read(plan, 0, &r)
		said := ""
		for _, label := range p.Labels(plan, &r) {
			if label.Kind == LimitWarning {
				said += label.Text
			}
		}
		if !strings.Contains(strings.ToLower(said), "cooling is the limit") {
			t.Errorf("%d pixels wide it says %q", width, said)
		}
	}
}

// On a phone the buttons over the canvas reach as far as what is said of the sky does.
func TestButtonsCoverNoWordsOfTheSky(t *testing.T) {
	for _, name := range []string{"orbital-expansion", "starmind"} {
		_, plan := shipped(t, name)
		for _, canvas := range []Canvas{{390, 600, 1}, {1170, 1800, 3}} {
			p := Lay(plan, canvas)
			var reading Reading
			p.Read(plan, 0, &reading)
			said := 0
			for _, label := range p.Labels(plan, &reading) {
				if label.Kind == SkyTitle || label.Kind == SkyDetail {
					said++
					if label.Y < narrowLengths.tools {
						t.Errorf("%s at %v: %q begins %g below the top", name, canvas, label.Text, label.Y)
					}
				}
			}
			if said != 2 || float64(p.Sky.Field.MinY)/canvas.Scale < narrowLengths.tools+34 {
				t.Errorf("%s at %v: %d of 2 are there, above satellites from %d on", name, canvas, said, p.Sky.Field.MinY)
			}
		}
	}
}
