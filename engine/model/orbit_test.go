package model_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"rackonomics/engine/machine"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/session"
)

// orbital is a scenario of one orbital site with one fleet of GPUs that draw
// 1 kW each, at full load, from 2026-05 on.
//
// "rate" (of discount, else 10 %), "price" (of a GPU, else 47,000 USD) and
// "gpus" (a profile of them) stand among the site's inputs and are the
// operator's and the fleet's.
func orbital(t tester, months int, gpus float64, site map[string]any) *scenario.Document {
	t.Helper()
	rate, price, fleet := any(0.1), any(47e3), any(gpus)
	given := map[string]any{"name": "leo", "kind": "orbital", "power_usage_effectiveness": 1, "load": 1}
	for field, value := range site {
		switch field {
		case "rate":
			rate = value
		case "price":
			price = value
		case "gpus":
			fleet = value
		default:
			given[field] = value
		}
	}
	text, err := json.Marshal(map[string]any{
		"version": 1, "name": "orbit", "title": "Orbit", "start": "2026-05", "months": months,
		"site":     []any{given},
		"operator": map[string]any{"discount_rate": rate},
		"fleet":    []any{map[string]any{"name": "gpus", "site": "leo", "gpus": fleet, "power_per_gpu": 1, "gpu_price": price}},
	})
	if err != nil {
		t.Fatalf("%v", err)
	}
	document, err := model.Scenario.Decode(text)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return document
}

func with(site map[string]any, changes map[string]any) map[string]any {
	merged := map[string]any{}
	for _, each := range []map[string]any{site, changes} {
		for field, value := range each {
			merged[field] = value
		}
	}
	return merged
}

func sumOf(values []float64) (sum float64) {
	for _, value := range values {
		sum += value
	}
	return sum
}

// nothingFails is a site whose satellites neither fail nor age.
var nothingFails = map[string]any{"satellite_loss": 0, "orbital_gpu_loss": 0, "array_degradation": 0}

// eclipse is the share of a year that a circular dawn-dusk sun-synchronous
// orbit spends in a cylindrical shadow; the row has only straight lines.
func eclipse(altitude float64) float64 {
	const earth, gravity, oblateness = 6378.137, 398600.4418, 1.08263e-3 // km, km³/s², J2
	radius := earth + altitude
	motion := math.Sqrt(gravity / (radius * radius * radius))
	turn := 2 * math.Pi / (365.2422 * 86400)
	inclination := math.Acos(-turn / (1.5 * oblateness * math.Pow(earth/radius, 2) * motion))
	tilt := 23.4393 * math.Pi / 180
	total, days := 0.0, 3652
	for i := range days {
		longitude := 2 * math.Pi * (float64(i) + 0.5) / float64(days)
		sun := [3]float64{math.Cos(longitude), math.Sin(longitude) * math.Cos(tilt), math.Sin(longitude) * math.Sin(tilt)}
		node := longitude + math.Pi/2
		normal := [3]float64{math.Sin(inclination) * math.Sin(node), -math.Sin(inclination) * math.Cos(node), math.Cos(inclination)}
		sine := sun[0]*normal[0] + sun[1]*normal[1] + sun[2]*normal[2]
		if x := math.Sqrt(altitude*altitude+2*earth*altitude) / (radius * math.Sqrt(1-sine*sine)); x < 1 {
			total += math.Acos(x) / math.Pi
		}
	}
	return total / float64(days)
}

