package floorplan

import (
	"encoding/binary"
	"math"
	"slices"
	"strings"
	"testing"
)

func TestDecodeReadsEverySeriesInItsPlace(t *testing.T) {
	text, _ := encoded(2, []testHall{{"a", 0, 0}, {"b", 0, 0}}, []float64{0, 0}, 0, 1)
	numbers := []float64{
		10, 11, 8, 9, // hall a: racks, usable
		20, 21, 18, 19, // hall b
		0.1, 0.2, 0.3, 0.4, // tenants
		0.5, 0.3, // kept
		70, 71, 90, 91, // source: served, available
		80, 81, // demand
	}
	plan, err := Decode(text, numbers)
	if err != nil {
		t.Fatal(err)
	}
	for name, pair := range map[string][2][]float64{
		"racks": {plan.Halls[1].Racks, {20, 21}}, "usable": {plan.Halls[1].Usable, {18, 19}},
		"share": {plan.Shares[1], {0.3, 0.4}}, "kept": {plan.KeptShare, {0.5, 0.3}},
		"served": {plan.Sources[0].Served, {70, 71}}, "available": {plan.Sources[0].Available, {90, 91}},
		"demand": {plan.Demand, {80, 81}},
	} {
		if !slices.Equal(pair[0], pair[1]) {
			t.Errorf("%s: %v, want %v", name, pair[0], pair[1])
		}
	}
}

func TestDecodeNamesWhatIsWrong(t *testing.T) {
	goodText, goodNumbers := encoded(2, []testHall{{"a", 10, 8}}, []float64{0.5}, 0.2, 1)
	change := func(index int, value float64) []float64 {
		numbers := slices.Clone(goodNumbers)
		numbers[index] = value
		return numbers
	}
	replace := func(old, new string) string { return strings.Replace(string(goodText), old, new, 1) }
	for _, test := range []struct {
		name, text string
		numbers    []float64
		want       string
	}{
		{"no JSON", "{", nil, "unexpected EOF"},
		{"trailing data", string(goodText) + "{}", goodNumbers, "after the JSON object"},
		{"unknown field", replace(`"load"`, `"lode"`), goodNumbers, "lode"},
		{"too deep", strings.Repeat("[", 9), nil, "8 levels"},
		{"too long", strings.Repeat(" ", MaximumHeadBytes+1), nil, "at most 262144"},
		{"no months", replace(`["2026-01","2026-02"]`, `[]`), goodNumbers, "months has 0 entries"},
		{"load above 1", replace(`"load":0.8`, `"load":1.5`), goodNumbers, "load is 1.5"},
		{"bad colour", replace("#d97757", "red"), goodNumbers, `tenants[0].colour: "red"`},
		{"long title", replace("Own use", strings.Repeat("x", MaximumText+1)), goodNumbers, "kept.title has 201 bytes"},
		{"negative power of a rack", replace(`"kw_per_rack":88`, `"kw_per_rack":-1`), goodNumbers, "halls[0].kw_per_rack is -1"},
		{"numbers missing", string(goodText), goodNumbers[1:], "13 numbers; 7 series of 2 months need 14"},
		{"NaN", string(goodText), change(1, math.NaN()), "halls[0].racks[1] is NaN"},
		{"infinite", string(goodText), change(13, math.Inf(1)), "demand[1] is +Inf"},
		{"negative", string(goodText), change(2, -1), "halls[0].usable[0] is -1"},
		{"shares above 1", string(goodText), change(5, 0.9), "of month 1 add up to 1.1"},
		{"a share below rounding", string(goodText), change(4, -2*rounding), "shares[0][0] is -2e-06; 0 to 1 is allowed"},
		{"a share above rounding", string(goodText), change(4, 1+2*rounding), "shares[0][0] is 1.000002; 0 to 1 is allowed"},
		{"racks above rounding", string(goodText), change(0, MaximumRacks+1), "halls[0].racks[0] is 1.0000001e+07; 0 to 1e+07 is allowed"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := Decode([]byte(test.text), test.numbers)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one with %q", err, test.want)
			}
		})
	}
}

// Sums and differences leave a little below zero or above the bound, in any series: that is taken as the bound.
func TestDecodeTakesRounding(t *testing.T) {
	text, numbers := encoded(2, []testHall{{"a", 10, 8}}, []float64{0.5}, 0.2, 1)
	for index := range numbers {
		for _, off := range []float64{-1.8e-16, -rounding} {
			changed := slices.Clone(numbers)
			changed[index] = off
			plan, err := Decode(text, changed)
			if err != nil {
				t.Fatalf("number %d of %g: %v", index, off, err)
			}
			for _, series := range plan.series() {
				if slices.Min(series) < 0 {
					t.Errorf("number %d of %g is drawn as %v", index, off, series)
				}
			}
		}
	}
	numbers[4], numbers[6] = 1+rounding/2, 0
	plan, err := Decode(text, numbers)
	if err != nil || plan.Shares[0][0] != 1 {
		t.Errorf("a share a little above 1: %v", err)
	}
}

// series lists every series of a plan.
func (p *Plan) series() [][]float64 {
	list := append(slices.Clone(p.Shares), p.KeptShare, p.Demand)
	for _, hall := range p.Halls {
		list = append(list, hall.Racks, hall.Usable)
	}
	for _, source := range p.Sources {
		list = append(list, source.Served, source.Available)
	}
	for _, split := range p.SiteSplits {
		list = append(append(list, split.Shares...), split.KeptShare)
	}
	return list
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

// FuzzDecode feeds the decoder anything; what it accepts must lay out, read and describe without a panic.
func FuzzDecode(f *testing.F) {
	text, numbers := encoded(2, colossus, []float64{0.5, 0.2}, 0.3, 2)
	block := make([]byte, 0, 8*len(numbers))
	for _, number := range numbers {
		block = binary.LittleEndian.AppendUint64(block, math.Float64bits(number))
	}
	f.Add(text, block)
	f.Add([]byte(`{"months":["2026-01"],"tenants":[],"kept":{"title":"k","colour":"#000000"},"idle":{"title":"i","colour":"#ffffff"},"halls":[],"sources":[],"load":0}`), make([]byte, 16))
	f.Add([]byte("[[[[[[[[[["), []byte{})
	f.Fuzz(func(t *testing.T, text, block []byte) {
		numbers := make([]float64, min(len(block)/8, 4096))
		for i := range numbers {
			numbers[i] = math.Float64frombits(binary.LittleEndian.Uint64(block[8*i:]))
		}
		plan, err := Decode(text, numbers)
		if err != nil {
			return
		}
		place := Lay(plan, Canvas{1000, 520, 1})
		var reading Reading
		place.Read(plan, 0.5, &reading)
		place.Labels(plan, &reading)
		place.LegendEntries(plan, &reading)
		place.FindAt(plan, &reading, Point{500, 200})
	})
}
