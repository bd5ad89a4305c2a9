package model

import "rackonomics/engine/scenario"

// The tenant's own economics, seen from its side of the lease.
var tenantInputs = []scenario.Input{
	{
		Name: "lease.tenant_revenue", Title: "Tenant's revenue", Whose: scenario.World, Unit: "USD/month", Kind: scenario.Number, MayVary: true, Group: "The tenant's side",
		Default: "0", Min: 0, Max: 200e9, Step: 100e6,
		Note: "Of the tenant's whole business; zero where it is not known. Anthropic's run-rate was 47 billion USD a year in May 2026 and 65 at the end of July; its revenue above 11.5 billion in the second quarter.",
		Sources: []scenario.Source{
			sourceProspectus.As("Anthropic's run-rate at the end of July 2026, 65 billion USD a year, a month's share", scenario.Derived).With(5_416_666_667),
			scenario.Source{Label: "Anthropic's run-rate in May 2026, 47 billion USD a year, a month's share; via Plutonic Rainbows", URL: "https://www.plutonicrainbows.com/posts/2026-06-01-anthropic-files-first.html", Date: "2026-06-01", Confidence: scenario.Derived}.With(3_916_666_667),
			scenario.Source{Label: "Anthropic's guidance for Q2 2026, 10.9 billion USD, a month's share; via ChatForest", URL: "https://chatforest.com/reviews/anthropic-first-operating-profit-q2-2026-milestone-or-accounting/", Date: "2026", Confidence: scenario.Derived}.With(3_633_333_333),
		},
	},
	{
		Name: "lease.tenant_other_compute", Title: "Tenant's other compute costs", Whose: scenario.Decision, Unit: "USD/month", Kind: scenario.Number, MayVary: true, Group: "The tenant's side", Assumption: true,
		Default: "0", Min: 0, Max: 100e9, Step: 10e6,
		Note: "What the tenant pays elsewhere for compute; the default is not known, hence zero.",
	},
	{
		Name: "lease.tenant_margin", Title: "Margin that the tenant wants", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, Group: "The tenant's side", Assumption: true,
		Default: "0.5", Min: 0, Max: 0.95, Step: 0.05,
		Note: "Part of the revenue from these GPUs that is to be left after the rent.",
	},
	{
		Name: "lease.tokens_per_gpu_second", Title: "Tokens of a GPU in a second", Whose: scenario.World, Unit: "token/GPU/s", Kind: scenario.Number, MayVary: true, Group: "The tenant's side", Assumption: true,
		Default: "0", Min: 0, Max: 1e6, Step: 100,
		Note: "Throughput of the tenant's models, of all tokens that it sells, on average over the hours used. Zero where it is not known: it differs by orders of magnitude between models, and no source was found.",
	},
	{
		Name: "lease.token_price", Title: "Price of a million tokens", Whose: scenario.World, Unit: "USD/Mtoken", Kind: scenario.Number, MayVary: true, Group: "The tenant's side", Assumption: true,
		Default: "1", Min: 0, Max: 1000, Step: 0.1,
		Note: "Average over input and output, as the throughput counts them.",
	},
	{
		Name: "lease.build_capital", Title: "Own build: investment", Whose: scenario.World, Unit: "USD/GPU", Kind: scenario.Number, Group: "The tenant's side",
		Default: "82000", Min: 0, Max: 1e6, Step: 1000,
		Note: "What a GPU with its share of network, power and building would cost the tenant.",
		Sources: []scenario.Source{
			sourceBernstein.As("Bernstein, GB200 with all infrastructure: 35 billion USD a GW, per GPU", scenario.High).With(82000),
			scenario.Source{Label: "H100 all-in with network, Epoch AI training costs", URL: "https://docs.google.com/spreadsheets/d/1Ft3RbeZ-w43kYSiLfYc1vxO41mK5lmJpcPC9GOYHAWc", Date: "2025", Confidence: scenario.Medium}.With(48000),
		},
	},
	{
		Name: "lease.build_peak_compute", Title: "Own build: peak compute of a GPU", Whose: scenario.World, Unit: "TFLOPS/GPU", Kind: scenario.Number, Group: "The tenant's side",
		Default: "2250", Min: 1, Max: 1e6, Step: 1,
		Note:    "Dense FP16, of the generation that the investment buys: a rented H100 has 989.",
		Sources: []scenario.Source{sourceGraphics.With(2250)},
	},
	{
		Name: "lease.build_life", Title: "Own build: life", Whose: scenario.Decision, Unit: "year", Kind: scenario.Number, Group: "The tenant's side",
		Default: "5", Min: 1, Max: 20, Step: 0.5,
		Note:    "Years over which the investment is earned back. Epoch AI reckons with 5 for the servers.",
		Sources: []scenario.Source{sourceEpoch.With(5)},
	},
	{
		Name: "lease.build_capital_cost", Title: "Own build: cost of capital", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "The tenant's side", Assumption: true,
		Default: "0.1", Min: 0, Max: 0.5, Step: 0.005,
		Note: "Weighted average cost of capital (WACC), a year, effective.",
	},
	{
		Name: "lease.build_operations", Title: "Own build: running cost", Whose: scenario.World, Unit: "USD/GPU/year", Kind: scenario.Number, Group: "The tenant's side",
		Default: "2100", Min: 0, Max: 100e3, Step: 100,
		Note: "Energy, staff and maintenance of a GPU.",
		Sources: []scenario.Source{
			sourceEpoch.As("Epoch AI's 0.9 billion USD a year for 1 GW over Bernstein's 427,000 GPUs a GW", scenario.Derived).With(2100),
		},
	},
	{
		Name: "lease.build_utilisation", Title: "Own build: use", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, Group: "The tenant's side", Assumption: true,
		Default: "1", Min: 0.05, Max: 1, Step: 0.05,
		Note: "Share of the hours in which the own GPUs would be in use. Leased ones are counted as delivered, so 100 % compares like with like.",
	},
}
