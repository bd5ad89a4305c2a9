package model

// The leases: what is billed, recognised, owed and enforceable, and the tenant's side.
var leaseViews = []View{
	{Name: "leases", Title: "Leases", Needs: []string{"lease"}, Note: "Of each lease what is billed, what is recognised as revenue, what is owed on either side, and what can be enforced.",
		Shows: Statement{
			{Each: "lease", Role: Tenant, Of: []Line{
				{Row: "lease.invoiced", Of: []Line{
					{Row: "lease.fee_billed", Of: []Line{{Row: "lease.fee_contracted"}, {Row: "lease.fee_lost", Less: true}}},
					{Row: "lease.power_recovered"}, {Row: "lease.relet_revenue"}, {Row: "lease.backstop_billed"}, {Row: "lease.prepayment_credit", Less: true},
				}},
				{Row: "lease.revenue", Title: "Recognised", Of: []Line{
					{Row: "lease.fee_billed"}, {Row: "lease.power_recovered"}, {Row: "lease.relet_revenue"}, {Row: "lease.backstop_billed"},
					{Row: "lease.straight_line_adjustment"}, {Row: "lease.financing_revenue"}, {Row: "lease.end_income"},
				}},
				{Row: "lease.cash_received", Of: []Line{
					{Row: "lease.bills_paid"}, {Row: "lease.prepayment_received"}, {Row: "lease.prepayment_refunded", Less: true},
					{Row: "lease.deposit_received"}, {Row: "lease.deposit_returned", Less: true},
				}},
				{Row: "lease.receivable_at_start"},
				{Row: "lease.receivable", Title: "Owed by the tenant", Carry: true, Of: []Line{
					{Row: "lease.invoiced"}, {Row: "lease.bills_paid", Less: true}, {Row: "lease.bills_unpaid", Less: true},
				}},
				{Title: "Owed to the tenant", Of: []Line{{Row: "lease.deferred_revenue"}, {Row: "lease.refund_liability"}, {Row: "lease.deposit_liability"}}},
				{Row: "lease.straight_line_asset"},
				{Title: "To the end of the term", Of: []Line{{Row: "lease.headline_value"}, {Row: "lease.fee_enforceable"}, {Row: "lease.fee_guaranteed"}, {Row: "lease.expected_value"}}},
				{Row: "lease.price_per_gpu_hour"},
			}},
		}},
	{Name: "billed", Title: "Billed, recognised, received", Needs: []string{"lease"}, Note: "Of all leases together. Accounting moves revenue between months, payment terms move cash.",
		Shows: Chart{Lines: []Line{
			{Row: "lease.fee_billed", Role: Tenant}, {Row: "lease.revenue", Title: "Recognised", Role: Result}, {Row: "lease.cash_received", Role: Cash},
		}}},
	{Name: "enforceable", Title: "Signed and enforceable", Needs: []string{"lease"}, Note: "What the leases still bring to the end of their terms, and what of it is owed if notice is given in the month.",
		Shows: Chart{Lines: []Line{
			{Row: "lease.headline_value", Role: Plain}, {Row: "lease.fee_enforceable", Role: Result}, {Row: "lease.fee_guaranteed", Role: Limit},
		}}},
	{Name: "lease-values", Title: "Worth of the leases", Needs: []string{"lease"}, Note: "What all leases are worth on paper, and what of it is owed in any case.",
		Shows: Table{Columns: []string{"Value"}, Rows: []TableRow{
			{Title: "Headline value", Cells: []Figure{{Measure: "lease.headline_value"}}},
			{Title: "Expected, with renewals by their probability", Cells: []Figure{{Measure: "lease.expected_value"}}},
			{Title: "Enforceable at most", Cells: []Figure{{Measure: "lease.enforceable_value"}}},
			{Title: "Recognised in the scenario", Cells: []Figure{{Measure: "lease.recognised_value"}}},
			{Title: "Needed a month for operating break-even", Cells: []Figure{{Measure: "lease.fee_needed_for_operating_break_even"}}},
		}}},
	{Name: "timeline", Title: "Time line", Note: "When leases begin and end, debt is due, and results break even.",
		Shows: Events{
			{Title: "Lease begins", Figure: Figure{Input: "lease.start"}, Each: "lease", Role: Tenant},
			{Title: "Lease is over", Figure: Figure{Row: "lease.exit_month"}, Each: "lease", Role: Tenant},
			{Title: "Debt is due", Figure: Figure{Input: "tranche.maturity"}, Each: "tranche", Role: Debt},
			{Title: "First breach of a covenant", Figure: Figure{Measure: "debt.covenant_breached"}, Each: "tranche", Role: Limit},
			{Title: "Listing", Figure: Figure{Row: "company.listing_day"}, Each: "company", Role: Filing},
			{Title: "Adjusted EBITDA at or above zero", Figure: Figure{Measure: "break_even.adjusted_ebitda.first"}, Role: Earnings},
			{Title: "Operating income at or above zero", Figure: Figure{Measure: "break_even.operating_income.first"}, Role: Result},
			{Title: "Free cash flow at or above zero", Figure: Figure{Measure: "break_even.free_cash_flow.first"}, Role: FreeCash},
			{Title: "Lowest cash", Figure: Figure{Measure: "cash.minimum_month"}, Role: Cash},
		}},
	{Name: "tenant", Title: "The tenant’s side", Needs: []string{"lease"}, Note: "Of each tenant what it gets, what it pays and what the same would cost it elsewhere.",
		Shows: Statement{
			{Each: "lease", Role: Tenant, Of: []Line{
				{Row: "lease.tenant_rent", Of: []Line{{Row: "lease.fee_billed"}, {Row: "lease.power_recovered"}}},
				{Row: "lease.tenant_cash_paid"},
				{Row: "lease.tenant_rent_share"}, {Row: "lease.tenant_compute_share"},
				{Title: "What it gets", Of: []Line{
					{Row: "lease.gpus_delivered"}, {Row: "lease.share_of_usable"}, {Row: "lease.compute"}, {Row: "lease.power_demand"}, {Row: "lease.gpu_hours"},
				}},
				{Title: "For a GPU-hour", Of: []Line{
					{Row: "lease.tenant_cost_per_gpu_hour"}, {Row: "lease.tenant_revenue_per_gpu_hour"}, {Row: "lease.build_cost_of_as_much"}, {Row: "operator.orbit_cost_per_gpu_hour"},
				}},
				{Row: "lease.lease_against_build"}, {Row: "lease.lease_against_orbit"},
			}},
		}},
	{Name: "rent-or-build", Title: "Rent or build", Needs: []string{"lease"}, Note: "What a GPU-hour costs each tenant, against GPUs of its own, compute in orbit and the market.",
		Shows: Chart{
			Lines: []Line{
				{Row: "lease.tenant_cost_per_gpu_hour", Each: "lease", Role: Tenant},
				{Row: "lease.build_cost_of_as_much", Title: "Own GPUs", Each: "lease", Role: Ground},
				{Row: "operator.orbit_cost_per_gpu_hour", Title: "In orbit", Role: Orbit},
				{Row: "site.market_price", Role: Market},
			},
		}},
	{Name: "tenant-costs", Title: "A GPU-hour to the tenants", Needs: []string{"lease"}, Note: "Averages over all leases, weighted by GPU-hours.",
		Shows: Cells{
			{Title: "It costs", Figure: Figure{Measure: "tenant.cost_per_gpu_hour", Absent: "None"}},
			{Title: "It must earn", Figure: Figure{Measure: "tenant.revenue_needed_per_gpu_hour", Absent: "None"}},
			{Title: "With own GPUs", Figure: Figure{Measure: "tenant.build_cost_per_gpu_hour", Absent: "None"}},
			{Title: "Peak compute", Figure: Figure{Measure: "tenant.compute"}},
		}},
}