func TestShadowOfADawnDuskOrbit(t *testing.T) {
	cited := map[float64]float64{550: 0.049, 600: 0.044, 650: 0.039, 800: 0.027, 1400: 0} // the calculation that site.sunlight_given cites
	moving := session.New(orbital(t, 1, 0, nil), "site.sun_fraction")
	for altitude := 400.0; altitude <= 2000; altitude += 25 {
		result, err := moving.Run([]scenario.Change{set("site.leo.altitude", altitude)})
		if err != nil {
			t.Fatal(err)
		}
		shadow := 1 - outcome{t, result}.of("site.sun_fraction", "leo")[0]
		if want := eclipse(altitude); math.Abs(shadow-want) > 0.0008 {
			t.Errorf("at %v km %.4f of the year is in shadow, by geometry %.4f", altitude, shadow, want)
		}
		if want, ok := cited[altitude]; ok && math.Abs(shadow-want) > 0.0006 {
			t.Errorf("at %v km %.4f of the year is in shadow, by the cited calculation %.3f", altitude, shadow, want)
		}
	}
	o := run(t, orbital(t, 1, 0, map[string]any{"sunlight_from": "given", "sunlight_given": 0.635}))
	near(t, "sunlight as given", o.of("site.sun_fraction", "leo")[0], 0.635, 1e-15)
}

func TestRadiatorInEmptySpace(t *testing.T) {
	empty := map[string]any{"radiator_earth_view": 0}
	for temperature, want := range map[float64]float64{293: 752, 313: 980, 333: 1255, 343: 1413, 350: 1532, 363: 1772} { // 2 ε σ T⁴ of two faces at ε 0.9, by hand
		o := run(t, orbital(t, 1, 0, with(empty, map[string]any{"radiator_temperature": temperature})))
		near(t, "the radiator's flux", o.of("site.radiator_flux", "leo")[0], want, 0.005)
	}
	// AI1: 110 m² at 1,400 W/m² are what two faces at 342 K give, with nothing around.
	o := run(t, orbital(t, 1, 120, with(empty, with(nothingFails, map[string]any{"sunlight_from": "given", "sunlight_given": 1}))))
	near(t, "AI1's flux", o.of("site.radiator_flux", "leo")[0], 1400, 0.005)
	near(t, "AI1's heat", o.of("site.orbital_heat_rejection", "leo")[0]/0.8, 0.154, 0.005)
}

func TestRadiatorSeesTheEarth(t *testing.T) {
	flux := func(changes map[string]any) float64 {
		return run(t, orbital(t, 1, 0, changes)).of("site.radiator_flux", "leo")[0]
	}
	space := flux(map[string]any{"radiator_earth_view": 0})
	near(t, "the load of the Earth's infrared", space-flux(map[string]any{"radiator_absorptivity": 0}), 0.48*0.9*237, 1e-9)
	near(t, "the load of reflected sun", flux(map[string]any{"radiator_absorptivity": 0})-flux(nil), 0.48*0.15*0.3*0.05*1361, 1e-6)
	if load := space - flux(nil); load < 50 || load > 150 { // an estimate for a plate on edge
		t.Errorf("the surroundings load a radiator on edge with %v W/m², expected are 50 to 150", load)
	}
	if cold := flux(map[string]any{"radiator_temperature": 200, "radiator_earth_view": 2}); cold != 0 {
		t.Errorf("a radiator colder than its surroundings sheds %v W/m²", cold)
	}
}

// What a plate on edge sees of the Earth from above the terminator, its faces
// along the track, integrated over the cap in view.
func TestViewOfTheEarthFromARadiatorOnEdge(t *testing.T) {
	const altitude, rings, sectors = 650.0, 400, 400
	height := (6378 + altitude) / 6378
	seen, lit := 0.0, 0.0
	horizon := math.Acos(1 / height)
	for i := range rings {
		down := (float64(i) + 0.5) / rings * horizon
		for j := range sectors {
			around := 2 * math.Pi * (float64(j) + 0.5) / sectors
			sunward, along, up := math.Sin(down)*math.Cos(around), math.Sin(down)*math.Sin(around), math.Cos(down)
			squared := sunward*sunward + along*along + (height-up)*(height-up)
			leaving := (up*height - 1) / math.Sqrt(squared) // cosine at the ground
			part := leaving * math.Abs(along) / math.Sqrt(squared) / (math.Pi * squared) * math.Sin(down) * horizon / rings * 2 * math.Pi / sectors
			seen += part
			lit += part * max(0, sunward)
		}
	}
	for name, want := range map[string]float64{"site.radiator_earth_view": seen, "site.sunlit_earth": lit / seen} {
		near(t, name+" as its first source says", model.Scenario.FindInput(name).Sources[0].Value.Number, want, 0.02)
	}
}

