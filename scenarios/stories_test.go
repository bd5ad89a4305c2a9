package scenarios_test

import (
	"encoding/json"
	"math"
	"slices"
	"testing"

	"rackonomics/engine/calendar"
	"rackonomics/engine/machine"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
	"rackonomics/scenarios"
)

// story is a run of a shipped scenario, to be asked for its figures by month.
type story struct {
	*testing.T
	*session.Result
}

// change gives an input a value as the page would.
func change(path string, value any) scenario.Change {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	return scenario.Change{Path: path, JSON: text}
}

func tell(t *testing.T, name string, changes ...scenario.Change) story {
	t.Helper()
	document, err := scenarios.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	result, err := session.New(document, "*").Run(changes)
	if err != nil {
		t.Fatal(err)
	}
	return story{t, result}
}

// index is a month's place in the run.
func (s story) index(month string) int {
	s.Helper()
	m, err := calendar.Parse(month)
	if err != nil {
		s.Fatal(err)
	}
	return m.Since(s.Document.Start)
}

// of gives a row of an instance in a month.
func (s story) of(row, instance, month string) float64 {
	s.Helper()
	return s.between(row, instance, month, month)[0]
}

// between gives a row of an instance from one month to another, both included.
func (s story) between(row, instance, from, to string) []float64 {
	s.Helper()
	column, ok := s.Table.Column(row, instance)
	if !ok {
		s.Fatalf("there is no %s of %s", row, instance)
	}
	return s.Table.Series(column)[s.index(from) : s.index(to)+1]
}

// always demands something of every month of a row.
func (s story) always(what, row, instance, from, to string, holds func(float64) bool) {
	s.Helper()
	for i, value := range s.between(row, instance, from, to) {
		if !holds(value) {
			s.Errorf("%s: %s of %s is %v, %d months after %s", what, row, instance, value, i, from)
			return
		}
	}
}

// near demands a figure within a share of what is expected.
func (s story) near(what string, got, want, share float64) {
	s.Helper()
	if !(math.Abs(got-want) <= share*math.Abs(want)) {
		s.Errorf("%s is %v, not %v", what, got, want)
	}
}

func positive(value float64) bool { return value > 0 }
func negative(value float64) bool { return value < 0 }
func zero(value float64) bool     { return value == 0 }
func yes(value float64) bool      { return value == 1 }

func total(values []float64) (sum float64) {
	for _, value := range values {
		sum += value
	}
	return sum
}

