package model

import (
	"slices"

	"rackonomics/engine/language"
)

// A lease. Terms follow the contract as signed; billing follows what is
// delivered and whether the contract still stands; cash follows the bills; and
// the accounting choice moves revenue between months and between lines, never
// cash. All flows are at the end of their month. Balances are zero at the start
// of the scenario: a lease from before it brings no receivable, prepayment or
// deposit, and is straight-lined over the rest of its term.
var leaseRows = slices.Concat(leaseTermRows, leaseCapacityRows, leaseFeeRows, leaseRemainderRows, leaseCashRows, leaseRevenueRows)

// When a lease begins and ends, and why.
var leaseTermRows = []language.Row{
	{Name: "lease.notice_months", Unit: "month", Formula: "floor(notice * month(12) / day(365) + month(0.5))",
		Note: "The notice in whole months; an exit takes effect at the end of a month."},
	{Name: "lease.bound_months", Unit: "month", Formula: "when(notice_within_minimum, max(minimum_term, notice_months), minimum_term + notice_months)",
		Note: "How long both sides are bound at the signing of a contract that can be cancelled: its enforceable period (ASC 606-10-25-3, ASC 842-10-55-23)."},
	{Name: "lease.term_end", Unit: "month", Formula: "last_month + month(1) + when(month > last_month, renewal_months, 0)",
		Note: "First month after the term that runs: the agreed one, then the renewal."},
	{Name: "lease.notice_exit", Unit: "month", Formula: "exit_by_notice(notice_given)",
		Note: "First month without the lease if the notice that is given counts."},
	{Name: "lease.contract_end", Unit: "month", Formula: `min(last_month + month(1) + renewal_months,
    when(cancellable, notice_exit, last_month + month(1) + renewal_months))`,
		Note: "First month without the lease by its term, its renewal or a notice. A contract that cannot be cancelled ignores notices."},
	{Name: "lease.default_ends_it", Unit: "bool", Formula: "default_month < contract_end",
		Note: "The tenant defaults before the lease ends otherwise."},
	{Name: "lease.exit_month", Unit: "month", Formula: "min(contract_end, default_month)",
		Note: "First month without the lease, unless a failed delivery test ends it earlier."},
	{Name: "lease.ended", Unit: "bool", Formula: "month >= exit_month || delivery_remedy == delivery_remedy.exit && prev(delivery_failed)",
		Note: "The lease is over: by its term, a notice, a default, or the tenant's exit in the month after the operator failed to deliver."},
	{Name: "lease.active", Unit: "bool", Formula: "month >= start && !ended",
		Note: "The lease runs from its first month until it has ended."},
	{Name: "lease.ends_now", Unit: "bool", Formula: "ended && !prev(ended)",
		Note: "First month without the lease, in which deposit and unused prepayment are settled."},
	{Name: "lease.defaults_now", Unit: "bool", Formula: "ends_now && default_ends_it && month >= default_month",
		Note: "The lease ends by the tenant's default."},
	{Name: "lease.in_default", Unit: "bool", Formula: "defaults_now || prev(in_default)",
		Note: "The tenant has defaulted: it pays nothing any more, neither new bills nor old ones."},
	{Name: "lease.months_vacant", Unit: "month", Formula: "when(ended, prev(months_vacant) + month(1), 0)",
		Note: "Months since the lease ended, this one included."},
	{Name: "lease.relet_active", Unit: "bool", Formula: "relet && months_vacant > relet_downtime",
		Note: "After the downtime another tenant takes the capacity at the market price."},
}

