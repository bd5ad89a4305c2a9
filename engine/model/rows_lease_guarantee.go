package model

// A residual-value guarantee: at the end of the lease someone makes up what the
// GPUs are worth less than was guaranteed. What is guaranteed is also the most
// that is paid.
var leaseGuaranteeRows = []Row{
	{Name: "site.cost_when_new", Unit: "USD", Kind: Balance, Formula: "sum(fleet.gpus_installed * fleet.unit_cost)",
		Note: "Of the installed GPUs, with their infrastructure."},
	{Name: "lease.share_of_installed", Unit: "1", Kind: Balance, Percent: true, Formula: "when(site.gpus_installed > 0, min(1, gpus_agreed / site.gpus_installed), 0)",
		Note: "Agreed GPUs of those installed, of every generation alike."},
	{Name: "lease.residual_guaranteed", title: "Residual value guaranteed", Unit: "USD", Kind: Balance, Formula: `when(residual_guarantor == residual_guarantor.none || ended, 0, pick(residual_basis,
    share: residual_share * site.cost_when_new * share_of_installed, amount: residual_amount))`,
		Note: "What the tenant's GPUs are to be worth if the lease ends with this month."},
	{Name: "lease.residual_expected", title: "Residual value", Unit: "USD", Kind: Balance, Formula: `when(residual_guarantor == residual_guarantor.none || ended, 0,
    site.residual_value * share_of_installed)`,
		Note: "What they would bring, by the fleets' losses of value; nothing where a fleet counts none."},
	{Name: "lease.residual_present_value", Unit: "USD", Kind: Monthly, Formula: `when(residual_guarantor == residual_guarantor.tenant,
    residual_guaranteed * pow(discount_factor, (accounting_end - max(0, start)) / month(1)), 0)`,
		Note: "What the tenant guarantees, discounted over the accounting term: it counts in the sales-type test (ASC 842-10-25-2(d)), a vendor's does not."},
	{Name: "lease.residual_called", title: "Guarantee called", Unit: "bool", Kind: Flag, Formula: `residual_guarantor != residual_guarantor.none && ends_now && month >= exit_month &&
    (residual_guarantor == residual_guarantor.vendor || !defaults_now) &&
    (residual_trigger == residual_trigger.end || month <= last_month + month(1))`,
		Note: "The lease ends, or ends without the renewal having begun. A tenant in default pays nothing, and nobody does where the tenant leaves because delivery failed."},
	{Name: "lease.residual_claim", title: "From the residual-value guarantee", Unit: "USD", Kind: Flow, Formula: "when(residual_called, max(0, prev(residual_guaranteed) - prev(residual_expected)), 0)",
		Note: "What is guaranteed less what the GPUs are worth at the end of the last month, paid in the month after. Revenue then: what exceeds it cannot be known before, and a guarantee is no lease payment of an operating lease (ASC 842-10-30-5)."},
	{Name: "lease.residual_claim_on_vendor", title: "Of which from the vendor", Unit: "USD", Kind: Flow, Formula: "when(residual_guarantor == residual_guarantor.vendor, residual_claim, 0)",
		Note: "What somebody else than the tenant pays."},
}
