package model

import "strings"

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
					{Row: "lease.residual_claim"}, {Row: "lease.warrant_consideration", Less: true},
				}},
				{Row: "lease.cash_received", Of: []Line{
					{Row: "lease.bills_paid"}, {Row: "lease.prepayment_received"}, {Row: "lease.prepayment_refunded", Less: true},
					{Row: "lease.deposit_received"}, {Row: "lease.deposit_returned", Less: true}, {Row: "lease.residual_claim"},
				}},
				{Row: "lease.receivable_at_start"},
				{Row: "lease.receivable", Title: "Owed by the tenant", Carry: true, Of: []Line{
					{Row: "lease.invoiced"}, {Row: "lease.bills_paid", Less: true}, {Row: "lease.bills_unpaid", Less: true},
				}},
				{Row: "lease.fees_deferred", Title: "Of which put off"},
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
	{Name: "prepayment", Title: "Prepayment", Needs: []string{"lease.prepayment_unused"}, Note: "What was prepaid, is credited on the bills, and is left at the end of each month, of all leases together.",
		Shows: Chart{Lines: []Line{
			{Row: "lease.prepayment_unused", Role: Limit}, {Row: "lease.prepayment_credit", Role: Tenant}, {Row: "lease.bills_paid", Role: Cash},
		}}},
	{Name: "rent-deferred", Title: "Rent put off", Needs: []string{"lease.fees_deferred"}, Note: "A deferral moves cash and no revenue. Of all leases together.",
		Shows: Chart{Lines: []Line{
			{Row: "lease.revenue", Title: "Recognised", Role: Result}, {Row: "lease.bills_paid", Role: Cash}, {Row: "lease.fees_deferred", Role: Limit},
		}}},
	{Name: "rent-not-owed", Title: "Rent not owed", Needs: []string{"lease.fee_not_due"}, Note: "Before rent begins with the delivery, and in a standstill by force majeure. Of all leases together.",
		Shows: Chart{Lines: []Line{
			{Row: "lease.fee_contracted", Role: Plain}, {Row: "lease.fee_billed", Role: Tenant}, {Row: "lease.fee_not_due", Role: Limit},
		}}},
	{Name: "residual-guarantee", Title: "Residual value and its guarantee", Needs: []string{"lease.residual_guaranteed"}, Note: "What the tenants’ GPUs are expected to be worth, what is guaranteed, and what the guarantee brings. Of all leases that have one.",
		Shows: Chart{Lines: []Line{
			{Row: "lease.residual_expected", Role: Worth}, {Row: "lease.residual_guaranteed", Role: Limit}, {Row: "lease.residual_claim", Role: Result},
		}}},
	{Name: "lease-values", Title: "Worth of the leases", Needs: []string{"lease"}, Note: "What all leases are worth on paper, and what of it is owed in any case.",
		Shows: Table{Columns: []string{"Value"}, Rows: []TableRow{
			{Title: "Headline value", Cells: []Figure{{Measure: "lease.headline_value"}}},
			{Title: "Expected, with renewals by their probability", Cells: []Figure{{Measure: "lease.expected_value"}}},
			{Title: "Enforceable at most", Cells: []Figure{{Measure: "lease.enforceable_value"}}},
			{Title: "Recognised in the scenario", Cells: []Figure{{Measure: "lease.recognised_value"}}},
			{Title: "Needed a month for operating break-even, mean of 12 months", Cells: []Figure{{Measure: "lease.fee_needed_for_operating_break_even"}}},
		}}},
	{Name: TimeLine, Title: "Time line", Note: "When leases begin and end, GPUs, power and satellites come, something limits a site, debt is due, and results break even.",
		Shows: Events{
			{Title: "Lease begins", Figure: Figure{Input: "lease.start"}, Each: "lease", Role: Tenant},
			{Title: "Notice is given", Begins: "lease.notice_now", Each: "lease", Role: Tenant},
			{Title: "Tenant defaults", Begins: "lease.defaults_now", Each: "lease", Role: Limit},
			{Title: "Lease is over", Figure: Figure{Row: "lease.exit_month"}, Each: "lease", Role: Tenant},
			{Title: "GPUs are delivered", Begins: "fleet.gpus_added", Each: "fleet", Role: OwnUse},
			{Title: "Power goes live", Begins: "source.capacity_added", Each: "source", Role: Supply},
			{Title: "Satellites are launched", Begins: "site.satellites_launched", Each: "site", Role: Orbit},
			{Title: "Power limits the site", Begins: "site.limited_by_power", Each: "site", Role: Limit},
			{Title: "Cooling limits the site", Begins: "site.limited_by_cooling", Each: "site", Role: Limit},
			{Title: "Floor space limits the site", Begins: "site.limited_by_floor", Each: "site", Role: Limit},
			{Title: "Curtailment darkens racks", Begins: "site.limited_by_curtailment", Each: "site", Role: Limit},
			{Title: "Debt is due", Figure: Figure{Input: "tranche.maturity"}, Each: "tranche", Role: Debt},
			{Title: "First breach of a covenant", Figure: Figure{Measure: "debt.covenant_breached"}, Each: "tranche", Role: Limit},
			{Title: "Listing", Figure: Figure{Row: "company.listing_day"}, Each: "company", Role: Filing},
			{Title: "Adjusted EBITDA at or above zero", Figure: Figure{Measure: "break_even.adjusted_ebitda.first"}, Role: Earnings},
			{Title: "Operating income at or above zero", Figure: Figure{Measure: "break_even.operating_income.first"}, Role: Result},
			{Title: "Operating income at or above zero until here", Figure: Figure{Measure: "break_even.operating_income.until"}, Role: Result},
			{Title: "Net income at or above zero", Figure: Figure{Measure: "break_even.net_income.first"}, Role: Profit},
			{Title: "Operating cash flow at or above zero", Figure: Figure{Measure: "break_even.operating_cash_flow.first"}, Role: Cash},
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
				{Title: "With tokens", Of: []Line{
					{Row: "lease.tokens"}, {Row: "lease.token_revenue"}, {Row: "lease.rent_earned_with_tokens"}, {Row: "lease.rent_per_million_tokens"}, {Row: "lease.token_price_needed"},
				}},
				{Title: "Shares", Of: []Line{{Row: "lease.warrants_vested"}, {Row: "lease.warrants_outstanding"}, {Row: "lease.warrant_consideration"}, {Row: "lease.equity_paid_in"}, {Row: "lease.circular_revenue"}}},
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

// A table for each contract of several leases that the scenario has.
var contractViews = func() []View {
	var list []View
	for _, name := range contracts {
		measure := "contract_" + name + "."
		list = append(list, View{Name: "contract-" + name, Title: "Contract " + strings.ToUpper(name), Needs: []string{"operator.leases_of_contract_" + name},
			Note: "What the leases that are parts of it bring together.",
			Shows: Table{Columns: []string{"Value"}, Rows: []TableRow{
				{Title: "Headline value", Cells: []Figure{{Measure: measure + "headline_value"}}},
				{Title: "Enforceable in the first month", Cells: []Figure{{Measure: measure + "enforceable_value"}}},
				{Title: "GPUs, most in a month", Cells: []Figure{{Measure: measure + "gpus"}}},
				{Title: "Recognised in the scenario", Cells: []Figure{{Measure: measure + "revenue"}}},
				{Title: "Received in the scenario", Cells: []Figure{{Measure: measure + "cash"}}},
			}}})
	}
	return list
}()