// What capacity is agreed, ready and delivered.
var leaseCapacityRows = []language.Row{
	{Name: "lease.ramp", Unit: "1", Formula: "when(delivery_ramp > 0, clamp((month - start + month(1)) / delivery_ramp, 0, 1), 1)",
		Note: "Part of the agreed capacity that is due for delivery."},
	{Name: "lease.gpus_agreed", Unit: "GPU", Formula: `pick(basis, share: share * site.gpus_installed, gpus: gpus,
    megawatts: when(site.power_per_gpu > 0, megawatts / site.power_per_gpu, 0))`,
		Note: "GPUs of the contract once its delivery is complete. MW are critical IT power: as many GPUs of the site's mix as it feeds at their maximum."},
	{Name: "lease.gpus_contracted", Unit: "GPU", Formula: "when(active, gpus_agreed * ramp, when(relet_active, gpus_agreed, 0))",
		Note: "GPUs due under the contract, or under the one that follows it after re-letting."},
	{Name: "lease.gpus_obtainable_outside_calls", Unit: "GPU", Formula: "max(0, site.gpus_offered_outside_calls - before(gpus_contracted))",
		Note: "What the leases listed earlier leave while the grid operator does not call: leases are served in the order of the scenario."},
	{Name: "lease.gpus_obtainable_in_call", Unit: "GPU", Formula: "max(0, site.gpus_offered_in_call - before(gpus_contracted))",
		Note: "The same while sources are curtailed."},
	{Name: "lease.gpus_obtainable", Unit: "GPU", Formula: `(1 - site.call_share) * min(gpus_agreed, gpus_obtainable_outside_calls) +
    site.call_share * min(gpus_agreed, gpus_obtainable_in_call)`,
		Note: "Of the agreed capacity, what is ready on average over the month, also before the lease starts."},
	{Name: "lease.gpus_delivered", Unit: "GPU", Formula: `(1 - site.call_share) * min(gpus_contracted, gpus_obtainable_outside_calls) +
    site.call_share * min(gpus_contracted, gpus_obtainable_in_call)`,
		Note: "Average over the hours of the month. Leases are served in the order of the scenario; a later one gets what is left."},
	{Name: "lease.delivered_share", Unit: "1", Formula: "when(gpus_contracted > 0, gpus_delivered / gpus_contracted, 0)",
		Note: "Delivered of what is due."},
	{Name: "lease.delivery_tested", Unit: "bool",
		Formula: `delivery_remedy != delivery_remedy.none && cum(days) > delivery_test_day + delivery_grace &&
    cum(days) - days <= delivery_test_day + delivery_grace`,
		Note: "The day of the delivery test, with its days of grace, ends in this month."},
	{Name: "lease.delivery_failed", Unit: "bool", Formula: `prev(delivery_failed) ||
    delivery_tested && gpus_obtainable < gpus_agreed * (delivery_test_share - 0.000000001)`,
		Note: "In the month of the last day of grace the capacity that is ready, also before the lease starts, falls short of the share that the test demands. A test before the scenario counts as passed."},
	{Name: "lease.share_of_usable", Unit: "1", Formula: "when(site.gpus_usable > 0, gpus_delivered / site.gpus_usable, 0)",
		Note: "The tenant's part of the GPUs with power and cooling; the same in every hall."},
	{Name: "lease.gpus_at_work", Unit: "GPU", Formula: "gpus_delivered * when(active, usage, 1)",
		Note: "GPUs that the tenant uses; one at the market price uses all that it pays for."},
	{Name: "lease.power_demand", Unit: "MW", Formula: `site.power_per_gpu * site.power_usage_effectiveness *
    (gpus_at_work * site.load + (gpus_delivered - gpus_at_work) * site.idle_power_share)`,
		Note: "The tenant's part of the facility's draw."},
	{Name: "lease.compute", Unit: "PFLOPS", Formula: "gpus_delivered * site.compute_per_gpu * PFLOPS(1) / TFLOPS(1000)",
		Note: "Peak compute that the tenant gains, dense FP16."},
	{Name: "lease.gpu_hours", Unit: "GPU*h", Formula: "gpus_delivered * hours * month_share",
		Note: "Delivered GPUs for the real hours of the month that the lease runs."},
}

