package result_test

import (
	"fmt"
	"math"
	"testing"

	"rackonomics/engine/scenario"
)

// steady brings in 60 million USD in every month.
func steady(t testing.TB, months int) *scenario.Document { return firm(t, level(-60, 60, months-1)...) }

// A loan of 1 billion at 1 % a month, drawn at the end of the first month and
// repaid by 24 equal payments.
const annuity = `{"commitment": 1e9, "start": "2026-01", "maturity": "2028-01", "rate": 0.12, "repayment": "annuity", "secured_on": "company"}`

func TestCoverageOfALevelLoan(t *testing.T) {
	payment := 1e9 * 0.01 / (1 - math.Pow(1.01, -24))
	m := measured(t, steady(t, 37), "tranche.loan="+annuity)
	for _, of := range []string{"", "@loan"} {
		m.near(t, "debt.dscr.minimum"+of, 60e6/payment, 1e-9)
		m.near(t, "debt.dscr.average"+of, 60e6/payment, 1e-9)
		m.is(t, "debt.dscr.minimum_month"+of, "2026-02")
		m.near(t, "debt.llcr"+of, 60e6/payment, 1e-9) // level service: cover of the life is cover of each month
		m.near(t, "debt.plcr"+of, 60e6*(1-math.Pow(1.01, -36))/0.01/1e9, 1e-9)
	}
	m.is(t, "debt.covenant_breached@loan", nil)
}

// Debt listed later has what the first leaves; the company has both to cover.
func TestCoverageOfTwoLoans(t *testing.T) {
	payment := 1e9 * 0.01 / (1 - math.Pow(1.01, -24))
	m := measured(t, steady(t, 30), "tranche.senior="+annuity, "tranche.junior="+annuity)
	m.near(t, "debt.dscr.minimum", 60e6/(2*payment), 1e-9)
	m.near(t, "debt.dscr.minimum@senior", 60e6/payment, 1e-9)
	m.near(t, "debt.dscr.minimum@junior", (60e6-payment)/payment, 1e-9)
	m.near(t, "debt.llcr", 60e6/(2*payment), 1e-9)
	m.near(t, "debt.llcr@junior", (60e6-payment)/payment, 1e-9)
}

// A bond that pays interest twice a year is judged by the year, and the year in
// which it is repaid is the worst.
func TestCoverageOfABond(t *testing.T) {
	bond := `tranche.bond={"commitment": 1e9, "start": "2026-01", "maturity": "2029-01", "rate": 0.1, "secured_on": "company", "coverage_covenant": 1.5}`
	m := measured(t, steady(t, 48), bond)
	m.near(t, "debt.dscr.minimum@bond", 720e6/1100e6, 1e-9)
	m.is(t, "debt.dscr.minimum_month@bond", "2028-02")
	m.near(t, "debt.dscr.average@bond", (7.2+7.2+720.0/1100)/3, 1e-9)
	m.is(t, "debt.covenant_breached@bond", "2029-01")
	m.near(t, "debt.dscr_12_months.minimum@bond", 720e6/1100e6, 1e-9)

	// A scenario that ends before the bond says the same of it.
	m = measured(t, steady(t, 34), bond)
	m.near(t, "debt.dscr.minimum@bond", 720e6/1100e6, 1e-9)
}

func TestCoverageOfDebtFromBeforeTheStart(t *testing.T) {
	m := measured(t, steady(t, 24), `tranche.old={"opening_balance": 1e9, "commitment": 0, "start": "2025-12", "maturity": "2027-12", "rate": 0.12, "repayment": "annuity", "secured_on": "company"}`)
	payment := 1e9 * 0.01 / (1 - math.Pow(1.01, -24))
	m.near(t, "debt.llcr@old", 60e6/payment, 1e-9)
	m.near(t, "debt.llcr", 60e6/payment, 1e-9)
	m.is(t, "debt.dscr.minimum_month", "2026-01")
}

// A commitment that is drawn after the scenario is covered as in a longer one, and
// one that is never drawn is covered by nothing and covers nothing.
func TestCoverageOfDebtThatIsDrawnLater(t *testing.T) {
	for _, maturity := range []string{"2034-11", "2034-12", "2035-01"} { // the last year that is computed ends with a December
		later := fmt.Sprintf(`tranche.later={"commitment": 1e9, "start": "2030-01", "maturity": %q, "secured_on": "company"}`, maturity)
		short, long := measured(t, steady(t, 12), later), measured(t, steady(t, 120), later)
		for _, name := range []string{"debt.dscr.minimum", "debt.dscr.minimum_month", "debt.dscr.average", "debt.llcr", "debt.dscr.minimum@later", "debt.llcr@later"} {
			if short[name].Value == nil || short[name].Value != long[name].Value {
				t.Errorf("maturing in %s, %s is %v, and %v in a longer scenario", maturity, name, short[name].Value, long[name].Value)
			}
		}
	}
	never := measured(t, steady(t, 12), `tranche.later={"commitment": 1e9, "start": "2036-01", "maturity": "2035-01"}`)
	for _, name := range []string{"debt.dscr.minimum", "debt.dscr.minimum_month", "debt.dscr.average", "debt.llcr", "debt.plcr", "debt.llcr@later", "debt.plcr@later"} {
		never.is(t, name, nil)
	}
}
