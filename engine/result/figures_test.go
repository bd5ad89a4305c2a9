package result_test

import (
	"math"
	"strings"
	"testing"

	"rackonomics/engine/machine"
	"rackonomics/engine/measure"
)

func column(t testing.TB, computed *machine.Table, row, instance string) []float64 {
	t.Helper()
	i, ok := computed.Column(row, instance)
	if !ok {
		t.Fatalf("there is no %s of %s", row, instance)
	}
	return computed.Series(i)
}

// Five results, five break-evens: depreciation parts EBITDA from operating
// income, interest that from net income, investment cash flow from free cash flow.
func TestFiveBreakEvens(t *testing.T) {
	m := measured(t, load(t, "filed-deal"), `tranche.notes={"opening_balance": 60e9, "commitment": 0, "start": "2026-04", "maturity": "2036-04", "rate": 0.12}`, "operator.capitalise_interest=false")
	m.is(t, "break_even.operating_income.first", "2026-07")
	m.is(t, "break_even.net_income.first", nil) // 600 million USD of interest a month are more than 427
	m.is(t, "break_even.free_cash_flow.first", nil)
	m = measured(t, load(t, "filed-deal"), "operator.capital_spending=0", "lease.anthropic.last_month=2031-04")
	m.is(t, "break_even.net_income.lasting", "2026-07")
	m.is(t, "break_even.free_cash_flow.lasting", m["break_even.operating_cash_flow.lasting"].Value)
}

// The filed deal: 45 billion on paper, three months of fees in law, and what was
// agreed is what is recognised.
func TestContractValues(t *testing.T) {
	m := measured(t, load(t, "filed-deal"))
	m.near(t, "lease.headline_value", 45e9, 0.01)
	m.near(t, "lease.enforceable_value", 3*1.25e9, 0.02)
	m.near(t, "lease.recognised_value", m.number(t, "lease.headline_value"), 1e-9)
	shorter := measured(t, load(t, "filed-deal"), "scenario.months=12")
	if value := shorter.number(t, "lease.recognised_value"); !(value < 15e9 && value > 13e9) {
		t.Errorf("12 months of the lease bring %v USD", value)
	}
}

// A renewal of a year at the full fee that comes in three cases of five.
func TestExpectedAndGuaranteedValue(t *testing.T) {
	m := measured(t, load(t, "filed-deal"))
	m.near(t, "lease.expected_value", m.number(t, "lease.headline_value"), 0)
	if _, ok := m["lease.guaranteed_value"]; ok {
		t.Error("a guarantor is spoken of where there is none")
	}
	renewed := measured(t, load(t, "filed-deal"), "lease.anthropic.renewal_months=12", "lease.anthropic.renewal_probability=0.6")
	renewed.near(t, "lease.expected_value", m.number(t, "lease.headline_value")+0.6*12*1.25e9, 1e-9)
	// Google backs 49 % of ten years from 134.5 USD/kW-month on, rising 3 % a year.
	measured(t, load(t, "take-or-pay")).near(t, "lease.guaranteed_value", 0.49*12*200e3*134.5*(math.Pow(1.03, 10)-1)/0.03, 1e-9)
}

// Who draws the power of the filed deal's site, while it is let and after.
func TestPowerThatIsKept(t *testing.T) {
	m := measured(t, load(t, "filed-deal"), "lease.anthropic.last_month=2031-04")
	m.near(t, "compute.megawatts_kept", m.number(t, "tenant.megawatts")*15/325, 1e-9) // 340,000 GPUs in all
	m.is(t, "compute.megawatts_idle", 0.0)
	idle := measured(t, load(t, "filed-deal"), "lease.anthropic.last_month=2031-04", "site.memphis.own_use=0")
	idle.near(t, "compute.megawatts_idle", m.number(t, "compute.megawatts_kept")*0.25/0.85, 1e-9)
}

