package model

import "slices"

// Example is a situation of a few inputs and what must come of it: how the rows
// are meant, for readers, and a test of them.
type Example struct {
	Name  string
	About string // what it shows, and where its figures are from
	// Of is what it starts from: a shipped scenario or one of [Situations].
	Of    string
	Given []string // settings, as the command line takes them
	Then  []Outcome
}

// Outcome is a value that must come out.
type Outcome struct {
	Row    string // with @instance where a scope has several things
	In     string // a month, or "2026-05 to 2026-07" made by the row's kind; the whole scenario if empty
	Is     float64
	Within float64 // of it; rounding alone if zero
	Date   string  // what a row that is a date says, or "none" where there is no value
}

// Situation is a small scenario that examples start from.
type Situation struct {
	Name     string
	About    string
	Document string
}

// Situations are what examples start from, besides the shipped scenarios.
var Situations = []Situation{
	{"site-of-200-mw", "200 MW of critical IT power at one site, 100,000 GPUs of 2 kW, with power and cooling to spare, let as a whole for 100 million USD a month through 2026. Bills are paid at once, and nobody can cancel.",
		`{"version": 1, "name": "site-of-200-mw", "start": "2026-01", "months": 36,
			"site": [{"name": "childress", "cooling_capacity": 1000}],
			"fleet": [{"name": "gpus", "site": "childress", "gpus": 100000, "go_live": "2025-01", "power_per_gpu": 2}],
			"source": [{"name": "grid", "site": "childress", "capacity": 1000, "price": 50, "go_live": "2025-01"}],
			"lease": [{"name": "tenant", "site": "childress", "basis": "megawatts", "megawatts": 200, "start": "2026-01", "last_month": "2026-12",
				"cancellable": false, "price_basis": "fee", "fee": 100e6, "payment_delay": 0}]}`},
	{"hall-of-10-mw", "10,000 GPUs that draw 10 MW at work, without a facility around them, on 10 MW of the grid.",
		`{"version": 1, "name": "hall-of-10-mw", "start": "2026-01", "months": 12,
			"site": [{"name": "hall", "power_usage_effectiveness": 1, "load": 1}],
			"fleet": [{"name": "h100", "site": "hall", "gpus": 10000, "power_per_gpu": 1}],
			"source": [{"name": "tva", "site": "hall", "capacity": 10, "price": 60}]}`},
	{"used-gpus", "A thousand GPUs that cost 40,000 USD each and went live a year before the scenario, without power.",
		`{"version": 1, "name": "used-gpus", "start": "2026-01", "months": 90,
			"site": [{"name": "hall"}],
			"fleet": [{"name": "h100", "site": "hall", "gpus": 1000, "go_live": "2025-01", "residual_basis": "given", "cost_when_new": 40000}]}`},
	{"site-in-orbit", "GPUs of 5.64 MW in orbit, always in sunlight, on satellites that neither fail nor age, launched for 1,000 USD/kg.",
		`{"version": 1, "name": "site-in-orbit", "start": "2026-05", "months": 12, "operator": {"discount_rate": 0.1},
			"site": [{"name": "leo", "kind": "orbital", "power_usage_effectiveness": 1, "load": 1, "satellite_loss": 0, "orbital_gpu_loss": 0, "array_degradation": 0,
				"sunlight_from": "given", "sunlight_given": 1, "launch_price_path": "given", "launch_price_given": 1000}],
			"fleet": [{"name": "gpus", "site": "leo", "gpus": 5640, "power_per_gpu": 1, "gpu_price": 47000}]}`},
	{"rented-hall", "A company without costs, whose only tenant pays a million USD a month, so that this is its cash flow available for debt service.",
		`{"version": 1, "name": "rented-hall", "start": "2027-01", "months": 72,
			"operator": {"reported_revenue": 0, "reported_operating_loss": 0, "reported_non_cash_costs": 0, "capital_spending": 0, "opening_fixed_assets": 1e9},
			"site": [{"name": "hall"}],
			"lease": [{"name": "tenant", "site": "hall", "basis": "gpus", "gpus": 1000, "price_basis": "fee", "fee": 1e6, "prorated": false, "payment_delay": 0,
				"start": "2027-01", "last_month": "2032-12"}]}`},
	{"taxpayer", "A company that pays tax and earns 100 USD a month.",
		`{"version": 1, "name": "taxpayer", "start": "2027-01", "months": 24,
			"operator": {"taxes": true, "reported_revenue": 100, "reported_operating_loss": -100, "reported_non_cash_costs": 0, "stock_compensation_share": 0,
				"capital_spending": 0, "opening_fixed_assets": 0}}`},
	{"firm", "An operator without sites that takes in 100 million USD a month, spends 60 and invests nothing, so that 40 are left.",
		`{"version": 1, "name": "firm", "start": "2026-01", "months": 30,
			"operator": {"reported_revenue": 100e6, "reported_operating_loss": -40e6, "reported_non_cash_costs": 0, "capital_spending": 0,
				"opening_fixed_assets": 0, "valuation_method": "cash_flow"}}`},
	{"builder", "A company that builds a hall for a year on a loan at 8 %, and then runs 10,000 GPUs of 30,000 USD in it for a year.",
		`{"version": 1, "name": "builder", "start": "2026-01", "months": 36,
			"operator": {"reported_revenue": 0, "reported_operating_loss": 0, "reported_non_cash_costs": 0, "capital_spending": 0, "opening_fixed_assets": 0,
				"building_life": 14, "server_life": 5},
			"site": [{"name": "hall", "construction": {"steps": [{"from": "2026-01", "value": 100e6}, {"from": "2027-01", "value": 0}]}}],
			"fleet": [{"name": "gpus", "site": "hall", "gpus": 10000, "go_live": "2027-01", "gpu_price": 30000, "last_month": "2027-12"}],
			"source": [{"name": "grid", "site": "hall", "capacity": 30, "go_live": "2027-01"}],
			"tranche": [{"name": "loan", "commitment": 1.5e9, "start": "2026-01", "maturity": "2035-01", "rate": 0.08}]}`},
	{"issuer", "A company that goes public.",
		`{"version": 1, "name": "issuer", "start": "2025-01", "months": 36, "company": [{"name": "issuer"}]}`},
}

// Examples lists every example, by subject.
func Examples() []Example {
	return slices.Concat(operatorExamples, leaseExamples, powerExamples, floorAndHeatExamples, computeExamples, assetExamples, siteExamples, orbitExamples, debtExamples, waterfallExamples, taxExamples, valueExamples, listingExamples)
}
