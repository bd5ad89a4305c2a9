package scenario_test

import (
	"bytes"
	"errors"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/calendar"
	"rackonomics/engine/scenario"
)

func TestRandomChangesKeepTheDocumentValid(t *testing.T) {
	checkBoth(t, func(t *rapid.T, schema *scenario.Schema) {
		base, err := schema.Decode(randomDocument(t, schema))
		if err != nil {
			t.Fatal(err)
		}
		d := base
		for range rapid.IntRange(1, 8).Draw(t, "changes") {
			next, err := d.Apply([]scenario.Change{randomChange(t, d)})
			if err != nil {
				t.Fatal(err)
			}
			d = next
		}
		again, err := schema.Decode(d.Encode())
		if err != nil {
			t.Fatalf("%v\nin %s", err, d.Encode())
		}
		if !reflect.DeepEqual(d, again) {
			t.Fatalf("the changed document reads back otherwise:\n%s\n%s", d.Encode(), again.Encode())
		}
	})
}

// randomChange draws a change that is allowed.
func randomChange(t *rapid.T, d *scenario.Document) scenario.Change {
	instance := rapid.SampledFrom(d.Instances).Draw(t, "thing")
	schema := d.Schema()
	scope := schema.FindScope(instance.Scope)
	switch rapid.IntRange(0, 7).Draw(t, "kind of change") {
	case 6:
		return randomStudyChange(t, d)
	case 7:
		in := rapid.SampledFrom(schema.InputsOf(instance.Scope)).Draw(t, "input")
		uncertain := uncertainObject(t, in)
		return scenario.Change{Path: "study." + instance.Path(in.Field()), JSON: mustJSON(uncertain)}
	case 0:
		return scenario.Change{Path: "scenario.months", JSON: mustJSON(rapid.IntRange(1, min(scenario.LongestHorizon, calendar.Last.Since(d.Start))).Draw(t, "months"))}
	case 3:
		return scenario.Change{Path: instance.Path("title"), JSON: mustJSON(someText.Draw(t, "title"))}
	case 1:
		if !scope.Single {
			return change(instance.Scope+"."+instance.Name, "null")
		}
	case 2:
		if !scope.Single {
			parents := map[string][]string{}
			for _, other := range d.Instances {
				parents[other.Scope] = append(parents[other.Scope], other.Name)
			}
			name := rapid.SampledFrom([]string{instance.Name, "new"}).Draw(t, "name")
			return scenario.Change{Path: scope.Name + "." + name, JSON: mustJSON(instanceObject(t, schema, scope, name, parents[scope.Parent]))}
		}
	}
	in := rapid.SampledFrom(schema.InputsOf(instance.Scope)).Draw(t, "input")
	value := mustJSON(givenValue(t, in))
	if rapid.IntRange(0, 5).Draw(t, "unset") == 0 {
		value = []byte("null")
	}
	return scenario.Change{Path: instance.Path(in.Field()), JSON: value}
}

// Whatever changes come from a link or a message, what is refused leaves the
// document as it was, and what is made can be written and read again.
func FuzzApply(f *testing.F) {
	for _, seed := range [][2]string{
		{"order.hotel.share", "0.25"}, {"order.hotel.share", "null"}, {"order.hotel.title", `"A"`}, {"chain.title", "null"}, {"order.hotel", "null"},
		{"bakery.memphis", "null"}, {"order.new", `{"bakery":"austin","title":"N","fee":{"steps":[{"from":"2026-05","value":1}]}}`}, {"fair.x", "{}"},
		{"study.order.hotel.share", `{"form":"normal","low":0.4,"high":0.6}`}, {"study.order.hotel.share", `"sources"`}, {"study.correlations", `[{"of":["order.other.share","oven.deck.loaves"],"is":-0.5}]`},
		{"study.order.hotel.start", `{"form":"hazard","low":"2026-07","rate":0.2}`}, {"study.order.other.fee", `{"form":"discrete","times":true,"points":[{"value":1,"weight":2}]}`},
		{"study.order.other.share", "null"}, {"study.paths", "1000"}, {"study.measure", "null"}, {"scenario.seed", "7"},
		{"oven.deck.loaves", `{"steps":[{"from":"2026-05","value":1}]}`}, {"bakery.austin", "null"},
		{"scenario.start", `"2027-01"`}, {"scenario.months", "60"}, {"scenario.months", "1e9"}, {"order..title", `"A"`}, {"...", "[[[["}, {"order", "{}"},
	} {
		f.Add(seed[0], []byte(seed[1]))
	}
	f.Fuzz(func(t *testing.T, path string, value []byte) {
		base := decode(t, studied)
		before := base.Encode()
		d, err := base.Apply([]scenario.Change{{Path: path, JSON: value}})
		if !bytes.Equal(base.Encode(), before) {
			t.Fatalf("%q = %q has altered the document itself", path, value)
		}
		if err != nil {
			var problems scenario.Problems
			if !errors.As(err, &problems) || len(problems) == 0 || d != nil {
				t.Fatalf("%v is no list of problems", err)
			}
			return
		}
		again, err := bakeries.Decode(d.Encode())
		if err != nil || !reflect.DeepEqual(d, again) {
			t.Fatalf("%q = %q makes what does not read back: %v\n%s", path, value, err, d.Encode())
		}
	})
}
