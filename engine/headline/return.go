package headline

import (
	"fmt"
	"slices"
	"strings"

	"rackonomics/engine/link"
	"rackonomics/engine/measure"
)

var returnRows = []string{"operator.unlevered_free_cash_flow", "operator.free_cash_flow", "operator.monthly_discount_rate", "operator.mid_month_factor", "operator.residual_value"}

const flows = " Of free cash flow before interest, within the scenario, without a value after it."

// returns tells what comes back of what the operator spends.
func (r *reader) returns() []Measure {
	line := r.total("operator.unlevered_free_cash_flow")
	rate, monthly := r.discountRate()
	timing := measure.EndOfMonth
	if r.total("operator.mid_month_factor")[0] != 1 {
		timing = measure.MidMonth
	}
	rates := annual(measure.IRR(line))
	several := ""
	if len(rates) > 1 {
		several = fmt.Sprintf(" There are %d, as the flow changes its sign more than once; this is the one nearest to the discount rate.", len(rates))
	}
	modified, ok := measure.MIRR(line, monthly, monthly)
	if ok {
		modified, ok = measure.AnnualRate(modified)
	}
	list := []Measure{
		{"free_cash_flow.cumulative", "Free cash flow, cumulated", "USD", "To the end of the scenario.", sum(r.total("operator.free_cash_flow"))},
		{"net_present_value", "Net present value", "USD",
			"At the end of the first month: month m is discounted by (1 + r)^(m/12), half a month less if flows fall mid-month." + flows, defined(measure.NPV(rate, line, timing))},
		{"internal_rate_of_return", "Internal rate of return", "1",
			"A year, (1 + i)^12 − 1 of the monthly rate i. None if no rate makes the present value zero." + several + flows, defined(measure.Nearest(rates, rate))},
		{"internal_rate_of_return.count", "Internal rates of return", "1", "How many rates make the present value zero.", float64(len(rates))},
		{"dated_rate_of_return", "Internal rate of return by dates (XIRR)", "1",
			"A year, Actual/365, with flows on the last day of each month; of several the nearest to the discount rate." + flows,
			defined(measure.Nearest(measure.XIRR(line, r.monthEnds()), rate))},
		{"modified_rate_of_return", "Modified internal rate of return (MIRR)", "1",
			"A year. What is spent is financed, and what comes in reinvested, at the discount rate." + flows, defined(modified, ok)},
		{"payback", "Payback", "month",
			"The first month at whose end what was spent has come back. None if that is not so within the scenario, or nothing was spent." + flows, r.paidBack(measure.Payback(line))},
		{"discounted_payback", "Discounted payback", "month",
			"The same with every flow discounted, at the end of its month." + flows, r.paidBack(measure.DiscountedPayback(rate, line))},
	}
	if len(rates) > 1 {
		list = append(list, Measure{"internal_rate_of_return.all", "All internal rates of return", "", "The present value is zero at each of them.", inWords(rates)})
	}
	return append(list, r.returnsWithSale(line, rate, timing)...)
}

func inWords(rates []float64) string {
	var words []string
	for _, rate := range rates {
		words = append(words, link.Figure{Value: rate, Percent: true}.Text())
	}
	return strings.Join(words, ", ")
}

// returnsWithSale tells the same if the GPUs are sold at the end of the last
// month; of a scenario that counts a residual value only.
func (r *reader) returnsWithSale(line []float64, rate float64, timing measure.Timing) []Measure {
	residual := r.total("operator.residual_value")
	if largest(residual) == 0 {
		return nil
	}
	last := len(line) - 1
	sale := make([]float64, len(line))
	sale[last] = residual[last]
	value, ok := measure.NPV(rate, line, timing)
	paid, _ := measure.NPV(rate, sale, measure.EndOfMonth)
	with := slices.Clone(line)
	with[last] += residual[last]
	const note = " The GPUs are sold for their residual value at the end of the last month, before tax on a gain."
	return []Measure{
		{"residual_value", "Residual value of the GPUs", "USD", "What they bring if they are sold at the end of the scenario.", residual[last]},
		{"net_present_value.with_sale", "Net present value, GPUs sold at the end", "USD", "As the net present value." + note, defined(value+paid, ok)},
		{"internal_rate_of_return.with_sale", "Internal rate of return, GPUs sold at the end", "1", "As the internal rate of return." + note,
			defined(measure.Nearest(annual(measure.IRR(with)), rate))},
	}
}

// discountRate gives the rate a year and a month.
func (r *reader) discountRate() (annual, monthly float64) {
	monthly = r.total("operator.monthly_discount_rate")[0]
	annual, _ = measure.AnnualRate(monthly)
	return annual, monthly
}

// annual turns rates a month into rates a year, without those that a number
// cannot hold.
func annual(monthly []float64) []float64 {
	var rates []float64
	for _, each := range monthly {
		if rate, ok := measure.AnnualRate(each); ok {
			rates = append(rates, rate)
		}
	}
	return rates
}

func (r *reader) monthEnds() []measure.Day {
	days := make([]measure.Day, r.table.Months)
	for i := range days {
		month := r.table.Start.Add(i)
		days[i] = measure.DayOf(month.Year, month.Month, month.Days())
	}
	return days
}

func (r *reader) paidBack(period measure.PaybackPeriod) any {
	if period.State != measure.Reached {
		return nil
	}
	return r.date(period.Month)
}
