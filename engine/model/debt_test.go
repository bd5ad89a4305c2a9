package model_test

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/calendar"
	"rackonomics/engine/measure"
	"rackonomics/engine/model"
)

// rented is a company without costs whose only tenant pays a flat fee, so that
// CFADS is the fee.
func rented(t tester, fee string, tranches string) outcome {
	t.Helper()
	document, err := model.Scenario.Decode([]byte(fmt.Sprintf(`{"version":1,"name":"rented","start":"2027-01","months":72,
		"operator":{"reported_revenue":0,"reported_operating_loss":0,"reported_non_cash_costs":0,"capital_spending":0,"opening_fixed_assets":1e9},
		"site":[{"name":"hall"}],
		"lease":[{"name":"tenant","site":"hall","basis":"gpus","gpus":1000,"price_basis":"fee","fee":%s,"prorated":false,"payment_delay":0,
			"start":"2027-01","last_month":"2032-12"}],
		"tranche":[%s]}`, fee, tranches)))
	if err != nil {
		t.Fatalf("%v", err)
	}
	o := run(t, document)
	o.closesItsBooks()
	return o
}

// The size of debt is the sum of CFADS / DSCR / (1+i)^t, whatever the cash flow.
func TestSculptedDebtOfAnyCashFlow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start, months := rapid.IntRange(0, 20).Draw(t, "start"), rapid.IntRange(2, 50).Draw(t, "months")
		target, rate := rapid.Float64Range(1, 3).Draw(t, "target"), rapid.Float64Range(0, 0.3).Draw(t, "rate")
		fee := fmt.Sprintf(`{"steps":[{"from":"2027-01","value":%g},{"from":"2028-05","value":%g},{"from":"2029-11","value":%g}],"between":"linear"}`,
			rapid.Float64Range(1e3, 1e9).Draw(t, "fee"), rapid.Float64Range(1e3, 1e9).Draw(t, "fee"), rapid.Float64Range(1e3, 1e9).Draw(t, "fee"))
		count := rapid.SampledFrom([]string{"thirty360", "act360", "act365"}).Draw(t, "count")
		month := func(n int) string { return fmt.Sprintf("%d-%02d", 2027+n/12, n%12+1) }
		o := rented(t, fee, fmt.Sprintf(`{"name":"loan","amount_basis":"coverage","start":"%s","maturity":"%s","repayment":"sculpted","target_coverage":%g,"rate":%g,"day_count":"%s"}`,
			month(start), month(start+months), target, rate, count))
		cash := o.of("lease.cash_received", "tenant")
		size, growth := 0.0, 1.0
		for n := start + 1; n <= start+months; n++ {
			growth *= 1 + rate*yearFraction(count, n)
			size += cash[n] / target / growth
		}
		balance, cover := o.of("tranche.balance", "loan"), o.of("tranche.dscr", "loan")
		if math.Abs(balance[start]-size) > 1e-9*size {
			t.Fatalf("debt of %v, in closed form %v", balance[start], size)
		}
		if balance[start+months] != 0 {
			t.Fatalf("%v is left at maturity", balance[start+months])
		}
		for n := start + 1; n <= start+months; n++ {
			if math.Abs(cover[n]-target) > 1e-6*target {
				t.Fatalf("a DSCR of %v in month %d, want %v", cover[n], n, target)
			}
		}
	})
}

// Sculpted debt has no service in a month without cash, to the last bit: what rounding left of it had a DSCR in the trillions,
// and broke covenants at some rates and not at others.
func TestMonthsWithoutCashHaveNoService(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rate := rapid.Float64Range(0.001, 0.3).Draw(t, "rate")
		count := rapid.SampledFrom([]string{"thirty360", "act360", "act365"}).Draw(t, "count")
		amount := rapid.SampledFrom([]string{`"amount_basis":"coverage","target_coverage":1.3`, `"commitment":1e8,"target_coverage":1.3`}).Draw(t, "amount")
		o := rented(t, `{"steps":[{"from":"2027-01","value":0},{"from":"2027-06","value":1e7},{"from":"2028-02","value":0},{"from":"2028-05","value":2e7}]}`,
			fmt.Sprintf(`{"name":"loan",%s,"start":"2027-01","maturity":"2030-12","repayment":"sculpted","rate":%g,"day_count":"%s"}`, amount, rate, count))
		cash, service := o.of("lease.cash_received", "tenant"), o.of("tranche.debt_service", "loan")
		for n := 1; n < 48; n++ {
			if (cash[n] == 0) != (service[n] == 0) {
				t.Fatalf("month %d at %g: debt service of %v of cash of %v", n, rate, service[n], cash[n])
			}
		}
	})
}