// The levelised cost by the sum that defines it, in this test's own arithmetic.
func TestLevelisedCost(t *testing.T) {
	settings := []string{"fleet.gb200.gpu_price=47000", "fleet.gb200.infrastructure_price=35000", "fleet.gb200.go_live=2026-09", "operator.discount_rate=0.12"}
	computed := wholeTable(t, load(t, "filed-deal"), settings...)
	month := math.Pow(1.12, 1.0/12) - 1
	annuity := month / (1 - math.Pow(1.12, -5))
	costs, running, hours, work := 0.0, 0.0, 0.0, 0.0
	for month := range computed.Months {
		at := computed.Start.Add(month)
		factor := math.Pow(1.12, -float64(month)/12)
		running += factor * column(t, computed, "site.cash_costs", "memphis")[month]
		for fleet, cost := range map[string]float64{"h100": 45e3, "h200": 45e3, "gb200": 82e3, "gb200-2": 45e3} {
			costs += factor * column(t, computed, "fleet.gpus_installed", fleet)[month] * cost * annuity
		}
		hours += factor * column(t, computed, "site.gpus_usable", "memphis")[month] * float64(at.Days()) * 24
		work += factor * (column(t, computed, "site.effective_compute_leased", "memphis")[month] + column(t, computed, "site.effective_compute_kept", "memphis")[month])
	}
	m := measured(t, load(t, "filed-deal"), settings...)
	m.near(t, "compute.running_cost_per_gpu_hour", running/hours, 1e-9)
	m.near(t, "compute.cost_per_gpu_hour", (running+costs)/hours, 1e-9)
	m.near(t, "compute.cost_per_pflops_day", (running+costs)/work, 1e-9)
	none := measured(t, firm(t, 1, 1))
	none.is(t, "compute.cost_per_gpu_hour", nil)
	none.is(t, "compute.cost_per_pflops_day", nil)
	none.is(t, "price_per_gpu_hour", nil)
	none.is(t, "tenant.revenue_needed_per_gpu_hour", nil)
}

// A tenant that pays 2 USD a GPU-hour, uses three quarters of the hours and wants
// a third of its revenue left must earn 4; two tenants count by their GPU-hours.
func TestRevenueThatTenantsNeed(t *testing.T) {
	one := []string{"lease.anthropic.price_basis=gpu_hour", "lease.anthropic.price=2", "lease.anthropic.usage=0.75", "lease.anthropic.tenant_margin=0.333333333333333333",
		"lease.anthropic.take_or_pay=1", "lease.anthropic.basis=gpus", "lease.anthropic.gpus=30000", "lease.anthropic.reduced_months=0", "lease.anthropic.power_pass_through=0"}
	m := measured(t, load(t, "filed-deal"), one...)
	m.near(t, "tenant.cost_per_gpu_hour", 2, 1e-9)
	m.near(t, "tenant.revenue_needed_per_gpu_hour", 4, 1e-9)
	two := append(one, `lease.second={"site": "memphis", "basis": "gpus", "gpus": 10000, "price_basis": "gpu_hour", "price": 6, "usage": 1, "tenant_margin": 0, "start": "2026-05", "last_month": "2029-05", "power_pass_through": 0}`)
	m = measured(t, load(t, "filed-deal"), two...)
	m.near(t, "tenant.cost_per_gpu_hour", (3*2+6)/4.0, 1e-9)
	m.near(t, "tenant.revenue_needed_per_gpu_hour", (3*4+6)/4.0, 1e-9)
	m.near(t, "price_per_gpu_hour", 3, 1e-9)
}

