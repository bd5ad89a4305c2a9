package model_test

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// hall is a scenario of a single site called hall; things are its fleets,
// sources and leases as members of the document.
func hall(t tester, months int, site, things string) *scenario.Document {
	t.Helper()
	document, err := model.Scenario.Decode([]byte(fmt.Sprintf(`{"version":1,"name":"hall","start":"2026-01","months":%d,"site":[{"name":"hall"%s}]%s}`, months, site, things)))
	if err != nil {
		t.Fatalf("%v", err)
	}
	return document
}

// tenMegawatts are 10,000 GPUs that draw 10 MW at work, without a facility around them.
const (
	bare         = `,"power_usage_effectiveness":1,"load":1`
	tenMegawatts = `,"fleet":[{"name":"h100","site":"hall","gpus":10000,"power_per_gpu":1}]`
)

func (o outcome) first(row, instance string) float64 {
	o.Helper()
	return o.of(row, instance)[0]
}

// sharesPower checks what holds for power and GPUs in every month, whatever the sources.
func (o outcome) sharesPower(site string) {
	o.Helper()
	demand := o.of("site.power_demand", site)
	zero := make([]float64, len(demand))
	o.same("MW in are MW out", o.total("source.power_served", site), plus(demand, o.of("site.power_charged", site)), o.of("site.power_wanted", site))
	o.atMost("all heat is removed", o.of("site.it_power", site), o.of("site.heat_limit", site))
	o.same("the site pays what its sources cost", o.of("site.power_cost", site), o.total("source.power_cost", site))
	usable, working := o.of("site.gpus_usable", site), o.of("site.gpus_working", site)
	parts := plus(plus(o.of("site.gpus_leased", site), o.of("site.gpus_kept", site)), o.of("site.gpus_idle", site))
	o.same("leased, kept and idle GPUs are the usable ones", parts, usable, working)
	o.atMost("no more are usable than work", usable, working)
	o.atMost("no more work than are installed", working, o.of("site.gpus_installed", site))
	for _, row := range []string{"gpus_leased", "gpus_kept", "gpus_idle"} {
		o.atMost(row+" are not negative", zero, o.of("site."+row, site), working)
	}
	for _, source := range o.instances("source", site) {
		o.atMost("a source serves what it can", o.of("source.power_served", source), o.of("source.power_available", source))
		o.atMost("a source takes no power back", zero, o.of("source.power_served", source), demand, o.of("source.power_available", source), o.of("site.power_wanted", site))
		o.batteryKeepsEnergy(site, source)
		o.keepsThePermit(source)
	}
	o.namesTheLimit(site)
}

// Of 10,000 GPUs of 1 kW a tenant has 4,000 and uses half, the operator uses half
// of the rest; the others idle at a quarter of their power.
func TestWhoDrawsThePower(t *testing.T) {
	o := run(t, hall(t, 1, bare+`,"own_use":0.5,"idle_load":0.25`, tenMegawatts+`,"source":[{"name":"tva","site":"hall","capacity":10}],
		"lease":[{"name":"tenant","site":"hall","basis":"gpus","gpus":4000,"usage":0.5,"start":"2026-01"}]`))
	near(t, "the tenant's MW", o.first("lease.power_demand", "tenant"), 2+2*0.25, 1e-9)
	near(t, "the operator's MW", o.first("site.power_kept", "hall"), 3, 1e-9)
	near(t, "the idle MW", o.first("site.power_idle", "hall"), 3*0.25, 1e-9)
	near(t, "all MW", o.first("site.power_demand", "hall"), 2.5+3+0.75, 1e-9)
	cooled := run(t, o.Document, set("site.hall.power_usage_effectiveness", 1.2), set("source.tva.capacity", 12))
	near(t, "the operator's MW with cooling and losses", cooled.first("site.power_kept", "hall"), 1.2*3, 1e-9)
}

