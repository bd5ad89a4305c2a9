package model

// Rents as deals are quoted: by the kilowatt and month for a shell, by the
// megawatt and year for a cloud.
var rentRows = []Row{
	{Name: "lease.agreed_years", title: "Agreed term", Unit: "year", Kind: Balance, Formula: "(last_month + month(1) - start) * year(1) / month(12)",
		Note: "From the start to the last month, without a renewal."},
	{Name: "lease.kilowatt_months", title: "kW-months", Unit: "kW*month", Kind: Flow, Formula: "gpus_delivered * site.power_per_gpu * kW(1000) / MW(1) * month_share * months",
		Note: "Critical IT power of what is delivered, for the months that the lease runs."},
	{Name: "lease.rent_per_kilowatt", title: "Rent per kW-month", Unit: "USD/kW/month", Kind: Rate, By: "lease.kilowatt_months", Formula: "fee_billed / kilowatt_months",
		Note: "Fee billed for each kW of critical IT power; absent while nothing is delivered."},
}
