package model

// The lease from the tenant's side: what it pays, what that must earn, and what
// the same compute would cost it elsewhere. What it gains stands with the lease:
// GPUs, MW, PFLOPS and its share of the site.
var tenantRows = []Row{
	{Name: "lease.tenant_cash_paid", title: "Paid by the tenant", Unit: "USD", Kind: Flow, Formula: `when(in_default && month - floor(payment_delay) < default_month, 0,
    lag(bills_due - backstop_billed, payment_delay)) + prepayment_received + deposit_received -
    prepayment_refunded - deposit_returned + residual_claim - residual_claim_on_vendor`,
		Note: "Its bills, as they fall due, after the payment delay and what it pays at the signing, less what comes back; after re-letting, those of the tenant that follows. With its guarantor's part it is what the landlord receives, in every month."},
	{Name: "lease.tenant_rent", title: "Rent", Unit: "USD", Kind: Flow, Formula: "fee_billed + power_recovered",
		Note: "The tenant's cost of the month: fee and power, as billed."},
	{Name: "lease.tenant_rent_share", title: "Rent against the tenant’s revenue", Unit: "1", Kind: Rate, Percent: true, Formula: "tenant_rent / (tenant_revenue * months)",
		Note: "Rent against the tenant's revenue; absent where that is not known."},
	{Name: "lease.tenant_compute_share", title: "All compute against the tenant’s revenue", Unit: "1", Kind: Rate, Percent: true, Formula: "(tenant_rent + tenant_other_compute * months) / (tenant_revenue * months)",
		Note: "All compute that the tenant pays for, against its revenue; absent where that is not known."},
	{Name: "lease.tenant_cost_per_gpu_hour", title: "Tenant’s cost per GPU-hour", Unit: "USD/GPU/h", Kind: Rate, By: "lease.gpu_hours", Formula: "when(active, tenant_rent / gpu_hours, absent)",
		Note: "Rent with power for each GPU-hour delivered; absent while nothing is."},
	{Name: "lease.tenant_revenue_per_gpu_hour", title: "Revenue that the tenant needs per GPU-hour", Unit: "USD/GPU/h", Kind: Rate, By: "lease.gpu_hours", Formula: `when(active && usage * (1 - suspended_share) >= 0.001,
    tenant_cost_per_gpu_hour / (usage * (1 - suspended_share)) / (1 - tenant_margin), absent)`,
		Note: "What the tenant must earn with each GPU-hour that it uses, so that its margin is left after the rent; absent while nothing is delivered or less than a thousandth of it used."},
	{Name: "lease.tokens", title: "Tokens", Unit: "Mtoken", Kind: Flow, Formula: `when(active, gpus_delivered * hours * month_share * usage * (1 - suspended_share) *
    tokens_per_gpu_second * s(3600) / h(1) * Mtoken(1) / token(1e6), 0)`,
		Note: "What the tenant makes with the GPU-hours that it uses."},
	{Name: "lease.token_revenue", title: "Revenue from tokens", Unit: "USD", Kind: Flow, Formula: "tokens * token_price",
		Note: "At the tenant's price."},
	{Name: "lease.rent_per_million_tokens", Unit: "USD/Mtoken", Kind: Rate, By: "lease.tokens", Formula: "when(tokens > 0, tenant_rent / tokens, absent)",
		Note: "The price of a million tokens that just pays the rent; absent without a throughput."},
	{Name: "lease.token_price_needed", title: "Price per million tokens that the tenant needs", Unit: "USD/Mtoken", Kind: Rate, By: "lease.tokens", Formula: "rent_per_million_tokens / (1 - tenant_margin)",
		Note: "That which leaves its margin after the rent; absent without a throughput."},
	{Name: "lease.rent_earned_with_tokens", title: "Revenue from tokens against rent", Unit: "1", Kind: Rate, Percent: true, Formula: "when(tokens > 0, token_revenue / tenant_rent, absent)",
		Note: "Above 100 % the tokens pay the rent; absent without a throughput."},
	{Name: "lease.build_cost_per_gpu_hour", title: "Cost per GPU-hour of own GPUs", Unit: "USD/GPU/h", Kind: Rate, By: "lease.gpu_hours", Formula: `(build_capital * when(build_capital_cost > 0.0000001,
    build_capital_cost / (1 - pow(1 + build_capital_cost, -build_life / year(1))),
    year(1) / build_life) / year(1) + build_operations) * year(1) / h(8760) / build_utilisation`,
		Note: "Own GPUs instead: the annuity of the investment at the tenant's cost of capital, yearly in arrears, and the running cost, over the 8,760 hours of a year."},
	{Name: "lease.build_cost_of_as_much", title: "Own GPUs of as much compute as one rented", Unit: "USD/GPU/h", Kind: Rate, By: "lease.gpu_hours", Formula: "build_cost_per_gpu_hour * site.compute_per_gpu / build_peak_compute",
		Note: "Rented GPUs and those that one would build are of other generations: the same peak compute is compared, dense FP16."},
	{Name: "lease.lease_against_build", title: "Rent against own GPUs", Unit: "1", Kind: Rate, By: "lease.gpu_hours", Formula: "tenant_cost_per_gpu_hour / build_cost_of_as_much",
		Note: "For as much peak compute. Above one, own GPUs would cost less if they could be had in time; absent while nothing is delivered."},
	{Name: "operator.orbit_cost_per_gpu_hour", title: "Cost per GPU-hour in orbit", Unit: "USD/GPU/h", Kind: Balance, Formula: `sum(when(site.orbit_cost_per_gpu_hour > 0, site.orbit_cost_per_gpu_hour * site.gpus_usable, 0)) /
    sum(when(site.orbit_cost_per_gpu_hour > 0, site.gpus_usable, 0))`,
		Note: "Average over the GPUs of the sites in orbit; absent where there are none."},
	{Name: "lease.lease_against_orbit", title: "Rent against orbit", Unit: "1", Kind: Rate, By: "lease.gpu_hours", Formula: "tenant_cost_per_gpu_hour / operator.orbit_cost_per_gpu_hour",
		Note: "Above one, compute in orbit costs less than the rent; absent without a site in orbit."},
}
