package model

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"rackonomics/engine/near"
	"rackonomics/engine/scenario"
)

// CheckStep refuses a step of a story whose base lacks what it changes, looks at or
// speaks of, and gives the scenario that it shows. The error is a
// [scenario.Problems] with paths below the one at which the step stands.
func CheckStep(base *scenario.Document, step *scenario.StoryStep, at string) (*scenario.Document, error) {
	shown, err := step.Shown(base, at)
	if err == nil {
		err = Check(shown)
	}
	if err != nil {
		return nil, err
	}
	c := &stepCheck{shown: shown, step: step, at: at}
	if step.View != "" && FindView(step.View) == nil {
		c.fail("view", "there is no view %q; near it are %s", step.View, strings.Join(near.Names(step.View, viewNames()), ", "))
	}
	if step.Month != nil {
		month := step.Month.Since(shown.Start)
		c.months("month", step.Month.String(), month, month)
	}
	paragraphs, err := scenario.ParseProse(step.Text)
	if err != nil {
		c.fail("text", "%v", err)
	}
	for _, piece := range slices.Concat(paragraphs...) {
		if piece.Setting != "" {
			c.setting(piece.Setting)
		}
		if piece.Place != nil {
			c.place(piece.Place)
		}
	}
	if c.problems != nil {
		return nil, c.problems
	}
	return shown, nil
}

func viewNames() []string {
	names := make([]string, len(Views))
	for i := range Views {
		names[i] = Views[i].Name
	}
	return names
}

// stepCheck gathers what is wrong with a step.
type stepCheck struct {
	shown    *scenario.Document
	step     *scenario.StoryStep
	at       string
	problems scenario.Problems
}

func (c *stepCheck) fail(field, format string, args ...any) {
	c.problems = append(c.problems, &scenario.Problem{Path: c.at + "." + field, Message: fmt.Sprintf(format, args...)})
}

// months refuses months, counted from the start, of which none is in the scenario.
func (c *stepCheck) months(field, text string, from, to int) {
	if to < 0 || from >= c.shown.Months {
		c.fail(field, "%s is not within the scenario, %s to %s", text, c.shown.Start, c.shown.Start.Add(c.shown.Months-1))
	}
}

// setting refuses a link of the text that sets what the scenario has not.
func (c *stepCheck) setting(text string) {
	change, err := Scenario.ParseSetting(text)
	if err == nil {
		_, err = c.shown.Apply([]scenario.Change{change})
	}
	var problems scenario.Problems
	switch {
	case errors.As(err, &problems):
		for _, problem := range problems {
			c.fail("text", "the link set:%s: %s", text, problem.Message)
		}
	case err != nil:
		c.fail("text", "the link set:%s: %v", text, err)
	}
}

func (c *stepCheck) place(p *scenario.Place) {
	switch p.Of {
	case scenario.MeasurePlace:
		measure := FindMeasure(p.Name)
		if measure == nil {
			c.fail("text", "%s: there is no measure %q", p, p.Name)
			return
		}
		c.owner(p, measure.Scope, false)
	case scenario.InputPlace:
		_, in, err := c.shown.Locate(p.Name)
		var problem *scenario.Problem
		if errors.As(err, &problem) {
			c.fail("text", "%s: %s", p, problem.Message)
			return
		}
		if in.Kind == scenario.Choice || in.Kind == scenario.Switch {
			c.fail("text", "%s: it is no number, month or day", p)
		}
		c.period(p)
	default:
		row := FindRow(p.Name)
		if row == nil {
			c.fail("text", "%s: there is no row %q", p, p.Name)
			return
		}
		c.owner(p, row.Scope(), row.Adds())
		c.period(p)
		if p.Of == scenario.ReportedPlace && FindActual(c.shown, p) == nil {
			c.fail("text", "%s: the scenario has no such figure among its actuals", p)
		}
	}
}

// owner refuses a thing that there is not, and the lack of one where it must be said.
func (c *stepCheck) owner(p *scenario.Place, name string, adds bool) {
	switch scope := Scenario.FindScope(name); {
	case p.Thing == "" && !scope.Single && !adds:
		c.fail("text", "%s: say whose it is, as %s@ and a name among %s", p, p.Name, scope.Plural)
	case p.Thing != "" && scope.Single && p.Thing != scope.Name:
		c.fail("text", "%s: there is one %s alone, so that its name is left out", p, scope.Name)
	case p.Thing != "" && c.shown.Find(scope.Name, p.Thing) < 0:
		c.fail("text", "%s: there is no %s named %q", p, scope.Name, p.Thing)
	}
}

func (c *stepCheck) period(p *scenario.Place) {
	from, to, dated := p.Months()
	switch {
	case dated:
		if p.Of != scenario.ReportedPlace {
			c.months("text", p.Period, from.Since(c.shown.Start), to.Since(c.shown.Start))
		}
	case c.step.Month == nil || p.Of == scenario.ReportedPlace:
		c.fail("text", "%s: say of which month, quarter or year, as %s:%s", p, p.Name, c.shown.Start)
	}
}

// FindActual is the reported figure of just the row, thing and period of a place, or nil.
func FindActual(document *scenario.Document, p *scenario.Place) *scenario.Actual {
	from, to, dated := p.Months()
	at := slices.IndexFunc(document.Actuals, func(a scenario.Actual) bool {
		return dated && a.Row == p.Name && a.Thing == p.Thing && a.From == from && a.To == to
	})
	if at < 0 {
		return nil
	}
	return &document.Actuals[at]
}
