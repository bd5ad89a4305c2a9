package floorplan

import (
	"encoding/json"
	"fmt"
)

// testHall is a hall with the same racks in every month.
type testHall struct {
	name   string
	racks  float64
	usable float64
}

// colossus is 4,932 racks in four halls: 150,000 H100 and 50,000 H200 at 64 a rack, 20,000 and 110,000 GB200 at 72
// (rounded up to whole racks).
var colossus = []testHall{{"h100", 2344, 2344}, {"h200", 782, 782}, {"gb200", 278, 278}, {"gb200b", 1528, 1300}}

// encoded writes a plan as the page sends it: tenants' shares, then the kept one, the same in every month.
func encoded(months int, halls []testHall, shares []float64, kept float64, sources int) ([]byte, []float64) {
	h := head{Load: 0.8, Kept: headUse{Title: "Own use", Colour: "#2f9e8f"}, Idle: headUse{Title: "Idle", Colour: "#9aa7b4"}}
	var numbers []float64
	series := func(value float64) {
		for range months {
			numbers = append(numbers, value)
		}
	}
	for month := range months {
		h.Months = append(h.Months, fmt.Sprintf("2026-%02d", month%12+1))
	}
	for _, hall := range halls {
		h.Halls = append(h.Halls, headHall{Name: hall.name, Title: hall.name, GPUsPerRack: 64, KilowattsPerRack: 88})
		series(hall.racks)
		series(hall.usable)
	}
	for i, share := range shares {
		h.Tenants = append(h.Tenants, headUse{Name: fmt.Sprintf("tenant%d", i), Title: fmt.Sprintf("Tenant %d", i), Colour: "#d97757"})
		series(share)
	}
	series(kept)
	for i := range sources {
		h.Sources = append(h.Sources, headName{Name: fmt.Sprintf("source%d", i), Title: "Grid"})
		series(100)
		series(150)
	}
	series(300)
	text, err := json.Marshal(h)
	if err != nil {
		panic(err)
	}
	return text, numbers
}

func testPlan(months int, halls []testHall, shares []float64, kept float64, sources int) *Plan {
	text, numbers := encoded(months, halls, shares, kept, sources)
	plan, err := Decode(text, numbers)
	if err != nil {
		panic(err)
	}
	return plan
}