// JPL (Turyshev 2026): overhead 1.25, 95 % sun, 350 K.
func TestJPLsMegawatt(t *testing.T) {
	site := with(nothingFails, map[string]any{"sunlight_from": "given", "sunlight_given": 0.95, "mass_from": "delivered", "radiator_temperature": 350, "radiator_earth_view": 1})
	for density, want := range map[float64]float64{1361 * 0.22: 4.4e3, 233.3: 5.64e3} {
		// One satellite whose array is the study's delivers its megawatt.
		o := run(t, orbital(t, 1, 0, with(site, map[string]any{"array_power_density": density, "array_area": want})))
		near(t, "the power of JPL's array", o.of("site.satellite_power", "leo")[0], 1000, 0.002)
	}
	for _, mass := range []float64{34, 40, 59} {
		o := run(t, orbital(t, 1, 1000, with(site, map[string]any{"mass_per_kilowatt": mass, "array_area": 4400, "array_power_density": 1361 * 0.22})))
		near(t, "the mass of a delivered MW", o.of("site.mass_launched", "leo")[0]/1e3, mass, 0.002)
		same := run(t, orbital(t, 1, 1000, with(site, map[string]any{"mass_from": "specific_power", "specific_power": 1000 / (0.8 * 0.95 * mass), "array_area": 4400, "array_power_density": 1361 * 0.22})))
		near(t, "the same as specific power", same.of("site.mass_launched", "leo")[0]/1e3, mass, 0.002)
	}
	// JPL counts radiating faces: a panel has two.
	for temperature, want := range map[float64]float64{350: 1.9e3, 330: 2.5e3} {
		o := run(t, orbital(t, 1, 0, with(site, map[string]any{"radiator_temperature": temperature})))
		near(t, "radiating faces of a MW", 2*1000*o.of("site.radiator_area_needed", "leo")[0], want, 0.02)
	}
}

// A fleet that loses, ages and retires, against each launch's own closed form.
func TestSatellitesFailAgeAndRetire(t *testing.T) {
	steps := map[string]any{"steps": []any{
		map[string]any{"from": "2026-05", "value": 100}, map[string]any{"from": "2026-09", "value": 180}, map[string]any{"from": "2028-01", "value": 250.5},
	}}
	const loss, dying, ageing, life = 0.03, 0.068, 0.025, 29 // life: 2.45 years, whole months
	o := run(t, orbital(t, 60, 40000, map[string]any{"satellites_from": "given", "satellites": steps, "satellite_life": 2.45,
		"satellite_loss": loss, "orbital_gpu_loss": dying, "array_degradation": ageing}))
	launches := map[int]float64{0: 100, 4: 80, 20: 70.5}
	closed := func(month int, kept float64) (left float64) {
		for launch, satellites := range launches {
			if age := month - launch; age >= 0 && age < life {
				left += satellites * math.Pow(kept, float64(age)/12)
			}
		}
		return left
	}
	power := o.of("site.satellite_power", "leo")[0] / 1e3
	for month := range 60 {
		if got, want := o.of("site.satellites_in_service", "leo")[month], closed(month, 1-loss); math.Abs(got-want) > 1e-9 {
			t.Errorf("in month %d %v satellites serve, want %v", month, got, want)
		}
		if got, want := o.of("site.orbital_power", "leo")[month], power*closed(month, (1-loss)*(1-ageing)); math.Abs(got-want) > 1e-9 {
			t.Errorf("in month %d there are %v MW, want %v", month, got, want)
		}
		launched := 0.0
		for launch, satellites := range launches {
			if launch <= month {
				launched += satellites
			}
		}
		if survival, want := o.of("site.orbital_survival", "leo")[month], closed(month, (1-loss)*(1-dying))/launched; math.Abs(survival-want) > 1e-12 {
			t.Errorf("in month %d %v of the GPUs survive, want %v", month, survival, want)
		}
		if launches[month] != o.of("site.satellites_launched", "leo")[month] {
			t.Errorf("in month %d %v satellites are launched, want %v", month, o.of("site.satellites_launched", "leo")[month], launches[month])
		}
	}
}

