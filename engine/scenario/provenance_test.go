package scenario_test

import (
	"testing"

	"rackonomics/engine/scenario"
)

// Moving a slider must not lose where the figure came from.
func TestProvenanceStays(t *testing.T) {
	share := bakeries.FindInput("order.share")
	for name, test := range map[string]struct {
		value   string
		note    string
		sources int
		assumed bool
	}{
		"as it was":             {"0.5", "half", 1, false},
		"another value":         {"0.4", "half", 1, true},
		"with a note":           {`{"value":0.4,"note":"less"}`, "less", 0, true},
		"with a source":         {`{"value":0.4,"sources":[{"label":"Press","confidence":"M"}]}`, "", 1, false},
		"with an estimate":      {`{"value":0.4,"sources":[{"label":"Guess","confidence":"EST"}]}`, "", 1, true},
		"a source for another":  {`{"value":0.4,"sources":[{"label":"Press","confidence":"M","value":0.3}]}`, "", 1, true},
		"explicitly no sources": {`{"value":0.4,"sources":[]}`, "", 0, true},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := decode(t, twoBakeries).Apply([]scenario.Change{change("order.hotel.share", test.value)})
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range []*scenario.Document{d, decode(t, string(d.Encode()))} {
				instance := d.Find("order", "hotel")
				given := d.Instances[instance].Given["share"]
				if given.Note != test.note || len(given.Sources) != test.sources || d.Assumed(instance, share) != test.assumed {
					t.Errorf("note %q, %d sources, assumed %v", given.Note, len(given.Sources), d.Assumed(instance, share))
				}
			}
		})
	}
	d, err := decode(t, twoBakeries).Apply([]scenario.Change{change("order.hotel.share", "0.4"), change("order.hotel.share", "0.5")})
	if err != nil || d.Assumed(d.Find("order", "hotel"), share) {
		t.Errorf("moved away and back, the sourced value counts as assumed (%v)", err)
	}
}

func TestAssumed(t *testing.T) {
	d := decode(t, `{"version":1,"name":"a","start":"2026-05","months":1,"bakery":[{"name":"s","waste":1.18}],
		"order":[{"name":"l","bakery":"s","notice":90,"fee":1250000000,"price":2.35,"escalator":0.02,"usage":1}]}`)
	for path, want := range map[string]bool{
		"order.share":        true,  // the default is our assumption
		"order.minimum_term": false, // the default has a source
		"order.notice":       false, // given as the default, which has a source
		"order.usage":        true,  // given as the default, which is an assumption
		"order.price":        false, // another declared source states it
		"order.escalator":    true,  // nobody states it
		"bakery.waste":       false, // a source states it, though not the default
	} {
		in := bakeries.FindInput(path)
		instance := d.Find(in.Scope(), map[string]string{"order": "l", "bakery": "s"}[in.Scope()])
		if got := d.Assumed(instance, in); got != want {
			t.Errorf("%s: assumed is %v, want %v", path, got, want)
		}
	}
}
