package model

import "rackonomics/engine/scenario"

// The group that the operator is a part of.
var groupInputs = []scenario.Input{
	{
		Name: "operator.other_segments_value", Title: "Value of the other segments", Whose: scenario.World, Unit: "USD", Kind: scenario.Number, MayVary: true, Group: "Group", Assumption: true,
		Default: "0", Min: -1e13, Max: 1e13, Step: 1e9,
		Note: "Enterprise value of what the group has besides this operator. Zero where the operator is the company.",
	},
	{
		Name: "operator.other_segments_net_debt", Title: "Net debt of the other segments", Whose: scenario.World, Unit: "USD", Kind: scenario.Number, MayVary: true, Group: "Group", Assumption: true,
		Default: "0", Min: -1e13, Max: 1e13, Step: 1e9,
		Note: "Debt less cash that is not this operator's; negative is net cash.",
	},
	{
		Name: "operator.group_shares", Title: "Shares of the group", Whose: scenario.World, Unit: "1", Kind: scenario.Number, MayVary: true, Group: "Group", Assumption: true,
		Default: "0", Min: 0, Max: 1e12, Step: 1e6,
		Note:    "Fully diluted. Without any there is no value per share.",
		Sources: []scenario.Source{sourceOffering.As("SpaceX at its offering: 1,770 billion USD at 135 a share", scenario.Derived).With(13.1e9)},
	},
}
