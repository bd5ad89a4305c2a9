package measure

import "rackonomics/engine/elementary"

// What the functions of this package are tested against, by definition.

// PeriodicNPV returns the net present value of flows at a rate per period,
// the first flow being at the valuation date and so not discounted:
// Σ flows[t]/(1+rate)^t. numpy-financial's npv and ClickHouse's
// financialNetPresentValue compute the same.
//
// It is absent for a rate of -1 or below, or flows that are not finite.
func PeriodicNPV(rate float64, flows []float64) (float64, bool) {
	if !(rate > -1) {
		return absent(), false
	}
	return exists(polynomial(1/(1+rate), flows))
}

// ExcelNPV returns what NPV in a spreadsheet returns: the first flow is one
// period after the valuation date, Σ flows[t]/(1+rate)^(t+1). An outlay at
// the valuation date is added outside.
//
// It is absent for a rate of -1 or below, or flows that are not finite.
func ExcelNPV(rate float64, flows []float64) (float64, bool) {
	npv, ok := PeriodicNPV(rate, flows)
	if !ok {
		return npv, false
	}
	return exists(npv / (1 + rate))
}

// XNPV returns the net present value of dated flows at a rate per year,
// Actual/365 as in spreadsheets: Σ flows[k]/(1+rate)^((days[k]-days[0])/365).
// The first date listed is the valuation date. Flows dated before it are
// compounded, where Excel refuses them; a negative rate is allowed, where
// Excel refuses that too.
//
// It is absent for a rate of -1 or below, flows that are not finite, no flow,
// or dates that differ in number from flows.
func XNPV(rate float64, flows []float64, days []Day) (float64, bool) {
	if !(rate > -1) || len(flows) != len(days) || len(flows) == 0 {
		return absent(), false
	}
	sum := 0.0
	for k, flow := range flows {
		years := float64(days[k]-days[0]) / 365
		sum += float64(flow * elementary.Pow(1+rate, -years))
	}
	return exists(sum)
}

// MonthlyRate returns the rate per month whose effective rate per year is
// given, (1+rate)^(1/12) - 1. Absent for a rate below -1.
func MonthlyRate(annual float64) (float64, bool) {
	if !(annual >= -1) {
		return absent(), false
	}
	return exists(elementary.Pow(1+annual, 1.0/12) - 1)
}

// SculptedDebt is debt whose service follows the cash flow, so that the DSCR
// is the same in every period: service = CFADS/DSCR. The amount that can be
// borrowed is the present value of that service at the debt's own rates,
// Σ CFADS[t]/DSCR/Π(1+rates[k≤t]), and is repaid in full at the last period
// (E. Bodmer, "Debt sizing and sculpting", edbodmer.com).
type SculptedDebt struct {
	Amount    float64   // drawn at the start of the first period
	Service   []float64 // interest and principal, at the end of each period
	Interest  []float64
	Principal []float64 // negative where service is less than interest
	Closing   []float64 // balance after the service of each period
}

// Sculpt sizes and schedules debt for a target DSCR, given CFADS and the
// debt's rate of each period. A period of negative CFADS has no service: its
// interest is added to the balance, and the lender puts nothing in.
//
// False for a DSCR that is not positive, a rate of -1 or below, series of
// different length, or numbers that are not finite.
func Sculpt(cfads, rates []float64, dscr float64) (SculptedDebt, bool) {
	if !(dscr > 0) || len(cfads) != len(rates) || !finite(cfads) || !finite(rates) {
		return SculptedDebt{}, false
	}
	n := len(cfads)
	debt := SculptedDebt{Service: make([]float64, n), Interest: make([]float64, n),
		Principal: make([]float64, n), Closing: make([]float64, n)}
	for t := n - 1; t >= 0; t-- {
		if !(rates[t] > -1) {
			return SculptedDebt{}, false
		}
		debt.Service[t] = max(cfads[t], 0) / dscr
		debt.Closing[t] = debt.Amount
		debt.Amount = (debt.Amount + debt.Service[t]) / (1 + rates[t])
	}
	opening := debt.Amount
	for t := range n {
		debt.Principal[t] = opening - debt.Closing[t]
		debt.Interest[t] = debt.Service[t] - debt.Principal[t]
		opening = debt.Closing[t]
	}
	_, ok := exists(debt.Amount)
	return debt, ok
}
