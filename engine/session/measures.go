package session

import (
	"rackonomics/engine/link"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
)

// Measures computes the measures that are told of the run, which must be of the
// rows that they read: [result.Rows].
func (r *Result) Measures() ([]result.Figure, error) {
	if r.compiled.plan == nil {
		plan, err := result.NewPlan(r.Table)
		if err != nil {
			return nil, err
		}
		r.compiled.plan = plan
	}
	return r.compiled.plan.Figures(r.Table), nil
}

// Figures gives the measures of the run as a link compares and writes them.
func (r *Result) Figures() ([]link.Figure, error) {
	measures, err := r.Measures()
	return inLinks(measures), err
}

func inLinks(measures []result.Figure) []link.Figure {
	var list []link.Figure
	for _, m := range measures {
		list = append(list, link.Figure{Name: m.Name, Title: m.Title, Unit: m.Unit, Percent: m.Percent, InLink: m.InLink, Value: m.Value})
	}
	return list
}

// fingerprint computes the measures that a link holds, and what they read alone.
func (s *Session) fingerprint(changes []scenario.Change) ([]link.Figure, error) {
	var names []string
	for _, m := range model.Measures {
		if m.InLink {
			names = append(names, m.Name)
		}
	}
	rows, err := result.RowsOf(names...)
	if err != nil {
		return nil, err
	}
	run, err := s.RunRows(changes, rows...)
	if err != nil {
		return nil, err
	}
	plan, err := result.NewPlan(run.Table, names...)
	if err != nil {
		return nil, err
	}
	of, err := studyFigures(run.Document)
	return link.Fingerprint(append(inLinks(plan.Figures(run.Table)), of...)), err
}
