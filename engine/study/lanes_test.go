package study

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/scenarios"
)

// watched are measures and rows of every kind.
var watched = []string{"break_even.operating_income.first", "break_even.operating_income.way"}

// drawnVariables picks inputs of a scenario, each thing's alike.
func drawnVariables(t *rapid.T, document *scenario.Document) []Variable {
	var variables []Variable
	for range rapid.IntRange(1, 5).Draw(t, "variables") {
		thing := rapid.IntRange(0, len(document.Instances)-1).Draw(t, "thing")
		inputs := model.Scenario.InputsOf(document.Instances[thing].Scope)
		if len(inputs) == 0 {
			continue
		}
		in := rapid.SampledFrom(inputs).Draw(t, "input")
		path := document.Instances[thing].Path(in.Field())
		if slices.ContainsFunc(variables, func(v Variable) bool { return v.Path == path }) {
			continue
		}
		found, err := Find(document, path, in.Kind == scenario.Number && rapid.Bool().Draw(t, "times"))
		if err == nil {
			variables = append(variables, found)
		}
	}
	return variables
}

// drawnNumber is a value that a lane may have.
func drawnNumber(t *rapid.T, document *scenario.Document, v *Variable) float64 {
	base := document.Value(v.Thing, v.Input)
	switch {
	case v.Times:
		return rapid.Float64Range(0, 3).Draw(t, v.Path)
	case v.Input.Kind == scenario.Switch:
		return float64(rapid.IntRange(0, 1).Draw(t, v.Path))
	case v.Input.Kind == scenario.Choice:
		return float64(rapid.IntRange(0, len(v.Input.Options)-1).Draw(t, v.Path))
	case v.Input.Kind == scenario.Month, v.Input.Kind == scenario.Day:
		return max(0, base.Number+float64(rapid.IntRange(-40, 40).Draw(t, v.Path)))
	}
	low, high := min(base.Number/2, base.Number*2), max(base.Number/2, base.Number*2)+1
	near := rapid.Float64Range(max(v.Input.Min, low), min(v.Input.Max, high))
	return rapid.OneOf(near, rapid.SampledFrom([]float64{v.Input.Min, base.Number})).Draw(t, v.Path)
}

// A lane has the bits of the plain run of the scenario with the lane's inputs,
// whichever other lanes there are, before and beside it.
func TestLaneIsThePlainRun(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		document, err := scenarios.Load(rapid.SampledFrom(scenarios.Names).Draw(t, "scenario"))
		if err != nil {
			t.Fatal(err)
		}
		variables := drawnVariables(t, document)
		watch := Watch{Measures: watched, Rows: []Row{{"operator.operating_income", "operator"}, {"operator.cash", "operator"}}}
		lanes, err := NewLanes(document, variables, watch)
		if err != nil {
			t.Fatal(err)
		}
		for range 2 {
			count := rapid.IntRange(1, 3).Draw(t, "lanes")
			values := make([][]float64, len(variables))
			for i := range variables {
				for range count {
					values[i] = append(values[i], drawnNumber(t, document, &variables[i]))
				}
			}
			if err := lanes.Run(values, count, nil); err != nil {
				t.Fatal(err)
			}
			for lane := range count {
				compareWithPlain(t, lanes, values, lane)
			}
		}
	})
}

// compareWithPlain holds a lane to the run of its document.
func compareWithPlain(t *rapid.T, lanes *Lanes, values [][]float64, lane int) {
	document := lanes.document
	for i := range lanes.variables {
		v := &lanes.variables[i]
		document = lanes.changed(document, v, v.Value(lanes.document, values[i][lane]))
	}
	if err := model.Check(document); (err != nil) != lanes.refused[lane] {
		t.Fatalf("alone it says %v; refused is %v", err, lanes.refused[lane])
	}
	if lanes.refused[lane] {
		return
	}
	measures, rows, err := Plain(document, lanes.watch)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range measures {
		if got := lanes.Measure(i)[lane]; got != want && !(got != got && want != want) {
			t.Fatalf("%s is %v in the lane, %v alone", lanes.watch.Measures[i], got, want)
		}
	}
	isExact := !slices.ContainsFunc(lanes.variables, func(v Variable) bool { return v.Times && document.Value(v.Thing, v.Input).Profile != nil })
	for i, row := range lanes.watch.Rows {
		for month, want := range rows[i] {
			got := lanes.Row(i, month)[lane]
			same := math.Float64bits(got) == math.Float64bits(want)
			if !isExact { // a factor of each month's value is rounded otherwise than one of each step's
				same = math.Abs(got-want) <= 1e-9*max(1, math.Abs(want)) || got != got && want != want
			}
			if !same {
				t.Fatalf("%s in month %d is %v in the lane, %v alone", row.Name, month, got, want)
			}
		}
	}
}

