package model

import "rackonomics/engine/scenario"

// How likely a tenant is to default, and what is recovered.
var creditInputs = []scenario.Input{
	{
		Name: "lease.default_probability", Title: "Probability of default", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Credit", Assumption: true,
		Default: "0", Min: 0, Max: 1, Step: 0.005,
		Note: "A year, for the expected loss alone. A spread over the loss given default is what lenders ask for it and for more.",
		Sources: []scenario.Source{
			sourceDelayedDraw.As("CoreWeave DDTL 4.0 (A3): 225 points over a loss of 60 %", scenario.Derived).With(0.0375),
			sourceDelayedDraw.As("CoreWeave DDTL 5.0 (Ba2): 450 points over a loss of 60 %", scenario.Derived).With(0.075),
		},
	},
	{
		Name: "lease.recovery_rate", Title: "Recovery after a default", Whose: scenario.World, Unit: "1", Kind: scenario.Number, Percent: true, Group: "Credit", Assumption: true,
		Default: "0.4", Min: 0, Max: 1, Step: 0.05,
		Note: "Share of the exposure that comes back, by re-letting or from the estate.",
	},
}
