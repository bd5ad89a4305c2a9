package workbook

import (
	"fmt"
	"math"
	"strings"

	"rackonomics/engine/calendar"
	"rackonomics/engine/digits"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
	"rackonomics/engine/spreadsheet"
)

// longestSaid is how many characters a spreadsheet takes of what is said of a wrong
// entry.
const longestSaid = 255

// allowed is what the spreadsheet lets be entered for an input. A contract or loan
// that would run on after the last month of the workbook is refused with it, since
// its end could not be computed.
func (in *inputs) allowed(row inputRow) spreadsheet.Allowed {
	made := spreadsheet.Allowed{Cell: spreadsheet.Reference(valueColumn, row.number), Otherwise: otherwise(row.input)}
	switch row.input.Kind {
	case scenario.Switch:
		made.Options = []string{"TRUE", "FALSE"}
	case scenario.Choice:
		for _, option := range row.input.Options {
			made.Options = append(made.Options, option.Name)
		}
	default:
		from, to := bounds(row.input)
		if reach, bounded := in.b.reach(row, from, to); bounded {
			to = reach
			made.Otherwise = fmt.Sprintf("%s This workbook computes to %s; for what runs on after it write another one with --set.", made.Otherwise, in.b.document.Start.Add(in.b.computed-1))
		}
		made.From, made.To = from, to
		switch row.input.Kind {
		case scenario.Month:
			made.Date, made.From, made.To = true, spreadsheet.DayOf(calendar.First.Add(int(from))), spreadsheet.DayOf(calendar.First.Add(int(to)))
		case scenario.Day:
			made.Date, made.From, made.To = true, from+spreadsheet.Epoch, to+spreadsheet.Epoch
		}
	}
	if said := []rune(made.Otherwise); len(said) > longestSaid {
		made.Otherwise = string(said[:longestSaid])
	}
	return made
}

// allowedText tells which values there may be, with numbers as their cells show them.
func allowedText(in *scenario.Input) string {
	switch {
	case in.Kind != scenario.Number:
		return strings.TrimPrefix(in.Allowed(), "allowed is ")
	case in.Percent:
		return scenario.Exactly(in.Min, in.Unit, true) + " to " + scenario.Exactly(in.Max, in.Unit, true)
	}
	plain := func(number float64) string {
		const exact = 15
		text := digits.Plain(math.Abs(number), exact)
		if number < 0 {
			return "-" + text
		}
		return text
	}
	return strings.TrimSpace(plain(in.Min) + " to " + plain(in.Max) + " " + shownUnit(in.Unit))
}

// otherwise is said of any other value.
func otherwise(in *scenario.Input) string { return "Allowed is " + allowedText(in) + "." }

// bounds are those of an input's values as documents hold them.
func bounds(in *scenario.Input) (from, to float64) {
	switch in.Kind {
	case scenario.Month:
		return 0, float64(calendar.Last.Since(calendar.First))
	case scenario.Day:
		return 0, float64(calendar.Last.Add(1).FirstDay() - 1)
	}
	return in.Min, in.Max
}

// reach finds the largest value of an input with which no more months have to be
// computed than the workbook has, where its bounds allow a larger one.
func (b *book) reach(row inputRow, from, to float64) (largest float64, bounded bool) {
	computed := func(value float64) int {
		changed := *b.document
		changed.Instances = append([]scenario.Instance(nil), b.document.Instances...)
		given := map[string]scenario.Given{}
		for field, each := range b.document.Instances[row.thing].Given {
			given[field] = each
		}
		given[row.input.Field()] = scenario.Given{Value: scenario.NumberValue(value)}
		changed.Instances[row.thing].Given = given
		return model.Computed(&changed)
	}
	low, high := b.document.Value(row.thing, row.input).Number, to
	if computed(high) <= b.computed {
		return to, false
	}
	for high-low > 1 {
		middle := low + float64(int((high-low)/2))
		if computed(middle) <= b.computed {
			low = middle
		} else {
			high = middle
		}
	}
	return low, true
}