func TestGPUsThatFailInOrbitAreNotUsable(t *testing.T) {
	o := run(t, orbital(t, 60, 60000, map[string]any{"satellite_margin": 0.5, "radiator_area": 300}))
	usable := o.of("site.gpus_usable", "leo")
	near(t, "GPUs at first", usable[0], 60000, 1e-9)
	near(t, "GPUs after four years", usable[48], 60000*math.Pow(0.99*0.932, 4), 1e-9)
}

func TestOrbitLimitsWhatASiteCanUse(t *testing.T) {
	short := with(nothingFails, map[string]any{"satellites_from": "given", "satellites": 100, "sunlight_from": "given", "sunlight_given": 0.95, "radiator_area": 300})
	o := run(t, orbital(t, 3, 60000, short))
	near(t, "GPUs that 100 satellites power", o.of("site.gpus_usable", "leo")[0], 100*114, 1e-9)
	if !(o.of("site.power_available", "leo")[0] == o.of("site.orbital_power", "leo")[0]) || o.of("site.power_cost", "leo")[0] != 0 {
		t.Error("the satellites are not the site's power, or it is charged for")
	}
	hot := run(t, orbital(t, 3, 60000, with(short, map[string]any{"radiator_area": 50})))
	near(t, "GPUs that small radiators cool", hot.of("site.gpus_usable", "leo")[0], 1e3*hot.of("site.orbital_heat_rejection", "leo")[0], 1e-9)
	if hot.of("site.gpus_usable", "leo")[0] >= 100*114 {
		t.Error("small radiators do not limit the site")
	}
}

func TestLaunchPriceFallsByAConstantShare(t *testing.T) {
	o := run(t, orbital(t, 120, 0, nil))
	price := o.of("site.launch_price", "leo")
	near(t, "the first price", price[0], 1600, 1e-12)
	near(t, "the price halfway", price[52], math.Sqrt(1600*200), 1e-12) // 104 months to January 2035
	near(t, "the price in January 2035", price[104], 200, 1e-12)
	near(t, "the price later", price[119], 200, 1e-12)
	late := run(t, orbital(t, 6, 0, map[string]any{"launch_price_decline_from": "2026-08", "launch_price_decline_until": "2026-08"})).of("site.launch_price", "leo")
	near(t, "the price before a fall at once", late[2], 1600, 1e-12)
	near(t, "the price after it", late[3], 200, 1e-12)
	given := run(t, orbital(t, 6, 0, map[string]any{"launch_price_path": "given"})).of("site.launch_price", "leo")
	near(t, "a price as given", given[5], 500, 1e-12)
}

// mcCalip is his calculator at its defaults (static/js/math.js of December 2025).
// Its 39,731 satellites give 1 GW on average over five years.
var mcCalip = map[string]any{
	"satellites_from": "given", "satellites": 39731, "array_area": 116, "array_power_density": 27000.0 / 116, "array_power_used": 1, "specific_power": 36.5,
	"sunlight_from": "given", "sunlight_given": 0.98, "array_degradation": 0.025, "satellite_loss": 0, "orbital_gpu_loss": 0, "satellite_life": 5,
	"launch_price_path": "given", "launch_price_given": 500, "satellite_price": 22, "satellite_development": 1e9, "satellite_development_time": 1,
	"rate": 0, "price": 0, "orbital_operations_rate": 0.10, // 1 % and, as he takes it, 9 % for GPUs
	"radiator_area": 116, "radiator_temperature": 348.15, "radiator_earth_view": 0.085,
	"ground_capital": 14660, "ground_life": 5, "ground_effectiveness": 1.2, "ground_energy_price": 26.66 * 0.85, "ground_operations_rate": 0,
}

