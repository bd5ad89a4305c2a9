package result

import (
	"math"
	"strings"

	"rackonomics/engine/language"
	"rackonomics/engine/measure"
	"rackonomics/engine/program"
)

// Reduction is a function that makes one value of rows, for the formulas of
// measures.
type Reduction struct {
	language.Reduction
	Meaning string

	// compute gives the value; NaN or an infinity where there is none.
	compute func(*arguments) float64
	// list gives the values of a reduction to several of them.
	list func(*arguments) []float64
	// decided gives the month that decided the value, for explaining it, and
	// false where none did; deciding says which one that is.
	decided  func(*arguments) (int, bool)
	deciding string
	sums     bool // x over all months, of which each is a part
}

// arguments holds what a reduction is computed of, by position.
type arguments struct {
	given   int
	numbers [most]float64
	series  [most][]float64
	each    [most][][]float64
	self    int           // the place of the measure's own instance among those of each
	months  int           // of the series
	within  int           // of them in the scenario
	ends    []measure.Day // the last days of the months
	memory  []float64     // for whatever a reduction has to keep, as long as there are months
}

// most arguments that a reduction takes.
const most = 4

// either gives a value, or none.
func either(value float64, ok bool) float64 {
	if !ok {
		return program.Absent
	}
	return value
}

// when gives a month as a value, or none.
func when(month int, ok bool) float64 { return either(float64(month), ok) }

// What reductions take. X and Y are any units.
var (
	x                = language.Argument{Name: "x", Shape: language.Series, Unit: "X"}
	condition        = language.Argument{Name: "condition", Shape: language.Series, Unit: "bool"}
	flow             = language.Argument{Name: "flow", Shape: language.Series, Unit: "X"}
	without          = language.Argument{Name: "without", Shape: language.Series, Unit: "X"}
	costs            = language.Argument{Name: "costs", Shape: language.Series, Unit: "X"}
	quantities       = language.Argument{Name: "quantities", Shape: language.Series, Unit: "Y"}
	cfads            = language.Argument{Name: "cfads", Shape: language.Series, Unit: "X"}
	service          = language.Argument{Name: "service", Shape: language.Series, Unit: "X"}
	owed             = language.Argument{Name: "owed", Shape: language.Series, Unit: "X"}
	monthlyRates     = language.Argument{Name: "rate", Shape: language.Series, Unit: "1"}
	xOfEach          = language.Argument{Name: "x", Shape: language.Each, Unit: "X"}
	weightOfEach     = language.Argument{Name: "weight", Shape: language.Each, Unit: "Y"}
	month            = language.Argument{Name: "month", Shape: language.Scalar, Unit: "month"}
	months           = language.Argument{Name: "months", Shape: language.Scalar, Unit: "month"}
	rate             = language.Argument{Name: "rate", Shape: language.Scalar, Unit: "1"}
	midMonth         = language.Argument{Name: "mid_month", Shape: language.Scalar, Unit: "bool"}
	financeRate      = language.Argument{Name: "finance_rate", Shape: language.Scalar, Unit: "1"}
	reinvestmentRate = language.Argument{Name: "reinvestment_rate", Shape: language.Scalar, Unit: "1"}
	rates            = language.Argument{Name: "rates", Shape: language.Several, Unit: "1"}
	values           = language.Argument{Name: "values", Shape: language.Several, Unit: "X"}
)

