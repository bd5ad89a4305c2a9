package scenario_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/scenario"
)

const hotelOrder = `"bakery":[{"name":"memphis"}],"order":[{"name":"hotel","bakery":"memphis"}]`

func withLevers(levers string) string { return document(hotelOrder, `"levers":`+levers) }

const fourLevers = `["order.hotel.share","order.hotel.price","bakery.memphis.load","chain.spending"]`

func TestLevers(t *testing.T) {
	d := decode(t, withLevers(fourLevers))
	want := []string{"order.hotel.share", "order.hotel.price", "bakery.memphis.load", "chain.spending"}
	if !slices.Equal(d.Levers, want) {
		t.Errorf("%q are read; want %q", d.Levers, want)
	}
	again := decode(t, string(d.Encode()))
	if !reflect.DeepEqual(d, again) {
		t.Errorf("it reads back otherwise:\n%s", again.Encode())
	}
	if plain := decode(t, document(hotelOrder)); plain.Hash() != d.Hash() {
		t.Error("what changes no figure changes the hash, so that old links would lose their base")
	} else if d.IsShownAs(plain) || !plain.IsShownAs(d) || !d.IsShownAs(again) {
		t.Error("a document with levers is not shown as one without, and one without as any")
	}
}

func TestLeversRefuse(t *testing.T) {
	for name, test := range map[string]struct{ levers, path, mention string }{
		"no list":           {`"order.hotel.share"`, "levers", "list"},
		"too few":           {`["order.hotel.share"]`, "levers", "allowed are 4 to 8"},
		"too many":          {`["a","a","a","a","a","a","a","a","a"]`, "levers", "9 inputs are named"},
		"no text":           {`[1,"order.hotel.price","bakery.memphis.load","chain.spending"]`, "levers.0", "text"},
		"no such thing":     {`["order.hotel.price","bakery.memphis.load","chain.spending","order.inn.share"]`, "levers.3", `there is no order named "inn"`},
		"no such input":     {`["order.hotel.taste","order.hotel.price","bakery.memphis.load","chain.spending"]`, "levers.0", "order has no input"},
		"a thing":           {`["order.hotel","order.hotel.price","bakery.memphis.load","chain.spending"]`, "levers.0", "a thing as a whole"},
		"without effect":    {`["order.hotel.loaves","order.hotel.price","bakery.memphis.load","chain.spending"]`, "levers.0", "only with basis=loaves|weight"},
		"without, by a way": {`["order.hotel.crust_share","order.hotel.price","bakery.memphis.load","chain.spending"]`, "levers.0", "only with crust=true"},
		"twice":             {`["order.hotel.price","order.hotel.price","bakery.memphis.load","chain.spending"]`, "levers.1", "named twice"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := bakeries.Decode([]byte(withLevers(test.levers)))
			expectProblem(t, err, test.path, test.mention)
		})
	}
}

// A changed document can be written and read: levers that are gone are not named.
func TestLeversFollowChanges(t *testing.T) {
	five := decode(t, withLevers(`["order.hotel.share","order.hotel.price","bakery.memphis.load","chain.spending","order.hotel.start"]`))
	for name, test := range map[string]struct {
		change scenario.Change
		left   int
	}{
		"nothing":           {change("scenario.months", "24"), 5},
		"another basis":     {change("order.hotel.basis", `"loaves"`), 4},
		"the thing is gone": {change("order.hotel", "null"), 0},
	} {
		d, err := five.Apply([]scenario.Change{test.change})
		if err != nil || len(d.Levers) != test.left {
			t.Errorf("%s: %q are left, %v; want %d", name, d.Levers, err, test.left)
			continue
		}
		decode(t, string(d.Encode()))
	}
	if len(five.Levers) != 5 {
		t.Error("a change of a copy changed the document")
	}
}

func TestLeversOfRandomDocumentsReadBack(t *testing.T) {
	checkBoth(t, func(t *rapid.T, schema *scenario.Schema) {
		d, err := schema.Decode(randomDocument(t, schema))
		if err != nil {
			t.Fatal(err)
		}
		var paths []string
		for i := range d.Instances {
			for _, in := range schema.InputsOf(d.Instances[i].Scope) {
				if d.HasEffect(i, in) {
					paths = append(paths, d.Instances[i].Path(in.Field()))
				}
			}
		}
		if len(paths) < 4 {
			return
		}
		d.Levers = rapid.SliceOfNDistinct(rapid.SampledFrom(paths), 4, min(8, len(paths)), rapid.ID[string]).Draw(t, "levers")
		for range rapid.IntRange(0, 3).Draw(t, "changes") {
			if d, err = d.Apply([]scenario.Change{randomChange(t, d)}); err != nil {
				t.Fatal(err)
			}
		}
		again, err := schema.Decode(d.Encode())
		if err != nil || !reflect.DeepEqual(d, again) {
			t.Fatalf("it reads back otherwise: %v\n%s", err, d.Encode())
		}
	})
}

// An input may hang on a number that is more than nothing, now or at some time.
func TestAnEffectWithMoreThanNothing(t *testing.T) {
	declared := bakeryTrade()
	onlyWith("fee>0")(&declared.Inputs[slices.IndexFunc(declared.Inputs, func(in scenario.Input) bool { return in.Name == "order.price" })])
	schema := newSchema(declared)
	for fee, want := range map[string]bool{`0`: false, `5`: true, `{"steps":[{"from":"2026-05","value":0}]}`: false,
		`{"steps":[{"from":"2026-05","value":0},{"from":"2026-09","value":1}]}`: true} {
		d, err := schema.Decode([]byte(document(`"bakery":[{"name":"memphis"}],"order":[{"name":"hotel","bakery":"memphis","fee":` + fee + `}]`)))
		if err != nil {
			t.Fatal(err)
		}
		instance, in, err := d.Locate("order.hotel.price")
		if err != nil || d.HasEffect(instance, in) != want {
			t.Errorf("a fee of %s: the price has an effect is %v, %v", fee, !want, err)
		}
	}
}
