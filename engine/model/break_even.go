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
}

// Levers are tried in this order, each for everything that has such an input.
var Levers = []Lever{
	{"the share that is let", "the share that is let to %s", []string{"lease.share", "lease.gpus", "lease.megawatts"}},
	{"the price", "the price for %s", []string{"lease.price", "lease.fee", "lease.price_per_kilowatt"}},
	{"the start", "the start for %s", []string{"lease.start"}},
	{"own costs", "own costs of %s", []string{"operator.reported_operating_loss"}},
}
