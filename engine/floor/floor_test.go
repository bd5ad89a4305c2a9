package floor

import (
	"encoding/binary"
	"encoding/json"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// small is a plan in which every number is another.
func small() *Plan {
	return &Plan{
		Months: []string{"2026-05", "2026-06"},
		Uses:   []Use{{"anthropic", "Anthropic", "tenant", 0}, {"google", "Google", "tenant", 1}, {"", "Own use", "own use", 0}, {"", "Idle", "idle", 0}},
		Sites: []Site{{Name: "memphis", Title: "Memphis", Load: 0.8, Shares: Shares{{0.11, 0.12}, {0.13, 0.14}, {0.15, 0.16}},
			Wanted: []float64{30, 31}, Available: []float64{32, 33}, Heat: []float64{34, 35}, HeatLimit: []float64{36, 37}, Limit: []float64{1, 2}, Satellites: []float64{38, 39}, FloorTaken: []float64{40, 41}, FloorFree: []float64{42, 43}}},
		Halls:  []Hall{{"a", "A", 0, 64, 88, []float64{10, 11}, []float64{8, 9}, []float64{5, 6}}, {"b", "B", 0, 72, 132, []float64{20, 21}, []float64{18, 19}, []float64{15, 16}}},
		Shares: Shares{{0.1, 0.2}, {0.3, 0.4}, {0.5, 0.25}},
		Sources: []Source{{Name: "megapack", Title: "Megapack", Kind: Battery, Installed: []float64{60, 61}, Planned: []float64{65, 66}, Served: []float64{70, 71}, Available: []float64{90, 91},
			Storage: 300, Charged: []float64{92, 93}, Full: []float64{94, 95}, Left: []float64{96, 97}}},
		Demand: []float64{80, 81},
		Money:  Money{Received: [][]float64{{100, -101}, {102, 103}, {104, 105}}, Paid: []float64{106, 107}, Kept: []float64{-108, 109}},
	}
}

func encoded(t testing.TB, p *Plan) (string, []float64) {
	t.Helper()
	head, numbers, err := Encode(p, nil, json.Marshal)
	if err != nil {
		t.Fatal(err)
	}
	return head, numbers
}

func TestAPlanArrivesAsItWasSent(t *testing.T) {
	for name, change := range map[string]func(*Plan){
		"whole": func(*Plan) {},
		"two sites": func(p *Plan) {
			p.Sites = append(p.Sites, Site{Name: "leo", Orbital: true, Load: 0.4, Shares: Shares{{0, 0}, {1, 0}, {0, 1}},
				Wanted: []float64{1, 2}, Available: []float64{3, 4}, Heat: []float64{5, 6}, HeatLimit: []float64{7, 8}, Limit: []float64{0, 4}, Satellites: []float64{9, 10}, FloorTaken: []float64{11, 12}, FloorFree: []float64{13, 14}})
			p.Halls[1].Site = 1
		},
		"no tenants": func(p *Plan) {
			p.Uses, p.Shares, p.Sites[0].Shares, p.Money.Received = p.Uses[2:], p.Shares[2:], p.Sites[0].Shares[2:], p.Money.Received[2:]
		},
		"no sources":  func(p *Plan) { p.Sources = []Source{} },
		"no halls":    func(p *Plan) { p.Halls = []Hall{} },
		"nothing yet": func(p *Plan) { p.Halls, p.Sites, p.Sources = []Hall{}, []Site{}, []Source{} },
	} {
		t.Run(name, func(t *testing.T) {
			sent := small()
			change(sent)
			head, numbers := encoded(t, sent)
			got, err := Decode([]byte(head), numbers)
			if err != nil || !reflect.DeepEqual(got, sent) {
				t.Errorf("%+v\narrived as %+v, %v", sent, got, err)
			}
		})
	}
}

// A plan that was written before is read as it was meant.
func TestTheSeriesHaveTheirOrder(t *testing.T) {
	_, numbers := encoded(t, small())
	want := []float64{10, 11, 8, 9, 5, 6, 20, 21, 18, 19, 15, 16, 0.1, 0.2, 0.3, 0.4, 0.5, 0.25, 0.11, 0.12, 0.13, 0.14, 0.15, 0.16,
		30, 31, 32, 33, 34, 35, 36, 37, 1, 2, 38, 39, 40, 41, 42, 43, 60, 61, 65, 66, 70, 71, 90, 91, 92, 93, 94, 95, 96, 97, 80, 81, 100, -101, 102, 103, 104, 105, 106, 107, -108, 109}
	if !slices.Equal(numbers, want) {
		t.Errorf("%v, want %v", numbers, want)
	}
}

func TestTheMostNumbersAreThoseOfTheLargestPlan(t *testing.T) {
	p := &Plan{Uses: make([]Use, MaximumUses), Sites: make([]Site, MaximumSites), Halls: make([]Hall, MaximumHalls), Sources: make([]Source, MaximumSources)}
	p.visitShares(func(_ part, shares *Shares) { *shares = make(Shares, len(p.Uses)-1) })
	p.Money.Received = make([][]float64, len(p.Uses)-1)
	series := 0
	p.visit(func(part, *[]float64, float64, float64) { series++ })
	if series*MaximumMonths != MaximumNumbers {
		t.Errorf("%d series of %d months, and at most %d numbers", series, MaximumMonths, MaximumNumbers)
	}
}

func TestWhatDoesNotFitIsNotWritten(t *testing.T) {
	for want, change := range map[string]func(*Plan){
		"money.received has 2 series; one of each of 4 uses":      func(p *Plan) { p.Money.Received = p.Money.Received[1:] },
		"money.kept has 0 months; the plan has 2":                 func(p *Plan) { p.Money.Kept = nil },
		"demand has 1 months; the plan has 2":                     func(p *Plan) { p.Demand = p.Demand[1:] },
		"halls[1].usable has 3 months":                            func(p *Plan) { p.Halls[1].Usable = make([]float64, 3) },
		"shares has 2 series; one of each of 4 uses but the last": func(p *Plan) { p.Shares = p.Shares[1:] },
		"sites[0].shares has 0 series":                            func(p *Plan) { p.Sites[0].Shares = nil },
		"uses has 1 entries; 2 to 66 are allowed":                 func(p *Plan) { p.Uses = p.Uses[:1] },
		"halls[1].site is 1; 0 to 0 is allowed":                   func(p *Plan) { p.Halls[1].Site = 1 },
		"sources[0].title has 201 bytes":                          func(p *Plan) { p.Sources[0].Title = strings.Repeat("x", MaximumText+1) },
	} {
		p := small()
		change(p)
		if _, _, err := Encode(p, nil, json.Marshal); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want one with %q", err, want)
		}
	}
}