func (o outcome) batteryKeepsEnergy(site, source string) {
	o.Helper()
	charged, share := o.of("source.power_charged", source), o.of("site.call_share", site)
	kind := o.value("source", source, "kind")[0]
	for month, delivered := range o.of("source.power_served", source) {
		if kind != 2 { // the third option
			if charged[month] != 0 {
				o.Errorf("%s is no battery and charges %v MW", source, charged[month])
			}
			continue
		}
		efficiency := o.value("source", source, "round_trip_efficiency")[0]
		if math.Abs(delivered-efficiency*charged[month]) > rounding*(1+delivered) {
			o.Errorf("month %d: the battery %s delivers %v MW on average of %v charged", month, source, delivered, charged[month])
		}
		if call := o.value("site", site, "curtailment_call")[0] * o.of("source.served_in_call", source)[month]; call > o.value("source", source, "storage")[0]*(1+rounding) {
			o.Errorf("month %d: %s delivers %v MWh in a call", month, source, call)
		}
		full, left := o.of("source.charge_before_call", source)[month], o.of("source.charge_after_call", source)[month]
		if most := o.value("source", source, "storage")[0]; left < 0 || left > full || full > most*(1+rounding) {
			o.Errorf("month %d: a call finds %v MWh in %s and leaves %v, of %v", month, full, source, left, most)
		}
		if call := o.value("site", site, "curtailment_call")[0] * o.of("source.served_in_call", source)[month]; math.Abs(full-left-call) > rounding*(1+call) {
			o.Errorf("month %d: a call takes %v MWh of %s, whose charge falls from %v to %v", month, call, source, full, left)
		}
		if power := charged[month] / (1 - share[month]); power > o.of("source.installed", source)[month]*(1+rounding) {
			o.Errorf("month %d: %s charges at %v MW", month, source, power)
		}
	}
}

func (o outcome) keepsThePermit(source string) {
	o.Helper()
	if o.value("source", source, "nox_capped")[0] == 0 {
		return
	}
	emitted, cap := o.of("source.nox", source), o.value("source", source, "nox_cap")[0]
	for month := range emitted {
		sum := 0.0
		for _, tonnes := range emitted[max(0, month-11) : month+1] {
			sum += tonnes
		}
		if sum > cap*(1+rounding) {
			o.Errorf("%s has emitted %v t of NOx in the twelve months to month %d; the permit allows %v", source, sum, month, cap)
			return
		}
	}
}

var limits = []string{"power", "cooling", "floor", "curtailment"}

func (o outcome) namesTheLimit(site string) {
	o.Helper()
	for month, share := range o.of("site.usable_share", site) {
		named := 0.0
		for _, limit := range limits {
			named += o.of("site.limited_by_"+limit, site)[month]
		}
		if want := math.Ceil(1 - share); named != want {
			o.Errorf("month %d: with %v of the GPUs usable %v limits are named", month, share, named)
			return
		}
	}
}

// randomHall draws a site with everything that can run short.
func randomHall(t *rapid.T) *scenario.Document {
	number := func(label string, low, high float64) float64 { return rapid.Float64Range(low, high).Draw(t, label) }
	list := func(scope, things string) string {
		if things == "" {
			return ""
		}
		return fmt.Sprintf(`,%q:[%s]`, scope, things[1:])
	}
	site := fmt.Sprintf(`,"power_usage_effectiveness":%v,"load":%v,"idle_load":%v,"cooling_capacity":%v,"floor_area":%v,"curtailment":%v,"curtailment_call":%v,"own_use":%v,"cut_first":%q`,
		number("PUE", 1, 2), number("load", 0.05, 1), number("idle", 0, 1), number("cooling", 1, 300), number("floor", 100, 60000),
		rapid.SampledFrom([]float64{0, 60, 2000, 4000}).Draw(t, "curtailment"), number("call", 0.25, 24), number("own use", 0, 1),
		rapid.SampledFrom([]string{"own_use", "leases"}).Draw(t, "cut first"))
	fleets, sources, leases := "", "", ""
	for i := range rapid.IntRange(1, 3).Draw(t, "fleets") {
		fleets += fmt.Sprintf(`,{"name":"f%d","site":"hall","gpus":%v,"power_per_gpu":%v,"failure_rate":%v,"repair_time":%v,"go_live":%q}`, i,
			rapid.IntRange(0, 150000).Draw(t, "gpus"), number("kW", 0.5, 3), number("failures", 0, 1), number("repair", 0, 30), rapid.SampledFrom([]string{"2024-01", "2026-06"}).Draw(t, "go-live"))
	}
	for i := range rapid.IntRange(0, 4).Draw(t, "sources") {
		sources += fmt.Sprintf(`,{"name":"s%d","site":"hall","kind":%q,"capacity":%v,"availability":%v,"curtailable":%v,"storage":%v,"round_trip_efficiency":%v,"nox_capped":%v,"nox_cap":%v,"last_month":%q}`, i,
			rapid.SampledFrom([]string{"grid", "turbine", "battery", "solar"}).Draw(t, "kind"), number("capacity", 0, 200), number("availability", 0, 1),
			number("curtailable", 0, 1), number("storage", 0, 1000), number("efficiency", 0.3, 1), rapid.Bool().Draw(t, "capped"), number("cap", 0, 200),
			rapid.SampledFrom([]string{"2026-09", "2150-12"}).Draw(t, "last month"))
	}
	for i := range rapid.IntRange(0, 2).Draw(t, "leases") {
		leases += fmt.Sprintf(`,{"name":"l%d","site":"hall","basis":"gpus","gpus":%v,"usage":%v,"start":"2026-01"}`, i, rapid.IntRange(0, 200000).Draw(t, "leased"), number("usage", 0, 1))
	}
	return hall(t, 14, site, list("fleet", fleets)+list("source", sources)+list("lease", leases))
}

