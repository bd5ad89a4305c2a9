package campus

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// toOneScale lays plans out as who shows them side by side does: again and again to the coarsest of all scales, until
// all have it.
func toOneScale(t interface{ Fatalf(string, ...any) }, canvas Canvas, plans ...*Plan) ([]*Place, Scale) {
	var common Scale
	const rounds = 8
	for range rounds {
		places, coarsest, agreed := make([]*Place, len(plans)), common, true
		for i, plan := range plans {
			places[i] = LayToScale(plan, canvas, common)
			scale := places[i].Scale(plan)
			coarsest, agreed = coarsest.Coarser(scale), agreed && scale == common
		}
		if agreed {
			return places, common
		}
		common = coarsest
	}
	t.Fatalf("no common scale is found in %d rounds", rounds)
	return nil, Scale{}
}

// pixelsOf is how many pixels a parallelogram of the ground covers.
func (p *Place) pixelsOf(a Area) float64 {
	u, v := p.Camera.span(a.Width(), 0, 0), p.Camera.span(0, a.Depth(), 0)
	return math.Abs(u.X*v.Y - u.Y*v.X)
}

// To one scale, what is twice as much takes twice the ground, twice the thickness, twice the height.
func TestToOneScaleSizesAreInProportion(t *testing.T) {
	small := testPlan(1, colossus[1:3], []float64{0.5}, 0.2, 1)
	large := testPlan(1, append(colossus, colossus...), []float64{0.5, 0.2}, 0.2, 7)
	small.Money.Received[0], small.Money.Paid, small.Money.Kept = []float64{477e6}, []float64{150e6}, []float64{327e6}
	large.Money.Received[0], large.Money.Paid, large.Money.Kept = []float64{597e6}, []float64{900e6}, []float64{-303e6}
	plans := []*Plan{small, large}
	for _, canvas := range []Canvas{{640, 420, 1}, {2000, 960, 2}, {390, 460, 1}} {
		places, scale := toOneScale(t, canvas, plans...)
		same := func(what string, of func(i int) float64, within float64) {
			t.Helper()
			if a, b := of(0), of(1); a == 0 || math.Abs(a-b) > within {
				t.Errorf("%v: %s are %g and %g", canvas, what, a, b)
			}
		}
		readings := make([]Reading, len(plans))
		for i, place := range places {
			place.Read(plans[i], 0, &readings[i])
		}
		const exactly = 1e-9
		same("pixels for a rack", func(i int) float64 { return places[i].pixelsOf(places[i].Rack(0, 0)) / float64(places[i].Block.Racks) }, exactly)
		same("pixels for a megawatt of a source", func(i int) float64 {
			return places[i].pixelsOf(places[i].Sources[0].Unit(0)) / places[i].Block.SourceMegawatts
		}, exactly)
		same("pixels for a megawatt of cooling", func(i int) float64 {
			return places[i].pixelsOf(places[i].Grounds[0].Plant.Unit(0)) / places[i].Block.CoolingMegawatts
		}, exactly)
		same("megawatts of a pixel of cable", func(i int) float64 { return readings[i].peaks.served / places[i].cablePixels() }, exactly*scale.CableMegawatts)
		for i, place := range places {
			for _, out := range []bool{false, true} {
				height, amount := 0, 0.0
				for _, band := range place.Bands(&readings[i], out) {
					height, amount = height+band.At.Height(), amount+band.Amount
				}
				if exact := amount / scale.FlowDollars * float64(place.Till.In.Height()); amount == 0 || math.Abs(float64(height)-exact) > 0.51 {
					t.Errorf("%v: %s is %d pixels, not %g", canvas, Dollars(amount), height, exact)
				}
			}
			level := place.LevelOf(&readings[i])
			exact := math.Abs(readings[i].Kept) / scale.KeptDollars * float64(place.Till.Level.Height()/2)
			if math.Abs(float64(level.Height())-exact) > 0.51 {
				t.Errorf("%v: %s is %d pixels, not %g", canvas, Dollars(readings[i].Kept), level.Height(), exact)
			}
		}
	}
}

// Any plans come to one scale, at which all is in its place and in the picture.
func TestAnyPlansComeToOneScale(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		canvas := anyCanvas(t)
		plans := []*Plan{anyPlan(t), anyPlan(t)}
		for _, plan := range plans {
			plan.Money.Received[0][0] = rapid.Float64Range(-1e9, 1e9).Draw(t, "received")
			plan.Money.Paid[0] = rapid.Float64Range(-1e9, 1e9).Draw(t, "paid")
			plan.Money.Kept[0] = plan.Money.Received[0][0] - plan.Money.Paid[0]
		}
		places, scale := toOneScale(t, canvas, plans...)
		if err := scale.Check(); err != nil {
			t.Fatal(err)
		}
		for i, place := range places {
			checkPlaces(t, place)
			checkInRoom(t, place)
			var r Reading
			place.Read(plans[i], 0, &r)
			checkLabelsInWindow(t, place, slices.DeleteFunc(place.Labels(plans[i], &r), func(l Label) bool { return l.Kind == MoneyTitle || l.Kind == MoneyLost }))
			checkMoneyInRoom(t, place, &r)
		}
	})
}

