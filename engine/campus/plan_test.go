package campus

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"rackonomics/engine/floor"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/scenarios"
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

// testPlan is of one site; the tenants' shares and the kept one are the same in every month.
func testPlan(months int, halls []testHall, shares []float64, kept float64, sources int) *Plan {
	series := func(value float64) []float64 { return slices.Repeat([]float64{value}, months) }
	plan := &floor.Plan{Sites: []floor.Site{{Name: "memphis", Title: "Memphis", Load: 0.8, Wanted: series(400), Available: series(450), Heat: series(280), HeatLimit: series(600), Limit: series(0), Satellites: series(0), FloorTaken: series(60_000), FloorFree: series(105_800)}}, Demand: series(300)}
	for month := range months {
		plan.Months = append(plan.Months, fmt.Sprintf("2026-%02d", month%12+1))
	}
	for _, hall := range halls {
		plan.Halls = append(plan.Halls, floor.Hall{Name: hall.name, Title: hall.name, GPUsPerRack: 64, KilowattsPerRack: 88, Racks: series(hall.racks), Usable: series(hall.usable), Waiting: series(0)})
	}
	for i, share := range shares {
		plan.Uses = append(plan.Uses, floor.Use{Name: fmt.Sprintf("tenant%d", i), Title: fmt.Sprintf("Tenant %d", i), Role: "tenant", Place: i})
		plan.Shares = append(plan.Shares, series(share))
	}
	plan.Uses = append(plan.Uses, floor.Use{Title: "Own use", Role: "own use"}, floor.Use{Title: "Idle", Role: "idle"})
	plan.Shares = append(plan.Shares, series(kept))
	plan.Sites[0].Shares = plan.Shares
	for i := range sources {
		plan.Sources = append(plan.Sources, floor.Source{Name: fmt.Sprintf("source%d", i), Title: "Grid", Kind: "grid", Installed: series(160), Planned: series(160), Served: series(100), Available: series(150), Charged: series(0), Full: series(0), Left: series(0)})
	}
	for range plan.Shares {
		plan.Money.Received = append(plan.Money.Received, series(0))
	}
	plan.Money.Paid, plan.Money.Kept = series(0), series(0)
	head, numbers, err := floor.Encode(plan, nil, json.Marshal)
	if err != nil {
		panic(err)
	}
	arrived, err := floor.Decode([]byte(head), numbers)
	if err != nil {
		panic(err)
	}
	return coloured(arrived)
}

func coloured(plan *floor.Plan) *Plan {
	made, err := Coloured(plan, strings.Repeat(" #d97757", len(plan.Uses)-2)+" #2f9e8f #9aa7b4")
	if err != nil {
		panic(err)
	}
	return made
}

func TestParseColour(t *testing.T) {
	for text, want := range map[string]Colour{"#d97757": {0xd9, 0x77, 0x57}, "#FFFFFF": {255, 255, 255}, "#000000": {}} {
		if got, err := ParseColour(text); err != nil || got != want {
			t.Errorf("%s: %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "d97757", "#d9775", "#d977577", "#g97757", "#d9775\x00"} {
		if _, err := ParseColour(text); err == nil {
			t.Errorf("%q was taken for a colour", text)
		}
	}
}

func TestEveryUseHasItsColour(t *testing.T) {
	plan := testPlan(1, colossus, []float64{0.5}, 0.3, 1).Plan
	for colours, want := range map[string]string{
		"#d97757 #2f9e8f #9aa7b4":         "",
		"#d97757 #2f9e8f":                 "2 colours; 3 uses need one each",
		"#d97757 #2f9e8f #9aa7b4 #000000": "4 colours; 3 uses need one each",
		"#d97757 red #9aa7b4":             `the colour of uses[1]: "red" is no colour`,
	} {
		got, err := Coloured(plan, colours)
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want one with %q", colours, err, want)
		}
		if err == nil && (got.Colours[0] != Colour{0xd9, 0x77, 0x57} || got.Colours[2] != Colour{0x9a, 0xa7, 0xb4}) {
			t.Errorf("%s: %v", colours, got.Colours)
		}
	}
}

// FuzzPlan lays out and reads anything that is accepted as a plan, without a panic.
func FuzzPlan(f *testing.F) {
	head, numbers, err := floor.Encode(testPlan(2, colossus, []float64{0.5, 0.2}, 0.3, 2).Plan, nil, json.Marshal)
	if err != nil {
		f.Fatal(err)
	}
	block := make([]byte, 0, 8*len(numbers))
	for _, number := range numbers {
		block = binary.LittleEndian.AppendUint64(block, math.Float64bits(number))
	}
	f.Add([]byte(head), block)
	f.Add([]byte(`{"months":["2026-01"],"uses":[{"title":"k"},{"title":"i"}],"sites":[],"halls":[],"sources":[]}`), make([]byte, 40))
	f.Fuzz(func(t *testing.T, head, block []byte) {
		numbers := make([]float64, min(len(block)/8, 4096))
		for i := range numbers {
			numbers[i] = math.Float64frombits(binary.LittleEndian.Uint64(block[8*i:]))
		}
		decoded, err := floor.Decode(head, numbers)
		if err != nil {
			return
		}
		plan := coloured(decoded)
		place := Lay(plan, Canvas{1000, 480, 1})
		var reading Reading
		place.Read(plan, 0.5, &reading)
		place.SVG(plan, &reading, Style{Palette: &Light, Selected: -1})
		place.Labels(plan, &reading)
		place.LegendEntries(plan, &reading)
		place.FindAt(plan, &reading, Point{500, 200})
	})
}

// shipped computes a shipped scenario whole, with changes, and the plan of its sites.
func shipped(t *testing.T, name string, changes ...scenario.Change) (*session.Result, *Plan) {
	t.Helper()
	document, err := scenarios.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	run, err := session.New(document).RunRows(changes, session.AllRows)
	if err != nil {
		t.Fatal(err)
	}
	made, err := run.Floor()
	if err != nil {
		t.Fatal(err)
	}
	return run, coloured(made)
}