// What is owed for it.
var leaseFeeRows = []language.Row{
	{Name: "lease.month_share", Unit: "1", Formula: "when(month == start, max(day(1), days - start_day + day(1)) / days, 1)",
		Note: "A first month that begins late counts by its actual days."},
	{Name: "lease.megawatts_agreed", Unit: "MW", Formula: "when(basis == basis.megawatts, megawatts, gpus_agreed * site.power_per_gpu)",
		Note: "Critical IT power of the contract, on which a price per kW-month is paid."},
	{Name: "lease.escalation", Unit: "1", Formula: "pow(1 + escalator, max(0, floor((month - start) / month(12))))",
		Note: "The fixed escalator compounds on each anniversary of the start."},
	{Name: "lease.index", Unit: "1", Formula: "pow(1 + index_growth, max(0, floor((month - start) / month(12))))",
		Note: "The consumer-price index that the fee follows, one at the start, taken on each anniversary."},
	{Name: "lease.fee_due_share", Unit: "1", Formula: `when(month - start < free_months, 0,
    when(month - start < free_months + reduced_months, reduced_fee, 1))`,
		Note: "First the free months, then those at a reduced fee."},
	{Name: "lease.fee_base", Unit: "USD", Formula: `pick(price_basis, gpu_hour: price * gpus_agreed * ramp * hours, fee: fee * months * ramp,
    kilowatt_month: price_per_kilowatt * megawatts_agreed * kW(1000) / MW(1) * ramp * months) *
    month_share * when(month > last_month, renewal_price, 1)`,
		Note: "Fee for the agreed capacity before escalation. A flat fee grows with the delivery ramp; a price per GPU-hour counts the real hours of the month."},
	{Name: "lease.fee_fixed", Unit: "USD", Formula: "when(month >= start && month < term_end, fee_base * escalation * fee_due_share, 0)",
		Note: "What the contract fixes at its signing for the month, whether or not it still stands: without the index, which is variable consideration (ASC 842-10-30-5(b), ASC 606-10-32-5)."},
	{Name: "lease.fee_contracted", Unit: "USD", Formula: "when(active, fee_fixed * index, 0)",
		Note: "Fee for the contracted capacity while the lease runs."},
	{Name: "lease.shortfall_credit", Unit: "USD", Formula: `when(price_basis != price_basis.fee || prorated ||
    delivery_remedy == delivery_remedy.cut && prev(delivery_failed),
    fee_contracted * (1 - delivered_share), 0)`,
		Note: "Fee that is lost because capacity is missing: always where the price is per unit, with a flat fee where the contract cuts it in proportion or has done so since a failed delivery test."},
	{Name: "lease.fee_billed", Unit: "USD", Formula: "(fee_contracted - shortfall_credit) * max(usage, take_or_pay)",
		Note: "What the tenant owes: cut where the operator delivers less, and never below the take-or-pay floor where the tenant uses less."},
	{Name: "lease.fee_lost", Unit: "USD", Formula: "fee_contracted - fee_billed",
		Note: "Contracted fee that is not billed because capacity or usage is missing."},
	{Name: "lease.power_recovered", Unit: "USD", Formula: `when(active && power_pass_through > 0 && site.power_demand > 0,
    power_pass_through * site.power_cost * power_demand / site.power_demand * month_share, 0)`,
		Note: "Cost of the tenant's part of the power, for the days that the lease runs, that is passed on to it, without a margin: variable consideration, revenue as it is billed (gross, as the operator contracts for the power: ASC 606-10-55-36)."},
	{Name: "lease.relet_revenue", Unit: "USD", Formula: "when(relet_active, gpus_delivered * hours * site.market_price * (1 - relet_discount), 0)",
		Note: "Billed to the tenant that follows, by the real hours, at each month's market price, power included."},
	{Name: "lease.backstop_end", Unit: "month", Formula: `when(backstop, min(contract_end, last_month + month(1), max(default_month, start) + backstop_months,
    when(cancellable, exit_by_notice(default_month), contract_end)), 0)`,
		Note: "First month that the guarantor no longer owes: it owes no more than the tenant did, so that of a contract that can be cancelled it owes the notice only, and never the renewal."},
	{Name: "lease.backstop_billed", Unit: "USD", Formula: `when(backstop && in_default && month < backstop_end && !relet_active,
    backstop_share * fee_fixed * index * take_or_pay, 0)`,
		Note: "What the guarantor owes for the month after the tenant's default: its share of the fee that was due whatever the tenant used, until the GPUs are let again, as a landlord has to keep its damage low. Bills from before the default are not covered, and forfeited security does not cut it."},
	{Name: "lease.price_per_gpu_hour", Unit: "USD/GPU/h", Formula: "(fee_billed + relet_revenue) / gpu_hours",
		Note: "Effective price; absent while nothing is delivered."},
}

