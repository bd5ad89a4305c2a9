package study

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"rackonomics/engine/calendar"
	"rackonomics/engine/model"
	"rackonomics/engine/scenario"
)

// Text writes a value of the variable as people read it: in all its digits, and of
// a factor as so many times.
func (v *Variable) Text(number float64) string {
	switch {
	case v.Times:
		return plainText(number) + " times today's"
	case v.Input.Kind == scenario.Month:
		return scenario.NumberValue(number).Month().String()
	case v.Input.Kind == scenario.Day:
		return calendar.DayText(int(number))
	}
	if v.isWhole() && math.Abs(number) >= 1000 {
		return strings.TrimSpace(scenario.Grouped(number) + " " + scenario.UnitText(v.Input.Unit, false))
	}
	return scenario.Exactly(number, v.Input.Unit, v.Input.Percent)
}

// Rounded is Text in three digits, for values that need not be typed again.
func (v *Variable) Rounded(number float64) string {
	if v.Times || v.isWhole() {
		return v.Text(number)
	}
	return scenario.Quantity(number, v.Input.Unit, v.Input.Percent)
}

func plainText(number float64) string {
	return strings.Replace(strconv.FormatFloat(number, 'g', 12, 64), "-", "−", 1)
}

// figureText writes a value of what is sought.
func (a *aim) figureText(figure float64) string {
	switch {
	case figure != figure:
		return "absent"
	case a.kind == model.KindMonth:
		return a.start.Add(int(figure)).String()
	case a.kind == model.KindDay:
		return calendar.DayText(a.start.FirstDay() + int(figure))
	}
	return scenario.Quantity(figure, a.unit, a.percent)
}

// subject is the goal as the beginning of a sentence.
func (a *aim) subject() string {
	if a.beside != nil {
		return model.Title(a.beside.Name) + " breaks even by " + a.start.Add(int(a.Target)).String()
	}
	what := a.title
	if a.Measure == "" {
		what += ", " + a.Row.Instance + ", in " + a.start.Add(a.Month).String()
	}
	relation := map[Sense]string{AtLeast: "at least ", AtMost: "at most ", At: ""}[a.Sense]
	if a.Sense == AtMost && a.kind != model.KindNumber {
		relation = "at the latest "
	}
	return what + " is " + relation + a.figureText(a.Target)
}

// is tells what a goal's figure is at a point: of a break-even the best month of the
// result.
func (a *aim) is(p Point) string {
	if a.beside == nil || p.Gap != p.Gap {
		return a.figureText(p.Figure)
	}
	text := scenario.Quantity(p.Gap, "USD", false) + " in " + a.start.Add(p.Month).String()
	if !p.Met {
		return text + " at best"
	}
	return text
}

// Sentence tells the answer in one sentence.
func (s *Solved) Sentence() string {
	says := s.aim.subject()
	v := &s.Variable
	now := fmt.Sprintf(" (%s, now %s)", v.Path, v.Rounded(s.Today.Value))
	between := v.Rounded(s.Low) + " and " + v.Rounded(s.High)
	switch {
	case s.Everywhere:
		return fmt.Sprintf("%s at every value between %s%s.", says, between, now)
	case len(s.Solutions) > 0:
		return fmt.Sprintf("%s %s%s%s.", says, s.where(), now, s.beside())
	case s.Nearest == nil:
		return fmt.Sprintf("%s at no value between %s%s: it is absent at each.", says, between, now)
	}
	return fmt.Sprintf("%s at no value between %s%s: the nearest is %s, where it is %s.", says, between, now, v.Rounded(s.Nearest.Value), s.aim.is(*s.Nearest))
}

