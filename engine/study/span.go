package study

import (
	"fmt"
	"math"
	"slices"

	"rackonomics/engine/elementary"
	"rackonomics/engine/scenario"
)

// rangeMultiple is how far a number is varied that is no share and no count with
// narrower bounds: from zero, or from its negative, to so many times today's value.
const rangeMultiple = 20

// gridPoints is how many values of a range are tried before intervals are divided, and
// shownPoints of values that are told in few digits; mostWhole, up to how many whole ones
// are all tried.
const (
	gridPoints  = 254
	shownPoints = 126
	mostWhole   = 4096
)

// isWhole reports whether an input takes whole values only: months, days, and counts
// of what has no parts.
func (v *Variable) isWhole() bool {
	return !v.Times && (v.Input.Kind == scenario.Month || v.Input.Kind == scenario.Day || v.Input.Counted())
}

// Range is where a variable is sought if nobody says where. A month or a day goes
// over the scenario; a share over its bounds, as does what is nothing today; what else
// there is to rangeMultiple times today's value, at most its bounds, and but for a
// percentage with today's sign: a loss of less than nothing is not a loss.
func (v *Variable) Range(document *scenario.Document) (low, high float64) {
	last := document.Start.Add(document.Months - 1)
	switch v.Input.Kind {
	case scenario.Month:
		return scenario.MonthValue(document.Start).Number, scenario.MonthValue(last).Number
	case scenario.Day:
		return float64(document.Start.FirstDay()), float64(last.Add(1).FirstDay() - 1)
	}
	least, most := v.Input.Min, v.Input.Max
	if v.Times {
		return 0, rangeMultiple
	}
	if v.Input.Percent && most-least <= 1 {
		return least, most
	}
	reach := rangeMultiple * math.Abs(v.Today(document))
	if reach == 0 {
		return least, most
	}
	if v.isWhole() {
		reach = math.Ceil(reach)
	}
	low, high = max(least, -reach), min(most, reach)
	if !v.Input.Percent {
		low, high = v.ofTodaysSign(document, low, high)
	}
	return low, high
}

// ofTodaysSign is as much of a range as has the sign of today's value, from zero on where that is none.
func (v *Variable) ofTodaysSign(document *scenario.Document, low, high float64) (float64, float64) {
	if v.Today(document) < 0 {
		return low, min(high, 0)
	}
	return max(low, 0), high
}

// CheckRange refuses an empty range and one beyond the input's bounds.
func (v *Variable) CheckRange(low, high float64) error {
	fail := func(format string, args ...any) error {
		return &scenario.Problem{Path: v.Path, Message: fmt.Sprintf(format, args...)}
	}
	if !(low < high) {
		return fail("the range from %s to %s is empty", v.Text(low), v.Text(high))
	}
	if v.Input.Kind == scenario.Number && !v.Times && (low < v.Input.Min || high > v.Input.Max) {
		return fail("the range from %s to %s is beyond its bounds; allowed is %s to %s", v.Text(low), v.Text(high), v.Text(v.Input.Min), v.Text(v.Input.Max))
	}
	return nil
}

// checkVaried refuses what has no order and what has no effect in the scenario.
func (v *Variable) checkVaried(document *scenario.Document) error {
	if v.Input.Kind == scenario.Choice || v.Input.Kind == scenario.Switch {
		return &scenario.Problem{Path: v.Path, Message: "it is a choice; a goal is sought by a number, a month or a day"}
	}
	if idle := document.Idle(v.Thing, v.Input); idle != nil {
		return &scenario.Problem{Path: v.Path, Message: idle.SaysIdle()}
	}
	return nil
}

// grid lists values of a range in order: both ends, today's value, and others evenly
// spaced. Where the range spans more than two orders of magnitude half of those are
// spaced by their ratio, on either side of zero. Of whole values all, if there are
// few.
func (v *Variable) grid(document *scenario.Document, low, high float64, points int) []float64 {
	if v.isWhole() && high-low < mostWhole && points >= shownPoints {
		points = int(high - low)
	}
	values := []float64{low, high}
	add := func(value float64) {
		if v.isWhole() {
			value = math.Round(value)
		}
		if value > low && value < high {
			values = append(values, value)
		}
	}
	add(v.Today(document))
	size := max(math.Abs(low), math.Abs(high))
	spans := size > 100*max(low, -high, 0) && v.Input.Kind == scenario.Number && !v.Input.Percent
	even := points
	if spans && points >= shownPoints {
		even = points / 2
		ratio := func(i int) float64 { // from a millionth to one
			return elementary.Exp(-float64(math.Ln10*6) * float64(i) / float64(points/2))
		}
		for i := range points / 2 {
			add(float64(high * ratio(i)))
			add(float64(low * ratio(i)))
		}
	}
	for i := 1; i < even; i++ {
		add(low + float64((high-low)*(float64(i)/float64(even))))
	}
	slices.Sort(values)
	return slices.Compact(values)
}

// FindEither makes a variable of a path: its numbers, or of what changes over time
// factors of it.
func FindEither(document *scenario.Document, path string) (Variable, error) {
	thing, in, err := document.Locate(path)
	if err != nil {
		return Variable{}, err
	}
	return Find(document, path, document.Value(thing, in).Profile != nil)
}

// Read reads a value of the variable as people type it ([scenario.Input.ReadEntry]);
// of a factor a number without a unit. The error names the input.
func (v *Variable) Read(text string) (float64, error) {
	if v.Times {
		number, err := scenario.ReadAmount(text, "1", false)
		if err != nil || number < 0 || number > math.MaxFloat32 {
			return 0, &scenario.Problem{Path: v.Path, Message: fmt.Sprintf("%q is no factor; allowed is a number from 0 on, such as 1.2 or 120 %%", text)}
		}
		return number, nil
	}
	value, err := v.Input.ReadValue(text)
	if err != nil {
		return 0, &scenario.Problem{Path: v.Path, Message: err.Error()}
	}
	return value.Number, nil
}
