package model_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/scenario"
)

// Whatever the curve, when it begins and how long it takes: what is spent is the
// total, never less in sum than before, and nothing outside the months of building.
func TestConstructionSpendsItsTotal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shape := rapid.SampledFrom([]string{"even", "s_curve", "milestones"}).Draw(t, "shape")
		total, length := rapid.Float64Range(1, 1e12).Draw(t, "total"), rapid.IntRange(1, 60).Draw(t, "months")
		first := rapid.IntRange(0, 30).Draw(t, "start")
		changes := []scenario.Change{set("scenario.months", 100), set("site.hall.construction_shape", shape), set("site.hall.construction_total", total),
			set("site.hall.construction_start", builder(t).Start.Add(first).String()), set("site.hall.construction_months", length)}
		for _, milestone := range []string{"order", "quarter", "half", "three_quarters"} {
			changes = append(changes, set("site.hall.paid_at_"+milestone, rapid.Float64Range(0, 1).Draw(t, milestone)))
		}
		o := run(t, builder(t), changes...)
		spent := o.of("site.building_purchases", "hall")
		closeTo(t, "all that is spent", cumulated(spent)[99], total, 1e-12)
		for month, value := range spent {
			if value < 0 || value > 0 && (month < first || month >= first+length) {
				t.Fatalf("%v is spent in month %d", value, month)
			}
		}
		o.closesItsBooks()
	})
}

// A site whose power comes late runs as one whose plan is later; only what is paid
// for GPUs and buildings is paid as early. And no delay is none, to the last bit.
func TestPowerThatIsLateIsALaterPlan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		late, waits := rapid.IntRange(0, 30).Draw(t, "late"), rapid.IntRange(0, 6).Draw(t, "from delivery to service")
		goLive := rapid.IntRange(0, 20).Draw(t, "go-live")
		month := func(n int) string { return builder(t).Start.Add(n).String() }
		steps := func(n int) scenario.Change {
			return set("fleet.gpus.gpus", map[string]any{"steps": []any{map[string]any{"from": month(n), "value": 1000}, map[string]any{"from": month(n + 5), "value": 4000}, map[string]any{"from": month(n + 9), "value": 2000}}})
		}
		common := []scenario.Change{set("scenario.months", 72), set("fleet.gpus.last_month", month(70)),
			set("lease.tenant", map[string]any{"site": "hall", "basis": "gpus", "gpus": 3000, "price_basis": "gpu_hour", "price": 2, "start": month(goLive), "last_month": month(60)})}
		plan := func(n, service, energised int) outcome {
			return run(t, builder(t), append(slices.Clone(common), set("fleet.gpus.go_live", month(goLive+n)), set("source.grid.go_live", month(goLive+n)), steps(goLive+n),
				set("fleet.gpus.service_delay", service), set("site.hall.energisation_delay", energised))...)
		}
		delayed := plan(0, waits, late)
		delayed.closesItsBooks()
		later := plan(late, waits, 0)
		for _, row := range []string{"fleet.gpus_installed@gpus", "source.installed@grid", "lease.gpus_delivered@tenant", "lease.fee_billed@tenant", "site.power_demand@hall", "site.cash_costs@hall"} {
			sameBits(t, row, delayed.named(row), later.named(row))
		}
		sameBits(t, "purchases", delayed.named("fleet.purchases@gpus"), plan(0, 0, 0).named("fleet.purchases@gpus"))
		if late == 0 {
			never := run(t, builder(t), append(slices.Clone(common), set("fleet.gpus.go_live", month(goLive)), set("source.grid.go_live", month(goLive)), steps(goLive), set("fleet.gpus.service_delay", waits))...)
			for i, column := range never.Table.Program.Columns {
				sameBits(t, column.Row, delayed.Table.Series(i), never.Table.Series(i))
			}
		}
	})
}

func sameBits(t tester, what string, a, b []float64) {
	t.Helper()
	for month := range a {
		if math.Float64bits(a[month]) != math.Float64bits(b[month]) {
			t.Fatalf("%s in month %d is %v and %v", what, month, a[month], b[month])
		}
	}
}

// named is the series of a row@instance.
func (o outcome) named(name string) []float64 {
	o.Helper()
	for i, column := range o.Table.Program.Columns {
		if column.Row+"@"+o.Document.Instances[column.Instance].Name == name {
			return o.Table.Series(i)
		}
	}
	o.Fatalf("there is no %s", name)
	return nil
}

// What runs when the scenario begins has its power: late power changes nothing of it.
func TestLatePowerLeavesWhatRuns(t *testing.T) {
	o := run(t, load(t, "filed-deal"), set("site.memphis.energisation_delay", 24))
	without := run(t, load(t, "filed-deal"))
	for i, column := range o.Table.Program.Columns {
		if column.Row != "site.months_without_power" {
			sameBits(t, column.Row, o.Table.Series(i), without.Table.Series(i))
		}
	}
}

// Every GPU that is replaced was there as long as it lives, as many as come go, and
// each is paid for.
func TestReplacementKeepsTheFleet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		life, later := rapid.IntRange(1, 4).Draw(t, "life"), rapid.IntRange(1, 20).Draw(t, "second delivery")
		trend := rapid.Float64Range(-0.5, 0.5).Draw(t, "trend")
		gpus := map[string]any{"steps": []any{map[string]any{"from": "2026-01", "value": 1000}, map[string]any{"from": builder(t).Start.Add(later).String(), "value": 5000}}}
		o := run(t, builder(t), set("scenario.months", 120), set("fleet.gpus.gpus", gpus), set("fleet.gpus.go_live", "2026-01"), set("fleet.gpus.last_month", "2150-12"),
			set("fleet.gpus.replaced", true), set("fleet.gpus.service_life", life), set("fleet.gpus.replacement_price_trend", trend))
		for month, value := range o.of("fleet.gpus_replaced", "gpus") {
			want := 0.
			if month > 0 && month%(12*life) == 0 {
				want = 1000
			}
			if month > later && (month-later)%(12*life) == 0 {
				want += 4000
			}
			closeTo(t, "replaced", value, want, 1e-12)
			closeTo(t, "paid for them", o.of("fleet.replacement_cost", "gpus")[month], want*30000*math.Pow(1+trend, float64(month)/12), 1e-9)
		}
		o.closesItsBooks()
		o.paysItsTax()
	})
}

// Operation, salaries and replacement cost each grow at their own rate.
func TestEverySiteCostGrowsByItsOwnInput(t *testing.T) {
	base := run(t, builder(t), set("site.hall.staff", 10), set("site.hall.insured_basis", "cost"))
	for input, row := range map[string]string{"operations_growth": "site.operations_cost", "salary_growth": "site.staff_cost", "asset_value_growth": "site.insurance_cost"} {
		o := run(t, builder(t), set("site.hall.staff", 10), set("site.hall.insured_basis", "cost"), set("site.hall."+input, 0.21))
		at := 18
		closeTo(t, input, o.of(row, "hall")[at], base.of(row, "hall")[at]*math.Pow(1.21, float64(at)/12), 1e-12)
	}
}
