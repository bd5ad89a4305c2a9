package campus

import (
	"math"
	"strings"
	"testing"

	"rackonomics/engine/floor"
)

// charged is a site with a battery of 200 MWh, beside two sources that deliver 100 MW each.
func charged() *Plan {
	plan := testPlan(3, colossus, []float64{0.5}, 0.3, 3)
	battery := &plan.Sources[2]
	battery.Kind, battery.Storage = floor.Battery, 200
	battery.Full, battery.Left = []float64{160, 120, 0}, []float64{40, 120, 0}
	battery.Charged, battery.Served = []float64{10, 0, 0}, []float64{9, 0, 0}
	return plan
}

// The charge of a battery is as long in every cell as it is much of what the battery holds: what a call leaves, what it
// takes, what is empty. Between two months it moves, and on them it is the month's.
func TestTheChargeOfABatteryIsDrawn(t *testing.T) {
	plan := charged()
	p := Lay(plan, Canvas{2000, 960, 2})
	for month, want := range map[float64][3]float64{0: {0.2, 0.6, 0.2}, 0.5: {0.4, 0.3, 0.3}, 1: {0.6, 0, 0.4}, 2: {0, 0, 0}} {
		var r Reading
		p.Read(plan, month, &r)
		parts := [3]Colour{Light.Energy, Light.Energy.mixed(Light.Cell, callTint), Light.Empty}
		var got [3]float64
		cells := 0
		for _, f := range p.Paint(nil, plan, &r, Style{Palette: &Light, Selected: -1}) {
			if f.Pattern != Plain || f.Alpha < 1 {
				continue
			}
			for i, colour := range parts {
				if f.Colour == colour && p.Sources[2].Lot.contains(p.Camera.Ground(f.At.Add(f.U.Times(0.5)), p.Sources[2].Side*0.16)) {
					got[i] += f.U.X
				}
			}
			if f.Colour == Light.Cell {
				cells++
			}
		}
		units := p.Sources[2].Units
		whole := float64(batteryCells*units) * p.Camera.span(p.Sources[2].Side*(chargeTo-chargeFrom)/100, 0, 0).X
		for i := range want {
			if math.Abs(got[i]/whole-want[i]) > 1e-9 {
				t.Errorf("at month %g part %d of the charge is %g of the cells' length, want %g", month, i, got[i]/whole, want[i])
			}
		}
		if cells != batteryCells*units {
			t.Errorf("at month %g %d cells are drawn of %d units", month, cells, units)
		}
	}
}

func TestTheChargeOfABatteryIsSaid(t *testing.T) {
	plan := charged()
	p := Lay(plan, Canvas{2000, 960, 2})
	apron := p.Sources[2].Apron
	at := p.Camera.Project(apron.MinX+0.5, apron.MaxY-0.5, 0)
	for month, want := range []struct{ label, found string }{
		{"160 of 200 MWh, 40 after a call", "When the grid calls it holds 160 of 200 MWh, and 40 after the call"},
		{"120 of 200 MWh, 120 after a call", "holds 120 of 200 MWh"},
		{"Grid: not used", "It is not used"},
	} {
		var r Reading
		p.Read(plan, float64(month), &r)
		if summary := p.Summary(plan, &r); !strings.Contains(summary, want.label) {
			t.Errorf("%q does not say %q", summary, want.label)
		}
		if find, ok := p.FindAt(plan, &r, at); !ok || find.Source != "source2" || !strings.Contains(find.Text, want.found) {
			t.Errorf("month %d: found %+v, want %q", month, find, want.found)
		}
	}
}

// What charges a battery does not come to the halls.
func TestHallsGetWhatBatteriesLeave(t *testing.T) {
	plan := charged()
	p := Lay(plan, Canvas{2000, 960, 2})
	var r Reading
	p.Read(plan, 0, &r)
	halls := 0.0
	for _, flow := range p.flowsOf(&p.Grounds[0], &r).halls {
		halls += flow.megawatts
	}
	if want := 100.0 + 100 + 9 - 10; math.Abs(halls-want) > 1e-9 {
		t.Errorf("%g MW come to the halls, want %g", halls, want)
	}
}
