package model_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"rackonomics/engine/calendar"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/scenarios"
)

// opening is what an example starts from.
func opening(t *testing.T, name string) *scenario.Document {
	t.Helper()
	i := slices.IndexFunc(model.Situations, func(s model.Situation) bool { return s.Name == name })
	if i < 0 {
		return load(t, name)
	}
	document := decoded(t, model.Situations[i].Document)
	if document.Name != name || slices.Contains(scenarios.Names, name) {
		t.Errorf("the situation %s is called %s", name, document.Name)
	}
	return document
}

func TestExamples(t *testing.T) {
	names := map[string]bool{}
	for _, example := range model.Examples() {
		t.Run(example.Name, func(t *testing.T) {
			if names[example.Name] || !strings.HasSuffix(example.About, ".") || len(example.Then) == 0 {
				t.Errorf("the name is taken, or %q is no sentence, or nothing comes out", example.About)
			}
			names[example.Name] = true
			var changes []scenario.Change
			for _, setting := range example.Given {
				change, err := model.Scenario.ParseSetting(setting)
				if err != nil {
					t.Fatal(err)
				}
				changes = append(changes, change)
			}
			o := run(t, opening(t, example.Of), changes...)
			o.obeysTheLaws()
			viewer := viewerOf(o.Result)
			for _, outcome := range example.Then {
				o.comesOut(viewer, outcome)
			}
		})
	}
}

func (o outcome) comesOut(viewer *result.Viewer, want model.Outcome) {
	o.Helper()
	row, instance, isOne := strings.Cut(want.Row, "@")
	var instances []string
	if isOne {
		instances = []string{instance}
	}
	got, err := viewer.Over(row, instances, o.period(want.In))
	if err != nil {
		o.Fatalf("%v", err)
	}
	within := max(want.Within, 1e-9)
	switch {
	case want.Date == "none":
		if !got.Absent() {
			o.Errorf("%s in %q is %v %s, want no value", want.Row, want.In, got.Number, got.Text)
		}
	case want.Date != "":
		if got.Text != want.Date {
			o.Errorf("%s is on %q, want %s", want.Row, got.Text, want.Date)
		}
	case machine.IsAbsent(got.Number) || math.Abs(got.Number-want.Is) > within*math.Max(math.Abs(want.Is), 1e-3):
		o.Errorf("%s in %q is %v, want %v within %g %%", want.Row, want.In, got.Number, want.Is, 100*within)
	}
}

// period reads a month or "2026-05 to 2026-07"; the whole scenario if empty.
func (o outcome) period(text string) result.Period {
	o.Helper()
	if text == "" {
		return result.Period{From: 0, To: o.Table.Months}
	}
	first, last, long := strings.Cut(text, " to ")
	if !long {
		last = first
	}
	from, err := calendar.Parse(first)
	to, errTo := calendar.Parse(last)
	p := result.Period{From: from.Since(o.Table.Start), To: to.Since(o.Table.Start) + 1}
	if err != nil || errTo != nil || p.From < 0 || p.To > o.Table.Months || p.From >= p.To {
		o.Fatalf("%q is no period of the scenario", text)
	}
	return p
}

// An example whose figures are wrong is found.
func TestExamplesCanFail(t *testing.T) {
	o := run(t, load(t, "filed-deal"))
	viewer := viewerOf(o.Result)
	for _, wrong := range []model.Outcome{
		{Row: "lease.fee_billed@anthropic", In: "2026-06", Is: 626e6, Within: 0.001},
		{Row: "lease.fee_billed@anthropic", In: "2026-05 to 2026-07", Is: 1.25e9},
		{Row: "lease.exit_month@anthropic", In: "2026-06", Date: "2029-07"},
		{Row: "lease.fee_billed@anthropic", In: "2026-06", Date: "none"},
		{Row: "lease.backstop_end@anthropic", In: "2026-06", Date: "none"},
	} {
		failed := &failing{tester: t}
		outcome{failed, o.Result}.comesOut(viewer, wrong)
		if !failed.failed {
			t.Errorf("%+v passes", wrong)
		}
	}
}

// failing notes that a check failed.
type failing struct {
	tester
	failed bool
}

func (f *failing) Errorf(string, ...any) { f.failed = true }
