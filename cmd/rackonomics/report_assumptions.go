package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/engine/study/compare"
)

// changedAssumption is what differs from the scenario that was opened.
type changedAssumption struct {
	Title, Before, Now string
	Sources            []statedSource
}

// changedAssumptions lists what was changed, with what states the values.
func changedAssumptions(opened *session.Opened, document *scenario.Document) (list []changedAssumption) {
	for _, differing := range compare.Table([]*scenario.Document{opened.Base, document}) {
		one := changedAssumption{Title: differing.Title, Before: writtenOf(&differing, differing.Cells[0]), Now: writtenOf(&differing, differing.Cells[1])}
		if one.Before == one.Now {
			texts := differing.Texts()
			one.Before, one.Now = pageWords(texts[0]), pageWords(texts[1])
		}
		if title := calledIn(document, opened.Base, differing.Scope, differing.Name); title != "" {
			one.Title += ", " + title
		}
		if in := differing.Input; in != nil {
			at := document.Find(differing.Scope, differing.Name)
			for i, lead := range []string{"Before: ", "Here: "} {
				if cell := differing.Cells[i]; at >= 0 && cell.There {
					one.Sources = append(one.Sources, sourcesOf(document.Cited(at, in), cell.Value, lead)...)
				}
			}
		}
		list = append(list, one)
	}
	for i := range document.Study.Uncertain {
		uncertain := &document.Study.Uncertain[i]
		before := "–"
		for j := range opened.Base.Study.Uncertain {
			if was := &opened.Base.Study.Uncertain[j]; was.Path == uncertain.Path {
				before = was.Told()
			}
		}
		if now := uncertain.Told(); now != before {
			list = append(list, changedAssumption{Title: "Range of " + uncertain.Path, Before: before, Now: now})
		}
	}
	return list
}

// calledIn is what people call a thing; empty where its kind has but one, or where
// the thing itself is what was added or removed.
func calledIn(document, base *scenario.Document, scope, name string) string {
	known := model.Scenario.FindScope(scope)
	if known == nil || known.Single || name == "" {
		return ""
	}
	for _, each := range []*scenario.Document{document, base} {
		if at := each.Find(scope, name); at >= 0 {
			return each.Called(at)
		}
	}
	return name
}

// sourcesOf writes the sources that state a value, or that tell of it without one.
func sourcesOf(sources []scenario.Source, value scenario.Value, lead string) (list []statedSource) {
	for _, source := range sources {
		if source.Value != nil && source.Value.Equal(value) {
			list = append(list, newStatedSource(lead, source))
		}
	}
	return list
}

// statedSource is a source as the report writes it: what stands before it, its label,
// date and confidence, and where to read it, if anywhere.
type statedSource struct{ Lead, Label, Rest, URL string }

func newStatedSource(lead string, source scenario.Source) statedSource {
	rest := strings.Join(present(pageDate(source.Date), confidenceWords[source.Confidence]), ", ")
	return statedSource{lead, source.Label, rest, source.URL}
}

// confidenceWords are those of the page (web/src/page/SourceText.tsx).
var confidenceWords = map[scenario.Confidence]string{
	scenario.High: "high confidence", scenario.Medium: "medium confidence", scenario.Low: "low confidence",
	scenario.Derived: "derived from cited figures", scenario.Estimate: "estimate",
}

// givenAssumption is an input that the scenario's author gave.
type givenAssumption struct {
	Title, Value string
	Sources      []statedSource
}

// mostGiven is how many assumptions there is room for, and mostSources how many
// sources of each.
const (
	mostGiven   = 28
	mostSources = 2
)

