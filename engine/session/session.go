// Package session is the one door to the engine for whoever shows a scenario:
// page, command line and tests. It opens documents and links, runs them with
// changes, explains their numbers, and writes links and documents. What depends
// only on the form of a scenario (its things, rows and horizon) is kept between
// runs, so that moving a slider computes the numbers and nothing else.
package session

import (
	"slices"

	"rackonomics/engine/form"
	"rackonomics/engine/language"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
)

// AllRows is the pattern of every row.
const AllRows = "*"

// mostForms is how many compiled forms a session keeps: as many as one goes
// back and forth between, by undo and by asking for reasons. Figures, views and
// the plan of the floor are forms of their own.
const mostForms = 8

// Session holds a base document and the compiled forms of its last runs. No
// call changes what another returns, but that a table holds until the next run.
type Session struct {
	base     *scenario.Document
	patterns []string
	compiled []*compiled // the newest first
	wanted   wanted      // what views were wished for last
}

// compiled is a form with what its runs have in common.
type compiled struct {
	*form.Form
	patterns []string
	runner   *form.Runner
	plan     *result.Plan // of all measures, made when they are first asked for

	viewer    *result.Viewer
	viewPlan  *result.Plan // of the measures that the views shown last name
	planViews []*model.View
}

// Result is a run. The table is the session's own and holds until its next run.
type Result struct {
	Document *scenario.Document
	Schema   *language.Schema
	Layout   language.Layout
	Table    *machine.Table
	compiled *compiled
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
	return s.RunRows(changes, s.patterns...)
}

// RunRows is [Session.Run] with other rows than the session's own.
func (s *Session) RunRows(changes []scenario.Change, patterns ...string) (*Result, error) {
	prepared, err := s.Prepare(changes, patterns...)
	if err != nil {
		return nil, err
	}
	return prepared.Run()
}

// Prepared is a run that only has to be computed.
type Prepared struct {
	document *scenario.Document
	compiled *compiled
}

// Prepare applies changes and compiles their form, where no kept one fits: the
// first half of a run, for callers that tell how far they are. Without patterns
// the rows are the session's own. A kept form may have more rows than asked for.
func (s *Session) Prepare(changes []scenario.Change, patterns ...string) (*Prepared, error) {
	if patterns == nil {
		patterns = s.patterns
	}
	document, err := s.base.Apply(changes)
	if err != nil {
		return nil, err
	}
	if err := model.Check(document); err != nil {
		return nil, err
	}
	at := slices.IndexFunc(s.compiled, func(c *compiled) bool { return slices.Equal(c.patterns, patterns) && c.Fits(document) })
	if at < 0 {
		// Computing a few rows more costs less than compiling.
		at = slices.IndexFunc(s.compiled, func(c *compiled) bool { return c.has(patterns) && c.Fits(document) })
	}
	if at >= 0 {
		kept := s.compiled[at]
		s.compiled = slices.Insert(slices.Delete(s.compiled, at, at+1), 0, kept)
		return &Prepared{document, kept}, nil
	}
	made, err := newCompiled(document, patterns)
	if err != nil {
		return nil, err
	}
	s.compiled = slices.Insert(s.compiled, 0, made)
	if len(s.compiled) > mostForms {
		s.compiled = slices.Delete(s.compiled, mostForms, len(s.compiled))
	}
	return &Prepared{document, made}, nil
}

// Run computes the table. The error is a [scenario.Problems].
func (p *Prepared) Run() (*Result, error) {
	table, err := p.compiled.runner.Run(p.document, 0, nil)
	if err != nil {
		return nil, err
	}
	return &Result{p.document, p.compiled.Schema, p.compiled.Layout, table, p.compiled}, nil
}

// Quicken begins a kernel for the form of which views were shown last, since that is run
// again when a slider moves. It reports whether there may be more to begin, and changes
// no figure.
func (s *Session) Quicken(begin func(machine.Shape) machine.Coming) bool {
	at := slices.IndexFunc(s.compiled, func(c *compiled) bool { return c.planViews != nil })
	return at >= 0 && s.compiled[at].runner.Quicken(begin)
}

// PlainRefusal says why some of the run was not computed by a kernel; nil where all
// was. It holds until the session's next run.
func (r *Result) PlainRefusal() error { return r.compiled.runner.PlainRefusal() }

// RunBase computes the base without changes in memory of its own, so that its table
// stands beside that of any run. Without patterns the rows are the session's own.
func (s *Session) RunBase(patterns ...string) (*Result, error) {
	prepared, err := s.Prepare(nil, patterns...)
	if err != nil {
		return nil, err
	}
	runner, err := form.NewRunner(prepared.compiled.Form, 1)
	if err != nil {
		return nil, err
	}
	own := *prepared.compiled
	own.runner = runner
	return (&Prepared{prepared.document, &own}).Run()
}

func newCompiled(document *scenario.Document, patterns []string) (*compiled, error) {
	made, err := form.Compile(document, patterns, result.Counterparts())
	if err != nil {
		return nil, err
	}
	runner, err := form.NewRunner(made, 1)
	if err != nil {
		return nil, err
	}
	return &compiled{Form: made, patterns: slices.Clone(patterns), runner: runner}, nil
}

// has reports whether rows of all patterns are computed.
func (c *compiled) has(patterns []string) bool {
	return !slices.ContainsFunc(patterns, func(pattern string) bool { return !slices.Contains(c.patterns, pattern) })
}