// A flat fee for no share of the GPUs means nothing: the lane has no figures, and those
// beside it have theirs.
func TestLaneThatMeansNothing(t *testing.T) {
	document := changed(t, "half-the-data-center", `lease.anthropic.price_basis="fee"`, `lease.anthropic.fee=1e9`, `lease.anthropic.prorated=true`)
	row := Row{"operator.operating_income", "operator"}
	lanes, err := NewLanes(document, []Variable{found(t, document, "lease.anthropic.share"), found(t, document, "operator.discount_rate")},
		Watch{Measures: []string{"net_present_value"}, Rows: []Row{row}})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := lanes.Run([][]float64{{0.5, 0, 0.3, 0}, {0.1, 0.1, 0, 0}}, 4, nil); err != nil {
			t.Fatal(err)
		}
		for lane, means := range []bool{true, false, true, false} {
			if value, income := lanes.Measure(0)[lane], lanes.Row(0, 3)[lane]; (value == value) != means || (income == income) != means {
				t.Errorf("lane %d is worth %v and earns %v", lane, value, income)
			}
		}
	}
}

// What is multiplied by date has in each month what the scenario with that input has:
// a straight line between rounded steps, and nothing where next to nothing is left.
func TestLaneOfAFactorOnALine(t *testing.T) {
	document, err := scenarios.Load("starmind")
	if err != nil {
		t.Fatal(err)
	}
	v, err := Find(document, "fleet.ai1.gpus", true)
	if err != nil {
		t.Fatal(err)
	}
	watch := Watch{Measures: []string{"break_even.operating_income.first", "net_present_value"}, Rows: []Row{{"fleet.gpus_installed", "ai1"}, {"operator.operating_income", "operator"}}}
	lanes, err := NewLanes(document, []Variable{v}, watch)
	if err != nil {
		t.Fatal(err)
	}
	factors := []float64{1, 0.7, 1.1, 3e-30, 0}
	if err := lanes.Run([][]float64{factors}, len(factors), nil); err != nil {
		t.Fatal(err)
	}
	for lane, factor := range factors {
		measures, rows, err := Plain(document.With(v.Thing, v.Input, v.Value(document, factor)), watch)
		if err != nil {
			t.Fatal(err)
		}
		for i, want := range measures {
			if got := lanes.Measure(i)[lane]; math.Float64bits(got) != math.Float64bits(want) {
				t.Errorf("%s at %v is %v in the lane, %v alone", watch.Measures[i], factor, got, want)
			}
		}
		for i, row := range rows {
			for month, want := range row {
				if got := lanes.Row(i, month)[lane]; math.Float64bits(got) != math.Float64bits(want) {
					t.Fatalf("%s at %v in month %d is %v in the lane, %v alone", watch.Rows[i].Name, factor, month, got, want)
				}
			}
		}
	}
}

// A lease more or less is a program of its own: a lane in which there is none has
// the bits of the scenario without it.
func TestLaneWithoutAThing(t *testing.T) {
	document, err := scenarios.Load("three-tenants")
	if err != nil {
		t.Fatal(err)
	}
	lease := document.Instances[slices.IndexFunc(document.Instances, func(i scenario.Instance) bool { return i.Scope == "lease" })].Name
	var variables []Variable
	for _, path := range []string{"lease." + lease, "lease." + lease + ".share", "operator.discount_rate"} {
		variable, err := Find(document, path, false)
		if err != nil {
			t.Fatal(err)
		}
		variables = append(variables, variable)
	}
	row := Row{"operator.operating_income", "operator"}
	lanes, err := NewLanes(document, variables, Watch{Measures: []string{"lease.headline_value@" + lease}, Rows: []Row{row}})
	if err != nil {
		t.Fatal(err)
	}
	values := [][]float64{{1, 0, 1}, {0.2, 0.2, 0.3}, {0.1, 0.1, 0.12}}
	if err := lanes.Run(values, 3, nil); err != nil {
		t.Fatal(err)
	}
	without, err := document.Apply([]scenario.Change{{Path: "lease." + lease, JSON: []byte("null")}})
	if err != nil {
		t.Fatal(err)
	}
	_, rows, err := Plain(without, Watch{Rows: []Row{row}})
	if err != nil {
		t.Fatal(err)
	}
	for month, want := range rows[0] {
		if got := lanes.Row(0, month)[1]; math.Float64bits(got) != math.Float64bits(want) {
			t.Fatalf("month %d: %v in the lane without the lease, %v in the scenario without it", month, got, want)
		}
	}
	if value := lanes.Measure(0); value[1] == value[1] || value[0] != value[0] {
		t.Errorf("the lease is worth %v where there is none, and %v where there is", value[1], value[0])
	}
}
