package session_test

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/machine"
	"rackonomics/engine/program"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/scenarios"
)

func load(t interface{ Fatal(...any) }, name string) *scenario.Document {
	document, err := scenarios.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	return document
}

func set(path string, value any) scenario.Change {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	return scenario.Change{Path: path, JSON: text}
}

func steps(values ...float64) map[string]any {
	var list []any
	for i, value := range values {
		list = append(list, map[string]any{"from": fmt.Sprintf("2026-%02d", 5+i), "value": value})
	}
	return map[string]any{"steps": list}
}

// programs are those that runs had so far.
type programs map[*program.Program]bool

// add reports whether the form of a run had to be compiled.
func (seen programs) add(run *session.Result) bool {
	known := seen[run.Table.Program]
	seen[run.Table.Program] = true
	return !known
}

// Moving a slider must not compile anything; what alters the form must, unless
// it is one of the last forms again.
func TestProgramIsKeptWhileTheFormIs(t *testing.T) {
	s, seen := session.New(load(t, "filed-deal"), "*"), programs{}
	for _, step := range []struct {
		what    string
		changes []scenario.Change
		fresh   bool
	}{
		{"the first run", nil, true},
		{"nothing changed", nil, false},
		{"a number", []scenario.Change{set("lease.anthropic.fee", 1e9)}, false},
		{"another number", []scenario.Change{set("lease.anthropic.gpus", 1e5), set("site.memphis.load", 0.5)}, false},
		{"a switch", []scenario.Change{set("operator.depreciate_new_capital", false)}, true},
		{"an option", []scenario.Change{set("lease.anthropic.basis", "share")}, true},
		{"options back to the base", nil, false},
		{"a month", []scenario.Change{set("lease.anthropic.start", "2027-01")}, false},
		{"a note", []scenario.Change{set("lease.anthropic.fee", map[string]any{"value": 1e9, "note": "less"})}, false},
		{"back to the base", nil, false},
		{"a default", []scenario.Change{set("lease.anthropic.notice", nil)}, false},
		{"a profile", []scenario.Change{set("lease.anthropic.fee", steps(1e9, 2e9))}, true},
		{"another profile", []scenario.Change{set("lease.anthropic.fee", steps(3e9, 2e9, 1e9))}, false},
		{"no profile again", []scenario.Change{set("lease.anthropic.fee", 1e9)}, false},
		{"a longer horizon", []scenario.Change{set("scenario.months", 61)}, true},
		{"a later start", []scenario.Change{set("scenario.start", "2026-06")}, true},
		{"the base, among the last forms", nil, false},
		{"a lease more", []scenario.Change{set("lease.google", map[string]any{"site": "memphis"})}, true},
		{"its share", []scenario.Change{set("lease.google", map[string]any{"site": "memphis", "share": 0.1})}, false},
		{"another lease", []scenario.Change{set("lease.openai", map[string]any{"site": "memphis"})}, true},
		{"a site more", []scenario.Change{set("site.austin", map[string]any{})}, true},
		{"a lease moved there", []scenario.Change{set("site.austin", map[string]any{}), set("lease.anthropic", map[string]any{"site": "austin"})}, true},
		{"no lease", []scenario.Change{set("lease.anthropic", nil)}, true},
	} {
		result, err := s.Run(step.changes)
		if err != nil {
			t.Fatalf("%s: %v", step.what, err)
		}
		if fresh := seen.add(result); fresh != step.fresh {
			t.Errorf("%s: compiled again is %v, want %v", step.what, fresh, step.fresh)
		}
		expectFresh(t, step.what, load(t, "filed-deal"), step.changes, result)
	}
}

