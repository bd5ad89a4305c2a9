package model_test

import (
	"math"
	"testing"

	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// What the rents that were reported do to the operating loss of the AI segment in
// the first quarter of 2026, 2.47 billion USD (SpaceX's S-1, via StreetBrief): 3.5
// and 5 billion a year before the filing (New Street), then the fees that the S-1
// tells of Anthropic, Google and Reflection.

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance*math.Abs(want)) {
		t.Errorf("%s is %.4g, want %.4g within %g %%", what, got, want, 100*tolerance)
	}
}

func quarter(series []float64) float64 { return series[0] + series[1] + series[2] }

// flat is a lease for a flat fee, on all terms that do not matter here.
func flat(fee, gpus float64) map[string]any {
	return map[string]any{"site": "memphis", "basis": "gpus", "gpus": gpus, "start": "2026-05", "last_month": "2031-04", "price_basis": "fee", "fee": fee}
}

func TestQuarterlyOperatingIncome(t *testing.T) {
	for name, test := range map[string]struct {
		leases []scenario.Change
		want   float64 // billion USD
	}{
		"none":             {nil, -2.47},
		"3.5 bn a year":    {[]scenario.Change{set("lease.tenant", flat(3.5e9/12, 325e3))}, -1.60},
		"5 bn a year":      {[]scenario.Change{set("lease.tenant", flat(5e9/12, 325e3))}, -1.22},
		"the filed fee":    {[]scenario.Change{set("lease.tenant", flat(1.25e9, 325e3))}, 1.28},
		"and Google's":     {[]scenario.Change{set("lease.tenant", flat(1.25e9, 215e3)), set("lease.google", flat(920e6, 110e3))}, 4.04},
		"both in one":      {[]scenario.Change{set("lease.tenant", flat(2.17e9, 325e3))}, 4.04},
		"and Reflection's": {[]scenario.Change{set("lease.tenant", flat(1.25e9, 210e3)), set("lease.google", flat(920e6, 110e3)), set("lease.reflection", flat(150e6, 10e3))}, 4.49},
	} {
		t.Run(name, func(t *testing.T) {
			o := run(t, load(t, "no-deal"), test.leases...)
			o.obeysTheLaws()
			near(t, "the quarter's operating income", quarter(o.of("operator.operating_income", "operator"))/1e9, test.want, 0.01)
			if free := quarter(o.of("operator.free_cash_flow", "operator")); free >= 0 {
				t.Errorf("free cash flow is %v; it stays negative in every case", free)
			}
		})
	}
}

func TestFeeThatBreaksEven(t *testing.T) {
	o := run(t, load(t, "no-deal"), set("lease.tenant", flat(823e6, 325e3)))
	if income := quarter(o.of("operator.operating_income", "operator")); math.Abs(income) > 0.01*2.47e9 {
		t.Errorf("at 823 million a month the quarter's operating income is %v, want about none", income)
	}
	needed := run(t, load(t, "filed-deal")).of("operator.lease_revenue_needed", "operator")
	near(t, "the lease revenue needed in a quarter", quarter(needed)/1e9, 2.47, 0.01)
}

func TestFiledDeal(t *testing.T) {
	o := run(t, load(t, "filed-deal"))
	price := o.of("lease.price_per_gpu_hour", "anthropic")
	fees, hours := o.of("lease.fee_billed", "anthropic"), o.of("lease.gpu_hours", "anthropic")
	year := func(series []float64) (sum float64) { // July 2026 to June 2027
		for _, value := range series[2:14] {
			sum += value
		}
		return sum
	}
	near(t, "the price of a GPU-hour over a year", year(fees)/year(hours), 5.27, 0.002)
	for month := 2; month < 14; month++ { // months are from 28 to 31 days long, not 730 h
		near(t, "the price of a GPU-hour in a month", price[month], 5.27, 0.09)
	}
	near(t, "the price in a month of 30 days", price[4], 5.27, 0.03)
	if headline := o.of("lease.fee_remaining", "anthropic")[0]; headline < 44e9 || headline > 45e9 {
		t.Errorf("the contract's value is %v, want 44 to 45 billion", headline)
	}
	near(t, "the enforceable value, with the fee in full", o.of("lease.fee_enforceable", "anthropic")[4], 3.75e9, 0.03)
	near(t, "its fee in the first two months", o.of("lease.fee_billed", "anthropic")[1], 625e6, 1e-9)
	if last := o.of("lease.fee_billed", "anthropic"); last[36] == 0 || last[37] != 0 {
		t.Errorf("the lease runs to May 2029, and bills %v then and %v after", last[36], last[37])
	}
}

