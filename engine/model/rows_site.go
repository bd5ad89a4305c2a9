package model

import "rackonomics/engine/formula"

// A fleet's racks and what they could draw.
var fleetRows = []formula.Row{
	{Name: "fleet.gpus_installed", Unit: "GPU", Formula: "when(month >= go_live, gpus, 0)",
		Note: "GPUs that stand in racks, from the go-live on."},
	{Name: "fleet.racks_installed", Unit: "rack", Formula: "ceil(gpus_installed / gpus_per_rack)",
		Note: "The last rack may be partly filled."},
	{Name: "fleet.racks_usable", Unit: "rack", Formula: "racks_installed * site.usable_share",
		Note: "Racks that power and cooling allow; every fleet is cut alike."},
	{Name: "fleet.it_peak_power", Unit: "MW", Formula: "gpus_installed * power_per_gpu * MW(1) / kW(1000)",
		Note: "Maximum draw of the servers, without the facility around them."},
	{Name: "fleet.peak_compute_installed", Unit: "TFLOPS", Formula: "gpus_installed * peak_compute",
		Note: "Dense FP16 compute at the full rate of every GPU."},
}

// What a site can use of its fleets, and who uses it.
var siteRows = []formula.Row{
	{Name: "site.gpus_installed", Unit: "GPU", Formula: "sum(fleet.gpus_installed)",
		Note: "GPUs of all generations."},
	{Name: "site.it_peak_power", Unit: "MW", Formula: "sum(fleet.it_peak_power)",
		Note: "Maximum draw of all servers."},
	{Name: "site.usable_share", Unit: "1", Formula: "min(power_share, cooling_share)",
		Note: "Share of the installed GPUs that the scarcer of power and cooling allows."},
	{Name: "site.limited_by_power", Unit: "bool", Formula: "power_share < 1 && power_share <= cooling_share",
		Note: "Power is the limit that binds."},
	{Name: "site.limited_by_cooling", Unit: "bool", Formula: "cooling_share < 1 && cooling_share < power_share",
		Note: "Cooling is the limit that binds."},
	{Name: "site.gpus_usable", Unit: "GPU", Formula: "gpus_installed * usable_share",
		Note: "GPUs with power and cooling; the others stand dark."},
	{Name: "site.gpus_leased", Unit: "GPU", Formula: "sum(lease.gpus_delivered)",
		Note: "GPUs handed over to tenants."},
	{Name: "site.gpus_kept", Unit: "GPU", Formula: "(gpus_usable - gpus_leased) * own_use",
		Note: "GPUs that the operator uses itself."},
	{Name: "site.gpus_idle", Unit: "GPU", Formula: "gpus_usable - gpus_leased - gpus_kept",
		Note: "Usable GPUs that nobody uses. Leased, kept and idle add up to the usable ones."},
	{Name: "site.gpus_at_work", Unit: "GPU", Formula: "sum(lease.gpus_at_work) + gpus_kept",
		Note: "GPUs that compute; the other usable ones idle."},
	{Name: "site.compute_kept", Unit: "PFLOPS", Formula: "gpus_kept * compute_per_gpu * PFLOPS(1) / TFLOPS(1000)",
		Note: "Peak compute left to the operator: what it gives up by renting is the rest."},
	{Name: "site.compute_per_gpu", Unit: "TFLOPS/GPU", Formula: "when(gpus_installed > 0, sum(fleet.peak_compute_installed) / gpus_installed, 0)",
		Note: "Peak compute of the average GPU, as every generation is leased in proportion."},
	{Name: "site.operations_cost", Unit: "USD", Formula: "it_peak_power * operations_rate * years",
		Note: "Staff, maintenance and other running costs without power."},
}