// What the contract still brings. Where the scenario ends before the term, the
// rest is added in closed form: the last month's fee for a full mean month, with the
// fixed escalator on its anniversaries and the index left where it is.
var leaseRemainderRows = []language.Row{
	{Name: "lease.months_charged", Unit: "month", Formula: "max(max(0, month - start + month(1)), free_months + reduced_months)",
		Note: "Months of the term up to this one's end, or to the end of the months at less than the full fee where that is later."},
	{Name: "lease.years_charged", Unit: "1", Formula: "floor(months_charged / month(12))",
		Note: "Full years among these months."},
	{Name: "lease.years_of_term", Unit: "1", Formula: "floor((term_end - start) / month(12))",
		Note: "Full years of the term."},
	{Name: "lease.escalated_months", Unit: "month", Formula: "escalated(months_charged, years_charged)",
		Note: "The months charged, each weighed by its escalation: a geometric sum by years. For escalators near zero its series, where the closed form would lose digits."},
	{Name: "lease.escalated_months_of_term", Unit: "month", Formula: "escalated(term_end - start, years_of_term)",
		Note: "The same for the whole term."},
	{Name: "lease.month_beyond", Unit: "1", Formula: "when(price_basis == price_basis.gpu_hour, h(730.5) / hours, 1)",
		Note: "Length of the mean month of later years against this one's, where the price is by the hour."},
	{Name: "lease.fee_beyond", Unit: "USD", Formula: `when(month >= start, fee_base / month_share / months * month_beyond *
    max(0, escalated_months_of_term - escalated_months), 0)`,
		Note: "Fixed fees from the next month to the end of the term, at the capacity of this month. Only the scenario's last month needs it."},
	{Name: "lease.fee_remaining", Unit: "USD", Formula: "fee_fixed * index + when(month == last_month, 0, next(fee_remaining, fee_beyond * index))",
		Note: "Fees from this month to the end of the term, as signed: a notice, a default or a failed delivery leaves this as it is."},
	{Name: "lease.headline_value", Unit: "USD", Formula: "when(ended, 0, fee_remaining)",
		Note: "Contracted fees to the end of the term while the lease stands. What is enforceable of it is another row."},
	{Name: "lease.months_to_exit", Unit: "month", Formula: `when(active, min(term_end - month, when(cancellable, when(notice_within_minimum,
    max(minimum_term - (month - start), notice * month(12) / day(365)),
    max(0, minimum_term - (month - start)) + notice * month(12) / day(365)), term_end - month)), 0)`,
		Note: "How long the tenant stays bound if it gives notice now: the rest of the minimum term or the notice, at most the rest of the lease."},
	{Name: "lease.fee_enforceable", Unit: "USD", Formula: `take_or_pay *
    when(cancellable, min(headline_value, fee_contracted * months_to_exit / months), headline_value)`,
		Note: "What is owed, at this month's fee and however little is used, if the tenant gives notice now; of all that remains where it cannot. Contract terms count only as far as they are enforceable (ASC 606-10-25-3, IFRS 16.B34)."},
	{Name: "lease.fee_guaranteed", Unit: "USD", Formula: `when(backstop,
    backstop_share * min(fee_enforceable, take_or_pay * fee_contracted * backstop_months / months),
    0)`,
		Note: "What the guarantor would owe, at this month's fee, if the tenant defaulted now and nobody else took the GPUs."},
	{Name: "lease.renewal_value", Unit: "USD", Formula: "when(month > last_month, fee_fixed * index, 0) + next(renewal_value)",
		Note: "Fees of the renewal from this month on, as agreed, as far as the scenario reaches."},
	{Name: "lease.expected_value", Unit: "USD", Formula: "when(ended, 0, headline_value + when(month > last_month, 0, renewal_probability * renewal_value))",
		Note: "Contracted fees to the end of the term and those of a renewal by its probability. Cash flow stays one path, in which a renewal that is agreed happens."},
}

