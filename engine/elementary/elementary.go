// Package elementary computes exp, log, power, the normal distribution and its
// quantile so that every processor returns the same bits.
//
// The standard library's versions differ between amd64 and WebAssembly in
// the last bit, because some are written in assembly and because a compiler
// may fuse a*b+c into one rounding. Here every product that feeds a sum is
// converted explicitly, float64(a*b) + c, which the Go specification defines
// to prevent fusing, and nothing is used but + - * / and the square root,
// which IEEE 754 defines exactly.
//
// Special cases follow C99 Annex F. A NaN that is returned is always the one
// of math.NaN, whatever NaN came in.
//
// Exp and Log are table-driven after P. T. P. Tang, "Table-driven
// implementation of the exponential function in IEEE floating-point
// arithmetic", ACM TOMS 15 (1989) and "… of the logarithm function …", ACM
// TOMS 16 (1990); the reduction with 128 entries, the logarithm in two parts
// for Pow and the rounding of subnormal results follow the description of
// exp, log and pow in Arm's Optimized Routines (S. Nagy, 2018). The tables
// are computed by this package's tests (see tables.go).
package elementary

import "math"

// split returns the upper part of x, with at most 26 significant bits, and
// the exact rest.
func split(x float64) (high, low float64) {
	high = math.Float64frombits(math.Float64bits(x) &^ (1<<27 - 1))
	return high, x - high
}