// What GPUs of their own would cost counts by the hours that tenants themselves
// pay for: not those after a re-letting, and none of a lease that is over.
func TestBuildCostCountsTheTenantsOwnHours(t *testing.T) {
	settings := []string{"lease.anthropic.basis=gpus", "lease.anthropic.gpus=30000", "lease.anthropic.relet=true", "lease.anthropic.last_month=2027-04", "lease.anthropic.relet_downtime=0",
		`lease.second={"site": "memphis", "basis": "gpus", "gpus": 10000, "price_basis": "gpu_hour", "price": 6, "start": "2026-05", "last_month": "2029-05", "build_utilisation": 0.4}`}
	computed := wholeTable(t, load(t, "filed-deal"), settings...)
	weighted, hours, relet := 0.0, 0.0, 0.0
	for _, lease := range []string{"anthropic", "second"} {
		for month := range computed.Months {
			own := column(t, computed, "lease.gpu_hours", lease)[month]
			if cost := column(t, computed, "lease.tenant_cost_per_gpu_hour", lease)[month]; cost != cost {
				relet += own
				continue
			}
			weighted += own * column(t, computed, "lease.build_cost_per_gpu_hour", lease)[month] * column(t, computed, "site.compute_per_gpu", "memphis")[month] / 2250
			hours += own
		}
	}
	if relet == 0 {
		t.Fatal("nothing is let again")
	}
	measured(t, load(t, "filed-deal"), settings...).near(t, "tenant.build_cost_per_gpu_hour", weighted/hours, 1e-12)
}

// Values are told for the end of the first year, and of a shorter scenario for its end.
func TestValuesAtTheEndOfTheFirstYear(t *testing.T) {
	for months, at := range map[string]string{"60": "2027-04", "5": "2026-09"} {
		m := measured(t, load(t, "filed-deal"), "scenario.months="+months)
		m.near(t, "value.by_revenue", 12*6.8*(272_666_667+1.25e9), 1e-6)
		if note := m["value.enterprise"].Note; !strings.Contains(note, at) {
			t.Errorf("of %s months: %s", months, note)
		}
		m.near(t, "value.of_a_dollar.by_revenue", 81.6, 1e-9)
		m.near(t, "value.equity", m.number(t, "value.enterprise")+cash(t, months), 1e-9)
	}
	m := measured(t, load(t, "no-deal"))
	for _, name := range []string{"value.by_ebitda", "value.of_a_dollar.by_ebitda"} {
		m.is(t, name, nil) // a loss
	}
}

func cash(t *testing.T, months string) float64 {
	computed := table(t, load(t, "filed-deal"), "scenario.months="+months)
	return column(t, computed, "operator.free_cash", "operator")[min(12, computed.Months)-1]
}

// The parity price that is told makes orbit and ground cost the same when the
// scenario is run at it.
func TestParityLaunchPrice(t *testing.T) {
	site := []string{`site.orbit={"kind": "orbital"}`, `fleet.up={"site": "orbit", "gpus": 10000, "go_live": "2026-05"}`, "site.orbit.satellite_price=5", "site.orbit.satellite_development=0"}
	m := measured(t, load(t, "filed-deal"), site...)
	price, ok := m["orbit.parity_launch_price@orbit"].Value.(float64)
	if !ok {
		t.Fatalf("no price makes orbit as cheap: %v in orbit, %v on the ground", m["orbit.cost_per_gpu_hour@orbit"].Value, m["orbit.ground_cost_per_gpu_hour@orbit"].Value)
	}
	again := measured(t, load(t, "filed-deal"), append(site, "site.orbit.launch_price_path=given", "site.orbit.launch_price_given="+formatted(price))...)
	again.near(t, "orbit.cost_per_gpu_hour@orbit", again.number(t, "orbit.ground_cost_per_gpu_hour@orbit"), 1e-9)
	dear := measured(t, load(t, "filed-deal"), append(site, "site.orbit.satellite_price=30")...)
	dear.is(t, "orbit.parity_launch_price@orbit", nil)
}

// GPUs that are let again count with their rent.
func TestPriceAfterReletting(t *testing.T) {
	settings := []string{"lease.anthropic.relet=true", "lease.anthropic.last_month=2027-04", "lease.anthropic.relet_downtime=3"}
	computed := table(t, load(t, "filed-deal"), settings...)
	fees, rents := measure.Total(column(t, computed, "lease.fee_billed", "anthropic")), measure.Total(column(t, computed, "lease.relet_revenue", "anthropic"))
	if rents == 0 {
		t.Fatal("nothing is let again")
	}
	measured(t, load(t, "filed-deal"), settings...).near(t, "price_per_gpu_hour", (fees+rents)/measure.Total(column(t, computed, "lease.gpu_hours", "anthropic")), 1e-12)
}
