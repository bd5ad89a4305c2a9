package model_test

import (
	"cmp"
	"strings"
	"testing"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/scenarios"
)

// What can do nothing says why, with the numbers; what gets all it asks for says nothing.
func TestObstacles(t *testing.T) {
	second := func(inputs string) []scenario.Change {
		return []scenario.Change{{Path: "lease.second", JSON: []byte(`{"site":"memphis","title":"Second",` + inputs + `}`)}}
	}
	share := func(value float64) scenario.Change { return set("lease.anthropic.share", value) }
	for name, test := range map[string]struct {
		changes []scenario.Change
		want    string // empty where there is none
		of      string // the founding scenario where empty
	}{
		"as it is":                {changes: nil},
		"the other half":          {second(`"share":0.5`), "", ""},
		"a site let whole":        {append(second(`"share":0.5`), share(1)), "is let whole to Anthropic until 2031-04, 330,000 GPUs: nothing is left for this lease.", ""},
		"a site let whole, first": {append(second(`"share":0.5`), share(1), scenario.Change{Path: "scenario.order.lease", JSON: []byte(`["second"]`)}), "leases that come first (Second) hold 165,000: this lease gets 165,000 of 330,000 GPUs then", ""},
		"more than is left":       {second(`"share":0.75`), "this lease gets 165,000 of 247,500 GPUs then, and less than all in 36 other months.", ""},
		"after the scenario":      {second(`"start":"2040-01","last_month":"2041-01"`), "It begins in 2040-01, after the scenario ends with 2031-04.", ""},
		"before the scenario":     {second(`"start":"2020-01","last_month":"2021-01"`), "It ends with 2021-01, before the scenario begins in 2026-05.", ""},
		"the wrong way round":     {second(`"start":"2028-01","last_month":"2027-01"`), "It ends with 2027-01, before it begins in 2028-01.", ""},
		"no share":                {second(`"share":0,"price_basis":"gpu_hour"`), "It comes to no GPU", ""},
		"too little power":        {nil, "has 109,109 GPUs to let in 2027-02: this lease gets", "power-capped"},
		"calls":                   {[]scenario.Change{set("lease.anthropic.gpus", 100_000)}, "has no GPUs to let in the hours of 2027-02 in which the grid operator calls: on average this lease gets 99,256 of 100,000 GPUs then", "power-capped"},
	} {
		t.Run(name, func(t *testing.T) {
			document, err := scenarios.Load(cmp.Or(test.of, "half-the-data-center"))
			if err != nil {
				t.Fatal(err)
			}
			run, err := session.New(document, model.ObstacleRows...).Run(test.changes)
			if err != nil {
				t.Fatal(err)
			}
			found := run.Obstacles()
			switch {
			case test.want == "" && len(found) > 0:
				t.Errorf("%v; want none", found[0])
			case test.want != "" && (len(found) != 1 || !strings.Contains(found[0].Message, test.want)):
				t.Errorf("%v; want one: %s", found, test.want)
			}
		})
	}
}
