package model

// headline is what all contracted fees come to.
var headline = "opening(" + ifCounted("term_end > %v", "headline_value") + ")"

// What each lease pays, as deals are quoted.
var rentMeasures = []Measure{
	{Name: "lease.megawatts", Scope: "lease", Whole: true, Title: "Critical IT power", Unit: "MW",
		Formula: "peak(when(active, megawatts_agreed, 0))",
		Note:    "Of the computers, without cooling; the most of any month of the lease."},
	{Name: "lease.headline_value", Scope: "lease", Title: "Headline value", Unit: "USD",
		Formula: headline,
		Note:    "All contracted fees from the first month of the scenario to the end of the lease. " + notCounted},
	{Name: "lease.agreed_years", Scope: "lease", Title: "Agreed term", Unit: "year",
		Formula: "opening(agreed_years)",
		Note:    "From the start to the last month, without a renewal."},
	{Name: "lease.rent_per_kilowatt", Scope: "lease", Whole: true, Title: "Rent per kW-month", Unit: "USD/kW/month",
		Formula: headline + " / total(kilowatt_months)",
		Note:    "The headline value over the critical IT power and the months that it is for, as deals are quoted."},
	{Name: "lease.rent_per_megawatt", Scope: "lease", Whole: true, Title: "Rent per MW-year", Unit: "USD/MW/year",
		Formula: headline + " / total(kilowatt_months) * kW(1000) / MW(1) * month(12) / year(1)",
		Note:    "The same for a MW and twelve months."},
	{Name: "lease.price_per_gpu_hour", Scope: "lease", Whole: true, Title: "Price per GPU-hour", Unit: "USD/GPU/h",
		Formula: headline + " / total(gpu_hours_agreed)",
		Note:    "The headline value over the GPUs and the real hours that it is for."},
}
