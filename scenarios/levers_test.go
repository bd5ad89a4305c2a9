package scenarios_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/scenarios"
)

// What a scenario names as mattering moves a figure of it, whatever the conditions
// that are declared.
func TestEveryLeverMovesAFigure(t *testing.T) {
	for _, name := range scenarios.Names {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			document, err := scenarios.Load(name)
			if err != nil {
				t.Fatal(err)
			}
			if len(document.Levers) == 0 {
				t.Fatal("it names no inputs that matter")
			}
			run := session.New(document, session.AllRows)
			before := allMeasures(t, run, nil)
			for _, path := range document.Levers {
				if !moves(t, run, document, path, before) {
					t.Errorf("%s moves no measure of it", path)
				}
			}
		})
	}
}

func moves(t *testing.T, run *session.Session, document *scenario.Document, path string, before map[string]string) bool {
	t.Helper()
	instance, in, err := document.Locate(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, other := range others(document, instance, in) {
		for name, value := range allMeasures(t, run, []scenario.Change{{Path: path, JSON: other}}) {
			if value != before[name] {
				return true
			}
		}
	}
	return false
}

// others are values of an input on either side of its own.
func others(document *scenario.Document, instance int, in *scenario.Input) (values [][]byte) {
	value := document.Value(instance, in)
	switch {
	case in.Kind == scenario.Number && value.Profile != nil:
		return [][]byte{in.Encode(in.Times(value, 0.8)), in.Encode(in.Times(value, 1.2))}
	case in.Kind == scenario.Number && in.Unit == "month" || in.Unit == "day":
		return [][]byte{in.Encode(scenario.NumberValue(max(in.Min, value.Number-5))), in.Encode(scenario.NumberValue(min(in.Max, value.Number+5)))}
	case in.Kind == scenario.Number:
		step := max(value.Number/5, in.Step)
		return [][]byte{in.Encode(scenario.NumberValue(max(in.Min, value.Number-step))), in.Encode(scenario.NumberValue(min(in.Max, value.Number+step)))}
	case in.Kind == scenario.Month:
		middle, _ := json.Marshal(document.Start.Add(document.Months / 2).String())
		early, _ := json.Marshal(document.Start.Add(4).String())
		return [][]byte{middle, early}
	case in.Kind == scenario.Switch:
		return [][]byte{in.Encode(scenario.NumberValue(1 - value.Number))}
	}
	return nil
}

func allMeasures(t *testing.T, run *session.Session, changes []scenario.Change) map[string]string {
	t.Helper()
	result, err := run.Run(changes)
	if err != nil {
		t.Fatal(err)
	}
	figures, err := result.Measures()
	if err != nil {
		t.Fatal(err)
	}
	values := map[string]string{}
	for _, figure := range figures {
		values[figure.Name] = fmt.Sprint(figure.Value)
	}
	return values
}

// A document that names none has the usual ones, of what there is in it.
func TestUsualLevers(t *testing.T) {
	for _, name := range scenarios.Names {
		document, err := scenarios.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		document.Levers = nil
		levers := model.LeversOf(document)
		if len(levers) < scenario.FewestLevers || len(levers) > scenario.MostLevers {
			t.Errorf("%s: %d inputs are the usual ones: %q", name, len(levers), levers)
		}
		document.Levers = levers
		if _, err := model.Scenario.Decode(document.Encode()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A declared source states the default unless it says what else. Beside another value of a scenario that has no source of its
// own none may stand as if it stated that: the terms of one lease are no source for those of another.
func TestSourcesStandBesideWhatTheyState(t *testing.T) {
	others := 0
	for _, name := range scenarios.Names {
		document, err := scenarios.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		for i := range document.Instances {
			thing := &document.Instances[i]
			for _, in := range model.Scenario.InputsOf(thing.Scope) {
				value := document.Value(i, in)
				if thing.Given[in.Field()].Sources != nil || value.Equal(in.DefaultValue()) {
					continue
				}
				for at, source := range document.Cited(i, in) {
					if source.Value == nil {
						t.Errorf("%s: %q stands beside %s of %s", name, source.Label, in.Encode(value), thing.Path(in.Field()))
					}
					if in.Sources[at].Value == nil {
						others++
					}
				}
			}
		}
	}
	if others < 20 {
		t.Errorf("only %d such values are in the shipped scenarios", others)
	}
}
