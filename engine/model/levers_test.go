package model

import (
	"slices"
	"testing"
)

func TestLeversAndBreakEvensAreThere(t *testing.T) {
	for _, lever := range Levers {
		for _, name := range lever.Inputs {
			if Scenario.FindInput(name) == nil {
				t.Errorf("%s: there is no input %s", lever.Title, name)
			}
		}
	}
	for _, even := range BreakEvens {
		if FindRow(even.Row) == nil || !slices.ContainsFunc(Measures, func(m Measure) bool { return m.Name == even.First && m.Kind == KindMonth }) {
			t.Errorf("there is no row %s, or no month %s", even.Row, even.First)
		}
	}
}
