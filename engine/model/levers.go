package model

import (
	"strings"

	"rackonomics/engine/scenario"
)

// BreakEven is a result, by the month or over a window, and the measure that is
// the first month in which it is at or above zero.
type BreakEven struct{ Row, First string }

// BreakEvens are those of every result, each by the month and over 12 months.
var BreakEvens = func() (list []BreakEven) {
	for _, line := range resultLines {
		_, row, _ := strings.Cut(line.Row, ".")
		for _, field := range []string{"", "_of_12_months"} {
			list = append(list, BreakEven{line.Row + field, "break_even." + row + field + ".first"})
		}
	}
	return list
}()

// Lever is what people would change first to bring a result to break-even: one of
// its inputs, whichever the scenario reads.
type Lever struct {
	Title  string // in the middle of a sentence
	Inputs []string
}

// Levers are tried in this order, each for everything that has such an input.
var Levers = []Lever{
	{"the share that is let", []string{"lease.share", "lease.gpus", "lease.megawatts"}},
	{"the price", []string{"lease.price", "lease.fee", "lease.price_per_kilowatt"}},
	{"the start", []string{"lease.start"}},
	{"own costs", []string{"operator.reported_operating_loss"}},
}

// usualLevers are the inputs that matter where a document does not say: what is let
// and for how much, for how long, and what the operator earns and builds without it.
var usualLevers = []string{
	"lease.share", "lease.gpus", "lease.megawatts", "lease.fee", "lease.price", "lease.price_per_kilowatt", "lease.last_month",
	"operator.reported_operating_loss", "operator.reported_revenue", "operator.capital_spending", "operator.capital_life", "operator.reported_non_cash_costs",
}

// mostLevers is how many inputs stand first.
const mostLevers = 8

// LeversOf gives the paths of the inputs that matter in a scenario: those that it
// names, or the usual ones that have an effect in it, of one thing of each kind.
func LeversOf(document *scenario.Document) []string {
	if len(document.Levers) > 0 {
		return document.Levers
	}
	var paths []string
	for _, name := range usualLevers {
		in := Scenario.FindInput(name)
		for i := range document.Instances {
			if thing := &document.Instances[i]; thing.Scope == in.Scope() && document.HasEffect(i, in) && len(paths) < mostLevers {
				paths = append(paths, thing.Path(in.Field()))
				break
			}
		}
	}
	return paths
}
