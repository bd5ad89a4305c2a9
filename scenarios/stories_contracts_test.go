package scenarios_test

import (
	"math"
	"slices"
	"testing"
)

// Contracts of others, and a company that is none in particular.
var storiesOfContracts = map[string]func(*testing.T){
	// Case L: straight lines of 33,823 million USD, and four quarters of 1,510.
	"useful-life": func(t *testing.T) {
		for life, loss := range map[int]float64{6: -0.4e9, 5: 0.7e9, 4: 2.4e9, 3: 5.2e9} {
			s := tell(t, "useful-life", change("operator.capital_life", life))
			s.near("depreciation of a year", total(s.between("operator.depreciation", "operator", "2026-07", "2027-06")), 33.823e9/float64(life), 1e-12)
			income := total(s.between("operator.operating_income", "operator", "2026-07", "2027-06"))
			s.near("operating income", income, 4*1.510e9-33.823e9/float64(life), 1e-6)
			s.near("as told", income, -loss, 0.04)
		}
		s := tell(t, "useful-life")
		s.near("six years", total(s.between("operator.depreciation", "operator", "2026-07", "2027-06")), 5.6e9, 0.01)
		even := tell(t, "useful-life", change("operator.capital_life", 5.6))
		if income := total(even.between("operator.operating_income", "operator", "2026-07", "2027-06")); math.Abs(income) > 0.1e9 {
			s.Errorf("at 5.6 years operating income is %v", income)
		}
	},
	// Cases M and C.
	"nscale-anthropic": func(t *testing.T) {
		s := tell(t, "nscale-anthropic")
		s.near("the contract", s.of("lease.headline_value", "anthropic", "2027-01"), 44.6e9, 1e-4)
		s.near("a kW-month", s.of("lease.fee_billed", "anthropic", "2027-01")/460e3, 1347, 1e-3)
		s.near("a gigawatt-year", total(s.between("lease.fee_billed", "anthropic", "2027-01", "2027-12"))/0.46, 16.2e9, 0.005)
		s.always("all is served", "lease.delivered_share", "anthropic", "2027-01", "2032-12", func(v float64) bool { return v > 0.9999 })
		s.near("what it costs", s.of("operator.capital_expenditure", "operator", "2027-01"), 17.3e9, 0.005)
		s.measure("payback", "2029-07")
		s.near("the return", s.number("internal_rate_of_return"), 0.41, 0.01)
		dear := tell(t, "nscale-anthropic", change("fleet.gpus.gpu_price", 68800))
		dear.near("on newer GPUs", dear.number("internal_rate_of_return"), 0.27, 0.02)
	},
	"iren-microsoft": func(t *testing.T) {
		s := tell(t, "iren-microsoft")
		s.near("the contract", s.of("lease.headline_value", "microsoft", "2026-01"), 9.7e9, 1e-4)
		s.near("a fifth is prepaid", s.of("lease.prepayment_received", "microsoft", "2026-01"), 0.2*9.7e9, 1e-4)
		s.near("and pays a third of the GPUs", s.of("lease.prepayment_received", "microsoft", "2026-01")/s.of("operator.capital_expenditure", "operator", "2026-01"), 1.0/3, 0.01)
		s.near("running costs of 15 % and colocation", s.of("operator.site_costs", "operator", "2026-06"), 0.15*9.7e9/60+130*200e3, 1e-3)
		s.always("nothing is credited for two years", "lease.prepayment_credit", "microsoft", "2026-01", "2027-12", func(v float64) bool { return v == 0 })
		s.near("then evenly", s.of("lease.prepayment_credit", "microsoft", "2028-01"), 0.2*9.7e9/36, 1e-4)
		s.near("all of it", total(s.between("lease.prepayment_credit", "microsoft", "2028-01", "2030-12")), 0.2*9.7e9, 1e-4)
		s.near("the return", s.number("internal_rate_of_return"), 0.112, 0.001)
		// In the last month the GPUs are 59 months old: 20.4 % of their cost, a twelfth of the way from 25 to 20 back.
		s.near("with a sale", s.number("internal_rate_of_return.with_sale"), 0.1996, 0.001)
		free := tell(t, "iren-microsoft", change("site.iren.operations_rate", 0.15*9.7e9/5/200))
		free.near("without colocation", free.number("internal_rate_of_return"), 0.296, 0.001)
	},
	// Case F.
	"backstopped-shell": func(t *testing.T) {
		s := tell(t, "backstopped-shell")
		for lease, value := range map[string]float64{"fluidstack": 3.0e9, "fluidstack-2": 0.83e9} {
			s.near("a contract", s.of("lease.headline_value", lease, "2026-10"), value, 1e-4)
		}
		s.near("a kW-month", s.of("lease.fee_billed", "fluidstack", "2026-10")/168e3, 149, 0.002)
		s.near("and of the second", s.of("lease.fee_billed", "fluidstack-2", "2026-10")/39e3, 177, 0.003)
		income, rent := total(s.between("operator.adjusted_ebitda", "operator", "2027-01", "2027-12")), total(s.between("lease.fee_billed", "fluidstack", "2027-01", "2027-12"))+total(s.between("lease.fee_billed", "fluidstack-2", "2027-01", "2027-12"))
		s.near("net operating income over the rent", income/rent, 0.84, 0.01)
		s.near("the yield", income/s.of("operator.capital_expenditure", "operator", "2026-10"), 0.155, 0.005)
		s.near("over ten years", s.number("internal_rate_of_return"), 0.095, 0.005)
		s.near("Google backs", s.number("lease.guaranteed_value"), 1.73e9, 0.001)
		broken := tell(t, "backstopped-shell", change("lease.fluidstack.default_month", "2029-01"), change("lease.fluidstack-2.default_month", "2029-01"))
		paid := total(broken.between("lease.guarantor_cash_paid", "fluidstack", "2030-01", "2030-12")) + total(broken.between("lease.guarantor_cash_paid", "fluidstack-2", "2030-01", "2030-12"))
		broken.near("Google pays a year", paid, 173e6, 0.001)
		broken.near("of the rent", paid/rent, 0.45, 0.005)
		broken.near("almost three times the running costs", paid/total(broken.between("site.operations_cost", "barber-lake", "2030-01", "2030-12")), 2.75, 0.01)
	},
	"start-up": func(t *testing.T) {
		s := tell(t, "start-up")
		s.near("three quarters are let", s.of("lease.gpus_delivered", "first", "2026-10"), 3072, 1e-9)
		s.near("the price", s.of("lease.price_per_gpu_hour", "first", "2026-10"), 5.87, 1e-9)
		s.near("a quarter a year", s.of("fleet.market_price", "gpus", "2027-10"), 5.87*0.75, 1e-9)
		s.near("at first", s.of("operator.operating_income", "operator", "2026-10"), 5.0e6, 0.01)
		s.near("18 months on", s.of("operator.operating_income", "operator", "2028-04"), 1.0e6, 0.03)
		s.always("the covenant holds", "tranche.covenant_breached", "loan", "2026-10", "2030-04", zero)
		s.always("and breaks", "tranche.covenant_breached", "loan", "2030-05", "2030-05", yes)
		steady := tell(t, "start-up", change("fleet.gpus.price_trend", 0))
		steady.near("at a constant price", steady.of("operator.operating_income", "operator", "2028-04"), 5.5e6, 0.01)
		steady.always("nothing breaks", "tranche.covenant_breached", "loan", "2026-10", "2031-09", zero)
	},
	"take-or-pay": func(t *testing.T) {
		s := tell(t, "take-or-pay")
		s.near("IREN's contract", s.of("lease.headline_value", "microsoft", "2026-05"), 9.7e9, 0.001)
		s.near("a fifth is prepaid", s.of("lease.prepayment_received", "microsoft", "2026-05"), 0.2*9.7e9, 0.001)
		s.near("TeraWulf's first rent", s.of("lease.fee_billed", "fluidstack", "2026-05"), 200e3*134.5, 1e-12)
		s.near("TeraWulf's last rent", s.of("lease.fee_billed", "fluidstack", "2036-04"), 200e3*134.5*math.Pow(1.03, 9), 1e-12)
		s.near("TeraWulf's contract", s.of("lease.headline_value", "fluidstack", "2026-05"), 3.7e9, 0.001)
		s.near("which is on average", s.of("lease.headline_value", "fluidstack", "2026-05")/120/200e3, 154, 0.002)
		for _, lease := range []string{"microsoft", "fluidstack"} {
			headline, enforceable := s.between("lease.headline_value", lease, "2026-05", "2036-04"), s.between("lease.fee_enforceable", lease, "2026-05", "2036-04")
			if !slices.Equal(headline, enforceable) {
				s.Errorf("of the headline value of %s not all can be enforced", lease)
			}
		}
		s.always("the shell's tenant is served", "lease.delivered_share", "fluidstack", "2026-05", "2036-04", func(v float64) bool { return v > 0.999 })
		rent, running := s.of("lease.headline_value", "fluidstack", "2026-05")/120, s.of("site.operations_cost", "terawulf", "2026-05")
		s.near("TeraWulf's net operating income over its average rent", (rent-running)/rent, 0.85, 0.01)

		broken := tell(t, "take-or-pay", change("lease.fluidstack.default_month", "2028-05"))
		broken.near("Google's part after a default in the third year", broken.of("lease.backstop_billed", "fluidstack", "2028-05"), 0.49*200e3*134.5*1.03*1.03, 1e-12)
		broken.always("it pays to the end", "lease.guarantor_cash_paid", "fluidstack", "2028-06", "2036-04", positive)
		s.near("Google backs 1.8 billion USD", 0.49*s.of("lease.headline_value", "fluidstack", "2026-05"), 1.8e9, 0.01)
		s.always("nobody calls on it", "lease.backstop_billed", "fluidstack", "2026-05", "2036-04", zero)

		noticed := tell(t, "take-or-pay", change("lease.microsoft.notice_given", "2027-01"))
		noticed.near("a notice changes nothing", noticed.of("lease.fee_billed", "microsoft", "2031-04"), 200e3*808, 1e-9)
	},
}