// Reductions lists the functions of measures.
var Reductions = []Reduction{
	{Reduction: language.Reduction{Name: "opening", Arguments: []language.Argument{x}, Unit: "X"},
		Meaning: "x in the first month.",
		compute: func(a *arguments) float64 { return a.series[0][0] },
		decided: firstMonth, deciding: "the first month"},
	{Reduction: language.Reduction{Name: "last", Arguments: []language.Argument{x}, Unit: "X"},
		Meaning: "x in the last month.",
		compute: func(a *arguments) float64 { return a.series[0][a.months-1] },
		decided: lastMonth, deciding: "the last month"},
	{Reduction: language.Reduction{Name: "at", Arguments: []language.Argument{x, month}, Unit: "X"},
		Meaning: "x in a month, counted from 0; in the last one where the scenario is shorter.",
		compute: at,
		decided: thatMonth, deciding: "the month asked for, or the last"},
	{Reduction: language.Reduction{Name: "total", Arguments: []language.Argument{x}, Unit: "X"},
		Meaning: "The sum of x over all months.",
		compute: func(a *arguments) float64 { return measure.Total(a.series[0]) },
		decided: largest, deciding: "the month that counts most", sums: true},
	{Reduction: language.Reduction{Name: "mean", Arguments: []language.Argument{x, months}, Optional: 1, Unit: "X"},
		Meaning: "The mean of x over all months, or over so many from the start.",
		compute: mean,
		decided: func(a *arguments) (int, bool) { return furthest(fromStart(a)) }, deciding: "the month that counts most"},
	{Reduction: language.Reduction{Name: "average", Arguments: []language.Argument{xOfEach, weightOfEach}, Unit: "X"},
		Meaning: "The mean of x of all instances over all months, weighted; months in which x is absent are passed over.",
		compute: func(a *arguments) float64 { return either(measure.WeightedMean(a.each[0], a.each[1])) },
		decided: heaviest, deciding: "the first month with the largest weight"},
	{Reduction: language.Reduction{Name: "peak", Arguments: []language.Argument{x}, Unit: "X"},
		Meaning: "The highest x of any month.",
		compute: func(a *arguments) float64 { value, _, ok := measure.Maximum(a.series[0]); return either(value, ok) },
		decided: highest, deciding: "the first month of the highest"},
	{Reduction: language.Reduction{Name: "peak_month", Arguments: []language.Argument{x}, Unit: "month"},
		Meaning: "The first month of the highest x.",
		compute: func(a *arguments) float64 { return when(highest(a)) },
		decided: highest, deciding: "the month found"},
	{Reduction: language.Reduction{Name: "lowest", Arguments: []language.Argument{x}, Unit: "X"},
		Meaning: "The lowest x of any month.",
		compute: func(a *arguments) float64 { value, _, ok := measure.Minimum(a.series[0]); return either(value, ok) },
		decided: lowest, deciding: "the first month of the lowest"},
	{Reduction: language.Reduction{Name: "lowest_month", Arguments: []language.Argument{x}, Unit: "month"},
		Meaning: "The first month of the lowest x.",
		compute: func(a *arguments) float64 { return when(lowest(a)) },
		decided: lowest, deciding: "the month found"},
	{Reduction: language.Reduction{Name: "first", Arguments: []language.Argument{condition}, Unit: "month"},
		Meaning: "The first month in which the condition holds; absent if it holds in none.",
		compute: func(a *arguments) float64 { return when(measure.First(a.series[0])) },
		decided: func(a *arguments) (int, bool) { return measure.First(a.series[0]) }, deciding: "the month found"},
	{Reduction: language.Reduction{Name: "until", Arguments: []language.Argument{condition}, Unit: "month"},
		Meaning: "The last month of the first ones in which the condition holds without a break; absent if it holds in none, or from the first on to the end of the scenario.",
		compute: func(a *arguments) float64 { return when(measure.Until(a.series[0])) },
		decided: func(a *arguments) (int, bool) { return measure.Until(a.series[0]) }, deciding: "the month found"},
	{Reduction: language.Reduction{Name: "held", Arguments: []language.Argument{condition}, Unit: "month"},
		Meaning: "How many months the condition holds without a break from the first in which it does; absent if it holds in none.",
		compute: func(a *arguments) float64 {
			last, ok := lastHeld(a)
			first, _ := measure.First(a.series[0])
			return when(last-first+1, ok)
		},
		decided: lastHeld, deciding: "the last of them"},
	{Reduction: language.Reduction{Name: "lasting", Arguments: []language.Argument{condition}, Unit: "month"},
		Meaning: "The first month from which the condition holds to the end of the scenario; absent if it does not hold in the last.",
		compute: func(a *arguments) float64 { return when(measure.Lasting(a.series[0])) },
		decided: func(a *arguments) (int, bool) { return measure.Lasting(a.series[0]) }, deciding: "the month found"},

	{Reduction: language.Reduction{Name: "npv", Arguments: []language.Argument{flow, rate, midMonth}, Optional: 1, Unit: "X"},
		Meaning: "Net present value at a rate a year: month m is divided by (1 + rate)^(m/12), with mid_month by (1 + rate)^((m − ½)/12).",
		compute: func(a *arguments) float64 { return either(measure.NPV(a.numbers[1], a.series[0], timing(a))) },
		decided: largest, deciding: "the month that counts most"},
	{Reduction: language.Reduction{Name: "irr", Arguments: []language.Argument{flow}, Result: language.Several, Unit: "1"},
		Meaning: "All internal rates of return, a year: (1 + i)^12 − 1 of the rates i a month at which the present value is zero.",
		list:    func(a *arguments) []float64 { return yearly(measure.IRR(a.series[0])) },
		decided: largest, deciding: "the month that counts most"},
	{Reduction: language.Reduction{Name: "xirr", Arguments: []language.Argument{flow}, Result: language.Several, Unit: "1"},
		Meaning: "All internal rates of return, a year, Actual/365, with flows on the last day of each month.",
		list:    func(a *arguments) []float64 { return measure.XIRR(a.series[0], a.ends[:a.months]) },
		decided: largest, deciding: "the month that counts most"},
	{Reduction: language.Reduction{Name: "mirr", Arguments: []language.Argument{flow, financeRate, reinvestmentRate}, Unit: "1"},
		Meaning: "Modified internal rate of return, a month, as the two rates are.",
		compute: func(a *arguments) float64 { return either(measure.MIRR(a.series[0], a.numbers[1], a.numbers[2])) },
		decided: largest, deciding: "the month that counts most"},
	{Reduction: language.Reduction{Name: "rate_of_return", Arguments: []language.Argument{rates, rate}, Unit: "1"},
		Meaning: "The one of several rates of return a year that is nearest to another; absent if there is none, below −99 %, where nothing comes back, and above 10,000 %, which is of timing: costs a month before what they bring.",
		compute: func(a *arguments) float64 {
			found, ok := measure.Nearest(a.series[0], a.numbers[1])
			return either(found, ok && found > -0.99 && found < 100)
		}},
	{Reduction: language.Reduction{Name: "least", Arguments: []language.Argument{values}, Unit: "X"},
		Meaning: "The lowest of several values; absent if there is none.",
		compute: func(a *arguments) float64 { value, _, ok := measure.Minimum(a.series[0]); return either(value, ok) }},
	{Reduction: language.Reduction{Name: "most", Arguments: []language.Argument{values}, Unit: "X"},
		Meaning: "The highest of several values; absent if there is none.",
		compute: func(a *arguments) float64 { value, _, ok := measure.Maximum(a.series[0]); return either(value, ok) }},
	{Reduction: language.Reduction{Name: "size", Arguments: []language.Argument{values}, Unit: "1"},
		Meaning: "How many values there are.",
		compute: func(a *arguments) float64 { return float64(len(a.series[0])) }},
	{Reduction: language.Reduction{Name: "payback", Arguments: []language.Argument{flow, rate}, Optional: 1, Unit: "month"},
		Meaning: "The first month at whose end the cumulative flow, discounted at a rate a year if one is given, is zero or more after it was negative; else absent.",
		compute: func(a *arguments) float64 { return when(paidBack(a)) },
		decided: paidBack, deciding: "the month found"},
	{Reduction: language.Reduction{Name: "covered", Arguments: []language.Argument{flow, without}, Unit: "1"},
		Meaning: "The share of a loss that is no more: one less the total over what it would be without something; absent where that is no loss.",
		compute: func(a *arguments) float64 {
			loss := measure.Total(a.series[1])
			return either(1-measure.Total(a.series[0])/loss, loss < 0)
		},
		decided: largest, deciding: "the month that counts most"},
	{Reduction: language.Reduction{Name: "levelised", Arguments: []language.Argument{costs, quantities, rate}, Unit: "X/Y"},
		Meaning: "Present value of the costs over that of the quantities, at a rate a year.",
		compute: func(a *arguments) float64 {
			return either(measure.LevelisedCost(a.numbers[2], a.series[0], a.series[1]))
		},
		decided: largest, deciding: "the month of the largest costs"},

	{Reduction: language.Reduction{Name: "lowest_dscr", Arguments: []language.Argument{cfads, service, owed}, Unit: "1"},
		Meaning: "The lowest debt service coverage ratio of a year, counted from the first month that begins with debt.",
		compute: func(a *arguments) float64 {
			ratios, _ := years(a)
			value, _, ok := measure.Minimum(ratios)
			return either(value, ok)
		},
		decided: worstYear, deciding: "the first month of the year of the lowest"},
	{Reduction: language.Reduction{Name: "lowest_dscr_month", Arguments: []language.Argument{cfads, service, owed}, Unit: "month"},
		Meaning: "The first month of that year.",
		compute: func(a *arguments) float64 { return when(worstYear(a)) },
		decided: worstYear, deciding: "the month found"},
	{Reduction: language.Reduction{Name: "average_dscr", Arguments: []language.Argument{cfads, service, owed}, Unit: "1"},
		Meaning: "The mean of the debt service coverage ratios of those years.",
		compute: func(a *arguments) float64 { ratios, _ := years(a); return either(measure.Mean(ratios)) },
		decided: worstYear, deciding: "the first month of the year of the lowest"},
	{Reduction: language.Reduction{Name: "llcr", Arguments: []language.Argument{cfads, service, owed, monthlyRates}, Unit: "1"},
		Meaning: "Loan life coverage ratio at the start of the month that begins with the most debt: the present value of cash flow to the last debt service, over the debt.",
		compute: func(a *arguments) float64 {
			return lifeCover(a, a.series[2], a.series[3], measure.Maturity(a.series[1]))
		},
		decided: mostOwed(2), deciding: "the first month that begins with the most debt"},
	{Reduction: language.Reduction{Name: "plcr", Arguments: []language.Argument{cfads, owed, monthlyRates}, Unit: "1"},
		Meaning: "Project life coverage ratio: the same with cash flow to the end of the scenario, or of the debt where that is later.",
		compute: func(a *arguments) float64 {
			return lifeCover(a, a.series[1], a.series[2], max(a.within-1, lastOwed(a.series[1])))
		},
		decided: mostOwed(1), deciding: "the first month that begins with the most debt"},

	{Reduction: language.Reduction{Name: "earliest", Arguments: []language.Argument{xOfEach}, Result: language.Things, Unit: "1"},
		Meaning: "The instances whose x is the lowest, in the first month.",
		compute: leaders, decided: firstMonth, deciding: "the first month"},
	{Reduction: language.Reduction{Name: "earliest_of", Arguments: []language.Argument{xOfEach}, Unit: "X"},
		Meaning: "The lowest x of all instances, in the first month.",
		compute: func(a *arguments) float64 { return either(leading(a)) },
		decided: firstMonth, deciding: "the first month"},
	{Reduction: language.Reduction{Name: "place", Arguments: []language.Argument{xOfEach}, Unit: "1"},
		Meaning: "The place of this instance among all by x in the first month: 1 has the lowest; equal ones share a place.",
		compute: place, decided: firstMonth, deciding: "the first month"},
}