func TestMcCalipsDefaults(t *testing.T) {
	o := run(t, orbital(t, 60, 1e6, mcCalip))
	leo := func(row string) []float64 { return o.of("site."+row, "leo") }
	near(t, "mass", sumOf(leo("mass_launched")), 29.39e6, 0.001)
	near(t, "launches", sumOf(leo("launches")), 294, 1e-12)
	near(t, "satellites", sumOf(leo("satellite_cost")), 23.60e9, 0.001)
	near(t, "launch", sumOf(leo("launch_cost")), 14.70e9, 0.001)
	near(t, "operation, GPUs and development", sumOf(leo("orbital_operating_cost")), 1.18e9+10.62e9+1e9, 0.001)
	near(t, "all of orbit", sumOf(leo("orbital_purchases"))+sumOf(leo("orbital_operating_cost")), 51.10e9, 0.001)
	near(t, "all of orbit, charged over the life", sumOf(leo("orbit_cost")), 51.10e9, 0.001)
	// He lets power fall once a year, this model by the month: 1.2 % less in the mean.
	near(t, "average power in MW", sumOf(leo("orbital_power"))/60, 1000, 0.015)
	served := sumOf(leo("comparison_gpus")) / 60 / 1e6 // in GW
	near(t, "the ground, for a GW", sumOf(leo("ground_cost"))/served, 15.85e9, 0.001)
	if margin := leo("parity_margin")[59]; math.Abs(margin-(15.85e9*served-36.40e9)/29.39e6) > 1 {
		t.Errorf("the launch price that parity takes is %v USD/kg", margin)
	}
	if price := leo("parity_launch_price")[0]; !machine.IsAbsent(price) {
		t.Errorf("parity is said to be at %v USD/kg; his own breakeven is below zero", price)
	}
}

// The figures that his page's HTML carries before its script has run: 9.0 for
// satellites and 22.2 for launch, at 22.2 kt. No defaults of his give them.
func TestMcCalipsPageBeforeItsScriptRuns(t *testing.T) {
	o := run(t, orbital(t, 60, 1e6, with(mcCalip, map[string]any{
		"satellites": 1e9 / 27000, "specific_power": 45, "launch_price_given": 1000, "satellite_price": 9, "orbital_operations_rate": 0, "satellite_development": 0})))
	near(t, "mass", sumOf(o.of("site.mass_launched", "leo")), 22.2e6, 0.002)
	near(t, "purchases", sumOf(o.of("site.orbital_purchases", "leo")), 31.2e9, 0.002)
}

// The ground's cost by hand, at rates and prices of its own: 30 days of June.
func TestSameComputingOnTheGround(t *testing.T) {
	o := run(t, orbital(t, 60, 60000, with(nothingFails, map[string]any{"load": 0.8, "radiator_area": 300,
		"ground_capital": 12000, "ground_life": 14, "ground_gpu_life": 5, "ground_gpu_repair": 0.03, "ground_effectiveness": 1.25, "ground_energy_price": 70, "ground_operations_rate": 250e3})))
	annuity := func(months float64) float64 {
		month := math.Pow(1.1, 1.0/12) // paid at the beginning of each month
		return (1 - 1/month) / (1 - math.Pow(month, -months))
	}
	gpus := 60000.0
	building, bought := gpus*12000*annuity(14*12), gpus*47000*annuity(5*12)
	repair, energy, operation := gpus*47000*0.03/12, gpus/1e3*0.8*1.25*720*70, gpus/1e3*250e3/12
	near(t, "the ground's cost in June", o.of("site.ground_cost", "leo")[1], building+bought+repair+energy+operation, 1e-9)
}

// presentValue discounts month m by (1 + rate)^(m/12).
func presentValue(values []float64, rate float64) (sum float64) {
	for month, value := range values {
		sum += value * math.Pow(1+rate, -float64(month)/12)
	}
	return sum
}

