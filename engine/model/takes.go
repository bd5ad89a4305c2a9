package model

import "strings"

// Takes is what is said of a view beside what a run says, lever by lever: where results
// break even in no month of the scenario, at what value of one of [Levers] alone each
// would; where all do, at what value the first would not. Only solving finds it, so that
// it comes after the view. In each text the %s stand for what is named behind it.
type Takes struct {
	Results []BreakEven
	With    string // lever, what it is now, clauses
	Varying string // of a lever that changes over time: lever, clauses
	At, In  string // the first clause: results, value; In of a month or a day
	More    string // the clauses after it: results, value
	MoreIn  string // of a month or a day
	Times   string // a value of a lever that changes over time: how many times what it is
	Not     string // levers that do it for no result
	None    string // results for which no lever does it
	Nothing string // where none does it for any: results, levers
	All     string // where all break even
	First   string // the clause then: results, value
	FirstIn string // of a month or a day
	Kept    string // levers that change nothing then
}

// breakEvenTakes asks of the five results by the month, as the headline does.
var breakEvenTakes = Takes{
	Results: func() (list []BreakEven) {
		for _, even := range BreakEvens {
			if !strings.HasSuffix(even.Row, "_of_12_months") {
				list = append(list, even)
			}
		}
		return list
	}(),
	With:    "With %s alone, now %s, %s.",
	Varying: "With %s alone, %s.",
	At:      "%s would break even in some month at %s",
	In:      "%s would break even in some month if it were %s",
	More:    "%s at %s",
	MoreIn:  "%s if it were %s",
	Times:   "%s times what it is",
	Not:     "%s alone would not do it.",
	None:    "No lever alone brings %s to break-even.",
	Nothing: "No lever alone brings %s to break-even; tried: %s.",
	All:     "Every result breaks even in some month.",
	First:   "%s would be the first to stop breaking even, at %s",
	FirstIn: "%s would be the first to stop breaking even, if it were %s",
	Kept:    "%s alone would not change that.",
}
