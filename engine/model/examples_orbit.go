package model

var orbitExamples = []Example{
	{Name: "ai1-as-unveiled", Of: "site-in-orbit", About: "47 satellites as SpaceX unveiled AI1, of 2.14 t and 120 kW each, carry 5.64 MW of GPUs; they weigh about 100 t and just do not fit one launch. Satellites cost 22 USD a W.",
		Then: []Outcome{{Row: "site.satellites_deployed@leo", In: "2026-05", Is: 47}, {Row: "site.satellite_power@leo", In: "2026-05", Is: 120}, {Row: "site.satellite_mass@leo", In: "2026-05", Is: 2140, Within: 0.002},
			{Row: "site.mass_launched@leo", Is: 100e3, Within: 0.01}, {Row: "site.launches@leo", Is: 2}, {Row: "site.launch_cost@leo", Is: 100e6, Within: 0.01}, {Row: "site.satellite_cost@leo", Is: 47 * 150e3 * 22}}},
	{Name: "one-launch", Of: "site-in-orbit", About: "46 of them fit one launch.",
		Given: []string{"fleet.gpus.gpus=5520"},
		Then:  []Outcome{{Row: "site.satellites_deployed@leo", In: "2026-05", Is: 46}, {Row: "site.launches@leo", Is: 1}}},
	{Name: "satellites-to-spare", Of: "site-in-orbit", About: "60 MW of GPUs take 500 satellites of 120 kW, and with a margin of a quarter 625.",
		Given: []string{"fleet.gpus.gpus=60000", "site.leo.satellite_margin=0.25"},
		Then:  []Outcome{{Row: "site.satellites_deployed@leo", In: "2026-06", Is: 625}}},
	{Name: "array-of-jpl", Of: "site-in-orbit", About: "JPL's array of 5,640 m2 at 233.3 W/m2, 95 % in sunlight, gives its megawatt.",
		Given: []string{"fleet.gpus.gpus=0", "site.leo.sunlight_given=0.95", "site.leo.array_power_density=233.3", "site.leo.array_area=5640"},
		Then:  []Outcome{{Row: "site.satellite_power@leo", In: "2026-05", Is: 1000, Within: 0.002}}},
	{Name: "radiator-of-jpl", Of: "site-in-orbit", About: "At 350 K a megawatt takes 1,900 m2 of radiating faces, half of that as panels, if the Earth is in full view.",
		Given: []string{"fleet.gpus.gpus=0", "site.leo.radiator_temperature=350", "site.leo.radiator_earth_view=1"},
		Then:  []Outcome{{Row: "site.radiator_area_needed@leo", In: "2026-05", Is: 1.9e3 / 2 / 1000, Within: 0.02}}},
	{Name: "last-satellite", Of: "site-in-orbit", About: "When the last satellite has retired nothing is left that computes, to the last digit. Those of May 2026 and of October serve a year; 93.06 % of their GPUs outlive a year, and so do their racks.",
		Given: []string{"scenario.months=36", "site.leo.satellite_life=1", "site.leo.satellite_loss=0.01", "site.leo.orbital_gpu_loss=0.06", "site.leo.radiator_area=1000", "fleet.gpus.gpus_per_rack=10",
			`fleet.gpus.gpus={"steps": [{"from": "2026-05", "value": 5640}, {"from": "2026-10", "value": 11280}]}`},
		Then: []Outcome{{Row: "site.gpus_working@leo", In: "2026-05", Is: 5640}, {Row: "site.gpus_working@leo", In: "2027-04", Is: 5640 * (0.9361945908 + 0.9646761114), Within: 1e-6},
			{Row: "site.racks_usable@leo", In: "2026-09", Is: 564 * 0.9763098765, Within: 1e-6}, {Row: "site.satellites_in_service@leo", In: "2027-10", Is: 0}, {Row: "site.gpus_working@leo", In: "2027-10", Is: 0}, {Row: "site.racks_usable@leo", In: "2028-05", Is: 0}}},
}
