package model

// A lease. Terms follow the contract as signed; billing follows what is
// delivered and whether the contract still stands; cash follows the bills; and
// the accounting choice moves revenue between months and between lines, never
// cash. All flows are at the end of their month. Balances are zero at the start
// of the scenario: a lease from before it brings no receivable, prepayment or
// deposit, and is straight-lined over the rest of its term.

// When a lease begins and ends, and why.
var leaseTermRows = []Row{
	{Name: "lease.notice_months", Unit: "month", Kind: Balance, Formula: "floor(notice * month(12) / day(365) + month(0.5))",
		Note: "The notice in whole months; an exit takes effect at the end of a month."},
	{Name: "lease.bound_months", Unit: "month", Kind: Balance, Formula: "when(notice_within_minimum, max(minimum_term, notice_months), minimum_term + notice_months)",
		Note: "How long both sides are bound at the signing of a contract that can be cancelled: its enforceable period (ASC 606-10-25-3, ASC 842-10-55-23)."},
	{Name: "lease.term_end", Unit: "month", Kind: Balance, Date: true, Formula: "last_month + month(1) + when(month > last_month, renewal_months, 0)",
		Note: "First month after the term that runs: the agreed one, then the renewal."},
	{Name: "lease.notice_exit", Unit: "month", Kind: Balance, Date: true, Formula: "exit_by_notice(notice_given)",
		Note: "First month without the lease if the notice that is given counts."},
	{Name: "lease.contract_end", Unit: "month", Kind: Balance, Date: true, Formula: `min(last_month + month(1) + renewal_months,
    when(cancellable, notice_exit, last_month + month(1) + renewal_months))`,
		Note: "First month without the lease by its term, its renewal or a notice. A contract that cannot be cancelled ignores notices."},
	{Name: "lease.default_ends_it", title: "Default ends the lease", Unit: "bool", Kind: Flag, Formula: "default_month < contract_end",
		Note: "The tenant defaults before the lease ends otherwise."},
	{Name: "lease.exit_month", Unit: "month", Kind: Balance, Date: true, Formula: "min(contract_end, default_month)",
		Note: "First month without the lease, unless a failed delivery test ends it earlier."},
	{Name: "lease.ended", Unit: "bool", Kind: Flag, Formula: "month >= exit_month || delivery_remedy == delivery_remedy.exit && prev(delivery_failed)",
		Note: "The lease is over: by its term, a notice, a default, or the tenant's exit in the month after the operator failed to deliver."},
	{Name: "lease.active", Unit: "bool", Kind: Flag, Formula: "month >= start && !ended",
		Note: "The lease runs from its first month until it has ended."},
	{Name: "lease.notice_now", Unit: "bool", Kind: Flag, Formula: "active && cancellable && month == notice_given",
		Note: "Notice is given in the month, of a contract that can be cancelled."},
	{Name: "lease.ends_now", Unit: "bool", Kind: Flag, Formula: "ended && !prev(ended)",
		Note: "First month without the lease, in which deposit and unused prepayment are settled."},
	{Name: "lease.defaults_now", Unit: "bool", Kind: Flag, Formula: "ends_now && default_ends_it && month >= default_month",
		Note: "The lease ends by the tenant's default."},
	{Name: "lease.in_default", Unit: "bool", Kind: Flag, Formula: "defaults_now || prev(in_default)",
		Note: "The tenant has defaulted: it pays nothing any more, neither new bills nor old ones."},
	{Name: "lease.months_vacant", Unit: "month", Kind: Balance, Formula: "when(ended, prev(months_vacant) + month(1), 0)",
		Note: "Months since the lease ended, this one included."},
	{Name: "lease.relet_active", title: "Re-let", Unit: "bool", Kind: Flag, Formula: "relet && months_vacant > relet_downtime",
		Note: "After the downtime another tenant takes the capacity at the market price."},
}
