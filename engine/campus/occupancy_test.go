package campus

import (
	"math"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/floor"
)

func TestOccupyRuns(t *testing.T) {
	for _, test := range []struct {
		name          string
		racks, usable float64
		shares        []float64
		kept          float64
		cells         int
		want          []Run
	}{
		{"half and half", 10, 10, []float64{0.5}, 0.5, 10, []Run{{Leased, 0, 0, 5}, {Kept, 1, 5, 10}}},
		{"all states", 12, 10, []float64{0.4, 0.2}, 0.3, 15, []Run{
			{Leased, 0, 0, 4}, {Leased, 1, 4, 6}, {Kept, 2, 6, 9}, {Idle, 3, 9, 10}, {Unpowered, 0, 10, 12}, {Absent, 0, 12, 15}}},
		{"nothing installed", 0, 0, []float64{1}, 0, 3, []Run{{Absent, 0, 0, 3}}},
		{"no power", 3, 0, []float64{1}, 0, 3, []Run{{Unpowered, 0, 0, 3}}},
		{"usable above installed is cut", 3, 9, []float64{1}, 0, 3, []Run{{Leased, 0, 0, 3}}},
		{"three thirds of four racks", 4, 4, []float64{1. / 3, 1. / 3, 1. / 3}, 0, 4, []Run{
			{Leased, 0, 0, 1}, {Leased, 1, 1, 3}, {Leased, 2, 3, 4}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			plan := testPlan(1, []testHall{{"a", test.racks, test.usable}}, test.shares, test.kept, 0)
			var got Occupancy
			plan.Occupy(&got, 0, 0, 1, test.cells)
			if !reflect.DeepEqual(got.Runs, test.want) {
				t.Errorf("%+v, want %+v", got.Runs, test.want)
			}
		})
	}
}

func TestOccupyBetweenMonths(t *testing.T) {
	plan := testPlan(2, []testHall{{"a", 0, 0}}, []float64{0.5}, 0.5, 0)
	plan.Halls[0].Racks = []float64{100, 200}
	plan.Halls[0].Usable = []float64{0, 100}
	for month, want := range map[float64][2]int{-1: {100, 0}, 0: {100, 0}, 0.25: {125, 25}, 1: {200, 100}, 9: {200, 100}} {
		var got Occupancy
		plan.Occupy(&got, 0, month, 1, 200)
		if got.Installed != want[0] || got.Usable != want[1] {
			t.Errorf("month %g: %d installed, %d usable, want %v", month, got.Installed, got.Usable, want)
		}
	}
}

// Runs cover the cells without gap, counts add up, and every border between uses is within half a cell of the exact
// one; so a tenant is within half a cell of its share when it is the first, and within one cell otherwise.
func TestOccupyProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		racks := rapid.Float64Range(0, 3000).Draw(t, "racks")
		usable := racks * rapid.Float64Range(0, 1).Draw(t, "usable")
		weights := rapid.SliceOfN(rapid.Float64Range(0, 1), 2, 6).Draw(t, "weights")
		total := rapid.Float64Range(0, 1).Draw(t, "idle")
		for _, weight := range weights {
			total += weight
		}
		shares := make([]float64, len(weights))
		for i := range shares {
			shares[i] = weights[i] / max(total, 1e-3)
		}
		kept := shares[len(shares)-1]
		shares = shares[:len(shares)-1]
		cells := int(math.Round(racks)) + rapid.IntRange(0, 50).Draw(t, "later")
		plan := testPlan(1, []testHall{{"a", racks, usable}}, shares, kept, 0)
		var got Occupancy
		plan.Occupy(&got, 0, 0, 1, cells)

		next := 0
		counts := make([]int, len(shares))
		for _, run := range got.Runs {
			if run.From != next || run.To <= run.From {
				t.Fatalf("run %+v does not follow cell %d", run, next)
			}
			next = run.To
			if run.State == Leased {
				counts[run.Use] = run.To - run.From
			}
		}
		if next != cells {
			t.Fatalf("runs end at %d of %d", next, cells)
		}
		exact, border := 0.0, 0
		for tenant, count := range counts {
			exact += shares[tenant] * float64(got.Usable)
			border += count
			if math.Abs(float64(border)-exact) > 0.5+1e-6 {
				t.Fatalf("tenant %d ends at %d, exactly %g", tenant, border, exact)
			}
			if math.Abs(float64(count)-shares[tenant]*float64(got.Usable)) > 1+1e-6 {
				t.Fatalf("tenant %d has %d cells of %g", tenant, count, shares[tenant]*float64(got.Usable))
			}
		}
		for _, run := range got.Runs {
			for _, cell := range []int{run.From, run.To - 1} {
				if found, ok := got.At(cell); !ok || found != run {
					t.Fatalf("cell %d is in %+v, found %+v", cell, run, found)
				}
			}
		}
	})
}

// Two sites, each leased whole to another tenant: every hall shows its own.
func TestHallsOfSeveralSites(t *testing.T) {
	plan := testPlan(1, []testHall{{"a", 10, 10}, {"b", 10, 10}}, []float64{0.5, 0.5}, 0, 0)
	plan.Sites = []floor.Site{
		{Name: "memphis", Load: 0.8, Shares: floor.Shares{{1}, {0}, {0}}},
		{Name: "leo", Load: 0.4, Shares: floor.Shares{{0}, {1}, {0}}},
	}
	plan.Halls[1].Site = 1
	for hall := range plan.Halls {
		var got Occupancy
		plan.Occupy(&got, hall, 0, 1, 10)
		if want := (Run{State: Leased, Use: hall, From: 0, To: 10}); len(got.Runs) != 1 || got.Runs[0] != want {
			t.Errorf("hall %d shows %+v, want only %+v", hall, got.Runs, want)
		}
		if load := []float64{0.8, 0.4}[hall]; plan.Load(hall) != load {
			t.Errorf("hall %d is lit by a load of %g, want %g", hall, plan.Load(hall), load)
		}
	}
}
