package measure

// Coverage ratios of debt, after E. R. Yescombe, Principles of Project Finance
// (2nd ed. 2014), chapter 12. CFADS is the cash flow available for debt
// service. Flows are per period of the debt and fall at its end.

// DSCR returns the debt service coverage ratio of each period, CFADS over
// debt service (interest and principal). It is absent, NaN, in periods in
// which there is no debt service to cover, and where the series differ in
// length.
func DSCR(cfads, service []float64) []float64 {
	ratios := make([]float64, len(cfads))
	for t := range ratios {
		ratios[t] = absent()
		if t < len(service) && service[t] > 0 {
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

// LLCR returns the loan life coverage ratio at the start of each period: the
// present value of CFADS of this and all periods up to that of the last debt
// service, maturity, plus a cash reserve where the term sheet counts one, over
// the debt outstanding. rates are the debt's rates per period, opening its
// balance at the start of each. reserves may be nil. Where debt is sculpted to
// a constant DSCR, the LLCR equals it. Absent, NaN, after maturity, without
// debt, and where series differ in length.
func LLCR(cfads, rates, opening, reserves []float64, maturity int) []float64 {
	ratios := make([]float64, len(cfads))
	value := 0.0
	for t := len(cfads) - 1; t >= 0; t-- {
		ratios[t] = absent()
		if t > maturity || t >= len(rates) || t >= len(opening) {
			continue
		}
		value = (value + cfads[t]) / (1 + rates[t])
		reserve := 0.0
		if t < len(reserves) {
			reserve = reserves[t]
		}
		if opening[t] > 0 {
			ratios[t], _ = quotient(value+reserve, opening[t])
		}
	}
	return ratios
}

// PLCR returns the project life coverage ratio at the start of each period: as
// LLCR, but with CFADS up to the end of the project, the last period given.
func PLCR(cfads, rates, opening, reserves []float64) []float64 {
	return LLCR(cfads, rates, opening, reserves, len(cfads)-1)
}
