package model

// Section is a part of what is told of a scenario: views that belong together, in
// the order in which one reads them. One without views is for what is not a view,
// such as a comparison.
type Section struct {
	Name  string
	Title string
	Views []string
	Words string // other words that people look for it by
}

// Sections has every view once, in the order of an analyst's questions: what comes
// of it, what is there, which money, whose, how sure, and from where.
var Sections = []Section{
	{"answer", "Answer", []string{"answer", "headline"}, "conclusion result"},
	{"floor", "Site over time", []string{"capacity", "sources", "timeline", "sites"}, "map picture scene site plan"},
	{"money", "Money", []string{"money", "break-even", "break-even-to-the-end", "own-rows", "deal"}, "revenue profit cash"},
	{"statements", "Statements", []string{"income-statement", "cash-flow", "cash-flow-indirect", "balance-sheet", "equity", "sources-and-uses", "reported"}, "accounts financials"},
	{"power", "Capacity and power", []string{"power", "power-by-source", "source-limits", "limits", "site-costs", "computing"}, "megawatts energy electricity"},
	{"leases", "Leases", []string{"lease-values", "leases", "billed", "enforceable", "prepayment", "rent-deferred", "rent-not-owed", "residual-guarantee", "deal-worth",
		"concentration", "tenant", "rent-or-build", "tenant-costs", "contract-a", "contract-b", "contract-c", "published-leases"}, "tenants rent contracts"},
	{"debt", "Debt", []string{"debt", "debt-cover", "covenants", "loan-to-value", "owed", "waterfall", "reserves", "equity-return"}, "loans borrowing bank"},
	{"value", "Value and listing", []string{"value", "valuation", "value-contracted", "returns", "return-on-capital", "fleet-payback", "useful-life",
		"listings", "cost-of-delay", "bridge", "sum-of-the-parts"}, "valuation equity ipo"},
	{"orbit", "Orbit", []string{"orbit", "orbit-costs", "launch-price", "satellites"}, "space satellites"},
	{"market", "Market", []string{"gpu-market", "residual-value", "recoverability"}, "gpu prices"},
	{"comparison", "Comparison", nil, "compare versus side by side scenarios"},
	{"uncertainty", "Uncertainty", nil, "risk probability monte carlo sensitivity tornado range"},
	{"reference", "Sources and reference", nil, "documentation help formulas glossary"},
}