// where lists the values at which the goal is met, as people would type them.
func (s *Solved) where() string {
	v := &s.Variable
	above, below := " and above", " and below"
	if v.Input.Kind == scenario.Month || v.Input.Kind == scenario.Day {
		above, below = " and later", " and earlier"
	}
	var parts []string
	for i := 0; i < len(s.Solutions); i++ {
		one := &s.Solutions[i]
		switch {
		case s.aim.passes() && v.isWhole() && one.How == Jumps:
			parts = append(parts, "between "+v.Text(min(one.At.Value, one.Beyond.Value))+" and "+v.Text(max(one.At.Value, one.Beyond.Value)))
		case s.aim.passes() || one.How == Touches:
			parts = append(parts, "at "+v.Text(one.At.Value))
		case !one.Above:
			parts = append(parts, "at "+v.Text(one.Typed.Value)+below)
		case i+1 < len(s.Solutions) && !s.Solutions[i+1].Above && s.Solutions[i+1].How != Touches:
			parts = append(parts, "from "+v.Text(one.Typed.Value)+" to "+v.Text(s.Solutions[i+1].Typed.Value))
			i++
		default:
			parts = append(parts, "at "+v.Text(one.Typed.Value)+above)
		}
	}
	if last := len(parts) - 1; last > 0 {
		return strings.Join(parts[:last], ", ") + " and " + parts[last]
	}
	return parts[0]
}

// beside tells what is one step beside the first solution.
func (s *Solved) beside() string {
	first := &s.Solutions[0]
	switch {
	case first.How == Touches:
		return ", which it touches"
	case s.aim.passes() && s.Variable.isWhole() && first.How == Jumps:
		return fmt.Sprintf(", where it goes from %s to %s", s.aim.is(first.Beyond), s.aim.is(first.At))
	case s.aim.passes() && first.How == Jumps:
		return fmt.Sprintf(", where it jumps from %s to %s", s.aim.is(first.Beyond), s.aim.is(first.At))
	case s.aim.passes():
		return ""
	}
	return fmt.Sprintf(": at %s it is %s", s.Variable.Text(first.Beside.Value), s.aim.is(first.Beside))
}

// Headline answers the founding question in one sentence: does the operator break
// even, and what would bring it there.
func Headline(attempts []Attempt) string {
	var ways, not []string
	var today *Solved
	for _, attempt := range attempts {
		for _, solved := range attempt.Solved {
			if solved.aim.beside.Name != model.FollowedFirst {
				continue
			}
			today = solved
			path := solved.Variable.Path
			if len(solved.Solutions) > 0 {
				ways = append(ways, fmt.Sprintf("by %s %s (%s, now %s)", attempt.Lever.Title, solved.where(), path, solved.Variable.Rounded(solved.Today.Value)))
			} else if !solved.Everywhere {
				not = append(not, fmt.Sprintf("%s (%s)", attempt.Lever.Title, path))
			}
		}
	}
	if today == nil {
		return "There is nothing to bring the operator to break-even with."
	}
	text := "No: operating income does not break even; the best month is " + strings.TrimSuffix(today.aim.is(today.Today), " at best")
	if today.Today.Met {
		text = "Yes: operating income breaks even first in " + today.aim.figureText(today.Today.Figure)
	}
	if len(ways) > 0 {
		text += ". It does " + strings.Join(ways, ", or ")
	}
	if len(not) > 0 {
		text += "; not by " + strings.Join(not, " or ") + " alone"
	}
	return text + "."
}

// String writes the goal as [ParseGoal] reads it, its target as the scenario has it.
func (a *aim) String() string {
	what := a.Measure
	if what == "" {
		what = a.Row.Name + "@" + a.Row.Instance + " in " + a.start.Add(a.Month).String()
	}
	target := scenario.Unmistakable(a.Target)
	if a.kind != model.KindNumber {
		target = a.figureText(a.Target)
	}
	return what + " " + string(a.Sense) + " " + target
}

// Asked writes the goal as [ParseGoal] reads it.
func (s *Solved) Asked() string { return s.aim.String() }

// FigureOf gives a point's figure as tables and JSON have it: a number, or text for
// a month and a day, or nil where it is absent.
func (s *Solved) FigureOf(p Point) any { return s.aim.plain(p.Figure) }

// Meets reports whether a point meets the goal ([Goal.Meets]).
func (s *Solved) Meets(p Point) bool { return s.aim.Meets(p) }

func (a *aim) plain(figure float64) any {
	switch {
	case figure != figure:
		return nil
	case a.kind == model.KindNumber:
		return figure
	}
	return a.figureText(figure)
}

// Plain gives a value of the variable as documents have it; of a factor the factor.
func (v *Variable) Plain(number float64) any {
	if v.Times {
		return number
	}
	return v.Input.Plain(scenario.NumberValue(number))
}
