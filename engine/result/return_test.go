package result_test

import (
	"math"
	"strconv"
	"testing"
	"time"
)

// level is an outlay and equal flows in the months after it.
func level(outlay, flow float64, months int) []float64 {
	flows := []float64{-outlay}
	for range months {
		flows = append(flows, flow)
	}
	return flows
}

// Lent at 1 % a month and repaid in 24 equal parts.
func TestReturnOfAnAnnuity(t *testing.T) {
	payment := 1000 * 0.01 / (1 - math.Pow(1.01, -24))
	m := measured(t, firm(t, level(1000, payment, 24)...))
	m.near(t, "internal_rate_of_return", math.Pow(1.01, 12)-1, 1e-9)
	m.is(t, "internal_rate_of_return.count", 1.0)
	rate := math.Pow(1.1, 1.0/12) - 1
	m.near(t, "net_present_value", 1e6*(payment*(1-math.Pow(1+rate, -24))/rate-1000), 1e-9)
	invested := 1000.0
	reinvested := payment * (math.Pow(1+rate, 24) - 1) / rate
	m.near(t, "modified_rate_of_return", math.Pow(reinvested/invested, 12.0/24)-1, 1e-9)
	m.is(t, "payback", "2027-11") // 22 payments of 47.07 are more than 1,000
	m.is(t, "discounted_payback", "2028-01")
	m.is(t, "cash.minimum", -1000e6)
	m.is(t, "cash.minimum_month", "2026-01")
	m.near(t, "free_cash_flow.cumulative", 1e6*(24*payment-1000), 1e-9)

	mid := measured(t, firm(t, level(1000, payment, 24)...), "operator.discounting=mid_month")
	mid.near(t, "net_present_value", m.number(t, "net_present_value")*math.Pow(1.1, 1.0/24), 1e-9)
	mid.near(t, "internal_rate_of_return", m.number(t, "internal_rate_of_return"), 1e-12)
}

// At each internal rate of return the present value is nothing.
func TestPresentValueAtTheRateOfReturnIsZero(t *testing.T) {
	for _, flows := range [][]float64{level(1000, 60, 20), level(500, 27, 20), {-100, 0, 0, 0, 0, 0, 190}, {-50, 30, -10, 45}} {
		m := measured(t, firm(t, flows...))
		rate := m.number(t, "internal_rate_of_return")
		if rate < 0 || rate > 1 {
			continue // beyond what the input takes
		}
		at := measured(t, firm(t, flows...), "operator.discount_rate="+formatted(rate))
		if value := at.number(t, "net_present_value"); math.Abs(value) > 1 { // of some hundred million USD
			t.Errorf("%v: at %v the present value is %v", flows, rate, value)
		}
	}
}

// The textbook flow with two rates, 25 and 400 % a period.
func TestSeveralRatesOfReturn(t *testing.T) {
	m := measured(t, firm(t, -1600, 10000, -10000))
	m.is(t, "internal_rate_of_return.count", 2.0)
	m.near(t, "internal_rate_of_return", math.Pow(1.25, 12)-1, 1e-9)
	m.near(t, "internal_rate_of_return.lowest", math.Pow(1.25, 12)-1, 1e-9)
	m.near(t, "internal_rate_of_return.highest", math.Pow(5, 12)-1, 1e-9)
	if _, ok := measured(t, firm(t, -1600, 10000))["internal_rate_of_return.lowest"]; ok {
		t.Error("several are spoken of where there is one")
	}
}

