package study

import (
	"math"
	"slices"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// moreDigits is in how many digits a target is proposed.
const moreDigits = 2

// Natural completes a goal that says of what, and neither sense nor target, with what
// people first ask of it: a month or a day that comes within the scenario, what
// [model.Aims] says, or no loss where there is one; of any other figure a tenth more
// than it is.
func Natural(document *scenario.Document, of Goal) (Goal, error) {
	of.Sense, of.Target = AtLeast, 0
	a, err := newAim(document, of)
	if err != nil {
		return of, err
	}
	switch a.kind {
	case model.KindMonth:
		of.Sense, of.Target = AtMost, float64(document.Months-1)
		return of, nil
	case model.KindDay:
		of.Sense, of.Target = AtMost, float64(document.Start.Add(document.Months).FirstDay()-1-document.Start.FirstDay())
		return of, nil
	}
	name := a.Row.Name
	if a.Measure != "" {
		name = baseOf(a.Measure)
	}
	at := slices.IndexFunc(model.Aims, func(aim model.Aim) bool { return slices.Contains(aim.Figures, name) })
	if at >= 0 {
		of.Target = model.Aims[at].Least
		return of, nil
	}
	figure, err := a.today(document)
	if err == nil && figure > 0 && !math.IsInf(figure, 0) {
		of.Target = decimalOf(1.1*figure, moreDigits).number()
	}
	return of, err
}

// today is the figure as the scenario stands.
func (a *aim) today(document *scenario.Document) (float64, error) {
	watch, _, _ := watchOf([]*aim{a})
	measures, rows, err := Plain(document, watch)
	switch {
	case err != nil:
		return 0, err
	case a.Measure != "":
		return measures[0], nil
	case rows[0] == nil:
		return math.NaN(), nil
	}
	return rows[0][a.Month], nil
}

// Sought is what a goal asks of, as people read it.
type Sought struct {
	Title, Unit string
	Percent     bool
	Kind        model.Kind
	// Beside is the title of the result whose break-even the goal is; then the gap of
	// a point is in dollars.
	Beside string
}

// Sought tells what the goal asks of. The error names what the scenario does not have.
func (g Goal) Sought(document *scenario.Document) (Sought, error) {
	a, err := newAim(document, g)
	if err != nil {
		return Sought{}, err
	}
	sought := Sought{Title: a.title, Unit: a.unit, Percent: a.percent, Kind: a.kind}
	if a.beside != nil {
		sought.Beside = model.Title(a.beside.Name)
	}
	return sought, nil
}
