package model_test

import (
	"math"
	"testing"

	"rackonomics/engine/scenario"
)

// Figures of shared/facts.md, mostly section 1.6: what the rents that were
// reported do to the operating income of the first quarter of 2026.

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

// 300 MW at 85 % for 8,760 h at 60 USD/MWh are 134 million USD.
func TestEnergyBill(t *testing.T) {
	document, err := scenario.Decode([]byte(`{"version":1,"name":"bill","start":"2027-01","months":12,
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
