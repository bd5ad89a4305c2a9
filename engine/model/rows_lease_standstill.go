package model

// Months in which the fee is put off or not owed: after an agreement, by force
// majeure, or because rent starts with the delivery. What is put off is owed and
// earned all the same (under ASC 842 the lessor may go on as if nothing in the
// contract had changed, FASB Staff Q&A of April 2020); what is not owed is lost.
var leaseStandstillRows = []Row{
	{Name: "lease.standstill_share", Unit: "1", Kind: Rate, Percent: true, Formula: "when(month >= standstill_from && month < standstill_from + standstill_months, standstill_part, 0)",
		Note: "Part of the fee that is put off or not owed in the month."},
	{Name: "lease.suspended_share", Unit: "1", Kind: Rate, Percent: true, Formula: "when(standstill == standstill.suspended, standstill_share, 0)",
		Note: "Part of the fee that force majeure suspends; as much of the capacity stands idle."},
	{Name: "lease.rent_begun", title: "Rent has begun", Unit: "bool", Kind: Flag, Formula: `prev(rent_begun) || active && (rent_start == rent_start.term ||
    gpus_obtainable >= gpus_agreed * (rent_delivery_share - 0.000000001))`,
		Note: "With the term, or in the first month of it in which enough of the agreed capacity is ready. One that runs when the scenario begins is looked at anew."},
	{Name: "lease.fee_not_due", title: "Fee not owed", Unit: "USD", Kind: Flow, Formula: "(fee_contracted - shortfall_credit) * when(rent_begun, suspended_share, 1)",
		Note: "Fee of capacity that is there, before rent has begun and in a standstill by force majeure: variable, so that revenue is less by it in its month (ASC 842-10-30-5, ASC 606-10-32-5), and the term is no longer for it."},
	{Name: "lease.fee_deferred", title: "Fee put off", Unit: "USD", Kind: Flow, Formula: "when(standstill == standstill.deferred, standstill_share * (fee_billed - prepayment_credit), 0)",
		Note: "Billed and earned, and due later."},
	{Name: "lease.deferral_months_left", Unit: "month", Kind: Monthly, Formula: `max(month(1),
    ceil(standstill_from + standstill_months + deferral_wait) + floor(deferral_months) - month)`,
		Note: "Months over which what is put off is repaid, this one included."},
	{Name: "lease.deferred_fee_due", title: "Deferred fee due", Unit: "USD", Kind: Flow, Formula: `when(standstill != standstill.deferred || defaults_now, 0, when(ends_now, prev(fees_deferred),
    when(month >= standstill_from + standstill_months + deferral_wait,
    prev(fees_deferred) * months / deferral_months_left, 0)))`,
		Note: "Evenly after the wait, and at once if the lease ends before; nothing in the tenant's default, which loses it with the other bills."},
	{Name: "lease.fees_deferred", title: "Deferred fees", Unit: "USD", Kind: Balance, Formula: "when(defaults_now, 0, prev(fees_deferred) + fee_deferred - deferred_fee_due)",
		Note: "Put off and not yet due: a part of the receivable, without interest."},
	{Name: "lease.bills_due", title: "Bills that fall due", Unit: "USD", Kind: Flow, Formula: "invoiced - fee_deferred + deferred_fee_due",
		Note: "The month's bills without what is put off, and what was put off before."},
}