// Bills, payments, prepayment and deposit.
var leaseCashRows = []language.Row{
	{Name: "lease.paid_at_signing", Unit: "bool", Formula: "!ended && start >= 0 && month == max(0, start - prepaid_before)",
		Note: "The month in which prepayment and deposit come in; none for a lease from before the scenario."},
	{Name: "lease.prepayment_received", Unit: "USD", Formula: "when(paid_at_signing, prepaid_share * fee_remaining, 0)",
		Note: "Share of the headline fee that is paid in advance."},
	{Name: "lease.prepayment_credit", Unit: "USD", Formula: "min(prev(prepayment_unused) + prepayment_received, prepaid_share * fee_billed)",
		Note: "Every bill is cut by the same share, as long as prepayment is left."},
	{Name: "lease.prepayment_unused", Unit: "USD", Formula: "when(ends_now, 0, prev(prepayment_unused) + prepayment_received - prepayment_credit)",
		Note: "What was prepaid and not yet credited; when the lease ends it is settled."},
	{Name: "lease.prepayment_refunded", Unit: "USD", Formula: "when(ends_now && !defaults_now, prev(prepayment_unused), 0)",
		Note: "Unused prepayment goes back when the lease ends, except in the tenant's default."},
	{Name: "lease.deposit_received", Unit: "USD", Formula: "when(paid_at_signing, deposit, 0)",
		Note: "A liability, no revenue."},
	{Name: "lease.deposit_returned", Unit: "USD", Formula: "when(ends_now && !defaults_now, prev(deposit_liability), 0)",
		Note: "In the first month without the lease; in the tenant's default it is kept."},
	{Name: "lease.deposit_liability", Unit: "USD", Formula: "when(ends_now, 0, prev(deposit_liability) + deposit_received)",
		Note: "Held for the tenant."},
	{Name: "lease.invoiced", Unit: "USD", Formula: "fee_billed + power_recovered + relet_revenue + backstop_billed - prepayment_credit",
		Note: "The month's bills: fee, power, what is re-let and what a guarantor owes, less the prepayment's part."},
	{Name: "lease.bills_paid", Unit: "USD", Formula: "when(in_default && month - floor(payment_delay) < default_month, 0, lag(invoiced, payment_delay))",
		Note: "Bills are paid after the payment delay, a guarantor's too; those of a defaulted tenant never."},
	{Name: "lease.bills_unpaid", Unit: "USD", Formula: "when(defaults_now, prev(receivable), 0)",
		Note: "Bills outstanding in the tenant's default."},
	{Name: "lease.security_applied", Unit: "USD", Formula: "when(defaults_now, min(bills_unpaid, prev(deposit_liability) + prev(prepayment_unused)), 0)",
		Note: "Deposit and unused prepayment are set against the unpaid bills first."},
	{Name: "lease.security_forfeited", Unit: "USD", Formula: "when(defaults_now, prev(deposit_liability) + prev(prepayment_unused) - security_applied, 0)",
		Note: "What is left of them is kept as damages for the broken contract: revenue when it ends."},
	{Name: "lease.written_off", Unit: "USD", Formula: "bills_unpaid - security_applied",
		Note: "Bills that nobody pays, under either accounting choice."},
	{Name: "lease.guarantor_cash_paid", Unit: "USD", Formula: "when(backstop, lag(backstop_billed, payment_delay), 0)",
		Note: "The guarantor pays on the terms of the lease."},
	{Name: "lease.cash_received", Unit: "USD", Formula: "bills_paid + prepayment_received - prepayment_refunded + deposit_received - deposit_returned",
		Note: "All cash from the tenant, its guarantor and the tenant that follows; negative where more is returned than paid."},
	{Name: "lease.receivable", Unit: "USD", Formula: "prev(receivable) + invoiced - bills_paid - bills_unpaid",
		Note: "Billed and not yet paid."},
}

