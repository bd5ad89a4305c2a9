package measure

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
