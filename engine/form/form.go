// Package form compiles a scenario once for all that differ from it in numbers
// alone, and runs it: one lane for what is shown, several for a study.
package form

import (
	"slices"

	"rackonomics/engine/compile"
	"rackonomics/engine/language"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/program"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
)

// Form is a compiled scenario: its things, its rows, its months, and the values
// of what decides which rows matter.
type Form struct {
	Document *scenario.Document // that it was made for
	Schema   *language.Schema
	Layout   language.Layout
	Program  *program.Program
	Without  map[string]*Form // by scope, the same scenario without its things

	inputs  []*scenario.Input // by the program's input
	decided []decided
	given   given // of the document
}

// decided is an input of a thing that decides which rows matter, and its value.
type decided struct {
	instance int
	input    *scenario.Input
	value    scenario.Value
}

// Compile compiles the rows that match patterns, as [model.Columns] reads them.
// compared are the rows that are also wanted of the scenario without the things
// of a scope, as [result.Counterparts] lists them. The error is a
// [scenario.Problems].
func Compile(document *scenario.Document, patterns []string, compared map[string][]string) (*Form, error) {
	made, err := compileAlone(document, patterns)
	if err != nil {
		return nil, err
	}
	return made, made.addWithout(compared)
}

func compileAlone(document *scenario.Document, patterns []string) (*Form, error) {
	schema, err := model.Schema(document)
	if err != nil {
		return nil, err
	}
	layout := model.Layout(document)
	cells, err := model.Columns(schema, layout, patterns)
	if err != nil {
		return nil, model.AsProblems(err)
	}
	made, err := compile.Program(schema, layout, cells, result.Beyond(schema, layout, cells)...)
	if err != nil {
		return nil, model.AsProblems(err)
	}
	f := &Form{Document: document, Schema: schema, Layout: layout, Program: made}
	f.given.take(document)
	for _, input := range made.Inputs {
		f.inputs = append(f.inputs, model.Scenario.FindInput(input.Name))
	}
	for i := range document.Instances {
		for _, in := range model.Scenario.InputsOf(document.Instances[i].Scope) {
			if model.Structural(in) {
				f.decided = append(f.decided, decided{i, in, document.Value(i, in)})
			}
		}
	}
	return f, nil
}

// addWithout compiles the same scenario without the things of a scope, where the
// rows are those that measures compare with it.
func (f *Form) addWithout(compared map[string][]string) error {
	for scope, listed := range compared {
		var rows []string
		for _, column := range f.Program.Columns[:f.Program.Requested] {
			if slices.Contains(listed, column.Row) {
				rows = append(rows, column.Row)
			}
		}
		if !f.Document.Has(scope) || rows == nil {
			continue
		}
		other, err := compileAlone(f.Document.Without(scope), rows)
		if err != nil {
			return err
		}
		if f.Without == nil {
			f.Without = map[string]*Form{}
		}
		f.Without[scope] = other
	}
	return nil
}

// Shape is a table of the form without values: what a plan is made of.
func (f *Form) Shape() *machine.Table {
	shape := &machine.Table{Program: f.Program, Start: f.Document.Start, Months: f.Document.Months, Without: make(map[string]*machine.Table, len(f.Without))}
	for scope, other := range f.Without {
		shape.Without[scope] = other.Shape()
	}
	return shape
}

// Fits reports whether the program computes this document too.
func (f *Form) Fits(document *scenario.Document) bool {
	was := f.Document
	if document.Start != was.Start || document.Months != was.Months || len(document.Instances) != len(was.Instances) || !slices.Equal(document.Rows, was.Rows) {
		return false
	}
	for i := range document.Instances {
		a, b := &document.Instances[i], &was.Instances[i]
		if a.Scope != b.Scope || a.Name != b.Name || a.Parent != b.Parent {
			return false
		}
	}
	same := f.given.areOf(document, nil)
	for i := range f.decided {
		if by := &f.decided[i]; !same[by.instance] && !document.Value(by.instance, by.input).Equal(by.value) {
			return false
		}
	}
	for i, input := range f.Program.Inputs {
		if same[input.Instance] {
			continue
		}
		isProfile := document.Value(input.Instance, f.inputs[i]).Profile != nil
		if isProfile != (f.Program.Registers[input.Register].Kind == program.FromProfile) {
			return false
		}
	}
	return true
}