// expectFresh compares a result with that of a session that knows no other run.
func expectFresh(t interface {
	Fatal(...any)
	Fatalf(string, ...any)
}, what string, base *scenario.Document, changes []scenario.Change, got *session.Result) {
	want, err := session.New(base, "*").Run(changes)
	if err != nil {
		t.Fatal(err)
	}
	if got.Document.Hash() != want.Document.Hash() || got.Table.Months != want.Table.Months || got.Table.Start != want.Table.Start {
		t.Fatalf("%s: the document or its months differ from a fresh session's", what)
	}
	a, b := got.Table.Requested(), want.Table.Requested()
	if len(a) != len(b) || len(a) == 0 {
		t.Fatalf("%s: %d values, and %d in a fresh session", what, len(a), len(b))
	}
	for i := range a {
		if math.Float64bits(a[i]) != math.Float64bits(b[i]) {
			column := got.Table.Program.Columns[i/got.Table.Months]
			t.Fatalf("%s: %s in month %d is %v, and %v in a fresh session", what, column.Row, i%got.Table.Months, a[i], b[i])
		}
	}
	figures, err := got.Figures()
	if err != nil {
		t.Fatal(err)
	}
	fresh, err := want.Figures()
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(figures, fresh) {
		t.Fatalf("%s: the measures are %v, and %v in a fresh session", what, figures, fresh)
	}
}

func TestMeasuresOfRowsThatAreNotThere(t *testing.T) {
	run, err := session.New(load(t, "filed-deal"), "operator.revenue").Run(nil)
	if err != nil {
		t.Fatal(err)
	}
	if measures, err := run.Measures(); err == nil || !strings.Contains(err.Error(), "which measures read") {
		t.Errorf("the table of one row has the measures %v, %v", measures, err)
	}
}

func TestAnySequenceOfChanges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := load(t, rapid.SampledFrom(scenarios.Names).Draw(t, "scenario"))
		if base.Find("site", "memphis") < 0 {
			t.Skip("the changes are those of a site in Memphis")
		}
		s := session.New(base, "*")
		number := rapid.Float64Range(0, 1)
		for range rapid.IntRange(2, 6).Draw(t, "runs") {
			var changes []scenario.Change
			add := func(change scenario.Change) {
				if rapid.Bool().Draw(t, change.Path) {
					changes = append(changes, change)
				}
			}
			add(set("scenario.months", rapid.IntRange(1, 3).Draw(t, "months")*12))
			add(set("scenario.start", rapid.SampledFrom([]string{"2026-05", "2027-02"}).Draw(t, "start")))
			add(set("site.memphis.own_use", number.Draw(t, "own use")))
			add(set("fleet.h100.gpus", steps(number.Draw(t, "gpus")*1e5, 1e5)))
			add(set("fleet.h200", nil))
			add(set("site.austin", map[string]any{}))
			add(set("lease.google", map[string]any{"site": "memphis", "share": number.Draw(t, "share"), "price": steps(2, 3)}))
			add(set("operator.depreciate_new_capital", rapid.Bool().Draw(t, "depreciated")))
			add(set("site.memphis.moon", 1)) // refused
			result, err := s.Run(changes)
			if err != nil {
				if !strings.Contains(err.Error(), "site.memphis.moon") {
					t.Fatal(err)
				}
				continue
			}
			expectFresh(t, "a run", base, changes, result)
		}
	})
}

// Rows that a kept form has among others need no form of their own, and are the same.
func TestAFormServesFewerRows(t *testing.T) {
	s, seen := session.New(load(t, "filed-deal")), programs{}
	many, err := s.RunRows(nil, "operator.operating_income", "operator.cash", "lease.fee_billed")
	if err != nil {
		t.Fatal(err)
	}
	seen.add(many)
	for _, test := range []struct {
		rows  []string
		fresh bool
	}{{[]string{"lease.fee_billed", "operator.cash"}, false}, {[]string{"operator.revenue", "operator.cash"}, true}, {[]string{"*"}, true}} {
		few, err := s.RunRows([]scenario.Change{set("operator.reported_revenue", 2e8)}, test.rows...)
		if err != nil {
			t.Fatal(err)
		}
		if fresh := seen.add(few); fresh != test.fresh {
			t.Errorf("%q: a new form is %v", test.rows, fresh)
		}
		alone, err := session.New(load(t, "filed-deal")).RunRows([]scenario.Change{set("operator.reported_revenue", 2e8)}, test.rows...)
		if err != nil {
			t.Fatal(err)
		}
		if a, b := series(t, few.Table, "operator.cash", "operator"), series(t, alone.Table, "operator.cash", "operator"); fmt.Sprint(a) != fmt.Sprint(b) {
			t.Errorf("%q: cash is %v among others and %v alone", test.rows, a, b)
		}
	}
}

