package model

// The group that the operator is a part of.
var groupMeasures = []Measure{
	{Name: "group.equity", Scope: "operator", Title: "Equity value of the group", Unit: "USD", When: "total(when(group_told, 1, 0)) != 0",
		Formula: "at(group_equity_value, month(11))",
		Note:    "This operator and the other segments, less all net debt." + yearEnd},
	{Name: "group.value_per_share", Scope: "operator", Title: "Value per share of the group", Unit: "USD", When: "total(when(group_told, 1, 0)) != 0",
		Formula: "at(value_per_share, month(11))",
		Note:    "None without a number of shares." + yearEnd},
}

// What it costs that power is late.
var energisationMeasures = []Measure{
	{Name: "energisation.interest", Scope: "site", Title: "Interest while power is late", Unit: "USD", When: "peak(gpus_without_power) != 0",
		Formula: "total(carry_cost)",
		Note:    "On what is paid and waits, at the average rate of all debt; among the operator's interest. Within the scenario."},
	{Name: "energisation.rent", Scope: "site", Title: "Rent not received for want of power", Unit: "USD", When: "peak(gpus_without_power) != 0",
		Formula: "total(rent_without_power)",
		Note:    "While GPUs wait for power. Within the scenario."},
}
