package model

// The market for GPU-hours, and computing in orbit.
var marketViews = []View{
	{Name: "gpu-market", Title: "Market for GPU-hours", Words: "rental spot prices", Needs: []string{"fleet"}, Note: "Market price of a GPU-hour by generation, against what the leases pay.",
		Shows: Chart{
			Lines: []Line{
				{Row: "fleet.market_price", Each: "fleet", Role: Market},
				{Row: "lease.price_per_gpu_hour", Each: "lease", Role: Tenant},
			},
		}},
	{Name: "residual-value", Title: "Residual value of the GPUs", Needs: []string{"operator.residual_value"}, Note: "What the GPUs of each fleet would bring if they were sold, stacked, against the book value of all fixed assets.",
		Shows: Chart{
			Stack: []Line{{Row: "fleet.residual_value", Each: "fleet", Role: Supply}},
			Total: "operator.residual_value",
			Lines: []Line{{Row: "operator.fixed_assets", Role: Worth}},
		}},
	{Name: "recoverability", Title: "Book value and what it brings", Needs: []string{"site"}, Note: "Book value of each site and the cash that it is expected to bring over its servers' life. Where that is less, an impairment is indicated.",
		Shows: Chart{
			Lines: []Line{{Row: "site.book_value", Title: "Book value", Each: "site", Role: Worth}, {Row: "site.recoverable_cash_flow", Title: "Expected cash", Each: "site", Role: Cash}},
			Marks: []Mark{{Title: "impairment indicated", Measure: "impairment.first"}},
		}},
}

var orbitViews = []View{
	{Name: "orbit", Title: "Orbit against ground", Needs: []string{"site.satellites_deployed"}, Note: "Cost of computing in orbit each month, capital charged over its life, against the same on the ground.",
		Shows: Chart{Lines: []Line{{Row: "site.orbit_cost", Role: Orbit}, {Row: "site.ground_cost", Role: Ground}}}},
	{Name: "orbit-costs", Title: "Orbit and ground, levelised", Needs: []string{"site.satellites_deployed"}, Note: "Over the scenario: what a GPU-hour and a kW-year cost in orbit and on the ground, and the launch price at which orbit costs as much.",
		Shows: Table{
			Columns: []string{"GPU-hour in orbit", "On the ground", "kW-year in orbit", "On the ground", "Launch price at parity", "Launch price"},
			Rows: []TableRow{{Each: "site", With: "site.satellites_deployed", Cells: []Figure{
				{Measure: "orbit.cost_per_gpu_hour"}, {Measure: "orbit.ground_cost_per_gpu_hour"},
				{Row: "site.orbit_cost_per_kilowatt_year"}, {Row: "site.ground_cost_per_kilowatt_year"}, {Measure: "orbit.parity_launch_price", Absent: "none"}, {Row: "site.launch_price"},
			}}},
		}},
	{Name: "launch-price", Title: "Launch price and parity", Needs: []string{"site.satellites_deployed"}, Note: "Price of launch to orbit for each site, against the constant price at which orbit would cost what the ground does, where there is one.",
		Shows: Chart{
			Lines:  []Line{{Row: "site.launch_price", Title: "Launch price", Each: "site", With: "site.satellites_deployed", Role: Orbit}},
			Limits: []Line{{Row: "site.parity_launch_price", Title: "Parity", Each: "site", With: "site.satellites_deployed", Role: Limit}},
		}},
	{Name: "satellites", Title: "Satellites", Needs: []string{"site.satellites_deployed"}, Note: "What is launched, what still works, and what it costs.",
		Shows: Statement{
			{Each: "site", With: "site.satellites_deployed", Role: Orbit, Of: []Line{
				{Row: "site.satellites_deployed"}, {Row: "site.satellites_in_service"}, {Row: "site.satellites_launched"}, {Row: "site.mass_launched"}, {Row: "site.launches"},
				{Row: "site.orbital_purchases", Of: []Line{{Row: "site.satellite_cost"}, {Row: "site.launch_cost"}}},
				{Row: "site.orbital_operating_cost"},
				{Row: "site.orbital_power"}, {Row: "site.orbital_heat_rejection"}, {Row: "site.gpus_usable"},
			}},
		}},
}
