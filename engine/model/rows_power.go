package model

import "rackonomics/engine/formula"

// Power of a site: what is wanted, what there is, and who serves it.
var powerRows = []formula.Row{
	{Name: "site.power_available", Unit: "MW", Formula: "sum(source.power_available)",
		Note: "Power that the sources can deliver."},
	{Name: "site.power_share", Unit: "1", Formula: "when(power_wanted > power_available, power_available / power_wanted, 1)",
		Note: "Share of the installed GPUs that power allows."},
	{Name: "site.power_wanted", Unit: "MW", Formula: "it_peak_power * load * power_usage_effectiveness",
		Note: "Power with every installed GPU at work."},
	{Name: "site.cooling_share", Unit: "1", Formula: "when(it_peak_power * load > cooling_capacity, cooling_capacity / (it_peak_power * load), 1)",
		Note: "Share of the installed GPUs that cooling allows: all power of computers becomes heat."},
	{Name: "site.power_per_gpu", Unit: "MW/GPU", Formula: "when(gpus_installed > 0, it_peak_power / gpus_installed, 0)",
		Note: "Maximum draw for the average GPU, as every generation is leased in proportion."},
	{Name: "site.idle_power_share", Unit: "1", Formula: "min(idle_load, load)",
		Note: "An idle GPU never draws more than a working one."},
	{Name: "site.it_power", Unit: "MW", Formula: "power_per_gpu * (gpus_at_work * load + (gpus_usable - gpus_at_work) * idle_power_share)",
		Note: "Draw of the servers, working and idle."},
	{Name: "site.power_demand", Unit: "MW", Formula: "it_power * power_usage_effectiveness",
		Note: "Draw of the whole facility; the sources serve exactly this."},
	{Name: "site.power_cost", Unit: "USD", Formula: "sum(source.energy_cost)",
		Note: "What the sources charge for the month."},
	{Name: "source.power_available", Unit: "MW", Formula: "when(month >= go_live && month <= last_month, capacity * availability, 0)",
		Note: "What the source can deliver, between its go-live and its last month."},
	{Name: "source.power_served", Unit: "MW", Formula: "min(power_available, max(0, site.power_demand - before(power_available)))",
		Note: "Sources serve in the order of the scenario (merit order); a later one delivers what the earlier ones cannot."},
	{Name: "source.energy_cost", Unit: "USD", Formula: "power_served * hours * price",
		Note: "Energy drawn in the real hours of the month, at the source's price."},
}
