package result_test

import (
	"math"
	"testing"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/scenarios"
)

// tenant-default's loan matures four months after the scenario, in the year that
// covers least. Its figures are those of a scenario that lasts as long; they are
// known of its form of July 2026.
func TestCoverageOfALoanThatOutlastsTheScenario(t *testing.T) {
	document, ok := scenarios.Find("tenant-default", "fee4a86bd3f21199")
	if !ok {
		t.Fatal("the form of July 2026 is gone")
	}
	own, longer := measured(t, document), measured(t, document, "scenario.months=70")
	for name, want := range map[string]float64{"debt.dscr.minimum": 0.25165, "debt.llcr@equipment": 1.9077} {
		own.near(t, name, want, 1e-4)
		longer.near(t, name, own.number(t, name), 0)
	}
}

// The tax on eleven months counts in the eleventh, so that a month more adds what
// the month earns after tax, and not the tax of a year.
func TestReturnsCountTheTaxOfThePartYear(t *testing.T) {
	value := func(months string) float64 {
		return measured(t, firm(t, level(-60, 60, 59)...), "operator.taxes=true", "operator.state_tax_rate=0", "operator.discount_rate=0", "scenario.months="+months).number(t, "net_present_value")
	}
	if november, december := value("59"), value("60"); math.Abs(december-november-60e6*0.79) > 1 {
		t.Errorf("December adds %v to %v, want 60 million less 21 %%", december-november, november)
	}
}

// Months are computed to 60 years from the start. A lease that lasts longer has no
// value to its end, and all else of it goes on as it is.
func TestLeasesWithoutEnd(t *testing.T) {
	document := load(t, "filed-deal")
	// The scenario begins in May 2026: month 719 is April 2086.
	for last, want := range map[string]bool{"2086-04": true, "2086-05": false, "2150-12": false} {
		m := measured(t, document, "lease.anthropic.last_month="+last)
		for _, name := range []string{"lease.headline_value", "lease.expected_value"} {
			if got := m[name].Value != nil; got != want {
				t.Errorf("to %s: %s is %v", last, name, m[name].Value)
			}
		}
		for _, name := range []string{"lease.enforceable_value", "lease.recognised_value", "net_present_value"} {
			m.number(t, name)
		}
	}
}

// How many months are computed follows the contracts, whatever was run before.
func TestMonthsAfterTheScenarioFollowTheContracts(t *testing.T) {
	document := load(t, "tenant-default")
	kept := session.New(document, "*")
	for _, month := range []string{"2031-08", "2040-03", "2028-01", "2033-12", "2031-08"} {
		change, err := model.Scenario.ParseSetting("tranche.equipment.maturity=" + month)
		if err != nil {
			t.Fatal(err)
		}
		run, err := kept.Run([]scenario.Change{change})
		if err != nil {
			t.Fatal(err)
		}
		told, err := run.Measures()
		if err != nil {
			t.Fatal(err)
		}
		want := measured(t, document, "tranche.equipment.maturity="+month)
		for _, m := range told {
			if m.Value != want[m.Name].Value {
				t.Errorf("maturing in %s, %s is %v after other runs and %v alone", month, m.Name, m.Value, want[m.Name].Value)
			}
		}
		if last := run.Table.Start.Add(run.Table.Computed - 1); last.Month != 12 || run.Table.Computed < run.Table.Months {
			t.Errorf("%s is the last month computed", last)
		}
	}
}
