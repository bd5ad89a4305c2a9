package model

// What the leases pay beside what others pay.
var rentViews = []View{
	{Name: "published-leases", Title: "Rents of published leases", Words: "benchmarks comparables", Needs: []string{"lease"},
		Note:  "What the scenario’s leases pay on average, beside leases as they were reported: value over power, or GPUs, and term. Shells are without computers. An average says nothing of escalators, power passed on and who may leave.",
		Shows: Table{Columns: []string{"Critical IT power", "Contract", "Term", "Per kW-month", "Per MW-year", "Per GPU-hour"}, Rows: publishedRows()}},
}

func publishedRows() []TableRow {
	rows := []TableRow{{Each: "lease", Role: Tenant, Cells: []Figure{
		{Measure: "lease.megawatts"}, {Measure: "lease.headline_value"}, {Measure: "lease.agreed_years"},
		{Measure: "lease.rent_per_kilowatt"}, {Measure: "lease.rent_per_megawatt"}, {Measure: "lease.price_per_gpu_hour"},
	}}}
	for _, lease := range publishedLeases {
		rows = append(rows, lease.row())
	}
	return rows
}
