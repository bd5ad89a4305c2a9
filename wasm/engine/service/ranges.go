package service

import (
	"cmp"
	"strconv"

	"github.com/goccy/go-json/jsontext"

	"rackonomics/engine/scenario"
	"rackonomics/engine/study"
	"rackonomics/wasm/protocol"
)

// studyOf tells what a document is not sure of; nil where that is nothing.
func studyOf(document *scenario.Document) *protocol.Study {
	s := &document.Study
	if len(s.Uncertain) == 0 {
		return nil
	}
	told := &protocol.Study{Uncertain: []protocol.Uncertain{}, Correlations: []protocol.Correlation{}, Paths: cmp.Or(s.Paths, study.DefaultPaths)}
	for i := range s.Uncertain {
		u := &s.Uncertain[i]
		told.Uncertain = append(told.Uncertain, protocol.Uncertain{Path: u.Path, Text: u.Input.RangeText(u.Distribution, u.Times), Form: string(u.Form), Told: u.Told(), Words: u.Words(), Times: u.Times})
	}
	for _, c := range s.Correlations {
		told.Correlations = append(told.Correlations, protocol.Correlation{Of: c.Of[:], Is: c.Is})
	}
	return told
}

// ranges reads what was typed for inputs.
func (d *Desk) ranges(t *Task, r protocol.RangesRequest) {
	t.step("reading the ranges", func() error {
		document, err := d.changed(r.Of, r.Changes)
		if err != nil {
			return err
		}
		answer := protocol.RangesAnswer{Ranges: []protocol.Range{}}
		for _, typed := range r.Typed {
			answer.Ranges = append(answer.Ranges, rangeOf(document, typed))
		}
		t.answer = answer
		return nil
	})
}

// changed is the scenario of the page's number with changes.
func (d *Desk) changed(as int, list []protocol.Change) (*scenario.Document, error) {
	of, err := d.find(as)
	if err != nil {
		return nil, err
	}
	return of.session.Base().Apply(changes(list))
}

func rangeOf(document *scenario.Document, typed protocol.TypedRange) protocol.Range {
	wrong := func(err error) protocol.Range { return protocol.Range{Problem: err.Error()} }
	_, in, err := document.Locate(typed.Path)
	if err != nil {
		return wrong(err)
	}
	change, err := in.InPercent().ReadUncertain(typed.Text)
	if err != nil {
		return wrong(err)
	}
	changed, err := document.Apply([]scenario.Change{{Path: "study." + typed.Path, JSON: change}})
	if err != nil {
		return wrong(err)
	}
	told := protocol.Range{Change: jsontext.Value(change)}
	u := &changed.Study.Uncertain[changed.Study.FindUncertain(typed.Path)]
	if isOfSources := len(change) > 0 && change[0] == '"'; isOfSources || u.Times {
		return told
	}
	bounded, err := u.Bounded()
	if err != nil {
		return wrong(err)
	}
	told.Median = in.Plain(scenario.NumberValue(rounded(bounded.Median())))
	return told
}

// rounded has six digits: a median of a typed range is not known to more.
func rounded(number float64) float64 {
	short, _ := strconv.ParseFloat(strconv.FormatFloat(number, 'g', 6, 64), 64)
	return short
}
