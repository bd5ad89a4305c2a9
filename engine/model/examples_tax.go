package model

var taxExamples = []Example{
	{Name: "losses-offset-80-per-cent", Of: "taxpayer", About: "A loss of 1,000 USD meets an income of 1,200 a year: 80 % of that, 960, is offset, 240 are taxed at 21 and 6.5 %, and 40 are left for the year after (IRC 172).",
		Given: []string{"operator.opening_tax_losses=1000"},
		Then: []Outcome{{Row: "operator.losses_used", In: "2027-12", Is: 960}, {Row: "operator.tax_of_year", In: "2027-12", Is: 0.26135 * 240}, {Row: "operator.tax_paid", In: "2027-01 to 2027-12", Is: 0.26135 * 240},
			{Row: "operator.losses_carried_forward", In: "2027-12", Is: 40}, {Row: "operator.tax_paid", In: "2028-12", Is: 0.26135 * 1160}}},
	{Name: "interest-is-limited", Of: "taxpayer", About: "Of interest of 500 USD a year on EBITDA of 1,200, 360 are deducted and 140 carried forward (IRC 163(j)).",
		Given: []string{`tranche.bond={"opening_balance": 5000, "rate": 0.1, "maturity": "2029-12"}`},
		Then: []Outcome{{Row: "operator.interest_deducted", In: "2027-12", Is: 360}, {Row: "operator.interest_carried_forward", In: "2027-12", Is: 140}, {Row: "operator.interest_carried_forward", In: "2028-12", Is: 280},
			{Row: "operator.tax_paid", In: "2028-12", Is: 0.26135 * (1200 - 360)}}},
	{Name: "interest-is-limited-by-ebit", Of: "taxpayer", About: "In tax years 2022 to 2024, not before nor after, depreciation counted against the limit: of EBITDA of 1,200 less 600 of opening assets written off, 30 % are 180 (IRC 163(j)(8)(A)(v)).",
		Given: []string{"scenario.start=2021-01", "scenario.months=60", "operator.reported_operating_loss=-50", "operator.reported_non_cash_costs=50", "operator.opening_fixed_assets=6000", `tranche.bond={"opening_balance": 5000, "rate": 0.1, "maturity": "2030-12"}`},
		Then: []Outcome{{Row: "operator.interest_deducted", In: "2021-12", Is: 360}, {Row: "operator.interest_deducted", In: "2022-12", Is: 180}, {Row: "operator.interest_deducted", In: "2023-12", Is: 180},
			{Row: "operator.interest_deducted", In: "2024-12", Is: 180}, {Row: "operator.interest_deducted", In: "2025-12", Is: 360}}},
	{Name: "commitment-fees", Of: "taxpayer", About: "A commitment fee is no interest: all of the 12 USD on 1,200 undrawn are deducted, and of the interest 30 % of 1,188.",
		Given: []string{`tranche.bond={"opening_balance": 5000, "rate": 0.1, "maturity": "2029-12"}`,
			`tranche.reserve={"commitment": 1200, "start": "2026-12", "drawing": "as_needed", "draw_months": 24, "maturity": "2029-12", "commitment_rate": 0.01}`},
		Then: []Outcome{{Row: "operator.commitment_fees", In: "2027-01 to 2027-12", Is: 12}, {Row: "operator.tax_paid", In: "2027-12", Is: 0.26135 * (1200 - 12 - 0.3*1188)}}},
	{Name: "opening-tax-basis", Of: "taxpayer", About: "Assets of 600 USD with half of that as tax basis open with a deferred tax liability on 300, which is gone when they are written off in twelve months.",
		Given: []string{"operator.opening_tax_basis=0.5", "operator.reported_non_cash_costs=50", "operator.opening_fixed_assets=600"},
		Then: []Outcome{{Row: "operator.opening_deferred_tax", In: "2027-01", Is: -0.26135 * 300}, {Row: "operator.tax_depreciation", In: "2027-01 to 2027-12", Is: 300}, {Row: "operator.deferred_tax_net", In: "2027-12", Is: 0},
			{Row: "operator.depreciation", In: "2028-01 to 2028-12", Is: 0}}},
}