// yearFraction is the part of a year that month n from January 2027 bears
// interest for: 30 days of 360 by 30/360 (SIA, Standard Securities Calculation
// Methods, 1993), else its days by ISDA 2006 definitions, section 4.16(d) and (e).
func yearFraction(count string, n int) float64 {
	days := float64(calendar.Month{Year: 2027, Month: 1}.Add(n).Days())
	return map[string]float64{"thirty360": 30.0 / 360, "act360": days / 360, "act365": days / 365}[count]
}

// Where debt is sculpted the LLCR is the DSCR in every month, and both ratios
// are those of package measure.
func TestCoverageRatios(t *testing.T) {
	o := rented(t, `{"steps":[{"from":"2027-01","value":3e6},{"from":"2029-01","value":9e6}]}`,
		`{"name":"loan","amount_basis":"coverage","start":"2027-01","maturity":"2031-12","repayment":"sculpted","target_coverage":1.4,"rate":0.09,"day_count":"act360"}`)
	opening := before(o.of("tranche.balance", "loan"), 0)
	cfads, rates := o.of("tranche.cfads", "loan"), o.of("tranche.month_rate", "loan")
	for n := 1; n <= 59; n++ {
		near(t, "the LLCR", o.of("tranche.llcr", "loan")[n], 1.4, 1e-9)
	}
	loan := measure.Loan{CFADS: cfads, Rates: rates, Opening: opening}
	for n := range 59 {
		if want, ok := measure.LifeCover(loan, n, len(cfads)-1); ok {
			near(t, "the PLCR", o.of("tranche.plcr", "loan")[n], want, 1e-12)
		}
		if want, ok := measure.DSCR(cfads[n], o.of("tranche.debt_service", "loan")[n]); ok {
			near(t, "the DSCR", o.of("tranche.dscr", "loan")[n], want, 1e-12)
		}
	}
}

