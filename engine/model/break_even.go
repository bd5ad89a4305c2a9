package model

import "strings"

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
// its inputs, whichever the scenario reads. It is for solving, of every scenario alike;
// the levers of a document are the inputs that matter in it ([LeversOf]).
type Lever struct {
	Title  string // in the middle of a sentence
	Of     string // the same of one of several things, which %s stands for
	Inputs []string
	Alone  string // its title where nothing is let
}

// Levers are tried in this order, each for everything that has such an input.
var Levers = []Lever{
	{Title: "the capacity that is let", Of: "the capacity that is let to %s", Inputs: []string{"lease.share", "lease.gpus", "lease.megawatts"}},
	{Title: "the price per GPU-hour", Of: "the price per GPU-hour for %s", Inputs: []string{"lease.price"}},
	{Title: "the monthly fee", Of: "the monthly fee of %s", Inputs: []string{"lease.fee"}},
	{Title: "the price per kW-month", Of: "the price per kW-month for %s", Inputs: []string{"lease.price_per_kilowatt"}},
	{Title: "the start of the lease", Of: "the start of the lease of %s", Inputs: []string{"lease.start"}},
	{Title: "the operating loss before the lease", Of: "the operating loss before the lease of %s", Inputs: []string{"operator.reported_operating_loss"}, Alone: "the operating loss"},
}