func TestChargesAreWorthThePrice(t *testing.T) {
	o := run(t, orbital(t, 60, 60000, map[string]any{"satellite_development": 0, "orbital_operations_rate": 0}))
	bought := o.of("site.orbital_purchases", "leo")
	near(t, "the worth of the charges over a life", presentValue(o.of("site.orbit_cost", "leo"), 0.1), sumOf(bought)+60000*47000, 1e-9)
	// What is launched later is charged later: over a short scenario not all of it.
	short := run(t, orbital(t, 30, 60000, map[string]any{"satellite_development": 0, "orbital_operations_rate": 0, "rate": 0, "price": 0}))
	near(t, "the charges over half a life", sumOf(short.of("site.orbit_cost", "leo")), sumOf(short.of("site.orbital_purchases", "leo"))/2, 1e-9)
}

func TestLevelisedCosts(t *testing.T) {
	o := run(t, orbital(t, 72, 60000, nil))
	leo := func(row string) []float64 { return o.of("site."+row, "leo") }
	hours, energy := make([]float64, 72), make([]float64, 72)
	for month := range hours {
		length := float64(o.Table.Start.Add(month).Days()) * 24
		hours[month] = leo("gpus_usable")[month] * length
		energy[month] = leo("gpus_usable")[month] / 12 // kW·year at 1 kW each
	}
	for _, side := range []string{"orbit", "ground"} {
		cost := presentValue(leo(side+"_cost"), 0.1)
		for _, month := range []int{0, 40, 71} {
			near(t, side+" for a GPU-hour", leo(side + "_cost_per_gpu_hour")[month], cost/presentValue(hours, 0.1), 1e-9)
			near(t, side+" for a kW-year", leo(side + "_cost_per_kilowatt_year")[month], cost/presentValue(energy, 0.1), 1e-9)
		}
	}
}

// At the price that the model calls parity, a run costs on orbit what it costs on the ground.
func TestParityProvedByRunningAtIt(t *testing.T) {
	growing := map[string]any{"satellite_life": 2.5, "price": 0, "gpus": map[string]any{"between": "linear", "steps": []any{
		map[string]any{"from": "2026-05", "value": 1000}, map[string]any{"from": "2029-05", "value": 250e3}}}}
	dear := map[string]any{"ground_capital": 60000, "ground_energy_price": 90, "satellite_price": 3, "orbital_gpu_loss": 0.032, "satellite_development": 1e8}
	for name, site := range map[string]map[string]any{
		"a cheap satellite against a dear ground": dear,
		"without discounting":                     with(dear, map[string]any{"rate": 0}),
		"a fleet that grows and retires":          with(dear, growing),
		"JPL's mass":                              with(dear, map[string]any{"mass_from": "delivered"}),
	} {
		t.Run(name, func(t *testing.T) {
			before := run(t, orbital(t, 60, 100000, site))
			price := before.of("site.parity_launch_price", "leo")[0]
			if !(price > 0) {
				t.Fatalf("parity is at %v USD/kg", price)
			}
			at := func(price float64) (orbit, ground float64) {
				o := run(t, orbital(t, 60, 100000, with(site, map[string]any{"launch_price_path": "given", "launch_price_given": price})))
				near(t, "parity, which no launch price moves", o.of("site.parity_launch_price", "leo")[0], before.of("site.parity_launch_price", "leo")[0], 1e-9)
				return o.of("site.orbit_cost_per_gpu_hour", "leo")[30], o.of("site.ground_cost_per_gpu_hour", "leo")[30]
			}
			orbit, ground := at(price)
			near(t, "orbit at parity", orbit, ground, 1e-6)
			if orbit, ground := at(price * 1.01); !(orbit > ground) {
				t.Errorf("above parity orbit costs %v and the ground %v", orbit, ground)
			}
		})
	}
	for name, site := range map[string]map[string]any{"AI1 against a common data centre": nil, "McCalip": mcCalip} {
		t.Run("no price: "+name, func(t *testing.T) {
			o := run(t, orbital(t, 60, 1e6, with(site, map[string]any{"launch_price_path": "given", "launch_price_given": 0})))
			if price := o.of("site.parity_launch_price", "leo")[0]; !machine.IsAbsent(price) {
				t.Errorf("parity is said to be at %v USD/kg", price)
			}
			if orbit, ground := o.of("site.orbit_cost_per_gpu_hour", "leo")[0], o.of("site.ground_cost_per_gpu_hour", "leo")[0]; !(orbit > ground) {
				t.Errorf("launched for nothing orbit costs %v and the ground %v, and yet there is no parity", orbit, ground)
			}
		})
	}
}