// A company that loses 10 a month draws, from 25 of cash with a minimum of 5 and
// a fee of 20 %, just what keeps it there: nothing, nothing, 12.5 for 10, and so on.
func TestDebtDrawnAsNeeded(t *testing.T) {
	document, err := model.Scenario.Decode([]byte(`{"version":1,"name":"needy","start":"2027-01","months":6,
		"operator":{"reported_revenue":0,"reported_operating_loss":10,"reported_non_cash_costs":0,"capital_spending":0,"opening_fixed_assets":0,"opening_cash":25,"minimum_cash":5},
		"tranche":[{"name":"first","commitment":20,"start":"2027-01","drawing":"as_needed","draw_months":12,"rate":0,"issue_discount":0.2,"maturity":"2030-01"},
			{"name":"second","commitment":10,"start":"2027-01","drawing":"as_needed","draw_months":12,"rate":0,"maturity":"2030-01"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	o := run(t, document)
	o.closesItsBooks()
	o.same("drawn first", o.of("tranche.draw", "first"), []float64{0, 0, 12.5, 7.5, 0, 0})
	o.same("drawn second", o.of("tranche.draw", "second"), []float64{0, 0, 0, 4, 6, 0})
	o.same("cash", o.operator("cash"), []float64{15, 5, 5, 5, 1, -9})
	o.same("the shortfall", o.operator("funding_shortfall"), []float64{0, 0, 0, 0, 0, 9})
}

// Of 1,000 that are drawn in four parts 750, 500 and 250 are not drawn yet at the
// start of the months after the first; 1.2 % a year on them is paid at once.
func TestCommitmentFee(t *testing.T) {
	loan := `{"name":"loan","commitment":1000,"start":"2027-01","draw_months":4,"rate":0,"maturity":"2030-01","commitment_rate":0.012,"secured_on":"company"}`
	o := rented(t, "10", loan)
	fees := []float64{0, 0.75, 0.5, 0.25, 0, 0}
	o.same("the fee", o.of("tranche.commitment_fee", "loan")[:6], fees)
	o.same("interest expense", o.operator("interest_expense")[:6], fees)
	o.same("debt service", o.operator("debt_service")[:6], fees)
	near(t, "what is left of the fees in cash", o.operator("cash")[3], 1000+4*10-1.5, 1e-12)
	near(t, "the DSCR", o.of("tranche.dscr", "loan")[2], 10/0.5, 1e-12)
	o = run(t, o.Document, set("operator.presentation", "ifrs18"))
	o.closesItsBooks()
	near(t, "the fee is financing under IFRS 18", o.operator("financing_cash_flow")[2], 250-0.5, 1e-12)
	junior := rented(t, "10", loan+`,{"name":"junior","amount_basis":"coverage","start":"2027-01","maturity":"2027-06","rate":0,"repayment":"sculpted","target_coverage":1,"secured_on":"company"}`)
	near(t, "the fee comes before junior debt", junior.of("tranche.balance", "junior")[0], 5*10-1.5, 1e-12)
}

// What a facility that is drawn as needed leaves undrawn costs the fee until the
// months to draw are over.
func TestCommitmentFeeOfAFacilityInReserve(t *testing.T) {
	o := rented(t, "10", `{"name":"reserve","commitment":1200,"start":"2027-01","drawing":"as_needed","draw_months":4,"rate":0,"maturity":"2030-01","commitment_rate":0.01,"day_count":"act360"}`)
	o.same("the fee of February to April", o.of("tranche.commitment_fee", "reserve")[:6], []float64{0, 12 * 28. / 360, 12 * 31. / 360, 12 * 30. / 360, 0, 0})
}

// Half of what cash was above its minimum a month ago prepays the loan, and the
// unamortised fee of what is prepaid becomes an expense with it.
func TestCashSweep(t *testing.T) {
	o := rented(t, "100", `{"name":"loan","opening_balance":200,"maturity":"2032-01","rate":0,"cash_sweep":0.5}`)
	o.same("prepaid", o.of("tranche.prepaid", "loan")[:4], []float64{0, 50, 75, 75})
	if balance := o.of("tranche.balance", "loan")[3]; balance != 0 {
		t.Errorf("%v is left", balance)
	}
	two := rented(t, "100", `{"name":"first","opening_balance":60,"maturity":"2032-01","rate":0,"cash_sweep":1},{"name":"second","opening_balance":200,"maturity":"2032-01","rate":0,"cash_sweep":0.5}`)
	two.same("the first is prepaid first", two.of("tranche.prepaid", "first")[:3], []float64{0, 60, 0})
	two.same("the second has half of what is left", two.of("tranche.prepaid", "second")[:3], []float64{0, 20, 60})
	fee := rented(t, "100", `{"name":"loan","commitment":200,"start":"2027-01","maturity":"2032-01","rate":0,"cash_sweep":1,"issue_discount":0.1}`)
	amortised := fee.of("tranche.issue_cost_amortised", "loan")
	// Cash of 100 + 180 at the end of January prepays all of 200 in February.
	near(t, "the fee of what is prepaid", amortised[1], 20, 1e-12)
}

// The covenant looks at 12 months: service of 1 against CFADS of 1.2, then of 0.9.
func TestCovenant(t *testing.T) {
	o := rented(t, `{"steps":[{"from":"2027-01","value":1.2},{"from":"2028-01","value":0.9}]}`,
		`{"name":"loan","opening_balance":60,"maturity":"2031-12","rate":0,"repayment":"amortising","coverage_covenant":1.1,"loan_to_value_covenant":0.5,"collateral":"company"}`)
	near(t, "cover of 12 months", o.of("tranche.dscr_12_months", "loan")[14], (9*1.2+3*0.9)/12, 1e-9)
	breached := o.of("tranche.covenant_breached", "loan")
	for n := range 30 {
		want := 0.0
		if n > 15 { // (8 * 1.2 + 4 * 0.9) / 12 is the covenant itself
			want = 1
		}
		if n != 15 && breached[n] != want {
			t.Errorf("month %d: breached %v, cover %v", n, breached[n], o.of("tranche.dscr_12_months", "loan")[n])
		}
	}
	o = rented(t, "1e9", `{"name":"loan","opening_balance":6e8,"maturity":"2031-12","rate":0,"repayment":"amortising","loan_to_value_covenant":0.5,"collateral":"company"}`)
	near(t, "the loan to value", o.of("tranche.loan_to_value", "loan")[0], 0.59, 1e-9)
	if breached := o.of("tranche.covenant_breached", "loan"); breached[8] != 1 || breached[10] != 0 {
		t.Errorf("at a loan to value of 0.51 the covenant says %v, at 0.49 %v", breached[8], breached[10])
	}
}

// Capitalised interest by hand (ASC 835-20): 120 a month under construction for
// 2 months at 12 % on debt of 1,000.
func TestCapitalisedInterest(t *testing.T) {
	document, err := model.Scenario.Decode([]byte(`{"version":1,"name":"builder","start":"2027-01","months":8,
		"operator":{"reported_revenue":0,"reported_operating_loss":0,"reported_non_cash_costs":0,"opening_cash":5000,"opening_fixed_assets":0,
			"capital_spending":{"steps":[{"from":"2027-01","value":120},{"from":"2027-02","value":0}]},"capital_go_live_delay":2,"depreciate_new_capital":true,"capital_life":1},
		"tranche":[{"name":"loan","opening_balance":1000,"rate":0.12,"maturity":"2030-01","interest_interval":1}]}`))
	if err != nil {
		t.Fatal(err)
	}
	o := run(t, document)
	o.closesItsBooks()
	// The mean under construction: 60, 120 and the 0.6 before, 60 and the 1.806 before.
	o.same("capitalised", o.operator("capitalised_interest"), []float64{0.6, 1.206, 0.61806, 0, 0, 0, 0, 0})
	o.same("gone live", o.operator("interest_gone_live"), []float64{0, 0, 2.42406, 0, 0, 0, 0, 0})
	o.same("interest expense", o.operator("interest_expense"), []float64{9.4, 8.794, 9.38194, 10, 10, 10, 10, 10})
	near(t, "depreciation", o.operator("depreciation")[2], (120+2.42406)/12, 1e-12)
	o.same("capital expenditure", o.operator("capital_expenditure"), []float64{120.6, 1.206, 0.61806, 0, 0, 0, 0, 0})
}

// CFADS of 1 a month from January; a loan of 12 in June is repaid with 2 a month
// from July on. The first covenant test has one month of both, not seven to one.
func TestCovenantCountsNoCashFromBeforeTheDebt(t *testing.T) {
	o := rented(t, "1", `{"name":"loan","commitment":12,"start":"2027-06","maturity":"2027-12","rate":0,"repayment":"amortising","coverage_covenant":1.1}`)
	cover, breached := o.of("tranche.dscr_12_months", "loan"), o.of("tranche.covenant_breached", "loan")
	for month := 6; month <= 11; month++ {
		near(t, "cover since the debt began", cover[month], 0.5, 1e-12)
		near(t, "the breach", breached[month], 1, 0)
	}
	if cover[5] == cover[5] || breached[5] != 0 {
		t.Errorf("before any debt service the cover is %v", cover[5])
	}
	if cover[12] == cover[12] || breached[12] != 0 {
		t.Errorf("after the repayment the cover is %v, and the covenant says %v", cover[12], breached[12])
	}
	reserve := rented(t, "1", `{"name":"loan","commitment":1200,"start":"2027-06","drawing":"as_needed","draw_months":12,"maturity":"2029-12","commitment_rate":0.001,"coverage_covenant":1.1}`)
	near(t, "cover of the fee of an undrawn facility", reserve.of("tranche.dscr_12_months", "loan")[8], 10, 1e-9)
}
