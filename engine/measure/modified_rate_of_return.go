package measure

import "rackonomics/engine/elementary"

// MIRR returns the modified internal rate of return per period: outflows are
// discounted to the first period at the finance rate, inflows compounded to
// the last one at the reinvestment rate, both rates per period:
//
//	(FV of inflows / -PV of outflows)^(1/(n-1)) - 1
//
// for n flows, as Excel's and numpy-financial's MIRR. It is absent without
// both an inflow and an outflow, or for a rate of -1 or below.
func MIRR(flows []float64, financeRate, reinvestmentRate float64) (float64, bool) {
	if !(financeRate > -1) || !(reinvestmentRate > -1) {
		return absent(), false
	}
	discount := 1 / (1 + financeRate)
	var outflows, inflows float64
	for t := len(flows) - 1; t >= 0; t-- {
		outflows = float64(outflows*discount) + min(flows[t], 0)
	}
	for _, flow := range flows {
		inflows = float64(inflows*(1+reinvestmentRate)) + max(flow, 0)
	}
	if !(inflows > 0) || !(outflows < 0) {
		return absent(), false
	}
	return exists(elementary.Pow(inflows/-outflows, 1/float64(len(flows)-1)) - 1)
}
