package headline

import (
	"strings"

	"rackonomics/engine/measure"
)

// lines are the results whose break-even is told; they are never mixed.
var lines = []struct{ name, title string }{
	{"adjusted_ebitda", "Adjusted EBITDA"},
	{"operating_income", "Operating income"},
	{"net_income", "Net income"},
	{"operating_cash_flow", "Operating cash flow"},
	{"free_cash_flow", "Free cash flow"},
}

var breakEvenRows = []string{
	"operator.adjusted_ebitda", "operator.operating_income", "operator.net_income", "operator.operating_cash_flow", "operator.free_cash_flow",
}

func (r *reader) breakEvens() []Measure {
	var list []Measure
	for _, line := range lines {
		first, lasting := measure.BreakEven(r.total("operator." + line.name))
		lower := strings.ToLower(line.title[:1]) + line.title[1:]
		list = append(list,
			Measure{"break_even." + line.name + ".first", line.title + ": first month at or above zero", "month",
				"The first month in which " + lower + " is not negative.", r.month(first)},
			Measure{"break_even." + line.name + ".lasting", line.title + ": at or above zero from", "month",
				"The first month from which " + lower + " stays at or above zero to the end of the scenario.", r.month(lasting)})
	}
	return list
}
