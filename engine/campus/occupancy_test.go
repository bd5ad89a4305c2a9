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

// Who stays has its racks where they were when another leaves or comes, as long as each finds a place of its own.
func TestTenantsStayWhereTheyAre(t *testing.T) {
	plan := testPlan(3, []testHall{{"a", 100, 100}}, []float64{0.4, 0.2, 0.3}, 0, 0)
	site := &plan.Sites[0]
	site.Shares[0] = []float64{0.4, 0, 0}   // leaves
	site.Shares[1] = []float64{0.2, 0.1, 0} // shrinks, then leaves
	site.Shares[2] = []float64{0, 0.3, 0.3} // comes where the first was
	site.Shares[3] = []float64{0.4, 0.5, 0.7}
	for month, want := range [][]Run{
		{{Leased, 0, 0, 40}, {Leased, 1, 40, 60}, {Kept, 3, 60, 100}},
		{{Leased, 2, 0, 30}, {Kept, 3, 30, 40}, {Leased, 1, 40, 50}, {Kept, 3, 50, 90}, {Idle, 4, 90, 100}},
		{{Leased, 2, 0, 30}, {Kept, 3, 30, 100}},
	} {
		var got Occupancy
		plan.Occupy(&got, 0, float64(month), 1, 100)
		if !reflect.DeepEqual(got.Runs, want) {
			t.Errorf("month %d: %v, want %v", month, got.Runs, want)
		}
	}
}

func TestATenantThatLeavesGoesDarkRowByRow(t *testing.T) {
	plan := testPlan(2, []testHall{{"a", 100, 100}}, []float64{0.5}, 0.5, 0)
	plan.Sites[0].Shares = floor.Shares{{0.5, 0}, {0.5, 1}}
	for _, test := range []struct {
		month float64
		want  []Run
	}{
		{0, []Run{{Leased, 0, 0, 50}, {Kept, 1, 50, 100}}},
		{0.3, []Run{{Idle, 2, 0, 25}, {Leased, 0, 25, 50}, {Kept, 1, 50, 100}}},
		{0.7, []Run{{Kept, 1, 0, 25}, {Idle, 2, 25, 50}, {Kept, 1, 50, 100}}},
		{1, []Run{{Kept, 1, 0, 100}}},
	} {
		var got Occupancy
		plan.Occupy(&got, 0, test.month, 1, 100)
		if !reflect.DeepEqual(got.Runs, test.want) {
			t.Errorf("month %g: %v, want %v", test.month, got.Runs, test.want)
		}
	}
}

func TestWhatLosesPowerShrinksFromItsEnd(t *testing.T) {
	plan := testPlan(2, []testHall{{"a", 100, 100}}, []float64{1}, 0, 0)
	plan.Halls[0].Usable = []float64{100, 50}
	var got Occupancy
	plan.Occupy(&got, 0, 0.3, 1, 100)
	if want := []Run{{Leased, 0, 0, 75}, {Unpowered, 0, 75, 100}}; !reflect.DeepEqual(got.Runs, want) {
		t.Errorf("%v, want %v", got.Runs, want)
	}
}

// Between two months of any shipped scenario a cell is what it was, what it will be, or what is less there than both; it
// never goes back, and at the months themselves it is what they say.
func TestBetweenMonthsCellsPassOnce(t *testing.T) {
	passed := 0
	for _, name := range []string{"three-tenants", "power-capped", "orbital-expansion"} {
		_, plan := shipped(t, name)
		for hall := range plan.Halls {
			cells := int(math.Ceil(largest(plan.Halls[hall].Racks)))
			for month := range len(plan.Months) - 1 {
				var before, now, after Occupancy
				plan.Occupy(&before, hall, float64(month), 1, cells)
				plan.Occupy(&after, hall, float64(month+1), 1, cells)
				if reflect.DeepEqual(before.Runs, after.Runs) {
					continue
				}
				passed++
				done := 0
				for _, part := range []float64{0.001, 0.2, 0.5, 0.8, 0.999} {
					plan.Occupy(&now, hall, float64(month)+part, 1, cells)
					next, there := 0, 0
					for _, run := range now.Runs {
						if run.From != next {
							t.Fatalf("%s, %d, %g: run %+v does not follow cell %d", name, month, part, run, next)
						}
						next = run.To
						for _, cell := range []int{run.From, run.To - 1} {
							a, _ := before.At(cell)
							b, _ := after.At(cell)
							isLess := run.State <= Idle && run.State <= a.State && run.State <= b.State
							if !run.alike(a) && !run.alike(b) && !isLess {
								t.Fatalf("%s, %d, %g: cell %d is %+v between %+v and %+v", name, month, part, cell, run, a, b)
							}
						}
						for _, b := range after.Runs {
							if run.alike(b) {
								there += max(min(run.To, b.To)-max(run.From, b.From), 0)
							}
						}
					}
					if next != cells || there < done {
						t.Fatalf("%s, %d, %g: %d of %d cells, %d as they will be after %d", name, month, part, next, cells, there, done)
					}
					done = there
				}
			}
		}
	}
	if passed < 20 {
		t.Errorf("only %d times anything passes", passed)
	}
}
