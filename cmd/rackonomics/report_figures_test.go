package main

import (
	"os"
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