// The deal from Anthropic's side: 1.25 billion USD a month for 325,000 GPUs (S-1),
// a run-rate of 47 billion USD a year in May 2026 (Plutonic Rainbows) or guidance
// of 10.9 for the second quarter (ChatForest), and GB200 at 82,000 USD all in
// (Bernstein). What it pays for compute elsewhere is not on record; a billion a
// month stands for it.
func TestFiledDealFromTheTenantsSide(t *testing.T) {
	const july, november = 2, 6 // full fees; 30 days
	o := run(t, load(t, "filed-deal"), set("lease.anthropic.tenant_revenue", 47e9/12), set("lease.anthropic.tenant_other_compute", 1e9))
	of := func(row string) []float64 { return o.of("lease."+row, "anthropic") }
	near(t, "the rent against the run-rate", of("tenant_rent_share")[july], 15.0/47, 0.01)
	near(t, "all compute against the run-rate", of("tenant_compute_share")[july], 27.0/47, 0.01)
	// 1.25e9 / 325e3 / 730 h are 5.27 USD; a month of 30 days has 720 h.
	near(t, "a GPU-hour", of("tenant_cost_per_gpu_hour")[november], 5.27*730/720, 0.01)
	near(t, "what it must earn for a margin of a half", of("tenant_revenue_per_gpu_hour")[november], 2*5.27*730/720, 0.01)
	// An annuity of 10 % over 5 years is 0.2638 of the price; 2,100 USD a year run a GPU.
	own := (82000*0.2638 + 2100) / 8760
	near(t, "a GPU-hour of its own", of("build_cost_per_gpu_hour")[november], own, 0.01)
	near(t, "the lease against its own", of("lease_against_build")[november], 5.27*730/720/own, 0.01)

	guided := run(t, load(t, "filed-deal"), set("lease.anthropic.tenant_revenue", 10.9e9/3))
	near(t, "the reduced rent of the second quarter against its guidance", guided.of("lease.tenant_rent_share", "anthropic")[1], 0.625*3/10.9, 0.01)
	colossus := run(t, load(t, "filed-deal"), set("lease.anthropic.gpus", 220e3))
	near(t, "a GPU-hour of Colossus 1 only", colossus.of("lease.tenant_cost_per_gpu_hour", "anthropic")[november], 7.78*730/720, 0.01)
	google := run(t, load(t, "three-tenants"))
	near(t, "a GPU-hour of Google's", google.of("lease.tenant_cost_per_gpu_hour", "google")[november], 11.46*730/720, 0.01)
}

// 300 MW at 85 % for 8,760 h at 60 USD/MWh are 134 million USD.
func TestEnergyBill(t *testing.T) {
	document, err := model.Scenario.Decode([]byte(`{"version":1,"name":"bill","start":"2027-01","months":12,
		"site":[{"name":"memphis","power_usage_effectiveness":1,"load":0.85}],
		"fleet":[{"name":"h100","site":"memphis","gpus":200000,"power_per_gpu":1.5}],
		"source":[{"name":"tva","site":"memphis","capacity":300,"price":60}]}`))
	if err != nil {
		t.Fatal(err)
	}
	o := run(t, document)
	o.obeysTheLaws()
	near(t, "the year's energy", cumulated(o.of("site.power_cost", "memphis"))[11], 134.0e6, 0.001)
	near(t, "the draw in MW", o.of("site.power_demand", "memphis")[0], 255, 1e-9)
}

// 200,000 H100 and H200 at 10.2 kW for 8, and 20,000 GB200 at 132 kW for 72 draw 292 MW at most.
func TestPeakPowerOfColossus1(t *testing.T) {
	o := run(t, load(t, "no-deal"))
	peak := 0.0
	for _, fleet := range []string{"h100", "h200", "gb200"} {
		peak += o.of("fleet.it_peak_power", fleet)[0]
	}
	near(t, "the servers' maximum in MW", peak, 292, 0.005)
}
