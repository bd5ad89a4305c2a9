// Package estimate keeps what a study learns from its lanes, and tells it with
// its sampling error.
//
// A study computes lanes in blocks. Block i belongs to replicate i mod
// [Replicates]. Replicates are independent of each other (independently
// scrambled sequences, or random streams), so how their figures differ says how
// far a figure may be off, whatever the figure and whatever holds within a
// replicate: A. B. Owen, "Monte Carlo variance of scrambled net quadrature",
// SIAM J. Numer. Anal. 34 (1997); P. L'Ecuyer and C. Lemieux, "Recent advances in
// randomized quasi-Monte Carlo methods" (2002), section 2.
//
// What is kept is a function of the set of blocks alone: the order in which they
// came, how they were shared out among workers and which came twice change no bit.
package estimate

import (
	"math"

	"rackonomics/engine/elementary"
)

// Replicates is how many independent parts a study has.
const Replicates = 16

// The bounds of what is kept.
const (
	MaximumBlocks  = 1 << 24
	MaximumLanes   = 1 << 12 // of a block
	MaximumOutputs = 1 << 14
	MaximumExact   = 1 << 20
	MaximumInputs  = 1 << 10 // of a design
)

// Estimate is a figure and how far sampling may have moved it. Both are NaN where
// they are absent.
type Estimate struct {
	Value float64
	// Error is half the width of the band that holds the true figure in 90 % of
	// studies. It is absent unless at least two replicates have the figure.
	Error float64
}

// student95 holds the 95 % quantiles of Student's t distribution for 1, 2, …
// degrees of freedom: M. Abramowitz and I. A. Stegun, Handbook of Mathematical
// Functions (1964), table 26.10, with three more places.
var student95 = [Replicates - 1]float64{
	6.313752, 2.919986, 2.353363, 2.131847, 2.015048,
	1.943180, 1.894579, 1.859548, 1.833113, 1.812461,
	1.795885, 1.782288, 1.770933, 1.761310, 1.753050,
}

// errorOf returns the [Estimate.Error] of a figure that has these values in the
// replicates, NaN where it is absent: Student's t times the standard error of
// their mean. Replicates count alike. Where some have more lanes than others that
// widens the band: the mean of 1/n is at least 1 over the mean of n.
func errorOf(figure func(replicate int) float64) float64 {
	var figures [Replicates]float64
	n, sum := 0, 0.0
	for r := range Replicates {
		if x := figure(r); x-x == 0 {
			figures[n] = x
			sum += x
			n++
		}
	}
	if n < 2 {
		return math.NaN()
	}
	mean, squares := sum/float64(n), 0.0
	for _, x := range figures[:n] {
		squares += float64((x - mean) * (x - mean))
	}
	return finite(student95[n-2] * math.Sqrt(squares/float64(n*(n-1))))
}

// errorOfUnanimity is how far a chance that was met in none of the lanes, or in
// all, may still be from 0 or 1: the bound that it passes in 5 % of studies (C. J.
// Clopper and E. S. Pearson, Biometrika 26, 1934), some 3 over the lanes. The
// replicates agree then, and so cannot tell.
func errorOfUnanimity(lanes uint64) float64 {
	return 1 - elementary.Pow(0.05, 1/float64(lanes))
}

// finite returns x, or the absent value in place of an infinite one, always with
// the same bits. What is to be finite is rounded first: less a product that is not,
// it would be what rounding took.
func finite(x float64) float64 {
	if x = float64(x); x-x != 0 {
		return math.NaN()
	}
	return x
}
