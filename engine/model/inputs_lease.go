package model

import "rackonomics/engine/scenario"

// A tenant's contract.
var leaseInputs = []scenario.Input{
	{
		Name: "lease.basis", Title: "Capacity agreed as", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Capacity", Assumption: true, Default: "share",
		Options: []scenario.Option{{Name: "share", Title: "Share of the site"}, {Name: "gpus", Title: "Number of GPUs"}, {Name: "megawatts", Title: "Critical IT power"}},
		Note:    "How the contract names the capacity.",
	},
	{
		Name: "lease.share", Title: "Share of the site", Words: "capacity", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Capacity", OnlyWith: "basis=share", Assumption: true,
		Default: "0.5", Min: 0, Max: 1, Step: 0.01,
		Note: "Share of the installed GPUs; every generation is leased in the same proportion.",
	},
	{
		Name: "lease.gpus", Title: "GPUs", Whose: scenario.Decision, Unit: "GPU", Kind: scenario.Number, MayVary: true, Group: "Capacity", OnlyWith: "basis=gpus", Assumption: true,
		Default: "0", Min: 0, Max: 10e6, Step: 1000,
		Note: "Number of GPUs, taken from all generations in proportion.",
	},
	{
		Name: "lease.megawatts", Title: "Critical IT power", Whose: scenario.Decision, Unit: "MW", Kind: scenario.Number, MayVary: true, Group: "Capacity", OnlyWith: "basis=megawatts",
		Default: "200", Min: 0, Max: 20000, Step: 10,
		Note:    "Power of the computers, without cooling and losses. It is met with the site's mix of GPUs at their maximum power; a shell without the operator's own GPUs is a site whose fleet is the tenant's.",
		Sources: []scenario.Source{sourceIREN.With(200)},
	},
	{
		Name: "lease.start", Title: "Start", Words: "begin date", Whose: scenario.Decision, Kind: scenario.Month, Group: "Term", Assumption: true, Default: "2026-05",
		Note: "First month of the lease.",
	},
	{
		Name: "lease.start_day", Title: "First day", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Group: "Term", Assumption: true,
		Default: "1", Min: 1, Max: 31, Step: 1,
		Note: "Day of the first month on which the lease starts; the fee of that month counts by its actual days.",
	},
	{
		Name: "lease.last_month", Title: "Last month", Whose: scenario.Decision, Kind: scenario.Month, Group: "Term", Assumption: true, Default: "2029-05",
		Note: "Last month of the lease, if nobody gives notice.",
	},
	{
		Name: "lease.delivery_ramp", Title: "Delivery ramp", Whose: scenario.Decision, Unit: "month", Kind: scenario.Number, Group: "Capacity", Assumption: true,
		Default: "0", Min: 0, Max: 60, Step: 1,
		Note: "Months over which the capacity is handed over in equal parts; zero hands over all at the start.",
	},
	{
		Name: "lease.notice", Title: "Notice", Whose: scenario.Decision, Unit: "day", Kind: scenario.Number, Group: "Term",
		Default: "90", Min: 0, Max: 3650, Step: 1,
		Note:    "Days of notice after which either side may leave. What is owed within it is the enforceable value; the rest of the contract is a hope.",
		Sources: []scenario.Source{sourceFiling.With(90)},
	},
	{
		Name: "lease.cancellable", Title: "Notice may be given", Whose: scenario.Decision, Kind: scenario.Switch, Group: "Term", Default: "true",
		Note:    "Either side may leave on notice without a penalty. Then only the bound months and the notice are enforceable, straight-lining stops at them, and a prepayment is a refund liability. Off: both sides are bound to the last month.",
		Sources: []scenario.Source{sourceFiling},
	},
	{
		Name: "lease.minimum_term", Title: "Minimum term", Whose: scenario.Decision, Unit: "month", Kind: scenario.Number, Group: "Term",
		Default: "3", Min: 0, Max: 360, Step: 1,
		Note: "Months from the start in which both sides are bound.",
		Sources: []scenario.Source{
			{Label: "S-1/A: notice after an initial period of 3 months; via Relve", URL: "https://relvehq.com/blog/noise/spacex-ipo-amendment-water-risk-anthropic-compute-deal", Date: "2026-06", Confidence: scenario.High},
		},
	},
	{
		Name: "lease.notice_within_minimum", Title: "Notice may run within the minimum term", Whose: scenario.Decision, Kind: scenario.Switch, Group: "Term", OnlyWith: "cancellable=true", Default: "true", Assumption: true,
		Note: "On: the lease can end with the minimum term, if notice was given in time. Off: notice can only be given after it, so that both sides are bound for the minimum term and the notice. Reports of the filing allow both readings.",
	},
	{
		Name: "lease.notice_given", Title: "Notice is given in", Whose: scenario.Decision, Kind: scenario.Month, Group: "Term", OnlyWith: "cancellable=true", Assumption: true, Default: never, Endless: "never",
		Note: "Either side gives notice at the beginning of this month; the notice is counted in whole months. The default never comes.",
	},
	{
		Name: "lease.renewal_months", Title: "Renewal", Whose: scenario.Decision, Unit: "month", Kind: scenario.Number, Group: "Term", Assumption: true,
		Default: "0", Min: 0, Max: 360, Step: 1,
		Note: "Months that are added after the last month; zero is no renewal. A renewal counts neither in the headline value nor in straight-lining before it begins.",
	},
	{
		Name: "lease.renewal_price", Title: "Price in the renewal", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Term", OnlyWith: "renewal_months>0", Assumption: true,
		Default: "1", Min: 0, Max: 5, Step: 0.05,
		Note: "Of the price that would hold without it; escalators go on.",
	},
	{
		Name: "lease.renewal_probability", Title: "Probability of the renewal", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Term", OnlyWith: "renewal_months>0", Assumption: true,
		Default: "1", Min: 0, Max: 1, Step: 0.05,
		Note: "Weighs the renewal in the expected value of the contract and nothing else: cash flow is one path, in which a renewal that is agreed happens.",
	},
	{
		Name: "lease.default_month", Title: "Tenant defaults in", Whose: scenario.World, Kind: scenario.Month, Group: "Term", Assumption: true, Default: never, Endless: "never",
		Note: "From this month on the tenant pays nothing, bills outstanding are lost as far as deposit and unused prepayment do not cover them, and the lease is over. The default never comes.",
	},
	{
		Name: "lease.backstop", Title: "A guarantor backs the fee", Whose: scenario.Decision, Kind: scenario.Switch, Group: "Backstop", Assumption: true, Default: "false",
		Note: "Someone else pays a share of the fee after the tenant's default, until the GPUs are let again or the agreed term ends. Of a contract that can be cancelled it owes the notice only.",
	},
	{
		Name: "lease.backstop_share", Title: "Share that is backed", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Backstop", OnlyWith: "backstop=true",
		Default: "0.49", Min: 0, Max: 1, Step: 0.01,
		Note: "Of the fee that is due whatever the tenant uses, spread evenly over the term: deals name an amount, not how it is paid.",
		Sources: []scenario.Source{
			sourceTeraWulf.As("Google for TeraWulf and Fluidstack: 1.8 of 3.7 billion USD", scenario.Derived).With(0.49),
			scenario.Source{Label: "Google for TeraWulf and Fluidstack, enlarged: 3.2 of 6.7 billion USD", URL: "https://www.stocktitan.net/sec-filings/WULF/8-k-tera-wulf-inc-reports-material-event-a35fdee19edc.html", Confidence: scenario.Derived}.With(0.48),
			scenario.Source{Label: "Google for Cipher and Fluidstack, enlarged: 1.73 of 3.83 billion USD", Date: "2025-11", Confidence: scenario.Derived}.With(0.452),
			scenario.Source{Label: "Google for Cipher and Fluidstack: 1.4 of 3.0 billion USD", URL: "https://blockworks.co/news/cipher-mining-inks-3b-ai-hosting-deal-with-fluidstack", Confidence: scenario.Derived}.With(0.47),
		},
	},
	{
		Name: "lease.backstop_months", Title: "Months that are backed at most", Whose: scenario.Decision, Unit: "month", Kind: scenario.Number, Group: "Backstop", OnlyWith: "backstop=true", Assumption: true,
		Default: "360", Min: 0, Max: 360, Step: 1,
		Note: "From the default, or from a later start of the lease. The default has no such cap.",
	},
	{
		Name: "lease.price_basis", Title: "Price agreed as", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Price", Assumption: true, Default: "gpu_hour",
		Options: []scenario.Option{{Name: "gpu_hour", Title: "Price per GPU-hour"}, {Name: "fee", Title: "Flat monthly fee"}, {Name: "kilowatt_month", Title: "Price per kW-month"}},
		Note:    "A price per GPU-hour or kW-month follows the capacity; a flat fee does not.",
	},
	{
		Name: "lease.price", Title: "Price per GPU-hour", Words: "rent rate hourly", Whose: scenario.Decision, Unit: "USD/GPU/h", Kind: scenario.Number, MayVary: true, Group: "Price", OnlyWith: "price_basis=gpu_hour",
		Default: "2.81", Formerly: []scenario.Former{{Through: 1, Default: "2.6"}}, Min: 0, Max: 100, Step: 0.01,
		Note: "For every GPU of the contract and every hour of the month.",
		Sources: []scenario.Source{
			sourceSiliconData.With(2.81),
			scenario.Source{Label: "H100 index SDH100RT, May to June 2026", URL: "https://chris-gpu-rental.pages.dev/", Date: "2026-06", Confidence: scenario.High}.With(2.6),
			scenario.Source{Label: "H100 on one-year contracts, March 2026", URL: "https://www.techreaderdaily.com/article.html?slug=h100-reserved-capacity-hits-2-35-hour-floor-in-2026", Date: "2026-03", Confidence: scenario.High}.With(2.35),
		},
	},
	{
		Name: "lease.fee", Title: "Monthly fee", Words: "rent", Whose: scenario.Decision, Unit: "USD/month", Kind: scenario.Number, MayVary: true, Group: "Price", OnlyWith: "price_basis=fee",
		Default: "1250e6", Min: 0, Max: 50e9, Step: 10e6,
		Note:    "For the whole capacity of the contract.",
		Sources: []scenario.Source{sourceFiling.With(1250e6)},
	},
	{
		Name: "lease.price_per_kilowatt", Title: "Price per kW-month", Whose: scenario.Decision, Unit: "USD/kW/month", Kind: scenario.Number, MayVary: true, Group: "Price", OnlyWith: "price_basis=kilowatt_month",
		Default: "808", Min: 0, Max: 20000, Step: 1,
		Note: "For each kW of critical IT power. About 100 to 155 for a powered shell, 550 to 1,100 for a cloud of GPUs.",
		Sources: []scenario.Source{
			sourceIREN.As("IREN for Microsoft: 9.7 billion USD for 200 MW and 5 years", scenario.Derived).With(808),
			sourceTeraWulf.With(154),
			scenario.Source{Label: "Applied Digital for CoreWeave: 7 billion USD for 250 MW and 15 years", URL: "https://www.theregister.com/2025/06/02/coreweave_applied_digital_nd/", Date: "2025-06-02", Confidence: scenario.Derived}.With(153),
			scenario.Source{Label: "CBRE, wholesale colocation of 250 to 500 kW, second half of 2024", URL: "https://www.cbre.com/insights/reports/north-america-data-center-trends-h2-2024", Date: "2024", Confidence: scenario.High}.With(184.06),
		},
	},
	{
		Name: "lease.escalator", Title: "Fixed escalator", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Price", Assumption: true,
		Default: "0", Min: -0.5, Max: 0.5, Step: 0.005,
		Note: "Rise of the price on each anniversary of the start. Known from the beginning, it is straight-lined: revenue runs ahead of billing at first.",
	},
	{
		Name: "lease.index_growth", Title: "Rise by an index", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Price", Assumption: true,
		Default: "0", Min: -0.2, Max: 0.5, Step: 0.005,
		Note: "Expected rise a year of the consumer-price index (CPI) that the price follows, on each anniversary, beside the fixed escalator. It is variable and not straight-lined.",
	},
	{
		Name: "lease.free_months", Title: "Free months", Whose: scenario.Decision, Unit: "month", Kind: scenario.Number, Group: "Price", Assumption: true,
		Default: "0", Min: 0, Max: 60, Step: 1,
		Note: "Months from the start without a fee.",
	},
	{
		Name: "lease.reduced_months", Title: "Months at a reduced fee", Whose: scenario.Decision, Unit: "month", Kind: scenario.Number, Group: "Price", Assumption: true,
		Default: "0", Min: 0, Max: 60, Step: 1,
		Note: "Months from the start, after the free ones, in which only a part of the fee is due.",
	},
	{
		Name: "lease.reduced_fee", Title: "Reduced fee", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Price", OnlyWith: "reduced_months>0", Assumption: true,
		Default: "0.5", Min: 0, Max: 1, Step: 0.01,
		Note: "Share of the fee that is due in the months at a reduced fee. The filing does not disclose it.",
	},
	{
		Name: "lease.reduced_fee_is_discount", Title: "The reduced fee is a discount", Whose: scenario.Decision, Kind: scenario.Switch, Group: "Accounting", OnlyWith: "reduced_months>0", Default: "false", Assumption: true,
		Note: "Off: the lower fee pays for less use while the site ramps up, as the filing suggests, and is recognised as billed. On: it is a discount for full use and is straight-lined over the enforceable term.",
	},
	{
		Name: "lease.usage", Title: "Tenant's usage", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, MayVary: true, Group: "Take-or-pay", Assumption: true,
		Default: "1", Min: 0, Max: 1, Step: 0.01,
		Note: "Share of the delivered GPU-hours that the tenant uses. Unused GPUs idle.",
	},
	{
		Name: "lease.take_or_pay", Title: "Take-or-pay floor", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Take-or-pay",
		Default: "1", Min: 0, Max: 1, Step: 0.01,
		Note: "Share of the fee that is due for delivered capacity however little the tenant uses. About 96 % of CoreWeave's revenue is take-or-pay.",
		Sources: []scenario.Source{
			{Label: "Neocloud rental industry, Luminix", URL: "https://www.useluminix.com/reports/industry-analysis/deep-dive-on-the-neocloud-gpu-rental-industry-coreweave-lambda-crusoe", Date: "2026", Confidence: scenario.Medium},
		},
	},
	{
		Name: "lease.prorated", Title: "Fee cut where capacity is missing", Whose: scenario.Decision, Kind: scenario.Switch, Group: "Price", Default: "true", Assumption: true,
		Note: "A flat fee falls in proportion when fewer GPUs are delivered than agreed. A price per GPU-hour or kW-month does so by itself.",
	},
	{
		Name: "lease.payment_delay", Title: "Payment delay", Whose: scenario.Decision, Unit: "month", Kind: scenario.Number, Group: "Price", Assumption: true,
		Default: "1", Min: 0, Max: 12, Step: 1,
		Note: "Months from billing to payment; until then the fee is a receivable and not yet cash.",
	},
	{
		Name: "lease.prepaid_share", Title: "Prepayment", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Prepayment and deposit",
		Default: "0", Min: 0, Max: 1, Step: 0.01,
		Note:    "Share of the headline fee that is paid in advance. IREN got 20 % from Microsoft.",
		Sources: []scenario.Source{sourceIREN.As("IREN for Microsoft: 20 % prepaid; the default is none", scenario.High)},
	},
	{
		Name: "lease.prepayment_credited", Title: "The prepayment is credited", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Prepayment and deposit", OnlyWith: "prepaid_share>0", Assumption: true, Default: "every_bill",
		Options: []scenario.Option{{Name: "every_bill", Title: "On every bill, by the same share"}, {Name: "schedule", Title: "Evenly in some months"}},
		Note:    "Credited later, it lends to the operator for longer. Microsoft's to IREN is reported as credited from the third year on.",
	},
	{
		Name: "lease.prepayment_credit_from", Title: "Credited from", Whose: scenario.Decision, Unit: "month", Kind: scenario.Number, Group: "Prepayment and deposit", OnlyWith: "prepayment_credited=schedule",
		Default: "25", Min: 1, Max: 360, Step: 1,
		Note:    "Month of the lease, its first being 1.",
		Sources: []scenario.Source{sourceIRENReturn.With(25)},
	},
	{
		Name: "lease.prepayment_credit_months", Title: "Credited over", Whose: scenario.Decision, Unit: "month", Kind: scenario.Number, Group: "Prepayment and deposit", OnlyWith: "prepayment_credited=schedule",
		Default: "36", Min: 1, Max: 360, Step: 1,
		Note:    "Months over which it is credited in equal parts, at most to the last month of the lease; never more than a bill.",
		Sources: []scenario.Source{sourceIRENReturn.With(36)},
	},
	{
		Name: "lease.prepaid_before", Title: "Paid before the start", Whose: scenario.Decision, Unit: "month", Kind: scenario.Number, Group: "Prepayment and deposit", OnlyWith: "prepaid_share>0", Assumption: true,
		Default: "0", Min: 0, Max: 60, Step: 1,
		Note: "Months before the start in which prepayment and deposit come in, but not before the scenario begins.",
	},
	{
		Name: "lease.deposit", Title: "Deposit", Whose: scenario.Decision, Unit: "USD", Kind: scenario.Number, Group: "Prepayment and deposit", Assumption: true,
		Default: "0", Min: 0, Max: 50e9, Step: 10e6,
		Note: "Held until the lease ends, then returned; kept in the tenant's default.",
	},
	{
		Name: "lease.power_pass_through", Title: "Power passed on", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, MayVary: true, Group: "Price", Assumption: true,
		Default: "0", Min: 0, Max: 1, Step: 0.05,
		Note: "Share of the cost of the tenant's power that it pays on top of the fee, without a margin: none in a gross lease, all in a net one.",
	},
	{
		Name: "lease.delivery_remedy", Title: "If the delivery test fails", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Delivery test", Default: "none",
		Options: []scenario.Option{{Name: "none", Title: "There is no test"}, {Name: "cut", Title: "Fee cut in proportion"}, {Name: "exit", Title: "The tenant leaves"}},
		Note:    "Google may leave or take a cut if its GPUs are not delivered by 30 September 2026, with one month of grace.",
		Sources: []scenario.Source{sourceGoogleLease},
	},
	{
		Name: "lease.delivery_test_day", Title: "Day of the test", Whose: scenario.Decision, Kind: scenario.Day, Group: "Delivery test", OnlyWith: "delivery_remedy=cut|exit", Default: "2026-09-30",
		Note:    "Last day on which the capacity must be ready, before grace. It may lie before the start of the lease.",
		Sources: []scenario.Source{sourceGoogleLease},
	},
	{
		Name: "lease.delivery_grace", Title: "Grace", Whose: scenario.Decision, Unit: "day", Kind: scenario.Number, Group: "Delivery test", OnlyWith: "delivery_remedy=cut|exit",
		Default: "31", Min: 0, Max: 730, Step: 1,
		Note:    "Days after the test in which the operator may still deliver; the remedy holds from the month after. 31 days lead from 30 September to the end of October.",
		Sources: []scenario.Source{sourceGoogleLease},
	},
	{
		Name: "lease.delivery_test_share", Title: "Share that must be ready", Whose: scenario.Decision, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Delivery test", OnlyWith: "delivery_remedy=cut|exit", Assumption: true,
		Default: "1", Min: 0, Max: 1, Step: 0.01,
		Note: "Of the agreed capacity.",
	},
	{
		Name: "lease.relet", Title: "Let again at the market price", Whose: scenario.Decision, Kind: scenario.Switch, Group: "Letting again", Assumption: true, Default: "false",
		Note: "After the lease has ended, for whatever reason, another tenant takes the capacity at the site's market price. Off: the operator has it for itself.",
	},
	{
		Name: "lease.relet_downtime", Title: "Downtime", Whose: scenario.World, Unit: "month", Kind: scenario.Number, Group: "Letting again", OnlyWith: "relet=true", Assumption: true,
		Default: "3", Min: 0, Max: 60, Step: 1,
		Note: "Months without a tenant.",
	},
	{
		Name: "lease.relet_discount", Title: "Discount to the market", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Letting again", OnlyWith: "relet=true", Assumption: true,
		Default: "0", Min: -1, Max: 1, Step: 0.05,
		Note: "Off the market price, such as for a whole site at once; negative is a premium.",
	},
	{
		Name: "lease.accounting", Title: "Accounted for as", Whose: scenario.Decision, Kind: scenario.Choice, Group: "Accounting", Default: "asc606", Assumption: true,
		Options: []scenario.Option{{Name: "asc606", Title: "Service (ASC 606)"}, {Name: "asc842", Title: "Operating lease (ASC 842)"}},
		Note:    "The contracts are styled Cloud Services Agreements, and the operator runs the equipment and may reallocate it: a service. Exclusive use of a whole site points to a lease. The choice changes recognition, never cash.",
		Sources: []scenario.Source{sourceFiling},
	},
	{
		Name: "lease.financing_rate", Title: "Rate for prepayment and lease test", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Accounting",
		Default: "0.059", Min: 0, Max: 0.5, Step: 0.001,
		Note: "A year, effective: at which a prepayment of more than a year bears interest under ASC 606, and at which payments are valued in the lease test.",
		Sources: []scenario.Source{
			scenario.Source{Label: "CoreWeave DDTL 4.0 (A3): about 5.9 % fixed", URL: "https://davefriedman.substack.com/p/coreweave-issued-yet-more-debt", Date: "2026", Confidence: scenario.High}.With(0.059),
		},
	},
	{
		Name: "lease.asset_fair_value", Title: "Fair value of the equipment", Whose: scenario.World, Unit: "USD/GPU", Kind: scenario.Number, Group: "Accounting", OnlyWith: "accounting=asc842",
		Default: "48000", Min: 0, Max: 1e6, Step: 1000,
		Note: "With network and building, for each GPU: what the payments are compared with in the lease test.",
		Sources: []scenario.Source{
			scenario.Source{Label: "H100 all-in with network, Epoch AI training costs", URL: "https://docs.google.com/spreadsheets/d/1Ft3RbeZ-w43kYSiLfYc1vxO41mK5lmJpcPC9GOYHAWc", Date: "2025", Confidence: scenario.Medium}.With(48000),
			sourceBernstein.As("Bernstein, GB200 with all infrastructure, per GPU", scenario.High).With(82000),
		},
	},
	{
		Name: "lease.asset_life", Title: "Remaining life of the equipment", Whose: scenario.World, Unit: "year", Kind: scenario.Number, Group: "Accounting", OnlyWith: "accounting=asc842",
		Default: "5", Min: 0.5, Max: 40, Step: 0.5,
		Note: "Economic life left at the start of the lease; 75 % of it is a major part.",
		Sources: []scenario.Source{
			scenario.Source{Label: "Book lives of servers: Amazon and Lambda 5 years, Nebius 4, CoreWeave 6", URL: "https://www.realclear.ai/blog/the-three-year-clock-inside-the-thirty-year-building", Date: "2026", Confidence: scenario.High}.With(5),
		},
	},
}

var (
	sourceIREN        = scenario.Source{Label: "IREN for Microsoft, 200 MW", URL: "https://marketchameleon.com/articles/b/2025/11/03/", Date: "2025-11-03", Confidence: scenario.High}
	sourceIRENReturn  = scenario.Source{Label: "IREN for Microsoft, returns of the contract", URL: "https://app.getquin.com/fr/post/TqrJXRoSPW", Date: "2026", Confidence: scenario.Low}
	sourceTeraWulf    = scenario.Source{Label: "TeraWulf for Fluidstack: 3.7 billion USD for 200 MW and 10 years; powered shell", URL: "https://blockspace.media/insight/terawulf-signs-10-year-200-mw-hosting-deals-google-takes-8-stake", Date: "2025", Confidence: scenario.Derived}
	sourceGoogleLease = scenario.Source{Label: "Google's lease, via GKToday", URL: "https://www.gktoday.in/spacex-signs-computing-power-agreement-with-google/", Date: "2026-06", Confidence: scenario.High}
)
