package model

import "rackonomics/engine/scenario"

// Taxes of the operator: income tax of a US corporation, with the calendar
// year as tax year.
var taxInputs = []scenario.Input{
	{
		Name: "operator.taxes", Title: "Income tax", Whose: scenario.World, Kind: scenario.Switch, Group: "Tax", Default: "false", Assumption: true,
		Note: "Off: no income tax at all, as in the founding question, which is about results before tax. On: current and deferred tax of a US corporation.",
	},
	{
		Name: "operator.federal_tax_rate", Title: "Federal tax rate", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, MayVary: true, Group: "Tax", OnlyWith: "taxes=true",
		Default: "0.21", Min: 0, Max: 0.6, Step: 0.005,
		Note:    "Corporate income tax, IRC section 11(b). A step counts for the whole of its year.",
		Sources: []scenario.Source{scenario.Source{Label: "26 U.S.C. 11(b)", URL: "https://www.law.cornell.edu/uscode/text/26/11", Confidence: scenario.High}.With(0.21)},
	},
	{
		Name: "operator.state_tax_rate", Title: "State tax rate", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, MayVary: true, Group: "Tax", OnlyWith: "taxes=true", Assumption: true,
		Default: "0.065", Min: 0, Max: 0.2, Step: 0.005,
		Note: "Tennessee's excise tax of 6.5 %. It is deductible from federal income, so both together are 26.1 %. The franchise tax of 0.25 % of net worth and the state's own rules on depreciation and losses are left out.",
	},
	{
		Name: "operator.tax_payments", Title: "Tax is paid", Whose: scenario.World, Kind: scenario.Choice, Group: "Tax", OnlyWith: "taxes=true", Default: "yearly",
		Options: []scenario.Option{{Name: "yearly", Title: "In December"}, {Name: "quarterly", Title: "In quarterly instalments"}},
		Note:    "The law wants a quarter of the year's tax each in April, June, September and December (IRC 6655). Instalments are estimated from the income so far; December settles the rest.",
		Sources: []scenario.Source{{Label: "26 U.S.C. 6655", URL: "https://www.law.cornell.edu/uscode/text/26/6655", Confidence: scenario.High}},
	},
	{
		Name: "operator.short_lived_share", Title: "Five-year property in the new investment", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Tax", OnlyWith: "taxes=true",
		Default: "0.667", Min: 0, Max: 1, Step: 0.01,
		Note:    "Share of the operator's capital expenditure that is servers, network and other equipment of five-year class; the rest is fifteen-year property such as generators and cooling towers. Bernstein: mechanical and electrical equipment is about a third of the cost.",
		Sources: []scenario.Source{sourceBernstein.As("Bernstein: all but the third that is mechanical and electrical", scenario.Derived).With(0.667)},
	},
	{
		Name: "operator.accelerated_building_share", Title: "Fifteen-year property in buildings", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Tax", OnlyWith: "taxes=true",
		Default: "0.5", Min: 0, Max: 1, Step: 0.05,
		Note:    "Share of the buildings bought for the sites that a cost segregation study finds to be equipment; the rest is real property over 39 years.",
		Sources: []scenario.Source{scenario.Source{Label: "Data-centre cost segregation: 45 to 60 % accelerated", URL: "https://costsegsmart.com/data-center-component-classification-methodology/", Date: "2026", Confidence: scenario.Medium}.With(0.5)},
	},
	{
		Name: "operator.bonus_depreciation", Title: "Bonus depreciation", Whose: scenario.World, Kind: scenario.Switch, Group: "Tax", OnlyWith: "taxes=true", Default: "true",
		Note:    "Property of up to 20 years is written off at once: fully if it was ordered bindingly after 19 January 2025, else 60 % if placed in service in 2024, 40 % in 2025, 20 % in 2026. The taxpayer may elect out (IRC 168(k)(7)).",
		Sources: []scenario.Source{sourceBonus, sourcePhaseDown},
	},
	{
		Name: "operator.full_bonus_from", Title: "Full bonus for what was ordered from", Whose: scenario.World, Kind: scenario.Day, Group: "Tax", OnlyWith: "bonus_depreciation=true",
		Default: "2025-01-20", Note: "The first day on which a binding contract earns the full bonus: property acquired after 19 January 2025.",
		Sources: []scenario.Source{sourceBonus},
	},
	{
		Name: "operator.order_lead", Title: "From binding order to service", Whose: scenario.Decision, Unit: "day", Kind: scenario.Number, Group: "Tax", OnlyWith: "bonus_depreciation=true", Assumption: true,
		Default: "180", Min: 0, Max: 3650, Step: 10,
		Note: "Days from the binding contract, which counts as acquisition, to the end of the month in which the property is placed in service.",
	},
	{
		Name: "operator.opening_tax_basis", Title: "Tax basis of the opening assets", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Tax", OnlyWith: "taxes=true", Assumption: true,
		Default: "1", Min: 0, Max: 1, Step: 0.01,
		Note: "Of their book value; it is deducted as the book value is. Earlier bonus depreciation makes it less than 100 % and opens with a deferred tax liability.",
	},
	{
		Name: "operator.opening_tax_losses", Title: "Tax losses carried forward at the start", Whose: scenario.World, Unit: "USD", Kind: scenario.Number, Group: "Tax", OnlyWith: "taxes=true", Assumption: true,
		Default: "0", Min: 0, Max: 1e12, Step: 1e8,
		Note:    "Losses of years after 2017. They never expire and offset at most 80 % of a year's taxable income (IRC 172(a)(2)).",
		Sources: []scenario.Source{sourceCode.As("26 U.S.C. 172", scenario.High)},
	},
	{
		Name: "operator.valuation_allowance", Title: "Valuation allowance", Whose: scenario.Decision, Kind: scenario.Switch, Group: "Tax", OnlyWith: "taxes=true", Default: "true", Assumption: true,
		Note: "On: a net deferred tax asset is not recognised, as for a company with cumulative losses (ASC 740-10-30-21). Off: it is recognised in full.",
	},
}

var (
	sourceCode      = scenario.Source{Label: "United States Code, title 26", URL: "https://uscode-io.netlify.app/26/172", Confidence: scenario.High}
	sourceBonus     = scenario.Source{Label: "PwC: full bonus for property acquired after 19 January 2025", URL: "https://www.pwc.com/us/en/services/tax/library/pwc-ob3-provides-bonus-depreciation-qualified-production-property.html", Date: "2025", Confidence: scenario.High}
	sourcePhaseDown = scenario.Source{Label: "BDO: phase-down for property acquired earlier", URL: "https://www.bdo.com/insights/tax/one-big-beautiful-bill-act-expands-100-depreciation-expensing-opportunities", Date: "2025", Confidence: scenario.High}
)