// So do those that are shipped, each with each.
func TestShippedPlansComeToOneScale(t *testing.T) {
	var plans []*Plan
	for _, name := range []string{"half-the-data-center", "three-tenants", "orbital-expansion", "delayed-listing"} {
		_, plan := shipped(t, name)
		plans = append(plans, plan)
	}
	for _, canvas := range []Canvas{{640, 420, 1}, {390, 420, 1}} {
		for i, one := range plans {
			for j, other := range plans[:i] {
				places, _ := toOneScale(t, canvas, one, other)
				for at, place := range places {
					plan := []*Plan{plans[i], plans[j]}[at]
					checkPlaces(t, place)
					checkInRoom(t, place)
					var r Reading
					for month := range plan.Months {
						place.Read(plan, float64(month), &r)
						checkMoneyInRoom(t, place, &r)
					}
				}
			}
		}
	}
}

// checkInRoom holds that the land, with what stands on it, is where the campus has its room, and satellites in the sky.
func checkInRoom(t interface{ Fatalf(string, ...any) }, p *Place) {
	const rounding = 1 // the middle is at a whole pixel
	if len(p.Grounds) > 0 {
		low, high := p.Camera.bounds(p.land, p.size.height*2)
		if low.X < float64(p.Room.MinX)-rounding || low.Y < float64(p.Room.MinY)-rounding || high.X > float64(p.Room.MaxX)+rounding || high.Y > float64(p.Room.MaxY)+rounding {
			t.Fatalf("the land is seen from %v to %v, the room is %v", low, high, p.Room)
		}
	}
	for hall := range p.Halls {
		for block := 0; p.Halls[hall].Flying && block < p.Halls[hall].Blocks; block++ {
			if middle := p.Sky.Satellite(p.Halls[hall].first + block); !p.Sky.window().Contains(middle) {
				t.Fatalf("satellite %d of hall %d is at %v, off %v", block, hall, middle, p.Sky.window())
			}
		}
	}
}

// checkMoneyInRoom holds that flows do not leave their pipes, nor the level its box.
func checkMoneyInRoom(t interface{ Fatalf(string, ...any) }, p *Place, r *Reading) {
	if p.Till == nil {
		return
	}
	within := func(what string, inner, outer Rectangle) {
		if inner.MinX < outer.MinX || inner.MaxX > outer.MaxX || inner.MinY < outer.MinY || inner.MaxY > outer.MaxY {
			t.Fatalf("%s %v is not in %v", what, inner, outer)
		}
	}
	for _, band := range p.Bands(r, false) {
		within("what flows in", band.At, p.Till.In)
	}
	for _, band := range p.Bands(r, true) {
		within("what flows out", band.At, p.Till.Out)
	}
	within("the level", p.LevelOf(r), p.Till.Level)
}

// However coarse a scale is asked for, there is a picture; what no picture has is refused.
func TestAnyScaleIsDrawnOrRefused(t *testing.T) {
	plan := testPlan(1, colossus, []float64{0.5}, 0.2, 3)
	plan.Sites = append(plan.Sites, plan.Sites[0])
	plan.Sites[1].Orbital, plan.Halls[1].Site = true, 1
	var names Scale
	count := 0
	names.each(func(string, *float64, float64) { count++ })
	for at := range count {
		set := func(value func(most float64) float64) (scale Scale, name string) {
			i := 0
			scale.each(func(called string, number *float64, most float64) {
				if i == at {
					*number, name = value(most), called
				}
				i++
			})
			return scale, name
		}
		coarsest, name := set(func(most float64) float64 { return most })
		if err := coarsest.Check(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		place := LayToScale(plan, Canvas{640, 420, 1}, coarsest)
		checkPlaces(t, place)
		checkInRoom(t, place)
		var r Reading
		place.Read(plan, 0, &r)
		place.SVG(plan, &r, Style{Palette: &Light, Selected: -1})
		if told := place.Scale(plan); told.Coarser(coarsest) != told {
			t.Errorf("%+v was asked for, and it is %+v", coarsest, told)
		}
		for _, wrong := range []func(float64) float64{
			func(float64) float64 { return -1 }, func(float64) float64 { return math.NaN() },
			func(float64) float64 { return math.Inf(1) }, func(most float64) float64 { return 1.01 * most },
		} {
			scale, name := set(wrong)
			if err := scale.Check(); err == nil || !strings.Contains(err.Error(), "scale."+name+" is ") {
				t.Errorf("%+v: %v", scale, err)
			}
		}
	}
}
