package model

// GPUs between delivery and service, and what waits for power.
var waitingRows = []Row{
	{Name: "site.months_without_power", title: "Months by which power is late", Unit: "month", Kind: Balance, Formula: "when(kind == kind.terrestrial, floor(energisation_delay), 0)",
		Note: "Whole months. What runs when the scenario begins has its power."},
	{Name: "fleet.waited_gone_live", title: "GPUs placed in service that waited", Unit: "USD", Kind: Flow, Formula: "when(months_to_service >= month(1) && month <= last_month, lag(delivery_cost, months_to_service), 0)",
		Note: "Their cost."},
	{Name: "fleet.deliveries_gone_live", Unit: "USD", Kind: Flow, Formula: "when(months_to_service < month(1), delivery_cost, waited_gone_live)",
		Note: "Cost of deliveries in the month of their service."},
	{Name: "fleet.gone_live", title: "GPUs placed in service", Unit: "USD", Kind: Flow, Formula: "deliveries_gone_live + replacement_cost",
		Note: "Cost of what is placed in service; depreciation and tax recovery begin."},
	{Name: "fleet.deliveries_that_wait", Unit: "USD", Kind: Flow, Formula: "when(months_to_service >= month(1), delivery_cost, 0)",
		Note: "Cost of deliveries that are not in service in their month."},
	{Name: "fleet.waiting_cost", title: "Cost of GPUs that wait for service", Unit: "USD", Kind: Balance, Formula: "when(month <= last_month, vintage(deliveries_that_wait, months_to_service), 0)",
		Note: "Paid and not yet in service: under construction in the books, where it bears interest."},
	{Name: "fleet.waiting_retired", title: "GPUs retired before service", Unit: "USD", Kind: Flow, Formula: "when(month > last_month, prev(waiting_cost), 0)",
		Note: "Cost of what still waits when the fleet is retired; written off."},
	{Name: "fleet.gpus_without_power", title: "GPUs that wait for power", Unit: "GPU", Kind: Balance, Formula: `when(months_to_service > floor(service_delay),
    max(0, lag(gpus_bought, service_delay) - gpus_installed), 0)`,
		Note: "They would run if power had come on time."},
	{Name: "fleet.cost_without_power", title: "Cost of GPUs that wait for power", Unit: "USD", Kind: Balance, Formula: `when(months_to_service > floor(service_delay) && month <= last_month,
    vintage(lag(delivery_cost, service_delay), site.months_without_power), 0)`,
		Note: "Paid by the site; nothing where the operator's own spending contains it."},
	{Name: "site.gpus_waiting", title: "GPUs that wait for service", Unit: "GPU", Kind: Balance, Formula: "sum(fleet.gpus_waiting)",
		Note: "Of all fleets."},
	{Name: "site.gpus_without_power", title: "GPUs that wait for power", Unit: "GPU", Kind: Balance, Formula: "sum(fleet.gpus_without_power)",
		Note: "Of all fleets."},
	{Name: "site.assets_without_power", title: "Assets that wait for power", Unit: "USD", Kind: Balance, Formula: "sum(fleet.cost_without_power) + when(gpus_without_power > 0, buildings_under_construction, 0)",
		Note: "GPUs and buildings that the site has paid for and that would be in service if power had come on time."},
	{Name: "site.carry_cost", title: "Interest while power is late", Unit: "USD", Kind: Flow, Formula: `when(operator.debt_owed > 0,
    operator.debt_interest / operator.debt_owed * prev(assets_without_power), 0)`,
		Note: "The average rate of all debt on what waits for power at the start of the month. It is among the operator's interest, not on top of it."},
	{Name: "lease.rent_without_power", title: "Rent not received for want of power", Unit: "USD", Kind: Flow, Formula: `when(active && site.gpus_without_power > 0, shortfall_credit + when(basis == basis.share,
    share * rent_of_waiting * ramp * month_share * escalation * index * fee_due_share, 0), 0)`,
		Note: "Fee lost for missing capacity in the months in which GPUs wait for power; of a share of the site also the fee for its part of them. A flat fee that is not cut in proportion is owed all the same."},
	{Name: "lease.rent_of_waiting", title: "Rent of GPUs that wait for power", Unit: "USD", Kind: Flow, Formula: `pick(price_basis, gpu_hour: price * site.gpus_without_power * hours, fee: 0,
    kilowatt_month: price_per_kilowatt * site.power_of_waiting * months)`,
		Note: "What all of them would cost in the month, before ramp, escalation and months at a reduced fee."},
	{Name: "site.power_of_waiting", title: "Peak power of GPUs that wait for power", Unit: "kW", Kind: Balance, Formula: "sum(fleet.gpus_without_power * fleet.power_per_gpu)",
		Note: "Their maximum draw."},
	{Name: "site.rent_without_power", title: "Rent not received for want of power", Unit: "USD", Kind: Flow, Formula: "sum(lease.rent_without_power)",
		Note: "Of all leases of the site."},
}

// GPUs that are bought again at the end of their life. Each delivery, as far as it
// is still there, is replaced by as many; it is depreciated over no more than that
// life, so that nothing is left on the books to write off. For tax it goes on to be
// recovered as in a general asset account (Treas. Reg. 1.168(i)-1(e)).
var replacementRows = []Row{
	{Name: "fleet.new_of_kept", title: "GPUs new in the month, over what is kept", Unit: "GPU", Kind: Monthly, Formula: "when(replaced, (gpus_started + gpus_replaced) / kept, 0)",
		Note: "Times what is kept later, it is what is left of them then."},
	{Name: "fleet.gpus_replaced", title: "GPUs replaced", Unit: "GPU", Kind: Flow, Formula: `when(replaced && site.kind == site.kind.terrestrial, min(gpus_installed,
    kept * lag(prev(new_of_kept), whole_months(service_life) - month(1)) +
    when(month == max(0, go_live + whole_months(service_life)), kept * gpus_of_start, 0)), 0)`,
		Note: "At the end of their life, counted from the service, of GPUs from before the scenario from the delivery; those that are older when it begins, in its first month. In orbit satellites are replaced instead."},
	{Name: "fleet.replacement_price", Unit: "USD/GPU", Kind: Monthly, Formula: `when(replaced, when(gpu_price > 0, gpu_price, cost_when_new) *
    pow(1 + replacement_price_trend, month / month(12)), 0)`,
		Note: "The month's price of a GPU, or its cost when new where none is given, with the trend since the start of the scenario. Infrastructure stays."},
	{Name: "fleet.replacement_cost", Unit: "USD", Kind: Flow, Formula: "gpus_replaced * replacement_price",
		Note: "Paid, and in service, in the month."},
	{Name: "fleet.replaced_sold", title: "Sale of replaced GPUs", Unit: "USD", Kind: Flow, Formula: `when(replaced && residual_basis != residual_basis.none, gpus_replaced *
    when(residual_basis == residual_basis.price, gpu_price, cost_when_new) *
    residual_at(whole_months(service_life)), 0)`,
		Note: "For the residual value at the end of the life, where one is counted."},
	{Name: "fleet.replaced_without_cost", title: "Sale of replaced GPUs without a cost of their own", Unit: "USD", Kind: Flow, Formula: `when(replaced_sold > 0, replaced_sold * min(1,
    prev(gpus_without_cost, when(go_live < 0, gpus_installed, 0)) * kept_of_last_month /
    gpus_replaced), 0)`,
		Note: "Their part of it: they are replaced first."},
}
