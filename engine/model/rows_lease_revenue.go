package model

// Revenue by the accounting choice, and the balances that it leaves.
var leaseRevenueRows = []Row{
	{Name: "lease.accounting_end", Unit: "month", Kind: Balance, Date: true, Formula: "when(cancellable, min(term_end, start + bound_months), term_end)",
		Note: "First month after the term that counts in the accounts: of a contract that can be cancelled, only the period in which both sides are bound; after it each month is its own contract."},
	{Name: "lease.straight_lined", title: "Straight-lined", Unit: "bool", Kind: Flag, Formula: "month >= start && month < accounting_end",
		Note: "The month lies in an accounting term. A renewal that cannot be cancelled is a term of its own."},
	{Name: "lease.benefit_of_full_month", Unit: "1", Kind: Monthly,
		Formula: `pick(price_basis, gpu_hour: gpus_agreed * ramp * hours / GPU(1) / h(1), fee: ramp,
    kilowatt_month: megawatts_agreed * ramp / MW(1))`,
		Note: "What the tenant can use in a whole month, in the measure that it pays by."},
	{Name: "lease.benefit", Unit: "1", Kind: Monthly, Formula: `when(straight_lined, benefit_of_full_month * month_share *
    when(reduced_fee_is_discount || month - start < free_months, 1, fee_due_share), 0)`,
		Note: "What the tenant has the use of in the month, as capacity times time. Straight-line means evenly over this (ASC 842-30-25-11(a), ASC 606-10-25-31). A fee that is reduced for a ramp pays for less use; one that is reduced as a discount does not."},
	{Name: "lease.fee_of_term_ahead", Unit: "USD", Kind: Opening, Formula: `when(straight_lined,
    fee_fixed + when(month + month(1) == accounting_end, 0, ahead(fee_of_term_ahead)), 0)`,
		Note: "Fixed fees from this month to the end of the accounting term."},
	{Name: "lease.benefit_ahead", Unit: "1", Kind: Opening, Formula: "when(straight_lined, benefit + when(month + month(1) == accounting_end, 0, ahead(benefit_ahead)), 0)",
		Note: "Use from this month to the end of the accounting term."},
	{Name: "lease.straight_line_rate", title: "Straight-line rate", Unit: "USD", Kind: Monthly, Formula: `when(month == max(0, start) || month == last_month + month(1),
    when(benefit_ahead > 0, fee_of_term_ahead / benefit_ahead, 0), prev(straight_line_rate))`,
		Note: "Average fixed fee for a unit of use, fixed at the start of each accounting term."},
	{Name: "lease.straight_line_adjustment", title: "Straight-line adjustment", Unit: "USD", Kind: Flow, Formula: "when(active && straight_lined, (straight_line_rate * benefit - fee_fixed) * take_or_pay, 0)",
		Note: "Straight-line fee less contracted fee, for the part that is fixed whatever the tenant uses; zero in sum over an accounting term. The index, power, usage above the floor and credits for missing capacity are recognised as they arise."},
	{Name: "lease.straight_line_asset", title: "Straight-line balance", Unit: "USD", Kind: Balance, Formula: "when(ends_now, 0, prev(straight_line_asset) + straight_line_adjustment)",
		Note: "Recognised ahead of billing (a contract asset or straight-line rent receivable); a liability where negative. An early end takes it off the books."},
	{Name: "lease.discount_factor", Unit: "1", Kind: Monthly, Formula: "pow(1 + financing_rate, -1 / 12)",
		Note: "Of one month: (1 + rate) to the power of -1/12."},
	{Name: "lease.fee_present_value", Unit: "USD", Kind: Opening, Formula: `when(month >= term_end, 0,
    fee_fixed * index + when(month == last_month, 0, ahead(fee_present_value) * discount_factor))`,
		Note: "Remaining fees of the term, discounted month by month."},
	{Name: "lease.prepayment_has_financing", Unit: "bool", Kind: Flag, Formula: "accounting == accounting.asc606 && !cancellable && last_month + month(1) - start > month(12)",
		Note: "A prepayment for an agreed term of more than a year lends to the operator (ASC 606-10-32-15 to 32-18). What can be cancelled is refundable at its nominal amount; ASC 842 knows no such component for an operating lease."},
	{Name: "lease.credit_present_value", Unit: "1", Kind: Opening, Formula: `when(month >= credit_end, 0, when(month >= credit_from, months / (credit_end - credit_from), 0) +
    ahead(credit_present_value) * discount_factor)`,
		Note: "What a dollar that the schedule credits evenly is worth, discounted month by month."},
	{Name: "lease.prepayment_uplift", Unit: "1", Kind: Monthly, Formula: `when(paid_at_signing && prepayment_has_financing && fee_present_value > 0, pick(prepayment_credited,
    every_bill: fee_remaining / fee_present_value, schedule: 1 / credit_present_value),
    when(prev(prepayment_uplift) > 0, prev(prepayment_uplift), 1))`,
		Note: "Revenue for each dollar credited, so that the interest that accrues on the prepayment is earned back as it is credited."},
	{Name: "lease.financing_interest", Unit: "USD", Kind: Flow, Formula: "when(prepayment_has_financing, prev(prepayment_carried) * (1 / discount_factor - 1), 0)",
		Note: "Interest that accretes on the prepayment: an expense without cash, offset by revenue over the term."},
	{Name: "lease.prepayment_carried", Unit: "USD", Kind: Balance, Formula: `when(ends_now, 0, prev(prepayment_carried) + prepayment_received + financing_interest -
    prepayment_credit * prepayment_uplift)`,
		Note: "The prepayment as the books carry it, with its interest."},
	{Name: "lease.deferred_revenue", title: "Deferred revenue", Unit: "USD", Kind: Balance, Formula: "when(cancellable, 0, prepayment_carried)",
		Note: "A prepayment that the tenant cannot take back: contract liability (ASC 606-10-45-2) or deferred rent."},
	{Name: "lease.refund_liability", title: "Refund liability", Unit: "USD", Kind: Balance, Formula: "when(cancellable, prepayment_carried, 0)",
		Note: "A prepayment that would be returned if either side left is no deferred revenue (ASC 606-10-32-10). The small part that falls within the notice is not split off."},
	{Name: "lease.end_income", title: "Income at the end of the lease", Unit: "USD", Kind: Flow, Formula: `when(ends_now, prev(prepayment_carried) + financing_interest - prev(prepayment_unused) +
    security_forfeited - when(accounting == accounting.asc842, written_off, 0) -
    when(credit_loss_on_asset, 0, prev(straight_line_asset)), 0)`,
		Note: "Revenue that the end of the lease adds or takes back: forfeited security, interest not yet earned back, the straight-line balance. Under ASC 842 unpaid rent reverses income (842-30-25-12 and -13); under ASC 606 it is a credit loss instead."},
	{Name: "lease.credit_loss_on_asset", Unit: "bool", Kind: Flag, Formula: "accounting == accounting.asc606 && defaults_now && prev(straight_line_asset) > 0",
		Note: "A contract asset that the default makes worthless is a credit loss too (ASC 326-20)."},
	{Name: "lease.bad_debt", title: "Credit loss", Unit: "USD", Kind: Flow, Formula: `when(accounting == accounting.asc606, written_off, 0) +
    when(credit_loss_on_asset, prev(straight_line_asset), 0)`,
		Note: "Credit losses: an expense under ASC 606; under ASC 842 the lessor takes them off its income, so that this is zero."},
	{Name: "lease.financing_revenue", title: "Revenue for interest on the prepayment", Unit: "USD", Kind: Flow, Formula: "when(prepaid_share > 0, prepayment_credit * (prepayment_uplift - 1), 0)",
		Note: "What the prepayment's interest adds to revenue as it is credited (ASC 606-10-32-15)."},
	{Name: "lease.service_revenue", title: "Revenue for the service", Unit: "USD", Kind: Flow, Formula: `fee_billed + power_recovered + relet_revenue + backstop_billed + straight_line_adjustment +
    financing_revenue + end_income`,
		Note: "Recognised by the accounting choice: fixed fees straight-lined over the enforceable term, the rest as it is billed. A guarantor's payments count month by month as they fall due: for the months ahead they are a gain contingency (ASC 450-30-25-1)."},
	{Name: "lease.revenue", Unit: "USD", Kind: Flow, Formula: "service_revenue + residual_claim - warrant_consideration",
		Note: "Recognised, with what a guarantee of the residual value brings, less what the tenant is paid in warrants."},
	{Name: "lease.term_present_value", Unit: "USD", Kind: Balance, Formula: `when(straight_lined, fee_fixed +
    when(month + month(1) == accounting_end, 0, ahead(term_present_value) * discount_factor), 0)`,
		Note: "Fixed fees of the accounting term, discounted to the end of this month."},
	{Name: "lease.takes_up_asset", Unit: "bool", Kind: Flag,
		Formula: `accounting_end - max(0, start) >= 0.75 * asset_life * month(12) / year(1) ||
    term_present_value * take_or_pay * discount_factor + residual_present_value >=
    0.9 * asset_fair_value * gpus_agreed`,
		Note: "The term takes up 75 % of the asset's life, or the fixed fees with the residual value that the tenant guarantees 90 % of its value."},
	{Name: "lease.sales_type", Unit: "bool", Kind: Flag, Formula: `when(month == max(0, start), accounting == accounting.asc842 && gpus_agreed > 0 && takes_up_asset,
    prev(sales_type))`,
		Note: "At its start the lease meets a sales-type test of ASC 842-10-25-2: the term takes up 75 % of the equipment's remaining life, or the payments that are due however little is used are worth 90 % of its fair value (variable ones by usage are left out, ASC 842-10-30-5 and -6). A flag only: the model goes on to account for an operating lease."},
}
