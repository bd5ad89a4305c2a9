package model

const (
	coverNote   = "Cash flow available for debt service over debt service (interest, commitment fees and scheduled principal), by years from the first month that begins with debt, as interest is not paid in every month. Only months that begin with debt count, those after the scenario too."
	withinNote  = "The same without what falls due after the scenario, when nothing new is assumed. No year that the end of the scenario cuts short but the first."
	lifeNote    = " Present value of cash flow available for debt service, at the debt's rates, over the debt, at the start of the month that begins with the most debt;"
	coverSource = "E. R. Yescombe, Principles of Project Finance (2nd ed. 2014), chapter 12"
)

// How far cash flow covers debt: all of it, and each.
var debtMeasures = []Measure{
	{Name: "debt.dscr.minimum", Scope: "operator", Needs: "tranche", Whole: true, Title: "Lowest DSCR of a year, all debt", Unit: "1", Source: coverSource,
		Formula: "lowest_dscr(cfads, debt_service, debt_owed)",
		Note:    coverNote},
	{Name: "debt.dscr.minimum_month", Scope: "operator", Needs: "tranche", Whole: true, Title: "Year of the lowest DSCR begins, all debt", Kind: KindMonth,
		Formula: "lowest_dscr_month(cfads, debt_service, debt_owed)",
		Note:    "The first month of that year."},
	{Name: "debt.dscr.average", Scope: "operator", Needs: "tranche", Whole: true, Title: "Average DSCR, all debt", Unit: "1", Source: coverSource,
		Formula: "average_dscr(cfads, debt_service, debt_owed)",
		Note:    coverNote + " The mean of the years, each counting alike."},
	{Name: "debt.dscr_12_months.minimum", Scope: "operator", Needs: "tranche", Title: "Lowest DSCR of up to 12 months, all debt, within the scenario", Unit: "1", Source: coverSource,
		Formula: "lowest(dscr_12_months)",
		Note:    "Of the 12 months to any month of the scenario, or since the debt began."},
	{Name: "debt.dscr_12_months.minimum_month", Scope: "operator", Needs: "tranche", Title: "Last of those months, all debt, within the scenario", Kind: KindMonth,
		Formula: "lowest_month(dscr_12_months)",
		Note:    "The first, if there are several."},
	{Name: "debt.llcr", Scope: "operator", Needs: "tranche", Whole: true, Title: "Loan life coverage ratio, all debt", Unit: "1", Source: coverSource,
		Formula: "llcr(cfads, debt_service, debt_owed, debt_rate)",
		Note:    "The whole company's." + lifeNote + " to the last debt service. At the average rate of all debt."},
	{Name: "debt.plcr", Scope: "operator", Needs: "tranche", Whole: true, Title: "Project life coverage ratio, all debt", Unit: "1", Source: coverSource,
		Formula: "plcr(cfads, debt_owed, debt_rate)",
		Note:    "The whole company's." + lifeNote + " to the end of the scenario, or of the debt where that is later. At the average rate of all debt."},

	{Name: "debt.dscr.minimum", Scope: "tranche", Whole: true, Title: "Lowest DSCR of a year", Unit: "1", Source: coverSource,
		Formula: "lowest_dscr(cfads, debt_service, owed)",
		Note:    coverNote},
	{Name: "debt.dscr.minimum_month", Scope: "tranche", Whole: true, Title: "Year of the lowest DSCR begins", Kind: KindMonth,
		Formula: "lowest_dscr_month(cfads, debt_service, owed)",
		Note:    "The first month of that year."},
	{Name: "debt.dscr.average", Scope: "tranche", Whole: true, Title: "Average DSCR", Unit: "1", Source: coverSource,
		Formula: "average_dscr(cfads, debt_service, owed)",
		Note:    coverNote + " The mean of the years, each counting alike."},
	{Name: "debt.dscr_12_months.minimum", Scope: "tranche", Whole: true, Title: "Lowest DSCR of up to 12 months, to maturity", Unit: "1",
		Formula: "lowest(dscr_12_months)",
		Note:    "Of the 12 months to any month, or since the debt began, as the covenant looks at it."},
	{Name: "debt.dscr_12_months.minimum_month", Scope: "tranche", Whole: true, Title: "Last of those months, to maturity", Kind: KindMonth,
		Formula: "lowest_month(floor(dscr_12_months * 1000000) / 1000000)",
		Note:    "The first, if there are several that differ by less than a millionth."},
	{Name: "debt.llcr", Scope: "tranche", Whole: true, Title: "Loan life coverage ratio", Unit: "1", Source: coverSource,
		Formula: "at(llcr, peak_month(owed))",
		Note:    "Of the cash flow that this debt looks to, after debt listed earlier." + lifeNote + " to maturity."},
	{Name: "debt.plcr", Scope: "tranche", Whole: true, Title: "Project life coverage ratio", Unit: "1", Source: coverSource,
		Formula: "at(plcr, peak_month(owed))",
		Note:    "Of the cash flow that this debt looks to, after debt listed earlier." + lifeNote + " to the end of the scenario, or of the debt where that is later."},
	{Name: "debt.covenant_breached", Scope: "tranche", Whole: true, Title: "First breach of a covenant", Kind: KindMonth,
		Formula: "first(covenant_breached)",
		Note:    "None if the covenants hold or there are none."},
	{Name: "debt.remedy", Scope: "tranche", Whole: true, Title: "Lenders' remedy begins", Kind: KindMonth, When: "total(when(in_remedy, 1, 0)) != 0",
		Formula: "first(in_remedy)",
		Note:    "The first month in which a breach has a consequence."},
}
