package main

import (
	"os"
	"slices"
	"testing"

	"github.com/goccy/go-json"

	"rackonomics/engine/calendar"
	"rackonomics/engine/machine"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
)

// The page is held to the same figures by web/test/format.test.ts.
func TestReportWritesFiguresAsThePageDoes(t *testing.T) {
	data, err := os.ReadFile("../../engine/scenario/testdata/figures.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Number  float64
		Unit    string
		Percent bool
		Text    string
	}
	if err := json.Unmarshal(data, &cases); err != nil || len(cases) < 30 {
		t.Fatalf("%d figures: %v", len(cases), err)
	}
	for _, test := range cases {
		if got := pageText(result.Value{Number: test.Number, Unit: test.Unit, Percent: test.Percent}); got != test.Text {
			t.Errorf("%v %s is %s, want %s", test.Number, test.Unit, got, test.Text)
		}
	}
}

// The page is held to the same words by web/test/inputvalues.test.ts.
func TestReportWritesProfilesAsThePageDoes(t *testing.T) {
	data, err := os.ReadFile("../../engine/scenario/testdata/profiles.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Unit, Between, Text string
		Percent             bool
		Steps               []struct {
			From  string
			Value float64
		}
		Escalator float64
	}
	if err := json.Unmarshal(data, &cases); err != nil || len(cases) < 6 {
		t.Fatalf("%d profiles: %v", len(cases), err)
	}
	for _, test := range cases {
		profile := &scenario.Profile{Linear: test.Between == "linear", Escalator: test.Escalator}
		for _, step := range test.Steps {
			from, err := calendar.Parse(step.From)
			if err != nil {
				t.Fatal(err)
			}
			profile.Steps = append(profile.Steps, scenario.Step{From: from, Value: step.Value})
		}
		if got := pageProfile(profile, test.Unit, test.Percent); got != test.Text {
			t.Errorf("%+v is %s, want %s", test, got, test.Text)
		}
	}
}

func TestReportWritesWordsAsThePageDoes(t *testing.T) {
	for _, test := range []struct {
		value result.Value
		want  string
	}{
		{result.Value{Text: "2026-05", Number: machine.Absent}, "May 2026"},
		{result.Value{Text: "2026-05-20", Number: machine.Absent}, "20 May 2026"},
		{result.Value{Text: "Anthropic", Number: machine.Absent}, "Anthropic"},
		{result.Value{Number: machine.Absent}, "–"},
		{result.Value{Words: "not reached by 2031-04", Number: machine.Absent}, "not reached by Apr 2031"},
	} {
		if got := pageText(test.value); got != test.want {
			t.Errorf("%+v is %s, want %s", test.value, got, test.want)
		}
	}
	for text, want := range map[string]string{"from 2026-05 on in 74 % of 2026": "from May 2026 on in 74% of 2026", "2026-05-20": "20 May 2026", "S-2026-13": "S-2026-13"} {
		if got := pageWords(text); got != want {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
	}
}

// The cases are those of "a column" in web/test/format.test.ts, with their units.
func TestReportWritesColumnsAsThePageDoes(t *testing.T) {
	for name, test := range map[string]struct {
		numbers []float64
		unit    string
		want    []string
	}{
		"no letter where its least has none":   {[]float64{4660, 11_180, 0}, "rack", []string{"4,660 racks", "11,180 racks", "0 racks"}},
		"one letter where all have it":         {[]float64{325_000, 15_000, 0, 340_000}, "GPU", []string{"325k GPUs", "15k GPUs", "0 GPUs", "340k GPUs"}},
		"one number of decimals":               {[]float64{499.2, 23.14, 522.34}, "MW", []string{"499 MW", "23 MW", "522 MW"}},
		"as many as its least takes":           {[]float64{2.52, 8.74, 20.9}, "MW", []string{"2.5 MW", "8.7 MW", "20.9 MW"}},
		"stays in its unit":                    {[]float64{1090, 300}, "MW", []string{"1,090 MW", "300 MW"}},
		"loses no figure for it":               {[]float64{1.25e9, 40}, "GPU", []string{"1.25B GPUs", "40 GPUs"}},
		"tells what is absent":                 {[]float64{machine.Absent, 12}, "GPU", []string{"–", "12 GPUs"}},
		"of nothing is that":                   {[]float64{0, 0}, "MW", []string{"0 MW", "0 MW"}},
		"12.0k beside 6,667 have one number":   {[]float64{12_000, 6_667}, "GPU", []string{"12,000 GPUs", "6,667 GPUs"}},
		"a loss of what is counted has a sign": {[]float64{-2, 1}, "GPU", []string{"−2 GPUs", "1 GPU"}},
	} {
		t.Run(name, func(t *testing.T) {
			var values []result.Value
			for _, number := range test.numbers {
				values = append(values, result.Value{Number: number, Unit: test.unit})
			}
			if got := pageColumn(values); !slices.Equal(got, test.want) {
				t.Errorf("%q, not %q", got, test.want)
			}
		})
	}
}

func TestNothingAtAnAxis(t *testing.T) {
	for unit, want := range map[string]string{"USD": "$0", "USD/GPU/h": "$0/GPU-hour", "MW": "0 MW"} {
		if got := (&drawing{unit: unitOf{unit: unit}}).marked(0); got != want {
			t.Errorf("in %s it is %s, not %s", unit, got, want)
		}
	}
}
