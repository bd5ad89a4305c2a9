package campus

import (
	"math"
	"strings"
	"testing"

	"rackonomics/scenarios"
)

// In every month of every shipped scenario the bar of a site's floor is parted as the table has it: taken, free, and of
// what is free the part that racks take in a later month of the scenario.
func TestTheBarOfTheFloorIsWhatTheTableSays(t *testing.T) {
	for _, name := range scenarios.Names {
		t.Run(name, func(t *testing.T) {
			run, plan := shipped(t, name)
			p := Lay(plan, Canvas{2560, 1120, 2})
			for i := range p.Grounds {
				g := &p.Grounds[i]
				of := func(row string) []float64 {
					column, _ := run.Table.Column(row, plan.Sites[g.Site].Name)
					return run.Table.Series(column)
				}
				taken, free := of("site.floor_taken"), of("site.floor_free")
				for month := range plan.Months {
					var r Reading
					p.Read(plan, float64(month), &r)
					all, later := taken[month]+free[month], 0.0
					for _, then := range taken[month:] {
						later = max(later, min(then-taken[month], free[month]))
					}
					want := [3]float64{taken[month] / all, later / all, (free[month] - later) / all}
					got := p.floorDrawn(plan, &r, g)
					for part := range want {
						if math.Abs(got[part]-want[part]) > 1e-6 {
							t.Fatalf("month %d: part %d of the floor of %s is %g of its bar, want %g", month, part, plan.Sites[g.Site].Title, got[part], want[part])
						}
					}
				}
			}
		})
	}
}

// floorDrawn are the parts of the bar of a floor by the faces of the picture.
func (p *Place) floorDrawn(plan *Plan, r *Reading, g *Ground) (parts [3]float64) {
	whole := p.Camera.span(g.Floor.Width(), 0, 0).X
	deep := p.Camera.span(0, g.Floor.Depth(), 0)
	for _, f := range p.Paint(nil, plan, r, Style{Palette: &Light, Selected: -1}) {
		if math.Hypot(f.V.X-deep.X, f.V.Y-deep.Y) > 1e-9 {
			continue
		}
		if x, y := p.Camera.Ground(f.At, 0); math.Abs(y-g.Floor.MinY) > 1e-6 || x < g.Floor.MinX-1e-6 || x > g.Floor.MaxX {
			continue
		}
		switch {
		case f.Pattern == Outlines:
			parts[1] += f.U.X / whole
		case f.Colour == Light.Free:
			parts[2] += f.U.X / whole
		default:
			parts[0] += f.U.X / whole
		}
	}
	return parts
}

func TestTheFloorIsSaid(t *testing.T) {
	plan := testPlan(2, colossus, []float64{0.5}, 0.3, 1)
	plan.Sites[0].FloorTaken, plan.Sites[0].FloorFree = []float64{60_000, 90_000}, []float64{105_800, 75_800}
	p := Lay(plan, Canvas{1000, 480, 1})
	bar := p.Grounds[0].Floor
	at := p.Camera.Project(bar.MinX+1, (bar.MinY+bar.MaxY)/2, 0)
	phone := Lay(plan, Canvas{390, 480, 1})
	for month, want := range []string{
		"acks take 60,000 of 165,800 m² of floor, 30,000 m² more in later months, 75,800 m² are free",
		"acks take 90,000 of 165,800 m² of floor, 75,800 m² are free",
	} {
		var r Reading
		p.Read(plan, float64(month), &r)
		if summary := p.Summary(plan, &r); !strings.Contains(summary, want) {
			t.Errorf("%q does not say %q", summary, want)
		}
		if summary := phone.Summary(plan, &r); !strings.Contains(summary, want) {
			t.Errorf("on a phone %q does not say %q", summary, want)
		}
		if find, ok := p.FindAt(plan, &r, at); !ok || find.Text != "R"+want {
			t.Errorf("month %d: found %q, want %q", month, find.Text, "R"+want)
		}
		entries := p.LegendEntries(plan, &r)
		if free := entries[len(entries)-2]; free.Text != "Free floor" || !free.Free {
			t.Errorf("the legend has %+v", entries)
		}
	}
	plan.Sites[0].FloorTaken, plan.Sites[0].FloorFree = []float64{0, 0}, []float64{0, 0}
	if bar := Lay(plan, Canvas{1000, 480, 1}).Grounds[0].Floor; bar != (Area{}) {
		t.Errorf("a site without floor has a bar %+v", bar)
	}
}