func TestTerrestrialSiteHasNothingInOrbit(t *testing.T) {
	o := run(t, load(t, "filed-deal"))
	for _, row := range []string{"satellites_deployed", "satellites_in_service", "orbital_power", "orbital_heat_rejection", "mass_launched", "launches",
		"launch_cost", "satellite_cost", "orbital_purchases", "orbital_operating_cost", "orbit_cost", "ground_cost"} {
		if sum := sumOf(o.of("site."+row, "memphis")); sum != 0 {
			t.Errorf("site.%s adds up to %v on the ground", row, sum)
		}
	}
	for _, survival := range o.of("site.orbital_survival", "memphis") {
		if survival != 1 {
			t.Fatalf("%v of the GPUs on the ground survive", survival)
		}
	}
	if cost := o.of("site.orbit_cost_per_gpu_hour", "memphis")[0]; !machine.IsAbsent(cost) {
		t.Errorf("an orbit without satellites costs %v a GPU-hour", cost)
	}
}

// Whatever one input of an orbital site is moved to, its table holds together.
func TestOrbitAtTheExtremesOfItsInputs(t *testing.T) {
	document := orbital(t, 30, 60000, nil)
	s := session.New(document, "*")
	for _, in := range model.Scenario.InputsOf("site") {
		var setting []scenario.Change
		for with := in; with.OnlyWith != ""; {
			field, options, _ := strings.Cut(with.OnlyWith, "=")
			option, _, _ := strings.Cut(options, "|")
			if with = model.Scenario.FindInput("site." + field); with.Kind == scenario.Choice {
				setting = append(setting, set("site.leo."+field, option))
			}
		}
		for _, value := range extremes(in, document.Start) {
			changes := append(setting[:len(setting):len(setting)], set("site.leo."+in.Field(), value))
			result, err := s.Run(changes)
			if err != nil {
				t.Fatalf("%s: %v", describe(changes), err)
			}
			o := outcome{&told{t, describe(changes)}, result}
			o.isFinite()
			zero := make([]float64, o.Table.Months)
			o.sharesItsGPUs("leo", zero)
			deployed, serving := o.of("site.satellites_deployed", "leo"), o.of("site.satellites_in_service", "leo")
			o.atMost("a satellite serves after it was deployed", serving, deployed)
			o.atMost("arrays are the satellites'", o.of("site.arrays_in_service", "leo"), serving)
			o.atMost("computers are the satellites'", o.of("site.computers_in_service", "leo"), serving)
			o.atMost("a site draws no more than there is", o.of("site.power_demand", "leo"), o.of("site.power_available", "leo"))
			o.atMost("GPUs survive as a share", zero, o.of("site.orbital_survival", "leo"))
			o.same("satellites are launched or were", cumulated(o.of("site.satellites_launched", "leo")), deployed)
			o.same("capital", o.of("site.orbital_purchases", "leo"), plus(o.of("site.launch_cost", "leo"), o.of("site.satellite_cost", "leo")))
			for _, row := range []string{"radiator_flux", "orbital_heat_rejection", "mass_launched", "launches", "orbital_operating_cost", "orbit_cost", "ground_cost"} {
				o.atMost(row+" is not negative", zero, o.of("site."+row, "leo"))
			}
		}
	}
}
