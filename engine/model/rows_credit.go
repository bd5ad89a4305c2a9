package model

// What hangs on each tenant, and what its default would cost.
var creditRows = []Row{
	{Name: "lease.committed_bill", Unit: "USD", Kind: Flow, Formula: `when(month >= start && month < min(accounting_end, last_month + month(1)), fee_fixed * index, 0) *
    take_or_pay + power_recovered - prepayment_credit`,
		Note: "What the tenant is bound to by its signature, without renewal, re-letting and default: the floor of its fees while it is bound, with power passed on, less what was prepaid."},
	{Name: "lease.committed_cash", Unit: "USD", Kind: Flow, Formula: "lag(committed_bill, payment_delay) + prepayment_received",
		Note: "The same in cash, with the prepayment."},
	{Name: "lease.ebitda", title: "EBITDA of the lease", Unit: "USD", Kind: Flow, Formula: "revenue - service_revenue * operator.lease_cost_share - bad_debt - share_of_usable * site.cash_costs",
		Note: "Revenue less what it costs, credit losses and the site's costs in proportion to the usable GPUs that it has."},
	{Name: "operator.leases_ebitda", title: "EBITDA of all leases", Unit: "USD", Kind: Flow, Formula: "sum(lease.ebitda)",
		Note: "What the leases earn together."},
	{Name: "lease.net_cash", title: "Cash of the lease after costs", Unit: "USD", Kind: Flow, Formula: `cash_received - deposit_liability + prev(deposit_liability) -
    service_revenue * operator.lease_cost_share - share_of_usable * site.cash_costs`,
		Note: "What the tenant pays, without deposit, less what its revenue costs and its part of the site's costs: its part of the cash flow available for debt service."},
	{Name: "lease.cash_for_debt", title: "Cash of the lease while there is debt", Unit: "USD", Kind: Flow, Formula: "when(operator.debt_owed > 0, net_cash, 0)",
		Note: "What it can contribute to debt service, in the months that begin with debt."},
	{Name: "lease.survival", title: "Probability of no default", Unit: "1", Kind: Balance, Percent: true, Formula: "prev(survival, 1) * pow(1 - default_probability, 1 / 12)",
		Note: "That the tenant has not defaulted by the end of the month, by its yearly probability."},
	{Name: "lease.exposure", title: "Exposure to the tenant", Unit: "USD", Kind: Opening, Formula: `max(0, fee_enforceable - fee_guaranteed + receivable_at_start -
    prev(deposit_liability + prepayment_unused))`,
		Note: "What its default at the start of the month would put at risk: enforceable fees and unpaid bills, less guarantee, deposit and unused prepayment."},
	{Name: "lease.expected_loss", Unit: "USD", Kind: Flow, Formula: "(prev(survival, 1) - survival) * exposure * (1 - recovery_rate)",
		Note: "Probability that it defaults in the month, times exposure, times what is not recovered. Beside the scenario's one path, in whose cash flow it is not."},
}
