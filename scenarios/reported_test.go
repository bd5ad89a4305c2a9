package scenarios_test

import (
	"math"
	"testing"
)

// segment is a quarter of SpaceX's AI segment in million USD, as its 10-Q for the
// second quarter of 2026 has it.
type segment struct {
	advertising, infrastructure, costOfRevenue, research, administration, restructuring float64
	operatingIncome, adjustedEBITDA, capitalExpenditure                                 float64
}

var (
	firstQuarter  = segment{343, 475, 456, 2379, 463, -11, -2469, -609, 7723}
	secondQuarter = segment{367, 2194, 1106, 2178, 532, 2, -1257, 1146, 15828}
)

func TestTheFiledLinesAddUp(t *testing.T) {
	for _, q := range []segment{firstQuarter, secondQuarter} {
		sum := q.advertising + q.infrastructure - q.costOfRevenue - q.research - q.administration - q.restructuring
		if sum != q.operatingIncome {
			t.Errorf("the lines of %+v add up to %v", q, sum)
		}
	}
}

// within demands millions to half a million, as they are printed.
func (s story) within(what string, got, millions float64) {
	s.Helper()
	if math.Abs(got/1e6-millions) > 0.5 {
		s.Errorf("%s is %.2f million USD, filed are %v", what, got/1e6, millions)
	}
}

// The case that joins leases with a filed statement: every line of both quarters.
func TestAsReportedIsWhatWasFiled(t *testing.T) {
	s := tell(t, "as-reported-q2")
	for from, filed := range map[string]segment{"2026-01": firstQuarter, "2026-04": secondQuarter} {
		sum := func(row string) float64 {
			return total(s.between(row, "operator", from, s.Table.Start.Add(s.index(from)+2).String()))
		}
		more := filed.infrastructure - firstQuarter.infrastructure
		s.within("revenue", sum("operator.revenue"), filed.advertising+filed.infrastructure)
		s.within("Anthropic's part", sum("operator.lease_revenue"), more)
		s.within("its cost", sum("operator.lease_costs"), filed.costOfRevenue-firstQuarter.costOfRevenue)
		s.within("non-cash costs", sum("operator.non_cash_costs"), filed.adjustedEBITDA-filed.operatingIncome)
		s.within("adjusted EBITDA", sum("operator.adjusted_ebitda"), filed.adjustedEBITDA)
		s.within("operating income", sum("operator.operating_income"), filed.operatingIncome)
		s.within("capital expenditure", sum("operator.capital_expenditure"), filed.capitalExpenditure)
	}
}

// The filed deal stands on the first quarter and half of the fee. It differs from
// the second quarter by the lines that moved, each named, and by no more than
// their rounding: April is taken at the first quarter's rate.
func TestTheFiledDealDiffersByWhatIsNamed(t *testing.T) {
	q1, q2 := firstQuarter, secondQuarter
	named := map[string]float64{
		"infrastructure revenue above half of the fee": q2.infrastructure - q1.infrastructure - 2*625,
		"advertising":     q2.advertising - q1.advertising,
		"cost of revenue": q1.costOfRevenue - q2.costOfRevenue,
		"research":        q1.research - q2.research,
		"administration":  q1.administration - q2.administration,
		"restructuring":   q1.restructuring - q2.restructuring,
	}
	reasons := 0.0
	for _, millions := range named {
		reasons += millions
	}
	s := tell(t, "filed-deal")
	quarter := func(row string, april float64) float64 {
		return april + total(s.between(row, "operator", "2026-05", "2026-06"))/1e6
	}
	if income := quarter("operator.operating_income", q1.operatingIncome/3); math.Abs(q2.operatingIncome-income-reasons) > 2 {
		t.Errorf("operating income is %v million USD, filed are %v, and %v are named", income, q2.operatingIncome, reasons)
	}
	moreNonCash := q2.adjustedEBITDA - q2.operatingIncome - (q1.adjustedEBITDA - q1.operatingIncome)
	if ebitda := quarter("operator.adjusted_ebitda", q1.adjustedEBITDA/3); math.Abs(q2.adjustedEBITDA-ebitda-reasons-moreNonCash) > 2 {
		t.Errorf("adjusted EBITDA is %v million USD, filed are %v, and %v are named, with %v of non-cash costs", ebitda, q2.adjustedEBITDA, reasons+moreNonCash, moreNonCash)
	}
	s.near("capital expenditure", total(s.between("operator.capital_expenditure", "operator", "2026-05", "2026-07")), q2.capitalExpenditure*1e6, 1e-9)
}