// String writes the function with its arguments and units; a question mark is
// behind those that may be left out.
func (r *Reduction) String() string {
	var list []string
	for i, argument := range r.Arguments {
		name := argument.Name
		if i >= len(r.Arguments)-r.Optional {
			name += "?"
		}
		list = append(list, name+": "+shaped(argument.Shape, argument.Unit))
	}
	return r.Name + "(" + strings.Join(list, ", ") + "): " + shaped(r.Result, r.Unit)
}

func shaped(shape language.Shape, unit string) string {
	switch shape {
	case language.Series:
		return "monthly " + unit
	case language.Each:
		return "monthly " + unit + " of each thing"
	case language.Several:
		return "several " + unit
	case language.Things:
		return "names"
	}
	return unit
}

// headings are the declarations, as formulas are checked by.
var headings = func() (list []language.Reduction) {
	for _, reduction := range Reductions {
		list = append(list, reduction.Reduction)
	}
	return list
}()

func firstMonth(*arguments) (int, bool)  { return 0, true }
func lastMonth(a *arguments) (int, bool) { return a.months - 1, true }

func thatMonth(a *arguments) (int, bool) {
	month := math.Floor(a.numbers[1])
	if !(month >= 0) {
		return 0, false
	}
	return int(min(month, float64(a.months-1))), true
}

