package session

import (
	"fmt"
	"slices"

	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
)

// Wish names a view, and by what step its lines go.
type Wish struct {
	View string
	By   result.Step
}

// Viewed is what a run has of views.
type Viewed struct {
	Month     int             // looked at, counted from the start
	Available []*model.View   // every view that the scenario has a use for
	Shown     []*result.Shown // those wished for among them, in the order of the wishes
	viewer    *result.Viewer
}

// Periods lists those of the scenario.
func (v *Viewed) Periods(step result.Step) []result.Period { return v.viewer.Periods(step) }

// PrepareViews is [Session.Prepare] with the rows that views need, and others.
// The error names a view or a step that there is not.
func (s *Session) PrepareViews(changes []scenario.Change, wishes []Wish, others ...string) (*Prepared, error) {
	if !slices.Equal(s.wanted.wishes, wishes) || !slices.Equal(s.wanted.others, others) || s.wanted.rows == nil {
		views, err := wished(wishes)
		if err != nil {
			return nil, err
		}
		s.wanted = wanted{slices.Clone(wishes), slices.Clone(others), s.rowsFor(views, others)}
	}
	return s.Prepare(changes, s.wanted.rows...)
}

// wanted is which rows it takes to show what is wished for, the same in every
// tick of a slider.
type wanted struct {
	wishes       []Wish
	others, rows []string
}

func (s *Session) rowsFor(views []*model.View, others []string) []string {
	rows := result.Needed()
	for _, row := range slices.Concat(result.RowsFor(s.base.Rows, views...), others) {
		if !slices.Contains(rows, row) {
			rows = append(rows, row)
		}
	}
	return rows
}

// Views resolves views in the month looked at, counted from the start; a month
// that the scenario does not have is its last, and none is where one begins to
// look. The run must be of [Session.PrepareViews] with the same wishes.
func (r *Result) Views(wishes []Wish, month *int) (*Viewed, error) {
	views, err := wished(wishes)
	if err != nil {
		return nil, err
	}
	plan, err := r.compiled.planOf(r, views)
	if err != nil {
		return nil, err
	}
	viewer := r.viewer().With(r.Document, result.Figures(plan, r.Table))
	viewed := &Viewed{viewer: viewer}
	if month == nil {
		viewed.Month = viewer.FirstLook()
	} else {
		viewed.Month = max(0, min(*month, r.Table.Months-1))
	}
	for i := range model.Views {
		if viewer.Has(&model.Views[i]) {
			viewed.Available = append(viewed.Available, &model.Views[i])
		}
	}
	for i, view := range views {
		if !viewer.Has(view) {
			continue
		}
		shown, err := viewer.Show(view, wishes[i].By, viewed.Month)
		if err != nil {
			return nil, err
		}
		viewed.Shown = append(viewed.Shown, shown)
	}
	return viewed, nil
}

func wished(wishes []Wish) ([]*model.View, error) {
	views := make([]*model.View, len(wishes))
	for i, wish := range wishes {
		if views[i] = model.FindView(wish.View); views[i] == nil {
			return nil, fmt.Errorf("there is no view %q", wish.View)
		}
		if err := wish.By.Check(); err != nil {
			return nil, fmt.Errorf("view %s: %w", wish.View, err)
		}
	}
	return views, nil
}

// viewer is the one of all runs of the form, without figures.
func (r *Result) viewer() *result.Viewer {
	if r.compiled.viewer == nil {
		r.compiled.viewer = result.NewViewer(r.Document, r.Table, nil)
	}
	return r.compiled.viewer.With(r.Document, nil)
}

// planOf prepares the measures of views once for each form.
func (c *compiled) planOf(r *Result, views []*model.View) (*result.Plan, error) {
	if c.planViews == nil || !slices.Equal(c.planViews, views) {
		plan, err := result.PlanFor(r.Table, views...)
		if err != nil {
			return nil, err
		}
		c.viewPlan, c.planViews = plan, views
	}
	return c.viewPlan, nil
}
