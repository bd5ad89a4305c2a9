package scenario_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/calendar"
	"rackonomics/engine/scenario"
)

func month(t testing.TB, text string) calendar.Month {
	t.Helper()
	m, err := calendar.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestProfileOverTheMonths(t *testing.T) {
	for name, test := range map[string]struct {
		profile string
		start   string
		want    []float64
	}{
		"one step":                    {`{"steps":[{"from":"2026-05","value":8}]}`, "2026-05", []float64{8, 8, 8}},
		"steps":                       {`{"steps":[{"from":"2026-05","value":8},{"from":"2026-07","value":9}]}`, "2026-05", []float64{8, 8, 9, 9}},
		"before the first step":       {`{"steps":[{"from":"2026-07","value":8},{"from":"2026-08","value":9}]}`, "2026-05", []float64{8, 8, 8, 9}},
		"long after the last":         {`{"steps":[{"from":"1990-01","value":8}]}`, "2026-05", []float64{8, 8}},
		"straight line":               {`{"steps":[{"from":"2026-05","value":8},{"from":"2026-09","value":16}],"between":"linear"}`, "2026-05", []float64{8, 10, 12, 14, 16, 16}},
		"straight line, in its midst": {`{"steps":[{"from":"2026-01","value":0},{"from":"2026-09","value":16}],"between":"linear"}`, "2026-05", []float64{8, 10, 12, 14, 16, 16}},
		"line before its first step":  {`{"steps":[{"from":"2026-07","value":8},{"from":"2026-09","value":16}],"between":"linear"}`, "2026-05", []float64{8, 8, 8, 12, 16}},
		"line down, then up":          {`{"steps":[{"from":"2026-05","value":8},{"from":"2026-07","value":0},{"from":"2026-08","value":5}],"between":"linear"}`, "2026-05", []float64{8, 4, 0, 5, 5}},
		"whole numbers on a line are whole": {`{"steps":[{"from":"2027-10","value":1584},{"from":"2031-12","value":73584}],"between":"linear"}`, "2027-10",
			[]float64{1584, 3024, 4464, 5904, 7344, 8784, 10224, 11664, 13104, 14544, 15984, 17424, 18864, 20304, 21744}}, // by 1,440 a month
		"escalator": {`{"steps":[{"from":"2026-05","value":8}],"escalator":0.5}`, "2026-05",
			[]float64{8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 18}},
		"escalator from an older step":      {`{"steps":[{"from":"2024-05","value":8}],"escalator":0.5}`, "2026-04", []float64{12, 18, 18}},
		"escalator starts anew with a step": {`{"steps":[{"from":"2025-05","value":8},{"from":"2026-07","value":8}],"escalator":0.5}`, "2026-04", []float64{8, 12, 12, 8, 8}},
		"escalator before the first step":   {`{"steps":[{"from":"2026-06","value":8}],"escalator":0.5}`, "2024-05", []float64{8, 8}},
		"falling escalator":                 {`{"steps":[{"from":"2025-05","value":8}],"escalator":-0.5}`, "2026-04", []float64{8, 4, 4}},
		"escalator after a line":            {`{"steps":[{"from":"2025-03","value":8},{"from":"2025-05","value":10}],"between":"linear","escalator":0.5}`, "2026-04", []float64{10, 15}},
	} {
		t.Run(name, func(t *testing.T) {
			d := decode(t, order(`"fee":`+test.profile))
			profile := d.Value(d.Find("order", "hotel"), bakeries.FindInput("order.fee")).Profile
			if got := profile.Expand(month(t, test.start), len(test.want)); !slices.Equal(got, test.want) {
				t.Errorf("%v, want %v", got, test.want)
			}
		})
	}
}

func TestEscalatorStaysWithinTheBounds(t *testing.T) {
	in := bakeries.FindInput("order.usage")
	d := decode(t, strings.Replace(order(`"usage":{"steps":[{"from":"2024-05","value":0.8}],"escalator":0.2}`), `"months":12`, `"months":14`, 1))
	got := d.Resolve(d.Find("order", "hotel"), in, d.Months)
	if len(got) != 14 || got[0] != 1 || got[13] != 1 { // 0.8 · 1.2² = 1.152
		t.Errorf("a share that rises by a fifth a year is %v, want at most %v", got, in.Max)
	}
}

func TestResolve(t *testing.T) {
	d := decode(t, order(`"start":"2026-03"`, `"last_month":"2027-05"`, `"basis":"loaves"`, `"prorated":false`, `"share":0.25`))
	for field, want := range map[string]float64{"start": -2, "last_month": 12, "basis": 1, "prorated": 0, "share": 0.25, "notice": 90} {
		if got := d.Resolve(d.Find("order", "hotel"), bakeries.FindInput("order."+field), d.Months); !slices.Equal(got, []float64{want}) {
			t.Errorf("formulas read %v of order.%s, want %v", got, field, want)
		}
	}
}

func TestDustIsZero(t *testing.T) {
	for text, want := range map[string]float64{"1e-300": 0, "5e-17": 0, "-5e-17": 0, "1e-12": 1e-12, "-1e-9": -1e-9, "0": 0} {
		d := decode(t, order(`"escalator":`+text, `"fee":{"steps":[{"from":"2026-05","value":1e-20},{"from":"2026-06","value":3}]}`))
		instance := d.Find("order", "hotel")
		if got := d.Resolve(instance, bakeries.FindInput("order.escalator"), d.Months); !slices.Equal(got, []float64{want}) {
			t.Errorf("formulas read %v of %s, want %v", got, text, want)
		}
		if got := d.Resolve(instance, bakeries.FindInput("order.fee"), d.Months); got[0] != 0 || got[1] != 3 {
			t.Errorf("formulas read %v of a profile from dust to 3", got)
		}
	}
}

func TestParse(t *testing.T) {
	for _, test := range []struct {
		input, text string
		want        float64
		mention     string
	}{
		{"order.share", "0.5", 0.5, ""},
		{"order.share", " 1e-1 ", 0.1, ""},
		{"order.fee", "1_250_000_000", 1.25e9, ""},
		{"order.share", "0", 0, ""},
		{"order.share", "1", 1, ""},
		{"order.share", "1.0000001", 0, "1.0000001 is out of bounds; allowed is 0 to 1"},
		{"order.share", "-1e-9", 0, "out of bounds"},
		{"order.share", "NaN", 0, `"NaN" is not a number; allowed is 0 to 1`},
		{"order.share", "+Inf", 0, `"+Inf" is not a number`},
		{"order.share", "1e999", 0, `"1e999" is not a number`},
		{"order.share", "50%", 0, `"50%" is not a number`},
		{"order.share", "", 0, `"" is not a number`},
		{"order.prorated", "true", 1, ""},
		{"order.prorated", "false", 0, ""},
		{"order.prorated", "yes", 0, `"yes" is neither true nor false`},
		{"order.basis", "loaves", 1, ""},
		{"order.basis", "Loaves", 0, `"Loaves" is not an option; allowed is one of share, loaves`},
		{"order.start", "1990-03", 2, ""},
		{"order.start", "2026", 0, `"2026" is not a month`},
	} {
		got, err := bakeries.FindInput(test.input).Parse(test.text)
		switch {
		case test.mention == "" && (err != nil || got.Number != test.want):
			t.Errorf("%s of %q is %v, %v; want %v", test.input, test.text, got.Number, err, test.want)
		case test.mention != "" && (err == nil || !strings.Contains(err.Error(), test.mention)):
			t.Errorf("%s of %q gives %v, want %q", test.input, test.text, err, test.mention)
		}
	}
}

func TestPlainIsWhatParseReads(t *testing.T) {
	checkBoth(t, func(t *rapid.T, schema *scenario.Schema) {
		in := rapid.SampledFrom(schema.Inputs()).Draw(t, "input")
		written := plainValue(t, in)
		if _, profile := written.(map[string]any); profile {
			t.Skip("a profile")
		}
		text := strings.Trim(string(mustJSON(written)), `"`)
		value, err := in.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := in.Plain(value); got != written {
			t.Fatalf("%s reads %v as %v", in.Name, written, got)
		}
	})
}

func TestEqual(t *testing.T) {
	read := func(text string) scenario.Value {
		d := decode(t, order(`"fee":`+text))
		return d.Value(d.Find("order", "hotel"), bakeries.FindInput("order.fee"))
	}
	values := []string{"1", "2", `{"steps":[{"from":"2026-05","value":1}]}`, `{"steps":[{"from":"2026-06","value":1}]}`, `{"steps":[{"from":"2026-05","value":2}]}`,
		`{"steps":[{"from":"2026-05","value":1}],"between":"linear"}`, `{"steps":[{"from":"2026-05","value":1}],"escalator":0.1}`,
		`{"steps":[{"from":"2026-05","value":1},{"from":"2026-06","value":1}]}`}
	for i, a := range values {
		for j, b := range values {
			if read(a).Equal(read(b)) != (i == j) {
				t.Errorf("%s and %s: Equal is %v", a, b, i != j)
			}
		}
	}
	if nan := scenario.NumberValue(math.NaN()); nan.Equal(nan) {
		t.Error("what is no number equals itself")
	}
}
