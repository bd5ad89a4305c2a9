package model

// Whether the assets of each site are recovered (ASC 360-10-35-17), each site with
// what stands on it being an asset group: what the operator spends itself, on
// capacity that no site here has, is none, and is not tested. The test looks ahead
// from each month with what is known in it, so that it does not depend on where the
// scenario ends: leases run to the end of their term, then and in own use GPUs bring
// the month's market price, and costs stay as they are, undiscounted, for as long as
// the books give the servers.
var impairmentRows = []Row{
	{Name: "site.opening_peak_power", Unit: "MW", Kind: Opening, Formula: "prev(opening_peak_power, sum(when(fleet.go_live < 0, fleet.it_peak_power, 0)))",
		Note: "Of the GPUs that stand there when the scenario begins."},
	{Name: "operator.opening_peak_power", Unit: "MW", Kind: Opening, Formula: "sum(site.opening_peak_power)",
		Note: "Of all sites."},
	{Name: "site.opening_share", Unit: "1", Kind: Opening, Percent: true, Formula: `when(operator.opening_peak_power > 0, opening_peak_power / operator.opening_peak_power,
    1 / operator.number_of_sites)`,
		Note: "Part of the assets of the start that belongs to the site: by the power of its GPUs then, or equal parts."},
	{Name: "operator.number_of_sites", Unit: "1", Kind: Opening, Formula: "count(site)",
		Note: "Sites of the scenario."},
	{Name: "site.server_book_value", title: "Book value of servers", Unit: "USD", Kind: Balance, Formula: "sum(fleet.book_value) + satellite_book_value + opening_share * operator.opening_assets_left",
		Note: "GPUs, satellites and the site's part of the assets of the start."},
	{Name: "site.server_depreciation", title: "Depreciation of servers", Unit: "USD", Kind: Flow, Formula: "sum(fleet.depreciation) + satellite_depreciation + opening_share * operator.reported_depreciation",
		Note: "Of these."},
	{Name: "site.building_depreciation", title: "Depreciation of buildings", Unit: "USD", Kind: Flow, Formula: "straight_line(buildings_gone_live, whole_months(operator.building_life))",
		Note: "Straight-line, from the month of service."},
	{Name: "site.building_book_value", title: "Book value of buildings", Unit: "USD", Kind: Balance, Formula: "prev(building_book_value) + building_purchases - building_depreciation",
		Note: "In service and under construction, without capitalised interest."},
	{Name: "site.book_value", Unit: "USD", Kind: Balance, Formula: "server_book_value + building_book_value + sum(source.book_value)",
		Note: "Carrying amount of the asset group."},
	{Name: "site.servers_outlived", Unit: "bool", Kind: Flag, Formula: "gpus_installed > 0 && server_book_value < USD(1) && cum(server_depreciation) > 0",
		Note: "The servers are written down and run on: the books give them no more life."},
	{Name: "site.months_left", Unit: "month", Kind: Monthly, Formula: `when(servers_outlived || server_book_value <= 0 && !in_service, 0, when(server_depreciation > 0,
    server_book_value / server_depreciation * months, months_left_otherwise))`,
		Note: "Remaining life of the primary asset, the servers, by the books (ASC 360-10-35-31): none before there are any."},
	{Name: "site.months_left_otherwise", Unit: "month", Kind: Monthly, Formula: `when(server_book_value > 0 || building_depreciation <= 0, whole_months(operator.server_life),
    building_book_value / building_depreciation * months)`,
		Note: "All of their life before they are in service; that of the building where they are not the operator's."},
	{Name: "site.flow_at_market", Unit: "USD/month", Kind: Monthly, Formula: "gpus_usable * h(730) / month(1) * market_price - cash_costs / months",
		Note: "What a mean month would bring with all usable GPUs at the market price, after costs."},
	{Name: "lease.months_ahead", Unit: "month", Kind: Balance, Formula: "when(ended, 0, max(0, term_end - max(start, month + month(1))))",
		Note: "Months of the term after this one."},
	{Name: "lease.fee_ahead", Unit: "USD/month", Kind: Balance, Formula: `when(ended, 0,
    when(months_ahead > 0, (headline_value - fee_contracted) / months_ahead, prev(fee_ahead)))`,
		Note: "Mean fee of these months, as contracted; of the term's last month that before."},
	{Name: "lease.rent_at_market", Unit: "USD/month", Kind: Monthly, Formula: "gpus_obtainable * h(730) / month(1) * site.market_price",
		Note: "What its GPUs would bring in a mean month at the market price."},
	{Name: "lease.below_market_after", Unit: "USD", Kind: Balance, Formula: `when(ended || site.server_book_value > 0, 0,
    max(0, site.months_left - months_ahead) * max(0, rent_at_market - fee_ahead))`,
		Note: "Where the servers are not the operator's, a lease that follows pays no more than this one."},
	{Name: "lease.worth_above_market", Unit: "USD", Kind: Balance, Formula: `when(ended, 0,
    min(months_ahead, site.months_left) * (fee_ahead + power_recovered / months - rent_at_market)) -
    below_market_after`,
		Note: "What the lease brings more than the market over the rest of its term, as far as the servers last."},
	{Name: "site.recoverable_cash_flow", Unit: "USD", Kind: Balance, Formula: `months_left * flow_at_market + sum(lease.worth_above_market) + sum(fleet.residual_value_at_end) +
    sum(max(0, source.book_value - source.depreciation * months_left / months)) +
    max(0, building_book_value - building_depreciation * months_left / months)`,
		Note: "Undiscounted cash that the group is expected to bring after this month, with the sale of the GPUs, and of plant and building at book value, when the servers' life ends (ASC 360-10-35-29)."},
	{Name: "site.impairment_indicated", Unit: "bool", Kind: Flag, Formula: "(in_service || server_book_value > 0) && book_value > max(0, recoverable_cash_flow) + USD(1)",
		Note: "The carrying amount of the site is not recovered (ASC 360-10-35-17). Not tested while it is under construction. Shown, and changes nothing else; no fair value is estimated."},
	{Name: "operator.recoverable_cash_flow", Unit: "USD", Kind: Balance, Formula: "sum(site.recoverable_cash_flow)",
		Note: "Of all sites."},
	{Name: "operator.impairment_indicated", Unit: "bool", Kind: Flag, Formula: "sum(when(site.impairment_indicated, 1, 0)) > 0",
		Note: "The assets of a site are not recovered."},
}