func TestPowerOfRandomSites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { run(t, randomHall(t)).sharesPower("hall") })
}

// A limit is binding if raising it helps, and raising any other does not.
func TestTheNamedLimitBinds(t *testing.T) {
	plenty := map[string]scenario.Change{
		"power":       set("source.plenty", map[string]any{"site": "hall", "capacity": 20000}),
		"cooling":     set("site.hall.cooling_capacity", 20000),
		"floor":       set("site.hall.floor_area", 20e6),
		"curtailment": set("site.hall.curtailment", 0),
	}
	rapid.Check(t, func(t *rapid.T) {
		document := randomHall(t)
		before := run(t, document)
		for _, limit := range limits {
			after := run(t, document, plenty[limit])
			named := before.of("site.limited_by_"+limit, "hall")
			row := "site.usable_share_outside_calls"
			if limit == "curtailment" {
				row = "site.usable_share"
			}
			was, is := before.of(row, "hall"), after.of(row, "hall")
			for month := range named {
				if named[month] == 1 && !(is[month] > was[month]) {
					t.Fatalf("month %d: %s is named, and with plenty of it the share stays %v", month, limit, was[month])
				}
				if named[month] == 0 && limit != "curtailment" && is[month] > was[month] {
					t.Fatalf("month %d: %s is not named, and with plenty of it the share rises from %v to %v", month, limit, was[month], is[month])
				}
			}
		}
	})
}

func TestMoreCapacityNeverLowersWhatIsServed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		document := randomHall(t)
		before := run(t, document)
		for _, source := range before.instances("source", "hall") {
			more := before.value("source", source, "capacity")[0] + rapid.Float64Range(0, 100).Draw(t, "more")
			after := run(t, document, set("source."+source+".capacity", more))
			after.atMost("power served with less capacity is no more than with more of "+source, before.of("site.power_demand", "hall"), after.of("site.power_demand", "hall"), after.of("site.power_wanted", "hall"))
		}
	})
}

// TVA may call its power back, 60 hours a year in calls of 4 hours.
const called = `,"curtailment":60`

func TestCurtailmentWithoutBattery(t *testing.T) {
	document := hall(t, 12, bare+called, tenMegawatts+`,"source":[{"name":"tva","site":"hall","capacity":11,"curtailable":1}],
		"lease":[{"name":"tenant","site":"hall","basis":"gpus","gpus":10000,"start":"2026-01","price_basis":"gpu_hour","price":2}]`)
	o := run(t, document)
	o.sharesPower("hall")
	lost := 0.0
	for month, usable := range o.of("site.gpus_usable", "hall") {
		lost += (10000 - usable) * []float64{744, 672, 744, 720, 744, 720, 744, 744, 720, 744, 720, 744}[month]
	}
	near(t, "GPU-hours lost in a year", lost, 60*10000, 1e-9)
	if o.first("site.limited_by_curtailment", "hall") != 1 {
		t.Error("curtailment is not named as the limit")
	}
	near(t, "energy in a year", cumulated(o.of("site.power_cost", "hall"))[11], 10*(8760-60)*60, 1e-9)
}

// A battery bridges calls, as far as its power, its energy and what charges it go.
func TestBatteryBridgesCalls(t *testing.T) {
	for name, test := range map[string]struct {
		grid, power, energy float64
		want                float64 // MW in a call
		full                float64 // MWh when a call of four hours comes
	}{
		"large enough":     {11, 10, 100, 10, 40},
		"larger":           {11, 20, 100, 10, 80},
		"too little power": {11, 6, 100, 6, 24},
		"too little MWh":   {11, 10, 28, 7, 28},
		"nothing to spare": {10, 10, 100, 0, 0},
		// In 739 of 744 hours 0.05 MW go in, at 91 per cent, and come out in 5.
		"little to spare": {10.05, 10, 100, 0.05 * 739 / 5 * 0.91, 4 * 0.05 * 739 / 5 * 0.91},
	} {
		t.Run(name, func(t *testing.T) {
			o := run(t, hall(t, 1, bare+called, fmt.Sprintf(`%s,"source":[{"name":"tva","site":"hall","capacity":%v,"curtailable":1},
				{"name":"megapack","site":"hall","kind":"battery","capacity":%v,"storage":%v}]`, tenMegawatts, test.grid, test.power, test.energy)))
			o.sharesPower("hall")
			near(t, "MW in a call", 1+o.first("source.served_in_call", "megapack"), 1+test.want, 1e-9)
			near(t, "MWh when a call comes", o.first("source.charge_before_call", "megapack"), test.full, 1e-9)
			near(t, "MWh when it ends, and a MWh", 1+o.first("source.charge_after_call", "megapack"), 1+test.full-4*test.want, 1e-9)
			near(t, "usable GPUs", o.first("site.gpus_usable", "hall"), 10000*739/744.0+1000*test.want*5/744, 1e-9)
			near(t, "MWh bought", o.first("source.power_served", "tva")*744, 10*739+test.want*5/0.91, 1e-9)
		})
	}
}