// givenAssumptions lists what the scenario gives, has an effect and is unchanged:
// its levers, then that of the things that one asks about first. It counts those that
// there is no room for.
func givenAssumptions(base, document *scenario.Document) (list []givenAssumption, left int) {
	type ranked struct {
		givenAssumption
		rank int
	}
	var all []ranked
	levers := model.LeversOf(document)
	for i := range document.Instances {
		thing := &document.Instances[i]
		scope := model.Scenario.FindScope(thing.Scope)
		for _, in := range model.Scenario.InputsOf(thing.Scope) {
			given, isGiven := thing.Given[in.Field()]
			was := base.Find(thing.Scope, thing.Name)
			if !isGiven || !document.HasEffect(i, in) || was < 0 || !base.Value(was, in).Equal(given.Value) {
				continue
			}
			one := ranked{givenAssumption{Title: in.Title, Value: writtenValue(in, given.Value)}, slices.Index(levers, thing.Path(in.Field()))}
			if !scope.Single {
				one.Title += ", " + document.Called(i)
			}
			for _, source := range document.Cited(i, in) {
				if (source.Value == nil || source.Value.Equal(given.Value)) && len(one.Sources) < mostSources {
					one.Sources = append(one.Sources, newStatedSource("", source))
				}
			}
			if len(one.Sources) == 0 && document.Assumed(i, in) {
				one.Sources = []statedSource{{Label: "Assumed."}}
			}
			if one.rank < 0 {
				one.rank = len(levers)
				if !scope.Foremost {
					one.rank++
				}
			}
			all = append(all, one)
		}
	}
	slices.SortStableFunc(all, func(a, b ranked) int { return cmp.Compare(a.rank, b.rank) })
	left = max(0, len(all)-mostGiven)
	for _, one := range all[:len(all)-left] {
		list = append(list, one.givenAssumption)
	}
	return list, left
}

// mostDefaults is how many defaults are named of all.
const mostDefaults = 6

// defaultAssumptions says how many inputs that have an effect the scenario does not
// give, and names some: those first whose default is a figure of some company.
func defaultAssumptions(document *scenario.Document) string {
	var stated, assumed []string
	for i := range document.Instances {
		thing := &document.Instances[i]
		for _, in := range model.Scenario.InputsOf(thing.Scope) {
			if _, isGiven := thing.Given[in.Field()]; isGiven || !document.HasEffect(i, in) {
				continue
			}
			text := in.Title
			if !model.Scenario.FindScope(thing.Scope).Single {
				text += ", " + document.Called(i)
			}
			text += ": " + writtenValue(in, document.Value(i, in))
			if document.Assumed(i, in) {
				assumed = append(assumed, text)
			} else {
				stated = append(stated, text)
			}
		}
	}
	all := slices.Concat(stated, assumed)
	if len(all) == 0 {
		return ""
	}
	return fmt.Sprintf("Inputs that the scenario does not give, which are at the model’s defaults: %d, such as %s.", len(all), strings.Join(all[:min(len(all), mostDefaults)], "; "))
}

// writtenValue is an input's value as the page writes it.
func writtenValue(in *scenario.Input, value scenario.Value) string {
	return writtenOf(&compare.Differing{Difference: scenario.Difference{Input: in}}, compare.Cell{There: true, Value: value})
}

// writtenOf is what a scenario has of what differs, as the page writes it.
func writtenOf(d *compare.Differing, cell compare.Cell) string {
	in := d.Input
	if !cell.There {
		return "–"
	}
	if in == nil || in.Kind != scenario.Number {
		return pageWords(d.Written(cell))
	}
	profile := cell.Value.Profile
	if profile == nil {
		return pageQuantity(cell.Value.Number, in.Unit, in.Percent)
	}
	return pageProfile(profile, in.Unit, in.Percent)
}

// pageProfile is a value that changes by date as the page writes it.
func pageProfile(profile *scenario.Profile, unit string, percent bool) string {
	word, between, lead, then := " from ", ", ", "", ", "
	if profile.Linear && len(profile.Steps) > 1 {
		word, between, lead, then = " in ", " to ", "in a straight line from ", ", then "
		if len(profile.Steps) > 2 {
			lead = "in straight lines from "
		}
	}
	var steps []string
	for _, step := range profile.Steps {
		steps = append(steps, pageQuantity(step.Value, unit, percent)+word+pageDate(step.From.String()))
	}
	text := lead + strings.Join(steps, between)
	if profile.Escalator != 0 {
		text += then + pageQuantity(profile.Escalator, "1", true) + " a year"
	}
	return text
}
