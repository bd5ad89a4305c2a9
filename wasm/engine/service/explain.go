package service

import (
	"cmp"
	"math"

	"rackonomics/engine/explain"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/session"
	"rackonomics/engine/study/compare"
	"rackonomics/wasm/protocol"
)

// How much of a tree of reasons is sent at once.
const (
	deepestReasons = 12
	mostReasons    = 400
)

func (d *Desk) explain(t *Task, r protocol.ExplainRequest) {
	if r.Against != "" {
		d.explainDifference(t, r)
		return
	}
	d.everyRow(t, r.Of, r.Changes, lookingForReasons, func(run *session.Result) error {
		explainer, err := run.Explainer()
		if err != nil {
			return err
		}
		var tree *explain.Node
		if r.Measure != "" {
			tree, err = explainer.Measure(r.Measure, deepestReasons, mostReasons)
		} else {
			tree, err = explainer.Over(askedRow(&r), deepestReasons, mostReasons)
		}
		if err == nil {
			reasons := explanation(tree)
			t.answer = protocol.ExplainAnswer{Explanation: &reasons}
		}
		return err
	})
}

const lookingForReasons = "looking for the reasons"

func askedRow(r *protocol.ExplainRequest) explain.Asked {
	return explain.Asked{Row: r.Row, Instances: r.Instances, Month: r.Month, By: result.Step(cmp.Or(r.By, protocol.ByMonth)), Less: r.Less}
}

// explainDifference tells what made the difference of a number to that of the base, or of
// the period before: by the formulas, or where those do not lead to what was changed by
// computing what lies between.
func (d *Desk) explainDifference(t *Task, r protocol.ExplainRequest) {
	var told *explain.Compared
	var between *compare.Attributing
	d.everyRow(t, r.Of, r.Changes, lookingForReasons, func(run *session.Result) error {
		now, err := run.Explainer()
		if err != nil {
			return err
		}
		base := func() (*explain.Explainer, error) { return d.baseExplainer(r.Of) }
		told, err = now.Compare(explain.Against(r.Against), base, r.Measure, askedRow(&r), deepestReasons, mostReasons)
		if err == nil && r.Measure != "" {
			between, err = compare.Explaining(told, r.Measure)
		}
		return err
	})
	t.repeat(computingBetween, func() (bool, error) {
		if between != nil && between.Round() == 0 && !between.Done() {
			return false, between.Step()
		}
		if between != nil {
			between.Explain(told, 0)
		}
		t.answer = protocol.ExplainAnswer{Compared: comparisonOf(told)}
		return true, nil
	})
}

func (d *Desk) baseExplainer(as int) (*explain.Explainer, error) {
	of, err := d.find(as)
	if err != nil {
		return nil, err
	}
	run, err := of.session.RunBase(session.AllRows)
	if err != nil {
		return nil, err
	}
	return run.Explainer()
}

func comparisonOf(c *explain.Compared) *protocol.Comparison {
	told := protocol.Comparison{Root: difference(c.Root)}
	for _, moved := range c.Moved {
		told.Moved = append(told.Moved, difference(moved))
	}
	return &told
}

func difference(d *explain.Difference) protocol.Difference {
	told := protocol.Difference{Title: d.Title, Head: d.Head, Added: d.Added, How: d.How, Rest: d.Rest, Repeated: d.Repeated, Cut: d.Cut}
	if !machine.IsAbsent(d.Part) && !math.IsInf(d.Part, 0) {
		told.Part = &d.Part
	}
	for i, n := range []*explain.Node{d.From, d.To} {
		if n == nil {
			continue
		}
		told.Name, told.Instance, told.Unit, told.Percent, told.Path, told.Entry = n.Name, n.Instance, n.Unit, n.Percent, n.Path, entryOf(n)
		side := &protocol.Standing{Month: n.Month, Instance: n.Instance, Value: toldValue(n)}
		if i == 0 {
			told.From = side
		} else {
			told.To = side
			told.Askable = n.Instance != "" && !n.After && model.FindRow(n.Name) != nil
		}
	}
	for _, child := range d.Children {
		told.Children = append(told.Children, difference(child))
	}
	return told
}

// entryOf is the entry of the reference that tells of a node, if there is one.
func entryOf(n *explain.Node) string {
	switch {
	case n.Measure != nil:
		return explain.MeasureID(n.Measure)
	case n.Formula != "" || n.Path != "": // not the sum of earlier months
		return n.Name
	}
	return ""
}

// toldValue is a number, a text or nothing.
func toldValue(n *explain.Node) any {
	switch {
	case n.Text != "":
		return n.Text
	case !machine.IsAbsent(n.Value) && !math.IsInf(n.Value, 0):
		return n.Value
	}
	return nil
}

func explanation(n *explain.Node) protocol.Explanation {
	told := protocol.Explanation{Name: n.Name, Instance: n.Instance, Month: n.Month, Title: n.Title, Unit: n.Unit, Percent: n.Percent, Formula: n.Formula,
		After: n.After, Note: n.Note, Path: n.Path, Assumption: n.Assumption, Repeated: n.Repeated, Cut: n.Cut,
		Askable: n.Cut && n.Instance != "" && model.FindRow(n.Name) != nil}
	told.Entry = entryOf(n)
	told.Value = toldValue(n)
	if n.Path != "" {
		told.Sources = sources(model.Scenario.FindInput(n.Name), n.Sources)
	}
	for _, d := range n.Decided {
		told.Decided = append(told.Decided, protocol.Decision{Function: d.Function, Month: d.Month, After: d.After, Which: d.Which})
	}
	for _, child := range n.Children {
		told.Children = append(told.Children, explanation(child))
	}
	return told
}