// lastHeld is the last of the first months in which a condition holds without a break, to the end of the scenario at most.
func lastHeld(a *arguments) (int, bool) {
	if until, ok := measure.Until(a.series[0]); ok {
		return until, true
	}
	_, ok := measure.First(a.series[0])
	return a.months - 1, ok
}

func at(a *arguments) float64 {
	month, ok := thatMonth(a)
	return either(a.series[0][month], ok)
}

func mean(a *arguments) float64 {
	averaged := fromStart(a)
	return measure.Total(averaged) / float64(len(averaged))
}

// fromStart is a series as far as a mean is taken of it.
func fromStart(a *arguments) []float64 {
	if a.given < 2 {
		return a.series[0]
	}
	return a.series[0][:int(min(max(a.numbers[1], 1), float64(a.months)))]
}

func highest(a *arguments) (int, bool) {
	_, month, ok := measure.Maximum(a.series[0])
	return month, ok
}
func lowest(a *arguments) (int, bool) { _, month, ok := measure.Minimum(a.series[0]); return month, ok }

// largest finds the month in which the first argument is furthest from zero.
func largest(a *arguments) (int, bool) { return furthest(a.series[0]) }

func furthest(series []float64) (found int, ok bool) {
	for month, x := range series {
		if math.Abs(x) > math.Abs(series[found]) {
			found = month
		}
	}
	return found, true
}

