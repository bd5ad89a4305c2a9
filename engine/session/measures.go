package session

import (
	"slices"

	"rackonomics/engine/link"
	"rackonomics/engine/result"
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
	var list []link.Figure
	for _, m := range measures {
		list = append(list, link.Figure{Name: m.Name, Title: m.Title, Unit: m.Unit, Percent: m.Percent, InLink: m.InLink, Value: m.Value})
	}
	return list, err
}

// withMeasures adds the rows that measures read, where they are not there yet.
func withMeasures(patterns []string) []string {
	if slices.Contains(patterns, AllRows) {
		return patterns
	}
	for _, needed := range result.Rows() {
		if !slices.Contains(patterns, needed) {
			return slices.Concat(patterns, result.Rows())
		}
	}
	return patterns
}
