package scenarios_test

import (
	"math"
	"testing"
)

// The founding deal as it was thought, filed and reported, and what it may grow to.
var storiesOfTheDeal = map[string]func(*testing.T){
	"half-the-data-center": func(t *testing.T) {
		s := tell(t, "half-the-data-center")
		s.near("a rent between 3 and 5 billion a year", total(s.between("lease.revenue", "anthropic", "2026-05", "2027-04")), 4e9, 0.25)
		if mean := total(s.between("operator.adjusted_ebitda", "operator", "2026-05", "2027-04")) / 12; math.Abs(mean) > 0.05e9 {
			s.Errorf("adjusted EBITDA of %v a month is not about zero", mean)
		}
		s.near("operating income a month", total(s.between("operator.operating_income", "operator", "2026-05", "2027-04"))/12, -0.53e9, 0.02)
		filed := tell(t, "as-reported-q2")
		filed.near("adjusted EBITDA as filed", total(filed.between("operator.adjusted_ebitda", "operator", "2026-04", "2026-06")), 1.15e9, 0.005)
		filed.near("operating loss as filed", total(filed.between("operator.operating_income", "operator", "2026-04", "2026-06")), -1.26e9, 0.005)
		filed.near("and before", total(filed.between("operator.operating_income", "operator", "2026-01", "2026-03")), -2.47e9, 0.005)
	},
	"filed-deal": func(t *testing.T) {
		s := tell(t, "filed-deal")
		s.near("the fee", s.of("lease.fee_billed", "anthropic", "2029-05"), 1.25e9, 0)
		s.near("the GPUs", s.of("lease.gpus_delivered", "anthropic", "2026-07"), 325e3, 1e-9)
		s.always("a reduced fee", "lease.fee_billed", "anthropic", "2026-05", "2026-06", func(v float64) bool { return v < 0.69*1.25e9 })
		s.always("operating income turns positive", "operator.operating_income", "operator", "2026-07", "2026-12", positive)
		s.near("with the full fee", s.of("operator.operating_income", "operator", "2026-07"), 0.43e9, 0.01)
		s.always("and depreciation ends it", "operator.operating_income", "operator", "2027-01", "2031-04", negative)
		// 5.276 billion USD a month over 60 months.
		s.near("each month's more", s.of("operator.new_depreciation", "operator", "2026-12")-s.of("operator.new_depreciation", "operator", "2026-11"), 5.276e9/60, 1e-9)
		s.near("as told", 5.276e9/60, 0.088e9, 0.001)
		s.near("the first twelve months", total(s.between("operator.operating_income", "operator", "2026-05", "2027-04")), 0.70e9, 0.01)
		plain := tell(t, "filed-deal", change("operator.depreciate_new_capital", false))
		plain.always("without it break-even lasts as long as the lease", "operator.operating_income", "operator", "2026-07", "2029-05", positive)
		plain.always("for 35 months and no longer", "operator.operating_income", "operator", "2029-06", "2031-04", negative)
		s.always("free cash flow stays negative", "operator.free_cash_flow", "operator", "2026-05", "2031-04", negative)
		s.near("investment of a quarter", total(s.between("operator.capital_expenditure", "operator", "2026-07", "2026-09")), 15.8e9, 0.005)
		s.near("three months' fees can be enforced", s.of("lease.fee_enforceable", "anthropic", "2026-09"), 3*1.25e9, 0.02)
	},
	"no-deal": func(t *testing.T) {
		s := tell(t, "no-deal")
		s.near("the loss a month", total(s.between("operator.operating_income", "operator", "2026-05", "2026-08"))/4, -0.82e9, 0.005)
		s.near("and a month more", s.of("operator.new_depreciation", "operator", "2026-09"), 0.088e9, 0.001)
		s.near("in April 2027", s.of("operator.operating_income", "operator", "2027-04"), -1.5e9, 0.02)
		s.near("four years later", s.of("operator.operating_income", "operator", "2031-04"), -5.7e9, 0.01)
	},
	"as-reported-q2": func(t *testing.T) {
		s := tell(t, "as-reported-q2")
		s.near("investment of the first quarter", total(s.between("operator.capital_expenditure", "operator", "2026-01", "2026-03")), 7.7e9, 0.005)
		s.near("notes", s.of("tranche.balance", "notes", "2026-12"), 25e9, 0)
		s.near("of the listing", s.of("operator.listing_proceeds", "operator", "2026-06"), 0.86*85.7e9, 1e-3)
		s.always("cash pays for what is built", "operator.cash", "operator", "2026-06", "2026-12", positive)
		s.always("about zero at the full fee", "operator.operating_income", "operator", "2026-07", "2026-12", func(v float64) bool { return math.Abs(v) < 5e6 })
		fixed := tell(t, "as-reported-q2", change("operator.lease_cost_share", 0), change("operator.reported_operating_loss", (2326e6+650e6)/3))
		fixed.near("if the cost stays", total(fixed.between("operator.operating_income", "operator", "2026-07", "2026-09")), 0.77e9, 0.005)
	},
	"eighty-four-billion": func(t *testing.T) {
		s := tell(t, "eighty-four-billion")
		of := func(row, month string) float64 {
			return s.of(row, "anthropic", month) + s.of(row, "anthropic-2", month)
		}
		s.near("the total", of("lease.headline_value", "2026-07"), 84.5e9, 1e-4)
		s.near("of it can be enforced", of("lease.fee_enforceable", "2026-10"), 6.2e9, 0.01)
		s.near("the second fee", s.of("lease.fee_billed", "anthropic-2", "2026-10"), 0.82e9, 0.001)
		s.near("half a billion in October", s.of("operator.operating_income", "operator", "2026-10"), 0.5e9, 0.03)
		s.always("above zero until February", "operator.operating_income", "operator", "2026-07", "2027-02", positive)
		s.always("and no longer", "operator.operating_income", "operator", "2027-03", "2030-06", negative)
		s.always("cash lasts", "operator.cash", "operator", "2026-07", "2028-01", positive)
		s.always("until January 2028", "operator.cash", "operator", "2028-02", "2030-06", negative)
		for _, lease := range []string{"anthropic", "anthropic-2"} {
			s.always("what is leased is there", "lease.delivered_share", lease, "2026-10", "2029-12", yes)
		}
	},
	"december-run-rate": func(t *testing.T) {
		s := tell(t, "december-run-rate")
		outside := (7814e6 - 2561e6) / 3
		s.near("outside the segment", outside, 1.75e9, 0.001)
		s.near("100 billion a year", 12*(outside+s.of("operator.revenue", "operator", "2026-12")), 100e9, 1e-4)
		s.near("the segment", s.of("operator.revenue", "operator", "2026-12"), 6.58e9, 0.001)
		needed := s.of("lease.fee_billed", "to-be-found", "2026-12")
		s.near("what is missing", needed, 3.16e9, 0.001)
		s.near("known leases", s.of("operator.lease_revenue", "operator", "2026-12")-needed, 3.14e9, 0.001)
		s.near("every GPU is let", s.of("site.gpus_usable", "memphis", "2026-12")-s.of("site.gpus_kept", "memphis", "2026-12")-s.of("site.gpus_idle", "memphis", "2026-12"), 1e6, 1e-9)
		s.near("an hour", s.of("lease.price_per_gpu_hour", "to-be-found", "2026-12"), 12.7, 0.005)
		s.near("and Google's", s.of("lease.price_per_gpu_hour", "google", "2026-12"), 11.2, 0.005)
		kilowatts := 0.0
		for fleet, power := range map[string]float64{"h100": 1.275, "h200": 1.275, "gb200": 1.8333, "gb200-2": 1.8333, "gb300": 1.9444, "gb300-nov": 1.9444, "gb300-dec": 1.9444} {
			kilowatts += s.of("fleet.gpus_installed", fleet, "2027-01") * power
		}
		s.near("10 GW at 26.5 billion USD a GW", (10-kilowatts/1e6)*26.5e9, 207e9, 0.01)
		s.near("spent in 18 months", total(s.between("operator.own_capital_expenditure", "operator", "2026-07", "2027-12")), 95e9, 0.005)
	},
	"lease-180-days": func(t *testing.T) {
		s := tell(t, "lease-180-days")
		s.near("the fee in October 2026", s.of("lease.fee_billed", "anthropic", "2026-10"), 1.25e9, 0)
		s.always("no fee after the lease", "lease.fee_billed", "anthropic", "2026-11", "2031-04", zero)
		s.always("three months without a tenant", "lease.relet_revenue", "anthropic", "2026-11", "2027-01", zero)
		s.always("let again", "lease.relet_revenue", "anthropic", "2027-02", "2031-04", positive)
		// 150,000 H100 at 2.81, 50,000 H200 at 3.51 and 140,000 GB200 at 5.87 USD.
		market := (150*2.81 + 50*3.51 + 140*5.87) / 340
		s.near("the market's fee in February 2027", s.of("lease.relet_revenue", "anthropic", "2027-02"), 325e3*28*24*market, 1e-9)
		s.near("of the fee", total(s.between("lease.relet_revenue", "anthropic", "2028-01", "2028-12"))/15e9, 0.8, 0.02)
		s.always("profit with the fee", "operator.operating_income", "operator", "2026-07", "2026-10", positive)
		s.always("loss before", "operator.operating_income", "operator", "2026-05", "2026-06", negative)
		s.always("loss without a tenant", "operator.operating_income", "operator", "2026-11", "2027-01", negative)
		s.always("and a loss with one", "operator.operating_income", "operator", "2027-02", "2031-04", negative)
		s.near("in February 2027", s.of("operator.operating_income", "operator", "2027-02"), -0.44e9, 0.01)
		s.near("in April 2031", s.of("operator.operating_income", "operator", "2031-04"), -4.8e9, 0.01)
		s.always("EBITDA stays above zero", "operator.adjusted_ebitda", "operator", "2027-02", "2031-04", positive)
		plain := tell(t, "lease-180-days", change("operator.depreciate_new_capital", false))
		plain.always("by 0.09 to 0.19 billion above zero without depreciation", "operator.operating_income", "operator", "2027-02", "2031-04", func(v float64) bool { return v > 0.085e9 && v < 0.195e9 })

		ornn := tell(t, "lease-180-days", change("fleet.h100.spot_price", 2.85), change("fleet.h200.spot_price", 5.08), change("fleet.gb200.spot_price", 8.04), change("fleet.gb200-2.spot_price", 8.04))
		ornn.near("by Ornn's index the market pays the fee", total(ornn.between("lease.relet_revenue", "anthropic", "2028-01", "2028-12")), 15e9, 0.02)
	},
	"three-tenants": func(t *testing.T) {
		s := tell(t, "three-tenants")
		s.near("the three fees", s.of("operator.lease_revenue", "operator", "2026-12"), 1.25e9+920e6+150e6, 1e-12)
		// Facts of the first quarter of 2026: a loss of 2.47 billion USD; three months of the fees, and of 36 million for what has come on.
		income, new := total(s.between("operator.operating_income", "operator", "2027-01", "2027-03")), total(s.between("operator.new_depreciation", "operator", "2027-01", "2027-03"))
		s.near("operating income of a quarter before new depreciation", income+new, -2.47e9+3*(2.32e9-36e6), 0.01)
		// Of five, six and seven months' investment, over five years.
		s.near("new depreciation", new, (5+6+7)*5.276e9/60, 1e-9)
		s.near("before it", income+new, 4.4e9, 0.01)
		s.near("after it", income, 2.8e9, 0.01)
		s.always("above zero", "operator.operating_income", "operator", "2026-07", "2027-12", positive)
		s.always("and no longer", "operator.operating_income", "operator", "2028-01", "2031-04", negative)
		costly := tell(t, "three-tenants", change("operator.lease_cost_share", 0.378))
		costly.near("with the cost of revenue", total(costly.between("operator.operating_income", "operator", "2027-01", "2027-03")), 0.17e9, 0.03)
		s.near("GB300 of Colossus 2", s.of("fleet.gpus_installed", "gb300", "2026-10"), 440e3, 0)
		s.always("all are served, also without the Shelby County turbines", "lease.delivered_share", "google", "2026-10", "2029-06", yes)
		s.always("all are served, also without the Shelby County turbines", "lease.delivered_share", "anthropic", "2026-05", "2029-05", yes)
		s.always("free cash flow", "operator.free_cash_flow", "operator", "2026-05", "2031-04", negative)

		late := tell(t, "three-tenants", change("fleet.gb300.go_live", "2026-12"))
		late.always("the test fails after a month of grace", "lease.delivery_failed", "google", "2026-10", "2026-12", yes)
		late.always("Google has left", "lease.fee_billed", "google", "2026-11", "2029-06", zero)
		inGrace := tell(t, "three-tenants", change("fleet.gb300.go_live", "2026-10"))
		inGrace.always("October is in time", "lease.delivery_failed", "google", "2026-10", "2029-06", zero)
	},
}
