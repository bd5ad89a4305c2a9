// Package session joins the parts of the engine for whoever shows a scenario:
// a document with changes becomes a table and its headline measures. What
// depends only on the form of the scenario (its things, rows and horizon) is
// kept between runs, so that moving a slider computes the numbers and nothing else.
package session

import (
	"slices"

	"rackonomics/engine/compile"
	"rackonomics/engine/language"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/program"
	"rackonomics/engine/scenario"
)

// Session holds a base document and the compiled form of its last run.
type Session struct {
	base     *scenario.Document
	patterns []string
	compiled *compiled
}

// compiled is a program with the form of the document that it was made for.
type compiled struct {
	document *scenario.Document
	schema   *language.Schema
	layout   language.Layout
	program  *program.Program
	machine  *machine.Machine
}

// Result is a run. The table is the session's own and holds until its next run.
type Result struct {
	Document *scenario.Document
	Schema   *language.Schema
	Layout   language.Layout
	Table    *machine.Table
	Fresh    bool // the form of the scenario is another than in the run before
}

// New starts a session that computes the rows matching the patterns, as
// [model.Columns] reads them.
func New(base *scenario.Document, patterns ...string) *Session {
	return &Session{base: base, patterns: patterns}
}

// Base returns the document that changes are made to.
func (s *Session) Base() *scenario.Document { return s.base }

// Run applies changes to the base and computes the table. The error is a
// [scenario.Problems].
func (s *Session) Run(changes []scenario.Change) (*Result, error) {
	document, err := s.base.Apply(changes)
	if err != nil {
		return nil, err
	}
	fresh := s.compiled == nil || !s.compiled.fits(document)
	if fresh {
		if err := s.compile(document); err != nil {
			return nil, err
		}
	}
	table, err := s.compiled.machine.Run(func(input program.Input) []float64 {
		return document.Resolve(input.Instance, scenario.FindInput(input.Name))
	}, nil)
	if err != nil {
		return nil, model.AsProblems(err)
	}
	return &Result{Document: document, Schema: s.compiled.schema, Layout: s.compiled.layout, Table: table, Fresh: fresh}, nil
}

func (s *Session) compile(document *scenario.Document) error {
	schema, err := model.Schema(document)
	if err != nil {
		return err
	}
	layout := model.Layout(document)
	made, err := compile.Program(schema, layout, model.Columns(schema, layout, s.patterns))
	if err != nil {
		return model.AsProblems(err)
	}
	runner, err := machine.New(made, document.Start, document.Months, 1)
	if err != nil {
		return model.AsProblems(err)
	}
	s.compiled = &compiled{document: document, schema: schema, layout: layout, program: made, machine: runner}
	return nil
}

// fits reports whether the compiled program computes this document too.
func (c *compiled) fits(document *scenario.Document) bool {
	was := c.document
	if document.Start != was.Start || document.Months != was.Months || len(document.Instances) != len(was.Instances) || !slices.Equal(document.Rows, was.Rows) {
		return false
	}
	for i := range document.Instances {
		a, b := &document.Instances[i], &was.Instances[i]
		if a.Scope != b.Scope || a.Name != b.Name || a.Parent != b.Parent {
			return false
		}
		for _, in := range scenario.InputsOf(a.Scope) {
			if model.Structural(in) && !document.Value(i, in).Equal(was.Value(i, in)) {
				return false
			}
		}
	}
	for _, input := range c.program.Inputs {
		isProfile := document.Value(input.Instance, scenario.FindInput(input.Name)).Profile != nil
		if isProfile != (c.program.Registers[input.Register].Kind == program.FromProfile) {
			return false
		}
	}
	return true
}
