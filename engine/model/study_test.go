package model_test

import (
	"strings"
	"testing"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// A study asks about the measures that there are, of a thing where several have it.
func TestStudiesAskAboutMeasures(t *testing.T) {
	base := letWith(t, "")
	for measure, mistake := range map[string]string{
		"break_even.operating_income.first":          "",
		"concentration.revenue@a":                    "",
		"concentration.revenue":                      "say whose it is, as concentration.revenue@ and a name among leases",
		"concentration.revenue@c":                    `there is no lease named "c"`,
		"break_even.operating_income.first@operator": "there is one operator alone",
		"break_even.revenue":                         `there is no measure "break_even.revenue"`,
	} {
		_, err := base.Apply([]scenario.Change{set("study.measure", measure)})
		if mistake == "" && err != nil || mistake != "" && (err == nil || !strings.Contains(err.Error(), "study.measure: "+mistake)) {
			t.Errorf("%s: %v, want %q", measure, err, mistake)
		}
	}
}

// Whatever the model declares as an input may be uncertain, by a factor where it may change over time.
func TestEveryInputMayBeUncertain(t *testing.T) {
	for _, in := range model.Scenario.Inputs() {
		text := "times 0.5 to 1.5"
		switch in.Kind {
		case scenario.Switch:
			text = "true or false"
		case scenario.Choice:
			text = "discrete " + in.Options[0].Name
		case scenario.Month:
			text = "2026-07 to 2027-01"
		case scenario.Day:
			text = "2026-07-15 to 2026-08-01"
		}
		if _, err := in.ReadUncertain(text); err != nil {
			t.Errorf("%s: %v", in.Name, err)
		}
	}
}
