package model

// The group that the operator is a part of.
var groupViews = []View{
	{Name: "sum-of-the-parts", Title: "Sum of the parts", Needs: []string{"operator.group_told"}, Note: "The group that this operator is a part of, at the end of the month: what each part is worth, less its net debt, in all and for each share.",
		Shows: Table{
			Columns: []string{"Enterprise value", "Net debt", "Equity value", "For each share"},
			Rows: []TableRow{
				{Title: "This operator", Role: OwnUse, Cells: []Figure{{Row: "operator.enterprise_value"}, {Row: "operator.debt_like"}, {Row: "operator.equity_value"}, {Row: "operator.own_value_per_share"}}},
				{Title: "Other segments", Role: Plain, Cells: []Figure{{Input: "operator.other_segments_value"}, {Input: "operator.other_segments_net_debt"}, {Row: "operator.other_equity_value"}, {Row: "operator.other_value_per_share"}}},
				{Title: "The group", Role: Worth, Cells: []Figure{{Row: "operator.group_enterprise_value"}, {Row: "operator.group_net_debt"}, {Row: "operator.group_equity_value"}, {Row: "operator.value_per_share"}}},
			},
		}},
}