// stories holds, for each scenario after the three founding ones, what its
// paragraph claims. Figures are those of the contracts, or arithmetic on the
// scenario's inputs that is written out here.
var stories = map[string]func(*testing.T){
	"lease-180-days": func(t *testing.T) {
		s := tell(t, "lease-180-days")
		s.near("the fee in October 2026", s.of("lease.fee_billed", "anthropic", "2026-10"), 1.25e9, 0)
		s.always("no fee after the lease", "lease.fee_billed", "anthropic", "2026-11", "2031-04", zero)
		s.always("three months without a tenant", "lease.relet_revenue", "anthropic", "2026-11", "2027-01", zero)
		s.always("let again", "lease.relet_revenue", "anthropic", "2027-02", "2031-04", positive)
		// 150,000 H100 at 2.60, 50,000 H200 at 3.25 and 130,000 GB200 at 4.54 USD, nine months of -15 % a year on.
		market := (150*2.60 + 50*3.25 + 130*4.54) / 330 * math.Pow(0.85, 9.0/12)
		s.near("the market's fee in February 2027", s.of("lease.relet_revenue", "anthropic", "2027-02"), 325e3*28*24*market, 1e-9)
		s.always("profit in four months", "operator.operating_income", "operator", "2026-07", "2026-10", positive)
		s.always("loss before", "operator.operating_income", "operator", "2026-05", "2026-06", negative)
		s.always("loss after", "operator.operating_income", "operator", "2026-11", "2031-04", negative)
	},
	"three-tenants": func(t *testing.T) {
		s := tell(t, "three-tenants")
		s.near("the three fees", s.of("operator.lease_revenue", "operator", "2026-12"), 1.25e9+920e6+150e6, 1e-12)
		// Facts of the first quarter of 2026: a loss of 2.47 billion USD, and three months of the fees.
		s.near("operating income of a quarter", total(s.between("operator.operating_income", "operator", "2027-01", "2027-03")), -2.47e9+3*2.32e9, 0.01)
		s.always("all are served, also without the Shelby County turbines", "lease.delivered_share", "google", "2026-10", "2029-06", yes)
		s.always("all are served, also without the Shelby County turbines", "lease.delivered_share", "anthropic", "2026-05", "2029-05", yes)
		s.always("free cash flow", "operator.free_cash_flow", "operator", "2026-05", "2031-04", negative)

		late := tell(t, "three-tenants", change("fleet.gb300.go_live", "2026-12"))
		late.always("the test fails after a month of grace", "lease.delivery_failed", "google", "2026-10", "2026-12", yes)
		late.always("Google has left", "lease.fee_billed", "google", "2026-11", "2029-06", zero)
		inGrace := tell(t, "three-tenants", change("fleet.gb300.go_live", "2026-10"))
		inGrace.always("October is in time", "lease.delivery_failed", "google", "2026-10", "2029-06", zero)
	},
	"power-capped": func(t *testing.T) {
		s := tell(t, "power-capped")
		s.always("power is short", "site.limited_by_power", "memphis", "2026-05", "2031-04", yes)
		s.always("the permit binds", "source.limited_by_permit", "shelby", "2026-05", "2027-01", yes)
		// 87 t a year at 0.15 kg/MWh, over the 8,784 hours of a leap year, beside 150 MW of grid.
		s.near("power", s.of("site.power_available", "memphis", "2026-05"), 150+87e3/0.15/8784, 1e-9)
		s.near("power after the permit", s.of("site.power_available", "memphis", "2027-02"), 150, 1e-12)
		for month, dark := range map[string]float64{"2026-12": 0.27, "2027-02": 0.5} {
			s.near("GPUs in the dark", 1-s.of("lease.delivered_share", "anthropic", month), dark, 0.05)
			lost, contracted := s.of("lease.fee_lost", "anthropic", month), s.of("lease.fee_contracted", "anthropic", month)
			s.near("the fee lost", lost/contracted, 1-s.of("lease.delivered_share", "anthropic", month), 1e-9)
		}
		s.always("calls cost capacity too", "site.curtailment_loss", "memphis", "2026-05", "2031-04", positive)
		s.always("profit before the permit ends", "operator.operating_income", "operator", "2026-07", "2027-01", positive)
		s.always("loss after", "operator.operating_income", "operator", "2027-02", "2031-04", negative)

		clean := tell(t, "power-capped", change("source.shelby.nox_rate", 0.04))
		clean.always("with catalytic reduction all GPUs have power outside calls", "site.limited_by_power", "memphis", "2026-05", "2027-01", zero)
	},
	"gpu-price-crash": func(t *testing.T) {
		s := tell(t, "gpu-price-crash")
		for month, price := range map[string]float64{"2026-05": 2.60, "2026-11": 1.70, "2028-05": 1.00, "2031-04": 1.00} {
			s.near("an H100-hour in "+month, s.of("fleet.market_price", "h100", month), price, 1e-12)
		}
		if fee, market := s.of("lease.price_per_gpu_hour", "anthropic", "2026-08"), s.of("site.market_price", "memphis", "2026-08"); fee <= 1.5*market {
			s.Errorf("the fee of %v USD a GPU-hour is no 1.5 times the market's %v", fee, market)
		}
		s.always("profit with the fee", "operator.operating_income", "operator", "2026-07", "2026-10", positive)
		s.always("break-even is lost after the notice", "operator.operating_income", "operator", "2026-11", "2031-04", negative)
		s.always("the fee ends", "lease.fee_billed", "anthropic", "2026-11", "2031-04", zero)
		// 36 months after September 2024 an H100 of 45,000 USD brings 15 % of them, half of what is reported.
		s.near("the H100 in September 2027", s.of("fleet.residual_value", "h100", "2027-09"), 0.15*45000*150000, 1e-12)
		s.always("let again for less than half", "lease.relet_revenue", "anthropic", "2027-02", "2031-04", func(v float64) bool { return v > 0 && v < 0.625e9 })
	},
	"tenant-default": func(t *testing.T) {
		s := tell(t, "tenant-default")
		s.near("two bills are lost", s.of("lease.bad_debt", "anthropic", "2027-04"), 2*1.25e9, 1e-12)
		s.always("nothing is paid in the downtime, and two months on", "lease.cash_received", "anthropic", "2027-04", "2027-11", zero)
		s.always("six months without a tenant", "lease.relet_revenue", "anthropic", "2027-04", "2027-09", zero)
		s.always("let again for less", "lease.relet_revenue", "anthropic", "2027-10", "2031-04", func(v float64) bool { return v > 0 && v < 0.7e9 })
		s.always("the covenant holds", "tranche.covenant_breached", "equipment", "2026-05", "2027-12", zero)
		s.always("and is broken early in 2028", "tranche.covenant_breached", "equipment", "2028-01", "2028-03", yes)
		s.always("by the coverage, not by the value", "tranche.room_to_borrow", "equipment", "2026-08", "2031-04", positive)
		s.always("debt is served all the while", "tranche.debt_service", "equipment", "2026-09", "2031-04", positive)
	},
	"take-or-pay": func(t *testing.T) {
		s := tell(t, "take-or-pay")
		s.near("IREN's contract", s.of("lease.headline_value", "microsoft", "2026-05"), 9.7e9, 0.001)
		s.near("a fifth is prepaid", s.of("lease.prepayment_received", "microsoft", "2026-05"), 0.2*9.7e9, 0.001)
		s.near("TeraWulf's first rent", s.of("lease.fee_billed", "fluidstack", "2026-05"), 200e3*154, 1e-12)
		s.near("TeraWulf's last rent", s.of("lease.fee_billed", "fluidstack", "2036-04"), 200e3*154*math.Pow(1.03, 9), 1e-12)
		for _, lease := range []string{"microsoft", "fluidstack"} {
			headline, enforceable := s.between("lease.headline_value", lease, "2026-05", "2036-04"), s.between("lease.fee_enforceable", lease, "2026-05", "2036-04")
			if !slices.Equal(headline, enforceable) {
				s.Errorf("of the headline value of %s not all can be enforced", lease)
			}
		}
		s.always("the shell's tenant is served", "lease.delivered_share", "fluidstack", "2026-05", "2036-04", func(v float64) bool { return v > 0.999 })
		rent, running := s.of("lease.fee_billed", "fluidstack", "2026-05"), s.of("site.operations_cost", "terawulf", "2026-05")
		s.near("TeraWulf's net operating income over its rent", (rent-running)/rent, 0.85, 0.01)

		broken := tell(t, "take-or-pay", change("lease.fluidstack.default_month", "2028-05"))
		broken.near("Google's part after a default in the third year", broken.of("lease.backstop_billed", "fluidstack", "2028-05"), 0.49*200e3*154*1.03*1.03, 1e-12)
		broken.always("it pays to the end", "lease.guarantor_cash_paid", "fluidstack", "2028-06", "2036-04", positive)
		s.near("Google backs 1.8 billion USD of the rent without an escalator", 0.49*120*200e3*154, 1.8e9, 0.01)
		s.always("nobody calls on it", "lease.backstop_billed", "fluidstack", "2026-05", "2036-04", zero)

		noticed := tell(t, "take-or-pay", change("lease.microsoft.notice_given", "2027-01"))
		noticed.near("a notice changes nothing", noticed.of("lease.fee_billed", "microsoft", "2031-04"), 200e3*808, 1e-9)
	},
	"orbital-expansion": func(t *testing.T) {
		s := tell(t, "orbital-expansion")
		// 10,000 GPUs of 1.8333 kW at 85 % load need 136 satellites of 150 kW * 0.8 * 0.955; each has 150 kW at 70 W/kg.
		s.near("satellites in the first month", s.of("site.satellites_launched", "orbit", "2028-01"), math.Ceil(10000*1.8333*0.85/(150*0.8*0.955)), 0)
		s.near("their mass", s.of("site.mass_launched", "orbit", "2028-01"), 136*150e3/70, 1e-9)
		s.always("none before 2028", "site.launches", "orbit", "2026-05", "2027-12", zero)
		s.always("291 t a month from then, 100 t a launch", "site.launches", "orbit", "2028-01", "2036-12", func(v float64) bool { return v == 3 })
		s.near("MW that work in orbit", s.of("site.it_power", "orbit", "2033-12"), 800, 0.05)
		s.near("the launch price at first", s.of("site.launch_price", "orbit", "2026-05"), 1600, 1e-12)
		s.near("the launch price from 2035", s.of("site.launch_price", "orbit", "2035-01"), 200, 1e-9)
		s.always("there is no launch price of parity", "site.parity_launch_price", "orbit", "2026-05", "2036-12", machine.IsAbsent)
		if orbit, ground := s.of("site.orbit_cost_per_gpu_hour", "orbit", "2036-12"), s.of("site.ground_cost_per_gpu_hour", "orbit", "2036-12"); !(orbit > ground && ground > 0) {
			s.Errorf("orbit costs %v a GPU-hour, the ground %v", orbit, ground)
		}
		free := tell(t, "orbital-expansion", change("site.orbit.launch_price_path", "given"), change("site.orbit.launch_price_given", 0))
		if orbit, ground := free.of("site.orbit_cost_per_gpu_hour", "orbit", "2036-12"), free.of("site.ground_cost_per_gpu_hour", "orbit", "2036-12"); !(orbit > ground) {
			s.Errorf("launched for nothing, orbit costs %v a GPU-hour, the ground %v", orbit, ground)
		}
		low := tell(t, "orbital-expansion", change("site.orbit.satellite_price", 10))
		low.always("nor is there one at the low end of the range", "site.parity_launch_price", "orbit", "2026-05", "2036-12", machine.IsAbsent)
		cheap := tell(t, "orbital-expansion", change("site.orbit.satellite_price", 2))
		cheap.near("there is one at 2 USD a W", cheap.of("site.parity_launch_price", "orbit", "2036-12"), 200, 0.05)
		parity := cheap.of("site.parity_launch_price", "orbit", "2036-12")
		at := tell(t, "orbital-expansion", change("site.orbit.satellite_price", 2), change("site.orbit.launch_price_path", "given"), change("site.orbit.launch_price_given", parity))
		at.near("launched at that price, orbit costs what the ground does", at.of("site.orbit_cost_per_gpu_hour", "orbit", "2036-12"), at.of("site.ground_cost_per_gpu_hour", "orbit", "2036-12"), 1e-9)
	},
	"delayed-listing": func(t *testing.T) {
		s := tell(t, "delayed-listing")
		day := func(company string) float64 { return s.of("company.listing_day", company, "2026-05") }
		s.near("SpaceX on 12 June 2026, days after 1 May", day("spacex"), 42, 0)
		if !(day("spacex") < day("openai") && day("openai") < day("anthropic")) {
			s.Errorf("SpaceX lists on day %v, OpenAI %v, Anthropic %v", day("spacex"), day("openai"), day("anthropic"))
		}
		s.near("no delay, no cost", s.of("company.cost_of_delay", "spacex", "2026-05"), 0, 0)
		for company, proceeds := range map[string]float64{"anthropic": 40.9e9, "openai": 36.1e9} {
			// 182 days at 12.5 %, Actual/360, on the proceeds after the banks' 1.5 %; 30 % of them lost a year.
			s.near("the bridge", s.of("company.cost_of_delay", company, "2026-05"), proceeds*0.985*0.125*182/360, 1e-9)
			s.near("the bridge by month", total(s.between("company.bridge_interest", company, "2026-05", "2031-04")), proceeds*0.985*0.125*182/360, 1e-9)
			s.near("proceeds lost", s.of("company.proceeds_lost", company, "2026-05"), proceeds*0.985*0.3*182/365, 1e-9)
		}
	},
}

func TestScenariosTellTheirStories(t *testing.T) {
	for _, name := range scenarios.Names[3:] {
		check, ok := stories[name]
		if !ok {
			t.Errorf("no test says what %s shows", name)
			continue
		}
		t.Run(name, check)
	}
}
