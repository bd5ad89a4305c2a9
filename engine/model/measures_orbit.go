package model

// Each site in orbit against the ground.
var orbitMeasures = []Measure{
	{Name: "orbit.parity_launch_price", Scope: "site", Title: "Launch price at which orbit costs what the ground does", Unit: "USD/kg", When: "peak(satellites_deployed) > 0",
		Formula: "opening(parity_launch_price)",
		Note:    "A constant price over the scenario, everything else unchanged; none if no price makes orbit as cheap."},
	{Name: "orbit.cost_per_gpu_hour", Scope: "site", Title: "Levelised cost per GPU-hour in orbit", Unit: "USD/GPU/h", When: "peak(satellites_deployed) > 0",
		Formula: "opening(orbit_cost_per_gpu_hour)",
		Note:    "Capital charged over its life, at the site's rate for comparison."},
	{Name: "orbit.ground_cost_per_gpu_hour", Scope: "site", Title: "Levelised cost per GPU-hour of the same on the ground", Unit: "USD/GPU/h", When: "peak(satellites_deployed) > 0",
		Formula: "opening(ground_cost_per_gpu_hour)",
		Note:    "The same computing on the ground, levelised alike."},
}
