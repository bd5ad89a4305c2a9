package model

// The operator's income tax as a US corporation, with the calendar year as tax
// year. Amounts "of this year so far" are sums from January, as the limits on
// interest and losses apply to years.

// What is placed in service, by tax class and convention.
var propertyRows = []Row{
	{Name: "operator.tax_rate", Unit: "1", Kind: Monthly, Percent: true, Formula: "when(taxes, federal_tax_rate + state_tax_rate * (1 - federal_tax_rate), 0)",
		Note: "Both rates; state tax is deductible from federal income."},
	{Name: "operator.own_five_year_property", title: "Five-year property of own investment", Unit: "USD", Kind: Flow, Formula: "when(depreciate_new_capital, capital_gone_live * short_lived_share, 0)",
		Note: "Servers and network in what the operator spends itself."},
	{Name: "operator.own_fifteen_year_property", title: "Fifteen-year property of own investment and buildings", Unit: "USD", Kind: Flow, Formula: `buildings_gone_live * accelerated_building_share +
    when(depreciate_new_capital, capital_gone_live * (1 - short_lived_share), 0)`,
		Note: "The rest of that, and equipment in the buildings."},
	{Name: "operator.five_year_property", title: "Five-year property", Unit: "USD", Kind: Flow, Formula: "servers_gone_live + own_five_year_property",
		Note: "Placed in service: servers, network, satellites (Pub 946, asset classes 00.12 and 48; satellites launched from the United States keep the class, IRC 168(g)(4)(L))."},
	{Name: "operator.fifteen_year_property", title: "Fifteen-year property", Unit: "USD", Kind: Flow, Formula: "plant_purchases + own_fifteen_year_property",
		Note: "Placed in service: generators, cooling towers and land improvements."},
	{Name: "operator.real_property", Unit: "USD", Kind: Flow, Formula: "buildings_gone_live * (1 - accelerated_building_share)",
		Note: "Placed in service: the shell, nonresidential real property."},
	{Name: "operator.property_to_year_end", title: "Property to the end of the year", Unit: "USD", Kind: Opening, Formula: `five_year_property + fifteen_year_property +
    when(month_of_year == 12, 0, ahead(property_to_year_end))`,
		Note: "Placed in service from this month to December; real property does not count for the mid-quarter test."},
	{Name: "operator.months_not_seen", Unit: "1", Kind: Opening, Formula: `when(month < month(1) && depreciate_new_capital && opening_fixed_assets > 0,
    min(12, month_of_year - 1 + floor(capital_go_live_delay / month(1))), 0)`,
		Note: "Months of the first calendar year in which what went live was spent before the scenario: those before it, and the time to go-live. None for a company that has no assets yet."},
	{Name: "operator.property_of_year", Unit: "USD", Kind: Balance, Formula: `when(month_of_year == 1 && month > month(0), property_to_year_end,
    prev(property_of_year, property_to_year_end + own_capital_expenditure * months_not_seen))`,
		Note: "Placed in service in the calendar year; for the test, months not seen count at the first month's own spending."},
	{Name: "operator.last_quarter_to_year_end", title: "Property of the last quarter to the end of the year", Unit: "USD", Kind: Opening, Formula: `when(month_of_year >= 10, five_year_property + fifteen_year_property, 0) +
    when(month_of_year == 12, 0, ahead(last_quarter_to_year_end))`,
		Note: "Placed in service in October to December, from this month on."},
	{Name: "operator.last_quarter_property", title: "Property of the last quarter", Unit: "USD", Kind: Balance, Formula: `when(month_of_year == 1 && month > month(0), last_quarter_to_year_end, prev(last_quarter_property,
    last_quarter_to_year_end + own_capital_expenditure * max(0, months_not_seen - 9)))`,
		Note: "Placed in service in October to December of the calendar year, counted alike."},
	{Name: "operator.mid_quarter", title: "Mid-quarter convention", Unit: "bool", Kind: Flag, Formula: "last_quarter_property > 0.4 * property_of_year",
		Note: "More than 40 % of the year's property is placed in service in its last quarter: the mid-quarter convention is mandatory (IRC 168(d)(3)). The test counts cost before bonus depreciation (Pub 946)."},
	{Name: "operator.bonus_rate", Unit: "1", Kind: Monthly, Percent: true, Formula: `when(bonus_depreciation, when(cum(days) - day(1) - order_lead >= full_bonus_from, 1,
    clamp((year(2027) - year) / year(5), 0, 1)), 0)`,
		Note: "Share written off at once: all if ordered from the date of full bonus on; else 80 % if placed in service in 2023, 60 % in 2024, 40 % in 2025, 20 % in 2026, nothing after (IRC 168(k)(6) before the act of 4 July 2025)."},
	{Name: "operator.five_year_basis", title: "Five-year basis", Unit: "USD", Kind: Flow, Formula: "five_year_property * (1 - bonus_rate)",
		Note: "Cost that the five-year table spreads."},
	{Name: "operator.fifteen_year_basis", title: "Fifteen-year basis", Unit: "USD", Kind: Flow, Formula: "fifteen_year_property * (1 - bonus_rate)",
		Note: "Cost that the fifteen-year table spreads."},
}

