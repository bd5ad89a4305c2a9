package form_test

import (
	"encoding/json"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/form"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/scenarios"
)

// A runner looks only at what was given anew, and a form too where it tells whether it
// fits. Whatever was run before, and however the document came about, that gives the
// bits of a runner that has run nothing, and what a form says that was made anew.
func TestWhatWasRunBeforeLeavesNothing(t *testing.T) {
	names := []string{"three-tenants", "start-up"}
	if testing.Short() {
		names = names[:1]
	}
	for _, name := range names {
		base, err := scenarios.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		// What has a value a month is read anew where more months are computed.
		base, err = base.Apply([]scenario.Change{{Path: "operator.capital_spending", JSON: json.RawMessage(`{"steps":[{"from":"2026-05","value":1e8},{"from":"2027-05","value":2e8}]}`)}})
		if err != nil {
			t.Fatal(err)
		}
		patterns := []string{"*"}
		made, err := form.Compile(base, patterns, nil)
		if err != nil {
			t.Fatal(err)
		}
		runner, err := form.NewRunner(made, 1)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				documents := []*scenario.Document{base}
				for range rapid.IntRange(2, 6).Draw(t, "runs") {
					from := rapid.SampledFrom(documents).Draw(t, "from")
					document := anotherOf(t, from)
					documents = append(documents, document)
					if model.Check(document) != nil {
						continue
					}
					other, err := form.Compile(document, patterns, nil)
					if err != nil {
						continue
					}
					fits := made.Fits(document)
					if fits != other.Fits(base) {
						t.Fatalf("it fits: %v, and the other way round: %v", fits, !fits)
					}
					if !fits {
						continue
					}
					fresh, err := form.NewRunner(made, 1)
					if err != nil {
						t.Fatal(err)
					}
					same(t, run(t, runner, document), run(t, fresh, document))
				}
			})
		})
	}
}

func run(t *rapid.T, runner *form.Runner, document *scenario.Document) *machine.Table {
	table, err := runner.Run(document, 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func same(t *rapid.T, got, want *machine.Table) {
	for i, column := range got.Program.Columns {
		a, b := got.Series(i), want.Series(i)
		for month := range b {
			if math.Float64bits(a[month]) != math.Float64bits(b[month]) {
				t.Fatalf("%s in month %d is %v; want %v", column.Row, month, a[month], b[month])
			}
		}
	}
}

// anotherOf is a document with another value of an input: applied as a change, put in
// its place in a copy, of an older version, or with another first month.
func anotherOf(t *rapid.T, from *scenario.Document) *scenario.Document {
	what := rapid.IntRange(0, 9).Draw(t, "what")
	if what == 1 {
		with := *from
		with.Version = rapid.IntRange(1, from.Version).Draw(t, "version")
		return &with
	}
	if what == 0 {
		with, err := from.Apply([]scenario.Change{{Path: "scenario.start", JSON: json.RawMessage(`"2026-0` + rapid.SampledFrom([]string{"5", "6"}).Draw(t, "start") + `"`)}})
		if err != nil {
			return from
		}
		return with
	}
	thing := rapid.IntRange(0, len(from.Instances)-1).Draw(t, "thing")
	in := rapid.SampledFrom(model.Scenario.InputsOf(from.Instances[thing].Scope)).Draw(t, "input")
	if what < 5 && from.Has("lease") { // which decides how many months are computed
		thing = slices.IndexFunc(from.Instances, func(one scenario.Instance) bool { return one.Scope == "lease" })
		in = model.Scenario.FindInput("lease.last_month")
	}
	value, draw := from.Value(thing, in), rapid.Float64Range(0, 1).Draw(t, "of what is possible")
	switch {
	case in.Kind == scenario.Switch:
		value.Number = 1 - value.Number
	case in.Kind == scenario.Choice:
		value.Number = min(math.Floor(draw*float64(len(in.Options))), float64(len(in.Options)-1))
	case in.Kind == scenario.Month:
		value.Number += math.Round(144*draw) - 24
	case value.Profile != nil || in.Kind != scenario.Number:
		return from
	default:
		value.Number = min(max(2*value.Number*draw, in.Min), in.Max)
	}
	if rapid.IntRange(0, 3).Draw(t, "in a copy") == 0 {
		return from.With(thing, in, value)
	}
	with, err := from.Apply([]scenario.Change{{Path: from.Instances[thing].Path(in.Field()), JSON: in.Encode(value)}})
	if err != nil {
		return from
	}
	return with
}
