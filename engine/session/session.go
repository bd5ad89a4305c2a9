// Package session joins the parts of the engine for whoever shows a scenario:
// a document with changes becomes a table and its headline measures. What
// depends only on the form of the scenario (its things, rows and horizon) is
// kept between runs, so that moving a slider computes the numbers and nothing else.
package session

import (
	"slices"

	"rackonomics/engine/language"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
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
	program  *language.Program
	machine  *machine.Machine
	varying  []bool // by input slot
}

// Result is a run. The table is the session's own and holds until its next run.
type Result struct {
	Document *scenario.Document
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
	table, err := s.compiled.machine.Run(func(slot language.InputSlot) []float64 {
		return document.Resolve(slot.Instance, scenario.FindInput(s.compiled.schema.Input(slot.Input).Name))
	}, nil)
	if err != nil {
		return nil, model.AsProblems(err)
	}
	return &Result{Document: document, Table: table, Fresh: fresh}, nil
}

func (s *Session) compile(document *scenario.Document) error {
	schema, err := model.Schema(document)
	if err != nil {
		return err
	}
	layout := model.Layout(document)
	program, err := language.Compile(schema, layout, model.Columns(schema, layout, s.patterns))
	if err != nil {
		return model.AsProblems(err)
	}
	machine, err := machine.New(program, document.Start, document.Months, 1)
	if err != nil {
		return model.AsProblems(err)
	}
	s.compiled = &compiled{document: document, schema: schema, program: program, machine: machine}
	for _, slot := range program.Inputs {
		s.compiled.varying = append(s.compiled.varying, slot.Varying)
	}
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
	for i, slot := range c.program.Inputs {
		in := scenario.FindInput(c.schema.Input(slot.Input).Name)
		if document.Value(slot.Instance, in).Profile != nil != c.varying[i] {
			return false
		}
	}
	return true
}
