package scenario_test

import (
	"encoding/json"
	"os"
	"reflect"
	"testing"

	"rackonomics/engine/scenario"
)

func TestUnitsAsPeopleWriteThem(t *testing.T) {
	data, err := os.ReadFile("testdata/units.json")
	if err != nil {
		t.Fatal(err)
	}
	var held struct {
		Steps [][]string
		Units []struct{ Unit, Several, One string }
	}
	if err := json.Unmarshal(data, &held); err != nil || len(held.Units) == 0 {
		t.Fatal(err, len(held.Units))
	}
	if !reflect.DeepEqual(held.Steps, scenario.UnitSteps) {
		t.Errorf("the steps are %v, and the page's %v", scenario.UnitSteps, held.Steps)
	}
	for _, c := range held.Units {
		if several, one := scenario.UnitText(c.Unit, false), scenario.UnitText(c.Unit, true); several != c.Several || one != c.One {
			t.Errorf("%s is written %q and %q, want %q and %q", c.Unit, several, one, c.Several, c.One)
		}
	}
}

func TestLargeAmountsTakeTheLargerUnit(t *testing.T) {
	for _, c := range []struct {
		amount  float64
		unit    string
		percent bool
		want    string
	}{
		{1400, "MW", false, "1.4 GW"}, {-1400, "MW", false, "−1.4 GW"}, {999.4, "MW", false, "999 MW"}, {999.6, "MW", false, "1 GW"},
		{2e6, "kW", false, "2 GW"}, {5e4, "GW", false, "50k GW"}, {1670, "PFLOPS", false, "1.67 EFLOPS"}, {5e3, "PFLOPS*day", false, "5 EFLOPS-days"},
		{1e3, "PFLOPS*day", false, "1 EFLOPS-day"}, {3000, "kg/kW", false, "3k kg/kW"}, {1, "month", false, "1 month"}, {2, "month", false, "2 months"},
		{-823_333_333, "USD/month", false, "−$823M/month"}, {1.25e9, "USD", false, "$1.25B"}, {-0.0949, "1", true, "−9.49 %"}, {41.796, "1", true, "4,180 %"}, {0.5, "1", false, "0.5"},
		{1e4, "USD/MW", false, "$10k/MW"},
		{1347.24, "USD/kW/month", false, "$1,347/kW-month"}, {-1600, "USD/kg", false, "−$1,600/kg"}, {9999.5, "USD/kg", false, "$10k/kg"},
		{1347.24, "USD/month", false, "$1.35k/month"},
	} {
		if got := scenario.Quantity(c.amount, c.unit, c.percent); got != c.want {
			t.Errorf("%v %s is written %q, want %q", c.amount, c.unit, got, c.want)
		}
	}
}
