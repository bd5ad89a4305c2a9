package scenario_test

import (
	"strings"
	"testing"

	"rackonomics/engine/scenario"
)

// A document that leaves an input out means the default of its own version, for
// things that are added later too, and keeps its version when it is written.
func TestAnOlderDocumentKeepsItsDefaults(t *testing.T) {
	trade := bakeryTrade()
	spoil("order.fee", func(in *scenario.Input) {
		in.Formerly = []scenario.Former{{Through: 1, Default: "7e6"}}
		in.Sources = []scenario.Source{{Label: "Yesterday's Gazette", Confidence: scenario.High, Value: pointer(scenario.NumberValue(1250e6))}}
	})(&trade)
	schema := newSchema(trade)
	fee := schema.FindInput("order.fee")
	for version, want := range map[string]float64{"1": 7e6, "2": 1250e6} {
		text := `{"version":` + version + `,"name":"a","start":"2026-05","months":12,"bakery":[{"name":"s"}],"order":[{"name":"one","bakery":"s"}]}`
		document, err := schema.Decode([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		more, err := document.Apply([]scenario.Change{{Path: "order.two", JSON: []byte(`{"bakery":"s"}`)}})
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"one", "two"} {
			at := more.Find("order", name)
			if got := more.Value(at, fee).Number; got != want {
				t.Errorf("in a document of version %s the fee of order %s is %v, not %v", version, name, got, want)
			}
			if assumed := more.Assumed(at, fee); assumed != (version == "1") {
				t.Errorf("in a document of version %s a source states the fee of order %s: %v", version, name, !assumed)
			}
		}
		if written := string(more.Encode()); !strings.Contains(written, `"version": `+version) || strings.Contains(written, "fee") {
			t.Errorf("a document of version %s is written as %s", version, written)
		}
	}
}

func pointer(v scenario.Value) *scenario.Value { return &v }

func TestFormerDefaultsAreChecked(t *testing.T) {
	for mention, former := range map[string][]scenario.Former{
		"order.fee: the default up to version 1: -1 is out of bounds": {{Through: 1, Default: "-1"}},
		"order.fee: a default up to version 2; allowed is 1 to 1":     {{Through: 2, Default: "1"}},
		"order.fee: a default up to version 1; allowed is 2 to 1":     {{Through: 1, Default: "1"}, {Through: 1, Default: "2"}},
	} {
		trade := bakeryTrade()
		spoil("order.fee", func(in *scenario.Input) { in.Formerly = former })(&trade)
		if _, err := scenario.NewSchema(trade); err == nil || !strings.Contains(err.Error(), mention) {
			t.Errorf("%v gives %v, not %s", former, err, mention)
		}
	}
}
