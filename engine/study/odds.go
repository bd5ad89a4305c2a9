package study

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"rackonomics/engine/estimate"
	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// Chance is an outcome with how likely it is.
type Chance struct {
	Measure string // with @instance where several things have it
	Chance  estimate.Estimate
	// Text is in words, with the number of cases, the error and, where the scenario
	// as it stands has the month, the chance that it has come by then.
	Text string
}

// OddsMeasures lists the measures of [model.EveryOdds] that the scenario has.
func OddsMeasures(document *scenario.Document) (names []string) {
	for i := range model.EveryOdds {
		names = append(names, namesIn(document, model.EveryOdds[i].Measure)...)
	}
	return names
}

// namesIn are the names of a measure in a scenario: one for each of its things.
func namesIn(document *scenario.Document, name string) (names []string) {
	measure := model.FindMeasure(name)
	if measure.Needs != "" && !document.Has(measure.Needs) {
		return nil
	}
	for _, thing := range document.Instances {
		switch {
		case thing.Scope != measure.Scope:
		case model.Scenario.FindScope(thing.Scope).Single:
			names = append(names, name)
		default:
			names = append(names, name+"@"+thing.Name)
		}
	}
	return names
}

// Chances tells the outcomes among the measures of an answer, of a document.
func (a *Answer) Chances(document *scenario.Document) ([]Chance, error) {
	var list []Chance
	var names []string
	for i := range a.Measures {
		names = append(names, a.Measures[i].Head.Name)
	}
	today, _, err := Plain(document, Watch{Measures: names})
	if err != nil {
		return nil, err
	}
	for i := range a.Measures {
		m := &a.Measures[i]
		at := slices.IndexFunc(model.EveryOdds, func(o model.Odds) bool { return o.Measure == baseOf(m.Head.Name) })
		if at < 0 {
			continue
		}
		list = append(list, a.chance(model.EveryOdds[at].Says, m, today[i], document))
	}
	return list, nil
}

func (a *Answer) chance(says string, m *Measured, today float64, document *scenario.Document) Chance {
	c := Chance{Measure: m.Head.Name, Chance: m.AtOrAbove}
	comes := m.Head.Kind == model.KindMonth
	if _, name, found := strings.Cut(m.Head.Name, "@"); found {
		says += " (" + name + ")"
	}
	if comes {
		c.Chance = estimate.Estimate{Value: 1 - m.Absent.Value, Error: m.Absent.Error}
	}
	text := fmt.Sprintf("%s in %s", says, a.share(c.Chance))
	if comes {
		text = fmt.Sprintf("%s by %s, the end of the scenario, in %s", says, document.Start.Add(document.Months-1), a.share(c.Chance))
	}
	if month := int(today); comes && !machine.IsAbsent(today) && month < len(m.By) {
		text += fmt.Sprintf("; by %s, as in the scenario as it stands, in %s", document.Start.Add(month), ShareText(m.By[month]))
	}
	c.Text = text + "."
	return c
}

// share writes a chance of all cases.
func (a *Answer) share(e estimate.Estimate) string {
	share, off, _ := strings.Cut(ShareText(e), " (")
	text := share + " of " + scenario.Grouped(float64(a.Cases)) + " cases"
	if off != "" {
		text += " (" + off
	}
	return text
}

// ShareText writes a chance in whole points, with how far it may be off; none and all in
// words, and what is near them without a band that says nothing.
func ShareText(e estimate.Estimate) string {
	points := 100 * e.Value
	switch {
	case e.Value == 0:
		return "none"
	case e.Value == 1:
		return "all"
	case points < 1:
		return "less than 1 %"
	case points > 99:
		return "more than 99 %"
	case e.Error != e.Error:
		return fmt.Sprintf("%.0f %%", points)
	}
	return fmt.Sprintf("%.0f %% (± %.0f)", points, max(1, math.Ceil(100*e.Error)))
}
