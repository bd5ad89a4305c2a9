package estimate

import (
	"cmp"
	"math"
	"slices"
)

// Knowing is what it would do to the spread of an answer to know one input. Both
// shares lie from 0 to 1; an index that came out beyond is taken as the bound.
type Knowing struct {
	Input int
	// Variance is the share of the variance that would go on average: the
	// first-order index.
	Variance Estimate
	// Deviation is the share of the standard deviation that goes with it, 1 -
	// √(1 - Variance). Its band is where that of Variance leads.
	Deviation Estimate
}

// WhatToFindOut ranks inputs by what it would do to know them, given their
// first-order indices: the most first, of equals the first, and those without an
// index last. This is "factor prioritisation", A. Saltelli et al., Global
// Sensitivity Analysis: The Primer (2008), section 1.2.13.
func WhatToFindOut(firstOrder []Estimate) []Knowing {
	ranked := make([]Knowing, len(firstOrder))
	for input, index := range firstOrder {
		ranked[input] = Knowing{input, Estimate{share(index.Value), index.Error}, Estimate{
			deviationGone(index.Value),
			(deviationGone(index.Value+index.Error) - deviationGone(index.Value-index.Error)) / 2,
		}}
	}
	slices.SortStableFunc(ranked, func(a, b Knowing) int { return cmp.Compare(b.Variance.Value, a.Variance.Value) })
	return ranked
}

// deviationGone is the share of the standard deviation that goes with a share of
// the variance.
func deviationGone(variance float64) float64 { return 1 - math.Sqrt(1-share(variance)) }

// share is x within 0 and 1, absent if x is.
func share(x float64) float64 { return max(0, min(1, x)) }
