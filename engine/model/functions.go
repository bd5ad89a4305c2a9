package model

import "rackonomics/engine/language"

// Functions are the formulas that rows share, each with a name of its own.
var Functions = []language.Function{
	{Name: "whole_months", Parameters: []language.Parameter{{Name: "life", Unit: "year"}}, Unit: "month",
		Formula: "floor(life * month(12) / year(1) + month(0.5))",
		Note:    "A life in years as whole months, rounded."},
	{Name: "straight_line", Parameters: []language.Parameter{{Name: "cost", Unit: "USD"}, {Name: "life", Unit: "month"}}, Unit: "USD",
		Formula: "vintage(cost, life) * months / life",
		Note:    "An equal part of what was spent in each month of its life, that of the spending in full."},
	{Name: "operator.capital_recovery", Parameters: []language.Parameter{{Name: "life", Unit: "year"}}, Unit: "1",
		Formula: `when(discount_rate > 0.0000001,
    monthly_discount_rate / (1 - pow(1 + discount_rate, -(life / year(1)))), year(1) / life / 12)`,
		Note: "Share of a price that each month of the life has to bring, at its end, so that the price is earned back with the discount rate."},
	{Name: "site.charged_in_advance", Parameters: []language.Parameter{{Name: "life", Unit: "year"}}, Unit: "1",
		Formula: `when(operator.discount_rate > 0.0000001, (1 - pow(1 + operator.discount_rate, -(1 / 12))) /
    (1 - pow(1 + operator.discount_rate, -(life / year(1)))), year(1) / life / 12)`,
		Note: "Share of a price that each month of the life has to bring, at its start, so that the price is earned back with the discount rate (annuity)."},
	{Name: "fleet.would_bring", Parameters: []language.Parameter{{Name: "share", Unit: "1"}}, Unit: "USD",
		Formula: `when(residual_basis == residual_basis.none || site.kind == site.kind.orbital, 0,
    gpus_installed * when(residual_basis == residual_basis.price, gpu_price, cost_when_new) * share)`,
		Note: "What the installed GPUs would bring if they were sold for a share of their cost; nobody buys them in orbit."},
	{Name: "fleet.residual_of_three_years", Parameters: []language.Parameter{{Name: "at", Unit: "month"}}, Unit: "1",
		Formula: `1 - lost_in_year(at, 1, residual_after_12_months, 0) -
    lost_in_year(at, residual_after_12_months, residual_after_24_months, 1) -
    lost_in_year(at, residual_after_24_months, residual_after_36_months, 2)`,
		Note: "What is left at an age of the value by the losses of the first three years."},
	{Name: "fleet.residual_at", Parameters: []language.Parameter{{Name: "at", Unit: "month"}}, Unit: "1",
		Formula: `clamp(residual_of_three_years(at) -
    lost_in_year(at, residual_after_36_months, residual_after_48_months, 3) -
    (residual_after_48_months - residual_after_60_months) * max(0, at / month(12) - 4), 0, 1)`,
		Note: "What is left at an age by all years; after five it goes on to fall as in the fifth, to nothing."},
	{Name: "fleet.years_to_earn", Parameters: []language.Parameter{{Name: "price", Unit: "USD/GPU/h"}}, Unit: "year",
		Formula: `when(price * h(8760) / year(1) > site.running_cost_of_a_year,
    unit_cost / (price * h(8760) / year(1) - site.running_cost_of_a_year), absent)`,
		Note: "Cost of a GPU over what it brings in a year of 8,760 hours at a price."},
	{Name: "fleet.lost_in_year", Parameters: []language.Parameter{{Name: "at", Unit: "month"}, {Name: "from", Unit: "1"}, {Name: "to", Unit: "1"}, {Name: "begin", Unit: "1"}}, Unit: "1",
		Formula: "(from - to) * clamp(at / month(12) - begin, 0, 1)",
		Note:    "Part of the value lost so far in the year that begins at that age in years, evenly over the year."},
	{Name: "fleet.unlikely", Parameters: []language.Parameter{{Name: "chance", Unit: "1/year"}}, Unit: "1",
		Formula: "pow(-2 * log(clamp(chance * year(1) / 12, 1e-12, 0.5)), 0.5)",
		Note:    "The chance of a month on a logarithmic scale, for the threshold below; at most one in two, and of none one in a million million."},
	{Name: "fleet.rare", Parameters: []language.Parameter{{Name: "tail", Unit: "1"}}, Unit: "1",
		Formula: `tail - (2.515517 + 0.802853 * tail + 0.010328 * tail * tail) /
    (1 + 1.432788 * tail + 0.189269 * tail * tail + 0.001308 * tail * tail * tail)`,
		Note: "Normal quantile that a draw exceeds with that chance (Abramowitz and Stegun 26.2.23, error below 0.00045)."},
	{Name: "site.progress", Parameters: []language.Parameter{{Name: "at", Unit: "month"}}, Unit: "1",
		Formula: "clamp(at / max(month(1), floor(construction_months)), 0, 1)",
		Note:    "Part of the time of building that has passed after so many months of it."},
	{Name: "site.built", Parameters: []language.Parameter{{Name: "at", Unit: "month"}}, Unit: "1",
		Formula: `pick(construction_shape, given: 0, even: progress(at),
    s_curve: progress(at) * progress(at) * (3 - 2 * progress(at)),
    milestones: paid_by_then(progress(at)))`,
		Note: "Part of the total that is paid after so many months of building. The S-curve is 3x² − 2x³: slow, fast in the middle, slow."},
	{Name: "site.paid_by_then", Parameters: []language.Parameter{{Name: "at", Unit: "1"}}, Unit: "1",
		Formula: `when(at >= 1, 1, min(1, when(at > 0, paid_at_order, 0) + when(at >= 0.25, paid_at_quarter, 0) +
    when(at >= 0.5, paid_at_half, 0) + when(at >= 0.75, paid_at_three_quarters, 0)))`,
		Note: "Milestones reached when so much of the time of building has passed; the rest is paid at its end."},
	{Name: "operator.whole_year", Parameters: []language.Parameter{{Name: "so_far", Unit: "USD"}}, Unit: "USD",
		Formula: "so_far * (tax_months + 12 - month_of_year) / tax_months",
		Note:    "An amount of the tax year so far, taken for all its months in the scenario."},
	{Name: "source.served_in_order", Parameters: []language.Parameter{{Name: "power", Unit: "MW"}, {Name: "demand", Unit: "MW"}}, Unit: "MW",
		Formula: "min(power, max(0, demand - before(power)))",
		Note:    "Sources serve in the order of the scenario (merit order); a later one delivers what the earlier ones cannot."},
	{Name: "site.eclipsed", Parameters: []language.Parameter{{Name: "from", Unit: "km"}, {Name: "rise", Unit: "km"}, {Name: "share", Unit: "1"}, {Name: "fall", Unit: "1"}}, Unit: "1",
		Formula: "share - (altitude - from) / rise * fall",
		Note:    "The line through the share of the year in shadow at one altitude that falls by so much over the rise."},
	{Name: "site.surviving", Parameters: []language.Parameter{{Name: "left", Unit: "satellite"}, {Name: "survival", Unit: "1"}}, Unit: "satellite",
		Formula: `when(satellites_charged > 0, left * pow(survival, 1 / 12) + satellites_launched -
    lag(satellites_launched, satellite_life_months) *
    pow(survival, satellite_life_months / month(12)), 0)`,
		Note: "What is left of the month before, by the share that survives a year, with those launched and without those at the end of their life."},
	{Name: "company.priced_after", Parameters: []language.Parameter{{Name: "start", Unit: "day"}}, Unit: "day",
		Formula: "exchange_day(start + ceil(roadshow))",
		Note:    "Day of the pricing, at the end of a roadshow that starts then."},
	{Name: "lease.exit_by_notice", Parameters: []language.Parameter{{Name: "given", Unit: "month"}}, Unit: "month",
		Formula: `when(notice_within_minimum, max(given + notice_months, start + minimum_term),
    max(given, start + minimum_term) + notice_months)`,
		Note: "First month without the lease if notice is given then: the notice runs within the minimum term or after it."},
}

// Tables are the numbers that rows look up.
var Tables = []language.Table{fiveYearRecovery, fifteenYearRecovery}
