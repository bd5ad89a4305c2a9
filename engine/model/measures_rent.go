package model

// What each lease pays, as deals are quoted.
var rentMeasures = []Measure{
	{Name: "lease.megawatts", Scope: "lease", Title: "Critical IT power", Unit: "MW",
		Formula: "peak(megawatts_agreed)",
		Note:    "Of the computers, without cooling; the most of any month."},
	{Name: "lease.headline_value", Scope: "lease", Title: "Headline value", Unit: "USD",
		Formula: "opening(headline_value)",
		Note:    "All contracted fees from the first month of the scenario to the end of the lease."},
	{Name: "lease.agreed_years", Scope: "lease", Title: "Agreed term", Unit: "year",
		Formula: "opening(agreed_years)",
		Note:    "From the start to the last month, without a renewal."},
	{Name: "lease.rent_per_kilowatt", Scope: "lease", Title: "Rent per kW-month", Unit: "USD/kW/month",
		Formula: "total(fee_billed) / total(kilowatt_months)",
		Note:    "All fees billed over the critical IT power delivered."},
	{Name: "lease.rent_per_megawatt", Scope: "lease", Title: "Rent per MW-year", Unit: "USD/MW/year",
		Formula: "total(fee_billed) / total(kilowatt_months) * kW(1000) / MW(1) * month(12) / year(1)",
		Note:    "The same for a MW and twelve months."},
	{Name: "lease.price_per_gpu_hour", Scope: "lease", Title: "Price per GPU-hour", Unit: "USD/GPU/h",
		Formula: "total(fee_billed) / total(gpu_hours)",
		Note:    "All fees billed over the GPU-hours delivered."},
}