func TestDecodeNamesWhatIsWrong(t *testing.T) {
	head, numbers := encoded(t, small())
	change := func(index int, value float64) []float64 {
		numbers := slices.Clone(numbers)
		numbers[index] = value
		return numbers
	}
	replace := func(old, new string) string { return strings.Replace(head, old, new, 1) }
	for _, test := range []struct {
		name, head string
		numbers    []float64
		want       string
	}{
		{"no JSON", "{", nil, "unexpected EOF"},
		{"trailing data", head + "{}", numbers, "after the JSON object"},
		{"unknown field", replace(`"load"`, `"lode"`), numbers, "lode"},
		{"series in the head", replace(`"months"`, `"demand":[1],"months"`), numbers, "demand"},
		{"too deep", strings.Repeat("[", 9), nil, "8 levels"},
		{"too long", strings.Repeat(" ", MaximumHeadBytes+1), nil, "at most 262144"},
		{"no months", replace(`["2026-05","2026-06"]`, `[]`), numbers, "months has 0 entries"},
		{"no own use", `{"months":["a"],"uses":[{"title":"Idle"}]}`, numbers, "uses has 1 entries"},
		{"load above 1", replace(`"load":0.8`, `"load":1.5`), numbers, "sites[0].load is 1.5"},
		{"no such site", replace(`"site":0`, `"site":1`), numbers, "halls[0].site is 1; 0 to 0 is allowed"},
		{"halls without a site", `{"months":["a"],"uses":[{},{}],"halls":[{}]}`, numbers, "halls[0].site is 0; 0 to -1 is allowed"},
		{"negative place", replace(`"place":1`, `"place":-1`), numbers, "uses[1].place is -1"},
		{"no such site of a source", replace(`"kind":"battery","site":0`, `"kind":"battery","site":2`), numbers, "sources[0].site is 2; 0 to 0 is allowed"},
		{"no such limit", head, change(32, 5), "sites[0].limit[0] is 5; 0 to 4 is allowed"},
		{"long title", replace("Own use", strings.Repeat("x", MaximumText+1)), numbers, "uses[2].title has 201 bytes"},
		{"more energy than there is", replace(`"storage":300`, `"storage":1e8`), numbers, "sources[0].storage is 1e+08; 0 to 1e+07 is allowed"},
		{"negative power of a rack", replace(`"kw_per_rack":88`, `"kw_per_rack":-1`), numbers, "halls[0].kw_per_rack is -1"},
		{"numbers missing", head, numbers[1:], "65 numbers; 33 series of 2 months need 66"},
		{"NaN", head, change(1, math.NaN()), "halls[0].racks[1] is NaN"},
		{"infinite", head, change(55, math.Inf(1)), "demand[1] is +Inf"},
		{"more money than there is", head, change(63, -2e15), "money.paid[1] is -2e+15; -1e+15 to 1e+15 is allowed"},
		{"negative", head, change(2, -1), "halls[0].usable[0] is -1"},
		{"shares above 1", head, change(13, 0.9), "shares of month 1 add up to 1.55"},
		{"shares of a site above 1", head, change(18, 0.9), "sites[0].shares of month 0 add up to 1.1"},
		{"a share below rounding", head, change(12, -2*rounding), "shares[0][0] is -2e-06; 0 to 1 is allowed"},
		{"a share above rounding", head, change(12, 1+2*rounding), "shares[0][0] is 1.000002; 0 to 1 is allowed"},
		{"racks above rounding", head, change(0, MaximumRacks+1), "halls[0].racks[0] is 1.0000001e+07; 0 to 1e+07 is allowed"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := Decode([]byte(test.head), test.numbers)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one with %q", err, test.want)
			}
		})
	}
}

