package model

import "rackonomics/engine/formula"

var orbitRows = []formula.Row{
	{Name: "site.orbital_survival", Unit: "1", Formula: "1", Note: "stub"},
	{Name: "site.orbital_power", Unit: "MW", Formula: "0", Note: "stub"},
	{Name: "site.orbital_heat_rejection", Unit: "MW", Formula: "0", Note: "stub"},
	{Name: "site.orbital_purchases", Unit: "USD", Formula: "0", Note: "stub"},
	{Name: "site.orbital_operating_cost", Unit: "USD", Formula: "0", Note: "stub"},
	{Name: "site.orbit_cost_per_gpu_hour", Unit: "USD/GPU/h", Formula: "0 / 0", Note: "stub"},
}
