package model

// A fleet's racks, what they could draw, and what they cost.
var fleetRows = []Row{
	{Name: "fleet.gpus_installed", title: "Installed GPUs", Unit: "GPU", Kind: Balance, Formula: "when(month >= go_live && month <= last_month, gpus, 0)",
		Note: "GPUs that stand in racks, from the go-live to the retirement."},
	{Name: "fleet.racks_installed", title: "Installed racks", Unit: "rack", Kind: Balance, Formula: "ceil(gpus_installed / gpus_per_rack)",
		Note: "The last rack may be partly filled."},
	{Name: "fleet.racks_usable", title: "Usable racks", Unit: "rack", Kind: Rate, Formula: "racks_installed * site.orbital_survival * site.usable_share",
		Note: "Racks that power, cooling and floor allow; every fleet is cut alike. In orbit without those that are lost."},
	{Name: "fleet.it_peak_power", Unit: "MW", Kind: Balance, Formula: "gpus_installed * power_per_gpu * MW(1) / kW(1000)",
		Note: "Maximum draw of the servers, without the facility around them."},
	{Name: "fleet.availability", Unit: "1", Kind: Rate, Percent: true, Formula: "1 / (1 + failure_rate * repair_time * year(1) / day(365))",
		Note: "Share of the GPUs that work while others are in repair: time between failures over that and the time to repair."},
	{Name: "fleet.gpus_working", title: "Working GPUs", Unit: "GPU", Kind: Rate, Formula: "gpus_installed * availability * site.orbital_survival",
		Note: "Installed GPUs that are neither in repair nor, in orbit, lost."},
	{Name: "fleet.gpus_failed", Unit: "GPU", Kind: Flow, Formula: "gpus_working * failure_rate * years",
		Note: "Failures of the month; the GPUs that work can fail."},
	{Name: "fleet.repair_cost", Unit: "USD", Kind: Flow, Formula: "gpus_failed * repair_price",
		Note: "Every GPU that fails is repaired or replaced at once by a spare of the same kind."},
	{Name: "fleet.gpus_added", Unit: "GPU", Kind: Flow, Formula: "max(0, gpus_installed - prev(gpus_installed, when(go_live < 0, gpus_installed, 0)))",
		Note: "Deliveries of the month. A fleet that went live before the start of the scenario was delivered before."},
	{Name: "fleet.purchases", Unit: "USD", Kind: Flow, Formula: "gpus_added * (gpu_price + infrastructure_price)",
		Note: "Paid in the month of delivery."},
	{Name: "fleet.age", Unit: "month", Kind: Balance, Formula: `when(residual_basis == residual_basis.none, absent, when(gpus_installed > 0,
    (prev(age, -go_live - month(1)) + month(1)) * (gpus_installed - gpus_added) / gpus_installed,
    0))`,
		Note: "Average age of the installed GPUs at the end of the month, from the end of the month of their delivery; absent where no residual value is counted."},
	{Name: "fleet.residual_share", Unit: "1", Kind: Balance, Percent: true, Formula: "when(residual_basis == residual_basis.none, 0, residual_at(age))",
		Note: "What used GPUs bring, of their cost: straight lines from all of it at delivery through the values given, after 60 months along the last one down to nothing. That of the average age."},
	{Name: "fleet.residual_value", Unit: "USD", Kind: Balance, Formula: `when(residual_basis == residual_basis.none || site.kind == site.kind.orbital, 0, gpus_installed *
    when(residual_basis == residual_basis.price, gpu_price, cost_when_new) * residual_share)`,
		Note: "What the installed GPUs would bring if they were sold, before tax; nobody buys them in orbit. Only what is retired is sold."},
	{Name: "fleet.residual_value_at_end", title: "Residual value at the end of the servers' life", Unit: "USD", Kind: Balance, Formula: `when(residual_basis == residual_basis.none || site.kind == site.kind.orbital, 0, gpus_installed *
    when(residual_basis == residual_basis.price, gpu_price, cost_when_new) *
    residual_at(age + site.months_left))`,
		Note: "What they would bring when the site's servers have served, by the same losses."},
}