// Revenue by the accounting choice, and the balances that it leaves.
var leaseRevenueRows = []language.Row{
	{Name: "lease.accounting_end", Unit: "month", Formula: "when(cancellable, min(term_end, start + bound_months), term_end)",
		Note: "First month after the term that counts in the accounts: of a contract that can be cancelled, only the period in which both sides are bound; after it each month is its own contract."},
	{Name: "lease.straight_lined", Unit: "bool", Formula: "month >= start && month < accounting_end",
		Note: "The month lies in an accounting term. A renewal that cannot be cancelled is a term of its own."},
	{Name: "lease.benefit_of_full_month", Unit: "1",
		Formula: `pick(price_basis, gpu_hour: gpus_agreed * ramp * hours / GPU(1) / h(1), fee: ramp,
    kilowatt_month: megawatts_agreed * ramp / MW(1))`,
		Note: "What the tenant can use in a whole month, in the measure that it pays by."},
	{Name: "lease.benefit", Unit: "1", Formula: `when(straight_lined, benefit_of_full_month * month_share *
    when(reduced_fee_is_discount || month - start < free_months, 1, fee_due_share), 0)`,
		Note: "What the tenant has the use of in the month, as capacity times time. Straight-line means evenly over this (ASC 842-30-25-11(a), ASC 606-10-25-31). A fee that is reduced for a ramp pays for less use; one that is reduced as a discount does not."},
	{Name: "lease.accounted_fee_beyond", Unit: "USD",
		Formula: "fee_beyond * accounting_share_beyond",
		Note:    "Of the fee after the scenario, what falls within the term that is accounted for."},
	{Name: "lease.fee_of_term_ahead", Unit: "USD", Formula: `when(straight_lined, fee_fixed + when(month + month(1) == accounting_end, 0,
    next(fee_of_term_ahead, fee_beyond * accounting_share_beyond)), 0)`,
		Note: "Fixed fees from this month to the end of the accounting term."},
	{Name: "lease.benefit_ahead", Unit: "1", Formula: `when(straight_lined, benefit + when(month + month(1) == accounting_end, 0, next(benefit_ahead,
    benefit / month_share * month_beyond * (accounting_end - month - month(1)) / months)), 0)`,
		Note: "Use from this month to the end of the accounting term."},
	{Name: "lease.accounting_share_beyond", Unit: "1", Formula: `when(accounting_end < term_end && term_end - month > month(1),
    (accounting_end - month - month(1)) / (term_end - month - month(1)), 1)`,
		Note: "Part of the fees beyond the scenario that the accounting term takes in, by months."},
	{Name: "lease.straight_line_rate", Unit: "USD", Formula: `when(month == max(0, start) || month == last_month + month(1),
    when(benefit_ahead > 0, fee_of_term_ahead / benefit_ahead, 0), prev(straight_line_rate))`,
		Note: "Average fixed fee for a unit of use, fixed at the start of each accounting term."},
	{Name: "lease.straight_line_adjustment", Unit: "USD", Formula: "when(active && straight_lined, (straight_line_rate * benefit - fee_fixed) * take_or_pay, 0)",
		Note: "Straight-line fee less contracted fee, for the part that is fixed whatever the tenant uses; zero in sum over an accounting term. The index, power, usage above the floor and credits for missing capacity are recognised as they arise."},
	{Name: "lease.straight_line_asset", Unit: "USD", Formula: "when(ends_now, 0, prev(straight_line_asset) + straight_line_adjustment)",
		Note: "Recognised ahead of billing (a contract asset or straight-line rent receivable); a liability where negative. An early end takes it off the books."},
	{Name: "lease.discount_factor", Unit: "1", Formula: "pow(1 + financing_rate, -1 / 12)",
		Note: "Of one month: (1 + rate) to the power of -1/12."},
	{Name: "lease.fee_present_value", Unit: "USD", Formula: `fee_fixed * index + when(month == last_month, 0,
    next(fee_present_value, fee_beyond * index * discount_to_middle(term_end)) * discount_factor)`,
		Note: "Remaining fees of the term, discounted month by month; what lies beyond the scenario is discounted to the middle of that time."},
	{Name: "lease.prepayment_has_financing", Unit: "bool", Formula: "accounting == accounting.asc606 && !cancellable && term_end - start > month(12)",
		Note: "A prepayment for more than a year lends to the operator (ASC 606-10-32-15 to 32-18). What can be cancelled is refundable at its nominal amount; ASC 842 knows no such component for an operating lease."},
	{Name: "lease.prepayment_uplift", Unit: "1", Formula: `when(paid_at_signing && prepayment_has_financing && fee_present_value > 0,
    fee_remaining / fee_present_value,
    when(prev(prepayment_uplift) > 0, prev(prepayment_uplift), 1))`,
		Note: "Revenue for each dollar credited, so that the interest that accrues on the prepayment is earned back in proportion to the fees."},
	{Name: "lease.financing_interest", Unit: "USD", Formula: "when(prepayment_has_financing, prev(prepayment_carried) * (1 / discount_factor - 1), 0)",
		Note: "Interest that accretes on the prepayment: an expense without cash, offset by revenue over the term."},
	{Name: "lease.prepayment_carried", Unit: "USD", Formula: `when(ends_now, 0, prev(prepayment_carried) + prepayment_received + financing_interest -
    prepayment_credit * prepayment_uplift)`,
		Note: "The prepayment as the books carry it, with its interest."},
	{Name: "lease.deferred_revenue", Unit: "USD", Formula: "when(cancellable, 0, prepayment_carried)",
		Note: "A prepayment that the tenant cannot take back: contract liability (ASC 606-10-45-2) or deferred rent."},
	{Name: "lease.refund_liability", Unit: "USD", Formula: "when(cancellable, prepayment_carried, 0)",
		Note: "A prepayment that would be returned if either side left is no deferred revenue (ASC 606-10-32-10). The small part that falls within the notice is not split off."},
	{Name: "lease.end_income", Unit: "USD", Formula: `when(ends_now, prev(prepayment_carried) + financing_interest - prev(prepayment_unused) +
    security_forfeited - when(accounting == accounting.asc842, written_off, 0) -
    when(credit_loss_on_asset, 0, prev(straight_line_asset)), 0)`,
		Note: "Revenue that the end of the lease adds or takes back: forfeited security, interest not yet earned back, the straight-line balance. Under ASC 842 unpaid rent reverses income (842-30-25-12 and -13); under ASC 606 it is a credit loss instead."},
	{Name: "lease.credit_loss_on_asset", Unit: "bool", Formula: "accounting == accounting.asc606 && defaults_now && prev(straight_line_asset) > 0",
		Note: "A contract asset that the default makes worthless is a credit loss too (ASC 326-20)."},
	{Name: "lease.bad_debt", Unit: "USD", Formula: `when(accounting == accounting.asc606, written_off, 0) +
    when(credit_loss_on_asset, prev(straight_line_asset), 0)`,
		Note: "Credit losses: an expense under ASC 606; under ASC 842 the lessor takes them off its income, so that this is zero."},
	{Name: "lease.revenue", Unit: "USD", Formula: `fee_billed + power_recovered + relet_revenue + backstop_billed + straight_line_adjustment +
    when(prepaid_share > 0, prepayment_credit * (prepayment_uplift - 1), 0) + end_income`,
		Note: "Recognised by the accounting choice: fixed fees straight-lined over the enforceable term, the rest as it is billed. A guarantor's payments count month by month as they fall due: for the months ahead they are a gain contingency (ASC 450-30-25-1)."},
	{Name: "lease.term_present_value", Unit: "USD", Formula: `when(straight_lined, fee_fixed + when(month + month(1) == accounting_end, 0,
    next(term_present_value, accounted_fee_beyond * discount_to_middle(accounting_end)) *
    discount_factor), 0)`,
		Note: "Fixed fees of the accounting term, discounted to the end of this month."},
	{Name: "lease.takes_up_asset", Unit: "bool",
		Formula: `accounting_end - max(0, start) >= 0.75 * asset_life * month(12) / year(1) ||
    term_present_value * take_or_pay * discount_factor >= 0.9 * asset_fair_value * gpus_agreed`,
		Note: "The term takes up 75 % of the asset's life, or the fixed fees 90 % of its value."},
	{Name: "lease.sales_type", Unit: "bool", Formula: `when(month == max(0, start), accounting == accounting.asc842 && gpus_agreed > 0 && takes_up_asset,
    prev(sales_type))`,
		Note: "At its start the lease meets a sales-type test of ASC 842-10-25-2: the term takes up 75 % of the equipment's remaining life, or the payments that are due however little is used are worth 90 % of its fair value (variable ones by usage are left out, ASC 842-10-30-5 and -6). A flag only: the model goes on to account for an operating lease."},
}
