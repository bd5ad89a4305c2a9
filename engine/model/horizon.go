package model

import (
	"math"

	"rackonomics/engine/scenario"
)

// LongestReach is how many months from the start of a scenario are computed at
// most, whatever its contracts and loans name: 60 years. Formulas that have to
// know when something lasts longer are written with it.
const LongestReach = 2 * scenario.LongestHorizon

// Computed is how many months are computed for a document, so that what a lease
// still brings and what a loan still costs is summed to its end and not guessed:
// those of the scenario, those to the end of every lease with its renewal and to the
// month after every maturity and refinancing, which shows that nothing is owed any more, and those
// to the end of that year, for what is taxed by years.
func Computed(document *scenario.Document) int {
	value := func(instance int, name string) float64 {
		return document.Resolve(instance, Scenario.FindInput(name), 1)[0]
	}
	last := float64(document.Months - 1)
	for i := range document.Instances {
		switch document.Instances[i].Scope {
		case "lease":
			last = max(last, value(i, "lease.last_month")+value(i, "lease.renewal_months"))
		case "tranche":
			last = max(last, value(i, "tranche.maturity")+1)
			if value(i, "tranche.refinanced_share") > 0 {
				last = max(last, value(i, "tranche.maturity")+value(i, "tranche.refinancing_term")+1)
			}
		}
	}
	months := int(math.Ceil(min(last, LongestReach))) + 1 // a part of a month is computed as one
	months += 12 - document.Start.Add(months-1).Month
	return max(document.Months, min(months, LongestReach, document.MostMonths()))
}
