package campus

import (
	"math"
	"strings"
	"testing"

	"rackonomics/engine/scenario"
)

// Where power comes late, racks that are delivered and sources that were to be there are foundations, as many as the
// table says, in every month until they serve; and the trucks come when they are delivered.
func TestWhatWaitsIsAFoundation(t *testing.T) {
	run, plan := shipped(t, "eighty-four-billion", scenario.Change{Path: "site.memphis.energisation_delay", JSON: []byte("6")})
	place := Lay(plan, Canvas{5000, 2400, 1})
	checkPlaces(t, place)
	unit, height := place.Block.SourceMegawatts, place.size.height*foundation
	var r Reading
	waitingMonths, lateMonths, trucks := 0, 0, 0
	for month := range plan.Months {
		place.Read(plan, float64(month), &r)
		solids := map[float64]int{}
		b := painter{place: place, plan: plan, reading: &r, Style: Style{Palette: &Light, Selected: -1}, solids: func(_ Area, top float64) { solids[top]++ }}
		b.all()
		racks, drawn := 0.0, 0
		for i, column := range run.Table.Program.Columns {
			if column.Row == "fleet.racks_waiting" {
				racks += run.Table.Series(i)[month]
			}
		}
		for _, f := range b.faces {
			if f.Pattern == Tops && f.Colour == Light.Waiting {
				drawn += int(f.CountU)
			}
		}
		if each := float64(place.Block.Racks); math.Abs(float64(drawn)*each-racks) > each*float64(len(plan.Halls)) || (solids[height] > 0) != (racks > 0) {
			t.Fatalf("month %d: %d racks are foundations, of %g that wait", month, drawn, racks)
		}
		late := 0
		for i := range plan.Sources {
			late += int(math.Ceil(plan.Sources[i].Planned[month]/unit-1e-6) - math.Ceil(plan.Sources[i].Installed[month]/unit-1e-6))
		}
		if got := solids[math.Sqrt(yardArea*unit)*0.1]; got != late {
			t.Fatalf("month %d: %d units are foundations, of %d that are late", month, got, late)
		}
		for hall := range plan.Halls {
			if waiting := plan.Halls[hall].Waiting[month]; waiting > 0 {
				find := findIn(place, plan, &r, place.Halls[hall].Apron)
				if want := Whole(waiting) + " racks are delivered and wait"; !strings.Contains(find.Text, want) {
					t.Errorf("month %d: %q does not say %q", month, find.Text, want)
				}
			}
			if a := r.Arrivals[hall]; a.Racks > 0 && plan.Halls[hall].Waiting[month] == a.Racks {
				trucks++
			}
		}
		if racks > 0 {
			waitingMonths++
			if said := place.Summary(plan, &r); !strings.Contains(said, "racks wait") {
				t.Errorf("month %d says nothing of racks that wait: %s", month, said)
			}
		}
		for i := range plan.Sources {
			megawatts := plan.Sources[i].Planned[month] - plan.Sources[i].Installed[month]
			if find := findIn(place, plan, &r, place.Sources[i].Lot); strings.Contains(find.Text, Megawatts(megawatts)+" MW are late") != (megawatts > 0) {
				t.Errorf("month %d, %g MW late: %q", month, megawatts, find.Text)
			}
		}
		if late > 0 {
			lateMonths++
		}
	}
	if waitingMonths == 0 || lateMonths == 0 || trucks == 0 {
		t.Errorf("racks wait in %d months, sources are late in %d, %d trucks bring what waits", waitingMonths, lateMonths, trucks)
	}
}

// findIn tells what lies in the south-western corner of an area.
func findIn(p *Place, plan *Plan, r *Reading, a Area) Find {
	find, _ := p.FindAt(plan, r, p.Camera.Project(a.MinX+a.Width()*0.02, a.MaxY-a.Depth()*0.02, 0))
	return find
}
