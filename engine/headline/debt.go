package headline

import (
	"math"
	"slices"

	"rackonomics/engine/measure"
)

var debtRows = []string{
	"operator.cfads", "operator.debt_service", "operator.total_debt", "operator.opening_debt", "tranche.interest",
	"tranche.cfads", "tranche.debt_service", "tranche.balance", "tranche.draw", "tranche.interest_added", "tranche.repaid", "tranche.prepaid",
	"tranche.llcr", "tranche.plcr", "tranche.dscr_12_months", "tranche.covenant_breached",
}

const (
	dscrNote = "Cash flow available for debt service over debt service (interest, commitment fees and scheduled principal), by years from the first month that begins with debt, as interest is not paid in every month. Only months that begin with debt count, and no year that the end of the scenario cuts short."
	lifeNote = " Present value of cash flow available for debt service, at the debt's rates, over the debt, at the start of the month that begins with the most debt;"
)

// debt tells how far cash flow covers debt; of a scenario with debt only.
func (r *reader) debt() []Measure {
	names := r.names("tranche.balance")
	if len(names) == 0 {
		return nil
	}
	all := loan{r.total("operator.cfads"), r.total("operator.debt_service"), carried(r.total("operator.total_debt"), r.total("operator.opening_debt")[0])}
	llcr, plcr := all.lifeCoverage(r.total("tranche.interest"))
	list := append(r.debtService(all, "", "all debt"),
		Measure{"debt.llcr", "Loan life coverage ratio, all debt", "1", "The whole company's." + lifeNote + " to the last debt service. At the average rate of all debt.", llcr},
		Measure{"debt.plcr", "Project life coverage ratio, all debt", "1", "The whole company's." + lifeNote + " to the end of the scenario. At the average rate of all debt.", plcr})
	for i, name := range names {
		list = append(list, r.tranche(i, name)...)
	}
	return list
}

func (r *reader) tranche(i int, name string) []Measure {
	of := func(row string) []float64 { return r.each("tranche." + row)[i] }
	balance := of("balance")
	start := balance[0] - of("draw")[0] - of("interest_added")[0] + of("repaid")[0] + of("prepaid")[0]
	one := loan{of("cfads"), of("debt_service"), carried(balance, start)}
	at := "@" + name
	var llcr, plcr any
	if peak, ok := one.peak(); ok {
		llcr, plcr = of("llcr")[peak], of("plcr")[peak]
	}
	return append(r.debtService(one, at, name),
		Measure{"debt.dscr_12_months.minimum" + at, "Lowest DSCR of 12 months, " + name, "1", "Of the 12 months to any month, or since the debt began, as the covenant looks at it.", least(of("dscr_12_months"))},
		Measure{"debt.llcr" + at, "Loan life coverage ratio, " + name, "1", "Of the cash flow that this debt looks to, after debt listed earlier." + lifeNote + " to maturity.", llcr},
		Measure{"debt.plcr" + at, "Project life coverage ratio, " + name, "1", "Of the cash flow that this debt looks to, after debt listed earlier." + lifeNote + " to the end of the scenario.", plcr},
		Measure{"debt.covenant_breached" + at, "First breach of a covenant, " + name, "month", "None if the covenants hold or there are none.", r.firstTrue(of("covenant_breached"))})
}

func (r *reader) debtService(l loan, at, title string) []Measure {
	cfads, service, first := l.years()
	least, _, ok := measure.MinimumDSCR(cfads, service)
	var from any
	for year, ratio := range measure.DSCR(cfads, service) {
		if ratio <= least+float64(1e-9*math.Abs(least)) { // sculpted debt has the same in every year, but for rounding
			from = r.date(first + 12*year)
			break
		}
	}
	return []Measure{
		{"debt.dscr.minimum" + at, "Lowest DSCR of a year, " + title, "1", dscrNote, defined(least, ok)},
		{"debt.dscr.minimum_month" + at, "Year of the lowest DSCR begins, " + title, "month", "The first month of that year.", from},
		{"debt.dscr.average" + at, "Average DSCR, " + title, "1", dscrNote + " The mean of the years, each counting alike.", defined(measure.AverageDSCR(cfads, service))},
	}
}

// loan is debt with the cash flow that it looks to, by month.
type loan struct {
	cfads, service []float64
	opening        []float64 // owed at the start of the month
}

// carried moves balances at month ends to the starts of the months after.
func carried(balance []float64, start float64) []float64 {
	return append([]float64{start}, balance[:len(balance)-1]...)
}

// years adds the months that begin with debt to years from the first of them.
// A year that the scenario's end cuts short counts only if it is the first one.
func (l loan) years() (cfads, service []float64, first int) {
	first = slices.IndexFunc(l.opening, func(owed float64) bool { return owed > 0 })
	if first < 0 {
		return nil, nil, 0
	}
	months := len(l.opening)
	if whole := first + (months-first)/12*12; whole > first && l.opening[months-1] > 0 {
		months = whole
	}
	for month := first; month < months; month++ {
		if (month-first)%12 == 0 {
			cfads, service = append(cfads, 0), append(service, 0)
		}
		if l.opening[month] > 0 {
			cfads[len(cfads)-1] += l.cfads[month]
			service[len(service)-1] += l.service[month]
		}
	}
	return cfads, service, first
}

// peak is the first month that begins with the most debt.
func (l loan) peak() (month int, ok bool) {
	most := 0.0
	for i, owed := range l.opening {
		if owed > most {
			most, month, ok = owed, i, true
		}
	}
	return month, ok
}

// lifeCoverage gives LLCR and PLCR. Where nothing is owed the rate of the month
// before goes on.
func (l loan) lifeCoverage(interest []float64) (llcr, plcr any) {
	peak, ok := l.peak()
	if !ok {
		return nil, nil
	}
	rates, maturity := make([]float64, len(interest)), 0
	for month, owed := range l.opening {
		if owed > 0 {
			rates[month] = interest[month] / owed
		} else if month > 0 {
			rates[month] = rates[month-1]
		}
		if l.service[month] > 0 {
			maturity = month
		}
	}
	terms := measure.Loan{CFADS: l.cfads, Rates: rates, Opening: l.opening}
	return measure.LLCR(terms, maturity)[peak], measure.PLCR(terms)[peak]
}
