package model

// Rents as deals are quoted: by the kilowatt and month for a shell, by the
// megawatt and year for a cloud.
var rentRows = []Row{
	{Name: "lease.agreed_years", title: "Agreed term", Unit: "year", Kind: Balance, Formula: "(last_month + month(1) - start) * year(1) / month(12)",
		Note: "From the start to the last month, without a renewal."},
	{Name: "lease.share_of_term", Unit: "1", Kind: Monthly, Percent: true, Formula: "when(month >= start && month < term_end, ramp * month_share, 0)",
		Note: "Part of the agreed capacity that the contract is about in the month."},
	{Name: "lease.kilowatt_months", title: "kW-months agreed", Unit: "kW*month", Kind: Flow, Formula: "megawatts_agreed * kW(1000) / MW(1) * share_of_term * months",
		Note: "Critical IT power of the contract over its months."},
	{Name: "lease.gpu_hours_agreed", title: "GPU-hours agreed", Unit: "GPU*h", Kind: Flow, Formula: "when(of_shell, 0, gpus_agreed * share_of_term * hours)",
		Note: "GPUs of the contract over the real hours of its months; none of a powered shell, whose GPUs are the tenant's."},
	{Name: "lease.rent_per_kilowatt", title: "Rent per kW-month", Unit: "USD/kW/month", Kind: Rate, By: "lease.kilowatt_months", Formula: "fee_fixed * index / kilowatt_months",
		Note: "Contracted fee for each kW of critical IT power; absent outside the term."},
}
