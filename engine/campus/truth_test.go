package campus

import (
	"math"
	"testing"

	"rackonomics/engine/result"
	"rackonomics/engine/session"
	"rackonomics/scenarios"
)

// Every cell is a rack of the table: in every month of every shipped scenario a
// holder has as many cells as racks, but for the halves that each hall rounds.
func TestTheCellsAreTheRacksOfTheTable(t *testing.T) {
	for _, name := range scenarios.Names {
		t.Run(name, func(t *testing.T) {
			document, err := scenarios.Load(name)
			if err != nil {
				t.Fatal(err)
			}
			opened := session.New(document, "lease.racks", "site.racks_kept", "site.racks_idle")
			prepared, err := opened.Prepare(nil, result.FloorRows()...)
			if err != nil {
				t.Fatal(err)
			}
			run, err := prepared.Run()
			if err != nil {
				t.Fatal(err)
			}
			made, err := run.Floor()
			if err != nil {
				t.Fatal(err)
			}
			plan := coloured(made)
			table, err := opened.Run(nil)
			if err != nil {
				t.Fatal(err)
			}
			place := Lay(plan, Canvas{5000, 2400, 1})
			var reading Reading
			var faces []Face
			for month := range plan.Months {
				cells := cellsOf(plan, month)
				place.Read(plan, float64(month), &reading)
				faces = place.Paint(faces[:0], plan, &reading, Style{Palette: &Light, Selected: -1})
				sameAsDrawn(t, plan, place, &reading, faces)
				for state, row := range map[State]string{Leased: "lease.racks", Kept: "site.racks_kept", Idle: "site.racks_idle"} {
					racks := 0.0
					for i, column := range table.Table.Program.Columns {
						if column.Row == row {
							racks += table.Table.Series(i)[month]
						}
					}
					if math.Abs(float64(cells[state])-racks) > float64(len(plan.Halls)) {
						t.Fatalf("in month %d %d cells are shown as %s, of %g racks", month, cells[state], row, racks)
					}
				}
			}
		})
	}
}

// cellsOf counts the cells in each state, one for each rack.
func cellsOf(plan *Plan, month int) map[State]int {
	cells := map[State]int{}
	for hall := range plan.Halls {
		var occupancy Occupancy
		plan.Occupy(&occupancy, hall, float64(month), 1, int(math.Ceil(largest(plan.Halls[hall].Racks))))
		for _, run := range occupancy.Runs {
			cells[run.State] += run.To - run.From
		}
	}
	return cells
}

// sameAsDrawn counts the racks of a picture's faces on the ground, by their colours, against the blocks of the halls.
func sameAsDrawn(t *testing.T, plan *Plan, place *Place, r *Reading, faces []Face) {
	t.Helper()
	want, got := map[Colour]int{}, map[Colour]int{}
	for hall := range place.Halls {
		if place.Halls[hall].Flying {
			continue
		}
		for _, run := range r.Halls[hall].Runs {
			colour := Light.Absent
			switch {
			case run.Used():
				colour = plan.Colours[run.Use]
			case run.State == Unpowered:
				colour = Light.Dark
			case run.State == Waiting:
				colour = Light.Waiting
			}
			want[colour] += run.To - run.From
		}
	}
	for _, f := range faces {
		isRack := f.Pattern == Tops && f.At.Y >= float64(place.Room.MinY) || f.Pattern == Outlines && f.CountU > 1
		if _, counted := want[f.Colour]; counted && isRack {
			got[f.Colour] += int(f.CountU)
		}
	}
	for colour, count := range want {
		// A single rack to come looks as a unit to come does.
		if colour != Light.Absent && got[colour] != count {
			t.Fatalf("in month %g %d racks are drawn in %s, of %d", r.Month, got[colour], colour.Hexadecimal(), count)
		}
	}
}
