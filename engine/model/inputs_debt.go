package model

import "rackonomics/engine/scenario"

// A loan or bond.
var trancheInputs = []scenario.Input{
	{
		Name: "tranche.opening_balance", Title: "Balance at the start", Whose: scenario.World, Unit: "USD", Kind: scenario.Number, Group: "Amount", Assumption: true,
		Default: "0", Min: 0, Max: 1e12, Step: 1e8,
		Note: "Owed on the day the scenario begins, for debt that was drawn before.",
	},
	{
		Name: "tranche.amount_basis", Title: "Amount agreed as", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Amount", Assumption: true, Default: "commitment",
		Options: []scenario.Option{{Name: "commitment", Title: "Commitment"}, {Name: "coverage", Title: "As much as the target DSCR allows"}, {Name: "lesser", Title: "The lesser of that and the collateral"}},
		Note:    "A fixed commitment, or the present value of CFADS over the target DSCR at the debt's own rates, drawn at once. The lesser, as in CoreWeave's DDTL 2.0: of that for contracted cash flow, and of the advance on the collateral's depreciated cost.",
	},
	{
		Name: "tranche.advance_rate", Title: "Advance on the collateral", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Amount", OnlyWith: "amount_basis=lesser", Assumption: true,
		Default: "1", Min: 0, Max: 2, Step: 0.05,
		Note: "Of the depreciated cost of the GPU fleets, or of the given collateral, at the first drawing. IREN's Hardware 3 loan: at most 65 % of cost.",
	},
	{
		Name: "tranche.commitment", Title: "Commitment", Whose: scenario.Decision, Unit: "USD", Kind: scenario.Number, Group: "Amount", OnlyWith: "amount_basis=commitment",
		Default: "0", Min: 0, Max: 1e12, Step: 1e8,
		Note: "The most that can be drawn.",
		Sources: []scenario.Source{
			sourceNotes.With(7e9), sourceNotes.As("5.650 % notes due 2033", scenario.High).With(6e9), sourceNotes.As("6.600 % notes due 2046", scenario.High).With(2.5e9),
			sourceValor.With(12.5e9),
		},
	},
	{
		Name: "tranche.start", Title: "First drawing", Whose: scenario.Decision, Kind: scenario.Month, Group: "Amount", Default: "2026-06",
		Note:    "Month at whose end the first part is paid out; interest begins in the month after. What was drawn before the scenario is the balance at its start.",
		Sources: []scenario.Source{sourceNotes},
	},
	{
		Name: "tranche.drawing", Title: "Drawn", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Amount", OnlyWith: "amount_basis=commitment", Assumption: true, Default: "scheduled",
		Options: []scenario.Option{{Name: "scheduled", Title: "In equal monthly parts"}, {Name: "as_needed", Title: "When cash falls below the minimum"}, {Name: "revolving", Title: "Revolving, when cash falls below the minimum"}},
		Note:    "A delayed-draw term loan is drawn as needed; what is repaid cannot be drawn again. A revolver can be drawn until its maturity and again after its repayment, for which it takes all spare cash.",
	},
	{
		Name: "tranche.draw_months", Title: "Months to draw", Whose: scenario.Decision, Unit: "month", Kind: scenario.Number, Group: "Amount", OnlyWith: "amount_basis=commitment", Assumption: true,
		Default: "1", Min: 1, Max: 120, Step: 1,
		Note: "Months from the first drawing in which the commitment can be drawn; 1 draws it at once.",
	},
	{
		Name: "tranche.issue_discount", Title: "Fees and original issue discount", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Amount",
		Default: "0", Min: 0, Max: 0.5, Step: 0.0025,
		Note: "Share of what is drawn that is not paid out. It is amortised as interest in equal parts to maturity, and sooner for what is prepaid (ASC 835-30; the effective-interest method differs little).",
		Sources: []scenario.Source{
			scenario.Source{Label: "xAI, 1 billion USD loan issued at 96", URL: "https://t.signalplus.com/crypto-news/detail/xai-redeem-3b-high-yield-bonds-early-spacex-ipo", Date: "2025-07", Confidence: scenario.High}.With(0.04),
		},
	},
	{
		Name: "tranche.commitment_rate", Title: "Commitment fee", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Amount", OnlyWith: "amount_basis=commitment",
		Default: "0", Min: 0, Max: 0.1, Step: 0.0005,
		Note: "A year, by the day count, on what can be drawn and is not. It is debt service, though not every contract defines it so.",
		Sources: []scenario.Source{
			{Label: "DLA Piper: debt service is financing costs and scheduled principal", URL: "http://dlapipertradefinance.com/en/glossary/d/debt-service-cover-ratio.html", Confidence: scenario.High},
			{Label: "Ed Bodmer: fees may or may not be part of debt service", URL: "https://edbodmer.com/sculpting-and-debt-fees-including-fees-for-dsra-l-c/", Confidence: scenario.Medium},
		},
	},
	{
		Name: "tranche.rate_basis", Title: "Rate", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Interest", Assumption: true, Default: "fixed",
		Options: []scenario.Option{{Name: "fixed", Title: "Fixed"}, {Name: "floating", Title: "SOFR and a margin"}},
		Note:    "How the rate is agreed.",
	},
	{
		Name: "tranche.rate", Title: "Fixed rate", Words: "interest", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Interest", OnlyWith: "rate_basis=fixed",
		Default: "0.0535", Min: 0, Max: 0.5, Step: 0.0025,
		Note: "A year, on the balance at the start of each month.",
		Sources: []scenario.Source{
			sourceNotes.With(0.0535), sourceNotes.As("5.875 % notes due 2036", scenario.High).With(0.05875), sourceNotes.As("6.600 % notes due 2046", scenario.High).With(0.066),
			sourceQuarter.As("The 25 billion USD of notes on average; 10-Q", scenario.High).With(0.05855),
			scenario.Source{Label: "xAI, 3 billion USD of notes of 2025", URL: "https://t.signalplus.com/crypto-news/detail/xai-redeem-3b-high-yield-bonds-early-spacex-ipo", Date: "2025-07", Confidence: scenario.High}.With(0.125),
		},
	},
	{
		Name: "tranche.margin", Title: "Margin over SOFR", Words: "interest spread", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Interest", OnlyWith: "rate_basis=floating",
		Default: "0.0225", Min: 0, Max: 0.25, Step: 0.0025,
		Note: "GPU-backed loans of CoreWeave: 2.25 points with an investment-grade tenant, 4.50 without, 6 to 13 in 2024.",
		Sources: []scenario.Source{
			sourceDelayedDraw.With(0.0225), sourceDelayedDraw.As("CoreWeave DDTL 5.0 (Ba2): SOFR and 450 points", scenario.High).With(0.045),
			scenario.Source{Label: "CoreWeave DDTL 5.5 (Ba2): SOFR and 550 points; press", Date: "2026-08", Confidence: scenario.Medium}.With(0.055),
			scenario.Source{Label: "xAI, 1 billion USD loan of 2025: 725 points", URL: "https://t.signalplus.com/crypto-news/detail/xai-redeem-3b-high-yield-bonds-early-spacex-ipo", Date: "2025-07", Confidence: scenario.High}.With(0.0725),
		},
	},
	{
		Name: "tranche.day_count", Title: "Day count", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Interest", Default: "thirty360",
		Options: []scenario.Option{{Name: "thirty360", Title: "30/360"}, {Name: "act360", Title: "Actual/360"}, {Name: "act365", Title: "Actual/365"}},
		Note:    "US corporate bonds count months of 30 days, SOFR loans real days over 360.",
		Sources: []scenario.Source{
			{Label: "FIX Trading Community: day count conventions (ISDA 2006, 4.16)", URL: "https://www.fixtrading.org/packages/ep200/", Confidence: scenario.High},
		},
	},
	{
		Name: "tranche.interest_interval", Title: "Months between interest payments", Whose: scenario.Decision, Unit: "month", Kind: scenario.Number, Group: "Interest", OnlyWith: "repayment=bullet", Assumption: true,
		Default: "6", Min: 1, Max: 12, Step: 1,
		Note: "Bonds pay every 6 months from the first drawing; until then interest is a liability. Debt that is repaid in parts pays every month.",
	},
	{
		Name: "tranche.maturity", Title: "Maturity", Words: "term of the loan", Whose: scenario.Decision, Kind: scenario.Month, Group: "Repayment", Default: "2031-06",
		Note:    "Month at whose end the last part is repaid.",
		Sources: []scenario.Source{sourceNotes},
	},
	{
		Name: "tranche.repayment", Title: "Repayment", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Repayment", Assumption: true, Default: "bullet",
		Options: []scenario.Option{{Name: "bullet", Title: "At maturity"}, {Name: "amortising", Title: "Equal repayments"}, {Name: "annuity", Title: "Equal debt service"}, {Name: "sculpted", Title: "Sculpted to a DSCR"}},
		Note:    "Sculpted: debt service follows CFADS, so that the DSCR is the same in every month.",
	},
	{
		Name: "tranche.balloon_months", Title: "Repayment reckoned beyond maturity", Whose: scenario.Decision, Unit: "month", Kind: scenario.Number, Group: "Repayment", OnlyWith: "repayment=amortising|annuity", Assumption: true,
		Default: "0", Min: 0, Max: 360, Step: 6,
		Note: "Repayments are as small as if maturity were so much later; what is then left is due at maturity (a balloon).",
	},
	{
		Name: "tranche.refinanced_share", Title: "Refinanced at maturity", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Refinancing", OnlyWith: "repayment=bullet|amortising|annuity", Assumption: true,
		Default: "0", Min: 0, Max: 1, Step: 0.05,
		Note: "Share of what is due at maturity that is borrowed again, with the same fees and way of repayment.",
	},
	{
		Name: "tranche.refinancing_term", Title: "Term of the refinancing", Whose: scenario.Decision, Unit: "month", Kind: scenario.Number, Group: "Refinancing", OnlyWith: "repayment=bullet|amortising|annuity", Assumption: true,
		Default: "60", Min: 1, Max: 360, Step: 6,
		Note: "Months from the maturity.",
	},
	{
		Name: "tranche.refinancing_change", Title: "Change of the rate when refinanced", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Refinancing", OnlyWith: "repayment=bullet|amortising|annuity", Assumption: true,
		Default: "0", Min: -0.2, Max: 0.2, Step: 0.0025,
		Note: "Added to the rate or the margin after maturity. GPU-backed loans of 2026 differ by 3 points between tenants.",
	},
	{
		Name: "tranche.grace", Title: "Months without repayment", Whose: scenario.Decision, Unit: "month", Kind: scenario.Number, Group: "Repayment", Assumption: true,
		Default: "0", Min: 0, Max: 120, Step: 1,
		Note: "Months after the first drawing in which nothing is repaid.",
	},
	{
		Name: "tranche.interest_added_in_grace", Title: "Add interest to the balance in these months", Whose: scenario.Decision, Kind: scenario.Switch, Group: "Repayment", Assumption: true, Default: "false",
		Note: "On: interest of the months without repayment is not paid but added to the balance (payment in kind).",
	},
	{
		Name: "tranche.secured_on", Title: "Serviced from", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Repayment", Assumption: true, Default: "leases",
		Options: []scenario.Option{{Name: "leases", Title: "The leases, after site costs"}, {Name: "company", Title: "The whole company"}},
		Note:    "Whose cash flow is available for debt service (CFADS). GPU-backed loans look to the contracts only. Debt listed earlier is served first.",
	},
	{
		Name: "tranche.collateral", Title: "Collateral", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Repayment", Assumption: true, Default: "serviced", Formerly: []scenario.Former{{Through: 1, Default: "company"}},
		Options: []scenario.Option{{Name: "serviced", Title: "Of what serves it"}, {Name: "company", Title: "All fixed assets"}, {Name: "given", Title: "A given value"}},
		Note:    "What the loan to value is measured on, at depreciated cost. Of what serves it: for debt served from the leases the GPU fleets, at the prices given for them; for debt of the company all fixed assets.",
	},
	{
		Name: "tranche.collateral_value", Title: "Value of the collateral", Whose: scenario.World, Unit: "USD", Kind: scenario.Number, Group: "Repayment", OnlyWith: "collateral=given", Assumption: true,
		Default: "0", Min: 0, Max: 1e12, Step: 1e8,
		Note: "At the first drawing; it secures this debt alone.",
	},
	{
		Name: "tranche.collateral_life", Title: "Life of the collateral", Whose: scenario.World, Unit: "year", Kind: scenario.Number, Group: "Repayment", OnlyWith: "collateral=given",
		Default: "6", Min: 1, Max: 60, Step: 0.5,
		Note:    "It is written down over this in equal parts.",
		Sources: []scenario.Source{sourceBookLives.As("CoreWeave: servers over 6 years", scenario.High).With(6)},
	},
	{
		Name: "tranche.target_coverage", Title: "Target DSCR", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Group: "Repayment", Assumption: true,
		Default: "1.3", Min: 1, Max: 5, Step: 0.05,
		Note: "CFADS over debt service to which debt is sized and sculpted. Powered shells: an estimated 1.25 to 1.35 with an investment-grade tenant, 1.5 without.",
	},
	{
		Name: "tranche.cash_sweep", Title: "Cash sweep", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Repayment", Assumption: true,
		Default: "0", Min: 0, Max: 1, Step: 0.05,
		Note: "Share of the company's cash above its minimum, at the end of the month before, that prepays this debt.",
	},
	{
		Name: "tranche.coverage_covenant", Title: "DSCR covenant", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Group: "Covenants", Assumption: true,
		Default: "0", Min: 0, Max: 5, Step: 0.05,
		Note: "The least that CFADS of the last 12 months must be, over debt service; zero is no covenant.",
	},
	{
		Name: "tranche.loan_to_value_covenant", Title: "Loan-to-value covenant", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Covenants", Assumption: true,
		Default: "0", Min: 0, Max: 5, Step: 0.05,
		Note: "The most that this debt and the debt before it may be of their collateral; zero is no covenant. GPU-backed loans: 50 to 70 %.",
		Sources: []scenario.Source{
			scenario.Source{Label: "GPU-backed debt, loan to value 50 to 70 %", URL: "https://v2-pseo-ai.pages.dev/tools/gpu-tco-analysis", Date: "2026", Confidence: scenario.Medium}.With(0.6),
		},
	},
	{
		Name: "tranche.breach_remedy", Title: "After a breach", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Covenants", Assumption: true, Default: "none",
		Options: []scenario.Option{{Name: "none", Title: "Shown only"}, {Name: "trap", Title: "Distributions blocked"}, {Name: "sweep", Title: "All spare cash repays it"}, {Name: "acceleration", Title: "All is due at once"}},
		Note:    "What lenders do from the month after a breach that outlasts its cure. Each remedy blocks distributions and, with a waterfall, traps cash; the first three end with the breach.",
	},
	{
		Name: "tranche.cure_months", Title: "Time to cure a breach", Whose: scenario.Decision, Unit: "month", Kind: scenario.Number, Group: "Covenants", OnlyWith: "breach_remedy=trap|sweep|acceleration", Assumption: true,
		Default: "0", Min: 0, Max: 12, Step: 1,
		Note: "Months of breach that have no consequence.",
	},
}

var (
	sourceNotes       = scenario.Source{Label: "SpaceX notes of 23 June 2026: 7 billion USD at 5.350 % due 2031", URL: "https://secwatch.observer/filing/0001628280-26-044955.md", Date: "2026-06-23", Confidence: scenario.High}
	sourceValor       = scenario.Source{Label: "Valor Compute Infrastructure: 12.5 billion USD of debt for GB200", URL: "http://www.idcnova.com/html/1/59/153/4842.html", Date: "2026-01-07", Confidence: scenario.High}
	sourceDelayedDraw = scenario.Source{Label: "CoreWeave DDTL 4.0 (A3): SOFR and 225 points", URL: "https://davefriedman.substack.com/p/coreweave-issued-yet-more-debt", Date: "2026", Confidence: scenario.High}
)
