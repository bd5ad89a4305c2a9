package scenario_test

import (
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/scenario"
)

// With all of its differences a document is the other one, in whichever order they
// are listed: nothing is left to tell.
func TestAllDifferencesMakeTheOther(t *testing.T) {
	checkBoth(t, func(t *rapid.T, schema *scenario.Schema) {
		one, other := randomPair(t, schema)
		list := one.Differences(other)
		became, err := one.Exchange(other, rapid.Permutation(list).Draw(t, "order"))
		if err != nil {
			t.Fatal(err)
		}
		if left := became.Differences(other); len(left) > 0 {
			t.Fatalf("%d differences, after which there is still %+v", len(list), left[0])
		}
	})
}

func TestNothingDiffersFromItself(t *testing.T) {
	checkBoth(t, func(t *rapid.T, schema *scenario.Schema) {
		one, other := randomPair(t, schema)
		if list := one.Differences(one.Clone()); len(list) > 0 {
			t.Fatalf("a document differs from its copy: %+v", list[0])
		}
		same, err := one.Exchange(other, nil)
		if err != nil {
			t.Fatal(err)
		}
		if list := same.Differences(one); len(list) > 0 {
			t.Fatalf("nothing was exchanged, and there is %+v", list[0])
		}
	})
}

// Every difference is told of where it is, and the other way round with both
// values exchanged.
func TestDifferencesTurnAround(t *testing.T) {
	checkBoth(t, func(t *rapid.T, schema *scenario.Schema) {
		one, other := randomPair(t, schema)
		there, back := one.Differences(other), other.Differences(one)
		turned := map[string]scenario.Difference{}
		for _, d := range back {
			turned[d.Path] = d
		}
		if len(turned) != len(there) {
			t.Fatalf("%d differences there and %d back", len(there), len(turned))
		}
		for _, d := range there {
			if b := turned[d.Path]; !b.From.Equal(d.To) || !b.To.Equal(d.From) || b.FromText != d.ToText || b.ToText != d.FromText {
				t.Fatalf("there %+v, back %+v", d, b)
			}
		}
	})
}

func randomPair(t *rapid.T, schema *scenario.Schema) (one, other *scenario.Document) {
	read := func(label string) *scenario.Document {
		document, err := schema.Decode(randomDocument(t, schema))
		if err != nil {
			t.Fatalf("%s: %v", label, err)
		}
		return document
	}
	return read("one"), read("other")
}
