package measure

import (
	"math"
	"slices"

	"rackonomics/engine/elementary"
)

// Day is a calendar day, as the number of days since any other.
type Day int

// IRR returns every internal rate of return of periodic flows, in ascending
// order: the rates i per period above -1 at which Σ flows[t]/(1+i)^t is zero. There may
// be several, where flows change sign more than once, or none: nil. Nothing
// is guessed and nothing depends on a starting value.
//
// A rate at which the net present value touches zero without changing sign
// counts, once; it touches zero if its distance is within the rounding error
// of computing it, 2e-13 of the gross discounted flows at 360 months.
// Flows that are all zero have no IRR, although every rate would do. Rates
// that a float64 cannot tell from -1, or cannot hold, are left out. Flows that
// are not finite have none.
//
// Spreadsheets return one rate, that in which their iteration from a guess
// ends; numpy-financial chooses one by the signs and sizes of rates and flows:
// see Nearest.
func IRR(flows []float64) []float64 {
	if !finite(flows) {
		return nil
	}
	first, last := firstAndLastNonZero(flows)
	if first > last {
		return nil
	}
	sum := exponentialSum{coefficients: flows[first : last+1]}
	return ratesFrom(sum.zeros(lowestLogRate, highestLogRate), 1)
}

// XIRR returns every internal rate of return, per year, of dated flows: the
// rates i above -1 at which Σ flows[k]/(1+i)^(days[k]/365) is zero, in ascending order. Dates
// may be in any order and repeat. It is nil if there is none, or if the dates
// differ in number from the flows. All that is said of IRR holds here.
//
// Excel's XIRR shows 2.98e-9, which is no root, for some flows with a negative
// rate, and an error for some with a nearly total loss, for which this
// returns the rate.
func XIRR(flows []float64, days []Day) []float64 {
	if len(flows) != len(days) || !finite(flows) || !slices.ContainsFunc(flows, positive) || !slices.ContainsFunc(flows, negative) {
		return nil
	}
	sum := byDay(flows, days)
	if len(sum.coefficients) == 0 {
		return nil
	}
	const year = 365
	return ratesFrom(sum.zeros(lowestLogRate/year, highestLogRate/year), year)
}

func positive(flow float64) bool { return flow > 0 }
func negative(flow float64) bool { return flow < 0 }

// Nearest returns the one of several rates that lies nearest to a guess, the
// lower of two that are equally near, and false if there is none. With a guess
// of 0.1 it is mostly what a spreadsheet shows.
func Nearest(rates []float64, guess float64) (float64, bool) {
	if len(rates) == 0 {
		return absent(), false
	}
	nearest := rates[0]
	for _, rate := range rates[1:] {
		if math.Abs(rate-guess) < math.Abs(nearest-guess) {
			nearest = rate
		}
	}
	return nearest, true
}

const (
	lowestLogRate  = -36.7368005696771 // log(2**-53): the rate is -1 + 2**-53
	highestLogRate = 709.782712893384  // log(largest float64)
)

// ratesFrom turns continuous rates per step into rates per so many steps.
func ratesFrom(logs []float64, steps float64) []float64 {
	rates := logs[:0]
	for _, log := range logs {
		if rate := elementary.Exp(log*steps) - 1; rate > -1 && !math.IsInf(rate, 0) {
			rates = append(rates, rate)
		}
	}
	return slices.Compact(rates)
}

func firstAndLastNonZero(xs []float64) (first, last int) {
	last = len(xs) - 1
	for first < len(xs) && xs[first] == 0 {
		first++
	}
	for last >= 0 && xs[last] == 0 {
		last--
	}
	return first, last
}

// byDay adds the flows of each day and drops days whose sum is zero. Times
// count in days from the first that is left.
func byDay(flows []float64, days []Day) exponentialSum {
	order := make([]int, len(flows))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return int(days[a]) - int(days[b]) })
	var sum exponentialSum
	for i := 0; i < len(order); {
		day, total := days[order[i]], 0.0
		for ; i < len(order) && days[order[i]] == day; i++ {
			total += flows[order[i]]
		}
		if total != 0 {
			sum.coefficients = append(sum.coefficients, total)
			sum.times = append(sum.times, float64(day))
		}
	}
	for i := len(sum.times) - 1; i >= 0; i-- {
		sum.times[i] -= sum.times[0]
	}
	return sum
}
