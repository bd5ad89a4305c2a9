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
	{Name: "lease.exit_by_notice", Parameters: []language.Parameter{{Name: "given", Unit: "month"}}, Unit: "month",
		Formula: "when(notice_within_minimum, max(given + notice_months, start + minimum_term),\n    max(given, start + minimum_term) + notice_months)",
		Note:    "First month without the lease if notice is given then: the notice runs within the minimum term or after it."},
}

// Tables are the numbers that rows look up.
var Tables []language.Table
