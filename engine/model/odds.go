package model

import "strings"

// Odds is an outcome whose chance a scenario is asked for when its inputs are
// uncertain: that the month which a measure is comes sooner or later, or that a
// number is zero or more.
type Odds struct {
	Measure string
	// Says begins the sentence that the chance ends: "Operating income breaks even".
	Says string
}

// AskedFirst is the measure that a study asks about where a document does not say.
// It moves with every input, where a month of break-even may come in no case or in
// all.
const AskedFirst = "break_even.operating_income.best"

// FollowedFirst is the row that a study follows month by month.
const FollowedFirst = "operator.operating_income"

// EveryOdds lists them in reading order: the break-even of each result, what the
// capital earns, and what goes wrong.
var EveryOdds = func() (list []Odds) {
	for _, line := range resultLines {
		_, row, _ := strings.Cut(line.Row, ".")
		list = append(list, Odds{"break_even." + row + ".first", Title(line.Row) + " of a month reaches zero"},
			Odds{"break_even." + row + "_of_12_months.first", Title(line.Row) + " of 12 months reaches zero"})
	}
	return append(list,
		Odds{"net_present_value", "Net present value is zero or more"},
		Odds{"cash.runs_out", "Cash runs out"},
		Odds{"debt.covenant_breached", "A covenant is broken"})
}()