// Tax depreciation, taxable income with its limits, current and deferred tax.
var incomeTaxRows = []Row{
	{Name: "operator.bonus", Unit: "USD", Kind: Flow, Formula: "(five_year_property + fifteen_year_property) * bonus_rate",
		Note: "Bonus depreciation, in the month of service."},
	{Name: "operator.real_property_recovery", Unit: "USD", Kind: Flow, Formula: "(cum(real_property) - real_property / 2) * months / month(468)",
		Note: "39 years straight-line, half of the first month (mid-month convention, Pub 946 Table A-7a, before its rounding)."},
	{Name: "operator.cost_recovery", Unit: "USD", Kind: Flow, Formula: `when(taxes, bonus + five_year_first_year + fifteen_year_first_year + real_property_recovery +
    (five_year_earlier + fifteen_year_earlier) * months / month(12) +
    reported_depreciation * opening_tax_basis, 0)`,
		Note: "Tax depreciation without capitalised interest; none where there is no tax. A year's amount for property of earlier years is spread over its months, that of the year's own property falls in the month of service."},
	{Name: "operator.tax_depreciation", Unit: "USD", Kind: Flow, Formula: "cost_recovery + interest_depreciation",
		Note: "Tax depreciation. Capitalised interest is deducted as in the books (IRC 263A(f) capitalises it too)."},
	{Name: "operator.adjusted_taxable_income", Unit: "USD", Kind: Balance, Formula: `when(month_of_year == 1, 0, prev(adjusted_taxable_income)) + operating_income + depreciation +
    disposal_loss - tax_disposal_loss - commitment_fees -
    when(year >= year(2022) && year < year(2025), tax_depreciation, 0)`,
		Note: "This year so far, before interest and depreciation; in 2022 to 2024 after depreciation (IRC 163(j)(8)(A)(v))."},
	{Name: "operator.business_interest", Unit: "USD", Kind: Balance, Formula: "when(month_of_year == 1, 0, prev(business_interest)) + interest_expense - commitment_fees",
		Note: "Interest expense of this year so far, without commitment fees, which the final regulations leave out (T.D. 9905 of 2020)."},
	{Name: "operator.business_interest_income", Unit: "USD", Kind: Balance, Formula: "when(month_of_year == 1, 0, prev(business_interest_income)) + interest_income",
		Note: "Interest income of this year so far."},
	{Name: "operator.interest_carried_in", Unit: "USD", Kind: Balance, Formula: "when(month_of_year == 1, prev(interest_carried_forward), prev(interest_carried_in))",
		Note: "Interest of earlier years that could not be deducted."},
	{Name: "operator.interest_deducted", Unit: "USD", Kind: Balance, Formula: `min(business_interest + interest_carried_in,
    business_interest_income + 0.3 * max(0, adjusted_taxable_income))`,
		Note: "Of this year so far: at most interest income and 30 % of adjusted taxable income (IRC 163(j)(1))."},
	{Name: "operator.interest_carried_forward", Unit: "USD", Kind: Balance, Formula: "interest_carried_in + business_interest - interest_deducted",
		Note: "Interest that later years may deduct, without limit of time (IRC 163(j)(2))."},
	{Name: "operator.taxable_operations", Unit: "USD", Kind: Balance, Formula: `when(month_of_year == 1, 0, prev(taxable_operations)) + operating_income + depreciation +
    disposal_loss - tax_depreciation - tax_disposal_loss + interest_income - commitment_fees`,
		Note: "Taxable income of this year so far, before interest expense and losses of earlier years. Revenue and stock compensation are taxed as in the books."},
	{Name: "operator.taxable_before_losses", Unit: "USD", Kind: Balance, Formula: "taxable_operations - interest_deducted",
		Note: "Taxable income of this year so far, before losses of earlier years."},
	{Name: "operator.losses_carried_in", Unit: "USD", Kind: Balance, Formula: `when(month_of_year == 1, prev(losses_carried_forward, opening_tax_losses),
    prev(losses_carried_in, opening_tax_losses))`,
		Note: "Tax losses of earlier years."},
	{Name: "operator.losses_used", Unit: "USD", Kind: Balance, Formula: "min(losses_carried_in, 0.8 * max(0, taxable_before_losses))",
		Note: "Of this year so far: at most 80 % of taxable income (IRC 172(a)(2))."},
	{Name: "operator.losses_carried_forward", Unit: "USD", Kind: Balance, Formula: "losses_carried_in - losses_used + max(0, -taxable_before_losses)",
		Note: "Tax losses that later years may use."},
	{Name: "operator.tax_of_year", title: "Tax of the year so far", Unit: "USD", Kind: Balance, Formula: "tax_rate * (max(0, taxable_before_losses) - losses_used)",
		Note: "Tax on the income of this year so far."},
	{Name: "operator.current_tax", Unit: "USD", Kind: Flow, Formula: "tax_of_year - when(month_of_year == 1, 0, prev(tax_of_year))",
		Note: "Tax on this month's part of the year's income; negative where a later loss takes it back."},
	{Name: "operator.tax_paid", Unit: "USD", Kind: Flow, Formula: `when(month_of_year == 12, tax_of_year - prev(tax_paid_of_year), when(instalment_share > 0,
    max(0, instalment_share * prev(tax_estimate) - prev(tax_paid_of_year)), 0))`,
		Note: "The year's tax is settled in December. Before that, where it is estimated, what the instalments due so far lack; too much paid comes back in December."},
	{Name: "operator.tax_owed", title: "Tax owed, net", Unit: "USD", Kind: Balance, Formula: "prev(tax_owed) + current_tax - tax_paid",
		Note: "Accrued and not yet paid; negative is paid ahead."},
	{Name: "operator.tax_payable", Unit: "USD", Kind: Balance, Formula: "when(tax_payments == tax_payments.yearly, tax_owed, max(0, tax_owed))",
		Note: "Accrued and not yet paid."},
	{Name: "operator.tax_prepaid", title: "Prepaid tax", Unit: "USD", Kind: Balance, Formula: "when(tax_payments == tax_payments.yearly, 0, max(0, -tax_owed))",
		Note: "Instalments above the tax accrued."},
	{Name: "operator.fixed_asset_difference", Unit: "USD", Kind: Balance, Formula: `prev(fixed_asset_difference, opening_fixed_assets * (1 - opening_tax_basis)) + tax_depreciation -
    depreciation + tax_basis_retired - book_retired`,
		Note: "Book value of depreciated assets above their tax basis."},
	{Name: "operator.deferred_tax_gross", title: "Deferred tax before allowance", Unit: "USD", Kind: Balance, Formula: "tax_rate * (losses_carried_forward + interest_carried_forward - fixed_asset_difference)",
		Note: "Deferred tax before a valuation allowance: an asset, or negative a liability."},
	{Name: "operator.deferred_tax_net", title: "Deferred tax balance", Unit: "USD", Kind: Balance, Formula: "when(valuation_allowance, min(0, deferred_tax_gross), deferred_tax_gross)",
		Note: "Deferred tax in the balance sheet: an asset, or negative a liability."},
	{Name: "operator.opening_deferred_tax", title: "Deferred tax at the start", Unit: "USD", Kind: Opening, Formula: `when(valuation_allowance,
    min(0, tax_rate * (opening_tax_losses - opening_fixed_assets * (1 - opening_tax_basis))),
    tax_rate * (opening_tax_losses - opening_fixed_assets * (1 - opening_tax_basis)))`,
		Note: "The same when the scenario begins."},
	{Name: "operator.deferred_tax", title: "Deferred tax", Unit: "USD", Kind: Flow, Formula: "prev(deferred_tax_net, opening_deferred_tax) - deferred_tax_net",
		Note: "Deferred tax expense; negative is a benefit."},
	{Name: "operator.unlevered_income", Unit: "USD", Kind: Balance, Formula: `when(month_of_year == 1, 0, prev(unlevered_income)) + adjusted_ebitda - stock_compensation -
    cost_recovery - tax_disposal_loss`,
		Note: "Taxable income of this year so far as if there were no debt and no cash."},
	{Name: "operator.unlevered_losses_carried_in", Unit: "USD", Kind: Balance, Formula: `when(month_of_year == 1, prev(unlevered_losses, opening_tax_losses),
    prev(unlevered_losses_carried_in, opening_tax_losses))`,
		Note: "Tax losses of earlier years as if there were no debt."},
	{Name: "operator.unlevered_losses", Unit: "USD", Kind: Balance, Formula: `unlevered_losses_carried_in - min(unlevered_losses_carried_in, 0.8 * max(0, unlevered_income)) +
    max(0, -unlevered_income)`,
		Note: "Tax losses that later years could use."},
	{Name: "operator.unlevered_tax_of_year", title: "Tax of the year so far, without debt", Unit: "USD", Kind: Balance, Formula: `tax_rate *
    (max(0, unlevered_income) - min(unlevered_losses_carried_in, 0.8 * max(0, unlevered_income)))`,
		Note: "Tax on the income of this year so far as if there were no debt and no cash."},
	{Name: "operator.unlevered_tax_paid", Unit: "USD", Kind: Flow, Formula: `when(month_of_year == 12, unlevered_tax_of_year - prev(unlevered_paid_of_year),
    when(instalment_share > 0,
    max(0, instalment_share * prev(unlevered_estimate) - prev(unlevered_paid_of_year)), 0))`,
		Note: "Tax that would be paid without debt: for the sizing of debt and for valuation."},
}

