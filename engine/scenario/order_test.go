package scenario_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/scenario"
)

func TestThingsAreReordered(t *testing.T) {
	base := decode(t, twoBakeries)
	for name, test := range map[string]struct {
		change scenario.Change
		want   string // what differs
	}{
		"as they stand":   {change("scenario.order.order", `["hotel","other"]`), "order.hotel<bakery.memphis order.other<bakery.austin"},
		"the other way":   {change("scenario.order.order", `["other","hotel"]`), "order.other<bakery.austin order.hotel<bakery.memphis"},
		"the first named": {change("scenario.order.order", `["other"]`), "order.other<bakery.austin order.hotel<bakery.memphis"},
		"none":            {change("scenario.order.order", `[]`), "order.hotel<bakery.memphis order.other<bakery.austin"},
		"null":            {change("scenario.order.order", `null`), "order.hotel<bakery.memphis order.other<bakery.austin"},
		"of parents":      {change("scenario.order.bakery", `["austin","memphis"]`), "bakery.austin<chain.chain bakery.memphis<chain.chain oven.deck<bakery.memphis oven.stone<bakery.austin mill.river<bakery.austin"},
	} {
		d, err := base.Apply([]scenario.Change{test.change})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := things(d); !strings.Contains(got, test.want) {
			t.Errorf("%s: %s; want %s", name, got, test.want)
		}
		if again := decode(t, string(d.Encode())); things(again) != things(d) {
			t.Errorf("%s: it reads back as %s", name, things(again))
		}
	}
}

func TestOrderRefuses(t *testing.T) {
	base := decode(t, twoBakeries)
	for name, test := range map[string]struct {
		change  scenario.Change
		mention string
	}{
		"of what there is one": {change("scenario.order.chain", `[]`), "allowed is scenario.order. and one of bakery, oven, mill, fair, order"},
		"of nothing":           {change("scenario.order.hotel", `[]`), "allowed is scenario.order. and one of"},
		"no list":              {change("scenario.order.order", `"hotel"`), "list"},
		"no name":              {change("scenario.order.order", `[1]`), "text"},
		"one that is not":      {change("scenario.order.order", `["inn"]`), `there is no order named "inn"; allowed is each of hotel, other once`},
		"twice":                {change("scenario.order.order", `["hotel","hotel"]`), `"hotel" is named twice`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := base.Apply([]scenario.Change{test.change})
			expectProblem(t, err, test.change.Path, test.mention)
		})
	}
	if things(base) != things(decode(t, twoBakeries)) {
		t.Error("what was refused changed the document")
	}
}

// An order is a permutation of the things of its kind: nothing else changes.
func TestAnyOrderKeepsEverything(t *testing.T) {
	checkBoth(t, func(t *rapid.T, schema *scenario.Schema) {
		d, err := schema.Decode(randomDocument(t, schema))
		if err != nil {
			t.Fatal(err)
		}
		instance := rapid.SampledFrom(d.Instances).Draw(t, "thing")
		if schema.FindScope(instance.Scope).Single {
			return
		}
		var names []string
		for _, other := range d.Instances {
			if other.Scope == instance.Scope {
				names = append(names, other.Name)
			}
		}
		order := rapid.Permutation(names).Draw(t, "order")
		path := "scenario.order." + instance.Scope
		ordered, err := d.Apply([]scenario.Change{{Path: path, JSON: mustJSON(order)}})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, other := range ordered.Instances {
			if other.Scope == instance.Scope {
				got = append(got, other.Name)
			}
		}
		if !slices.Equal(got, order) {
			t.Fatalf("%q; want %q", got, order)
		}
		back, err := ordered.Apply([]scenario.Change{{Path: path, JSON: mustJSON(names)}})
		if err != nil || string(back.Encode()) != string(d.Encode()) {
			t.Fatalf("back in its order it is another document: %v\n%s", err, back.Encode())
		}
	})
}

func TestChangesWithout(t *testing.T) {
	base := decode(t, twoBakeries)
	changes := []scenario.Change{change("bakery.paris", "{}"), change("oven.brick", `{"bakery":"paris"}`), change("oven.brick.loaves", "5"),
		change("scenario.order.oven", `["brick"]`), change("order.hotel.share", "0.7"), change("order.other", "null")}
	for path, want := range map[string]string{
		"order.hotel.share":   "bakery.paris oven.brick oven.brick.loaves scenario.order.oven order.other",
		"oven.brick.loaves":   "bakery.paris oven.brick scenario.order.oven order.hotel.share order.other",
		"bakery.paris":        "order.hotel.share order.other",
		"order.other":         "bakery.paris oven.brick oven.brick.loaves scenario.order.oven order.hotel.share",
		"scenario.order.oven": "bakery.paris oven.brick oven.brick.loaves order.hotel.share order.other",
	} {
		left, err := base.ChangesWithout(changes, path)
		var got []string
		for _, change := range left {
			got = append(got, change.Path)
		}
		if err != nil || strings.Join(got, " ") != want {
			t.Errorf("without %s: %q, %v; want %s", path, got, err, want)
		}
		if _, err := base.Apply(left); err != nil {
			t.Errorf("without %s: %v", path, err)
		}
	}
	_, err := base.ChangesWithout(changes, "order.hotel.price")
	expectProblem(t, err, "order.hotel.price", "this is not changed")
}
