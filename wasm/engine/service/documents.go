package service

import (
	"slices"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/wasm/protocol"
)

// describe tells a document whole.
func describe(document *scenario.Document) protocol.Document {
	told := protocol.Document{Start: document.Start.String(), Months: document.Months, Instances: instances(document), Values: map[string]protocol.InputValue{}, Study: studyOf(document),
		Levers: model.LeversOf(document)}
	for i := range document.Instances {
		for _, in := range model.Scenario.InputsOf(document.Instances[i].Scope) {
			told.Values[document.Instances[i].Path(in.Field())] = inputValue(document, i, in)
		}
	}
	return told
}

// differences tells what a document has that its base has not.
func differences(base, document *scenario.Document) protocol.DocumentChanges {
	told := protocol.DocumentChanges{Start: document.Start.String(), Months: document.Months, Values: map[string]protocol.InputValue{}, Study: studyOf(document)}
	if !slices.EqualFunc(document.Instances, base.Instances, sameThing) {
		if things := instances(document); !slices.Equal(things, instances(base)) {
			told.Instances = things
		}
	}
	for i := range document.Instances {
		thing := &document.Instances[i]
		was := base.Find(thing.Scope, thing.Name)
		if was >= 0 && thing.SharesGiven(&base.Instances[was]) {
			continue
		}
		tell := func(in *scenario.Input) { told.Values[thing.Path(in.Field())] = inputValue(document, i, in) }
		if was < 0 {
			for _, in := range model.Scenario.InputsOf(thing.Scope) {
				tell(in)
			}
			continue
		}
		before := base.Instances[was].Given
		for field, is := range thing.Given {
			if had, ok := before[field]; !ok || !sameGiven(&had, &is) {
				tell(model.Scenario.FindInput(thing.Scope + "." + field))
			}
		}
		for field := range before {
			if _, has := thing.Given[field]; !has {
				tell(model.Scenario.FindInput(thing.Scope + "." + field))
			}
		}
	}
	return told
}

// sameThing reports whether two things are told alike where they stand in one place.
func sameThing(a, b scenario.Instance) bool {
	return a.Scope == b.Scope && a.Name == b.Name && a.Title == b.Title && a.Parent == b.Parent
}

// sameGiven reports whether the same is said of an input: its value, its note and its sources.
func sameGiven(a, b *scenario.Given) bool {
	return a.Note == b.Note && a.Value.Equal(b.Value) && slices.EqualFunc(a.Sources, b.Sources, sameSource)
}

func sameSource(a, b scenario.Source) bool {
	return a.Label == b.Label && a.URL == b.URL && a.Date == b.Date && a.Confidence == b.Confidence &&
		(a.Value == nil) == (b.Value == nil) && (a.Value == nil || a.Value.Equal(*b.Value))
}

func instances(document *scenario.Document) []protocol.Instance {
	list := make([]protocol.Instance, len(document.Instances))
	for i := range document.Instances {
		thing := &document.Instances[i]
		list[i] = protocol.Instance{Scope: thing.Scope, Name: thing.Name, Title: thing.Title}
		if thing.Parent >= 0 {
			list[i].Parent = document.Instances[thing.Parent].Name
		}
		if thing.Title == "" && !model.Scenario.FindScope(thing.Scope).Single {
			list[i].Title = thing.Name // people must be able to tell it from others
		}
	}
	return list
}

func inputValue(document *scenario.Document, instance int, in *scenario.Input) protocol.InputValue {
	given, ok := document.Instances[instance].Given[in.Field()]
	return protocol.InputValue{Value: in.Plain(document.Value(instance, in)), Given: ok, Note: given.Note,
		Sources: sources(in, given.Sources), Assumption: document.Assumed(instance, in)}
}

func sources(in *scenario.Input, list []scenario.Source) []protocol.Source {
	var told []protocol.Source
	for _, source := range list {
		one := sourceOf(source)
		if source.Value != nil {
			one.Value = in.Plain(*source.Value)
		}
		told = append(told, one)
	}
	return told
}

func sourceOf(source scenario.Source) protocol.Source {
	return protocol.Source{Label: source.Label, URL: source.URL, Date: source.Date, Confidence: protocol.Confidence(source.Confidence)}
}
