package measure

// Coverage ratios of debt, after E. R. Yescombe, Principles of Project Finance
// (2nd ed. 2014), chapter 12. CFADS is the cash flow available for debt
// service. Flows are per period of the debt and fall at its end.

// DSCR returns the debt service coverage ratio of each period, CFADS over
// debt service (interest and principal). It is absent, NaN, in periods in
// which there is no debt service to cover, and nil if the series differ in
// length.
func DSCR(cfads, service []float64) []float64 {
	if len(service) != len(cfads) {
		return nil
	}
	ratios := make([]float64, len(cfads))
	for t := range ratios {
		ratios[t] = absent()
		if service[t] > 0 {
			ratios[t], _ = quotient(cfads[t], service[t])
		}
	}
	return ratios
}

// MinimumDSCR returns the lowest DSCR and the first period that has it, and
// false if no period has debt service.
func MinimumDSCR(cfads, service []float64) (ratio float64, period int, ok bool) {
	return Minimum(DSCR(cfads, service))
}

// AverageDSCR returns the mean of the DSCRs of all periods with debt service,
// each counting alike, and false if there is none. It is not total CFADS over
// total debt service.
func AverageDSCR(cfads, service []float64) (float64, bool) {
	sum, count := 0.0, 0
	for _, ratio := range DSCR(cfads, service) {
		if ratio == ratio {
			sum += ratio
			count++
		}
	}
	return quotient(sum, float64(count))
}

// Loan is what LLCR and PLCR need to know of a debt, period by period, in
// series of one length.
type Loan struct {
	CFADS    []float64
	Rates    []float64 // interest rate per period
	Opening  []float64 // balance at the start of the period
	Reserves []float64 // cash reserve that the term sheet counts, or nil
}

// LLCR returns the loan life coverage ratio at the start of each period: the
// present value, at the debt's rates, of CFADS of this and all periods up to
// maturity, the period of the last debt service, plus the reserve, over the
// debt outstanding. Where debt is sculpted to a constant DSCR, the LLCR equals
// it. It is absent, NaN, after maturity and without debt outstanding; nil if
// the series differ in length.
func LLCR(loan Loan, maturity int) []float64 {
	n := len(loan.CFADS)
	if len(loan.Rates) != n || len(loan.Opening) != n || (loan.Reserves != nil && len(loan.Reserves) != n) {
		return nil
	}
	ratios := make([]float64, n)
	value := 0.0
	for t := n - 1; t >= 0; t-- {
		ratios[t] = absent()
		if t > maturity {
			continue
		}
		value = (value + loan.CFADS[t]) / (1 + loan.Rates[t])
		if !(loan.Opening[t] > 0) {
			continue
		}
		cover := value
		if loan.Reserves != nil {
			cover += loan.Reserves[t]
		}
		ratios[t], _ = quotient(cover, loan.Opening[t])
	}
	return ratios
}

// PLCR returns the project life coverage ratio at the start of each period: as
// LLCR, but with CFADS up to the end of the project, the last period given.
func PLCR(loan Loan) []float64 {
	return LLCR(loan, len(loan.CFADS)-1)
}
