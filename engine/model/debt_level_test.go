package model_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// A level payment is level: what it discounts to, by the months' own rates, is
// the loan, whatever the day count.
func TestEqualDebtServiceIsEqual(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start, months := rapid.IntRange(0, 20).Draw(t, "start"), rapid.IntRange(2, 50).Draw(t, "months")
		rate := rapid.Float64Range(0, 0.3).Draw(t, "rate")
		count := rapid.SampledFrom([]string{"thirty360", "act360", "act365"}).Draw(t, "count")
		month := func(n int) string { return fmt.Sprintf("%d-%02d", 2027+n/12, n%12+1) }
		o := rented(t, "1e6", fmt.Sprintf(`{"name":"loan","commitment":1e8,"start":"%s","maturity":"%s","repayment":"annuity","rate":%g,"day_count":"%s"}`,
			month(start), month(start+months), rate, count))
		value, growth := 0.0, 1.0
		for n := start + 1; n <= start+months; n++ {
			growth *= 1 + rate*yearFraction(count, n)
			value += 1 / growth
		}
		for n := start + 1; n <= start+months; n++ {
			near(t, fmt.Sprintf("the payment of month %d", n), o.of("tranche.debt_service", "loan")[n], 1e8/value, 1e-9)
		}
	})
}

// Also where the scenario ends before the loan.
func TestEqualDebtServiceBeyondTheScenario(t *testing.T) {
	loan := `{"name":"loan","commitment":1e8,"start":"2027-01","maturity":"2036-12","repayment":"annuity","rate":0.09,"day_count":"act360"}`
	paid := rented(t, "1e6", loan).of("tranche.debt_service", "loan")
	value, growth := 0.0, 1.0
	for n := 1; n < 120; n++ {
		growth *= 1 + 0.09*yearFraction("act360", n)
		value += 1 / growth
	}
	for n := 1; n < 72; n++ {
		near(t, fmt.Sprintf("the payment of month %d", n), paid[n], 1e8/value, 1e-9)
	}
}