// A later source stands in for a curtailed one, and only then.
func TestMeritOrderInCalls(t *testing.T) {
	o := run(t, hall(t, 1, bare+called, tenMegawatts+`,"source":[{"name":"tva","site":"hall","capacity":30,"curtailable":0.9},{"name":"gas","site":"hall","kind":"turbine","capacity":5}]`))
	o.sharesPower("hall")
	near(t, "MWh of the turbine", o.first("source.power_served", "gas")*744, 5*5, 1e-9)
	near(t, "MWh of the grid", o.first("source.power_served", "tva")*744, 10*739+3*5, 1e-9)
	near(t, "GPUs in a call", o.first("site.usable_share_in_call", "hall"), 0.8, 1e-9)
}

// With 6 of 10 MW, 6,000 GPUs are left for a tenant of 5,000 and the operator's own 5,000.
func TestWhoIsCutFirst(t *testing.T) {
	for first, want := range map[string]struct{ leased, kept float64 }{
		"own_use": {5000, 1000},
		"leases":  {1000, 5000},
	} {
		t.Run(first, func(t *testing.T) {
			o := run(t, hall(t, 1, bare+`,"cut_first":"`+first+`"`, tenMegawatts+`,"source":[{"name":"tva","site":"hall","capacity":6}],
				"lease":[{"name":"tenant","site":"hall","basis":"gpus","gpus":5000,"start":"2026-01"}]`))
			o.sharesPower("hall")
			near(t, "leased", o.first("site.gpus_leased", "hall"), want.leased, 1e-9)
			near(t, "kept", o.first("site.gpus_kept", "hall"), want.kept, 1e-9)
		})
	}
}

// In calls there are 2 of 10 MW: too few for the tenant, plenty on average over the month.
func TestTenantLosesCallsThatTheAverageHides(t *testing.T) {
	o := run(t, hall(t, 1, bare+called, tenMegawatts+`,"source":[{"name":"tva","site":"hall","capacity":10,"curtailable":0.8}],
		"lease":[{"name":"tenant","site":"hall","basis":"gpus","gpus":5000,"start":"2026-01"}]`))
	o.sharesPower("hall")
	near(t, "leased on average", o.first("lease.gpus_delivered", "tenant"), (5000*739+2000*5)/744.0, 1e-9)
}

func TestSolarSparesFuelAndAddsNoGPUs(t *testing.T) {
	o := run(t, hall(t, 1, bare, tenMegawatts+`,"source":[{"name":"sun","site":"hall","kind":"solar","capacity":40,"price":30},{"name":"tva","site":"hall","capacity":6}]`))
	o.sharesPower("hall")
	near(t, "usable GPUs", o.first("site.gpus_usable", "hall"), 6000, 1e-9)
	near(t, "average MW of the sun, at most 6 at noon", o.first("source.power_served", "sun"), 1.5, 1e-9)
	near(t, "average MW of the grid", o.first("source.power_served", "tva"), 4.5, 1e-9)
}

// 10 MW for a charge of 10 USD/kW-month: what a second grid would serve in calls
// costs nothing where there are none, and the sun spares no peak, as it sets.
func TestDemandChargeIsOnTheHighestDraw(t *testing.T) {
	const sources = `,"source":[{"name":"first","site":"hall","kind":%q,"capacity":%d,"curtailable":1},{"name":"tva","site":"hall","capacity":20,"demand_charge":10}]`
	for name, test := range map[string]struct {
		site, kind string
		capacity   int
		want       float64 // MW that are charged
	}{
		"no calls":            {bare, "grid", 20, 0},
		"calls":               {bare + called, "grid", 20, 10},
		"the first is short":  {bare, "grid", 4, 6},
		"short, and in calls": {bare + called, "grid", 4, 10},
		"by day":              {bare, "solar", 20, 10},
	} {
		t.Run(name, func(t *testing.T) {
			o := run(t, hall(t, 1, test.site, tenMegawatts+fmt.Sprintf(sources, test.kind, test.capacity)))
			o.sharesPower("hall")
			near(t, "the charge", 1+o.first("source.demand_cost", "tva"), 1+test.want*1000*10, 1e-9)
		})
	}
}
