package campus

import (
	"math"
	"testing"

	"rackonomics/scenarios"
)

func TestCablesJoinTheBusbar(t *testing.T) {
	plan := testPlan(1, colossus, []float64{0.5}, 0.5, 3)
	p := Lay(plan, Canvas{700, 480, 1})
	for i := range p.Grounds {
		for _, hall := range p.Grounds[i].Halls {
			if c := p.Halls[hall].Cable; len(c) < 2 || c[len(c)-1].Y != p.Halls[hall].Building.MinY {
				t.Errorf("the cable of hall %d runs along %v, to %+v", hall, c, p.Halls[hall].Building)
			}
		}
		for _, source := range p.Grounds[i].Sources {
			if c := p.Sources[source].Cable; c[len(c)-1].Y != p.Grounds[i].bus() {
				t.Errorf("the cable of source %d ends at %v, off the busbar", source, c)
			}
		}
	}
}

// In every month of every shipped scenario what comes to the busbar of a site and charges no battery leaves it to the halls, each cable is as wide as the
// megawatts of the table that it carries, or a hairline, and the legend's piece of a cable is to the same scale.
func TestCablesAreAsWideAsTheirPower(t *testing.T) {
	for _, name := range scenarios.Names {
		t.Run(name, func(t *testing.T) {
			run, plan := shipped(t, name)
			p := Lay(plan, Canvas{2560, 1120, 2})
			for month := range plan.Months {
				var r Reading
				p.Read(plan, float64(month), &r)
				key, told := p.CableKey(&r)
				if !told {
					continue
				}
				each := key.Width / key.Megawatts // CSS pixels to a MW
				drawn := widths(p, plan, &r)
				for i := range p.Grounds {
					g := &p.Grounds[i]
					in, out := 0.0, 0.0
					flows := p.flowsOf(g, &r)
					for at, source := range g.Sources {
						of := func(row string) float64 {
							column, _ := run.Table.Column(row, plan.Sources[source].Name)
							return run.Table.Series(column)[month]
						}
						served := of("source.power_served")
						in += served - of("source.power_charged")
						p.seenAs(t, drawn, flows.sources[at].megawatts, each)
						if math.Abs(flows.sources[at].megawatts-served) > 1e-6 {
							t.Fatalf("month %d: the cable of %s carries %g MW, the table has %g", month, plan.Sources[source].Name, flows.sources[at].megawatts, served)
						}
					}
					for _, f := range flows.halls {
						out += f.megawatts
						p.seenAs(t, drawn, f.megawatts, each)
					}
					for _, f := range flows.bars {
						p.seenAs(t, drawn, f.megawatts, each)
					}
					if out > 0 && math.Abs(in-out) > 1e-6*(1+in) {
						t.Fatalf("month %d: %g MW come to the busbar of %s and %g leave it", month, in, plan.Sites[g.Site].Title, out)
					}
				}
			}
		})
	}
}

// widths counts the cables on the ground by their widths in CSS pixels, when all of the campus is seen.
func widths(p *Place, plan *Plan, r *Reading) map[int]int {
	counts := map[int]int{}
	for _, f := range p.Paint(nil, plan, r, Style{Palette: &Light, Selected: -1}) {
		if f.Pattern == Flow && (f.Colour == Light.Energy || f.Colour == Light.Limit) {
			across := p.Camera.span(1, 0, 0)
			if math.Abs(f.U.Y*across.X-f.U.X*across.Y) < 1e-6*math.Hypot(f.U.X, f.U.Y)*math.Hypot(across.X, across.Y) { // it runs to the east or west: its width goes south
				across = p.Camera.span(0, 1, 0)
			}
			metres := math.Hypot(f.V.X, f.V.Y) / math.Hypot(across.X, across.Y)
			counts[thousandths(metres*p.Camera.Scale/p.Canvas.Scale)]++
		}
	}
	return counts
}

func thousandths(pixels float64) int { return int(math.Round(pixels * 1000)) }

// seenAs tells that a cable is drawn as wide as so many megawatts.
func (p *Place) seenAs(t *testing.T, drawn map[int]int, megawatts, each float64) {
	t.Helper()
	if megawatts*each < 1e-3 {
		return
	}
	want := thousandths(max(megawatts*each, hairline))
	if drawn[want]+drawn[want-1]+drawn[want+1] == 0 {
		t.Fatalf("no cable is %g CSS pixels wide, as %g MW are", float64(want)/1000, megawatts)
	}
}