func TestRunRefuses(t *testing.T) {
	s := session.New(load(t, "filed-deal"), "*")
	for what, changes := range map[string][]scenario.Change{
		"out of bounds": {set("lease.anthropic.share", 2)},
		"no such thing": {set("lease.google.share", 0.5)},
		"not JSON":      {{Path: "lease.anthropic.share", JSON: []byte("half")}},
	} {
		if result, err := s.Run(changes); result != nil || !isProblems(err) {
			t.Errorf("%s gives %v, %v", what, result, err)
		}
	}
	if _, err := s.Run(nil); err != nil {
		t.Errorf("after the mistakes: %v", err)
	}
	broken := load(t, "filed-deal").Clone()
	broken.Rows = []scenario.Row{{Name: "lease.x", Unit: "USD", Formula: "nothing"}}
	if _, err := session.New(broken, "*").Run(nil); !isProblems(err) || !strings.HasPrefix(err.Error(), "rows.lease.x: column 1: ") {
		t.Errorf("a row with a mistake gives %v", err)
	}
}

func isProblems(err error) bool {
	problems, ok := err.(scenario.Problems)
	return ok && len(problems) > 0
}

func TestOnlyTheRowsAskedFor(t *testing.T) {
	few, err := session.New(load(t, "filed-deal"), "operator.operating_income", "lease.fee_billed@anthropic").Run(nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := len(few.Table.Requested()); got != 2*few.Table.Months {
		t.Errorf("%d values of two rows over %d months", got, few.Table.Months)
	}
	all, err := session.New(load(t, "filed-deal"), "*").Run(nil)
	if err != nil {
		t.Fatal(err)
	}
	for row, instance := range map[string]string{"operator.operating_income": "operator", "lease.fee_billed": "anthropic"} {
		if a, b := series(t, few.Table, row, instance), series(t, all.Table, row, instance); fmt.Sprint(a) != fmt.Sprint(b) {
			t.Errorf("%s is %v alone and %v among all", row, a, b)
		}
	}
	none, err := session.New(load(t, "filed-deal")).Run(nil)
	if err != nil || len(none.Table.Requested()) != 0 {
		t.Errorf("no rows asked for, and %v, %v come", none, err)
	}
}

func series(t *testing.T, table *machine.Table, row, instance string) []float64 {
	column, ok := table.Column(row, instance)
	if !ok {
		t.Fatalf("no %s of %s", row, instance)
	}
	return table.Series(column)
}

func TestBaseIsNotChanged(t *testing.T) {
	base := load(t, "filed-deal")
	before := base.Hash()
	s := session.New(base, "*")
	result, err := s.Run([]scenario.Change{set("lease.anthropic.gpus", 5), set("lease.google", map[string]any{"site": "memphis"}), set("fleet.h100", nil)})
	if err != nil {
		t.Fatal(err)
	}
	if base.Hash() != before || s.Base() != base || result.Document.Hash() == before {
		t.Error("a run changes the document that it starts from")
	}
}

// A row that is asked for by a wrong name is refused, and not left out.
func TestRefusesRowsThatNothingMatches(t *testing.T) {
	_, err := session.New(load(t, "filed-deal"), "operator.revenue", "operator.operating_incom", "site.[").Run(nil)
	problems, ok := err.(scenario.Problems)
	if !ok || len(problems) != 2 || problems[0].Path != "rows" || !strings.Contains(problems[0].Message, "near it are operator.operating_income") {
		t.Errorf("%v", err)
	}
}
