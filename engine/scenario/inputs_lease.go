package scenario

var leaseInputs = []Input{
	{
		Name: "lease.basis", Title: "Capacity agreed as", Kind: Choice, Group: "Capacity", Default: "share",
		Options: []Option{{"share", "Share of the site"}, {"gpus", "Number of GPUs"}},
		Note:    "How the contract names the capacity.",
	},
	{
		Name: "lease.share", Title: "Share of the site", Unit: "1", Kind: Number, Percent: true, Group: "Capacity", OnlyWith: "basis=share", Assumption: true,
		Default: "0.5", Min: 0, Max: 1, Step: 0.01,
		Note: "Share of the installed GPUs; every generation is leased in the same proportion.",
	},
	{
		Name: "lease.gpus", Title: "GPUs", Unit: "GPU", Kind: Number, MayVary: true, Group: "Capacity", OnlyWith: "basis=gpus",
		Default: "0", Min: 0, Max: 10e6, Step: 1000,
		Note: "Number of GPUs, taken from all generations in proportion.",
	},
	{
		Name: "lease.start", Title: "Start", Kind: Month, Group: "Term", Default: "2026-05",
		Note: "First month of the lease.",
	},
	{
		Name: "lease.last_month", Title: "Last month", Kind: Month, Group: "Term", Default: "2029-05",
		Note:    "Last month of the lease, if nobody gives notice.",
		Sources: []Source{sourceFiling},
	},
	{
		Name: "lease.delivery_ramp", Title: "Delivery ramp", Unit: "month", Kind: Number, Group: "Capacity",
		Default: "0", Min: 0, Max: 60, Step: 1,
		Note: "Months over which the capacity is handed over in equal parts; zero hands over all at the start.",
	},
	{
		Name: "lease.notice", Title: "Notice", Unit: "day", Kind: Number, Group: "Term",
		Default: "90", Min: 0, Max: 3650, Step: 1,
		Note:    "Days of notice after which either side may leave. What is owed within it is the enforceable value; the rest of the contract is a hope.",
		Sources: []Source{sourceFiling.with(90)},
	},
	{
		Name: "lease.minimum_term", Title: "Minimum term", Unit: "month", Kind: Number, Group: "Term",
		Default: "3", Min: 0, Max: 360, Step: 1,
		Note: "Months from the start in which no notice can be given.",
		Sources: []Source{
			{Label: "S-1/A: notice after an initial period of 3 months; via Relve", URL: "https://relvehq.com/blog/noise/spacex-ipo-amendment-water-risk-anthropic-compute-deal", Date: "2026-06", Confidence: High},
		},
	},
	{
		Name: "lease.price_basis", Title: "Price agreed as", Kind: Choice, Group: "Price", Default: "gpu_hour",
		Options: []Option{{"gpu_hour", "Price per GPU-hour"}, {"fee", "Flat monthly fee"}},
		Note:    "A price per GPU-hour follows the capacity; a flat fee does not.",
	},
	{
		Name: "lease.price", Title: "Price per GPU-hour", Unit: "USD/GPU/h", Kind: Number, MayVary: true, Group: "Price", OnlyWith: "price_basis=gpu_hour",
		Default: "2.6", Min: 0, Max: 100, Step: 0.01,
		Note: "For every GPU of the contract and every hour of the month.",
		Sources: []Source{
			Source{Label: "H100 index SDH100RT, May to June 2026", URL: "https://chris-gpu-rental.pages.dev/", Date: "2026-06", Confidence: High}.with(2.6),
			Source{Label: "H100 on one-year contracts, March 2026", URL: "https://www.techreaderdaily.com/article.html?slug=h100-reserved-capacity-hits-2-35-hour-floor-in-2026", Date: "2026-03", Confidence: High}.with(2.35),
		},
	},
	{
		Name: "lease.fee", Title: "Monthly fee", Unit: "USD/month", Kind: Number, MayVary: true, Group: "Price", OnlyWith: "price_basis=fee",
		Default: "1250e6", Min: 0, Max: 50e9, Step: 10e6,
		Note:    "For the whole capacity of the contract.",
		Sources: []Source{sourceFiling.with(1250e6)},
	},
	{
		Name: "lease.escalator", Title: "Escalator", Unit: "1", Kind: Number, Percent: true, Group: "Price",
		Default: "0", Min: -0.5, Max: 0.5, Step: 0.005,
		Note: "Rise of the price on each anniversary of the start.",
	},
	{
		Name: "lease.free_months", Title: "Free months", Unit: "month", Kind: Number, Group: "Price",
		Default: "0", Min: 0, Max: 60, Step: 1,
		Note: "Months from the start without a fee.",
	},
	{
		Name: "lease.reduced_months", Title: "Months at a reduced fee", Unit: "month", Kind: Number, Group: "Price",
		Default: "0", Min: 0, Max: 60, Step: 1,
		Note: "Months from the start, after the free ones, in which only a part of the fee is due.",
	},
	{
		Name: "lease.reduced_fee", Title: "Reduced fee", Unit: "1", Kind: Number, Percent: true, Group: "Price", Assumption: true,
		Default: "0.5", Min: 0, Max: 1, Step: 0.01,
		Note: "Share of the fee that is due in the months at a reduced fee. The filing does not disclose it.",
	},
	{
		Name: "lease.usage", Title: "Tenant's usage", Unit: "1", Kind: Number, Percent: true, MayVary: true, Group: "Take-or-pay", Assumption: true,
		Default: "1", Min: 0, Max: 1, Step: 0.01,
		Note: "Share of the delivered GPU-hours that the tenant uses. Unused GPUs idle.",
	},
	{
		Name: "lease.take_or_pay", Title: "Take-or-pay floor", Unit: "1", Kind: Number, Percent: true, Group: "Take-or-pay",
		Default: "1", Min: 0, Max: 1, Step: 0.01,
		Note: "Share of the fee that is due for delivered capacity however little the tenant uses. About 96 % of CoreWeave's revenue is take-or-pay.",
		Sources: []Source{
			{Label: "Neocloud rental industry, Luminix", URL: "https://www.useluminix.com/reports/industry-analysis/deep-dive-on-the-neocloud-gpu-rental-industry-coreweave-lambda-crusoe", Date: "2026", Confidence: Medium},
		},
	},
	{
		Name: "lease.prorated", Title: "Fee cut where capacity is missing", Kind: Switch, Group: "Price", Default: "true", Assumption: true,
		Note: "A flat fee falls in proportion when fewer GPUs are delivered than agreed. A price per GPU-hour does so by itself.",
	},
	{
		Name: "lease.payment_delay", Title: "Payment delay", Unit: "month", Kind: Number, Group: "Price", Assumption: true,
		Default: "1", Min: 0, Max: 12, Step: 1,
		Note: "Months from billing to payment; until then the fee is a receivable and not yet cash.",
	},
}
