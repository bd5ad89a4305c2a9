package model

// What is retired leaves the books: by the share of its things that goes, as old
// as the others are. It is sold for its residual value where one is counted, else
// written off (ASC 360-10-35-47, 360-10-40-5). For tax what its cost has not
// recovered yet is deducted with it (IRC 165, Pub 946): of property of earlier
// years the half year's recovery of the year of disposal and the rest of the basis
// are one deduction, so the convention of that year changes nothing.
//
// "Kept" is what is left of the first things. Divided by it, additions of any
// month lose the same shares from then on.
var disposalRows = []Row{
	{Name: "fleet.kept_of_last_month", Unit: "1", Kind: Monthly, Percent: true, Formula: `when(prev(gpus_installed) > gpus_installed, gpus_installed / prev(gpus_installed), 1) *
    site.gpus_kept_of_last_month`,
		Note: "GPUs that are neither retired nor lost in orbit, of those of the month before."},
	{Name: "fleet.kept", Unit: "1", Kind: Balance, Percent: true, Formula: "prev(kept, 1) * max(0.000000000001, kept_of_last_month)",
		Note: "Of the first GPUs, those that are still there; never quite none, as others may follow."},
	{Name: "fleet.book_life", Unit: "month", Kind: Balance, Formula: `min(whole_months(operator.server_life), when(site.kind == site.kind.orbital,
    site.satellite_life_months,
    when(replaced, whole_months(service_life), whole_months(operator.server_life))))`,
		Note: "Months over which they are depreciated: no more than until they are replaced, or in orbit than a satellite serves."},
	{Name: "fleet.depreciation", Unit: "USD", Kind: Flow, Formula: `when(gpus_installed > 0, min(prev(book_value) * kept_of_last_month + gone_live,
    kept * straight_line(gone_live / kept, book_life)), 0)`,
		Note: "Straight-line, from the month of service, of the GPUs that are left."},
	{Name: "fleet.book_retired", title: "Book value of retired GPUs", Unit: "USD", Kind: Flow, Formula: "prev(book_value) * (1 - kept_of_last_month)",
		Note: "Taken off the books in the first month without them."},
	{Name: "fleet.book_value", Unit: "USD", Kind: Balance, Formula: "prev(book_value) + gone_live - depreciation - book_retired",
		Note: "Of the GPUs bought in the scenario and in service. Those from before it are in the assets of the start."},
	{Name: "fleet.sold", title: "Sale of retired GPUs", Unit: "USD", Kind: Flow, Formula: `when(residual_basis != residual_basis.none && prev(gpus_installed) > gpus_installed,
    prev(residual_value) * (1 - gpus_installed / prev(gpus_installed)), 0)`,
		Note: "Retired GPUs bring the residual value of the month before; nothing where none is counted."},
	{Name: "fleet.gpus_without_cost", title: "GPUs without a cost of their own", Unit: "GPU", Kind: Balance, Formula: `max(0, prev(gpus_without_cost, when(go_live < 0, gpus_installed, 0)) * kept_of_last_month -
    gpus_replaced) + when(deliveries_gone_live > 0, 0, gpus_started)`,
		Note: "From before the scenario, or paid by the operator's own spending."},
	{Name: "fleet.sold_without_cost", title: "Sale of GPUs without a cost of their own", Unit: "USD", Kind: Flow, Formula: `when(residual_basis != residual_basis.none && sold > 0,
    sold * prev(gpus_without_cost) / prev(gpus_installed), 0)`,
		Note: "Their part of the sale."},
	{Name: "fleet.recovery_of_earlier_years", Unit: "USD", Kind: Monthly, Formula: `when(gpus_installed > 0, kept * vintage(gone_live * (1 - operator.bonus_rate) / kept,
    month_of_year == 1, 1, 5, age: lookup(five_year_recovery, age, operator.recovery_convention)),
    0)`,
		Note: "Recovered in this calendar year of GPUs of earlier years, of those that are left."},
	{Name: "fleet.tax_basis", Unit: "USD", Kind: Balance, Formula: `prev(tax_basis) * kept_of_last_month + gone_live * (1 - operator.bonus_rate) *
    (1 - lookup(five_year_recovery, 0, operator.recovery_convention)) -
    recovery_of_earlier_years * months / month(12)`,
		Note: "Cost of the GPUs that tax has yet to recover."},
	{Name: "fleet.tax_basis_retired", title: "Tax basis of retired GPUs", Unit: "USD", Kind: Flow, Formula: "prev(tax_basis) * (1 - kept_of_last_month)",
		Note: "What tax had yet to recover of them."},

	{Name: "source.kept_of_last_month", Unit: "1", Kind: Monthly, Percent: true, Formula: "when(prev(installed) > installed, installed / prev(installed), 1)",
		Note: "Capacity that is not retired, of that of the month before."},
	{Name: "source.kept", Unit: "1", Kind: Balance, Percent: true, Formula: "prev(kept, 1) * max(0.000000000001, kept_of_last_month)",
		Note: "Of the first capacity, what is still there."},
	{Name: "source.depreciation", Unit: "USD", Kind: Flow, Formula: `when(installed > 0, min(prev(book_value) * kept_of_last_month + purchases,
    kept * straight_line(purchases / kept, whole_months(operator.plant_life))), 0)`,
		Note: "Straight-line, from the go-live."},
	{Name: "source.book_retired", title: "Book value of retired plant", Unit: "USD", Kind: Flow, Formula: "prev(book_value) * (1 - kept_of_last_month)",
		Note: "Taken off the books in the first month without it."},
	{Name: "source.book_value", Unit: "USD", Kind: Balance, Formula: "prev(book_value) + purchases - depreciation - book_retired",
		Note: "Of what is bought in the scenario."},
	{Name: "source.recovery_of_earlier_years", Unit: "USD", Kind: Monthly, Formula: `when(installed > 0, kept * vintage(purchases * (1 - operator.bonus_rate) / kept, month_of_year == 1,
    1, 15, age: lookup(fifteen_year_recovery, age, operator.recovery_convention)), 0)`,
		Note: "Recovered in this calendar year of plant of earlier years."},
	{Name: "source.tax_basis", Unit: "USD", Kind: Balance, Formula: `prev(tax_basis) * kept_of_last_month + purchases * (1 - operator.bonus_rate) *
    (1 - lookup(fifteen_year_recovery, 0, operator.recovery_convention)) -
    recovery_of_earlier_years * months / month(12)`,
		Note: "Cost that tax has yet to recover."},
	{Name: "source.tax_basis_retired", title: "Tax basis of retired plant", Unit: "USD", Kind: Flow, Formula: "prev(tax_basis) * (1 - kept_of_last_month)",
		Note: "What tax had yet to recover of it."},

	{Name: "site.gpus_kept_of_last_month", Unit: "1", Kind: Monthly, Percent: true, Formula: "when(kind == kind.orbital, pow((1 - satellite_loss) * (1 - orbital_gpu_loss), 1 / 12), 1)",
		Note: "Share of the GPUs in orbit that a month leaves."},
	{Name: "site.satellites_kept_of_last_month", Unit: "1", Kind: Monthly, Percent: true, Formula: "when(kind == kind.orbital, pow(1 - satellite_loss, 1 / 12), 1)",
		Note: "Share of the satellites that a month leaves."},
	{Name: "site.satellites_kept", Unit: "1", Kind: Balance, Percent: true, Formula: "prev(satellites_kept, 1) * satellites_kept_of_last_month",
		Note: "Of the first satellites, those that would be left."},
	{Name: "site.satellite_depreciation", title: "Depreciation of satellites", Unit: "USD", Kind: Flow, Formula: `min(prev(satellite_book_value) * satellites_kept_of_last_month + orbital_purchases,
    satellites_kept * straight_line(orbital_purchases / satellites_kept,
    min(whole_months(operator.server_life), satellite_life_months)))`,
		Note: "Straight-line, from the month of launch, of those that are left; over no more than their life."},
	{Name: "site.satellite_book_retired", title: "Book value of lost satellites", Unit: "USD", Kind: Flow, Formula: "prev(satellite_book_value) * (1 - satellites_kept_of_last_month)",
		Note: "Written off in the month of the loss."},
	{Name: "site.satellite_book_value", title: "Book value of satellites", Unit: "USD", Kind: Balance, Formula: "prev(satellite_book_value) + orbital_purchases - satellite_depreciation - satellite_book_retired",
		Note: "With their launch."},
	{Name: "site.satellite_recovery_of_earlier_years", Unit: "USD", Kind: Monthly, Formula: `satellites_kept * vintage(orbital_purchases * (1 - operator.bonus_rate) / satellites_kept,
    month_of_year == 1, 1, 5, age: lookup(five_year_recovery, age, operator.recovery_convention))`,
		Note: "Recovered in this calendar year of satellites of earlier years."},
	{Name: "site.satellite_tax_basis", title: "Tax basis of satellites", Unit: "USD", Kind: Balance, Formula: `prev(satellite_tax_basis) * satellites_kept_of_last_month + orbital_purchases *
    (1 - operator.bonus_rate) * (1 - lookup(five_year_recovery, 0, operator.recovery_convention)) -
    satellite_recovery_of_earlier_years * months / month(12)`,
		Note: "Cost that tax has yet to recover."},
	{Name: "site.satellite_tax_basis_retired", title: "Tax basis of lost satellites", Unit: "USD", Kind: Flow, Formula: "prev(satellite_tax_basis) * (1 - satellites_kept_of_last_month)",
		Note: "What tax had yet to recover of them."},

	{Name: "operator.disposal_proceeds", title: "Sale of retired assets", Unit: "USD", Kind: Flow, Formula: "sum(fleet.sold + fleet.replaced_sold)",
		Note: "What retired and replaced GPUs bring: an investing cash flow (ASC 230-10-45-12)."},
	{Name: "operator.opening_assets_sold", title: "Assets of the start, sold", Unit: "USD", Kind: Flow, Formula: `min(sum(fleet.sold_without_cost + fleet.replaced_without_cost),
    prev(opening_assets_left, opening_fixed_assets) - reported_depreciation)`,
		Note: "What GPUs bring whose cost is not their fleet's is taken off the assets of the start, so that it is no gain while those last."},
	{Name: "operator.book_retired", title: "Book value of retired assets", Unit: "USD", Kind: Flow, Formula: `sum(fleet.book_retired) + sum(source.book_retired) + sum(site.satellite_book_retired) +
    opening_assets_sold + sum(fleet.waiting_retired)`,
		Note: "Taken off the books."},
	{Name: "operator.disposal_loss", title: "Loss (or gain) on retired assets", Unit: "USD", Kind: Flow, Formula: "book_retired - disposal_proceeds",
		Note: "Book value less what they are sold for, within operating income (ASC 360-10-45-5); negative is a gain."},
	{Name: "operator.tax_disposal_loss", title: "Loss on retired assets, for tax", Unit: "USD", Kind: Flow, Formula: "tax_basis_retired - disposal_proceeds",
		Note: "Basis not yet recovered, less what they are sold for; a gain is ordinary income as far as it was deducted (IRC 1245), and all of it here."},
	{Name: "operator.tax_basis_retired", title: "Tax basis of retired assets", Unit: "USD", Kind: Flow, Formula: `when(taxes, sum(fleet.tax_basis_retired) + sum(source.tax_basis_retired) +
    sum(site.satellite_tax_basis_retired) + opening_assets_sold * opening_tax_basis +
    sum(fleet.waiting_retired), 0)`,
		Note: "What tax had yet to recover of them; nothing where there is no tax."},
}
