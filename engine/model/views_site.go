package model

import "slices"

// What the sites have, and who has it.
var siteViews = []View{
	{Name: "power", Title: "Power by tenant", Words: "megawatts energy electricity", Needs: []string{"site"}, Note: "Power drawn for each tenant and for the operator, stacked, against the power that can be counted on.",
		Shows: Chart{
			Stack: []Line{
				{Row: "lease.power_demand", Each: "lease", Role: Tenant},
				{Row: "site.power_kept", Title: "Operator’s own use", Role: OwnUse},
				{Row: "site.power_idle", Title: "Idle", Role: Idle},
			},
			Total:  "site.power_demand",
			Limits: []Line{{Row: "site.power_available", Role: Limit}},
		}},
	{Name: "capacity", Title: "Capacity by tenant", Words: "utilisation occupancy", Needs: []string{"site"}, Note: "GPUs, racks and power of the sites in a month, by who uses them.",
		Shows: Split{
			Wholes: []Whole{{"GPUs", "site.gpus_usable", "site.gpus_installed"}, {"Racks", "site.racks_usable", ""}, {"Power", "site.power_demand", "site.power_available"}},
			Parts: []Part{
				{Each: "lease", Role: Tenant, Rows: []string{"lease.gpus_delivered", "lease.racks", "lease.power_demand"}},
				{Title: "Operator’s own use", Role: OwnUse, Rows: []string{"site.gpus_kept", "site.racks_kept", "site.power_kept"}},
				{Title: "Idle", Role: Idle, Rows: []string{"site.gpus_idle", "site.racks_idle", "site.power_idle"}},
			},
		}},
	{Name: "power-by-source", Title: "Power by source", Words: "energy mix electricity", Needs: []string{"source"}, Note: "What each source delivers, stacked, against what the facilities draw, want and can count on.",
		Shows: Chart{
			Stack:  []Line{{Row: "source.power_served", Each: "source", Role: Supply}},
			Total:  "site.power_served",
			Lines:  []Line{{Row: "site.power_demand", Role: Demand}, {Row: "site.power_wanted", Role: Demand}},
			Limits: []Line{{Row: "site.power_available", Role: Limit}, {Row: "site.power_available_in_call", Role: Limit}},
		}},
	{Name: "sources", Title: "Sources of power", Words: "generation grid turbines electricity", Needs: []string{"source"}, Note: "What each source delivers in the month, and what it could.",
		Shows: Table{
			Columns: []string{"Delivers", "Could"},
			Rows:    []TableRow{{Each: "source", Role: Supply, Cells: []Figure{{Row: "source.power_served"}, {Row: "source.power_available"}}}},
		}},
	{Name: "sites", Title: "Sites month by month", Needs: []string{"site"}, Note: "All that the picture of the sites shows, in figures: racks and why they are dark, power and the charge of batteries, heat, satellites, what limits a site, and cash.",
		Shows: Statement{
			{Each: "fleet", Of: []Line{
				{Row: "fleet.racks_installed"}, {Row: "fleet.racks_usable"},
				{Row: "fleet.racks_dark", Of: []Line{{Row: "fleet.racks_over_limit"}, {Row: "fleet.racks_curtailed"}, {Row: "fleet.racks_lost"}}},
				{Row: "fleet.racks_waiting"}, {Row: "fleet.gpus_installed"}, {Row: "fleet.gpus_in_repair"}, {Row: "fleet.gpus_failed"},
			}},
			{Each: "lease", Role: Tenant, Of: []Line{{Row: "lease.racks"}, {Row: "lease.cash_received"}}},
			{Each: "source", Role: Supply, Of: []Line{
				{Row: "source.planned"}, {Row: "source.installed"}, {Row: "source.power_available"}, {Row: "source.power_served"}, {Row: "source.power_charged"},
				{Row: "source.charge_before_call"}, {Row: "source.charge_after_call"},
			}},
			{Each: "site", Of: []Line{
				{Row: "site.racks_usable"}, {Row: "site.racks_kept"}, {Row: "site.racks_idle"},
				{Row: "site.power_wanted"}, {Row: "site.power_available"}, {Row: "site.power_demand"}, {Row: "site.it_power"}, {Row: "site.heat_limit"}, {Row: "site.floor_wanted"}, {Row: "site.floor_taken"}, {Row: "site.floor_free"},
				{Row: "site.limited_by_power"}, {Row: "site.limited_by_cooling"}, {Row: "site.limited_by_floor"}, {Row: "site.limited_by_curtailment"},
				{Row: "site.satellites_in_service"}, {Row: "site.satellites_launched"}, {Row: "site.satellites_gone"}, {Row: "site.sun_fraction"},
			}},
			{Title: "Cash of the operations", Of: []Line{{Row: "operator.own_collected"}, {Row: "operator.operating_cash_flow"}}},
		}},
	{Name: "source-limits", Title: "Limits and costs of the sources", Words: "supply electricity", Needs: []string{"source"}, Note: "What limits what each source can deliver, and what comes of what it delivers in the month.",
		Shows: Table{
			Columns: []string{"Installed", "Firm", "Permitted", "Cost of the month", "Carbon dioxide", "Nitrogen oxides"},
			Rows: []TableRow{{Each: "source", Role: Supply, Cells: []Figure{
				{Row: "source.installed"}, {Row: "source.power_firm"}, {Row: "source.power_permitted"}, {Row: "source.power_cost"}, {Row: "source.carbon"}, {Row: "source.nox"},
			}}},
		}},
	{Name: "limits", Title: "What limits the sites", Needs: []string{"site"}, Note: "The share of the working GPUs that power, cooling and floor allow, and which of them binds in the month.",
		Shows: Table{
			Columns: []string{"Usable", "By power", "In a call", "By cooling", "By floor", "Power binds", "Cooling binds", "Floor binds", "Calls bind"},
			Rows: []TableRow{{Each: "site", Cells: []Figure{
				{Row: "site.usable_share"}, {Row: "site.power_share"}, {Row: "site.power_share_in_call"}, {Row: "site.cooling_share"}, {Row: "site.floor_share"},
				{Row: "site.limited_by_power"}, {Row: "site.limited_by_cooling"}, {Row: "site.limited_by_floor"}, {Row: "site.limited_by_curtailment"},
			}}},
		}},
	{Name: "site-costs", Title: "Costs of the sites", Needs: []string{"site"}, Note: "What running each site costs, and what is bought for it.",
		Shows: Statement{
			{Each: "site", Of: []Line{
				{Row: "site.cash_costs", Of: slices.Concat(
					[]Line{{Row: "site.power_cost", Of: []Line{{Row: "source.power_cost", Each: "source", Role: Supply}}}}, siteCosts[1:])},
				{Row: "site.purchases"},
				{Row: "site.carry_cost"}, {Row: "site.rent_without_power"},
				{Row: "site.gpus_usable"}, {Row: "site.power_demand"}, {Row: "site.power_cost_per_mwh"}, {Row: "site.utilisation"},
			}},
			{Row: "operator.site_costs", Title: "Costs of all sites"},
		}},
	{Name: "computing", Title: "What computing costs", Needs: []string{"site"}, Note: "Levelised over the scenario, whoever uses the compute.",
		Shows: Cells{
			{Title: "Cost per GPU-hour", Figure: Figure{Measure: "compute.cost_per_gpu_hour", Absent: "None"}},
			{Title: "Running cost alone", Figure: Figure{Measure: "compute.running_cost_per_gpu_hour", Absent: "None"}, Note: []Sentence{{Phrase: Phrase{Text: "below it sunk GPUs stand still"}}}},
			{Title: "Cost per effective PFLOPS-day", Figure: Figure{Measure: "compute.cost_per_pflops_day", Absent: "None"}},
			{Title: "Own use", Figure: Figure{Measure: "compute.megawatts_kept"}, Note: []Sentence{{Phrase: Phrase{"%s idle, in %s", []Figure{{Measure: "compute.megawatts_idle"}, {Measure: "tenant.month"}}}}, {Phrase: Phrase{"%s idle", []Figure{{Measure: "compute.megawatts_idle"}}}}}},
		}},
}
