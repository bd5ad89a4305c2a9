// Package result is what comes of a run: the measures of its table, one value a
// lane, as package model declares them.
//
// A measure of one thing among several has its name behind an @, as rows have.
// Measures about things that a scenario has none of, such as debt or companies,
// are left out; a measure that is not defined is there without a value.
package result

import (
	"errors"
	"fmt"
	"slices"
	"sync"

	"rackonomics/engine/language"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// checked is a declared measure with its formulas.
type checked struct {
	*model.Measure
	formula *language.Node
	when    *language.Node // nil where it is always there
}

// measures are those of the model, which a test reads.
var measures = sync.OnceValue(func() []checked {
	list, err := check(schema(), model.Measures)
	if err != nil {
		panic(err)
	}
	return list
})

// schema is that of the model alone, whose rows are all that measures read.
var schema = sync.OnceValue(func() *language.Schema {
	own, err := model.Schema(&scenario.Document{})
	if err != nil {
		panic(err)
	}
	return own
})

// check reads the formulas of measures. The error joins one [*language.Error]
// for each mistake.
func check(schema *language.Schema, list []model.Measure) ([]checked, error) {
	var found []checked
	var problems []error
	seen := map[[2]string]bool{}
	for i := range list {
		m, err := checkOne(schema, &list[i])
		if key := [2]string{m.Name, m.Scope}; seen[key] {
			err = errors.Join(err, &language.Error{Row: m.Name, Message: "this name is taken in its scope"})
		} else {
			seen[key] = true
		}
		if err != nil {
			problems = append(problems, err)
		}
		found = append(found, m)
	}
	return found, errors.Join(problems...)
}

func checkOne(schema *language.Schema, m *model.Measure) (checked, error) {
	found := checked{Measure: m}
	fail := func(err error) (checked, error) {
		var mistake *language.Error
		if !errors.As(err, &mistake) {
			mistake = &language.Error{Message: err.Error()}
		}
		mistake.Row = m.Name
		return found, mistake
	}
	root, shape, err := schema.Measure(m.Scope, m.Formula, headings)
	if err != nil {
		return fail(err)
	}
	found.formula = root
	if (shape == language.Things) != (m.Kind == model.KindThings) {
		return fail(fmt.Errorf("the formula gives %s, and the measure is declared as a %s", shape, KindOf(m)))
	}
	if err := checkUnit(m, root); err != nil {
		return fail(err)
	}
	if m.Needs != "" && model.Scenario.FindScope(m.Needs) == nil {
		return fail(fmt.Errorf("it needs things of %q, which is no scope", m.Needs))
	}
	if m.When != "" {
		if found.when, shape, err = schema.Measure(m.Scope, m.When, headings); err != nil {
			return fail(err)
		}
		if found.when.Type.Kind != language.Switch || shape != language.Scalar {
			return fail(fmt.Errorf("when it is there is told by a condition, and this is %s", found.when.Type))
		}
	}
	return found, nil
}

// checkUnit compares the unit of a formula with what the kind demands.
func checkUnit(m *model.Measure, root *language.Node) error {
	want := m.Unit
	if kind := KindOf(m); kind != model.KindNumber {
		if m.Unit != "" {
			return fmt.Errorf("a %s has no unit of its own, and here is %q", kind, m.Unit)
		}
		if want = string(kind); kind == model.KindThings {
			want = "1"
		}
	}
	unit, err := language.ParseUnit(want)
	switch {
	case err != nil:
		return err
	case root.Type.Kind != language.Number || !root.Type.Unit.Equal(unit):
		return fmt.Errorf("the formula gives %s, the measure is declared in %s", root.Type, want)
	case m.Percent && !unit.Plain():
		return fmt.Errorf("only a plain number is read in per cent, and this is %s", want)
	}
	return nil
}

// KindOf is the kind of a measure.
func KindOf(m *model.Measure) model.Kind {
	if m.Kind == "" {
		return model.KindNumber
	}
	return m.Kind
}

// UnitOf is the unit of a measure's value: of one that is no number its kind.
func UnitOf(m *model.Measure) string {
	if m.Unit == "" {
		return string(m.Kind)
	}
	return m.Unit
}

// Rows names the rows that all measures are made of, as [model.Columns] takes them.
var Rows = sync.OnceValue(func() []string { return rowsOf(measures()) })

// RowsOf names the rows that some measures are made of.
func RowsOf(names ...string) ([]string, error) {
	list, err := choose(names)
	return rowsOf(list), err
}

// Beyond picks the columns that measures of contracts and loans read after the
// scenario too, of the things that there are.
func Beyond(schema *language.Schema, layout language.Layout, columns []language.Cell) []language.Cell {
	has := map[string]bool{"": true}
	for _, instance := range layout.Instances {
		has[instance.Scope] = true
	}
	named := map[string]bool{}
	for _, m := range measures() {
		if m.Whole && has[m.Scope] && has[m.Needs] {
			name(m.formula, named)
		}
	}
	var beyond []language.Cell
	for _, column := range columns {
		if named[schema.Row(column.Row).Name] {
			beyond = append(beyond, column)
		}
	}
	return beyond
}

// choose finds measures by their names, without those of instances.
func choose(names []string) ([]checked, error) {
	for _, name := range names {
		if !slices.ContainsFunc(measures(), func(m checked) bool { return m.Name == name }) {
			return nil, fmt.Errorf("there is no measure %q", name)
		}
	}
	var chosen []checked
	for _, m := range measures() {
		if slices.Contains(names, m.Name) {
			chosen = append(chosen, m)
		}
	}
	return chosen, nil
}

func rowsOf(list []checked) []string {
	named := map[string]bool{}
	for _, m := range list {
		name(m.formula, named)
		if m.when != nil {
			name(m.when, named)
		}
	}
	var rows []string
	for _, row := range model.Rows {
		if named[row.Name] {
			rows = append(rows, row.Name)
		}
	}
	return rows
}

// name collects the rows that a formula reads.
func name(n *language.Node, rows map[string]bool) {
	if n.Kind == language.Reference {
		rows[n.Name] = true
	}
	for _, arg := range n.Args {
		name(arg, rows)
	}
}

// Counterparts lists by scope the rows that measures read of a scenario without
// the things of that scope.
var Counterparts = sync.OnceValue(func() map[string][]string { return counterpartsOf(measures()) })

// CounterpartsOf is [Counterparts] of some measures.
func CounterpartsOf(names ...string) (map[string][]string, error) {
	list, err := choose(names)
	return counterpartsOf(list), err
}

func counterpartsOf(list []checked) map[string][]string {
	rows := map[string][]string{}
	for _, m := range list {
		counterparts(m.formula, rows)
		if m.when != nil {
			counterparts(m.when, rows)
		}
	}
	return rows
}

func counterparts(n *language.Node, rows map[string][]string) {
	if n.Kind == language.Without {
		scope := model.Scenario.Scopes()[n.Scope].Name
		if !slices.Contains(rows[scope], n.Name) {
			rows[scope] = append(rows[scope], n.Name)
		}
	}
	for _, arg := range n.Args {
		counterparts(arg, rows)
	}
}
