package model

const facts = " Figures as reported by October 2026."

var operatorExamples = []Example{
	{Name: "no-deal", Of: "no-deal", About: "Without a tenant the AI segment lost 2.47 billion USD in a quarter, as SpaceX's registration statement says." + facts,
		Then: []Outcome{{Row: "operator.operating_income", In: "2026-05 to 2026-07", Is: -2.47e9, Within: 0.01}}},
	{Name: "rent-of-3-5-billion", Of: "no-deal", About: "3.5 billion USD a year, as analysts first guessed, leave a loss of 1.6 billion in the quarter." + facts,
		Given: []string{tenantFor + `"fee": 291666667, "gpus": 325000}`},
		Then:  []Outcome{{Row: "operator.operating_income", In: "2026-05 to 2026-07", Is: -1.60e9, Within: 0.01}}},
	{Name: "rent-of-5-billion", Of: "no-deal", About: "5 billion USD a year leave a loss of 1.22 billion in the quarter." + facts,
		Given: []string{tenantFor + `"fee": 416666667, "gpus": 325000}`},
		Then:  []Outcome{{Row: "operator.operating_income", In: "2026-05 to 2026-07", Is: -1.22e9, Within: 0.01}}},
	{Name: "the-filed-fee", Of: "no-deal", About: "The filed fee of 1.25 billion USD a month turns the quarter's operating loss into an income of 1.28 billion; free cash flow stays negative, as 15.8 billion of investment a quarter go into the next sites." + facts,
		Given: []string{tenantFor + `"fee": 1.25e9, "gpus": 325000}`},
		Then: []Outcome{{Row: "operator.operating_income", In: "2026-05 to 2026-07", Is: 1.28e9, Within: 0.01},
			{Row: "operator.free_cash_flow", In: "2026-05 to 2026-07", Is: -2.47e9 + 3*620e6 + 3*1.25e9 - 1.25e9 - 15.828e9, Within: 0.01}}},
	{Name: "the-filed-fee-and-google", Of: "no-deal", About: "With Google's 920 million USD a month it is 4.04 billion in the quarter." + facts,
		Given: []string{tenantFor + `"fee": 1.25e9, "gpus": 215000}`, "lease.google" + flatLease + `"fee": 920e6, "gpus": 110000}`},
		Then:  []Outcome{{Row: "operator.operating_income", In: "2026-05 to 2026-07", Is: 4.04e9, Within: 0.01}}},
	{Name: "three-fees", Of: "no-deal", About: "And with Reflection's 150 million USD a month 4.49 billion." + facts,
		Given: []string{tenantFor + `"fee": 1.25e9, "gpus": 210000}`, "lease.google" + flatLease + `"fee": 920e6, "gpus": 110000}`, "lease.reflection" + flatLease + `"fee": 150e6, "gpus": 10000}`},
		Then:  []Outcome{{Row: "operator.operating_income", In: "2026-05 to 2026-07", Is: 4.49e9, Within: 0.01}}},
	{Name: "fee-that-breaks-even", Of: "no-deal", About: "At 823 million USD a month operating income is zero." + facts,
		Given: []string{tenantFor + `"fee": 823333333, "gpus": 325000}`},
		Then: []Outcome{{Row: "operator.lease_revenue_needed", In: "2026-05", Is: 823e6, Within: 0.01}, {Row: "operator.lease_revenue", In: "2026-05", Is: 823e6, Within: 0.01},
			{Row: "operator.lease_revenue", In: "2026-05 to 2026-07", Is: 2.47e9, Within: 0.01}}},
	{Name: "cost-of-the-leases-revenue", Of: "no-deal", About: "SpaceX's second quarter of 2026: 1,719 million USD more infrastructure revenue cost 650 more, 37.8 %. With it a fee of 1,324 million a month breaks even, where one of 823 did, and each dollar of rent leaves 62 cents.",
		Given: []string{tenantFor + `"fee": 573e6, "gpus": 325000}`, "operator.lease_cost_share=0.378"},
		Then: []Outcome{{Row: "operator.lease_costs", In: "2026-05 to 2026-07", Is: 650e6, Within: 0.001}, {Row: "operator.operating_income", In: "2026-05 to 2026-07", Is: -2.47e9 + 1719e6 - 650e6, Within: 0.01},
			{Row: "operator.lease_revenue_needed", In: "2026-05", Is: 823.33e6 / 0.622, Within: 0.01}, {Row: "operator.lease_cfads", In: "2026-06", Is: 573e6 - 216.6e6 - 38.8e6, Within: 0.1}}},
	{Name: "filed-deal", Of: "filed-deal", About: "1.25 billion USD a month for 325,000 GPUs, half of it in the first two months, is 5.27 USD a GPU-hour over a year; the contract is worth 45 billion to May 2029, and 90 days' notice makes 3.7 of them enforceable." + facts,
		Then: []Outcome{
			{Row: "lease.fee_billed@anthropic", In: "2026-06", Is: 625e6},
			{Row: "lease.price_per_gpu_hour@anthropic", In: "2026-07 to 2027-06", Is: 5.27, Within: 0.002},
			{Row: "lease.fee_remaining@anthropic", In: "2026-05", Is: 45e9},
			{Row: "lease.fee_enforceable@anthropic", In: "2026-09", Is: 3.75e9, Within: 0.03},
			{Row: "lease.fee_billed@anthropic", In: "2029-05", Is: 1.25e9},
			{Row: "lease.fee_billed@anthropic", In: "2029-06", Is: 0},
		}},
	{Name: "filed-deal-for-the-tenant", Of: "filed-deal", About: "From Anthropic's side: the rent is 15 of a run-rate of 47 billion USD a year, all its compute 27 if it pays a billion a month elsewhere; a GPU-hour in a month of 30 days costs it 5.35 USD, must earn twice that for a margin of a half, and would cost 2.71 with GB200 of its own at 82,000 USD each, which have half as much compute again as the mix that is let." + facts,
		Given: []string{"lease.anthropic.tenant_revenue=3916666667", "lease.anthropic.tenant_other_compute=1e9"},
		Then: []Outcome{
			{Row: "lease.tenant_rent_share@anthropic", In: "2026-07", Is: 15.0 / 47, Within: 0.01},
			{Row: "lease.tenant_compute_share@anthropic", In: "2026-07", Is: 27.0 / 47, Within: 0.01},
			{Row: "lease.tenant_cost_per_gpu_hour@anthropic", In: "2026-11", Is: 5.27 * 730 / 720, Within: 0.01},
			{Row: "lease.tenant_revenue_per_gpu_hour@anthropic", In: "2026-11", Is: 2 * 5.27 * 730 / 720, Within: 0.01},
			{Row: "lease.build_cost_per_gpu_hour@anthropic", In: "2026-11", Is: (82000*0.2638 + 2100) / 8760, Within: 0.01},
			{Row: "lease.lease_against_build@anthropic", In: "2026-11", Is: 5.27 * 730 / 720 * 8760 / (82000*0.2638 + 2100) * 2250 / ((200*989 + 140*2250) / 340.0), Within: 0.01},
		}},
	{Name: "colossus-1-alone", Of: "filed-deal", About: "If the fee buys 220,000 GPUs as of Colossus 1 only, a GPU-hour costs 7.78 USD by mean months." + facts,
		Given: []string{"lease.anthropic.gpus=220000"},
		Then:  []Outcome{{Row: "lease.tenant_cost_per_gpu_hour@anthropic", In: "2026-11", Is: 7.78 * 730 / 720, Within: 0.01}}},
	{Name: "google-pays-more", Of: "three-tenants", About: "Google's 920 million USD a month for 110,000 GPUs are 11.46 USD a GPU-hour by mean months." + facts,
		Then: []Outcome{{Row: "lease.tenant_cost_per_gpu_hour@google", In: "2026-11", Is: 11.46 * 730 / 720, Within: 0.01}}},
	{Name: "second-quarter-of-the-tenant", Of: "filed-deal", About: "The reduced rent of the second quarter against Anthropic's guidance of 10.9 billion USD for it." + facts,
		Given: []string{"lease.anthropic.tenant_revenue=3633333333"},
		Then:  []Outcome{{Row: "lease.tenant_rent_share@anthropic", In: "2026-06", Is: 0.625 * 3 / 10.9, Within: 0.01}}},
}

// flatLease are the terms of a lease for a flat fee on all that does not matter here.
const (
	flatLease = `={"site": "memphis", "basis": "gpus", "start": "2026-05", "last_month": "2031-04", "price_basis": "fee", `
	tenantFor = "lease.tenant" + flatLease
)
