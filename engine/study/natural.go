package study

import (
	"math"
	"slices"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// moreDigits is in how many digits a target is proposed.
const moreDigits = 2

// NaturalGoal is what people first ask of a figure, which is written as [ParseGoal]
// reads it: that a month or a day comes within the scenario, what [model.Aims] says, no
// loss where there is one; of any other figure a tenth more than it is.
func NaturalGoal(document *scenario.Document, figure string) (Goal, error) {
	of, err := parseFigure(document, figure)
	if err != nil {
		return of, err
	}
	of.Sense = AtLeast
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
	today, err := a.today(document)
	if err == nil && today > 0 && !math.IsInf(today, 0) {
		of.Target = decimalOf(1.1*today, moreDigits).number()
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
