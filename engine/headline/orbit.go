package headline

import "rackonomics/engine/machine"

var orbitRows = []string{"site.satellites_deployed", "site.parity_launch_price", "site.orbit_cost_per_gpu_hour", "site.ground_cost_per_gpu_hour"}

// orbit compares each site in orbit with the ground.
func (r *reader) orbit() []Measure {
	var list []Measure
	for i, name := range r.names("site.satellites_deployed") {
		if largest(r.each("site.satellites_deployed")[i]) == 0 {
			continue
		}
		at := func(measure, row, title, unit, note string) Measure {
			return Measure{measure + "@" + name, title + ", " + name, unit, note, present(r.each(row)[i][0])}
		}
		list = append(list,
			at("orbit.parity_launch_price", "site.parity_launch_price", "Launch price at which orbit costs what the ground does", "USD/kg",
				"A constant price over the scenario, everything else unchanged; none if no price makes orbit as cheap."),
			at("orbit.cost_per_gpu_hour", "site.orbit_cost_per_gpu_hour", "Levelised cost per GPU-hour in orbit", "USD/GPU/h",
				"Capital charged over its life, at the site's rate for comparison."),
			at("orbit.ground_cost_per_gpu_hour", "site.ground_cost_per_gpu_hour", "Levelised cost per GPU-hour of the same on the ground", "USD/GPU/h",
				"The same computing on the ground, levelised alike."))
	}
	return list
}

func present(value float64) any {
	if machine.IsAbsent(value) {
		return nil
	}
	return value
}
