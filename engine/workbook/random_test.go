package workbook

import (
	"encoding/json"
	"fmt"
	"math"

	"pgregory.net/rapid"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/scenarios"
)

// anyScenario is a shipped scenario, cut to a few months, with some of its inputs
// set to anything that is allowed. What contradicts the rest is left as it was.
var anyScenario = rapid.Custom(func(t *rapid.T) *scenario.Document {
	document, err := scenarios.Load(rapid.SampledFrom(scenarios.Names).Draw(t, "scenario"))
	if err != nil {
		t.Fatal(err)
	}
	document = changed(document, "scenario.months", fmt.Sprint(rapid.IntRange(2, 14).Draw(t, "months")))
	original := document
	for range rapid.IntRange(0, 40).Draw(t, "changes") {
		thing := rapid.IntRange(0, len(document.Instances)-1).Draw(t, "thing")
		owner := &document.Instances[thing]
		in := rapid.SampledFrom(model.Scenario.InputsOf(owner.Scope)).Draw(t, "input")
		document = changed(document, owner.Path(in.Field()), anyValue(t, document, in))
	}
	if _, err := newBook(document); err != nil { // a value too large for a number, or rows in a circle
		return original
	}
	return document
})

// anyPair is such a scenario without and with changes that a workbook of it takes:
// no value that becomes one by date, and no contract that lasts longer than the
// months of the workbook.
var anyPair = rapid.Custom(func(t *rapid.T) [2]*scenario.Document {
	document := anyScenario.Draw(t, "scenario")
	with := document
	for range rapid.IntRange(5, 60).Draw(t, "changes") {
		thing := rapid.IntRange(0, len(document.Instances)-1).Draw(t, "thing")
		in := rapid.SampledFrom(model.Scenario.InputsOf(document.Instances[thing].Scope)).Draw(t, "input")
		next := changed(with, document.Instances[thing].Path(in.Field()), anyValue(t, document, in))
		if document.Value(thing, in).Profile == nil && next.Value(thing, in).Profile == nil && model.Computed(next) <= model.Computed(document) {
			with = next
		}
	}
	if _, err := newBook(with); err != nil {
		with = document
	}
	return [2]*scenario.Document{document, with}
})

// changed is the document with a change, or without where it cannot be.
func changed(document *scenario.Document, path, value string) *scenario.Document {
	with, err := document.Apply([]scenario.Change{{Path: path, JSON: []byte(value)}})
	if err != nil || model.Check(with) != nil || model.Computed(with) > 150 {
		return document
	}
	return with
}

// anyValue is a value as a document has it.
func anyValue(t *rapid.T, document *scenario.Document, in *scenario.Input) string {
	switch in.Kind {
	case scenario.Switch:
		return fmt.Sprint(rapid.Bool().Draw(t, "switch"))
	case scenario.Choice:
		return quotedText(rapid.SampledFrom(in.Options).Draw(t, "option").Name)
	case scenario.Month:
		return quotedText(document.Start.Add(rapid.IntRange(-12, 60).Draw(t, "month")).String())
	case scenario.Day:
		return quotedText(fmt.Sprintf("%s-%02d", document.Start.Add(rapid.IntRange(0, 30).Draw(t, "month")), rapid.IntRange(1, 28).Draw(t, "day")))
	}
	if in.MayVary && rapid.Bool().Draw(t, "varies") {
		return anyProfile(t, document, in)
	}
	return fmt.Sprint(anyNumber(t, in))
}

// anyNumber is within the bounds and of three digits, mostly near the default.
func anyNumber(t *rapid.T, in *scenario.Input) float64 {
	near := in.DefaultValue().Number
	if in.DefaultValue().Profile != nil || near == 0 {
		near = math.Min(in.Max, 1)
	}
	number := near * float64(rapid.IntRange(0, 40).Draw(t, "tenths")) / 16
	if in.Counted() {
		number = math.Floor(number)
	}
	return math.Min(math.Max(number, in.Min), in.Max)
}

func anyProfile(t *rapid.T, document *scenario.Document, in *scenario.Input) string {
	type step struct {
		From  string  `json:"from"`
		Value float64 `json:"value"`
	}
	var profile struct {
		Steps     []step  `json:"steps"`
		Linear    bool    `json:"linear,omitempty"`
		Escalator float64 `json:"escalator,omitempty"`
	}
	at := rapid.IntRange(-20, 4).Draw(t, "first")
	for range rapid.IntRange(1, 4).Draw(t, "steps") {
		profile.Steps = append(profile.Steps, step{document.Start.Add(at).String(), anyNumber(t, in)})
		at += rapid.IntRange(1, 9).Draw(t, "apart")
	}
	if profile.Linear = rapid.Bool().Draw(t, "linear"); !profile.Linear {
		profile.Escalator = float64(rapid.IntRange(0, 10).Draw(t, "growth")) / 64
	}
	data, err := json.Marshal(profile)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func quotedText(text string) string { return `"` + text + `"` }
