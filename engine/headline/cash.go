package headline

import "rackonomics/engine/measure"

var cashRows = []string{"operator.cash"}

func (r *reader) cash() []Measure {
	least, month, ok := measure.Minimum(r.total("operator.cash"))
	var when any
	if ok {
		when = r.date(month)
	}
	return []Measure{
		{"cash.minimum", "Lowest cash", "USD", "At the end of a month; below zero it is what has yet to be funded.", defined(least, ok)},
		{"cash.minimum_month", "Month of the lowest cash", "month", "The first, if there are several.", when},
	}
}
