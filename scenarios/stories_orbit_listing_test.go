package scenarios_test

import (
	"math"
	"testing"

	"rackonomics/engine/machine"
)

// Satellites and listings.
var storiesOfOrbitAndListing = map[string]func(*testing.T){
	"starmind": func(t *testing.T) {
		s := tell(t, "starmind")
		s.near("two satellites", s.of("site.satellites_launched", "orbit", "2027-02"), 2, 0)
		s.always("none before the volume", "site.satellites_launched", "orbit", "2027-03", "2027-08", func(v float64) bool { return v < 2 })
		s.near("20 a month and a few that are replaced", total(s.between("site.satellites_launched", "orbit", "2028-01", "2028-12")), 240, 0.1)
		s.near("an hour in orbit", s.number("orbit.cost_per_gpu_hour@orbit"), 5.4, 0.01)
		s.near("on the ground", s.number("orbit.ground_cost_per_gpu_hour@orbit"), 2.5, 0.02)
		free := tell(t, "starmind", change("site.orbit.launch_price_path", "given"), change("site.orbit.launch_price_given", 0))
		free.near("launched for nothing", free.number("orbit.cost_per_gpu_hour@orbit"), 3.7, 0.01)
		s.always("nobody pays", "operator.revenue", "operator", "2027-01", "2031-12", zero)
	},
	"orbital-expansion": func(t *testing.T) {
		s := tell(t, "orbital-expansion")
		// 10,000 GPUs of 1.8333 kW at 85 % load need 136 satellites of 150 kW * 0.8 * 0.955; each has 150 kW at 70 W/kg.
		s.near("satellites in the first month", s.of("site.satellites_launched", "orbit", "2027-10"), math.Ceil(10000*1.8333*0.85/(150*0.8*0.955)), 0)
		s.near("their mass", s.of("site.mass_launched", "orbit", "2027-10"), 136*150e3/70, 1e-9)
		s.always("none before the fourth quarter of 2027", "site.launches", "orbit", "2026-05", "2027-09", zero)
		s.always("291 t a month from then, 100 t a launch", "site.launches", "orbit", "2027-10", "2036-12", func(v float64) bool { return v == 3 })
		s.near("MW that work in orbit", s.of("site.it_power", "orbit", "2033-12"), 800, 0.05)
		s.near("the tenant's GPUs", s.of("lease.gpus_delivered", "in-orbit", "2030-01"), 5000, 1e-9)
		s.always("the tenant pays for five years", "lease.revenue", "in-orbit", "2027-10", "2032-09", positive)
		s.always("and no longer", "lease.revenue", "in-orbit", "2032-10", "2036-12", zero)
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
		if !(day("spacex") < day("anthropic") && day("anthropic") < day("openai")) {
			s.Errorf("SpaceX lists on day %v, Anthropic %v, OpenAI %v", day("spacex"), day("anthropic"), day("openai"))
		}
		s.near("SpaceX's net proceeds", total(s.between("company.proceeds_received", "spacex", "2026-05", "2026-12")), 85.7e9, 1e-3)
		s.near("Anthropic in May 2027", s.of("company.listed", "anthropic", "2027-05")-s.of("company.listed", "anthropic", "2027-04"), 1, 0)
		s.near("no delay, no cost", s.of("company.cost_of_delay", "spacex", "2026-05"), 0, 0)
		for company, proceeds := range map[string]float64{"anthropic": 100e9, "openai": 59.3e9} {
			// 182 days at 12.5 %, Actual/360, on the proceeds after the banks' 1.5 %; 30 % of them lost a year.
			s.near("the bridge", s.of("company.cost_of_delay", company, "2026-05"), proceeds*0.985*0.125*182/360, 1e-9)
			s.near("the bridge by month", total(s.between("company.bridge_interest", company, "2026-05", "2031-04")), proceeds*0.985*0.125*182/360, 1e-9)
			s.near("proceeds lost", s.of("company.proceeds_lost", company, "2026-05"), proceeds*0.985*0.3*182/365, 1e-9)
		}
		s.near("the bridge's 6.2 billion", s.of("company.cost_of_delay", "anthropic", "2026-05"), 6.2e9, 0.005)
		s.near("the 14.7 billion lost", s.of("company.proceeds_lost", "anthropic", "2026-05"), 14.7e9, 0.005)

		onTime := tell(t, "delayed-listing", change("company.anthropic.slip", 0))
		onTime.near("as planned a week before Thanksgiving, days after 1 May", onTime.of("company.listing_day", "anthropic", "2026-05"), 202, 0)
	},
}
