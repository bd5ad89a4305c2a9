package floorplan

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
			for month := range plan.Months {
				cells := cellsOf(plan, month)
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
