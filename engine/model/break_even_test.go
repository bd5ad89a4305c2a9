package model

import (
	"slices"
	"testing"
)

func TestWhatStudiesNameIsThere(t *testing.T) {
	for _, lever := range Levers {
		for _, name := range lever.Inputs {
			if Scenario.FindInput(name) == nil {
				t.Errorf("%s: there is no input %s", lever.Title, name)
			}
		}
	}
	for _, even := range BreakEvens {
		if first := FindMeasure(even.First); FindRow(even.Row) == nil || first == nil || first.Kind != KindMonth {
			t.Errorf("there is no row %s, or no month %s", even.Row, even.First)
		}
	}
	for _, odds := range EveryOdds {
		if measure := FindMeasure(odds.Measure); measure == nil || !slices.Contains([]Kind{"", KindNumber, KindMonth}, measure.Kind) {
			t.Errorf("%s: there is no number or month %s", odds.Says, odds.Measure)
		}
	}
	for _, aim := range Aims {
		for _, name := range aim.Figures {
			if FindRow(name) == nil && FindMeasure(name) == nil {
				t.Errorf("there is no row and no measure %s that should be at least %v", name, aim.Least)
			}
		}
	}
	if FindMeasure(AskedFirst) == nil || FindRow(FollowedFirst) == nil {
		t.Errorf("there is no measure %s, or no row %s", AskedFirst, FollowedFirst)
	}
}
