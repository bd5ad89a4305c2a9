package model

// Sum of the parts: the group that the operator is a part of.
var groupRows = []Row{
	{Name: "operator.debt_like", title: "Net debt and what is like it", Unit: "USD", Kind: Balance, Formula: "net_debt + other_claims",
		Note: "All that comes before this operator's owners."},
	{Name: "operator.group_told", title: "There is a group", Unit: "bool", Kind: Flag, Formula: "other_segments_value != 0 || other_segments_net_debt != 0 || group_shares > 0",
		Note: "Other segments or shares are given."},
	{Name: "operator.other_equity_value", title: "Equity value of the other segments", Unit: "USD", Kind: Balance, Formula: "other_segments_value - other_segments_net_debt",
		Note: "What they are worth after their net debt."},
	{Name: "operator.group_enterprise_value", title: "Enterprise value of the group", Unit: "USD", Kind: Balance, Formula: "enterprise_value + other_segments_value",
		Note: "This operator by the method chosen, and the other segments. Absent where the operator has no value."},
	{Name: "operator.group_net_debt", title: "Net debt of the group", Unit: "USD", Kind: Balance, Formula: "debt_like + other_segments_net_debt",
		Note: "Of all segments, with what is like debt."},
	{Name: "operator.group_equity_value", title: "Equity value of the group", Unit: "USD", Kind: Balance, Formula: "group_enterprise_value - group_net_debt",
		Note: "What is left for the group's owners. Absent where the operator has no value."},
	{Name: "operator.own_value_per_share", title: "Value per share, this operator's part", Unit: "USD", Kind: Balance, Formula: "when(group_shares > 0, equity_value / group_shares, absent)",
		Note: "Its equity over the group's shares; absent without any."},
	{Name: "operator.other_value_per_share", title: "Value per share, the other segments' part", Unit: "USD", Kind: Balance, Formula: "when(group_shares > 0, other_equity_value / group_shares, absent)",
		Note: "Their equity over the group's shares; absent without any."},
	{Name: "operator.value_per_share", Unit: "USD", Kind: Balance, Formula: "when(group_shares > 0, group_equity_value / group_shares, absent)",
		Note: "Equity value of the group over its shares; absent without any."},
}
