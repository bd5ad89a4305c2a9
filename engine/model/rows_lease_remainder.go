package model

// What the contract still brings: its own months, those after the scenario too.
var leaseRemainderRows = []Row{
	{Name: "lease.fee_remaining", title: "Remaining fees", Unit: "USD", Kind: Opening, Formula: "when(month >= term_end, 0, fee_fixed * index + when(month == last_month, 0, ahead(fee_remaining)))",
		Note: "Fees from this month to the end of the term, as signed: a notice, a default or a failed delivery leaves this as it is."},
	{Name: "lease.headline_value", title: "Fees to the end of the term", Unit: "USD", Kind: Opening, Formula: "when(ended, 0, fee_remaining)",
		Note: "Contracted fees to the end of the term while the lease stands. What is enforceable of it is another row."},
	{Name: "lease.months_to_exit", title: "Months bound if notice is given now", Unit: "month", Kind: Opening, Formula: "when(active, min(term_end, when(cancellable, exit_by_notice(month), term_end)) - month, 0)",
		Note: "How long the tenant stays bound if it gives notice now: to the exit that this notice has, in whole months as every exit, at most to the end of the term."},
	{Name: "lease.fee_enforceable", title: "Enforceable fees", Unit: "USD", Kind: Opening, Formula: `take_or_pay * when(cancellable,
    min(headline_value, (fee_contracted - shortfall_credit) * months_to_exit / months),
    headline_value)`,
		Note: "What is owed, at this month's fee, less what missing capacity takes off it, and however little is used, if the tenant gives notice now; of all that remains, as signed, where it cannot. Contract terms count only as far as they are enforceable (ASC 606-10-25-3, IFRS 16.B34)."},
	{Name: "lease.fee_guaranteed", title: "Guaranteed fees", Unit: "USD", Kind: Opening, Formula: `when(backstop,
    backstop_share * min(fee_enforceable, take_or_pay * fee_contracted * backstop_months / months),
    0)`,
		Note: "What the guarantor would owe, at this month's fee, if the tenant defaulted now and nobody else took the GPUs."},
	{Name: "lease.renewal_value", Unit: "USD", Kind: Opening, Formula: `when(month > last_month + renewal_months, 0,
    when(month > last_month, fee_fixed * index, 0) + ahead(renewal_value))`,
		Note: "Fees of the renewal from this month on, as agreed."},
	{Name: "lease.expected_value", Unit: "USD", Kind: Opening, Formula: "when(ended, 0, headline_value + when(month > last_month, 0, renewal_probability * renewal_value))",
		Note: "Contracted fees to the end of the term and those of a renewal by its probability. Cash flow stays one path, in which a renewal that is agreed happens."},
}
