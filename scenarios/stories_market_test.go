package scenarios_test

import "testing"

// Prices of GPU-hours that move, tenants that leave or fail, power that is short.
var storiesOfTheMarket = map[string]func(*testing.T){
	"scarcity-returns": func(t *testing.T) {
		s := tell(t, "scarcity-returns")
		for month, price := range map[string]float64{"2026-10": 2.81, "2027-10": 4.21, "2029-10": 2.81, "2030-12": 2.81} {
			s.near("an H100-hour in "+month, s.of("fleet.market_price", "h100", month), price, 1e-12)
		}
		for month, more := range map[string]bool{"2026-09": false, "2026-10": false, "2026-12": true, "2027-09": true} {
			if market, fee := s.of("site.market_price", "memphis", month), s.of("lease.price_per_gpu_hour", "anthropic", month); market > fee != more {
				s.Errorf("in %s the market pays %v USD a GPU-hour, the fee is %v", month, market, fee)
			}
		}
		s.near("let again", s.of("lease.relet_revenue", "anthropic", "2028-01"), 1.78e9, 0.005)
		s.always("for more than the fee", "lease.relet_revenue", "anthropic", "2027-11", "2029-08", func(v float64) bool { return v > 1.25e9 })
		s.always("until August 2029", "lease.relet_revenue", "anthropic", "2029-09", "2030-12", func(v float64) bool { return v < 1.25e9 })
		s.always("operating income before", "operator.operating_income", "operator", "2026-07", "2026-10", positive)
		s.always("and after", "operator.operating_income", "operator", "2026-11", "2030-12", negative)
	},
	"tenant-leaves-2027": func(t *testing.T) {
		s := tell(t, "tenant-leaves-2027")
		s.near("the last fee", s.of("lease.fee_billed", "anthropic", "2027-02"), 1.25e9, 0)
		s.always("no fee after it", "lease.fee_billed", "anthropic", "2027-03", "2030-12", zero)
		s.always("three months without a tenant", "lease.relet_revenue", "anthropic", "2027-03", "2027-05", zero)
		for month, price := range map[string]float64{"2027-06": 1.46, "2030-06": 0.26} {
			s.near("an H100-hour in "+month, s.of("fleet.market_price", "h100", month), price, 1e-12)
		}
		s.near("half of the fee", s.of("lease.relet_revenue", "anthropic", "2027-07"), 0.5*1.25e9, 0.02)
		s.near("a tenth at the end", s.of("lease.relet_revenue", "anthropic", "2030-12"), 0.1*1.25e9, 0.1)
		s.always("cash lasts", "operator.cash", "operator", "2026-07", "2027-11", positive)
		s.always("until November 2027", "operator.cash", "operator", "2027-12", "2030-12", negative)
	},
	"power-capped": func(t *testing.T) {
		s := tell(t, "power-capped")
		s.always("power is short", "site.limited_by_power", "memphis", "2026-05", "2031-04", yes)
		s.always("the permit binds", "source.limited_by_permit", "shelby", "2026-05", "2027-01", yes)
		// 87 t a year at 0.15 kg/MWh, over the 8,784 hours of a leap year, beside 150 MW of grid.
		s.near("power", s.of("site.power_available", "memphis", "2026-05"), 150+87e3/0.15/8784, 1e-9)
		s.near("power after the permit", s.of("site.power_available", "memphis", "2027-02"), 150, 1e-12)
		for month, dark := range map[string]float64{"2026-12": 0.32, "2027-02": 0.53} {
			s.near("GPUs in the dark", 1-s.of("lease.delivered_share", "anthropic", month), dark, 0.01)
			lost, contracted := s.of("lease.fee_lost", "anthropic", month), s.of("lease.fee_contracted", "anthropic", month)
			s.near("the fee lost", lost/contracted, 1-s.of("lease.delivered_share", "anthropic", month), 1e-9)
		}
		s.always("calls cost capacity too", "site.curtailment_loss", "memphis", "2026-05", "2031-04", positive)
		s.always("just above zero", "operator.operating_income", "operator", "2026-07", "2026-08", func(v float64) bool { return v > 0 && v < 0.03e9 })
		s.always("until depreciation comes on", "operator.operating_income", "operator", "2026-09", "2031-04", negative)
		before, after := s.of("operator.operating_income", "operator", "2027-01"), s.of("operator.operating_income", "operator", "2027-02")
		s.near("the permit's end", before-after-5.276e9/60, 0.25e9, 0.02)

		clean := tell(t, "power-capped", change("source.shelby.nox_rate", 0.04))
		clean.always("with catalytic reduction all GPUs have power outside calls", "site.limited_by_power", "memphis", "2026-05", "2027-01", zero)
	},
	"megapacks": func(t *testing.T) {
		const none = 0.0
		second := func(hours float64) (saved, free float64) {
			calls := change("site.memphis.curtailment", hours)
			with := tell(t, "megapacks", calls)
			without := tell(t, "megapacks", calls, change("source.second.capacity", none), change("source.second.storage", none))
			sum := func(row, thing string) float64 {
				return total(with.between(row, thing, "2026-05", "2031-04")) - total(without.between(row, thing, "2026-05", "2031-04"))
			}
			return sum("lease.invoiced", "anthropic"), sum("operator.free_cash_flow", "operator")
		}
		s := tell(t, "megapacks")
		// 263.5 MW of servers at a PUE of 1.2, and what 87 t of NOx a year let the turbines give.
		wanted, turbines := s.of("site.it_power_wanted", "memphis", "2026-05")*1.2, 87e3/0.15/8784
		s.always("outside calls all run", "site.power_share", "memphis", "2026-05", "2031-04", yes)
		s.near("in a call", s.of("site.power_share_in_call", "memphis", "2026-09"), (150+turbines)/wanted, 1e-9)
		s.near("as told", s.of("site.power_share_in_call", "memphis", "2026-09"), 0.68, 0.01)
		s.near("without batteries", turbines/wanted, 0.21, 0.01)
		s.always("then calls darken nothing", "site.power_share_in_call", "memphis", "2026-10", "2031-04", yes)
		s.near("a full charge", s.of("source.charge_before_call", "first", "2026-09"), 600, 1e-9)
		s.near("what it costs", s.of("operator.capital_expenditure", "operator", "2026-10")-s.of("operator.capital_expenditure", "operator", "2026-09"), 269e6, 0.001)

		saved, free := second(60)
		s.near("the second order saves", saved, 87e6, 0.01)
		if free > -150e6 {
			t.Errorf("60 hours of calls leave %v USD of the second order's price open", -free)
		}
		if _, free := second(180); free > 0 {
			t.Errorf("180 hours of calls pay for it: %v USD are left", free)
		}
		if _, free := second(190); free < 0 {
			t.Errorf("190 hours of calls leave %v USD of it open", -free)
		}
		first := tell(t, "megapacks", change("source.second.storage", none))
		dark := tell(t, "megapacks", change("source.second.storage", none), change("source.first.storage", none))
		invoiced := func(s story) float64 { return total(s.between("lease.invoiced", "anthropic", "2026-05", "2029-05")) }
		s.near("the first saves", invoiced(first)-invoiced(dark), 146e6, 0.01)
	},
	"gpu-price-crash": func(t *testing.T) {
		s := tell(t, "gpu-price-crash")
		for month, price := range map[string]float64{"2026-05": 2.60, "2026-10": 2.81, "2027-04": 1.70, "2028-10": 1.00, "2031-04": 1.00} {
			s.near("an H100-hour in "+month, s.of("fleet.market_price", "h100", month), price, 1e-12)
		}
		if fee, market := s.of("lease.price_per_gpu_hour", "anthropic", "2027-04"), s.of("site.market_price", "memphis", "2027-04"); fee <= 2*market {
			s.Errorf("the fee of %v USD a GPU-hour is not twice the market's %v", fee, market)
		}
		s.always("profit with the fee", "operator.operating_income", "operator", "2026-07", "2026-10", positive)
		s.always("break-even is lost before prices fall far", "operator.operating_income", "operator", "2026-11", "2031-04", negative)
		s.near("investment of a quarter", total(s.between("operator.own_capital_expenditure", "operator", "2026-07", "2026-09")), 15.828e9, 1e-3)
		s.always("the fee is paid to June", "lease.fee_billed", "anthropic", "2026-07", "2027-06", positive)
		s.always("the fee ends", "lease.fee_billed", "anthropic", "2027-07", "2031-04", zero)
		// 36 months after September 2024 an H100 of 45,000 USD brings 15 % of them, half of what is reported.
		s.near("the H100 in September 2027", s.of("fleet.residual_value", "h100", "2027-09"), 0.15*45000*150000, 1e-12)
		s.always("let again for less than half", "lease.relet_revenue", "anthropic", "2027-10", "2031-04", func(v float64) bool { return v > 0 && v < 0.625e9 })
	},
	"tenant-default": func(t *testing.T) {
		s := tell(t, "tenant-default")
		s.near("two bills are lost", s.of("lease.bad_debt", "anthropic", "2027-04"), 2*1.25e9, 1e-12)
		s.always("nothing is paid in the downtime, and two months on", "lease.cash_received", "anthropic", "2027-04", "2027-11", zero)
		s.always("six months without a tenant", "lease.relet_revenue", "anthropic", "2027-04", "2027-09", zero)
		s.always("let again for less", "lease.relet_revenue", "anthropic", "2027-10", "2031-04", func(v float64) bool { return v > 0 && v < 0.81e9 })
		if height, after := s.of("site.market_price", "memphis", "2026-10"), s.of("site.market_price", "memphis", "2027-10"); after >= height {
			s.Errorf("the market's price of %v USD is not below its height of %v", after, height)
		}
		s.always("the covenant holds", "tranche.covenant_breached", "equipment", "2026-05", "2027-12", zero)
		s.always("and is broken early in 2028", "tranche.covenant_breached", "equipment", "2028-01", "2028-03", yes)
		s.always("by the coverage, not by the value", "tranche.room_to_borrow", "equipment", "2026-08", "2031-04", positive)
		s.always("debt is served all the while", "tranche.debt_service", "equipment", "2026-09", "2031-04", positive)
	},
}