// 1,000 GPUs of 40,000 USD bring 1 million USD a month and 65 % of their cost after a year.
func TestReturnWithTheGPUsSold(t *testing.T) {
	site := []string{`site.hall={"operations_rate": 0}`, `fleet.h100={"site": "hall", "gpus": 1000, "go_live": "2026-01", "gpu_price": 40000}`}
	sold := append(site, "fleet.h100.residual_basis=price")
	flows := level(-1, 1, 12)
	flows[0] = -39 // 1 comes in
	m := measured(t, firm(t, level(-1, 1, 12)...), sold...)
	m.near(t, "residual_value", 26e6, 1e-9)
	rate := math.Pow(1.1, 1.0/12) - 1
	annuity := (1 - math.Pow(1+rate, -12)) / rate
	m.near(t, "net_present_value", 1e6*(annuity-39), 1e-9)
	m.near(t, "net_present_value.with_sale", 1e6*(annuity-39+26/1.1), 1e-9)
	m.is(t, "free_cash_flow.cumulative", -27e6) // nothing is sold there
	monthly, value := math.Pow(1+m.number(t, "internal_rate_of_return.with_sale"), 1.0/12), 0.0
	flows[12] += 26
	for month, flow := range flows {
		value += flow * math.Pow(monthly, -float64(month))
	}
	if math.Abs(value) > 1e-9 {
		t.Errorf("at the rate of return with the sale the flows are worth %v", value)
	}
	mid := measured(t, firm(t, level(-1, 1, 12)...), append(sold, "operator.discounting=mid_month")...)
	mid.near(t, "net_present_value.with_sale", 1e6*((annuity-39)*math.Pow(1.1, 1.0/24)+26/1.1), 1e-9) // paid at N
	if _, ok := measured(t, firm(t, level(-1, 1, 12)...), site...)["residual_value"]; ok {
		t.Error("a sale is spoken of where no residual value is counted")
	}
}

func TestNoReturn(t *testing.T) {
	for name, flows := range map[string][]float64{"only spent": {-5, -5, -5}, "only earned": {5, 5, 5}, "nothing": {0, 0}} {
		m := measured(t, firm(t, flows...))
		m.is(t, "internal_rate_of_return", nil)
		m.is(t, "internal_rate_of_return.count", 0.0)
		for _, measure := range []string{"dated_rate_of_return", "modified_rate_of_return", "payback", "discounted_payback"} {
			if m[measure].Value != nil {
				t.Errorf("%s: %s is %v", name, measure, m[measure].Value)
			}
		}
	}
	measured(t, firm(t, -100, 50, 49)).is(t, "payback", nil)
}

// XIRR by its definition, with the standard library's dates.
func TestDatedRateOfReturn(t *testing.T) {
	flows := level(1000, 60, 20)
	rate := measured(t, firm(t, flows...)).number(t, "dated_rate_of_return")
	first := time.Date(2026, 2, 0, 0, 0, 0, 0, time.UTC)
	value := 0.0
	for month, flow := range flows {
		days := time.Date(2026, time.Month(month+2), 0, 0, 0, 0, 0, time.UTC).Sub(first).Hours() / 24
		value += flow / math.Pow(1+rate, days/365)
	}
	if math.Abs(value) > 1e-6 {
		t.Errorf("at the XIRR of %v the dated flows are worth %v", rate, value)
	}
}

// The present value is this month's flow, less the assets at the start, and, as the company's value, all later ones.
func TestPresentValueIsTheFirstFlowAndTheValueAfterIt(t *testing.T) {
	for _, discounting := range []string{"end_of_month", "mid_month"} {
		document := load(t, "filed-deal")
		settings := []string{"operator.terminal_value_method=none", "operator.discounting=" + discounting, "operator.valuation_method=cash_flow"}
		computed := table(t, document, settings...)
		column, _ := computed.Column("operator.value_by_cash_flow", "operator")
		later := computed.Series(column)[0]
		column, _ = computed.Column("operator.unlevered_free_cash_flow", "operator")
		first := computed.Series(column)[0] - 40e9 // the assets at the start
		if discounting == "mid_month" {
			first *= math.Pow(1.1, 1.0/24)
		}
		measured(t, document, settings...).near(t, "net_present_value", first+later, 1e-9)
	}
}

func formatted(number float64) string { return strconv.FormatFloat(number, 'g', -1, 64) }