// Sums and differences leave a little below zero or above the bound, in any
// series: that is taken as the bound.
func TestDecodeTakesRounding(t *testing.T) {
	head, numbers := encoded(t, small())
	for index := range numbers {
		for _, off := range []float64{-1.8e-16, -rounding} {
			changed := slices.Clone(numbers)
			changed[index] = off
			plan, err := Decode([]byte(head), changed)
			if err != nil {
				t.Fatalf("number %d of %g: %v", index, off, err)
			}
			plan.visit(func(name part, series *[]float64, least, _ float64) {
				if slices.Min(*series) < 0 && least == 0 {
					t.Errorf("number %d of %g is drawn as %s %v", index, off, name, *series)
				}
			})
		}
	}
	numbers[12], numbers[14], numbers[16] = 1+rounding/2, 0, 0
	if plan, err := Decode([]byte(head), numbers); err != nil || plan.Shares[0][0] != 1 {
		t.Errorf("a share a little above 1: %v", err)
	}
}

// FuzzDecode feeds the decoder anything; what it accepts is within its bounds and
// can be written again.
func FuzzDecode(f *testing.F) {
	head, numbers := encoded(f, small())
	f.Add([]byte(head), blockOf(numbers))
	f.Add([]byte(`{"months":["2026-01"],"uses":[{"title":"k"},{"title":"i"}],"sites":[],"halls":[],"sources":[]}`), make([]byte, 40))
	f.Add([]byte("[[[[[[[[[["), []byte{})
	f.Fuzz(func(t *testing.T, head, block []byte) {
		numbers := make([]float64, min(len(block)/8, 4096))
		for i := range numbers {
			numbers[i] = math.Float64frombits(binary.LittleEndian.Uint64(block[8*i:]))
		}
		plan, err := Decode(head, numbers)
		if err != nil {
			return
		}
		plan.visit(func(name part, series *[]float64, least, most float64) {
			if len(*series) != len(plan.Months) || !(slices.Min(*series) >= least && slices.Max(*series) <= most) {
				t.Fatalf("%s is %v", name, *series)
			}
		})
		again, numbers, err := Encode(plan, nil, json.Marshal)
		if err != nil {
			t.Fatal(err)
		}
		if second, err := Decode([]byte(again), numbers); err != nil || !reflect.DeepEqual(second, plan) {
			t.Fatalf("%+v\nwritten and read again is %+v, %v", plan, second, err)
		}
	})
}

func blockOf(numbers []float64) []byte {
	block := make([]byte, 0, 8*len(numbers))
	for _, number := range numbers {
		block = binary.LittleEndian.AppendUint64(block, math.Float64bits(number))
	}
	return block
}