// Estimated tax of a corporation: a quarter of the year's tax by the 15th of April,
// June, September and December (IRC 6655(c) and (d)), where the year's tax is that on
// the income so far, taken for the whole year: of the first three months for the first
// two, of six and of nine for the others (annualised income, IRC 6655(e)(2)). What is
// still lacking falls due in December here, by law on 15 April.
var instalmentRows = []Row{
	{Name: "operator.instalment_share", title: "Instalments due so far", Unit: "1", Kind: Monthly, Percent: true, Formula: `when(tax_payments == tax_payments.yearly, 0, when(month_of_year == 4, 0.25,
    when(month_of_year == 6, 0.5, when(month_of_year == 9, 0.75, 0))))`,
		Note: "Of the year's estimated tax, in the months in which one is due before December's."},
	{Name: "operator.tax_months", title: "Months of the tax year so far", Unit: "1", Kind: Monthly, Formula: "when(month_of_year == 1, 1, prev(tax_months) + 1)",
		Note: "Of those in the scenario, this one included."},
	{Name: "operator.estimate_made", title: "The year's tax is estimated", Unit: "bool", Kind: Flag, Formula: `tax_payments == tax_payments.quarterly &&
    (month_of_year == 3 || month_of_year == 6 || month_of_year == 9)`,
		Note: "At the end of March, June and September."},
	{Name: "operator.tax_estimate", title: "Estimated tax of the year", Unit: "USD", Kind: Balance, Formula: `when(estimate_made, whole_year(tax_of_year), when(month_of_year == 1, 0, prev(tax_estimate)))`,
		Note: "Tax of the year so far, taken for all its months."},
	{Name: "operator.tax_paid_of_year", title: "Tax paid for the year so far", Unit: "USD", Kind: Balance, Formula: "when(month_of_year == 1, 0, prev(tax_paid_of_year)) + tax_paid",
		Note: "Instalments, and in December the rest."},
	{Name: "operator.unlevered_estimate", title: "Estimated tax of the year, without debt", Unit: "USD", Kind: Balance, Formula: `when(estimate_made, whole_year(unlevered_tax_of_year),
    when(month_of_year == 1, 0, prev(unlevered_estimate)))`,
		Note: "The same as if there were no debt and no cash."},
	{Name: "operator.unlevered_paid_of_year", title: "Tax paid for the year so far, without debt", Unit: "USD", Kind: Balance, Formula: "when(month_of_year == 1, 0, prev(unlevered_paid_of_year)) + unlevered_tax_paid",
		Note: "The same as if there were no debt and no cash."},
}