// heaviest finds the month with the largest weight of any instance.
func heaviest(a *arguments) (found int, ok bool) {
	most := 0.0
	for _, weights := range a.each[1] {
		if weight, month, there := measure.Maximum(weights); there && weight > most {
			most, found, ok = weight, month, true
		}
	}
	return found, ok
}

func timing(a *arguments) measure.Timing {
	if a.given > 2 && a.numbers[2] > 0 {
		return measure.MidMonth
	}
	return measure.EndOfMonth
}

// yearly turns rates a month into rates a year, without those that a number
// cannot hold.
func yearly(monthly []float64) []float64 {
	rates := monthly[:0]
	for _, each := range monthly {
		if rate, ok := measure.AnnualRate(each); ok {
			rates = append(rates, rate)
		}
	}
	return rates
}

func paidBack(a *arguments) (int, bool) {
	period := measure.PaybackPeriod{}
	if a.given > 1 {
		period = measure.DiscountedPayback(a.numbers[1], a.series[0])
	} else {
		period = measure.Payback(a.series[0])
	}
	return period.Month, period.State == measure.Reached
}

func years(a *arguments) ([]float64, int) {
	return measure.YearlyDSCR(a.series[0], a.series[1], a.series[2], a.memory)
}

func worstYear(a *arguments) (int, bool) {
	ratios, first := years(a)
	year, ok := measure.LowestPeriod(ratios)
	return first + 12*year, ok
}

func lifeCover(a *arguments, owed, rates []float64, maturity int) float64 {
	_, peak, _ := measure.Maximum(owed)
	return either(measure.LifeCover(measure.Loan{CFADS: a.series[0], Rates: rates, Opening: owed}, peak, maturity))
}

// lastOwed is the last month that begins with debt.
func lastOwed(owed []float64) int {
	for month := len(owed) - 1; month > 0; month-- {
		if owed[month] > 0 {
			return month
		}
	}
	return 0
}

// mostOwed finds the month that begins with the most debt.
func mostOwed(argument int) func(*arguments) (int, bool) {
	return func(a *arguments) (int, bool) {
		_, month, ok := measure.Maximum(a.series[argument])
		return month, ok
	}
}

// leading is the lowest value of all instances in the first month.
func leading(a *arguments) (lowest float64, ok bool) {
	for _, series := range a.each[0] {
		if x := series[0]; x == x && !(ok && x >= lowest) {
			lowest, ok = x, true
		}
	}
	return lowest, ok
}

// leaders are the instances with that value, each a bit by its order.
func leaders(a *arguments) float64 {
	lowest, ok := leading(a)
	set := 0.0
	for i, series := range a.each[0] {
		if ok && series[0] == lowest {
			set += float64(uint64(1) << i)
		}
	}
	return either(set, ok)
}

func place(a *arguments) float64 {
	own, place := a.each[0][a.self][0], 1.0
	for _, series := range a.each[0] {
		if series[0] < own {
			place++
		}
	}
	return either(place, own == own)
}
