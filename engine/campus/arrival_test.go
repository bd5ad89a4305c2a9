package campus

import (
	"math"
	"strings"
	"testing"

	"rackonomics/scenarios"
)

// In every month of every shipped scenario something comes to a hall if it has more racks than the month before, and
// says how many.
func TestRacksComeInTheirMonths(t *testing.T) {
	come, flown := 0, 0
	for _, name := range scenarios.Names {
		_, plan := shipped(t, name)
		p := Lay(plan, Canvas{1000, 480, 1})
		var r Reading
		for month := range plan.Months {
			p.Read(plan, float64(month), &r)
			for hall := range plan.Halls {
				more := 0.0
				if month > 0 {
					more = max(math.Round(plan.Halls[hall].Racks[month])-math.Round(plan.Halls[hall].Racks[month-1]), 0)
				}
				a := r.Arrivals[hall]
				if a.Racks != more || more > 0 && a.Way != 1 {
					t.Fatalf("%s, month %d, %s: %+v of %g", name, month, plan.Halls[hall].Name, a, more)
				}
				if more == 0 {
					continue
				}
				if p.Halls[hall].Flying {
					flown++
					continue
				}
				come++
				box := p.truck(hall, a.Way)
				find, _ := p.arrivalAt(plan, &r, (box.MinX+box.MaxX)/2, (box.MinY+box.MaxY)/2)
				if want := Whole(more) + " racks come"; !strings.Contains(find.Text, want) {
					t.Errorf("%s, month %d: %q does not say %q", name, month, find.Text, want)
				}
			}
		}
	}
	if come < 3 || flown < 3 {
		t.Errorf("only %d times racks come, and %d times satellites", come, flown)
	}
}

// A truck drives on the land, behind its hall and over no other, and not before its month.
func TestTrucksStayOffTheHalls(t *testing.T) {
	plan := testPlan(3, colossus, []float64{0.5}, 0.5, 3)
	for hall := range plan.Halls {
		plan.Halls[hall].Racks[0], plan.Halls[hall].Usable[0] = 0, 0
	}
	for _, canvas := range []Canvas{{1000, 480, 1}, {390, 460, 1}, {2600, 1200, 2}} {
		p := Lay(plan, canvas)
		var r Reading
		for _, month := range []float64{0.1, 0.5, 1} {
			p.Read(plan, month, &r)
			for hall := range plan.Halls {
				truck := p.truck(hall, r.Arrivals[hall].Way)
				for other := range p.Halls {
					b := p.Halls[other].Building
					if truck.MinX < b.MaxX && truck.MaxX > b.MinX && truck.MinY < b.MaxY && truck.MaxY > b.MinY {
						t.Errorf("%v at %g: the truck to hall %d is in hall %d: %v %v", canvas, month, hall, other, truck, b)
					}
				}
				if land := p.Grounds[0].Land; truck.MaxX > land.MaxX || truck.MinY < land.MinY {
					t.Errorf("the truck %v leaves the land %v", truck, land)
				}
			}
		}
		for _, month := range []float64{0, 1.2, 2} {
			if p.Read(plan, month, &r); r.Arrivals[0].Racks != 0 {
				t.Errorf("something comes at %g", month)
			}
		}
	}
}
